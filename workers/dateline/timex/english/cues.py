"""English words that show which way a clause looks: its verbs, auxiliaries and connectives."""

from enum import Enum, auto

from dateline.model.timex import Direction
from dateline.timex.english.wordlist import words


class Tense(Enum):
    """What a verb group says of its time."""

    PAST = auto()
    FUTURE = auto()
    PLANNED = auto()
    PRESENT = auto()
    STATE = auto()
    BE_NOW = auto()
    BE_PAST = auto()
    HAVE_NOW = auto()
    HAD = auto()
    INFINITIVE = auto()


OPENERS = {
    **dict.fromkeys(
        words(
            """
    will shall 'll ’ll would could should might may must can won't won’t wouldn't wouldn’t
    cannot can't can’t couldn't shouldn't gonna i'll we'll he'll she'll they'll you'll it'll
    i’ll we’ll he’ll she’ll they’ll you’ll it’ll he'd they'd
    """
        ),
        Tense.FUTURE,
    ),
    **dict.fromkeys(words("is are am isn't aren't isn’t aren’t i'm we're they're"), Tense.BE_NOW),
    **dict.fromkeys(words("was were wasn't weren't wasn’t weren’t"), Tense.BE_PAST),
    **dict.fromkeys(
        words("has have haven't hasn't haven’t hasn’t i've we've they've"), Tense.HAVE_NOW
    ),
    **dict.fromkeys(words("had hadn't hadn’t"), Tense.HAD),
    **dict.fromkeys(words("did didn't didn’t"), Tense.PAST),
}
CHAIN = words(
    """
    to be been being have not expected set due scheduled planned likely slated poised
    supposed about going bound certain sure ready able n't planning forecast tipped
    """
)
PLANS = words(
    """
    expected set due scheduled planned likely slated poised supposed about going bound
    certain sure planning hoping aiming preparing expecting heading meeting forecast tipped
    """
)
PLANS_ALONE = words("due expected scheduled planned slated set forecast tipped")
ADVERBS = words(
    """
    also now still already then just once never not again soon today both all
    """
)

IRREGULAR_PAST = words(
    """
    said told made took came went got gave found thought saw became left felt brought began
    kept held wrote stood heard let meant met ran paid sat spoke led grew lost fell sent
    built understood drew broke spent cut rose drove bought wore chose sought threw caught
    dealt won fought taught forgot sold beat ate bid bore bound bred dug fed fled flew froze
    hid hit hung hurt knew laid lay lent lit put quit rang read rid rode sank sang shook
    shot shut slept slid spread sprang stole stuck struck swam swore swept tore woke
    withdrew undertook overcame shed split fit was were had did set cost burst arose awoke
    overtook foresaw died lied tied owed used
    """
)
IRREGULAR_PARTICIPLES = words(
    """
    said told made taken come gone got gotten beat given found thought seen become left felt
    brought begun kept held written stood heard let meant met run paid sat spoken led grown
    lost fallen sent built understood drawn broken spent cut risen driven bought worn chosen
    sought thrown caught dealt won fought taught forgotten sold beaten eaten bid borne dug
    fed fled flown frozen hidden hit hung hurt known laid lain lent lit put quit rung read
    ridden sunk sung shaken shot shut slept slid spread sprung stolen stuck struck swum
    sworn swept torn woken withdrawn undertaken overcome shed split set cost done been had
    """
)
# Words in -ed that are no past, or stand before nouns.
NOT_PAST = words(
    """
    united need indeed speed breed exceed proceed succeed hundred sacred feed seed
    unprecedented advanced alleged so-called limited armed estimated proposed
    """
)
FORECAST = words("forecast expected predicted projected estimated reported recorded seen planned")
CALAMITIES = words(
    """
    crash crashes attack attacks shooting shootings bombing bombings quake earthquake explosion
    explosions fire blaze blast blasts killing killings death deaths violence incident disaster
    accident massacre raid riot riots clashes defeat collision derailment tragedy ruling
    storm storms hurricane cyclone typhoon flood floods flooding wildfire wildfires coup uprising
    outbreak murder murders assassination kidnapping ambush
    """
)
# What is told of a period is of the one that is nearer, even where it "will be" told.
REPORTING = words(
    """
    report reports reporting reported post posts posted announce announces results release publish
    estimate estimates estimated charge
    """
)
# Whatever is told with these need not have happened when it was told.
TELLING = words(
    """
    said told announced added reported confirmed disclosed revealed discussed mentioned promoted
    advertised published released unveiled approved booked noted rejected debated considered
    criticised criticized welcomed opposed backed supported endorsed
    """
)
PREDICTING = words("warned predicted forecast projected proposed threatened foresaw suggested")
PLANS_TOLD = words(
    "plan plans proposal proposals schedule target deadline deadlines bid date dates"
)
# What is told of a time when it is over: figures, and what befell.
RECORDED = CALAMITIES | words(
    """
    sales results figures data profit profits loss losses earnings income revenue inflation report
    reports unemployment exports imports output production payrolls prices spending survey index
    """
)
# Words that an object does not consist of.
FUNCTION_WORDS = words(
    """
    in on at by of to from for with during over since until before after about around early late
    mid last next this that the a an only just again there here back up out down off away together
    home abroad and or
    """
)
HOPES = words("hoping planning aiming")
# What is wanted done is still to do: "wants the vote held on Friday".
WISHING = words("want wants wanted need needs expect expects")
HOPED = words("hopes hoping plans planning aims aiming expects expecting intends")
# Told by another, what was going on is still to come: "said she was leaving on Friday".
GOING = words("leaving going meeting flying arriving coming travelling traveling heading returning")
LETTING = words("let made helped saw watched heard")
# "Set Friday for sentencing", "set a June 5 trial date".
FIXING = words("set sets fixed fixes")
FIXED = words("date deadline hearing trial election vote meeting target sentencing")
# "Called for a strike on Friday".
GATHERINGS = words(
    """
    strike strikes march marches rally rallies protest protests demonstration demonstrations vote
    election elections walkout boycott meeting summit session
    """
)
# A word after these is a noun or an adjective: "the reported deal", "its planned sale".
NOUN_MARKERS = words("the a an this that these those his her its their our my your of 's ’s")

