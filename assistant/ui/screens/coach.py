"""Coach mode on the step of the facts: a letter to be answered, or a case in rough words, fills the boxes; then only what is missing is asked.

In an exercise whose lab says so it fills nothing: it asks, and points to where the paper says it.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.drafting import coach
from assistant.errors import AssistantError, InputError, ModelError
from assistant.language.text import MOST_LETTERS
from assistant.messages import say
from assistant.model import Sealed
from assistant.ui.desk import PAPER, Table, table
from assistant.ui.pieces import asked, told
from assistant.ui.pieces.html import dom
from assistant.ui.practice import practice
from assistant.ui.screens.screen import QUIET, STREAM, Update

if TYPE_CHECKING:
    from assistant.ui.screens.steps import Steps


class Coach:
    """The fold above the boxes. Built inside the step's column."""

    def __init__(self, steps: "Steps") -> None:
        self._steps = steps
        with gr.Row(elem_classes="off"):
            self.how = gr.Textbox("read", elem_id="coach-how", show_label=False)
            self.run = gr.Button("…", elem_id="coach-run")
            self.stop = gr.Button("…", elem_id="coach-stop")
        with gr.Accordion("…", open=False, elem_classes="group", elem_id="coach") as self.fold:
            # Saved like every box of the brief, by the page's script and by each button.
            self.paper = gr.Textbox(elem_id=f"box-{dom(PAPER)}", lines=5, max_lines=14, max_length=MOST_LETTERS)
            steps.labels.bind(self.paper, label="coach.paper", info="coach.paper.help")
            self.tools = gr.HTML()
            self.found = gr.HTML(elem_id="told")
        steps.labels.bind(self.fold, label="coach.title")
        self.outputs = [self.tools, self.found]

    def update(self, at: Table, filled: bool) -> Update:
        """Its words in the language of the screen; `filled`: what it holds as well. Nothing where the trainer turned it off."""
        fold: dict[str, Any] = {"visible": at.coached, "label": say("coach.title", at.screen)}
        shown: Update = {self.tools: told.tools(at.screen), self.fold: fold}
        if filled:
            paper = at.draft.answers.get(PAPER, "")
            shown |= {self.paper: gr.update(value=paper), self.found: ""}
            fold["open"] = bool(paper)
        return shown | {self.fold: gr.update(**fold)}

    def wire(self) -> None:
        """Ties the buttons to what they do."""
        running = self.run.click(
            self._steps.safely(self._read), [self.paper, self.how], [self.found, self._steps.notice], **STREAM
        )
        self.stop.click(lambda: "", None, self.found, cancels=[running], **QUIET)

    async def _read(self, request: gr.Request, paper: str, how: str) -> AsyncGenerator[Update, None]:
        """What the paper says, by rules at once; with `ask` also what a model finds in it."""
        found, leads = list[coach.Told](), False
        at = await asyncio.to_thread(table, self._steps.assistant, request)
        language, drafter, form = at.screen, at.assistant.drafter, at.form

        def rows(sealed: Sealed | None = None) -> str:
            return told.rows(form, found, coach.missing(form), sealed, language, leads) if form else ""

        try:
            if not at.coached:
                raise InputError("error.coach.off")
            if form is None or not (paper or "").strip():
                raise InputError("error.coach.empty")
            leads = await asyncio.to_thread(_leads, at, request)
            found = await asyncio.to_thread(coach.read_paper, paper, form, drafter, at.draft.language)
            sealed = coach.sent(paper, form, drafter) if at.connected and how != "ask" else None
            if how == "ask":
                if not at.connected:
                    raise InputError("error.model.off")
                boxes, answer, before = {one.box for one in found}, "", 0
                yield {self.found: told.asking(before, language)}
                async with aclosing(coach.answers(paper, form, drafter)) as growing:
                    async for whole in growing:
                        answer = whole.text
                        if whole.ahead != before:
                            before = whole.ahead
                            yield {self.found: told.asking(before, language)}
                found += [one for one in coach.sorted_out(answer, paper, form) if one.box not in boxes]
            yield {self.found: rows(sealed)}
        except ModelError as error:
            yield {self.found: asked.failed(error, language, None, "coach-run") + rows()}
        except AssistantError as error:
            yield {self.found: asked.sorry(error, language)}


def _leads(at: Table, request: gr.Request) -> bool:
    """Whether the exercise that is under way at this desk is one in which the assistant only asks and points."""
    here = practice(at.assistant, request)
    return here.leads(here.under_way)
