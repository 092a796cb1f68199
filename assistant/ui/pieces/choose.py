"""The first screen: the forms as cards and names, and the questions that find the one that is needed.

The questions are nested folds: they open with the keyboard, need no script, and a reader of screens says what is open.
"""

from collections.abc import Iterable, Mapping
from html import escape

from assistant.forms.choosing import Choosing
from assistant.forms.form import Form
from assistant.messages import say
from assistant.ui.pieces.html import safe


def cards(forms: Mapping[str, Form], language: str) -> str:
    """What most people write stands in front with its use; all others by name, sorted."""
    front = "".join(_card(form, language) for form in forms.values() if not form.file.shelf)
    shelves = next(iter(forms.values())).shared.shelves if forms else {}
    rows = []
    for id, title in shelves.items():
        names = "".join(_name(form, language) for form in forms.values() if form.file.shelf == id)
        if names:
            rows.append(f"<dt>{escape(title[language])}</dt><dd>{names}</dd>")
    return f'<div class="cards">{front}</div><dl class="shelves">{"".join(rows)}</dl>'


def _card(form: Form, language: str) -> str:
    return (
        f'<button type="button" class="card" id="form-{escape(form.id)}" data-form="{escape(form.id)}">'
        f"<b>{escape(form.title[language])}</b> <span>{escape(form.file.use[language])}</span></button>"
    )


def _name(form: Form, language: str) -> str:
    return (
        f'<button type="button" id="form-{escape(form.id)}" data-form="{escape(form.id)}" '
        f'title="{escape(form.file.use[language])}">{escape(form.title[language])}</button>'
    )


def questions(choosing: Choosing | None, forms: Mapping[str, Form], language: str) -> str:
    """The questions, folded; nothing where there are none."""
    if choosing is None:
        return ""
    asked = _question(choosing, choosing.start, forms, language, ())
    return f'<details class="which"><summary>{safe("choose.which", language)}</summary>{asked}</details>'


def _question(choosing: Choosing, id: str, forms: Mapping[str, Form], language: str, way: tuple[int, ...]) -> str:
    question = choosing.questions[id]
    name = "which-" + "-".join(map(str, way))  # of answers with one name the browser keeps one open
    answers: list[str] = []
    for n, answer in enumerate(question.answers):
        if answer.next:
            inside = _question(choosing, answer.next, forms, language, (*way, n))
        elif answer.form in forms and answer.why:
            inside = _end(forms[answer.form], answer.why[language], language)
        else:  # its form has gone
            continue
        answers.append(f'<details name="{name}"><summary>{escape(answer.say[language])}</summary>{inside}</details>')
    told = say("choose.question", language, n=len(way) + 1, ask=question.ask[language])
    return f'<div class="asked"><p>{escape(told)}</p>{"".join(answers)}</div>'


def _end(form: Form, why: str, language: str) -> str:
    write = say("choose.write", language, form=form.title[language])
    return (
        f'<div class="asked end"><p><b>{escape(form.title[language])}</b>: {escape(why)}</p>'
        f'<button type="button" data-form="{escape(form.id)}">{escape(write)}</button></div>'
    )


def usual(ids: Iterable[str], forms: Mapping[str, Form], language: str) -> str:
    """The forms that this desk wrote lately, as far as they don't stand in front anyway."""
    names = [_again(forms[id], language) for id in dict.fromkeys(ids) if id in forms and forms[id].file.shelf][:4]
    if not names:
        return ""
    return f'<div class="usual"><span>{safe("choose.usual", language)}</span> {"".join(names)}</div>'


def _again(form: Form, language: str) -> str:
    return f'<button type="button" data-form="{escape(form.id)}">{escape(form.title[language])}</button>'
