"""The whole app as Gradio Blocks: the bar, the screens, and the streaming endpoint `/draft`."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from html import escape

import gradio as gr
from gradio.events import api as api_endpoint

from assistant.assistant import Assistant
from assistant.errors import AssistantError, InputError, ModelError, ProblemsError
from assistant.forms.brief import read_brief
from assistant.messages import LANGUAGES, say
from assistant.ui.labels import Labels
from assistant.ui.screens.draft import Walk

THREADS = 80
"""Handlers at work at once: the thread pool's own 40 would let a full lab wait."""


def build_app(assistant: Assistant, api: bool) -> gr.Blocks:
    """The app for one installation. `api`: whether `/draft` is open, which it is where only this computer can call it."""
    labels = Labels()
    with gr.Blocks(title=say("app.name", "hi"), analytics_enabled=False) as app:
        with gr.Row(elem_id="bar"):
            name = gr.HTML(_name("hi"), elem_id="name")
            switch = labels.bind(gr.Button(elem_id="switch", size="sm"), value="bar.switch")
            leave = gr.HTML(_leave("hi"), elem_id="leave")
        walk = Walk(assistant, labels)

        def open_(request: gr.Request, tab: str) -> dict[object, object]:
            shown = walk.open(request, tab)
            return shown | bar(walk.screen_of(request))

        def change(request: gr.Request, *typed: str) -> dict[object, object]:
            shown = walk.change_screen_language(request, *typed)
            return shown | bar(walk.screen_of(request))

        def bar(language: str) -> dict[object, object]:
            return {name: _name(language), leave: _leave(language)}

        outputs = [*walk.everything, name, leave]
        app.load(
            walk.safely(open_), [walk.tab], outputs, js="() => edaksh.tab", queue=False, show_progress="hidden",
            api_visibility="private",
        ).then(None, None, None, js="() => edaksh.arrived(true)")  # fmt: skip
        switch.click(
            walk.safely(change), [walk.tab, walk.editor, *walk.brief.boxes.values()], outputs, queue=False,
            show_progress="hidden", api_visibility="private",
        ).then(None, None, None, js="() => edaksh.spoken()")  # fmt: skip
        api_endpoint(_endpoint(assistant, api), api_name="draft", concurrency_limit=None)
    app.max_threads = THREADS
    app.queue(default_concurrency_limit=None)
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
                        async for prose in growing:
                            yield prose
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
            told = (f"{problem.at}: {say(problem.key, 'en', **problem.values)}" for problem in error.problems)
            raise gr.Error("; ".join(told)) from None
        except AssistantError as error:
            raise gr.Error(say(error.key, "en", **error.values)) from None

    return draft


def _name(language: str) -> str:
    short, name = escape(say("app.short", language)), escape(say("app.name", language))
    return f'<strong data-lang="{language}" data-title="{short} · {name}">{short}</strong> <span>{name}</span>'


def _leave(language: str) -> str:
    """A real form: leaving changes the cookie, and a link could be followed from elsewhere."""
    return (
        f'<form method="post" action="/desk/new" data-ask="{escape(say("bar.leave.ask", language))}">'
        f'<button type="submit">{escape(say("bar.leave", language))}</button></form>'
    )
