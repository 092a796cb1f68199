"""Exercises begun, and answers handed in."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "works",
        sa.Column("desk_key", sa.String(64), sa.ForeignKey("desks.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("exercise", sa.String(100), primary_key=True),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("hints", sa.Integer, nullable=False),
        sa.Column("begun", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "attempts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "desk_key", sa.String(64), sa.ForeignKey("desks.key", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("exercise", sa.String(100), nullable=False, index=True),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("grade", sa.JSON, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("attempts")
    op.drop_table("works")
