"""What a company puts down for its roadmap: saved entry by entry, each a line of the log.

The roadmap is the company's and goes on from year to year; an assessment sees it as it stood when
the next one was begun.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid4

from digimaturity.domain.roadmap.book import EMPTY, Entry, Item, Part, PlanBook
from digimaturity.domain.roadmap.items import KeptPlan
from digimaturity.errors import UserError
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.goals import seen_until
from digimaturity.services.plan_checks import check
from digimaturity.services.plan_items import book_from, item_to_json
from digimaturity.services.workspace import Workspace
from digimaturity.store.clock import now
from digimaturity.store.records import PlanLine


def new_key() -> str:
    """An id for an item of one's own."""
    return uuid4().hex


def book_of(workspace: Workspace, company: str, until: str = "") -> PlanBook:
    """What the company has put down, now or before the moment `until` (UTC, ISO).

    Raises:
        UserError: ``stored.unreadable``: a line that no version of ours ever wrote.
    """
    with workspace.reading() as stored:
        lines = stored.plan_log.newest(company, until)
        return book_from(lines) if lines else EMPTY


def book_for(workspace: Workspace, assessment: str) -> PlanBook:
    """The roadmap as an assessment sees it; KeyError where there is no such one."""
    with workspace.reading() as stored:
        company = stored.assessments.company_of(assessment)
    return book_of(workspace, company, seen_until(workspace, assessment))


def save_entry(
    workspace: Workspace, company: str, part: Part, key: str, item: Item | None, by: str = ""
) -> Change:
    """Save one item, or take it away where it is None; on return it is on the disk.

    Raises:
        UserError: those of `plan_checks.check`, and those of writing to the workspace.
    """
    return save_entries(workspace, company, [Entry(part, key, item)], by)


def save_entries(
    workspace: Workspace, company: str, entries: Iterable[Entry], by: str = ""
) -> Change:
    """Save several items at once, all or none; what is as it was makes no line. Errors as above.

    KeyError where there is no such company.
    """
    with workspace.taking_turns():
        with workspace.reading() as stored:
            stored.companies.one(company)
        book = book_of(workspace, company)
        before: list[Entry] = []
        after: list[Entry] = []
        lines: list[PlanLine] = []
        moment = now()
        for given in entries:
            entry = check(given)
            old = book.item(entry.part, entry.key)
            if old == entry.item:
                continue
            before.append(Entry(entry.part, entry.key, old))
            after.append(entry)
            book = book.with_entry(entry)
            values = item_to_json(old), item_to_json(entry.item)
            lines.append(PlanLine(entry.part, entry.key, *values, moment, by))
        if lines:
            with workspace.writing() as stored:
                stored.plan_log.append(company, lines)
    return Change(
        ChangeKind.ROADMAP, company=company, undo=tuple(reversed(before)), now=tuple(after)
    )


def undo_entries(workspace: Workspace, change: Change, by: str = "") -> Change:
    """Put back what was there before.

    Errors as above, and ``assessment.deleted`` where the company is gone.
    """
    entries = change.undo if isinstance(change.undo, tuple) else ()
    try:
        return save_entries(workspace, str(change.company), entries, by)
    except KeyError:
        raise UserError("assessment.deleted") from None


def keep_plan(workspace: Workspace, company: str, plan: KeptPlan) -> Change:
    """Keep the plan that was found, so that the next one moves few bars; nobody undoes that."""
    change = save_entry(workspace, company, Part.PLAN, "", plan)
    return Change(ChangeKind.PLANNED, company=company, now=change.now)
