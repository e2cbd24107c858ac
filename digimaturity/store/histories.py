"""One company's whole history, read and written as it is: ids, times and revisions included."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, cast

from sqlalchemy import (
    Connection,
    Select,
    String,
    Table,
    delete,
    func,
    insert,
    or_,
    select,
    type_coerce,
    update,
)

from digimaturity.store.attachments import add_piece, content_of
from digimaturity.store.history import (
    History,
    KeptAssessment,
    KeptCompany,
    KeptDetails,
    KeptFile,
    KeptPerson,
    KeptSignOff,
    Line,
    SignMark,
)
from digimaturity.store.pieces import pieces_of
from digimaturity.store.plan_log import PlanLog
from digimaturity.store.records import Json, PlanLine
from digimaturity.store.tables import (
    AnswerLogRow,
    AssessmentRow,
    AttachmentRow,
    CompanyRow,
    ContributionRow,
    PlanLogRow,
    QuestionnaireRow,
    ReportChoicesRow,
    RespondentRow,
    SignOffRow,
)

#: So many lines of the log are sent at a time.
_AT_ONCE = 500

_COMPANY = cast(Table, CompanyRow.__table__)
_ASSESSMENT = cast(Table, AssessmentRow.__table__)
_PERSON = cast(Table, RespondentRow.__table__)
_LOG = cast(Table, AnswerLogRow.__table__)
_FILE = cast(Table, AttachmentRow.__table__)
_REPORT = cast(Table, ReportChoicesRow.__table__)
_QUESTIONNAIRE = cast(Table, QuestionnaireRow.__table__)
_GIVEN = cast(Table, ContributionRow.__table__)
_PLAN = cast(Table, PlanLogRow.__table__)
_SIGNED = cast(Table, SignOffRow.__table__)

#: Where the columns of a finished assessment keep the company of that day.
_DETAILS = ("name", "country", "section", "employees", "turnover_band")


#: The values as the texts that they are: most are the same as some before.
_LINE = (
    _LOG.c.assessment_id,
    _LOG.c.respondent_id,
    _LOG.c.question_id,
    _LOG.c.aspect,
    type_coerce(_LOG.c.old_value, String),
    type_coerce(_LOG.c.new_value, String),
    _LOG.c.at,
    _LOG.c.author,
)

#: By hand, since SQLAlchemy takes several times as long for many lines.
_ADD_LINE = (
    "INSERT INTO answer_log (assessment_id, respondent_id, question_id, aspect, old_value, "
    "new_value, at, author) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


class Histories:
    """Reads and writes within one transaction; what is written has been checked by the caller."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # -- reading

    def get(self, company: str) -> History | None:
        """All but the answer log and the contents of files; files that were removed are out."""
        found = (
            self._connection.execute(select(_COMPANY).where(_COMPANY.c.id == company))
            .mappings()
            .first()
        )
        if found is None:
            return None
        rows = self._connection.execute(
            select(_ASSESSMENT)
            .where(_ASSESSMENT.c.company_id == company)
            .order_by(_ASSESSMENT.c.day, _ASSESSMENT.c.created, _ASSESSMENT.c.id)
        )
        assessments = tuple(self._assessment(row) for row in rows.mappings().all())
        files = tuple(one for kept in assessments for one in self.files(kept.id))
        fields = {name: found[name] for name in KeptCompany.__slots__}
        if fields["next_due"] is not None:
            fields["next_due"] = fields["next_due"].isoformat()
        return History(KeptCompany(**fields), assessments, files)

    def _assessment(self, row: Mapping[Any, Any]) -> KeptAssessment:
        people = self._connection.execute(
            select(_PERSON).where(_PERSON.c.assessment_id == row["id"]).order_by(_PERSON.c.position)
        )
        report = self._connection.execute(
            select(_REPORT.c.document).where(_REPORT.c.assessment_id == row["id"])
        ).scalar()
        details = {name: row[f"kept_{name}"] for name in _DETAILS}
        return KeptAssessment(
            id=row["id"],
            questionnaire=row["questionnaire"],
            day=row["day"].isoformat(),
            state=row["state"],
            created=row["created"],
            finished=row["finished"],
            company=None if row["kept_name"] is None else KeptDetails(**details),
            revision=row["revision"],
            goes_on_from=row["goes_on_from"],
            peer_choice=row["peer_choice"],
            people=tuple(
                KeptPerson(one.id, one.position, one.viewpoint, one.name, one.revision)
                for one in people
            ),
            report=report,
        )

    def files(self, assessment: str, *, removed: bool = False) -> tuple[KeptFile, ...]:
        """The attached files of an assessment; with `removed` only those that were removed."""
        wanted = _FILE.c.removed.is_not(None) if removed else _FILE.c.removed.is_(None)
        columns = [column for column in _FILE.c if column.name != "removed"]
        rows = self._connection.execute(
            select(*columns)
            .where(_FILE.c.assessment_id == assessment, wanted)
            .order_by(_FILE.c.added, _FILE.c.id)
        )
        return tuple(KeptFile(*row) for row in rows)

    def lines(self, assessment: str) -> Iterator[Line]:
        """The answer log of an assessment, oldest first, a few lines at a time."""
        rows = self._connection.execute(
            select(*_LINE).where(_LOG.c.assessment_id == assessment).order_by(_LOG.c.id),
            execution_options={"yield_per": _AT_ONCE},
        )
        for key, person, question, aspect, old, new, at, by in rows:
            yield Line(key, person, question, aspect, _read(old), _read(new), at, by)

    def count_lines(self, company: str) -> int:
        """How many lines the answer log has of a company."""
        return self._connection.execute(
            select(func.count()).where(_LOG.c.assessment_id.in_(_of(company)))
        ).scalar_one()

    def roadmap(self, company: str) -> tuple[PlanLine, ...]:
        """The log of a company's roadmap, oldest first."""
        return PlanLog(self._connection).lines(company)

    def sign_offs(self, assessment: str) -> Iterator[KeptSignOff]:
        """What became of an assessment, oldest first, one line at a time: documents are large."""
        ids = select(_SIGNED.c.id).where(_SIGNED.c.assessment_id == assessment)
        for (line,) in self._connection.execute(ids.order_by(_SIGNED.c.id)).fetchall():
            columns = [column for column in _SIGNED.c if column.name != "id"]
            row = self._connection.execute(select(*columns).where(_SIGNED.c.id == line)).one()
            yield KeptSignOff(*row)

    def sign_marks(self, assessment: str) -> frozenset[SignMark]:
        """By what the same lines are known, without what was signed."""
        columns = (_SIGNED.c.assessment_id, _SIGNED.c.event, _SIGNED.c.at, _SIGNED.c.digest)
        rows = self._connection.execute(
            select(*columns).where(_SIGNED.c.assessment_id == assessment)
        )
        return frozenset(SignMark(*row) for row in rows)

    def count_sign_offs(self, company: str) -> int:
        """How many such lines there are of a company."""
        return self._connection.execute(
            select(func.count()).where(_SIGNED.c.assessment_id.in_(_of(company)))
        ).scalar_one()

    def carries(self, company: str) -> bool:
        """Whether any answer of the company was ever taken over from an earlier year."""
        texts = (type_coerce(column, String) for column in (_LOG.c.old_value, _LOG.c.new_value))
        carried = or_(*(text.contains('"carried"') for text in texts))
        found = select(_LOG.c.id).where(_LOG.c.assessment_id.in_(_of(company)), carried)
        return self._connection.execute(found.limit(1)).scalar() is not None

    def questionnaire(self, fingerprint: str) -> Mapping[str, object] | None:
        """The document of a questionnaire, if it is kept here."""
        document: Mapping[str, object] | None = self._connection.execute(
            select(_QUESTIONNAIRE.c.document).where(_QUESTIONNAIRE.c.fingerprint == fingerprint)
        ).scalar()
        return document

    def content(self, file: str) -> bytes:
        """The bytes of an attached file."""
        return content_of(self._connection, file)

    def companies_called(self, name: str) -> tuple[str, ...]:
        """The ids of the companies with exactly this name."""
        return tuple(
            self._connection.execute(select(_COMPANY.c.id).where(_COMPANY.c.name == name)).scalars()
        )

    def owner_of_assessment(self, assessment: str) -> str | None:
        """The company that an assessment belongs to, None where there is no such assessment."""
        return self._connection.execute(
            select(_ASSESSMENT.c.company_id).where(_ASSESSMENT.c.id == assessment)
        ).scalar()

    def owner_of_person(self, person: str) -> str | None:
        """The assessment in which somebody takes part, None where there is no such person."""
        return self._connection.execute(
            select(_PERSON.c.assessment_id).where(_PERSON.c.id == person)
        ).scalar()

    def owner_of_file(self, file: str) -> str | None:
        """The assessment that a file belongs to, removed or not; None where there is none."""
        return self._connection.execute(
            select(_FILE.c.assessment_id).where(_FILE.c.id == file)
        ).scalar()

    def stamp(self, company: str) -> str:
        """A text that is another one as soon as anything of the company has changed."""
        parts: list[Select[Any]] = [
            select(_COMPANY.c.revision).where(_COMPANY.c.id == company),
            select(_all("%s.%s", _ASSESSMENT.c.id, _ASSESSMENT.c.revision)).where(
                _ASSESSMENT.c.company_id == company
            ),
            select(func.max(_LOG.c.id)).where(_LOG.c.assessment_id.in_(_of(company))),
            select(_all("%s.%s", _PERSON.c.id, _PERSON.c.revision)).where(
                _PERSON.c.assessment_id.in_(_of(company))
            ),
            select(_all("%s.%s", _FILE.c.id, func.ifnull(_FILE.c.removed, ""))).where(
                _FILE.c.assessment_id.in_(_of(company))
            ),
            select(func.max(_PLAN.c.id)).where(_PLAN.c.company_id == company),
            select(func.max(_SIGNED.c.id)).where(_SIGNED.c.assessment_id.in_(_of(company))),
            select(_all("%s.%s", _REPORT.c.assessment_id, _REPORT.c.document)).where(
                _REPORT.c.assessment_id.in_(_of(company))
            ),
        ]
        return "|".join(str(self._connection.execute(part).scalar()) for part in parts)

    # -- writing

    def add_company(self, company: KeptCompany) -> None:
        """Add a company with its own id."""
        self._connection.execute(insert(_COMPANY), _company_values(company))

    def change_company(self, company: KeptCompany) -> None:
        """Write a company that is there."""
        values = _company_values(company)
        self._connection.execute(
            update(_COMPANY).where(_COMPANY.c.id == company.id).values(**values)
        )

    def renew(self, company: KeptCompany) -> None:
        """Put a company in the place of the one with its id, and take away all that is that one's.

        Only the ids under which its scores were given to others stay. Logs go with what they tell
        of, so the company itself is deleted.
        """
        own = _ASSESSMENT.c.company_id == company.id
        given = select(_GIVEN).where(_GIVEN.c.company_id == company.id)
        ids = [dict(row) for row in self._connection.execute(given).mappings()]
        self._connection.execute(update(_ASSESSMENT).where(own).values(goes_on_from=None))
        self._connection.execute(delete(_ASSESSMENT).where(own))
        self._connection.execute(delete(_GIVEN).where(_GIVEN.c.company_id == company.id))
        self._connection.execute(delete(_COMPANY).where(_COMPANY.c.id == company.id))
        self.add_company(company)
        if ids:
            self._connection.execute(insert(_GIVEN), ids)

    def add_questionnaire(self, fingerprint: str, document: Mapping[str, object]) -> None:
        """Keep a questionnaire for ever, once."""
        if self.questionnaire(fingerprint) is None:
            self._connection.execute(
                insert(_QUESTIONNAIRE),
                {
                    "fingerprint": fingerprint,
                    "pack_id": document["id"],
                    "version": document["version"],
                    "document": document,
                },
            )

    def add_assessment(self, company: str, kept: KeptAssessment) -> None:
        """Add an assessment with its people and report choices."""
        self._connection.execute(
            insert(_ASSESSMENT), {"id": kept.id, "company_id": company, **_values(kept)}
        )
        for person in kept.people:
            self.add_person(kept.id, person)
        self._keep_report(kept)

    def change_assessment(self, kept: KeptAssessment) -> None:
        """Write an assessment that is there, and what reports of it shall look like."""
        self._connection.execute(
            update(_ASSESSMENT).where(_ASSESSMENT.c.id == kept.id).values(**_values(kept))
        )
        self._connection.execute(delete(_REPORT).where(_REPORT.c.assessment_id == kept.id))
        self._keep_report(kept)

    def _keep_report(self, kept: KeptAssessment) -> None:
        if kept.report is not None:
            values = {"assessment_id": kept.id, "document": dict(kept.report)}
            self._connection.execute(insert(_REPORT), values)

    def add_person(self, assessment: str, person: KeptPerson) -> None:
        """Let somebody take part."""
        values = {name: getattr(person, name) for name in KeptPerson.__slots__}
        self._connection.execute(insert(_PERSON), {"assessment_id": assessment, **values})

    def change_person(self, person: KeptPerson) -> None:
        """Write somebody who takes part."""
        values = {name: getattr(person, name) for name in KeptPerson.__slots__}
        self._connection.execute(update(_PERSON).where(_PERSON.c.id == person.id).values(**values))

    def add_lines(self, lines: Iterable[Line]) -> int:
        """Add lines to the log with their own times and authors, and return how many."""
        count, waiting = 0, iter(lines)
        while some := list(islice(waiting, _AT_ONCE)):
            self._connection.exec_driver_sql(_ADD_LINE, [_line_values(line) for line in some])
            count += len(some)
        return count

    def add_roadmap(self, company: str, lines: Iterable[PlanLine]) -> int:
        """Add lines to the log of the roadmap with their own times and authors; how many."""
        some = list(lines)
        PlanLog(self._connection).append(company, some)
        return len(some)

    def add_sign_off(self, line: KeptSignOff) -> None:
        """Add a line of what became of an assessment, after all that are there."""
        values = {name: getattr(line, name) for name in KeptSignOff.__slots__}
        values["assessment_id"], values["author"] = values.pop("assessment"), values.pop("by")
        self._connection.execute(insert(_SIGNED), values)

    def add_file(self, file: KeptFile, content: bytes) -> None:
        """Attach a file."""
        self._connection.execute(
            insert(_FILE).values(
                id=file.id,
                assessment_id=file.assessment,
                respondent_id=file.respondent,
                question_id=file.question,
                name=file.name,
                size=file.size,
                sha256=file.sha256,
                added=file.added,
            )
        )
        for number, piece in enumerate(pieces_of(content)):
            add_piece(self._connection, file.id, number, piece)


