"""Thirty people who write in many languages: every figure as worked out by hand."""

# ruff: noqa: RUF001 - names and comments are in the letters of their languages

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from math import sqrt

import pytest

from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import (
    DONT_KNOW,
    NOT_APPLICABLE,
    Answer,
    Respondent,
    Responses,
)
from digimaturity.domain.viewpoints import Views, Weight, recognisable, views_of
from digimaturity.services import assessments
from digimaturity.services.answers_file import (
    AnswersFile,
    answers_document,
    parse_answers,
    save_answers,
)
from digimaturity.services.workspace import Workspace
from digimaturity.store.records import CompanyRecord

M, IT, B = Viewpoint.MANAGEMENT, Viewpoint.IT, Viewpoint.BUSINESS

#: Three managers, nine people from IT, eighteen from the departments.
VIEWS = (*[M] * 3, *[IT] * 9, *[B] * 18)

#: A name and a comment in the language of each; they take turns.
SPOKEN = (
    ("Jürgen Groß", "Läuft, meistens. „Meistens“ heißt: außer montags."),
    ("Siobhán O’Neill", "Works – apart from Mondays."),
    ("Łukasz Żółć", "Działa, ale nie zawsze."),
    ("Ayşe Yıldız", "Çoğu zaman çalışıyor."),
    ("王小明", "基本可用，偶尔中断。"),
    ("مريم حسن", "يعمل في أغلب الأحيان."),
)

#: What each of the thirty says, in the order of `VIEWS`; level 3 on every other question.
SAID: dict[str, list[Answer]] = {
    # Management 4 each; IT six times 2, three times 3; departments nine times 3, nine times 5.
    "security.access": [Answer.of(n) for n in (4,) * 3 + (2,) * 6 + (3,) * 3 + (3,) * 9 + (5,) * 9],
    # Management 1, 3 and 5; all others 3.
    "security.restore": [Answer.of(n) for n in (1, 3, 5) + (3,) * 27],
    # Management 5, IT 1; the departments do not know.
    "security.incident": [Answer.of(n) for n in (5,) * 3 + (1,) * 9] + [DONT_KNOW] * 18,
    # It applies to one person of the departments, whose answer counts.
    "value_chain.partners": [NOT_APPLICABLE] * 29 + [Answer.of(4)],
    # The group agreed on level 2, whatever each had said: management 5, IT 4, departments 1.
    "portfolio.priorities": [Answer.of(n) for n in (5,) * 3 + (4,) * 9 + (1,) * 18],
}


def thirty(readiness: Questionnaire) -> Responses:
    people = tuple(
        Respondent(f"p{number}", view, f"{SPOKEN[number % 6][0]} {number}")
        for number, view in enumerate(VIEWS)
    )
    answers = {
        person.id: {
            question.id: replace(
                SAID.get(question.id, [Answer.of(3)] * 30)[number], comment=SPOKEN[number % 6][1]
            )
            for question in readiness.rated_questions
        }
        for number, person in enumerate(people)
    }
    return Responses(people, answers, consensus={"portfolio.priorities": 2})


@pytest.fixture
def found(readiness: Questionnaire) -> Evaluation:
    return evaluate(readiness, thirty(readiness))


@pytest.fixture
def views(readiness: Questionnaire, found: Evaluation) -> Views:
    seen = views_of(readiness, found.questions)
    assert seen is not None
    return seen


def test_each_viewpoint_counts_once(found: Evaluation) -> None:
    access = found.questions["security.access"]
    # IT: (6 · 2 + 3 · 3) / 9 = 7/3, which is 100 · (7/3 − 1) / 4 = 33.3; the others 75.
    assert access.by_viewpoint == pytest.approx({M: 75, IT: 100 / 3, B: 75})
    assert access.score == pytest.approx((75 + 100 / 3 + 75) / 3)
    assert access.gap == pytest.approx(75 - 100 / 3)


def test_the_agreement_is_that_of_the_levels_within_each_viewpoint(found: Evaluation) -> None:
    # Population standard deviations: IT √(1/3 · 2/3), departments 1; halved and taken from 1.
    access = found.questions["security.access"].agreement
    assert access == pytest.approx({M: 1, IT: 1 - sqrt(2 / 9) / 2, B: 0.5})
    # 1, 3 and 5 lie √(8/3) around 3: the mean is that of the others, the agreement is not.
    restore = found.questions["security.restore"]
    assert restore.gap == 0
    assert restore.agreement == pytest.approx({M: 1 - sqrt(8 / 3) / 2, IT: 1, B: 1})


