"""What the screen shows as HTML: steps, cards, the page itself, offers."""

import re
import secrets
from collections.abc import Iterable, Mapping
from hashlib import sha256
from html import escape

from assistant.drafting import Draft
from assistant.files.eml import unaddressed
from assistant.files.html import page
from assistant.forms.document import Document
from assistant.forms.form import Form
from assistant.forms.template import BLANK
from assistant.messages import say
from assistant.model import Sealed
from assistant.ui.pieces.html import dom, safe

STEPS = ("step.choose", "step.brief", "step.draft", "step.take")


def steps(now: int, reached: int, language: str, draft: int, paper: str) -> str:
    """The four steps; those behind, and those already reached, can be gone to. `draft`: which one is open; `paper`: its language."""
    items = []
    for n, key in enumerate(STEPS, start=1):
        words = f"<b>{n}</b> {safe(key, language)}"
        if n == now:
            items.append(f'<li aria-current="step">{words}</li>')
        elif n <= reached:
            items.append(f'<li><button type="button" data-step="{n}">{words}{" ✓" if n < now else ""}</button></li>')
        else:
            items.append(f"<li>{words}</li>")
    label = safe("step.nav", language)
    return f'<nav aria-label="{label}" data-draft="{draft}" data-paper="{paper}"><ol>{"".join(items)}</ol></nav>'


def heading(key: str, language: str, help_key: str = "", **values: str) -> str:
    """A screen's one heading, which takes the focus when the screen opens."""
    helped = f"<p>{safe(help_key, language)}</p>" if help_key else ""
    return f'<h1 tabindex="-1">{safe(key, language, **values)}</h1>{helped}'


def preview(document: Document, language: str) -> str:
    """The paper as about Word will print it."""
    return f'<p class="about">{safe("preview.about", language)}</p>{page(document)}'


def drawn(document: Document, count: int, language: str) -> str:
    """The paper's pages as they will print, as pictures; its text stands beside them for a screen reader."""
    stamp = sha256(repr(document).encode()).hexdigest()[:12]  # another paper is another address: nothing old is shown
    pictures = "".join(
        f'<img class="leaf" src="/desk/page/{n}?{stamp}" alt="" width="794" height="1123">' for n in range(1, count + 1)
    )
    about = say("preview.pages", language, count=count)
    spoken = "".join(f"<p>{escape(row.plain)}</p>" for row in document.rows())
    return (
        f'<p class="about">{escape(about)}</p>{pictures}'
        f'<div class="spoken" lang="{escape(document.language)}">{spoken}</div>'
    )


def copied(document: Document, form: Form) -> str:
    """What the Copy button gives, as plain text with its paragraph numbers."""
    if not form.file.copied:
        return document.text
    blocks = (block.text for part in document.parts if part.id in form.file.copied for block in part.blocks)
    return "\n\n".join(blocks)


def notice(text: str, kind: str = "mend") -> str:
    """A line on top of the screen; nothing where there is nothing to say."""
    return f'<div class="notice {kind}" role="alert">{escape(text)}</div>' if text else ""


def kept(paper: int, language: str) -> str:
    """Says that what was typed stays a paper of its own, with the way back to it."""
    back = f'<button type="button" data-paper="{paper}">{safe("brief.kept.back", language)}</button>'
    return f'<div class="notice good" role="alert">{safe("brief.kept", language)} {back}</div>'


LENT = "+"
"""Before a paper's id, where a form's would stand: what that paper tells is wanted for the open one."""


def left(paper: int, title: str, lends: bool, language: str) -> str:
    """Names the paper that was left for a new one, with the way back to it; `lends`: what it tells can be had here."""
    told = safe("brief.left", language, paper=title)
    lend = f'<button type="button" data-form="{LENT}{paper}">{safe("brief.left.lend", language)}</button> ' * lends
    back = f'<button type="button" data-paper="{paper}">{safe("brief.left.open", language)}</button>'
    return f'<div class="notice good" role="status">{told} {lend}{back}</div>'


