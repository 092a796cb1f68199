"""Which figures a stated total is of: what is clearly listed with it, before it or after it, in its sentence or the one before.

In doubt nothing is said: what is listed has to be alike, and a sum far off is of other things than the total.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from assistant.checks.facts.alike import LETTER, NO_PARTS, Item, alike, halved
from assistant.checks.facts.figures import END, FIGURES, HINDI, within
from assistant.checks.finding import Case, once
from assistant.facts import Found
from assistant.forms.phrases import KINDS


class Claim(NamedTuple):
    """A figure, and the figures whose sum it has to be."""

    total: Found
    parts: list[Decimal]
    held: tuple[Found, ...] = ()
    """The figures as the paper has them."""
    place: tuple[int, int] | None = None
    """Where the whole statement stands, if no figure of it is the total."""
    sure: bool = True
    """Whether nothing else can be meant."""


_BEFORE = re.compile(
    rf"(?<!{LETTER})(?:महायोग|कुल योग|योग|कुल मिलाकर|सब मिलाकर|मिलाकर|मिला ?कर|इस तरह|इस प्रकार|कुल|जोड़|यानी|यानि|अर्थात्?|grand total|totall?ing|totals?"
    r"|in all|altogether|that is,?|i\.e\.,?|making(?: in all| a total of| up)?|adds? up to|adding up to|sums? up to|comes? to|works? out to"
    rf"|amounts? to|amounting to|aggregat(?:es?|ing)(?: to)?|the whole|combined|together){END}",
    re.IGNORECASE,
)
"""Before a figure: it is a total."""
_AFTER = re.compile(
    rf"[ /=-]{{0,3}}(?:{LETTER}{{1,20}},?[ /=-]{{1,3}}){{0,5}}?(?:in all|altogether|in total|all told"
    rf"|all together|together|combined|put together|taken together|कुल मिलाकर){END}",
    re.IGNORECASE,
)
"""After a figure and what it counts: it is a total."""
_SOFT = re.compile(
    r"यानी|यानि|अर्थात्?|इस तरह|इस प्रकार|that is,?|i\.e\.,?|together|combined|the whole|comes?|works?|amounts?|amounting|making|मिलाकर|मिला कर",
    re.IGNORECASE,
)
_A_WORD = rf"(?:{LETTER}|[.₹'’]){{1,20}}"
_TO_FIGURE = re.compile(rf"[ :=(,–-]{{0,3}}(?:{_A_WORD}(?:[ :=(,–-]{{1,3}}{_A_WORD}){{0,4}})?[ :=(,–-]{{0,4}}")
_PARTED = re.compile(rf"[,;+।]|(?<!{LETTER})(?:तथा|एवं|और|व|and|&|plus){END}")
_OPENS = re.compile(
    r"(?:[ /=-]{0,3}[^():;।\n–0-9]{0,80}?)"
    rf"(?P<by>\(|:-?|[–—]| - |,? ?(?:जिनमें|जिसमें|जिनमे|यथा|अर्थात्?)(?! से){END} ?(?:से )?:?|में(?! से)(?= (?:[{HINDI}]{{2,14}} (?:के |की |में )?)?[0-9])"
    r"|,? ?(?<![A-Za-z])(?:in which|of whom|of which|including|comprising|comprises|consisting of|made up of|namely|viz\.?|i\.e\.|that is"
    r"|being|broken up as|made up as follows)(?![A-Za-z])[,:]?(?: of)?)"
)
"""Between a total and the list of its parts."""
_WORDED = re.compile(r"[ /=-]{0,4}\([^()\n]{3,160}\)")
_SOME = re.compile("में$|जिन|जिस|in which|of whom|of which|including", re.IGNORECASE)
"""After these all may not be listed."""
_LEAD = re.compile(
    r"(?:जिनमें|जिसमें|जिनमे|इनमें|इसमें|जहाँ|\b(?:in which|of whom|of which|including|comprising|comprises|consisting of|namely|viz\.?"
    r"|i\.e\.,?|that is|being|(?-i:(?<![A-Za-z])Of) [^,;:\n]{1,60},)|में से)\s?:?\s?(?:से\s)?",
    re.IGNORECASE,
)
"""Where a list begins, whatever was said before it."""
_NESTED = re.compile(
    r"\s?(?:और |तथा |and )?(?:जिनमें|जिसमें|जिनमे|इनमें|इसमें|in which|of whom|of which|out of whom|out of which|including|among them|among whom)",
    re.IGNORECASE,
)
"""A piece that so begins is a part of the piece before it, and no part of the total: 165 were present, including 71 women."""
_NEAR = (Decimal("0.5"), Decimal("1.45"))
"""How far from the total the sum of a sentence's list may be: further off, it is a list of something else."""
_TIGHT = Decimal("0.15")
"""How far where no word says that it is a total."""
_ALL = 3
"""So many of those in which it consists (जिनमें) may be all; of fewer, some may not be named."""
_SUM = 1000
"""A bare figure of that much may be rupees where the total is."""
_MOST = 40
"""More figures than this in one sentence are no list that a person wrote."""


