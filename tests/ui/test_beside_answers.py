"""What stands beside an answer: reasons, evidence, files, marks, and what others have said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from digimaturity import paths
from digimaturity.domain.questionnaire import Question, Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer, State
from digimaturity.services import assessments, attachments, recording, sign_off
from digimaturity.services.companies import save_company
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.questionnaire import QuestionnairePage
from digimaturity.ui.widgets.choices import ChoiceRow
from digimaturity.ui.widgets.question_card import QuestionCard

from .conftest import COMPANY, Opener, click, named, press

CONTROL = Qt.KeyboardModifier.ControlModifier


def _page(window: MainWindow) -> QuestionnairePage:
    page = window.frame.page("questionnaire")
    assert isinstance(page, QuestionnairePage)
    return page


def _card(window: MainWindow, question: Question) -> QuestionCard:
    window.open_question(question.id)
    cards = _page(window).findChildren(QuestionCard)
    return next(card for card in cards if card.question.id == question.id)


def _answer(window: MainWindow, question: Question) -> Answer:
    return window.session.answers.get(question.id, Answer(State.UNANSWERED))


def _words(parent: QWidget) -> str:
    return " ".join(one.text() for one in parent.findChildren(QLabel) if one.isVisible())


def _settle(window: MainWindow) -> None:
    window.tasks.finish()
    QApplication.processEvents()


def test_not_applicable_asks_for_the_reason_at_once_and_is_never_lost_without(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    question = next(one for one in questionnaire.rated_questions if one.may_not_apply)
    card = _card(window, question)
    press("n")
    assert card.comment.hasFocus()
    assert "The reason is missing" in _words(card)
    press(Qt.Key.Key_Escape)
    assert _answer(window, question).lacks_reason
    assert card.comment.isVisible()
    press("c")
    press("2 shops only")  # letters and digits of the reason, not keys of the question
    press(Qt.Key.Key_Escape)
    assert _answer(window, question) == Answer(State.NOT_APPLICABLE, None, "2 shops only")
    assert "The reason is missing" not in _words(card)
    press("3")
    assert _answer(window, question) == Answer.of(3, "2 shops only")


def test_evidence_is_recorded_beside_the_comment_undone_and_found_again(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    question = questionnaire.rated_questions[0]
    card = _card(window, question)
    for key, text in (("c", "as said"), ("e", "ISO 27001")):
        press(key)
        press(text)
        press(Qt.Key.Key_Escape)
    assert (_answer(window, question).comment, _answer(window, question).evidence) == (
        "as said",
        "ISO 27001",
    )
    press(Qt.Key.Key_Z, CONTROL)
    assert (_answer(window, question).comment, _answer(window, question).evidence) == (
        "as said",
        "",
    )
    assert not card.evidence_box.isVisible()
    press(Qt.Key.Key_Y, CONTROL)
    assert card.evidence_box.note.field.toPlainText() == "ISO 27001"


def test_a_mark_is_seen_jumped_to_undone_and_asked_about(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    first, last = questionnaire.rated_questions[1], questionnaire.rated_questions[-1]
    for question in (last, first):
        _card(window, question)
        press("r")
        assert _answer(window, question).review
    footer = named(_page(window), QPushButton, "2 marked for review")
    press(Qt.Key.Key_R, CONTROL)
    focused = QApplication.focusWidget()
    assert focused is not None
    card = next(one for one in _page(window).findChildren(QuestionCard) if one.question == last)
    assert card.isAncestorOf(focused)
    assert "Marked for review" in _words(card)
    press("r")
    assert not _answer(window, last).review
    assert footer.text() == "1 marked"
    press(Qt.Key.Key_Z, CONTROL)
    assert _answer(window, last).review
    window.go("overview")
    click(named(window, QPushButton, "Sign off …"))
    assert "2 questions are marked for review." in _words(window)
    assert window.session.assessment is not None
    assert window.session.assessment.open


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What the system was asked to open; it is not asked in truth."""
    asked: list[QUrl] = []

    def take(url: QUrl) -> bool:
        asked.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return asked


