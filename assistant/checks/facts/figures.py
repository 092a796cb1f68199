"""The figures of a paper that count something: without those that only name a thing, and what each of several has as one figure."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.finding import Case, once
from assistant.checks.given import is_number
from assistant.facts import Found

FIGURES = ("number", "amount", "small")
HINDI = "\u0900-\u0963"
END = f"(?![{HINDI}A-Za-z])"
_CALLED = re.compile(
    rf"(?:(?<![{HINDI}])(?:कक्षा|वार्ड|क्रमांक|क्र\.|संख्या|धारा|नियम|चरण|जोन|ज़ोन|वर्ष|समूह|ब्लॉक|ब्लाक|यूनिट|इकाई|सेक्टर|ग्रेड|कंडिका"
    r"|बिंदु|बिन्दु|प्रश्न|कॉलम|तालिका|सारणी|मद|भाग|खंड|खण्ड|श्रेणी|मार्ग|कक्ष|बूथ|केन्द्र क्रमांक|टीम|दल|गेट|सेल)(?: (?:क्र\.?|क्रमांक|संख्या|सं\.))?"
    r"|\b(?:class|ward|nos?\.?|sections?|rules?|phase|zone|grade|year|block|unit|sector|group|item|part|category|room|booth|team|gate|para|list|plan|day|type|module|form|points?|questions?|query|column|table|flag|serial|page|chapter|lot|package|km))"
    r"[ -]{0,2}$",
    re.IGNORECASE,
)
"""Before a figure that tells which one, not how many."""
_NO_COUNT = re.compile(
    rf"[ -]?(?:%|प्रतिशत|वर्षीय|साल|बजे|दिवसीय|वर्ष(?: (?:के|की|से|तक|का)){END}|per ?cent\b|years?\b|x ?[0-9])", re.IGNORECASE
)
_AGAIN = re.compile(
    r" ?(?:/[-=]?|=|\.-|-)? ?[\[(] ?(?:(?:अक्षरी|अक्षरों में|शब्दों में|कुल|in words|rupees|रु\.?|रुपये|रुपए|Rs\.?) ?[:.,-]? ?){0,3}",
    re.IGNORECASE,
)
"""Between a figure and its own words in a bracket."""
_RANGE = re.compile(r" ?(?:से|to|–|-) ?", re.IGNORECASE)
_TWICE = re.compile(
    rf"(?<![{HINDI}0-9/.])(?P<each>[{HINDI}]{{2,10}}+|[0-9]{{1,5}}+) ?[-–] ?(?P=each)(?![{HINDI}0-9/.-])"
)
_AND = re.compile(r",? (?:और|एवं|तथा|व|and|&) |, ?")
_GROUP_FAR = 160
_MOST = 10_000


@once
def figures(case: Case) -> list[Found]:
    """Every figure of the paper that counts, in order."""
    plain = [found for found in (*case.found, *_tied(case)) if found.kind in FIGURES and is_number(found.value)]
    plain.sort(key=lambda found: found.start)
    plain = [found for n, found in enumerate(plain) if not _only_names(case.text, plain, n)]
    spread = sorted(_spread(case, plain), key=lambda found: found.start)
    if not spread:
        return plain
    rest = [found for found in plain if not _held(found, spread)]
    return sorted((*rest, *spread), key=lambda found: found.start)


_TIED = re.compile(
    rf"\((?:(?: ?(?:और|एवं|तथा|व|and))? ?[{HINDI}A-Za-z.]{{2,30}}(?: [{HINDI}A-Za-z.]{{2,30}}){{0,2}} ?[-–] ?[0-9]{{1,5}} ?,?){{2,20}}\)"
)


def _tied(case: Case) -> Iterator[Found]:
    """Figures that a hyphen ties to what they count, in a bracket that lists them: (सीहोर-12, आष्टा-15)."""
    text = case.text
    for bracket in _TIED.finditer(text):
        for mark in case.within(*bracket.span()):
            if mark.kind == "mark" and text[mark.start : mark.end].isdigit():
                yield Found("number", int(text[mark.start : mark.end]), mark.start, mark.end)


def within(case: Case, start: int, end: int) -> list[Found]:
    """The counting figures that stand between two places."""
    starts = _starts(case)
    return figures(case)[bisect_left(starts, start) : bisect_left(starts, end)]


@once
def _starts(case: Case) -> list[int]:
    return [found.start for found in figures(case)]


def _held(found: Found, spread: list[Found]) -> bool:
    """Whether a figure is one of those that were taken together; they are few, and those before it end before it."""
    at = bisect_left(spread, found.start + 1, key=lambda one: one.start)
    return any(found.start < one.end for one in spread[max(0, at - 2) : at])


def _only_names(text: str, row: list[Found], n: int) -> bool:
    """Whether a figure tells which (वार्ड 4, class 6), how old, what share, from where to where, or says in words
    what was said in figures."""
    found = row[n]
    worded = not any(letter in "0123456789" for letter in text[found.start : found.end])
    if n and worded and _AGAIN.fullmatch(text, row[n - 1].end, found.start):
        return True
    if found.kind == "amount":
        return False
    if _CALLED.search(text, max(0, found.start - 24), found.start) or _NO_COUNT.match(text, found.end):
        return True
    beside = [(one, other) for one, other in ((n - 1, n), (n, n + 1)) if one >= 0 and other < len(row)]
    return any(
        row[one].figure < row[other].figure and _RANGE.fullmatch(text, row[one].end, row[other].start)
        for one, other in beside
    )


# --- what each of several has


_NAMES = re.compile(
    rf"(?P<names>[{HINDI}]{{2,20}}(?: ?, ?[{HINDI}]{{2,20}}(?: [{HINDI}]{{2,14}})?){{0,11}},? (?:और|एवं|तथा|व) [{HINDI}]{{2,20}})"
    rf" (?:[{HINDI}]{{2,14}} ){{0,3}}?(?:से|में|को|के लिए|हेतु|पर|के) (?:(?:कुल|प्रत्येक|मात्र) )?$"
)
_OF_SO_MANY = re.compile(
    rf" ?(?:[{HINDI}.]{{2,20}} ){{1,4}}?(?:से|में|को|के लिए|हेतु|पर|के|की ओर से) (?:(?:प्रत्येक|मात्र) (?:से |में |को )?)?"
)
_EACH_OF = re.compile(
    r" (?:[a-z]{2,20} ){0,3}each (?:in|from|at|to|of|for) (?:the )?"
    r"(?:(?P<names>[A-Z][a-z]{2,20}(?:, [A-Z][a-z]{2,20}){0,11},? (?:and|&) [A-Z][a-z]{2,20})"
    r"|(?P<many>[a-z0-9-]{1,12}) [a-z]{3,20})(?![A-Za-z])"
)


def _spread(case: Case, row: list[Found]) -> Iterator[Found]:
    """What each has, times how many there are: सीहोर एवं आष्टा से 14-14, आठ तहसीलों से चार-चार, four each from Durg and Raipur."""
    text, starts = case.text, [found.start for found in row]
    for twice in _TWICE.finditer(text):
        place = bisect_left(starts, twice.start())
        each = row[place] if place < len(row) and row[place].start < twice.end() else None
        if not each:
            continue
        start, _ = case.sentence(twice.start())
        before = row[bisect_left(starts, max(start, twice.start() - 60)) : place]
        if before and _OF_SO_MANY.fullmatch(text, before[-1].end, twice.start()):
            begin, many = before[-1].start, before[-1].figure
        elif names := _NAMES.search(text[max(start, twice.start() - _GROUP_FAR) : twice.start()]):
            begin = max(start, twice.start() - _GROUP_FAR) + names.start()
            many = Decimal(len(_AND.split(names["names"])))
        else:
            begin, many = twice.start(), Decimal(1)
        if 0 < many <= _MOST and many == int(many):
            yield Found(each.kind, many * each.figure if many > 1 else each.value, begin, twice.end())
    for found in row if "each" in text else ():
        said = _EACH_OF.match(text, found.end)
        if not said or found.kind == "amount":
            continue
        if said["names"]:
            many = Decimal(len(_AND.split(said["names"])))
        else:
            place = bisect_left(starts, said.start("many"))
            if place == len(row) or starts[place] != said.start("many"):
                continue
            many = row[place].figure
        if 1 < many <= _MOST:
            yield Found(found.kind, many * found.figure, found.start, said.end())