def test_who_does_not_know_leaves_the_gap_to_those_who_do(found: Evaluation) -> None:
    incident = found.questions["security.incident"]
    assert (incident.score, incident.gap) == (50, 100)
    assert set(incident.by_viewpoint) == {M, IT}
    partners = found.questions["value_chain.partners"]
    assert (partners.score, partners.gap, partners.applicable) == (75, None, True)


def test_what_was_agreed_on_counts_and_the_gap_stays(found: Evaluation, views: Views) -> None:
    priorities = found.questions["portfolio.priorities"]
    assert (priorities.score, priorities.gap, priorities.consensus) == (25, 100, True)
    assert "portfolio.priorities" not in {gap.id for gap in views.to_talk_about}
    assert [gap.id for gap in views.to_talk_about] == ["security.incident", "security.access"]


def test_the_score_is_the_one_worked_out_on_paper(found: Evaluation) -> None:
    # Security (61.1 + 50 + 50) / 3, value chain (50 + 50 + 75) / 3, portfolio (25 + 50 + 50) / 3;
    # the fifteen other areas 50.
    security, chain, portfolio = ((550 / 9 + 100) / 3, 175 / 3, 125 / 3)
    it, business = ((4 * 50 + security) / 5, (3 * 50 + chain + portfolio) / 5)
    assert found.scores.areas["security"].value == pytest.approx(security)
    assert found.scores.dimensions["it"].value == pytest.approx(it)
    assert found.scores.dimensions["business"].value == pytest.approx(business)
    assert found.overall.value == pytest.approx((it + business + 50 + 50) / 4)
    assert found.overall.coverage == 1


def test_areas_are_compared_over_what_all_three_answered(views: Views) -> None:
    areas = {gap.id: gap for gap in views.areas}
    # Of security the departments know two questions: (75 + 50) / 2 against (33.3 + 50) / 2.
    assert areas["security"].questions == 2
    assert areas["security"].views == pytest.approx({M: 62.5, IT: 125 / 3, B: 62.5})
    assert areas["security"].weight is Weight.SMALL
    # (100 + 50 + 50) / 3 against (0 + 50 + 50) / 3, whatever was agreed on.
    assert areas["portfolio"].size == pytest.approx(100 / 3)
    assert views.areas[0].id == "portfolio"


def test_each_pair_is_compared_over_what_both_answered(views: Views) -> None:
    pairs = {(pair.first, pair.second): pair for pair in views.pairs}
    # Of 53 questions that management and IT both answered, three differ: by 41.7, 100 and 25.
    one = pairs[M, IT]
    assert one.questions == 53
    assert one.difference == pytest.approx((125 / 3 + 100 + 25) / 53)
    # Of 52 that management and departments both answered, one: priorities, by 100.
    assert pairs[M, B].questions == 52
    assert pairs[M, B].distance == pytest.approx(100 / 52)


def test_nobody_can_be_recognised_among_three(readiness: Questionnaire) -> None:
    assert recognisable(thirty(readiness)) == ()


def test_the_order_in_which_people_come_changes_nothing(
    readiness: Questionnaire, found: Evaluation
) -> None:
    said = thirty(readiness)
    again = evaluate(readiness, replace(said, respondents=said.respondents[::-1]))
    assert again.scores == found.scores
    assert again.questions == found.questions
    assert again.candidates == found.candidates


def test_all_of_it_survives_a_file_and_the_workspace(
    workspace: Workspace, readiness: Questionnaire, found: Evaluation
) -> None:
    said = thirty(readiness)
    company = CompanyRecord(name="Dreißig & Söhne", country="DE", section="C", employees=180)
    written = answers_document(AnswersFile(readiness, company, date(2026, 3, 1), said))
    read = parse_answers(json.dumps(written).encode(), {"readiness": readiness})
    assert read.responses == said
    kept = assessments.responses(workspace, str(save_answers(workspace, read).assessment))
    assert evaluate(readiness, kept).scores == found.scores
    assert [person.name for person in kept.respondents] == [p.name for p in said.respondents]
    first = kept.answers[kept.respondents[4].id]["security.access"]
    assert first.comment == "基本可用，偶尔中断。"
