"""A look at every request before the app has it, and at the headers of its answer, without a hand on what is streamed between them.

Starlette's own middleware of this kind hands every piece of an answer through two tasks; a room that watches fifty drafts grow pays for that.
"""

from collections.abc import Awaitable, Callable

from fastapi import Request, Response
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Told = Response | Callable[[MutableHeaders], None] | None
"""The answer itself, or what is to be done to the headers of the app's answer, or nothing."""


class Door:
    """Stands before the app: `look` is given each request."""

    def __init__(self, app: ASGIApp, look: Callable[[Request], Awaitable[Told]]) -> None:
        self._app = app
        self._look = look

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        told = await self._look(Request(scope)) if scope["type"] == "http" else None
        if isinstance(told, Response):
            await told(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if told and message["type"] == "http.response.start":
                told(MutableHeaders(scope=message))
            await send(message)

        await self._app(scope, receive, sending if told else send)


def kept_by_nobody(headers: MutableHeaders) -> None:
    """No cache keeps the answer: the next person may press Back."""
    headers["Cache-Control"] = "no-store"


def kept_for_good(headers: MutableHeaders) -> None:
    """A PC asks once for a file whose name changes with what it holds, and not anew for sixty of them with each page."""
    if "etag" in headers:  # only a file has one
        headers["Cache-Control"] = "private, max-age=31536000, immutable"
