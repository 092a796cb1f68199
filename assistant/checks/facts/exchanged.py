"""Two given facts of which each stands in the other's place: the level fell in 11 villages, of which 42 have dry pumps.

Their places are known by the words around them where they were told, and where each of a pair fits the other's better. What no words
can be: a part that is more than its whole, and a span that ends before it begins.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise, product
from typing import NamedTuple

from assistant import facts
from assistant.checks.facts.alike import stem
from assistant.checks.facts.figures import HINDI
from assistant.checks.finding import Case
from assistant.checks.given import COUNTS, WORD, Given, given
from assistant.facts import Found
from assistant.language.numbers import one_spelling

_FAR = 90
_BREAK = re.compile(
    rf"[।;:\n()|0-9]|[,?!] |(?<=[A-Za-z][A-Za-z])\. |(?<![{HINDI}])(?:और|तथा|एवं|जबकि|किन्तु|किंतु|परन्तु|परंतु|जिनमें|इनमें|जिसमें|इसमें)(?![{HINDI}])"
    r"|\b(?:and|while|but|whereas|of (?:which|whom|these|them))\b"
)
"""Between the words of a fact and those of another."""
_WORDED = re.compile(r" ?(?:/[-=]?)? ?(?:\((?:रुपये|Rupees|Rs)[^()\n]{3,90}\))?", re.IGNORECASE)
"""After a sum: the same in words."""
_CUES = re.compile(rf"\s?(तक|से|को|की)(?![{HINDI}])")
_CUES_BEFORE = re.compile(
    r"\b(by|on|from|since|till|until|before|after)\s(?:[A-Z][a-z]+day,? )?(?:the )?(?:dated? )?$", re.IGNORECASE
)
_EMPTY = frozenset(
    map(
        one_spelling,
        "के का की को में से पर ने है हैं हो था थे थी एवं और तथा व या तक भी ही इस उस इन उन यह वह"
        " उक्त दिनांक माह रु रुपये कि अतः जो गया गए गई गये गयी किया किए हुआ हुए हुई जाए जाएँ जाना रहा"
        " रहे रही दी दिया दिए होना होने होगा चाहिए लिए हेतु कष्ट करने करें the of in to for is are be by on at an no rs dated was were been has have had"
        " will may this that these those it its".split(),
    )
)
_LEAST = 3
"""So many words say that both would rather stand in each other's place; of neither may they say the opposite."""
_MOST, _OFTEN = 1000, 20
"""A paper with more facts, or with one of them more often, must keep nobody waiting."""
_ITEM = re.compile(r"[0-9]{1,2}[.)] ")
"""The number of an item of a list, which counts nothing."""
_UNTIL = re.compile(r"\s?(?:से|to|till|until|up ?to|[–-])\s?(?:दिनांक\s?|the\s)?")
_PART = re.compile(
    rf"[^;\n0-9]{{0,60}}?(?:(?<![{HINDI}])(?:जिन|इन|उन|जिस|इस)?में से(?![{HINDI}])|\bof (?:which|whom|these|them)\b)[^।;\n0-9]{{0,25}}"
)
"""Between a whole and a part of it."""
_OF = re.compile(r"\b(?:Of|Out of|From among) (?:the |these |a total of )?$")
_NEXT = re.compile(r"[^.।;\n0-9]{0,80}")


class _Place(NamedTuple):
    """What stands around a fact: its words, and those right beside it."""

    words: frozenset[str]
    beside: frozenset[str]


_UNTIL_THEN = _Place(frozenset(), frozenset(("by", "by by", "तक", "तक तक")))
"""A brief has its last day in a field, with no word beside it."""


class _Fact(NamedTuple):
    given: Given
    told: _Place
    """What stands around it wherever it was told."""
    said: tuple[tuple[Found, _Place], ...]
    """Where the paper has it."""


def exchanged(case: Case) -> Iterator[tuple[Given, Found]]:
    """What was given, and what the paper has in its place: each fact of a pair in that of the other, the surest first."""
    among = case.found
    if not case.expect:  # rough notes say too little of what stands where: only what cannot be is told
        told = [found for found in case.found if found.kind in COUNTS or found.kind == "date"]
        among = [
            found
            for one, other in pairwise(told)
            if (one.kind == "date") == (other.kind == "date") and _cannot_be(case, one, other)
            for found in (one, other)
        ]
    known = list(_facts(case, among)) if among else []
    taken: set[int] = set()
    for _, pair in sorted(_pairs(case, known), key=lambda fit: -fit[0]):
        for own, (found, place), other in pair:
            if found.start not in taken:
                taken.add(found.start)
                yield _best(known, own, place, other).given, found


