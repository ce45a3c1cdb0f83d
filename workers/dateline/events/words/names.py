"""Titles before names, and names that every newsroom knows."""

from dateline.events.words.listed import listed

TITLES = listed(
    """
    mr mrs ms miss dr prof professor sir dame lord lady king queen prince princess pope
    president chancellor premier minister secretary senator sen rep representative governor gov
    mayor judge justice general gen colonel col major maj captain capt lieutenant lt sergeant
    sgt admiral adm commander chairman chairwoman chief director ceo cfo analyst spokesman
    spokeswoman spokesperson leader speaker ambassador commissioner prime foreign vice deputy
    first interior defense defence finance attorney congressman congresswoman coach striker
    actor actress singer author officer state former ex-president detective sheriff inspector
    rabbi imam bishop archbishop cardinal father reverend rev envoy special treasury police
    crown executive head
    """
)

# Names of countries and capitals that stand for governments, lower case, with a common name.
PLACES = {
    "us": "United States",
    "u.s.": "United States",
    "usa": "United States",
    "america": "United States",
    "the states": "United States",
    "united states of america": "United States",
    "uk": "United Kingdom",
    "u.k.": "United Kingdom",
    "britain": "United Kingdom",
    "great britain": "United Kingdom",
    "eu": "European Union",
    "e.u.": "European Union",
    "un": "United Nations",
    "u.n.": "United Nations",
}

SPEAKER_PRONOUNS = frozenset({"i", "me", "my", "myself"})

ENTITY_TYPES = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}

# Words beside a name, and given names in the news of many countries, that go with "she" or "he".
# What is in neither list goes with both.
SHE = listed(
    """
    she her hers herself
    mrs ms miss dame lady queen princess duchess baroness chairwoman spokeswoman congresswoman
    businesswoman policewoman actress woman girl mother wife widow daughter sister aunt
    grandmother nun heroine stewardess waitress schoolgirl bride fiancee
    agnes aisha alexandra alice alicia amanda amina amy ana andrea angela anna anne annie ashley
    barbara beatrice betty brenda camila carla carmen carol caroline catherine charlotte chloe
    christina christine claire clara claudia cristina cynthia daniela deborah delia diana dilma
    donna dorothy eleanor elena elisabeth elizabeth ella ellen emily emma erika eva fatima
    fiona florence frances francesca gabriela giorgia gloria grace greta hannah harriet heather
    helen hillary indira ines ingrid irina isabel isabella jacinda jacqueline jane janet jasmine
    jennifer jessica joan joanna josephine joyce judith judy julia julie kaja kamala karen
    katarina kate katherine kathleen kathryn katya laura lauren layla leila lena leyla linda
    lisa liz lucia lucy madeleine magdalena maia margaret maria marie marina marine marta martha
    mary megan melania melissa mette michelle monica monika nadia nancy natalia natalie natasha
    nicola nicole nina olga olivia oprah pamela patricia paula penelope petra rachel rebecca
    rosa rosie ruth samantha sandra sanna sara sarah sharon sheila shirley sofia sonia sophia
    sophie stella stephanie susan susanna suzanne svetlana sylvia tatiana teresa theresa ursula
    valentina valeria vera veronica vesna victoria violeta virginia wendy yasmin yulia yvette
    yvonne zainab zara zoe zuzana
    """
)
HE = listed(
    """
    he him his himself
    mr sir lord king prince duke baron chairman spokesman congressman businessman policeman
    fireman salesman cameraman actor man boy father husband widower son brother uncle
    grandfather priest monk imam rabbi pope monsignor waiter schoolboy groom fiance
    aaron abdul abdullah adam adrian ahmad ahmed alan albert alejandro alexander alexei ali
    anders andreas andrei andrew anthony antonio arthur bashar benjamin bernard bill bob boris
    brandon brian bruce carlos charles christopher craig daniel david dennis diego dmitry
    dmitri donald douglas edward emmanuel enrique eric erik ernesto felipe fernando francis
    francisco frank franz frederick gary george gerald gerhard gordon graham gregory gustavo
    hamid hans harold harry hassan henry hugo hussein ian ibrahim igor ilham ivan jack jacob
    jacques jair jake james jan jason javier jeffrey jeremy jesus jim joe joel johan john
    jonathan jorge jose joseph joshua juan justin karl keir keith kenneth kevin khalid kofi
    konstantin larry lars lee leonard leonid liam lorenzo louis luca lucas luis luke manuel
    marcel marco marcus mario mark markus martin matteo matthew maurice max maxim michael miguel
    mikhail mohamed mohammad mohammed moussa muhammad nathan neil nicholas nicolas nigel nikolai
    noah oleg oliver olaf omar oscar osama otto owen pablo patrick paul pavel pedro peter philip
    pierre piotr rafael ralph raul raymond recep ricardo richard rishi robert roberto rodrigo
    roger ronald ryan salman samuel scott sean sebastian sergei sergey simon stanley stefan
    stephen steven stuart thomas timothy tom tomas tony ulf vaclav victor viktor vincent
    vladimir volodymyr walter warren wayne werner wilhelm william wolfgang xavier yasser yuri
    yusuf zachary
    """
)
