"""Last year's plan is held against what was done, from a log that tells every moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from digimaturity.domain.catalogue import CostBand, Effort, Lift, Measure
from digimaturity.domain.company import SizeClass
from digimaturity.domain.deeds import Became, Deed, Period
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.following import Rate
from digimaturity.domain.roadmap.items import KeptPlan, MeasureDecision, OwnMeasure, State
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.packs import document_of, fingerprint_of
from digimaturity.paths import resources_dir
from digimaturity.services import assessments, companies
from digimaturity.services.aliases import aliases_of
from digimaturity.services.deeds import periods_of
from digimaturity.services.plan_items import item_to_json
from digimaturity.services.sign_off import sign_within
from digimaturity.services.workspace import Workspace
from digimaturity.services.years import years_of
from digimaturity.store.records import PlanLine
from tests.services.versions import version_one, version_two

DAYS = (date(2024, 3, 1), date(2025, 3, 1), date(2026, 3, 1))
SIZES = (SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE)


def measure(key: str, question: str, weeks: int = 13) -> Measure:
    texts = {"en": key.title()}
    effort, cost = Effort(1, 1, 1), CostBand.NONE
    return Measure(
        key,
        texts,
        texts,
        (),
        texts,
        (Lift(question, 2, 4),),
        dict.fromkeys(SIZES, effort),
        dict.fromkeys(SIZES, weeks),
        dict.fromkeys(SIZES, cost),
    )


def with_measures(asked: Questionnaire, *measures: Measure) -> Questionnaire:
    asked = replace(asked, measures=measures, fingerprint="")
    return replace(asked, fingerprint=fingerprint_of(document_of(asked)))


#: The second version has two questions for `one`, and no measure `old` any more.
VERSIONS = (
    with_measures(version_one(), measure("split", "one"), measure("old", "left", weeks=26)),
    with_measures(version_two(), measure("split", "one.x"), measure("new", "kept")),
)


class Firm:
    """A company with an assessment each year, the first two signed; what it notes has its time."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        record = companies.CompanyRecord("Weber", "DE", "C", 120)
        self.company = str(companies.save_company(workspace, record).company)
        asked = (VERSIONS[0], VERSIONS[1], VERSIONS[1])
        ids = []
        for day, questionnaire in zip(DAYS, asked, strict=True):
            with workspace.writing() as stored:
                people = [(Viewpoint.MANAGEMENT, "")]
                one = assessments.begin(stored, self.company, questionnaire, day, people)
                stored.assessments.date_back(one.id, f"{day}T08:00:00.000+00:00")
                if day != DAYS[-1]:
                    sign_within(stored, one, BenchmarkData(), at=f"{day}T16:00:00.000+00:00")
            ids.append(one.id)
        self.assessments = tuple(ids)

    def note(self, day: str, *entries: Entry) -> None:
        """Put entries down on a day."""
        lines = [
            PlanLine(one.part, one.key, None, item_to_json(one.item), f"{day}T10:00:00.000+00:00")
            for one in entries
        ]
        with self.workspace.writing() as stored:
            stored.plan_log.append(self.company, lines)

    def periods(self, year: int = 2) -> tuple[Period, ...]:
        """What an assessment, counted from 0, sees of the time before it."""
        return periods_of(self.workspace, years_of(self.workspace, self.assessments[year]))


@pytest.fixture
def firm(workspace: Workspace) -> Firm:
    return Firm(workspace)


def decide(
    key: str,
    state: State = State.PLANNED,
    began: str = "",
    ended: str = "",
    *,
    accepted: bool = True,
    reason: str = "",
) -> Entry:
    first, last = (Quarter.parsed(text) if text else None for text in (began, ended))
    made = MeasureDecision(accepted, reason, state=state, began=first, ended=last)
    return Entry(Part.DECISION, key, made)


def plan(first: str, **starts: int) -> Entry:
    return Entry(Part.PLAN, "", KeptPlan("", Quarter.parsed(first), starts, 0, 0, 0))


def of(period: Period) -> dict[str, Became]:
    return {one.measure: one.became for one in period.deeds}


def deed(period: Period, key: str) -> Deed:
    return next(one for one in period.deeds if one.measure == key)


def test_each_step_tells_what_was_planned_before_it_and_what_became_of_it(firm: Firm) -> None:
    firm.note("2024-03-05", decide("split"), decide("old"), plan("2024-Q2", split=0, old=1))
    firm.note("2024-07-01", decide("split", State.DONE, "2024-Q2", "2024-Q3"))
    firm.note("2024-07-01", plan("2024-Q2", old=2))
    firm.note("2025-04-01", decide("old", State.RUNNING, "2025-Q2"), decide("new"))
    first, second = firm.periods()
    assert (first.since, first.until, second.until) == DAYS
    assert of(first) == {"split": Became.DONE, "old": Became.NOT_BEGUN}
    split = deed(first, "split")
    assert split.title == {"en": "Split"}
    assert split.planned == (Quarter(2024, 2), Quarter(2024, 2)), "by the last plan that had it"
    assert split.ran == (Quarter(2024, 2), Quarter(2024, 3))
    assert split.questions == {"one.x", "one.y"}, "as they are called a year later"
    assert deed(first, "old").planned == (Quarter(2024, 4), Quarter(2025, 1))
    assert first.rate == Rate(1, 1), "the other one was to end in this very quarter"
    assert of(second) == {"old": Became.RUNNING, "new": Became.NOT_BEGUN}
    assert deed(second, "old").title == {"en": "Old"}, "the newer questionnaire has it no more"
    assert deed(second, "old").questions == {"both"}
    assert second.rate == Rate(0, 1)


