"""People: who they are, and the PIN or password that each signs in with."""

import re
import secrets
import threading
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import NamedTuple

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from assistant.errors import InputError
from assistant.records.database import Database
from assistant.records.journal import note
from assistant.records.tables import Batch, Knock, Member, Person, SignIn, Trainer, now

ROLES = ("trainee", "trainer", "admin", "officer")
LONGEST = {"employee_id": 40, "name": 120, "designation": 120, "office": 200, "district": 80}
"""The most letters that each column takes."""
MOST_LISTED = 300
"""People that a page can list; whoever isn't among them is found by name or employee ID."""
PIN = 4
SHORTEST_PASSWORD = 8
READABLE = "abcdefghjkmnpqrstuvwxyz23456789"
"""What a given password is made of: nothing that is read as something else."""

# Nineteen megabytes and two rounds are the least that is advised: a room of fifty signs in at once on a small computer.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_ONE_BY_ONE = threading.BoundedSemaphore(2)


def hashed(secret: str) -> str:
    """The argon2 hash of a PIN or a password."""
    with _ONE_BY_ONE:
        return _HASHER.hash(secret)


def fits(secret: str, kept: str) -> bool:
    """Whether a PIN or password is the one whose hash is kept. It takes as long where none is kept."""
    with _ONE_BY_ONE:
        try:
            _HASHER.verify(kept or _nobodys(), secret)
        except (VerificationError, InvalidHashError):
            return False
        return bool(kept)


@cache
def _nobodys() -> str:
    return _HASHER.hash(secrets.token_hex())


class Put(NamedTuple):
    """A person who was put into the records, and whether that was new or changed something."""

    person: Person
    new: bool
    changed: bool


class People:
    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, employee_id: str) -> Person | None:
        """The person of that employee ID, in capitals or not; None where there is none."""
        with self._database.reading() as session:
            return find(session, employee_id)

    def get(self, employee_id: str) -> Person:
        """The same. Raises InputError where there is none."""
        found = self.find(employee_id)
        if found is None:
            raise InputError("error.person.unknown", id=employee_id[:40])
        return found

    def by_id(self, id: int) -> Person | None:
        """The person of that id of the table."""
        with self._database.reading() as session:
            return session.get(Person, id)

    def all(self, batch: Batch | None = None) -> list[Person]:
        """Everybody, or those of a batch, by employee ID."""
        asked = select(Person).order_by(Person.employee_id)
        if batch:
            asked = asked.join(Member, Member.person_id == Person.id).where(Member.batch_id == batch.id)
        with self._database.reading() as session:
            return list(session.scalars(asked))

    def staff(self) -> list[Person]:
        """Trainers and admins."""
        with self._database.reading() as session:
            return list(session.scalars(select(Person).where(Person.role.in_(("trainer", "admin")))))

    def with_passwords(self, typed: str = "") -> list[Person]:
        """Trainers, admins and officers, by role and name; those whose name or employee ID holds what was typed."""
        asked = select(Person).where(Person.role != "trainee")
        for word in typed.split():
            asked = asked.where(
                Person.name.icontains(word, autoescape=True) | Person.employee_id.icontains(word, autoescape=True)
            )
        with self._database.reading() as session:
            return list(session.scalars(asked.order_by(Person.role, Person.name, Person.id).limit(MOST_LISTED)))

    def put(self, by: Person | None, employee_id: str, **columns: str) -> Put:
        """Adds a person, or changes the columns that are given (name, designation, office, district, role)."""
        with self._database.writing() as session:
            return put(session, by, employee_id, columns)

    def new_secret(self, by: Person | None, employee_id: str, address: str = "") -> str:
        """Gives a person another PIN (trainee) or password (all others) and returns it, this once; whoever is signed in with the old
        one is signed out, and waiting for wrong ones ends. Raises InputError where there is no such person, or `by` may not."""
        person = self.get(employee_id)
        if by and not self._may_reset(by, person):
            raise InputError("error.person.unknown", id=employee_id[:40])
        secret = _made(person.role)
        kept = hashed(secret)
        with self._database.writing() as session:
            found = session.get_one(Person, person.id)
            found.secret = kept
            end(session, found)
            if knock := session.get(Knock, f"person/{found.id}"):
                session.delete(knock)
            note(session, "secret", by, None, address, person=found.employee_id)
        return secret

    def first_secrets(self, by: Person, batch: Batch, address: str = "") -> dict[int, str]:
        """Gives everybody in a batch who has none a PIN or password, all in one change: whole, or nobody got one that nobody was
        told. By the person's id, told this once. That the batch is theirs is the caller's to see."""
        given = {one.id: _made(one.role) for one in self.all(batch) if not one.secret}
        kept = {id: hashed(secret) for id, secret in given.items()}
        with self._database.writing() as session:
            for id in [id for id in given if session.get_one(Person, id).secret]:  # somebody chose one meanwhile
                del given[id]
            for id in given:
                person = session.get_one(Person, id)
                person.secret = kept[id]
                if knock := session.get(Knock, f"person/{id}"):
                    session.delete(knock)
                note(session, "secret", by, batch, address, person=person.employee_id)
        return given

    def _may_reset(self, by: Person, person: Person) -> bool:
        """Admins may for all; a trainer for the trainees and officers of the batches that are theirs."""
        if by.role == "admin" or by.id == person.id:
            return True
        shared = (
            select(Member.person_id).join(Trainer, Trainer.batch_id == Member.batch_id)
            .where(Member.person_id == person.id, Trainer.person_id == by.id).limit(1)
        )  # fmt: skip
        with self._database.reading() as session:
            return by.role == "trainer" and person.role in ("trainee", "officer") and bool(session.scalar(shared))

    def first_admin(self, employee_id: str, columns: Mapping[str, str], password: str) -> Person:
        """The admin of a new installation. Raises InputError where there is one, or the password is too short."""
        check_password(password)
        kept = hashed(password)
        with self._database.writing() as session:
            if session.scalar(_ADMINS):
                raise InputError("error.admin.there")
            person = put(session, None, employee_id, {**columns, "role": "admin"}).person
            person.secret = kept
            note(session, "admin.first", person, person=person.employee_id)
            return person

    @property
    def any_admin(self) -> bool:
        """Whether somebody can sign in as an admin."""
        with self._database.reading() as session:
            return session.scalar(_ADMINS) is not None


