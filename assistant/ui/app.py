"""The whole app as Gradio Blocks: four pages, the bar on each, and the streaming endpoint `/draft`."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from html import escape
from typing import Any

import gradio as gr
from gradio.events import api as api_endpoint

from assistant.assistant import Assistant
from assistant.errors import AssistantError, InputError, ModelError, ProblemsError
from assistant.forms.brief import read_brief
from assistant.messages import LANGUAGES, say, tell
from assistant.records import Seat
from assistant.ui.desk import key_of
from assistant.ui.labels import Labels
from assistant.ui.pieces.html import safe
from assistant.ui.screens.demo import Stage
from assistant.ui.screens.draft import Walk
from assistant.ui.screens.labs import Bench
from assistant.ui.screens.screen import QUIET, noted
from assistant.ui.screens.trainer import Trainer
from assistant.ui.seat import STAFF, seat_of

THREADS = 80
"""Handlers at work at once: the thread pool's own 40 would let a full lab wait."""

WAITS = 60
"""Seconds between two estimates of Gradio's of how long the events in its queue will wait: nobody is shown them."""

OPENING: dict[str, Any] = {name: how for name, how in QUIET.items() if name != "trigger_mode"}


def build_app(assistant: Assistant, api: bool) -> gr.Blocks:
    """The app for one installation. `api`: whether `/draft` is open, which it is where only this computer can call it."""
    with gr.Blocks(title=say("app.name", "hi"), analytics_enabled=False) as app:
        bar = Bar("/")
        walk = Walk(assistant, bar.labels)
        typed_in = [walk.tab, walk.editor, *walk.brief.boxes.values()]
        bar.wire(app, walk, [walk.tab], typed_in, "() => edaksh.tab", "edaksh")
        api_endpoint(_endpoint(assistant, api), api_name="draft", concurrency_limit=None)
    with app.route(say("bar.labs", "hi"), "/labs", show_in_navbar=False):
        bar = Bar("/labs")
        bench = Bench(assistant, bar.labels)
        typed_in = [bench.tab, bench.at, bench.editor]
        bar.wire(app, bench, typed_in[:2], typed_in, "() => [edaksh.tab, labs.at()]", "labs")
    with app.route(say("demo.title", "hi"), "/demo", show_in_navbar=False):
        bar = Bar("/demo")
        stage = Stage(assistant, bar.labels)
        opened = [stage.at, stage.code, stage.batch]
        bar.wire(
            app,
            stage,
            opened,
            [*opened, stage.step, stage.prose],
            "() => [demo.at(), demo.code(), demo.batch()]",
            "demo",
        )
    with app.route(say("trainer.title", "hi"), "/trainer", show_in_navbar=False):
        bar = Bar("/trainer")
        desk = Trainer(assistant, bar.labels)
        bar.wire(app, desk, [desk.where], [desk.where], "() => trainer.where()", "trainer")
    app.max_threads = THREADS
    app.queue(default_concurrency_limit=None, status_update_rate=WAITS)
    built: gr.Blocks = app
    return built


def _endpoint(assistant: Assistant, api: bool):  # type: ignore[no-untyped-def]  # gr.api reads the inner function's types
    async def draft(form: str, language: str, brief_json: str) -> AsyncGenerator[str, None]:
        """The prose of a draft as it grows; the last message is the whole document's text (contract, section 4)."""
        try:
            if not api:
                raise InputError("error.api.closed")
            if language not in LANGUAGES:
                raise InputError("error.kind.choice", value=language[:10], allowed=", ".join(LANGUAGES))
            brief = read_brief(assistant.library.form(form), brief_json, "brief")
            drafter, prose, by = assistant.drafter, "", "offline"
            if assistant.model.connected:
                try:
                    async with aclosing(drafter.stream(brief, language)) as growing:
                        async for whole in growing:
                            if whole.prose:
                                yield (prose := whole.prose)
                    by = "model"
                except ModelError:
                    prose = ""
            made = (
                drafter.finish(brief, language, prose, "model") if by == "model" else drafter.offline(brief, language)
            )
            if by == "offline":
                yield made.prose
            yield made.document.text
        except ProblemsError as error:
            told = (f"{problem.at}: {tell(problem, 'en')}" for problem in error.problems)
            raise _told("; ".join(told)) from None
        except AssistantError as error:
            raise _told(tell(error, "en")) from None
        except Exception as error:  # noqa: BLE001 whatever it is, the caller reads a sentence
            raise _told(say("error.unexpected", "en", id=noted(error))) from None

    return draft


