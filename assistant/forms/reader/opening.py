"""A number that stands before the first words of the text, on their line, as a notification's does."""

import re
from typing import NamedTuple

from assistant.forms.reader.dates import BARE_DATE, DATE_LABEL
from assistant.forms.reader.row import Row
from assistant.forms.reader.sheet import FILLED, Sheet

PART = "number"
_ENDS = re.compile(
    r"(?: ?(?:।|::|--|//|:-|–|—|:(?= [A-Z\u0904-\u0939]))|,|\.(?:[–—-]| (?=[A-Z\u0904-\u0939\"“'‘(]))) ?(?=[^ ])"
)
"""What parts it from them: क्रमांक …। मध्यप्रदेश …, No. …. In exercise of …, आदेश क्रमांक … :: …, फा.क्र. …, राज्य शासन …."""
_LONGEST = 60
_FEWEST = 4
"""Words that have to follow, so that they are no date and no file's name."""


class Opening(NamedTuple):
    """Where the number's own words begin, where it ends, and where the text begins."""

    words: int
    end: int
    text: int


def opening(sheet: Sheet, row: Row) -> Opening | None:
    """The number that a line of text begins with; None where it begins with none."""
    if PART not in sheet.specs or PART in sheet.seen or sheet.look(PART) != "number":
        return None
    labels = sheet.labels_of(row)
    label = next((one for one in labels if one.part == PART), None)
    if label is None:
        return None
    for match in _ENDS.finditer(row.text, label.words - row.start, label.words - row.start + _LONGEST):
        number, rest = row.text[label.words - row.start : match.start()], row.text[match.end() :]
        dated = DATE_LABEL.search(rest[:40]) or BARE_DATE.fullmatch(rest)
        listed = match[0].strip() == "," and not row.is_said  # a number, a place and a day
        if FILLED.search(number) and rest.count(" ") + 1 >= _FEWEST and not dated and not listed:
            return Opening(label.words, row.start + len(row.text[: match.end()].rstrip()), row.start + match.end())
    return None
