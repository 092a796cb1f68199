"""The head of an e-mail, where it brought a paper that is none."""

import re

from assistant.forms.reader.margin import TRAIL
from assistant.forms.reader.sheet import Sheet

_HEADER = re.compile(r"(?:To|Cc|Bcc|Subject|From|Sent|Date|Reply-To)\s?:")


def mail_headers(sheet: Sheet) -> int:
    """How many lines on top are those of the e-mail that brought a paper with a subject of its own."""
    if any(spec.look == "header" for spec in sheet.specs.values()):
        return 0
    first = end = int(bool(sheet.rows) and bool(TRAIL.match(sheet.rows[0].text)))
    while (
        end < min(len(sheet.rows), 12)
        and _HEADER.match(sheet.rows[end].text)
        and not (end > first and sheet.rows[end].apart)
    ):
        end += 1
    dated = end == first + 1 and sheet.rows[first].text.startswith("Date")  # an application may have its date on top
    below = sheet.rows[end : end + 40] if end and not dated else []
    subjects = (label for row in below for label in sheet.labels_of(row))
    return end if any(label.part == "subject" and label.how == "marked" and label.hard for label in subjects) else 0
