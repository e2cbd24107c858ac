"""The palette: anything is found and done by a few letters, and nothing else happens meanwhile."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from digimaturity.domain.responses import Answer
from digimaturity.services.companies import CompanyRecord, save_company
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.questionnaire import QuestionnairePage
from digimaturity.ui.pages.settings import SettingsPage
from digimaturity.ui.widgets.palette import Palette
from digimaturity.ui.widgets.why_panel import WhyPanel

from .conftest import Opener, click, press, spoken

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(window: MainWindow) -> Palette:
    """The palette, opened by its key."""
    press(Qt.Key.Key_K, CTRL)
    palettes = [one for one in window.findChildren(Palette) if one.isVisible()]
    assert len(palettes) == 1
    assert palettes[0].field.hasFocus()
    return palettes[0]


def texts(palette: Palette) -> list[str]:
    return [one.text for one in palette.rows.found]


def is_open(window: MainWindow) -> bool:
    return any(one.isVisible() for one in window.findChildren(Palette))


def test_a_page_is_found_by_letters_and_opened_by_enter(window: MainWindow) -> None:
    palette = opened(window)
    press("res")
    assert texts(palette)[0] == "Results"
    press(Qt.Key.Key_Return)
    assert window.frame.current == "results"
    assert not is_open(window)


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", {"delete": "Overview", "print": "Report", "respondents": "People"}),
        ("de", {"löschen": "Übersicht", "drucken": "Bericht", "befragte": "Beteiligte"}),
    ],
)
def test_a_page_is_found_by_what_is_done_there(
    open_window: Opener, language: str, asked: dict[str, str]
) -> None:
    palette = opened(open_window(sample=True, language=language, page="overview"))
    for words, page in asked.items():
        palette.field.setText(words)
        assert texts(palette)[0] == page


def test_a_question_is_found_without_its_umlauts_and_opened(open_window: Opener) -> None:
    window = open_window(sample=True, language="de", page="overview")
    asked = window.session.questionnaire
    assert asked is not None
    question = next(one for area in asked.areas for one in area.questions if "ü" in one.text["de"])
    words = question.text["de"]
    opened(window).field.setText(words.replace("ü", "u"))
    press(Qt.Key.Key_Return)
    page = window.frame.page("questionnaire")
    assert isinstance(page, QuestionnairePage)
    assert page._view.current == question.id


def test_only_what_can_be_done_now_is_offered(window: MainWindow) -> None:
    undo = "Undo an answer or a comment"
    assert undo not in texts(opened(window))
    press(Qt.Key.Key_Escape)
    window.session.answer("security.access", Answer.of(3))
    opened(window)
    press("undo")
    press(Qt.Key.Key_Return)
    assert window.session.answer_of("security.access") is None


@pytest.mark.parametrize("way", ["escape", "the same key", "a click beside"])
def test_whoever_leaves_it_is_where_they_were(window: MainWindow, way: str) -> None:
    before = QApplication.focusWidget()
    palette = opened(window)
    if way == "a click beside":
        click(palette, QPoint(5, palette.height() - 5))
    elif way == "escape":
        press(Qt.Key.Key_Escape)
    else:
        press(Qt.Key.Key_K, CTRL)
    assert not is_open(window)
    assert QApplication.focusWidget() is before


def test_it_opens_over_a_comment_that_is_being_typed(window: MainWindow) -> None:
    press("C")
    press("half a")
    comment = QApplication.focusWidget()
    assert isinstance(comment, QPlainTextEdit)
    opened(window)
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is comment
    press(" word")
    assert comment.toPlainText() == "half a word"


def test_no_key_reaches_the_page_below(open_window: Opener) -> None:
    window = open_window(sample=True)
    window.go("results", "why")
    before = window.session.answers
    window.tasks.finish()
    opened(window)
    for key in (Qt.Key.Key_5, Qt.Key.Key_Tab, Qt.Key.Key_Delete, Qt.Key.Key_Down):
        press(key)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_J, Qt.Key.Key_1):
        press(key, CTRL)
    press("o", Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Escape)
    assert not is_open(window)
    assert window.frame.current == "results"
    assert window.session.answers == before
    panel = window.findChild(WhyPanel)
    assert panel is not None
    assert panel.isVisible()  # Escape left the palette alone


def test_a_screen_reader_is_told_what_enter_would_do(window: MainWindow) -> None:
    palette = opened(window)
    press("re")
    first, second = palette.rows.found[:2]
    assert palette.field.accessibleDescription().startswith(f"{first.text}, {first.beside}")
    press(Qt.Key.Key_Down)
    assert palette.field.accessibleDescription().startswith(second.text)
    assert spoken(palette.field)
    index = palette.rows.index(1)
    assert second.text in str(palette.rows.data(index, Qt.ItemDataRole.AccessibleTextRole))
    palette.field.setText("no such thing")
    assert palette.field.accessibleDescription() == "Nothing is called so."
    press(Qt.Key.Key_Return)
    assert is_open(window)


def test_a_row_is_done_by_a_click(window: MainWindow) -> None:
    palette = opened(window)
    press("settings")
    room = palette.list.visualRect(palette.rows.index(0))
    click(palette.list.viewport(), room.center())
    assert window.frame.current == "settings"


def test_sections_of_the_settings_are_found_under_the_names_they_have_there(
    window: MainWindow,
) -> None:
    window.go("settings")
    page = window.frame.page("settings")
    assert isinstance(page, SettingsPage)
    named = {
        number: f"Settings: {title}" for number, (title, *_) in enumerate(page._sections) if number
    }
    known = {one.id: one.text for one in window.guide.actions()}
    assert {f"settings_{number}": text for number, text in named.items()} == {
        key: text for key, text in known.items() if key.startswith("settings_")
    }


def test_no_key_means_two_things_in_one_place(window: MainWindow) -> None:
    known = window.guide.actions()
    keys = Counter((one.context, key) for one in known for key in one.keys)
    twice = [place for place, number in keys.items() if number > 1]
    # In the facts N says no; both are told in the map, each where it counts.
    assert not twice
    made = Counter(one.key().toString() for one in window.findChildren(QShortcut))
    assert made["Ctrl+K"] == made["F1"] == 1
    ids = Counter(one.id for one in known)
    assert max(ids.values()) == 1


def test_companies_are_found_and_opened(open_window: Opener, workspace: Path) -> None:
    with open_workspace(workspace) as opened_file:
        save_company(opened_file, CompanyRecord("Öl-Mühle Groß", "DE", "C", 12))
    window = open_window(page="questionnaire")
    opened(window)
    press("muhle gr")
    window.tasks.finish()  # they are read beside the interface
    press(Qt.Key.Key_Return)
    assert window.session.company is not None
    assert window.session.company.name == "Öl-Mühle Groß"
    renamed = replace(window.session.company, name="Ölmühle Klein")
    window.session.save_company(renamed)
    palette = opened(window)
    press("olmuhle kl")
    window.tasks.finish()
    assert texts(palette)[0] == "Ölmühle Klein"


def test_at_twice_the_size_all_of_it_is_in_the_window(open_window: Opener) -> None:
    window = open_window(geometry=(0, 0, 960, 600), text_size=200, language="de", sample=True)
    palette = opened(window)
    for query in ("", "s", "standort", "gibt es nicht"):
        palette.field.setText(query)
        QApplication.processEvents()
        assert palette.rect().contains(palette.card.geometry())
        if palette.rows.found:
            last = palette.list.visualRect(palette.list.currentIndex())
            assert palette.list.viewport().rect().contains(last)
