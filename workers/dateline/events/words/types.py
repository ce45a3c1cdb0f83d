"""The types of event, by the words that name them."""

from functools import cache

# Order matters: a lemma belongs to the first type that lists it.
TYPES: dict[str, str] = {
    "death": """
        die death dead drown perish casualty fatality decease funeral bury burial mourn
    """,
    "conflict": """
        attack war battle fight fighting bomb bombing shell shelling strike airstrike invade
        invasion offensive ambush raid siege missile occupy occupation besiege retaliate
        retaliation clash combat conflict ceasefire cease-fire truce deploy deployment
        hostilities bombard bombardment insurgency uprising rebellion coup mobilize mobilization
        withdraw withdrawal militia hostage blockade
    """,
    "crime": """
        murder kill killing shoot shooting stab stabbing rob robbery steal theft rape assault
        kidnap kidnapping abduct abduction hijack hijacking smuggle smuggling bribe bribery
        fraud arrest detain detention massacre assassinate assassination hack poison poisoning
        extort launder arson burglary homicide torture traffic vandalize loot looting
    """,
    "disaster": """
        earthquake quake flood flooding hurricane storm tornado wildfire drought tsunami
        eruption erupt landslide avalanche cyclone typhoon famine disaster blizzard mudslide
        heatwave evacuate evacuation
    """,
    "accident": """
        crash accident collide collision derail derailment explode explosion blast fire blaze
        sink collapse spill leak capsize shipwreck burn stampede
    """,
    "election": """
        elect election vote voting poll ballot referendum campaign runoff primary nominate
        nomination re-election inaugurate inauguration impeach impeachment candidacy
    """,
    "court": """
        sue lawsuit trial convict conviction sentence acquit acquittal indict indictment charge
        prosecute prosecution plead verdict ruling appeal extradite extradition hearing testify
        testimony jail imprison injunction bail parole execute execution lawsuit rule
    """,
    "law": """
        law legislation legislate enact repeal ratify ratification ban outlaw regulate legalize
        amend amendment resolution decree sanction embargo adopt adoption approve approval veto
        pass passage pardon
    """,
    "agreement": """
        agreement agree sign signing accord deal treaty settle settlement compromise pact
        negotiate negotiation reconcile reconciliation alliance ally
    """,
    "meeting": """
        meet meeting summit talk talks conference visit gathering host consult consultation
        discuss discussion dialogue briefing session convene attend receive reception trip tour
        forum
    """,
    "appointment": """
        appoint appointment hire hiring resign resignation dismiss dismissal fire sack oust
        ouster step replace replacement promote promotion succeed retire retirement reshuffle
        quit
    """,
    "business": """
        acquire acquisition merge merger takeover buy buyout sell sale purchase launch unveil
        release invest investment bankruptcy ipo product layoff close closure open opening order
        offer bid contract supply manufacture ship shipment produce rebrand license partner
    """,
    "economy": """
        grow growth rise fall increase decrease decline drop surge plunge slump gain lose loss
        recession inflation devalue devaluation export import price tax cut rate trade trading
        borrow budget spend spending fund funding finance earn earnings default downturn rally
        slowdown boom shortage
    """,
    "protest": """
        protest demonstrate demonstration rally march riot unrest boycott strike walkout picket
        revolt
    """,
    "movement": """
        arrive arrival leave depart departure travel fly flight flee return go come move enter
        entry exit cross crossing head land landing escape migrate migration deport deportation
        journey sail drive enlargement
    """,
    "health": """
        infect infection outbreak epidemic pandemic vaccinate vaccination ill illness sick
        disease hospitalize surgery injure injury wound treat treatment recover recovery
        diagnose diagnosis cure transplant quarantine
    """,
    "science": """
        discover discovery orbit spacecraft research experiment study launch test eclipse
        observe observation excavate excavation invent invention
    """,
    "sport": """
        match game win victory defeat beat score tournament championship race cup final goal
        championship olympics compete competition play
    """,
    "culture": """
        concert premiere exhibition exhibit festival perform performance film album publish
        publication broadcast award celebrate celebration ceremony wedding marry marriage birth
        anniversary
    """,
}


@cache
def _by_lemma() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, words in TYPES.items():
        for word in words.split():
            found.setdefault(word, name)
    return found


def type_of(lemma: str) -> str:
    """The type of event that a lemma names; "other" where the lists do not say."""
    return _by_lemma().get(lemma, "other")
