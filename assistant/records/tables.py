"""The tables. A new column is a line here and an Alembic revision in `migrations/versions`."""

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, Index, String, Text, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, validates

HELD = "grade.failed.injection"
"""The reason, among a grade's, that waits for a trainer's eyes."""


def now() -> datetime:
    return datetime.now(UTC)


class Moment(TypeDecorator[datetime]):
    """A moment that says it is UTC; SQLite gives it back without."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


class Base(DeclarativeBase):
    type_annotation_map: ClassVar = {dict[str, Any]: JSON, list[str]: JSON, datetime: Moment}


# ---- who there is ---------------------------------------------------------------------------------------------------


class Person(Base):
    """Somebody who signs in. `secret` is the argon2 hash of a PIN or a password; "" for somebody who was given none yet."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    employee_id: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    designation: Mapped[str] = mapped_column(String(120), default="")
    office: Mapped[str] = mapped_column(String(200), default="")
    district: Mapped[str] = mapped_column(String(80), default="")
    role: Mapped[str] = mapped_column(String(10), default="trainee")
    secret: Mapped[str] = mapped_column(String(200), default="")
    made: Mapped[datetime] = mapped_column(default=now)


class Batch(Base):
    """People who are trained together. `door` is the number on the projector that a trainee signs in with.

    `joining`: whoever knows the door may put himself on the list. `model`, `coach`: whether the room may use them. `sent_to`: the
    exercise that the whole room was sent to; `answers`: those whose model answer was opened for all.
    """

    __tablename__ = "batches"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    door: Mapped[str] = mapped_column(String(8), default="")
    centre: Mapped[str] = mapped_column(String(120), default="")
    labs: Mapped[list[str]] = mapped_column(default=list)
    joining: Mapped[bool] = mapped_column(default=False)
    model: Mapped[bool] = mapped_column(default=True)
    coach: Mapped[bool] = mapped_column(default=True)
    sent_to: Mapped[str] = mapped_column(String(100), default="")
    answers: Mapped[list[str]] = mapped_column(default=list)
    opened: Mapped[datetime] = mapped_column(default=now)
    closed: Mapped[datetime | None] = mapped_column(default=None)


class Trainer(Base):
    """Who trains a batch, and so may see it."""

    __tablename__ = "trainers"

    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)


class Member(Base):
    """Somebody in a batch, and the number of the seat there."""

    __tablename__ = "members"
    __table_args__ = (UniqueConstraint("batch_id", "seat"),)

    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    seat: Mapped[int] = mapped_column()
    person: Mapped[Person] = relationship(lazy="joined")


class SignIn(Base):
    """One time that somebody was signed in, from `began` until it `ended` or ran out. Kept: attendance is read from it.

    `key` is the SHA-256 of the cookie's secret. `seen` is when the browser last asked for anything, to half a minute.
    """

    __tablename__ = "sign_ins"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batches.id"), index=True)
    address: Mapped[str] = mapped_column(String(60), default="")
    began: Mapped[datetime] = mapped_column(default=now)
    seen: Mapped[datetime] = mapped_column(default=now)
    until: Mapped[datetime] = mapped_column()
    ended: Mapped[datetime | None] = mapped_column(default=None)


class Knock(Base):
    """Wrong PINs and passwords of one person or from one address, so that the next try waits longer."""

    __tablename__ = "knocks"

    who: Mapped[str] = mapped_column(String(80), primary_key=True)
    failures: Mapped[int] = mapped_column(default=0)
    at: Mapped[datetime] = mapped_column(default=now)


# ---- what is on a desk ----------------------------------------------------------------------------------------------


class Desk(Base):
    """Where one person works: a browser that nobody signed in at, or somebody's own desk in a batch, which follows from seat to seat.

    `key` is the SHA-256 of what opens it, so the table opens no desk. `tab` names the browser tabs that have seen all there is and so
    may write: the one that wrote last, and one that was opened since. `place` is where on the app the person last moved something,
    `moved` when, `help` since when help is asked for.
    """

    __tablename__ = "desks"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    screen: Mapped[str] = mapped_column(String(2), default="hi")
    tab: Mapped[str] = mapped_column(String(40), default="")
    opened: Mapped[datetime] = mapped_column(default=now)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batches.id"), index=True)
    place: Mapped[str] = mapped_column(String(120), default="")
    moved: Mapped[datetime | None] = mapped_column(default=None)
    help: Mapped[datetime | None] = mapped_column(default=None)
    drafts: Mapped[list["Draft"]] = relationship(
        cascade="all, delete-orphan", order_by="Draft.opened", back_populates="desk"
    )
    works: Mapped[list["Work"]] = relationship(
        cascade="all, delete-orphan", order_by="Work.begun", back_populates="desk"
    )
    attempts: Mapped[list["Attempt"]] = relationship(
        cascade="all, delete-orphan", order_by="Attempt.id", back_populates="desk"
    )


