"""The barest endpoints that could take the same posts: one answers, the other stores as well."""

import json
import uuid
from datetime import date

import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel
from sqlalchemy import insert

from dateline import settings
from dateline.store import database, tables
from dateline.store.instant import now

chosen = settings.load()
engine = database.open(chosen.database)
app = FastAPI()


class Post(BaseModel):
    """The fields that are posted, their types and no more."""

    text: str
    published_at: str
    language: str
    source: str
    url: str
    title: str
    authors: list[str] = []
    tags: list[str] = []
    metadata: dict[str, str] = {}


class Taken(BaseModel):
    """What is answered."""

    id: str
    revision: int
    state: str


@app.post("/answer", status_code=202)
def answer(_: Post) -> Taken:
    """Answer, and forget."""
    return Taken(id=uuid.uuid4().hex, revision=1, state="queued")


@app.post("/store", status_code=202)
def store(post: Post) -> Taken:
    """Store the same rows as Dateline does, and answer."""
    taken = Taken(id=uuid.uuid4().hex, revision=1, state="queued")
    article = {"id": taken.id, "revision": 1, "state": "queued", "characters": len(post.text)}
    name = {"kind": "url", "source": post.source, "value": post.url, "article_id": taken.id}
    revision = {
        **post.model_dump(exclude={"published_at", "authors", "tags", "metadata"}),
        "article_id": taken.id,
        "revision": 1,
        "published_on": date.fromisoformat(post.published_at),
        "published_as_given": post.published_at,
        "authors": json.dumps(post.authors),
        "tags": json.dumps(post.tags),
        "metadata": json.dumps(post.metadata),
    }
    with database.writing(engine) as connection:
        connection.execute(
            insert(tables.articles).values(**article, received_at=now(), not_before=now())
        )
        connection.execute(insert(tables.identities).values(**name))
        connection.execute(insert(tables.revisions).values(**revision, posted_at=now()))
    return taken


if __name__ == "__main__":
    uvicorn.run(app, host=chosen.host, port=chosen.port, access_log=False, log_level="warning")
