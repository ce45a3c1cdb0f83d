"""The day an article was published, out of everything that scrapers post."""

from datetime import UTC, date, datetime

import pytest

from dateline.intake import published
from dateline.model.article import Publication
from dateline.model.errors import UnknownZone, UnreadableDate

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)


def read(given: str | None, *languages: str, zone: str | None = None) -> Publication:
    return published.read(given, zone=zone, languages=languages or ("en",), now=NOW)


@pytest.mark.parametrize(
    ("given", "languages", "day"),
    [
        pytest.param("2025-02-26", ("en",), "2025-02-26", id="ISO date"),
        pytest.param("20250226", ("en",), "2025-02-26", id="ISO basic date"),
        pytest.param("2025-W09-3", ("en",), "2025-02-26", id="ISO week date"),
        pytest.param("0001-01-01", ("en",), "0001-01-01", id="the first day"),
        pytest.param("26.02.2025. 08:41", ("sr",), "2025-02-26", id="Serbian with a time"),
        pytest.param("24. februara 2025.", ("sr-Latn-ME",), "2025-02-24", id="Serbian genitive"),
        pytest.param("ponedjeljak, 24. veljače 2025.", ("hr",), "2025-02-24", id="Croatian"),
        pytest.param("Feb 26, 2025", ("en",), "2025-02-26", id="American"),
        pytest.param("Wednesday 26th of February, 2025", ("en",), "2025-02-26", id="British"),
        pytest.param("Published: Feb 26, 2025", ("en",), "2025-02-26", id="with a label"),
        pytest.param("26 февраля 2025", ("ru",), "2025-02-26", id="Russian"),
        pytest.param("26. Februar 2025, 08:41 Uhr", ("de",), "2025-02-26", id="German"),
        pytest.param("26 février 2025 à 08h41", ("fr",), "2025-02-26", id="French"),
        pytest.param("26 de febrero de 2025", ("es",), "2025-02-26", id="Spanish"),
        pytest.param("2025年2月26日", ("zh",), "2025-02-26", id="Chinese"),
        pytest.param("26 فبراير 2025", ("ar",), "2025-02-26", id="Arabic"),
        pytest.param("Feb 26, 2025", ("sr",), "2025-02-26", id="English on a Serbian page"),
        pytest.param("24. februara 2025.", ("en", "sr"), "2025-02-24", id="a translated page"),
        pytest.param("13/02/2025", ("en",), "2025-02-13", id="only one order is possible"),
        pytest.param("02/02/2025", ("en",), "2025-02-02", id="both orders agree"),
        pytest.param("03/02/2025", ("de",), "2025-02-03", id="German order"),
        pytest.param("03/02/2025", ("en-GB",), "2025-02-03", id="British order"),
        pytest.param("02/03/2025", ("en-US",), "2025-02-03", id="American order"),
        pytest.param("25/02/03", ("hu",), "2025-02-03", id="Hungarian order"),
        pytest.param("2025/02/03", ("en",), "2025-02-03", id="the year first"),
        pytest.param("Thu 02/01/2025", ("en",), "2025-01-02", id="its weekday settles the order"),
        pytest.param("27 mar 2024", ("it",), "2024-03-27", id="a month that looks like a weekday"),
    ],
)
def test_a_bare_day_is_read(given: str, languages: tuple[str, ...], day: str):
    publication = read(given, *languages)

    assert publication.on == date.fromisoformat(day)
    assert publication.as_given == given


@pytest.mark.parametrize(
    ("given", "zone", "day", "instant"),
    [
        pytest.param(
            "2025-02-26T23:30:00Z",
            "Europe/Podgorica",
            "2025-02-27",
            "2025-02-26T23:30:00Z",
            id="an instant has its day in the newsroom's zone",
        ),
        pytest.param(
            "2025-02-26T23:30:00-05:00",
            None,
            "2025-02-26",
            "2025-02-27T04:30:00Z",
            id="without a zone, in the offset given",
        ),
        pytest.param(
            "2025-02-26t08:41:07.123456789z",
            None,
            "2025-02-26",
            "2025-02-26T08:41:07.123456Z",
            id="lower case and nanoseconds",
        ),
        pytest.param(
            "2024-12-31T23:59:60Z", None, "2024-12-31", "2024-12-31T23:59:59Z", id="a leap second"
        ),
        pytest.param(
            "2025-02-26 23:30",
            "Europe/Podgorica",
            "2025-02-26",
            "2025-02-26T22:30:00Z",
            id="a wall-clock time keeps its day",
        ),
        pytest.param("2025-02-26T23:30:00", None, "2025-02-26", None, id="a wall clock somewhere"),
        pytest.param("2025-02-26", "Asia/Tokyo", "2025-02-26", None, id="a bare date"),
        pytest.param(
            "Wed, 26 Feb 2025 08:41:00 +0100",
            None,
            "2025-02-26",
            "2025-02-26T07:41:00Z",
            id="RFC 2822",
        ),
        pytest.param(
            "24. februara 2025. u 18:30",
            "Europe/Podgorica",
            "2025-02-24",
            "2025-02-24T17:30:00Z",
            id="a genitive with a time",
        ),
        pytest.param(
            "Feb 26, 2025 8:41 CST",
            None,
            "2025-02-26",
            None,
            id="an abbreviation is three zones on three continents",
        ),
        pytest.param(
            "Feb 26, 2025 00:00",
            "Europe/Podgorica",
            "2025-02-26",
            "2025-02-25T23:00:00Z",
            id="midnight that was printed",
        ),
    ],
)
def test_the_day_and_the_instant_are_told_apart(
    given: str, zone: str | None, day: str, instant: str | None
):
    publication = read(given, "sr", zone=zone)

    assert publication.on == date.fromisoformat(day)
    assert publication.at == (instant and datetime.fromisoformat(instant))
    assert publication.zone == zone