def in_sentences(case: Case) -> Iterator[Claim]:
    """Totals that a word tells to be such, and figures that are shared out right after them."""
    told: set[int] = set()
    for total, start, at, soft in totals(case):
        if total.start in told:
            continue
        told.add(total.start)
        items, some = _afters(case)[total.start]
        lists = [_before(case, start, at, total), items]
        yield from _wrong(case, total, lists, tight=soft or (some and len(items) < _ALL))
    parts: set[int] = set()
    for total in _all(case):
        if total.start not in told and total.start not in parts:
            items, some = _afters(case)[total.start]
            items = items if len(items) > 1 else _apposed(case, total, stretch(case, total.start)[1])
            if len(items) > 1:
                if (
                    sum(claimed(total, items).parts) == total.figure
                ):  # what makes up a right total is no total of the rest
                    parts.update(item.found.start for item in items)
                sure = not some or len(items) >= _ALL or halved(items)
                yield from (claim._replace(sure=sure) for claim in _wrong(case, total, [items], tight=True))


def _all(case: Case) -> Iterator[Found]:
    return iter(within(case, 0, len(case.text)))


def _wrong(case: Case, total: Found, lists: list[list[Item]], tight: bool) -> Iterator[Claim]:
    """The total with the list that it should be the sum of; nothing where it is that of any."""
    stated = total.figure
    if stated <= 0:
        return
    claims = []
    for whole in lists:
        said = len(whole) > 1 and whole[0].found.value == total.value  # fifteen posts, 6 here and 8 there, in all 15
        items = whole[1:] if said else whole
        if _single(items) or not alike(case.text, items, total):
            continue
        claim = claimed(total, items)
        parts = claim.parts
        if any(sum(parts[n:]) == stated for n in range(len(parts))) or any(
            sum(parts[:n]) == stated for n in range(1, len(parts))
        ):
            return
        added = sum(parts, Decimal(0))
        if stated not in parts and (_near(added, stated, tight) or _is_the_briefs(case, added, stated)):
            claims.append(claim)
    yield from claims[:1]


def _is_the_briefs(case: Case, added: Decimal, stated: Decimal) -> bool:
    """Whether the brief has the sum, and not what is stated."""
    given = {found.value for found in case.known if found.kind in FIGURES}
    return added in given and stated not in given and _near(added, stated, tight=False)


def _single(items: list[Item]) -> bool:
    """Whether a list is none: one figure, unless it stands for what several have."""
    return not items or (len(items) == 1 and not isinstance(items[0].found.value, Decimal))


def _near(added: Decimal, stated: Decimal, tight: bool) -> bool:
    if tight:
        return abs(added - stated) <= max(Decimal(2), _TIGHT * stated)
    return _NEAR[0] < added / stated < _NEAR[1]


# --- which figure is a total


@once
def totals(case: Case) -> tuple[tuple[Found, int, int, bool], ...]:
    """Each total that a word calls one, where its list may begin and has to end, and whether the word may mean something else."""
    return tuple(_totals(case))


