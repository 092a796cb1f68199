"""A finding explained by a model, on the draft's page and on that of the labs: what would be sent, a yes, and the words as they come."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import TYPE_CHECKING

import gradio as gr

from assistant.drafting.explain import Explanation
from assistant.errors import AssistantError, InputError
from assistant.labs.found import case_of
from assistant.ui.pieces import asked, explained, marks
from assistant.ui.pieces.review import mark
from assistant.ui.practice import Practice, practice
from assistant.ui.screens.screen import QUIET, STREAM, Update

if TYPE_CHECKING:
    from assistant.ui.screens.labs import Bench


async def explaining(one: Explanation, sure: bool, key: str, language: str) -> AsyncGenerator[str, None]:
    """The card's words as they grow; where nobody is `sure` yet, what would be sent and the question. Raises ModelError as a draft does."""
    sealed, text = one.sent(), ""
    one.drafter.model().check()
    if not sure:
        yield explained.consent(sealed, key, language)
        return
    async with aclosing(one.stream()) as growing:
        async for whole in growing:
            text = whole.prose
            yield explained.words(text, whole.ahead, key, language, ended=False)
    yield explained.words(text, 0, key, language, ended=True)


class Explains:
    """What the cards of a mark need for it. Built inside the page of the labs."""

    def __init__(self, bench: "Bench") -> None:
        self._bench = bench
        with gr.Row(elem_classes="off"):
            how = gr.Textbox(elem_id="wish-how", show_label=False)
            run, stop = gr.Button("…", elem_id="wish-run"), gr.Button("…", elem_id="wish-stop")
        self.shown = gr.HTML(elem_id="changes")
        running = run.click(bench.safely(self.explain), [bench.at, how], self.shown, **STREAM)
        stop.click(lambda: "", None, self.shown, cancels=[running], **QUIET)

    async def explain(self, request: gr.Request, at: str, how: str) -> AsyncGenerator[Update, None]:
        """A finding of the answer handed in last; a failure is one sentence in its card."""
        told = json.loads(how)
        key, language = str(told.get("key", "")), await asyncio.to_thread(self._bench.screen_of, request)
        try:
            here = await asyncio.to_thread(practice, self._bench.assistant, request, at)
            one = await asyncio.to_thread(_explanation, here, str(told["code"]), str(told["words"]))
            # Whoever let a model read the answer let it have each of its sentences.
            sure = bool(told.get("sure")) or "model" in here.tries[-1].grade["graded_by"]
            async with aclosing(explaining(one, sure, key, here.screen)) as growing:
                async for html in growing:
                    yield {self.shown: html}
        except AssistantError as error:
            yield {self.shown: explained.failed(asked.sorry(error, language), key)}


def _explanation(here: Practice, code: str, words: str) -> Explanation:
    if here.at is None or not here.tries:
        raise InputError("error.nothing")
    if not here.connected:
        raise InputError("error.model.off")
    if not here.coached:
        raise InputError("error.coach.off")
    tried = here.tries[-1]
    finding = next((one for one in marks.found(tried) if mark(one) == (code, words)), None)
    if finding is None:
        raise InputError("error.explain.gone")
    return Explanation(
        here.assistant.drafter, case_of(here.at, tried.answer, here.assistant.settings.state), finding, here.screen
    )
