"""What stands between the subject and the text of minutes: when, where and under whom the meeting was, over those present."""

import re

from assistant.forms.reader.dates import DATE_LABEL
from assistant.forms.reader.row import Row
from assistant.forms.reader.sheet import Sheet
from assistant.forms.reader.titles import holds_title

_PARTICULAR = re.compile(r"[^\W\d][^\d\n:ः।,.;–-]{1,24}(?:[:ः][ –-]{0,2}|[–-] )[^\s–-]")
"""A line that says one thing of a meeting: स्थान : थाना परिसर; Time: 11.30 a.m."""
_NEAR = 6
"""Rows within which the list of those present comes after the sentence that says when and where they met."""


def opens(sheet: Sheet, row: Row, at: int) -> bool:
    """Whether a row is (part of) the sentence over a list of the form's own in its head, as over those present: it is put there."""
    particular = _PARTICULAR.match(row.text) and not sheet.label(row, "head")
    if sheet.current and sheet.current == sheet.opening:
        if particular:
            sheet.put(sheet.opening, row)
        else:
            sheet.glue(row)
        return True
    near = (sheet.label(below, "head") for below in sheet.rows[at + 1 : at + _NEAR])
    said = particular or row.is_said or (row.words > 8 and "...." in row.text)
    if not sheet.opening or sheet.opening in sheet.seen or row.mark or not said or holds_title(sheet, row):
        return False
    if not any(label and sheet.is_own_list(label.part) for label in near):
        return False
    sheet.current = sheet.opening
    sheet.put(sheet.opening, row)
    return True


def dated_subject(sheet: Sheet, row: Row, at: int) -> bool:
    """Reads the paper's date where it stands right under the subject; the day of a meeting has its time or place below it."""
    below = next(iter(sheet.rows[at + 1 : at + 2]), None)
    label = DATE_LABEL.match(row.text)
    if sheet.current != "subject" or row.words > 5 or not label or not sheet.is_dated(row):
        return False
    if below and _PARTICULAR.match(below.text) and not below.apart:
        return False
    sheet.put("date", row, sheet.look("date"), row.start + label.end())
    return True
