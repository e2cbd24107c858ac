"""`kill -9` at any moment of a move: the old or the new workspace opens, with every answer."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import IO

import pytest

from digimaturity import paths
from digimaturity.services.workspace import open_workspace
from digimaturity.settings import Settings, load_settings, save_settings
from tests.services.small import begin

#: Kills from outside, while the process goes on.
KILLS = 24


def moved_until(
    stdin: IO[str], stdout: IO[str], target: Path, last: int, chance: int
) -> tuple[list[int], list[str]]:
    """Let a process answer and move until its `last` word, or if 0 about that of `chance`.

    Returns the levels that it called saved, and its words.
    """
    target.mkdir()
    stdin.write(f"{last} {target}\n")
    stdin.flush()
    child, levels, said = 0, [], []
    for line in stdout:
        first, *rest = line.split()
        if first == "gone":
            break
        if first == "child":
            child = int(rest[0])
            continue
        if first == "level":
            levels.append(int(rest[0]))
        said.append(first)
        if not last and child and (len(said) >= chance or first == "moved"):
            os.kill(child, signal.SIGKILL)  # it has gone on meanwhile, nobody knows how far
            child = 0
    return levels, said


def levels_in(path: Path) -> list[int]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = connection.execute("SELECT new_value FROM answer_log ORDER BY id").fetchall()
    return [json.loads(new)["value"] for (new,) in rows]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX can fork and kill -9")
def test_a_workspace_that_is_killed_while_it_moves_is_never_lost(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path) as workspace:
        sitting = begin(workspace)
    save_settings(paths.config_dir(), Settings(workspace=str(path)))
    chance = random.Random(9)  # noqa: S311 - moments, not secrets
    saved: list[int] = []
    command = [sys.executable, "-m", "tests.services.killed_moving"]
    arguments = [*command, sitting.assessment, sitting.manager]

    def check(number: int, last: int, about: int) -> list[str]:
        before = Path(load_settings(paths.config_dir()).workspace)
        target = tmp_path / str(number)
        levels, said = moved_until(stdin, stdout, target, last, about)
        saved.extend(levels)
        now = Path(load_settings(paths.config_dir()).workspace)
        assert now in (before, target / "work.db")
        assert (now == before) or "known" in said or not last
        assert levels_in(now) == saved
        return said

    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdin
        assert server.stdout
        stdin, stdout = server.stdin, server.stdout
        words = ["level"]
        while words[-1] != "moved":  # it dies at each of its words in turn
            words = check(len(words), len(words), 0)
            words = words if words[-1] == "moved" else [*words, ""]
        assert "known" in words
        for number in range(KILLS):
            check(1000 + number, 0, chance.randint(2, len(words)))
    now = Path(load_settings(paths.config_dir()).workspace)
    with open_workspace(now) as opened:
        assert opened.path == now.resolve()
