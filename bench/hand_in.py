"""A room of fifty hands in at once, against fifty times one alone: how long until each has the mark on the screen, and how long
the server can't answer anyone else meanwhile.

Each desk is the screen's own handler with a real database. Leaves with 1 where one of them gets no mark, or where fifty together
take longer than fifty one after the other.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from types import SimpleNamespace
from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.settings import read_settings
from assistant.ui.desk import COOKIE, new_key
from assistant.ui.labels import Labels
from assistant.ui.screens.labs import Bench

PEOPLE, ALONE = 50, 10
LIMIT = 1.5
EXERCISES = ("water-tankers", "pension-repair", "survey-translate", "battery-purchase", "cold-chain-email")
BEAT = 0.01


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        assistant = Assistant(read_settings({"EDAKSH_HOME": home}))
        with gr.Blocks():
            screen = Bench(assistant, Labels())
        sys.exit(asyncio.run(measured(screen)))


async def measured(screen: Bench) -> bool:
    """Whether all went as it should."""
    rows = [EXERCISES[n % len(EXERCISES)] for n in range(PEOPLE)]
    for exercise in EXERCISES:  # the first of each reads its files, and isn't counted
        await hand_in(screen, await seated(screen, exercise), exercise)
    one = await in_a_row(screen, rows[:ALONE])
    room = [await seated(screen, exercise) for exercise in rows]
    late: list[float] = []
    beating = asyncio.create_task(beats(late))
    begun = time.perf_counter()
    together = await asyncio.gather(*(hand_in(screen, *one) for one in zip(room, rows, strict=True)))
    whole = time.perf_counter() - begun
    beating.cancel()
    alone = statistics.mean([*one, *await in_a_row(screen, rows[:ALONE])])  # before and after, as machines get busier
    waits = sorted(seconds for seconds, _ in together)
    marked = sum(passed for _, passed in together)
    ratio = whole / (PEOPLE * alone)
    print(f"one alone                          {alone * 1000:6.0f} ms")
    print(
        f"{PEOPLE} at once: half have their mark in {waits[PEOPLE // 2] * 1000:6.0f} ms, the last in {waits[-1] * 1000:.0f} ms"
    )
    print(f"ratio to {PEOPLE} one after the other     {ratio:6.2f}    (at most {LIMIT:.2f})")
    print(f"longest time without an answer to others {max(late) * 1000:.0f} ms")
    print(f"marks that came and are right      {marked} of {PEOPLE}")
    return ratio > LIMIT or marked < PEOPLE


async def in_a_row(screen: Bench, rows: list[str]) -> list[float]:
    """How long each takes that hands in alone."""
    return [(await hand_in(screen, await seated(screen, exercise), exercise))[0] for exercise in rows]


async def beats(late: list[float]) -> None:
    """How late the server's own clock comes: so long everybody else's typing waits."""
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(BEAT)
        late.append(time.perf_counter() - begun - BEAT)


async def seated(screen: Bench, exercise: str) -> Any:
    """A desk with that exercise open."""
    request: Any = SimpleNamespace(cookies={COOKIE: new_key()})
    await asyncio.to_thread(screen.open, request, "tab", exercise)
    return request


async def hand_in(screen: Bench, request: Any, exercise: str) -> tuple[float, bool]:
    """A desk hands in the model answer: seconds to the mark, and whether it is one that passes."""
    answer = screen.assistant.labs.find(exercise).file.model_answer
    begun = time.perf_counter()
    told = [shown async for shown in screen.hand_in(request, "tab", exercise, answer, False)]
    return time.perf_counter() - begun, "passed" in str(told[-1].get(screen.marks, ""))


if __name__ == "__main__":
    main()
