"""What was signed and corrected, and when a company is to be assessed next."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

TRIGGERS = (
    """CREATE TRIGGER sign_off_no_update BEFORE UPDATE ON sign_off
BEGIN SELECT RAISE(ABORT, 'what was signed is kept'); END""",
    """CREATE TRIGGER sign_off_no_delete BEFORE DELETE ON sign_off
WHEN EXISTS (SELECT 1 FROM assessment WHERE id = OLD.assessment_id)
BEGIN SELECT RAISE(ABORT, 'what was signed is kept'); END""",
)


def upgrade() -> None:
    op.add_column("company", sa.Column("next_due", sa.Date()))
    op.create_table(
        "sign_off",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column(
            "assessment_id",
            sa.String(),
            sa.ForeignKey("assessment.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("digest", sa.String()),
        sa.Column("document", sa.JSON()),
        sa.CheckConstraint("event IN ('signed', 'opened')", name="sign_off_event"),
        sa.CheckConstraint(
            "(event = 'signed') = (digest IS NOT NULL AND document IS NOT NULL)",
            name="sign_off_document",
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sign_off_assessment_id", "sign_off", ["assessment_id"])
    for trigger in TRIGGERS:
        op.execute(trigger)
