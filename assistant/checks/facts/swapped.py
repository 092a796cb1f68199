"""A name of the brief in whose place the paper has another: the same words stand around it, or both are told to be places in one way."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from assistant.checks.finding import Case, once
from assistant.checks.given import DAYS, HEAD, WORD, Given, is_hindi, may_be_name, printed, told_names, told_words
from assistant.checks.likeness import distance, said_words, spelled
from assistant.checks.people import is_name, named_after_posts
from assistant.checks.phrases import inside
from assistant.facts import Fact, Found
from assistant.facts.names import name_words, same_word
from assistant.language.numbers import one_spelling
from assistant.language.words import rows

_BESIDE = 3
"""So many words in a row beside it are the same; before and after it, taken together."""
_SURE = 5
"""As many where the paper has the right name somewhere else."""
_LONGEST_TEXT = 4000
_MOST = 40
"""So many unknown names a paper may have; one with more is no paper, and must keep nobody waiting."""
_SHORT = 5
"""Letters of a name that two slips make another."""

_Word = tuple[str, str, int, int]
"""A word as it is compared, as it is written, and its place."""


_PLACES = frozenset(
    map(
        one_spelling,
        "ग्राम गाँव पंचायत तहसील विकासखंड विकासखण्ड ब्लॉक थाना जिला जिले नगर कस्बा मौजा बस्ती मजरा परिषद village tehsil taluka block district town".split(),
    )
)
"""What says beside a name that it is a place's."""
_WHERE = frozenset(map(one_spelling, "में से at in near to from".split()))
"""What says so too where the brief's place stands nowhere in the paper."""
_LANGUAGES = frozenset(
    map(
        one_spelling,
        "hindi english urdu sanskrit marathi bundeli chhattisgarhi devanagari उर्दू संस्कृत मराठी बुंदेली छत्तीसगढ़ी देवनागरी".split(),
    )
)
"""What is written in, and lies nowhere: "in Hindi"."""


def swapped(case: Case) -> Iterator[tuple[Given, Found, bool]]:
    """What the brief names, the name that the paper has instead, and whether nothing else can be meant."""
    have = said_words(case)
    said, strange = _strange(case)
    others = _others(case)
    best: dict[int, tuple[bool, bool, str, _Word]] = {}
    for name, text in case.told if strange else ():
        field = _field(name)
        if not field or field in HEAD or is_hindi(text) != (case.language == "hi") or len(text) > _LONGEST_TEXT:
            continue
        given = _words(text)
        for at, word in enumerate(given):
            stands = word[0] in have
            for n in strange if may_be_name(word[1]) else ():
                beside = _alike(given, at, said, n) >= (_SURE if stands else _BESIDE)
                found = (stands or not beside, stands, name, word)
                if stands and inside(said[n][2], others):
                    continue
                likely = beside or _ways(given, at, not stands) & _ways(said, n, not stands)
                if likely and found < best.get(n, (True, True, "~", word)):
                    best[n] = found
    for n, (unsure, _, name, word) in best.items():
        fact = Fact(name, "place", word[1], word[1])
        yield Given(fact, True, _field(name)), Found("place", said[n][1], *said[n][2:]), not unsure


def _others(case: Case) -> list[tuple[int, int]]:
    """Where the paper names persons of whose names no word was told: beside the right one they stand for nobody."""
    told = told_words(case)
    return [
        (one.start, one.end)
        for one in case.found
        if one.kind == "name" and isinstance(one.value, tuple) and told.keys().isdisjoint(one.value)
    ]


def strangers(case: Case) -> Iterator[Found]:
    """Names that the paper tells to be a place's, and nobody gave."""
    said, strange = _strange(case)
    for n in strange:
        place = _ways(said, n, alone=True) and (said[n][1].isascii() or said[n][0] in _towns() or is_name(said[n][1]))
        if place or _ways(said, n, alone=False):
            yield Found("place", said[n][1], *said[n][2:])


@cache
def _towns() -> frozenset[str]:
    """Every town and district that we know of."""
    return frozenset(
        one_spelling(word) for row in rows("places.txt") for cell in row for word in re.split("[ /]", cell)
    )


def strange_posts(case: Case) -> Iterator[Found]:
    """Posts in the matter that neither the brief has nor the form prints."""
    known = {one.value for one in (*case.known, *printed(case)[1])}
    for line in case.body:
        yield from (one for one in case.within(line.words, line.end) if one.kind == "post" and one.value not in known)


@once
def _strange(case: Case) -> tuple[list[_Word], list[int]]:
    """The words of the paper, and which of them are names that the brief doesn't have."""
    told = told_words(case)
    said = spelled(case)
    days = [(one.start, one.end) for one in case.found if one.kind in DAYS]
    strange = (
        n
        for n, word in enumerate(said)
        if word[0] not in told and word[0] not in _LANGUAGES and may_be_name(word[1]) and not _is_cut(case, word)
    )
    return said, [
        n
        for n in islice(strange, _MOST)
        if not inside(said[n][2], days)
        and not any(_is_near(said[n][0], one, 1 + may_be_name(word)) for one, word in told.items())
        and not any(same_word(said[n][0], name) for name in told_names(case))
    ]


def _is_near(word: str, given: str, slips: int) -> bool:
    """Whether a word is but a spelling of a given one, which is told as that: two slips make a short one another."""
    off = 1 if len(word) < _SHORT else slips
    return abs(len(word) - len(given)) <= off and distance(word, given, off) <= off


def _field(name: str) -> str:
    return (name.rpartition(".")[0] or name).partition(".")[0]


def _ways(words: list[_Word], at: int, alone: bool) -> set[str]:
    """How a name is told to be a place's; where the paper has no other of the brief's names for it, any word for a place says so."""
    before, after = (words[beside][0] if 0 <= beside < len(words) else "" for beside in (at - 1, at + 1))
    ways = {before, after} & _PLACES
    return {""} if alone and (ways or {before, after} & _WHERE) else ways


def _words(text: str) -> list[_Word]:
    return [(one_spelling(match[0]), match[0], *match.span()) for match in WORD.finditer(text)]


def _is_cut(case: Case, word: _Word) -> bool:
    """Whether a Hindi word is only the beginning of one: कि.ग्रा. for किलोग्राम."""
    return is_hindi(word[1]) and case.text[word[3] : word[3] + 1] == "."


def _alike(given: list[_Word], at: int, said: list[_Word], n: int) -> int:
    """How many words in a row are the same before and after two places."""
    same = 0
    for step in (-1, 1):
        one, other = at + step, n + step
        while 0 <= one < len(given) and 0 <= other < len(said) and given[one][0] == said[other][0] and same < _SURE:
            same, one, other = same + 1, one + step, other + step
    return same


def unannounced(case: Case) -> Iterator[Found]:
    """Persons named after a post without a title, whom nobody gave."""
    posts = [found.end for found in case.found if found.kind == "post"]
    for line in case.body if case.told else ():
        inside = [at for at in posts if line.words < at < line.end]
        for start, end in named_after_posts(case.text, inside, line.words, line.end):
            words = name_words(case.text[start:end])
            if not any(same_word(word, name) for word in words for name in told_names(case)):
                yield Found("name", words, start, end)
