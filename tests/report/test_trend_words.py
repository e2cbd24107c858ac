"""What really changed over the years is told apart from what the questionnaire changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from digimaturity.charts.trend_data import IndexYears, TrendLine, TrendPanels
from digimaturity.domain.comparison import compared
from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.deeds import Became, Deed, Period
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import State
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.trend import Year
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.trend_figures import (
    areas_drawing,
    deeds_between,
    dimensions_drawing,
    overall_drawing,
)
from digimaturity.report.trend_index import index_drawing, index_notes
from digimaturity.report.trend_split import split_of
from digimaturity.report.trend_tables import steps_grid, years_grid
from digimaturity.report.trend_words import (
    History,
    explanation,
    history_of,
    statement,
    year_names,
)
from digimaturity.report.wording import Wording
from digimaturity.services.assessments import list_assessments
from digimaturity.services.companies import list_companies
from digimaturity.services.reports import assessment_order
from digimaturity.services.sample import load_sample
from digimaturity.services.workspace import open_workspace
from tests.domain.make import area, dimension, levels, questionnaire
from tests.services.five_years import five_years

EN, DE = (Translator.load(one, resources_dir() / "locale") for one in ("en", "de"))


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Wording:
    """The newest of five assessments over three versions of a questionnaire."""
    with five_years(tmp_path_factory.mktemp("five") / "work.db") as workspace:
        (company,) = list_companies(workspace)
        newest = list_assessments(workspace, company.id)[0]
        order = assessment_order(workspace, newest.id, EN)
    return Wording(order.evaluation, order.context, EN)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Wording:
    """Three years of the sample company, the newest of which still takes answers."""
    with open_workspace(tmp_path_factory.mktemp("sample") / "work.db") as workspace:
        added = load_sample(workspace)
        order = assessment_order(workspace, str(added.assessment), EN)
    return Wording(order.evaluation, order.context, EN)


def told(w: Wording) -> History:
    found = history_of(w)
    assert found is not None
    return found


def only(w: Wording, *places: int) -> Wording:
    """The same with these of its years alone."""
    years = tuple(w.context.years[one] for one in places)
    return replace(w, context=replace(w.context, years=years, periods=()))


def test_the_full_score_that_stands_still_hides_a_rise(five: Wording) -> None:
    assert statement(five, told(five)) == "Like for like 50 → 94 points since 2022"
    assert explanation(five, told(five)) == (
        "Compared: 3 of the 6 questions, asked alike and answered every time.",
        "Carried over and not re-checked: 2 answers (2025); what nobody checked counts as before.",
        ("The full score is 66 as before: +44 really changed, −44 from the changed questionnaire."),
    )
    german = replace(five, t=DE)
    assert statement(german, told(german)) == "Auf gleicher Grundlage 50 → 94 Punkte seit 2022"


def test_where_one_questionnaire_was_used_nothing_is_put_down_to_it(five: Wording) -> None:
    first = only(five, 0, 1)
    (said, moved) = explanation(first, told(first))
    assert said == "All 6 questions were asked alike and answered every time."
    assert moved == "The full score moved from 66 to 69."
    year = first.context.years[1]
    silent = replace(year.results["dropped"], score=None)
    fewer = replace(year, results={**year.results, "dropped": silent})
    unsure = replace(first, context=replace(first.context, years=(first.context.years[0], fewer)))
    assert "questions that were not answered every time" in explanation(unsure, told(unsure))[1]
    split = split_of(EN, told(unsure).steps[0])
    assert split.questionnaire.text == "Nothing was added, dropped or asked with another scale."
    assert re.fullmatch(
        r"One question was not answered both times\. Together [+−]\d+ points?\.",
        split.unchecked.text,
    )
    assert steps_grid(unsure, told(unsure)).heads[3] == "by unanswered questions"
    assert steps_grid(five, told(five)).heads[3] == "by the questionnaire"


def test_points_of_answers_that_only_some_people_gave_again_are_put_down_to_that(
    five: Wording,
) -> None:
    before, after = five.context.years[:2]
    taken = replace(after, unconfirmed=frozenset({*after.results, "beside the score"}))
    w = replace(five, context=replace(five.context, years=(before, taken)))
    asked, carried, moved = explanation(w, told(w))
    assert asked == "All 6 questions were asked alike every time."
    assert carried.startswith("Carried over and not re-checked: 6 answers (2023)")
    assert moved == (
        "The full score moved from 66 to 69: ±0 really changed, +3 from answers that were carried"
        " over and not confirmed."
    )
    split = split_of(EN, told(w).steps[0])
    assert split.really.text.endswith("0 are the same.")
    assert split.unchecked.text == (
        "6 answers were carried over and not confirmed. Together +3 points."
    )


def test_one_year_is_no_history_and_nothing_alike_is_said_with_its_reason(five: Wording) -> None:
    assert history_of(only(five, 4)) is None
    before, after = five.context.years[0], five.context.years[4]
    none = {key: replace(one, score=None) for key, one in before.results.items()}
    nothing = only(five, 0, 4)
    years = (replace(before, results=none), after)
    nothing = replace(nothing, context=replace(nothing.context, years=years))
    assert statement(nothing, told(nothing)) == "The years cannot be compared like for like"
    assert explanation(nothing, told(nothing))[0] == (
        "No question that was asked alike was answered every time."
    )
    assert steps_grid(nothing, told(nothing)).rows[0][1:5] == ("–", "–", "–", "–")


def test_other_viewpoints_and_a_draft_are_told(five: Wording) -> None:
    first, last = five.context.years[-2:]
    others = replace(last, people={Viewpoint.IT: 1, Viewpoint.MANAGEMENT: 1})
    w = replace(five, context=replace(five.context, years=(first, others), draft=True))
    said = " ".join(explanation(w, told(w)))
    assert "In 2026 other viewpoints answered than the time before" in said
    assert said.endswith("The newest assessment is not signed off yet.")


def test_a_step_is_split_into_what_changed_what_was_asked_and_what_nobody_checked(
    five: Wording,
) -> None:
    split = split_of(EN, told(five).steps[1])
    assert split.really.text == "2 rose, one fell, one is the same. Together +7 points."
    assert split.questionnaire.figure == "3 questions"
    assert split.questionnaire.text == (
        "One is new, one is not asked any more, one has another scale. Together −19 points."
    )
    assert split.unchecked.text == "Every question was answered anew both times."
    carried = split_of(EN, told(five).steps[2]).unchecked
    assert (carried.figure, carried.text) == (
        "2 questions",
        "2 answers were carried over and not confirmed.",
    )
    later = split_of(EN, told(five).steps[3])
    assert later.really.text.endswith(
        "One of them had not been re-checked the time before, so it may have changed earlier."
    )
    assert "both times" not in later.unchecked.text


def test_tables_have_the_newest_first_and_parts_that_add_up(five: Wording) -> None:
    years = years_grid(five, told(five), ["a", "b", "c", "d", "e"])
    assert [row[1:] for row in years.rows][:2] == [
        ("version 3", "66", "4 level 4", "94", "e"),
        ("version 2", "66", "4 level 4", "75", "d"),
    ]
    steps = steps_grid(five, told(five))
    assert steps.rows[0] == ("2025 → 2026", "±0", "+18", "−18", "±0", "5 of 6")
    for row in steps.rows:
        full, *parts = (int(one.replace("−", "-").replace("±", "")) for one in row[1:5])
        assert full == sum(parts)


def test_years_have_names_that_tell_them_apart() -> None:
    days = [date(2024, 3, 1), date(2025, 2, 1), date(2025, 11, 1), date(2026, 1, 5)]
    assert year_names(EN, days) == ("2024", "02/2025", "11/2025", "2026")
    near = [date(2025, 2, 1), date(2025, 2, 20)]
    assert year_names(EN, near) == ("1 February 2025", "20 February 2025")


def test_the_line_tells_each_year_and_where_the_questionnaire_changed(five: Wording) -> None:
    drawing = overall_drawing(five, told(five))
    assert isinstance(drawing.chart, TrendLine)
    points = drawing.chart.points
    assert [one.version for one in points] == ["version 1", "", "version 2", "", "version 3"]
    assert [one.label for one in points] == ["50", "56", "69", "75", "94"]
    assert [one.full_label for one in points] == ["66", "69", "57", "66", "66"]
    assert drawing.words.startswith("Overall score, like for like: 2022 50, 2023 56, 2024 69")
    panels = dimensions_drawing(five, told(five)).chart
    assert isinstance(panels, TrendPanels)
    assert [one.name for one in panels.panels] == ["Dimension first", "Dimension second"]
    (area,) = _panels(five, "second")
    assert area == "Area second"
    same = overall_drawing(only(five, 0, 1), told(only(five, 0, 1))).chart
    assert isinstance(same, TrendLine)
    assert [one.version for one in same.points] == ["", ""]


def _panels(w: Wording, dimension: str) -> Iterator[str]:
    chart = areas_drawing(w, told(w), dimension).chart
    assert isinstance(chart, TrendPanels)
    return (one.name for one in chart.panels)


def test_measures_of_several_periods_are_told_once_in_the_order_of_their_time(
    five: Wording,
) -> None:
    first, second, third = Quarter(2024, 2), Quarter(2024, 4), Quarter(2025, 3)
    runs = Deed("long", {"en": "Long one"}, Became.RUNNING, ran=(first, None))
    done = replace(runs, became=Became.DONE, ran=(first, third))
    short = Deed("own", "Own one", Became.DONE, ran=(second, second))
    someday = Deed("some", "Some day", Became.DONE)
    gone = Deed("gone", "Gone", Became.DROPPED, ran=(first, second))
    day = date(2025, 3, 1)
    periods = (
        Period(date(2024, 3, 1), day, (runs, short)),
        Period(day, date(2026, 3, 1), (done, someday, gone)),
    )
    w = replace(five, context=replace(five.context, periods=periods))
    bars = [(one.number, one.name, one.first, one.last, one.known) for one in deeds_between(w)]
    assert bars == [
        ("1", "Long one", date(2024, 4, 1), date(2025, 9, 30), True),
        ("2", "Own one", date(2024, 10, 1), date(2024, 12, 31), True),
        ("3", "Some day", day, date(2026, 3, 1), False),
    ]
    assert "1 Long one (done); 2 Own one (done)" in overall_drawing(w, told(w)).words


def test_the_index_stands_before_the_official_surveys_with_their_source(sample: Wording) -> None:
    drawing = index_drawing(sample)
    assert drawing is not None
    chart = drawing.chart
    assert isinstance(chart, IndexYears)
    benchmark = sample.evaluation.benchmark
    assert benchmark is not None
    assert benchmark.shares is not None
    assert chart.surveys[-1].year == benchmark.shares.year
    assert {one.year for one in chart.surveys} >= set(chart.breaks) > set()
    assert len({one.definition for one in chart.points}) == 1
    notes = " ".join(index_notes(sample))
    assert "do not form a trend" in notes
    assert f"Survey of {benchmark.shares.year}" in notes
    assert "another yardstick" not in notes


def test_an_index_that_was_counted_otherwise_is_another_yardstick(sample: Wording) -> None:
    first, *others = sample.context.years
    assert first.index is not None
    earlier = replace(first.index, definition=replace(first.index.definition, version="0"))
    years = (replace(first, index=earlier), *others)
    w = replace(sample, context=replace(sample.context, years=years))
    drawing = index_drawing(w)
    assert drawing is not None
    assert isinstance(drawing.chart, IndexYears)
    one, two, three = (point.definition for point in drawing.chart.points)
    assert one != two == three
    assert "another yardstick" in " ".join(index_notes(w))
    assert index_drawing(only(w, 2)) is None


def test_of_questions_that_nobody_was_asked_twice_none_is_said_to_be_checked() -> None:
    years = [
        Year(
            date(number, 2, 1),
            questionnaire(dimension("d", area("a", levels(key)))),
            {key: QuestionResult(key, State.ANSWERED, 50.0)},
        )
        for number, key in ((2025, "before"), (2026, "after"))
    ]
    split = split_of(EN, compared(*years))
    assert split.unchecked.text == "No question was asked alike both times."
