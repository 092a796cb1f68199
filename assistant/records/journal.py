"""The journal: who did what, when and from where. Lines are appended, in the same change as what they tell of, and never altered."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.records.database import Database
from assistant.records.tables import Batch, Entry, Person

MOST = 200
"""Letters of one value that a line keeps."""


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

    def read(self, batch: Batch | None = None, most: int = 500) -> list[tuple[Entry, Person | None]]:
        """The last lines, of one batch or of all, the newest first, each with who did it."""
        asked = select(Entry, Person).outerjoin(Person, Entry.by_id == Person.id).order_by(Entry.id.desc()).limit(most)
        with self._database.reading() as session:
            return [
                (row[0], row[1]) for row in session.execute(asked.where(Entry.batch_id == batch.id) if batch else asked)
            ]