@pytest.mark.parametrize(
    ("given", "why"),
    [
        pytest.param(None, "is missing", id="nothing"),
        pytest.param("  ", "is missing", id="spaces"),
        pytest.param("2 hours ago", "is relative", id="2 hours ago"),
        pytest.param("yesterday", "is relative", id="yesterday"),
        pytest.param("now", "is relative", id="now"),
        pytest.param("Monday", "cannot be read", id="a weekday"),
        pytest.param("February 2025", "cannot be read", id="a month"),
        pytest.param("2025", "cannot be read", id="a year"),
        pytest.param("20250-01-01", "cannot be read", id="the year 20250"),
        pytest.param("1 January 20250", "cannot be read", id="the year 20250 in words"),
        pytest.param("1740551260", "cannot be read", id="seconds since 1970"),
        pytest.param("30 February 2025", "cannot be read", id="30 February"),
        pytest.param("30. februara 2025.", "cannot be read", id="30 February, inflected"),
        pytest.param("24. kazoo 2025", "cannot be read", id="no month"),
        pytest.param("3 5 24. februara 2025.", "cannot be read", id="numbers left over"),
        pytest.param("sometime soon", "cannot be read", id="no date at all"),
        pytest.param("1 " * 60, "is too long", id="a hundred ones"),
        pytest.param("2025-02-29", "does not exist", id="29 February 2025"),
        pytest.param("2025-02-26T25:00Z", "does not exist", id="25 o'clock"),
        pytest.param("2025-02-26T08:00+99:00", "does not exist", id="an offset of four days"),
        pytest.param("0001-01-01T00:00:00+14:00", "outside the years", id="before the year 1"),
        pytest.param("2025-03-03T12:00:01Z", "in the future", id="48 hours and a second"),
        pytest.param("2025-03-04", "in the future", id="the day after the day after tomorrow"),
        pytest.param("9999-12-31", "in the future", id="the last day"),
    ],
)
def test_what_names_no_day_is_refused(given: str | None, why: str):
    with pytest.raises(UnreadableDate, match=why):
        read(given, "sr", "en")


def test_a_clock_that_runs_ahead_is_no_reason_to_refuse():
    assert read("2025-03-03T12:00:00Z").on == date(2025, 3, 3)
    assert read("2025-03-03").on == date(2025, 3, 3)


@pytest.mark.parametrize("language", ["en", "und", "ja", "xx"])
def test_two_readings_that_the_language_does_not_settle_are_listed(language: str):
    with pytest.raises(UnreadableDate) as refused:
        read("03/02/2025", language)

    assert refused.value.readings == ("2025-02-03", "2025-03-02")


@pytest.mark.parametrize(
    "name", ["Europe/Atlantis", "CEST", "../../etc/passwd", "Europe", "/etc/localtime", ""]
)
def test_a_zone_that_nobody_knows_is_refused(name: str):
    with pytest.raises(UnknownZone):
        read("2025-02-26", zone=name)


@pytest.mark.parametrize(
    ("given", "language", "why"),
    [
        pytest.param(
            "Thursday 26 February 2025", "en", "names a Thursday, which 2025-02-26 is not", id="en"
        ),
        pytest.param(
            "petak, 24. veljače 2025.", "hr", "names a Friday, which 2025-02-24 is not", id="hr"
        ),
    ],
)
def test_a_weekday_that_disagrees_with_its_date_is_refused(given: str, language: str, why: str):
    with pytest.raises(UnreadableDate) as refused:
        read(given, language)

    assert refused.value.why == why
    assert len(refused.value.readings) == 1
