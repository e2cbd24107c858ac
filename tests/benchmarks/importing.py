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
#: Megabytes above those of a process that reads a small file; Linux tells them.
MOST_MB = 20

# Not `ru_maxrss`: a process inherits that of the one which started it.
_CODE = """
import sys, time
from pathlib import Path
from digimaturity.packs.eurostat import read_extract
def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
read_extract(Path(sys.argv[1]))
before = peak()
began = time.perf_counter()
read_extract(Path(sys.argv[2]))
print(time.perf_counter() - began, peak() - before)
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
