import pytest

from dateline.events.extractor import Extractor
from dateline.model.article import Draft
from dateline.store import articles, database, events
from dateline.worker.desk import Desk
from dateline.worker.limits import Drain
from dateline.worker.tasks import extract


@pytest.mark.model
def test_an_article_read_twice_has_one_set_of_events(chosen, engine, draft: Draft) -> None:
    desk = Desk(chosen, Extractor.load("auto"), Drain())
    with database.writing(engine) as connection:
        article = articles.add(connection, draft).id

    extract(desk, [article])
    with database.writing(engine) as connection:
        first = events.annotations(connection, article)
        connection.exec_driver_sql("UPDATE articles SET state = 'queued'")
        rows = connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one()
    extract(desk, [article])
    desk.engine.dispose()

    with database.reading(engine) as connection:
        assert events.annotations(connection, article) == first
        assert connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one() == rows
    assert first is not None
    assert len(first.events) == rows > 0
