from pathlib import Path

import pytest

from dateline import settings
from dateline.model.errors import SettingsError


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No `.env` and no variables of the developer's own."""
    monkeypatch.chdir(tmp_path)
    for variable in settings.load().environment():
        monkeypatch.delenv(variable, raising=False)


def test_without_any_variable_the_service_is_embedded_and_local() -> None:
    found = settings.load()

    assert (found.host, found.port, found.samples) == ("127.0.0.1", 8000, True)
    assert found.database == f"sqlite:///{Path.cwd() / 'data' / 'dateline.sqlite'}"
    assert found.redis_url is None


def test_variables_and_a_dotenv_file_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("DATELINE_SAMPLES=0\nDATELINE_PORT=9000\nOTHER=1\n")
    monkeypatch.setenv("DATELINE_PORT", "9001")
    monkeypatch.setenv("REDIS_URL", "redis://queue")

    found = settings.load()

    assert (found.samples, found.port, found.redis_url) == (False, 9001, "redis://queue")


def test_what_is_given_outranks_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_PORT", "9001")

    assert settings.load(port=9002).port == 9002


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_postgresql_address_is_spoken_to_through_psycopg(scheme: str) -> None:
    found = settings.load(database_url=f"{scheme}://host/dateline")

    assert found.database == "postgresql+psycopg://host/dateline"


def test_a_child_process_given_the_environment_has_the_same_settings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = settings.load(port=9002, lease=500, samples=False, redis_url="redis://queue")
    for variable, value in given.environment().items():
        monkeypatch.setenv(variable, value)

    assert settings.load() == given


@pytest.mark.parametrize(
    ("variable", "value", "complaint"),
    [
        ("DATELINE_PORT", "70000", "DATELINE_PORT=70000: "),
        ("DATELINE_PORT", "http", "DATELINE_PORT=http: "),
        ("DATELINE_LEASE", "80", "needs soft_limit < hard_limit < lease, got 60, 90, 80"),
        ("DATELINE_SOFT_LIMIT", "90", "needs soft_limit < hard_limit < lease, got 90, 90, 120"),
        ("DATELINE_MAX_ATTEMPTS", "0", "DATELINE_MAX_ATTEMPTS=0: "),
        ("DATELINE_SECRET", "hunter2", "DATELINE_SECRET=***: "),
        ("REDIS_URL", "http://:hunter2@queue", "REDIS_URL=***: begins with none of redis://"),
    ],
)
def test_nonsense_is_refused_in_one_line_that_names_the_value(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, complaint: str
) -> None:
    monkeypatch.setenv(variable, value)

    with pytest.raises(SettingsError) as refusal:
        settings.load()

    assert str(refusal.value).startswith(complaint)
    assert "\n" not in str(refusal.value)


def test_every_setting_is_described() -> None:
    undescribed = [
        name for name, field in settings.Settings.model_fields.items() if not field.description
    ]

    assert undescribed == []
