"""Percentiles among 10,000 clients, once each has been scored; and scoring them the first time."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import perf_counter

from tests.benchmarks.measure import Figure, median_ms

CLIENTS = 10_000
_SECTIONS, _COUNTRIES, _SIZES = "CFGJM", ("DE", "DE", "DE", "AT"), (20, 60, 120, 400)


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
        _fill(path, assessment)
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


def _fill(path: Path, assessment: str) -> None:
    """Clients who answered what the sample company was asked, each in its own way."""
    dice = random.Random(1)  # noqa: S311 - a fixed example, no secret
    with closing(sqlite3.connect(path)) as connection, connection:
        fingerprint, day = connection.execute(
            "SELECT questionnaire, day FROM assessment WHERE id = ?", (assessment,)
        ).fetchone()
        said = connection.execute(
            "SELECT question_id, new_value FROM answer_log"
            " WHERE assessment_id = ? AND aspect = 'answer' AND respondent_id ="
            " (SELECT id FROM respondent WHERE assessment_id = ? ORDER BY position LIMIT 1)",
            (assessment, assessment),
        ).fetchall()
        for n in range(CLIENTS):
            key, own = f"client {n}", (dice.choice(_COUNTRIES), dice.choice(_SECTIONS))
            size = dice.choice(_SIZES)
            connection.execute(
                "INSERT INTO company (id, name, country, section, employees, contact, notes,"
                " created, revision) VALUES (?, ?, ?, ?, ?, '', '', '', 1)",
                (key, key, *own, size),
            )
            connection.execute(
                "INSERT INTO assessment (id, company_id, questionnaire, day, state, created,"
                " finished, kept_name, kept_country, kept_section, kept_employees, revision)"
                " VALUES (?, ?, ?, ?, 'finished', '', '', ?, ?, ?, ?, 2)",
                (key, key, fingerprint, day, key, *own, size),
            )
            connection.execute(
                "INSERT INTO respondent (id, assessment_id, position, viewpoint, name, revision)"
                " VALUES (?, ?, 0, 'management', '', 1)",
                (key, key),
            )
            connection.executemany(
                "INSERT INTO answer_log (assessment_id, respondent_id, question_id, aspect,"
                " new_value, at, author) VALUES (?, ?, ?, 'answer', ?, '', '')",
                [(key, key, question, _like(value, dice)) for question, value in said],
            )


def _like(value: str, dice: random.Random) -> str:
    """An answer of the same kind; levels and yes or no as the dice fall."""
    answer = json.loads(value)
    if type(answer.get("value")) is int:
        answer["value"] = dice.randint(1, 5) if 1 <= answer["value"] <= 5 else answer["value"]
    elif type(answer.get("value")) is bool:
        answer["value"] = dice.random() < 0.5
    return json.dumps(answer)
