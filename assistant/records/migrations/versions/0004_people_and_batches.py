"""People, batches, what was decided and who did what; desks and attempts are somebody's where one was signed in."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

MOMENT = sa.DateTime(timezone=True)


def _person(name: str = "person_id", **options: Any) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey("people.id"), **options)


def _batch(**options: Any) -> sa.Column[int]:
    return sa.Column("batch_id", sa.Integer, sa.ForeignKey("batches.id"), **options)


def upgrade() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("employee_id", sa.String(40), nullable=False, unique=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("designation", sa.String(120), nullable=False),
        sa.Column("office", sa.String(200), nullable=False),
        sa.Column("district", sa.String(80), nullable=False),
        sa.Column("role", sa.String(10), nullable=False),
        sa.Column("secret", sa.String(200), nullable=False),
        sa.Column("made", MOMENT, nullable=False),
    )
    op.create_table(
        "batches",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("code", sa.String(40), nullable=False, unique=True),
        sa.Column("door", sa.String(8), nullable=False),
        sa.Column("centre", sa.String(120), nullable=False),
        sa.Column("labs", sa.JSON, nullable=False),
        sa.Column("joining", sa.Boolean, nullable=False),
        sa.Column("model", sa.Boolean, nullable=False),
        sa.Column("coach", sa.Boolean, nullable=False),
        sa.Column("sent_to", sa.String(100), nullable=False),
        sa.Column("answers", sa.JSON, nullable=False),
        sa.Column("opened", MOMENT, nullable=False),
        sa.Column("closed", MOMENT),
    )
    op.create_table("trainers", _batch(primary_key=True), _person(primary_key=True, index=True))
    op.create_table(
        "members",
        _batch(primary_key=True),
        _person(primary_key=True, index=True),
        sa.Column("seat", sa.Integer, nullable=False),
        sa.UniqueConstraint("batch_id", "seat"),
    )
    op.create_table(
        "sign_ins",
        sa.Column("key", sa.String(64), primary_key=True),
        _person(nullable=False, index=True),
        _batch(index=True),
        sa.Column("address", sa.String(60), nullable=False),
        sa.Column("began", MOMENT, nullable=False),
        sa.Column("seen", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.Column("ended", MOMENT),
    )
    op.create_table(
        "knocks",
        sa.Column("who", sa.String(80), primary_key=True),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    for table in ("desks", "attempts"):
        # As text: what Alembic makes of a new column with a reference is more than SQLite's ALTER TABLE takes.
        for column, other in (("person_id", "people"), ("batch_id", "batches")):
            op.execute(f"ALTER TABLE {table} ADD COLUMN {column} INTEGER REFERENCES {other} (id)")
            op.create_index(f"ix_{table}_{column}", table, [column])
    op.add_column("desks", sa.Column("place", sa.String(120), nullable=False, server_default=""))
    op.add_column("desks", sa.Column("moved", MOMENT))
    op.add_column("desks", sa.Column("help", MOMENT))
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, primary_key=True),
        _person(nullable=False, index=True),
        _batch(nullable=False, index=True),
        sa.Column("exercise", sa.String(100), nullable=False),
        sa.Column("attempt_id", sa.Integer, sa.ForeignKey("attempts.id"), index=True),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("score", sa.Float),
        sa.Column("passed", sa.Boolean),
        sa.Column("reason", sa.Text, nullable=False),
        _person("by_id"),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_table(
        "completions",
        _person(primary_key=True),
        _batch(primary_key=True),
        sa.Column("lab", sa.String(100), primary_key=True),
        sa.Column("exercises", sa.JSON, nullable=False),
        sa.Column("finish", sa.Integer),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", MOMENT, nullable=False, index=True),
        _person("by_id"),
        _batch(index=True),
        sa.Column("what", sa.String(40), nullable=False),
        sa.Column("about", sa.JSON, nullable=False),
        sa.Column("address", sa.String(60), nullable=False),
    )


def downgrade() -> None:
    for table in ("journal", "completions", "decisions", "knocks", "sign_ins", "members", "trainers"):
        op.drop_table(table)
    for column in ("help", "moved", "place"):
        op.drop_column("desks", column)
    for table in ("attempts", "desks"):
        for column in ("batch_id", "person_id"):
            op.drop_index(f"ix_{table}_{column}", table)
            op.drop_column(table, column)
    op.drop_table("batches")
    op.drop_table("people")
