import time
from dataclasses import replace

import pytest
from sqlalchemy import Connection, update

from dateline.model.article import Annotations, State
from dateline.model.errors import LeaseLost
from dateline.store import articles, claims, events, owed, tables
from dateline.store.claims import Retry
from dateline.store.instant import now, seconds_from_now

URL = "https://herald.example/"
RETRY = Retry(attempts=2, backoff=60, longest=60)
NEVER_RESTS = Retry(attempts=2, backoff=1e-6, longest=1e-6)


def test_a_claim_holds_what_the_extractor_needs(connection: Connection, desk) -> None:
    accepted = articles.add(connection, desk.draft)

    (claim,) = claims.claim(connection, [accepted.id], lease=60)

    assert (claim.article_id, claim.revision, claim.attempt) == (accepted.id, 1, 1)
    assert claim.draft == desk.draft
    assert articles.get(connection, accepted.id).state is State.PROCESSING


def test_a_duplicate_message_claims_nothing(connection: Connection, desk) -> None:
    claim = desk.claim()

    assert claims.claim(connection, [claim.article_id], lease=60) == []


def test_what_is_done_is_not_claimed_again(connection: Connection, desk) -> None:
    article_id = desk.publish()

    assert claims.claim(connection, [article_id], lease=60) == []
    assert articles.get(connection, article_id).state is State.DONE


def test_claims_come_in_the_order_of_the_message(connection: Connection, desk) -> None:
    ids = [
        articles.add(connection, replace(desk.draft, url=f"https://herald.example/{n}")).id
        for n in range(5)
    ]

    claimed = claims.claim(connection, [*ids, "unknown", ids[0]], lease=60)

    assert [claim.article_id for claim in claimed] == ids


def test_whoever_lost_the_lease_can_write_nothing(connection: Connection, desk) -> None:
    late = desk.claim()
    claims.give_back(connection, [late])
    (current,) = claims.claim(connection, [late.article_id], lease=60)

    with pytest.raises(LeaseLost):
        events.replace(connection, late, Annotations("late", events=(desk.event,)))
    with pytest.raises(LeaseLost):
        claims.fail(connection, late, "slow", "", RETRY)
    events.replace(connection, current, Annotations("current"))

    assert events.annotations(connection, late.article_id) == Annotations("current")


def test_a_new_revision_takes_the_lease_of_whoever_reads_the_old_one(
    connection: Connection, desk
) -> None:
    claim = desk.claim()
    articles.add(connection, replace(desk.draft, text="The council never met."))

    with pytest.raises(LeaseLost):
        events.replace(connection, claim, Annotations("test"))

    assert articles.get(connection, claim.article_id).state is State.QUEUED


def test_a_failed_article_rests_and_then_waits_alone(connection: Connection, desk) -> None:
    claim = desk.claim()

    state = claims.fail(connection, claim, "ValueError: no", "Traceback …", RETRY)
    at_once = owed.due(connection, 10, 60, "one")
    connection.execute(update(tables.articles).values(not_before=seconds_from_now(-1)))
    (due,) = owed.due(connection, 10, 60, "one")

    found = articles.get(connection, claim.article_id)
    assert (state, at_once, due.alone) == (State.QUEUED, [], True)
    assert (found.attempts, found.last_error) == (1, "ValueError: no")


def test_after_the_last_attempt_an_article_is_given_up(connection: Connection, desk) -> None:
    claim = desk.claim()
    claims.fail(connection, claim, "first", "", NEVER_RESTS)
    time.sleep(0.005)
    (second,) = claims.claim(connection, [claim.article_id], lease=60)

    state = claims.fail(connection, second, "second", "", NEVER_RESTS)

    found = articles.get(connection, claim.article_id)
    assert state is found.state is State.FAILED
    assert found.last_error == "second"
    assert owed.due(connection, 10, 0, "one") == []


def test_ten_workers_lost_in_company_cost_an_article_nothing(connection: Connection, desk) -> None:
    # Each time it was revised, and so could go in company once more.
    for number in range(10):
        drafts = [
            replace(desk.draft, url=URL + name, text=f"{name} met for the {number}. time.")
            for name in ("innocent", "killer")
        ]
        innocent, killer = (articles.add(connection, draft).id for draft in drafts)
        taken = claims.claim(connection, [killer, innocent], lease=-1)
        lost = claims.lapse(connection, attempts=2)
        assert (len(taken), lost) == (2, 2)

    (alone,) = claims.claim(connection, [innocent], lease=60)
    events.replace(connection, alone, Annotations("test"))

    found = articles.get(connection, innocent)
    assert (found.state, found.attempts) == (State.DONE, 1)


def test_a_claim_given_back_does_not_count(connection: Connection, desk) -> None:
    claim = desk.claim()

    claims.give_back(connection, [claim])

    found = articles.get(connection, claim.article_id)
    assert (found.state, found.attempts) == (State.QUEUED, 0)
    assert [due.id for due in owed.due(connection, 10, 60, "one")] == [claim.article_id]


