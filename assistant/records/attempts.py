"""What was handed in, as a trainer sees it, and what a trainer decides of it. Everything is appended; the last decision counts."""

from collections.abc import Iterable, Sequence
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from assistant.errors import InputError
from assistant.labs.lab import Lab
from assistant.records.batches import may_see
from assistant.records.completions import decided, handed_in, settle
from assistant.records.database import Database
from assistant.records.journal import note
from assistant.records.tables import Attempt, Batch, Decision, Person
from assistant.records.verdicts import Handed, Verdict, verdict

LONGEST_REASON = 2000

Kind = Literal["mark", "comment", "return"]


Paper = TypeVar("Paper", Attempt, Handed)


class Tried(NamedTuple, Generic[Paper]):
    """An attempt, or its figures alone, with whose it is, all that was decided of it (the last one last), and what it counts now."""

    attempt: Paper
    person: Person
    decisions: tuple[Decision, ...]
    verdict: Verdict


class Attempts:
    def __init__(self, database: Database) -> None:
        self._database = database

    def of_batch(self, batch: Batch, person: Person | None = None, exercise: str = "") -> list[Tried[Attempt]]:
        """All that was handed in in a batch, or that of one person or exercise, in its order; each with its grade. The answers
        are not read: nobody lists them."""
        asked = select(Attempt).where(Attempt.batch_id == batch.id).options(defer(Attempt.answer, raiseload=True))
        if person:
            asked = asked.where(Attempt.person_id == person.id)
        if exercise:
            asked = asked.where(Attempt.exercise == exercise)
        with self._database.reading() as session:
            return each(session, batch, session.scalars(asked.order_by(Attempt.id)).all())

    def figures(self, batch: Batch) -> list[Tried[Handed]]:
        """The same by the figures alone, without the grades: for lists of thousands."""
        with self._database.reading() as session:
            return each(session, batch, handed_in(session, batch))

    def parts(self, batch: Batch, *names: str) -> dict[int, tuple[Any, ...]]:
        """Some parts of each grade of a batch (`criteria`, `rubric`, …), by the attempt's id; None for one that a grade doesn't have."""
        asked = select(Attempt.id, *(Attempt.grade[name].as_json() for name in names)).where(
            Attempt.batch_id == batch.id
        )
        with self._database.reading() as session:
            return {row[0]: tuple(row[1:]) for row in session.execute(asked)}

    def get(self, id: int, who: Person) -> Tried[Attempt]:
        """The attempt of that id. Raises InputError where there is none, or `who` is neither its person, nor its batch's trainer,
        nor an admin: all look the same."""
        with self._database.reading() as session:
            attempt, person = _seen(session, id, who)
            decisions = session.scalars(select(Decision).where(Decision.attempt_id == id).order_by(Decision.id)).all()
            return _tried(attempt, person, decisions)

    def decided(self, batch: Batch, person: Person) -> tuple[dict[int, Tried[Attempt]], list[Decision]]:
        """What was decided of one person's attempts, by their ids, and what they were let off. Most have nothing, which costs one look."""
        asked = decided(batch).where(Decision.person_id == person.id)
        with self._database.reading() as session:
            found = session.scalars(asked).all()
            ids = {one.attempt_id for one in found if one.attempt_id}
            attempts = session.scalars(select(Attempt).where(Attempt.id.in_(ids))).all() if ids else ()
        own = {one.id: [each for each in found if each.attempt_id == one.id] for one in attempts}
        tried = {one.id: _tried(one, person, own[one.id]) for one in attempts}
        return tried, [one for one in found if one.kind == "excuse"]

    def excused(self, batch: Batch, person: Person) -> list[Decision]:
        """What somebody in a batch was let off, with the reasons, in its order."""
        asked = decided(batch).where(Decision.person_id == person.id, Decision.kind == "excuse")
        with self._database.reading() as session:
            return list(session.scalars(asked))

    def decide(
        self,
        by: Person,
        id: int,
        kind: Kind,
        reason: str,
        *,
        labs: Iterable[Lab],
        score: float | None = None,
        pass_mark: float = 60,
        after: int = 0,
    ) -> Decision:
        """A trainer's decision on an attempt: another mark (`score`, 0 to 100; it passes from `pass_mark`), a comment, or to do it again.

        `after` is the id of the last decision that the trainer saw (0: none): where somebody has decided since, nothing is written.
        Raises InputError for that, for an attempt that isn't theirs to see, and for a mark or a return without a reason."""
        reason = _reason(reason)
        if kind == "mark" and (score is None or not 0 <= score <= 100):
            raise InputError("error.decision.score")
        with self._database.writing() as session:
            attempt, _ = _seen(session, id, by)
            batch = session.get(Batch, attempt.batch_id)
            if batch is None or attempt.person_id is None or not may_see(session, by, batch):
                raise InputError("error.attempt.unknown")
            last = session.scalar(
                select(Decision.id).where(Decision.attempt_id == id).order_by(Decision.id.desc()).limit(1)
            )
            if (last or 0) != after:
                raise InputError("error.decision.since")
            decision = Decision(
                person_id=attempt.person_id, batch_id=batch.id, exercise=attempt.exercise, attempt_id=id, kind=kind, reason=reason,
                score=score if kind == "mark" else None, passed=score >= pass_mark if kind == "mark" and score is not None else None,
                by_id=by.id,
            )  # fmt: skip
            return _write(session, by, batch, decision, labs)

    def excuse(
        self, by: Person, batch: Batch, person: Person, exercise: str, reason: str, labs: Iterable[Lab]
    ) -> Decision:
        """Somebody needn't do an exercise: it counts as passed, without a mark."""
        reason = _reason(reason)
        with self._database.writing() as session:
            if not may_see(session, by, batch):
                raise InputError("error.batch.unknown", code=batch.code)
            decision = Decision(
                person_id=person.id, batch_id=batch.id, exercise=exercise, kind="excuse", reason=reason, by_id=by.id
            )
            return _write(session, by, batch, decision, labs)


