from collections.abc import Callable

import pytest

from dateline.events.extract import Found

pytestmark = pytest.mark.model

# Each sentence with some of its triggers and their statuses, as a careful reader judges them.
SENTENCES = {
    "She denied having met the banker in March 2021.": {"denied": "occurred", "met": "denied"},
    "The ministry has yet to publish the report promised for January.": {"publish": "negated"},
    "Two soldiers are to stand trial next month for the 1972 killings.": {
        "trial": "scheduled",
        "killings": "occurred",
    },
    "The minister will meet the president on Friday.": {"meet": "scheduled"},
    "The minister did not meet the president.": {"meet": "negated"},
    "The army denied that it had shelled the village.": {"shelled": "denied"},
    "The talks were cancelled.": {"talks": "negated"},
    "The visit was postponed because of the storm.": {"visit": "negated"},
    "The court rejected claims that police had beaten the man.": {"beaten": "denied"},
    "If the dam fails, the valley will flood.": {"fails": "conditional", "flood": "conditional"},
    "Had the dam failed, thousands would have died.": {
        "failed": "conditional",
        "died": "conditional",
    },
    "Thousands would have died had the dam failed.": {
        "died": "conditional",
        "failed": "conditional",
    },
    "The company failed to publish its results.": {"publish": "negated", "failed": "occurred"},
    "The government refused to sign the treaty.": {"sign": "negated"},
    "The union called for a strike.": {"strike": "possible"},
    "The union called off the strike.": {"strike": "negated"},
    "Police have not confirmed reports that a man was killed.": {"killed": "possible"},
    "The two sides are expected to sign an agreement on Monday.": {
        "sign": "scheduled",
        "agreement": "scheduled",
    },
    "Ministers are meeting in Geneva.": {"meeting": "ongoing"},
    "The bridge is being repaired.": {"repaired": "ongoing"},
    "The company plans to cut 300 jobs.": {"cut": "scheduled"},
    "The company planned to cut 300 jobs.": {"cut": "scheduled"},
    "The president may resign.": {"resign": "possible"},
    "The president could have resigned.": {"resigned": "possible"},
    "He is believed to have fled the country.": {"fled": "possible"},
    "He reportedly fled the country.": {"fled": "possible"},
    "He no longer works for the bank.": {"works": "negated"},
    "No one was killed in the blast.": {"killed": "negated", "blast": "occurred"},
    "Nobody attended the meeting.": {"attended": "negated"},
    "The plane landed without hitting the tower.": {"hitting": "negated", "landed": "occurred"},
    "The plan to invade the island was leaked.": {"invade": "scheduled", "leaked": "occurred"},
    "There was no attack.": {"attack": "negated"},
    "Officials fear an attack.": {"attack": "possible"},
    "Police prevented an attack.": {"attack": "negated"},
    "The planned visit caused protests.": {"visit": "scheduled", "protests": "occurred"},
    "The company agreed to buy its rival.": {"buy": "scheduled", "agreed": "occurred"},
    "She was accused of killing her husband.": {"killing": "possible"},
    "The minister threatened to resign.": {"resign": "possible"},
    "The minister ruled out an election this year.": {"election": "negated"},
    "The strike is scheduled for Friday.": {"strike": "scheduled"},
    "The man managed to escape.": {"escape": "occurred"},
    "He stopped smoking.": {"smoking": "negated"},
    "They continued to fight.": {"fight": "occurred"},
    "Troops have begun to withdraw.": {"withdraw": "occurred"},
    "The court ordered him to pay a fine.": {"ordered": "occurred"},
    "The cabinet approved a plan to build a port.": {"approved": "occurred", "build": "scheduled"},
    "He said the company would close the plant next year.": {"close": "scheduled"},
    "He promised that the plant would not close.": {"close": "negated"},
    "The minister was to have met the envoy.": {"met": "negated"},
    "The parliament voted against the bill.": {"voted": "occurred"},
    "It is unclear whether the rebels attacked the town.": {"attacked": "possible"},
    "The rebels neither attacked nor retreated.": {"attacked": "negated", "retreated": "negated"},
    "The bill was not passed.": {"passed": "negated"},
    "The minister hopes to visit Rome.": {"visit": "possible"},
    "The fire broke out after an explosion.": {"broke": "occurred", "explosion": "occurred"},
    "They want to hold talks.": {"talks": "possible"},
    "They held talks.": {"talks": "occurred"},
    "They will hold talks.": {"talks": "scheduled"},
    "Talks will resume in May.": {"Talks": "scheduled"},
    "Talks have resumed.": {"Talks": "occurred"},
    "The attack never happened.": {"attack": "negated"},
    "The attack did not take place.": {"attack": "negated"},
    "The deal has been delayed.": {"deal": "scheduled"},
    "Unless the strike ends, flights will be cancelled.": {"ends": "conditional"},
    "The man, who was arrested on Friday, will appear in court on Monday.": {
        "arrested": "occurred",
        "appear": "scheduled",
    },
    "The government is considering a ban.": {"ban": "possible"},
    "The army said it had killed ten rebels.": {"killed": "occurred"},
    "The rebels denied the attack.": {"attack": "denied"},
    "The rebels denied responsibility for the attack.": {"attack": "occurred"},
    "The minister did not say that he would resign.": {"resign": "possible"},
    "The bank did not deny that it had lost money.": {"lost": "possible"},
    "He is about to resign.": {"resign": "scheduled"},
    "He is likely to resign.": {"resign": "possible"},
    "He is going to resign.": {"resign": "scheduled"},
    "He was forced to resign.": {"resign": "occurred"},
    "The suspect was due in court but failed to appear.": {"appear": "negated"},
    "The storm is expected to hit the coast.": {"hit": "scheduled"},
    "Rescuers were unable to reach the village.": {"reach": "negated"},
    "It was the first time that the two had met.": {"met": "occurred"},
    "There are no plans to evacuate the town.": {"evacuate": "negated"},
    "The government has no intention of leaving the union.": {"leaving": "negated"},
    "The company aborted the launch.": {"launch": "negated"},
    "The ceasefire is holding.": {"holding": "ongoing"},
    "The summit is under way.": {"summit": "ongoing"},
    "An investigation is ongoing.": {"investigation": "ongoing"},
    "Protesters were demanding an inquiry.": {"inquiry": "possible", "demanding": "occurred"},
    "The mayor urged residents to leave.": {"leave": "possible"},
    "The mayor asked whether the bridge had collapsed.": {"collapsed": "possible"},
    "The alleged attack took place in May.": {"attack": "possible"},
    "The attempted coup failed.": {"coup": "negated"},
    "The minister has resigned.": {"resigned": "occurred"},
    "Did the minister resign?": {"resign": "possible"},
    "The minister is not expected to resign.": {"resign": "negated"},
    "The minister doubted that the ship had sunk.": {"sunk": "possible"},
    "He wished he had resigned.": {"resigned": "conditional"},
    "The claims that police shot him are false.": {"shot": "negated"},
    "The ship was supposed to arrive on Monday.": {"arrive": "possible"},
    "They have never met.": {"met": "negated"},
    "She hardly slept.": {"slept": "negated"},
}


@pytest.mark.parametrize(
    ("sentence", "statuses"), [pytest.param(s, d, id=s) for s, d in SENTENCES.items()]
)
def test_a_sentence_is_judged_as_a_careful_reader_would(
    read: Callable[..., Found], sentence: str, statuses: dict[str, str]
) -> None:
    found = {event.trigger.text: event.status.value for event in read(sentence).events}

    assert {trigger: found.get(trigger) for trigger in statuses} == statuses
