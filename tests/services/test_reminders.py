"""What is due in a company and in all of them, in words and as a calendar that others read."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from digimaturity.domain.catalogue import Effort
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.reminders import Draft, Kind, Reminder, of_assessments
from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.items import (
    FollowUp,
    KeptPlan,
    MeasureDecision,
    OwnMeasure,
    Project,
    State,
    Verdict,
)
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.services import assessments, companies, sign_off
from digimaturity.services.companies import CompanyRecord
from digimaturity.services.plan_book import new_key, save_entries
from digimaturity.services.reminder_calendar import all_calendar, company_calendar
from digimaturity.services.reminder_words import counted_words, since_words, what_words
from digimaturity.services.reminders import reminders_of, reminders_of_all
from digimaturity.services.workspace import Workspace
from tests.services.small import small_questionnaire

TODAY = date(2026, 11, 22)
EN, DE = (Translator.load(language, resources_dir() / "locale") for language in ("en", "de"))
OWN = new_key()
ACCEPTED = MeasureDecision(accepted=True)


def signed(workspace: Workspace, name: str, day: date) -> str:
    """A company whose last assessment was of that day."""
    company = str(companies.save_company(workspace, CompanyRecord(name)).company)
    made = assessments.create_assessment(workspace, company, small_questionnaire(), day)
    sign_off.sign(workspace, str(made.assessment), figures=BenchmarkData())
    return company


def events(content: bytes) -> list[Any]:
    """As another program reads them."""
    return Calendar.from_ical(content).walk("VEVENT")


def planned(workspace: Workspace, company: str, decision: MeasureDecision = ACCEPTED) -> None:
    """A measure that was planned for the spring of 2026, and a project, each with a review."""
    spring = Quarter(2026, 2)
    save_entries(
        workspace,
        company,
        (
            Entry(Part.OWN, OWN, OwnMeasure("Scan, file; shred", Effort(0, 4, 0), 13)),
            Entry(Part.DECISION, OWN, decision),
            Entry(Part.FOLLOW_UP, OWN, FollowUp(next_review=TODAY + timedelta(days=9))),
            Entry(Part.PROJECT, "erp", Project("ERP 🚚 change-over", begins=spring)),
            Entry(Part.FOLLOW_UP, "erp", FollowUp(next_review=TODAY)),
            Entry(Part.PLAN, "", KeptPlan("x" * 64, spring, {OWN: 0}, 1, 1, 1)),
        ),
    )


@pytest.mark.parametrize(
    ("day", "drafts", "kinds"),
    [
        (None, (), []),
        (TODAY + timedelta(days=29), (), []),
        (TODAY + timedelta(days=28), (), [Kind.ASSESSMENT]),
        (date(2020, 1, 1), (), [Kind.ASSESSMENT]),
        (TODAY, (Draft("a", TODAY - timedelta(days=20)),), []),
        (TODAY, (Draft("a", TODAY - timedelta(days=21)),), [Kind.LEFT]),
        (None, (Draft("a", TODAY, TODAY - timedelta(days=6)),), []),
        (TODAY, (Draft("a", TODAY, date(2026, 11, 15)),), [Kind.ASSESSMENT, Kind.CORRECTION]),
    ],
)
def test_it_is_told_in_time_and_only_what_is_left_lying(
    day: date | None, drafts: tuple[Draft, ...], kinds: list[Kind]
) -> None:
    assert [one.kind for one in of_assessments(day, drafts, TODAY)] == kinds


def test_nothing_is_said_where_nothing_is_due(workspace: Workspace) -> None:
    company = signed(workspace, "Firm", date(2026, 6, 1))
    assert reminders_of(workspace, company, TODAY).due == ()
    assert reminders_of_all(workspace, TODAY) == ()


def test_measures_that_are_late_and_reviews_are_told_with_their_titles(
    workspace: Workspace,
) -> None:
    company = signed(workspace, "Firm", date(2025, 12, 1))
    planned(workspace, company)
    found = reminders_of(workspace, company, TODAY)
    told = [(what_words(found, one, EN), since_words(one, TODAY, EN)) for one in found.due]
    assert told == [
        ("Next assessment", "in 9 days"),
        ("Review: ERP 🚚 change-over", "today"),
        ("Begin: Scan, file; shred", "planned for Q2 2026"),
    ]
    begun = MeasureDecision(accepted=True, state=State.RUNNING, began=Quarter(2026, 1), weeks=10)
    planned(workspace, company, begun)
    found = reminders_of(workspace, company, TODAY)
    assert found.due[-1].kind is Kind.TO_END
    assert found.due[-1].day == date(2026, 3, 31)
    companies.archive_company(workspace, company)
    assert reminders_of(workspace, company, TODAY).due == ()


def test_what_was_dropped_or_stopped_is_not_told_of(workspace: Workspace) -> None:
    company = signed(workspace, "Firm", date(2026, 6, 1))
    planned(workspace, company, MeasureDecision(accepted=True, state=State.DROPPED))
    later = TODAY + timedelta(days=30)
    kinds = {Reminder(Kind.REVIEW, TODAY, "erp")}
    assert set(reminders_of(workspace, company, later).due) == kinds
    (one,) = reminders_of_all(workspace, later)
    assert set(one.due) == kinds
    stopped = Project("ERP", verdict=Verdict.STOP)
    save_entries(workspace, company, [Entry(Part.PROJECT, "erp", stopped)])
    assert reminders_of(workspace, company, later).due == ()
    assert reminders_of_all(workspace, later) == ()


def test_all_companies_come_with_who_waits_longest_first(workspace: Workspace) -> None:
    soon = signed(workspace, "Soon", date(2025, 12, 10))
    late = signed(workspace, "Late", date(2024, 2, 29))
    signed(workspace, "Later", date(2026, 6, 1))
    gone = signed(workspace, "Archived", date(2020, 1, 1))
    companies.archive_company(workspace, gone)
    planned(workspace, soon)
    found = reminders_of_all(workspace, TODAY + timedelta(days=9))
    assert [one.client.id for one in found] == [late, soon]
    assert [(one.kind, one.day) for one in found[0].due] == [(Kind.ASSESSMENT, date(2025, 2, 28))]
    reviews = [one for one in found[1].due if one.kind is Kind.REVIEW]
    assert {one.key for one in reviews} == {OWN, "erp"}
    assert counted_words(Kind.REVIEW, reviews, TODAY, DE).startswith("2 Überprüfungen")
    assert reminders_of(workspace, soon, TODAY + timedelta(days=9)).due == found[1].due


def test_a_correction_left_open_and_an_assessment_left_lying(workspace: Workspace) -> None:
    company = signed(workspace, "Firm", date(2026, 6, 1))
    (record,) = assessments.list_assessments(workspace, company)
    sign_off.correct(workspace, record.id, "A wrong number.")
    made = assessments.create_assessment(
        workspace, company, small_questionnaire(), date(2026, 11, 1)
    )
    later = date.today() + timedelta(days=21)  # noqa: DTZ011 - the log has the times of today
    (one,) = reminders_of_all(workspace, later)
    found = reminders_of(workspace, company, later)
    assert found.due == one.due
    assert [(each.kind, each.key) for each in one.due] == [
        (Kind.CORRECTION, record.id),
        (Kind.LEFT, made.assessment),
    ]
    assert "1 June 2026" in what_words(found, one.due[0], EN)
    assert "1. November 2026" in what_words(found, one.due[1], DE)


@pytest.mark.parametrize("t", [EN, DE])
def test_another_calendar_reads_the_days_and_knows_them_again(
    workspace: Workspace, t: Translator
) -> None:
    name = "Ährenfeld, Söhne; \\ 🪚 & Co. " * 4
    company = signed(workspace, name, date(2026, 3, 1))
    planned(workspace, company)
    content = company_calendar(reminders_of(workspace, company, TODAY), TODAY, t)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    read = events(content)
    assert [(one["DTSTART"].dt, (one["DTEND"].dt - one["DTSTART"].dt).days) for one in read] == [
        (TODAY, 1),
        (TODAY + timedelta(days=9), 1),
        (date(2027, 3, 1), 1),
    ]
    assert name.strip() in str(read[-1]["SUMMARY"])
    assert read[-1]["SUMMARY"].params["LANGUAGE"] == t.language
    (alarm,) = read[-1].walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(days=-27, hours=-15)  # 28 days before, at nine
    uids = [str(one["UID"]) for one in read]
    assert len(set(uids)) == 3
    # On another day, with another day for the next one: the same entries, moved.
    record = companies.get_company(workspace, company)
    companies.save_company(workspace, replace(record, next_due=date(2027, 5, 1)))
    again = company_calendar(reminders_of(workspace, company, date(2026, 12, 1)), TODAY, t)
    moved = events(again)
    assert [str(one["UID"]) for one in moved] == uids
    assert moved[-1]["DTSTART"].dt == date(2027, 5, 1)


def test_all_companies_have_one_calendar(workspace: Workspace) -> None:
    with pytest.raises(UserError, match=r"reminders\.no_dates"):
        all_calendar(workspace, TODAY, EN)
    for year in (2024, 2026):
        signed(workspace, "The same name", date(year, 3, 1))
    gone = signed(workspace, "Archived", date(2020, 1, 1))
    companies.archive_company(workspace, gone)
    read = events(all_calendar(workspace, TODAY, DE))
    assert [one["DTSTART"].dt for one in read] == [date(2025, 3, 1), date(2027, 3, 1)]
    assert len({str(one["UID"]) for one in read}) == 2


@pytest.mark.parametrize("day", [date.max, date(9999, 1, 1), date(1, 1, 1), date(999, 2, 28)])
def test_no_day_of_one_company_keeps_anybody_from_what_is_due(
    workspace: Workspace, day: date
) -> None:
    signed(workspace, "Somebody mistyped a year", day)
    chosen = str(companies.save_company(workspace, CompanyRecord("Chosen", next_due=day)).company)
    late = signed(workspace, "Late", date(2020, 2, 29))

    due = {one.client.id: one.due for one in reminders_of_all(workspace, TODAY)}
    assert due[late] == (Reminder(Kind.ASSESSMENT, date(2021, 2, 28)),)
    assert (chosen in due) == (day < TODAY)
    days = [event["DTSTART"].dt for event in events(all_calendar(workspace, TODAY, EN))]
    assert len(days) == 3
    assert date(2021, 2, 28) in days
    assert day in days
