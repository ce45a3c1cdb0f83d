from collections.abc import Callable

import pytest

from dateline.events.extract import Found
from dateline.model.event import Status
from dateline.model.fact import Fact, FactKind

pytestmark = pytest.mark.model

Read = Callable[..., Found]


def roles(found: Found) -> list[Fact]:
    return [fact for fact in found.facts if fact.kind is FactKind.ROLE]


def told(fact: Fact) -> tuple[str | None, str, str | None]:
    return (
        fact.subject.text if fact.subject else None,
        fact.predicate,
        fact.object.text if fact.object else None,
    )


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        (
            "Ana Duvall, a spokeswoman for the Port Authority, left.",
            ("Ana Duvall", "spokeswoman", "Port Authority"),
        ),
        (
            "Norwegian President Ilya Brandt met the union.",
            ("Ilya Brandt", "president", "Norwegian"),
        ),
        (
            "The union met Acme chief executive Ann Lee.",
            ("Ann Lee", "chief executive", "Acme"),
        ),
        (
            "France's foreign minister, Jean Moreau, agreed.",
            ("Jean Moreau", "foreign minister", "France"),
        ),
        (
            "Secretary of State Marco Lind spoke.",
            ("Marco Lind", "secretary of state", None),
        ),
        ("Vesna Horvat is the mayor of Oslo.", ("Vesna Horvat", "mayor", "Oslo")),
        (
            "Ann Lee was appointed chief executive of Acme.",
            ("Ann Lee", "chief executive", "Acme"),
        ),
        (
            "Acme named Ben Okri as its new finance director.",
            ("Ben Okri", "finance director", "Acme"),
        ),
        ("Ann Lee resigned as head of the World Bank.", ("Ann Lee", "head", "World Bank")),
        ("Ben Okri will succeed Ann Lee as head of the bank.", ("Ben Okri", "head", "the bank")),
        ("Ann Lee was sworn in as president of Malta.", ("Ann Lee", "president", "Malta")),
        (
            "The head of the IMF, Kristalina Georgieva, left.",
            ("Kristalina Georgieva", "head", "IMF"),
        ),
        (
            "Ana Kovac, a professor of law at Oslo University, spoke.",
            ("Ana Kovac", "professor of law", "Oslo University"),
        ),
        ("Ann Lee, co-founder of Acme, spoke.", ("Ann Lee", "co-founder", "Acme")),
        ("Ann Lee, an executive in charge of sales, spoke.", ("Ann Lee", "executive", None)),
    ],
)
def test_who_holds_which_office_where(
    read: Read, sentence: str, role: tuple[str, str, str | None]
) -> None:
    assert [told(fact) for fact in roles(read(sentence))] == [role]


def test_two_offices_of_one_person(read: Read) -> None:
    found = roles(read("Ann Lee, chairman and chief executive of Acme, said so."))

    assert [told(fact) for fact in found] == [
        ("Ann Lee", "chairman", "Acme"),
        ("Ann Lee", "chief executive", "Acme"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister met the mayor of Oslo.",
        "The Justice Department sued General Motors.",
        "She is no leader.",
        "A spokesman for Acme declined to comment.",
        "Ann Lee is unfit to be mayor.",
        "Dean Baker left.",
    ],
)
def test_offices_that_nobody_named_holds(read: Read, sentence: str) -> None:
    assert roles(read(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Vesna Horvat is the mayor of Oslo.", Status.ONGOING),
        ("Vesna Horvat was the mayor of Oslo.", Status.OCCURRED),
        ("Vesna Horvat is not the mayor of Oslo.", Status.NEGATED),
        ("Vesna Horvat, the mayor of Oslo, left.", Status.ONGOING),
        ("Vesna Horvat, the former mayor of Oslo, left.", Status.OCCURRED),
        ("Former President Barack Obama spoke.", Status.OCCURRED),
        ("Ann Lee will be appointed chief executive of Acme.", Status.SCHEDULED),
        ("Ann Lee resigned as head of the World Bank.", Status.OCCURRED),
    ],
)
def test_whether_the_office_is_held(read: Read, sentence: str, status: Status) -> None:
    assert [fact.status for fact in roles(read(sentence))] == [status]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("Vesna Horvat, the port's director since 2019, left.", "2019-01-01/.."),
        ("Ann Lee was appointed chief executive of Acme in 2019.", None),
    ],
)
def test_since_when_the_office_is_held(read: Read, sentence: str, edtf: str | None) -> None:
    (fact,) = roles(read(sentence, {"2019": ("2019-01-01", "2019-12-31")}))

    assert [timex.text for timex in fact.time.timexes] == ["2019"]
    assert fact.time.edtf == edtf


def test_an_office_beside_a_name_has_no_time_of_its_own(read: Read) -> None:
    found = read(
        "Ann Lee, the mayor of Oslo, left on Monday.", {"Monday": ("2024-05-13", "2024-05-13")}
    )

    assert [fact.time.interval for fact in roles(found)] == [None]


def test_the_evidence_of_a_role_runs_from_the_name_to_the_date(read: Read) -> None:
    text = "Vesna Horvat, the port's director since 2019, left."

    (fact,) = roles(read(text, {"2019": ("2019-01-01", "2019-12-31")}))

    assert fact.evidence.exact == "Vesna Horvat, the port's director since 2019"
