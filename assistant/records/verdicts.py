"""What an attempt counts after a trainer's decisions: a pure function of the two."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from assistant.records.tables import Attempt, Decision

HELD = "grade.failed.injection"
"""The reason, among a grade's, that waits for a trainer's eyes."""


class Verdict(NamedTuple):
    """What an attempt counts: its own mark, or that of the trainer's last decision on it (`mark`). `at` is since when it is so."""

    score: float
    passed: bool
    at: datetime
    mark: Decision | None = None
    returned: Decision | None = None
    held: bool = False
    """Whether it can't pass before a trainer has looked at it."""


def verdict(attempt: Attempt, decisions: Iterable[Decision]) -> Verdict:
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
        held = HELD in attempt.grade.get("failed", ())
        return Verdict(attempt.score, attempt.passed and not returned, attempt.at, None, returned, held)
    passed = bool(mark.passed) and not returned
    since = attempt.at if attempt.passed and mark.passed else mark.at
    return Verdict(float(mark.score or 0), passed, since, mark, returned)
