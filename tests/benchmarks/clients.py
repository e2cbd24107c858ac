"""A workspace with as many clients as a mentor may ever have, made quickly by plain SQL."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

_SECTIONS, _COUNTRIES, _SIZES = "CFGJM", ("DE", "DE", "DE", "AT"), (20, 60, 120, 400)


def fill(path: Path, assessment: str, companies: int, assessments: int = 0) -> None:
    """Add clients who answered what `assessment` asks, each in its own way.

    Every one has a finished assessment; the first ones have further, earlier ones until there are
    so many `assessments`, if that is more.
    """
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
        for n in range(max(companies, assessments)):
            client, year = f"client {n % companies:05}", n // companies
            own = (dice.choice(_COUNTRIES), dice.choice(_SECTIONS), dice.choice(_SIZES))
            if not year:
                connection.execute(
                    "INSERT INTO company (id, name, country, section, employees, contact, notes,"
                    " created, revision) VALUES (?, ?, ?, ?, ?, '', '', '', 1)",
                    (client, client, *own),
                )
            then = date.fromisoformat(day) - timedelta(days=365 * year)
            _finished(connection, f"{client} {year}", client, own, (fingerprint, str(then)))
            answers = [(question, _like(value, dice)) for question, value in said]
            _answered(connection, f"{client} {year}", answers)


def _finished(
    connection: sqlite3.Connection,
    key: str,
    client: str,
    own: tuple[str, str, int],
    asked: tuple[str, str],
) -> None:
    connection.execute(
        "INSERT INTO assessment (id, company_id, questionnaire, day, state, created,"
        " finished, kept_name, kept_country, kept_section, kept_employees, revision)"
        " VALUES (?, ?, ?, ?, 'finished', '', '', ?, ?, ?, ?, 2)",
        (key, client, *asked, client, *own),
    )
    connection.execute(
        "INSERT INTO respondent (id, assessment_id, position, viewpoint, name, revision)"
        " VALUES (?, ?, 0, 'management', '', 1)",
        (key, key),
    )


def _answered(connection: sqlite3.Connection, key: str, answers: list[tuple[str, str]]) -> None:
    connection.executemany(
        "INSERT INTO answer_log (assessment_id, respondent_id, question_id, aspect,"
        " new_value, at, author) VALUES (?, ?, ?, 'answer', ?, '', '')",
        [(key, key, question, value) for question, value in answers],
    )


def _like(value: str, dice: random.Random) -> str:
    """An answer of the same kind; levels and yes or no as the dice fall."""
    answer = json.loads(value)
    if type(answer.get("value")) is int:
        answer["value"] = dice.randint(1, 5) if 1 <= answer["value"] <= 5 else answer["value"]
    elif type(answer.get("value")) is bool:
        answer["value"] = dice.random() < 0.5
    return json.dumps(answer)
