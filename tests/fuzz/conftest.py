from collections.abc import Iterator

import pytest
import schemathesis
from schemathesis.schemas import BaseSchema
from tests.databases import postgres_database
from tests.serving import on_postgres, on_sqlite, served

from dateline.settings import Settings


@pytest.fixture(
    scope="session", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
)
def contract(request: pytest.FixtureRequest) -> Iterator[BaseSchema]:
    """The OpenAPI document of a service that answers over a real socket, on each engine."""
    settings: Settings = request.getfixturevalue(f"on_{request.param}")
    with served(settings) as address:
        yield schemathesis.openapi.from_url(f"{address}/openapi.json")


@pytest.fixture(scope="session", name="on_sqlite")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return on_sqlite(tmp_path_factory.mktemp("fuzz"))


@pytest.fixture(scope="session", name="on_postgresql")
def postgresql() -> Iterator[Settings]:
    with postgres_database() as url:
        yield on_postgres(url)
