"""Assessments with the questionnaire that each keeps, and who takes part."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import uuid4

from sqlalchemy import bindparam, delete, exists, func, select, tuple_, update
from sqlalchemy.orm import Session, aliased

from digimaturity.domain.company import Company, TurnoverBand
from digimaturity.domain.population import PeerChoice
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Respondent
from digimaturity.store.clock import now
from digimaturity.store.records import (
    AssessmentRecord,
    AssessmentState,
    SignEvent,
    choice_from_text,
    choice_to_text,
)
from digimaturity.store.tables import (
    AnswerLogRow,
    AssessmentRow,
    AttachmentRow,
    QuestionnaireRow,
    RespondentRow,
    SignOffRow,
)

#: How often an assessment was signed off.
_SIGNED = select(func.count()).where(
    SignOffRow.assessment_id == bindparam("assessment"), SignOffRow.event == SignEvent.SIGNED
)

#: Name and origin of a questionnaire, without the rest of its document.
_PACK = select(
    func.json_extract(QuestionnaireRow.document, "$.name"),
    func.json_extract(QuestionnaireRow.document, "$.part_of"),
).where(QuestionnaireRow.fingerprint == bindparam("fingerprint"))


_COMPANY = select(AssessmentRow.company_id).where(AssessmentRow.id == bindparam("assessment"))

_OWN, _OTHER = aliased(AssessmentRow), aliased(AssessmentRow)
_NEXT_BEGUN = (
    select(func.min(_OTHER.created))
    .join(_OWN, _OWN.company_id == _OTHER.company_id)
    .where(_OWN.id == bindparam("assessment"))
    .where(tuple_(_OTHER.day, _OTHER.created) > tuple_(_OWN.day, _OWN.created))
    .where(_OTHER.goes_on_from.is_distinct_from(_OWN.id))
)


class Assessments:
    """Reads and writes assessments within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_company(self, company: str) -> tuple[AssessmentRecord, ...]:
        """The company's assessments, newest first."""
        rows = self._session.scalars(
            select(AssessmentRow)
            .where(AssessmentRow.company_id == company)
            .order_by(AssessmentRow.day.desc(), AssessmentRow.created.desc())
        )
        return tuple(self._record(row) for row in rows)

    def company_of(self, assessment: str) -> str:
        """Whose it is; KeyError where there is no such one."""
        found = self._session.scalar(_COMPANY, {"assessment": assessment})
        if found is None:
            raise KeyError(assessment)
        return found

    def next_begun(self, assessment: str) -> str:
        """When the company's next assessment was begun (UTC); empty where none was.

        One that goes on from it, with the whole questionnaire, is no other one.
        """
        return self._session.scalar(_NEXT_BEGUN, {"assessment": assessment}) or ""

    def get(self, assessment: str) -> AssessmentRecord | None:
        """The assessment with that id."""
        row = self._session.get(AssessmentRow, assessment)
        return None if row is None else self._record(row)

    def going_on_from(self, assessment: str) -> AssessmentRecord | None:
        """The assessment that took over the answers of that one."""
        row = self._session.scalar(
            select(AssessmentRow).where(AssessmentRow.goes_on_from == assessment)
        )
        return None if row is None else self._record(row)

    def add(
        self,
        company: str,
        questionnaire: str,
        day: date,
        respondents: Sequence[tuple[Viewpoint, str]],
        goes_on_from: str | None = None,
    ) -> AssessmentRecord:
        """Begin an assessment of `company` with a questionnaire that is already kept.

        `goes_on_from` is the assessment that it goes on from; there can be one such only.
        """
        row = AssessmentRow(
            id=str(uuid4()),
            company_id=company,
            questionnaire=questionnaire,
            day=day,
            state=AssessmentState.DRAFT,
            created=now(),
            goes_on_from=goes_on_from,
        )
        self._session.add(row)
        self._session.flush()
        for viewpoint, name in respondents:
            self.add_respondent(row.id, viewpoint, name)
        return self._record(row)

    def date_back(self, assessment: str, begun: str) -> None:
        """Let an assessment count as begun at an earlier moment (UTC)."""
        self._session.get_one(AssessmentRow, assessment).created = begun

    def finish(self, assessment: str, company: Company) -> None:
        """Finish an assessment, which keeps `company` as it is now."""
        row = self._session.get_one(AssessmentRow, assessment)
        row.state, row.finished = AssessmentState.FINISHED, now()
        _keep(row, company)

    def reopen(self, assessment: str) -> None:
        """Make a draft of an assessment again; it follows its company from now on."""
        row = self._session.get_one(AssessmentRow, assessment)
        row.state, row.finished = AssessmentState.DRAFT, None
        _keep(row, None)

    def choose_peers(self, assessment: str, choice: PeerChoice | None) -> None:
        """Remember whom the user wants an assessment to be compared with."""
        self._session.get_one(AssessmentRow, assessment).peer_choice = choice_to_text(choice)

    def delete(self, assessment: str) -> None:
        """Delete an assessment with its respondents and its whole answer log."""
        self._session.execute(
            update(AssessmentRow)
            .where(AssessmentRow.goes_on_from == assessment)
            .values(goes_on_from=None)
        )
        self._session.execute(delete(AssessmentRow).where(AssessmentRow.id == assessment))

    def add_respondent(self, assessment: str, viewpoint: Viewpoint, name: str) -> Respondent:
        """Let somebody more take part."""
        last = self._session.scalar(
            select(func.max(RespondentRow.position)).where(
                RespondentRow.assessment_id == assessment
            )
        )
        row = RespondentRow(
            id=str(uuid4()),
            assessment_id=assessment,
            position=0 if last is None else last + 1,
            viewpoint=viewpoint,
            name=name,
        )
        self._session.add(row)
        self._session.flush()
        return _respondent(row)

    def save_respondent(self, respondent: Respondent) -> None:
        """Change the name or viewpoint of somebody who takes part."""
        row = self._session.get_one(RespondentRow, respondent.id)
        row.viewpoint, row.name = respondent.viewpoint, respondent.name

    def has_said(self, respondent: str) -> bool:
        """Whether anything is kept of somebody, be it taken back or removed since."""
        said = exists().where(AnswerLogRow.respondent_id == respondent)
        attached = exists().where(AttachmentRow.respondent_id == respondent)
        return bool(self._session.scalar(select(said | attached)))

    def remove_respondent(self, respondent: str) -> None:
        """Let somebody who has said nothing take part no longer; their forms go, too."""
        self._session.execute(delete(RespondentRow).where(RespondentRow.id == respondent))

    def keep_questionnaire(
        self, fingerprint: str, pack: str, version: str, document: Mapping[str, object]
    ) -> None:
        """Keep a questionnaire for ever, once."""
        if self._session.get(QuestionnaireRow, fingerprint) is None:
            self._session.add(
                QuestionnaireRow(
                    fingerprint=fingerprint, pack_id=pack, version=version, document=dict(document)
                )
            )
            self._session.flush()

    def questionnaire_document(self, fingerprint: str) -> Mapping[str, object]:
        """The document of a questionnaire that is kept."""
        return self._session.get_one(QuestionnaireRow, fingerprint).document

    def _record(self, row: AssessmentRow) -> AssessmentRecord:
        respondents = self._session.scalars(
            select(RespondentRow)
            .where(RespondentRow.assessment_id == row.id)
            .order_by(RespondentRow.position)
        )
        name, part_of = self._session.execute(_PACK, {"fingerprint": row.questionnaire}).one()
        return AssessmentRecord(
            id=row.id,
            company=row.company_id,
            questionnaire=row.questionnaire,
            day=row.day,
            state=AssessmentState(row.state),
            created=row.created,
            finished=row.finished,
            respondents=tuple(_respondent(one) for one in respondents),
            kept=_kept(row),
            pack=json.loads(name),
            part_of=part_of or "",
            goes_on_from=row.goes_on_from,
            peer_choice=choice_from_text(row.peer_choice),
            signed=self._session.scalar(_SIGNED, {"assessment": row.id}) or 0,
        )


def _keep(row: AssessmentRow, company: Company | None) -> None:
    row.kept_name = company.name if company else None
    row.kept_country = company.country if company else None
    row.kept_section = company.section if company else None
    row.kept_employees = company.employees if company else None
    row.kept_turnover_band = company.turnover if company else None


def _kept(row: AssessmentRow) -> Company | None:
    if row.kept_name is None:
        return None
    return Company(
        row.kept_name,
        row.kept_country,
        row.kept_section,
        row.kept_employees,
        TurnoverBand(row.kept_turnover_band) if row.kept_turnover_band else None,
    )


def _respondent(row: RespondentRow) -> Respondent:
    return Respondent(row.id, Viewpoint(row.viewpoint), row.name)
