"""The facts that a paper's writer was given: those of the brief and, in an exercise, those it expects."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any

from assistant import facts
from assistant.checks.finding import Case, once
from assistant.facts import Fact, Found, posts
from assistant.facts.names import is_title
from assistant.language.english import is_word
from assistant.language.numbers import one_spelling
from assistant.language.spelling import is_loan, is_ordinary

COUNTS = ("number", "amount", "days", "months", "small")
DAYS = ("date", "day", "month", "year", "fy", "impossible-date")
EXPECTED = ("number", "amount", "days", "months", "date", "day", "month", "time", "ref", "name")
"""Kinds that a paper has to convey where its brief has them; acts, posts, places and years may be worded away."""
HEAD = frozenset(
    "office number date place to through sender copies_to endorsement cc bcc submit_to flags file state tone serial attendees enclosures".split()
)
"""Fields that a form prints, not matter that has to be told: what is changed in them is a fault, what is left out is the form's affair."""
GROUPS = dict.fromkeys(COUNTS, "count") | dict.fromkeys(DAYS, "day") | {"place": "place", "post": "post"}


@dataclass(frozen=True)
class Given:
    """A fact of the brief, whether the paper has to convey it, and where it was told: each text, the place in it, its sentence."""

    fact: Fact
    expected: bool
    field: str
    told: tuple[tuple[str, Found, int, int], ...] = ()

    @cached_property
    def near(self) -> frozenset[str]:
        """The words around it there."""
        return frozenset().union(*(around(*place)[0] for place in self.told))

    @cached_property
    def unit(self) -> str:
        """What it counts there."""
        return around(*self.told[0])[1] if self.told else ""


@once
def given(case: Case) -> list[Given]:
    """The facts of the brief, each once; what an exercise expects is expected, and then nothing else."""
    first: dict[tuple[str, Any], Given] = {}
    for one in _given(case):
        key = (one.fact.kind, one.fact.value)
        if key in first:
            before = first[key]
            first[key] = replace(before, expected=before.expected or one.expected, told=before.told + one.told)
        else:
            first[key] = one
    if case.expect:
        marked = [_marked(case, fact) for fact in case.expect]
        rest = [
            replace(one, expected=False)
            for one in first.values()
            if not any(_equal(fact, one.fact) for fact in case.expect)
        ]
        return marked + rest
    return list(first.values())


def _marked(case: Case, fact: Fact) -> Given:
    """A fact that an exercise expects, with the words around it in the case as it was told: by them its place is known in the paper."""
    told = case.told_text
    places = []
    for found in case.known:
        if facts.same(fact, found):
            ends = [match.start() for match in _STOP.finditer(told, found.end, found.end + 80)]
            begins = [match.end() for match in _STOP.finditer(told, max(0, found.start - 80), found.start)]
            places.append((told, found, max(begins, default=0), min(ends, default=len(told))))
    places.sort(key=lambda place: not around(*place)[1])  # what it counts is told where any of them tells it
    return Given(fact, True, "expect", tuple(places))


def _equal(one: Fact, other: Fact) -> bool:
    return facts.same(one, Found(other.kind, other.value, 0, 0))


def _given(case: Case) -> Iterator[Given]:
    """Fact by fact: a paper's number as a reference, a person's name, else what a text says, as of an act cited with its sections.
    The scenario's are known, not expected."""
    at = place = 0
    for name, text in case.told:
        field, _, part = name.rpartition(".")
        field = (field or part).partition(".")[0]
        end = at + len(text)
        held: list[Found] = []
        while place < len(case.known) and case.known[place].start < end:
            held.append(case.known[place])
            place += 1
        expected = bool(field) and field not in HEAD
        if part == "number" and not any(found.kind == "law" for found in held):
            fact = Fact(name, "ref", facts.fact(name, "ref", text).value, text)
            yield Given(fact, expected and bool(re.search("[0-9]", text)), field)
        elif part == "name" and field not in ("office", ""):
            yield Given(facts.fact(name, "name", text), False, field)
        elif field and part not in ("kind", "purpose", "state", "tone"):
            for found in held:
                here = Found(found.kind, found.value, found.start - at, found.end - at)
                yield _of_text(case, name, field, text, here, expected)
        at = end + 1


