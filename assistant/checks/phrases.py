"""What checks look for in running words: phrases out of data files, sentences, and what stands in quotation marks."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from assistant.forms import phrases as notation
from assistant.forms.document import Line

LETTER = f"[_{notation.LETTER}]"

WORD = re.compile(f"{LETTER}+(?:[-'’./]{LETTER}+)*")


@dataclass(frozen=True, eq=False)
class Phrases:
    """A list of phrases as a data file has it, each with its row."""

    rows: dict[str, dict[str, Any]]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(self.rows)


class Said(NamedTuple):
    """Where a text says a phrase of a list, and the phrase's row."""

    start: int
    end: int
    row: dict[str, Any]


@cache
def data(name: str) -> Any:
    """`data/<name>.yaml` as it stands."""
    text = unicodedata.normalize("NFC", (Path(__file__).parent / f"data/{name}.yaml").read_text(encoding="utf-8"))
    return yaml.load(text, yaml.CSafeLoader)


@cache
def phrases(name: str, key: str = "phrases") -> Phrases:
    """The phrases under a key of `data/<name>.yaml`: rows with `hi` or `en` (several phrases), `source` and what else a check reads."""
    rows: list[dict[str, Any]] = data(name)[key]
    return Phrases({words: row for row in rows for language in ("hi", "en") for words in row.get(language, ())})


def find(text: str, wanted: Phrases, start: int = 0, end: int | None = None) -> Iterator[Said]:
    """Where any of the phrases stands between two places, in the order of the list."""
    found, order = _found(text, wanted)
    if not found:  # as of most lists in most papers
        return iter(())
    end = len(text) if end is None else end
    first, last = bisect_left(order, (start,)), bisect_left(order, (end,))
    within = sorted(at for _, at in order[first:last])
    return (found[at] for at in within if found[at].end <= end)


@lru_cache(maxsize=64)
def _found(text: str, wanted: Phrases) -> tuple[list[Said], list[tuple[int, int]]]:
    """Where a text says the phrases of a list, whoever asks for which part of it; and their places in order, with those in the list."""
    found = [
        Said(match.start(), match.end(), wanted.rows[words]) for words, match in notation.matches(wanted.words, text)
    ]
    return found, sorted((one.start, at) for at, one in enumerate(found))


def has(text: str, wanted: Phrases, start: int = 0, end: int | None = None) -> bool:
    return next(find(text, wanted, start, end), None) is not None


_STOP = re.compile(r"[।॥?!]+[\"”'’)]*|\.(?=[\"”'’)]*(?:\s|$))")
_SHORT = re.compile(
    r"(?:^|[\s(/,-])(?:[A-Za-z]|(?-i:[A-Z][a-z])|\S{0,12}\.[^\s\d]{1,6}|[\u0904-\u0939][\u093a-\u094f]{0,2}|no|nos|shri|smt|dr|mr|mrs|ms|prof|"
    r"rs|sub|ref|encl|admn|estt|asstt|addl|dy|jt|engg|edn|regn|genl|secy|endt|vs|viz|etc|art|sec|para|govt|dept|dist|regd|fig|vol|pp|min|max|approx|dt|kum|col|capt|hon|"
    r"क्र|रु|रू|डॉ|लि|श्री|मो|दि|सं|पं|नं|पृ|अनु|क्रं|प्रो|मा|स्व|संवि|वि|जि|ता|प्र|शा|इं|कु|एम|बी|सी|डी|ई|एफ|जी|एच|आर|एस|टी|"
    r"एन|पी|के|यू|ए|ओ)$",
    re.IGNORECASE,
)
"""Words that a dot may follow inside a sentence."""


@lru_cache(maxsize=256)
def sentences(text: str, line: Line) -> tuple[tuple[int, int], ...]:
    """The sentences of a line, by their places; their stops are with them."""
    return tuple(_sentences(text, line))


def _sentences(text: str, line: Line) -> Iterator[tuple[int, int]]:
    start = line.words
    for stop in _STOP.finditer(text, line.words, line.end):
        if stop[0] == "." and (
            _SHORT.search(text, max(start - 1, stop.start() - 16, 0), stop.start())
            or _goes_on(text, stop.end(), line.end)
        ):
            continue
        if text[start : stop.end()].strip():
            yield _trimmed(text, start, stop.end())
        start = stop.end()
    if text[start : line.end].strip():
        yield _trimmed(text, start, line.end)


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether a small letter, a digit or a paper's date follows a dot: then it ended no sentence."""
    after = text[at : min(at + 10, end)].lstrip()
    return after[:1].islower() or after[:1].isdigit() or after.startswith("दिनांक")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def sentence(text: str, line: Line, at: int) -> tuple[int, int]:
    """The sentence of a line that a place stands in."""
    known = sentences(text, line)
    n = bisect_right(known, at, key=lambda span: span[1])
    return known[n] if n < len(known) else (line.words, line.end)


_QUOTED = re.compile(
    r"“[^“”\n]{1,600}”|\"[^\"\n]{1,600}\"|‘[^‘’\n]{1,600}’|«[^«»\n]{1,600}»|'(?<![^\s(\[]')[^'\n]{1,600}'(?!\w)"
)


@lru_cache(maxsize=256)
def quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What stands in quotation marks between two places: somebody else's words."""
    return [match.span() for match in _QUOTED.finditer(text, start, end)]


def inside(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a place is in one of these stretches."""
    return any(start <= place < end for start, end in spans)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, int, int]]:
    """The words of a text in small letters, with their places."""
    end = len(text) if end is None else end
    words, starts = _words(text)
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    if (first and words[first - 1][2] > start) or (first < last and words[last - 1][2] > end):
        return _read(text, start, end)  # a place in the middle of a word
    return words[first:last]


@lru_cache(maxsize=8)
def _words(text: str) -> tuple[list[tuple[str, int, int]], list[int]]:
    words = _read(text, 0, len(text))
    return words, [start for _, start, _ in words]


def _read(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    return [(_folded(match[0]), *match.span()) for match in WORD.finditer(text, start, end)]


def vocabulary(text: str) -> set[str]:
    """The same words, each once, wherever it stands."""
    return set(map(_folded, set(WORD.findall(text))))


@lru_cache(20_000)
def _folded(word: str) -> str:
    return word.lower().replace("\u093c", "").replace("\u0901", "\u0902")


def copied(words: list[str], source: list[str], run: int) -> list[bool]:
    """For each word whether it stands in a run of this many words that the source has too."""
    known = {tuple(source[at : at + run]) for at in range(len(source) - run + 1)}
    taken = [False] * len(words)
    until = 0
    for at in range(len(words) - run + 1):
        if tuple(words[at : at + run]) in known:
            for place in range(max(at, until), at + run):
                taken[place] = True
            until = at + run
    return taken
