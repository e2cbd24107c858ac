"""A workshop at a client's table: votes hidden until they are shown, all of it by keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from digimaturity import paths
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.services import assessments, recording
from digimaturity.services.assessments import create_assessment, get_assessment
from digimaturity.services.companies import save_company
from digimaturity.services.forms.taking_in import preview, take_in
from digimaturity.services.repeat import Newcomer, begin_from
from digimaturity.services.sign_off import sign
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.questionnaire import QuestionnairePage
from digimaturity.ui.pages.workshop import WorkshopPage
from digimaturity.ui.widgets.question_card import QuestionCard
from digimaturity.ui.widgets.vote_row import VoteRow
from digimaturity.ui.widgets.workshop_closing import WorkshopClosing
from digimaturity.ui.widgets.workshop_desk import WorkshopDesk
from digimaturity.ui.widgets.workshop_heading import WorkshopHeading
from tests.services.forms.filled import made_for, saved

from .conftest import COMPANY, Opener, click, named, press, spoken
from .test_nothing_typed_is_lost import room

PEOPLE = [
    (Viewpoint.MANAGEMENT, "Ines Hainbuch"),
    (Viewpoint.IT, "Murat"),
    (Viewpoint.BUSINESS, ""),
]

#: Levels of the three people, by the place of the question in the questionnaire.
SAID: Mapping[int, tuple[int | None, int | None, int | None]] = {
    0: (2, 3, 2),  # a gap of 25
    1: (3, 3, 3),
    4: (1, 5, None),  # of 100
    6: (4, 2, None),  # of 50
}


def filled(
    questionnaire: Questionnaire,
    said: Mapping[int, tuple[int | None, int | None, int | None]] = SAID,
    people: list[tuple[Viewpoint, str]] = PEOPLE,
    path: Path | None = None,
) -> str:
    """A workspace with these answers; returns the assessment."""
    with open_workspace(path or paths.default_workspace()) as opened:
        company = save_company(opened, COMPANY).company
        made = create_assessment(opened, str(company), questionnaire, date(2026, 2, 24), people)
        record = get_assessment(opened, str(made.assessment))
        for place, levels in said.items():
            question = questionnaire.rated_questions[place].id
            for person, level in zip(record.respondents, levels, strict=False):
                if level is not None:
                    answer = Answer.of(level)
                    recording.record_answer(opened, record.id, person.id, question, answer)
        return record.id


@pytest.fixture
def asked(questionnaire: Questionnaire) -> list[str]:
    """The ids of the questions by their places."""
    filled(questionnaire)
    return [one.id for one in questionnaire.rated_questions]


def begin(open_window: Opener, **settings: object) -> tuple[MainWindow, WorkshopPage]:
    window = open_window(page="overview", **settings)
    window.act("workshop")
    QApplication.processEvents()
    return window, workshop(window)


def workshop(window: MainWindow) -> WorkshopPage:
    page = window.frame.page("workshop")
    assert isinstance(page, WorkshopPage)
    return page


def said_of(window: MainWindow) -> str:
    """All that a screen reader can find in the window."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    root = QAccessible.queryAccessibleInterface(window)
    return "\n".join(text for text in _texts(root) if text)


def _texts(one: QAccessibleInterface) -> Iterator[str]:
    kinds = QAccessible.Text
    if one.role() == QAccessible.Role.ScrollBar:  # it is there where something is long
        return
    for kind in (kinds.Name, kinds.Description, kinds.Value, kinds.Help):
        yield one.text(kind)
    for place in range(one.childCount()):
        yield from _texts(one.child(place))


def words(page: WorkshopPage) -> str:
    """What is to be read on the page."""
    labels = [one for one in page.findChildren(QLabel) if one.isVisible()]
    return "\n".join(label.text() for label in labels)


def rows(page: WorkshopPage) -> list[VoteRow]:
    return [row for row in page.findChildren(VoteRow) if row.isVisible()]


def votes(page: WorkshopPage) -> list[str]:
    """What is told of each level."""
    return [row.accessibleDescription() for row in rows(page)]


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_it_covers_the_screen_and_escape_leads_back(open_window: Opener, asked: list[str]) -> None:
    window, page = begin(open_window)
    before = window.normalGeometry()
    assert window.isFullScreen()
    assert not window.frame.rail.isVisible()
    press(Qt.Key.Key_F11)
    assert not window.isFullScreen()
    assert named(page, QPushButton, "Full screen").isVisible()
    press(Qt.Key.Key_F11)
    assert window.isFullScreen()
    press(Qt.Key.Key_Escape)
    assert window.frame.current == "overview"
    assert not window.isFullScreen()
    assert window.frame.rail.isVisible()
    assert window.normalGeometry() == before
    window.go("results")
    window.act("workshop")
    click(named(window.frame.page("workshop"), QPushButton, "Leave"))
    assert window.frame.current == "results"
    assert asked


