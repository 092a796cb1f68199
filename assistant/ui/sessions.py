"""What Gradio does for each browser and each event, made lighter: a room shares one processor.

It lays out the settings of every component anew for each session, for links that bring a page's values along, which there are none of here: a
tenth of a second before anybody's first word. At every event it looks through all folders for matplotlib, and a thousand times a second
whether there is one.
"""

import sys
from copy import copy
from importlib.util import find_spec

from gradio.blocks import Blocks
from gradio.routes import App
from gradio.state_holder import SessionState, StateHolder

SOON, JOBS = 0.01, 1000
"""Seconds between two looks for an event, which nobody sees; and events at work at once: those that a model keeps waiting are no threads,
and the two hundredth draft begins with the first."""


def lighten(app: App) -> None:
    """Lets a Gradio app hold its sessions so, look less often, and know that there is no matplotlib."""
    if find_spec("matplotlib") is None:
        sys.modules["matplotlib"] = None  # type: ignore[assignment]
    queue = app.get_blocks()._queue
    queue.sleep_when_free, queue.max_thread_count = SOON, JOBS
    app.state_holder = Sessions(app.get_blocks())


class Sessions(StateHolder):
    """Gradio's holder of sessions; each begins as a copy of the first."""

    def __init__(self, blocks: Blocks) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.set_blocks(blocks)
        self._first = SessionState(blocks)

    def __getitem__(self, session_id: str) -> SessionState:
        if session_id not in self.session_data:
            self.session_data[session_id] = self._fresh()
        return super().__getitem__(session_id)

    def _fresh(self) -> SessionState:
        one = copy(self._first)
        one.blocks_config = copy(self.blocks.default_config)
        one.config_values = {
            id: {name: copy(value) if name == "props" else value for name, value in config.items()}
            for id, config in self._first.config_values.items()
        }
        one.state_data, one._state_ttl = {}, {}
        return one
