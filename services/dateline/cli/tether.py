"""Runs a command that is told to stop when its parent dies, however the parent dies.

    python -m dateline.cli.tether PARENT_PID COMMAND [ARGUMENT ...]

Linux only has the means (prctl PR_SET_PDEATHSIG); elsewhere the command just runs.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def main(argv: list[str]) -> None:
    """Ties this process to its parent and becomes the command."""
    parent, *command = argv
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != int(parent):
            # The parent was gone before we asked to be told.
            sys.exit(1)
    os.execvp(command[0], command)  # noqa: S606 - the supervisor's own command line


if __name__ == "__main__":
    main(sys.argv[1:])