def faults(problems: Iterable[tuple[str, str, str]], language: str) -> str:
    """What has to be mended in the boxes, each (box, its question, what is wrong), each a link to its box."""
    items = [_to_box(box, f"{ask}: {words}") for box, ask, words in problems]
    if not items:
        return ""
    title = safe("brief.wrong", language)
    return f'<div class="notice stop" role="alert" tabindex="-1"><b>{title}</b><ul>{"".join(items)}</ul></div>'


def _to_box(box: str, words: str) -> str:
    id = escape(dom(box))
    return f'<li><a href="#box-{id}" data-box="{id}">{escape(words)}</a></li>'


def offers(lines: Iterable[str], box: str, language: str) -> str:
    """Buttons that add a line given before to a box."""
    buttons = [
        f'<button type="button" data-line="{escape(line)}" data-box="{escape(dom(box))}">{escape(line)}</button>'
        for line in lines
    ]
    return f'<div class="offers"><span>{safe("offer", language)}</span>{"".join(buttons)}</div>' if buttons else ""


def earlier(titles: dict[int, str], language: str) -> str:
    """The papers that lie beneath the open one, the latest first."""
    items = [
        f'<li><button type="button" data-paper="{id}">{escape(title)}</button></li>' for id, title in titles.items()
    ]
    return f"<h2>{safe('earlier', language)}</h2><ul>{''.join(items)}</ul>" if items else ""


_HOLE = re.compile(
    rf"(?:[^\s।.]+ ){{0,2}}\S*?({re.escape(BLANK)}|(?:X{{4}}-X{{4}}-|X{{4,12}})[0-9०-९]{{4}}(?![0-9०-९]))"
)
"""What our own buttons left open in a text, with the words before it: a blank, or the signs of a masked number."""


def holes(prose: str) -> list[str]:
    """What was left open in the text, to be filled or looked at once more; each once."""
    return list(dict.fromkeys(hole[0] for hole in _HOLE.finditer(prose)))


def unasked(form: Form, gaps: Iterable[str], open_: list[str], stopping: int, language: str) -> str:
    """What the review found that stops the paper, what was left open in its text, and parts whose blank will show in it, each with the
    way back there."""
    told = [say("take.stopping", language, count=stopping)] if stopping else []
    told += [say("take.blank" if BLANK in hole else "take.masked", language, words=hole) for hole in open_]
    items = [f'<li><button type="button" data-step="3">{escape(words)}</button></li>' for words in told]
    items += [
        f'<li><button type="button" data-step="2" data-focus="{escape(gap)}">'
        f"{safe('gap', language, name=form.fields[gap].ask[language])}</button></li>"
        for gap in gaps
    ]
    return f'<ul class="gaps">{"".join(items)}</ul>' if items else ""


def sent(sealed: Sealed, language: str) -> str:
    """What a model would be sent, word for word: the facts in sight, the rules folded, and how much that is personal stays here."""
    rules, facts = (
        next((text for role, text in sealed.messages if role == wanted), "") for wanted in ("system", "user")
    )
    counts = ", ".join(f"{say('mask.' + str(one['kind']), language)}: {one['count']}" for one in sealed.counts())
    kept = f'<p class="masked">{safe("send.masked", language, counts=counts)}</p>' if counts else ""
    return (
        f'{kept}<pre class="sent">{_TOKEN.sub(_marked, escape(facts))}</pre>'
        f'<details><summary>{safe("send.rules", language)}</summary><pre class="sent">{escape(rules)}</pre></details>'
    )


_TOKEN = re.compile(r"\[[A-Z]{2,8}(?:-[A-Z]{2})?-[0-9]{1,6}\]")


def _marked(token: re.Match[str]) -> str:
    return f"<mark>{token[0]}</mark>"


def consent(sealed: Sealed, language: str) -> str:
    """The same where it is asked in the middle of a page: with its own heading."""
    title, help_ = safe("send.title", language), safe("bench.send.help", language)
    return f"<h2>{title}</h2><p>{help_}</p>{sent(sealed, language)}"


def growing(text: str, language: str) -> str:
    """A text that is still being written, for all to see."""
    return f'<div class="made" lang="{language}">{escape(text)}</div>'


