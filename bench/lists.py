"""A district's lists: 5,000 people who handed in ten papers each, against 500 people (per person), and against the least that such a
list can cost (its figures read by bare SQL).

All are asked in turn, so that a machine that slows down slows each. Prints the medians, the ratios and the memory that the lists took;
leaves with 1 where a person costs half as much again among 5,000, or the memory is more than an old PC has to spare.
"""

import asyncio
import gc
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import insert, text

from assistant.assistant import Assistant
from assistant.records import own_desk
from assistant.records.drafts import _hash
from assistant.records.reports import report
from assistant.records.roster import Roster, Row
from assistant.records.tables import Attempt, Desk
from assistant.settings import read_settings
from assistant.ui.pieces.lists import lists

SEATS, MANY, FEW, TRIES, ROUNDS = 50, 5000, 500, 10, 3
MOST_GROWTH, MOST_MB = 1.5, 400
EXERCISES = ("pension-repair", "crop-loss-repair", "water-tankers", "school-roof", "official-email")
NAMES = ("learning", "completions", "attempts", "marks")


def made(home: Path, people: int) -> Assistant:
    """Records with so many people in batches of 50, each with ten papers and their real grades."""
    assistant = Assistant(read_settings({"EDAKSH_HOME": str(home)}))
    records, papers = assistant.records, []
    for id in [id for id in EXERCISES if id in {one for lab in assistant.labs.labs.values() for one in lab.exercises}]:
        exercise = assistant.labs.find(id)
        for answer in (exercise.file.given or "कोई उत्तर नहीं", exercise.file.model_answer):
            grade = asyncio.run(assistant.grade(exercise, answer, offline=True)).as_json()
            figures = {"score": grade["score"], "passed": grade["passed"], "held": False}
            papers.append({"exercise": id, "answer": answer, "grade": grade, **figures})
    for first in range(0, people, SEATS):
        batch = records.batches.create(None, f"B{first}", [], ["T1"])
        rows = [Row(n, f"E{n}", {"name": f"सीमा वर्मा {n}", "district": f"जिला {first // 500}"}) for n in range(first, first + SEATS)]  # fmt: skip
        records.enrolment.enrol(None, Roster(rows, [], []), batch)
        whose = [(one.person_id, _hash(own_desk(one.person, batch))) for one in records.batches.members(batch)]
        of = {"batch_id": batch.id}
        with records.database.writing() as session:
            session.execute(insert(Desk), [{"key": desk, "person_id": id, **of} for id, desk in whose])
            tried = [papers[n % len(papers)] | {"desk_key": desk, "person_id": id, **of} for id, desk in whose for n in range(TRIES)]  # fmt: skip
            session.execute(insert(Attempt), tried)
    return assistant


def page(assistant: Assistant, name: str) -> str:
    """A list of all batches, as the district's page shows it."""
    table = report(name, assistant.records, assistant.records.batches.all(), assistant.labs.labs)
    return lists(name, table, {}, assistant.labs, "hi")


def bare(assistant: Assistant) -> object:
    with assistant.records.database.reading() as session:
        return session.execute(text("SELECT id, person_id, exercise, at, score, passed FROM attempts")).all()


def seconds(look: Callable[[], object]) -> float:
    gc.collect()
    began = time.perf_counter()
    look()
    return time.perf_counter() - began


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        few, many = made(Path(folder) / "few", FEW), made(Path(folder) / "many", MANY)
        looks: dict[str, Callable[[], object]] = {"the figures by bare SQL": lambda: bare(many)}
        for name in NAMES:
            looks[f"{name}, {FEW} people"] = partial(page, few, name)
            looks[f"{name}, {MANY} people"] = partial(page, many, name)
        taken: dict[str, list[float]] = {name: [] for name in looks}
        for _ in range(ROUNDS):
            for name, look in looks.items():
                taken[name].append(seconds(look))
        memory = {}
        for name in NAMES:
            tracemalloc.start()
            page(many, name)
            memory[name] = tracemalloc.get_traced_memory()[1] / 1e6
            tracemalloc.stop()
    medians = {name: statistics.median(times) for name, times in taken.items()}
    for name, median in medians.items():
        print(f"{name}: {median:.2f} s")
    growths = {
        name: medians[f"{name}, {MANY} people"] / (MANY / FEW * medians[f"{name}, {FEW} people"]) for name in NAMES
    }
    for name, growth in growths.items():
        print(
            f"{name}: a person among {MANY} costs {growth:.2f} of one among {FEW} (at most {MOST_GROWTH}), {memory[name]:.0f} MB"
        )
    sys.exit(max(growths.values()) > MOST_GROWTH or max(memory.values()) > MOST_MB)


if __name__ == "__main__":
    main()
