"""Finished assessments read many at a time, with what was answered in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BindParameter, Connection, bindparam, func, select

from digimaturity.domain.company import Company
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Respondent
from digimaturity.store.records import Aspect, AssessmentState, Json, Key
from digimaturity.store.tables import AnswerLogRow, AssessmentRow, RespondentRow


@dataclass(frozen=True, slots=True)
class FinishedRecord:
    """A finished assessment: its firm as it was, and what holds of what was said, but comments."""

    id: str
    company: str
    questionnaire: str
    day: date
    kept: Company
    respondents: tuple[Respondent, ...]
    current: tuple[tuple[Key, Json], ...]


_STATES = (
    select(AssessmentRow.id, AssessmentRow.revision)
    .where(AssessmentRow.state == AssessmentState.FINISHED)
    .order_by(AssessmentRow.day.desc(), AssessmentRow.finished.desc())
)

_WANTED: BindParameter[list[str]] = bindparam("wanted", expanding=True)

_ROWS = select(
    AssessmentRow.id,
    AssessmentRow.company_id,
    AssessmentRow.questionnaire,
    AssessmentRow.day,
    AssessmentRow.kept_name,
    AssessmentRow.kept_country,
    AssessmentRow.kept_section,
    AssessmentRow.kept_employees,
).where(AssessmentRow.id.in_(_WANTED))

_PEOPLE = (
    select(
        RespondentRow.assessment_id, RespondentRow.id, RespondentRow.viewpoint, RespondentRow.name
    )
    .where(RespondentRow.assessment_id.in_(_WANTED))
    .order_by(RespondentRow.position)
)

_SAID = (
    select(
        AnswerLogRow.assessment_id,
        AnswerLogRow.respondent_id,
        AnswerLogRow.question_id,
        AnswerLogRow.aspect,
        AnswerLogRow.new_value,
    )
    .where(
        AnswerLogRow.id.in_(
            select(func.max(AnswerLogRow.id))
            .where(AnswerLogRow.assessment_id.in_(_WANTED))
            .where(AnswerLogRow.aspect != Aspect.COMMENT)
            .group_by(
                AnswerLogRow.assessment_id,
                AnswerLogRow.respondent_id,
                AnswerLogRow.question_id,
                AnswerLogRow.aspect,
            )
        )
    )
    .order_by(AnswerLogRow.id)
)


class Finished:
    """Reads finished assessments within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def states(self) -> tuple[tuple[str, int], ...]:
        """Id and revision of every finished assessment of every company, newest first.

        The revision rises with each change of the assessment, so that both together name its
        content: while it is finished, nothing that was said in it can change.
        """
        return tuple((row[0], row[1]) for row in self._connection.execute(_STATES))

    def read(self, assessments: Sequence[str]) -> tuple[FinishedRecord, ...]:
        """Those of `assessments` that are there and finished, in their order."""
        wanted = {"wanted": list(assessments)}
        people: dict[str, list[Respondent]] = {}
        for place, person, viewpoint, name in self._connection.execute(_PEOPLE, wanted):
            people.setdefault(place, []).append(Respondent(person, Viewpoint(viewpoint), name))
        said: dict[str, list[tuple[Key, Json]]] = {}
        for row in self._connection.execute(_SAID, wanted):
            if row.new_value is not None:
                key = Key(row.assessment_id, row.respondent_id, row.question_id, Aspect(row.aspect))
                said.setdefault(row.assessment_id, []).append((key, row.new_value))
        found = {
            row.id: FinishedRecord(
                row.id,
                row.company_id,
                row.questionnaire,
                row.day,
                Company(row.kept_name, row.kept_country, row.kept_section, row.kept_employees),
                tuple(people.get(row.id, ())),
                tuple(said.get(row.id, ())),
            )
            for row in self._connection.execute(_ROWS, wanted)
            if row.kept_name is not None
        }
        return tuple(found[key] for key in assessments if key in found)
