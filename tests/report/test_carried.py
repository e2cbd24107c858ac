"""What is an earlier year's and not confirmed is told wherever scores are."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from digimaturity.domain.responses import Responses
from digimaturity.domain.trend import Year
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.build.report import build_report, chapters_of
from digimaturity.report.build.slides import build_slides
from digimaturity.report.model.report import ReportModel
from digimaturity.report.pdf import render_pdf
from digimaturity.report.wording import ReportContext, ReportOptions
from digimaturity.report.workbook import render_workbook
from digimaturity.services.evaluation_file import render_data
from tests.report import samples
from tests.report.test_build import words_of

WORDS = {
    "en": ("9 of 54 answers are from 2025 and not confirmed.", "from 2025, not confirmed"),
    "de": (
        "9 von 54 Antworten stammen aus dem Jahr 2025 und sind nicht bestätigt.",
        "aus 2025, nicht",
    ),
}


def translator(language: str) -> Translator:
    return Translator.load(language, resources_dir() / "locale")


def nine_carried() -> Responses:
    """All is answered; to the first three areas with the answers of the year before."""
    rated = samples.questionnaire().rated_questions
    given = {**samples.answers()}
    for place, question in enumerate(rated):
        usual = next(iter(given.values()))
        answer = given.get(question.id, usual)
        answer = answer if answer.value is not None else usual
        given[question.id] = replace(answer, carried=place < 9)
    return samples.responses(given)


def context(said: Responses) -> ReportContext:
    """The sample's, with the year before."""
    asked = samples.questionnaire()
    results = samples.evaluation().questions
    years = tuple(Year(day, asked, results) for day in (date(2025, 2, 1), samples.DAY))
    return replace(samples.context(said), years=years, carried_from=years[0].day)


def report(language: str, said: Responses) -> ReportModel:
    return build_report(samples.evaluation(said), context(said), translator(language))


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_first_page_and_the_chapters_tell_it(language: str) -> None:
    sentence, mark = WORDS[language]
    told = report(language, nine_carried())
    assert sentence in told.summary.intro
    assert any(sentence in one.text for one in told.contents.reading)
    first, *others = told.dimensions
    assert first.unknown is not None
    assert sentence.replace("54", "15") in first.unknown.text
    assert not any(mark[:8] in " ".join(words_of(one)) for one in others)
    assert told.answers is not None
    lines = [line for section in told.answers.sections for line in section.lines]
    assert [mark in line.answer for line in lines[:54]] == [True] * 9 + [False] * 45


def test_nothing_is_said_where_all_was_confirmed() -> None:
    said = samples.responses(
        {key: replace(one, carried=False) for key, one in nine_carried().answers["a"].items()}
    )
    assert "not confirmed" not in " ".join(words_of(report("en", said)))


def test_the_page_itself_the_slides_the_workbook_and_open_data_tell_it() -> None:
    said = nine_carried()
    evaluation, around, t = samples.evaluation(said), context(said), translator("en")
    sentence, mark = WORDS["en"]
    chapters = {one.key for one in chapters_of(evaluation, around, t) if one.optional}
    brief = replace(around, options=ReportOptions(left_out=frozenset(chapters)))
    pdf = PdfReader(BytesIO(render_pdf(build_report(evaluation, brief, t))))
    assert any(sentence in " ".join(page.extract_text().split()) for page in pdf.pages)
    slides = build_slides(evaluation, around, t).slides
    assert sentence in next(one.source for one in slides if one.key == "result")
    book = load_workbook(BytesIO(render_workbook(evaluation, around, t)))
    assert sentence in [row[2] for row in book["Overview"].values]
    marked = [row for row in book["Answers"].values if mark in row]
    assert len(marked) == 9
    data = json.loads(render_data(evaluation, around))
    assert sum(one["carried"] for one in data["questions"].values()) == 9
    (person,) = data["answers"]["respondents"]
    kept = [one for one in person["answers"].values() if isinstance(one, dict)]
    assert sum(one.get("carried", False) for one in kept) == 9


def test_facts_of_the_year_before_are_told_where_the_index_is_compared() -> None:
    usual = samples.answers()
    facts = {one.id for one in samples.questionnaire().facts}
    given = {key: replace(one, carried=key in facts) for key, one in usual.items()}
    told = report("en", samples.responses(given))
    assert told.benchmark is not None
    assert "answers are from 2025 and not confirmed." in " ".join(words_of(told.benchmark))
    assert "not confirmed" not in told.summary.intro  # no fact is rated
