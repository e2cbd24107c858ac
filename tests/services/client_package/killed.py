"""Takes packages in, in processes that die in the middle; started by test_kill.py.

For each line on its standard input, ``WORKSPACE PACKAGE HOW CALLS``, it forks a child that takes
the package in and kills itself at that call of its `Watch`, or lives if there are fewer. It prints
``killed`` or ``lived``. Its arguments are a workspace and a package to load all with, once.
"""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from pathlib import Path

from digimaturity.services.client_package.choosing import Choice, How
from digimaturity.services.client_package.comparing import look_at
from digimaturity.services.client_package.importing import take_in
from digimaturity.services.workspace import open_workspace


def take(path: Path, package: Path, how: How, calls: int) -> None:
    counted = count(1)

    def watch(_done: float) -> None:
        if next(counted) == calls:
            os.kill(os.getpid(), signal.SIGKILL)

    with open_workspace(path) as workspace:
        preview = look_at(workspace, package)
        take_in(workspace, preview, Choice(how), copied_name="Copy", watch=watch)


def serve(path: Path, package: Path) -> None:
    with open_workspace(path) as workspace:  # loads all that a child needs, once
        look_at(workspace, package)
    for line in sys.stdin:
        target, source, how, calls = line.split()
        child = os.fork()
        if child == 0:
            take(Path(target), Path(source), How(how), int(calls))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        os.write(1, b"killed\n" if os.WIFSIGNALED(status) else b"lived\n")


if __name__ == "__main__":
    serve(Path(sys.argv[1]), Path(sys.argv[2]))
