"""Slips that only the word beside shows: each word is right alone. के को, दिया जाता है की, भेजे गए है, the the."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case, Spot

_BEFORE, _AFTER = r"(?<![\w\u0900-\u0963-])", r"(?![\w\u0900-\u0963-])"
_TWICE = re.compile(
    rf"{_BEFORE}(का|के|की|को|में|से|पर|ने|तक|है|हैं|कि|तथा|एवं|और|हेतु|द्वारा|दिनांक|क्रमांक|"
    rf"the|of|to|in|is|are|was|were|be|and|by|for|on|at|with|from|dated) \1{_AFTER}(?!(?<=की की) (?:गई|गयी|जा))",
    re.IGNORECASE,
)
_CONFUSED = (
    (re.compile(rf"{_BEFORE}(?:है|हैं|था|थी|थे) (?P<said>की){_AFTER}"), "कि"),
    (re.compile(rf"{_BEFORE}(?:किए|किये|गए|गये|गयें|दिए|दिये|हुए|रहे|चुके|जाते) (?P<said>है){_AFTER}"), "हैं"),
    (re.compile(rf"{_BEFORE}(?:कष्ट|कृपा) (?P<said>करे){_AFTER}"), "करें"),
)
"""What ends a clause and is no owner; of several, or said with respect; asked of the reader."""
_READER = re.compile(r"(?<![\u0900-\u0963])(?:आप|आपसे|आपको|महोदय|श्रीमान|कृपया)(?![\u0900-\u0963])")


def beside(case: Case) -> Iterator[Spot]:
    """Small words that stand twice, and those taken for another that sounds like it."""
    for line in case.lines("subject", case.form.file.writes, "agenda", "decisions"):
        for match in _TWICE.finditer(case.text, line.words, line.end):
            if match[0].endswith(match[1].lower()):  # By and By are the heads of two columns
                yield Spot(*match.span(), suggestion=match[1], values={"right": match[1]})
        for pattern, right in _CONFUSED:
            for match in pattern.finditer(case.text, line.words, line.end):
                # "विभाग … कष्ट करे" is right: only what is asked of the reader is करें.
                unsure = right == "करें" and not _READER.search(case.text, *case.sentence(match.start()))
                yield Spot(
                    *match.span("said"), suggestion=right, values={"right": right}, severity="hint" if unsure else None
                )
