"""What is due in a company, and in all of them: found whenever somebody looks, kept nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from digimaturity.domain.clients import next_day
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.reminders import (
    Draft,
    Kind,
    Reminder,
    of_assessments,
    of_roadmap,
    reviews_of,
)
from digimaturity.services.aliases import Aliases
from digimaturity.services.assessments import case_of, company_of, list_assessments
from digimaturity.services.companies import get_company
from digimaturity.services.plan_book import book_of
from digimaturity.services.workspace import Workspace
from digimaturity.store.clients import Client
from digimaturity.store.records import CompanyRecord

if TYPE_CHECKING:
    from digimaturity.domain.roadmap.book import PlanBook
    from digimaturity.domain.roadmap.roadmap import Roadmap
    from digimaturity.store.reminding import WaitingDraft

__all__ = ["Kind", "OfCompany", "Reminder", "Reminders", "reminders_of", "reminders_of_all"]


@dataclass(frozen=True, slots=True)
class Reminders:
    """What is `due` in a company, in the order of `Kind` and of their days.

    `next_day` is the day of the next assessment, None where nobody knows; `reviews` are all that
    have a day, be it past or to come. `roadmap` has the titles of measures and projects, None where
    nothing was accepted. `days` are those of the assessments, by their ids.
    """

    company: CompanyRecord
    due: tuple[Reminder, ...]
    next_day: date | None
    reviews: tuple[Reminder, ...]
    roadmap: Roadmap | None
    days: Mapping[str, date]


@dataclass(frozen=True, slots=True)
class OfCompany:
    """What is due in one of many companies; of `due` there is at least one.

    Reviews come as one for each measure; that a measure is late by the plan is told only in the
    company itself, where its plan is at hand.
    """

    client: Client
    name: str
    due: tuple[Reminder, ...]


def reminders_of(
    workspace: Workspace, company: str, today: date, aliases: Aliases | None = None
) -> Reminders:
    """What is due in a company; under other names where there are `aliases`.

    It evaluates the newest assessment where measures were accepted: for a worker. KeyError where
    there is no such company.

    Raises:
        UserError: ``stored.unreadable``.
    """
    record = get_company(workspace, company)
    records = list_assessments(workspace, company)
    with workspace.reading() as stored:
        drafts = tuple(map(_draft, stored.companies.waiting_drafts(company)))
        last = stored.companies.last_signed(company)
    when = next_day(last, record.next_due)
    book = book_of(workspace, company)
    roadmap = None
    if records and (book.decisions or book.projects):
        shown = aliases.book(book) if aliases else book
        roadmap = _posed(workspace, records[0].id, shown)
    due = of_assessments(when, drafts, today)
    if record.archived is not None:
        due = []
    elif roadmap is not None:
        due += of_roadmap(roadmap, today)
    return Reminders(
        aliases.company(record) if aliases else record,
        _in_order(due),
        when,
        () if roadmap is None else _in_order(reviews_of(roadmap, today)),
        roadmap,
        {one.id: one.day for one in records},
    )


def reminders_of_all(
    workspace: Workspace, today: date, aliases: Aliases | None = None
) -> tuple[OfCompany, ...]:
    """The companies in which something is due, the longest waiting first; archived ones never are.

    Three queries for all of them, however many there are.
    """
    with workspace.reading() as stored:
        clients = stored.companies.clients()
        drafts = _by_company(stored.companies.waiting_drafts())
        reviews: dict[str, list[Reminder]] = {}
        for one in stored.companies.waiting_reviews(today):
            reviews.setdefault(one.company, []).append(Reminder(Kind.REVIEW, one.day, one.key))
    found = []
    for client in clients:
        if client.archived is not None:
            continue
        when = next_day(client.last, client.next_due)
        due = of_assessments(when, drafts.get(client.id, ()), today)
        due += reviews.get(client.id, [])
        if due:
            name = aliases.name(client.id) if aliases else client.name
            found.append(OfCompany(client, name, _in_order(due)))
    return tuple(sorted(found, key=lambda one: (min(each.day for each in one.due), one.name)))


def _posed(workspace: Workspace, assessment: str, book: PlanBook) -> Roadmap:
    """The roadmap without its plan anew: what was kept of it tells what is late."""
    from digimaturity.domain.roadmap.posing import pose
    from digimaturity.domain.roadmap.roadmap import Roadmap

    case = case_of(workspace, assessment)
    evaluation = evaluate(
        case.questionnaire,
        case.responses,
        company=company_of(case.record, case.company),
        targets=book.goals,
        year=case.record.day.year,
    )
    return Roadmap(book, pose(evaluation, book, case.record.day))


def _in_order(due: Iterable[Reminder]) -> tuple[Reminder, ...]:
    kinds = list(Kind)
    return tuple(sorted(due, key=lambda one: (kinds.index(one.kind), one.day, one.key)))


def _by_company(drafts: Iterable[WaitingDraft]) -> Mapping[str, tuple[Draft, ...]]:
    grouped = groupby(drafts, key=lambda one: one.company)
    return {company: tuple(map(_draft, own)) for company, own in grouped}


def _draft(waiting: WaitingDraft) -> Draft:
    opened = _day(waiting.opened) if waiting.opened else None
    return Draft(waiting.id, _day(waiting.touched), opened)


def _day(moment: str) -> date:
    """The day at this place of a time in UTC."""
    return datetime.fromisoformat(moment).astimezone().date()
