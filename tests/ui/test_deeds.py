"""The history tells what became of each year's plan, and what moved in the same period."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.items import MeasureDecision, State
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.services.assessments import (
    create_assessment,
    get_assessment,
    list_assessments,
)
from digimaturity.services.companies import list_companies
from digimaturity.services.plan_book import save_entries
from digimaturity.services.recording import record_answer
from digimaturity.services.sign_off import sign
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.widgets.fold_line import FoldLine
from digimaturity.ui.widgets.wrap_link import WrapLink

from .conftest import Opener, click, named

TODAY = date.today()  # noqa: DTZ011 - the user's own day


def shown(window: MainWindow) -> str:
    return "\n".join(one.text() for one in window.frame.findChildren(QLabel) if one.isVisible())


def next_year(window: MainWindow, questionnaire: Questionnaire, days_ago: int) -> None:
    window.tasks.finish()
    window.session.sign("Ada")
    day = TODAY - timedelta(days=days_ago)
    window.session.begin(questionnaire, day, [(Viewpoint.MANAGEMENT, "")])
    window.assessment_opened("overview")


@pytest.fixture(scope="module")
def made(
    made_workspace: Path, questionnaire: Questionnaire, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """In the first year two measures were accepted; one is done, and its question rose."""
    worked, dropped = questionnaire.measures[0], questionnaire.measures[1]
    lifted = worked.lifts[0].question
    known = {lift.question for one in (worked, dropped) for lift in one.lifts}
    other = next(one.id for one in questionnaire.rated_questions if one.id not in known)
    day = TODAY - timedelta(days=20)
    now = Quarter.of(day)
    accepted = MeasureDecision(accepted=True)
    done = MeasureDecision(accepted=True, state=State.DONE, began=now, ended=now)
    given_up = MeasureDecision(accepted=True, state=State.DROPPED, reason="No time")
    path = tmp_path_factory.mktemp("years") / "made.db"
    with open_workspace(Path(copyfile(made_workspace, path))) as opened:
        (company,) = list_companies(opened)

        def year(assessment: str, levels: tuple[int, int], *said: MeasureDecision) -> None:
            (person,) = get_assessment(opened, assessment).respondents
            for question, level in zip((lifted, other), levels, strict=True):
                record_answer(opened, assessment, person.id, question, Answer.of(level))
            keys = (worked.id, dropped.id)
            entries = [Entry(Part.DECISION, *pair) for pair in zip(keys, said, strict=True)]
            save_entries(opened, company.id, entries)

        (first,) = list_assessments(opened, company.id)
        year(first.id, (2, 2), accepted, accepted)
        sign(opened, first.id, "Ada")
        people = [(Viewpoint.MANAGEMENT, "")]
        second = create_assessment(opened, company.id, questionnaire, day, people)
        year(str(second.assessment), (4, 1), done, given_up)
    return path


@pytest.fixture
def years(workspace: Path, made: Path, open_window: Opener) -> MainWindow:
    """The window at what became of that plan."""
    copyfile(made, workspace)
    window = open_window(page="questionnaire")
    window.go("history", "deeds")
    QApplication.processEvents()
    return window


def asked(questionnaire: Questionnaire, key: str) -> str:
    return questionnaire.by_id[key].text["en"]


def test_a_period_tells_of_every_measure_and_of_what_moved_meanwhile(
    years: MainWindow, questionnaire: Questionnaire
) -> None:
    words = shown(years)
    assert "1 done, 1 dropped" in words
    assert "the one measure that was due was done" in words
    assert "dropped: No time" in words
    lifted = questionnaire.measures[0].lifts[0].question
    beside, _, alone = words.partition("Moved without a measure")
    assert "In the same period:" in beside
    assert f"{asked(questionnaire, lifted)} 25 → 75 points" in beside
    assert "25 → 0 points" in alone
    assert "because" not in words.lower()
    years.session.answer(lifted, Answer.of(2))
    QApplication.processEvents()
    assert "In the same period:" not in shown(years), "it follows the answers"
    click(named(years, WrapLink, questionnaire.measures[0].title["en"]))
    assert years.frame.current == "roadmap"
    assert years.frame.page("roadmap").place().startswith("follow_up ")


def test_earlier_periods_are_folded_and_stay_open_once_opened(
    years: MainWindow, questionnaire: Questionnaire
) -> None:
    next_year(years, questionnaire, 0)
    years.go("history", "deeds")
    QApplication.processEvents()
    assert "No measure was planned for this period." in shown(years)
    assert "dropped: No time" not in shown(years)
    until = years.t.date(TODAY - timedelta(days=20))
    (line,) = (
        one
        for one in years.frame.findChildren(FoldLine)
        if one.isVisible() and one.accessibleName().endswith(until)
    )
    click(line)
    assert "dropped: No time" in shown(years)
    years.session.put_down(Part.DECISION, questionnaire.measures[2].id, MeasureDecision(True))
    QApplication.processEvents()
    assert "dropped: No time" in shown(years)


def test_before_there_is_anything_the_page_says_what_will_come(window: MainWindow) -> None:
    window.go("history", "deeds")
    QApplication.processEvents()
    assert "The first plan lies ahead" in shown(window)
    click(named(window, QPushButton, "See the recommendations"))
    assert window.frame.current == "roadmap"
