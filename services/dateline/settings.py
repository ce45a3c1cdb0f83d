"""What an operator may set, by environment variable or a file `.env`."""

import hashlib
from pathlib import Path
from typing import Annotated, Self

from pydantic import AliasChoices, Field, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from dateline.model.errors import SettingsError

KIB = 1024
MIB = 1024 * KIB
GIB = 1024 * MIB

Seconds = Annotated[float, Field(gt=0)]
Count = Annotated[int, Field(ge=1)]


class Settings(BaseSettings):
    """Every setting; the field's name in capitals after `DATELINE_` is the variable's."""

    model_config = SettingsConfigDict(
        env_prefix="DATELINE_",
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        populate_by_name=True,
    )

    host: str = Field("127.0.0.1", min_length=1, description="address to listen on")
    port: int = Field(8000, ge=0, le=65535, description="port to listen on; 0 takes a free one")
    data: Path = Field(Path("data"), description="folder of the embedded database and broker")
    samples: bool = Field(True, description="load the sample articles into an empty store")
    database_url: str | None = Field(
        None,
        validation_alias=AliasChoices("database_url", "DATABASE_URL"),
        description="PostgreSQL or SQLite address; without it, SQLite in the data folder",
    )
    redis_url: str | None = Field(
        None,
        validation_alias=AliasChoices("redis_url", "REDIS_URL"),
        description="Redis or Valkey address; without it, a private server is started",
    )

    secret: str | None = Field(
        None, min_length=16, description="signs cursors; without it, the database's address does"
    )

    model: str = Field("auto", min_length=1, description="spaCy model; auto takes the known ones")
    concurrency: Count = Field(2, description="worker processes that extract side by side")
    extract_processes: Count = Field(2, description="processes that read texts for /v1/extract")
    extract_limit: Seconds = Field(10, description="seconds such a text may take")

    soft_limit: Seconds = Field(60, description="seconds an article may take before it is stopped")
    hard_limit: Seconds = Field(90, description="seconds after which its process is killed")
    max_memory: Count = Field(2 * GIB, description="most bytes a process may take for an article")
    lease: Seconds = Field(120, description="seconds an unfinished claim on an article holds")
    max_attempts: Count = Field(3, description="failures after which an article is given up")
    backoff: Seconds = Field(10, description="seconds before the second attempt, then doubled")
    max_backoff: Seconds = Field(3600, description="most seconds between two attempts")
    poll: Seconds = Field(0.2, description="seconds between two looks of the relay at the store")
    patience: Seconds = Field(120, description="seconds a rung article may wait before a new ring")
    chunk_articles: Count = Field(32, description="most articles in one message")
    chunk_characters: Count = Field(200_000, description="most characters of text in one message")
    reprocess_chunk: Count = Field(8, description="most articles of a job in one message")
    high_water: Count = Field(32, description="messages waiting in Redis beyond which none is sent")
    drain: Seconds = Field(20, description="seconds a stopping worker may go on with its article")

    query_limit: Seconds = Field(30, description="seconds a question to the store may take")
    max_backlog: Seconds = Field(
        6 * 3600, description="seconds an article may wait before no more are taken in"
    )
    max_body: Count = Field(10 * MIB, description="most bytes of a request's body")
    max_batch: Count = Field(100 * MIB, description="most bytes of a bulk post, inflated")
    max_batch_lines: Count = Field(10_000, description="most lines of a bulk post")
    max_batch_line: Count = Field(
        2 * MIB, description="most bytes of a line, or member, of a bulk post"
    )
    max_text: Count = Field(1_000_000, description="most characters of an article's text")
    max_extract: Count = Field(20_000, description="most characters of a text that is only read")
    max_html: Count = Field(5 * MIB, description="most bytes of an article's html")
    max_metadata: Count = Field(16 * KIB, description="most bytes of an article's metadata")
    metadata_depth: Count = Field(5, description="deepest nesting of an article's metadata")
    max_tags: Count = Field(50, description="most tags of an article")
    max_q: Count = Field(200, description="most characters of a full-text query")
    max_exports: Count = Field(8, description="most exports that are written at once")
    max_entities: Count = Field(10, description="most entities in one timeline query")

    @field_validator("redis_url")
    @classmethod
    def _is_of_a_broker(cls, url: str | None) -> str | None:
        if url is not None and not url.startswith(_BROKERS):
            raise ValueError(f"begins with none of {', '.join(_BROKERS)}")
        return url

    @model_validator(mode="after")
    def _limits_rise(self) -> Self:
        if not self.soft_limit < self.hard_limit < self.lease:
            raise ValueError(
                "needs soft_limit < hard_limit < lease,"
                f" got {self.soft_limit:g}, {self.hard_limit:g}, {self.lease:g}"
            )
        return self

    @property
    def database(self) -> str:
        """Where the store is, in SQLAlchemy's words."""
        if self.database_url is None:
            return f"sqlite:///{self.data.absolute() / 'dateline.sqlite'}"
        scheme, _, rest = self.database_url.partition("://")
        return f"{'postgresql+psycopg' if scheme in _POSTGRES else scheme}://{rest}"

    @property
    def signing_key(self) -> bytes:
        """What cursors are signed with: the same in every process on the same database."""
        return hashlib.sha256(f"cursors\0{self.secret or self.database}".encode()).digest()

    def environment(self) -> dict[str, str]:
        """The variables that give a child process these same settings."""
        return {
            variable(name): "" if value is None else str(value)
            for name, value in self.model_dump(mode="json").items()
        }


_POSTGRES = ("postgres", "postgresql")
_BROKERS = ("redis://", "rediss://", "unix://")
_UNPREFIXED = ("database_url", "redis_url")
# Addresses may hold a password.
_SECRET = ("secret", *_UNPREFIXED)


def load(**given: object) -> Settings:
    """The settings of this process; what is given here outranks the environment."""
    try:
        return Settings(**given)  # type: ignore[arg-type]  # pydantic judges the values
    except ValidationError as error:
        raise SettingsError("; ".join(map(_complaint, error.errors()))) from None


def _complaint(error: ErrorDetails) -> str:
    """One refused value, named as the operator knows it; what is secret is not said."""
    reason = error["msg"].removeprefix("Value error, ")
    if not error["loc"]:
        return reason
    name = str(error["loc"][0])
    said = "***" if name.lower() in _SECRET else error["input"]
    return f"{variable(name)}={said!s}: {reason.lower()}"


def variable(name: str) -> str:
    """The environment variable of a setting.

    >>> variable("port"), variable("redis_url")
    ('DATELINE_PORT', 'REDIS_URL')
    """
    name = name.lower()
    return name.upper() if name in _UNPREFIXED else f"DATELINE_{name.upper()}"
