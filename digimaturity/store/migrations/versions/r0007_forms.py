"""Forms for people without the application; why a group agreed, and what it put off."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

TRIGGERS = (
    """CREATE TRIGGER answer_log_no_update BEFORE UPDATE ON answer_log
BEGIN SELECT RAISE(ABORT, 'the answer log is append-only'); END""",
    """CREATE TRIGGER answer_log_no_delete BEFORE DELETE ON answer_log
WHEN EXISTS (SELECT 1 FROM assessment WHERE id = OLD.assessment_id)
BEGIN SELECT RAISE(ABORT, 'the answer log is append-only'); END""",
)


def upgrade() -> None:
    op.create_table(
        "form",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("assessment_id", sa.String(), nullable=False),
        sa.Column("respondent_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("made", sa.String(), nullable=False),
        sa.Column("checksum", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["respondent_id"], ["respondent.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_form_assessment_id", "form", ["assessment_id"])
    op.create_table(
        "form_return",
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("filled", sa.String(), nullable=False),
        sa.Column("taken", sa.String(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["form_id"], ["form.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("form_id", "sha256"),
    )
    _more_aspects()


def _more_aspects() -> None:
    """SQLite changes no check of a table: its lines are copied, ids and the next one included."""
    connection = op.get_bind()
    for trigger in ("answer_log_no_update", "answer_log_no_delete"):
        op.execute(f"DROP TRIGGER {trigger}")
    op.drop_index("answer_log_key", "answer_log")
    op.rename_table("answer_log", "answer_log_before")
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
            "aspect IN"
            " ('answer', 'comment', 'consensus', 'evidence', 'review', 'reason', 'parked')",
            name="answer_log_aspect",
        ),
        sa.CheckConstraint(
            "(respondent_id IS NULL) = (aspect IN ('consensus', 'reason', 'parked'))",
            name="answer_log_respondent",
        ),
        sqlite_autoincrement=True,
    )
    op.execute("INSERT INTO answer_log SELECT * FROM answer_log_before ORDER BY id")
    next_ids: dict[str, int] = dict(
        connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence").fetchall()
    )
    connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = 'answer_log'")
    if next_ids.get("answer_log_before"):
        connection.exec_driver_sql(
            "INSERT INTO sqlite_sequence (name, seq) VALUES ('answer_log', ?)",
            (next_ids["answer_log_before"],),
        )
    op.drop_table("answer_log_before")
    op.create_index(
        "answer_log_key",
        "answer_log",
        ["assessment_id", "respondent_id", "question_id", "aspect", "id"],
    )
    for trigger in TRIGGERS:
        op.execute(trigger)
