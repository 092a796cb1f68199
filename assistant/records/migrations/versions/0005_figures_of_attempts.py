"""The figures of an attempt stand beside its grade, with an index that holds them all: lists are read without the papers."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

FIGURES = ("score", "passed", "held")
HELD = "grade.failed.injection"


def upgrade() -> None:
    op.add_column("attempts", sa.Column("score", sa.Float(), nullable=False, server_default="0"))
    for name in ("passed", "held"):
        op.add_column("attempts", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.text("false")))
    attempts = sa.table("attempts", sa.column("grade", sa.JSON), *(sa.column(name) for name in FIGURES))
    grade = attempts.c.grade
    op.execute(
        attempts.update().values(
            score=grade["score"].as_float(),
            passed=grade["passed"].as_boolean(),
            held=sa.func.coalesce(grade["failed"].as_string().contains(HELD), sa.false()),
        )
    )
    op.drop_index("ix_attempts_batch_id", "attempts")
    op.create_index("ix_attempts_figures", "attempts", ["batch_id", "id", "person_id", "exercise", "at", *FIGURES])


def downgrade() -> None:
    op.drop_index("ix_attempts_figures", "attempts")
    op.create_index("ix_attempts_batch_id", "attempts", ["batch_id"])
    for name in FIGURES:
        op.drop_column("attempts", name)
