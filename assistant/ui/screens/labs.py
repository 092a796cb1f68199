"""The labs: the map of them, and one exercise on one page, from the task to the mark.

The address says which exercise is open (`/labs?at=…`), so Back, a reload and a link do what a browser's user expects. What is typed
is saved by the page's own script, as it is in the walk; every handler reads what is saved, changes it, and shows it.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from functools import partial
from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.drafting.draft import UNUSABLE
from assistant.errors import AssistantError, InputError, ModelError
from assistant.labs import Exercise, Grade
from assistant.labs.lead import lead
from assistant.messages import OTHER, say
from assistant.ui.desk import key_of
from assistant.ui.labels import Labels
from assistant.ui.pieces import asked, marks, pages, task, word
from assistant.ui.practice import Practice, practice
from assistant.ui.screens.answers import EVERY, answers, drafts
from assistant.ui.screens.explains import Explains
from assistant.ui.screens.screen import AFTER, QUIET, STREAM, Screen, Update

AT_ONCE = 3
"""Answers that are marked at once. When a room of fifty hands in together the first has the mark at once, not all of them at the end,
and whatever else the server does finds a place in between."""


class Bench(Screen):
    """The page of the labs. Built inside a route of the Blocks."""

    def __init__(self, assistant: Assistant, labels: Labels) -> None:
        super().__init__(assistant, labels)
        self.line = asyncio.Semaphore(AT_ONCE)
        with gr.Row(elem_classes="off"):
            self.tab = gr.Textbox(elem_id="tab", interactive=False, show_label=False)
            self.at = gr.Textbox(elem_id="at", interactive=False, show_label=False)
            self.begin_writing = gr.Button("…", elem_id="write")
            self.brought = gr.Textbox(elem_id="brought", show_label=False)
            self.bring_in = gr.Button("…", elem_id="bring")
            self.tried = gr.Textbox(elem_id="tried", show_label=False)
            self.compare_tried = gr.Button("…", elem_id="compare")
        self.map = gr.HTML(elem_id="map")
        with gr.Column(visible=False, elem_classes="step", elem_id="exercise") as self.bench:
            self.head = gr.HTML(elem_id="head")
            with gr.Row(elem_classes="sides"):
                with gr.Column(scale=5, min_width=320):
                    self.marks = gr.HTML(elem_id="findings")
                    self.said = gr.HTML(elem_id="said")
                    self.task = gr.HTML(elem_id="task")
                    self.hint = gr.Button(elem_id="hint", elem_classes="small")
                with gr.Column(scale=6, min_width=320, elem_id="writing"):
                    with gr.Row(elem_classes="tools") as self.tools:
                        self.draft = self.button("bench.draft", elem_id="draft", elem_classes="small")
                        self.upload = gr.HTML(elem_id="upload")
                        self.undo = self.button("draft.undo", elem_id="undo", elem_classes="small")
                    with gr.Column(visible=False, elem_id="consent") as self.consent:
                        self.sent = gr.HTML()
                        with gr.Row(elem_classes="tools"):
                            self.agree = self.button(
                                "send.agree", elem_id="agree", elem_classes="small", variant="primary"
                            )
                            self.without = self.button("send.without", elem_id="without", elem_classes="small")
                            self.rather_not = self.button(
                                "bench.rather-not", elem_id="rather-not", elem_classes="small"
                            )
                    self.badge = gr.HTML(elem_id="badge")
                    self.status = gr.HTML(elem_id="status")
                    self.quiz = gr.HTML(elem_id="quiz")
                    self.editor = self.editor_box()
                    self.agreed = gr.Checkbox(elem_id="agreed", visible=False)
            self.explains = Explains(self)
            self.tries = gr.HTML(elem_id="tries")
            self.compared = gr.HTML(elem_id="compared")
            with gr.Row(elem_classes="actions"):
                self.stop = self.button("draft.stop", variant="stop", visible=False, elem_id="stop")
                self.hand = gr.Button(elem_id="hand-in", variant="primary")
                self.onward = gr.Button(
                    elem_id="onward", variant="primary", visible=False, link="/labs", link_target="_self"
                )
        self._wire()

    def _wire(self) -> None:
        everything = [
            *self.labels.updates("hi"), self.notice, self.tab, self.at, self.map, self.bench, self.head, self.marks,
            self.said, self.task, self.hint, self.tries, self.compared, self.tools, self.draft, self.upload, self.undo,
            self.consent, self.sent, self.badge, self.quiz, self.editor, self.agreed, self.status, self.stop, self.hand,
            self.onward,
        ]  # fmt: skip
        self.everything = list(dict.fromkeys(everything))
        typed_in = [self.tab, self.at, self.editor]

        def on(button: gr.Button, handler: Callable[..., Any], *more: Any, outputs: Any = None, **options: Any) -> None:
            event = button.click(
                self.safely(handler), [*typed_in, *more], outputs or self.everything, **QUIET | options
            )
            event.then(None, None, None, js="() => labs.arrived()", **AFTER)

        # Pressed twice is handed in once; `wait` tells that it is being read, which takes a model some seconds.
        on(
            self.hand, self.hand_in, self.agreed, trigger_mode="once", js="(...all) => labs.wait(all)", queue=True, concurrency_limit=None
        )  # fmt: skip
        on(self.hint, self.show_hint)
        on(self.draft, self.ask_assistant)
        on(self.without, self.write_plain)
        on(self.agree, self.agree_and_write)
        on(self.rather_not, self.look)
        on(self.undo, self.undo_text)
        on(self.bring_in, self.bring, self.brought)
        on(self.compare_tried, self.compare, self.tried, outputs=[self.compared, self.notice])
        written = self.begin_writing.click(
            self.safely(self.write), [self.tab, self.at], [self.editor, self.said, self.notice, self.status], **STREAM
        )
        stopped = self.stop.click(None, None, None, cancels=[written], **AFTER)
        for event in (written, stopped):
            event.then(self.safely(self.look_again), [self.tab, self.at], self.everything, **QUIET).then(
                None, None, None, js="() => labs.arrived()", **AFTER
            )

    # ---- what is shown ----------------------------------------------------------------------------------------------

    def view(
        self, at: Practice, *, note: str = "", kind: str = "mend", asking: bool = False, writing: bool = False
    ) -> Update:
        """The page as the desk has it, values and all."""
        shown = self.words(at, at.work.answer, asking, writing)
        shown[self.editor] = {**shown[self.editor], "value": at.work.answer, "interactive": not writing}
        shown[self.notice] = pages.notice(note, kind)
        shown[self.compared] = ""
        return shown

    def words(self, at: Practice, answer: str, asking: bool = False, writing: bool = False) -> Update:
        """All words of the page in its language; what a person is typing is left alone."""
        language, exercise = at.screen, at.at
        shown: Update = self.labels.updates(language)
        shown[self.map] = gr.update(value="" if exercise else task.labs(at), visible=exercise is None)
        shown[self.bench] = gr.update(visible=exercise is not None)
        if exercise is None:
            return shown | {self.editor: gr.update()}
        kind, work, connected = exercise.file.kind, at.work, at.connected
        passed, hints = exercise.id in at.passed, len(exercise.file.hints)
        following = at.next(exercise.id)
        shown[self.head] = task.head(at)
        shown[self.task] = word.excused(at) + task.task(at) + ("" if at.tries else word.model_answer(at))
        shown[self.hint] = gr.update(
            value=say("task.hint", language, n=work.hints + 1, all=hints), visible=work.hints < hints and at.coached
        )
        shown[self.marks] = marks.marks(at)
        shown[self.said] = marks.said(work.said, language) if not writing else gr.update()
        shown[self.tries] = marks.tries(at)
        drafted = kind == "draft" and bool(exercise.file.brief) and at.coached
        shown[self.tools] = gr.update(visible=kind != "quiz" and not asking and not writing)
        shown[self.draft] = gr.update(value=say("bench.leads" if at.led else "bench.draft", language), visible=drafted)
        shown[self.upload] = pages.upload(language)
        shown[self.undo] = gr.update(value=say("draft.undo", language), visible=bool(work.before))
        shown[self.consent] = gr.update(visible=asking)
        sent = asking and exercise.brief and self.assistant.drafter.sent(exercise.brief, exercise.file.language)
        shown[self.sent] = pages.consent(sent, language) if sent else ""
        shown[self.badge] = pages.drafted(work.by, language) if work.by and not writing else ""
        shown[self.quiz] = task.quiz(at, answer)
        shown[self.editor] = gr.update(
            label=say("bench.answer", language), info="" if kind == "quiz" else say(f"bench.{kind}.help", language)
        )
        asks = connected and (kind == "prompt" or any(one.judged for one in at.criteria))
        label = say("bench.agree.prompt" if kind == "prompt" else "bench.agree", language)
        shown[self.agreed] = gr.update(label=label, visible=asks)
        shown[self.status] = _status(kind, language) if writing else ""
        shown[self.stop] = gr.update(value=say("draft.stop", language), visible=writing)
        again = "bench.again" if passed or not at.tries else "bench.mend"
        shown[self.hand] = gr.update(
            value=say(again if at.tries else "bench.hand-in", language),
            variant="secondary" if passed else "primary",
            visible=not writing and not asking,
        )
        shown[self.onward] = gr.update(
            value=say("bench.next" if following else "bench.map", language),
            link=task.address(following),
            visible=passed and not writing and not asking,
        )
        return shown

    def open(self, request: gr.Request, tab: str, at: str) -> Update:
        """A page was loaded: the map, or the exercise of the address as it was left; this tab is the one that writes it."""
        try:
            here = practice(self.assistant, request, at)
        except InputError:
            here = practice(self.assistant, request)
            return self.view(here, note=say("labs.gone", here.screen)) | {self.tab: tab, self.at: ""}
        if here.at:
            new = {} if here.at.id in here.works else {"answer": _begins(here.at)}
            self.assistant.records.work(key_of(request), here.at.id, tab=tab, **new)
            here = practice(self.assistant, request, at)
        return self.view(here) | {self.tab: tab, self.at: at}

    def look(self, request: gr.Request, tab: str, at: str, answer: str) -> Update:
        """The exercise as it stands."""
        return self.words(self._keep(request, tab, at, answer), answer) | {self.notice: ""}

    def look_again(self, request: gr.Request, tab: str, at: str) -> Update:
        """The exercise as it is saved, once a model has written; the notice stays, and so does what is typed while it answers an instruction."""
        here = practice(self.assistant, request, at)
        answers = here.at is not None and here.at.file.kind == "prompt"
        shown = self.words(here, here.work.answer) if answers else self.view(here)
        shown.pop(self.notice, None)
        return shown

    def change_screen_language(self, request: gr.Request, tab: str, at: str, answer: str) -> Update:
        """The other language of the screen; what is being typed is left alone."""
        screen = self.screen_of(request)
        self.assistant.records.speak(key_of(request), OTHER[screen])
        shown = self.words(practice(self.assistant, request, at), answer or "")
        shown.pop(self.status, None)
        return shown

    def _keep(self, request: gr.Request, tab: str, at: str, answer: str, **columns: Any) -> Practice:
        """Saves the answer as it stands, and more columns. Raises InputError where another tab took it over."""
        columns = {"answer": answer or "", **columns}
        if self.assistant.records.save_work(key_of(request), at, tab, **columns) is None:
            raise InputError("error.tab.exercise")
        return practice(self.assistant, request, at)

    def _coached(self, request: gr.Request, tab: str, at: str, answer: str, writes: bool = False) -> Practice:
        """The same, for what the trainer can turn off for the room, and what the assistant `writes`, which may only ask and point. Raises
        InputError where that is so."""
        here = self._keep(request, tab, at, answer)
        if not here.coached or (writes and here.led):
            raise InputError("error.coach.leads" if here.coached else "error.coach.off")
        return here

    def _replace(self, request: gr.Request, tab: str, at: str, answer: str, new: str, by: str = "") -> Update:
        """Another text in place of the answer, which can be had back."""
        before = {"before": answer} if answer and answer != new else {}
        return self.view(self._keep(request, tab, at, new, by=by, **before))

    # ---- hints, texts from elsewhere --------------------------------------------------------------------------------

    def show_hint(self, request: gr.Request, tab: str, at: str, answer: str) -> Update:
        """One more hint: each leads a little further."""
        here = self._coached(request, tab, at, answer)
        hints = min(here.work.hints + 1, len(here.at.file.hints) if here.at else 0)
        return self.words(self._keep(request, tab, at, answer, hints=hints), answer) | {self.notice: ""}

    def bring(self, request: gr.Request, tab: str, at: str, answer: str, brought: str) -> Update:
        """A text out of a file, or of an earlier attempt."""
        return self._replace(request, tab, at, answer, brought or "")

    def undo_text(self, request: gr.Request, tab: str, at: str, answer: str) -> Update:
        """What stood in the box before; what stands there now can be had back the same way."""
        here = practice(self.assistant, request, at)
        return self.view(self._keep(request, tab, at, here.work.before, before=answer or "", by=""))

    def compare(self, request: gr.Request, tab: str, at: str, answer: str, tried: str) -> Update:
        """An answer handed in before, beside the one before that."""
        here = practice(self.assistant, request, at)
        return {self.compared: marks.compared(here, int(tried)) if tried.isdecimal() else "", self.notice: ""}

    # ---- with the assistant -----------------------------------------------------------------------------------------

    def ask_assistant(self, request: gr.Request, tab: str, at: str, answer: str) -> Update:
        """A draft to read and mend: at once where there is no model, else after seeing what would be sent; or the one thing to think of next."""
        here = self._coached(request, tab, at, answer)
        if here.at and here.led:
            told = lead(here.at, answer or "", self.assistant.settings.state)[here.screen]
            return {self.notice: pages.notice(told, "good")}
        if not here.connected:
            return self.write_plain(request, tab, at, answer)
        return self.words(here, answer, asking=True) | {self.notice: ""}

    def write_plain(self, request: gr.Request, tab: str, at: str, answer: str) -> Update:
        """The assistant's draft of the exercise's own case, in the form's sentences."""
        here = self._coached(request, tab, at, answer, writes=True)
        if here.at is None or here.at.brief is None:
            return self.view(here)
        made = self.assistant.drafter.offline(here.at.brief, here.at.file.language)
        return self._replace(request, tab, at, answer, made.document.text, by="offline")

    def agree_and_write(self, request: gr.Request, tab: str, at: str, answer: str) -> Update:
        """The person saw what is sent and said yes: an empty, locked box, and the button that stops."""
        self._coached(request, tab, at, answer, writes=True)
        kept = {"before": answer} if answer else {}
        return self.view(self._keep(request, tab, at, "", by="", **kept), writing=True)

    async def write(self, request: gr.Request, tab: str, at: str) -> AsyncGenerator[Update, None]:
        """A model's words as they come: the draft of a case, or its answer to an instruction that was handed in. What has come is saved
        every second, and when it is stopped, cut off or left."""
        here = await asyncio.to_thread(practice, self.assistant, request, at)
        exercise = here.at
        if exercise is None or not here.connected:
            return
        column = "said" if exercise.file.kind == "prompt" else "answer"
        growing = answers(here) if column == "said" else drafts(here)
        text, shown, saved, by = "", 0.0, time.monotonic(), "half"

        def keep() -> None:
            if text:
                told = {"by": by} if column == "answer" else {}
                self.assistant.records.save_work(key_of(request), at, tab, **{column: text}, **told)

        try:
            async with aclosing(growing):
                async for text, ahead in growing:
                    if not text:
                        yield {self.status: pages.status(asked.waiting(ahead, here.screen))}
                    elif time.monotonic() - shown >= EVERY:
                        shown = time.monotonic()
                        yield {self.editor: text} if column == "answer" else {self.said: marks.said(text, here.screen)}
                    if time.monotonic() - saved >= 1:
                        saved = time.monotonic()
                        await asyncio.to_thread(keep)
            by = "model"
        except ModelError as error:
            text = "" if error.key in UNUSABLE else text
            again = "draft" if column == "answer" else "hand-in"
            yield {self.notice: asked.failed(error, here.screen, bool(text), again)}
            if not text and column == "answer" and exercise.brief:
                made = await asyncio.to_thread(self.assistant.drafter.offline, exercise.brief, exercise.file.language)
                await asyncio.to_thread(
                    self.assistant.records.save_work, key_of(request), at, tab, answer=made.document.text, by="offline"
                )
        except AssistantError as error:
            yield self.sorry(error, here.screen)
        finally:
            keep()  # not in a thread: when the tab was closed nothing here may wait any more

    # ---- handed in --------------------------------------------------------------------------------------------------

    async def hand_in(
        self, request: gr.Request, tab: str, at: str, answer: str, agreed: bool
    ) -> AsyncGenerator[Update, None]:
        """The answer is marked and kept. What is empty, or was handed in just so before, is told and is no attempt."""
        work = partial(self._hand_in, request, tab, at, answer)
        if agreed and self.assistant.model.connected:  # it takes seconds, in which nobody else has to stand in line
            language = await asyncio.to_thread(self.screen_of, request)
            async for shown in asked.waited(work, lambda ahead: {self.status: asked.place(ahead, language)}):
                yield shown
            return
        async with self.line:
            yield await work(None)

    async def _hand_in(
        self, request: gr.Request, tab: str, at: str, answer: str, tell: Callable[[int], None] | None
    ) -> Update:
        """`tell`: hears the place in a model's line; None where no model is to read it."""
        here = await asyncio.to_thread(self._keep, request, tab, at, answer)
        exercise, agreed = here.at, tell is not None and here.connected
        if exercise is None:
            return {}
        if told := task.unready(exercise, answer or "", here.tries, here.screen):
            return {self.notice: pages.notice(told)}
        grade = await self.assistant.grade(exercise, answer, not agreed, tell or (lambda _: None))
        key, leaves = key_of(request), agreed and exercise.file.kind == "prompt" and _may_leave(grade)
        labs = self.assistant.labs.labs.values()
        await asyncio.to_thread(self.assistant.records.hand_in, key, at, answer, grade.as_json(), labs)
        here = await asyncio.to_thread(self._keep, request, tab, at, answer, said="")
        shown = self.words(here, answer) | {self.notice: "", self.compared: ""}
        if agreed and exercise.file.kind == "prompt" and not leaves:
            shown[self.notice] = pages.notice(say("said.kept-back", here.screen))
        if leaves:
            shown |= {self.status: _status("prompt", here.screen), self.stop: gr.update(visible=True)}
        shown[self.agreed] = {**shown[self.agreed], "value": agreed}
        return shown


def _status(kind: str, language: str) -> str:
    return pages.status(say("draft.writing" if kind != "prompt" else "said.writing", language), begins=True)


def _begins(exercise: Exercise) -> str:
    """What stands in the box when an exercise is opened for the first time."""
    return exercise.file.given.rstrip("\n") if exercise.file.kind == "repair" else ""


def _may_leave(grade: Grade) -> bool:
    """Whether an instruction may go to a model: not with anything personal in it."""
    return not any(finding.code.startswith("privacy.") for finding in grade.findings)
