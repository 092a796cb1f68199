"""What a person sees of a call to a model: how many are before them, and what can be done where it failed."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from html import escape
from typing import TypeVar

from assistant.errors import AssistantError, ModelError
from assistant.messages import say, tell
from assistant.model import Sealed
from assistant.ui.desk import for_person
from assistant.ui.pieces import pages
from assistant.ui.pieces.html import safe

T = TypeVar("T")
RUN = "data-run"
"""The mark of a button by which the page's script asks a model once more for what it was asked for last (static/changes.js)."""


def waiting(ahead: int, language: str) -> str:
    """The status while nothing has come yet: the place in the line, or that the model is at it."""
    return say("asked.ahead", language, count=ahead) if ahead else say("draft.writing", language)


def place(ahead: int, language: str) -> str:
    """The status of what is read by a model, not written: the place in the line, as long as there is a line."""
    return pages.status(say("asked.ahead", language, count=ahead)) if ahead else ""


def consent(sealed: Sealed, language: str, level: int = 3) -> str:
    """What would be sent, and whether it may be: the page's script hears a yes by `data-run`."""
    return (
        f'<h{level} tabindex="-1">{safe("wish.send", language)}</h{level}>{pages.sent(sealed, language)}'
        f'<div class="acts"><button type="button" data-run="send">{safe("wish.yes", language)}</button> '
        f'<button type="button" data-drop>{safe("bench.rather-not", language)}</button></div>'
    )


async def waited(
    work: Callable[[Callable[[int], None]], Coroutine[None, None, T]], show: Callable[[int], T]
) -> AsyncGenerator[T, None]:
    """What is seen while some work waits for its calls, each time the place in the line changes, and at last what it gave. It goes on
    where nobody looks any more: what was handed in is marked."""
    told = asyncio.Queue[int]()
    task = asyncio.create_task(work(told.put_nowait))
    task.add_done_callback(lambda _: told.put_nowait(-1))
    while (ahead := await told.get()) >= 0:
        yield show(ahead)
    yield await task


def failed(error: ModelError, language: str, kept: bool | None, again: str = "again", plain: str = "") -> str:
    """One sentence on what went wrong, what became of what had come (None: nothing changed), and buttons that press those of the page
    with the ids `again` and `plain`; `again` as RUN asks just so once more."""
    told = [tell(error, language)]
    if kept is not None:
        told.append(say("draft.kept" if kept else "asked.plain", language))
    offers = [(again, "asked.again")] * error.again + [(plain, "draft.plain")] * bool(plain)
    marks = ((RUN if id == RUN else f'data-press="{id}"', key) for id, key in offers)
    buttons = "".join(f' <button type="button" {mark}>{safe(key, language)}</button>' for mark, key in marks)
    return f'<div class="notice mend" role="alert">{escape(" ".join(told))}{buttons}</div>'


def sorry(error: AssistantError, language: str) -> str:
    """One sentence for whatever stopped what was asked for; with a button to ask just so again where it was the model."""
    if isinstance(error, ModelError):
        return failed(error, language, None, RUN)
    return pages.notice(tell(for_person(error), language))


def amiss(words: tuple[str, ...], language: str) -> str:
    """What was kept back from the model and didn't come back as it should; nothing where all did."""
    return pages.notice(say("asked.amiss", language, words=", ".join(words)) if words else "")
