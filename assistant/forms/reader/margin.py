"""What stands on a page and is no part of the paper: page numbers and running heads, and in a mail what somebody else wrote."""

import re
from collections.abc import Iterator

from assistant.forms.reader.row import NARROWEST, Row, rows_of
from assistant.language.source import Source

_PAGE = re.compile(
    r"(?:(?:Page|Pg\.?|पृष्ठ|पेज)(?: ?(?:No\.?|संख्या|क्रमांक|सं\.|क्र\.))? ?[:।–-]{0,2} ?[0-9]{1,3}(?: ?(?:of|/|का|में से) ?[0-9]{1,3})?"
    r"|[-–~] ?[0-9]{1,3} ?[-–~])$",
    re.IGNORECASE,
)
"""A page's number at the end of a line: Page 1 of 2, पृष्ठ 2, - 2 -."""
_HEAD = 8
"""Lines on top of a paper that may run over every page."""

TRAIL = re.compile(
    r"-{2,} ?(?:Original Message|Forwarded message|मूल संदेश|अग्रेषित संदेश)|On [^\n]{8,100} wrote:$", re.IGNORECASE
)
_WROTE = re.compile(r"[^\n]{0,160}(?:\bwrote|\bwrites|लिखा(?: है| था)?|लिखते हैं) ?:$", re.IGNORECASE)
"""Who wrote what stands below it: "20 नवम्बर 2026 को … ने लिखा:"."""
_FROM = re.compile(r"[*_]{0,2}(?:From|प्रेषक) ?: ?\S", re.IGNORECASE)
_SENT = re.compile(r"[*_]{0,2}(?:Sent|Date|भेजा गया|दिनांक|तारीख) ?: ?\S", re.IGNORECASE)
"""How the mail that is answered begins in some programs."""


def margins(source: Source, mailed: bool) -> Iterator[tuple[int, int]]:
    """The places of these lines in the text as given. `mailed`: whether the paper is a mail."""
    given = source.given
    paged = re.search(r"page|pg|पृष्ठ|पेज|(?<![^\s|])[-–~] ?[0-9०-९]{1,3} ?[-–~]\s*$", given, re.IGNORECASE | re.MULTILINE)
    quoted = mailed and re.search(r"^[ \t]*>|:[ \t\r]*$", given, re.MULTILINE)
    if not paged and not quoted and not mailed:
        return
    rows = rows_of(source)
    if paged:
        yield from _pages(source, rows)
    if mailed:
        yield from (_place(source, row) for row in _others(rows))


def _place(source: Source, row: Row) -> tuple[int, int]:
    return source.span(row.start, row.end)


def _pages(source: Source, rows: list[Row]) -> Iterator[tuple[int, int]]:
    """Page numbers with the running heads beside or below them; a paragraph goes on over them."""
    heads = {row.text for row in rows[:_HEAD]}
    at = 0
    while at < len(rows):
        first = at
        while at < len(rows) and _is_margin(rows, at, heads, at > first):
            at += 1
        if at > first:
            above, below = rows[first - 1] if first else None, rows[at] if at < len(rows) else None
            start, end = _place(source, rows[first])[0], _place(source, rows[at - 1])[1]
            if above and below and not above.finished and len(above.text) >= NARROWEST and not below.mark:
                start = (
                    source.given.find("\n", _place(source, above)[1]) + 1 or start
                )  # so that no empty line parts them
                end = _place(source, below)[0]
            yield start, end
        at += 1


def _is_margin(rows: list[Row], at: int, heads: set[str], below: bool) -> bool:
    text = rows[at].text
    if below and at >= _HEAD and text in heads:
        return True
    page = _PAGE.search(text)
    return page is not None and (not page.start() or (at >= _HEAD and text[: page.start()].strip(" |·–-") in heads))


def _others(rows: list[Row]) -> list[Row]:
    """The lines of the mail that is answered: those behind ">" with who wrote them; without such signs, all from there on."""
    quoted = [at for at, row in enumerate(rows) if at and row.text.startswith(">")]
    if quoted:
        lead = {at - 1 for at in quoted if _WROTE.match(rows[at - 1].text)}
        return [rows[at] for at in sorted({*quoted, *lead} - {0})]
    end = next(
        (
            at
            for at, row in enumerate(rows)
            if at
            and (
                TRAIL.match(row.text)
                or (
                    row.apart
                    and _FROM.match(row.text)
                    and any(_SENT.match(below.text) for below in rows[at + 1 : at + 3])
                )
            )
        ),
        len(rows),
    )
    return rows[end:]
