"""A mentor's portfolio: the reports of sixteen firms in two processes, against one process."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.measure import Figure

FIRMS = 16
#: Two processes take at most so much of the time of one.
GOAL = 1 / 1.5


def figures() -> Iterator[Figure]:
    """Both in the same run, each the quicker of two."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DIGIMATURITY_HOME"] = folder
        one, two = (min(_took(Path(folder), n) for _ in range(2)) for n in (1, 2))
    yield Figure(f"batch: {FIRMS} reports, one process", one)
    yield Figure(f"batch: {FIRMS} reports, two processes", two, one, goal_ratio=GOAL)


def _took(home: Path, processes: int) -> float:
    """Milliseconds for all reports in so many processes."""
    from digimaturity.i18n import Translator
    from digimaturity.paths import resources_dir
    from digimaturity.services.answers_file import save_answers
    from digimaturity.services.batch import tasks_of, write_all
    from digimaturity.services.exports import Format
    from digimaturity.services.sample import read_sample
    from digimaturity.services.workspace import open_workspace

    t = Translator.load("de", resources_dir() / "locale")
    with tempfile.TemporaryDirectory(dir=home) as folder:
        answers = read_sample()
        with open_workspace(Path(folder) / "work.db") as workspace:
            for number in range(FIRMS):
                company = replace(answers.company, name=f"Firm {number}")
                save_answers(workspace, replace(answers, company=company))
            tasks = tasks_of(workspace, Path(folder) / "out", Format.PDF)
            began = time.perf_counter()
            done = list(write_all(workspace, tasks, t, processes=processes))
            took = (time.perf_counter() - began) * 1000
        assert [one.error for one in done] == [None] * FIRMS
    return took
