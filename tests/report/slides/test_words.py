"""What the slides say: statements from the result, never an empty slide, nobody's name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digimaturity.report.build.report import build_report
from digimaturity.report.build.slides import build_slides
from digimaturity.report.model.slides import Bars, Field, Figures, Points, Slide, Stack, Table
from tests.report import samples
from tests.report.slides import decks


def slide(key: str, case: str = "usual", language: str = "en") -> Slide:
    return next(one for one in decks.model(case, language).slides if one.key == key)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("case", decks.CASES)
def test_every_slide_has_a_statement_of_its_own_and_something_to_see(
    case: str, language: str
) -> None:
    found = decks.model(case, language)
    titles = [found.cover.company, *(one.title for one in found.slides)]
    assert len(titles) == (10 if case == "three viewpoints" else 8)
    assert len(set(titles)) == len(titles)
    for one in found.slides:
        assert all((one.title, one.lead, one.source, one.parts, one.notes)), one.key


def test_the_figures_are_those_of_the_report() -> None:
    evaluation, said = decks.evaluated("usual")
    report = build_report(evaluation, samples.context(said), decks.translator("en"))
    (figures, bars) = slide("result").parts
    assert isinstance(figures, Figures)
    assert figures.figures == report.summary.figures
    assert isinstance(bars, Bars)
    scores = evaluation.scores.dimensions.values()
    assert [one.bar.value for one in bars.bars] == [score.shown for score in scores]
    assert slide("result").title == report.summary.chapter.headline
    assert report.benchmark is not None
    assert report.benchmark.index is not None
    stack = slide("compared").parts[1]
    assert isinstance(stack, Stack)
    assert stack.distribution == report.benchmark.index.distribution
    rows = [line.title for line in report.summary.measures.lines]
    measures = slide("measures").parts[0]
    assert isinstance(measures, Table)
    assert [row[1].text for row in measures.rows] == rows


def test_the_areas_stand_from_the_lowest_to_the_highest() -> None:
    (bars,) = slide("areas").parts
    assert isinstance(bars, Bars)
    values = [one.bar.value or 0 for one in bars.bars]
    assert len(values) == 18
    assert values == sorted(values)
    assert slide("areas").title == (
        "3 of 18 rated areas have not reached level 3; lowest: governance"
    )


def test_many_areas_stand_in_two_pictures() -> None:
    parts = slide("areas", "many areas").parts
    bars = [one for part in parts if isinstance(part, Bars) for one in part.bars]
    assert len(parts) == 2
    assert len(bars) == 36
    values = [one.bar.value or 0 for one in bars]
    assert values == sorted(values)


def test_strengths_and_what_holds_back_are_told_in_the_words_of_the_answers() -> None:
    strong, weak = slide("findings").parts
    assert isinstance(strong, Table)
    assert isinstance(weak, Table)
    assert strong.rows[0][0].text == "Foundations"
    assert weak.rows[0][0].text == "Governance"
    assert weak.rows[0][0].small == (
        "Governance is described once, and people know whom to call; nothing is recorded yet."
    )


def test_the_comparison_names_source_year_and_number() -> None:
    source = slide("compared").source
    for words in ("Eurostat", "2025", "Number of firms not published", "Germany, 50 to 249"):
        assert words in source


def test_without_official_figures_other_firms_stand_in() -> None:
    found = slide("compared", "peers only")
    (table,) = found.parts
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0]] == ["Overall score", "52", "40", "55", "70", "50"]
    assert "6 firms" in found.source


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("nothing", "answer the questions on technology facts"),
        ("very small", "the official survey asks firms with 10 employees or more"),
    ],
)
def test_where_nothing_can_be_compared_the_slide_says_why(case: str, said: str) -> None:
    found = slide("compared", case)
    assert "compare with" in found.title
    words = [found.lead]
    for part in found.parts:
        words += [one.text for one in part.points] if isinstance(part, Points) else []
    assert said in " ".join(words)


def test_who_leads_or_the_next_best_that_is_known() -> None:
    field, strategy = slide("leading").parts
    assert isinstance(field, Field)
    assert isinstance(strategy, Bars)
    assert slide("leading").title == "IT and business lead together"
    (lowest,) = slide("leading", "no drives").parts
    assert isinstance(lowest, Bars)
    assert slide("leading", "no drives").title.startswith("Leadership:")
    assert slide("leading", "nothing").title == "Who leads is not known yet"


def test_today_s_decisions_follow_from_the_result() -> None:
    (table,) = slide("decisions").parts
    assert isinstance(table, Table)
    decided = {row[1].text: row[2].text for row in table.rows}
    assert 3 <= len(decided) <= 5
    first = slide("measures").parts[0]
    assert isinstance(first, Table)
    assert first.rows[0][1].text in decided["Which measure comes first?"]
    assert "management" in decided["Who leads it?"]
    assert "4 weeks" in decided["When is the next review?"]
    assert "3 questions have no answer" in decided["Who finds out what nobody could answer?"]
    assert all(row[3].text == "" for row in table.rows)
    assert "How does the firm see to governance, part 3?" in " ".join(slide("decisions").notes)


def test_a_draft_and_a_sample_say_so() -> None:
    evaluation, said = decks.evaluated("usual")
    context = replace(samples.context(said), draft=True)
    assert build_slides(evaluation, context, decks.translator("de")).mark == "Beispiel · Entwurf"
