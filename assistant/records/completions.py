"""Which labs somebody has finished: a pure function of what was handed in and decided, and why one isn't complete yet.

A lab that was finished is written down with what it asked for then, so no later change of its file takes it away. A trainer's
decision still can: it is judged again by what was asked then.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal, NamedTuple, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from assistant.labs.lab import Lab
from assistant.records.database import Database
from assistant.records.tables import Attempt, Batch, Completion, Decision, Member, Person
from assistant.records.verdicts import Handed, verdict

Whose = TypeVar("Whose", Handed, Decision, Completion)


class Rule(NamedTuple):
    """What a lab asks for: so many of its exercises (`finish`; None: all)."""

    lab: str
    exercises: tuple[str, ...]
    finish: int | None = None

    @property
    def needed(self) -> int:
        most = len(self.exercises)
        return most if self.finish is None else min(self.finish, most)


class Missing(NamedTuple):
    """An exercise that could still be passed, and why it isn't."""

    exercise: str
    why: Literal["not-begun", "not-passed", "returned", "held"]


class Standing(NamedTuple):
    """How far somebody is in a lab. `score`: the mean of the best marks that count, None where there are none (all excused)."""

    lab: str
    needed: int
    done: int
    missing: tuple[Missing, ...]
    finished_at: datetime | None
    score: float | None

    @property
    def complete(self) -> bool:
        return self.finished_at is not None


def standing(rule: Rule, attempts: Sequence[Handed], decisions: Sequence[Decision]) -> Standing:
    """How far one person in one batch is in a lab, from what they handed in and what was decided of it, both in their order."""
    passed: dict[str, datetime] = {}
    best: dict[str, float] = {}
    missing: list[Missing] = []
    for exercise in rule.exercises:
        excused = [one.at for one in decisions if one.kind == "excuse" and one.exercise == exercise]
        verdicts = [verdict(one, decisions) for one in attempts if one.exercise == exercise]
        good = [one for one in verdicts if one.passed]
        if excused or good:
            passed[exercise] = min([*excused, *(one.at for one in good)])
            if good:
                best[exercise] = max(one.score for one in good)
        elif not verdicts:
            missing.append(Missing(exercise, "not-begun"))
        else:
            last = verdicts[-1]
            missing.append(Missing(exercise, "returned" if last.returned else "held" if last.held else "not-passed"))
    complete = len(passed) >= rule.needed
    counted = sorted(best.values(), reverse=True)[: rule.needed]
    return Standing(
        lab=rule.lab,
        needed=rule.needed,
        done=len(passed),
        missing=() if complete else tuple(missing),
        finished_at=sorted(passed.values())[rule.needed - 1] if complete else None,
        score=round(sum(counted) / len(counted), 1) if counted and complete else None,
    )


class Row(NamedTuple):
    """One person's standing in one lab of a batch."""

    person: Person
    seat: int
    standing: Standing


class Completions:
    def __init__(self, database: Database) -> None:
        self._database = database

    def of_batch(self, batch: Batch, labs: Mapping[str, Lab]) -> list[Row]:
        """Everybody's standing in the batch's labs (all there are, where none were chosen) and in those finished besides, by seat."""
        with self._database.reading() as session:
            members = session.scalars(select(Member).where(Member.batch_id == batch.id).order_by(Member.seat)).all()
            attempts = by_person(handed_in(session, batch))
            decisions = by_person(session.scalars(decided(batch)).all())
            given = by_person(session.scalars(select(Completion).where(Completion.batch_id == batch.id)).all())
        return [
            Row(member.person, member.seat, one)
            for member in members
            for one in _standings(
                batch, labs, attempts.get(member.person_id, []), decisions.get(member.person_id, []), given.get(member.person_id, [])
            )
        ]  # fmt: skip

    def of_person(self, person: Person, batch: Batch, labs: Mapping[str, Lab]) -> list[Standing]:
        """One person's standing in the labs of a batch."""
        with self._database.reading() as session:
            attempts = handed_in(session, batch, person.id)
            decisions = session.scalars(decided(batch).where(Decision.person_id == person.id)).all()
            given = session.scalars(
                select(Completion).where(Completion.batch_id == batch.id, Completion.person_id == person.id)
            ).all()
        return _standings(batch, labs, attempts, decisions, given)


def handed_in(session: Session, batch: Batch | int, person: int = 0) -> list[Handed]:
    """What was handed in in a batch, or what one person did, in its order; read from the index, without the papers."""
    id = batch if isinstance(batch, int) else batch.id
    asked = select(*(getattr(Attempt, name) for name in Handed._fields)).where(Attempt.batch_id == id)
    if person:
        asked = asked.where(Attempt.person_id == person)
    return [Handed(*row) for row in session.execute(asked.order_by(Attempt.id))]


def decided(batch: Batch | int) -> Select[Decision]:
    """What was decided in a batch, in its order."""
    id = batch if isinstance(batch, int) else batch.id
    return select(Decision).where(Decision.batch_id == id).order_by(Decision.id)


def by_person(rows: Iterable[Whose]) -> dict[int, list[Whose]]:
    """Rows under the ids of their persons, each in the order they came."""
    found: dict[int, list[Whose]] = {}
    for row in rows:
        if row.person_id is not None:
            found.setdefault(row.person_id, []).append(row)
    return found


def settle(session: Session, person: int, batch: int, labs: Iterable[Lab]) -> None:
    """Writes down which of the labs somebody has finished. Called where something was handed in or decided, in the same change."""
    attempts = handed_in(session, batch, person)
    decisions = session.scalars(decided(batch).where(Decision.person_id == person)).all()
    for lab in labs:
        rule = Rule(lab.id, lab.exercises, lab.finish)
        now = standing(rule, attempts, decisions)
        if now.finished_at and session.get(Completion, (person, batch, lab.id)) is None:
            session.add(
                Completion(
                    person_id=person, batch_id=batch, lab=lab.id, exercises=list(lab.exercises), finish=lab.finish, at=now.finished_at
                )
            )  # fmt: skip


def _standings(
    batch: Batch,
    labs: Mapping[str, Lab],
    attempts: Sequence[Handed],
    decisions: Sequence[Decision],
    given: Sequence[Completion],
) -> list[Standing]:
    """The standing in each lab: by what it asks for now, or by what it asked for when it was finished."""
    finished = {one.lab: Rule(one.lab, tuple(one.exercises), one.finish) for one in given}
    found = []
    for id in dict.fromkeys([*(batch.labs or labs), *finished]):
        rules = [Rule(id, labs[id].exercises, labs[id].finish)] if id in labs else []
        if id in finished:
            rules.append(finished[id])
        standings = [standing(rule, attempts, decisions) for rule in rules]
        if standings:
            found.append(next((one for one in standings if one.complete), standings[0]))
    return found
