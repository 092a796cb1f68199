"""Signing in: a PIN or password is tried, wrong ones make the next try wait, and a cookie says who sits at a browser."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from assistant.errors import InputError
from assistant.records.batches import MOST_SEATS, at_door, members, seat
from assistant.records.database import Database
from assistant.records.journal import note
from assistant.records.people import PIN, check_password, check_pin, end, find, fits, hashed, put
from assistant.records.tables import Batch, Knock, Member, Person, SignIn, now

LASTS = timedelta(hours=12)
"""How long one is signed in at most: a working day."""
IDLE = timedelta(hours=3)
"""After so long without a sign of the browser it has ended."""
EVERY = timedelta(seconds=30)
"""How often it is written down that a browser is still there."""
FREE = {"person": 5, "address": 60}
"""Wrong ones in a row that cost no time. A whole room may sign in at the same minute through one address, as behind a router."""
FIRST, MOST = 15, 300
"""Seconds that the first one after those waits; each further one doubles it, up to the second."""
FORGOTTEN = timedelta(minutes=15)
"""After so long without a wrong one they are forgotten."""


class Seat(NamedTuple):
    """Who sits at a browser, and in which batch (None: in none, as a trainer, an admin or an officer who is on no open list)."""

    person: Person
    batch: Batch | None


class Sessions:
    """`secret` signs the cookies: without it none can be made up, and with another one all have ended."""

    def __init__(self, database: Database, secret: str) -> None:
        self._database = database
        self._secret = secret.encode()

    def sign_in(self, person_id: int, secret: str, batch: Batch | None = None, address: str = "") -> str:
        """The cookie of somebody whose PIN or password is right. In a batch that lets people put themselves on its list, whoever has no
        PIN yet chooses it so. An officer comes by the password alone, into the newest open batch that has a seat
        for them. Raises InputError for a wrong one, for somebody who isn't in the batch, and for one who has to wait."""
        with (
            self._database.writing() as session
        ):  # it counts as wrong until it was right: many tries at once gain nothing
            person = session.get(Person, person_id)
            _wait(session, f"person/{person_id}", f"address/{address}")
            there = batch and session.get(Batch, batch.id)
            kept, chooses = (
                (person.secret, bool(there and there.joining and not person.secret and person.role == "trainee"))
                if person
                else ("", False)
            )
        new = hashed(secret) if chooses and secret.isascii() and secret.isdecimal() and len(secret) == PIN else ""
        right = bool(new) or fits(secret, kept)
        with self._database.writing() as session:
            person = session.get(Person, person_id)
            there = batch and session.get(Batch, batch.id)
            if not right or person is None or person.secret != kept:
                note(session, "signin.wrong", person, there, address)
                missing = person is not None and not person.secret
            else:
                missing = False
                _forget(session, f"person/{person_id}", f"address/{address}")
                there = there or _seated(session, person)
                _belongs(session, person, there)
                if new:
                    person.secret = new
                    note(session, "secret", person, there, address, person=person.employee_id)
                return self._begin(session, person, there, address)
        raise InputError("error.signin.none" if missing else "error.signin.wrong")

    def change_password(self, person: Person, old: str, new: str, address: str = "") -> str:
        """Another password of one's own for whoever knows the one before. All who are signed in with that one are signed out; the cookie
        to go on with is returned. Raises InputError for a wrong one, one who has to wait, and a new one that is too short or the same."""
        check_password(new)
        if new == old:
            raise InputError("error.password.same")
        with self._database.writing() as session:
            _wait(session, f"person/{person.id}")
            before = session.get_one(Person, person.id).secret
        right, kept = fits(old, before), hashed(new)
        with self._database.writing() as session:
            there = session.get_one(Person, person.id)
            right = right and there.secret == before
            if right:
                _forget(session, f"person/{person.id}")
                end(session, there)
                there.secret = kept
                note(session, "secret", there, None, address, person=there.employee_id)
                return self._begin(session, there, _seated(session, there), address)
            note(session, "signin.wrong", there, None, address)
        raise InputError("error.password.old")

    def door(self, typed: str, address: str = "") -> Batch:
        """The open batch whose number was typed. Raises InputError where there is none: wrong ones count as wrong PINs do."""
        with self._database.writing() as session:
            _wait(session, f"address/{address}")
            typed = " ".join(typed.replace("\0", "").split())  # PostgreSQL keeps no such sign
            if found := at_door(session, typed):
                _forget(session, f"address/{address}")
        if found is None:
            raise InputError("error.batch.door")
        return found

    def join(self, batch: Batch, employee_id: str, columns: Mapping[str, str], pin: str, address: str = "") -> str:
        """Puts somebody who isn't on the list of a batch on it, with the PIN they choose, or where they were here before with the PIN
        that is theirs, and returns their cookie. Raises InputError where the trainer doesn't let people do that, for staff, for a PIN
        that isn't theirs, and for one who has to wait: wrong ones count as in signing in."""
        check_pin(pin)
        with self._database.writing() as session:  # as in signing in, it counts as wrong until it was right
            _wait(session, f"address/{address}")
            _joins(session, batch)
            known = find(session, employee_id)
            if known and known.role != "trainee":
                raise InputError("error.join.known", id=known.employee_id)
            before = known.secret if known else ""
            if known and before:
                _wait(session, f"person/{known.id}")
        right = not before or fits(pin, before)
        kept = before or hashed(pin)
        with self._database.writing() as session:
            there, person = _joins(session, batch), find(session, employee_id)
            if person and before:
                right = right and person.secret == before
            else:
                right = not person or (not person.secret and person.role == "trainee")
            if right:
                if person and before:
                    _forget(session, f"person/{person.id}", f"address/{address}")
                else:
                    person = put(session, person, employee_id, columns, person).person
                    person.secret = kept
                seat(session, person, there, person)
                return self._begin(session, person, there, address)
            note(session, "signin.wrong", person, there, address)
        raise InputError("error.join.pin", id=employee_id.strip()[:40])

    def begin(self, person: Person, batch: Batch | None = None, address: str = "") -> str:
        """The cookie of somebody whose identity is known otherwise (the first admin, whoever just joined)."""
        with self._database.writing() as session:
            return self._begin(session, person, batch, address)

    def _begin(self, session: Session, person: Person, batch: Batch | None, address: str) -> str:
        token, began = secrets.token_urlsafe(32), now()
        if person.role == "trainee":
            end(session, person, began)  # nobody stays signed in at the seat that they left
        session.add(
            SignIn(
                key=_hash(token), person_id=person.id, batch_id=batch.id if batch else None, address=address[:60],
                began=began, seen=began, until=began + LASTS,
            )
        )  # fmt: skip
        note(session, "signin", person, batch, address)
        return f"{token}.{self._sign(token)}"

    def find(self, cookie: str) -> Seat | None:
        """Who a cookie says sits there; None where it is nobody's, has ended or run out, or the batch is closed."""
        key = self._key(cookie)
        if key is None:
            return None
        with self._database.reading() as session:
            found = session.get(SignIn, key)
            if found is None or found.ended or now() > min(found.until, found.seen + IDLE):
                return None
            person = session.get(Person, found.person_id)
            batch = session.get(Batch, found.batch_id) if found.batch_id else None
            late = now() > found.seen + EVERY
        if person is None or (batch and batch.closed):
            return None
        if late:
            with self._database.writing() as session:
                session.execute(update(SignIn).where(SignIn.key == key).values(seen=now()))
        return Seat(person, batch)

    def why_out(self, cookie: str) -> str:
        """Why a cookie opens nothing any more: its batch was "closed", the same person signed in "elsewhere", or it is "over" otherwise;
        "" where it never opened anything."""
        key = self._key(cookie)
        with self._database.reading() as session:
            found = session.get(SignIn, key) if key else None
            if found is None:
                return ""
            batch = session.get(Batch, found.batch_id) if found.batch_id else None
            if batch and batch.closed:
                return "closed"
            there = select(SignIn.key).where(SignIn.person_id == found.person_id, SignIn.began == found.ended)
            return "elsewhere" if found.ended and session.scalar(there.limit(1)) else "over"

    def end(self, cookie: str) -> None:
        """Signs out; a cookie that is nobody's does nothing."""
        key = self._key(cookie)
        if key is None:
            return
        with self._database.writing() as session:
            found = session.get(SignIn, key)
            if found and not found.ended:
                found.ended = now()
                batch = session.get(Batch, found.batch_id) if found.batch_id else None
                note(session, "signout", session.get(Person, found.person_id), batch, found.address)

    def _sign(self, token: str) -> str:
        return hmac.new(self._secret, token.encode(), hashlib.sha256).hexdigest()

    def _key(self, cookie: str) -> str | None:
        token, _, signed = cookie.partition(".")
        return _hash(token) if hmac.compare_digest(signed.encode(), self._sign(token).encode()) else None


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _joins(session: Session, batch: Batch) -> Batch:
    """The batch, where people may put themselves on its list. Raises InputError where they may not, or it is full."""
    there = session.get(Batch, batch.id)
    if there is None or there.closed or not there.joining or members(session, there) >= MOST_SEATS:
        raise InputError("error.join.closed")
    return there


