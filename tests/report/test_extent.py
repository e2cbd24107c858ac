"""What the report says where only a part of a questionnaire was asked; and of the turnover."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digimaturity.domain.company import TurnoverBand
from digimaturity.domain.evaluation import evaluate
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.build.report import build_report
from digimaturity.report.model.report import ReportModel
from tests.report import samples
from tests.report.test_build import model, words_of

WORDS = {
    "en": ("18 of the 54 questions", "neither in the scores nor in their bounds"),
    "de": ("18 der 54 Fragen", "weder in den Punktwerten noch in deren Spanne"),
}


def translator(language: str) -> Translator:
    return Translator.load(language, resources_dir() / "locale")


def quick(language: str) -> ReportModel:
    """The report on one question an area of the sample's."""
    whole = samples.questionnaire()
    dimensions = tuple(
        replace(one, areas=tuple(replace(area, questions=area.questions[:1]) for area in one.areas))
        for one in whole.dimensions
    )
    part = replace(
        whole,
        name={"en": "Quick check", "de": "Kurzcheck"},
        dimensions=dimensions,
        strategy=(),
        plans=(),
        decisions=(),
        measures=tuple(one for one in whole.measures if one.lifts[0].question.endswith(".1")),
        part_of=whole.id,
        part_of_questions=len(whole.rated_questions),
    )
    evaluation = evaluate(part, samples.responses(), company=samples.NORDLICHT)
    return build_report(evaluation, samples.context(), translator(language))


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_quick_check_says_that_it_is_one_and_what_that_means(language: str) -> None:
    report = quick(language)
    asked, bounds = WORDS[language]
    assert asked in report.summary.intro
    assert bounds in report.summary.intro
    (name,) = (p.label for p in report.contents.reading if p.label in ("Quick check", "Kurzcheck"))
    on_cover = next(fact.text for fact in report.cover.facts if name in fact.text)
    assert "18 of 54" in on_cover or "18 von 54" in on_cover


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "points of the score of “Quick check”"), ("de", "Gesamtwert von „Kurzcheck“")],
)
def test_the_gains_of_a_quick_check_are_said_to_be_of_its_own_score(
    language: str, words: str
) -> None:
    measures = quick(language).measures
    assert measures is not None
    assert words in measures.order
    assert words in measures.intro
    whole = model(t=translator(language)).measures
    assert whole is not None
    assert words[:20] not in whole.intro


@pytest.mark.parametrize("language", ["en", "de"])
def test_nothing_is_said_of_what_a_quick_check_does_not_ask(language: str) -> None:
    report = quick(language)
    assert report.leading is not None
    assert report.leading.strategy is None
    assert report.leading.chapter.name == {"en": "Who leads", "de": "Wer führt"}[language]
    assert report.answers is not None
    titles = [section.title for section in report.answers.sections]
    assert len(titles) == 18 + 1  # the areas and the facts


def test_the_report_on_the_whole_questionnaire_says_nothing_of_a_part() -> None:
    words = " ".join(words_of(model()))
    assert "of the full" not in words
    assert "What it does not ask" not in words


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "turnover over 10 to 50 million"), ("de", "Umsatz über 10 bis 50 Millionen Euro")],
)
def test_the_cover_names_the_turnover_where_it_is_known(language: str, words: str) -> None:
    firm = replace(samples.NORDLICHT, turnover=TurnoverBand.UP_TO_50)
    assert words in model(company=firm, t=translator(language)).cover.facts[0].text
    assert words not in model(t=translator(language)).cover.facts[0].text
