"""The walk from a case to a file: choose the paper, tell the matter, read and mend the draft, take it away.

What a person types is saved by the page's own script (static/page.js) and by each button; every handler reads the desk as it
is saved, changes it, and shows it. So a reload, another tab or a restarted server shows the same.
"""

import asyncio
import hashlib
import json
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.drafting.draft import UNUSABLE
from assistant.drafting.prose import whole_sentences, whole_words
from assistant.errors import AssistantError, InputError, ModelError
from assistant.forms.answers import CHOICES, boxes, typed
from assistant.forms.template import paragraphs
from assistant.forms.twin import foreign
from assistant.messages import OTHER, say
from assistant.ui.desk import IGNORED, PAPER, SOURCE, TWIN_OF, WRITING, Table, key_of, table, written
from assistant.ui.labels import Labels
from assistant.ui.pieces import asked, pages
from assistant.ui.pieces.boxes import CHOSEN, ask
from assistant.ui.pieces.pages import TWIN
from assistant.ui.screens.screen import AFTER, QUIET, STREAM, Update
from assistant.ui.screens.steps import Steps, spaced

TRACED = 1.0
"""Seconds between two looks whether a growing draft keeps to its facts, with few at work."""
MOST_IGNORED = 200
"""Findings left aside that one draft remembers."""


