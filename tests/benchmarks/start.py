"""From the command to the first painted window and to data on the screen, on a real X server."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Figure

ROUNDS = 11


def figures() -> Iterator[Figure]:
    """The two windows in turn, so that a change of the machine's speed meets both alike."""
    if shutil.which("xvfb-run") is None:
        print("start: needs xvfb-run")
        return
    with tempfile.TemporaryDirectory() as home:
        environment = home_with_the_sample(Path(home))
        runs = [
            (_run("bare", environment), _run("application", environment)) for _ in range(ROUNDS + 1)
        ][1:]
    floor = statistics.median(bare[0] for bare, _ in runs)
    painted = statistics.median(ours[0] for _, ours in runs)
    usable = statistics.median(ours[1] for _, ours in runs)
    opened = statistics.median(ours[2] for _, ours in runs)
    yield Figure("start: first painted window", painted, floor, goal_ratio=1.3)
    yield Figure("start: data on screen and usable", usable, floor, goal_ratio=3)
    yield Figure("start: workspace open, all is recorded at once", opened, floor)


def home_with_the_sample(home: Path) -> dict[str, str]:
    """A home with the sample company in it; no variable that spoils start-up figures."""
    environment = {**os.environ, "DIGIMATURITY_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"):
        environment.pop(name, None)
    prepare = (
        "from digimaturity import paths; from digimaturity.services import sample, workspace\n"
        "with workspace.open_workspace(paths.default_workspace()) as w: sample.load_sample(w)"
    )
    subprocess.run([sys.executable, "-c", prepare], env=environment, check=True)
    return environment


def _run(window: str, environment: dict[str, str]) -> tuple[float, ...]:
    # The X server is started first: its time is not the window's.
    script = (
        'exec env BEGAN="$("$0" -c "import time; print(time.monotonic_ns())")" "$0" -m "$1" "$2"'
    )
    command = ["xvfb-run", "-a", "sh", "-c", script, sys.executable, "tests.benchmarks.windows"]
    done = subprocess.run(
        [*command, window], env=environment, capture_output=True, text=True, check=True
    )
    return tuple(float(moment) for moment in done.stdout.split())
