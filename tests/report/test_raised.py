"""A measure that comes earlier because viewpoints differ says who rates what higher."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer, Respondent, Responses
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.build.measures import measures_order, raised_because
from digimaturity.report.wording import ReportContext, ReportOptions, Wording
from tests.content import pack
from tests.report import samples

LANGUAGES = {code: Translator.load(code, resources_dir() / "locale") for code in ("en", "de")}
SECURITY = ("security.access", "security.restore", "security.incident")


@pytest.fixture(scope="module")
def readiness() -> Questionnaire:
    return pack.readiness()


def said(readiness: Questionnaire, it: int) -> Responses:
    """One person of each viewpoint at level 2 everywhere; IT rates security at level `it`."""
    people = tuple(Respondent(view.value, view) for view in Viewpoint)
    everywhere = {question.id: Answer.of(2) for question in readiness.rated_questions}
    answers = {person.id: dict(everywhere) for person in people}
    answers["it"] |= {key: Answer.of(it) for key in SECURITY}
    return Responses(people, answers)


def told(
    readiness: Questionnaire, it: int, language: str = "en", *together: Viewpoint
) -> tuple[Wording, Evaluation]:
    responses = said(readiness, it)
    found = evaluate(readiness, responses)
    context = replace(
        ReportContext(responses, samples.DAY), options=ReportOptions(together=frozenset(together))
    )
    return Wording(found, context, LANGUAGES[language]), found


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "IT rates “Security” 50 points higher than management does; so this measure"),
        ("de", "Die IT bewertet „Sicherheit“ um 50 Punkte höher als die"),
    ],
)
def test_it_names_the_area_and_who_rates_it_higher(
    readiness: Questionnaire, language: str, sentence: str
) -> None:
    w, found = told(readiness, 4, language)
    (talk,) = (one for one in found.candidates if one.measure.id == "monthly_talk")
    assert talk.raised_by == ("security",)
    assert raised_because(w, talk).startswith(sentence)


def test_it_quotes_the_question_where_a_question_is_the_reason(readiness: Questionnaire) -> None:
    w, found = told(readiness, 3)
    (plan,) = (one for one in found.candidates if one.measure.id == "attack_practice")
    assert plan.raised_by == ("security.incident",)
    assert "“How is the firm prepared for an attack on its IT?” 25 points" in raised_because(
        w, plan
    )


def test_it_names_nobody_who_is_told_as_one_with_the_other(readiness: Questionnaire) -> None:
    w, found = told(readiness, 4, "en", *Viewpoint)
    (talk,) = (one for one in found.candidates if one.measure.id == "monthly_talk")
    assert talk.raised, "scores and order are as ever"
    assert raised_because(w, talk) == (
        "Your viewpoints differ widely here, so this measure comes earlier."
    )


def test_only_where_it_did_the_order_says_so(readiness: Questionnaire) -> None:
    apart, _ = told(readiness, 4)
    alike, found = told(readiness, 2)
    assert not any(one.raised for one in found.candidates)
    assert "viewpoints differ" in measures_order(apart)
    assert "viewpoints differ" not in measures_order(alike)
