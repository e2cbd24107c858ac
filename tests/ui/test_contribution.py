"""Giving scores to a peer group: what is shown is what is saved, and nothing else leaves."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
)

from digimaturity import paths
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Answer
from digimaturity.services.contributions import preview
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.contribution import ContributionPage
from tests.ui.conftest import COMPANY, Opener, named, press


@pytest.fixture
def answered(window: MainWindow, questionnaire: Questionnaire) -> MainWindow:
    for question in questionnaire.rated_questions:
        if question.levels:
            window.session.answer(question.id, Answer.of(3))
    return window


@pytest.fixture
def finished(answered: MainWindow) -> MainWindow:
    answered.session.sign()
    answered.go("overview")
    return answered


def page_of(window: MainWindow) -> ContributionPage:
    found = window.frame.page("contribution")
    assert isinstance(found, ContributionPage)
    return found


def words(page: ContributionPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def tab_to(name: str) -> None:
    """Press Tab until the keyboard is at that button."""
    for _ in range(40):
        widget = QApplication.focusWidget()
        if isinstance(widget, QPushButton) and widget.text().replace("&", "").startswith(name):
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(name)


def test_scores_are_read_and_saved_by_keyboard_alone(
    finished: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, asked = tmp_path / "scores.json", []

    def choose(*given: object) -> tuple[str, str]:
        asked.append(str(given[2]))
        return str(out), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    named(finished.frame, QPushButton, "See the results").setFocus()
    tab_to("Give your scores")
    press(Qt.Key.Key_Return)
    page = page_of(finished)
    text = page.findChild(QPlainTextEdit)
    assert text is not None
    assert text.hasFocus()
    assert text.isReadOnly()
    assert text.verticalScrollBar().maximum() == 0  # all of it is seen
    tab_to("Save the file")
    press(Qt.Key.Key_Space)
    assert finished.session.workspace is not None
    given = preview(finished.session.workspace, finished.session.assessment_id)
    assert not given.new
    assert out.read_bytes() == given.content == text.toPlainText().encode()
    assert Path(asked[0]).name == given.name
    assert COMPANY.name not in text.toPlainText()
    assert str(out) in finished.frame.banner.words


def test_what_leaves_and_what_scores_may_reveal_is_told_before(finished: MainWindow) -> None:
    finished.go("contribution")
    told = words(page_of(finished))
    assert "Names, texts, answers, the exact number of employees and the date stay here." in told
    assert "where it is 0 or 100, each of them" in told
    assert "the program sends nothing" in told


def test_of_an_open_assessment_nothing_leaves_and_the_page_says_why(answered: MainWindow) -> None:
    answered.go("contribution")
    page = page_of(answered)
    assert "Only the scores of an assessment that is signed off can be given." in words(page)
    assert not page.findChildren(QPlainTextEdit)
    page.save_as(paths.data_dir() / "none.json")
    assert not (paths.data_dir() / "none.json").exists()
    press(Qt.Key.Key_Return)
    assert answered.frame.current == "overview"
    answered.session.sign()
    answered.go("contribution")
    assert page.findChildren(QPlainTextEdit)


def test_a_file_that_cannot_be_written_is_told_and_the_older_one_stays(
    finished: MainWindow, tmp_path: Path
) -> None:
    finished.go("contribution")
    page, there = page_of(finished), tmp_path / "scores.json"
    there.write_bytes(b"before")
    page.save_as(tmp_path / "scores")  # becomes scores.json, which the dialog did not ask about
    assert there.read_bytes() == b"before"
    assert str(there) in finished.frame.banner.words
    page.save_as(tmp_path / "missing" / "scores.json")
    assert "missing" in finished.frame.banner.words
    assert sorted(tmp_path.glob("scores*")) == [there]


def test_the_sample_company_gives_nothing(open_window: Opener) -> None:
    window = open_window(sample=True, page="overview")
    texts = [one.text() for one in window.findChildren(QPushButton) if one.isVisible()]
    assert not any("peer group" in text for text in texts)
    window.go("contribution")
    assert "The sample company is made up." in words(page_of(window))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("page", ["overview", "contribution", "settings"])
def test_each_button_has_a_letter_of_its_own(
    finished: MainWindow, language: str, page: str
) -> None:
    finished.change_settings(language=language)
    finished.go(page)
    finished.tasks.finish()
    QApplication.processEvents()
    shown = [one.text() for one in finished.frame.findChildren(QPushButton) if one.isVisible()]
    letters = [found[1].lower() for text in shown if (found := re.search(r"&([^&\s])", text))]
    assert letters
    assert len(set(letters)) == len(letters), shown


def test_the_german_page_shows_the_same_file(finished: MainWindow) -> None:
    finished.go("contribution")
    before = page_of(finished).findChildren(QPlainTextEdit)[0].toPlainText()
    finished.change_settings(language="de", text_size=200)
    QApplication.processEvents()
    page = page_of(finished)
    assert page.findChildren(QPlainTextEdit)[0].verticalScrollBar().maximum() == 0
    assert page.findChildren(QPlainTextEdit)[0].toPlainText() == before
    assert json.loads(before)["country"] == "DE"
    assert named(page, QPushButton, "Datei speichern").isVisible()