def _of_text(case: Case, name: str, field: str, text: str, found: Found, expected: bool) -> Given:
    same_script = is_hindi(text) == (case.language == "hi")
    must = expected and (found.kind in EXPECTED or (found.kind == "law" and same_script and _is_provision(found)))
    small = found.kind == "small" and (found.figure >= 5 or _LASTS.match(text, found.end))
    must = must or bool(expected and small)
    must = must and not (field == "references" and found.kind in ("number", "name"))
    must = must and not _CLAUSE.match(text, found.end)
    must = must and name != "puc.text"  # a note tells what the letter wants, not all that it says
    fact = Fact(name, found.kind, found.value, text[found.start : found.end])
    return Given(fact, must, field, ((text, found, 0, len(text)),))


_CLAUSE = re.compile(r"\([0-9a-zक-ह]{1,3}\)")
"""After a number: it is a section, though nothing says so (transferred under 6(3))."""
_LASTS = re.compile(r"[ -]?(?:वर्षीय|वर्ष|साल|घंट|घण्ट|(?:years?|hours?)(?![A-Za-z]))")
"""After a small number: it tells how long, and is a fact like any other."""


def _is_provision(found: Found) -> bool:
    return isinstance(found.value, tuple) and found.value[0] != "act"


def printed(case: Case) -> tuple[str, tuple[Found, ...]]:
    """The words that the form itself prints, and the facts in them."""
    text = "\n".join(case.norm.words.values())
    return text, _found_in(text)


@lru_cache(128)
def _found_in(text: str) -> tuple[Found, ...]:
    return tuple(facts.find(text))


_HINDI = re.compile("[\u0904-\u0939]")


def is_hindi(text: str) -> bool:
    return bool(_HINDI.search(text))


WORD = re.compile("[A-Za-z\u0900-\u0963\u0970-\u097f]{2,40}")


@once
def told_words(case: Case) -> dict[str, str]:
    """The words of all that the writer was told, each by its one spelling."""
    return {one_spelling(word): word for word in dict.fromkeys(WORD.findall(case.told_text))}


def may_be_name(word: str) -> bool:
    """Whether a word is no word of the language, of no post's name, and no title before a name."""
    if is_title(word) or one_spelling(word) in posts.WORDS:
        return False
    if is_hindi(word):
        return len(word) > 2 and not is_ordinary(word) and not is_loan(word)
    return len(word) > 2 and word[0].isupper() and not word.isupper() and not is_word(word.lower())


@once
def told_names(case: Case) -> frozenset[str]:
    """The words of all that was told that can be a name, in their one spelling: no word of the language, or told to be a place's."""
    placed = [text for name, text in case.told if name.rpartition(".")[2] == "place"]
    placed += [str(one.value) for one in case.known if one.kind == "place"]
    names = [one for one, word in told_words(case).items() if may_be_name(word)]
    return frozenset((*names, *map(one_spelling, WORD.findall(" ".join(placed)))))


_STOP = re.compile("[।;\n]|[.?] ")
_EMPTY = frozenset(
    "के का की को में से पर ने है हैं एवं और तथा व या तक इस उक्त दिनांक रु रुपये कुल the of in to and for is are be by on at an no rs dated total".split()
)


_COUNTED = re.compile("[ /=-]{0,3}([A-Za-z\u0900-\u0963\u0970-\u097f]{2,40})")
"""After a fact: the word that tells what it counts."""
_ENDING = re.compile("(?:ियों|ियाँ|ियां|ाओं|ों|ें|es|s)$")


@lru_cache(4096)
def _stem(word: str) -> str:
    """The beginning of a word, without its plural: what two forms of it share."""
    return _ENDING.sub("", one_spelling(word))[:6]


@lru_cache(512)
def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that say something."""
    return frozenset(
        stem
        for word in WORD.findall(text)
        if word.lower() not in _EMPTY and len(stem := _stem(word)) > 2 and stem not in _EMPTY
    )


def around(text: str, found: Found, start: int, end: int) -> tuple[frozenset[str], str]:
    """The stems of the words around a fact in its sentence, and that of the word right after it: what it counts."""
    words = [_stem(word) for word in WORD.findall(text, max(start, found.start - 60), found.start)]
    words += [_stem(word) for word in WORD.findall(text, found.end, min(end, found.end + 60))]
    after = _COUNTED.match(text, found.end, end)
    unit = _stem(after[1]) if after else ""
    return frozenset(words) - _EMPTY, "" if unit in _EMPTY else unit


def counts_the_same(case: Case, one: Given, found: Found) -> bool:
    """Whether a figure of the paper counts what a given one does, by the word after both: 7 टैंकर and 8 टैंकर."""
    unit = around(case.text, found, *case.sentence(found.start))[1]
    return bool(unit) and unit == one.unit


def is_number(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)
