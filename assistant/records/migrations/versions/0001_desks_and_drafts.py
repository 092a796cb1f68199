"""Desks and drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "desks",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("screen", sa.String(2), nullable=False),
        sa.Column("tab", sa.String(40), nullable=False),
        sa.Column("opened", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "desk_key", sa.String(64), sa.ForeignKey("desks.key", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("form", sa.String(60), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("answers", sa.JSON, nullable=False),
        sa.Column("prose", sa.Text, nullable=False),
        sa.Column("written", sa.Text, nullable=False),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("by", sa.String(10), nullable=False),
        sa.Column("model", sa.String(200), nullable=False),
        sa.Column("prompt", sa.String(100), nullable=False),
        sa.Column("agreed", sa.String(64), nullable=False),
        sa.Column("opened", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("drafts")
    op.drop_table("desks")
