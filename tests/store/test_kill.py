"""What was called saved survives `kill -9` at any moment."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

import pytest

from digimaturity.domain.responses import Answer
from digimaturity.services import assessments
from digimaturity.services.workspace import open_workspace
from tests.services.small import begin

KILLS = 200

#: The longest time (seconds) that a process lives after its first saved answer.
LIFE = 0.06


@contextmanager
def server(path: Path, assessment: str, respondent: str) -> Iterator[tuple[IO[str], IO[str]]]:
    arguments = [sys.executable, "-m", "tests.store.killed", str(path), assessment, respondent]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        yield process.stdin, process.stdout


def killed_while_answering(stdin: IO[str], stdout: IO[str], life: float) -> list[tuple[str, int]]:
    """Let a process answer, kill it, and return what it said was saved."""
    stdin.write("go\n")
    stdin.flush()
    child, lines = 0, []
    for line in stdout:
        first, *rest = line.split()
        if first == "gone":
            break
        if first == "child":
            child = int(rest[0])
        else:
            lines.append((first, int(rest[0])))
        if child and len(lines) == 1:
            # The only way to hit any moment is to wait for a random one.
            time.sleep(life)
            os.kill(child, signal.SIGKILL)
            child = 0
    return lines


@pytest.mark.skipif(os.name != "posix", reason="only POSIX can fork and kill -9")
def test_every_answer_called_saved_is_found_again_after_kill_9(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path) as workspace:
        sitting = begin(workspace)
    chance = random.Random(9)  # noqa: S311 - moments, not secrets
    seen = 0
    current: dict[str, int] = {}
    with server(path, sitting.assessment, sitting.manager) as (stdin, stdout):
        for _ in range(KILLS):
            saved = killed_while_answering(stdin, stdout, chance.uniform(0, LIFE))
            # Only looked at: to recover the file is the next process's task.
            with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
                rows = connection.execute(
                    "SELECT id, question_id, new_value FROM answer_log WHERE id > ?", (seen,)
                ).fetchall()
                assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            found = [(question, json.loads(new)["value"]) for _, question, new in rows]
            # The one answer being saved when the blow fell may be there or not.
            assert found[: len(saved)] == saved
            assert len(found) <= len(saved) + 1
            seen += len(rows)
            current.update(found)
    with open_workspace(path) as workspace:
        said = assessments.responses(workspace, sitting.assessment).answers[sitting.manager]
        assert said == {question: Answer.of(level) for question, level in current.items()}
        assert len(assessments.history(workspace, sitting.assessment)) == seen > KILLS
