"""Where a paper's writer speaks in his own words, and what kind of paper he writes."""

import re

from assistant.checks.finding import Case, once
from assistant.checks.phrases import data, has, phrases
from assistant.forms.document import Line

_TAIL = re.compile(r"(?:प्रतिलिपि|पृष्ठांकन|पृ\.\s?क्र|प्रति\s?लिपि|copy (?:to|forwarded)|copies to|endt\b)", re.IGNORECASE)


def prose(case: Case, *parts: str) -> list[Line]:
    """The body, and these parts, up to a copy tail: text that was pasted loosely may have one without its own part."""
    lines, tail = case.lines(case.form.file.writes, *parts), _tail(case)
    return [line for line in lines if line.start < tail or line.part in ("salutation", "subscription")]


@once
def _tail(case: Case) -> int:
    """Where the copy tail begins."""
    return next(
        (
            line.start
            for line in case.document.lines
            # An e-mail's head has "cc", an endorsement is called by the word.
            if line.part not in ("cc", "title") and _TAIL.match(case.text, line.start, line.end)
        ),
        len(case.text),
    )


SPOKEN = ("subject", "headline", "salutation", "subscription", "unplaced")
"""Parts besides the body in which a writer has words of his own."""


def spoken(case: Case, start: int, end: int) -> bool:
    """Whether a sentence is one of those in which a paper's writer speaks."""
    return any(line.start <= start < line.end for line in prose(case, *SPOKEN))


def among(case: Case, ids: str, names: str) -> bool:
    """Whether the paper is one of these forms, by its id or by what it calls itself."""
    return case.form.id in data("tone")[ids] or has(case.text, phrases("tone", names))
