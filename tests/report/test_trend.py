"""What the report tells of the years: only what really changed is called a change."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from digimaturity.domain.responses import Answer
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.build.report import build_report, chapters_of
from digimaturity.report.build.slides import build_slides
from digimaturity.report.build.staff import build_staff
from digimaturity.report.model.planning import PlanTable
from digimaturity.report.model.report import ReportModel
from digimaturity.report.wording import ReportContext, ReportOptions
from digimaturity.services.exports import Format, exported
from digimaturity.services.reports import Order
from tests.report import samples, years
from tests.report.conformity import faults

#: Three answers that were lower a year ago, and one that was higher.
CHANGED = years.lower("data.1", "data.2", level=1) | {
    "security.1": Answer.of(3),
    "agility.1": Answer.of(5),
}


@cache
def words(language: str) -> Translator:
    return Translator.load(language, resources_dir() / "locale")


def model(context: ReportContext, language: str = "en") -> ReportModel:
    return build_report(samples.evaluation(), context, words(language))


def tables(context: ReportContext) -> dict[str, PlanTable]:
    """The tables of the chapter, by the statement above them."""
    part = model(context).trend
    assert part is not None
    return {
        section.statement: one
        for section in part.sections
        for one in section.parts
        if isinstance(one, PlanTable)
    }


def two_years() -> ReportContext:
    before = years.year(years.BEFORE, CHANGED)
    told = years.periods(before, years.year(samples.DAY))
    return years.context(before, periods=tuple(told))


def ten_years(title: str) -> ReportContext:
    """Some with another questionnaire, one in which hardly anything is known."""
    pack = samples.questionnaire()
    short = years.edited(pack, frozenset({"data.3", "agility.3"}))
    earlier = [
        years.year(date(2017 + n, 3, 1), years.lower(f"data.{1 + n % 3}"), one)
        for n, one in enumerate([short] * 5 + [pack] * 4)
    ]
    told = years.periods(*earlier, years.year(samples.DAY), title=title, why=title)
    return years.context(*earlier, periods=tuple(told))


def alone(context: ReportContext) -> ReportContext:
    """The same where of all that a report can be without only this chapter is in it."""
    optional = {
        one.key
        for one in chapters_of(samples.evaluation(), context, words("en"))
        if one.optional and one.key != "trend"
    }
    options = replace(context.options, left_out=frozenset(optional))
    return replace(context, options=options)


def test_the_first_assessment_has_no_word_of_other_years() -> None:
    context = samples.context()
    found = model(context)
    assert found.trend is None
    assert "like for like" not in repr(found).lower()
    assert all(part.since is None for part in found.dimensions)
    assert (
        json.loads(exported(Order(samples.evaluation(), context, words("en")), Format.DATA))[
            "trend"
        ]
        is None
    )


def test_what_moved_most_is_told_with_what_was_said() -> None:
    found = tables(two_years())
    rose, fell = found["What rose most"].rows, found["What fell most"].rows
    assert [(row[0], row[3]) for row in rose] == [
        ("How does the firm see to data, part 1?", "+50"),
        ("How does the firm see to data, part 2?", "+50"),
        ("How does the firm see to security, part 1?", "+25"),
    ]
    assert rose[0][1].startswith("1 Data is left to chance")
    assert rose[0][2].startswith("3 Data is listed and watched")
    assert [row[3] for row in fell] == ["−50"]


def test_within_a_level_its_words_are_not_repeated() -> None:
    before = years.year(years.BEFORE)
    key = "data.1"
    results = dict(before.results) | {key: replace(before.results[key], level=3.6, score=65.0)}
    context = years.context(replace(before, results=results))
    (row,) = tables(context)["What fell most"].rows
    assert row[1].startswith("3.6 Data is listed")
    assert row[2] == "3 (within the same level)"


def test_what_was_done_stands_beside_what_moved_and_is_no_cause() -> None:
    found = tables(two_years())
    (title,) = (one for one in found if one.startswith("What was done"))
    done, running, later, dropped = found[title].rows
    assert done[1] == "Done, Q2 2025 to Q3 2025. Planned for Q2 2025."
    assert done[2].count("→") == 2
    assert running[:2] == ("Two owners", "Running since Q3 2025.")
    assert (later[1], later[2]) == ("Not begun. Planned for Q3 2025.", "")
    assert dropped[1].startswith("Dropped: No time.")
    told = repr(model(two_years()).trend)
    assert "that does not make it the cause" in told
    assert "2 questions really changed though no measure" in told
    assert "50%" in told


def test_last_year_s_mark_and_the_first_page_show_the_real_change() -> None:
    found = model(two_years())
    (bar,) = (one for part in found.dimensions for one in part.bars if one.name == "Data")
    assert bar.before == pytest.approx(25 / 3)
    assert bar.change == "+34"  # from 8 to 42, as they are shown
    assert "Like for like, the overall score has risen by one point since 18 February 2025." in (
        found.summary.intro
    )
    assert "(change +34)" in next(part.words for part in found.dimensions if bar in part.bars)


def test_a_changed_questionnaire_is_never_told_as_a_change_of_the_firm() -> None:
    short = years.edited(samples.questionnaire(), frozenset({"data.1", "data.2", "strategy.1"}))
    easier = years.edited(samples.questionnaire(), frozenset({"steering.1", "steering.3"}))
    for pack in (short, easier):
        context = years.context(years.year(years.BEFORE, asked=pack))
        found = model(context)
        assert "the overall score is what it was on 18 February 2025" in found.summary.intro
        assert "What rose most" not in tables(context)
        bars = {one.name: one for part in found.dimensions for one in part.bars}
        assert all(bar.change in ("", "±0") for bar in bars.values())
        assert bars["Security"].before == bars["Security"].value
        missing = "Data" if pack is short else "Steering"
        assert bars[missing].before is None
        assert any(part.since and missing in part.since.text for part in found.dimensions)
        letter = repr(build_staff(samples.evaluation(), context, words("en")))
        assert "we stand where we stood" in letter


def test_an_answer_that_nobody_confirmed_is_no_change_and_no_standstill() -> None:
    key = "data.1"
    now = years.year(samples.DAY, unconfirmed=frozenset({key}))
    now = replace(now, results=dict(now.results) | {key: replace(now.results[key], carried=True)})
    found = model(years.context(years.year(years.BEFORE), now=now))
    (bar,) = (one for part in found.dimensions for one in part.bars if one.name == "Data")
    assert bar.before is None
    assert "One answer was" in repr(found.trend)


def test_where_nothing_can_be_compared_it_says_so_everywhere() -> None:
    before = years.year(years.BEFORE, asked=years.renamed(samples.questionnaire()))
    context = years.context(before)
    found = model(context)
    assert found.trend is not None
    assert found.trend.chapter.headline == "The years cannot be compared like for like"
    assert not found.trend.figures
    assert "cannot be compared with that of 18 February 2025" in found.summary.intro
    assert all(part.since is None for part in found.dimensions)
    (slide,) = (
        one
        for one in build_slides(samples.evaluation(), context, words("en")).slides
        if one.key == "trend"
    )
    assert slide.title == found.trend.chapter.headline
    assert exported(Order(samples.evaluation(), alone(context), words("de")), Format.PDF)


def test_the_chapter_can_be_left_out_and_the_report_says_so() -> None:
    context = two_years()
    choices = {one.key: one for one in chapters_of(samples.evaluation(), context, words("en"))}
    assert choices["trend"].optional
    assert list(choices).index("trend") == list(choices).index("answers") - 1
    without = replace(context, options=ReportOptions(left_out=frozenset({"trend"})))
    found = model(without)
    assert found.trend is None
    assert "made without: Trend" in repr(found.contents)


@pytest.mark.parametrize("form", [Format.WORD, Format.SLIDES, Format.TABLES, Format.DATA])
def test_every_format_is_whole_with_ten_years(form: Format) -> None:
    hostile = "=<b>&amp; \x00 家具 👍 " + "endless" * 900
    context = alone(ten_years(hostile))
    assert exported(Order(samples.evaluation(), context, words("de")), form)


@pytest.mark.parametrize(("size", "language"), [("A4", "de"), ("letter", "en")])
def test_the_report_with_ten_years_is_accessible_and_archival(size: str, language: str) -> None:
    context = ten_years("<b>&amp; \x00 家具 👍 " + "endless" * 60)
    context = replace(context, options=ReportOptions(page_size=size))
    if size == "letter":  # what stands around the chapter does not depend on the paper
        context = alone(context)
    assert not faults(exported(Order(samples.evaluation(), context, words(language)), Format.PDF))


def test_open_data_tell_the_same_with_ids() -> None:
    order = Order(samples.evaluation(), two_years(), words("en"))
    told = json.loads(exported(order, Format.DATA))["trend"]
    assert (told["compared"], told["asked"]) == (51, 54)
    (step,) = told["steps"]
    assert [one["question"] for one in step["changed"]] == [
        "data.1",
        "data.2",
        "security.1",
        "agility.1",
    ]
    assert told["questions"]["agility.1"] == {
        "fate": "compared",
        "before": 100,
        "after": 50,
        "ids_before": ["agility.1"],
    }
    (period,) = told["periods"]
    assert period["rate"] == {"done": 1, "due": 2}
    done = period["measures"][0]
    assert done["moved_in_the_same_period"] == ["data.1", "data.2"]
    assert done["ran"] == {"first": "2025-Q2", "last": "2025-Q3"}
    assert "No time" not in json.dumps(told)
