from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Connection

from dateline.model.article import Annotations, Publication, State
from dateline.model.errors import ArticleNotFound, IdentityConflict
from dateline.model.interval import Interval
from dateline.store import articles, events
from dateline.store.articles import Outcome
from dateline.store.timeline import within
from dateline.wire.timeline import TimelineQuery

RIGHT = Publication(date(2025, 3, 5), None, "2025-03-05")


def test_a_correction_is_a_revision_of_its_own(connection: Connection, desk) -> None:
    article = articles.hold(connection, desk.publish(desk.event))
    right = replace(article.draft, published=RIGHT, title="Council met")

    after = articles.correct(connection, article, right, {"published_at", "title"})

    assert (after.revision, after.state, after.draft) == (2, State.DONE, right)
    assert articles.corrected(connection, after) == (article.draft, {"published_at", "title"})


def test_a_repost_is_compared_with_what_was_posted(connection: Connection, desk) -> None:
    article = articles.hold(connection, desk.publish(desk.event))
    right = replace(article.draft, published=RIGHT)
    articles.correct(connection, article, right, {"published_at"})

    same = articles.add(connection, desk.draft)
    as_corrected = articles.add(connection, right)

    assert (same.outcome, as_corrected.outcome) == (Outcome.KNOWN, Outcome.REVISED)
    shown = articles.get(connection, article.id)
    assert shown.draft == right
    assert articles.corrected(connection, shown) == (right, {"published_at"})


def test_an_article_cannot_take_the_address_of_another(connection: Connection, desk) -> None:
    article = articles.hold(connection, desk.publish(desk.event))
    other = replace(desk.draft, url="https://herald.example/2")
    articles.add(connection, other)

    with pytest.raises(IdentityConflict):
        articles.correct(connection, article, other, {"url"})


def test_what_is_not_there_cannot_be_held(connection: Connection) -> None:
    with pytest.raises(ArticleNotFound):
        articles.hold(connection, "nothing")


def test_corrected_annotations_take_the_place_of_those_before(connection: Connection, desk) -> None:
    monday = desk.happening("moves", Interval.day(date(2025, 2, 24)), "vance")
    stays = desk.happening("stays", Interval.day(date(2025, 1, 1)))
    article = articles.hold(connection, desk.publish(monday, stays))
    after = articles.correct(connection, article, article.draft, {"title"})

    moved = desk.happening("moves", Interval.day(date(2025, 3, 3)), "vance")
    told = events.correct(connection, after, Annotations("test", events=(moved, stays)))

    assert [entry.event for entry in told] == [moved]
    (shown,) = within(connection, TimelineQuery(entity=["e-vance"])).entries
    assert shown == told[0]
    assert (events.is_read(connection, article), events.is_read(connection, after)) == (False, True)
