"""Companies in the workspace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import uuid4

from sqlalchemy import ColumnElement, Select, delete, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from digimaturity.domain.clients import is_met
from digimaturity.domain.company import TurnoverBand
from digimaturity.store.clients import Client, all_clients
from digimaturity.store.clock import now
from digimaturity.store.records import AssessmentState, CompanyRecord
from digimaturity.store.reminding import (
    WaitingDraft,
    WaitingReview,
    waiting_drafts,
    waiting_reviews,
)
from digimaturity.store.tables import (
    AnswerLogRow,
    AssessmentRow,
    AttachmentRow,
    CompanyRow,
    ContributionRow,
    FormRow,
    PlanLogRow,
    ReportChoicesRow,
    RespondentRow,
    SignOffRow,
)

V = TypeVar("V")

#: Hexadecimal digits of an id that an item of the roadmap got here.
KEY_LENGTH = 32

#: What the company was called when an assessment of it was signed off.
_SIGNED_NAME: ColumnElement[str | None] = func.json_extract(
    SignOffRow.document, "$.content.company.name"
)


@dataclass(frozen=True, slots=True)
class Belongings:
    """All that the workspace holds of one company, counted; `names` it had, the present one first.

    `ids` are those of the company, its assessments, those who answered, attached files, forms,
    contributions and items of the roadmap: every line that belongs to it has one of them. `log` and
    `roadmap` are lines of the two logs, `sign_offs` of what became of assessments. Sizes are in
    bytes.
    """

    names: tuple[str, ...]
    ids: tuple[str, ...]
    assessments: int = 0
    respondents: int = 0
    log: int = 0
    attachments: int = 0
    attachment_size: int = 0
    reports: int = 0
    contributions: int = 0
    roadmap: int = 0
    sign_offs: int = 0


class Companies:
    """Reads and writes companies within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[CompanyRecord, ...]:
        """Every company, by name."""
        rows = self._session.scalars(
            select(CompanyRow).order_by(func.lower(CompanyRow.name), CompanyRow.created)
        )
        return tuple(_record(row) for row in rows)

    def named(self) -> tuple[tuple[str, str, bool], ...]:
        """Of every company its id, its name and whether it is archived, in the order of `all`."""
        columns = select(CompanyRow.id, CompanyRow.name, CompanyRow.archived)
        rows = self._session.execute(
            columns.order_by(func.lower(CompanyRow.name), CompanyRow.created)
        )
        return tuple((key, name, archived is not None) for key, name, archived in rows)

    def first(self) -> CompanyRecord | None:
        """The first company by name that is not archived, else the first of all."""
        row = self._session.scalar(
            select(CompanyRow)
            .order_by(
                CompanyRow.archived.is_not(None), func.lower(CompanyRow.name), CompanyRow.created
            )
            .limit(1)
        )
        return None if row is None else _record(row)

    def numbers(self) -> dict[str, int]:
        """The companies' ids, numbered from 1 in the order in which they were entered."""
        ids = self._session.scalars(
            select(CompanyRow.id).order_by(CompanyRow.created, CompanyRow.id)
        )
        return {key: place for place, key in enumerate(ids, start=1)}

    def get(self, company: str) -> CompanyRecord | None:
        """The company with that id."""
        row = self._session.get(CompanyRow, company)
        return None if row is None else _record(row)

    def one(self, company: str) -> CompanyRecord:
        """The company with that id; KeyError when there is none."""
        found = self.get(company)
        if found is None:
            raise KeyError(company)
        return found

    def save(self, record: CompanyRecord) -> str:
        """Add or change a company, and return its id."""
        row = self._session.get(CompanyRow, record.id) if record.id else None
        if row is None:
            row = CompanyRow(id=record.id or str(uuid4()), created=now())
            self._session.add(row)
        row.name = record.name
        row.country = record.country
        row.section = record.section
        row.employees = record.employees
        row.turnover_band = record.turnover_band
        row.contact = record.contact
        row.notes = record.notes
        row.next_due = record.next_due
        return row.id

    def last_signed(self, company: str) -> date | None:
        """The day of its newest assessment that was signed off, be it corrected now or not."""
        was_signed = exists().where(SignOffRow.assessment_id == AssessmentRow.id)
        finished = AssessmentRow.state == AssessmentState.FINISHED
        return self._session.scalar(
            select(func.max(AssessmentRow.day)).where(
                AssessmentRow.company_id == company, finished | was_signed
            )
        )

    def meet(self, company: str, day: date) -> None:
        """Forget the day chosen for the next assessment where that of `day` was this one."""
        row = self._session.get_one(CompanyRow, company)
        if row.next_due is not None and is_met(row.next_due, day):
            row.next_due = None

    def clients(self) -> tuple[Client, ...]:
        """Every company with what a list of them shows, by name."""
        return all_clients(self._session)

    def waiting_drafts(self, company: str = "") -> tuple[WaitingDraft, ...]:
        """The assessments of a company, or of all, that take answers."""
        return waiting_drafts(self._session, company)

    def waiting_reviews(self, until: date) -> tuple[WaitingReview, ...]:
        """What is to be looked at in all companies, up to that day."""
        return waiting_reviews(self._session, until)

    def names(self) -> dict[str, str]:
        """The name of every company, by its id."""
        rows = self._session.execute(select(CompanyRow.id, CompanyRow.name)).all()
        return {key: name for key, name in rows}  # noqa: C416 - rows are no pairs to the type checker

    def archive(self, company: str, *, archived: bool) -> None:
        """Put a company aside, or back."""
        self._session.get_one(CompanyRow, company).archived = now() if archived else None

    def belongings(self, company: str) -> Belongings:
        """Everything that `delete` would delete; NoResultFound where there is no such company."""
        row = self._session.get_one(CompanyRow, company)
        own = AssessmentRow.company_id == company
        assessments = self._ids(select(AssessmentRow.id).where(own))
        kept = self._ids(select(AssessmentRow.kept_name).where(own).distinct())
        signed = self._ids(_of(_SIGNED_NAME, SignOffRow.assessment_id, company).distinct())
        respondents = self._ids(_of(RespondentRow.id, RespondentRow.assessment_id, company))
        forms = self._ids(_of(FormRow.id, FormRow.assessment_id, company))
        attachments = self._ids(_of(AttachmentRow.id, AttachmentRow.assessment_id, company))
        given = ContributionRow.company_id == company
        contributions = self._ids(select(ContributionRow.id).where(given))
        planned = self._ids(_keys(company))
        return Belongings(
            tuple(dict.fromkeys([row.name, *kept, *signed])),
            (company, *assessments, *respondents, *attachments, *forms, *contributions, *planned),
            len(assessments),
            len(respondents),
            self._count(_of(func.count(), AnswerLogRow.assessment_id, company)),
            len(attachments),
            self._count(
                _of(
                    func.coalesce(func.sum(AttachmentRow.size), 0),
                    AttachmentRow.assessment_id,
                    company,
                )
            ),
            self._count(_of(func.count(), ReportChoicesRow.assessment_id, company)),
            len(contributions),
            self._count(select(func.count()).where(PlanLogRow.company_id == company)),
            self._count(_of(func.count(), SignOffRow.assessment_id, company)),
        )

    def delete(self, company: str) -> None:
        """Delete a company with all that belongs to it."""
        self._session.execute(delete(AssessmentRow).where(AssessmentRow.company_id == company))
        self._session.execute(delete(ContributionRow).where(ContributionRow.company_id == company))
        self._session.execute(delete(CompanyRow).where(CompanyRow.id == company))

    def _ids(self, wanted: Select[str] | Select[str | None]) -> Sequence[str]:
        return [key for key in self._session.scalars(wanted) if key]

    def _count(self, wanted: Select[int]) -> int:
        return int(self._session.scalar(wanted) or 0)


def _of(
    wanted: InstrumentedAttribute[V] | ColumnElement[V],
    assessment: InstrumentedAttribute[str],
    company: str,
) -> Select[V]:
    """What is asked of the lines that belong to the assessments of a company."""
    own = select(AssessmentRow.id).where(AssessmentRow.company_id == company)
    return select(wanted).where(assessment.in_(own))


def _keys(company: str) -> Select[str]:
    """The ids of items of the roadmap; those of measures and areas are the same everywhere."""
    own = PlanLogRow.key.op("GLOB")("[0-9a-f]" * KEY_LENGTH)
    return select(PlanLogRow.key).where(PlanLogRow.company_id == company, own).distinct()


def _record(row: CompanyRow) -> CompanyRecord:
    return CompanyRecord(
        name=row.name,
        country=row.country,
        section=row.section,
        employees=row.employees,
        turnover_band=TurnoverBand(row.turnover_band) if row.turnover_band else None,
        contact=row.contact,
        notes=row.notes,
        id=row.id,
        archived=row.archived,
        next_due=row.next_due,
    )
