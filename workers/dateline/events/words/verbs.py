"""Verbs that report, that describe a lasting relation, or that carry another word's meaning."""

from dateline.events.words.listed import listed

# Verbs of saying: what they govern is somebody's words.
REPORTING = listed(
    """
    accept accuse acknowledge add admit admonish advise advocate affirm agree allege announce
    answer apologize appeal argue ask assert assure attest blame boast brag brief caution charge
    cite claim clarify comment complain concede conclude concur condemn confess confide confirm
    contend counter counsel criticise criticize declare decry demand denounce deny describe
    detail disclose dismiss dispute dub elaborate emphasise emphasize estimate exclaim explain
    express forecast give hail highlight hint imply indicate inform insist instruct interject
    interrupt joke lament mention muse note object observe opine order outline pledge point post
    praise predict proclaim profess promise pronounce propose protest quip quote read reaffirm
    reassure rebuke rebut recall recommend recount refute reiterate relate remark remind repeat
    reply report request respond retort reveal say slam speculate specify state stress suggest
    summarise summarize swear tell testify threaten tout tweet underline underscore urge vow
    warn welcome whisper wonder write yell
    """
)
# Verbs of thought and perception: sources hold what they govern.
HOLDING = listed(
    """
    believe think feel suspect fear hope expect know understand find consider doubt assume guess
    imagine realise realize learn hear see wish want worry decide determine conclude intend
    regard view figure agree remember forget notice recognise recognize
    """
)
# A statement by these alone, whatever they govern.
SAYING = listed(
    """
    say tell announce warn deny state add claim insist reply respond declare argue reiterate
    tweet testify reveal confirm allege accuse note explain stress report admit acknowledge
    apologize comment remark urge complain criticize criticise condemn denounce promise pledge
    vow predict disclose contend assert suggest ask answer
    """
)

# Verbs that describe how things stand to each other; they tell of no event.
RELATION = listed(
    """
    accord base belong comprise concern consist contain cost depend equal exceed have include
    involve lack mean own pertain possess regard relate resemble surround total weigh
    """
)
# Verbs that hold for a while rather than happen.
STATIVE = listed(
    """
    await believe consider continue deserve disagree doubt exist expect fear feel hate hope
    intend keep know last lead lie like live love mind need oppose owe plan prefer remain reside
    respect seem serve sit stand stay support survive think trust understand want wish work
    worry
    """
)

# What is done because of something, and so after it: "condemned the raid", "the trial for murder".
REACTING = listed(
    """
    apologise apologize arrest avenge charge condemn condemnation convict conviction criticise
    criticize decry denounce deplore extradite fine hail imprison indict indictment inquiry
    investigate investigation jail mourn praise probe prosecute prosecution punish punishment react
    reaction regret response retaliate retaliation revenge sentence sue suspect trial welcome
    """
)
# Verbs that only lend tense to the event noun they take.
LIGHT = listed("carry conduct do give have hold make pay stage take undergo")
