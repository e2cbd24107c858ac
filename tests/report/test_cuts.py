"""The sheet for the board is one page whatever is on it; the letter to staff names nobody."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO

import page
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from digimaturity.domain.company import Company
from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.domain.questionnaire import Area, Dimension, Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer, Respondent, Responses
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.build.board import build_board
from digimaturity.report.build.staff import build_staff
from digimaturity.report.cuts import Cut, model_of, report_of
from digimaturity.report.wording import ReportContext, ReportOptions
from tests.report import samples


@cache
def translator(language: str) -> Translator:
    return Translator.load(language, resources_dir() / "locale")


def cut(
    kind: Cut,
    said: Responses | None = None,
    language: str = "en",
    company: Company = samples.NORDLICHT,
    options: ReportOptions | None = None,
) -> PdfReader:
    given = samples.responses() if said is None else said
    evaluation = samples.evaluation(given, company)
    context = replace(samples.context(given), options=options or ReportOptions())
    return PdfReader(BytesIO(report_of(evaluation, context, translator(language), kind)))


def words_of(pdf: PdfReader) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in pdf.pages).split())


def test_the_board_sees_the_result_its_reasons_and_what_to_decide() -> None:
    pdf = cut("board")
    assert len(pdf.pages) == 1
    words = words_of(pdf)
    for expected in (
        "Established; most is still to do in leadership",
        "between 49 and 56",
        "Strengths",
        "Weaknesses",
        "The next measures",
        "Which measure comes first?",
        "When is the next review?",
        "Content code",
    ):
        assert expected in words
    assert "Tested in May" not in words


def stretched(texts: dict[str, str], length: int) -> dict[str, str]:
    return {
        language: (text + " – and everything that belongs to it") * length
        for language, text in texts.items()
    }


@cache
def extreme(dimensions: int, areas: int, length: int) -> Questionnaire:
    """The sample's questionnaire with so many dimensions and areas, under names so long."""
    asked = samples.questionnaire()
    pattern = asked.dimensions[0].areas[0]

    def area(of: int, number: int) -> Area:
        questions = tuple(
            replace(
                question,
                id=f"d{of}.a{number}.{question.id.rsplit('.', maxsplit=1)[-1]}",
                text=stretched(dict(question.text), length),
                levels=tuple(stretched(dict(level), length) for level in question.levels),
            )
            for question in pattern.questions
        )
        name = stretched({"en": f"Area {number}", "de": f"Bereich {number}"}, length)
        return replace(pattern, id=f"d{of}a{number}", name=name, about=name, questions=questions)

    def dimension(of: int) -> Dimension:
        name = stretched({"en": f"Dimension {of}", "de": f"Dimension {of}"}, length)
        return replace(
            asked.dimensions[0],
            id=f"d{of}",
            name=name,
            about=name,
            areas=tuple(area(of, number) for number in range(areas)),
        )

    measures = tuple(
        replace(measure, title=stretched(dict(measure.title), length), lifts=(lift,))
        for measure in asked.measures
        for lift in (replace(measure.lifts[0], question="d0.a0.1"),)
    )
    return replace(
        asked,
        dimensions=tuple(dimension(of) for of in range(dimensions)),
        strategy=(),
        plans=(),
        measures=measures,
        level_names=tuple(stretched(dict(name), min(length, 3)) for name in asked.level_names),
    )


