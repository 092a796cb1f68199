"""What the four steps of the walk are made of, and how a desk is shown in them. What their buttons do is in draft.py."""

import gradio as gr

from assistant.assistant import Assistant
from assistant.checks.facts.ledger import ledger
from assistant.checks.form.within import within
from assistant.drafting.mend import Offer, offer
from assistant.errors import InputError, ModelError
from assistant.forms.answers import boxes
from assistant.forms.document import Document
from assistant.forms.template import BLANK
from assistant.messages import say, tell
from assistant.ui.desk import STOPPED, WRITING, Table, key_of, table
from assistant.ui.labels import Labels
from assistant.ui.pieces import asked, choose, pages, twins
from assistant.ui.pieces.boxes import Brief, ask
from assistant.ui.pieces.facts import facts
from assistant.ui.pieces.review import Sheet, review, stopping
from assistant.ui.screens.coach import Coach
from assistant.ui.screens.screen import Screen, Update
from assistant.ui.screens.wishes import Wishes


class Steps(Screen):
    """The components of the four steps. Built inside a Blocks."""

    def __init__(self, assistant: Assistant, labels: Labels) -> None:
        super().__init__(assistant, labels)
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
            self.chosen = gr.Textbox(elem_id="chosen", show_label=False)
            self.choose_it = gr.Button("…", elem_id="choose-it")
            self.judged = gr.Textbox(elem_id="judged", show_label=False)
            self.judge = gr.Button("…", elem_id="judge")
        self._choose()
        self._tell()
        self._read()
        self._take()
        self.columns = [self.choose, self.tell, self.read, self.take]

    def _choose(self) -> None:
        with gr.Column(visible=True, elem_classes="step") as self.choose:
            self.choose_head = gr.HTML(pages.heading("choose.title", "hi"))
            self.language = gr.Radio(choices=[("हिन्दी", "hi"), ("English", "en")], value="hi", elem_id="paper-language")
            self.labels.bind(self.language, label="choose.language")
            self.which = gr.HTML(elem_id="which")
            self.cards = gr.HTML(elem_id="cards")
            self.model_line = gr.HTML(elem_id="model-line")
            self.earlier = gr.HTML(elem_id="earlier")

    def _tell(self) -> None:
        with gr.Column(visible=False, elem_classes="step") as self.tell:
            self.tell_head = gr.HTML()
            self.faults = gr.HTML(elem_id="faults")
            self.coach = Coach(self)
            self.brief = Brief(self.assistant.library.forms.values())
            with gr.Row(elem_classes="actions"):
                self.make = self.button("brief.make", variant="primary", elem_id="make")
                self.example = self.button("brief.example", elem_id="example")
                self.return_to = self.button("brief.return", elem_id="return", visible=False)
                self.back_to_choose = self.button("back", elem_id="back-1")

    def _read(self) -> None:
        with gr.Column(visible=False, elem_classes="step") as self.read:
            self.read_head = gr.HTML()
            with gr.Column(visible=False, elem_id="consent") as self.consent:
                self.sent = gr.HTML()
                with gr.Row(elem_classes="actions"):
                    self.agree = self.button("send.agree", variant="primary", elem_id="agree")
                    self.without = self.button("send.without", elem_id="without")
                    self.back_from_consent = self.button("back", elem_id="back-consent")
            with gr.Column(visible=True, elem_id="desk") as self.desk:
                with gr.Row(elem_classes="sides"):
                    with gr.Column(scale=5, min_width=320, elem_id="writing"):
                        self.badge = gr.HTML()
                        self.editor = self.editor_box()
                        self.labels.bind(self.editor, label="draft.editor", info="draft.editor.help")
                        self.wishes = Wishes(self)
                    with gr.Column(scale=6, min_width=320):
                        self.findings = gr.HTML(elem_id="findings")
                        self.ledger = gr.HTML(elem_id="ledger")
                        self.preview = gr.HTML(elem_id="preview")
                with gr.Row(elem_classes="actions"):
                    self.stop = self.button("draft.stop", variant="stop", visible=False, elem_id="stop")
                    self.onward = self.button("draft.take", variant="primary", elem_id="onward")
                    self.again = self.button("draft.again", elem_id="again")
                    self.plain = self.button("draft.plain", elem_id="plain")
                    self.undo = self.button("draft.undo", visible=False, elem_id="undo")
                    self.back_to_tell = self.button("back", elem_id="back-2")
                    self.status = gr.HTML(elem_id="status")

    def _take(self) -> None:
        with gr.Column(visible=False, elem_classes="step") as self.take:
            self.take_head = gr.HTML()
            with gr.Row(elem_classes="sides take"):
                with gr.Column(scale=7, min_width=320):
                    self.page = gr.HTML()
                with gr.Column(scale=4, min_width=300):
                    self.files = gr.HTML(elem_id="files")
                    self.another = self.button("take.another", elem_id="another")
                    self.back_to_read = self.button("back", elem_id="back-3")
            self.twins = gr.HTML(elem_id="twins")

    def view(
        self, at: Table, *, note: str = "", kind: str = "mend", asking: bool = False, writing: bool = False
    ) -> Update:
        """The step that the desk is at as it has it, values and all. What the other steps hold is not told: it is on nobody's screen, and
        a box that is told costs, here and on an old PC."""
        draft = at.draft
        shown = self.words(at, draft.answers)
        if draft.step > 2:
            shown |= self._paper(at, asking, writing)
        for n, column in enumerate(self.columns, start=1):
            shown[column] = gr.update(visible=n == draft.step)
        shown[self.language] = {**shown[self.language], "value": draft.language}
        shown[self.editor] = {**shown[self.editor], "value": spaced(draft.prose), "interactive": not writing}
        shown[self.notice] = pages.notice(note, kind) or ("" if writing else _broken_off(at))
        return shown

    def look(self, request: gr.Request, tab: str) -> Update:
        """The desk as it is saved once a model has written or was stopped, and the notice left as it is."""
        at = table(self.assistant, request)
        shown = self.view(at)
        shown.pop(self.notice)
        shown[self.status] = (
            pages.status(say("draft.written", at.screen, count=len(at.draft.prose.split()))) if at.draft.prose else ""
        )
        return shown

    def stopped(self, request: gr.Request, tab: str) -> Update:
        """The same where a person stopped it: what came is half, and needs no notice."""
        self.assistant.records.save(key_of(request), tab, answers={WRITING: STOPPED})
        return self.look(request, tab)

    def beside(self, at: Table) -> Update:
        """The open paper; where nothing is written in it yet the one before it is named, which can be opened or lend what it tells."""
        return self.view(at) | ({self.notice: pages.left(*at.left, at.screen)} if at.left else {})

    def words(self, at: Table, answers: dict[str, str] | None = None) -> Update:
        """All words of the screen in its language; without `answers` no value that a person may be typing at this moment."""
        language, draft, form = at.screen, at.draft, at.form
        shown = self.labels.updates(language)
        library = self.assistant.library
        shown[self.which] = choose.questions(library.choosing, library.forms, language)
        lately = [one.form for one in reversed(at.drafts)]
        shown[self.cards] = choose.usual(lately, library.forms, language) + choose.cards(library.forms, language)
        reached = 1 if form is None else 4 if draft.prose else 2
        shown[self.steps] = pages.steps(draft.step, reached, language, draft.id, draft.language)
        shown[self.choose_head] = pages.heading("choose.title", language, "choose.help")
        shown[self.take_head] = pages.heading("take.title", language)
        model = at.connected
        shown[self.model_line] = pages.status(say("model.yes" if model else "model.no", language))
        shown[self.earlier] = pages.earlier(at.titles(), language)
        if draft.step == 2:
            shown |= self._told(at, answers)
        return shown

    def _told(self, at: Table, answers: dict[str, str] | None) -> Update:
        """The step of the facts: the boxes of the form, what is wrong in them, what they can be filled from."""
        language, draft, form = at.screen, at.draft, at.form
        shown = self.brief.updates(form, language, answers)
        title = form.title[language] if form else ""
        shown[self.tell_head] = pages.heading("brief.title", language, "brief.help", form=title)
        shown |= self.coach.update(at, answers is not None)
        shown[self.faults] = self._faults(at)
        for id, html in self.brief.offers.items():
            lines = at.offers(id) if form and id in form.asked else []
            shown[html] = gr.update(value=pages.offers(lines, id, language), visible=bool(lines))
        given = draft.answers
        told = (given.get("office.name", "").split("\n")[0].strip(), given.get("sender.designation", "").strip())
        who = ", ".join(filter(None, told))
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
        connected = at.connected
        asking = asking or (draft.step == 3 and not draft.prose and connected and not writing)
        key = "send.title" if asking else "draft.title"
        shown: Update = {
            self.read_head: pages.heading(key, language, "send.help" if asking else ""),
            self.consent: gr.update(visible=asking),
            self.desk: gr.update(visible=not asking),
            self.stop: gr.update(visible=writing, value=say("draft.stop", language)),
            self.onward: gr.update(visible=not writing, value=say("draft.take", language)),
            self.again: gr.update(visible=connected and not writing, value=say("draft.again", language)),
            self.plain: gr.update(
                visible=not writing, value=say("draft.plain" if connected else "draft.plain.only", language)
            ),
            self.undo: gr.update(visible=bool(draft.before) and not writing, value=say("draft.undo", language)),
            self.back_to_tell: gr.update(visible=not writing, value=say("back", language)),
            self.badge: pages.badge(draft.by, draft.prose != draft.written, language) if not writing else "",
            self.status: pages.status(say("draft.writing", language), begins=True) if writing else "",
        }
        shown |= self.wishes.update(at, asking or writing)
        if asking and at.brief:
            try:
                sealed = self.assistant.drafter.sent(at.brief, draft.language, at.source)
                shown[self.sent] = pages.sent(sealed, language)
            except ModelError as error:  # a paper that goes to no model
                shown[self.sent] = pages.notice(tell(error, language), "stop")
        if made is None or form is None:
            empty = dict.fromkeys((self.preview, self.page, self.findings, self.ledger, self.files, self.twins), "")
            return shown | empty
        sheet = pages.preview(made.document, language)
        leaves, no_pdf = self._leaves(at, sheet)
        stops = stopping(made.findings, at.ignored)
        if stops or pages.holes(made.prose):
            shown[self.take_head] = pages.heading("take.title.open", language)
        files = pages.files(made, form, self._gaps(at), stops, language, no_pdf)
        files += pages.follows(form, self.assistant.library.forms, language)
        reviewed = self.reviewed(at, spaced(draft.prose), writing)
        other = _written_twin(at)
        both = twins.beside(made.document, other, language) if other and draft.step == 4 else ""
        files = twins.link(made.document, other, language) + files if other and both else files
        return shown | reviewed | {self.preview: sheet, self.page: leaves, self.files: files, self.twins: both}

    def _leaves(self, at: Table, sheet: str) -> tuple[str, str]:
        """The pages at the last step; `sheet`, the paper as one, and the reason where this computer can't draw them."""
        if at.draft.step != 4 or at.made is None:
            return "", ""
        try:
            return pages.drawn(at.made.document, len(self.assistant.drawn(at.made.document)), at.screen), ""
        except InputError as error:
            return sheet, tell(error, at.screen)

    def reviewed(self, at: Table, editor: str, writing: bool = False) -> Update:
        """What the rules say of the paper as it stands in the editor; nothing while a model is still writing it."""
        made, form = at.made, at.form
        if writing or made is None or form is None or not made.prose:
            return {self.findings: "", self.ledger: ""}
        sheet = Sheet(made.document, form, editor)
        return {
            self.findings: review(sheet, made.findings, at.ignored, at.screen, at.connected, within(made.case)),
            self.ledger: (twins.apart(made.document, other, at.screen) if (other := _written_twin(at)) else "")
            + facts(sheet, ledger(made.case), at.screen, self._offers(at), at.connected),
        }

    def traced(self, at: Table, prose: str) -> str:
        """The facts of a draft that is still being written: what is said so far, and what nobody gave; what is missing may come yet."""
        if at.brief is None or at.form is None:
            return ""
        made = self.assistant.drafter.finish(at.brief, at.draft.language, prose, "model")
        entries = [entry for entry in ledger(made.case) if entry.became != "dropped"]
        return facts(Sheet(made.document, at.form, spaced(prose)), entries, at.screen, growing=True)

    def _offers(self, at: Table) -> dict[str, Offer]:
        """The place of each fact that the draft leaves out, by the fact's words."""
        made = at.made
        dropped = (
            [entry.fact for entry in ledger(made.case) if entry.became == "dropped" and entry.fact] if made else []
        )
        if made is None or at.brief is None or not dropped:
            return {}
        standard = self.assistant.drafter.offline(at.brief, at.draft.language).prose
        found = {fact.says: offer(fact, standard, made.prose) for fact in dropped}
        return {says: one for says, one in found.items() if one}

    def _gaps(self, at: Table) -> list[str]:
        """The fields whose blank shows in the paper."""
        made, form = at.made, at.form
        if made is None or form is None:
            return []
        blank = {part.id for part in made.document.parts for block in part.blocks if BLANK in block.text}
        named = [part.field for part in form.file.parts if part.id in blank and part.field]
        return [field for field in dict.fromkeys(named) if not at.brief or not at.brief[field]]


def _broken_off(at: Table) -> str:
    """Says that a model's text isn't whole where the page was left in the middle of it, as long as nobody has mended it."""
    draft = at.draft
    broken = draft.answers.get(WRITING) not in (None, "", STOPPED)
    half = draft.step == 3 and broken and draft.prose and draft.prose == draft.written
    return asked.failed(ModelError("error.model.cut", again=True), at.screen, kept=True, plain="plain") if half else ""


def _written_twin(at: Table) -> Document | None:
    """The paper in the other language, once it is written."""
    other = at.twin
    return other.made.document if other and other.made and other.draft.prose else None


def spaced(prose: str) -> str:
    """The prose as the editor shows it: an empty line between paragraphs."""
    return "\n\n".join(line for line in prose.split("\n") if line)