def _read(text: str | float | None) -> Json:
    """A value as the log keeps it; SQLite makes a number of what looks like one."""
    value: Json = json.loads(text) if isinstance(text, str) else text
    return value


def _line_values(line: Line) -> tuple[str | None, ...]:
    return (
        line.assessment,
        line.respondent,
        line.question,
        line.aspect,
        None if line.old is None else json.dumps(line.old),
        None if line.new is None else json.dumps(line.new),
        line.at,
        line.by,
    )


def _all(form: str, *columns: object) -> Any:  # noqa: ANN401 - an expression of SQLAlchemy's
    return func.group_concat(func.printf(form, *columns))


def _of(company: str) -> Select[Any]:
    return select(_ASSESSMENT.c.id).where(_ASSESSMENT.c.company_id == company)


def _company_values(company: KeptCompany) -> dict[str, object]:
    values = {name: getattr(company, name) for name in KeptCompany.__slots__}
    if company.next_due is not None:
        values["next_due"] = date.fromisoformat(company.next_due)
    return values


def _values(kept: KeptAssessment) -> dict[str, object]:
    return {
        "questionnaire": kept.questionnaire,
        "day": date.fromisoformat(kept.day),
        "state": kept.state,
        "created": kept.created,
        "finished": kept.finished,
        "revision": kept.revision,
        "goes_on_from": kept.goes_on_from,
        "peer_choice": kept.peer_choice,
        **{
            f"kept_{name}": None if kept.company is None else getattr(kept.company, name)
            for name in _DETAILS
        },
    }
