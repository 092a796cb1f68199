"""Whether something was left standing that isn't the office's own."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from assistant.checks.finding import Case, Spot
from assistant.checks.instructions import orders, outside
from assistant.checks.phrases import data, find, has, phrases, sentence, sentences, tokens
from assistant.forms.document import Line
from assistant.forms.template import BLANK
from assistant.language import krutidev

# --- chatter


def chatter(case: Case) -> Iterator[Spot]:
    """Words of an assistant about what it has written."""
    lines = case.document.lines
    for at, line in enumerate(lines):
        told = set(_first_person(case, line)) if at < _EDGE or at >= len(lines) - _EDGE else set()
        unsure: set[tuple[int, int]] = set()
        if (
            outside(case, at)
            and not orders(case.text[line.start : line.end])
            and _SPEAKS.search(case.text, line.start, line.end)
        ):
            told.add((line.start, line.end))
        for found in find(case.text, phrases("leftover", "chatter"), line.start, line.end):
            start, end = sentence(case.text, line, found.start)
            if found.start < line.words:
                start, end = line.start, line.end
            if found.row.get("made") and (
                not has(case.text, phrases("leftover", "made"), found.start, min(line.end, found.start + 200))
                or has(case.text, phrases("leftover", "instructions"), start, end)
            ):
                continue
            span = (min(start, found.start), max(end, found.end))
            told.add(span)
            inside = (
                found.row.get("made")
                and line.part == case.form.file.writes
                and line not in (case.body[0], case.body[-1])
            )
            if inside or (line.part == case.form.file.writes and not _of_drafting(case, *span)):
                unsure.add(span)
        for start, end in _joined(case.text, sorted(told)):
            yield Spot(start, end, severity="hint" if (start, end) in unsure else None)


def _of_drafting(case: Case, start: int, end: int) -> bool:
    """Whether a sentence of the paper's body speaks of a text and its making; an office itself may well ask to be let know."""
    return any(has(case.text, phrases("leftover", key), start, end) for key in ("drafting", "made"))


_SPEAKS = re.compile(
    r"(?<![\w\u0900-\u0963])(?:मैं|मुझे|मैंने|मेरे पास|मेरी|आप|आपक[ाीे]|आपको|यह ड्राफ्ट|यह प्रारूप|नीचे|चाहें|कहिए|बताइए)(?![\u0900-\u0963])|"
    r"\b(?:I|I'm|I've|me|my|you|your|draft|AI|below)\b|[:?]$"
)
"""Somebody speaks there, or leads over to what comes."""


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


# --- twice the same, and no end


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
    small = len(word) <= _SMALL or word in _goes_on() or word.startswith(_LINKS)
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
    return (
        10 * len(fewer) >= 7 * len(more)
        and fewer <= more
        and len(fewer) + len(figures) >= _ENOUGH
        and len(fewer) >= _ENOUGH - 1
        and bool(roots & _NOT) == bool(others & _NOT)
    )


_NOT = frozenset({"नहीं", "नही", "not", "no", "न"})
_ENOUGH = 4


@cache
def _goes_on() -> frozenset[str]:
    """Words after which a sentence goes on: postpositions, joining words, articles, auxiliaries."""
    rows = data("leftover")["open"]
    return frozenset(
        word.replace("\u0901", "\u0902") for row in rows for word in (*row.get("hi", ()), *row.get("en", ()))
    )


_ENDS_HI = re.compile(
    r"(?:^|[\s,])(?:है|हैं|हूँ|हूं|था|थे|थी|थीं|हो|होगा|होगी|होंगे|होंगी|चाहिए|चाहिये|जाए|जाये|जाय|जावे|जाएँ|जाएं|जायें|जावें|"
    r"गया|गये|गए|गयी|गई|गईं|हुआ|हुई|हुए|किया|की गई|दिया|लिया|रहा|रही|\S{1,20}(?:ें|एँ|एं|िए|िये|ए|ये|गा|गे|गी|ावे|ो)|प्रस्तुत|"
    r"प्रेषित|संलग्न|निरंक|सूचनार्थ|"
    r"\S{0,20}ार्थ|इति|शेष|सादर|धन्यवाद|जारी|अग्रेषित|नहीं|हेतु)$"
)
_PURPOSE = re.compile("(?:ार्थ|हेतु|शेष|सादर)$")
"""What a last line may end in that has something below it: अनुमोदनार्थ, and then who submits."""
_ITEM_MARK = re.compile(r"\(?(?:[0-9]{1,2}|[ivx]{1,4}|[a-z]|[अआइईक-ह])\)|[अआइईक-ह][-–] |[-–•●▪*] ")


