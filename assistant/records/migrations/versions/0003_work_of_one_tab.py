"""An exercise's work is written by one tab at a time, and keeps what stood there before and what a model said to it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

COLUMNS = {"tab": sa.String(40), "before": sa.Text(), "by": sa.String(10), "said": sa.Text()}


def upgrade() -> None:
    for name, kind in COLUMNS.items():
        op.add_column("works", sa.Column(name, kind, nullable=False, server_default=""))


def downgrade() -> None:
    for name in COLUMNS:
        op.drop_column("works", name)