def _drop(card: QWidget, *places: Path) -> bool:
    """Drag files over `card` and let them go; whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(place)) for place in places])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    none = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), *how, none)
    QApplication.sendEvent(card, entered)
    if entered.isAccepted():
        QApplication.sendEvent(card, QDropEvent(QPointF(5, 5), *how, none))
    return entered.isAccepted()


def test_files_are_dropped_opened_saved_removed_and_brought_back(
    window: MainWindow,
    questionnaire: Questionnaire,
    opened: list[QUrl],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    question = questionnaire.rated_questions[0]
    card = _card(window, question)
    paper, program = tmp_path / "Größe & <b>.pdf", tmp_path / "setup.exe"
    paper.write_bytes(b"%PDF" * 400)
    program.write_bytes(b"MZ")
    assert _drop(card, paper, program)
    _settle(window)
    paper.unlink()
    assert "Größe & <b>.pdf 2 kB" in _words(card)
    click(named(card, QPushButton, "Open Größe"))
    _settle(window)
    copy = Path(opened[0].toLocalFile())
    assert copy.read_bytes() == b"%PDF" * 400
    assert not [b for b in card.findChildren(QPushButton) if "Open setup" in b.accessibleName()]
    target = tmp_path / "saved.exe"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(named(card, QPushButton, "Save a copy of setup"))
    _settle(window)
    assert target.read_bytes() == b"MZ"
    click(named(card, QPushButton, "Remove Größe"))
    assert "Größe" not in _words(card)
    press(Qt.Key.Key_Z, CONTROL)
    assert "Größe" in _words(card)
    window.close()
    assert not copy.exists()


def test_a_file_that_is_being_attached_is_kept_where_it_belongs_though_another_workspace_opens(
    window: MainWindow, questionnaire: Questionnaire, workspace: Path, tmp_path: Path
) -> None:
    paper = tmp_path / "plan.pdf"
    paper.write_bytes(bytes(20_000_000))
    assessment = window.session.assessment_id
    assert _drop(_card(window, questionnaire.rated_questions[0]), paper)
    window.open_workspace(tmp_path / "other.db")
    _settle(window)
    assert window.path == tmp_path / "other.db"
    assert window.session.company is None
    assert not window.frame.banner.isVisible()
    with open_workspace(workspace) as opened:
        (kept,) = attachments.attachments_of(opened, assessment)
        assert (kept.name, kept.size) == ("plan.pdf", 20_000_000)


@pytest.mark.parametrize("field", ["comment", "evidence"])
def test_files_that_are_dropped_on_a_note_are_not_written_into_it(
    window: MainWindow, questionnaire: Questionnaire, tmp_path: Path, field: str
) -> None:
    card = _card(window, questionnaire.rated_questions[0])
    press(field[0])
    note = QApplication.focusWidget()
    assert isinstance(note, QPlainTextEdit)
    assert not _drop(note.viewport(), tmp_path / "x.pdf") or card.acceptDrops()
    assert note.toPlainText() == ""


def test_what_cannot_be_attached_is_said(
    window: MainWindow, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    card = _card(window, questionnaire.rated_questions[0])
    _drop(card, tmp_path / "gone.pdf")
    _settle(window)
    assert "There is no file" in window.frame.banner.words
    assert window.session.attachments == ()
    assert not card.evidence_box.isVisible()


@pytest.fixture
def two_years(questionnaire: Questionnaire) -> Path:
    """A year ago the first question was at level 2; now IT says 4, management has not answered."""
    path = paths.default_workspace()
    first = questionnaire.rated_questions[0].id
    with open_workspace(path) as opened:
        company = str(save_company(opened, COMPANY).company)
        for year, views in ((2025, ("management",)), (2026, ("management", "it"))):
            people = [(Viewpoint(view), "") for view in views]
            made = assessments.create_assessment(
                opened, company, questionnaire, date(year, 2, 24), people
            )
            key = str(made.assessment)
            person = assessments.get_assessment(opened, key).respondents[-1].id
            level = 2 if year == 2025 else 4
            recording.record_answer(opened, key, person, first, Answer.of(level))
            if year == 2025:
                sign_off.sign(opened, key)
    return path


def _spoken(window: MainWindow, questionnaire: Questionnaire) -> list[str]:
    rows = _card(window, questionnaire.rated_questions[0]).findChildren(ChoiceRow)
    return [row.accessibleDescription() for row in rows]


def test_last_year_is_a_marker_and_no_answer_and_others_are_for_mentors(
    two_years: Path, open_window: Opener, questionnaire: Questionnaire
) -> None:
    window = open_window(page="questionnaire", workspace=str(two_years))
    last_year = "Level in the assessment of 24 February 2025"
    assert _spoken(window, questionnaire) == ["", last_year, "", "", ""]
    assert _answer(window, questionnaire.rated_questions[0]).state is State.UNANSWERED
    window.session.mentoring = True
    _page(window).refresh()
    assert _spoken(window, questionnaire) == ["", last_year, "", "Answer of IT", ""]


def test_everything_can_be_read_but_not_changed_once_it_is_finished(
    window: MainWindow,
    questionnaire: Questionnaire,
    opened: list[QUrl],
    tmp_path: Path,
) -> None:
    question = questionnaire.rated_questions[0]
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"%PDF")
    _drop(_card(window, question), paper)
    _settle(window)
    window.session.evidence(question.id, "ISO 27001")
    window.session.sign()
    card = _card(window, question)
    click(named(card, QPushButton, "Open paper"))
    _settle(window)
    assert len(opened) == 1
    letter = tmp_path / "letter.docx"  # a PDF may be a form, which the window looks at
    letter.write_bytes(b"PK")
    assert not _drop(card, letter)
    assert card.evidence_box.note.field.isReadOnly()
    buttons = [one.accessibleName() for one in card.findChildren(QPushButton) if one.isVisible()]
    assert "Remove paper.pdf" not in buttons
    before = window.session.answers
    click(card.findChildren(ChoiceRow)[3])
    assert window.session.answers == before


def test_one_comes_back_to_the_very_line_and_note_that_one_left(
    window: MainWindow, open_window: Opener, questionnaire: Questionnaire
) -> None:
    question = questionnaire.rated_questions[4]
    card = _card(window, question)
    press("e")
    press("half a sen")
    bar = _page(window)._view.verticalScrollBar()
    bar.setValue(bar.value() - 40)
    where = card.mapTo(window, QPoint(0, 0)).y()
    window.close()
    again = open_window()
    QApplication.processEvents()
    cards = _page(again).findChildren(QuestionCard)
    card = next(one for one in cards if one.question.id == question.id)
    assert card.evidence_box.note.field.hasFocus()
    assert card.evidence_box.note.field.toPlainText() == "half a sen"
    assert abs(card.mapTo(again, QPoint(0, 0)).y() - where) <= 1
