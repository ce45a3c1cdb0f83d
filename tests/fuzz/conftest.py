from collections.abc import Iterator

import pytest
import schemathesis
from schemathesis.schemas import BaseSchema
from tests.serving import on_sqlite, served


@pytest.fixture(scope="session")
def contract(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BaseSchema]:
    """The OpenAPI document of a service that answers over a real socket."""
    with served(on_sqlite(tmp_path_factory.mktemp("fuzz"))) as address:
        yield schemathesis.openapi.from_url(f"{address}/openapi.json")
