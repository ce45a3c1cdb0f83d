"""What can go wrong in a way that a caller may want to handle."""

from datetime import datetime


class DatelineError(Exception):
    """Base of every error a caller may want to catch."""


class ArticleNotFound(DatelineError):
    """No article has this id."""

    def __init__(self, article_id: str) -> None:
        super().__init__(f"no article {article_id!r}")
        self.article_id = article_id


class JobNotFound(DatelineError):
    """No job has this id."""

    def __init__(self, job_id: str) -> None:
        super().__init__(f"no job {job_id!r}")
        self.job_id = job_id


class JobOver(DatelineError):
    """A job that is done, where one under way is needed."""

    def __init__(self, job_id: str) -> None:
        super().__init__(f"job {job_id!r} is done")
        self.job_id = job_id


class EventNotFound(DatelineError):
    """No event of the present timeline has this id."""

    def __init__(self, event_id: str) -> None:
        super().__init__(f"no event {event_id!r}")
        self.event_id = event_id


class ArticleDeleted(DatelineError):
    """The article was erased, and is not taken in again."""

    def __init__(self, article_id: str) -> None:
        super().__init__(f"article {article_id!r} was erased")
        self.article_id = article_id


class Revised(DatelineError):
    """The article is not in the revision any more that a change was meant for."""

    def __init__(self, article_id: str, revision: int) -> None:
        super().__init__(f"article {article_id!r} is in revision {revision} now")
        self.article_id = article_id
        self.revision = revision


class NotReadYet(DatelineError):
    """The article is there, but has not been read for the first time."""

    def __init__(self, article_id: str) -> None:
        super().__init__(f"article {article_id!r} has not been read yet")
        self.article_id = article_id


class IdentityConflict(DatelineError):
    """The url and the external id of one post belong to two different articles."""

    def __init__(self, by_external_id: str, by_url: str) -> None:
        super().__init__(
            f"external_id belongs to article {by_external_id!r}, url to article {by_url!r}"
        )
        self.by_external_id = by_external_id
        self.by_url = by_url


class KeyReused(DatelineError):
    """A key that already stands for a request with another body."""

    def __init__(self) -> None:
        super().__init__("the key was given to another body before")


class KeyInUse(DatelineError):
    """A key whose first request is still under way."""

    def __init__(self) -> None:
        super().__init__("the first request with this key is still under way")


class UnreadableDate(DatelineError):
    """A publication date that gives no single day; `readings` are the days it could be."""

    def __init__(self, given: str, why: str, readings: tuple[str, ...] = ()) -> None:
        super().__init__(f"{given!r}: {why}")
        self.given = given
        self.why = why
        self.readings = readings


class UnknownZone(DatelineError):
    """A time zone name that the IANA database does not know."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no time zone {name!r}")
        self.name = name


class Unstorable(DatelineError):
    """What was read in an article goes beyond what the store can hold."""

    def __init__(self, why: str) -> None:
        super().__init__(f"cannot be stored: {why}")


class NoArticleText(DatelineError):
    """A page in which no article was found."""

    def __init__(self) -> None:
        super().__init__("no article was found on the page")


class OverLimit(DatelineError):
    """A field that is larger than the service takes."""

    def __init__(self, field: str, unit: str, amount: int, most: int) -> None:
        super().__init__(f"{field} has {amount} {unit}, at most {most} are taken")
        self.field = field
        self.unit = unit
        self.amount = amount
        self.most = most


class NoModel(DatelineError):
    """The language model that the extractor needs is not installed."""


class CutOff(DatelineError):
    """A reading that somebody waited for, and that took too long or broke off."""


class TooManyExports(DatelineError):
    """An export, where as many as may be at once are under way."""

    def __init__(self) -> None:
        super().__init__("too many exports are under way; come back later")


class BadCursor(DatelineError):
    """A cursor that is forged or belongs to another query."""


class StaleCursor(DatelineError):
    """A cursor that is older than the pages it was made for are kept."""


class InFuture(DatelineError):
    """An instant that has not come yet, where only the past can be asked for."""

    def __init__(self, moment: datetime) -> None:
        super().__init__(f"{moment.isoformat()} is in the future")
        self.moment = moment


class StoreNotReady(DatelineError):
    """The database does not have the tables of this version: run `dateline migrate`."""

    def __init__(self) -> None:
        super().__init__("the database is not up to date: run `dateline migrate`")


class StoreNotEmpty(DatelineError):
    """A store that holds something, where an empty one is needed."""

    def __init__(self) -> None:
        super().__init__("the store that is to be filled holds something already")


class CopyDiffers(DatelineError):
    """A copy that does not hold what was copied; it was given up."""

    def __init__(self, part: str, wanted: int, found: int) -> None:
        super().__init__(
            f"the copy differs in {part!r}: {found} rows of {wanted}, or others; nothing was kept"
        )
        self.part = part


class NoBackup(DatelineError):
    """A file from which no store can be restored."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"cannot restore from {file}: {why}")
        self.file = file
        self.why = why


class FileInTheWay(DatelineError):
    """A file that is there already, where one was to be written."""

    def __init__(self, file: str) -> None:
        super().__init__(f"{file} is there already")
        self.file = file


class Backlogged(DatelineError):
    """Too much waits to be read: no more is taken in until some of it is done."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"articles have been waiting for {seconds:.0f} seconds; come back later")
        self.seconds = seconds


class LeaseLost(DatelineError):
    """The article was claimed by someone else in the meantime; nothing was written."""

    def __init__(self, article_id: str) -> None:
        super().__init__(f"lost the lease of article {article_id!r}")
        self.article_id = article_id


class SettingsError(DatelineError):
    """A setting that cannot be used, named with its value."""


class NoAddress(SettingsError):
    """What was given as the address of a database is none; it is not repeated: see passwords."""

    def __init__(self, why: str, given_as: str = "DATABASE_URL") -> None:
        super().__init__(f"{given_as} {why}")
        self.why = why
