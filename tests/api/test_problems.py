"""What goes wrong on our side is a problem too, and says nothing of our insides."""

from fastapi.testclient import TestClient

from dateline.api import problems
from dateline.model import errors


def test_a_store_that_does_not_answer_is_unavailable(api: TestClient, settings):
    (settings.data / "dateline.sqlite").write_bytes(b"")

    answer = api.get("/v1/articles/any")

    assert answer.status_code == answer.json()["status"] == 503
    assert answer.headers["retry-after"] == "5"


def test_a_mistake_of_ours_is_an_internal_problem(api: TestClient):
    def fail() -> None:
        raise ZeroDivisionError("the secret of the house")

    api.app.add_api_route("/fail", fail)

    answer = api.get("/fail")

    assert answer.status_code == answer.json()["status"] == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "secret" not in answer.text


def test_every_error_that_has_a_status_has_a_kind():
    assert set(problems.STATUS.values()) <= set(problems.KINDS)


def test_every_error_of_the_family_that_a_client_can_cause_has_a_status():
    of_workers = {errors.LeaseLost, errors.Unstorable}
    of_commands = {
        errors.SettingsError,
        errors.StoreNotEmpty,
        errors.CopyDiffers,
        errors.NoBackup,
        errors.FileInTheWay,
    }
    family = set(errors.DatelineError.__subclasses__())
    ours = {error for error in family if error.__module__ == errors.__name__}

    assert ours - of_workers - of_commands == set(problems.STATUS)


def test_a_problem_leads_to_its_description(api: TestClient):
    kind = api.get("/nowhere").json()["type"]

    answer = api.get(kind)

    assert answer.status_code == 200
    assert answer.json()["title"] == "There is no such thing"
