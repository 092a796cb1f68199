"""Lists in the head of a paper: which line leads to one, and which goes on with it."""

import re

from assistant.forms.reader.row import Row
from assistant.forms.reader.sheet import Sheet

FIRST = re.compile(r"\(?1[.)-]")


def leads(sheet: Sheet, row: Row, at: int) -> bool:
    """Whether a line leads to a list right below it: प्रमुख बातें निम्नानुसार हैं :"""
    return row.text.endswith(":") and any(FIRST.match(below.text) for below in sheet.rows[at + 1 : at + 2])


_ITEM = re.compile(r"\(?([0-9]{1,3})[.)-]")


def is_next(sheet: Sheet, row: Row) -> bool:
    """Whether a row is the item after the one above it, however far apart the two stand."""
    last = sheet.lines[-1]
    above = _ITEM.match(sheet.source.plain, last.words, last.end) or _ITEM.match(
        sheet.source.plain, last.start, last.end
    )
    mine = _ITEM.match(row.text)
    return above is not None and mine is not None and int(mine[1]) == int(above[1]) + 1


def ends_list(sheet: Sheet, row: Row) -> bool:
    """Whether a line without a number leads to the next thing where the items above it are numbered: "Decisions:" under those present."""
    last = sheet.lines[-1]
    return (
        not row.mark and row.text.endswith((":", ":-")) and bool(_ITEM.match(sheet.source.plain, last.start, last.end))
    )


def is_list(sheet: Sheet) -> bool:
    return sheet.is_own_list(sheet.current)