def test_a_renewed_lease_does_not_run_out(connection: Connection, desk) -> None:
    accepted = articles.add(connection, desk.draft)
    (claim,) = claims.claim(connection, [accepted.id], lease=0.01)

    held = claims.renew(connection, [claim], lease=60)
    time.sleep(0.02)

    assert held == {claim.article_id}
    assert claims.lapse(connection, attempts=3) == 0


def test_what_somebody_else_holds_now_is_not_renewed(connection: Connection, desk) -> None:
    claim = desk.claim()
    claims.give_back(connection, [claim])

    assert claims.renew(connection, [claim], lease=60) == set()


def test_a_lease_that_ran_out_frees_the_article(connection: Connection, desk) -> None:
    accepted = articles.add(connection, desk.draft)
    claims.claim(connection, [accepted.id], lease=0.001)
    time.sleep(0.005)

    lapsed = claims.lapse(connection, attempts=3)

    found = articles.get(connection, accepted.id)
    assert (lapsed, found.state, found.attempts) == (1, State.QUEUED, 1)
    assert [due.alone for due in owed.due(connection, 10, 60, "one")] == [True]


def test_a_worker_lost_at_the_last_attempt_is_the_end(connection: Connection, desk) -> None:
    accepted = articles.add(connection, desk.draft)
    claims.claim(connection, [accepted.id], lease=0.001)
    time.sleep(0.005)

    claims.lapse(connection, attempts=1)

    found = articles.get(connection, accepted.id)
    assert (found.state, found.last_error) == (State.FAILED, "worker lost")


def test_an_article_lost_in_company_is_not_to_blame(connection: Connection, desk) -> None:
    ids = [
        articles.add(connection, replace(desk.draft, url=f"https://herald.example/{n}")).id
        for n in range(2)
    ]
    claims.claim(connection, ids, lease=0.001)
    time.sleep(0.005)

    claims.lapse(connection, attempts=1)

    states = [articles.get(connection, id) for id in ids]
    assert [(found.state, found.attempts) for found in states] == [(State.QUEUED, 0)] * 2
    assert [due.alone for due in owed.due(connection, 10, 60, "one")] == [True, True]


def test_a_message_that_comes_back_brings_no_lost_articles_together_again(
    connection: Connection, desk
) -> None:
    drafts = [replace(desk.draft, url=f"https://herald.example/{n}") for n in range(2)]
    ids = [articles.add(connection, draft).id for draft in drafts]
    claims.claim(connection, ids, lease=-1)
    claims.lapse(connection, attempts=3)

    together = claims.claim(connection, ids, lease=60)
    apart = [claims.claim(connection, [id], lease=60) for id in ids]

    assert together == []
    assert [[claim.article_id for claim in claimed] for claimed in apart] == [[id] for id in ids]


def test_a_lost_article_waits_behind_all_that_wait(connection: Connection, desk) -> None:
    lost = desk.claim().article_id
    waiting = articles.add(connection, replace(desk.draft, url="https://herald.example/2")).id
    connection.execute(update(tables.articles).values(not_before=seconds_from_now(-60)))
    connection.execute(update(tables.articles).values(lease_until=seconds_from_now(-1)))

    claims.lapse(connection, attempts=3)

    assert [due.id for due in owed.due(connection, 10, 60, "one")] == [waiting, lost]


def test_a_clock_put_forward_runs_out_no_claim(connection: Connection, desk) -> None:
    claim = desk.claim()
    connection.execute(update(tables.articles).values(lease_until=now() - 1))

    claims.hold_all(connection, lease=60)

    assert claims.lapse(connection, attempts=3) == 0
    assert articles.get(connection, claim.article_id).state is State.PROCESSING


def test_what_a_clock_that_was_ahead_put_off_is_brought_back(connection: Connection, desk) -> None:
    claimed = desk.claim()
    waiting = articles.add(connection, replace(desk.draft, url="https://herald.example/2")).id
    year = seconds_from_now(365 * 86400)
    connection.execute(update(tables.articles).values(lease_until=year, not_before=year))

    claims.recall(connection, lease=0.001)
    time.sleep(0.005)

    assert [due.id for due in owed.due(connection, 10, 60, "one")] == [waiting]
    assert claims.lapse(connection, attempts=3) == 1
    assert articles.get(connection, claimed.article_id).state is State.QUEUED


def test_a_rest_from_before_the_clock_was_put_back_is_cut_short(
    connection: Connection, desk
) -> None:
    claim = desk.claim()
    claims.fail(connection, claim, "slow", "", Retry(attempts=3, backoff=60, longest=60))
    hour = 3600 * 1_000_000
    ahead = {name: tables.articles.c[name] + hour for name in ("failed_at", "not_before")}
    connection.execute(update(tables.articles).values(ahead))

    claims.recall(connection, lease=60)

    assert [due.id for due in owed.due(connection, 10, 60, "one")] == [claim.article_id]


def test_a_rest_is_not_cut_short(connection: Connection, desk) -> None:
    claims.fail(connection, desk.claim(), "slow", "", Retry(attempts=3, backoff=60, longest=60))

    claims.recall(connection, lease=60)

    assert owed.due(connection, 10, 60, "one") == []