PRESENT_VERBS = {
    **dict.fromkeys(
        words(
            """
    expect plan intend hope want aim seek go come await convene reconvene meets
    opens begins starts ends visits holds votes
    faces arrives leaves returns travels
    reopens unveils releases publishes debates considers elects chooses marries competes
    performs tours lands departs sails premieres sits testifies welcomes receives signs
    inaugurates retires steps
    goes comes awaits convenes reconvenes
    hosts launches resumes expires closes runs airs debuts marks celebrates
    speaks addresses heads flies plays decides rules appears stands takes makes gives joins
    kicks hopes plans wants expects intends aims prepares needs seeks threatens vows pledges
    promises host fly play meet open begin start visit hold vote face arrive return travel resume
    expire
    lifts continues continue hits host close reopen blasts falls
    """
        ),
        Tense.PRESENT,
    ),
    **dict.fromkeys(
        words("says tells adds notes reports shows argues believes thinks claims remains remain"),
        Tense.STATE,
    ),
}

# Of those the ones that numbers count: "3 plans", "1.84 marks".
COUNTABLE = words(
    """
    marks plans plays visits votes hits runs aims needs tours starts stands rules heads debates
    releases returns travels hosts launches lands hopes flies ends promises reports notes shows
    tells threatens face hold close hit host play vote visit start
    """
)

# A clause begins with these.
BOUNDARIES = words(
    """
    who which that where when while because although though if unless after before but and
    or as whose whom than since until
    """
)
# Taken the place of: "originally planned for Tuesday".
SUPERSEDED = words("originally initially previously")
# A date stands behind these.
OF_DATES = words("on in at early late last")
# What follows an owner and is no noun or verb: "the man shot on Friday".
DONE = words(
    """
    shot stolen struck held lost won made taken seen found signed begun born built drawn sold sent
    written hit killed torn burnt stuck
    """
)
NO_OWNERS = words("and or not be been being was were is are to by also then")
# These keep what follows so on that day: "will keep schools closed on Monday".
RESULTING = words("have keep leave get see make find hear remain stay let put hold go be")
DECLARING = words(
    "declared announced imposed ordered proposed introduced approved set raised lowered"
)
STARTING = words("starting beginning effective commencing")
# Before a participle: "if approved on Friday, it will close".
CONDITIONS = words("if when once unless")
LAPSED = words("passed expired lapsed came went")
# What is so until a day is so from now on: "was suspended until Friday".
GRANTED = words("released suspended banned barred granted loaned bailed excluded grounded")
FAILING = words("failed never refused unable")
BUT = words("but however instead failed cancelled canceled postponed never")
CREDITS = words(
    """
    photo photograph reuters afp getty epa ap image caption credit courtesy
    """
)

