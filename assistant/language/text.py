"""Text as it comes in at the door: what no paper can hold is taken out, and the person is told."""

import re
import unicodedata
from typing import NamedTuple

MOST_LETTERS = 20_000
"""The longest single text that a brief or the editor takes: some eight printed pages."""

MOST_OF_A_PAPER = 300_000
"""The longest paper that is looked at: a hundred and twenty pages."""

# C0 controls but tab and line break, C1, soft hyphen, marks of direction, BOM, non-characters, lone surrogates, tags: Word
# refuses some of them, others turn a line round or hide text. ZWJ and ZWNJ stay: Devanagari needs them (र्‍या, क्‌ष).
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)


_LINE_END = re.compile("\r\n?|\u2028|\u2029|\x85")


class Cleaned(NamedTuple):
    """A text that any file format takes, and how many invisible characters were taken out of it."""

    text: str
    removed: int


def clean(text: str) -> Cleaned:
    """NFC text with `\\n` line ends and none of the characters that break or hide in a document."""
    removed = 0
    if (
        INVISIBLE.search(text) or "\u2028" in text or "\u2029" in text
    ):  # as in few texts; \r and \x85 are among the first
        text, removed = INVISIBLE.subn("", _LINE_END.sub("\n", text))
    return Cleaned(unicodedata.normalize("NFC", text), removed)


def one_line(text: str) -> str:
    """The text on one line, its white space single."""
    return " ".join(text.split())


def lines(text: str) -> list[str]:
    """The text's lines that hold something, each with single white space."""
    return [line for raw in text.split("\n") if (line := one_line(raw))]
