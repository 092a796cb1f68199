"""Slips that only the word beside shows: each word is right alone. तक तक, दिया जाता है की, भेजे गए है, the the."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case, Spot
from assistant.checks.phrases import find, phrases

_WAS_DONE = re.compile(r" (?:गई|गयी|जा)")
"""After की की: an owner, and what was done."""
_READER = re.compile(r"(?<![\u0900-\u0963])(?:आप|आपसे|आपको|महोदय|श्रीमान|कृपया)(?![\u0900-\u0963])")


def beside(case: Case) -> Iterator[Spot]:
    """Small words that stand twice, and those taken for another that sounds like it."""
    for line in case.lines("subject", case.form.file.writes, "agenda", "decisions"):
        for found in find(case.text, phrases("beside", "twice"), line.words, line.end):
            first, last = case.text[found.start : found.end].split()
            done = first == "की" and _WAS_DONE.match(case.text, found.end)
            if last == first.lower() and not done:  # By and By are the heads of two columns
                yield Spot(found.start, found.end, suggestion=first, values={"right": first})
        for found in find(case.text, phrases("beside", "confused"), line.words, line.end):
            right, start = found.row["right"], case.text.rindex(" ", found.start, found.end) + 1
            unsure = found.row.get("asked") and not _READER.search(case.text, *case.sentence(start))
            yield Spot(start, found.end, suggestion=right, values={"right": right}, severity="hint" if unsure else None)