def _seated(session: Session, person: Person) -> Batch | None:
    """The newest open batch that has a seat for an officer: what they do counts there. None where there is none, and for all others."""
    asked = select(Batch).join(Member, Member.batch_id == Batch.id).where(Member.person_id == person.id)
    newest = asked.where(Batch.closed.is_(None)).order_by(Batch.opened.desc(), Batch.id.desc()).limit(1)
    return session.scalar(newest) if person.role == "officer" else None


def _belongs(session: Session, person: Person, batch: Batch | None) -> None:
    """Raises InputError for a trainee outside of a batch, or somebody in a batch that is closed or that they aren't in."""
    if batch is None:
        if person.role == "trainee":
            raise InputError("error.signin.batch")
    elif batch.closed or session.get(Member, (batch.id, person.id)) is None:
        raise InputError("error.batch.door")


def _wait(session: Session, *who: str) -> None:
    """Counts a try for each, or raises InputError where one has to wait. Written down before the PIN is looked at."""
    moment = now()
    for one in who:
        knock = session.get(Knock, one)
        if knock is None:
            session.add(Knock(who=one, failures=1, at=moment))
            continue
        if moment - knock.at > FORGOTTEN:
            knock.failures = 0
        elif one.startswith("address/"):  # one a minute: what a room mistypes over a day isn't one person's guessing
            knock.failures = max(0, knock.failures - int((moment - knock.at).total_seconds() // 60))
        left = waits(knock, moment)
        if left > 0:
            raise InputError("error.signin.wait", seconds=left)
        knock.failures, knock.at = knock.failures + 1, moment


def waits(knock: Knock, moment: datetime) -> int:
    """Seconds until the next try may be made."""
    over = knock.failures - FREE[knock.who.partition("/")[0]]
    if over < 0:
        return 0
    wait = min(MOST, FIRST * 2 ** min(over, 10))
    return max(0, round((knock.at + timedelta(seconds=wait) - moment).total_seconds()))


def _forget(session: Session, *who: str) -> None:
    """The right one: a person's wrong ones are forgotten, an address only has this try back, else one's own PIN would clear the way
    for guessing others'."""
    for one in who:
        knock = session.get(Knock, one)
        if knock and one.startswith("person/"):
            session.delete(knock)
        elif knock:
            knock.failures = max(0, knock.failures - 1)
