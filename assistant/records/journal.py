"""The journal: who did what, when and from where. Lines are appended, in the same change as what they tell of, and never altered."""

from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from assistant.records.database import Database
from assistant.records.tables import Batch, Entry, Person

MOST = 200
"""Letters of one value that a line keeps."""


class Told(NamedTuple):
    """A line of the journal with who did it (None: the command line, or somebody not signed in) and the code of its batch."""

    entry: Entry
    by: Person | None
    batch: str


def note(
    session: Session, what: str, by: Person | None, batch: Batch | None = None, address: str = "", **about: Any
) -> None:
    """Appends a line. `by`: None for the command line and for whoever isn't signed in."""
    kept = {name: value[:MOST] if isinstance(value, str) else value for name, value in about.items()}
    session.add(
        Entry(
            what=what, by_id=by.id if by else None, batch_id=batch.id if batch else None, address=address[:60], about=kept
        )
    )  # fmt: skip


class Journal:
    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, what: str, by: Person | None, batch: Batch | None = None, address: str = "", **about: Any) -> None:
        """A line of its own, for what changes nothing else: an export, a setting."""
        with self._database.writing() as session:
            note(session, what, by, batch, address, **about)

    def read(
        self, batch: Batch | None = None, most: int = 500, *, who: str = "", kind: str = "", day: date | None = None, before: int = 0
    ) -> list[Told]:  # fmt: skip
        """The last lines, the newest first: of one batch, of what somebody did or what was done to them (`who`: the employee ID), of
        one kind (`signin`; `batch` has `batch.open` and all the others), of one day by this computer's clock, older than a line's id."""
        asked = (
            select(Entry, Person, Batch.code)
            .outerjoin(Person, Entry.by_id == Person.id)
            .outerjoin(Batch, Entry.batch_id == Batch.id)
            .order_by(Entry.id.desc())
            .limit(most)
        )
        if batch:
            asked = asked.where(Entry.batch_id == batch.id)
        if who := who.strip().lower():
            doer = select(Person.id).where(func.lower(Person.employee_id) == who)
            whose = func.lower(func.coalesce(Entry.about["person"].as_string(), ""))
            asked = asked.where(or_(Entry.by_id.in_(doer), whose == who))
        if kind:
            asked = asked.where(or_(Entry.what == kind, Entry.what.startswith(f"{kind}.", autoescape=True)))
        if day:
            begins = datetime.combine(day, time()).astimezone()
            asked = asked.where(Entry.at >= begins, Entry.at < begins + timedelta(days=1))
        if before:
            asked = asked.where(Entry.id < before)
        with self._database.reading() as session:
            return [Told(row[0], row[1], row[2] or "") for row in session.execute(asked)]
