"""A batch's room: who sits there now, where each is, and who was there on which day."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import func, select

from assistant.records.attempts import Tried, each
from assistant.records.database import Database
from assistant.records.tables import Attempt, Batch, Desk, Member, Person, SignIn, now

GONE = timedelta(minutes=2)
"""After so long without a sign of the browser the seat counts as left."""


class Place(NamedTuple):
    """One seat: whose, whether a browser is there now, where in the app (`labs/<exercise>`, `draft/<form>`, ""), since when nothing
    was moved, since when help is asked for, and the last attempt with the trainer's word."""

    seat: int
    person: Person
    here: bool
    at: str
    moved: datetime | None
    help: datetime | None
    last: Tried[Attempt] | None


class Present(NamedTuple):
    """Somebody's day in a batch, by the clock of this computer: signed in first, seen last."""

    person: Person
    day: date
    first: datetime
    last: datetime


class Room:
    def __init__(self, database: Database) -> None:
        self._database = database

    def places(self, batch: Batch) -> list[Place]:
        """Every seat of a batch, by its number."""
        newest = (
            select(func.max(Attempt.id)).where(Attempt.batch_id == batch.id, Attempt.person_id.is_not(None))
            .group_by(Attempt.person_id)
        )  # fmt: skip
        with self._database.reading() as session:
            members = session.scalars(select(Member).where(Member.batch_id == batch.id).order_by(Member.seat)).all()
            desks = {one.person_id: one for one in session.scalars(select(Desk).where(Desk.batch_id == batch.id))}
            papers = session.scalars(select(Attempt).where(Attempt.id.in_(newest))).all()
            lasts = {one.person.id: one for one in each(session, batch, papers)}
            here = set(
                session.scalars(
                    select(SignIn.person_id)
                    .where(SignIn.batch_id == batch.id, SignIn.ended.is_(None), SignIn.seen > now() - GONE)
                    .distinct()
                )
            )
        return [
            Place(
                one.seat, one.person, one.person_id in here, desk.place if desk else "", desk.moved if desk else None,
                desk.help if desk else None, lasts.get(one.person_id),
            )
            for one in members
            for desk in [desks.get(one.person_id)]
        ]  # fmt: skip

    def attendance(self, batch: Batch) -> list[Present]:
        """Who was signed in in a batch on which day, by day and seat."""
        with self._database.reading() as session:
            rows = session.execute(
                select(SignIn.person_id, SignIn.began, SignIn.seen).where(SignIn.batch_id == batch.id).order_by(SignIn.began)
            ).all()  # fmt: skip
            people = {
                one.id: one for one in session.scalars(select(Person).where(Person.id.in_({row[0] for row in rows})))
            }
            seats = dict(
                session.execute(select(Member.person_id, Member.seat).where(Member.batch_id == batch.id)).all()
            )
        days: dict[tuple[date, int], tuple[datetime, datetime]] = {}
        for id, began, seen in rows:
            first, last = began.astimezone(), seen.astimezone()
            known = days.get((first.date(), id), (first, last))
            days[first.date(), id] = (min(known[0], first), max(known[1], last))
        ordered = sorted(days, key=lambda key: (key[0], seats.get(key[1], 10**6), key[1]))
        return [Present(people[id], day, *days[day, id]) for day, id in ordered]
