"""The turnover that a finished assessment keeps, and which shorter one it goes on from."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("assessment", sa.Column("kept_turnover_band", sa.String()))
    op.add_column("assessment", sa.Column("goes_on_from", sa.String()))
    op.create_index("assessment_goes_on_from", "assessment", ["goes_on_from"], unique=True)