_ADMINS = select(Person.id).where(Person.role == "admin", Person.secret != "").limit(1)


def find(session: Session, employee_id: str) -> Person | None:
    """The person of that employee ID, in capitals or not."""
    return session.scalar(
        select(Person).where(func.lower(Person.employee_id) == func.lower(employee_id.strip().replace("\0", "")))
    )


def check_id(employee_id: str) -> str:
    """An employee ID as it is kept. Raises InputError for what can't be one."""
    kept = employee_id.strip()
    if not kept or len(kept) > LONGEST["employee_id"] or not kept.isprintable():
        raise InputError("error.person.id", id=kept[:40] if kept.isprintable() else "", most=LONGEST["employee_id"])
    return kept


def check_pin(pin: str) -> None:
    """Raises InputError for what can't be a PIN."""
    if not re.fullmatch(rf"[0-9]{{{PIN}}}", pin):
        raise InputError("error.pin.shape")


def check_password(password: str) -> None:
    """Raises InputError for a password that is too short."""
    if len(password) < SHORTEST_PASSWORD:
        raise InputError("error.password.short", least=SHORTEST_PASSWORD)


def end(session: Session, person: Person, moment: datetime | None = None) -> None:
    """Signs somebody out wherever they are signed in; part of a larger change."""
    there = update(SignIn).where(SignIn.person_id == person.id, SignIn.ended.is_(None))
    session.execute(there.values(ended=moment or now()))


def put(
    session: Session, by: Person | None, employee_id: str, columns: Mapping[str, str], known: Person | None = None
) -> Put:
    """Adds a person or changes columns of theirs (of `known`, where that was looked up before); part of a larger change."""
    person = known or find(session, employee_id)
    if person is None:
        person = Person(employee_id=check_id(employee_id), **columns)
        session.add(person)
        session.flush()
        note(session, "person.new", by, person=person.employee_id)
        return Put(person, new=True, changed=False)
    changed = {name: value for name, value in columns.items() if getattr(person, name) != value}
    for name, value in changed.items():
        setattr(person, name, value)
    if "role" in changed:
        person.secret = ""  # a trainee's four digits are no trainer's password
        end(session, person)
    if changed:
        note(session, "person.changed", by, person=person.employee_id, columns=", ".join(changed))
    return Put(person, new=False, changed=bool(changed))


def _made(role: str) -> str:
    if role != "trainee":
        return "-".join("".join(secrets.choice(READABLE) for _ in range(4)) for _ in range(3))
    while True:
        pin = f"{secrets.randbelow(10**PIN):0{PIN}}"
        # What everybody tries first: one digit four times, a run, this century's years.
        if (
            len(set(pin)) > 1
            and pin not in "0123456789"
            and pin not in "9876543210"
            and not pin.startswith(("19", "20"))
        ):
            return pin
