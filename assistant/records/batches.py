"""Batches: opened, their labs chosen, people put into seats, closed."""

import secrets
import unicodedata
from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from assistant.errors import InputError
from assistant.language.digits import ascii_digits
from assistant.records.database import Database
from assistant.records.journal import note
from assistant.records.people import find, put
from assistant.records.tables import Batch, Desk, Member, Person, SignIn, Trainer, now

LONGEST_CODE = 40
MOST_SEATS = 300
"""As many as may put themselves on one list."""
CHANGED = ("labs", "joining", "model", "coach", "sent_to", "answers", "centre")
"""The columns that a trainer changes while a batch is open."""


class Batches:
    def __init__(self, database: Database) -> None:
        self._database = database

    def create(
        self, by: Person | None, code: str, labs: Iterable[str], trainers: Iterable[str], centre: str = ""
    ) -> Batch:
        """Opens a batch; a trainer (employee ID) who isn't known is made. Raises InputError for a code that is taken or no code.
        That the labs exist is the caller's to see: they are content."""
        code = " ".join(code.split())
        if not code or len(code) > LONGEST_CODE or not code[0].isalnum() or not all(map(_in_a_code, code)):
            raise InputError("error.batch.code", code=code[:LONGEST_CODE], most=LONGEST_CODE)
        with self._database.writing() as session:
            if _find(session, code):
                raise InputError("error.batch.taken", code=code)
            batch = Batch(code=code, labs=list(labs), centre=centre[:120], door=_door(session))
            session.add(batch)
            session.flush()
            for employee_id in dict.fromkeys(id.strip() for id in trainers if id.strip()):
                trainer = _trainer(session, by, employee_id)
                session.add(Trainer(batch_id=batch.id, person_id=trainer.id))
            note(session, "batch.open", by, batch, labs=", ".join(batch.labs))
            return batch

    def get(self, code: str, who: Person | None = None) -> Batch:
        """The batch of that code, in capitals or not. Raises InputError where there is none, or where `who` neither trains it nor is
        an admin: the two look the same."""
        with self._database.reading() as session:
            found = _find(session, code)
            if found is None or (who and not may_see(session, who, found)):
                raise InputError("error.batch.unknown", code=code[:LONGEST_CODE])
            return found

    def all(self, who: Person | None = None) -> list[Batch]:
        """Every batch, or those that `who` may see; the newest first."""
        with self._database.reading() as session:
            found = session.scalars(select(Batch).order_by(Batch.opened.desc(), Batch.id.desc()))
            return [batch for batch in found if who is None or may_see(session, who, batch)]

    def by_id(self, id: int) -> Batch | None:
        with self._database.reading() as session:
            return session.get(Batch, id)

    def trainers(self, batch: Batch) -> list[Person]:
        with self._database.reading() as session:
            asked = select(Person).join(Trainer, Trainer.person_id == Person.id).where(Trainer.batch_id == batch.id)
            return list(session.scalars(asked.order_by(Person.employee_id)))

    def change(self, by: Person | None, batch: Batch, address: str = "", **columns: Any) -> Batch:
        """Changes what a trainer may (`CHANGED`), and notes it in the journal."""
        with self._database.writing() as session:
            found = session.get_one(Batch, batch.id)
            for name in CHANGED:
                if name in columns and getattr(found, name) != columns[name]:
                    setattr(found, name, columns[name])
                    note(session, f"batch.{name}", by, found, address, value=str(columns[name]))
            return found

    def close(self, by: Person | None, batch: Batch) -> Batch:
        """Closes a batch: all in it are signed out, and its number opens nothing any more. What was done in it stays."""
        with self._database.writing() as session:
            found = session.get_one(Batch, batch.id)
            if found.closed is None:
                found.closed, found.door, found.sent_to = now(), "", ""
                session.execute(
                    update(SignIn).where(SignIn.batch_id == found.id, SignIn.ended.is_(None)).values(ended=now())
                )
                session.execute(update(Desk).where(Desk.batch_id == found.id).values(help=None))
                note(session, "batch.close", by, found)
            return found

    def sizes(self) -> dict[int, int]:
        """How many are in each batch, by the batch's id."""
        with self._database.reading() as session:
            counted = session.execute(select(Member.batch_id, func.count()).group_by(Member.batch_id)).all()
        return {row[0]: row[1] for row in counted}

    def members(self, batch: Batch) -> list[Member]:
        """Who is in a batch, by seat; each with its `person`."""
        with self._database.reading() as session:
            return list(session.scalars(select(Member).where(Member.batch_id == batch.id).order_by(Member.seat)))

    def join(self, by: Person | None, batch: Batch, person: Person) -> Member:
        """Seats somebody in a batch: the next free number, or the one that is theirs already."""
        with self._database.writing() as session:
            return seat(session, by, batch, person)


