"""What a sentence sounds like where no list has its words, as learnt from marked sentences (bench/marked, `make learn`).

A linear model: each word of a sentence, the beginning of each word and each two beginnings side by side weigh for a fault or
against it (data/learnt.tsv). Everybody has the same weights, so the same text is told the same. What is found so is
inferred: a hint, and no mark stands on it, but where a sentence's place leaves no doubt.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache, wraps
from itertools import pairwise
from math import sqrt
from pathlib import Path
from textwrap import shorten
from typing import Any

from assistant.checks.finding import Case, Spot, once
from assistant.checks.phrases import quoted, sentences, tokens

Check = Callable[[Case], Iterable[Spot]]

DATA = Path(__file__).parent / "data/learnt.tsv"
"""First from which sum on a sentence is of a code, a line for each code; then a line for each sign, and what it weighs for which
code by its place among them, in thousandths: `stem word<TAB>0:-213 4:96`."""
LEAST = "="
"""Begins a code's line."""
SUBJECT = "form.subject-weak"
"""The one code of subjects, and none of other lines."""
_STEM = 4
"""Letters by which a word is known in all its endings."""
_FEWEST = 2
"""Words of the shortest sentence that is judged."""
_NEARLY = 0.8
"""What a sentence sounds like nearly as much as what it sounds like most is told too: the order of the codes decides."""
_QUOTED = 40
"""Letters of it that its finding says again."""


def signs(text: str, start: int, end: int) -> set[str]:
    """What a sentence shows of itself: its words, their beginnings, and those side by side. A number is any number."""
    words = ["0" if any(map(str.isdigit, word)) else word for word, _, _ in tokens(text, start, end)]
    if len(words) < _FEWEST:
        return set()
    stems = [word[:_STEM] for word in words]
    return {*words, *(f"{stem}*" for stem in stems), *map(" ".join, pairwise(stems))}


@cache
def _learnt() -> tuple[dict[str, int], dict[str, str]]:
    """From which sum on a sentence is of a code, and each sign's line as it stands: of many thousand a paper needs a few hundred."""
    least: dict[str, int] = {}
    weights: dict[str, str] = {}
    for line in DATA.read_text(encoding="utf-8").splitlines()[1:]:  # the first tells what they were learnt from
        sign, *told = line.split("\t")
        if sign == LEAST:
            code, sum_ = told
            least[code] = int(sum_)
        else:
            weights[sign] = told[0]
    return least, weights


@lru_cache(20_000)
def _weights(sign: str) -> tuple[tuple[int, int], ...]:
    """What a sign weighs, for which codes by their places."""
    pairs = (one.split(":") for one in _learnt()[1].get(sign, "").split())
    return tuple((int(place), int(weight)) for place, weight in pairs)


@once
def _heard(case: Case) -> dict[str, list[tuple[int, int]]]:
    """The sentences that sound like a fault, by its code: each by what it is most like."""
    least = _learnt()[0]
    heard: dict[str, list[tuple[int, int]]] = {}
    if case.instruction:  # an order to a model sounds like one
        return heard
    for line in case.document.lines:
        for start, end in sentences(case.text, line):
            shown = signs(case.text, start, end)
            sums = [0] * len(least)
            for sign in shown:
                for place, weight in _weights(sign):
                    sums[place] += weight
            over = {
                code: sum_ / sqrt(len(shown)) - least[code]
                for code, sum_ in zip(least, sums, strict=True)
                if sum_ > 0 and (code == SUBJECT) == (line.part == "subject")
            }
            best = max(over.values(), default=0)
            for code, more in over.items():
                if more > 0 and more >= _NEARLY * best:
                    heard.setdefault(code, []).append((start, end))
    return heard


def _others_words(case: Case, start: int, end: int) -> bool:
    """Whether most of a sentence stands in quotation marks."""
    return 2 * sum(last - first for first, last in quoted(case.text, start, end)) > end - start


Place = Callable[[Case, int, int], bool]


def _anywhere(case: Case, start: int, end: int) -> bool:
    return True


def _nowhere(case: Case, start: int, end: int) -> bool:
    return False


def also_learnt(code: str, where: Place = _anywhere, sure: Place = _nowhere, **values: Any) -> Callable[[Check], Check]:
    """A check that tells, besides what it finds, the sentences that sound like its fault: those that `where` lets through, as hints,
    or as what the code is where `sure` says that their place leaves no doubt. `values` fill the words of its code."""

    def widened(check: Check) -> Check:
        @wraps(check)
        def told(case: Case) -> Iterator[Spot]:
            found = list(check(case))
            yield from found
            for start, end in _heard(case).get(code, ()):
                said = any(spot.start < end and start < spot.end for spot in found)
                if not said and not _others_words(case, start, end) and where(case, start, end):
                    words = shorten(case.text[start:end], _QUOTED, placeholder=" …")
                    spot = Spot(start, end, values={"word": words, **values})
                    yield spot if sure(case, start, end) else replace(spot, severity="hint")

        return told

    return widened