class Draft(Base):
    """One paper in the making: what was typed into its boxes, its prose, and who wrote that. The one
    opened last lies on top.

    `written` is the prose as a model or the form gave it, `prose` as the person left it, `before` as it stood before it was
    written anew. `agreed` is the hash of what the
    person saw and let go to a model.
    """

    __tablename__ = "drafts"

    id: Mapped[int] = mapped_column(primary_key=True)
    desk_key: Mapped[str] = mapped_column(ForeignKey("desks.key", ondelete="CASCADE"), index=True)
    form: Mapped[str] = mapped_column(String(60), default="")
    language: Mapped[str] = mapped_column(String(2), default="hi")
    step: Mapped[int] = mapped_column(default=1)
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    prose: Mapped[str] = mapped_column(Text, default="")
    written: Mapped[str] = mapped_column(Text, default="")
    before: Mapped[str] = mapped_column(Text, default="")
    by: Mapped[str] = mapped_column(String(10), default="")
    model: Mapped[str] = mapped_column(String(200), default="")
    prompt: Mapped[str] = mapped_column(String(100), default="")
    agreed: Mapped[str] = mapped_column(String(64), default="")
    opened: Mapped[datetime] = mapped_column(default=now)
    saved: Mapped[datetime] = mapped_column(default=now, onupdate=now)
    desk: Mapped[Desk] = relationship(back_populates="drafts")


class Work(Base):
    """An exercise that somebody is at: the answer as it stands, saved at every pause.

    `tab` names the browser tabs that may write it, as a desk's does. `before` is the answer as it stood before another text took its place, `by` who
    wrote that text (`model`, `half` of it a model, `offline`, or nobody but the person), `said` what a model answered to the instruction handed in.
    """

    __tablename__ = "works"

    desk_key: Mapped[str] = mapped_column(ForeignKey("desks.key", ondelete="CASCADE"), primary_key=True)
    exercise: Mapped[str] = mapped_column(String(100), primary_key=True)
    tab: Mapped[str] = mapped_column(String(40), default="")
    answer: Mapped[str] = mapped_column(Text, default="")
    before: Mapped[str] = mapped_column(Text, default="")
    by: Mapped[str] = mapped_column(String(10), default="")
    said: Mapped[str] = mapped_column(Text, default="")
    hints: Mapped[int] = mapped_column(default=0)
    begun: Mapped[datetime] = mapped_column(default=now)
    saved: Mapped[datetime] = mapped_column(default=now, onupdate=now)
    desk: Mapped[Desk] = relationship(back_populates="works")


# ---- what was handed in, and what was decided of it -----------------------------------------------------------------


class Attempt(Base):
    """An answer that was handed in, and its grade as it was told then. Attempts are appended, never changed.

    `person_id` and `batch_id` are whose it is; empty where nobody was signed in. `score`, `passed` and `held` (it waits for a
    trainer's eyes) are the grade's: a list of thousands is read from these and their index, without the papers.
    """

    __tablename__ = "attempts"
    __table_args__ = (
        Index("ix_attempts_figures", "batch_id", "id", "person_id", "exercise", "at", "score", "passed", "held"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    desk_key: Mapped[str] = mapped_column(ForeignKey("desks.key", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batches.id"))
    exercise: Mapped[str] = mapped_column(String(100), index=True)
    answer: Mapped[str] = mapped_column(Text)
    grade: Mapped[dict[str, Any]] = mapped_column()
    at: Mapped[datetime] = mapped_column(default=now)
    score: Mapped[float] = mapped_column()
    passed: Mapped[bool] = mapped_column()
    held: Mapped[bool] = mapped_column()
    desk: Mapped[Desk] = relationship(back_populates="attempts")

    @validates("grade")
    def _figures(self, _: str, grade: dict[str, Any]) -> dict[str, Any]:
        self.score, self.passed = float(grade["score"]), bool(grade["passed"])
        self.held = HELD in grade.get("failed", ())
        return grade


class Decision(Base):
    """What a trainer decided, with the reason. Appended, never changed: the mark before it stays, and the later decision counts.

    `kind`: `mark` (`score` and `passed` are the trainer's), `comment`, `return` (to be done again), all of an attempt; `excuse`
    (the exercise needn't be done), of none.
    """

    __tablename__ = "decisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id"), index=True)
    exercise: Mapped[str] = mapped_column(String(100))
    attempt_id: Mapped[int | None] = mapped_column(ForeignKey("attempts.id"), index=True)
    kind: Mapped[str] = mapped_column(String(10))
    score: Mapped[float | None] = mapped_column(default=None)
    passed: Mapped[bool | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(Text)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(default=now)


class Completion(Base):
    """A lab that somebody finished, by what it asked for then: whatever becomes of the lab's file, that is finished.

    `exercises` and `finish` are the lab's as they were (`finish`: how many had to be passed; None: all).
    """

    __tablename__ = "completions"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id"), primary_key=True)
    lab: Mapped[str] = mapped_column(String(100), primary_key=True)
    exercises: Mapped[list[str]] = mapped_column()
    finish: Mapped[int | None] = mapped_column(default=None)
    at: Mapped[datetime] = mapped_column(default=now)


class Entry(Base):
    """A line of the journal: who did what, when, from where. Appended, never changed. `by_id` is empty for the command line."""

    __tablename__ = "journal"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=now, index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batches.id"), index=True)
    what: Mapped[str] = mapped_column(String(40))
    about: Mapped[dict[str, Any]] = mapped_column(default=dict)
    address: Mapped[str] = mapped_column(String(60), default="")
