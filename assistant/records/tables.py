"""The tables. A new column is a line here and an Alembic revision in `migrations/versions`."""

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, DateTime, ForeignKey, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


def now() -> datetime:
    return datetime.now(UTC)


class Base(DeclarativeBase):
    type_annotation_map: ClassVar = {dict[str, Any]: JSON, datetime: DateTime(timezone=True)}


class Desk(Base):
    """One browser at work for one person. `key` is the SHA-256 of the cookie's secret, so the table opens no desk.

    `tab` is the browser tab that may write: another one that opens the same desk takes it over.
    """

    __tablename__ = "desks"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    screen: Mapped[str] = mapped_column(String(2), default="hi")
    tab: Mapped[str] = mapped_column(String(40), default="")
    opened: Mapped[datetime] = mapped_column(default=now)
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

    `tab` is the browser tab that may write it. `before` is the answer as it stood before another text took its place, `by` who
    wrote that text (`model`, `offline`, or nobody but the person), `said` what a model answered to the instruction handed in.
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


class Attempt(Base):
    """An answer that was handed in, and its grade as it was told then. Attempts are appended, never changed."""

    __tablename__ = "attempts"

    id: Mapped[int] = mapped_column(primary_key=True)
    desk_key: Mapped[str] = mapped_column(ForeignKey("desks.key", ondelete="CASCADE"), index=True)
    exercise: Mapped[str] = mapped_column(String(100), index=True)
    answer: Mapped[str] = mapped_column(Text)
    grade: Mapped[dict[str, Any]] = mapped_column()
    at: Mapped[datetime] = mapped_column(default=now)
    desk: Mapped[Desk] = relationship(back_populates="attempts")

    @property
    def score(self) -> float:
        return float(self.grade["score"])

    @property
    def passed(self) -> bool:
        return bool(self.grade["passed"])