class Walk(Steps):
    """The four steps with their buttons wired."""

    def __init__(self, assistant: Assistant, labels: Labels) -> None:
        super().__init__(assistant, labels)
        self._wire()

    def _wire(self) -> None:
        everything = [
            *{**self.labels.updates("hi"), **self.brief.updates(None, "hi")},
            self.which, self.cards, *self.columns, self.steps, self.choose_head, self.tell_head, self.take_head,
            self.model_line, self.earlier, self.faults, *self.brief.offers.values(), self.notice, self.tab, self.language,
            self.read_head, self.consent, self.desk, self.badge, self.status, self.sent, self.preview, self.page,
            self.findings, self.ledger, self.files, self.twins, *self.wishes.outputs, *self.coach.outputs,
        ]  # fmt: skip
        self.everything = list(dict.fromkeys(everything))
        self.typed = {**self.brief.boxes, PAPER: self.coach.paper}
        typed_in = [self.tab, self.editor, *self.typed.values()]
        arrived = "() => window.edaksh && edaksh.arrived()"

        def on(buttons: list[gr.Button], handler: Callable[..., Update], inputs: list[Any]) -> None:
            clicks = [button.click for button in buttons]
            event = gr.on(clicks, self.safely(handler), [*typed_in, *inputs], self.everything, **QUIET)
            event.then(None, None, None, js=arrived, **{k: v for k, v in QUIET.items() if k != "queue"})

        # One event for all buttons: the browser looks through every event's inputs and outputs for every component, and with
        # an event a button an old PC took seconds to open the page.
        does: dict[gr.Button, Callable[..., Update]] = {
            **{button: self._going(n) for n, button in enumerate(self.go, start=1)},
            self.back_to_choose: self._going(1), self.back_to_tell: self._going(2), self.back_from_consent: self._going(2),
            self.back_to_read: self._going(3), self.return_to: self._going(3), self.onward: self._going(4),
            self.example: self.fill_example, self.another: self.begin_another, self.undo: self.undo_writing,
            self.plain: self.write_plain, self.without: self.write_plain, self.make: self.make_draft,
            self.again: self.make_draft, self.agree: self.agree_and_write,
        }  # fmt: skip
        self.pressed = {str(button.elem_id): handler for button, handler in does.items()}
        on(list(does), self.press, [])
        on([self.choose_it], self.choose_form, [self.language, self.chosen])
        on([self.open_paper], self.reopen, [self.paper])
        written = self.begin_writing.click(
            self.safely(self.write), [self.tab], [self.editor, self.status, self.notice, self.ledger], **STREAM
        )
        self.coach.wire()
        self.wishes.wire(self, self._save, self._agreed)
        written.then(self.safely(self.look), [self.tab], self.everything, **QUIET)
        stopped = self.stop.click(None, None, None, cancels=[written], **AFTER)
        stopped.then(self.safely(self.stopped), [self.tab], self.everything, **QUIET)
        for id, component in self.brief.boxes.items():
            if id in CHOICES:
                component.input(self._saving_choice(id), [self.tab, component], None, **QUIET)
        self.language.input(
            self.safely(self.change_paper_language), [self.tab, self.language], self.everything, **QUIET
        )
        judged = self.judge.click(
            self.safely(self.judge_finding),
            [self.tab, self.editor, self.judged],
            [self.findings, self.ledger, self.notice],
            **QUIET,
        )
        judged.then(None, None, None, js=arrived, **AFTER)
        refreshed = self.editor.change(
            self.safely(self.refresh), [self.editor], [self.preview, self.findings, self.ledger, self.badge, self.notice],
            queue=False, **AFTER, trigger_mode="always_last",
            js="text => review.pause(text)",
        )  # fmt: skip
        refreshed.then(None, None, None, js="() => review.settle()", **AFTER)

    def _save(self, request: gr.Request, tab: str, **columns: Any) -> Table:
        """The desk after some columns of its open draft were saved. Raises InputError where another tab took it over."""
        if self.assistant.records.save(key_of(request), tab, **columns) is None:
            raise InputError("error.tab")
        return table(self.assistant, request)

    def _keep(self, request: gr.Request, tab: str, editor: str, typed_in: tuple[str, ...], **columns: Any) -> Table:
        """Saves all that stands in the boxes, where these are what one sees, and in the editor, and more columns. A box that the form
        hides still holds what the paper before had in it."""
        at = table(self.assistant, request)
        seen = (
            {PAPER, *(box.id for box in boxes(at.form.fields, at.form.asked))} if at.form and at.draft.step == 2 else ()
        )
        answers = {id: text or "" for id, text in zip(self.typed, typed_in, strict=True) if id in seen}
        return self._save(request, tab, answers=answers, prose=paragraphs(editor or ""), **columns)

    def open(self, request: gr.Request, tab: str) -> Update:
        """A page was loaded: the desk as it was left, this tab the one that writes."""
        desk, drafts = self.assistant.records.sit_down(key_of(request), tab)
        return self.view(Table(self.assistant, desk, drafts)) | {self.tab: tab}

    def _going(self, step: int) -> Callable[..., Update]:
        def go(request: gr.Request, tab: str, editor: str, *typed_in: str) -> Update:
            at = self._keep(request, tab, editor, typed_in)
            return self.view(self._save(request, tab, step=min(step, self._furthest(at))))

        return go

    def _furthest(self, at: Table) -> int:
        if at.form is None:
            return 1
        return 4 if at.draft.prose and at.brief else 2

    def press(self, request: gr.Request, event: gr.EventData, tab: str, editor: str, *typed_in: str) -> Update:
        """What the button that was pressed does."""
        return self.pressed[_name(event)](request, tab, editor, *typed_in)

    def choose_form(self, request: gr.Request, tab: str, editor: str, *values: str) -> Update:
        """The paper that the pressed card stands for, in the language that is chosen."""
        *typed_in, language, id = values
        at = self._keep(request, tab, editor, tuple(typed_in))
        if id.startswith(">"):
            return self._follow(request, tab, at, id[1:]) if id != TWIN else self._twin(request, tab, at)
        if id.startswith(pages.LENT):
            return self.view(self._save(request, tab, answers=at.lent(id.removeprefix(pages.LENT))))
        if at.draft.prose and at.draft.form != id:  # a paper that was drafted stays; the new form gets one of its own
            return self.beside(self._begin(request, tab, at, id, language))
        answers = _chosen(at) | at.retold(language, id)
        return self.beside(self._save(request, tab, form=id, language=language, step=2, answers=answers))

    def _follow(self, request: gr.Request, tab: str, at: Table, id: str) -> Update:
        """A paper made from the open one: what its form says carries over, and the office."""
        language = at.draft.language
        answers = _chosen(at) | at.remembered(language, id) | at.carried(id)
        self.assistant.records.begin(key_of(request), tab, form=id, language=language, step=2, answers=answers)
        return self.view(table(self.assistant, request), note=say("follow.made", at.screen), kind="good")

    def _twin(self, request: gr.Request, tab: str, at: Table) -> Update:
        """The open paper in the other language: all that was typed, the office as it was last told in that language. What stands in the
        editor is put into it by a model where one is connected; it is asked at once where nothing is left to be typed."""
        if at.form is None:
            return self.view(at)
        if at.twin:
            self.assistant.records.reopen(key_of(request), tab, at.twin.draft.id)
            newer = {SOURCE: at.draft.prose} if at.twin.source and at.draft.prose else {}
            return self.view(self._save(request, tab, answers=newer))
        language = OTHER[at.draft.language]
        told = {box: text for box, text in written(at.draft).items() if box != PAPER}
        answers = told | _chosen(at) | at.remembered(language, at.form.id) | {TWIN_OF: str(at.draft.id)}
        if at.connected and at.draft.prose:
            answers[SOURCE] = at.draft.prose
        self.assistant.records.begin(key_of(request), tab, form=at.form.id, language=language, step=2, answers=answers)
        there = table(self.assistant, request)
        left = self._foreign(there, at.connected)
        if there.source and not left:
            return self._make(request, tab, there)
        return self.view(there) | {self.notice: pages.twin(left, there.screen, bool(there.source))}

    def _foreign(self, at: Table, names_only: bool) -> list[tuple[str, str]]:
        """The boxes that are still in the other language, each with its question."""
        left = foreign(at.form, at.draft.answers, at.draft.language, names_only) if at.form else ()
        return [(box.id, ask(box, at.screen)) for box in left]

    def _untranslated(self, at: Table) -> str:
        """What a paper that no model put into its language still needs; "" where that is nothing."""
        left = self._foreign(at, False) if at.source else []
        return pages.twin(left, at.screen) if left else ""

    def begin_another(self, request: gr.Request, tab: str, editor: str, *typed_in: str) -> Update:
        """The next paper from the same office: only what is new is asked."""
        at = self._keep(request, tab, editor, typed_in)
        return self.view(self._begin(request, tab, at, at.draft.form, at.draft.language))

    def _begin(self, request: gr.Request, tab: str, at: Table, form: str, language: str) -> Table:
        answers = _chosen(at) | at.remembered(language, form)
        self.assistant.records.begin(key_of(request), tab, form=form, language=language, step=2, answers=answers)
        return table(self.assistant, request)

    def reopen(self, request: gr.Request, tab: str, editor: str, *values: str) -> Update:
        """An earlier paper of this desk, as it was left."""
        *typed_in, id = values
        self._keep(request, tab, editor, tuple(typed_in))
        if id.isdecimal():
            self.assistant.records.reopen(key_of(request), tab, int(id))
        at = table(self.assistant, request)
        return self.view(self._save(request, tab, step=max(2, at.draft.step)))

    def fill_example(self, request: gr.Request, tab: str, editor: str, *typed_in: str) -> Update:
        """The form's example in the boxes, but for the office that is known; what was typed in them stays a paper of its own."""
        at = self._keep(request, tab, editor, typed_in)
        if at.form is None:
            return self.view(at)
        language, before = at.draft.language, at.draft
        source = self.assistant.library.example_source(at.form, language)
        answers = typed(at.form, source.data) | at.remembered(language, at.form.id)
        lost = written(before).items() - answers.items()
        if lost:
            self.assistant.records.begin(key_of(request), tab, form=before.form, language=language, step=2, answers={})
        at = self._save(request, tab, answers=answers, step=2)
        told = pages.kept(before.id, at.screen) if lost else ""
        return self.view(at) | {self.notice: told}

    def change_paper_language(self, request: gr.Request, tab: str, language: str) -> Update:
        """The language of the paper, chosen at the first step."""
        return self.words(self._save(request, tab, language=language))

    def _saving_choice(self, id: str) -> Callable[..., None]:
        def save(request: gr.Request, tab: str, value: str) -> None:
            self.assistant.records.save(key_of(request), tab, answers={id: value})

        return save

    def change_screen_language(self, request: gr.Request, tab: str, editor: str, *typed_in: str) -> Update:
        """The other language of the screen; what is being typed is left alone."""
        at = table(self.assistant, request)
        self.assistant.records.speak(key_of(request), OTHER[at.screen])
        at = table(self.assistant, request)
        shown = self.words(at) | (self._paper(at, False, False) if at.draft.step > 2 else {})
        return {component: update for component, update in shown.items() if component is not self.status}

    def make_draft(self, request: gr.Request, tab: str, editor: str, *typed_in: str) -> Update:
        """From the boxes to a draft: asks before the first call to a model, writes at once where there is none."""
        return self._make(request, tab, self._keep(request, tab, editor, typed_in))

    def _make(self, request: gr.Request, tab: str, at: Table) -> Update:
        if at.brief is None:
            return self.view(at)
        if not at.connected:
            return self._write_plain(request, tab, at)
        try:
            self.assistant.model.check()
            agreed = self._agreed(at)
        except ModelError as error:  # it rests, or the paper is one that goes to no model
            told = asked.failed(error, at.screen, kept=False) + self._untranslated(at)
            return self._write_plain(request, tab, at) | {self.notice: told}
        if not agreed:
            return self.view(self._save(request, tab, step=3), asking=True)
        return self._start(request, tab, at)

    def agree_and_write(self, request: gr.Request, tab: str, editor: str, *typed_in: str) -> Update:
        """The person saw what is sent and said yes."""
        at = self._keep(request, tab, editor, typed_in)
        if at.brief is None:
            return self.view(self._save(request, tab, step=2))
        return self._start(request, tab, self._save(request, tab, agreed=self._hash(at)))

    def write_plain(self, request: gr.Request, tab: str, editor: str, *typed_in: str) -> Update:
        """A draft in the form's own sentences."""
        at = self._keep(request, tab, editor, typed_in)
        return self._write_plain(request, tab, at) if at.brief else self.view(self._save(request, tab, step=2))

    def _write_plain(self, request: gr.Request, tab: str, at: Table) -> Update:
        prose = self.assistant.drafter.offline(at.brief, at.draft.language).prose  # type: ignore[arg-type]
        whose = {"by": "offline", "model": "", "prompt": ""}
        answers = {WRITING: ""}
        saved = self._save(
            request, tab, step=3, prose=prose, written=prose, before=_before(at, prose), answers=answers, **whose
        )
        return self.view(saved) | {self.notice: self._untranslated(saved)}

    def undo_writing(self, request: gr.Request, tab: str, editor: str, *typed_in: str) -> Update:
        """What stood in the editor before it was written anew; what stands there now can be had back the same way."""
        at = self._keep(request, tab, editor, typed_in)
        return self.view(self._save(request, tab, prose=at.draft.before, before=at.draft.prose))

    def _hash(self, at: Table) -> str:
        sent = self.assistant.drafter.sent(at.brief, at.draft.language, at.source).messages if at.brief else ()
        return hashlib.sha256(repr(sent).encode()).hexdigest()

    def _agreed(self, at: Table) -> bool:
        return at.draft.agreed == self._hash(at)

    def _start(self, request: gr.Request, tab: str, at: Table) -> Update:
        """The screen while the model writes: an empty, locked editor and the button that stops."""
        begun = self._save(request, tab, step=3, prose="", written="", before=_before(at, ""), answers={WRITING: "1"})
        return self.view(begun, writing=True)

    async def write(self, request: gr.Request, tab: str) -> AsyncGenerator[Update, None]:
        """The model's words as they come. What has come is saved every second, and when it is stopped, cut off or left."""
        at = await asyncio.to_thread(table, self.assistant, request)
        if at.brief is None or not at.connected:
            return
        prose, saved, traced, upto, done = "", time.monotonic(), time.monotonic(), 0, False
        drafter = self.assistant.drafter

        def keep() -> None:
            told = (
                {"by": "model", "model": self.assistant.model.name, "prompt": drafter.asks(at.source).id}
                if prose
                else {}
            )
            answers = {WRITING: ""} if done else {}  # else it stays known that the text is half, also after a reload
            self.assistant.records.write(at.draft.id, prose=prose, written=prose, answers=answers, **told)

        try:
            async with aclosing(drafter.stream(at.brief, at.draft.language, at.source)) as growing:
                async for whole in growing:
                    prose = whole.prose
                    if whole.amiss:
                        yield {self.notice: asked.amiss(whole.amiss, at.screen)}
                    ended = whole_sentences(prose)
                    if len(ended) > upto and time.monotonic() - traced >= self.assistant.model.pace(TRACED):
                        facts_so_far = await asyncio.to_thread(self.traced, at, ended)
                        upto, traced = len(ended), time.monotonic()
                        yield {self.editor: spaced(whole_words(prose)), self.ledger: facts_so_far}
                    elif prose:
                        yield {self.editor: spaced(whole_words(prose))}
                    else:
                        yield {self.status: pages.status(asked.waiting(whole.ahead, at.screen))}
                    if time.monotonic() - saved >= 1:
                        saved = time.monotonic()
                        await asyncio.to_thread(keep)
            done = True
        except ModelError as error:
            prose = "" if error.key in UNUSABLE else prose
            failed = asked.failed(error, at.screen, bool(prose), plain="plain" if prose else "")
            yield {self.notice: failed + ("" if prose else self._untranslated(at))}
            if not prose:
                await asyncio.to_thread(self._fall_back, request, tab, at)
        except AssistantError as error:
            yield self.sorry(error, at.screen)
        finally:
            if prose:
                keep()  # not in a thread: when the tab was closed nothing here may wait any more

    def _fall_back(self, request: gr.Request, tab: str, at: Table) -> None:
        """A model that gave nothing leaves the person a draft all the same."""
        self._write_plain(request, tab, table(self.assistant, request))

    def refresh(self, request: gr.Request, editor: str) -> Update:
        """The page and the findings after a pause in typing. Nothing is saved here: the page's script does that."""
        at = table(self.assistant, request)
        at.draft.prose = paragraphs(editor or "")
        if at.made is None:
            return {self.preview: gr.skip()}
        return self.reviewed(at, editor or "") | {
            self.preview: pages.preview(at.made.document, at.screen),
            self.badge: pages.badge(at.draft.by, at.made.prose != at.draft.written, at.screen) if editor else "",
        }

    def judge_finding(self, request: gr.Request, tab: str, editor: str, judged: str) -> Update:
        """A finding is left aside with a reason, or had back; no reason is the same as having it back."""
        at = self._save(request, tab, prose=paragraphs(editor or ""))
        told = json.loads(judged)
        ignored = at.ignored | {(str(told["code"]), str(told["words"])): str(told["reason"])[:200]}
        kept = [(*mark, reason) for mark, reason in ignored.items() if reason][-MOST_IGNORED:]
        at = self._save(request, tab, answers={IGNORED: json.dumps(kept, ensure_ascii=False)})
        return self.reviewed(at, editor or "")


def _name(event: gr.EventData) -> str:
    """The page's name of the button that was pressed; Gradio hands over a copy of the component itself."""
    return str(getattr(event.target, "elem_id", ""))


def _chosen(at: Table) -> dict[str, str]:
    """What the choices stand at when nothing was chosen: the installation's own norm, the formal tone."""
    norms = {"state": at.assistant.settings.state, "tone": CHOSEN["tone"][0]}
    return {id: at.draft.answers.get(id) or norm for id, norm in norms.items()}


def _before(at: Table, prose: str) -> str:
    return at.draft.prose if at.draft.prose and at.draft.prose != prose else at.draft.before