def out(session: Session, by: Person | None, batch: Batch, person: Person) -> None:
    """Takes somebody off the list of a batch, what they did in it stays; part of a larger change."""
    if found := session.get(Member, (batch.id, person.id)):
        session.delete(found)
        session.execute(
            update(SignIn)
            .where(SignIn.batch_id == batch.id, SignIn.person_id == person.id, SignIn.ended.is_(None))
            .values(ended=now())
        )
        note(session, "batch.out", by, batch, person=person.employee_id)


def seat(session: Session, by: Person | None, batch: Batch, person: Person) -> Member:
    """Seats somebody; part of a larger change."""
    found = session.get(Member, (batch.id, person.id))
    if found is None:
        last = session.scalar(select(func.max(Member.seat)).where(Member.batch_id == batch.id)) or 0
        found = Member(batch_id=batch.id, person_id=person.id, seat=last + 1)
        session.add(found)
        session.flush()
        session.refresh(found)
        note(session, "batch.in", by, batch, person=person.employee_id)
    return found


def may_see(session: Session, who: Person, batch: Batch) -> bool:
    """Whether somebody trains a batch, or is an admin."""
    if who.role == "admin":
        return True
    return who.role == "trainer" and session.get(Trainer, (batch.id, who.id)) is not None


def at_door(session: Session, typed: str) -> Batch | None:
    """The open batch whose number or code was typed; None where there is none."""
    asked = select(Batch).where(Batch.door == ascii_digits(typed), Batch.closed.is_(None))
    found = session.scalar(asked) if typed else None
    found = found or _find(session, typed)
    return found if found and found.closed is None else None


def members(session: Session, batch: Batch) -> int:
    """How many are on its list."""
    return session.scalar(select(func.count()).select_from(Member).where(Member.batch_id == batch.id)) or 0


def _in_a_code(sign: str) -> bool:
    """Letters with their vowel signs, digits, and what stands between them."""
    return unicodedata.category(sign)[0] in "LMN" or sign in " -./_"


def _find(session: Session, code: str) -> Batch | None:
    """The batch of a code as it was typed, in capitals or not; else of the same code with 0-9 for ०-९."""
    code = " ".join(code.replace("\0", "").split())
    for typed in dict.fromkeys((code, ascii_digits(code))):
        if found := session.scalar(select(Batch).where(func.lower(Batch.code) == func.lower(typed))):
            return found
    return None


def _trainer(session: Session, by: Person | None, employee_id: str) -> Person:
    """The trainer of that ID, made where nobody has it. Raises InputError for somebody who is no trainer."""
    person = find(session, employee_id)
    if person is None:
        person = put(session, by, employee_id, {"name": employee_id, "role": "trainer"}).person
    elif person.role not in ("trainer", "admin"):
        raise InputError("error.batch.trainer", id=person.employee_id, role=person.role)
    return person


def _door(session: Session) -> str:
    """Four digits that open no other batch."""
    taken = set(session.scalars(select(Batch.door).where(Batch.closed.is_(None))))
    free = [f"{n}" for n in range(1000, 10000) if str(n) not in taken]
    return secrets.choice(free)
