"""Changes on request, below the draft: a wish in words or at one click, one sentence written again, each change taken or refused.

One event does it all: the page's script says in `how` what is to be done (`ask`, `mend` a sentence, `explain` a finding) and whether the
person has seen what is sent, for every event of the page costs an old PC time.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from datetime import datetime
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.drafting.explain import Explanation
from assistant.drafting.mend import sentence_at
from assistant.drafting.revise import WITHOUT, Revision
from assistant.errors import AssistantError, InputError
from assistant.forms.template import paragraphs
from assistant.messages import say
from assistant.ui.desk import VERSIONS, Table
from assistant.ui.pieces import asked, changes, explained
from assistant.ui.pieces.review import mark
from assistant.ui.screens.explains import explaining
from assistant.ui.screens.screen import QUIET, STREAM, Update

if TYPE_CHECKING:
    from assistant.ui.screens.draft import Walk
    from assistant.ui.screens.steps import Steps

MOST_VERSIONS = 10
LONGEST = 500
"""Letters that a wish may have."""


class Wishes:
    """The box below the editor. Built inside its column."""

    def __init__(self, steps: "Steps") -> None:
        with gr.Row(elem_classes="off"):
            self.how = gr.Textbox(elem_id="wish-how", show_label=False)
            self.run = gr.Button("…", elem_id="wish-run")
            self.stop = gr.Button("…", elem_id="wish-stop")
        with gr.Column(visible=False, elem_id="wishes") as self.box:
            with gr.Column(elem_id="wish-words") as self.words:
                self.wish = gr.Textbox(elem_id="wish", lines=1, max_lines=4, max_length=LONGEST)
                steps.labels.bind(self.wish, label="wish.title", placeholder="wish.example")
                self.ask = steps.button("wish.ask", elem_id="wish-ask", elem_classes="small")
            self.chips = gr.HTML()
        self.changes = gr.HTML(elem_id="changes")
        self.outputs = [self.box, self.words, self.chips, self.changes]

    def update(self, at: Table, writing: bool) -> Update:
        """The box as it belongs to the draft that stands there."""
        shown = bool(at.draft.prose) and not writing
        versions = [(when, text) for when, text in _versions(at) if text != at.draft.prose]
        kept: Update = {
            self.box: gr.update(visible=shown),
            self.words: gr.update(visible=at.connected),
            self.chips: changes.chips(at.screen, versions[::-1], at.connected) if shown else "",
        }
        return kept if shown else kept | {self.changes: ""}

    def wire(self, walk: "Walk", save: Callable[..., Table], agreed: Callable[[Table], bool]) -> None:
        """Ties the buttons to what they do: `save` keeps the text, `agreed` tells whether the person let its facts go to a model."""
        self._walk, self._save, self._agreed = walk, save, agreed
        running = self.run.click(
            walk.safely(self._run), [walk.tab, walk.editor, self.wish, self.how], [self.changes, walk.notice], **STREAM
        )
        self.stop.click(lambda: "", None, self.changes, cancels=[running], **QUIET)

    async def _run(
        self, request: gr.Request, tab: str, editor: str, wish: str, how: str
    ) -> AsyncGenerator[Update, None]:
        """What the script asks for; a failure is one sentence in the box, and the text stays as it is."""
        screen, told = await asyncio.to_thread(self._walk.screen_of, request), json.loads(how)
        key = str(told.get("key", ""))
        running = (
            self._explained(request, tab, editor, told, key) if key else self._changed(request, tab, editor, wish, told)
        )
        try:
            async with aclosing(running) as shown:
                async for html in shown:
                    yield {self.changes: html}
        except AssistantError as error:
            notice = asked.sorry(error, screen)
            yield {self.changes: explained.failed(notice, key) if key else notice}

    async def _explained(
        self, request: gr.Request, tab: str, editor: str, told: dict[str, Any], key: str
    ) -> AsyncGenerator[str, None]:
        """A finding in the model's words; the draft stays as it is."""
        at = await asyncio.to_thread(self._save, request, tab, prose=paragraphs(editor or ""))
        asked_for = await asyncio.to_thread(self._explanation, at, str(told["code"]), str(told["words"]))
        sure = bool(told.get("sure")) or self._let_go(at, asked_for)
        async with aclosing(explaining(asked_for, sure, key, at.screen)) as growing:
            async for html in growing:
                yield html

    def _explanation(self, at: Table, code: str, words: str) -> Explanation:
        if at.made is None:
            raise InputError("error.nothing")
        if not at.connected:
            raise InputError("error.model.off")
        found = next((one for one in at.made.findings if mark(one) == (code, words)), None)
        if found is None:
            raise InputError("error.explain.gone")
        return Explanation(at.assistant.drafter, at.made.case, found, at.screen)

    def _let_go(self, at: Table, one: Explanation) -> bool:
        """Whether all that is sent of the paper for it was let go to the model already, or came from there."""
        own = not one.sentence or one.finding.part == one.case.form.file.writes
        return own and at.draft.by == "model" and at.draft.prose == at.draft.written and self._agreed(at)

    async def _changed(
        self, request: gr.Request, tab: str, editor: str, wish: str, told: dict[str, Any]
    ) -> AsyncGenerator[str, None]:
        at = await asyncio.to_thread(self._keep, request, tab, editor)
        if at.brief is None:
            raise InputError("error.nothing")
        if not at.connected:
            raise InputError("error.model.off")
        revision, own = self._revision(at, editor or "", (wish or "").strip(), told.get("at"))
        sealed = revision.sent()
        at.assistant.model.check()
        if not told.get("sure") and not own:
            yield changes.consent(sealed, at.screen)
            return
        spoken, new = at.draft.language, ""
        async with aclosing(revision.stream()) as growing:
            async for whole in growing:
                new = whole.prose
                yield changes.growing(new, whole.ahead, at.screen, spoken)
        found = await asyncio.to_thread(revision.changes, new)
        yield changes.cards(found, at.screen, spoken, at_once=told.get("at") is not None)

    def _keep(self, request: gr.Request, tab: str, editor: str) -> Table:
        """Saves the text as it stands, also as a version that can be had back."""
        at = self._save(request, tab, prose=paragraphs(editor or ""))
        kept = _versions(at)
        if at.draft.prose and all(text != at.draft.prose for _, text in kept):
            kept = [*kept, (f"{datetime.now().astimezone():%H:%M}", at.draft.prose)][-MOST_VERSIONS:]
            at = self._save(request, tab, answers={VERSIONS: json.dumps(kept, ensure_ascii=False)})
        return at

    def _revision(self, at: Table, editor: str, wish: str, spot: list[int] | None) -> tuple[Revision, bool]:
        """What is wished, and whether all of it comes from the model or from us: then nothing is sent that the person hasn't let go already."""
        if at.brief is None:
            raise InputError("error.nothing")
        drafter, language = at.assistant.drafter, at.draft.language
        agreed = at.draft.by == "model" and self._agreed(at)
        if spot is not None:
            units = editor.encode("utf-16-le")
            begin, end = (len(units[: 2 * place].decode("utf-16-le", "ignore")) for place in spot)
            first, last = sentence_at(editor, begin)
            one = Revision(drafter, at.brief, language, editor[first:last], WITHOUT.format(words=editor[begin:end]))
            return one, agreed and one.text in at.draft.written
        if not wish:
            raise InputError("error.wish.empty")
        ours = wish in {say(f"wish.{id}", at.screen) for id in changes.CHIPS}
        return Revision(
            drafter, at.brief, language, at.draft.prose, wish
        ), agreed and ours and at.draft.prose == at.draft.written


def _versions(at: Table) -> list[tuple[str, str]]:
    told = at.draft.answers.get(VERSIONS)
    return [(when, text) for when, text in json.loads(told)] if told else []
