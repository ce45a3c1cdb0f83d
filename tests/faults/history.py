"""The code as it was before the store's tables last changed."""

import io
import subprocess
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[2]
MIGRATIONS = "services/dateline/store/migrations/versions"
PARTS = ("schemas", "services", "workers", "tests/faults")


def before_the_newest_migration() -> str | None:
    """The commit before the one that added the newest migration; None where it is not here."""
    added = _git("log", "-1", "--diff-filter=A", "--format=%H", "--", MIGRATIONS)
    before = (
        _git("rev-parse", "--verify", "--quiet", f"{added.decode().strip()}^") if added else b""
    )
    return before.decode().strip() or None


def unpack(commit: str, folder: Path) -> None:
    """Lay the code of that commit into the folder."""
    archive = io.BytesIO(_git("archive", "--format=zip", commit, *PARTS))
    with ZipFile(archive) as found:
        found.extractall(folder)


def is_wary(code: Path) -> bool:
    """Whether workers of that code leave tables alone that are not their own.

    Those of an older one fail to write what they read, and call it the article's fault.
    """
    return "StoreNotReady" in (code / "workers/dateline/worker/desk.py").read_text()


def _git(*arguments: str) -> bytes:
    """What git answers; nothing where there is no git, no history, or no such commit."""
    try:
        asked = subprocess.run(("git", *arguments), cwd=ROOT, capture_output=True, check=False)
    except FileNotFoundError:
        return b""
    return asked.stdout if asked.returncode == 0 else b""
