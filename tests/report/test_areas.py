"""The pages that read a dimension area by area: nobody else's, and nothing that was not said."""

from __future__ import annotations

from datetime import date
from functools import cache
from gettext import NullTranslations
from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st

from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import (
    DONT_KNOW,
    NOT_APPLICABLE,
    Answer,
    Responses,
    Value,
)
from digimaturity.i18n import Translator
from digimaturity.packs import load_pack
from digimaturity.report.build.areas import area_readings
from digimaturity.report.model.results import AreaReading
from digimaturity.report.wording import ReportContext, Wording
from tests.domain.make import said

ENGLISH = Translator("en", NullTranslations())
PACK = Path(__file__).resolve().parents[2] / "questionnaires" / "readiness"


@cache
def readiness() -> Questionnaire:
    loaded = load_pack(PACK)
    assert loaded.questionnaire is not None
    return loaded.questionnaire


def areas(responses: Responses) -> dict[str, AreaReading]:
    """The readings of the first two dimensions by the names of its areas."""
    context = ReportContext(responses, date(2026, 3, 2))
    w = Wording(evaluate(readiness(), responses), context, ENGLISH)
    found = (area for one in readiness().dimensions[:2] for area in area_readings(w, one))
    return {area.name: area for area in found}


answers = st.integers(1, 5).map(Answer.of) | st.just(DONT_KNOW)


@st.composite
def firms(draw: st.DrawFn) -> dict[str, Answer | Value]:
    """Answers to all questions of the first dimension."""
    area = readiness().dimensions[0].areas
    return {question.id: draw(answers) for part in area for question in part.questions}


@given(firms(), firms())
def test_no_two_firms_that_answered_differently_read_the_same(
    one: dict[str, Answer | Value], other: dict[str, Answer | Value]
) -> None:
    assume(one != other)
    assert areas(said(one)) != areas(said(other))


@given(firms())
def test_a_single_other_answer_changes_the_page(one: dict[str, Answer | Value]) -> None:
    key = readiness().rated_questions[0].id
    one = {**one, readiness().rated_questions[1].id: 3}
    pages = [areas(said({**one, key: level})) for level in range(1, 6)]
    assert all(left != right for n, left in enumerate(pages) for right in pages[:n])


def test_every_answer_is_quoted_with_its_level_the_highest_first() -> None:
    restore = readiness().by_id["security.restore"]
    security = areas(
        said({"security.access": 2, "security.restore": 5, "security.incident": DONT_KNOW})
    )["Security"]
    assert [answer.figure for answer in security.answers] == ["5", "2", "–"]
    assert security.answers[0].words == restore.levels[4]["en"]
    assert security.answers[2].words == "Don’t know"
    assert security.score == "63"
    assert security.reading == readiness().areas[1].readings[3]["en"]


def test_a_level_that_is_not_known_is_not_read() -> None:
    security = areas(said({"security.access": 5, "foundations.availability": 4}))["Security"]
    assert security.score == ""
    assert security.reading not in {text["en"] for text in readiness().areas[1].readings}


def test_what_does_not_apply_is_said_and_not_read() -> None:
    said_so = said(
        {
            "processes.described": 3,
            "value_chain.suppliers": 2,
            "value_chain.delivery": NOT_APPLICABLE,
            "value_chain.partners": NOT_APPLICABLE,
        }
    )
    chain = areas(said_so)["Value chain"]
    assert [answer.words for answer in chain.answers[1:]] == ["Does not apply"] * 2
    assert chain.score == "25"
