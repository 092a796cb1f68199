"""A text as it should have been typed: one form for each letter, no stray joiners, । and ः where | and : were typed for them.

What is right stays as it is. Digits are brought to one script only where that is asked for.
"""

import re

from assistant.language.digits import in_digits
from assistant.language.text import clean
from assistant.language.unicode import VISARGA, faults

_BAR = re.compile("(?<=[\u0900-\u0963\u0970-\u097f)\"”’'])\\|(?=\\s|$)", re.MULTILINE)
_BAR_APART = re.compile(
    "(?<![\u0900-\u0963])((?:है|हैं|हूँ|हूं|हो|था|थे|थी|थीं|करें|जाए|जाये|जाएँ|जाएं|जावे|जावें|होगा|होगी|होंगे|गया|गई|गए|"
    "[\u0900-\u0963]{1,20}(?:ेगा|ेगी|ेंगे|ेंगी|एगा|एगी|एंगे|एँगे|िए|इए|िये|इये))[\"”’')]?) {1,3}\\|(?=\\s|$)",
    re.MULTILINE,
)
"""A bar apart from its word ends a sentence only after a verb; else it may part the columns of a table."""
_BAR_LAST = re.compile("^([^|]*[\u0900-\u0963\u0970-\u097f)\"”’']) {1,3}\\|(?=[ \t]*$)")
"""So does the only bar of a line, at its end: columns have one between them."""
_TABLE = re.compile("^[ \t]{0,40}\\|")


def normalise(text: str, digits: str = "") -> str:
    """The text in its normal form; `digits` is "ascii", "devanagari" or nothing."""
    text = clean(text).text
    text = _mended(text)
    text = "\n".join(line if _TABLE.match(line) else _barred(line) for line in text.split("\n"))
    text = VISARGA.sub(lambda match: match[0].replace(":", "ः", 1), text)
    return in_digits(text, digits) if digits else text


def _barred(line: str) -> str:
    """The line with । where a bar ends a sentence."""
    return _BAR_LAST.sub("\\1।", _BAR.sub("।", _BAR_APART.sub("\\1।", line)))


def _mended(text: str) -> str:
    pieces, last = [], 0
    for fault in faults(text):
        if fault.mended:
            pieces += [text[last : fault.start], fault.mended]
            last = fault.end
    return "".join((*pieces, text[last:]))