def test_hidden_votes_cannot_be_seen_heard_or_guessed(
    open_window: Opener, questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """Two firms of whom the same was asked and answered, the votes exchanged: all is the same."""
    told, seen = [], []
    for place, levels in enumerate([(1, 5, 3), (5, 1, 3), (3, 1, 5)]):
        path = tmp_path / f"{place}.db"
        filled(questionnaire, {0: levels, 1: (2, 2, 4)}, path=path)
        window, page = begin(open_window, workspace=str(path))
        told.append(said_of(window))
        page.start()
        seen.append(picture(page))
        assert "Answers: 3 of 3" in words(page)
        press(" ")
        assert said_of(window) != told[-1]
        press(" ")
        assert said_of(window) == told[-1]
        window.close()
    assert told[0] == told[1] == told[2]
    assert seen[0] == seen[1] == seen[2]


def test_shown_votes_bear_viewpoints_and_names_only_where_they_are_wanted(
    open_window: Opener, asked: list[str]
) -> None:
    window, page = begin(open_window)
    assert votes(page) == [""] * 5
    press(" ")
    assert votes(page) == ["Management: 1 person", "", "", "", "IT: 1 person"]
    assert "IT rates this 100 points higher than management does." in words(page)
    assert "Answers: 2 of 3" in words(page)
    press("n")
    assert votes(page) == ["Ines Hainbuch · Management", "", "", "", "Murat · IT"]
    window.change_settings(alias=True)
    QApplication.processEvents()
    page = workshop(window)
    assert votes(page) == ["Management: 1 person", "", "", "", "IT: 1 person"]
    assert "Murat" not in said_of(window)
    assert asked


def test_the_whole_workshop_by_keys_alone(open_window: Opener, asked: list[str]) -> None:
    window, page = begin(open_window)
    session = window.session
    assert page.sitting.question == asked[4]  # the largest gap
    assert "0 of 3 with a notable gap talked about" in words(page)
    press(" 2r")
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    press("Seen 2 r t")
    press(Qt.Key.Key_Escape)
    assert window.frame.current == "workshop"
    assert session.responses.consensus == {asked[4]: 2}
    assert session.responses.reasons == {asked[4]: "Seen 2 r t"}
    assert "1 of 3 with a notable gap talked about" in words(page)
    press(Qt.Key.Key_Right)
    assert page.sitting.question == asked[6]
    assert votes(page) == [""] * 5  # shown only where they were asked for
    press("p")
    press("Ask the shop")
    press(Qt.Key.Key_Escape)
    assert session.responses.parked == {asked[6]: "Ask the shop"}
    press(Qt.Key.Key_PageDown)
    assert page.sitting.question == asked[0]
    press("5")
    press(Qt.Key.Key_Delete)
    assert session.responses.consensus == {asked[4]: 2}
    press(Qt.Key.Key_PageUp)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    assert page.sitting.question == asked[4]
    assert votes(page)[0]
    press("w")
    assert "1 question agreed on · 1 in the parking lot · 1 notable gap still open" in words(page)
    assert "Level 2, Emerging. Seen 2 r t" in words(page)
    assert "Ask the shop" in words(page)
    click(named(page, QPushButton, session_text(window, asked[0])))
    assert page.sitting.question == asked[0]
    press("l")
    press(Qt.Key.Key_Down)  # from the third to the fourth, which is the second of the area
    assert page.sitting.question == asked[1]
    press("o")
    assert named(page, QPushButton, "Largest gap first").isVisible()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Escape)
    assert window.frame.current == "workshop"
    assert page.sitting.question == asked[-1]
    press(Qt.Key.Key_Right)
    assert page.sitting.closing


def session_text(window: MainWindow, question: str) -> str:
    asked = window.session.questionnaire
    assert asked is not None
    return asked.by_id[question].text["en"]


