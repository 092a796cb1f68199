"""Fifty people at once: drafts through the app's own protocol, beside the bare openai client, against the same paced model.

    python bench/seats.py [SEATS] [--at-once]     # else 50 over five seconds, 50 at once, 200: two and a half minutes

The model is a small server of its own that gives 20 tokens a second. First the bare client asks it for as many answers as there are seats,
then as many browsers ask the app. Prints first words, whole time, CPU and memory of the app for a draft, errors, each beside what is
promised; leaves with 1 where a draft failed, was lost or crossed, or 50 seats wait longer. On a machine that does other things the times
say nothing.
"""

import argparse
import asyncio
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple

import httpx

ROOT = Path(__file__).resolve().parents[1]
TOKENS, PACE, SPREAD = 300, 1 / 20, 5.0
FIRST, FIRST_AT_ONCE, WHOLE, GRACE = 1.5, 3.3, 1.2, 0.3
"""The most that first words and the whole may take, in times the bare client's; half a second's part is nobody's to notice."""


class Seen(NamedTuple):
    """One answer: seconds to its first words and to its end, and its text; "" where it failed."""

    first: float
    whole: float
    text: str


async def model(port: int) -> None:
    """The paced model: its answer speaks of the number that it was asked about."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = int(head.split("content-length:")[1].split("\r\n")[0])
        asked = json.loads(await reader.readexactly(length))["messages"][-1]["content"]
        own = asked.split("संख्या ")[1].split()[0] if "संख्या " in asked else "0"
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")
        words = f"निवेदन है कि संख्या {own} के संबंध में कार्यवाही की जाए तथा इसकी सूचना इस कार्यालय को दी जाए। ".split(" ")
        for n in range(TOKENS):
            word = words[n] if n < len(words) else f"पद{n} के लिए{'।' if n % 12 == 0 else ''}"
            delta = {"choices": [{"index": 0, "delta": {"content": word + " "}, "finish_reason": None}]}
            writer.write(f"data: {json.dumps(delta)}\n\n".encode())
            await writer.drain()
            await asyncio.sleep(PACE)
        end = {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}
        writer.write(f"data: {json.dumps(end)}\n\ndata: [DONE]\n\n".encode())
        writer.close()

    async def safely(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await answer(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            writer.close()

    server = await asyncio.start_server(safely, "127.0.0.1", port, backlog=512)
    await server.serve_forever()


async def alone(url: str, seats: int, at_once: bool) -> list[Seen]:
    """As many answers by the openai client alone."""
    import openai

    async with openai.AsyncOpenAI(base_url=url, api_key="none", max_retries=0, timeout=120) as client:
        await bare(client, 1, 0)  # the first call loads what the others find there
        return await crowd(lambda n, wait: bare(client, n, wait), seats, at_once)


async def bare(client, n: int, wait: float) -> Seen:  # type: ignore[no-untyped-def]
    await asyncio.sleep(wait)
    began, first, text = time.perf_counter(), 0.0, ""
    asked = [{"role": "user", "content": f"संख्या {n} "}]
    async for chunk in await client.chat.completions.create(model="m", messages=asked, stream=True):
        text += chunk.choices[0].delta.content or ""
        first = first or time.perf_counter() - began
    return Seen(first, time.perf_counter() - began, text)


async def through(app: str, fn: int, seats: int, at_once: bool) -> list[Seen]:
    """As many drafts through the app."""
    # One client for all: to make one takes as long as a draft's first words, and a browser has made its own long before.
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=0)
    async with httpx.AsyncClient(base_url=app, timeout=120, limits=limits) as client:
        await seat(client, fn, 1, 0)  # the first call imports what the others find there
        return await crowd(lambda n, wait: seat(client, fn, n, wait), seats, at_once)


async def seat(client: httpx.AsyncClient, fn: int, n: int, wait: float) -> Seen:
    """One draft through Gradio's queue, as the page's own client asks for it."""
    await asyncio.sleep(wait)
    began, first, session = time.perf_counter(), 0.0, uuid.uuid4().hex
    brief = json.dumps({"subject": "जाँच", "points": [f"प्रकरण संख्या {n} लंबित है"]}, ensure_ascii=False)
    try:
        asked = {"data": ["letter", "hi", brief], "fn_index": fn, "session_hash": session}
        (await client.post("/gradio_api/queue/join", json=asked)).raise_for_status()
        async with client.stream("GET", "/gradio_api/queue/data", params={"session_hash": session}) as events:
            async for line in events.aiter_lines():
                told = json.loads(line[5:]) if line.startswith("data:") else {}
                if told.get("msg") == "process_generating":
                    first = first or time.perf_counter() - began
                elif told.get("msg") == "process_completed":
                    text = told["output"]["data"][0] if told["success"] else ""
                    return Seen(first, time.perf_counter() - began, text)
    except (httpx.HTTPError, KeyError):
        pass
    return Seen(first, time.perf_counter() - began, "")


async def crowd(ask: Callable[[int, float], Awaitable[Seen]], seats: int, at_once: bool) -> list[Seen]:
    return await asyncio.gather(*(ask(10_000 + n, 0 if at_once else SPREAD * n / seats) for n in range(seats)))


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("seats", nargs="?", type=int, help="this many alone, not 50, 50 at once and 200")
    options.add_argument("--at-once", action="store_true", help="all in the same instant, not over five seconds")
    options.add_argument("--model", type=int, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.model:
        asyncio.run(model(chosen.model))
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, most), most))
    rooms = [(chosen.seats, chosen.at_once)] if chosen.seats else [(50, False), (50, True), (200, False)]
    address, app = "http://127.0.0.1:18411/v1", "http://127.0.0.1:18412"
    with tempfile.TemporaryDirectory() as home, Path(home, "log").open("wb") as log:
        settings = {
            "EDAKSH_HOME": home, "OPENAI_BASE_URL": address, "EDAKSH_MODEL": "openai:m", "OPENAI_API_KEY": "none",
            "EDAKSH_MODEL_CONCURRENCY": "200", "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        paced = subprocess.Popen([sys.executable, __file__, "--model", "18411"])
        served = subprocess.Popen(
            [sys.executable, "-m", "assistant", "serve", "--port", "18412"],
            env=os.environ | settings,
            stdout=log,
            stderr=log,
        )
        try:
            fn = _ready(app)
            kept = [room(address, app, fn, served.pid, seats, at_once) for seats, at_once in rooms]
        finally:
            served.terminate()
            paced.terminate()
    sys.exit(0 if all(kept) else 1)


def room(address: str, app: str, fn: int, server: int, seats: int, at_once: bool) -> bool:
    """Lets a room ask, prints what it saw beside what is promised, and tells whether all of that was kept."""
    without = asyncio.run(alone(address, seats, at_once))
    before = _used(server)
    seen = asyncio.run(through(app, fn, seats, at_once))
    cpu = (_used(server) - before) / seats
    memory = int(Path(f"/proc/{server}/statm").read_text().split()[1]) * 4 // 1024
    own = [f"संख्या {10_000 + n}" for n in range(seats)]
    failed = sum(not one.text for one in seen)
    lost = sum(bool(one.text) and (own[n] not in one.text or "पद299" not in one.text) for n, one in enumerate(seen))
    crossed = sum(other in one.text for n, one in enumerate(seen) for m, other in enumerate(own) if m != n)
    print(
        f"{seats} seats {'at once' if at_once else f'over {SPREAD:g} s'}, {TOKENS} tokens at {1 / PACE:g} a second (p95)"
    )
    within = [
        _told("first words", [one.first for one in seen], [one.first for one in without], FIRST_AT_ONCE if at_once else FIRST, GRACE),
        _told("whole", [one.whole for one in seen], [one.whole for one in without], WHOLE),
    ]  # fmt: skip
    print(f"CPU of the app for a draft {cpu * 1000:.0f} ms, memory {memory} MB")
    print(f"errors {failed}, lost {lost}, crossed {crossed}   promised: none")
    return not (failed or lost or crossed) and (all(within) or seats > 50)


def _told(what: str, ours: list[float], bare: list[float], times: float, grace: float = 0.0) -> bool:
    one, other = p95(ours), p95(bare)
    promised = f"{times:g} times" + (f" or {grace:g} s more" if grace else "")
    print(f"{what:12} {one:6.2f} s   bare {other:6.2f} s   {one / other:5.2f} times   promised at 50 seats: {promised}")
    return one <= max(times * other, other + grace)


def _ready(app: str) -> int:
    """Waits for the app, and gives the number of its endpoint `/draft`."""
    for _ in range(300):
        try:
            config = httpx.get(f"{app}/config", timeout=5).json()
            return int(next(one["id"] for one in config["dependencies"] if one["api_name"] == "draft"))
        except (httpx.HTTPError, ValueError):
            time.sleep(0.2)
    raise SystemExit("The app didn't start.")


def _used(process: int) -> float:
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
