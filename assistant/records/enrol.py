"""Putting a roster's people into the records and into a batch: all good rows in one change. Nobody is taken out unless that is told."""

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.errors import InputError
from assistant.records.batches import may_see, out, seat
from assistant.records.database import Database
from assistant.records.journal import note
from assistant.records.people import check_id, put
from assistant.records.roster import Bad, Roster, Row
from assistant.records.tables import Batch, Member, Person, Trainer

TRAINEES = ("trainee", "officer")
"""The roles that a trainer may bring in; trainers and admins are an admin's to make."""


class Enrolled(NamedTuple):
    """What became of a roster, or would: people new, changed and as they were, seated in the batch, taken out of it; the bad rows."""

    new: int
    changed: int
    same: int
    seated: int
    taken_out: int
    bad: tuple[Bad, ...]


class Enrolment:
    def __init__(self, database: Database) -> None:
        self._database = database

    def enrol(
        self, by: Person | None, roster: Roster, batch: Batch | None = None, *, dry: bool = False, only: bool = False
    ) -> Enrolled:
        """Puts the good rows in. `dry`: says what would be, and changes nothing. `only`: whoever is in the batch and not in the roster
        is taken out of the batch; what they did stays. Raises InputError where the batch isn't `by`'s."""
        with self._database.reading() if dry else self._database.writing() as session:
            if by and (by.role not in ("trainer", "admin") or (batch and not may_see(session, by, batch))):
                raise InputError("error.batch.unknown", code=batch.code if batch else "")
            there = {one.employee_id.lower(): one for one in session.scalars(select(Person))}
            seats = (
                set(session.scalars(select(Member.person_id).where(Member.batch_id == batch.id))) if batch else set()
            )
            counts = {"new": 0, "changed": 0, "same": 0}
            seated, kept, bad = 0, set[int](), list(roster.bad)
            for row in roster.rows:
                known = there.get(row.employee_id.lower())
                if refused := _refused(by, row, known):
                    bad.append(refused)
                    continue
                counts[_kind(row, known)] += 1
                seated += bool(batch) and not (known and known.id in seats) and _sits(row, known)
                if known:
                    kept.add(known.id)
                if not dry:
                    _put(session, by, row, batch, known)
            gone = seats - kept if only else set()
            if not dry:
                for id in gone:
                    if batch:
                        out(session, by, batch, session.get_one(Person, id))
                about = counts | {"seated": seated, "taken_out": len(gone), "bad": len(bad)}
                note(session, "roster", by, batch, address="", **about)
        return Enrolled(**counts, seated=seated, taken_out=len(gone), bad=tuple(sorted(bad)))


def _refused(by: Person | None, row: Row, known: Person | None) -> Bad | None:
    """Why a row may not go in; None where it may."""
    try:
        check_id(row.employee_id)
    except InputError as error:
        return Bad(row.number, error.key, error.values)
    staff = {row.columns.get("role", "trainee"), known.role if known else "trainee"} - set(TRAINEES)
    if by and by.role != "admin" and staff:
        return Bad(row.number, "roster.staff", {"id": row.employee_id})
    return None


def _kind(row: Row, known: Person | None) -> str:
    if known is None:
        return "new"
    return "changed" if any(getattr(known, name) != said for name, said in row.columns.items()) else "same"


def _sits(row: Row, known: Person | None) -> bool:
    """Whether somebody gets a seat; a trainer stands."""
    return (row.columns.get("role") or (known.role if known else "trainee")) in TRAINEES


def _put(session: Session, by: Person | None, row: Row, batch: Batch | None, known: Person | None) -> None:
    person = put(session, by, row.employee_id, row.columns, known).person
    if batch is None:
        return
    if person.role in TRAINEES:
        seat(session, by, batch, person)
    elif session.get(Trainer, (batch.id, person.id)) is None:
        session.add(Trainer(batch_id=batch.id, person_id=person.id))
