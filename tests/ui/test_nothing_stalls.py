"""The window goes on during long work: no turn of its loop takes a tenth of a second.

What is measured is the time of the processor that this process used between two turns of the loop,
in all its threads. The clock would count how long other programs had the processor, which is much
on a busy machine; the time of the interface's thread alone would leave out that it waits for the
interpreter's lock while a worker holds it, for instance in a long call of a C library. In such a
gap the worker works, so its time tells of the wait. Where a worker merely runs beside the loop, a
turn counts the few milliseconds until the next one.

A machine that is slower, or as busy that its caches are of no use, gets more time, by what a fixed
piece of work takes there. A stall of ours is there in each of several runs; what comes from outside
is not, so the best of them counts; the first run also loads the libraries of a format.
"""

from __future__ import annotations

import shutil
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from digimaturity import paths
from digimaturity.domain.responses import Answer
from digimaturity.progress import Watch
from digimaturity.services.benchmarks import preview_import
from digimaturity.services.changes import Change
from digimaturity.services.client_package.comparing import look_at
from digimaturity.services.client_package.writing import hand_over
from digimaturity.services.exports import Format
from digimaturity.services.moving import prepare
from digimaturity.services.sample import load_sample
from digimaturity.services.workspace import backup_workspace, open_workspace
from digimaturity.ui.drawn_peers import want_peers
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.report import ReportPage
from digimaturity.ui.pages.results import ResultsPage
from tests.benchmarks.clients import fill
from tests.packs.eurostat.test_memory import MAKERS
from tests.ui.conftest import Opener

#: The longest turn, in seconds of the processor on a machine that does `_work` in `_USUAL`.
MOST, _USUAL = 0.1, 0.02
_RUNS = 5
_CLIENTS = 200


