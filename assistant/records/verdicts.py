"""What an attempt counts after a trainer's decisions: a pure function of the two."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from assistant.records.tables import Attempt, Decision


class Handed(NamedTuple):
    """What was handed in, as far as it counts: a list of thousands has no need of the papers."""

    id: int
    person_id: int
    exercise: str
    at: datetime
    score: float
    passed: bool
    held: bool


class Verdict(NamedTuple):
    """What an attempt counts: its own mark, or that of the trainer's last decision on it (`mark`). `at` is since when it is so."""

    score: float
    passed: bool
    at: datetime
    mark: Decision | None = None
    returned: Decision | None = None
    held: bool = False
    """Whether it can't pass before a trainer has looked at it."""


def verdict(attempt: Attempt | Handed, decisions: Iterable[Decision]) -> Verdict:
    """The verdict on an attempt. Of `decisions` (in their order) only its own count; one to do it again holds until a mark after it."""
    mark: Decision | None = None
    returned: Decision | None = None
    for decision in decisions:
        if decision.attempt_id != attempt.id:
            continue
        if decision.kind == "mark":
            mark, returned = decision, None
        elif decision.kind == "return":
            returned = decision
    if mark is None:
        return Verdict(attempt.score, attempt.passed and not returned, attempt.at, None, returned, attempt.held)
    passed = bool(mark.passed) and not returned
    since = attempt.at if attempt.passed and mark.passed else mark.at
    return Verdict(float(mark.score or 0), passed, since, mark, returned)
