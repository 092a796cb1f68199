"""Whether something was left standing that isn't the office's own."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from assistant.checks.finding import Case, Spot
from assistant.checks.learnt import also_learnt
from assistant.checks.leftover.cut_off import goes_on
from assistant.checks.leftover.instructions import orders, outside
from assistant.checks.phrases import find, has, phrases, sentence, sentences, tokens
from assistant.forms.document import Line

# --- chatter


@also_learnt("leftover.chatter")
def chatter(case: Case) -> Iterator[Spot]:
    """Words of an assistant about what it has written."""
    lines = case.document.lines
    for at, line in enumerate(lines):
        told = set(_first_person(case, line)) if at < _EDGE or at >= len(lines) - _EDGE else set()
        unsure, sure = set[tuple[int, int]](), set[tuple[int, int]]()
        if outside(case, at) and not orders(case.text[line.start : line.end]):
            speaks = _SPEAKS.search(case.text, line.start, line.end)
            if speaks or not _PRINTED.search(case.text, line.start, line.end):
                told.add((line.start, line.end))
                if not speaks:
                    unsure.add((line.start, line.end))
        for found in find(case.text, phrases("leftover", "chatter"), line.start, line.end):
            start, end = sentence(case.text, line, found.start)
            if found.start < line.words:
                start, end = line.start, line.end
            if found.row.get("made") and (
                not has(case.text, phrases("leftover", "made"), found.start, end)
                or has(case.text, phrases("leftover", "instructions"), start, end)
            ):
                continue
            span = (min(start, found.start), max(end, found.end))
            told.add(span)
            inside = line.part == case.form.file.writes and not (
                found.row.get("made") and line in (case.body[0], case.body[-1])
            )
            if found.row.get("sure"):
                sure.add(span)
            elif inside:
                unsure.add(span)
        for start, end in _joined(case.text, sorted(told)):
            own_words = {span for span in told if start <= span[0] and span[1] <= end}
            yield Spot(start, end, severity="hint" if own_words <= unsure - sure else None)


_SPEAKS = re.compile(
    r"(?<![\w\u0900-\u0963])(?:मैं|मुझे|मैंने|मेरे पास|मेरी|आप|आपक[ाीे]|आपको|यह ड्राफ्ट|यह प्रारूप|नीचे|चाहें|कहिए|बताइए)(?![\u0900-\u0963])|"
    r"\b(?:I|I'm|I've|me|my|you|your|draft|AI|below)\b|[:?]$"
)
"""Somebody speaks there, or leads over to what comes."""


_PRINTED = re.compile(r"\bgenerated\b|signature|कंप्यूटर|कम्प्यूटर|आदेश|प्रकाशन|प्रकाशनार्थ|\bpublication\b", re.IGNORECASE)
"""What a machine prints below a paper, a Government orders below its resolution, or newspapers are asked."""
_EDGE = 2
_I = re.compile(r"(?<![\w\u0900-\u0963.])(?:I|I['’](?:ve|m|ll|d)|मैं|मैंने|मुझे)(?![\w\u0900-\u0963.])")


def _first_person(case: Case, line: Line) -> Iterator[tuple[int, int]]:
    """A whole line above or below the paper in which somebody speaks of drafting it."""
    own = line.part == "unplaced" and _I.search(case.text, line.start, line.end)
    if own and has(case.text, phrases("leftover", "drafting"), line.start, line.end):
        yield line.start, line.end


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans with those made one that touch or overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


# --- twice the same


def said_twice(case: Case) -> Iterator[Spot]:
    """What stands twice; of a short sentence, which several points may well deserve, a hint."""
    for spot in repeated(case):
        short = len(tokens(case.text, spot.start, spot.end)) < _SET
        yield replace(spot, severity="hint") if short else spot


_LONG = 7
_CLOSE = 4
"""A sentence of so many words stands twice by no chance; one of fewer only right after itself."""


def repeated(case: Case) -> Iterator[Spot]:
    """A sentence or a paragraph that stands twice, as it is or nearly so, or with a label or a place before it. Set phrases may."""
    seen: dict[tuple[str, ...], _Span] = {}
    labelled: dict[tuple[str, ...], _Span] = {}
    recent: list[tuple[_Said, _Span]] = []
    before: tuple[str, ...] = ()
    again: list[tuple[_Span, _Span]] = []
    """Each with where it stood first."""
    for line in case.lines(case.form.file.writes, "unplaced"):
        for start, end in sentences(case.text, line):
            words = tuple(word for word, _, _ in tokens(case.text, start, end))
            said = _said(words)
            beside = words == before
            first = (
                (seen.get(words) or labelled.get(words))
                if len(words) >= _LONG or (len(words) >= _CLOSE and beside)
                else None
            )
            if not first:
                first = next((seen[tail] for tail in _tails(words) if tail in seen), None)
            if not first:
                first = next((span for other, span in recent[-_NEAR:] if _alike(said, other)), None)
            ended = case.text[start:end].rstrip("\"”') ").endswith(("।", ".", "?", "!"))
            if first and ended and (beside or not _is_formula(case.text, start, end, words)):
                if again and not case.text[again[-1][0][1] : start].strip():
                    (began, _), (first_began, _) = again[-1]
                    again[-1] = (began, end), (first_began, first[1])
                else:
                    again.append(((start, end), first))
            seen.setdefault(words, (start, end))
            labelled.update(dict.fromkeys(_tails(words), (start, end)))
            recent.append((said, (start, end)))
            before = words
    for (start, end), (first_start, first_end) in again:
        side_by_side = start - first_end >= 0 and not case.text[first_end:start].strip(_NUMBERS)
        yield Spot(first_start if side_by_side else start, end)


_Span = tuple[int, int]
_NUMBERS = " \t\r\n0123456789.)(-"
"""What may stand between two paragraphs that follow each other."""
_LABEL = 7
"""A label, or a press note's place and day, has so many words at most."""


