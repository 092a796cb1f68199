"""The walk from a case to a file: choose the paper, tell the matter, read and mend the draft, take it away.

What a person types is saved by the page's own script (static/page.js) and by each button; every handler reads the desk as it
is saved, changes it, and shows it. So a reload, another tab or a restarted server shows the same.
"""

import asyncio
import hashlib
import logging
import secrets
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from functools import wraps
from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.errors import AssistantError, InputError, ModelError
from assistant.forms.answers import CHOICES, boxes, typed
from assistant.forms.template import BLANK, paragraphs
from assistant.messages import say
from assistant.ui.desk import Table, for_person, key_of, table
from assistant.ui.labels import Labels
from assistant.ui.pieces import pages
from assistant.ui.pieces.boxes import CHOSEN, Brief, ask

log = logging.getLogger(__name__)

Update = dict[Any, Any]

EVERY = 0.1
"""Seconds between two sights of a growing draft: more often costs the server much and the eye gains nothing."""


class Walk:
    """The four steps and their buttons. Built inside a Blocks."""

    def __init__(self, assistant: Assistant, labels: Labels) -> None:
        self.assistant = assistant
        self.labels = labels
        self.notice = gr.HTML(elem_id="notice")
        self.steps = gr.HTML(elem_id="steps")
        with gr.Row(elem_classes="off"):
            # A box and no State: what the page's script answers reaches Python only through a component of the page.
            self.tab = gr.Textbox(elem_id="tab", interactive=False, show_label=False)
            self.go = [gr.Button(str(n), elem_id=f"go-{n}") for n in (1, 2, 3, 4)]
            # Pressed by the page's script when a status line asks for it: a chain of events would run for each press, and
            # the one of an earlier press would show its end over this one's words.
            self.begin_writing = gr.Button("…", elem_id="write")
            self.paper = gr.Textbox(elem_id="paper", show_label=False)
            self.open_paper = gr.Button("…", elem_id="open-paper")
        self._choose()
        self._tell()
        self._read()
        self._take()
        self.columns = [self.choose, self.tell, self.read, self.take]
        self._wire()

    # -- what is on the screen ---------------------------------------------------------------------------------------

    def _choose(self) -> None:
        with gr.Column(visible=True, elem_classes="step") as self.choose:
            self.choose_head = gr.HTML(pages.heading("choose.title", "hi"))
            self.language = gr.Radio(choices=[("हिन्दी", "hi"), ("English", "en")], value="hi", elem_id="paper-language")
            self.labels.bind(self.language, label="choose.language")
            with gr.Row(elem_classes="cards"):
                self.forms = {
                    id: gr.Button(form.title.hi, elem_id=f"form-{id}", elem_classes="card")
                    for id, form in self.assistant.library.forms.items()
                }
            self.model_line = gr.HTML(elem_id="model-line")
            self.earlier = gr.HTML(elem_id="earlier")

    def _tell(self) -> None:
        with gr.Column(visible=False, elem_classes="step") as self.tell:
            self.tell_head = gr.HTML()
            self.faults = gr.HTML(elem_id="faults")
            self.brief = Brief(self.assistant.library.forms.values())
            with gr.Row(elem_classes="actions"):
                self.make = self._button("brief.make", variant="primary", elem_id="make")
                self.example = self._button("brief.example", elem_id="example")
                self.return_to = self._button("brief.return", elem_id="return", visible=False)
                self.back_to_choose = self._button("back", elem_id="back-1")

    def _read(self) -> None:
        with gr.Column(visible=False, elem_classes="step") as self.read:
            self.read_head = gr.HTML()
            with gr.Column(visible=False, elem_id="consent") as self.consent:
                self.sent = gr.HTML()
                with gr.Row(elem_classes="actions"):
                    self.agree = self._button("send.agree", variant="primary", elem_id="agree")
                    self.without = self._button("send.without", elem_id="without")
                    self.back_from_consent = self._button("back", elem_id="back-consent")
            with gr.Column(visible=True, elem_id="desk") as self.desk:
                with gr.Row(elem_classes="sides"):
                    with gr.Column(scale=5, min_width=320):
                        self.badge = gr.HTML()
                        self.editor = gr.Textbox(
                            lines=16,
                            max_lines=40,
                            elem_id="editor",
                            interactive=True,
                            html_attributes=gr.InputHTMLAttributes(autocomplete="off", spellcheck=False),
                        )
                        self.labels.bind(self.editor, label="draft.editor", info="draft.editor.help")
                        self.status = gr.HTML(elem_id="status")
                        self.findings = gr.HTML(elem_id="findings")
                    with gr.Column(scale=7, min_width=320):
                        self.preview = gr.HTML(elem_id="preview")
                with gr.Row(elem_classes="actions"):
                    self.stop = self._button("draft.stop", variant="stop", visible=False, elem_id="stop")
                    self.onward = self._button("draft.take", variant="primary", elem_id="onward")
                    self.again = self._button("draft.again", elem_id="again")
                    self.plain = self._button("draft.plain", elem_id="plain")
                    self.undo = self._button("draft.undo", visible=False, elem_id="undo")
                    self.back_to_tell = self._button("back", elem_id="back-2")

    def _take(self) -> None:
        with gr.Column(visible=False, elem_classes="step") as self.take:
            self.take_head = gr.HTML()
            with gr.Row(elem_classes="sides take"):
                with gr.Column(scale=7, min_width=320):
                    self.page = gr.HTML()
                with gr.Column(scale=4, min_width=300):
                    self.files = gr.HTML(elem_id="files")
                    self.another = self._button("take.another", elem_id="another")
                    self.back_to_read = self._button("back", elem_id="back-3")

    def _button(self, key: str, **options: Any) -> gr.Button:
        return self.labels.bind(gr.Button(**options), value=key)

    # -- how it is shown ---------------------------------------------------------------------------------------------

    def view(self, at: Table, *, note: str = "", kind: str = "mend", asking: bool = False, writing: bool = False) -> Update:
        """The whole walk as the desk has it, values and all."""
        draft = at.draft
        shown = self.words(at, draft.answers) | self._paper(at, asking, writing)
        for n, column in enumerate(self.columns, start=1):
            shown[column] = gr.update(visible=n == draft.step)
        shown[self.language] = gr.update(value=draft.language)
        shown[self.editor] = gr.update(value=_spaced(draft.prose), interactive=not writing)
        shown[self.notice] = pages.notice(note, kind)
        return shown

    def words(self, at: Table, answers: dict[str, str] | None = None) -> Update:
        """All words of the screen in its language; without `answers` no value that a person may be typing at this moment."""
        language, draft, form = at.screen, at.draft, at.form
        shown = self.labels.updates(language) | self.brief.updates(form, language, answers)
        for id, button in self.forms.items():
            one = self.assistant.library.forms[id]
            shown[button] = gr.update(value=f"{one.title[language]}\n{one.file.use[language]}")
        reached = 1 if form is None else 4 if draft.prose else 2
        shown[self.steps] = pages.steps(draft.step, reached, language)
        shown[self.choose_head] = pages.heading("choose.title", language, "choose.help")
        title = form.title[language] if form else ""
        shown[self.tell_head] = pages.heading("brief.title", language, "brief.help", form=title)
        shown[self.take_head] = pages.heading("take.title", language)
        model = self.assistant.model.connected
        shown[self.model_line] = pages.status(say("model.yes" if model else "model.no", language))
        shown[self.earlier] = pages.earlier(at.titles(), language)
        shown[self.faults] = self._faults(at)
        for id, html in self.brief.offers.items():
            lines = at.offers(id) if form and id in form.asked else []
            shown[html] = gr.update(value=pages.offers(lines, id, language), visible=bool(lines))
        given = draft.answers
        who = ", ".join(filter(None, (given.get("office.name", "").split("\n")[0], given.get("sender.designation"))))
        label = say("group.office.folded", language, office=who) if who else say("group.office", language)
        office = self.brief.groups["office"]
        shown[office] = gr.update(label=label, visible=bool(form and form.groups["office"]))
        if answers is not None:
            shown[office]["open"] = not who
        filled = sum(bool(given.get(box.id)) for box in boxes(form.fields, form.groups["tail"])) if form else 0
        shown[self.brief.groups["tail"]] = gr.update(
            label=say("group.tail", language, count=filled), visible=bool(form and form.groups["tail"])
        )
        shown[self.return_to] = gr.update(visible=bool(draft.prose), value=say("brief.return", language))
        return shown

    def _faults(self, at: Table) -> str:
        if at.form is None:
            return ""
        asked = {box.id: box for box in boxes(at.form.fields, at.form.asked)}
        told = []
        for id, problem in at.wrong.items():
            question = ask(asked[id], at.screen) if id in asked else id
            told.append((id, question, say(problem.key, at.screen, **problem.values | {"key": question})))
        return pages.faults(told, at.screen)

    def _paper(self, at: Table, asking: bool, writing: bool) -> Update:
        """The draft as it stands: page, findings, who wrote it, and which buttons have sense."""
        language, draft, made, form = at.screen, at.draft, at.made, at.form
        connected = self.assistant.model.connected
        asking = asking or (draft.step == 3 and not draft.prose and connected and not writing)
        key = "send.title" if asking else "draft.title"
        shown: Update = {
            self.read_head: pages.heading(key, language, "send.help" if asking else ""),
            self.consent: gr.update(visible=asking),
            self.desk: gr.update(visible=not asking),
            self.stop: gr.update(visible=writing, value=say("draft.stop", language)),
            self.onward: gr.update(visible=not writing, value=say("draft.take", language)),
            self.again: gr.update(visible=connected and not writing, value=say("draft.again", language)),
            self.plain: gr.update(visible=not writing, value=say("draft.plain" if connected else "draft.plain.only", language)),
            self.undo: gr.update(visible=bool(draft.before) and not writing, value=say("draft.undo", language)),
            self.back_to_tell: gr.update(visible=not writing, value=say("back", language)),
            self.badge: pages.badge(draft.by, draft.prose != draft.written, language) if not writing else "",
            self.status: pages.status(say("draft.writing", language), begins=True) if writing else "",
        }
        if asking and at.brief:
            shown[self.sent] = pages.sent(self.assistant.drafter.sent(at.brief, draft.language), language)
        if made is None or form is None:
            return shown | {self.preview: "", self.page: "", self.findings: "", self.files: ""}
        names = {part.id: part.name[language] for part in form.file.parts}
        sheet = pages.preview(made.document, language)
        return shown | {
            self.preview: sheet,
            self.page: sheet,
            self.findings: "" if writing else pages.findings(made.findings, names, language),
            self.files: pages.files(made, form, self._gaps(at), language),
        }

    def _gaps(self, at: Table) -> list[str]:
        """The fields whose blank shows in the paper."""
        made, form = at.made, at.form
        if made is None or form is None:
            return []
        blank = {row.part for row in made.document.rows() if BLANK in row.text}
        named = [part.field for part in form.file.parts if part.id in blank and part.field]
        return [field for field in dict.fromkeys(named) if not at.brief or not at.brief[field]]

    # -- what the buttons do -----------------------------------------------------------------------------------------

    def _wire(self) -> None:
        everything = [
            *{**self.labels.updates("hi"), **self.brief.updates(None, "hi")},
            *self.forms.values(), *self.columns, self.steps, self.choose_head, self.tell_head, self.take_head,
            self.model_line, self.earlier, self.faults, *self.brief.offers.values(), self.notice, self.tab, self.language,
            self.read_head, self.consent, self.desk, self.badge, self.status, self.sent, self.preview, self.page,
            self.findings, self.files,
        ]  # fmt: skip
        self.everything = list(dict.fromkeys(everything))
        typed_in = [self.tab, self.editor, *self.brief.boxes.values()]
        plain: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private", "trigger_mode": "multiple"}
        arrived = "() => window.edaksh && edaksh.arrived()"

        def on(trigger: Callable[..., Any], handler: Callable[..., Update], inputs: list[Any]) -> Any:
            event = trigger(self.safely(handler), inputs, self.everything, **plain)
            event.then(None, None, None, js=arrived, **{k: v for k, v in plain.items() if k != "queue"})
            return event

        for n, button in enumerate(self.go, start=1):
            on(button.click, self._going(n), typed_in)
        for id, button in self.forms.items():
            on(button.click, self._choosing(id), [*typed_in, self.language])
        on(self.open_paper.click, self.reopen, [*typed_in, self.paper])
        on(self.example.click, self.fill_example, typed_in)
        for button, n in (
            (self.back_to_choose, 1), (self.back_to_tell, 2), (self.back_from_consent, 2), (self.back_to_read, 3),
            (self.onward, 4), (self.return_to, 3),
        ):  # fmt: skip
            on(button.click, self._going(n), typed_in)
        on(self.undo.click, self.undo_writing, typed_in)
        on(self.plain.click, self.write_plain, typed_in)
        on(self.without.click, self.write_plain, typed_in)
        on(self.another.click, self.begin_another, typed_in)
        for button, handler in ((self.make, self.make_draft), (self.agree, self.agree_and_write), (self.again, self.write_again)):
            on(button.click, handler, typed_in)
        written = self.begin_writing.click(
            self.write, [self.tab], [self.editor, self.status, self.notice], show_progress="hidden",
            api_visibility="private", concurrency_limit=None, trigger_mode="multiple",
        )  # fmt: skip
        written.then(self.safely(self.look), [self.tab], self.everything, **plain)
        stopped = self.stop.click(None, None, None, cancels=[written], show_progress="hidden", api_visibility="private")
        stopped.then(self.safely(self.look), [self.tab], self.everything, **plain)
        for id, component in self.brief.boxes.items():
            if id in CHOICES:
                component.input(self._saving_choice(id), [self.tab, component], None, **plain)
        self.language.input(self.safely(self.change_paper_language), [self.tab, self.language], self.everything, **plain)
        self.editor.change(
            self.refresh, [self.editor], [self.preview, self.findings, self.badge],
            queue=False, show_progress="hidden", api_visibility="private", trigger_mode="always_last",
            js="t => new Promise(done => { clearTimeout(window.pausing); window.pausing = setTimeout(() => done(t), 400); })",
        )  # fmt: skip

    def safely(self, handler: Callable[..., Update]) -> Callable[..., Update]:
        """The handler with every failure as our words in a notice; what is on the screen stays."""

        @wraps(handler)
        def run(request: gr.Request, *values: Any) -> Update:
            try:
                return handler(request, *values)
            except AssistantError as error:
                told = for_person(error)
                return {self.notice: pages.notice(say(told.key, self.screen_of(request), **told.values), "stop")}
            except Exception:  # whatever it is, the person reads a sentence and the log has the rest
                id = secrets.token_hex(3)
                log.exception("Failure %s", id)
                return {self.notice: pages.notice(say("error.unexpected", self.screen_of(request), id=id), "stop")}

        return run

    def screen_of(self, request: gr.Request) -> str:
        try:
            return table(self.assistant, request).screen
        except AssistantError:
            return "hi"

    def _save(self, request: gr.Request, tab: str, **columns: Any) -> Table:
        """The desk after some columns of its open draft were saved. Raises InputError where another tab took it over."""
        if self.assistant.records.save(key_of(request), tab, **columns) is None:
            raise InputError("error.tab")
        return table(self.assistant, request)

    def _keep(self, request: gr.Request, tab: str, editor: str, typed_in: tuple[str, ...], **columns: Any) -> Table:
        """Saves all that stands in the boxes and the editor, and more columns."""
        answers = {id: text or "" for id, text in zip(self.brief.boxes, typed_in, strict=True)}
        return self._save(request, tab, answers=answers, prose=paragraphs(editor or ""), **columns)

    def open(self, request: gr.Request, tab: str) -> Update:
        """A page was loaded: the desk as it was left, this tab the one that writes."""
        desk, drafts = self.assistant.records.sit_down(key_of(request), tab)
        return self.view(Table(self.assistant, desk, drafts)) | {self.tab: tab}

    def look(self, request: gr.Request, tab: str) -> Update:
        """The desk as it is saved, and the notice left as it is."""
        shown = self.view(table(self.assistant, request))
        shown.pop(self.notice)
        at = table(self.assistant, request)
        shown[self.status] = pages.status(say("draft.written", at.screen, count=len(at.draft.prose.split()))) if at.draft.prose else ""
        return shown

    def _going(self, step: int) -> Callable[..., Update]:
        def go(request: gr.Request, tab: str, editor: str, *typed_in: str) -> Update:
            at = self._keep(request, tab, editor, typed_in)
            return self.view(self._save(request, tab, step=min(step, self._furthest(at))))

        return go

    def _furthest(self, at: Table) -> int:
        if at.form is None:
            return 1
        return 4 if at.draft.prose and at.brief else 2

    def _choosing(self, id: str) -> Callable[..., Update]:
        def choose(request: gr.Request, tab: str, editor: str, *values: str) -> Update:
            *typed_in, language = values
            at = self._keep(request, tab, editor, tuple(typed_in))
            if at.draft.prose and at.draft.form != id:  # a paper that was drafted stays; the new form gets one of its own
                return self._begin(request, tab, at, id, language)
            return self.view(self._save(request, tab, form=id, language=language, step=2, answers=_chosen(at)))

        return choose

    def begin_another(self, request: gr.Request, tab: str, editor: str, *typed_in: str) -> Update:
        """The next paper from the same office: only what is new is asked."""
        at = self._keep(request, tab, editor, typed_in)
        return self._begin(request, tab, at, at.draft.form, at.draft.language)

    def _begin(self, request: gr.Request, tab: str, at: Table, form: str, language: str) -> Update:
        answers = _chosen(at) | at.remembered
        self.assistant.records.begin(key_of(request), tab, form=form, language=language, step=2, answers=answers)
        return self.view(table(self.assistant, request))

    def reopen(self, request: gr.Request, tab: str, editor: str, *values: str) -> Update:
        """An earlier paper of this desk, as it was left."""
        *typed_in, id = values
        self._keep(request, tab, editor, tuple(typed_in))
        if id.isdecimal():
            self.assistant.records.reopen(key_of(request), tab, int(id))
        at = table(self.assistant, request)
        return self.view(self._save(request, tab, step=max(2, at.draft.step)))

    def fill_example(self, request: gr.Request, tab: str, editor: str, *typed_in: str) -> Update:
        """The form's example in the boxes; what was typed in them stands in the paper before."""
        at = self._keep(request, tab, editor, typed_in)
        if at.form is None:
            return self.view(at)
        source = self.assistant.library.example_source(at.form, at.draft.language)
        if any(text for box, text in at.draft.answers.items() if box not in CHOICES):
            self.assistant.records.begin(
                key_of(request), tab, form=at.draft.form, language=at.draft.language, step=2, answers={}
            )
        return self.view(self._save(request, tab, answers=typed(at.form, source.data), step=2))

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
        self.assistant.records.speak(key_of(request), "en" if at.screen == "hi" else "hi")
        at = table(self.assistant, request)
        shown = self.words(at) | self._paper(at, False, False)
        return {component: update for component, update in shown.items() if component is not self.status}

    def make_draft(self, request: gr.Request, tab: str, editor: str, *typed_in: str) -> Update:
        """From the boxes to a draft: asks before the first call to a model, writes at once where there is none."""
        at = self._keep(request, tab, editor, typed_in)
        if at.brief is None:
            return self.view(at)
        if not self.assistant.model.connected:
            return self._write_plain(request, tab, at)
        if not self._agreed(at):
            return self.view(self._save(request, tab, step=3), asking=True)
        return self._start(request, tab, at)

    def agree_and_write(self, request: gr.Request, tab: str, editor: str, *typed_in: str) -> Update:
        """The person saw what is sent and said yes."""
        at = self._keep(request, tab, editor, typed_in)
        if at.brief is None:
            return self.view(self._save(request, tab, step=2))
        return self._start(request, tab, self._save(request, tab, agreed=self._hash(at)))

    def write_again(self, request: gr.Request, tab: str, editor: str, *typed_in: str) -> Update:
        """Another draft by the model; what stood there can be had back."""
        return self.make_draft(request, tab, editor, *typed_in)

    def write_plain(self, request: gr.Request, tab: str, editor: str, *typed_in: str) -> Update:
        """A draft in the form's own sentences."""
        at = self._keep(request, tab, editor, typed_in)
        return self._write_plain(request, tab, at) if at.brief else self.view(self._save(request, tab, step=2))

    def _write_plain(self, request: gr.Request, tab: str, at: Table) -> Update:
        prose = self.assistant.drafter.offline(at.brief, at.draft.language).prose  # type: ignore[arg-type]
        saved = self._save(
            request, tab, step=3, prose=prose, written=prose, before=_before(at, prose), by="offline", model="", prompt=""
        )
        return self.view(saved)

    def undo_writing(self, request: gr.Request, tab: str, editor: str, *typed_in: str) -> Update:
        """What stood in the editor before it was written anew; what stands there now can be had back the same way."""
        at = self._keep(request, tab, editor, typed_in)
        return self.view(self._save(request, tab, prose=at.draft.before, before=at.draft.prose))

    def _hash(self, at: Table) -> str:
        sent = self.assistant.drafter.sent(at.brief, at.draft.language) if at.brief else []
        return hashlib.sha256(repr(sent).encode()).hexdigest()

    def _agreed(self, at: Table) -> bool:
        return at.draft.agreed == self._hash(at)

    def _start(self, request: gr.Request, tab: str, at: Table) -> Update:
        """The screen while the model writes: an empty, locked editor and the button that stops."""
        begun = self._save(request, tab, step=3, prose="", written="", before=_before(at, ""))
        return self.view(begun, writing=True)

    async def write(self, request: gr.Request, tab: str) -> AsyncGenerator[Update, None]:
        """The model's words as they come. What has come is saved every second, and when it is stopped, cut off or left."""
        at = await asyncio.to_thread(table, self.assistant, request)
        if at.brief is None:
            return
        prose, shown, saved = "", 0.0, time.monotonic()
        drafter = self.assistant.drafter

        def keep() -> None:
            told = {"by": "model", "model": self.assistant.model.name, "prompt": drafter.prompt().id} if prose else {}
            self.assistant.records.write(at.draft.id, prose=prose, written=prose, **told)

        try:
            async with aclosing(drafter.stream(at.brief, at.draft.language)) as growing:
                async for prose in growing:
                    now = time.monotonic()
                    if now - shown >= EVERY:
                        shown = now
                        yield {self.editor: _spaced(_whole_words(prose))}
                    if now - saved >= 1:
                        saved = now
                        await asyncio.to_thread(keep)
        except ModelError as error:
            words = say(error.key, at.screen, **error.values)
            safe = say("draft.kept", at.screen) if prose else ""
            yield {self.notice: pages.notice(f"{words} {safe}".strip())}
            if not prose:
                await asyncio.to_thread(self._fall_back, request, tab, at)
        except AssistantError as error:
            told = for_person(error)
            yield {self.notice: pages.notice(say(told.key, at.screen, **told.values), "stop")}
        finally:
            if prose:
                keep()  # not in a thread: when the tab was closed nothing here may wait any more

    def _fall_back(self, request: gr.Request, tab: str, at: Table) -> None:
        """A model that gave nothing leaves the person a draft all the same."""
        self._write_plain(request, tab, table(self.assistant, request))

    def refresh(self, request: gr.Request, editor: str) -> Update:
        """The page and the findings after a pause in typing. Nothing is saved here: the page's script does that."""
        at = table(self.assistant, request)
        if at.brief is None or at.form is None:
            return {self.preview: gr.skip()}
        made = self.assistant.drafter.finish(at.brief, at.draft.language, paragraphs(editor or ""), "offline")
        names = {part.id: part.name[at.screen] for part in at.form.file.parts}
        return {
            self.preview: pages.preview(made.document, at.screen),
            self.findings: pages.findings(made.findings, names, at.screen) if editor else "",
            self.badge: pages.badge(at.draft.by, made.prose != at.draft.written, at.screen) if editor else "",
        }


def _chosen(at: Table) -> dict[str, str]:
    """What the choices stand at when nothing was chosen: the installation's own norm, the formal tone."""
    norms = {"state": at.assistant.settings.state, "tone": CHOSEN["tone"][0]}
    return {id: at.draft.answers.get(id) or norm for id, norm in norms.items()}


def _before(at: Table, prose: str) -> str:
    return at.draft.prose if at.draft.prose and at.draft.prose != prose else at.draft.before


def _whole_words(prose: str) -> str:
    """What has come without its last, perhaps unfinished word: half a Devanagari cluster flickers on the screen."""
    return prose[: max(prose.rfind(" "), prose.rfind("\n")) + 1].rstrip()


def _spaced(prose: str) -> str:
    """The prose as the editor shows it: an empty line between paragraphs."""
    return "\n\n".join(line for line in prose.split("\n") if line)
