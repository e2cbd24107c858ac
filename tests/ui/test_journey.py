"""From the first start to the report in hand, and what is there at the next start."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from digimaturity.domain.responses import Answer
from digimaturity.files import safe_name
from digimaturity.settings import load_settings
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.report import ReportPage
from digimaturity.ui.widgets.choices import ChoiceRow
from digimaturity.ui.widgets.form import SearchBox
from digimaturity.ui.widgets.score_row import ScoreRow
from digimaturity.ui.widgets.why_panel import WhyPanel

from .conftest import Opener, click, is_active, named, press, show_results, spoken


def _button(window: MainWindow, name: str) -> QPushButton:
    found = named(window, QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def _report(window: MainWindow, qtbot: QtBot) -> ReportPage:
    window.go("report")
    page = window.frame.page("report")
    assert isinstance(page, ReportPage)
    qtbot.waitUntil(lambda: page.document.pageCount() > 0, timeout=30_000)
    return page


def test_from_the_first_start_to_the_report_and_back(
    open_window: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window()
    assert window.frame.current == "welcome"
    press(Qt.Key.Key_Return)  # the keyboard is at the first way
    assert window.frame.current == "company"
    _fill_company(window)
    press(Qt.Key.Key_Space)
    assert window.frame.current == "new_assessment"
    begin = _button(window, "Begin")
    qtbot.waitUntil(begin.isEnabled, timeout=15_000)
    click(begin)
    assert window.frame.current == "questionnaire"
    for key in "3d24":
        press(key)
        press(Qt.Key.Key_Return)
    rows = [row for row in window.findChildren(ChoiceRow) if row.isVisible()]
    click(rows[-1])
    click(_button(window, "Results"))
    assert window.frame.current == "results"
    page = _report(window, qtbot)
    target = tmp_path / "Bericht Ähre.pdf"
    page.saving.save_as(target)
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) == page.document.pageCount()
    assert "saved" in window.frame.banner.words
    answers = dict(window.session.answers)
    assert len(answers) == 5
    window.close()

    again = open_window()
    assert again.frame.current == "report"
    assert again.session.company is not None
    assert again.session.company.name == "Tischlerei Ährenfeld & Söhne"
    assert (again.session.company.country, again.session.company.section) == ("DE", "C")
    assert dict(again.session.answers) == answers


def _fill_company(window: MainWindow) -> None:
    while not is_active(window):
        QApplication.processEvents()
    focused = QApplication.focusWidget()  # the keyboard is at the name
    assert isinstance(focused, QLineEdit)
    focused.insert("Tischlerei Ährenfeld & Söhne")
    for name, typed in (("Country", "German"), ("Sector", "manufac")):
        box = named(window, SearchBox, name)
        assert isinstance(box, SearchBox)
        line = box.lineEdit()
        assert line is not None
        line.setFocus()
        line.setText(typed)
        press(Qt.Key.Key_Tab)
    number = named(window, QLineEdit, "Employees")
    number.setFocus()
    press("4o")
    assert "whole number" in number.accessibleDescription()
    press(Qt.Key.Key_Backspace)
    press("0")
    assert "whole number" not in number.accessibleDescription()
    _button(window, "Save and go on").setFocus()


def test_the_sample_company_is_apart_from_the_own_one(open_window: Opener, qtbot: QtBot) -> None:
    window = open_window()
    click(_button(window, "Look at a sample company"))
    qtbot.waitUntil(lambda: window.frame.current == "overview", timeout=15_000)
    assert window.session.company is not None
    window.go("results")
    show_results(window)
    assert any("of 100" in spoken(row) for row in window.findChildren(ScoreRow))
    window.go("overview")
    click(_button(window, "Assess my own company"))
    qtbot.waitUntil(lambda: window.frame.current == "welcome", timeout=15_000)
    assert window.session.company is None


def test_a_changed_answer_changes_the_results_at_once(
    window: MainWindow,
) -> None:
    session = window.session
    assert session.questionnaire is not None
    for question in session.questionnaire.rated_questions:
        session.answer(question.id, Answer.of(3))
    window.go("results")
    show_results(window)
    area = session.questionnaire.areas[0]

    def row() -> str:
        return spoken(named(window, ScoreRow, area.name["en"]))

    assert "50 of 100" in row()
    session.answer(area.questions[0].id, Answer.of(5))
    how = named(window, QPushButton, "How is this computed?")
    show_results(window)
    assert "67 of 100" in row()
    how.setFocus()
    for following in ("What if", session.questionnaire.dimensions[0].name["en"]):
        press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert spoken(focused).startswith(following)


def test_every_score_tells_how_it_came_about(window: MainWindow) -> None:
    session = window.session
    assert session.questionnaire is not None
    area = session.questionnaire.areas[0]
    for question, level in zip(area.questions, (2, 4, 4), strict=False):
        session.answer(question.id, Answer.of(level))
    window.go("results")
    show_results(window)
    click(named(window, ScoreRow, area.name["en"]))
    panel = named(window, WhyPanel, "")
    texts = " ".join(spoken(child) for child in panel.findChildren(QPushButton))
    assert area.questions[0].text["en"] in texts
    go = named(panel, QPushButton, "Go to the question")
    click(go)
    assert window.frame.current == "questionnaire"
    focused = QApplication.focusWidget()
    assert isinstance(focused, ChoiceRow)
    assert focused.isChecked()


def test_the_preview_is_the_file_that_is_saved_in_the_chosen_language(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page = _report(window, qtbot)
    page.saving.save_as(tmp_path / "en")
    english = (tmp_path / "en.pdf").read_bytes()
    page.choose_language("de")
    qtbot.waitUntil(lambda: page.ready, timeout=30_000)
    page.saving.save_as(tmp_path / "de.pdf")
    with pikepdf.open(tmp_path / "de.pdf") as pdf:
        assert str(pdf.Root.Lang).startswith("de")
    assert (tmp_path / "de.pdf").read_bytes() != english


def test_a_report_that_cannot_be_written_says_so_and_keeps_the_old_file(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page = _report(window, qtbot)
    page.saving.save_as(tmp_path / "missing" / "report.pdf")
    assert not (tmp_path / "missing").exists()
    assert window.frame.banner.isVisible()
    assert "missing" in window.frame.banner.words


def test_language_and_look_change_at_run_time_and_keep_the_place(window: MainWindow) -> None:
    session = window.session
    assert session.questionnaire is not None
    area = session.questionnaire.areas[4]
    window.open_question(area.questions[1].id)
    press("3")
    for change in ({"language": "de"}, {"appearance": "dark"}, {"text_size": 150}):
        window.change_settings(**change)
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        assert isinstance(focused, ChoiceRow), change
        assert focused.isChecked(), change
        assert area.questions[1].levels[2]["de"] in focused.accessibleName()
    assert window.session.undo_stack.done  # what was done can still be undone
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not any(row.isChecked() for row in window.findChildren(ChoiceRow) if row.isVisible())


def test_settings_and_window_come_back_at_the_next_start(
    window: MainWindow, open_window: Opener, home: Path
) -> None:
    window.setGeometry(40, 50, 1100, 700)
    window.change_settings(appearance="dark", text_size=125)
    window.go("settings")
    window.close()
    kept = load_settings(home / "config")
    assert (kept.appearance, kept.text_size, kept.page) == ("dark", 125, "settings")
    again = open_window()
    assert (again.width(), again.height()) == (1100, 700)
    assert again.frame.current == "settings"


def test_a_finished_assessment_can_be_read_and_not_changed(window: MainWindow) -> None:
    window.session.sign()
    window.open_question("foundations.availability")
    rows = [row for row in window.findChildren(ChoiceRow) if row.isVisible()]
    assert rows
    assert not any(row.isEnabled() for row in rows)
    window.go("overview")
    click(named(window, QPushButton, "Correct it"))
    QTest.keyClicks(named(window, QLineEdit, "What was wrong"), "A slip")
    press(Qt.Key.Key_Return)
    window.open_question("foundations.availability")
    press("2")
    assert window.session.answer_of("foundations.availability") == Answer.of(2)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A/B: \\ 2026?", "A B 2026"),
        ("  ..  ", "report"),
        ("Ährenfeld & Söhne 2026", "Ährenfeld & Söhne 2026"),
        ("x" * 500, "x" * 120),
    ],
)
def test_the_suggested_name_is_allowed_on_every_system(title: str, name: str) -> None:
    assert safe_name(title) == name
