"""Whatever was told to be kept is kept, though the power goes at that very moment."""

import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

ROOM = """
import sys, threading
from assistant.assistant import Assistant
from assistant.records import own_desk
from assistant.settings import read_settings

records = Assistant(read_settings()).records
batch = records.batches.get("B1")

def trainee(n):
    person, tries = records.people.get(f"K{n}"), 0
    while True:
        tries += 1
        attempt = records.hand_in(own_desk(person, batch), "first", f"{n}-{tries}", {"score": 70, "passed": True}, ())
        sys.stdout.write(f"{attempt.id} {n}-{tries}\\n")
        sys.stdout.flush()

for n in range(20):
    threading.Thread(target=trainee, args=(n,), daemon=True).start()
threading.Event().wait()
"""


def test_what_twenty_people_were_told_is_handed_in_is_there_after_a_power_cut(records, room, home):
    for n in range(20):
        records.batches.join(None, room.batch, records.people.put(None, f"K{n}", name=str(n)).person)
    told: dict[int, str] = {}
    for round in range(2):
        with subprocess.Popen(
            [sys.executable, "-c", ROOM], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
        ) as people:
            assert people.stdout
            lines = [people.stdout.readline() for _ in range(25)]
            time.sleep(0.05 * round)
            people.kill()
            lines += [line for line in people.stdout if line.endswith(b"\n")]
        for line in lines:
            id, answer = line.decode().split()
            told[int(id)] = answer
    records.database.engine.dispose()
    with closing(sqlite3.connect(home / "edaksh.db")) as there:
        kept = dict(there.execute("SELECT id, answer FROM attempts"))
        assert there.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(told) >= 50
    assert told.items() <= kept.items()


def test_two_who_save_at_once_lose_and_cross_nothing(records, room):
    """Eight threads hand in for two people: each attempt is one's own, and each number is given once."""
    import threading

    def hand_in(person):
        for _ in range(5):
            room.hand_in(person, "first", 70)

    threads = [threading.Thread(target=hand_in, args=(person,)) for person in (room.seema, room.ramesh) * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    tried = records.attempts.of_batch(room.batch)
    assert [one.person.employee_id for one in tried].count("E1") == 20
    assert len({one.attempt.id for one in tried}) == 40
