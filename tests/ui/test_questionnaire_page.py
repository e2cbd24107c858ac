"""Answering by keyboard and mouse: recorded at once, taken back at will, never lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit

from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import DONT_KNOW, Answer, State
from digimaturity.services.assessments import responses
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.questionnaire import QuestionnairePage
from digimaturity.ui.sections import FACTS, STRATEGY
from digimaturity.ui.widgets.choices import ChoiceRow, KeyChoice
from digimaturity.ui.widgets.fact_row import FactRow
from digimaturity.ui.widgets.question_card import QuestionCard
from digimaturity.ui.widgets.section_view import SectionView
from digimaturity.ui.widgets.terms import terms_of

from .conftest import Opener, click, named, press, spoken


def _page(window: MainWindow) -> QuestionnairePage:
    page = window.frame.page("questionnaire")
    assert isinstance(page, QuestionnairePage)
    return page


def _card(window: MainWindow, question: str) -> QuestionCard:
    cards = _page(window).findChildren(QuestionCard)
    return next(card for card in cards if card.question.id == question)


def _stored(path: Path, assessment: str) -> dict[str, Answer]:
    """What is in the file, read by a second pair of eyes."""
    with open_workspace(path, read_only=True) as opened:
        said = responses(opened, assessment)
    return dict(said.answers[said.respondents[0].id])


def _ids(questionnaire: Questionnaire) -> list[str]:
    return [question.id for question in questionnaire.rated_questions]


def test_keys_answer_the_current_question_and_enter_goes_on(
    window: MainWindow, workspace: Path, questionnaire: Questionnaire
) -> None:
    first, second, third, fourth = _ids(questionnaire)[:4]
    press("3")
    press(Qt.Key.Key_Return)
    press("d")
    press(Qt.Key.Key_Down)
    press("5")
    press(Qt.Key.Key_Return)  # behind the last question of the area comes the next area
    press("1")
    stored = _stored(workspace, window.session.assessment_id)
    assert stored == {
        first: Answer.of(3),
        second: DONT_KNOW,
        third: Answer.of(5),
        fourth: Answer.of(1),
    }


def test_the_whole_row_of_a_level_can_be_clicked(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    question = _ids(questionnaire)[1]
    row = _card(window, question).findChildren(ChoiceRow)[3]
    click(row, QPoint(row.width() - 3, row.height() - 3))
    assert window.session.answer_of(question) == Answer.of(4)
    assert row.isChecked()
    click(_card(window, question).findChildren(ChoiceRow)[1], QPoint(2, 2))
    assert window.session.answer_of(question) == Answer.of(2)
    assert not row.isChecked()


def test_a_screen_reader_hears_level_name_text_and_state(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    question = questionnaire.rated_questions[0]
    row = _card(window, question.id).findChildren(ChoiceRow)[2]
    interface = QAccessible.queryAccessibleInterface(row)
    assert interface.role() == QAccessible.Role.RadioButton
    assert spoken(row) == f"3 Established: {question.levels[2]['en']}"
    assert not interface.state().checked
    press("3")
    assert QAccessible.queryAccessibleInterface(row).state().checked


def test_undo_and_redo_walk_through_answers_and_comments(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    first, second = _ids(questionnaire)[:2]
    control = Qt.KeyboardModifier.ControlModifier
    press("2")
    press("4")
    press(Qt.Key.Key_Down)
    press("5")
    said = window.session.answer_of
    press(Qt.Key.Key_Z, control)
    assert (said(first), said(second)) == (Answer.of(4), None)
    press(Qt.Key.Key_Z, control)
    assert said(first) == Answer.of(2)
    press(Qt.Key.Key_Z, control)
    assert said(first) is None or said(first) == Answer(State.UNANSWERED)
    assert not window.frame.header.undo.isEnabled()
    for _ in range(3):
        press(Qt.Key.Key_Y, control)
    assert (said(first), said(second)) == (Answer.of(4), Answer.of(5))
    assert not window.frame.header.redo.isEnabled()


def test_undo_shows_where_it_was(window: MainWindow, questionnaire: Questionnaire) -> None:
    press("2")
    _page(window).open(questionnaire.areas[5].id)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    first = _ids(questionnaire)[0]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert _card(window, first).isAncestorOf(focused)


def test_an_answer_is_taken_back_with_delete(
    window: MainWindow, workspace: Path, questionnaire: Questionnaire
) -> None:
    press("2")
    press(Qt.Key.Key_Delete)
    stored = _stored(workspace, window.session.assessment_id)
    assert stored.get(_ids(questionnaire)[0]) in (None, Answer(State.UNANSWERED))


def test_a_comment_is_recorded_when_it_is_left_and_when_the_window_closes(
    window: MainWindow, workspace: Path, questionnaire: Questionnaire
) -> None:
    first, second = _ids(questionnaire)[:2]
    press("c")
    box = _card(window, first).comment
    assert box.hasFocus()
    box.insertPlainText("Größe 5 < 6 & 日本 🙂")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Down)
    press("c")
    _card(window, second).comment.insertPlainText("half a senten")
    assessment = window.session.assessment_id
    window.close()
    stored = _stored(workspace, assessment)
    assert stored[first].comment == "Größe 5 < 6 & 日本 🙂"
    assert stored[second].comment == "half a senten"


def test_letters_typed_into_a_comment_answer_nothing(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    press("c")
    press("d3n1")
    answer = window.session.answer_of(_ids(questionnaire)[0])
    assert answer is None or answer.state is State.UNANSWERED
    assert _card(window, _ids(questionnaire)[0]).comment.toPlainText() == "d3n1"


def test_not_applicable_only_where_a_firm_can_lack_the_thing(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    fixed = next(q for q in questionnaire.rated_questions if not q.may_not_apply)
    free = next(q for q in questionnaire.rated_questions if q.may_not_apply)
    for question, state in ((fixed, None), (free, State.NOT_APPLICABLE)):
        _page(window).open_question(question.id)
        press("n")
        answer = window.session.answer_of(question.id)
        assert (answer.state if answer else None) is state


def test_the_keyboard_is_at_the_answer_that_was_given_by_a_key(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    question = next(q for q in questionnaire.rated_questions if q.may_not_apply)
    window.open_question(question.id)
    card = _card(window, question.id)
    for key, expected in (("d", card.dont_know), ("n", card.not_applicable)):
        press("4")
        press(key)
        if key == "n":
            assert card.comment.hasFocus()  # the reason is asked for
            press(Qt.Key.Key_Escape)
        assert window.focusWidget() is expected
        assert expected.isChecked()
        window.go("results")
        window.go("questionnaire")
        assert window.focusWidget() is expected
    press("2")
    row = window.focusWidget()
    assert isinstance(row, ChoiceRow)
    assert row.isChecked()
    _page(window).open(FACTS)
    yes_no = _fact(window, "fact.website")
    yes_no.focus_answer()
    press("d")
    assert window.focusWidget() is named(yes_no, KeyChoice, "Don’t know")


def test_in_a_low_window_every_key_leads_to_what_can_be_seen(
    open_window: Opener,
    workspace: Path,  # noqa: ARG001 - it must be there
) -> None:
    window = open_window(page="questionnaire", text_size=200, geometry=(0, 0, 960, 600))
    view = _page(window).findChild(SectionView)
    assert view is not None
    escape = Qt.Key.Key_Escape
    for key in ("5", "d", "c", escape, Qt.Key.Key_Right, "1", Qt.Key.Key_Down, "4", Qt.Key.Key_Up):
        press(key)
        QApplication.processEvents()
        focused = window.focusWidget()
        shown = focused.visibleRegion().boundingRect().height()
        assert shown == min(focused.height(), view.viewport().height()), f"{key} {spoken(focused)}"


def test_search_finds_a_question_by_any_of_its_words_and_enter_goes_there(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    target = questionnaire.rated_questions[-1]
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = QApplication.focusWidget()
    assert isinstance(search, QLineEdit)
    search.setText(target.levels[4]["en"].upper())
    press(Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert _card(window, target.id).isAncestorOf(focused)


def test_search_finds_a_question_by_what_one_of_its_terms_means(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    target = questionnaire.rated_questions[10]
    texts = [level["en"] for level in target.levels]
    terms = terms_of(questionnaire, window.t).entries(texts)
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = QApplication.focusWidget()
    assert isinstance(search, QLineEdit)
    search.setText(" ".join(means for _, means in terms))
    press(Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert _card(window, target.id).isAncestorOf(focused)


def test_enter_goes_on_through_the_facts_to_the_results(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    shown = [fact.id for fact in questionnaire.facts if fact.show_if is None]
    window.open_question(shown[-1])
    press(Qt.Key.Key_Return)
    assert window.frame.current == "results"


def test_the_next_unanswered_question_is_found_past_those_that_are_answered(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    ids = _ids(questionnaire)
    for question in [*ids[:7], *ids[8:]]:
        window.session.answer(question, Answer.of(2))
    press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    press("4")
    assert window.session.answer_of(ids[7]) == Answer.of(4)


def test_the_strategy_questions_appear_when_there_is_a_strategy(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    trigger = "partnership.it_strategy"
    page = _page(window)
    page.open_question(trigger)
    press("1")
    page.open(STRATEGY)
    assert not page.place().startswith(STRATEGY)
    page.open_question(trigger)
    press("3")
    page.open(STRATEGY)
    assert page.place().startswith(STRATEGY)
    press("2")
    assert window.session.answer_of(questionnaire.strategy[0].question.id) == Answer.of(2)


def test_further_areas_appear_while_a_screen_reader_looks_on(window: MainWindow) -> None:
    page = _page(window)
    QAccessible.setActive(True)  # from now on Qt lays lists out at every change
    try:
        page.open_question("partnership.it_strategy")
        press("3")
        page.open(STRATEGY)
    finally:
        QAccessible.setActive(False)
    assert page.place().startswith(STRATEGY)


def test_facts_take_yes_no_dont_know_and_numbers_within_their_range(
    window: MainWindow,
) -> None:
    page, said = _page(window), window.session.answer_of
    page.open(FACTS)
    rows = {row.question.id: row for row in page.findChildren(FactRow)}
    number, yes_no = rows["fact.internet_access"], rows["fact.website"]
    field = number.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    press("170")
    press(Qt.Key.Key_Tab)
    assert said("fact.internet_access") is None
    assert "between 0 and 100" in field.accessibleDescription()
    field.setFocus()
    field.selectAll()
    press("62.5")
    press(Qt.Key.Key_Tab)
    assert said("fact.internet_access") == Answer.of(62.5)
    yes_no.focus_answer()
    press("y")
    assert said("fact.website") == Answer.of(value=True)
    press("n")
    assert said("fact.website") == Answer.of(value=False)
    click(named(yes_no, KeyChoice, "Don’t know"))
    assert said("fact.website") == DONT_KNOW


def test_what_was_answered_comes_back_at_the_next_start_at_the_same_place(
    window: MainWindow, open_window: Opener, questionnaire: Questionnaire
) -> None:
    target = questionnaire.areas[7].questions[1]
    _page(window).open_question(target.id)
    press("4")
    window.close()
    again = open_window()
    assert again.frame.current == "questionnaire"
    focused = QApplication.focusWidget()
    assert isinstance(focused, ChoiceRow)
    assert _card(again, target.id).isAncestorOf(focused)
    assert focused.isChecked()


def test_a_language_switch_leaves_the_cursor_in_the_comment(
    window: MainWindow, workspace: Path, questionnaire: Questionnaire
) -> None:
    first = _ids(questionnaire)[0]
    press("c")
    press("wait")
    window.change_settings(language="de")
    QApplication.processEvents()
    press("d5")  # letters of the comment, not keys of the question
    window.frame.flush()
    stored = _stored(workspace, window.session.assessment_id)
    assert (stored[first].comment, stored[first].state) == ("waitd5", State.UNANSWERED)


def _fact(window: MainWindow, question: str) -> FactRow:
    rows = _page(window).findChildren(FactRow)
    return next(row for row in rows if row.question.id == question)


def test_a_click_counts_though_leaving_a_field_brings_up_a_question(
    window: MainWindow, workspace: Path
) -> None:
    _page(window).open(FACTS)
    field = _fact(window, "fact.online_sales").findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    press("1")
    press("2")
    website = _fact(window, "fact.website")
    no = next(choice for choice in website.findChildren(KeyChoice) if spoken(choice)[:2] == "No")
    click(no)
    QApplication.processEvents()
    stored = _stored(workspace, window.session.assessment_id)
    assert stored["fact.online_sales"] == Answer.of(12)
    assert stored["fact.website"] == Answer.of(value=False)
    assert _fact(window, "fact.web_sales").isVisible()


def test_the_keyboard_stays_where_it_is_when_a_question_comes_up_or_goes(
    window: MainWindow, workspace: Path
) -> None:
    _page(window).open_question("fact.cloud")
    for key in ("y", "n", "y"):
        press(key)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert _fact(window, "fact.cloud").isAncestorOf(focused)
    press(Qt.Key.Key_Down)
    press("n")
    stored = _stored(workspace, window.session.assessment_id)
    assert stored["fact.cloud"] == Answer.of(value=True)
    assert stored["fact.cloud_core"] == Answer.of(value=False)