def _tails(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The sentence without what may be a label before it."""
    return (words[at:] for at in range(1, min(_LABEL, len(words) - _LONG) + 1))


def _is_formula(text: str, start: int, end: int, words: tuple[str, ...]) -> bool:
    """Whether a sentence is no more than a set phrase and what it is said of."""
    return (
        len(words) <= _SET
        and not any(map(_is_figure, words))
        and has(text, phrases("leftover", "formulas"), start, end)
    )


_SET = 12
_NEAR = 12
"""So many sentences back one is looked for that says nearly the same."""
_ROOT = 5
_FIGURE = re.compile("[0-9\u0966-\u096f]")
_LINKS = ("जिस", "जिन", "इस", "उस")


_Said = tuple[frozenset[str], frozenset[str]]


def _said(words: tuple[str, ...]) -> _Said:
    """What a sentence says, whatever its small words and endings are: its other words by their beginnings, and its figures."""
    return frozenset(map(_root, words)) - {""}, frozenset(word for word in words if _is_figure(word))


@lru_cache(20_000)
def _root(word: str) -> str:
    """The beginning of a word; "" of a figure and of a small word."""
    small = len(word) <= _SMALL or word in goes_on() or word.startswith(_LINKS)
    return "" if small or _is_figure(word) else word[:_ROOT]


_SMALL = 2


@lru_cache(20_000)
def _is_figure(word: str) -> bool:
    return _FIGURE.search(word) is not None


def _alike(one: _Said, other: _Said) -> bool:
    """Whether two sentences say the same: the figures are the same, and the one has all words of the other and few besides.

    Where each has words of its own, they tell of two things in the same way.
    """
    (roots, figures), (others, other_figures) = one, other
    if figures != other_figures:
        return False
    fewer, more = (roots, others) if len(roots) <= len(others) else (others, roots)
    if 10 * len(fewer) < 7 * len(more) or len(fewer) < _ENOUGH - 1 or len(fewer) + len(figures) < _ENOUGH:
        return False
    apart = fewer - more
    return (
        len(apart) <= _BENT
        and all(any(_one_verb(one, another) for another in more - fewer) for one in apart)
        and bool(roots & _NOT) == bool(others & _NOT)
    )


_ENDINGS = ("e", "ed", "i", "in", "s", "es", "n")
"""What of -ed, -ing and -s is left of a word's beginning."""
_BENT = 2
"""So many words may be bent in another way."""
_BENDING = re.compile("[\u0901\u0902अ-औा-ौगतनयव]*")


def _one_verb(one: str, other: str) -> bool:
    """Whether two words are one verb in two forms: बनी, बनाई; मिला, मिलेगा; look, looked (their beginnings: look, looke)."""
    short, long = sorted((one, other), key=len)
    if short.isascii():
        return len(short) > _SMALL and long.startswith(short) and long[len(short) :] in _ENDINGS
    stem = one.rstrip("\u0901\u0902ािीेोईए")
    return len(stem) > 1 and one > "\u0900" and other.startswith(stem) and bool(_BENDING.fullmatch(other, len(stem)))


_NOT = frozenset({"नहीं", "नही", "not", "no", "न"})
_ENOUGH = 4


CHECKS = {
    "leftover.chatter": chatter,
    "leftover.repeated": said_twice,
}
