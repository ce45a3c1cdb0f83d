"""Problems: how every error is answered (RFC 9457)."""

from pydantic import ConfigDict

from dateline.wire.contract import Answer

MEDIA_TYPE = "application/problem+json"


class FieldError(Answer):
    """What is wrong with one field or parameter, named by a JSON Pointer in fragment form.

    `readings` are the days that an ambiguous date could be.
    """

    pointer: str
    detail: str
    readings: list[str] | None = None


class Problem(Answer):
    """One error; `errors` name the fields where there are any to name."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "/problems/invalid",
                    "title": "Something in the request cannot be accepted",
                    "status": 422,
                    "detail": "published_at could be 2025-03-04 or 2025-04-03",
                    "instance": "/v1/articles",
                    "errors": [
                        {
                            "pointer": "#/published_at",
                            "detail": "could be 2025-03-04 or 2025-04-03",
                            "readings": ["2025-03-04", "2025-04-03"],
                        }
                    ],
                }
            ]
        }
    )

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[FieldError] | None = None


class ProblemType(Answer):
    """A kind of problem, as its `type` leads to it."""

    type: str
    title: str
    status: int
