"""Every page by keyboard and screen reader, in both languages and both appearances."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.history.page import HistoryPage
from digimaturity.ui.pages.history.tabs import TABS
from digimaturity.ui.pages.questionnaire import QuestionnairePage
from digimaturity.ui.pages.results import ResultsPage
from digimaturity.ui.sections import DECISIONS, FACTS
from digimaturity.ui.widgets.basics import ElidedLabel
from digimaturity.ui.widgets.chart import Chart
from digimaturity.ui.widgets.rail import RailEntry
from digimaturity.ui.widgets.score_row import ScoreRow

from .conftest import Opener, is_active, lay_out, spoken

PAGES = (
    "overview",
    "people",
    "make_forms",
    "returned_forms",
    "questionnaire",
    "facts",
    "decisions",
    "results",
    "why",
    "source",
    "measure",
    "what_if",
    "workshop",
    "roadmap",
    "report",
    "trend",
    "deeds",
    "compare",
    "revisions",
    "contribution",
    "settings",
    "help",
    "company",
    "new_assessment",
    "last_plan",
    "welcome",
)


def _open(window: MainWindow, page: str) -> None:
    if page in ("facts", "decisions"):
        window.go("questionnaire")
        questionnaire = window.frame.page("questionnaire")
        assert isinstance(questionnaire, QuestionnairePage)
        questionnaire.open(FACTS if page == "facts" else DECISIONS)
    elif page == "why":
        window.go("results", "why")
    elif page == "source":
        window.go("results", "source technologies-1")
    elif page == "measure":
        evaluation = window.session.evaluation
        assert evaluation is not None
        window.go("results", f"measure {evaluation.candidates[0].measure.id}")
    elif page in {tab.key for tab in TABS}:
        window.go("history", page)
    elif page == "what_if":
        window.go("results", "what if")
    else:
        window.go(page)
    window.tasks.finish()
    shown = window.frame.page(window.frame.current)
    while isinstance(shown, ResultsPage | HistoryPage) and not shown.ready:
        QApplication.processEvents()
    QApplication.processEvents()  # what came back has found its place
    while not is_active(window):
        QApplication.processEvents()
    for _ in range(3):  # a text that grew moves what is around it, one layout after another
        lay_out(window)
        QApplication.processEvents()


def _stops(window: MainWindow) -> Iterator[QWidget]:
    """What Tab stops at on the page that is open, in this order."""
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        tabs = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tabs and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None:
            yield widget
        widget = widget.nextInFocusChain()


@pytest.fixture
def sample(open_window: Opener) -> MainWindow:
    return open_window(sample=True)


@pytest.mark.parametrize("language", ["en", "de"])
def test_everything_that_takes_the_keyboard_has_a_name_and_a_role(
    open_window: Opener, language: str
) -> None:
    window = open_window(sample=True, language=language)
    nameless = []
    for page in PAGES:
        _open(window, page)
        for widget in _stops(window):
            interface = QAccessible.queryAccessibleInterface(widget)
            role = interface.role()
            vague = role in (QAccessible.Role.NoRole, QAccessible.Role.Client)
            if isinstance(widget, QAbstractScrollArea) and spoken(widget):
                continue  # Qt has no role for what scrolls; its name says what it is
            inner = isinstance(widget.parent(), QAbstractSpinBox)
            if not inner and (not spoken(widget).strip() or vague):
                nameless.append((page, type(widget).__name__, widget.objectName(), role))
    assert not nameless, nameless


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_two_mnemonics_on_a_page_are_the_same(open_window: Opener, language: str) -> None:
    window = open_window(sample=True, language=language)
    twice = {}
    for page in PAGES:
        _open(window, page)
        texts = [
            widget.text()
            for widget in window.findChildren(QWidget)
            if isinstance(widget, QAbstractButton | QLabel)
            and widget.isVisible()
            and (isinstance(widget, QAbstractButton) or widget.buddy() is not None)
        ]
        letters = [m[1].lower() for text in texts if (m := re.search(r"&([^&\s])", text))]
        again = [letter for letter, number in Counter(letters).items() if number > 1]
        if again:
            twice[page] = (again, [text for text in texts if "&" in text])
    assert not twice


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_the_focus_is_always_visible(open_window: Opener, appearance: str) -> None:
    window = open_window(sample=True, appearance=appearance)
    hidden = []
    for page in PAGES:
        _open(window, page)
        for widget in list(_stops(window)):
            if isinstance(widget, QLineEdit) and isinstance(
                widget.parent(), QComboBox | QAbstractSpinBox
            ):
                continue  # the field around it shows the focus
            if type(widget).__name__ == "QPdfView":
                continue
            widget.clearFocus()
            before = _picture(widget)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            if _picture(widget) == before:
                hidden.append((page, type(widget).__name__, spoken(widget)[:40]))
    assert not hidden, hidden


def test_tab_reaches_every_question_and_leaves_the_comment(sample: MainWindow) -> None:
    window = sample
    _open(window, "questionnaire")
    for box in window.findChildren(QPlainTextEdit):
        assert box.tabChangesFocus()
    rows = [w for w in _stops(window) if w.accessibleName().startswith(tuple("12345"))]
    page = window.frame.page("questionnaire")
    assert isinstance(page, QuestionnairePage)
    # One stop for each question, not one for each of its levels.
    asked = window.session.questionnaire
    assert asked is not None
    assert len(rows) == len(asked.areas[0].questions)


def test_pictures_say_in_words_what_they_show(sample: MainWindow) -> None:
    _open(sample, "results")
    pictures = [
        widget
        for widget in sample.findChildren(QLabel)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(pictures) == 7
    for picture in pictures:
        interface = QAccessible.queryAccessibleInterface(picture)
        assert interface.role() == QAccessible.Role.Graphic
        assert re.search(r"\d", interface.text(QAccessible.Text.Description))


@pytest.mark.parametrize("text_size", [100, 200])
def test_no_text_is_cut_off(open_window: Opener, text_size: int) -> None:
    """Labels and buttons are at least as large as what they say."""
    window = open_window(sample=True, text_size=text_size, geometry=(0, 0, 1280, 720))
    cut = []
    for page in PAGES:
        _open(window, page)
        for widget in window.findChildren(QWidget):
            if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton):
                continue
            wanted = widget.sizeHint()
            if isinstance(widget, QLabel) and widget.wordWrap():
                wanted.setHeight(widget.heightForWidth(widget.width()))
                wanted.setWidth(0)
            if widget.hasHeightForWidth():
                wanted.setWidth(0)
                wanted.setHeight(widget.heightForWidth(widget.width()))
            if isinstance(widget, ElidedLabel | ScoreRow | RailEntry | Chart):
                continue  # these end in … or draw what fits
            if widget.width() < wanted.width() or widget.height() < wanted.height():
                cut.append(
                    (page, type(widget).__name__, spoken(widget)[:50], widget.size(), wanted)
                )
    assert not cut, cut