def upload(language: str) -> str:
    """A button that takes a Word file's text into the box; the browser's own would speak English."""
    words = safe("bench.upload", language)
    return f'<input type="file" id="docx" accept=".docx" class="unseen"><label for="docx" class="small">{words}</label>'


def drafted(by: str, language: str) -> str:
    """Says whose draft an answer began as, and what is to be done with it."""
    return f'<p class="badge {escape(by)}">{safe(f"bench.by.{by}", language)}</p>'


def badge(by: str, edited: bool, language: str) -> str:
    """Who wrote the text: the model, the form's own sentences, and whether a person has mended it."""
    if not by:
        return ""
    words = say(f"by.{by}", language) + (" " + say("by.edited", language) if edited else "")
    return f'<p class="badge {escape(by)}">{escape(words)}</p>'


def status(text: str, begins: bool = False) -> str:
    """A line that a screen reader says when it changes. `begins`: the page's script starts the model's writing once."""
    mark = f' data-write="{secrets.token_hex(4)}"' if begins else ""
    return f'<p role="status"{mark}>{escape(text)}</p>'


TWIN = ">="
"""What the button says that makes the paper in the other language."""


def twin(boxes: list[tuple[str, str]], language: str, by_model: bool = False) -> str:
    """What the other language's paper still needs, each (box, its question) a link to its box. `by_model`: its text will be a model's."""
    links = "".join(_to_box(id, ask) for id, ask in boxes)
    told = safe("twin.asks" if links else "twin.made", language)
    told = f"{safe('twin.text', language)} {told}" if by_model else told
    return f'<div class="notice {"mend" if links else "good"}" role="alert">{told}<ul>{links}</ul></div>'


def follows(form: Form, forms: Mapping[str, Form], language: str) -> str:
    """The papers that are made from this one, each by a press."""
    made = {id: say("follow.make", language, form=forms[id].title[language]) for id in form.file.follows if id in forms}
    buttons = "".join(
        f'<button type="button" class="get" data-form="&gt;{escape(id)}">{escape(words)}</button>'
        for id, words in made.items()
    )
    buttons += f'<button type="button" class="get" data-form="{escape(TWIN)}">{safe("twin.make", language)}</button>'
    title = safe("follow.title", language)
    return f'<h2>{title}</h2><div class="files follows">{buttons}</div>'


def files(made: Draft, form: Form, gaps: list[str], stopping: int, language: str, no_pdf: str = "") -> str:
    """What can be taken away: the form's main kind of file first, then the clipboard, then the others. `no_pdf`: why there is none."""
    main, kinds = form.file.file, (".docx", *(() if no_pdf else (".pdf",)), ".eml", ".txt", ".html")
    links = [
        f'<a class="get{" main" if suffix == main and not form.file.copied else ""}" href="/desk/file/{suffix[1:]}" download>'
        f"{safe('take' + suffix, language)}</a>"
        for suffix in sorted(kinds, key=lambda suffix: (suffix != main, kinds.index(suffix)))
    ]
    copy = (
        f'<button type="button" class="get{" main" if form.file.copied else ""}" data-copy>{safe("take.copy", language)}</button>'
        f'<textarea id="copied" class="off" readonly aria-hidden="true" tabindex="-1">{escape(copied(made.document, form))}</textarea>'
    )
    links.insert(0 if form.file.copied else 1, copy)
    if made.document.language == "hi":
        links.append(f'<button type="button" class="get" data-krutidev>{safe("take.krutidev", language)}</button>')
    done = (
        f'<p role="status" id="taken" data-copied="{safe("take.copied", language)}" '
        f'data-failed="{safe("take.copy.failed", language)}" data-got="{safe("take.got", language)}"></p>'
    )
    blind = notice(say("take.bcc", language)) if made.document.part("bcc") else ""
    if names := unaddressed(made.document):
        blind += notice(say("take.unaddressed", language, names="; ".join(names)))
    done += f'<p class="own"><a href="/look">{safe("look.link", language)}</a></p>'
    return f"{unasked(form, gaps, holes(made.prose), stopping, language)}{blind}{notice(no_pdf)}<div class='files'>{''.join(links)}</div>{done}"
