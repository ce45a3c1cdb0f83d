import base64
import json
import threading

import pytest
from redis import Redis
from sqlalchemy import Engine

from dateline.model.article import State
from dateline.queue import broker, relay
from dateline.queue.app import task
from dateline.queue.relay import Relay, chunks
from dateline.settings import Settings
from dateline.store import articles, claims, database, owed
from dateline.store.lanes import LIVE, Lane
from dateline.store.owed import Due


def due(*lengths: int, alone: bool = False) -> list[Due]:
    return [Due(str(n), length, alone) for n, length in enumerate(lengths)]


@pytest.mark.parametrize(
    ("waiting", "messages"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param(due(1, 1, 1, 1), [["0", "1", "2"], ["3"]], id="three a message"),
        pytest.param(due(50, 50, 1), [["0", "1"], ["2"]], id="a hundred characters a message"),
        pytest.param(due(1, 500, 1), [["0"], ["1"], ["2"]], id="a long one all the same"),
        pytest.param(due(1, 1, alone=True), [["0"], ["1"]], id="those that go alone"),
        pytest.param(
            [Due("a", 1, False), Due("b", 1, True), Due("c", 1, False)],
            [["b"], ["a", "c"]],
            id="one that goes alone among others",
        ),
    ],
)
def test_articles_share_messages_within_bounds(
    waiting: list[Due], messages: list[list[str]]
) -> None:
    assert list(chunks(waiting, articles=3, characters=100)) == messages


def test_what_is_due_is_rung_for_once(newsroom, server, relay: Relay) -> None:
    ids = newsroom.post(3)

    with newsroom.running(server), broker.connect(server.url) as client:
        relay.ring()
        relay.ring()
        told = _messages(client)

    assert [sorted(message) for message in told] == [sorted(ids)]


def test_no_more_messages_wait_than_the_high_water_mark(
    newsroom, server, chosen: Settings, engine: Engine, relay: Relay
) -> None:
    newsroom.post(200)

    with newsroom.running(server):
        more = [relay.ring(), relay.ring()]
        waiting = newsroom.waiting()

    assert more == [True, True]
    assert waiting == chosen.high_water
    with database.writing(engine) as connection:
        left = owed.due(connection, 1000, patience=60, epoch=_epoch(engine))
    assert len(left) == 200 - chosen.high_water * chosen.chunk_articles


def test_a_broker_that_forgot_everything_is_told_again(newsroom, server, relay: Relay) -> None:
    newsroom.post(2)

    with newsroom.running(server), broker.connect(server.url) as client:
        relay.ring()
        client.flushall()
        relay.ring()

        assert newsroom.waiting() == 1


def test_while_the_broker_is_away_nothing_is_lost(newsroom, server, relay: Relay) -> None:
    ids = newsroom.post(2)
    attempts = [relay.attempt()]

    with newsroom.running(server), broker.connect(server.url) as client:
        attempts.append(relay.attempt())
        told = _messages(client)

    assert attempts == [False, False]
    assert [sorted(message) for message in told] == [sorted(ids)]


def test_a_broker_that_dies_between_look_and_send_leaves_the_articles_due(
    newsroom, server, engine: Engine, relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.post(2)
    with newsroom.running(server) as process:
        look = relay._take

        def look_and_lose_the_broker(lane: Lane, limit: int, epoch: str) -> list[Due]:
            taken = look(lane, limit, epoch)
            process.kill()
            process.wait()
            return taken

        monkeypatch.setattr(relay, "_take", look_and_lose_the_broker)
        more = relay.attempt()

    with database.writing(engine) as connection:
        left = owed.due(connection, 10, patience=60, epoch=_epoch(engine))
    assert (more, len(left)) == (False, 2)


def test_a_lease_that_ran_out_is_rung_for_again(
    newsroom, server, engine: Engine, relay: Relay
) -> None:
    ids = newsroom.post(1)
    with database.writing(engine) as connection:
        claims.claim(connection, ids, lease=-1)

    with newsroom.running(server), broker.connect(server.url) as client:
        relay.ring()
        told = _messages(client)

    assert told == [ids]
    with database.reading(engine) as connection:
        assert articles.get(connection, ids[0]).state is State.QUEUED


def test_a_relay_stops_when_told_to(newsroom, server, chosen: Settings, engine: Engine) -> None:
    stop = threading.Event()
    at_work = threading.Thread(target=relay.run, args=(chosen, stop))

    with newsroom.running(server):
        at_work.start()
        stop.set()
        at_work.join(60)

    assert not at_work.is_alive()


def _messages(client: Redis) -> list[list[str]]:
    """What each message in the queue tells the worker to read."""
    found = [json.loads(raw) for raw in client.lrange("dateline:extract", 0, -1)]
    assert {message["headers"]["task"] for message in found} <= {task(LIVE)}
    return [_ids(message) for message in found]


def _ids(message: dict[str, str]) -> list[str]:
    (ids,), _, _ = json.loads(base64.b64decode(message["body"]))
    return list(ids)


def _epoch(engine: Engine) -> str:
    """The epoch that the rung articles remember."""
    with database.reading(engine) as connection:
        found = connection.exec_driver_sql("SELECT max(epoch) FROM articles").scalar()
    return str(found)
