"""The tables of a workspace, as this version knows them; migrations never import this."""

from __future__ import annotations

from datetime import date

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    String,
    Table,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from digimaturity.store.header import APPLICATION_ID, SCHEMA
from digimaturity.store.records import Json


class Base(DeclarativeBase):
    """All tables; ids are UUIDs as text, times UTC as ISO text."""


class CompanyRow(Base):
    """A firm; `next_due` is when it is to be assessed next, NULL for a year after the last time."""

    __tablename__ = "company"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    country: Mapped[str | None]
    section: Mapped[str | None]
    employees: Mapped[int | None]
    turnover_band: Mapped[str | None]
    contact: Mapped[str]
    notes: Mapped[str]
    created: Mapped[str]
    revision: Mapped[int] = mapped_column()
    archived: Mapped[str | None]
    next_due: Mapped[date | None]

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012 - SQLAlchemy sets it once


class CompanyPlaceRow(Base):
    """Where work on a company stopped; how it is read, its service knows."""

    __tablename__ = "company_place"

    company_id: Mapped[str] = mapped_column(
        ForeignKey("company.id", ondelete="CASCADE"), primary_key=True
    )
    assessment_id: Mapped[str]
    respondent_id: Mapped[str]
    page: Mapped[str]
    place: Mapped[str]


class QuestionnaireRow(Base):
    """A questionnaire as it was when an assessment began; kept for ever."""

    __tablename__ = "questionnaire"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    pack_id: Mapped[str]
    version: Mapped[str]
    document: Mapped[dict[str, object]] = mapped_column(JSON)


class AssessmentRow(Base):
    """One dated assessment of a company; what begins with `kept` is the company's when finished.

    `goes_on_from` is the id of the shorter assessment whose answers it took over; `peer_choice`
    what its peers shall share with the company, like ``country size``, NULL for what fits best.
    """

    __tablename__ = "assessment"

    id: Mapped[str] = mapped_column(primary_key=True)
    company_id: Mapped[str] = mapped_column(ForeignKey("company.id"), index=True)
    questionnaire: Mapped[str] = mapped_column(ForeignKey("questionnaire.fingerprint"))
    day: Mapped[date]
    state: Mapped[str]
    created: Mapped[str]
    finished: Mapped[str | None]
    kept_name: Mapped[str | None]
    kept_country: Mapped[str | None]
    kept_section: Mapped[str | None]
    kept_employees: Mapped[int | None]
    revision: Mapped[int] = mapped_column()
    kept_turnover_band: Mapped[str | None]
    goes_on_from: Mapped[str | None]
    peer_choice: Mapped[str | None]

    __table_args__ = (
        # However often it is asked for, an assessment is gone on with once.
        Index("assessment_goes_on_from", "goes_on_from", unique=True),
        CheckConstraint("state IN ('draft', 'finished')", name="assessment_state"),
        CheckConstraint(
            "(kept_name IS NOT NULL) = (state = 'finished')", name="assessment_kept_company"
        ),
    )
    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012 - SQLAlchemy sets it once


class SignOffRow(Base):
    """What became of an assessment: signed, or opened again to be corrected; lines are only added.

    `document` is all that was signed, `digest` its SHA-256; both are NULL where it was opened.
    `reason` tells why it was.
    """

    __tablename__ = "sign_off"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    assessment_id: Mapped[str] = mapped_column(
        ForeignKey("assessment.id", ondelete="CASCADE"), index=True
    )
    event: Mapped[str]
    at: Mapped[str]
    author: Mapped[str]
    reason: Mapped[str]
    digest: Mapped[str | None]
    document: Mapped[Json] = mapped_column(JSON(none_as_null=True), nullable=True)

    __table_args__ = (
        CheckConstraint("event IN ('signed', 'opened')", name="sign_off_event"),
        CheckConstraint(
            "(event = 'signed') = (digest IS NOT NULL AND document IS NOT NULL)",
            name="sign_off_document",
        ),
        {"sqlite_autoincrement": True},
    )


