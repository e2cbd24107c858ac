"""The forms that were made for people, and what came back of them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from digimaturity.store.records import Aspect, FormRecord, ReturnRecord
from digimaturity.store.tables import FormReturnRow, FormRow


class Forms:
    """Reads and writes them within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, form: str) -> FormRecord | None:
        """The form with that id."""
        row = self._session.get(FormRow, form)
        return None if row is None else _form(row)

    def of_assessment(self, assessment: str) -> tuple[FormRecord, ...]:
        """All forms of an assessment, the oldest first."""
        rows = self._session.scalars(
            select(FormRow)
            .where(FormRow.assessment_id == assessment)
            .order_by(FormRow.made, FormRow.id)
        )
        return tuple(_form(row) for row in rows)

    def returned(self, assessment: str) -> tuple[ReturnRecord, ...]:
        """What was taken in of them, the oldest first."""
        rows = self._session.scalars(
            select(FormReturnRow)
            .join(FormRow, FormRow.id == FormReturnRow.form_id)
            .where(FormRow.assessment_id == assessment)
            .order_by(FormReturnRow.taken, FormReturnRow.sha256)
        )
        return tuple(_return(row) for row in rows)

    def add(self, record: FormRecord) -> None:
        """Keep that a form was made."""
        self._session.add(
            FormRow(
                id=record.id,
                assessment_id=record.assessment,
                respondent_id=record.respondent,
                kind=record.kind,
                language=record.language,
                made=record.made,
                checksum=record.checksum,
            )
        )
        self._session.flush()

    def add_return(self, record: ReturnRecord) -> None:
        """Keep that a filled form was taken in, of the same the one that was filled last.

        The form is there already.
        """
        known = self._session.get(FormReturnRow, (record.form, record.sha256))
        if known is not None and known.filled >= record.filled:
            return
        self._session.merge(
            FormReturnRow(
                form_id=record.form,
                sha256=record.sha256,
                filled=record.filled,
                taken=record.taken,
                said={aspect.value: sorted(said) for aspect, said in record.said.items()},
            )
        )
        self._session.flush()


def _form(row: FormRow) -> FormRecord:
    return FormRecord(
        row.id,
        row.assessment_id,
        row.respondent_id,
        row.kind,
        row.language,
        row.made,
        row.checksum,
    )


def _return(row: FormReturnRow) -> ReturnRecord:
    said = {Aspect(aspect): frozenset(questions) for aspect, questions in row.said.items()}
    return ReturnRecord(row.form_id, row.sha256, row.filled, row.taken, said)
