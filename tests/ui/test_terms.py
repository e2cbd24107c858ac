"""Technical terms: marked quietly, explained under the mouse, and found without a mouse."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget

from digimaturity.domain.glossary import alphabetical, headword
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Answer
from digimaturity.domain.texts import Term
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.help import HelpPage
from digimaturity.ui.pages.questionnaire import QuestionnairePage
from digimaturity.ui.sections import FACTS
from digimaturity.ui.widgets.basics import label
from digimaturity.ui.widgets.choices import ChoiceRow
from digimaturity.ui.widgets.fact_row import FactRow
from digimaturity.ui.widgets.fold import Fold
from digimaturity.ui.widgets.question_card import QuestionCard
from digimaturity.ui.widgets.terms import Prose, terms_of

from .conftest import Opener, click, lay_out, press, spoken

QUESTION = "security.access"

#: Qt says so of every tip that it shows where there is no screen.
pytestmark = pytest.mark.qt_log_ignore("does not support raise")


@pytest.fixture
def card(window: MainWindow) -> QuestionCard:
    window.go("questionnaire")
    page = window.frame.page("questionnaire")
    assert isinstance(page, QuestionnairePage)
    page.open("security")
    lay_out(window)
    QApplication.processEvents()
    cards = page.findChildren(QuestionCard)
    return next(card for card in cards if card.question.id == QUESTION)


def term(questionnaire: Questionnaire, key: str) -> Term:
    return next(one for one in questionnaire.glossary if one.id == key)


def point_at(widget: QWidget, place: QPoint) -> str:
    """Rest the mouse there; what is shown beside it."""
    QToolTip.hideText()
    while QToolTip.isVisible():
        QApplication.processEvents()
    event = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    return QToolTip.text() if QToolTip.isVisible() else ""


def places(widget: Prose | ChoiceRow) -> dict[str, QPoint]:
    """The middle of each term that is marked in the widget."""
    marked = widget._marked if isinstance(widget, Prose) else widget._text
    room = widget.contentsRect()
    if isinstance(widget, ChoiceRow):
        room = widget._text_room(widget.width())
    font = widget.font() if isinstance(widget, Prose) else widget.theme.font()
    found: dict[str, QPoint] = {}
    for down in range(2, marked.height(font, room.width()), 4):
        for across in range(0, room.width(), 3):
            at = marked.mention_at(QPoint(across, down), font, room.width())
            if at is not None:
                found[at[0].term.id] = at[1].center() + room.topLeft()
    return found


def question_label(card: QuestionCard) -> Prose:
    text = card.question.text["en"]
    return next(one for one in card.findChildren(Prose) if one.text() == text)


def test_the_mouse_over_a_term_in_the_question_shows_its_meaning(
    card: QuestionCard, questionnaire: Questionnaire
) -> None:
    asked = question_label(card)
    means = term(questionnaire, "access_rights").means["en"]
    place = places(asked)["access_rights"]
    assert escape(means) in point_at(asked, place)
    assert not point_at(asked, QPoint(2, place.y()))


def test_the_mouse_over_a_term_in_an_answer_shows_its_meaning_and_a_click_still_answers(
    window: MainWindow, card: QuestionCard, questionnaire: Questionnaire
) -> None:
    row = card.findChildren(ChoiceRow)[3]
    place = places(row)["administrator"]
    means = term(questionnaire, "administrator").means["en"]
    assert escape(means) in point_at(row, place)
    click(row, place)
    assert window.session.answer_of(QUESTION) == Answer.of(4)


def test_a_term_is_marked_once_among_the_answers(card: QuestionCard) -> None:
    marked = [key for row in card.findChildren(ChoiceRow) for key in places(row)]
    assert marked.count("access_rights") == 1


def test_without_a_mouse_the_terms_stand_below_the_question(
    card: QuestionCard, questionnaire: Questionnaire
) -> None:
    fold = card.findChildren(Fold)[0]
    fold.line.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    heard = {
        spoken(one)
        for one in fold.findChildren(QLabel)
        if one.isVisible()
        and QAccessible.queryAccessibleInterface(one).role() == QAccessible.Role.StaticText
    }
    assert "Terms" in heard
    for key in ("access_rights", "administrator"):
        one = term(questionnaire, key)
        assert f"{headword(one, 'en')}: {one.means['en']}" in heard


def test_the_keys_answer_while_the_terms_are_shown(window: MainWindow, card: QuestionCard) -> None:
    card.focus_answer()
    card.findChildren(Fold)[0].line.click()
    press("2")
    assert window.session.answer_of(QUESTION) == Answer.of(2)


def test_lines_break_where_qt_itself_would_break_them(card: QuestionCard) -> None:
    for prose in card.findChildren(Prose):
        if prose._marked.mentions:
            plain = label(prose.text(), str(prose.property("kind")), wrap=True)
            plain.setParent(prose.parentWidget())
            plain.ensurePolished()
            for width in range(120, 700, 20):
                assert plain.heightForWidth(width) == prose.heightForWidth(width)
            plain.setParent(None)


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_a_term_is_marked_by_dots_below_it_and_by_nothing_else(
    open_window: Opener, questionnaire: Questionnaire, appearance: str
) -> None:
    window = open_window(sample=True, appearance=appearance, page="questionnaire")
    page = window.frame.page("questionnaire")
    assert isinstance(page, QuestionnairePage)
    terms = terms_of(questionnaire, page.parts.t)
    words = "How are access rights given?"
    pictures = []
    for known in (frozenset(), frozenset({"access_rights"})):
        prose = Prose(page.parts.theme, replace(terms, known=known), words)
        prose.setParent(window)
        prose.resize(300, 24)
        pictures.append(prose.grab().toImage())
        if not known:
            middle = places(prose)["access_rights"]
    one, other = pictures
    dots = {
        QPoint(x, y)
        for x in range(one.width())
        for y in range(one.height())
        if one.pixel(x, y) != other.pixel(x, y)
    }
    assert len(dots) > 15
    assert len({dot.y() for dot in dots}) <= 2
    assert all(dot.y() > middle.y() and abs(dot.x() - middle.x()) < 60 for dot in dots)


def test_pictograms_before_a_term_do_not_push_its_mark_aside(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    page = window.frame.page("questionnaire")
    assert isinstance(page, QuestionnairePage)
    terms = terms_of(questionnaire, page.parts.t)
    font = page.parts.theme.font()
    places_of = []
    for text in ("😀 EDI", "x EDI"):
        prose = Prose(page.parts.theme, terms, text)
        prose.setFont(font)
        prose.resize(300, 24)
        places_of.append(next(iter(places(prose).values())).x())
    wide = QFontMetrics(font).horizontalAdvance("😀")
    narrow = QFontMetrics(font).horizontalAdvance("x")
    assert abs(places_of[0] - places_of[1] - (wide - narrow)) <= 2


def test_facts_explain_their_terms_too(window: MainWindow, questionnaire: Questionnaire) -> None:
    page = window.frame.page("questionnaire")
    assert isinstance(page, QuestionnairePage)
    page.open(FACTS)
    lay_out(window)
    row = next(one for one in page.findChildren(FactRow) if one.question.id == "fact.erp")
    means = term(questionnaire, "erp").means["en"]
    asked = row.findChildren(Prose)[0]
    assert escape(means) in point_at(asked, places(asked)["erp"])
    interface = QAccessible.queryAccessibleInterface(row)
    assert means in interface.text(QAccessible.Text.Description)


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_help_page_lists_all_terms_as_a_dictionary_would(
    open_window: Opener, language: str
) -> None:
    window = open_window(sample=True, language=language)
    window.go("help")
    page = window.frame.page("help")
    questionnaire = window.session.questionnaire
    assert questionnaire is not None
    assert isinstance(page, HelpPage)
    page.open("glossary")
    shown = page.reading.toPlainText()
    entries = [
        f"{headword(one, language)}: {one.means[language]}"
        for one in alphabetical(questionnaire.glossary, language)
    ]
    assert [line for line in shown.splitlines() if line in set(entries)] == entries
