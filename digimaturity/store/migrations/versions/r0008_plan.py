"""What companies put down for their roadmaps."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

TRIGGERS = (
    """CREATE TRIGGER plan_log_no_update BEFORE UPDATE ON plan_log
BEGIN SELECT RAISE(ABORT, 'the plan log is append-only'); END""",
    """CREATE TRIGGER plan_log_no_delete BEFORE DELETE ON plan_log
WHEN EXISTS (SELECT 1 FROM company WHERE id = OLD.company_id)
BEGIN SELECT RAISE(ABORT, 'the plan log is append-only'); END""",
)


def upgrade() -> None:
    op.create_table(
        "plan_log",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column(
            "company_id",
            sa.String(),
            sa.ForeignKey("company.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("old_value", sa.JSON()),
        sa.Column("new_value", sa.JSON()),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("plan_log_key", "plan_log", ["company_id", "part", "key", "id"])
    for trigger in TRIGGERS:
        op.execute(trigger)
