"""Handing a company over and taking one in, in the real window."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QFileDialog,
    QLabel,
    QPushButton,
    QRadioButton,
)

from digimaturity import paths
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.domain.roadmap.book import Part
from digimaturity.domain.roadmap.items import Target
from digimaturity.services import assessments, companies, plan_book, recording, sign_off
from digimaturity.services.client_package.choosing import Choice
from digimaturity.services.client_package.comparing import look_at
from digimaturity.services.client_package.importing import take_in
from digimaturity.services.client_package.reading import read_package
from digimaturity.services.client_package.writing import hand_over
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.client_package import ClientPackagePage
from digimaturity.ui.pages.hand_over import HandOverPage
from digimaturity.ui.tasks import Lane
from digimaturity.ui.widgets.boxes import ChoiceBox
from tests.ui.conftest import COMPANY, Opener, click, named, press

#: Answers that differ, and how many of them are finished.
QUESTIONS = 25


@pytest.fixture(scope="module")
def made(questionnaire: Questionnaire, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one company, and its package after somebody else has worked on it."""
    folder = tmp_path_factory.mktemp("made")
    path = folder / "Ährenfeld.digimaturity"
    with open_workspace(folder / "here.db") as opened, open_workspace(folder / "there.db") as there:
        company = str(companies.save_company(opened, COMPANY).company)
        people = [(Viewpoint.MANAGEMENT, "")]
        day = date(2026, 2, 24)
        change = assessments.create_assessment(opened, company, questionnaire, day, people)
        draft = assessments.get_assessment(opened, str(change.assessment))
        place = (draft.id, draft.respondents[0].id)
        asked = [one.id for one in questionnaire.rated_questions if one.levels][:QUESTIONS]
        for question in asked:
            recording.record_answer(opened, *place, question, Answer.of(2))
        hand_over(opened, company, path)
        take_in(there, look_at(there, path), Choice(), copied_name="")
        for question in asked:
            recording.record_answer(there, *place, question, Answer.of(4), "Berta")
        hand_over(there, company, path, by="Berta")
    return folder


@pytest.fixture
def workspace(made: Path) -> Path:
    """The company as it is here."""
    path = paths.default_workspace()
    path.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(made / "here.db", path))


@pytest.fixture
def package(made: Path, workspace: Path) -> Path:  # noqa: ARG001 - it must be there
    """The file that came back."""
    return made / "Ährenfeld.digimaturity"


def page_of(window: MainWindow) -> ClientPackagePage:
    found = window.frame.page("client_package")
    assert isinstance(found, ClientPackagePage)
    return found


def words(window: MainWindow) -> str:
    return "\n".join(one.text() for one in window.frame.findChildren(QLabel) if one.isVisible())


def settled(window: MainWindow) -> None:
    window.tasks.finish()
    QApplication.processEvents()


def levels(window: MainWindow, questionnaire: Questionnaire) -> list[object]:
    asked = [one.id for one in questionnaire.rated_questions if one.levels][:QUESTIONS]
    return [window.session.answers[one].value for one in asked]


def levels_in(path: Path) -> list[object]:
    """Every answer that is kept in a workspace."""
    with open_workspace(path, read_only=True) as opened, opened.reading() as stored:
        return [
            line.new
            for company in stored.companies.all()
            for kept in stored.assessments.of_company(company.id)
            for line in stored.histories.lines(kept.id)
        ]