def test_tab_comes_to_the_levels_once_and_arrows_walk_through_them(
    open_window: Opener, asked: list[str]
) -> None:
    window, page = begin(open_window)
    press(Qt.Key.Key_Tab)
    assert rows(page)[0].hasFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.session.responses.consensus == {asked[4]: 3}
    press(Qt.Key.Key_Tab)
    assert named(page, QPushButton, "Take it back").hasFocus()
    page.start()
    press(Qt.Key.Key_Tab)
    assert rows(page)[2].hasFocus()


def test_undo_leads_to_the_question_and_takes_its_level_back(
    open_window: Opener, asked: list[str]
) -> None:
    window, page = begin(open_window)
    press("3")
    press(Qt.Key.Key_Right)
    press("z", Qt.KeyboardModifier.ControlModifier)
    assert window.session.responses.consensus == {}
    assert page.sitting.question == asked[4]
    assert not any(row.isChecked() for row in rows(page))
    press("y", Qt.KeyboardModifier.ControlModifier)
    assert window.session.responses.consensus == {asked[4]: 3}
    assert [row.isChecked() for row in rows(page)] == [False, False, True, False, False]
    history = assessments.history(window.session._awaited(), window.session.assessment_id)
    assert [one.new for one in history if one.key.aspect == "consensus"] == [3, None, 3]


def test_the_mouse_does_all_of_it_and_leaves_the_keyboard_alone(
    open_window: Opener, asked: list[str]
) -> None:
    window, page = begin(open_window)
    click(named(page, QPushButton, "Show the votes"))
    assert votes(page)[0]
    click(rows(page)[3])
    assert window.session.responses.consensus == {asked[4]: 4}
    press(" ")  # reveals, though a row and a button were clicked
    assert votes(page) == [""] * 5
    assert window.session.responses.consensus == {asked[4]: 4}
    click(named(page, QPushButton, "Take it back"))
    assert window.session.responses.consensus == {}
    click(named(page, QPushButton, "Next"))
    assert page.sitting.question == asked[6]
    click(named(page, QPushButton, "Questions"))
    click(named(page, QPushButton, "Order of the questionnaire"))
    assert not page.sitting.largest_first
    click(named(page, QPushButton, "Wrap-up"))
    assert page.sitting.closing


