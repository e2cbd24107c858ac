"""When a company is to be assessed next: a year after the last time, unless a day was chosen."""

from dataclasses import replace
from datetime import date

import pytest

from digimaturity.domain.clients import next_day
from digimaturity.errors import UserError
from digimaturity.services import assessments, companies, sign_off
from digimaturity.services.clients import Due, due_of, read_clients
from digimaturity.services.companies import CompanyRecord
from digimaturity.services.workspace import Workspace
from tests.services.small import small_questionnaire

TODAY = date(2026, 11, 22)


def begun(workspace: Workspace, day: date, company: str = "") -> tuple[str, str]:
    """A company and an assessment of that day."""
    company = company or str(companies.save_company(workspace, CompanyRecord("Firm")).company)
    made = assessments.create_assessment(workspace, company, small_questionnaire(), day)
    return company, str(made.assessment)


def choose(workspace: Workspace, company: str, day: date | None) -> None:
    record = companies.get_company(workspace, company)
    companies.save_company(workspace, replace(record, next_due=day))


def due(workspace: Workspace) -> tuple[Due, date | None]:
    (client,) = read_clients(workspace)
    return due_of(client, TODAY)


@pytest.mark.parametrize(
    ("last", "chosen", "day"),
    [
        (None, None, None),
        (None, date(2027, 1, 1), date(2027, 1, 1)),
        (date(2026, 3, 1), None, date(2027, 3, 1)),
        (date(2024, 2, 29), None, date(2025, 2, 28)),
        (date(2026, 3, 1), date(2026, 9, 1), date(2026, 9, 1)),
        (date(2026, 3, 1), date(2028, 9, 1), date(2028, 9, 1)),
        (date(2026, 3, 1), date(2026, 3, 1), date(2027, 3, 1)),
    ],
)
def test_a_chosen_day_counts_until_it_is_met(
    last: date | None, chosen: date | None, day: date | None
) -> None:
    assert next_day(last, chosen) == day


def test_the_list_follows_what_was_chosen(workspace: Workspace) -> None:
    company, first = begun(workspace, date(2025, 3, 1))
    sign_off.sign(workspace, first)
    assert due(workspace) == (Due.OVERDUE, date(2026, 3, 1))
    choose(workspace, company, date(2027, 1, 15))
    assert due(workspace) == (Due.LATER, date(2027, 1, 15))
    choose(workspace, company, None)
    assert due(workspace) == (Due.OVERDUE, date(2026, 3, 1))


def test_a_first_visit_can_be_due(workspace: Workspace) -> None:
    company = str(companies.save_company(workspace, CompanyRecord("Firm")).company)
    assert due(workspace) == (Due.NEVER_ASSESSED, None)
    choose(workspace, company, date(2026, 11, 21))
    assert due(workspace) == (Due.OVERDUE, date(2026, 11, 21))


def test_the_next_one_comes_after_the_last_also_while_that_is_corrected(
    workspace: Workspace,
) -> None:
    company, first = begun(workspace, date(2026, 3, 1))
    choose(workspace, company, date(2026, 2, 1))  # nothing is signed yet
    choose(workspace, company, None)
    sign_off.sign(workspace, first)
    sign_off.correct(workspace, first, "A wrong number.")
    with pytest.raises(UserError, match=r"company\.next_due"):
        choose(workspace, company, date(2026, 3, 1))
    assert companies.get_company(workspace, company).next_due is None
    choose(workspace, company, date(2026, 3, 2))
    assert due(workspace) == (Due.IN_PROGRESS, date(2026, 3, 2))


@pytest.mark.parametrize(
    ("chosen", "kept"), [(date(2026, 10, 1), False), (date(2027, 10, 1), True)]
)
def test_the_assessment_for_which_a_day_was_chosen_takes_it_away(
    workspace: Workspace, chosen: date, *, kept: bool
) -> None:
    company, first = begun(workspace, date(2025, 3, 1))
    sign_off.sign(workspace, first)
    choose(workspace, company, chosen)
    sign_off.correct(workspace, first, "A wrong number.")
    sign_off.sign(workspace, first)
    assert companies.get_company(workspace, company).next_due == chosen  # that was no new one
    _, second = begun(workspace, date(2026, 9, 1), company)
    sign_off.sign(workspace, second)
    assert companies.get_company(workspace, company).next_due == (chosen if kept else None)