def test_the_company_is_handed_over_by_keyboard(
    open_window: Opener, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_workspace(paths.default_workspace()) as opened:
        (company,) = companies.list_companies(opened)
        companies.save_company(opened, type(company)(COMPANY.name, notes="x", id=company.id))
    out = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    window = open_window(page="overview", mode="self", mentor="Ada")
    window.tasks.finish()
    named(window.frame, QPushButton, "Hand this company over").setFocus()
    press(Qt.Key.Key_Return)
    page = window.frame.page("hand_over")
    assert isinstance(page, HandOverPage)
    assert "1 assessment · 1 person · 25 entries of the log" in words(window)
    tick = named(page, QCheckBox, "With my private notes")
    assert tick.hasFocus()
    assert not tick.isChecked()
    press(Qt.Key.Key_Space)
    named(page, QPushButton, "Save the file").setFocus()
    press(Qt.Key.Key_Return)
    settled(window)
    written = read_package(out.with_suffix(".digimaturity"))
    assert (written.manifest.notes, written.manifest.by) == (True, "Ada")
    assert str(out) in window.frame.banner.words
    assert named(page, QPushButton, "Save the file").hasFocus()
    assert package.exists()


def test_handing_over_can_be_called_off(window: MainWindow, tmp_path: Path) -> None:
    window.go("hand_over")
    page = window.frame.page("hand_over")
    assert isinstance(page, HandOverPage)
    page.save_as(tmp_path / "out.digimaturity")
    named(page, QPushButton, "Cancel").click()
    settled(window)
    assert not (tmp_path / "out.digimaturity").exists() or "is saved" in window.frame.banner.words
    assert named(page, QPushButton, "Save the file").isEnabled()


def test_a_package_is_seen_first_and_then_merged(
    open_window: Opener, package: Path, questionnaire: Questionnaire
) -> None:
    window = open_window(page="questionnaire")
    window.go("client_package", str(package))
    settled(window)
    shown = words(window)
    assert "This company is here already." in shown
    assert "Made by Berta" in shown
    assert "25 answers or notes differ" in shown
    assert levels(window, questionnaire) == [2] * QUESTIONS  # nothing has changed yet
    page = page_of(window)
    named(page, QPushButton, "Answer by answer (25)").click()
    QApplication.processEvents()
    first = named(page, QRadioButton, "Here: Level 2")
    there = named(page, QRadioButton, "There: Level 4 (Berta")
    assert there.isChecked()
    click(first)
    named(page, QPushButton, "Take it in").click()
    settled(window)
    assert window.frame.current == "questionnaire"  # where work on it had stopped
    assert "is taken in" in window.frame.banner.words
    assert levels(window, questionnaire) == [2, *[4] * (QUESTIONS - 1)]


def test_a_roadmap_that_differs_is_told_and_one_side_is_chosen_for_all_of_it(
    open_window: Opener, made: Path, workspace: Path, tmp_path: Path
) -> None:
    package = tmp_path / "roadmap.digimaturity"
    other = Path(shutil.copyfile(made / "here.db", tmp_path / "other.db"))
    for path, score in ((workspace, 60), (other, 90)):
        with open_workspace(path) as opened:
            (company,) = companies.list_companies(opened)
            plan_book.save_entry(opened, company.id, Part.TARGET, "security", Target(score))
            if path == other:
                hand_over(opened, company.id, package)
    window = open_window(page="overview")
    window.go("client_package", str(package))
    settled(window)
    assert "Roadmap: 1 entry differs." in words(window)
    page = page_of(window)
    prefer = next(one for one in page.findChildren(ChoiceBox) if one.isVisible())
    assert prefer.accessibleName() == "Where two entries differ"
    assert prefer.currentText() == "The later one holds"
    prefer.setCurrentIndex(1)
    named(page, QPushButton, "Take it in").click()
    settled(window)
    assert window.session.book.goals == {"security": 60}
    assert "roadmap’s log added" in window.frame.banner.words


def test_a_rule_for_all_holds_but_for_what_was_clicked(
    open_window: Opener, package: Path, questionnaire: Questionnaire
) -> None:
    window = open_window(page="overview")
    window.go("client_package", str(package))
    settled(window)
    page = page_of(window)
    assert page.choices is not None
    answers = page.choices._answers
    prefer = page.choices._prefer
    assert answers is not None
    assert prefer is not None
    answers.fold.line.click()
    QApplication.processEvents()
    click(named(page, QRadioButton, "There: Level 4"))
    prefer.setCurrentIndex(1)  # the one here holds
    here = [one for one in page.findChildren(QRadioButton) if one.text() == "Here"]
    assert len(here) == 20  # of 25, until more are asked for
    assert [one.isChecked() for one in here] == [False, *[True] * 19]
    named(page, QPushButton, "Take it in").click()
    settled(window)
    assert levels(window, questionnaire) == [4, *[2] * (QUESTIONS - 1)]


def test_a_finished_assessment_waits_for_a_word(
    open_window: Opener, package: Path, workspace: Path, questionnaire: Questionnaire
) -> None:
    with open_workspace(workspace) as opened:
        (company,) = companies.list_companies(opened)
        sign_off.sign(opened, assessments.list_assessments(opened, company.id)[0].id)
    window = open_window(page="overview")
    window.go("client_package", str(package))
    settled(window)
    page = page_of(window)
    take = named(page, QPushButton, "Take it in")
    take.click()
    settled(window)
    assert "Please say which one holds." in words(window)
    assert levels(window, questionnaire) == [2] * QUESTIONS
    assert page.choices is not None
    ((box, _),) = page.choices._finished.values()
    assert window.focusWidget() is box
    box.setCurrentIndex(2)
    take.click()
    settled(window)
    assert levels(window, questionnaire) == [4] * QUESTIONS


def test_a_copy_opens_beside_the_original(open_window: Opener, package: Path) -> None:
    window = open_window(page="overview", mode="self")
    window.go("client_package", str(package))
    settled(window)
    page = page_of(window)
    click(named(page, QRadioButton, "Add it as a copy"))
    assert "Where two answers differ" not in words(window)
    named(page, QPushButton, "Take it in").click()
    settled(window)
    assert window.session.company is not None
    assert window.session.company.name == f"{COMPANY.name} (copy)"
    assert window.session.mentoring  # of several companies, one has to be chosen


@pytest.mark.parametrize("goes_on", [True, False])
def test_what_is_replaced_is_not_open_meanwhile_and_is_again_afterwards(
    open_window: Opener, package: Path, questionnaire: Questionnaire, *, goes_on: bool
) -> None:
    with open_workspace(paths.default_workspace()) as opened:
        (company,) = companies.list_companies(opened)
        people = [(Viewpoint.MANAGEMENT, "")]
        only_here = date(2026, 5, 5)
        assessments.create_assessment(opened, company.id, questionnaire, only_here, people)
    window = open_window(page="overview", mode="self")
    session, gate = window.session, Event()
    assert session.assessment is not None
    assert session.assessment.day == only_here
    window.go("client_package", str(package))
    settled(window)
    page = page_of(window)
    click(named(page, QRadioButton, "Replace what is here"))
    window.tasks.watched(lambda _: gate.wait(), lambda _: None, window.report)
    page.take_in()
    assert [session.company] == [None]
    if not goes_on:
        named(page, QPushButton, "Cancel").click()
    gate.set()
    settled(window)
    assert session.company is not None
    assert [one.day for one in session.assessments] == (
        [date(2026, 2, 24)] if goes_on else [only_here, date(2026, 2, 24)]
    )


def test_what_still_waits_to_be_taken_in_when_another_workspace_opens_changes_neither(
    open_window: Opener, package: Path, tmp_path: Path
) -> None:
    window = open_window(page="overview", mode="self")
    other = tmp_path / "other.db"
    with open_workspace(other) as opened:
        companies.save_company(opened, companies.CompanyRecord("Bäckerei Lund"))
    window.go("client_package", str(package))
    settled(window)
    before, gate = levels_in(paths.default_workspace()), Event()
    window.tasks.watched(lambda _: gate.wait(), lambda _: None, window.report)
    page_of(window).take_in()
    window.open_workspace(other)
    window.tasks.finish(Lane.ASKED)
    gate.set()
    settled(window)
    assert window.session.company is not None
    assert window.session.company.name == "Bäckerei Lund"
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
    assert levels_in(paths.default_workspace()) == before
    assert levels_in(other) == []


def test_the_first_company_can_come_by_a_package(open_window: Opener, package: Path) -> None:
    paths.default_workspace().unlink()
    for path in paths.default_workspace().parent.glob("backups/*"):
        path.unlink()
    window = open_window(page="welcome")
    named(window.frame, QPushButton, "I have got a client package").click()
    assert "whose name ends in" in words(window)
    window.go("client_package", str(package))
    settled(window)
    assert "This company is not here yet." in words(window)
    named(page_of(window), QPushButton, "Take it in").click()
    settled(window)
    assert window.session.company is not None
    assert window.session.company.name == COMPANY.name
    assert window.settings.mode == "self"


def test_neither_the_sample_nor_other_names_are_handed_over(
    open_window: Opener, package: Path
) -> None:
    window = open_window(sample=True, page="overview")
    texts = [one.text() for one in window.findChildren(QPushButton) if one.isVisible()]
    assert not any("Hand" in text for text in texts)
    for page in ("hand_over", "client_package"):
        window.go(page, str(package))
        settled(window)
        assert "The sample company is made up" in words(window)
    window.leave_sample()
    settled(window)
    window.change_settings(alias=True)
    for page in ("hand_over", "client_package"):
        window.go(page, str(package))
        settled(window)
        assert "hold true names" in words(window)
        assert COMPANY.name not in words(window)


def test_what_is_no_package_is_told_on_the_page(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "x.digimaturity"
    path.write_bytes(b"PK\x03\x04 and no more")
    window.go("client_package", str(path))
    settled(window)
    assert "it was cut off" in words(window)
    assert "Nothing has been changed." in words(window)
    assert named(page_of(window), QPushButton, "Choose a file").hasFocus()


def test_a_package_is_dropped_on_the_window(open_window: Opener, package: Path) -> None:
    window = open_window(page="questionnaire")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(package))])
    copy, left, no_key = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, dropped, left, no_key)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(9, 9), copy, dropped, left, no_key, QEvent.Type.Drop)
    QApplication.sendEvent(window, drop)
    settled(window)
    assert window.frame.current == "client_package"
    assert "Made by Berta" in words(window)
    dropped.setUrls([QUrl.fromLocalFile(str(package.with_name("other.pdf")))])
    other = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, dropped, left, no_key)
    other.ignore()
    QApplication.sendEvent(window, other)
    assert not other.isAccepted()


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("page", ["hand_over", "client_package"])
def test_each_control_has_a_letter_of_its_own_and_all_fits_at_200_percent(
    open_window: Opener, package: Path, language: str, page: str
) -> None:
    window = open_window(
        page="overview", language=language, text_size=200, geometry=(0, 0, 960, 600)
    )
    window.go(page, str(package) if page == "client_package" else "")
    settled(window)
    shown = window.frame.page(page)
    assert isinstance(shown, HandOverPage | ClientPackagePage)
    buttons = shown.findChildren(QPushButton) + shown.findChildren(QRadioButton)
    texts = [one.text() for one in buttons if one.isVisible()]
    texts += [one.text() for one in shown.findChildren(QCheckBox) if one.isVisible()]
    texts += [
        one.text()
        for one in shown.findChildren(QLabel)
        if one.isVisible() and one.buddy() is not None
    ]
    letters = [found[1].lower() for text in texts if (found := re.search(r"&([^&\s])", text))]
    assert letters
    assert len(set(letters)) == len(letters), texts
    assert shown._scroll.horizontalScrollBar().maximum() == 0
