"""Whether the paper is in the language asked for."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case, Spot

_LETTERS = {"hi": re.compile("[\u0904-\u0939\u0958-\u0961]"), "en": re.compile("[A-Za-z]")}
_FEW = {"hi": 10, "en": 20}
"""So few letters may be a name or a quoted word. Vowel signs aren't counted, so Hindi has fewer letters to a word."""

_NOT_PROSE = re.compile(
    r"\S*[@/]\S*|\b[A-Z]{2,}\b"
)  # addresses, file numbers and acronyms stay as they are in both languages


def wrong(case: Case) -> Iterator[Spot]:
    """Most letters of a paragraph are of the other language's script."""
    other = "en" if case.language == "hi" else "hi"
    for line in case.body:
        prose = _NOT_PROSE.sub("", case.words(line))
        own, foreign = (len(_LETTERS[language].findall(prose)) for language in (case.language, other))
        if foreign > _FEW[other] and foreign > 2 * own:
            yield Spot(line.words, line.end)


CHECKS = {
    "language.wrong": wrong,
}