def _write(session: Session, by: Person, batch: Batch, decision: Decision, labs: Iterable[Lab]) -> Decision:
    session.add(decision)
    session.flush()
    whose = session.get_one(Person, decision.person_id)
    note(
        session, f"decision.{decision.kind}", by, batch, person=whose.employee_id, exercise=decision.exercise,
        attempt=decision.attempt_id, score=decision.score, reason=decision.reason,
    )  # fmt: skip
    settle(session, decision.person_id, batch.id, labs)
    return decision


def _seen(session: Session, id: int, who: Person) -> tuple[Attempt, Person]:
    attempt = session.get(Attempt, id)
    person = session.get(Person, attempt.person_id) if attempt and attempt.person_id else None
    batch = session.get(Batch, attempt.batch_id) if attempt and attempt.batch_id else None
    if attempt is None or person is None or batch is None:
        raise InputError("error.attempt.unknown")
    if person.id != who.id and not may_see(session, who, batch):
        raise InputError("error.attempt.unknown")
    return attempt, person


def each(session: Session, batch: Batch, papers: Sequence[Paper]) -> list[Tried[Paper]]:
    """Papers of a batch with what goes with each."""
    people = {
        one.id: one for one in session.scalars(select(Person).where(Person.id.in_({one.person_id for one in papers})))
    }
    decided_of: dict[int | None, list[Decision]] = {}
    for one in session.scalars(decided(batch)):
        decided_of.setdefault(one.attempt_id, []).append(one)
    return [_tried(one, people[one.person_id or 0], decided_of.get(one.id, [])) for one in papers]


def _tried(attempt: Paper, person: Person, decisions: Sequence[Decision]) -> Tried[Paper]:
    return Tried(attempt, person, tuple(decisions), verdict(attempt, decisions))


def _reason(reason: str) -> str:
    reason = reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise InputError("error.decision.reason", most=LONGEST_REASON)
    return reason