def cut_off(case: Case) -> Iterator[Spot]:
    """The text, or a paragraph with another below it, stops in the middle of a sentence."""
    alone = case.document.given is not None and len({line.part for line in case.document.lines}) == 1
    body = case.body
    # Where no part was told apart, the end of it all is what can be judged.
    stopless = [line for line in body if not case.text.endswith(_STOPS, line.start, line.end)]
    for n, (line, after) in enumerate(pairwise(body)):
        below = case.text[line.end : after.start].count("\n") > 1
        only = stopless == [line] and len(body) >= _PARAGRAPHS  # all others end in a stop
        numbered = _PARAGRAPH.match(case.text, after.start, after.end) and line.words > line.start
        english = line.words == line.start and bool(_CAPITAL.match(case.text, after.start, after.end))
        goes_on = bool(_GOES_ON_BELOW.search(case.text, line.start, line.end))
        hangs = (line.words == line.start or len(case.words(line).split()) > _LONG_TEXT + 1) and bool(
            _HANGS.search(case.text, max(line.words, line.end - 60), line.end)
        )
        leads = (case.text[line.end - 1] in ":-–—" or bool(_FIRST.match(case.text, after.start, after.end))) and bool(
            after.words > after.start or _PARAGRAPH.match(case.text, after.start, after.end)
        )
        stopped = line.words == line.start and bool(_STOPPED.search(case.text, line.words, line.end))
        counted = _NEXT.match(case.text, after.start, after.end)  # 1.12 हेक्टेयर begins no paragraph
        wraps = not below and not counted and case.text[after.start].isdigit()
        if only and n and not (alone or leads or wraps or goes_on):
            yield from _cut(case, line, [one for one in body if one != line], alone=False, middle=True)
        elif below and not (alone or leads or goes_on) and (numbered or english or hangs or stopped):
            yield from _cut(case, line, body[:n] if numbered else [], alone=not numbered, middle=True)
    if body:
        yield from _cut(case, body[-1], body[:-1], alone)
    signed = case.lines("signature")
    apart = len(signed) > 1 and case.text[signed[0].end : signed[1].start].count("\n") > 1
    if apart and body and _RUNS.search(case.words(signed[0])):
        yield from _cut(case, signed[0], body, alone)
    last = case.document.lines[-1] if case.document.lines else None
    if last and last.part in ("copies", "enclosures") and _UNDONE.search(case.words(last)):
        yield Spot(*sentences(case.text, last)[-1])


_UNDONE = re.compile(
    r"(?: (?:कि|के साथ|हेतु|को) .*(?: (?:कि|और|तथा|एवं|जो|जिससे|ताकि|ताकि वह)|[ाेो]कर| करके)"
    r"|(?: [a-z]+){4} (?:the|a|an|of|and|or|to|with|that|which|be|by))$"
)
"""How a line for a copy ends whose sentence has more to say."""
_RUNS = re.compile(
    r"^(?!.*(?:राज्यपाल|राष्ट्रपति|आदेश|Governor|President|order)).*"
    r"(?: (?:से|में|को|ने|तक|पर|के साथ) |[\u0900-\u0963] के प्रति$|\b(?:may|will|shall|is|are|was|were|has|have)\b)"
)
"""By what a sentence, and no post, is known that the last of a paper's lines is."""


def _is_row(case: Case, line: Line) -> bool:
    """Whether a line is a row of a table, and no sentence."""
    source = case.document.source
    typed = source.given[slice(*source.span(line.start, line.end))]
    return line.look == "table" or "\t" in typed or len(_WIDE.findall(typed)) > 1


_WIDE = re.compile(r"\S {3,40}(?=\S)")


_ASIDE = re.compile(r"\s?\([^()\n]{1,40}\)\s?[।.]?$")
"""What a paragraph may have after its sentence: (पताका-ब)."""
_PARAGRAPH = re.compile(r"\(?[0-9]{1,2}[.)-]")
_NEXT = re.compile(r"\(?[0-9]{1,2}[.)-]\s")
_FIRST = re.compile(r"\(?[aAiIकअ][.)]")
"""The first item of a list: what stands above it leads to it, whatever it ends in ("It is hereby resolved that")."""
_HANGS = re.compile(
    r"(?:[\u0900-\u0963]{2,20}|[\d)]) (?:का|के|की|को|में|से|ने|और|तथा|एवं|कि|जो|जिस|जिसे|जिन|इस|उस|अपने|अपनी|द्वारा|कोई|किसी|ऐसे|ऐसी|जिससे|ताकि|क्योंकि|यदि|अतः)$|"
    r"[a-z,] (?:the|a|an|of|and|or|to|for|with|from|that|which|be|been)$"
)
"""A paragraph that ends in a word after which a sentence goes on."""
_PARAGRAPHS = 3
_GOES_ON_BELOW = re.compile("[;,] (?:and|or|तथा|और|एवं|या|अथवा)$")
"""How an item ends that has another below it."""
_STOPS = ("।", ".", "?", "!", ":", ":-", ";", "-", "–", ")", "|")
_STOPPED = re.compile("[\u0900-\u0963] ?।(?=[^।]*[\u0904-\u0963]$)")
"""A paragraph with a full stop inside and none at its end."""
_CAPITAL = re.compile("[A-Z][a-z]{0,20} [a-z]")
_CLAUSE = re.compile(
    r"\b(?:so that|which|because|although|whereas) (?:the|a|an|this|these|all|its|their)(?: [a-z]{2,15}){1,2}$"
)
"""A clause at the end of an English sentence that has nothing but its subject."""