def test_a_presenters_remote_reads_a_long_closing_page_to_its_end(
    open_window: Opener, questionnaire: Questionnaire
) -> None:
    filled(questionnaire, dict.fromkeys(range(30), (1, 5, None)))
    _, page = begin(open_window)
    press("w")
    QApplication.processEvents()
    (sheet,) = page.findChildren(WorkshopClosing)
    bar = sheet.verticalScrollBar()
    assert bar.maximum() > 0
    for _ in range(bar.maximum() // bar.pageStep() + 2):
        press(Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    press(Qt.Key.Key_PageUp)
    assert page.sitting.closing
    while bar.value():
        press(Qt.Key.Key_PageUp)
    press(Qt.Key.Key_PageUp)
    assert not page.sitting.closing


def test_a_finished_assessment_is_shown_and_not_changed(
    open_window: Opener, questionnaire: Questionnaire
) -> None:
    assessment = filled(questionnaire)
    with open_workspace(paths.default_workspace()) as opened:
        question = questionnaire.rated_questions[4].id
        recording.record_consensus(opened, assessment, question, 3)
        recording.record_reason(opened, assessment, question, "Seen.")
        sign(opened, assessment)
    window, page = begin(open_window)
    press(" ")
    assert votes(page)[0]
    assert "Agreed: level 3, Established" in words(page)
    for key in ("4", "r", "p", Qt.Key.Key_Delete):
        press(key)
    click(rows(page)[1])
    assert window.session.responses.consensus == {question: 3}
    assert isinstance(QApplication.focusWidget(), WorkshopHeading)
    assert not window.frame.banner.isVisible()


def test_a_form_that_comes_in_is_counted_and_shown_where_one_is(
    open_window: Opener, asked: list[str], tmp_path: Path
) -> None:
    window, page = begin(open_window)
    session, assessment = window.session, window.session.assessment_id
    press(" r")
    press("Half a sen")
    workspace = session._awaited()
    identity = made_for(workspace, assessment, session.respondents[2].id)
    take_in(workspace, preview(workspace, [saved(tmp_path, identity, {asked[4]: 4})]))
    session.forms_taken_in(assessment)
    assert page.sitting.question == asked[4]
    assert votes(page)[3] == "Departments: 1 person"
    press("tence")  # what was being typed is as it was
    press(Qt.Key.Key_Escape)
    assert session.responses.reasons == {asked[4]: "Half a sentence"}


@pytest.mark.parametrize(
    ("people", "said", "words_of"),
    [
        (PEOPLE[:1], {0: (3, None, None)}, "One person has a part in this assessment."),
        ([PEOPLE[1], PEOPLE[1]], {0: (3, 4, None)}, "All have the same viewpoint: IT."),
        (PEOPLE, {0: (3, None, None)}, "Answers so far: 1 of 3 people."),
        (PEOPLE, {0: (3, 3, 3)}, "All viewpoints rate every question alike."),
    ],
)
def test_without_anything_to_compare_it_says_how_to_get_there(
    open_window: Opener,
    questionnaire: Questionnaire,
    people: list[tuple[Viewpoint, str]],
    said: Mapping[int, tuple[int | None, int | None, int | None]],
    words_of: str,
) -> None:
    filled(questionnaire, said, people)
    window, page = begin(open_window)
    assert words_of in words(page)
    press("3")
    assert window.session.responses.consensus == {}
    click(named(page, QPushButton, "Go through the questions all the same"))
    press("3")
    assert list(window.session.responses.consensus.values()) == [3]


def test_under_other_names_only_that_is_shown_which_was_written_before_the_same_eyes(
    open_window: Opener, questionnaire: Questionnaire
) -> None:
    assessment = filled(questionnaire)
    question = questionnaire.rated_questions[4].id
    with open_workspace(paths.default_workspace()) as opened:
        recording.record_reason(opened, assessment, question, "Hainbuch said so.")
    window, page = begin(open_window, alias=True)
    assert "Hainbuch" not in said_of(window)
    assert "A reason is recorded. It is not shown under other names." in words(page)
    press("r")
    assert not isinstance(QApplication.focusWidget(), QPlainTextEdit)
    press("3p")
    press("Later")
    press(Qt.Key.Key_Escape)
    assert window.session.responses.parked == {question: "Later"}
    window.change_settings(language="de")  # the same eyes
    assert window.session.responses.parked == {question: "Later"}
    window.change_settings(alias=False)
    assert window.session.responses.reasons == {question: "Hainbuch said so."}
    window.change_settings(alias=True)
    assert not window.session.responses.parked
    assert page is not None


def test_under_other_names_what_was_put_off_counts_and_no_key_offers_true_names(
    open_window: Opener, questionnaire: Questionnaire
) -> None:
    assessment = filled(questionnaire)
    question = questionnaire.rated_questions[4].id
    with open_workspace(paths.default_workspace()) as opened:
        recording.record_parked(opened, assessment, question, "Ask Hainbuch.")
    window, page = begin(open_window, alias=True)
    assert "1 of 3 with a notable gap talked about · Other names" in words(page)
    keys = [key.text() for key in page.findChildren(QPushButton) if key.isVisible()]
    assert "Reason" in keys
    assert "Names" not in keys
    press("w")
    assert "1 in the parking lot · 2 notable gaps still open" in words(page)
    assert "Hainbuch" not in said_of(window)


def test_a_new_look_changes_nothing_of_where_the_group_is(
    open_window: Opener, asked: list[str]
) -> None:
    window, page = begin(open_window)
    press(Qt.Key.Key_Right)
    press(" t")
    window.change_settings(language="de", appearance="dark", text_size=150)
    QApplication.processEvents()
    found = workshop(window)
    assert found is not page
    assert found.sitting.question == asked[6]
    assert found.sitting.watch.running
    assert votes(found)[3] == "Geschäftsleitung: 1 Person"
    assert window.isFullScreen()
    press("r")
    press("x")
    press(Qt.Key.Key_Escape)
    assert "Gespeichert" in words(found)
    press(Qt.Key.Key_Escape)
    assert window.frame.current == "overview"
    assert not window.isFullScreen()
    assert not found.sitting.watch.running


def test_what_the_group_came_to_is_seen_in_the_questionnaire_and_in_the_results(
    open_window: Opener, asked: list[str]
) -> None:
    window, _ = begin(open_window)
    press("3r")
    press("Seen together")
    press(Qt.Key.Key_Escape)
    press("p")
    press("Who pays")
    press(Qt.Key.Key_Escape)
    window.open_question(asked[4])
    page = window.frame.page("questionnaire")
    assert isinstance(page, QuestionnairePage)
    card = next(one for one in page.findChildren(QuestionCard) if one.question.id == asked[4])
    told = [one.text() for one in card.findChildren(QLabel) if one.isVisible()]
    assert (
        "Agreed in the workshop: level 3. Reason: Seen together\nPut off in the workshop: Who pays"
        in told
    )
    others = [one for one in page.findChildren(QuestionCard) if one.question.id != asked[4]]
    assert not any("workshop" in spoken(label) for card in others for label in _labels(card))
    questionnaire = window.session.questionnaire
    assert questionnaire is not None
    area = questionnaire.area_of[asked[4]].id
    window.go("results", f"why {area}")
    window.tasks.finish()
    told = [one.text() for one in _labels(window.frame.page("results"))]
    assert "Reason: Seen together" in told


def _labels(widget: QWidget) -> list[QLabel]:
    return [one for one in widget.findChildren(QLabel) if one.isVisible()]


def test_the_time_is_told_quietly_when_it_is_up(open_window: Opener, asked: list[str]) -> None:
    _, page = begin(open_window)
    now = [0.0]
    page.sitting.watch._clock = lambda: now[0]
    press("-----+")
    assert page.sitting.watch.minutes == 1
    press("t")
    desk = page.findChild(WorkshopDesk)
    assert desk is not None
    now[0] = 59.0
    desk.timer.show_time()
    assert "0:01" in words(page)
    assert "Time is up" not in words(page)
    now[0] = 75.0
    desk.timer.show_time()
    assert "+0:15" in words(page)
    assert "Time is up" in words(page)
    press(Qt.Key.Key_Right)
    assert "1:00" in words(page)
    assert "Time is up" not in words(page)
    assert asked


def test_viewpoints_that_are_told_as_one_are_told_so_here(
    open_window: Opener, asked: list[str]
) -> None:
    window, page = begin(open_window)
    window.session.tell_together(frozenset({Viewpoint.IT, Viewpoint.BUSINESS}))
    press(" ")
    assert votes(page) == ["Management: 1 person", "", "", "", "IT and Departments: 1 person"]
    assert "IT and Departments 100 points above Management." in words(page)
    assert page.sitting.question == asked[4]


def test_the_way_to_more_people_leads_there_and_back(
    open_window: Opener, questionnaire: Questionnaire
) -> None:
    filled(questionnaire, {}, PEOPLE[:1])
    window, page = begin(open_window)
    click(named(page, QPushButton, "Who takes part"))
    assert window.frame.current == "people"
    assert not window.isFullScreen()


def test_a_reason_that_finds_no_room_stays_until_there_is_some(
    open_window: Opener, asked: list[str]
) -> None:
    window, page = begin(open_window)
    long = "x" * 50_000
    press("r")
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    room(window, 1)
    box.insertPlainText(long)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Right)
    assert window.frame.banner.isVisible()
    assert page.sitting.question == asked[4]  # it is led back to what would be lost
    window.change_settings(text_size=125)
    QApplication.processEvents()
    page = workshop(window)
    press(Qt.Key.Key_Escape)
    assert window.frame.current == "workshop"
    assert "This note is not saved yet." in words(page)
    room(window, 1_000_000)
    page.start()
    press(Qt.Key.Key_Right)
    assert page.sitting.question == asked[6]
    assert window.session.responses.reasons == {asked[4]: long}


def test_votes_of_an_earlier_year_are_told_as_such_and_agreeing_confirms_them(
    open_window: Opener, questionnaire: Questionnaire
) -> None:
    before = filled(questionnaire)
    question = questionnaire.rated_questions[4].id  # one said 1, the other 5
    with open_workspace(paths.default_workspace()) as opened:
        sign(opened, before)
        case = assessments.case_of(opened, before)
        people = [Newcomer(one.viewpoint, one.name, one.id) for one in case.record.respondents]
        made = begin_from(opened, case, questionnaire, date(2026, 9, 1), people)
        key = str(made.change.assessment)
        first, *_ = assessments.get_assessment(opened, key).respondents
        recording.record_answer(opened, key, first.id, question, Answer.of(1))
    window, page = begin(open_window)
    assert window.session.assessment_id == key
    assert "Answers: 2 of 3, 1 of them from an earlier year" in words(page)
    assert "2026, not confirmed" not in said_of(window)
    press(Qt.Key.Key_Space)
    assert [bool(one) for one in votes(page)] == [True, False, False, False, True]
    assert ["from 2026, not confirmed" in one for one in votes(page)] == [False] * 4 + [True]
    press("3")
    assert not window.session.results[question].carried
    window.session.answer_as(window.session.respondents[1].id)
    answer = window.session.answer_of(question)
    assert answer is not None
    assert not answer.carried
