"""Signing off, correcting, and looking at what was signed: with mouse and keys, page by page."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.errors import UserError
from digimaturity.services import assessments, companies, recording, respondents, sign_off
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.history.page import HistoryPage
from digimaturity.ui.pages.history.revisions import RevisionsTab
from digimaturity.ui.pages.report import ReportPage
from digimaturity.ui.revisions import look_at
from digimaturity.ui.sections import FACTS, Progress
from digimaturity.ui.sign_off_words import doubts_of
from digimaturity.ui.widgets.fold import Fold
from digimaturity.ui.widgets.revision_card import RevisionCard
from tests.ui.conftest import Opener, click, named, press, show_results

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")  # no real screen

REASON = "Read as the goal"


def words(part: QWidget) -> str:
    return "\n".join(one.text() for one in part.findChildren(QLabel) if one.isVisible())


def button(part: QWidget, text: str) -> QPushButton:
    return named(part, QPushButton, text)


def header(window: MainWindow) -> str:
    return words(window.frame.header)


def tab(window: MainWindow) -> RevisionsTab:
    """The tab of all revisions, opened."""
    window.go("history", "revisions")
    page = window.frame.page("history")
    assert isinstance(page, HistoryPage)
    found = page.open("revisions")
    assert isinstance(found, RevisionsTab)
    return found


def cards(window: MainWindow) -> list[RevisionCard]:
    return [one for one in tab(window).findChildren(RevisionCard) if one.isVisible()]


def first_question(window: MainWindow) -> str:
    assert window.session.questionnaire is not None
    return window.session.questionnaire.rated_questions[0].id


def test_who_signs_is_asked_and_told_with_what_is_missing(
    open_window: Opener, workspace: Path
) -> None:
    window = open_window(workspace=str(workspace), page="overview", mentor="Ada Weber")
    click(button(window.frame, "Sign off …"))
    assert "questions are still open." in words(window.frame)
    name = named(window.frame, QLineEdit, "Who signs it off")
    assert (name.text(), name.hasFocus()) == ("Ada Weber", True)
    click(button(window.frame, "Do not sign off"))
    assert window.session.assessment is not None
    assert window.session.assessment.open

    window.act("sign_off")
    name = named(window.frame, QLineEdit, "Who signs it off")
    name.setText("Bo")
    press(Qt.Key.Key_Return)
    (one,) = window.session.sign_offs.revisions
    assert (one.by, one.number) == ("Bo", 1)
    said = words(window.frame.page("overview"))
    assert "by Bo · revision 1 · content " + one.digest[:4] in said
    assert "Assessment 2026 · signed off" in header(window)
    assert window.frame.banner.isVisible()


def test_what_does_not_count_in_the_score_is_not_among_the_open_questions(
    window: MainWindow,
) -> None:
    counts = {"": Progress(3, 3, 0), FACTS: Progress(1, 4, 1, to_confirm=1)}
    (doubt,) = doubts_of(window.session, counts, window.frame.page("overview").parts.t)
    assert doubt.startswith("2 answers beside the areas are still open")


def test_who_signed_is_told_as_soon_as_the_window_opens(
    open_window: Opener, workspace: Path
) -> None:
    with open_workspace(workspace) as opened:
        (company,) = companies.list_companies(opened)
        (record,) = assessments.list_assessments(opened, company.id)
        sign_off.sign(opened, record.id, "Bo")
    window = open_window(workspace=str(workspace), page="overview")
    assert "by Bo · revision 1 · content" in words(window.frame.page("overview"))


def test_a_correction_wants_a_reason_and_says_everywhere_that_it_is_open(
    window: MainWindow,
) -> None:
    window.session.sign("Ada")
    window.go("overview")
    click(button(window.frame, "Correct it"))
    reason = named(window.frame, QLineEdit, "What was wrong")
    assert reason.hasFocus()
    press(Qt.Key.Key_Return)
    assert "a year later nobody remembers it" in words(window.frame)
    assert not window.session.sign_offs.opened
    QTest.keyClicks(reason, REASON)
    press(Qt.Key.Key_Return)

    assert window.frame.current == "questionnaire"
    assert not window.session.read_only
    told = f"Correction of revision 1: {REASON}"
    assert told in words(window.frame.page("questionnaire"))
    assert "being corrected" in header(window)
    window.session.answer(first_question(window), Answer.of(3))
    assert "The answer to 1 question differs from revision 1" in words(tab(window))
    click(button(tab(window), "Sign off …"))
    assert told in words(window.frame.page("overview"))
    assert "as revision 2" in words(window.frame.page("overview"))
    press(Qt.Key.Key_Return)

    newest, oldest = cards(window)
    assert "Revision 2\nholds" in words(newest)
    assert f"Reason of the correction: {REASON}" in words(newest)
    with pytest.raises(AssertionError):
        button(newest, "Look at")
    for fold in newest.findChildren(Fold):
        fold.show_content(opened=True)
    QApplication.processEvents()
    assert "not answered → level 3" in words(newest)
    click(button(newest, "Copy the hash of revision 2"))
    copied = QGuiApplication.clipboard().text()
    assert copied == window.session.sign_offs.revisions[1].digest
    click(button(oldest, "Look at revision 1"))
    assert window.session.revision == 1
    click(button(cards(window)[0], "Compare with revision 1"))
    window.tasks.finish()
    own = window.session.assessment_id
    assert window.frame.place().startswith(f"compare a={own}.1 b={own}.0")
    assert "One answer was corrected." in words(window.frame.page("history"))


@pytest.fixture
def corrected(workspace: Path) -> Path:
    """Level 2 was signed by Ada; the open correction says 4, and lets somebody more take part."""
    with open_workspace(workspace) as opened:
        (company,) = companies.list_companies(opened)
        (record,) = assessments.list_assessments(opened, company.id)
        person = record.respondents[0].id
        asked = assessments.questionnaire_of(opened, record.id).rated_questions[:2]
        for question in asked:
            recording.record_answer(opened, record.id, person, question.id, Answer.of(2))
        sign_off.sign(opened, record.id, "Ada Quasselstrippe")
        sign_off.correct(opened, record.id, "Frau Quasselstrippe sagt", "Ada Quasselstrippe")
        for question in asked:
            recording.record_answer(opened, record.id, person, question.id, Answer.of(4))
        respondents.add_respondent(opened, record.id, Viewpoint.IT, "Zwiebelfisch")
    return workspace


PAGES = ("overview", "people", "questionnaire", "results", "roadmap", "report", "history")


def test_every_page_shows_the_revision_and_changes_nothing(
    corrected: Path, open_window: Opener, qtbot: QtBot
) -> None:
    window = open_window(workspace=str(corrected), page="overview", mode="mentor")
    session = window.session
    if session.company is None:
        session.open_first()
    assert session.workspace is not None
    log = assessments.history(session.workspace, session.assessment_id)
    look_at(session, window, 1)
    for page in PAGES:
        window.go(page)
        QApplication.processEvents()
        assert window.frame.revision.isVisible()
        assert "Revision 1 of 1, as it was signed off" in words(window.frame.revision)
        assert "Zwiebelfisch" not in words(window.frame)
    assert "revision 1 of 1" in header(window)
    assert session.evaluation is not None
    assert session.evaluation.questions[first_question(window)].score == 25

    window.go("questionnaire")
    assert {answer.value for answer in session.answers.values()} == {2}
    for keys in ("5", "c", "r"):
        press(keys)
    with pytest.raises(UserError, match=r"revision\.shown"):
        session.answer(first_question(window), Answer.of(5))
    with pytest.raises(UserError, match=r"revision\.shown"):
        session.add_person(Viewpoint.IT, "")
    assert not session.plannable
    session.attached(Change(ChangeKind.ATTACHMENT, assessment=session.assessment_id, now="a file"))
    assert session.undo() is None  # what a worker ended meanwhile belongs to the present state
    window.go("people")
    assert not button(window.frame, "Add a person").isEnabled()
    window.go("results")
    show_results(window)
    report = window.frame.page("report")
    window.go("report")
    assert isinstance(report, ReportPage)
    qtbot.waitUntil(lambda: report.ready, timeout=30_000)
    assert "by Ada Quasselstrippe" in " ".join(report.document.getAllText(0).text().split())
    assert "revision 1" in report.saving.suggested().name
    assert assessments.history(session.workspace, session.assessment_id) == log

    click(button(window.frame, "Back to the present state"))
    assert (session.revision, window.frame.current) == (0, "report")
    assert not window.frame.revision.isVisible()
    assert {answer.value for answer in session.answers.values()} == {4}
    assert len(session.respondents) == 2


def test_the_revision_stays_in_another_language_and_under_other_names(
    corrected: Path, open_window: Opener
) -> None:
    window = open_window(workspace=str(corrected), page="overview")
    look_at(window.session, window, 1)
    window.change_settings(language="de", text_size=200)
    QApplication.processEvents()
    assert window.session.revision == 1
    assert "Fassung 1 von 1" in words(window.frame.revision)
    window.change_settings(alias=True, language="en", text_size=100)
    assert window.session.revision == 1
    window.go("history", "revisions")
    QApplication.processEvents()
    assert "Quasselstrippe" not in words(window.frame)
    window.act("present_state")
    assert window.session.revision == 0
    assert "Quasselstrippe" not in words(window.frame)
    with pytest.raises(UserError, match=r"alias\.shown"):
        window.session.correct("A slip")


def test_what_is_typed_is_there_again_in_another_language(window: MainWindow) -> None:
    window.session.sign("Ada")
    window.go("history", "revisions correct")
    reason = named(window.frame, QLineEdit, "What was wrong")
    reason.setText("half a rea")
    window.change_settings(language="de")
    QApplication.processEvents()
    assert named(window.frame, QLineEdit, "Was falsch war").text() == "half a rea"
    window.change_settings(language="en")
    QApplication.processEvents()
    window.session.correct("A slip")
    window.act("sign_off")
    named(window.frame, QLineEdit, "Who signs it off").setText("Somebo")
    window.change_settings(language="de")
    QApplication.processEvents()
    assert named(window.frame, QLineEdit, "Wer gibt frei").text() == "Somebo"


def test_a_damaged_revision_is_told_and_nothing_leads_there(
    corrected: Path, open_window: Opener
) -> None:
    with closing(sqlite3.connect(corrected)) as connection:
        connection.execute("DROP TRIGGER sign_off_no_update")
        connection.execute("UPDATE sign_off SET document = '{}' WHERE event = 'signed'")
        connection.commit()
    window = open_window(workspace=str(corrected), page="overview")
    (card,) = cards(window)
    assert "Revision 1 is no longer what was signed off." in words(card)
    with pytest.raises(AssertionError):
        button(card, "Look at")
    look_at(window.session, window, 1)
    assert window.session.revision == 0
    assert "Revision 1 is no longer what was signed off." in words(window.frame.banner)


def test_answers_changed_behind_what_was_signed_are_told_beside_the_revision(
    corrected: Path, open_window: Opener
) -> None:
    with open_workspace(corrected) as opened:
        (company,) = companies.list_companies(opened)
        (record,) = assessments.list_assessments(opened, company.id)
        sign_off.sign(opened, record.id)
    said = "the assessment says something else than revision 2, which holds."
    window = open_window(workspace=str(corrected), page="overview")
    assert said not in words(cards(window)[0])
    window.close()
    with closing(sqlite3.connect(corrected)) as connection:
        connection.execute("DROP TRIGGER answer_log_no_update")
        connection.execute("UPDATE answer_log SET new_value = replace(new_value, '4', '5')")
        connection.commit()
    window = open_window(workspace=str(corrected), page="overview")
    newest, oldest = cards(window)
    assert said in words(newest)
    assert said not in words(oldest)
    click(button(newest, "Look at revision 2"))
    assert window.session.revision == 2


def test_deleting_tells_how_many_revisions_go_with_it(corrected: Path, open_window: Opener) -> None:
    window = open_window(workspace=str(corrected), page="overview")
    click(button(window.frame, "Delete Assessment 2026"))
    (asked,) = window.findChildren(QMessageBox)
    assert "1 revision that was signed off goes with it" in asked.informativeText()
    asked.reject()


def test_before_anything_is_signed_the_tab_says_what_for(window: MainWindow) -> None:
    shown = tab(window)
    assert "This assessment is not signed off yet" in words(shown)
    click(button(shown, "Sign off …"))
    assert window.frame.current == "overview"
    assert not window.frame.page("overview").findChildren(QProgressBar)[0].isHidden()
    named(window.frame, QLineEdit, "Who signs it off")
