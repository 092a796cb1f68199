"""Points of the brief that the paper passes over: nothing in it has the words and figures that only they have."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import itemgetter

from assistant.checks.facts.ledger import ledger
from assistant.checks.finding import Case, once
from assistant.checks.given import EXPECTED, GROUPS, HEAD, is_hindi, stems
from assistant.checks.phrases import sentences
from assistant.facts import Fact, Found

_ELSEWHERE = HEAD | {"subject", "references", "request", "puc", "deadline"}
"""Fields that other rules look after."""
_CLAUSE = re.compile(
    r"[;,।:](?![0-9])|\.(?<=[a-z0-9)][a-z0-9)]\.)(?<!\bNo\.)(?<!\bRs\.)(?<!\bDr\.)(?<!\bSmt\.) "
    r"| (?:और|तथा|एवं|जबकि|लेकिन|and|but|while) "
)
_LEAST = 2
"""So many words of its own make a point known."""
_VERBS = stems(
    "करेंगे जाएँ किए गए जाए करें होगा होगी होंगे होना करना करने रही रहे रहा देंगे देगा लेंगे चुका चुके shall been have has had were not must "
    "should they their इनमें जिनमें उसमें उनके लिए पूरी तरह सकते वाले जाएगा लगेंगे लिया देने"
)
"""Words that any sentence may have, or may do without."""
_SHARED, _FACT, _GIST = 0.4, 2, (0.4, 0.3)
"""What a word weighs that other points have too, and a fact; and how much of a point, or of a clause, stands together where it is
told."""
_LIST, _LISTED = 5, 0.6
"""A point of so many words of its own may be told all over the paper, as in an agenda or a table; so much of it then stands there."""

_start = itemgetter(0)

_Words = frozenset[Hashable]
"""The stems of words, and facts by their kind and value."""


@dataclass(frozen=True)
class _Point:
    """A point, or a clause of one, with the field that it stands in."""

    field: str
    text: str
    facts: tuple[Found, ...]
    """Their places are those in its text."""

    @cached_property
    def words(self) -> _Words:
        return stems(self.text) - _VERBS | {*map(_key, self.facts)}

    @property
    def kept(self) -> bool:
        """Whether it has facts that the ledger looks after. A post, a place or a year is none: it may be worded away."""
        return any(found.kind in EXPECTED for found in self.facts)

    def clauses(self) -> list["_Point"]:
        """Its clauses, where it has several."""
        cuts = [0, *(place for match in _CLAUSE.finditer(self.text) for place in match.span()), len(self.text)]
        places = [
            (start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=True) if self.text[start:end].strip()
        ]
        held = [tuple(found for found in self.facts if start <= found.start < end) for start, end in places]
        clauses = [
            _Point(self.field, self.text[start:end].strip(), facts)
            for (start, end), facts in zip(places, held, strict=True)
        ]
        return clauses if len(clauses) > 1 else []


def _key(one: Fact | Found) -> Hashable:
    return GROUPS.get(one.kind, one.kind), one.value


def passed_over(case: Case) -> Iterator[tuple[str, str, bool]]:
    """Each point, or clause of one, that the paper says nothing of, with the field that it stands in and whether that is sure: else
    it may be told in other words. None where an exercise says what it expects."""
    if case.expect or not case.brief:
        return
    points = list(_points(case))
    often = Counter(word for point in points for word in point.words)
    lost = {_key(entry.fact) for entry in ledger(case) if entry.fact and entry.became in ("dropped", "changed")}
    for point in points:
        field, _, part = point.field.rpartition(".")
        if (field or part).partition(".")[0] in _ELSEWHERE or is_hindi(point.text) != (case.language == "hi"):
            continue
        if point.text in case.text or not lost.isdisjoint(map(_key, point.facts)):
            continue  # it is there word for word, or that it isn't is told
        own = frozenset(word for word in point.words if often[word] == 1)
        if not _is_told(case, point, own, _GIST[0]):
            yield point.field, point.text, _is_sure(case, point, own)
            continue
        clauses = point.clauses()
        within = Counter(word for clause in clauses for word in clause.words)
        for clause in clauses:
            only = frozenset(word for word in own & clause.words if within[word] == 1)
            if not _is_told(case, clause, only, _GIST[1]):
                yield point.field, clause.text, not only & _said(case) and _is_sure(case, clause, only)


def _points(case: Case) -> Iterator[_Point]:
    at = place = 0
    for name, text in case.told:
        end, held = at + len(text), []
        while place < len(case.known) and case.known[place].start < end:
            found = case.known[place]
            held.append(Found(found.kind, found.value, found.start - at, found.end - at))
            place += 1
        if name:
            yield _Point(name, text, tuple(held))
        at = end + 1


def _is_told(case: Case, point: _Point, own: _Words, least: float) -> bool:
    """Whether a place of the paper has enough of a point; of what is no more than a word or two, nobody can say."""
    words = point.words
    if len(words) < _LEAST + (least == _GIST[1]):
        return True
    if len(own) <= _LEAST and least == _GIST[0]:
        least /= 2  # what it shares with the request or the subject may be all that has to be said
    weigh = {word: (_SHARED if word not in own else _FACT if isinstance(word, tuple) else 1) for word in words}
    told: dict[int, float] = defaultdict(float)
    for word in words:
        for place in _places(case).get(word, ()):
            told[place] += weigh[word]
    if max(told.values(), default=0) > least * sum(weigh.values()):
        return True
    return len(own) >= _LIST and sum(word in _places(case) for word in own) >= _LISTED * len(own)


@once
def _places(case: Case) -> dict[Hashable, list[int]]:
    """In which of the paper's places each word is said: a sentence and the one after it are one."""
    sides = [place for line in case.document.lines for place in sentences(case.text, line)]
    kept = sorted(
        ((entry.start, _key(entry.fact)) for entry in ledger(case) if entry.fact and entry.became == "kept"), key=_start
    )
    said = [
        stems(case.text[start:end])
        | {*map(_key, case.within(start, end))}
        | {key for _, key in kept[bisect_left(kept, start, key=_start) : bisect_left(kept, end, key=_start)]}
        for start, end in sides
    ]
    places: dict[Hashable, list[int]] = defaultdict(list)
    for n, (one, other) in enumerate(pairwise([*said, frozenset()])):
        for word in one | other:
            places[word].append(n)
    return places


@once
def _said(case: Case) -> frozenset[str]:
    return stems(case.text)


def _is_sure(case: Case, point: _Point, own: _Words) -> bool:
    """Whether no word of a point stands anywhere in the paper: where one does, the gist may be there."""
    words = stems(point.text) - _VERBS
    return not point.kept and len(own & words) > _LEAST and words.isdisjoint(_said(case))
