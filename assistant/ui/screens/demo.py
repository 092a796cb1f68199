"""The projector: an exercise done step by step before the room, with what lies behind the draft open.

It shows the author's example and what a model makes of it, never a trainee's text, no name and no key. The main button is the
next step, also by → and PageDown, which a presenter's remote sends.
"""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.errors import AssistantError, InputError, ModelError
from assistant.messages import say, tell
from assistant.ui.desk import key_of
from assistant.ui.labels import Labels
from assistant.ui.network import addresses
from assistant.ui.pieces import pages
from assistant.ui.pieces.stage import Show, choose, door, rule, stage
from assistant.ui.screens.answers import EVERY, SAID
from assistant.ui.screens.screen import AFTER, QUIET, STREAM, Screen, Update
from assistant.ui.seat import seat_of, trainer_of


class Stage(Screen):
    """The page for the projector. Built inside a route of the Blocks."""

    def __init__(self, assistant: Assistant, labels: Labels) -> None:
        super().__init__(assistant, labels)
        with gr.Row(elem_classes="off"):
            self.at = gr.Textbox(elem_id="at", interactive=False, show_label=False)
            self.code = gr.Textbox(elem_id="code", interactive=False, show_label=False)
            self.batch = gr.Textbox(elem_id="batch", interactive=False, show_label=False)
            self.step = gr.Textbox("0", elem_id="step", interactive=False, show_label=False)
            self.prose = gr.Textbox(elem_id="prose", interactive=False, show_label=False)
            self.begin_writing = gr.Button("…", elem_id="write")
        self.shown = gr.HTML(elem_id="stage")
        self.status = gr.HTML(elem_id="status")
        self.growing = gr.HTML(elem_id="growing")
        with gr.Row(elem_classes="onstage"):
            self.stop = self.button("draft.stop", variant="stop", visible=False, elem_id="stop")
            self.onward = gr.Button(elem_id="onward", variant="primary", visible=False)
            self.back = self.button("back", elem_id="back", visible=False)
            self.others = self.labels.bind(
                gr.Button(elem_id="others", link="/demo", link_target="_self", visible=False), value="demo.others"
            )
        self.everything = list(dict.fromkeys([
            *self.labels.updates("hi"), self.notice, self.at, self.code, self.batch, self.step, self.prose, self.shown, self.status,
            self.growing, self.stop, self.onward, self.back, self.others,
        ]))  # fmt: skip
        state = [self.at, self.step, self.prose]
        arrived = AFTER | {"js": "() => demo.arrived()"}
        for button, by in ((self.onward, 1), (self.back, -1)):
            moved = button.click(self.safely(self._moving(by)), state, self.everything, **QUIET)
            moved.then(None, None, None, **arrived)
        written = self.begin_writing.click(
            self.safely(self.write), state, [self.growing, self.prose, self.notice], **STREAM
        )
        stopped = self.stop.click(None, None, None, cancels=[written], **AFTER)
        for event in (written, stopped):
            event.then(self.safely(self.written), state, self.everything, **QUIET).then(None, None, None, **arrived)

    def open(self, request: gr.Request, at: str, code: str, batch: str) -> Update:
        """A page was loaded: the exercise, the rule or the batch's number of the address, else all exercises."""
        shown = self._view(request, self.screen_of(request), at, "0", "", code, batch)
        return shown | {self.at: at, self.code: code, self.batch: batch}

    def change_screen_language(
        self, request: gr.Request, at: str, code: str, batch: str, step: str, prose: str
    ) -> Update:
        """The other language of the screen; the step and what a model wrote stay."""
        language = "en" if self.screen_of(request) == "hi" else "hi"
        self.assistant.records.speak(key_of(request), language)
        return self._view(request, language, at, step, prose, code, batch)

    def _show(self, language: str, at: str, step: str, prose: str) -> Show:
        show = Show(self.assistant, self.assistant.labs.find(at), language, 0, prose)
        return Show(self.assistant, show.exercise, language, min(max(_number(step), 0), len(show.steps) - 1), prose)

    def _view(
        self, request: gr.Request, language: str, at: str, step: str, prose: str, code: str = "", batch: str = "",
        writing: bool = False,
    ) -> Update:  # fmt: skip
        _may(request)
        shown: Update = self.labels.updates(language) | {
            self.notice: "", self.status: "", self.growing: "", self.step: step, self.prose: prose,
            self.stop: gr.update(value=say("draft.stop", language), visible=writing),
            self.others: gr.update(value=say("demo.others", language), visible=bool(at or code or batch) and not writing),
            self.back: gr.update(value=say("back", language), visible=False),
            self.onward: gr.update(visible=False),
        }  # fmt: skip
        try:
            if not at:
                return shown | {self.shown: self._still(request, language, code, batch)}
            show = self._show(language, at, step, prose)
        except InputError as error:
            return shown | {
                self.notice: pages.notice(tell(error, language)),
                self.shown: choose(self.assistant, language),
            }
        shown[self.step] = str(show.at)
        if writing:
            status = pages.status(say("draft.writing", language), begins=True)
            return shown | {self.shown: stage(show) if show.step != "came" else "", self.status: status}
        last = show.at == len(show.steps) - 1
        shown[self.shown] = stage(show)
        shown[self.onward] = gr.update(
            value=say("send.agree" if show.asks else "demo.next", language), visible=not last
        )
        shown[self.back] = gr.update(value=say("back", language), visible=show.at > 0)
        return shown

    def _still(self, request: gr.Request, language: str, code: str, batch: str) -> str:
        """What has no steps: a rule, the number that opens a batch, the exercises there are."""
        if batch:
            number = self.assistant.records.batches.get(batch, trainer_of(request)).door
            host = request.headers.get("host", "")
            port = host.rpartition(":")[2] if ":" in host else ""
            there = [f"http://{address}{f':{port}' if port else ''}" for address in addresses("0.0.0.0")[1:]]  # noqa: S104
            return door(number, there, language)
        return rule(code, language) if code else choose(self.assistant, language)

    def _moving(self, by: int) -> Any:
        def move(request: gr.Request, at: str, step: str, prose: str) -> Update:
            """One step on or back. From what is sent to a model the way on is to send it."""
            language = self.screen_of(request)
            show = self._show(language, at, step, prose)
            return self._view(request, language, at, str(show.at + by), prose, writing=by > 0 and show.asks)

        return move

    async def write(self, request: gr.Request, at: str, step: str, prose: str) -> AsyncGenerator[Update, None]:
        """A model's words as they come, in the sight of all."""
        _may(request)
        language = await asyncio.to_thread(self.screen_of, request)
        show = self._show(language, at, step, "")
        spoken = show.exercise.file.language
        text, seen = "", 0.0
        try:
            async with aclosing(self._growing(show)) as growing:
                async for text in growing:
                    if time.monotonic() - seen >= EVERY:
                        seen = time.monotonic()
                        yield {self.growing: pages.growing(text, spoken), self.prose: text}
            yield {self.growing: pages.growing(text, spoken), self.prose: text}
        except ModelError as error:
            safe = say("draft.kept" if text else "demo.plain", language)
            yield {self.notice: pages.notice(f"{tell(error, language)} {safe}"), self.prose: text}
        except AssistantError as error:
            yield self.sorry(error, language)

    async def _growing(self, show: Show) -> AsyncGenerator[str, None]:
        """What a model makes of the case, or of the author's instruction as it stands."""
        brief = show.exercise.brief
        if show.exercise.file.kind == "prompt" or brief is None:
            async with aclosing(self.assistant.model.stream(show.sent, temperature=0.3, max_tokens=SAID)) as growing:
                async for answer in growing:
                    yield answer.text
        else:
            async with aclosing(self.assistant.drafter.stream(brief, show.exercise.file.language)) as growing:
                async for whole in growing:
                    yield whole.prose

    def written(self, request: gr.Request, at: str, step: str, prose: str) -> Update:
        """The step as it stands once a model has written, or was stopped; the notice stays."""
        shown = self._view(request, self.screen_of(request), at, step, prose)
        shown.pop(self.notice)
        return shown


def _may(request: gr.Request) -> None:
    """In a lab the projector is the trainer's: what is behind an exercise would tell a trainee the answer."""
    if seat_of(request):
        trainer_of(request)


def _number(step: str) -> int:
    return int(step) if step.lstrip("-").isdecimal() and len(step) < 5 else 0
