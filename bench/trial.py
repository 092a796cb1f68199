"""A trainer's day: fifty people of an Excel sheet with three bad rows do two labs at once, and the server is stopped, and killed, in the
middle. By plain HTTP, as the browser speaks to it.

    python bench/trial.py [SEATS]

The trainer makes the first admin, a batch and its people, prints the sheet; each trainee signs in with number, name and PIN, saves at
every pause, hands in twice what fails and then what passes. Leaves with 1 where a paper that was told to be handed in isn't there, is
twice there or is somebody else's, where the list of who finished isn't right, or where the server wrote a failure into its log.
"""

import asyncio
import csv
import io
import json
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections import Counter
from html import unescape
from pathlib import Path
from typing import Any

import httpx
from openpyxl import Workbook

from assistant.assistant import Assistant
from assistant.messages import say
from assistant.settings import read_settings

ROOT = Path(__file__).resolve().parents[1]
PASSWORD, SAME = uuid.uuid4().hex, say("bench.same", "hi")
LABS = ("first-letter", "official-email")
LETTERS = "कखगघचछजझटठ"
"""Of two of these is a name: a figure more would be a fact that nobody gave."""
NEEDED, PATIENCE, LOOKS = 6, 600, 3
"""Exercises that finish a lab; seconds that all of it may take; seconds between two looks of the trainer at the wall."""
PAGE = {"Accept": "text/html"}


def sought(pattern: str, text: str, told: str) -> str:
    """The first group of a pattern in what the server said."""
    match = re.search(pattern, text)
    sure(match, told)
    return match[1] if match else ""


def sure(fact: object, told: str) -> None:
    if not fact:
        sys.exit(f"It went wrong: {told}")


class Lab:
    """The server in a process of its own, which is ended and begun again at the same port with the same folder."""

    def __init__(self, home: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url, self.log, self._home = f"http://127.0.0.1:{self.port}", home / "server.log", home
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("EDAKSH_", "OPENAI_"))}
        command = [sys.executable, "-m", "assistant", "serve", "--host", "0.0.0.0", "--port", str(self.port)]  # noqa: S104
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, env=kept | {"EDAKSH_HOME": str(self._home)}, stdout=log, stderr=log)  # fmt: skip
        for _ in range(600):
            try:
                if httpx.get(f"{self.url}/healthz", timeout=2).status_code == 200:
                    return
            except httpx.HTTPError:
                time.sleep(0.1)
        sys.exit(f"The server didn't start: {self.log.read_text(encoding='utf-8')[-2000:]}")

    def end(self, how: signal.Signals) -> float:
        began = time.monotonic()
        if self._process:
            self._process.send_signal(how)
            self._process.wait(20)
        return time.monotonic() - began


class Browser:
    """One browser: its cookies, its tab, and what it presses. What the server doesn't answer is asked again, as a person would."""

    def __init__(self, url: str, waits: list[float]) -> None:
        self.client = httpx.AsyncClient(base_url=url, timeout=60, follow_redirects=False)
        self.tab, self._waits = uuid.uuid4().hex, waits
        self._pressed: dict[str | None, int] = {}
        self.lost = 0

    async def ask(self, method: str, path: str, **sent: Any) -> httpx.Response:
        while True:
            began = time.monotonic()
            try:
                answer = await self.client.request(method, path, **sent)
                if answer.status_code < 500:
                    self._waits.append(time.monotonic() - began)
                    return answer
            except httpx.TransportError:
                pass
            self.lost += 1
            await asyncio.sleep(0.5)

    async def form(self, path: str, **fields: str) -> httpx.Response:
        return await self.ask("POST", path, data=fields)

    async def learn(self) -> None:
        """Which numbers the page's buttons have."""
        told = (await self.ask("GET", "/config")).json()
        named = {part["id"]: part["props"].get("elem_id") for part in told["components"]}
        for one in told["dependencies"]:
            for part, event in one["targets"]:
                page = " ".join(named.get(each) or "" for each in one["inputs"])
                self._pressed.setdefault(page if event == "load" else named.get(part), one["id"])

    async def press(self, button: str, *values: Any) -> str:
        """What the page shows after a button, or once it is loaded (then named by what it is opened with), as one text."""
        asked = {"data": list(values), "fn_index": self._pressed[button], "session_hash": self.tab}
        answer = await self.ask("POST", "/gradio_api/run/predict", json=asked)
        answer.raise_for_status()
        return unescape(json.dumps(answer.json(), ensure_ascii=False))


