"""The first workspace: companies, questionnaires, assessments, respondents, answer log."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NO_UPDATE = """CREATE TRIGGER answer_log_no_update BEFORE UPDATE ON answer_log
BEGIN SELECT RAISE(ABORT, 'the answer log is append-only'); END"""
NO_DELETE = """CREATE TRIGGER answer_log_no_delete BEFORE DELETE ON answer_log
WHEN EXISTS (SELECT 1 FROM assessment WHERE id = OLD.assessment_id)
BEGIN SELECT RAISE(ABORT, 'the answer log is append-only'); END"""


def upgrade() -> None:
    op.create_table(
        "company",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("country", sa.String()),
        sa.Column("section", sa.String()),
        sa.Column("employees", sa.Integer()),
        sa.Column("turnover_band", sa.String()),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
    )
    op.create_table(
        "questionnaire",
        sa.Column("fingerprint", sa.String(), primary_key=True),
        sa.Column("pack_id", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
    )
    op.create_table(
        "assessment",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("company_id", sa.String(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column(
            "questionnaire",
            sa.String(),
            sa.ForeignKey("questionnaire.fingerprint"),
            nullable=False,
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("finished", sa.String()),
        sa.Column("kept_name", sa.String()),
        sa.Column("kept_country", sa.String()),
        sa.Column("kept_section", sa.String()),
        sa.Column("kept_employees", sa.Integer()),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('draft', 'finished')", name="assessment_state"),
        sa.CheckConstraint(
            "(kept_name IS NOT NULL) = (state = 'finished')", name="assessment_kept_company"
        ),
    )
    op.create_index("ix_assessment_company_id", "assessment", ["company_id"])
    op.create_table(
        "respondent",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column(
            "assessment_id",
            sa.String(),
            sa.ForeignKey("assessment.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("viewpoint", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
    )
    op.create_index("ix_respondent_assessment_id", "respondent", ["assessment_id"])
    _create_log()


def _create_log() -> None:
    op.create_table(
        "answer_log",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column(
            "assessment_id",
            sa.String(),
            sa.ForeignKey("assessment.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("respondent_id", sa.String(), sa.ForeignKey("respondent.id")),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("aspect", sa.String(), nullable=False),
        sa.Column("old_value", sa.JSON()),
        sa.Column("new_value", sa.JSON()),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.CheckConstraint(
            "aspect IN ('answer', 'comment', 'consensus')", name="answer_log_aspect"
        ),
        sa.CheckConstraint(
            "(respondent_id IS NULL) = (aspect = 'consensus')", name="answer_log_respondent"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "answer_log_key",
        "answer_log",
        ["assessment_id", "respondent_id", "question_id", "aspect", "id"],
    )
    op.execute(NO_UPDATE)
    op.execute(NO_DELETE)
