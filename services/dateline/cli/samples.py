"""The sample articles a new installation starts with, sent through the public API."""

import tomllib
from collections.abc import Iterator
from importlib import resources

import httpx

WAIT_SECONDS = 10


def articles() -> list[dict[str, str]]:
    """The bundled articles, each as the body of a POST to /v1/articles."""
    source = resources.files("dateline.cli").joinpath("samples/articles.toml")
    return list(tomllib.loads(source.read_text(encoding="utf-8"))["article"])


def post(api: httpx.Client) -> Iterator[str]:
    """Posts each article, waits until it has been read, and gives its title.

    What is there already is left as it is; a sample that was deleted stays deleted.
    """
    for article in articles():
        answer = api.post("/v1/articles", json=article, headers={"Prefer": f"wait={WAIT_SECONDS}"})
        if answer.status_code != httpx.codes.GONE:
            answer.raise_for_status()
        yield article["title"]
