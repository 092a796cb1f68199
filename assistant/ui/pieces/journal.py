"""The journal as an admin reads it: who did what, when and from where, the newest first, a page at a time."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

from assistant.messages import say, store
from assistant.records.journal import Told
from assistant.ui.pieces.batch import top
from assistant.ui.pieces.html import heads, safe, scrolled
from assistant.ui.pieces.lists import PLACE

KINDS = (
    "signin",
    "signout",
    "secret",
    "person",
    "batch",
    "roster",
    "decision",
    "attempt",
    "export",
    "settings",
    "admin",
    "server",
)
"""What the journal can be narrowed to; each has all that begins with it."""
HEADS = ("journal.at", "journal.by", "journal.what", "journal.about", "journal.batch", "journal.address")
PAGE = 100
"""Lines of one page."""
BOXES = ("who", "kind", "day")


def journal(lines: Sequence[Told], asked: Mapping[str, Any], titles: Mapping[str, str], language: str) -> str:
    """A page of the journal. `lines` may be one more than a page has: then there is an older page. `titles`: the exercises', by their ids."""
    shown, kept = lines[:PAGE], {name: str(asked[name]) for name in BOXES if asked.get(name)}
    rows = "".join(_row(one, titles, language) for one in shown)
    table = scrolled(f"{heads(HEADS, language)}<tbody>{rows}</tbody>") if rows else ""
    none = "" if rows else f"<p>{safe('journal.none', language)}</p>"
    newest = _link("journal.newest", kept, language) if asked.get("before") else ""
    older = _link("journal.older", {**kept, "before": str(shown[-1].entry.id)}, language) if len(lines) > PAGE else ""
    return (
        f'{top("journal.title", language)}<p class="about">{safe("journal.help", language)}</p>'
        f'{_boxes(kept, language)}{table}{none}<p class="controls">{newest}{older}</p>'
    )


def _boxes(kept: Mapping[str, str], language: str) -> str:
    options = "".join(
        f'<option value="{kind}"{" selected" if kind == kept.get("kind") else ""}>{safe(f"journal.kind.{kind}", language)}</option>'
        for kind in KINDS
    )
    who, day = (escape(kept.get(name, "")) for name in ("who", "day"))
    return (
        f'<form method="get" action="/trainer" class="controls"><input type="hidden" name="view" value="journal">'
        f'<label><span>{safe("people.id", language)}</span><input type="text" name="who" value="{who}" maxlength="40"></label>'
        f'<label><span>{safe("journal.what", language)}</span><select name="kind"><option value="">—</option>{options}</select></label>'
        f'<label><span>{safe("lists.day", language)}</span><input type="text" name="day" value="{day}"{PLACE}></label>'
        f'<button type="submit" class="small">{safe("answers.show", language)}</button></form>'
    )


def _link(key: str, to: Mapping[str, str], language: str) -> str:
    there = escape(urlencode({"view": "journal", **to}))
    return f'<a class="small" href="/trainer?{there}">{safe(key, language)}</a>'


def _row(one: Told, titles: Mapping[str, str], language: str) -> str:
    entry = one.entry
    by = f"{one.by.name} ({one.by.employee_id})" if one.by else say("journal.nobody", language)
    about = " · ".join(
        f"{_word(f'journal.about.{name}', name, language)} {_said(name, value, titles, language)}".strip()
        for name, value in entry.about.items()
        if not (value in (None, "") or (isinstance(value, int) and value == 0))  # a count of none; a mark of 0 is told
    )
    when, what = f"{entry.at.astimezone():%d.%m.%Y %H:%M:%S}", _word(f"journal.{entry.what}", entry.what, language)
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in (when, by, what))
    last = "".join(f"<td>{escape(cell)}</td>" for cell in (one.batch, entry.address))
    return f'<tr>{cells}<td class="whole">{escape(about)}</td>{last}</tr>'


def _said(name: str, value: Any, titles: Mapping[str, str], language: str) -> str:
    """A value as people read it."""
    if isinstance(value, float):
        return f"{value:g}"
    if name == "report":
        return _word(f"lists.{value}", str(value), language)
    return titles.get(str(value)) or _word(f"journal.value.{value}", str(value), language)


def _word(key: str, otherwise: str, language: str) -> str:
    """A message; a line that another version wrote may have none."""
    return store(language).get(key, otherwise)
