"""The random id under which a company's scores of a year were given to others."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "contribution",
        sa.Column("company_id", sa.String(), sa.ForeignKey("company.id"), primary_key=True),
        sa.Column("year", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(), nullable=False),
    )
