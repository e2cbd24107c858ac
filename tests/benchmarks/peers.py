"""Merging many contributions into a peer pack, against only parsing the JSON of the same bytes.

Each run is a process of its own, so that its peak of memory is its own. A million takes a minute
or two and is run on demand: ``python -m tests.benchmarks.peers 1000000``.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from digimaturity.exchange.counting import count
from digimaturity.exchange.gathering import pieces
from digimaturity.exchange.measured import measured
from digimaturity.exchange.peer_pack import peer_pack
from digimaturity.exchange.signing import load_key, make_key, signed
from digimaturity.services.packs import usable_questionnaires
from tests.benchmarks.measure import Figure
from tests.exchange.make import YEAR, many

#: As many countries as Eurostat tells of.
COUNTRIES = (
    "DE FR IT ES PL RO NL BE EL CZ PT SE HU AT BG DK FI SK IE HR LT SI LV EE CY LU MT NO CH IS UK"
)
SIZES = (10_000, 100_000)
DEMANDED = 1_000_000
GOAL_SECONDS, GOAL_MEGABYTES = 60.0, 1000.0


def figures(sizes: tuple[int, ...] = SIZES) -> Iterator[Figure]:
    """For each size the whole way from a file of lines to the signed bytes, and its memory."""
    for n in sizes:
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.peers", "--one", str(n)],
            capture_output=True,
            text=True,
            check=True,
        )
        whole, floor, megabytes, busy = map(float, done.stdout.split())
        goal = GOAL_SECONDS * 1000 if n == DEMANDED else None
        yield Figure(f"peers: merge {n:,} contributions", whole, floor, goal_ms=goal)
        yield Figure(f"peers: merge {n:,}, for each (us)", whole * 1000 / n, floor * 1000 / n)
        print(f"peers: merge {n:,}, most memory {megabytes:.0f} MB (<= {GOAL_MEGABYTES:.0f} MB)")
        print(f"peers: merge {n:,}, processor busy {busy / 1000:.1f} s, on one core")


def one(n: int) -> None:
    """Print ms of merging and of parsing alone, peak of memory in MB, ms of processor time."""
    asked = measured(usable_questionnaires()["readiness"])
    with tempfile.TemporaryDirectory() as folder:
        path, key = Path(folder) / "many.jsonl", Path(folder) / "key.pem"
        with path.open("wb") as file:
            file.writelines(many(asked, n, COUNTRIES))
        make_key(key)
        began, idle = time.perf_counter(), time.process_time()
        counted = count(lambda: pieces([path]), asked, YEAR)
        signed(peer_pack(counted, YEAR), "Benchmark", load_key(key))
        whole, busy = time.perf_counter() - began, time.process_time() - idle
        began = time.perf_counter()
        with path.open("rb") as file:
            for line in file:
                json.loads(line)
        floor = time.perf_counter() - began
    if counted.accepted != n:
        raise RuntimeError(f"only {counted.accepted} of {n} were counted: {counted.refused}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(whole * 1000, floor * 1000, peak, busy * 1000)


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        one(int(sys.argv[2]))
    else:
        for figure in figures(tuple(int(argument) for argument in sys.argv[1:])):
            print(figure)