_Said = tuple[Found, _Place]
_Strayed = tuple[_Fact, _Said, _Fact]
"""A fact, where the paper has it, and the fact in whose place it stands there."""


def _pairs(case: Case, known: list[_Fact]) -> Iterator[tuple[int, tuple[_Strayed, _Strayed]]]:
    for one, other in combinations(known, 2):
        if not _alike(one, other):
            continue
        for said, twin in product(one.said, other.said):
            mine, its = _fits(said[1], other.told, one.told), _fits(twin[1], one.told, other.told)
            fits = mine + its >= _LEAST and bool(case.expect)
            if min(mine, its) >= 0 and (fits or _cannot_be(case, said[0], twin[0])):
                yield mine + its, ((one, said, other), (other, twin, one))


def _best(known: list[_Fact], own: _Fact, place: _Place, other: _Fact) -> _Fact:
    """Which fact fits a place best: of three that went round, or two of the same things, it need not be the other of the pair."""
    alike = (one for one in known if _alike(one, own))
    return max(alike, key=lambda one: (_fits(place, one.told, own.told), one is other))


def _alike(one: _Fact, other: _Fact) -> bool:
    """Whether the two can stand for each other, and aren't the same."""
    first, last = one.given.fact, other.given.fact
    return _sort(first.kind) == _sort(last.kind) and first.value != last.value


def _sort(kind: str) -> str:
    return "count" if kind in COUNTS and kind != "amount" else kind


def _facts(case: Case, among: list[Found]) -> Iterator[_Fact]:
    """The given facts that the paper says among these."""
    if len(case.found) > _MOST:
        return
    shown = facts.find(case.shown)
    for one in given(case):
        if not one.expected or (one.fact.kind not in COUNTS and one.fact.kind != "date"):
            continue
        said = [found for found in among if facts.same(one.fact, found) and not _ITEM.match(case.text, found.start)]
        if not said:
            continue
        told = [_around(text, found) for text, found, *_ in one.told]
        told += [_around(case.shown, found) for found in shown if facts.same(one.fact, found)]
        if one.field == "deadline":
            told.append(_UNTIL_THEN)
        if told:
            yield _Fact(one, _all(told), tuple((found, _around(case.text, found)) for found in said[:_OFTEN]))


def _all(places: list[_Place]) -> _Place:
    return _Place(*(frozenset().union(*kinds) for kinds in zip(*places, strict=True)))


def _around(text: str, found: Found) -> _Place:
    lead = _BREAK.split(text[max(0, found.start - _FAR) : found.start].rstrip(" :=-–"))[-1]
    end = _WORDED.match(text, found.end).end()  # type: ignore[union-attr]
    tail = _BREAK.split(text[end : end + _FAR])[0]
    before, after = (
        [stem(word) for word in map(one_spelling, WORD.findall(words)) if word not in _EMPTY] for words in (lead, tail)
    )
    beside = {f"{word}…" for word in before[-1:]} | {f"…{word}" for word in after[:1]}
    if isinstance(found.value, date):
        cues = [
            cue[1].lower()
            for cue in (_CUES.match(text, end), _CUES_BEFORE.search(text, max(0, found.start - 40), found.start))
            if cue
        ]
        beside |= {
            *cues,
            *(f"{cue} {cue}" for cue in cues),
        }  # it tells a day's part more surely than any word: it counts twice
    return _Place(frozenset((*before, *after)), frozenset(beside))


def _fits(said: _Place, mine: _Place, other: _Place) -> int:
    """How much better what stands around a fact fits one place than another."""
    return _shared(said, mine, other) - _shared(said, other, mine)


def _shared(said: _Place, told: _Place, other: _Place) -> int:
    return len(said.words & (told.words - other.words)) + len(said.beside & (told.beside - other.beside))


def _cannot_be(case: Case, one: Found, other: Found) -> bool:
    """Whether the first of two is told as a whole of which the other is a part, and is less; or a span ends before it begins."""
    first, last = sorted((one, other), key=lambda found: found.start)
    between = case.text[first.end : last.start]
    if any(found.kind in COUNTS for found in case.within(first.end, last.start)):
        return False
    if isinstance(first.value, date) and isinstance(last.value, date):
        return first.value > last.value and bool(_UNTIL.fullmatch(between))
    of = _PART.fullmatch(between) or (
        _OF.search(case.text, max(0, first.start - 20), first.start) and _NEXT.fullmatch(between)
    )
    return bool(of) and first.figure < last.figure
