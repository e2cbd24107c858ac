"""Years as a trend needs them: what counts, and what really changed, computed by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from digimaturity.domain.comparison import Parts, compared, steps_of
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.domain.same_views import seen_alike, shared_views
from digimaturity.domain.scoring import Scores
from digimaturity.domain.trend import trend_of
from digimaturity.services import assessments, recording, sign_off
from digimaturity.services.companies import CompanyRecord, list_companies, save_company
from digimaturity.services.going_on import go_on
from digimaturity.services.packs import usable_questionnaires
from digimaturity.services.workspace import Workspace
from digimaturity.services.years import (
    Assessed,
    assessed,
    assessed_of,
    signed_years,
    versions_between,
    years_before,
    years_of,
)
from digimaturity.store.records import Aspect, Key
from tests.services.five_years import answered, five_years
from tests.services.versions import version_one, version_two


@pytest.fixture
def five(tmp_path: Path) -> Iterator[tuple[Assessed, ...]]:
    with five_years(tmp_path / "work.db") as opened:
        (company,) = list_companies(opened)
        yield signed_years(opened, company.id)


def points(scores: Scores) -> tuple[float | None, ...]:
    """Both dimensions, and the whole."""
    shown = [scores.dimensions[key].shown for key in ("first", "second")]
    return (*shown, scores.overall.shown)


def test_five_years_over_three_versions_and_two_applications(five: tuple[Assessed, ...]) -> None:
    """Followed through all years: kept, one (then one.x), left and right (then both)."""
    trend = trend_of([one.year for one in five])
    assert [one.year.questionnaire.version for one in five] == ["1", "1", "2", "2", "3"]
    assert trend.compared == {"kept", "one.x", "both"}
    assert trend.asked == 6
    # The newest version weighs all questions alike: the mean of kept and one.x; both; their mean.
    # Before they were merged left weighed 3 and right 1: (3 · 75 + 1 · 25) / 4 = 62.5.
    assert [points(scores) for scores in trend.alike] == [
        (37.5, 62.5, 50.0),  # 25 and 50
        (50.0, 62.5, 56.25),  # 50 and 50
        (62.5, 75.0, 68.75),  # 50 and 75; 75
        (75.0, 75.0, 75.0),  # 75 and 75; nobody looked at both again
        (87.5, 100.0, 93.75),  # 75 and 100; 100
    ]
    # Each with its own questions: kept, dropped, one, scale of four; then kept weighs 3 of 7.
    assert [points(scores) for scores in trend.full] == [
        (68.75, 62.5, 65.625),  # (25 + 100 + 50 + 100) / 4
        (75.0, 62.5, 68.75),  # (50 + 100 + 50 + 100) / 4
        pytest.approx((275 / 7, 75, 400 / 7)),  # 3 · 50 + 75 + 25 + 25 + 0
        pytest.approx((400 / 7, 75, 925 / 14)),  # 3 · 75 + 75 + 25 + 50 + 25
        (68.75, 62.5, 65.625),  # (75 + 100 + 50 + 50) / 4; (100 + 25) / 2
    ]


def test_each_step_of_five_years_tells_change_from_questionnaire(
    five: tuple[Assessed, ...],
) -> None:
    steps = steps_of([one.year for one in five])
    whole = [one.overall for one in steps]
    assert [one.full_change for one in whole] == pytest.approx(
        [3.125, 400 / 7 - 68.75, 125 / 14, 65.625 - 925 / 14]
    )
    # By the newer version over what both years answered: (3 · 50 + 75 + 25) / 5 stays 50 while
    # both rises from 62.5 to 75; at last (75 + 75 + 50 + 25) / 4 and 75 become 68.75 and 100.
    assert [one.rise for one in whole] == pytest.approx([3.125, 6.25, 125 / 14, 18.75])
    assert [one.by_questionnaire for one in whole] == pytest.approx(
        [0, 400 / 7 - 75, 0, 46.875 - 925 / 14]
    )
    assert [one.unconfirmed for one in whole] == [0, 0, 0, 0]
    assert [one.points for one in whole] == [
        Parts(3, 3, 0, 0),
        Parts(-12, 7, 0, -19),
        Parts(9, 9, 0, 0),
        Parts(0, 18, 0, -18),
    ]
    counted = [{key: n for key, n in asdict(one.tally).items() if n} for one in whole]
    assert counted == [
        {"rose": 1, "same": 5},
        {"rose": 2, "fell": 1, "same": 1, "rescaled": 1, "added": 1, "dropped": 1},
        {"rose": 3, "same": 1, "not_confirmed": 2},
        {"rose": 3, "same": 2, "added": 1, "dropped": 1},
    ]
    changed = [(one.question, one.before, one.after, one.since_earlier) for one in steps[3].changed]
    assert changed == [
        ("added.again", 25, 50, False),
        ("both", 75, 100, True),
        ("one.x", 75, 100, False),
    ]


def test_the_first_and_the_last_are_compared_by_what_lay_in_between(
    tmp_path: Path,
) -> None:
    with five_years(tmp_path / "work.db") as opened:
        (company,) = list_companies(opened)
        first, *_, last = signed_years(opened, company.id)
        between = versions_between(opened, first, last)
        assert [one.version for one in between] == ["1", "2", "2"]
        assert compared(first.year, last.year, between=between).overall.rise == 43.75
        assert compared(first.year, last.year).overall.tally.compared == 1


@pytest.fixture
def company(workspace: Workspace) -> str:
    return str(save_company(workspace, CompanyRecord("Hansen Möbel", "DE", "C", 40)).company)


def days(found: tuple[Assessed, ...]) -> list[tuple[int, int]]:
    return [(one.year.day.year, one.revision) for one in found]


def test_drafts_do_not_count_and_corrections_do_once_they_are_signed(
    workspace: Workspace, company: str
) -> None:
    said = {"kept": 2, "one": 2}
    first = answered(workspace, company, version_one(), date(2024, 3, 1), said)
    draft = assessments.create_assessment(workspace, company, version_one(), date(2025, 3, 1))
    last = answered(workspace, company, version_one(), date(2026, 3, 1), said)
    assert days(years_of(workspace, last)) == [(2024, 1), (2026, 1)]
    assert days(years_of(workspace, str(draft.assessment))) == [(2024, 1), (2025, 0)]
    sign_off.correct(workspace, first, "A slip")
    (person,) = assessments.get_assessment(workspace, first).respondents
    recording.record_answer(workspace, first, person.id, "kept", Answer.of(5))
    before = years_before(workspace, last)[0]
    assert (before.revision, before.year.results["kept"].score) == (1, 25)
    sign_off.sign(workspace, first, figures=BenchmarkData())
    again = years_before(workspace, last)[0]
    assert (again.revision, again.year.results["kept"].score) == (2, 100)
    assert assessed(workspace, first, 1).year.results["kept"].score == 25


def test_of_two_on_one_day_the_one_that_was_begun_first_comes_first(
    workspace: Workspace, company: str
) -> None:
    day = date(2026, 3, 1)
    first = answered(workspace, company, version_one(), day, {"kept": 2})
    second = answered(workspace, company, version_two(), day, {"kept": 3})
    assert [one.record.id for one in signed_years(workspace, company)] == [first, second]
    assert years_before(workspace, first) == ()


def test_what_the_firm_becomes_later_is_not_what_it_was(workspace: Workspace, company: str) -> None:
    key = answered(workspace, company, version_one(), date(2024, 3, 1), {"kept": 2})
    save_company(workspace, CompanyRecord("Hansen Küchen", "DE", "C", 400, id=company))
    assert assessed(workspace, key).company.employees == 40


def test_a_quick_check_counts_until_what_goes_on_from_it_is_signed(
    workspace: Workspace, company: str
) -> None:
    packs = usable_questionnaires()
    short = packs["quick-check"]
    said = {question.id: 3 for question in short.rated_questions}
    quick = answered(workspace, company, short, date(2025, 3, 1), said)
    whole = str(go_on(workspace, quick).change.assessment)
    last = answered(workspace, company, short, date(2026, 3, 1), said)
    assert [one.record.id for one in years_of(workspace, last)] == [quick, last]
    sign_off.sign(workspace, whole, figures=BenchmarkData())
    years = years_of(workspace, last)
    assert [one.record.id for one in years] == [whole, last]
    step = compared(years[0].year, years[1].year)
    assert (step.overall.tally.same, step.overall.tally.dropped) == (18, 36)
    assert step.overall.rise == 0


def test_who_joined_does_not_hide_what_the_others_saw(workspace: Workspace, company: str) -> None:
    asked = version_one()
    before = assessed(
        workspace, answered(workspace, company, asked, date(2025, 3, 1), {"kept": 2, "one": 2})
    ).year
    people = [(Viewpoint.MANAGEMENT, "Ada"), (Viewpoint.IT, "Ben"), (Viewpoint.IT, "Cem")]
    made = assessments.create_assessment(workspace, company, asked, date(2026, 3, 1), people)
    key = str(made.assessment)
    ada, ben, _ = assessments.get_assessment(workspace, key).respondents
    for person, level in ((ada, 3), (ben, 1)):
        recording.record_answer(workspace, key, person.id, "kept", Answer.of(level))
        recording.record_answer(workspace, key, person.id, "one", Answer.of(2))
    recording.record_consensus(workspace, key, "one", 1)
    after = assessed(workspace, key).year
    assert after.people == {Viewpoint.MANAGEMENT: 1, Viewpoint.IT: 1}
    step = compared(before, after)
    assert [one.rise for one in step.questions if one.rise is not None] == [0, -25]
    seen = seen_alike(step)
    assert seen is not None
    assert [one.rise for one in seen.questions if one.rise is not None] == [25, 0]
    assert shared_views(step) == (Viewpoint.MANAGEMENT,)
    assert seen_alike(compared(after, after)) is None


def test_what_is_known_of_the_answers_is_not_worked_out_again(
    workspace: Workspace, company: str
) -> None:
    key = answered(workspace, company, version_one(), date(2025, 3, 1), {"kept": 2, "one": 5})
    whole = assessed(workspace, key)
    case = assessments.case_of(workspace, key)
    assert assessed_of(case, 1, whole.year.results) == whole
    assert assessed_of(case, 1, whole.year.results).year.results is whole.year.results


def test_a_signed_year_is_what_was_signed_whatever_is_changed_in_the_file_since(
    workspace: Workspace, company: str
) -> None:
    key = answered(workspace, company, version_one(), date(2024, 3, 1), {"kept": 2})
    (person,) = assessments.get_assessment(workspace, key).respondents
    with workspace.writing() as stored:  # as no service does
        place = Key(key, person.id, "kept", Aspect.ANSWER)
        stored.answers.append(place, None, {"state": "answered", "value": 5}, "")
    assert assessments.responses(workspace, key).answers[person.id]["kept"].value == 5
    assert assessed(workspace, key).year.results["kept"].score == 25