def _totals(case: Case) -> Iterator[tuple[Found, int, int, bool]]:
    last = 0
    for total in _all(case):
        for cue in _BEFORE.finditer(case.text, max(last, total.start - _FAR), total.start):
            start, end = stretch(case, cue.start())
            soft = bool(_SOFT.fullmatch(case.text, cue.start(), cue.end()))
            leads = total.start < end and _TO_FIGURE.fullmatch(case.text, cue.end(), total.start)
            if leads and len(case.within(start, end)) <= _MOST:
                yield total, start, cue.start(), soft
        if _AFTER.match(case.text, total.end):
            start, _ = stretch(case, total.start)
            yield total, start, total.start, False
        last = total.end


_FAR = 80
"""How far before its figure a word stands that calls it a total."""


def stretch(case: Case, at: int) -> tuple[int, int]:
    """The bracket around a place in its sentence, where there is one, else the sentence."""
    start, end = case.sentence(at)
    opened = case.text.rfind("(", start, at)
    if opened < 0 or case.text.find(")", opened, at) >= 0:
        return start, end
    closed = case.text.find(")", at, end)
    return opened + 1, closed if closed >= 0 else end


# --- what is listed


def _before(case: Case, start: int, at: int, total: Found) -> list[Item]:
    """The last pieces before a total that hold one figure each; where there are none in its sentence, those of the sentence before."""
    text = case.text
    items = listed(case, start, at, total)
    if (
        not items
        and start > 1
        and text[start - 1] != "\n"
        and not within(case, start, at)
        and len(text[start:at].split()) < 8
    ):
        first, _ = case.sentence(start - 2)
        items = listed(case, first, start - 1, total)
    return items


def listed(case: Case, start: int, end: int, total: Found) -> list[Item]:
    """The last pieces of a stretch that hold one figure each of the total's kind, from the last colon or leading word on."""
    text = case.text
    for lead in _LEAD.finditer(text, start, end):
        if not _NESTED.match(lead[0]) or len(within(case, start, lead.start())) < 2:
            start = lead.end()
    items: list[Item] = []
    for piece in reversed(_pieces(case, start, end, total)):
        if not piece[2] and not items and len(text[piece[0] : piece[1]].split()) < 7:
            continue
        item = _item(text, *piece)
        if not item:
            break
        items.append(item)
    return items[::-1]


@once
def _afters(case: Case) -> dict[int, tuple[list[Item], bool]]:
    """What is shared out after each figure."""
    return {total.start: _after(case, total, stretch(case, total.start)[1]) for total in _all(case)}


def _after(case: Case, total: Found, end: int) -> tuple[list[Item], bool]:
    """What is shared out after a total, in a bracket, behind a colon, after जिनमें: all of it, or nothing; whether it may be a part only."""
    text = case.text
    begin = total.end
    if (worded := _WORDED.match(text, begin, end)) and not within(case, *worded.span()):
        begin = worded.end()
    opened = _OPENS.match(text, begin, end)
    money = total.kind == "amount"
    if not opened or any(
        money <= (found.kind == "amount") and found.kind != "small" for found in within(case, begin, opened.start("by"))
    ):
        return [], False
    if NO_PARTS.search(text, begin, opened.start("by")):
        return [], False
    closed = end
    if opened["by"] == "(":
        closed = text.find(")", opened.end(), end)
        if closed < 0:
            return [], False
    if opened["by"] == "में" and _WHOSE.search(text, begin, opened.start("by")):
        return [], False  # 15 पार्षदों की बैठक में 9
    items, whole = ahead(case, opened.end(), closed, total)
    return (items, bool(_SOME.search(opened["by"]))) if whole or opened["by"] != "(" else ([], False)


_WHOSE = re.compile(" (?:का|के|की) ")


def ahead(case: Case, start: int, end: int, total: Found) -> tuple[list[Item], bool]:
    """The first pieces of a stretch that hold one figure each of the total's kind, and whether they are all of it."""
    items: list[Item] = []
    for piece in _pieces(case, start, end, total):
        item = _item(case.text, *piece)
        if not item:
            return ([], False) if piece[2] else (items, False)
        items.append(item)
    return items, True


