"""What a word does to the factuality of the event that it governs.

After the signatures of Nairn, Condoravdi and Karttunen (2006) and FactBank's source-introducing and
event-selecting predicates (Saurí and Pustejovsky 2009).
"""

from enum import StrEnum

from dateline.events.words.listed import listed


class Effect(StrEnum):
    """How a governing word colours what it governs."""

    PLANNED = "planned"  # arranged, promised or foreseen
    POSSIBLE = "possible"  # wished, tried, feared, left open
    PROBABLE = "probable"  # held likely
    NEGATED = "negated"  # did not come about
    DENIED = "denied"  # rejected by somebody
    CANCELLED = "cancelled"  # planned once, and called off
    ONGOING = "ongoing"  # under way


def _rows(**effects: str) -> dict[str, Effect]:
    return {lemma: Effect(name) for name, lemmas in effects.items() for lemma in lemmas.split()}


# Verbs and predicative adjectives over "to do", "doing", "that it does".
OVER_CLAUSE = _rows(
    planned="""
        plan schedule intend expect due set prepare agree promise vow pledge decide arrange
        commit resolve undertake swear opt poise slate announce bind destine guarantee elect
        ready about
    """,
    possible="""
        want hope try tell seek attempt urge demand ask call consider threaten offer aim wish like
        propose suggest recommend request order instruct push press pressure need
        encourage persuade invite advise warn fear worry doubt struggle strive beg plead
        appeal desire volunteer mean contemplate weigh mull discuss debate prefer tempt
        authorize authorise able willing eager reluctant keen free likely
        unlikely possible suppose afraid anxious determined open wait insist require
        oblige entitle favor favour support oppose advocate vote ensure choose
    """,
    probable="""
        believe think suspect appear seem assume presume likely reckon guess predict forecast
        imagine
    """,
    negated="""
        fail refuse decline neglect forget avoid refrain abstain prevent stop prohibit forbid
        ban bar block rule-out unable unwilling impossible deter dissuade discourage omit
    """,
    denied="deny refute reject dispute",
    ongoing="continue keep remain",
)
# Verbs that are what they say of their clause: it is as true as they are.
IMPLICATIVE = listed(
    """
    manage begin start happen get remember dare bother succeed proceed end finish cease help go
    come have continue force compel cause lead make let see hear allow enable permit
    """
)
# Verbs over an event noun: "called for talks", "cancelled the visit".
OVER_NOUN = _rows(
    planned="""
        plan schedule announce promise expect prepare pledge arrange approve due slate set await
        organize organise delay defer
    """,
    possible="""
        want seek urge demand propose suggest consider threaten fear call hope request ask avoid
        risk allow offer discuss warn encourage advocate favor favour oppose recommend
        contemplate wish require need predict forecast push press mull weigh desire support
        attempt anticipate
    """,
    negated="""
        prevent avert foil thwart block stop refuse decline preclude exclude avoid ban prohibit
        bar lack forestall rule-out
    """,
    denied="deny refute reject dispute",
    cancelled="cancel postpone scrap abandon shelve abort scuttle suspend call-off put-off",
)
# What one demands is yet to be, however well it is known: "called for the resignation of".
DEMANDING = listed(
    "demand urge seek request propose recommend want threaten push press advocate require"
)
# Verbs by which a claim is turned down: "dismissed reports that".
REJECTING = listed("deny refute reject dispute dismiss rebut rebuff repudiate")
# Nouns over an event: "the plan to leave", "the threat of war", "calls for talks".
NOUN_OVER = _rows(
    planned="""
        plan decision commitment promise pledge vow intention schedule deadline preparation
        agreement agenda date
    """,
    possible="""
        proposal idea threat call demand hope risk fear possibility prospect chance pretext
        attempt effort request offer aim goal ability right opportunity desire wish willingness
        readiness bid push need option potential suspicion concern worry warning danger
        likelihood permission pressure prerequisite condition order recommendation suggestion
        allegation rumour rumor speculation purpose objective campaign bill draft appeal
    """,
    negated="""
        failure refusal inability prevention absence lack ban cancellation unwillingness
    """,
    denied="denial rejection",
)
# Verbs by which an event noun comes about: what they say of themselves they say of it.
COMING_ABOUT = listed(
    """
    be begin start resume happen occur follow hold take launch open stage conduct carry make
    give do have pay undergo reach stand sign deliver commit perform schedule plan complete
    initiate trigger cause lead result provoke spark bring win lose face see suffer mount deal
    strike convene host hear
    """
)
# Attributes of an event noun: "a planned visit", "the alleged attack".
ATTRIBUTE = _rows(
    planned="""
        planned scheduled upcoming forthcoming expected future next announced imminent coming
        looming promised
    """,
    possible="""
        possible potential proposed alleged suspected would-be threatened reported
        likely supposed apparent purported probable hypothetical conceivable
    """,
    negated="attempted failed foiled thwarted averted unsuccessful",
    cancelled="cancelled canceled abandoned aborted postponed",
    ongoing="ongoing continuing current continued",
)
MODALS: dict[str, Effect] = {
    "will": Effect.PLANNED,
    "'ll": Effect.PLANNED,
    "’ll": Effect.PLANNED,
    "wo": Effect.PLANNED,
    "shall": Effect.PLANNED,
    "may": Effect.POSSIBLE,
    "might": Effect.POSSIBLE,
    "could": Effect.POSSIBLE,
    "can": Effect.POSSIBLE,
    "ca": Effect.POSSIBLE,
    "should": Effect.POSSIBLE,
    "ought": Effect.POSSIBLE,
    "must": Effect.POSSIBLE,
    "would": Effect.POSSIBLE,
    "'d": Effect.POSSIBLE,
    "’d": Effect.POSSIBLE,
}
# Plans that are as good as made.
SETTLED = listed("schedule due set slate bind destine arrange announce guarantee schedule date")
HEDGES: dict[str, Effect] = {
    "reportedly": Effect.PROBABLE,
    "allegedly": Effect.PROBABLE,
    "apparently": Effect.PROBABLE,
    "probably": Effect.PROBABLE,
    "likely": Effect.PROBABLE,
    "presumably": Effect.PROBABLE,
    "supposedly": Effect.PROBABLE,
    "seemingly": Effect.PROBABLE,
    "perhaps": Effect.POSSIBLE,
    "maybe": Effect.POSSIBLE,
    "possibly": Effect.POSSIBLE,
    "potentially": Effect.POSSIBLE,
}
NEGATORS = listed(
    """
    not n't n’t never hardly scarcely barely neither nor nobody nothing none no
    """
)
CONDITIONS = listed("if unless provided assuming whether lest should")
