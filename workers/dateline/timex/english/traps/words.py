"""English words beside a calendar word that make it something else, or prove that it is a date."""

from dateline.timex.english.wordlist import words

AMOUNTS = words(
    """
    percent per cent pct million billion trillion thousand miles km kilometres
    """
)
COUNTED = words(
    """
    people men women children soldiers troops pieces votes views points jobs workers
    employees miles meters metres kilometers kilometres feet pounds dollars euros tons
    tonnes shares units homes houses cases deaths members students tickets cars vehicles
    barrels acres hectares square degrees times items copies pages seats players refugees
    migrants families reactions comments comment others or-so calories words rounds years
    """
)
CLOSERS = frozenset(
    [
        ",",
        ".",
        ";",
        ":",
        ")",
        "]",
        "}",
        "'",
        "’",
        "”",
        '"',
        "'s",
        "’s",
        "-",
        "–",
        "—",
        "?",
        "!",
        "/",
    ]
)
OPENERS = frozenset(["(", "[", '"', "“", "'", "‘", "’", "-", "–", "—", "/", ":"])
YEAR_CUES = words(
    """
    in since by until till before after from to of during for between and through throughout
    early late mid year around about circa than the its fiscal or as into a an both this that
    those each his her
    """
)
# "The Developers Conference 2010", "the World Cup 2010": occasions named with their year.
OCCASIONS = words(
    """
    conference expo cup olympics games championship championships festival summit forum congress
    convention fair awards election elections oscars grammys
    """
)
LABELS = words(
    """
    room no number nos flight route section article page chapter model # highway
    book novel film movie album song p pp vol
    """
)
NAME_TAILS = words(
    """
    times telegraph mirror express herald post mail news night's league world independent
    tribune club morning-herald live sport people paper magazine special corp inc ltd
    """
)
TITLES = words(
    """
    mr mrs ms dr sir lady lord president premier senator sen minister judge
    """
)
# "Mr Friday"; but "the President Friday named him".
FORMS_OF_ADDRESS = words("mr mrs ms dr sir lady lord")
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
FIRST_NAMES = words(
    """
    theresa brian karen fredric elaine robinson ruby black bloody casual freaky cyber good
    fat super father
    """
)
# Months and seasons that are given and family names too.
PERSONAL = words(
    """
    april may june august march autumn summer january winter spring
    """
)
DATE_CUES = words(
    """
    in on since by until till before after from to of during for between and through
    throughout early late mid last next this that each every around about at or the a
    """
)
CALENDAR = words(
    """
    monday tuesday wednesday thursday friday saturday sunday night morning evening afternoon
    """
)
DAYPARTS = words("night morning evening afternoon")
SEASON_CUES = words(
    """
    in last next this the during since by until each every early late mid of
    """
)
# After these an age is told for itself: "he is 23 years old".
AGED = words("is are was were be been being turned turns about nearly almost only just now m s re")
AGES = words("his her their my your our its")
SAYING = words("said says say announced claimed added told believe believes fears hopes ruled")
COMPOUND_TAILS = words("warrior warriors finals final finalist break getaway")
FIGURES = words(
    """
    dividend dividends loss losses profit profits results report reports earnings income sales net
    revenue figures data gain gains decline
    """
)
# What halves and quarters of a year are told of, and what those of a game.
BUSINESS = FIGURES | words(
    """
    profitability growth gdp economy economic output exports imports shipments orders shares
    production inflation trade turnover demand spending investment deliveries costs fiscal
    forecast budget year company companies firm group bank market markets analysts investors
    guidance
    """
)
# "Player of the year".
AWARDED = words(
    """
    person man woman player footballer manager coach team athlete driver rider jockey book film
    movie album song word car artist designer chef teacher nurse photo photograph goal entrepreneur
    """
)
# "Today's world" is that of these days.
GENERATIONS = words(
    "world youth society generation generations standards children kids teenagers age era terms"
)
# "March for Life" behind these is a march.
MARCHED = words("the a an annual 's ’s")
# An apposition begins with these: "Friday, the parrot".
OWNERS = words("the a an his her their its our")
OF_DAYS = words(
    "day date deadline anniversary eve start end holiday weekend night morning first last final"
)
# Before a number of four figures and a plural these tell an amount.
NEARLY = words("about around some nearly almost over roughly approximately")
NO_NOUNS = words("was is has does this thus less plus towards besides perhaps always sometimes")
WINNING = words("won win wins lost beat beats defeated victory defeat led lead trailed tied loss")
GAMES = words(
    """
    trailed rallied overtime inning scoreless
    scored scoring score goal goals match game games touchdown touchdowns quarterback yards
    penalty team teams coach rebounds halftime half-time interception fumble innings
    """
)
# "In the 80s" of these is a temperature.
HEAT = words("temperature temperatures highs lows degrees mercury thermometer")
# "A Sunday school", "Monday morning quarterbacks": of no Sunday or Monday in particular.
HABITS = words(
    """
    school schools quarterback quarterbacks quarterbacking best driver drivers roast magazine
    newspaper newspapers papers supplement
    """
)
NUMERIC_CUES = words("on by since until from to between and before after till - , ( this next")
OPENING_WORDS = words(
    "also but and since earlier later meanwhile however still so then yet both only"
)
QUOTES = words("' ’ ‘ ` \"")
# After these a month with a name behind it is a name: "Ann Lee and June Smith".
WEAK_CUES = words("and or the a at to of by from")
WEEKEND_CUES = words("over on at during until by next last this that every")
ARTICLES = words("a an the its their initial regular")
RELATIVES = words("when that which where in marked")
DAY_CUES = words("on until till by since from before after and to around")
AFTER_DAY = words(
    """
    and or to in at on but when as that for he she it they we with after before
    """
)
# Behind "on the 14th" these go on with the clause.
CLAUSE_GOES_ON = words("was were is are will would had has")
CLOCK_CUES = words(
    """
    at by around about from until till to before after since between and past near , ( is
    was
    """
)
PERIOD_CUES = words("for in over within after take takes took of recent many several past")
# "The small hours", "rush hours", "early days": of no length.
HOURS = words("early small wee rush peak opening office visiting working waking daylight")
# Feasts with capitals, any such day without.
ANY_DAYS = words("election inauguration independence victory memorial")
# "To last six weeks": a verb.
MODALS = words(
    "to will would can could may might must should did does do not n't wo can't won't won’t 'll ’ll"
)
FILLERS = words("still also only not perhaps just")
AFTER_PAST = words("is was has had have could would may tense or of by because if so than")
AFTER_SOON = words("as after before thereafter afterward afterwards following enough")
# "Coldest" too, and every other word in -est.
UTMOST = words("first second third fourth fifth only most least worst best")
LENGTHS = words("for in within after every last lasts lasting by than")
LASTING = words("for last lasts lasted lasting")
