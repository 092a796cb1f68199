"""The lists on the screen: a report as a table with its files, and first and last attempts as a picture."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from html import escape
from typing import Any, NamedTuple
from urllib.parse import urlencode

from assistant.errors import InputError
from assistant.labs import Labs
from assistant.messages import say
from assistant.records.export import FORMATS
from assistant.records.reports import REPORTS, Table
from assistant.ui.pieces.cells import WHOLE, Cells
from assistant.ui.pieces.html import heads, safe, scrolled

MOST_ROWS = 200
"""Rows that the page shows; the files have all."""
PLACE = ' placeholder="25.02.2026" size="10"'
DAYS = ("%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d")
"""How a day is typed."""
FILTERS = ("centre", "district", "role", "day")
"""What a list can be narrowed to, besides a batch."""


class Change(NamedTuple):
    """What a group of people got in their first attempts and in their last ones, on average; `compared` is how many."""

    name: str
    first: float
    last: float
    compared: int


def day_of(asked: Mapping[str, Any]) -> date | None:
    """The day that a list is narrowed to; None where it is to none. Raises InputError for a day that is none."""
    day = str(asked.get("day", "")).strip()
    for shape in DAYS if day else ():
        with suppress(ValueError):
            return datetime.strptime(day, shape).date()  # noqa: DTZ007 a day by this computer's clock
    if day:
        raise InputError("error.kind.date", value=day[:20])
    return None


def lists(report: str, table: Table, asked: Mapping[str, str], labs: Labs, language: str) -> str:
    """One report: which others there are, what it is narrowed to, its files, and its first rows."""
    kept = {name: asked[name] for name in ("batch", *FILTERS) if asked.get(name)}
    links = "".join(
        f'<a href="/trainer?{escape(urlencode({**kept, "view": "lists", "report": name}))}"{" aria-current=page" if name == report else ""}>'
        f"{safe(f'lists.{name}', language)}</a>"
        for name in REPORTS
    )
    files = "".join(
        f'<a class="small" href="/trainer/report/{report}.{kind}?{escape(urlencode(kept))}" download>'
        f"{safe(f'lists.file.{kind}', language)}</a>"
        for kind in FORMATS
    )
    boxes = "".join(
        f'<label><span>{safe(f"lists.{name}", language)}</span><input type="text" name="{name}" '
        f'value="{escape(asked.get(name, ""))}"{PLACE if name == "day" else ""}></label>'
        for name in FILTERS
        if name != "role"
    )
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{escape(value)}">'
        for name, value in (("batch", asked.get("batch", "")), ("view", "lists"), ("report", report))
        if value
    )
    roles = "".join(
        f'<option value="{role}"{" selected" if asked.get("role") == role else ""}>{escape(say(f"role.{role}", language) if role else "—")}</option>'
        for role in ("", "trainee", "officer")
    )
    form = (
        f'<form method="get" action="/trainer" class="controls">{hidden}{boxes}<label><span>{safe("lists.role", language)}</span>'
        f'<select name="role">{roles}</select></label><button type="submit" class="small">{safe("answers.show", language)}</button></form>'
    )
    head = heads((f"column.{column}" for column in table.columns), language)
    cells, rows = Cells(labs, language), ""
    for row in table.rows[:MOST_ROWS]:
        named = dict(zip(table.columns, row, strict=True))
        shown = (
            f"<td{' class=whole' if column in WHOLE else ''}>{escape(cells.cell(column, named))}</td>"
            for column in named
        )
        rows += f"<tr>{''.join(shown)}</tr>"
    body = scrolled(f"{head}<tbody>{rows}</tbody>") if rows else f"<p>{safe('lists.none', language)}</p>"
    more = (
        say("lists.more", language, count=len(table.rows), shown=MOST_ROWS)
        if len(table.rows) > MOST_ROWS
        else say("lists.count", language, count=len(table.rows))
    )
    return f'<nav class="reports">{links}</nav>{form}<div class="controls">{files}<span class="about">{escape(more)}</span></div>{body}'


def changes(table: Table, by: str, name: Mapping[str, str] | None = None) -> list[Change]:
    """First and last marks of the `learning` report, by one of its columns, of those who tried more than once; the widest group first."""
    place = {column: n for n, column in enumerate(table.columns)}
    groups: dict[str, list[Sequence[Any]]] = {}
    for row in table.rows:
        if row[place["attempts"]] > 1:
            groups.setdefault(str(row[place[by]]) or "—", []).append(row)
    found = []
    for key, rows in groups.items():
        first, last = (sum(row[place[one]] for row in rows) / len(rows) for one in ("first_score", "last_score"))
        found.append(Change((name or {}).get(key, key), first, last, len(rows)))
    return sorted(found, key=lambda one: (-one.compared, one.name))


WIDTH, LEFT, RIGHT, HIGH, MOST_LINES = 900, 310, 120, 34, 14


def picture(found: Iterable[Change], title: str, language: str) -> str:
    """First and last attempts as a picture: a line for each group from an open ring (first) to a full dot (last), 0 to 100.
    Everything in it stands in its description too, for whoever can't see it."""
    groups = list(found)[:MOST_LINES]
    if not groups:
        return ""
    height = HIGH * len(groups) + 40
    scale = (WIDTH - LEFT - RIGHT) / 100
    lines = "".join(
        f'<line x1="{LEFT + mark * scale:.0f}" y1="8" x2="{LEFT + mark * scale:.0f}" y2="{height - 28}" stroke="#D5DBE1"/>'
        f'<text x="{LEFT + mark * scale:.0f}" y="{height - 8}" text-anchor="middle" class="axis">{mark}</text>'
        for mark in range(0, 101, 20)
    )
    drawn, said = [], []
    for n, one in enumerate(groups):
        y = 24 + n * HIGH
        first, last = (LEFT + max(0.0, min(100.0, mark)) * scale for mark in (one.first, one.last))
        colour = "#1B6E3C" if one.last >= one.first else "#A8201A"
        side = 14 if last >= first else -14
        anchor = "start" if last >= first else "end"
        short = one.name if len(one.name) <= 34 else f"{one.name[:33]}…"
        drawn.append(
            f'<text x="0" y="{y + 5}">{escape(short)} ({one.compared})</text>'
            f'<line x1="{first:.0f}" y1="{y}" x2="{last:.0f}" y2="{y}" stroke="{colour}" stroke-width="4"/>'
            f'<circle cx="{first:.0f}" cy="{y}" r="7" fill="#fff" stroke="{colour}" stroke-width="3"/>'
            f'<circle cx="{last:.0f}" cy="{y}" r="8" fill="{colour}"/>'
            f'<text x="{last + side:.0f}" y="{y + 5}" text-anchor="{anchor}" class="number">{one.first:.0f} → {one.last:.0f}</text>'
        )
        said.append(
            say(
                "picture.line",
                language,
                name=one.name,
                first=f"{one.first:.0f}",
                last=f"{one.last:.0f}",
                count=one.compared,
            )
        )
    return (
        f'<figure class="picture"><figcaption><b>{escape(title)}</b> {safe("picture.key", language)}</figcaption>'
        f'<div class="scroll" tabindex="0"><svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(" ".join(said))}">'
        f"{lines}{''.join(drawn)}</svg></div></figure>"
    )