def extreme_evaluation(asked: Questionnaire, levels: list[int | None]) -> Evaluation:
    given = {
        question.id: Answer.of(level)
        for place, question in enumerate(asked.rated_questions)
        if (level := levels[place % len(levels)]) is not None
    }
    given |= {fact.id: Answer.of(True) for fact in asked.facts}
    return evaluate(
        asked,
        samples.responses(given),
        company=replace(samples.NORDLICHT, name="Unternehmensverwaltungsgesellschaft " * 8),
        benchmarks=samples.benchmarks(),
        year=samples.DAY.year,
    )


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example((90, 1, 20), [5, None], "de", "letter")
@example((1, 60, 4), [1, 5], "en", "letter")
@example((4, 5, 4), [3, 2, 4], "de", "A4")
@example((4, 5, 1), [None], "en", "letter")
@example((23, 7, 20), [1, None, 4, 3, 4, None, 5], "en", "letter")
@given(
    shape=st.tuples(st.integers(1, 30), st.integers(1, 8), st.sampled_from([1, 4, 20])),
    levels=st.lists(st.none() | st.integers(1, 5), min_size=1, max_size=9),
    language=st.sampled_from(["en", "de"]),
    size=st.sampled_from(["A4", "letter"]),
)
def test_the_board_has_one_page_and_the_letter_two_at_most(
    shape: tuple[int, int, int], levels: list[int | None], language: str, size: str
) -> None:
    dimensions, areas, length = shape
    evaluation = extreme_evaluation(
        extreme(dimensions, min(areas, 90 // dimensions + 1), length), levels
    )
    context = replace(samples.context(), options=ReportOptions(page_size=size))
    cuts: tuple[tuple[Cut, int], ...] = (("board", 1), ("staff", 2))
    for kind, most in cuts:
        data = report_of(evaluation, context, translator(language), kind)
        pdf = PdfReader(BytesIO(data))
        assert len(pdf.pages) <= most
        bottom = lowest(pdf)
        assert bottom > 15 * 72 / 25.4


def lowest(pdf: PdfReader) -> float:
    """The lowest base line of what stands above the foot, over all pages."""
    found = [800.0]
    for sheet in pdf.pages:

        def see(text: str, _: object, matrix: list[float], *__: object) -> None:
            if text.strip() and matrix[5] > 49:  # the foot is drawn below
                found.append(matrix[5])

        sheet.extract_text(visitor_text=see)
    return min(found)


NAMES = ("Ute Beispiel", "Karl-Heinz", "Åsa Öberg")


def told() -> Responses:
    """What three people said, with names, comments, and a leadership that is rated low."""
    low = {key: Answer.of(1, f"{NAMES[0]} blocks everything.") for key in leading()}
    people = tuple(
        Respondent(f"p{place}", view, name)
        for place, (view, name) in enumerate(zip(Viewpoint, NAMES, strict=True))
    )
    given = samples.answers() | low
    return Responses(people, {person.id: given for person in people})


def leading() -> list[str]:
    dimension = samples.questionnaire().dimensions[3]
    return [question.id for area in dimension.areas for question in area.questions]


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_letter_names_nobody_quotes_nobody_and_rates_nobody(language: str) -> None:
    words = words_of(cut("staff", told(), language))
    assert not any(name in words for name in NAMES)
    assert "blocks everything" not in words
    assert "Tested in May" not in words
    asked = samples.questionnaire()
    people = [area for dimension in asked.dimensions[2:] for area in dimension.areas]
    weak = words[words.index("gain here" if language == "en" else "hier gewinnen") :]
    assert not any(area.name[language] in weak.split("Measure")[0] for area in people)
    theirs = {question.id for area in people for question in area.questions}
    titles = [m.title[language] for m in asked.measures if m.lifts[0].question in theirs]
    assert titles
    assert not any(title in words for title in titles)
    anchors = {level[language] for q in asked.rated_questions for level in q.levels}
    assert not any(anchor in words for anchor in anchors)


def test_the_letter_never_calls_one_area_strong_and_weak() -> None:
    low = {question.id: Answer.of(1) for question in samples.questionnaire().rated_questions}
    said = samples.responses(low | {f"data.{n}": Answer.of(3) for n in (1, 2, 3)})
    letter = build_staff(samples.evaluation(said), samples.context(said), translator("en"))
    result = letter.parts[1]
    assert result.points == ("Data: About Data.",)
    assert "Data" not in " ".join(result.after)


def test_few_people_are_not_counted_in_the_letter() -> None:
    people = tuple(Respondent(f"p{place}", Viewpoint.IT) for place in range(5))
    five = Responses(people, {person.id: samples.answers() for person in people})
    assert "5 people from the firm answered" in words_of(cut("staff", five))
    assert "people from the firm answered" not in words_of(cut("staff", told()))


def test_the_letter_says_honestly_that_it_is_too_early() -> None:
    words = words_of(cut("staff", samples.responses({"data.1": Answer.of(2)})))
    assert "It is too early for a result on the whole" in words
    area = samples.questionnaire().areas[0]  # one that is rated is no strength of the firm yet
    letter = cut("staff", samples.responses({q.id: Answer.of(4) for q in area.questions}))
    assert "strength" not in words_of(letter)


def test_whoever_answered_alone_does_not_thank_himself() -> None:
    assert "all who answered" in words_of(cut("staff", told()))
    assert "all who answered" not in words_of(cut("staff", samples.responses()))


def test_the_letter_says_that_a_quick_check_is_a_first_picture() -> None:
    evaluation, context = samples.evaluation(), samples.context()
    part = replace(evaluation.questionnaire, part_of="readiness", part_of_questions=99)
    letter = build_staff(replace(evaluation, questionnaire=part), context, translator("en"))
    assert "first picture, from 54 of 99 questions" in letter.parts[1].paragraphs[0]
    letter = build_staff(evaluation, context, translator("en"))
    assert "first picture" not in letter.parts[1].paragraphs[0]


def test_the_firms_letter_does_not_bear_the_marks_of_its_adviser() -> None:
    said = samples.responses()
    evaluation = samples.evaluation(said)
    theirs = ReportOptions(organisation="Mole 7", colour="#aa0000")
    ours = ReportOptions(organisation=evaluation.company.name, colour="#aa0000")
    context = ReportContext(said, samples.DAY, options=theirs)
    letter = build_staff(evaluation, context, translator("en"))
    assert (letter.paper.brand.line, letter.paper.author) == ("", evaluation.company.name)
    letter = build_staff(evaluation, replace(context, options=ours), translator("en"))
    assert letter.paper.brand.line == "#aa0000"


def test_every_cut_has_a_title_of_its_own() -> None:
    kinds: tuple[Cut, ...] = ("full", "board", "staff")
    papers = [
        model_of(samples.evaluation(), samples.context(), translator("de"), kind).paper
        for kind in kinds
    ]
    assert len({paper.title for paper in papers}) == 3


def test_all_cuts_of_a_record_have_one_code() -> None:
    context = samples.context()
    codes = {
        build(samples.evaluation(), context, translator(language)).paper.code
        for build in (build_board, build_staff)
        for language in ("en", "de")
    }
    assert len(codes) == 1
    assert codes.pop() in words_of(cut("full"))


@pytest.mark.parametrize("kind", ["board", "staff"])
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_every_cut_conforms_to_the_standards(kind: Cut, profile: str) -> None:
    data = report_of(samples.evaluation(), samples.context(), translator("de"), kind)
    verdict = page.validate_pdf_bytes(data, profile=profile)
    assert not {(failure.rule_id, failure.message) for failure in verdict.failures}
