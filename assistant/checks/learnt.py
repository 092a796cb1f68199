"""What a sentence sounds like where no list has its words, as learnt from marked sentences (bench/marked, `make learn`).

A linear model: each word of a sentence, the beginning of each word and each two beginnings side by side weigh for a fault or
against it (data/learnt.tsv). Everybody has the same weights, so the same text is told the same. What is found so is
inferred: a hint, and no mark stands on it, but where a sentence's place leaves no doubt.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, wraps
from itertools import pairwise
from math import sqrt
from pathlib import Path
from textwrap import shorten
from typing import Any

from assistant.checks.finding import Case, Spot, once
from assistant.checks.phrases import quoted, sentences, tokens

Check = Callable[[Case], Iterable[Spot]]

DATA = Path(__file__).parent / "data/learnt.tsv"
"""A line for each sign, and what it weighs for which codes; before them from which sum on a sentence is of a code."""
LEAST = "="
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
def _weights() -> tuple[dict[str, int], dict[str, list[tuple[str, int]]]]:
    """From which sum on a sentence is of a code, and what each sign weighs for the codes, in thousandths."""
    least: dict[str, int] = {}
    weights: dict[str, list[tuple[str, int]]] = {}
    for line in DATA.read_text(encoding="utf-8").splitlines()[1:]:  # the first tells what they were learnt from
        sign, *told = line.split("\t")
        pairs = [(code, int(weight)) for code, weight in (one.split(":") for one in told)]
        if sign == LEAST:
            least.update(pairs)
        else:
            weights[sign] = pairs
    return least, weights


@once
def _heard(case: Case) -> dict[str, list[tuple[int, int]]]:
    """The sentences that sound like a fault, by its code: each by what it is most like."""
    least, weights = _weights()
    heard: dict[str, list[tuple[int, int]]] = {}
    if case.instruction:  # an order to a model sounds like one
        return heard
    for line in case.document.lines:
        for start, end in sentences(case.text, line):
            shown = signs(case.text, start, end)
            sums: defaultdict[str, int] = defaultdict(int)
            for sign in shown:
                for code, weight in weights.get(sign, ()):
                    sums[code] += weight
            over = {
                code: weight / sqrt(len(shown)) - least[code]
                for code, weight in sums.items()
                if (code == SUBJECT) == (line.part == "subject")
            }
            best = max(over.values(), default=0)
            for code, sum_ in over.items():
                if sum_ > 0 and sum_ >= _NEARLY * best:
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
