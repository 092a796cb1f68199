"""The trainer's wall of 50 seats, each with papers handed in: with 5,000 people in the records against 50, and against the least that
a page of the room can ask (who is in it).

All are asked in turn, so that a machine that slows down slows each. Prints the medians and the ratios; leaves with 1 where 5,000
people cost the wall more than half as much again, or a look at it takes longer than the second in which the next one is due.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from assistant.assistant import Assistant
from assistant.records import Batch, Person, own_desk
from assistant.records.roster import Roster, Row
from assistant.settings import read_settings
from assistant.ui.classroom import Classroom
from assistant.ui.pieces.wall import wall

SEATS, PEOPLE, ROUNDS, TRIES = 50, 5000, 15, 3
MOST_GROWTH, MOST_MS = 1.5, 1000
EXERCISES = ("pension-repair", "crop-loss-repair")


def made(home: Path, people: int) -> tuple[Assistant, Batch, Person]:
    """Records with so many people in batches of 50, the first of them at work: signed in, three papers handed in each."""
    assistant = Assistant(read_settings({"EDAKSH_HOME": str(home)}))
    records = assistant.records
    for first in range(0, people, SEATS):
        batch = records.batches.create(None, f"B{first}", [], ["T1"])
        rows = [Row(n, f"E{n}", {"name": f"सीमा वर्मा {n}", "district": "सीहोर"}) for n in range(first, first + SEATS)]
        records.enrolment.enrol(None, Roster(rows, [], []), batch)
    batch = records.batches.get("B0")
    grades = {
        id: asyncio.run(assistant.grade(exercise, exercise.file.given + "\nसादर", offline=True)).as_json()
        for id in EXERCISES
        for exercise in [assistant.labs.find(id)]
    }
    for member in records.batches.members(batch):
        records.sessions.begin(member.person, batch)
        for n in range(TRIES):
            id = EXERCISES[n % len(EXERCISES)]
            answer = assistant.labs.find(id).file.given
            records.hand_in(own_desk(member.person, batch), id, answer, grades[id], ())
    return assistant, batch, records.people.get("T1")


def milliseconds(look: Callable[[], object]) -> float:
    began = time.perf_counter()
    look()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        few = made(Path(folder) / "few", SEATS)
        many = made(Path(folder) / "many", PEOPLE)
        looks: dict[str, Callable[[], object]] = {
            "who is in the room": lambda: many[0].records.batches.members(many[1]),
            f"the wall, {SEATS} people in all": lambda: wall(Classroom(few[0], few[2], few[1], "hi")),
            f"the wall, {PEOPLE} people in all": lambda: wall(Classroom(many[0], many[2], many[1], "hi")),
        }
        for look in looks.values():
            look()
        taken: dict[str, list[float]] = {name: [] for name in looks}
        for _ in range(ROUNDS):
            for name, look in looks.items():
                taken[name].append(milliseconds(look))
        medians = {name: statistics.median(times) for name, times in taken.items()}
        size = len(wall(Classroom(many[0], many[2], many[1], "hi")).encode())
    for name, median in medians.items():
        print(f"{name}: {median:.1f} ms")
    least, small, large = medians.values()
    print(f"{PEOPLE} people against {SEATS}: {large / small:.2f} (at most {MOST_GROWTH})")
    print(f"the wall against the least: {large / least:.1f}; {size / 1000:.0f} kB of page")
    sys.exit(large / small > MOST_GROWTH or large > MOST_MS)


if __name__ == "__main__":
    main()
