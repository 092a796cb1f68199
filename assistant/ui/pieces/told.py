"""What another paper or a rough telling says for the boxes of the form: shown to be confirmed, and then what is still to be asked."""

from collections.abc import Iterable, Mapping
from html import escape

from assistant.drafting.coach import Told
from assistant.forms.answers import Box, boxes
from assistant.forms.form import Form
from assistant.forms.template import BLANK
from assistant.messages import say
from assistant.model import Sealed
from assistant.ui.pieces import pages
from assistant.ui.pieces.boxes import ask
from assistant.ui.pieces.html import dom, fold, safe


def rows(
    form: Form, found: Iterable[Told], left: Iterable[str], sealed: Sealed | None, language: str, leads: bool = False
) -> str:
    """Each value under its question, to be ticked off; below them what a model could be asked, and the questions that are left.

    The page's script puts what is ticked into the boxes, and asks what is left one by one. Where the coach `leads` nothing is put in: each
    question is asked, with the words of the paper that answer it.
    """
    asked = {box.id: box for box in boxes(form.fields, form.asked)}
    found = [one for one in found if one.box in asked]
    items = "" if leads else "".join(_row(one, ask(asked[one.box], language), language) for one in found)
    fill = f'<div class="acts"><button type="button" data-fill>{safe("coach.begin" if leads else "coach.fill", language)}</button></div>'
    if leads or items:
        body = (f"<ul>{items}</ul>" if items else f"<p>{safe('coach.leads', language)}</p>") + fill
    else:
        body = f'<p role="status">{safe("coach.nothing", language)}</p>'
    yes = f'<div class="acts"><button type="button" data-coach="ask">{safe("wish.yes", language)}</button></div>'
    model = fold("coach", safe("coach.model", language), f"{pages.sent(sealed, language)}{yes}") if sealed else ""
    title = "" if leads else f"<h3>{safe('coach.found', language)}</h3>"
    points = {one.box: one.words.replace(f": {BLANK}", "") for one in found} if leads else {}
    wanted = {box.id for box in boxes(form.fields, left)} | points.keys()
    questions = _questions([box for id, box in asked.items() if id in wanted], points, language)
    return f'<section class="told">{title}{body}{model}{questions}</section>'


def asking(ahead: int, language: str) -> str:
    """That a model reads it, or how many are before, and the button that stops it."""
    words = say("asked.ahead", language, count=ahead) if ahead else say("coach.asking", language)
    stop = f'<button type="button" data-press="coach-stop">{safe("draft.stop", language)}</button>'
    return f'<section class="told"><p role="status">{escape(words)}</p><div class="acts">{stop}</div></section>'


def _row(one: Told, question: str, language: str) -> str:
    id = escape(dom(one.box))
    by = f" <small>{safe('coach.by-model', language)}</small>" if one.by == "model" else ""
    if BLANK in one.words:
        by += f" <small>{safe('coach.answer', language)}</small>"
    return (
        f'<li><label><input type="checkbox" checked data-box="{id}" data-words="{escape(one.words)}"> <b>{escape(question)}</b>{by}</label>'
        f'<div class="words">{escape(one.words)}</div></li>'
    )


def _questions(asked: Iterable[Box], points: Mapping[str, str], language: str) -> str:
    """What is still to be told, one question in sight at a time; `points`: where the paper says it, by the box."""
    items = "".join(
        f'<li hidden data-asks="{escape(dom(box.id))}" data-several="{int(box.several_lines)}"><label>{escape(ask(box, language))}'
        f"{_pointed(points.get(box.id, ''), language)}"
        f'<textarea rows="{3 if box.several_lines else 1}"></textarea></label>'
        f'<div class="acts"><button type="button" data-answer>{safe("coach.next", language)}</button> '
        f'<button type="button" data-skip>{safe("coach.skip", language)}</button></div></li>'
        for box in asked
    )
    done = safe("coach.done", language)
    return f'<ol class="questions" data-title="{safe("coach.left", language)}" data-done="{done}" hidden>{items}</ol>'


def _pointed(words: str, language: str) -> str:
    return f'<span class="words">{safe("coach.look", language, words=words)}</span>' if words else ""


def tools(language: str) -> str:
    """Buttons that read what was pasted, and that take it from a file; the browser's own would speak English."""
    read, upload = safe("coach.read", language), safe("coach.upload", language)
    return (
        f'<div class="acts"><button type="button" data-coach="read">{read}</button> '
        f'<input type="file" id="coach-file" accept=".docx,.eml,.txt,.md" class="unseen"><label for="coach-file" class="small">{upload}</label></div>'
        f'<p class="acts replaced" role="status" data-told="{safe("coach.replaced", language)}">'
        f'<button type="button" data-back hidden>{safe("coach.back", language)}</button></p>'
    )
