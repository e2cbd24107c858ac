"""A click on a level: saved for good, evaluated and painted anew."""

from __future__ import annotations

import itertools
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.benchmarks.measure import Figure, median_ms

ROUNDS = 200


def figures() -> Iterator[Figure]:
    """Against a bare commit of one row in the same folder, with the same promises of SQLite."""
    with tempfile.TemporaryDirectory() as folder:
        floor = _bare_commit(Path(folder))
        yield Figure("answer: bare SQLite commit (WAL, FULL)", floor)
        os.environ["DIGIMATURITY_HOME"] = folder
        yield from _application(Path(folder), floor)


def _bare_commit(folder: Path) -> float:
    with closing(sqlite3.connect(folder / "bare.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, value TEXT)")
        return median_ms(
            lambda: connection.execute("INSERT INTO answer (value) VALUES ('3')"), ROUNDS
        )


def _application(folder: Path, floor: float) -> Iterator[Figure]:
    from digimaturity.domain.responses import Answer
    from digimaturity.services import assessments, recording, results, sign_off
    from digimaturity.services.packs import installed_benchmarks
    from digimaturity.services.sample import load_sample
    from digimaturity.services.workspace import open_workspace

    figures_ = installed_benchmarks().data
    levels = itertools.cycle((2, 3, 4))
    with open_workspace(folder / "w.db") as workspace:
        assessment = str(load_sample(workspace).assessment)
        sign_off.correct(workspace, assessment, "A slip")
        record = assessments.get_assessment(workspace, assessment)
        person = record.respondents[0].id
        question = assessments.questionnaire_of(workspace, assessment).rated_questions[0].id

        def save() -> None:
            answer = Answer.of(next(levels))
            recording.record_answer(workspace, assessment, person, question, answer)

        saved = median_ms(save, ROUNDS)
        yield Figure("answer: recorded durably by the service", saved, floor, goal_ratio=5)
        evaluated = median_ms(
            lambda: results.evaluate_assessment(workspace, assessment, figures_), ROUNDS
        )
        yield Figure("answer: read back and evaluated", evaluated)
    yield _click(folder / "w.db", floor)


def _click(path: Path, floor: float) -> Figure:
    """A real mouse click on the real page, painted into a real (off-screen) window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from digimaturity.app import make_window
    from digimaturity.ui.widgets.choices import ChoiceRow

    application = QApplication.instance() or QApplication([])
    window = make_window(path)
    window.resize(1440, 900)
    window.show()
    window.start()
    while window.session.workspace is None:
        application.processEvents()
    window.go("questionnaire")
    application.processEvents()
    rows = itertools.cycle(window.findChildren(ChoiceRow)[:5])

    def click() -> None:
        QTest.mouseClick(next(rows), Qt.MouseButton.LeftButton)
        window.session.evaluation  # noqa: B018 - what the open results page would ask for
        application.processEvents()

    ms = median_ms(click, ROUNDS)
    window.close()
    return Figure("answer: click to saved, evaluated and repainted", ms, floor, goal_ms=16)
