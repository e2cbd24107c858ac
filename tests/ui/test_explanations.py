"""Every figure of the results tells how it came about, and leads to what it was made of."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from digimaturity import paths
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer, Respondent, Responses
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.questionnaire import QuestionnairePage
from digimaturity.ui.why import why
from digimaturity.ui.why_lines import weighted_mean
from digimaturity.ui.widgets.leading import Leading
from digimaturity.ui.widgets.side_panel import SidePanel
from digimaturity.ui.widgets.why_panel import WhyPanel
from digimaturity.ui.widgets.wrap_link import WrapLink

from .conftest import Opener, click, named, press, show_results, spoken


@pytest.fixture
def english() -> Translator:
    return Translator.load("en", paths.resources_dir() / "locale")


@pytest.fixture
def sample(open_window: Opener) -> MainWindow:
    window = open_window(sample=True)
    window.go("results")
    window.tasks.finish()
    show_results(window)
    return window


def words(widgets: Iterable[QWidget]) -> str:
    return " ".join(one.text() for one in widgets if isinstance(one, QLabel))


def panel(window: MainWindow) -> SidePanel:
    (found,) = (one for one in window.findChildren(SidePanel) if one.isVisible())
    return found


def said(window: MainWindow) -> str:
    """What the panel at the side says."""
    return words(panel(window).findChildren(QLabel))


def explain(window: MainWindow, way: QAbstractButton) -> str:
    """Ask by a link, and come back by Esc to where it was asked."""
    name = spoken(way)
    click(way)
    told = said(window)
    press(Qt.Key.Key_Escape)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert spoken(focused) == name
    return told


def test_a_dimension_tells_which_answers_lift_it_and_leads_to_their_questions(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    for place, question in enumerate(questionnaire.rated_questions):
        window.session.answer(question.id, Answer.of(2 if place < 15 else 3))
    window.go("results", f"why {questionnaire.dimensions[0].id}")
    told = said(window)
    assert "These 3 answers, raised as shown, lift IT to level 3, Established." in told
    assert "IT: 25 → 40 (+15.0). Overall score: 44 → 48 (+3.8)." in told
    assert "not advice" in told
    assert "level 2 → 5" in told
    assert "(25 + 25 + 25 + 25 + 25) / 5 = 25" in told
    show_results(window)
    asked = {text_in(one.text, "en") for one in questionnaire.rated_questions}
    lines = [one for one in panel(window).findChildren(QLabel) if one.text() in asked]
    assert lines
    assert all(one.width() > panel(window).width() / 2 for one in lines), "words have their room"
    go = panel(window).findChildren(QPushButton)
    click(next(one for one in go if spoken(one).startswith("Go to the question")))
    assert window.frame.current == "questionnaire"
    assert isinstance(window.frame.page("questionnaire"), QuestionnairePage)


def test_what_one_step_lifts_is_said_in_one_sentence(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    for question in questionnaire.rated_questions:
        window.session.answer(question.id, Answer.of(4))
    for place in (0, 3):
        window.session.answer(questionnaire.rated_questions[place].id, Answer.of(3))
    first = questionnaire.dimensions[0].areas[0].questions
    for question in first:
        window.session.answer(question.id, Answer.of(5))
    window.session.answer(first[0].id, Answer.of(4))
    window.go("results", "why it")
    assert "each one level higher" not in said(window)
    assert "This answer, raised as shown, lifts IT to level 5, Leading." in said(window)


def test_the_index_tells_each_technology(sample: MainWindow) -> None:
    told = explain(sample, named(sample, QPushButton, "How is this counted?"))
    assert "8–9 of 12" in told
    assert "ERP system shared between departments" in told
    assert "Ahead of at least 42.1%" in told


def test_a_measure_opens_with_its_steps_its_effort_and_what_it_gains(sample: MainWindow) -> None:
    evaluation = sample.session.evaluation
    assert evaluation is not None
    links = sample.findChildren(WrapLink)
    candidate, way = next(
        (one, link)
        for one in evaluation.candidates
        for link in links
        if one.measure.title["en"] in spoken(link)
    )
    measure = candidate.measure
    told = explain(sample, way)
    assert all(step["en"] in told for step in measure.steps)
    assert measure.kpi["en"] in told
    assert "person-days" in told
    assert f"Gain: +{candidate.gain:.1f} points" in told
    for lift in measure.lifts:
        assert evaluation.questionnaire.by_id[lift.question].text["en"] in told


def test_in_a_small_window_the_results_are_where_they_were_when_an_explanation_is_closed(
    open_window: Opener,
) -> None:
    window = open_window(sample=True, text_size=200, geometry=(0, 0, 960, 600))
    window.go("results")
    show_results(window)
    way = next(one for one in window.findChildren(WrapLink) if spoken(one).startswith("2 "))
    area = next(one for one in window.findChildren(QScrollArea) if one.isAncestorOf(way))
    area.ensureWidgetVisible(way)
    place = area.verticalScrollBar().value()
    assert place > 0
    click(way)
    assert not area.isVisible()
    assert panel(window).width() > window.width() / 2
    press(Qt.Key.Key_Escape)
    assert area.isVisible()
    assert area.verticalScrollBar().value() == place
    assert QApplication.focusWidget() is way


def test_strengths_and_the_profile_tell_how_they_came_about(sample: MainWindow) -> None:
    evaluation = sample.session.evaluation
    assert evaluation is not None
    assert evaluation.leadership is not None
    profile, strategy = (explain(sample, _ways(sample)[place]) for place in (0, 1))
    assert f"Drive from IT: {evaluation.leadership.it:.0f}" in profile
    assert "None of this counts in the readiness score" in strategy
    strength = evaluation.questionnaire.areas[0].name["en"]
    way = next(one for one in sample.findChildren(WrapLink) if spoken(one).startswith(strength))
    click(way)
    assert isinstance(panel(sample), WhyPanel)
    assert "mean of its questions" in said(sample)


def _ways(window: MainWindow) -> list[QPushButton]:
    """The ways from leadership and strategy to how they were computed."""
    (section,) = window.findChildren(Leading)
    return [one for one in section.findChildren(QPushButton) if "computed" in spoken(one)]


def test_where_nobody_told_who_leads_nothing_is_said_of_it(window: MainWindow) -> None:
    window.go("results")
    show_results(window)
    assert not window.findChildren(Leading)
    assert not [one for one in window.findChildren(QPushButton) if "What if" in spoken(one)]


def test_an_answer_that_changes_is_in_the_explanation_at_once(
    window: MainWindow, questionnaire: Questionnaire
) -> None:
    area = questionnaire.areas[0]
    for question in area.questions:
        window.session.answer(question.id, Answer.of(3))
    window.go("results", f"why {area.id}")
    assert "(50 + 50 + 50) / 3 = 50" in said(window)
    window.session.answer(area.questions[0].id, Answer.of(4))
    QApplication.processEvents()
    assert "(75 + 50 + 50) / 3 ≈ 58.3" in said(window)


def test_a_question_of_several_views_tells_the_mean_and_what_was_agreed(
    questionnaire: Questionnaire, english: Translator
) -> None:
    area = questionnaire.areas[0]
    people = (Respondent("m", Viewpoint.MANAGEMENT), Respondent("i", Viewpoint.IT))
    first, second = area.questions[:2]
    answers = {
        "m": {first.id: Answer.of(4), second.id: Answer.of(1)},
        "i": {first.id: Answer.of(3), second.id: Answer.of(5)},
    }
    responses = Responses(people, answers, {second.id: 2})
    lines = why(evaluate(questionnaire, responses), area.id, english).lines
    assert lines[0].detail == "level 3.5 · mean of Management 4, IT 3"
    assert lines[1].detail == "level 2 · agreed in the workshop"


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ([(1, 50), (1, 75)], "(50 + 75) / 2 = 62.5"),
        ([(2, 50), (2, 75)], "(50 + 75) / 2 = 62.5"),
        ([(2, 50), (1, 75)], "(2 · 50 + 1 · 75) / 3 ≈ 58.3"),
        ([(0.25, 100), (1, 0)], "(0.25 · 100 + 1 · 0) / 1.25 = 20"),
        ([(1, 100 / 3), (1, 200 / 3)], "(33.3 + 66.7) / 2 ≈ 50"),
        ([(1, 50)], ""),
    ],
)
def test_a_mean_is_told_with_its_numbers(
    english: Translator, parts: list[tuple[float, float]], told: str
) -> None:
    assert weighted_mean(parts, english) == told
