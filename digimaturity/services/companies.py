"""The companies of a workspace."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.errors import UserError
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.text import storable
from digimaturity.services.workspace import Workspace
from digimaturity.store.records import CompanyRecord

__all__ = ["CompanyRecord", "get_company", "list_companies", "save_company"]


def list_companies(workspace: Workspace) -> tuple[CompanyRecord, ...]:
    """Every company, by name."""
    with workspace.reading() as stored:
        return stored.companies.all()


def get_company(workspace: Workspace, company: str) -> CompanyRecord:
    """The company with that id; KeyError when there is none."""
    with workspace.reading() as stored:
        return stored.companies.one(company)


def save_company(workspace: Workspace, record: CompanyRecord) -> Change:
    """Save a company; a record without an id is a new one, and `Change.company` tells its id.

    Raises:
        UserError: ``company.name_missing`` or ``company.employees`` (below 1), and those of
            writing to the workspace.
    """
    record = checked(record)
    with workspace.writing() as stored:
        before = stored.companies.get(record.id) if record.id else None
        key = stored.companies.save(record)
    return Change(ChangeKind.COMPANY, company=key, undo=before, now=replace(record, id=key))


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
