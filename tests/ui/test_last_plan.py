"""At the start of a new assessment last year's plan comes up: one key says what became of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from digimaturity.domain.deeds import Became
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.items import MeasureDecision, State
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.services.assessments import list_assessments
from digimaturity.services.companies import list_companies
from digimaturity.services.plan_book import save_entries
from digimaturity.services.sign_off import sign
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.last_plan import LastPlanPage
from digimaturity.ui.widgets.became_choice import BecameChoice
from digimaturity.ui.widgets.quarter_box import QuarterBox

from .conftest import Opener, click, named, press, spoken

BEGAN = Quarter(2025, 4)


@pytest.fixture(scope="module")
def signed(
    made_workspace: Path, questionnaire: Questionnaire, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A signed assessment with four accepted measures, one of them done since then."""
    running = MeasureDecision(accepted=True, state=State.RUNNING, began=BEGAN)
    done = MeasureDecision(accepted=True, state=State.DONE, ended=Quarter(2026, 2))
    decisions = [MeasureDecision(accepted=True, owner="Kim")] * 2
    keys = [one.id for one in questionnaire.measures[:4]]
    pairs = zip(keys, [*decisions, running, replace(done, state=State.PLANNED)], strict=True)
    path = tmp_path_factory.mktemp("planned") / "made.db"
    with open_workspace(Path(copyfile(made_workspace, path))) as opened:
        (company,) = list_companies(opened)
        (record,) = list_assessments(opened, company.id)
        entries = [Entry(Part.DECISION, key, made) for key, made in pairs]
        save_entries(opened, company.id, entries)
        sign(opened, record.id, "Ada")
        save_entries(opened, company.id, [Entry(Part.DECISION, keys[-1], done)])
    return path


@pytest.fixture
def planned(workspace: Path, signed: Path, open_window: Opener) -> MainWindow:
    """The window on it."""
    copyfile(signed, workspace)
    return open_window(page="questionnaire")


def begin(window: MainWindow, qtbot: QtBot) -> None:
    window.go("new_assessment")
    qtbot.waitUntil(named(window, QPushButton, "Begin").isEnabled, timeout=15_000)
    click(named(window, QPushButton, "Begin"))
    window.tasks.finish()
    QApplication.processEvents()


def decision(window: MainWindow, place: int) -> MeasureDecision:
    """That of a row, counted from 0; the first is of the measure that was running."""
    page = window.frame.page("last_plan")
    assert isinstance(page, LastPlanPage)
    return window.session.book.decisions[list(page.rows)[place]]


def shown(window: MainWindow) -> str:
    return "\n".join(one.text() for one in window.frame.findChildren(QLabel) if one.isVisible())


def chosen(window: MainWindow) -> list[str]:
    choices = window.frame.page("last_plan").findChildren(BecameChoice)
    return [spoken(one).partition(":")[0] for one in choices if one.isChecked()]


def test_keys_say_what_became_of_each_measure_and_every_word_is_saved(
    planned: MainWindow, qtbot: QtBot
) -> None:
    begin(planned, qtbot)
    assert planned.frame.current == "last_plan"
    assert "1 of 4 said" in shown(planned)
    assert chosen(planned) == ["Done"], "what was done before is known"
    press("2")
    assert (decision(planned, 0).state, decision(planned, 0).began) == (State.RUNNING, BEGAN)
    press(Qt.Key.Key_Return)
    press("1")
    assert decision(planned, 1).state is State.DONE
    press(Qt.Key.Key_Return)
    press("4")
    assert decision(planned, 2).state is State.DROPPED
    press("The supplier was sold")
    assert decision(planned, 2).reason == ""
    press(Qt.Key.Key_Return)
    assert decision(planned, 2).reason == "The supplier was sold"
    assert chosen(planned) == ["Still running", "Done", "Dropped", "Done"]
    assert "4 of 4 said" in shown(planned)
    click(named(planned, QPushButton, "To the questions"))
    assert planned.frame.current == "questionnaire"
    planned.go("overview")
    QApplication.processEvents()
    assert "is not said yet" not in shown(planned)
    (period,) = planned.session.periods
    assert [one.became for one in period.deeds] == [
        Became.DONE,
        Became.DONE,
        Became.RUNNING,
        Became.DROPPED,
    ]


def test_a_word_can_be_taken_back_and_the_page_stays(planned: MainWindow, qtbot: QtBot) -> None:
    begin(planned, qtbot)
    before = decision(planned, 0)
    press("3")
    assert decision(planned, 0).state is State.PLANNED
    assert chosen(planned) == ["Not begun", "Done"], "that it has not begun is an answer, too"
    planned.undoing.undo()
    assert decision(planned, 0) == before
    assert chosen(planned) == ["Done"]
    assert planned.frame.current == "last_plan"


def test_quarters_can_be_put_right_and_what_is_typed_survives_a_way_elsewhere(
    planned: MainWindow, qtbot: QtBot
) -> None:
    begin(planned, qtbot)
    press("1")
    boxes = planned.frame.page("last_plan").findChildren(QuarterBox)
    box = next(one for one in boxes if one.accessibleName() == "Ended in")
    for _ in range(2):
        press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is box, "behind the choices, before the next measure"
    press(Qt.Key.Key_Up)
    assert decision(planned, 0).ended == Quarter.of(planned.session.years[-1].year.day).plus(-1)
    assert box.isVisible(), "the field that was changed stays"
    press(Qt.Key.Key_Down)
    click(named(planned, BecameChoice, "Dropped: "))
    field = named(planned, QLineEdit, "Why it was dropped")
    assert QApplication.focusWidget() is field
    press("No time")
    planned.go("people")
    assert decision(planned, 0).reason == "No time"


def test_nothing_blocks_and_the_overview_leads_back(planned: MainWindow, qtbot: QtBot) -> None:
    begin(planned, qtbot)
    click(named(planned, QPushButton, "The rest later"))
    assert planned.frame.current == "questionnaire"
    planned.go("overview")
    QApplication.processEvents()
    assert "What became of 3 measures of last year’s plan is not said yet." in shown(planned)
    click(named(planned, QPushButton, "Say what became of them"))
    assert planned.frame.current == "last_plan"


def test_without_accepted_measures_the_questions_come_first(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.session.sign("Ada")
    begin(window, qtbot)
    assert window.frame.current == "questionnaire"
