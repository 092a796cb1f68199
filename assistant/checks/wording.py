"""What a paper's words do: ask, propose, tell, spend (data/form.yaml), and where."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from assistant.checks.finding import Case
from assistant.checks.phrases import data
from assistant.forms.document import Line
from assistant.forms.phrases import LETTER, find

Place = tuple[int, int]

QUOTES = {"“": "”", "‘": "’", "«": "»", '"': '"'}
LONGEST_QUOTE = 1500


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    return {name: (*row["hi"], *row["en"]) for name, row in data("form").items()}


def listed(name: str) -> tuple[str, ...]:
    """The phrases of a list in both languages: a Hindi paper names an English rule, and the other way round."""
    return _lists()[name]


@lru_cache(128)
def _places(phrases: tuple[str, ...], text: str) -> list[Place]:
    return sorted(set(find(phrases, text)))


@lru_cache(128)
def _listed_places(name: str, text: str) -> list[Place]:
    return _places(listed(name), text)


def said(case: Case, phrases: Iterable[str] | str, start: int = 0, end: int | None = None) -> list[Place]:
    """Where a list's phrases, or these, are said between two places of the paper."""
    end = len(case.text) if end is None else end
    places = _listed_places(phrases, case.text) if isinstance(phrases, str) else _places(tuple(phrases), case.text)
    found = []
    for index in range(bisect_left(places, (start, 0)), len(places)):
        place = places[index]
        if place[0] >= end:
            break
        if place[1] <= end:
            found.append(place)
    return found


def sentences(case: Case, line: Line) -> Iterator[Place]:
    """The sentences of a line's own words."""
    at = line.words
    while at < line.end:
        _, end = case.sentence(at)
        end = min(max(end, at + 1), line.end)
        words = case.text[at:end]
        if words.strip():
            yield at + len(words) - len(words.lstrip()), at + len(words.rstrip())
        at = end


@lru_cache(8)
def _quoted(text: str) -> list[Place]:
    spans: list[Place] = []
    at = 0
    while at < len(text):
        opens = min((found for sign in QUOTES if (found := text.find(sign, at)) >= 0), default=-1)
        if opens < 0:
            break
        closes = text.find(QUOTES[text[opens]], opens + 1, opens + LONGEST_QUOTE)
        # A straight mark may stand for inches or a slip: what it quotes ends on its own line.
        if closes < 0 or (text[opens] == '"' and "\n" in text[opens:closes]):
            at = opens + 1
        else:
            spans.append((opens, closes))
            at = closes + 1
    return spans


def quoted(case: Case, at: int) -> bool:
    """Whether a place stands in quotation marks: somebody else's words."""
    return any(start < at < end for start, end in _quoted(case.text))


WORD = re.compile(f"[{LETTER}]{{1,40}}")
_SMALL = frozenset(
    "में से को का के की पर तक और एवं तथा हेतु लिए लिये इस उस यह वह जो कि ने भी ही तो हो है हैं जाए जाएँ जाएं जाये जायें जाय जावे जावें किया किए किये दी दिए करें कर करने "
    "कराए कराएँ कराएं कराई "
    "the a an of to in on for and or by with be may is are that this it its at from as please kindly should will shall made".split()
)


def stems(text: str) -> set[str]:
    """The words of a text that say something, without their endings."""
    return {stem(word) for word in WORD.findall(text.lower()) if word not in _SMALL}


@lru_cache(20_000)
def stem(word: str) -> str:
    """A word without its ending, as far as the ending may change."""
    return (
        word.replace("\u093c", "").replace("\u0901", "\u0902")[: max(3, min(5, len(word) - 1))]
        if not word.isdigit()
        else word
    )


def share_words(text: str, words: str) -> bool:
    """Whether a text has half of what tells these words from others."""
    wanted = stems(words)
    told = {stem(word) for word in WORD.findall(text.lower())}
    return bool(wanted) and 2 * len(wanted & told) >= len(wanted)
