"""The words between which the brief tells a fact: where the paper has something else between just these, it stands for that fact."""

from collections.abc import Iterator

from assistant.checks.finding import Case, once
from assistant.checks.given import WORD, Given, given, is_number
from assistant.facts import Fact, Found

Frame = tuple[tuple[str, ...], tuple[str, ...]]
_SHAPES = ((2, 1), (1, 2), (0, 3), (3, 0))
"""So many words before and after it: fewer stand around many a fact."""
_BESIDE = 48
_COUNTED = ("number", "small")
_SMALL = 10
"""What is more is told by its own value; a figure that the brief has elsewhere may be told in another order."""
_TIMES = {"once": 1, "twice": 2, "thrice": 3}


def frames(text: str, start: int, end: int) -> Iterator[Frame]:
    """The words around a place of a text, so many on either side."""
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before = WORD.findall(text, max(low, start - _BESIDE), start)
    after = WORD.findall(text, end, min(high if high >= 0 else len(text), end + _BESIDE))
    words = [word.lower() for word in before], [word.lower() for word in after]
    for many, more in _SHAPES:
        if len(before) >= many and len(after) >= more:
            yield tuple(words[0][len(before) - many :]), tuple(words[1][:more])


@once
def told_between(case: Case) -> dict[Frame, list[Given]]:
    """What the brief tells between which words."""
    known: dict[Frame, list[Given]] = {}
    for one in given(case):
        for text, found, _, _ in one.told:
            for frame in frames(text, found.start, found.end):
                known.setdefault(frame, []).append(one)
    for name, text in case.told if any(word in case.told_text for word in _TIMES) else ():
        for found in _times(text):
            one = Given(Fact(name, "number", found.value, text[found.start : found.end]), False, name)
            for frame in frames(text, found.start, found.end):
                known.setdefault(frame, []).append(one)
    return known


@once
def said_between(case: Case) -> set[tuple[Frame, object]]:
    """What the paper says between which words."""
    return {
        (frame, found.value)
        for found in (*case.found, *_times(case.text))
        for frame in frames(case.text, found.start, found.end)
    }


def _is_small(one: Given) -> bool:
    value = one.fact.value
    return is_number(value) and value < _SMALL  # type: ignore[operator]


def _times(text: str) -> Iterator[Found]:
    """How often, in a word."""
    low = text.lower()
    for word, many in _TIMES.items():
        at = low.find(f"{word} ")
        while at >= 0:
            if not low[at - 1 : at].isalpha():
                yield Found("number", many, at, at + len(word))
            at = low.find(f"{word} ", at + 1)


def instead(case: Case) -> Iterator[tuple[Given, Found, str]]:
    """A small count between just the words between which the brief has another one, that the paper says nowhere between them."""
    told = {found.value for found in case.known if found.kind in _COUNTED}
    strange = [
        found
        for found in (*case.found, *_times(case.text))
        if found.kind in _COUNTED and found.figure < _SMALL and found.value not in told
    ]
    known = told_between(case) if strange else {}
    for found in strange:
        for frame in frames(case.text, found.start, found.end):
            ones = [one for one in known.get(frame, ()) if one.fact.kind in _COUNTED and _is_small(one)]
            if len(ones) == 1 and (frame, ones[0].fact.value) not in said_between(case):
                digits = case.text[found.start].isdigit() and str(ones[0].fact.value).isdigit()
                yield ones[0], found, str(ones[0].fact.value) if digits else ""
                break
