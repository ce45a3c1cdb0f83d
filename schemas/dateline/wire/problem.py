"""Problems: how every error is answered (RFC 9457)."""

from pydantic import ConfigDict

from dateline.wire.contract import Answer

MEDIA_TYPE = "application/problem+json"


class FieldError(Answer):
    """What is wrong with one field or parameter, as a JSON Pointer in fragment form."""

    pointer: str
    detail: str


class Problem(Answer):
    """One error; `errors` name the fields where there are any to name."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "/problems/invalid",
                    "title": "Something in the request cannot be accepted",
                    "status": 422,
                    "detail": "published_at: '03/04/2025' has two readings",
                    "instance": "/v1/articles",
                    "errors": [{"pointer": "#/published_at", "detail": "has two readings"}],
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