def _listed_below(case: Case, line: Line) -> bool:
    """Whether items stand under a line that leads to them, in whatever part: to whom a copy goes, what is sent."""
    at = case.document.lines.index(line)
    below = case.document.lines[at + 1 : at + 2]
    return any(_PARAGRAPH.match(case.text, one.start, one.end) or one.look in ("copy", "address") for one in below)


def _cut(case: Case, line: Line, before: list[Line], alone: bool, middle: bool = False) -> Iterator[Spot]:
    own = case.text[line.words : line.end].rstrip()
    lists = own.endswith((":-", ": -", ":–", ":")) and _listed_below(case, line)
    if not own or own.endswith(BLANK) or lists or krutidev.is_legacy(own):
        return
    *others, (start, end) = sentences(case.text, line)
    words = tokens(case.text, start, end)
    bare = own.rstrip("\"”’' *_")
    if not words or bare[-1:] in "।॥?!" or (bare.endswith(".") and not bare.endswith("..")):
        return
    hindi = bool(re.search("[\u0904-\u0939]", words[-1][0]))
    in_word = bare[-1].isalnum() or "\u0900" <= bare[-1] <= "\u097f"
    a_copy = words[-1][0] == "प्रति" and not bare.endswith("के प्रति")
    waits = (in_word and words[-1][0] in _goes_on() and not a_copy) or bool(_CLAUSE.search(bare[-80:]))
    if not middle:
        waits = waits or bare[-1] in ",;([–" or (bare[-1] == "-" and len(words) > 3)
    item = bool(_ITEM_MARK.match(case.text[line.start : line.end])) or (
        line.start != line.words and len(own.split()) < _LONG_TEXT
    )
    if (
        line.words > line.start and before and before[-1].words > before[-1].start
    ):  # the items before it have no full stop either
        above = case.text[before[-1].words : before[-1].end].rstrip("\"”' )")
        if above[-1:] not in ("।", ".", ";", ",", "?", "!"):
            return
    whole = [one for one in before if not _ITEM_MARK.match(case.text[one.start : one.start + 8])]
    texts = [case.text[one.words : one.end].rstrip("\"”' ") for one in whole]
    long = [text for text in texts if len(text.split()) >= _LONG_TEXT and not text[-1:].isdigit()]
    stops_in = ("।", ".", "?", "!", ":", ":-", ";")
    ends = [text.endswith(stops_in) or _ASIDE.sub("", text).endswith(stops_in) for text in long]
    stopped = bool(others) and case.text[others[-1][0] : others[-1][1]].endswith(("।", "॥", "?"))
    stops = (bool(ends) and all(ends[-2:])) or bool(others)
    enough = len(words) >= _LONG_TEXT - (sum(ends) > 1) or (stopped and len(words) > 1)
    below = middle or line is not case.document.lines[-1]
    ended = _ENDS_HI.search(bare) and (below or not _PURPOSE.search(bare))
    bare_noun = hindi and stops and not item and (not alone or (middle and stopped)) and enough and not ended
    if not (hindi or middle or item or alone) and in_word:
        after_full = bool(others) and case.text[others[-1][0] : others[-1][1]].endswith(".") and len(words) > 1
        long_enough = len(words) >= _LONG_TEXT + 2 * (sum(ends) < 2)
        bare_noun = after_full or (bool(ends) and all(ends) and long_enough)
    hangs = len(words) > 2 and words[-1][0] in _NEVER_LAST
    waits = waits and not (item and len(words) < _LONG_TEXT) and len(words) >= _CLOSE
    if (hangs or waits or bare_noun) and not _is_row(case, line):
        yield Spot(start, end, severity=None if hangs or waits else "hint")


_LONG_TEXT = 6
_NEVER_LAST = frozenset("the a an of and or के और तथा एवं कि".split())
"""Words in which not even an item of a list ends."""


CHECKS = {
    "leftover.chatter": chatter,
    "leftover.repeated": said_twice,
    "leftover.cut-off": cut_off,
}