def sheet(people: list[tuple[str, str]]) -> bytes:
    """The trainer's Excel sheet, with a title over the heading, an empty line, and three rows that can't go in."""
    book = Workbook()
    page = book.create_sheet(index=0)
    page.append(["प्रशिक्षण सूची"])
    page.append([])
    page.append(["नाम", "कर्मचारी क्रमांक", "पदनाम", "जिला"])
    for id, name in people:
        page.append([name, id, "सहायक ग्रेड-3", "सीहोर"])
    page.append(["", "X1", "सहायक ग्रेड-3", "सीहोर"])
    page.append(["बिना क्रमांक", "", "सहायक ग्रेड-3", "सीहोर"])
    page.append([people[0][1], people[0][0], "सहायक ग्रेड-3", "सीहोर"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def right(exercise: Any) -> str:
    """An answer that passes."""
    if exercise.file.kind != "quiz":
        return str(exercise.file.model_answer).strip()
    lines = (
        (one.id, [n for n, option in enumerate(one.options, 1) if option.right]) for one in exercise.file.questions
    )
    return "\n".join(f"{id}: {', '.join(map(str, picked))}" for id, picked in lines)


async def prepare(lab: Lab, people: list[tuple[str, str]], waits: list[float]) -> tuple[Browser, str, dict[str, str]]:
    """The trainer's morning: the first admin, a batch, the sheet, the PINs. Gives the trainer's browser, the number, name → PIN."""
    trainer = Browser(lab.url, waits)
    code = sought(r"/first\?code=(\w+)", lab.log.read_text(encoding="utf-8"), "no link for the first admin")
    done = await trainer.form("/first", first=code, employee_id="A1", name="प्रशिक्षक", password=PASSWORD)
    sure(done.status_code == 303, done.text)
    await trainer.learn()
    await trainer.press("do", "{}", json.dumps({"do": "begin", "code": "सीहोर-1", "labs": list(LABS)}))
    to = {"batch": "सीहोर-1", "file": "roster.xlsx"}
    for dry in ("1", ""):
        told = (await trainer.ask("POST", "/trainer/roster", params={**to, "dry": dry}, content=sheet(people))).json()
        sure(told["bad"] == 3, told["html"])
    page = (await trainer.form("/trainer/sheet", batch="सीहोर-1")).text
    door = sought(r'class="door">(\d{4})<', page, page[:500])
    pins = dict(re.findall(r'<td>([^<]+)<br>.*?class="pin">(\d{4})<', page))
    sure(len(pins) == len(people), f"{len(pins)} PINs")
    return trainer, door, pins


async def trainee(lab: Lab, door: str, name: str, pin: str, lab_of: list[Any], waits: list[float], told: Counter[str]) -> int:  # fmt: skip
    """One person's hour. Counts in `told` the papers that were told to be handed in; gives how often the server was gone."""
    mine = Browser(lab.url, waits)
    page = (await mine.form("/signin", code=door)).text
    listed = rf'value="(\d+)" required[^>]*> <span>{re.escape(name)}</span>'
    chosen = sought(listed, page, f"{name} isn't on the list")
    done = await mine.form("/signin/enter", code=door, person=chosen, pin=pin)
    sure(done.status_code == 303, done.text)
    await mine.learn()
    for n, exercise in enumerate(lab_of):
        mark = "" if exercise.file.kind == "quiz" else f"\n\n{name}"
        tries = [right(exercise) + mark]
        if n < 2 and mark:
            tries.insert(0, f"अभी अधूरा है।{mark}")
        for answer in tries:
            opened = await mine.press("tab at", mine.tab, exercise.id)
            others = [one for one in re.findall(r"प्रशिक्षु [क-ठ]{2}", opened) if one != name]
            sure(name in opened and not others, f"{name} was shown {others}")
            for part in (len(answer) // 2, len(answer)):
                await mine.ask(
                    "POST", f"/desk/work/{exercise.id}", json={"tab": mine.tab, "fields": {"editor": answer[:part]}}
                )
                await asyncio.sleep(0.05 + told.total() * 7 % 10 / 25)
            shown = await mine.press("hand-in", mine.tab, exercise.id, answer, False)
            sure("data-handed" in shown or SAME in shown, f"{name}, {exercise.id}: {shown[:600]}")
            told[f"{name}|{exercise.id}|{answer}"] += 1
    lost = mine.lost
    await mine.form("/desk/new")
    return lost


async def watch(trainer: Browser, walls: list[float]) -> None:
    """The trainer looks at the wall."""
    where = json.dumps({"batch": "सीहोर-1"})
    while True:
        began = time.monotonic()
        shown = await trainer.press("where", where)
        sure("सीहोर-1" in shown, shown[:500])
        walls.append(time.monotonic() - began)
        await asyncio.sleep(LOOKS)


async def trouble(lab: Lab, told: Counter[str], all_: int) -> list[str]:
    """The server is stopped in the first third and killed in the second, while people hand in."""
    done = []
    for share, how in ((0.3, signal.SIGTERM), (0.6, signal.SIGKILL)):
        while told.total() < share * all_:  # noqa: ASYNC110 a paper more or less is the same
            await asyncio.sleep(0.05)
        took = await asyncio.to_thread(lab.end, how)
        await asyncio.to_thread(lab.begin)
        done.append(f"{how.name} after {told.total()} papers ({took:.1f} s)")
    return done


def proven(home: Path, told: Counter[str], rows: list[dict[str, str]], people: list[tuple[str, str]]) -> list[str]:
    """What is wrong with what was kept."""
    records = Assistant(read_settings({"EDAKSH_HOME": str(home)})).records
    batch, wrong = records.batches.get("सीहोर-1"), []
    kept: Counter[str] = Counter()
    for one in records.attempts.of_batch(batch):
        attempt = records.attempts.get(one.attempt.id, records.people.get("A1")).attempt
        kept[f"{one.person.name}|{attempt.exercise}|{attempt.answer}"] += 1
    wrong += [f"lost: {key[:80]}" for key in told - kept] + [f"twice or another's: {key[:80]}" for key in kept - told]
    finished = Counter(row["employee_id"] for row in rows)
    wrong += [f"{id} finished {finished[id]} labs" for id, _ in people if finished[id] != 1]
    wrong += [
        f"{row['employee_id']} in {row['lab']}" for row in rows if row["lab"] != LABS[int(row["employee_id"][1:]) % 2]
    ]
    return wrong


async def day(home: Path, seats: int) -> list[str]:
    assistant = Assistant(read_settings({"EDAKSH_HOME": str(home)}))
    work = [[assistant.labs.find(id) for id in assistant.labs.labs[lab].exercises[:NEEDED]] for lab in LABS]
    people = [(f"E{n}", f"प्रशिक्षु {LETTERS[n // 10]}{LETTERS[n % 10]}") for n in range(seats)]
    waits: list[float] = []
    walls: list[float] = []
    told: Counter[str] = Counter()
    lab = Lab(home)
    lab.begin()
    try:
        trainer, door, pins = await prepare(lab, people, waits)
        all_ = seats * (NEEDED + 2)
        looking = asyncio.create_task(watch(trainer, walls))
        failing = asyncio.create_task(trouble(lab, told, all_))
        began = time.monotonic()
        each = (trainee(lab, door, name, pins[name], work[int(id[1:]) % 2], waits, told) for id, name in people)
        lost = await asyncio.wait_for(asyncio.gather(*each), PATIENCE)
        took = time.monotonic() - began
        done = await failing
        looking.cancel()
        report = await trainer.ask("GET", "/trainer/report/completions.csv", params={"batch": "सीहोर-1"})
        rows = list(csv.DictReader(io.StringIO(report.content.decode("utf-8-sig"))))
    finally:
        lab.end(signal.SIGTERM)
    print(
        f"{seats} people, {told.total()} papers told to be handed in, {took:.0f} s; {'; '.join(done)}; asked again {sum(lost)} times"
    )
    waits.sort()
    print(
        f"an answer of the server: median {statistics.median(waits):.2f} s, 95 of 100 within {waits[int(len(waits) * 0.95)]:.2f} s"
    )
    print(
        f"the wall: median {statistics.median(walls):.2f} s, longest {max(walls):.2f} s; {len(rows)} rows on the list"
    )
    failed = re.findall(
        r"^(?:Failure .*|Traceback.*(?:\n[ ].*)*\n\S.*)$", lab.log.read_text(encoding="utf-8"), re.MULTILINE
    )
    return [
        *proven(home, told, rows, people),
        *(f"in the log: {' / '.join(one.splitlines()[-3:])}" for one in failed[:5]),
    ]


def main() -> None:
    seats = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with tempfile.TemporaryDirectory() as home:
        wrong = asyncio.run(day(Path(home), seats))
    for line in wrong[:20]:
        print(line)
    print("nothing lost, nothing crossed" if not wrong else f"{len(wrong)} things are wrong")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
