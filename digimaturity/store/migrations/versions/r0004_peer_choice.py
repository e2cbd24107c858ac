"""With whom the user wants an assessment to be compared."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("assessment", sa.Column("peer_choice", sa.String()))
