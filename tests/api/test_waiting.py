"""Waiting until an article has been read: many at once, but not without end."""

import asyncio
from datetime import date

from sqlalchemy import Engine

from dateline.api.waiting import Waiting
from dateline.model.article import Annotations, Draft, Publication, State
from dateline.store import articles, claims, database, events


def post(engine: Engine, number: int) -> str:
    draft = Draft(f"Article {number}.", Publication(date(2025, 2, 26), None, "2025-02-26"), "en")
    with database.writing(engine) as connection:
        return articles.add(connection, draft).id


def read(engine: Engine, ids: list[str]) -> None:
    with database.writing(engine) as connection:
        for claim in claims.claim(connection, ids, lease=60):
            events.replace(connection, claim, Annotations("test"))


async def waiters(engine: Engine, ids: list[str], seconds: float) -> list[State | None]:
    waiting = Waiting(engine)
    held = [asyncio.create_task(waiting.until_read(one, seconds)) for one in ids]
    await asyncio.sleep(0.2)
    await asyncio.to_thread(read, engine, ids)
    return await asyncio.gather(*held)


def test_everybody_is_told_when_his_article_is_read(engine: Engine):
    ids = [post(engine, number) for number in range(3)]

    assert asyncio.run(waiters(engine, [*ids, *ids], 10)) == [State.DONE] * 6


def test_nobody_is_told_before(engine: Engine):
    ids = [post(engine, 1)]

    assert asyncio.run(waiters(engine, ids, 0.1)) == [None]


def test_the_room_for_those_who_wait_is_limited(engine: Engine):
    async def fill() -> list[bool]:
        waiting = Waiting(engine, most=2)
        held = [asyncio.create_task(waiting.until_read("a", 0.2)) for _ in range(2)]
        await asyncio.sleep(0.05)
        full = waiting.is_full
        await asyncio.gather(*held)
        return [full, waiting.is_full]

    assert asyncio.run(fill()) == [True, False]