class RespondentRow(Base):
    """Somebody who answers in one assessment, in the order of `position`."""

    __tablename__ = "respondent"

    id: Mapped[str] = mapped_column(primary_key=True)
    assessment_id: Mapped[str] = mapped_column(
        ForeignKey("assessment.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    viewpoint: Mapped[str]
    name: Mapped[str]
    revision: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012 - SQLAlchemy sets it once


class AnswerLogRow(Base):
    """What was answered, commented or agreed on: lines are only ever added.

    `respondent_id` is empty for what the group said. SQL NULL in the values: nothing there.
    """

    __tablename__ = "answer_log"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessment.id", ondelete="CASCADE"))
    respondent_id: Mapped[str | None] = mapped_column(ForeignKey("respondent.id"))
    question_id: Mapped[str]
    aspect: Mapped[str]
    old_value: Mapped[Json] = mapped_column(JSON(none_as_null=True), nullable=True)
    new_value: Mapped[Json] = mapped_column(JSON(none_as_null=True), nullable=True)
    at: Mapped[str]
    author: Mapped[str]

    __table_args__ = (
        CheckConstraint(
            "aspect IN"
            " ('answer', 'comment', 'consensus', 'evidence', 'review', 'reason', 'parked')",
            name="answer_log_aspect",
        ),
        CheckConstraint(
            "(respondent_id IS NULL) = (aspect IN ('consensus', 'reason', 'parked'))",
            name="answer_log_respondent",
        ),
        # The last line of a key, and all keys of an assessment, are found in the index alone.
        Index("answer_log_key", "assessment_id", "respondent_id", "question_id", "aspect", "id"),
        # SQLite never gives the id of a deleted line again.
        {"sqlite_autoincrement": True},
    )


class AttachmentRow(Base):
    """A file that shows what was answered; with `removed` it is as good as gone.

    A removed one is kept until the workspace is opened the next time, so that it can come back.
    """

    __tablename__ = "attachment"

    id: Mapped[str] = mapped_column(primary_key=True)
    assessment_id: Mapped[str] = mapped_column(
        ForeignKey("assessment.id", ondelete="CASCADE"), index=True
    )
    respondent_id: Mapped[str] = mapped_column(ForeignKey("respondent.id"))
    question_id: Mapped[str]
    name: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    added: Mapped[str]
    removed: Mapped[str | None]


class AttachmentPartRow(Base):
    """A piece of an attached file, numbered from 0: no transaction has to write all of a large one.

    In a table of its own, since SQLite writes a whole row anew when any of it is changed.
    """

    __tablename__ = "attachment_part"

    attachment_id: Mapped[str] = mapped_column(
        ForeignKey("attachment.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes]


class FormRow(Base):
    """A form made for somebody who takes part, to be filled without the application.

    `kind` is ``pdf`` or ``html``, `made` a UTC time, `checksum` that of all that identifies it.
    """

    __tablename__ = "form"

    id: Mapped[str] = mapped_column(primary_key=True)
    assessment_id: Mapped[str] = mapped_column(
        ForeignKey("assessment.id", ondelete="CASCADE"), index=True
    )
    respondent_id: Mapped[str] = mapped_column(ForeignKey("respondent.id", ondelete="CASCADE"))
    kind: Mapped[str]
    language: Mapped[str]
    made: Mapped[str]
    checksum: Mapped[str]


class FormReturnRow(Base):
    """A filled form that was taken in; `sha256` is of its content, by which it is known again.

    `filled` is the UTC time when it was saved, empty where it does not say; `said` lists of which
    questions it had an answer, and of which a comment: a later one goes before it there.
    """

    __tablename__ = "form_return"

    form_id: Mapped[str] = mapped_column(
        ForeignKey("form.id", ondelete="CASCADE"), primary_key=True
    )
    sha256: Mapped[str] = mapped_column(primary_key=True)
    filled: Mapped[str]
    taken: Mapped[str]
    said: Mapped[dict[str, list[str]]] = mapped_column(JSON)


class PlanLogRow(Base):
    """What a company put down for its roadmap: lines are only ever added, as in the answer log.

    `part` and `key` tell the place (`domain.roadmap.book`); SQL NULL in the values: nothing there.
    """

    __tablename__ = "plan_log"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    company_id: Mapped[str] = mapped_column(ForeignKey("company.id", ondelete="CASCADE"))
    part: Mapped[str]
    key: Mapped[str]
    old_value: Mapped[Json] = mapped_column(JSON(none_as_null=True), nullable=True)
    new_value: Mapped[Json] = mapped_column(JSON(none_as_null=True), nullable=True)
    at: Mapped[str]
    author: Mapped[str]

    __table_args__ = (
        Index("plan_log_key", "company_id", "part", "key", "id"),
        {"sqlite_autoincrement": True},
    )


class ContributionRow(Base):
    """The random id under which a company's scores of one year are given to others.

    Nothing of the company is in it; who has it here recognises the same firm twice in a year.
    """

    __tablename__ = "contribution"

    company_id: Mapped[str] = mapped_column(ForeignKey("company.id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str]


class ReportChoicesRow(Base):
    """What the user chose for the reports of an assessment; how it is read, its service knows."""

    __tablename__ = "report_choices"

    assessment_id: Mapped[str] = mapped_column(
        ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True
    )
    document: Mapped[dict[str, object]] = mapped_column(JSON)


#: The logs are append-only: lines go only together with their whole assessment, or company.
TRIGGERS = (
    """CREATE TRIGGER answer_log_no_update BEFORE UPDATE ON answer_log
BEGIN SELECT RAISE(ABORT, 'the answer log is append-only'); END""",
    """CREATE TRIGGER answer_log_no_delete BEFORE DELETE ON answer_log
WHEN EXISTS (SELECT 1 FROM assessment WHERE id = OLD.assessment_id)
BEGIN SELECT RAISE(ABORT, 'the answer log is append-only'); END""",
    """CREATE TRIGGER plan_log_no_update BEFORE UPDATE ON plan_log
BEGIN SELECT RAISE(ABORT, 'the plan log is append-only'); END""",
    """CREATE TRIGGER plan_log_no_delete BEFORE DELETE ON plan_log
WHEN EXISTS (SELECT 1 FROM company WHERE id = OLD.company_id)
BEGIN SELECT RAISE(ABORT, 'the plan log is append-only'); END""",
    """CREATE TRIGGER sign_off_no_update BEFORE UPDATE ON sign_off
BEGIN SELECT RAISE(ABORT, 'what was signed is kept'); END""",
    """CREATE TRIGGER sign_off_no_delete BEFORE DELETE ON sign_off
WHEN EXISTS (SELECT 1 FROM assessment WHERE id = OLD.assessment_id)
BEGIN SELECT RAISE(ABORT, 'what was signed is kept'); END""",
)

#: Alembic's own table, so that a new workspace can be stamped without importing Alembic.
_STAMP = Table(
    "alembic_version",
    Base.metadata,
    Column("version_num", String(32), primary_key=True),
)
_STAMP.primary_key.name = "alembic_version_pkc"


def create_all(connection: Connection) -> None:
    """Make every table, trigger and mark of a new workspace."""
    Base.metadata.create_all(connection)
    for trigger in TRIGGERS:
        connection.exec_driver_sql(trigger)
    connection.execute(_STAMP.insert().values(version_num=f"{SCHEMA:04d}"))
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
