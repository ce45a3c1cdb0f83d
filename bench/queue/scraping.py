"""Scrapers that post as fast as they are answered, and what they were answered."""

import asyncio
import itertools
import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import httpx

TOWNS = ("Port Avery", "Northmoor", "Selby", "Lindau")
THINGS = ("sea wall", "tram line", "hospital", "harbour")
DAYS = ("on Monday", "last week", "yesterday", "on 30 June 2025")
# Of what they post: one of their own articles again, or a batch of new ones.
AGAIN = 0.1
BATCH = 0.02
LINES = 20
PATIENCE = 60.0
COME_BACK = (429, 503)


@dataclass(slots=True)
class Tally:
    """How many answers there were of each status, what was accepted, and what went wrong."""

    statuses: Counter[int] = field(default_factory=Counter)
    accepted: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)


async def scrape(address: str, count: int, seconds: float) -> Tally:
    """So many scrapers at once for so long."""
    tally = Tally()
    limits = httpx.Limits(max_connections=count, max_keepalive_connections=count)
    async with httpx.AsyncClient(base_url=address, timeout=PATIENCE, limits=limits) as client:
        ends = time.monotonic() + seconds
        await asyncio.gather(*(_Scraper(client, n, ends, tally).work() for n in range(count)))
    return tally


class _Scraper:
    def __init__(self, client: httpx.AsyncClient, number: int, ends: float, tally: Tally) -> None:
        self.client = client
        self.number = number
        self.ends = ends
        self.tally = tally
        self.chance = random.Random(number)

    async def work(self) -> None:
        """Post until the time is over."""
        for count in itertools.count():
            if time.monotonic() > self.ends:
                return
            try:
                await self._post(count)
            except httpx.HTTPError as error:
                self.tally.errors.append(f"{type(error).__name__}: {error}")

    async def _post(self, count: int) -> None:
        fate = self.chance.random()
        if fate < BATCH:
            articles = [self._article(f"{count}-{n}") for n in range(LINES)]
            await self._hear(await self.client.post("/v1/articles/batch", json=articles))
            return
        again = count and fate > 1 - AGAIN
        article = self._article(str(self.chance.randrange(count) if again else count))
        await self._hear(await self.client.post("/v1/articles", json=article))

    def _article(self, name: str) -> dict[str, Any]:
        """The article of this name, always the same."""
        chance = random.Random(f"{self.number}/{name}")
        town, thing, day = (chance.choice(words) for words in (TOWNS, THINGS, DAYS))
        return {
            "text": f"The council of {town} met {day} to decide about the {thing}. The mayor said"
            f" yesterday that work on the {thing} would begin next month. The opposition denied"
            " that it had delayed the plan, which was drawn up in 2019.",
            "published_at": "2025-02-26T08:41:00+01:00",
            "language": "en",
            "source": f"paper-{self.number}.example",
            "url": f"https://paper-{self.number}.example/{name}",
            "title": f"{town} and the {thing}",
        }

    async def _hear(self, answer: httpx.Response) -> None:
        self.tally.statuses[answer.status_code] += 1
        rest = answer.headers.get("Retry-After")
        if answer.status_code in COME_BACK and rest:
            await asyncio.sleep(max(0.0, min(float(rest), self.ends - time.monotonic())))
        elif not answer.is_success:
            self.tally.errors.append(f"{answer.status_code} {answer.text[:300]}")
        else:
            for line in map(json.loads, answer.text.splitlines()):
                self._note(line)

    def _note(self, told: dict[str, Any]) -> None:
        if told.get("outcome") == "refused" and told["problem"]["status"] in COME_BACK:
            self.tally.statuses[told["problem"]["status"]] += 1
        elif told.get("outcome") == "refused":
            self.tally.errors.append(json.dumps(told["problem"]))
        else:
            self.tally.accepted.add(told.get("article", told)["id"])
