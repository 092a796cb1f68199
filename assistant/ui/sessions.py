"""What Gradio does for each browser and each event, made lighter: a room shares one processor.

It keeps the settings of every component for each session, for links that bring a page's values along, which there are none of here: a third
of what is done before anybody's first word. It looks for the route of an event behind a hundred others, for the progress bars of all events
ten times a second, and into the code of a handler at each call of it. At every event it looks through all folders for matplotlib, and a
thousand times a second whether there is one.
"""

import sys
from copy import copy
from importlib.util import find_spec
from inspect import isfunction, signature

from gradio.blocks import Blocks
from gradio.routes import App
from gradio.state_holder import SessionState, StateHolder
from starlette.routing import BaseRoute, Match, Mount
from starlette.types import Receive, Scope, Send

SOON, SELDOM, JOBS = 0.01, 60, 1000
"""Seconds between two looks for an event, which nobody sees, and for a progress bar, which no page has; and events at work at once: those
that a model keeps waiting are no threads, and the two hundredth draft begins with the first."""


def lighten(app: App) -> None:
    """Lets a Gradio app hold its sessions so, look less often, and know that there is no matplotlib."""
    if find_spec("matplotlib") is None:
        sys.modules["matplotlib"] = None  # type: ignore[assignment]
    queue = app.get_blocks()._queue
    queue.sleep_when_free, queue.progress_update_sleep_when_free, queue.max_thread_count = SOON, SELDOM, JOBS
    for event in app.get_blocks().fns.values():
        if isfunction(event.fn):
            event.fn.__signature__ = signature(event.fn)  # type: ignore[attr-defined]
    app.state_holder = Sessions(app.get_blocks())
    for router in (app.router, *(route.original_router for route in app.routes if hasattr(route, "original_router"))):
        router.routes.sort(key=lambda route: "/queue/" not in getattr(route, "path", "/queue/"))
        for route in router.routes:
            if "/queue/" in getattr(route, "path", ""):
                route.dependencies = []  # our own gate knows who may come in; Gradio asks itself, in a thread


class Straight(BaseRoute):
    """The way of an event to Gradio, past the routes of everything else."""

    def __init__(self, gradio: Mount) -> None:
        self._gradio = gradio

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        event = scope["type"] == "http" and scope["path"].startswith("/gradio_api/queue/")
        return self._gradio.matches(scope) if event else (Match.NONE, {})

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._gradio.handle(scope, receive, send)


class Session(SessionState):
    """One browser's values, without the settings of the components."""

    def __init__(self, blocks: Blocks) -> None:
        super().__init__(blocks)
        self.config_values = {}

    def _update_config(self, key: int) -> None:
        """Nobody asks for it."""

    def _update_value_in_config(self, key: int, value: object) -> None:
        """Nor for this."""


class Sessions(StateHolder):
    """Gradio's holder of sessions; each begins as a copy of the first."""

    def __init__(self, blocks: Blocks) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.set_blocks(blocks)
        self._first = Session(blocks)

    def __getitem__(self, session_id: str) -> SessionState:
        if session_id not in self.session_data:
            self.session_data[session_id] = self._fresh()
        return super().__getitem__(session_id)

    def _fresh(self) -> SessionState:
        one = copy(self._first)
        one.blocks_config = copy(self.blocks.default_config)
        one.config_values, one.state_data, one._state_ttl = {}, {}, {}
        return one
