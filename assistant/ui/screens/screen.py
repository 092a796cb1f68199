"""What every screen has: a line on top for what went wrong, and handlers whose failures are told there in our words."""

import inspect
import logging
import secrets
import traceback
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from functools import wraps
from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.errors import AssistantError
from assistant.messages import say, tell
from assistant.ui.desk import for_person, language_of
from assistant.ui.labels import Labels
from assistant.ui.pieces import pages

log = logging.getLogger(__name__)

Update = dict[Any, Any]
"""Component → what it shows from now on; a component that isn't named stays as it is."""
QUIET: dict[str, Any] = {
    "queue": False,
    "show_progress": "hidden",
    "show_progress_on": [],  # else the browser tells every output of it, one by one, though nothing is shown
    "api_visibility": "private",
    "trigger_mode": "multiple",
}
"""How an event is bound that shows nothing of itself and waits for no other."""
AFTER: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
"""How one is bound that only the page's script follows."""
STREAM = AFTER | {"concurrency_limit": None, "trigger_mode": "multiple"}
"""How one is bound that shows what comes bit by bit, for many at once."""


class Screen:
    """A screen of one page. `notice` is the line on top, `words_for` makes an error one that whoever works here can read."""

    words_for = staticmethod(for_person)

    def __init__(self, assistant: Assistant, labels: Labels) -> None:
        self.assistant = assistant
        self.labels = labels
        self.notice = gr.HTML(elem_id="notice")

    def button(self, key: str, **options: Any) -> gr.Button:
        return self.labels.bind(gr.Button(**options), value=key)

    def editor_box(self) -> gr.Textbox:
        """The box in which a text is written."""
        plain = gr.InputHTMLAttributes(autocomplete="off", spellcheck=False)
        return gr.Textbox(lines=16, max_lines=40, elem_id="editor", interactive=True, html_attributes=plain)

    def screen_of(self, request: gr.Request) -> str:
        """The language of the desk's screen."""
        return language_of(self.assistant, request)

    def sorry(self, error: AssistantError, language: str) -> Update:
        """Why nothing came of it, on top."""
        kind = "stop here" if error.key.startswith("error.tab") else "stop"  # the page's script adds the way on
        return {self.notice: pages.notice(tell(self.words_for(error), language), kind)}

    def safely(self, handler: Callable[..., Any]) -> Callable[..., Any]:
        """The handler with every failure as our words in a notice; what is on the screen stays."""

        def told(request: gr.Request, error: Exception) -> Update:
            language = self.screen_of(request)
            if isinstance(error, AssistantError):
                return self.sorry(error, language)
            return {self.notice: pages.notice(say("error.unexpected", language, id=noted(error)), "stop")}

        @wraps(handler)
        def run(request: gr.Request, *values: Any) -> Update:
            try:
                shown: Update = handler(request, *values)
                return shown
            except Exception as error:  # noqa: BLE001 whatever it is, the person reads a sentence and the log has the rest
                return told(request, error)

        @wraps(handler)
        async def wait(request: gr.Request, *values: Any) -> Update:
            try:
                shown: Update = await handler(request, *values)
                return shown
            except Exception as error:  # noqa: BLE001
                return told(request, error)

        @wraps(handler)
        async def stream(request: gr.Request, *values: Any) -> AsyncGenerator[Update, None]:
            try:
                async with aclosing(handler(request, *values)) as growing:
                    async for shown in growing:
                        yield shown
            except Exception as error:  # noqa: BLE001
                yield told(request, error)

        if inspect.isasyncgenfunction(handler):
            return stream
        return wait if inspect.iscoroutinefunction(handler) else run


def noted(error: Exception) -> str:
    """Writes down that something went wrong that nobody foresaw, and gives its number: where it happened and what it was, without its own
    words, for these may quote what somebody typed."""
    id = secrets.token_hex(3)
    log.error("Failure %s: %s\n%s", id, type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
    return id
