"""Percentiles among 10,000 clients, once each has been scored; and scoring them the first time."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import perf_counter

from tests.benchmarks.clients import fill
from tests.benchmarks.measure import Figure, median_ms

CLIENTS = 10_000


def figures() -> Iterator[Figure]:
    """Against what any program must do anew each time: ask SQLite whether anything has changed."""
    from digimaturity.domain.official import BenchmarkData
    from digimaturity.services import portfolio, results
    from digimaturity.services.sample import load_sample
    from digimaturity.services.workspace import open_workspace

    with tempfile.TemporaryDirectory() as folder:
        os.environ["DIGIMATURITY_HOME"] = folder
        path = Path(folder) / "w.db"
        with open_workspace(path) as workspace:
            assessment = str(load_sample(workspace).assessment)
        fill(path, assessment, CLIENTS)
        with open_workspace(path) as workspace:
            began = perf_counter()
            portfolio.peers_of(workspace, assessment)
            first = (perf_counter() - began) * 1000
            yield Figure(f"portfolio: {CLIENTS} clients scored the first time", first)
            floor = _bare_look(path)
            yield Figure(f"portfolio: bare SQLite look at {CLIENTS} clients", floor)

            def compare() -> None:
                results.evaluate_assessment(workspace, assessment, BenchmarkData())

            def compare_anew() -> None:
                for pools in workspace.scores.pools.values():
                    for pool in pools:
                        pool.groups.clear()
                compare()

            for choice in (None, portfolio.PeerChoice.of(())):
                portfolio.choose_peers(workspace, assessment, choice)
                (sample,) = portfolio.peers_of(workspace, assessment).samples
                name = f"portfolio: evaluated among {sample.provenance.n} of them"
                yield Figure(name, median_ms(compare), floor, goal_ratio=5, goal_ms=100)
                yield Figure(f"{name}, a new group", median_ms(compare_anew), floor, goal_ms=100)


def _bare_look(path: Path) -> float:
    states = "SELECT id, revision FROM assessment WHERE state = 'finished' ORDER BY day, finished"
    with closing(sqlite3.connect(path)) as connection:
        return median_ms(lambda: connection.execute(states).fetchall())