_COMMA = re.compile(r"[^():;।\n,0-9]{0,80}, ")
_THERE = re.compile(r"(?:at|in|from|of|for|to|on|under|by|with)\b", re.IGNORECASE)


def _apposed(case: Case, total: Found, end: int) -> list[Item]:
    """What follows a comma to the sentence's end, each figure with its own place: nine are out of order, five at Rasra and four at Bansdih."""
    comma = _COMMA.match(case.text, total.end, end)
    before = within(case, case.sentence(total.start)[0], total.start)
    if before and len(case.text[before[-1].end : total.start].split()) < _LISTED:
        return []  # it is one of a list itself
    if not comma or _THERE.match(case.text[total.end : comma.end()].lstrip()):
        return []
    if comma[0] == ", " and case.text.endswith(_OF, 0, total.start):
        return []  # आटे के 4, साबूदाने के 3 और तेल के 2: the first of a list
    items, whole = ahead(case, comma.end(), end, total)
    placed = all(_THERE.match(item.tail) or (item.head and item.head.split()[-1] in _CASES) for item in items)
    return items if whole and (placed or halved(items)) else []


_LISTED = 6
"""The figures of a list have fewer words between them."""
_CASES = frozenset("में से पर के की".split())
_OF = (" में ", " से ", " पर ", " के ", " की ")


def _pieces(case: Case, start: int, end: int, total: Found) -> list[tuple[int, int, list[Found]]]:
    """A stretch cut at its commas and joining words, each piece with its figures of the total's kind."""
    money = total.kind == "amount"
    held = [found for found in within(case, start, end) if found is not total]
    if held and all(
        (found.kind == "amount") != money for found in held
    ):  # Rs. 2,000, Rs. 3,000, in all 5,000; दो लाख, तीन लाख, कुल पाँच लाख रुपये
        held = [found for found in held if not money or found.figure >= _SUM]
    else:
        held = [found for found in held if (found.kind == "amount") == money]
    cuts = [start]  # lunch and tea Rs. 55,200 is one piece
    for match in _PARTED.finditer(case.text, start, end):
        joins = money and match[0] not in ",;+।" and len(cuts) > 1
        pair = joins and not any(cuts[-1] <= found.start for found in held if found.start < match.start())
        if not pair and not any(found.start <= match.start() < found.end for found in held):
            cuts += [match.start(), match.end()]
    cuts.append(end)
    places = list(zip(cuts[::2], cuts[1::2], strict=True))
    pieces = [(first, last, [found for found in held if first <= found.start < last]) for first, last in places]
    return [
        piece
        for n, piece in enumerate(pieces)
        if case.text[piece[0] : piece[1]].strip()
        and not (n and piece[2] and _NESTED.match(case.text, piece[0], piece[1]))
    ]


def _item(text: str, start: int, end: int, held: list[Found]) -> Item | None:
    held = [found for found in held if found.kind != "small"] or held  # the three shifts will have 110
    if len(held) != 1 or (held[0].kind == "small" and _ON_A_DAY.match(text, held[0].end)):
        return None
    head = text[start : held[0].start].rpartition(":")[2].strip(" \n(-–")
    return Item(held[0], head, text[held[0].end : end].strip(" \n।.:=)-–(/"))


_ON_A_DAY = re.compile(rf" (?:on |दिनांक )?(?:the )?{KINDS['date']}", re.IGNORECASE)
"""After a small number: one of them was on that day (एक 19 सितंबर को और दूसरी …), and nothing is added up."""


def in_halves(case: Case) -> Iterator[Claim]:
    """A count and, in the bracket after what it counts, how many of each sort."""
    for total in _all(case):
        items, _ = _afters(case)[total.start]
        if total.kind != "amount" and halved(items):
            yield claimed(total, items)


def claimed(total: Found, items: list[Item]) -> Claim:
    return Claim(total, [item.found.figure for item in items], tuple(item.found for item in items))
