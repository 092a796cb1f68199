"""What one desk has done in the labs: begun, handed in, passed, and what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from assistant.assistant import Assistant
from assistant.labs import Exercise
from assistant.labs.lab import Lab
from assistant.labs.rubric import Criterion
from assistant.records import Attempt, Batch, Work
from assistant.records.attempts import Tried
from assistant.records.verdicts import Verdict, verdict
from assistant.ui.desk import Request, key_of, language_of
from assistant.ui.seat import seat_of


@dataclass(frozen=True)
class Practice:
    """The labs as one desk has them. `at` is the exercise that is open; None shows the map.

    `tried` is what a trainer decided of the attempts, by their ids, `excused` the exercises that needn't be done, with the reasons.
    """

    assistant: Assistant
    screen: str
    works: dict[str, Work]
    attempts: dict[str, list[Attempt]]
    at: Exercise | None = None
    batch: Batch | None = None
    tried: dict[int, Tried[Attempt]] = field(default_factory=dict)
    excused: dict[str, str] = field(default_factory=dict)

    @property
    def connected(self) -> bool:
        """Whether there is a model for whoever sits here: a trainer can turn it off for the room."""
        return self.assistant.model.connected and (self.batch is None or self.batch.model)

    @property
    def coached(self) -> bool:
        """Whether there are hints and the assistant's draft: the trainer can turn these off too."""
        return self.batch is None or self.batch.coach

    def leads(self, id: str) -> bool:
        """Whether the assistant only asks and points in an exercise, as its lab or the exercise itself says."""
        lab = self.labs.get(self.lab_of(id))
        return lab is not None and (self.assistant.labs.find(id).file.coach or lab.coach) == "leads"

    @property
    def led(self) -> bool:
        """The same for the exercise that is open."""
        return self.at is not None and self.leads(self.at.id)

    def counts(self, attempt: Attempt) -> Verdict:
        """What an attempt counts, with the trainer's word."""
        return self.tried[attempt.id].verdict if attempt.id in self.tried else verdict(attempt, ())

    @property
    def labs(self) -> dict[str, Lab]:
        """The labs there are; in a batch those that its trainer chose, in that order."""
        there = self.assistant.labs.labs
        chosen = self.batch.labs if self.batch else []
        return {id: there[id] for id in chosen if id in there} or there

    @property
    def work(self) -> Work:
        """What lies on the desk of the open exercise."""
        return self.works[self.at.id] if self.at and self.at.id in self.works else Work(answer="", hints=0)

    @property
    def tries(self) -> list[Attempt]:
        """What was handed in for the open exercise, the last one last."""
        return self.attempts.get(self.at.id, []) if self.at else []

    @cached_property
    def passed(self) -> set[str]:
        """The exercises that were passed at least once: a later try costs nothing."""
        done = {id for id, tries in self.attempts.items() if any(self.counts(one).passed for one in tries)}
        return done | {*self.excused}

    @property
    def criteria(self) -> list[Criterion]:
        """What the open exercise is marked by."""
        return self.assistant.labs.rubric(self.at.file.rubric).criteria(self.at) if self.at else []

    def best(self, id: str) -> float | None:
        """The best score of an exercise; None where nothing was handed in."""
        return max((self.counts(one).score for one in self.attempts.get(id, [])), default=None)

    @property
    def begun(self) -> bool:
        """Whether anything of a person's is here."""
        return bool(self.works or self.attempts)

    def lab_of(self, id: str) -> str:
        """The lab that an exercise is in; "" where it is in none any more."""
        return next((lab for lab, each in self.labs.items() if id in each.exercises), "")

    @property
    def under_way(self) -> str:
        """The exercise that was begun last and isn't passed; "" where there is none."""
        begun = sorted((work.saved, id) for id, work in self.works.items() if id not in self.passed and self.lab_of(id))
        return begun[-1][1] if begun else ""

    def next(self, after: str = "") -> str:
        """The exercise to go on with: the one begun last and not yet passed, else the first of the first lab that isn't
        finished; `after` an exercise, the next one of its lab that isn't passed. "" where all are."""
        if lab := self.labs.get(self.lab_of(after)):
            place = lab.exercises.index(after) + 1
            return next(iter(self._left(lab, (*lab.exercises[place:], *lab.exercises[:place]))), "")
        if self.under_way:
            return self.under_way
        unfinished = [lab for lab in self.labs.values() if not lab.finished(self.passed)] or list(self.labs.values())
        return next((id for lab in unfinished for id in self._left(lab, lab.exercises)), "")

    def minutes(self, lab: Lab) -> int:
        """About how long it takes still to finish a lab, by the exercises that come next: never more than the lab takes as a whole."""
        done = sum(id in self.passed for id in lab.exercises)
        ahead = self._left(lab, lab.exercises)[: max(lab.needed - done, 0)]
        return min(sum(self.assistant.labs.find(id).file.minutes or 0 for id in ahead), lab.minutes)

    def _left(self, lab: Lab, ids: Iterable[str]) -> list[str]:
        """What isn't passed yet: first what is for everyone, then what is for some posts, and that only while the lab isn't finished."""
        left = [id for id in ids if id not in self.passed]
        everyone = [id for id in left if not self.assistant.labs.find(id).file.roles]
        return everyone if lab.finished(self.passed) else [*everyone, *(id for id in left if id not in everyone)]


def practice(assistant: Assistant, request: Request, at: str = "") -> Practice:
    """The labs as the desk of a request has them. Raises InputError where there is no exercise `at`."""
    key = key_of(request)
    works, attempts = assistant.records.works(key)
    exercise = assistant.labs.find(at) if at else None
    screen, seat = language_of(assistant, request), seat_of(request)
    if seat is None or seat.batch is None:
        return Practice(assistant, screen, works, attempts, exercise)
    tried, excused = assistant.records.attempts.decided(seat.batch, seat.person)
    told = {one.exercise: one.reason for one in excused}
    return Practice(assistant, screen, works, attempts, exercise, seat.batch, tried, told)
