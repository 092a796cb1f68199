"""Coach mode on the step of the facts: a letter to be answered, or a case in rough words, fills the boxes; then only what is missing is asked."""

import asyncio
from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING

import gradio as gr

from assistant.drafting import coach
from assistant.errors import AssistantError, InputError, ModelError
from assistant.language.text import MOST_LETTERS
from assistant.messages import say
from assistant.ui.desk import for_person, table
from assistant.ui.pieces import asked, pages, told
from assistant.ui.screens.screen import Update

if TYPE_CHECKING:
    from assistant.ui.screens.steps import Steps


class Coach:
    """The fold above the boxes. Built inside the step's column."""

    def __init__(self, steps: "Steps") -> None:
        self._steps = steps
        with gr.Row(elem_classes="off"):
            self.how = gr.Textbox("read", elem_id="coach-how", show_label=False)
            self.run = gr.Button("…", elem_id="coach-run")
        with gr.Accordion("…", open=False, elem_classes="group", elem_id="coach") as self.fold:
            self.paper = gr.Textbox(elem_id="coach-paper", lines=5, max_lines=14, max_length=MOST_LETTERS)
            steps.labels.bind(self.paper, label="coach.paper", info="coach.paper.help")
            self.tools = gr.HTML()
            self.found = gr.HTML(elem_id="told")
        steps.labels.bind(self.fold, label="coach.title")
        self.outputs = [self.tools]

    def update(self, language: str) -> Update:
        """Its words in the language of the screen."""
        return {self.tools: told.tools(language)}

    def wire(self, tab: gr.Textbox) -> None:
        """Ties the buttons to what they do."""
        self.run.click(
            self._read, [tab, self.paper, self.how], [self.found], show_progress="hidden", api_visibility="private",
            concurrency_limit=None, trigger_mode="multiple",
        )  # fmt: skip

    async def _read(self, request: gr.Request, tab: str, paper: str, how: str) -> AsyncGenerator[Update, None]:
        """What the paper says, by rules at once; with `ask` also what a model finds in it."""
        found: list[coach.Told] = []
        at = await asyncio.to_thread(table, self._steps.assistant, request)
        language, drafter = at.screen, at.assistant.drafter
        try:
            if at.form is None or not (paper or "").strip():
                raise InputError("error.coach.empty")
            found = await asyncio.to_thread(coach.read_paper, paper, at.form, drafter, at.draft.language)
            sealed = coach.sent(paper, at.form, drafter) if at.connected and how != "ask" else None
            if how == "ask":
                yield {self.found: pages.status(say("coach.asking", language))}
                boxes = {one.box for one in found}
                found += [one for one in await coach.ask(paper, at.form, drafter) if one.box not in boxes]
            left = coach.missing(at.form)
            yield {self.found: told.rows(at.form, found, left, sealed, language)}
        except ModelError as error:
            rows = told.rows(at.form, found, coach.missing(at.form), None, language) if at.form else ""
            yield {self.found: asked.failed(error, language, None, "coach-run") + rows}
        except AssistantError as error:
            shown = for_person(error)
            yield {self.found: pages.notice(say(shown.key, language, **shown.values))}