def _told(words: str) -> gr.Error:
    """What the caller reads; it may quote what was sent, and so goes into no log."""
    return gr.Error(words, print_exception=False)


class Bar:
    """The line on top of every page: the app's name, the pages, the other language, the next person. Built inside a page."""

    def __init__(self, page: str) -> None:
        self.labels = Labels()
        self._page = page
        with gr.Row(elem_id="bar"):
            self._name = gr.HTML(_name("hi"), elem_id="name")
            self._pages = gr.HTML(_pages("hi", page, None), elem_id="pages")
            self._switch = self.labels.bind(gr.Button(elem_id="switch", size="sm"), value="bar.switch")
            self._leave = gr.HTML(_leave("hi", False, None), elem_id="leave")

    def wire(
        self,
        app: gr.Blocks,
        screen: Walk | Bench | Stage | Trainer,
        opened: list[Any],
        typed_in: list[Any],
        js: str,
        script: str,
    ) -> None:
        """Ties a page's opening and its language to its screen. `js` gives what the page is opened with, `script` is told of both."""

        def words(request: gr.Request) -> dict[object, object]:
            language = screen.screen_of(request)
            busy = any(screen.assistant.records.works(key_of(request)))
            seat = seat_of(request)
            return {
                self._name: _name(language), self._pages: _pages(language, self._page, seat),
                self._leave: _leave(language, busy, seat),
            }  # fmt: skip

        def open_(request: gr.Request, *values: str) -> dict[object, object]:
            return screen.open(request, *values) | words(request)

        def change(request: gr.Request, *typed: str) -> dict[object, object]:
            return screen.change_screen_language(request, *typed) | words(request)

        outputs = [*screen.everything, self._name, self._pages, self._leave]
        app.load(screen.safely(open_), opened, outputs, js=js, **OPENING).then(
            None, None, None, js=f"() => {script}.arrived(true)"
        )
        self._switch.click(screen.safely(change), typed_in, outputs, **OPENING).then(
            None, None, None, js="() => { edaksh.spoken(); labs.settle(); }"
        )


def _name(language: str) -> str:
    short, name = safe("app.short", language), safe("app.name", language)
    return f'<strong data-lang="{language}" data-title="{short} · {name}">{short}</strong> <span>{name}</span>'


def _pages(language: str, here: str, seat: Seat | None) -> str:
    """The things that one can do here, as plain links: each page is an address of its own."""
    staff = (("/trainer", "trainer.title"), ("/demo", "demo.title")) if seat and seat.person.role in STAFF else ()
    model = ((f"/settings?lang={language}", "bar.model"),) if seat is None or seat.person.role == "admin" else ()
    links = (
        f'<a href="{page}"{" aria-current=page" if page == here else ""}>{safe(key, language)}</a>'
        for page, key in (("/", "bar.write"), ("/labs", "bar.labs"), *staff, *model)
    )
    return f'<nav aria-label="{safe("bar.pages", language)}">{"".join(links)}</nav>'


def _leave(language: str, busy: bool, seat: Seat | None) -> str:
    """A real form: leaving changes the cookie, and a link could be followed from elsewhere. `busy`: there is something to lose. Whoever
    is signed in loses nothing, and sees whose place it is."""
    if seat:
        name = escape(seat.person.name)
        if seat.person.role != "trainee":
            name = f'<a href="/password" title="{safe("password.title", language)}">{name}</a>'
        return (
            f'<form method="post" action="/desk/new" data-finish><span id="who" data-who="{seat.person.id}">{name}</span> '
            f'<button type="submit">{safe("bar.finish", language)}</button></form>'
        )
    return (
        f'<form method="post" action="/desk/new" data-ask="{safe("bar.leave.ask", language)}"{" data-busy" if busy else ""}>'
        f'<button type="submit">{safe("bar.leave", language)}</button></form>'
    )
