"""Dates that a brief has elsewhere, and that stand where it has another: the paper's own, for that of the inspection. The words right
beside a date tell which it is."""

import re
from collections.abc import Iterator
from datetime import date

from assistant.checks.finding import Case
from assistant.checks.given import HEAD, WORD, Given, given
from assistant.facts import Found
from assistant.language.numbers import one_spelling

_LEAST, _OWN = 4, 2
"""So many words in a row beside both are the same, and so many of them say something."""
_FAR = 60
_EMPTY = frozenset(map(one_spelling, "दिनांक को तक से के का की में on the dated of to by from at is was be".split()))


def moved(case: Case) -> Iterator[tuple[Given, Found, bool]]:
    """What was given, the date that stands in its place, and whether nothing else can be meant: it is the paper's own."""
    own = case.brief["date"] if case.brief else None
    told = [
        (one, found, _beside(text, found))
        for one in given(case)
        if one.fact.kind == "date" and one.field not in HEAD
        for text, found, *_ in one.told
    ]
    told = [place for place in told if any(place[2])]
    said_too = {found.value for found in case.found if found.kind == "date"}
    lost = any(one.fact.value not in said_too for one, _, _ in told)
    body = [line for line in case.lines() if line.part in ("subject", "body") or line.part == case.form.file.writes]
    for line in body if told else ():
        for found in case.within(line.words, line.end):
            if found.kind != "date" or not isinstance(found.value, date) or not (lost or found.value == own):
                continue  # each stands somewhere, and most likely where it should
            said = _beside(case.text, found)
            alike = {place: _shared(said, beside) for place, (_, _, beside) in enumerate(told)}
            its = max((alike[n][0] for n, (one, *_) in enumerate(told) if one.fact.value == found.value), default=0)
            best = max(alike, key=lambda n: alike[n])
            (same, words), one = alike[best], told[best][0]
            known = found.value == own or any(found.value == other.fact.value for other in given(case))
            if known and one.fact.value != found.value and same >= _LEAST and words >= _OWN and its < _OWN:
                yield one, found, found.value == own


def _beside(text: str, found: Found) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before a date, the nearest first, and those after it, in its line."""
    before = re.split(r"[\n।]", text[max(0, found.start - _FAR) : found.start])[-1]
    after = re.split(r"[\n।]", text[found.end : found.end + _FAR])[0]
    return tuple(map(one_spelling, WORD.findall(before)[::-1])), tuple(map(one_spelling, WORD.findall(after)))


def _shared(said: tuple[tuple[str, ...], ...], told: tuple[tuple[str, ...], ...]) -> tuple[int, int]:
    """How many words in a row are the same beside two dates, and how many of them say something."""
    same: list[str] = []
    for mine, its in zip(said, told, strict=True):
        for one, other in zip(mine, its, strict=False):
            if one != other:
                break
            same.append(one)
    return len(same), sum(word not in _EMPTY for word in same)
