"""`python -m dateline.cli` is the `dateline` command."""

from dateline.cli.main import run

run()
