"""Importing a file of 200 MB as Eurostat publishes it: time and memory, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Figure
from tests.packs.eurostat.test_memory import MAKERS

SIZE = 200_000_000
#: Megabytes above those of a process that reads a small file.
MOST_MB = 50

_CODE = """
import resource, sys, time
from pathlib import Path
from digimaturity.packs.eurostat import read_extract
read_extract(Path(sys.argv[1]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began = time.perf_counter()
read_extract(Path(sys.argv[2]))
took = time.perf_counter() - began
print(took, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


def figures() -> Iterator[Figure]:
    """Seconds for each form, as milliseconds, and the memory that it took, in the name."""
    for form, make in MAKERS.items():
        with tempfile.TemporaryDirectory() as folder:
            small, large = Path(folder) / "small", Path(folder) / "large"
            for path, size in ((small, 100_000), (large, SIZE)):
                with path.open("wb") as file:
                    file.writelines(make(size))
            command = [sys.executable, "-c", _CODE, str(small), str(large)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            seconds, megabytes = (float(number) for number in done.stdout.split())
        name = f"import {SIZE // 10**6} MB of {form}: {megabytes:.0f} MB of memory"
        if megabytes > MOST_MB:
            name += f" (MISSED: at most {MOST_MB})"
        yield Figure(name, seconds * 1000, goal_ms=120_000)