def test_what_is_noted_at_the_start_of_an_assessment_counts_for_the_year_before_it(
    firm: Firm,
) -> None:
    firm.note("2024-03-05", decide("split"), decide("old"), decide("new"))
    firm.note("2025-03-01", decide("split", State.DROPPED, reason="No time"))
    firm.note("2025-03-20", decide("old", State.DONE, "2024-Q3", "2024-Q4"))  # late, after it
    firm.note("2025-03-20", decide("new", State.DONE, "2025-Q1", "2025-Q1"))  # not done that day
    first, second = firm.periods()
    known = {"split": Became.DROPPED, "old": Became.DONE, "new": Became.NOT_BEGUN}
    assert of(first) == known
    assert deed(first, "split").why == "No time"
    assert of(second) == {"new": Became.DONE}, "what is over is not told once more"
    assert of(firm.periods(1)[0]) == known


def test_what_was_given_up_and_taken_up_again_is_told_in_both_years(firm: Firm) -> None:
    firm.note("2024-03-05", decide("split"), decide("old"))
    firm.note("2024-09-01", decide("split", State.DROPPED, reason="No time"))
    firm.note("2024-09-01", decide("old", accepted=False, reason="Too dear"))
    firm.note("2025-05-01", decide("split"), decide("old"))
    firm.note("2025-09-01", decide("split", State.DONE, "2025-Q3", "2025-Q3"))
    first, second = firm.periods()
    assert of(first) == {"split": Became.DROPPED, "old": Became.DROPPED}
    assert deed(first, "old").why == "Too dear"
    assert of(second) == {"split": Became.DONE, "old": Became.NOT_BEGUN}


def test_what_was_accepted_and_declined_on_one_day_was_never_planned(firm: Firm) -> None:
    firm.note("2024-03-05", decide("split"))
    firm.note("2024-03-05", decide("split", accepted=False, reason="Not after all"))
    firm.note("2026-04-01", decide("old"))  # after the newest was begun: that is the next plan
    assert [of(one) for one in firm.periods()] == [{}, {}]


def test_ones_own_measures_are_told_in_their_own_words(firm: Firm) -> None:
    own = OwnMeasure("Sort the shelves", Effort(1, 0, 2), 20, lifts=(Lift("one", 1, 3),))
    firm.note("2024-03-05", Entry(Part.OWN, "mine", own), decide("mine"))
    firm.note("2024-03-05", plan("2024-Q2", mine=0))
    firm.note("2024-10-01", decide("mine", State.DONE, "2024-Q2", "2024-Q3"))
    found = deed(firm.periods()[0], "mine")
    assert found.title == "Sort the shelves"
    assert found.planned == (Quarter(2024, 2), Quarter(2024, 3))
    assert found.questions == {"one.x", "one.y"}


def test_under_other_names_nothing_tells_whose_plan_it_was(firm: Firm) -> None:
    own = OwnMeasure("Sort Ada’s shelves", Effort(1, 0, 2), 20)
    firm.note("2024-03-05", Entry(Part.OWN, "mine", own), decide("mine"))
    firm.note("2024-10-01", decide("mine", State.DROPPED, reason="Ada left"))
    t = Translator.load("en", resources_dir() / "locale")
    shown = aliases_of(firm.workspace, t).book
    years = years_of(firm.workspace, firm.assessments[2])
    found = deed(periods_of(firm.workspace, years, shown)[0], "mine")
    assert (found.title, found.why) == ("Own measure 1", "")


def test_a_draft_that_was_left_ends_no_period(firm: Firm) -> None:
    """What was planned after it was begun is still the plan of the year before."""
    with firm.workspace.writing() as stored:
        left = assessments.begin(stored, firm.company, VERSIONS[0], date(2024, 9, 1), ())
        stored.assessments.date_back(left.id, "2024-09-01T08:00:00.000+00:00")
    firm.note("2024-10-01", decide("split"))
    assert [of(one) for one in firm.periods()] == [
        {"split": Became.NOT_BEGUN},
        {"split": Became.NOT_BEGUN},
    ]


def test_without_a_plan_the_periods_are_there_and_empty(firm: Firm) -> None:
    assert [one.deeds for one in firm.periods()] == [(), ()]
    assert firm.periods(0) == ()


def test_a_line_that_makes_no_sense_is_told_as_damage(firm: Firm) -> None:
    with firm.workspace.writing() as stored:
        at = "2024-03-05T10:00:00.000+00:00"
        stored.plan_log.append(firm.company, [PlanLine("decisions", "split", None, "maybe", at)])
    with pytest.raises(UserError, match=r"stored\.unreadable"):
        firm.periods()
