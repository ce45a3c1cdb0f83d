"""Nouns that name events."""

from functools import cache
from importlib.resources import files

from dateline.events.words.listed import listed

# Nouns that hold somebody's words in a clause of their own: "the claim that ...".
CLAIMS = listed(
    """
    accusation admission allegation announcement argument assertion assurance belief claim
    comment complaint conclusion declaration denial fear forecast hope idea insistence news
    notion pledge prediction promise proof remark report rumor rumour speculation statement
    suggestion suspicion testimony view vow warning word
    """
)

# General news vocabulary that WordNet files elsewhere: under communication, possession, state,
# phenomenon or natural process.
ALSO_EVENTS = listed(
    """
    accession accident accord accusation acquisition address admission agreement airstrike alert
    ambush announcement approval argument arrangement assistance attack audition avalanche award
    bail bailout ban bankruptcy birth blackout blast blaze bloodshed bomb-blast boom boycott
    breakdown briefing broadcast buyout call ceasefire cease-fire celebration ceremony change
    charge clearance closure collapse comment conference conflict confession conversation
    consultation construction conviction coup crackdown crash criticism cut cyclone deadline
    deal death debate debut decline default defeat delay demand demise deployment derailment
    detonation development dialogue discussion disruption divorce dispute donation downgrade
    draw drop drought earthquake election embargo end ending entry epidemic eruption escalation
    evacuation event exit expulsion extension extradition failure fall famine fatality fighting
    fine fire firefight flight flood flooding forecast friction gain growth hearing help
    heatwave hostage-taking hurricane illness impeachment impasse inauguration increase
    indictment infection injunction interview involvement job-cut keynote landslide launch
    lawsuit layoff leak lockdown march mass-shooting massacre match merger merge mobilization
    mourning mudslide mutiny negotiation nomination nosedive offensive onset opening order outage
    outbreak outflow overthrow pandemic pardon patrol pledge plunge poll press-conference probe
    proposal purchase quake quarrel race raid rainstorm rally rain reaction rebellion recall
    recession referendum reform reshuffle resignation response resolution restructuring reunion
    revolt revolution riot rise ruling runoff sale sandstorm sanction scandal selloff settlement
    shelling shipwreck shooting shot shortage shutdown slowdown slump snowstorm speech spill
    split stabbing stalemate stampede standoff start statement stop storm strike suicide summit
    support surge surrender suspension swap takeover talk terror threat thunderstorm tornado
    torture tour tragedy truce tsunami turmoil turnaround typhoon unrest upgrade uprising use
    verdict violence volley vote walkout warning whirlwind wildfire withdrawal work write-off
    """
)

# Nouns that name an event only with the right word before them: "court case", "maternity leave".
WITH_ATTRIBUTE = {
    "case": listed(
        """
        antitrust bribery class-action corruption court defamation discrimination extradition fraud
        libel murder rape
        """
    ),
    "leave": listed("compassionate maternity medical parental paternity sabbatical sick unpaid"),
}

# Events that last: named without a date, they go on.
DURATIVE = listed(
    """
    battle blockade boycott campaign captivity conflict controversy crackdown crisis custody
    debate detention disagreement dispute drought effort embargo emergency epidemic famine feud
    fighting flooding heatwave hostilities hunt inquiry insurgency investigation lockdown
    manhunt negotiation occupation operation outbreak pandemic probe protest rebellion recession
    recovery rivalry row search shortage shutdown siege slowdown stalemate standoff strike
    struggle talk turmoil unrest uprising violence war
    """
)

# What WordNet calls an act, and news uses for things, people, institutions, trades and topics.
NO_EVENTS = listed(
    """
    abortion administration advertising aid application authority aviation banking behalf
    building business care career casino cause cinema commerce competitor computing course craft
    custody custom delegation design discipline duty education employment enforcement
    engineering enterprise entertainment farming fashion finance financing fishing football
    function government guard hat homosexuality immigration industry jet journalism justice land
    leadership lesson life lightning location lottery management manufacturing marketing flurry
    marketplace mining minus mission movie music none occupation office outcome operation
    parliament past performance policing politics position post practice presidency presence
    procedure production profession publishing racism ramification regime requirement research
    result road role routine salaam sanitation saving security sell service shopping soccer
    sport storage surgery system task tax taxi taxis technique tennis terrorism theater tourism
    trade traffic training transportation treat trucking umbrella vice wake war-crime way weapon
    welfare
    """
)

# The same of games, trades, traits and things, which are not even acts in the news.
NO_ACTS = listed(
    """
    affairs agribusiness agriculture airwave alamo algorithm alms alpha aquaculture archery
    arrogance athletics atlanta authorship avarice avenue backgammon badminton ballet bareboating
    baseball basketball bedrest behavior behaviour beekeeping bender billiards bingo biz
    blockbuster bodywork bolivia bookkeeping boomerang breeze bridle butterfly cabaret calvary
    canasta captaincy caravan cards carelessness carol carpentry cartography cartoon casework
    catcher catering centerfield ceramics chancellorship channels chapel checkers chess chicago
    childcare chiropractic chore cinch civility cleanliness clemency clutches commandership
    connivance consultancy consumerism convoy cooking coo cosmetology coursework couture cricket
    croquet crucifix crutch cuisine curling daycare deanery diplomacy dominoes dominos doubles
    draughts drudgery dud elves email emirate envy essay expedient ferry fiberoptics flamenco
    folly forensics forestry forward fresco fullback fun fundamental funfair generosity gluttony
    goalie goalkeeper golf governance grapevine greed gymnastics haircare handball handicraft
    healthcare hearts heater helpdesk heroine hijab hockey homework homeopathy horticulture
    hospice housekeeping housework hubris hummer husbandry inevitable inning innings judo karate
    lacrosse laziness leisure lieu lifework linebacker literacy logistics lust magic
    magistrature maglev manual marbles masterpiece mayoralty mechanics medical medicine membership
    metalwork metier midway milestone minuet mnemonic monopoly monstrosity mri multimedia
    musical nafta needlework negative nelson netball nightlife nonprofit nonstop numbers oligopoly
    omega oral origami overkill pageantry paperwork parchment partnership pastime patience
    pedagogy percussion permission phenomenon pickings pinball pipeline poker politeness polo porn
    porno prefecture preliminary prerequisite props quarterback radiology ramadan rugby rum
    rummy scissors sculpture secretaryship serial services shabbiness shortstop singles sitcom
    skincare snooker softball spectacular static stations stead stealth stupidity sumo teamwork
    technical telemetry territoriality tetanus theatrical times toilet toilette tuition typology
    usage usury variance vespers vietnam villain volleyball waveform western wings wingback
    workflow workload wrath yarn yoga
    """
)


@cache
def event_nouns() -> frozenset[str]:
    """The lemmas of all nouns that name events."""
    listed = files(__package__).joinpath("event_nouns.txt").read_text(encoding="utf-8")
    derived = frozenset(line for line in listed.splitlines() if not line.startswith("#"))
    return (derived | ALSO_EVENTS) - NO_EVENTS - NO_ACTS
