"""When a fact that seems to be lost, changed or made up may be told in a way that nobody can read for sure: then it is a hint."""

import re
from decimal import Decimal
from itertools import combinations
from typing import Literal

from assistant.checks.facts.follows import comes_of_two
from assistant.checks.facts.known import Known
from assistant.checks.facts.ledger import Entry
from assistant.checks.finding import Case, once
from assistant.checks.given import COUNTS, WORD, counts_the_same, given, is_number, told_words
from assistant.checks.likeness import close, untitled
from assistant.facts import Fact, Found
from assistant.language.numbers import one_spelling

_FEW, _SUMS = 10, 30
"""So few things may be listed instead of counted; figures below the other one come out of any two by chance."""


def doubt(case: Case, entry: Entry) -> Literal["hint"] | None:
    """A hint where a weaker sign of the fact stands there; None where nothing does. What an exercise expects is expected, and only
    what comes of given figures is no invention."""
    found = next((one for one in case.within(entry.start, entry.end + 1) if one.start == entry.start), None)
    if entry.became == "added" and entry.kind == "post":
        return "hint"
    if case.expect:
        made = entry.became == "added" and found and comes_of_two(case, Known(case, given(case)).is_given, found)
        return "hint" if made else None
    if entry.became == "dropped":
        unsure = _stands_in_part(case, entry)
    elif entry.became == "changed":
        unsure = not entry.sure or bool(
            found
            and entry.fact
            and not entry.labelled
            and not close(entry.fact, found)
            and not _same_thing(case, entry.fact, found)
            and (_stands_in_part(case, entry) or _made(case, found))
        )
    else:
        unsure = not entry.sure or bool(found and (_made(case, found) or _named_in_part(case, found)))
    return "hint" if unsure else None


def _same_thing(case: Case, fact: Fact, found: Found) -> bool:
    return any(one.fact is fact and counts_the_same(case, one, found) for one in given(case))


@once
def _figures(case: Case) -> frozenset[str]:
    return frozenset(run.lstrip("0") for run in re.findall("[0-9]+", case.text.replace(",", "")))


def _stands_in_part(case: Case, entry: Entry) -> bool:
    """Whether the figures of a fact, or a word of a name, stand in the paper after all."""
    fact = entry.fact
    if fact is None:
        return False
    if fact.kind == "name":
        words = {one_spelling(word) for word in WORD.findall(untitled(fact.says)) if len(word) > 2}
        return any(one_spelling(word) in words for word in WORD.findall(case.text))
    if fact.kind in ("number", "small") and is_number(fact.value) and Decimal(str(fact.value)) < _FEW:
        return not _counts_nothing(case, fact)
    if fact.kind in ("date", "day"):
        return False
    runs = _runs(fact.says)
    return bool(runs) and all(run in _figures(case) for run in runs)


_NUMBERS = re.compile(
    r"(?:(?<![\u0900-\u0963])(?:क्रमांक|क्र\.|संख्या|खंड|खण्ड|भाग|नियम|धारा|कंडिका|अनुच्छेद|वार्ड|कक्षा)|\b(?:No\.|number|part|para|paragraph"
    r"|clause|rule|section|ward|class|volume|schedule)) ?$",
    re.IGNORECASE,
)
"""Before a figure: it is the number of one thing."""


def _counts_nothing(case: Case, fact: Fact) -> bool:
    """Whether a small figure can't be told by a list of things: it is all that a field has, as the days to reply, or a thing's number."""
    places = [place for one in given(case) if one.fact is fact for place in one.told]
    return any(
        text.strip() == text[found.start : found.end] or _NUMBERS.search(text, max(0, found.start - 15), found.start)
        for text, found, _, _ in places
    )


def _runs(text: str) -> list[str]:
    return [run.lstrip("0") for run in re.findall("[0-9]+", text.replace(",", ""))]


@once
def _given(case: Case) -> tuple[Decimal, ...]:
    numbers = {one.figure for one in case.known if one.kind in COUNTS and is_number(one.value)}
    return tuple(sorted(numbers))[:60]


def _made(case: Case, found: Found) -> bool:
    """Whether a figure is few, or what two that were given make, whatever the words say."""
    if found.kind not in COUNTS or not is_number(found.value):
        return False
    value = found.figure
    if found.kind in ("number", "small") and value < _FEW:
        return True
    return value >= _SUMS and any(
        value in (one + other, abs(one - other), one * other) for one, other in combinations(_given(case), 2)
    )


def _named_in_part(case: Case, found: Found) -> bool:
    """Whether half the words of a name, a law or a scheme were told."""
    if found.kind not in ("name", "law", "scheme"):
        return False
    words = [one_spelling(word) for word in WORD.findall(case.text[found.start : found.end])]
    own = [word for word in words if len(word) > 2]
    return bool(own) and 2 * sum(word in told_words(case) for word in own) >= len(own)