NEGATIONS = words("not n't never")
INTENTIONS = words("plan intend expect hope want agree decide promise")
NOBODY = words("neither nor nobody none")
WITHIN = words("in at during after")
SAYING = words("said announced added warned hoped thought confirmed reported told")
# Verbs of who is quoted: '"I will come tomorrow," she said on Monday'.
SAID = words(
    """
    said told added wrote tweeted posted announced declared insisted stressed warned explained
    replied promised vowed confirmed noted argued claimed stated remarked shouted admitted
    """
)
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
AFTERMATH = words("after following")
WAITING = words("before until")
# Done on the day named last, whatever it was done to do: "agreed to buy it on Monday".
DECIDING = words(
    """
    agreed refused declined decided voted elected chose opted consented attempted sought moved
    """
)
# What is agreed upon for a day to come.
APPOINTMENTS = words(
    """
    meet hold resume return reconvene appear testify start begin continue play fight leave talk
    speak visit open close vote debate extend hear
    """
)
# Moved itself, the day is a new one; moved to a place, it is not.
MOVING = words("moved pushed shifted switched rearranged brought put")
# What is waited for is still to come, whoever waits.
AWAITING = words(
    """
    await awaits awaiting awaited waiting bracing braced preparing gearing looking watching poised
    """
)
# What is called off was still to come: "cancelled Saturday's march".
CALLING_OFF = words(
    """
    cancel cancels cancelled canceled cancelling canceling postpone postpones postponed postponing
    scrap scraps scrapped scrapping aborted
    """
)
# What was not done because it could not be: "could not be reached on Friday".
MISSED = words("comment say confirm disclose discuss elaborate give name identify speak answer")
# Words that stand as adjectives and are verbs after a name: "the EU proposed new rules".
AFTER_NAMES = words("proposed limited alleged estimated armed advanced")
# "The company reports its earnings on Friday" is a plan; "he reports that" is none.
# At the beginning of a sentence these ask for something: "Join us on Friday".
REQUESTS = words(
    """
    join don't don’t register tune come call visit watch check see stay bring expect wait look catch
    """
)
REPORTABLE = words("earnings results its their quarterly profit profits figures second third")
# Verbs of plans: what follows their "to" or "until" lies ahead of them.
RETROSPECTIVE = words(
    "failed tried managed began started continued refused had used came went seemed appeared"
)
NO_VERBS = words("the a an this that these those his her its their our my your him them us me it")
# What is done so is done for a day to come: "has scheduled a hearing Thursday".
SCHEDULING = words("scheduled rescheduled planned slated subpoenaed summoned")
LASTING = words(
    "was were stayed remained lived worked waited lasted served ran did didn't had been continued"
)
# "Is accused of killing him on Monday" looks back for all its present tense.
ALLEGED = words(
    """
    accused charged alleged believed thought reported suspected known said blamed wanted based
    located made done dead gone held left lost born wounded injured missing
    """
)
# Words of reports that set one period beside another.
# What a report gives figures of: "A year earlier, it earned $2 million".
REPORTED = words("profit income earned loss net sales revenue revenues earnings posted had")
COMPARING = words("from than compared against versus share shares earned loss profit net")
PROSPECTIVE = words(
    """
    agreed asked ordered decided planned vowed promised threatened expected hoped wanted needed
    invited urged called prepared scheduled intended refused postponed delayed adjourned extended
    rescheduled pledged offered voted told set due demanded summoned remanded jailed warned advised
    instructed directed
    """
)
FIRM = words("will shall is are 'll ’ll")
IS = words("is are 's ’s")
COPULA_PREPOSITIONS = words("on for in at the over from during")
# After these, a date's own noun is still to come: "Thursday's summit".
AHEAD = words(
    """
    meeting summit vote election elections deadline match game hearing referendum talks conference
    launch race final debate rally visit session
    """
)
NOT_NOUNS = words(
    """
    and or but to for in on at by with from of as that which who when while after before if is
    was were are will would has have had said says it he she they we
    """
)

WEAKLY_BEFORE = {
    "as early as": Direction.FUTURE,
    "as soon as": Direction.FUTURE,
    "by": Direction.FUTURE,
    "through": Direction.FUTURE,
    "starting": Direction.FUTURE,
    "starting on": Direction.FUTURE,
    "effective": Direction.FUTURE,
}
BEFORE = {
    "ahead of": Direction.FUTURE,
    "payable": Direction.FUTURE,
    "payable on": Direction.FUTURE,
    "of record": Direction.FUTURE,
    "deadline of": Direction.FUTURE,
    "deadline on": Direction.FUTURE,
    "since": Direction.PAST,
    "due": Direction.FUTURE,
    "due on": Direction.FUTURE,
    "expected": Direction.FUTURE,
    "expected on": Direction.FUTURE,
    **dict.fromkeys(
        ("as expected", "as expected on", "than expected", "than expected on"), Direction.PAST
    ),
    "of record on": Direction.FUTURE,
    "no later than": Direction.FUTURE,
    "scheduled for": Direction.FUTURE,
    "set for": Direction.FUTURE,
    "planned for": Direction.FUTURE,
    "slated for": Direction.FUTURE,
}
AFTER = {"deadline": Direction.FUTURE, "deadlines": Direction.FUTURE}
MEETING = words("by met meet missed before")
TITLES = words(
    """
    mr mrs ms dr gen sen rep gov st lt col sgt prof rev jr sr inc corp co ltd no vs
    """
)
