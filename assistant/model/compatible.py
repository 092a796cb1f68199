"""The answer of an OpenAI-compatible server, read line by line as it is sent.

openai's connections are used, and nothing above them: to make an object of all that is asked and of every token costs ten times the
processor, and a room of fifty shares one.
"""

import asyncio
import json
import time
from collections.abc import AsyncGenerator, Callable
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from assistant.errors import ModelError
from assistant.settings import Settings

if TYPE_CHECKING:
    from openai import DefaultAsyncHttpxClient

    from assistant.model.sealed import Sealed

MOST_LINE = 1_000_000
"""Bytes of one line; no token has more, and what has is no model."""
AT_ONCE = 0.003
"""Seconds within which comes what lay there already."""
BESIDE = (b":", b"event:", b"id:", b"retry:")
"""How lines begin that a stream may have beside its data."""


class Piece(NamedTuple):
    """What has come: some text, or why the answer has ended, or neither. `done`: nothing more will come."""

    text: str = ""
    reason: str = ""
    done: bool = False


def body(settings: Settings, sealed: "Sealed", temperature: float, max_tokens: int) -> dict[str, Any]:
    """What is sent, in names that plain servers understand."""
    return {
        "model": settings.model_name.partition(":")[2],
        "messages": [{"role": role, "content": text} for role, text in sealed.messages],
        "temperature": temperature,
        _bound(settings): max_tokens,
        "stream": True,
    }


def _bound(settings: Settings) -> str:
    """The name by which the server knows the bound on an answer's length.

    OpenAI refuses `max_tokens` for newer models. Many others know nothing else: llama.cpp's Python server then writes until its
    context is full.
    """
    host = urlsplit(settings.openai_base_url).hostname or "api.openai.com"
    return "max_completion_tokens" if host.endswith((".openai.com", ".openai.azure.com")) else "max_tokens"


class Answered(Exception):
    """The server's answer was a failure: its status, what it calls it, and the answer itself."""

    def __init__(self, response: Any, code: str) -> None:
        self.status_code: int = response.status_code
        self.code, self.response = code, response


async def pieces(
    client: "DefaultAsyncHttpxClient", asked: dict[str, Any], pause: Callable[[], float]
) -> AsyncGenerator[Piece, None]:
    """The answer piece by piece, with a `pause` after each that had to be waited for, in which more may come: every read of the line
    costs as much as all that is done with what it gave.

    Raises Answered, ModelError where what comes is no model's, and the connection's own errors.
    """
    rest, begun, since = b"", False, time.monotonic()
    async with client.stream("POST", "chat/completions", json=asked) as response:
        await _check(response)
        async for chunk in response.aiter_bytes():
            waited = time.monotonic() - since > AT_ONCE
            *lines, rest = (rest + chunk).split(b"\n")
            if len(rest) > MOST_LINE:
                raise ModelError("error.model.nonsense")
            if told := _read(lines):
                begun = True
                yield told
                if told.done:
                    return
            if waited:
                await asyncio.sleep(pause())
            since = time.monotonic()
        if told := _read([rest]):  # the last line of a server that forgets to end it
            begun = True
            yield told
    if not begun:
        raise ModelError("error.model.nonsense")


async def _check(response: Any) -> None:
    """Raises Answered for a failure, with the server's own word for it, which some send as a text and some not at all."""
    if response.status_code < 400:
        return
    told = b""
    async for chunk in response.aiter_bytes():
        told += chunk
        if len(told) > MOST_LINE:
            break
    try:
        code = json.loads(told)["error"]["code"]
    except (ValueError, LookupError, TypeError):
        code = ""
    raise Answered(response, str(code))


def _read(lines: list[bytes]) -> Piece | None:
    """What lines of the stream say together; None where they say nothing."""
    text, reason, done, any_ = "", "", False, False
    for line in map(bytes.strip, lines):
        if not line.startswith(b"data:"):
            if line and not line.startswith(BESIDE):  # a web page, or an answer that is no stream
                raise ModelError("error.model.nonsense")
            continue
        any_ = True
        if line == b"data: [DONE]":
            done = True
            break
        one = _piece(line[5:])
        text += one.text
        reason = one.reason or reason
    return Piece(text, reason, done) if any_ else None


def _piece(data: bytes) -> Piece:
    try:
        told = json.loads(data)
        if told.get("error"):
            raise ModelError("error.model.server", again=True)
        if not (choices := told.get("choices")):  # what was used, at the end
            return Piece()
        delta, reason = choices[0].get("delta") or {}, str(choices[0].get("finish_reason") or "")
        return Piece(delta.get("content") or "", "refusal" if delta.get("refusal") else reason)
    except (ValueError, AttributeError, TypeError, LookupError):
        raise ModelError("error.model.nonsense") from None
