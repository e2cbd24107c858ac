"""Finished assessments read many at a time, with what was answered in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import (
    BindParameter,
    Connection,
    Executable,
    String,
    bindparam,
    cast,
    func,
    literal_column,
    select,
)

from digimaturity.domain.company import Company
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Respondent
from digimaturity.store.records import Aspect, AssessmentState, Json, Key, State
from digimaturity.store.tables import AnswerLogRow, AssessmentRow, RespondentRow


@dataclass(frozen=True, slots=True)
class FinishedRecord:
    """A finished assessment: its firm as it was, and what holds of what was asked for."""

    id: str
    company: str
    questionnaire: str
    day: date
    kept: Company
    respondents: tuple[Respondent, ...]
    current: tuple[tuple[Key, Json], ...]


_STATES = (
    select(AssessmentRow.id, AssessmentRow.revision, AssessmentRow.questionnaire)
    .where(AssessmentRow.state == AssessmentState.FINISHED)
    .order_by(AssessmentRow.day.desc(), AssessmentRow.finished.desc())
)

#: All of that in one text, which SQLite makes ten times faster than rows.
_LISTED = _STATES.subquery()
_STAMP = select(func.group_concat(_LISTED.c.id + " " + cast(_LISTED.c.revision, String)))

_WANTED: BindParameter[list[str]] = bindparam("wanted", expanding=True)

_ASKED: BindParameter[list[str]] = bindparam("asked", expanding=True)

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

_SAID: Executable = (
    select(
        AnswerLogRow.assessment_id,
        AnswerLogRow.respondent_id,
        AnswerLogRow.question_id,
        AnswerLogRow.aspect,
        # As text: thousands of answers are the same few, and are read once.
        literal_column("new_value"),
    )
    .where(AnswerLogRow.new_value.is_not(None))
    .where(
        AnswerLogRow.id.in_(
            select(func.max(AnswerLogRow.id))
            .where(AnswerLogRow.assessment_id.in_(_WANTED))
            .where(AnswerLogRow.question_id.in_(_ASKED))
            .where(AnswerLogRow.aspect.in_((Aspect.ANSWER, Aspect.CONSENSUS)))
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

    def stamp(self) -> str:
        """A text that is another one as soon as any finished assessment comes, goes or changes."""
        return self._connection.execute(_STAMP).scalar_one() or ""

    def states(self) -> list[State]:
        """Id, revision and questionnaire of every finished assessment of all, newest first.

        The revision rises with each change of the assessment, so that it names its content: while
        it is finished, nothing that was said in it can change.
        """
        rows = self._connection.execute(_STATES).fetchall()
        return [(key, revision, questionnaire) for key, revision, questionnaire in rows]

    def read(
        self, assessments: Sequence[str], questions: Iterable[str]
    ) -> tuple[FinishedRecord, ...]:
        """Those of `assessments` that are there and finished, in their order.

        Only what was said to `questions` is read, without what stands beside the answers.
        """
        wanted = {"wanted": list(assessments)}
        people: dict[str, list[Respondent]] = {}
        for place, person, viewpoint, name in self._connection.execute(_PEOPLE, wanted):
            people.setdefault(place, []).append(Respondent(person, Viewpoint(viewpoint), name))
        said = self._said(wanted | {"asked": list(questions)})
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

    def _said(self, wanted: Mapping[str, list[str]]) -> dict[str, list[tuple[Key, Json]]]:
        said: dict[str, list[tuple[Key, Json]]] = {}
        aspects = {aspect.value: aspect for aspect in Aspect}
        read: dict[str | float, Json] = {}
        for place, person, question, aspect, text in self._connection.execute(
            _SAID, wanted
        ).fetchall():
            if text not in read:
                # SQLite keeps a bare number as a number.
                read[text] = json.loads(text) if isinstance(text, str) else text
            key = Key(place, person, question, aspects[aspect])
            said.setdefault(place, []).append((key, read[text]))
        return said