class Watchdog(QObject):
    """Notes the longest gap between two turns of the loop, in seconds of the processor."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.process_time()
        self._timer = QTimer(self, interval=4)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        now = time.process_time()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def _work() -> float:
    began = time.thread_time()
    sum(i * i for i in range(250_000))
    return time.thread_time() - began


def allowed() -> float:
    """Seconds that a turn may take on this machine, as it is now."""
    return MOST * max(1.0, statistics.median(_work() for _ in range(5)) / _USUAL)


def longest_turn(qtbot: QtBot, begin: Callable[[], object], ended: Callable[[], bool]) -> float:
    """How long the longest turn was, from the click that begins it until all is shown."""
    qtbot.wait(50)
    dog = Watchdog()
    begin()
    qtbot.waitUntil(ended, timeout=120_000)
    qtbot.wait(20)
    return dog.longest


def assert_no_stall(qtbot: QtBot, begin: Callable[[], object], ended: Callable[[], bool]) -> None:
    """At least one of several runs has no turn that is too long."""
    turns = []
    for _ in range(_RUNS):
        turns.append(longest_turn(qtbot, begin, ended))
        if turns[-1] <= allowed():
            return
    pytest.fail(f"the loop stood still: {[round(turn * 1000) for turn in turns]} ms")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Change]:
    """A workspace with the sample company among many clients, and how that came into it."""
    path = tmp_path_factory.mktemp("many") / "workspace.db"
    with open_workspace(path) as workspace:
        sample = load_sample(workspace)
    fill(path, str(sample.assessment), _CLIENTS)
    return path, sample


@pytest.fixture
def clients(open_window: Opener, many: tuple[Path, Change]) -> MainWindow:
    """A window on a copy of it."""
    path, sample = many
    paths.default_workspace().parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, paths.default_workspace())
    return open_window(page="overview", assessment=sample.assessment)


@pytest.fixture
def report(qtbot: QtBot, clients: MainWindow) -> ReportPage:
    """The page that shows the report, when it does."""
    page = clients.frame.page("report")
    assert isinstance(page, ReportPage)
    clients.go("report")
    qtbot.waitUntil(lambda: page.ready, timeout=60_000)
    return page


def test_the_watchdog_sees_what_holds_the_interpreter_and_what_holds_the_loop(
    qtbot: QtBot, clients: MainWindow
) -> None:
    """A sum of a range is one call in C, which lets no other thread run."""
    ends: list[int] = []

    def hold() -> int:
        return sum(range(40_000_000))

    def in_the_worker() -> None:
        clients.tasks.run(hold, ends.append, clients.report)

    assert longest_turn(qtbot, in_the_worker, lambda: len(ends) == 1) > MOST
    assert longest_turn(qtbot, lambda: ends.append(hold()), lambda: len(ends) == 2) > MOST


def test_making_a_report(qtbot: QtBot, report: ReportPage) -> None:
    languages = iter(["de", "en"] * _RUNS)
    assert_no_stall(qtbot, lambda: report.choose_language(next(languages)), lambda: report.ready)


def test_saving_a_report(qtbot: QtBot, report: ReportPage, tmp_path: Path) -> None:
    for form in (form for form in Format if form is not Format.PDF):
        target = tmp_path / f"report.{form}"

        def begin(target: Path = target, form: Format = form) -> None:
            target.unlink(missing_ok=True)
            report.saving.save_as(target, form)

        assert_no_stall(qtbot, begin, target.exists)


def _score_anew(window: MainWindow) -> None:
    workspace = window.session.workspace
    assert workspace is not None
    workspace.scores.rated.clear()
    workspace.scores.stamp = None
    window.session.draw_anew()


def test_scoring_the_clients_for_the_first_time(qtbot: QtBot, clients: MainWindow) -> None:
    session, parts = clients.session, clients.frame.page("overview").parts

    def begin() -> None:
        _score_anew(clients)
        want_peers(parts)

    assert_no_stall(qtbot, begin, lambda: session.peers is not None)


def test_the_results_while_clients_are_scored_and_when_they_are_there(
    qtbot: QtBot, clients: MainWindow
) -> None:
    session = clients.session
    clients.go("results")
    page = clients.frame.page("results")
    assert isinstance(page, ResultsPage)

    def shown() -> bool:
        return session.peers is not None and page.ready

    qtbot.waitUntil(shown, timeout=60_000)
    assert_no_stall(qtbot, lambda: _score_anew(clients), shown)


def test_the_results_after_an_answer_and_when_they_are_shown_for_the_first_time(
    qtbot: QtBot, clients: MainWindow
) -> None:
    session = clients.session
    assert session.questionnaire is not None
    session.correct("A slip")
    question = session.questionnaire.rated_questions[0].id
    levels = iter([1, 5] * _RUNS)

    def ready() -> bool:
        page = clients.frame.page("results")
        return isinstance(page, ResultsPage) and page.ready and session.peers is not None

    def open_anew() -> None:
        clients.frame.forget_pages()
        clients.go("results")

    assert_no_stall(qtbot, open_anew, ready)
    assert_no_stall(qtbot, lambda: session.answer(question, Answer.of(next(levels))), ready)


_JOBS = ("backup", "move", "hand over", "look at", "figures")


def test_work_on_files(
    qtbot: QtBot, clients: MainWindow, many: tuple[Path, Change], tmp_path: Path
) -> None:
    workspace, company = clients.session.workspace, str(many[1].company)
    assert workspace is not None
    table, package, ends = tmp_path / "table.csv", tmp_path / "package", list[object]()
    with table.open("wb") as file:
        for part in MAKERS["csv"](1_000_000):
            file.write(part.replace(b"14/12/26", b"01/03/26"))  # no day that is yet to come
    hand_over(workspace, company, package)

    def work(job: str, watch: Watch) -> object:
        target = tmp_path / f"{len(ends)}.db"
        match job:
            case "backup":
                return backup_workspace(workspace, target, watch)
            case "move":
                with prepare(workspace, target, watch):
                    return target
            case "hand over":
                return hand_over(workspace, company, target, watch=watch)
            case "look at":
                return look_at(workspace, package, watch)
        return preview_import([table], watch=watch)

    begun: list[str] = []

    def begin(job: str) -> None:
        begun.append(job)
        clients.tasks.watched(partial(work, job), ends.append, ends.append)

    for job in _JOBS:
        assert_no_stall(qtbot, partial(begin, job), lambda: len(ends) == len(begun))
    assert not any(isinstance(end, Exception) for end in ends), ends
