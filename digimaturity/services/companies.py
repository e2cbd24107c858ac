"""The companies of a workspace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from digimaturity.errors import UserError
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.text import spelled, storable
from digimaturity.services.workspace import Workspace
from digimaturity.store.records import CompanyRecord

__all__ = [
    "CompanyRecord",
    "archive_company",
    "company_called",
    "get_company",
    "list_companies",
    "named_companies",
    "namesakes",
    "save_company",
]


def list_companies(workspace: Workspace) -> tuple[CompanyRecord, ...]:
    """Every company, by name."""
    with workspace.reading() as stored:
        return stored.companies.all()


def named_companies(workspace: Workspace) -> tuple[tuple[str, str, bool], ...]:
    """Of every company its id, its name and whether it is archived: quick, also of thousands."""
    with workspace.reading() as stored:
        return stored.companies.named()


def get_company(workspace: Workspace, company: str) -> CompanyRecord:
    """The company with that id; KeyError when there is none."""
    with workspace.reading() as stored:
        return stored.companies.one(company)


def save_company(workspace: Workspace, record: CompanyRecord) -> Change:
    """Save a company; a record without an id is a new one, and `Change.company` tells its id.

    Raises:
        UserError: ``company.name_missing``, ``company.employees`` (below 1) or
            ``company.next_due`` (not after the last assessment), and those of writing to the
            workspace.
    """
    record = checked(record)
    with workspace.writing() as stored:
        before = stored.companies.get(record.id) if record.id else None
        if record.next_due != (before.next_due if before else None):
            _check_next_due(record, stored.companies.last_signed(record.id))
        key = stored.companies.save(record)
    return Change(ChangeKind.COMPANY, company=key, undo=before, now=replace(record, id=key))


def archive_company(workspace: Workspace, company: str, *, archived: bool = True) -> Change:
    """Put a company aside, or back: nothing of it changes, and it still counts as a peer.

    It is no longer in the list, unless asked for, and never due. KeyError when there is none.
    """
    with workspace.writing() as stored:
        before = stored.companies.one(company)
        stored.companies.archive(company, archived=archived)
    with workspace.reading() as stored:
        after = stored.companies.one(company)
    return Change(ChangeKind.COMPANY, company=company, undo=before, now=after)


def namesakes(workspace: Workspace, record: CompanyRecord) -> int:
    """How many other companies have that name, however it is spelled; that is allowed.

    Reads all names: not on the interface thread.
    """
    wanted = spelled(record.name)
    with workspace.reading() as stored:
        names = stored.companies.names()
    return sum(key != record.id and spelled(name) == wanted for key, name in names.items())


def company_called(workspace: Workspace, name: str) -> CompanyRecord:
    """The company with that id, or the only one of that name, archived ones too.

    Raises:
        UserError: ``company.unknown`` or ``company.ambiguous``.
    """
    wanted = spelled(name)
    every = list_companies(workspace)
    found = [one for one in every if one.id == name]
    found = found or [one for one in every if spelled(one.name) == wanted]
    if not found:
        raise UserError("company.unknown", name=name)
    if len(found) > 1:
        raise UserError("company.ambiguous", name=name)
    return found[0]


def _check_next_due(record: CompanyRecord, last: date | None) -> None:
    if record.next_due is not None and last is not None and record.next_due <= last:
        raise UserError("company.next_due", last=last)


def checked(record: CompanyRecord) -> CompanyRecord:
    """The record as it can be saved; errors as in `save_company`."""
    name = storable(record.name).strip()
    if not name:
        raise UserError("company.name_missing")
    if record.employees is not None and record.employees < 1:
        raise UserError("company.employees", employees=record.employees)
    return replace(
        record, name=name, contact=storable(record.contact), notes=storable(record.notes)
    )
