"""One batch as its trainer sees it: the seats, how each stands, and what the room gets wrong most."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from assistant.assistant import Assistant
from assistant.checks import CHECKS
from assistant.labs.lab import Lab
from assistant.records import Batch, Person
from assistant.records.room import Place

STUCK = timedelta(minutes=5)
"""Somebody at the PC who has moved nothing for so long is stuck, or talks to a neighbour."""
COMMONEST = 3


class Seat(NamedTuple):
    """One seat of the wall: `state` is help, stuck, done, works, gone or empty; `minutes` since when."""

    place: Place
    state: str
    minutes: int
    exercise: str
    form: str


@dataclass(frozen=True)
class Classroom:
    """A batch, and who looks at it in which language, from which PC."""

    assistant: Assistant
    who: Person
    batch: Batch
    screen: str
    pc: str = ""

    @property
    def labs(self) -> dict[str, Lab]:
        """The labs of this batch, in their order; all there are where none were chosen."""
        there = self.assistant.labs.labs
        return {id: there[id] for id in self.batch.labs if id in there} if self.batch.labs else there

    @property
    def exercises(self) -> list[str]:
        """The exercises of these labs, in their order."""
        return [id for lab in self.labs.values() for id in lab.exercises]

    @cached_property
    def places(self) -> list[Place]:
        return self.assistant.records.room.places(self.batch)

    @cached_property
    def seats(self) -> list[Seat]:
        """Every seat and how it stands, by its number: a seat keeps its place whatever happens in it."""
        now = datetime.now(UTC)
        return [_seat(place, now) for place in self.places]

    def count(self, *states: str) -> int:
        return sum(seat.state in states for seat in self.seats)

    @property
    def here(self) -> int:
        return sum(place.here for place in self.places)

    @cached_property
    def commonest(self) -> list[tuple[str, int]]:
        """What most people of the room have in the paper they handed in last, each with how many do."""
        last = (place.last.attempt for place in self.places if place.last)
        codes = (
            {
                one["code"]
                for one in attempt.grade.get("findings", ())
                if one["severity"] != "hint" and one["code"] in CHECKS
            }
            for attempt in last
        )
        counted = Counter(code for each in codes for code in each)
        return sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:COMMONEST]

    def title(self, exercise: str) -> str:
        """An exercise's title; its id where it is there no more."""
        for lab, each in self.assistant.labs.labs.items():
            if exercise in each.exercises:
                return self.assistant.labs.exercise(lab, exercise).title(self.screen)
        return exercise


def _seat(place: Place, now: datetime) -> Seat:
    room, _, at = place.at.partition("/")
    exercise, form = (at, "") if room == "labs" else ("", at)
    since = place.help or place.moved
    minutes = int((now - since).total_seconds() // 60) if since else 0
    done = bool(place.last and place.last.attempt.exercise == exercise and place.last.verdict.passed)
    if place.help:
        state = "help"
    elif not place.here:
        state = "gone" if place.moved else "empty"
    elif done:
        state = "done"
    elif place.moved and now - place.moved > STUCK:
        state = "stuck"
    else:
        state = "works"
    return Seat(place, state, minutes, exercise, form)
