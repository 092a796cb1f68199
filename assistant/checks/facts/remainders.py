"""What follows from two figures of a paper: what is left of a number when a part of it is told, and what so many cost at a rate.

In doubt nothing is said: the figures stand close together, of one thing, and no other figure stands among them.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from assistant.checks.facts.figures import FIGURES, within
from assistant.checks.facts.rests import either
from assistant.checks.facts.totals import Claim, stretch, totals
from assistant.checks.finding import Case
from assistant.facts import Found

_HINDI = "[\u0900-\u0963]"
_LETTER = "[A-Za-z\u0900-\u0963]"
_OF = re.compile(rf"\s?(?:(?:{_HINDI}|\.){{1,20}},?\s){{0,4}}?(?:(?:(?:जिन|इन|उन)?में|जिसमें) से|के विरुद्ध)(?!{_HINDI})")
_OUT_OF = re.compile(
    r"\b(?:of|out of|against|from among)\s(?:a |an |the |all the )?(?:total of |total |target of )?$", re.IGNORECASE
)
_RESTS = re.compile(
    rf"(?<!{_LETTER})(?:शेष|बाकी|बचे|बचे हुए|लंबित|लम्बित|रिक्त|अप्राप्त|अपूर्ण|remain(?:s|ed|ing)?|pending|awaited|left|not|outstanding|yet to"
    rf"|balance|rest|vacant)(?!{_LETTER})",
    re.IGNORECASE,
)
_AND = re.compile(rf"[,;]|(?<!{_LETTER})(?:तथा|एवं|और|व|जबकि|and|while|but)(?!{_LETTER})", re.IGNORECASE)
_BUT = re.compile(
    r"(?<!{L})(?:तथा|एवं|और|व|जबकि|किन्तु|किंतु|परन्तु|परंतु|पर|लेकिन|and|while|but|whereas)(?!{L})|;".replace("{L}", _LETTER),
    re.IGNORECASE,
)
_FAR = 220
_NAME = re.compile(r"\s?/?-?\s?([A-Za-z\u0900-\u0963]{2,30})")
_SMALL = frozenset("का की के को में पर है हैं थे रह से ने तथा एवं और are is were have had remain remained in of and".split())
_SLIP = Decimal("0.15")


def left_over(case: Case, counts: list[Found]) -> Iterator[Claim]:
    """Claims like "11 में से 7 पूर्ण हैं, शेष 4" and "of the eight, five have reached us, one is lost and two are awaited"."""
    text = case.text
    for whole in counts:
        begin, end = case.sentence(whole.start)
        end = _goes_on(case, whole, end)
        opened = _OF.match(text, whole.end, end)
        if not opened and not _OUT_OF.search(text, max(begin, whole.start - 40), whole.start):
            continue
        here = within(case, whole.start + 1, min(end, whole.start + _FAR))
        money = whole.kind == "amount"
        parts = [found for found in here if (found.kind == "amount") == money]
        if (
            len(parts) < 2
            or len(parts) > 6
            or not all(_AND.search(text, one.end, other.start) for one, other in pairwise(parts[:-1]))
        ):
            continue
        rest = parts[-1]
        edge = _AND.search(text, rest.end, end)
        around = text[parts[-2].end : min(edge.start() if edge else end, rest.end + 60)]
        left = _RESTS.search(around)
        sure = bool(left) and (
            bool(_RESTS.match(text, rest.end + 1))
            or _named(text, rest) in ("", *(_named(text, one) for one in (whole, *parts[:-1])))
        )
        values = [found.figure for found in (whole, *parts)]
        off = values[0] - sum(values[1:])
        if not sure:  # of 37, 29 were in order and 7 were not: there may be others
            if _BUT.search(text, parts[-2].end, rest.start) and abs(off) <= max(Decimal(2), _SLIP * values[0]):
                yield from either(whole, tuple(parts[:-1]), rest, sure=False)
            continue
        if (len(parts) == 2 and opened) or abs(off) <= max(Decimal(2), _SLIP * values[0]):
            yield from either(whole, tuple(parts[:-1]), rest)


_NOT_SO = re.compile(
    rf"\s?{_LETTER}{{2,30}}\s(?:(?:of|for|from|in|at|की|का|के|में|से|ने|को|पर)\s)?"
    r"(?:(?:(?:have|has|had|do|did|are|were|is|was) )?(?:not|yet to|pending|awaited)\b|(?:नहीं|शेष|बाकी|लंबित|लम्बित|अप्राप्त)(?![\u0900-\u0963]))",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:of (?:these|them|the rest|which|whom)|including|about|nearly|at least|over)\b|में से|इनमें|जिनमें|लगभग|करीब|से अधिक",
    re.IGNORECASE,
)
_FINE = Decimal("0.05")


def fell_apart(case: Case, counts: list[Found]) -> Iterator[Claim]:
    """A number of things, then how many are so and how many not: 1,280 houses. 1,105 houses have been seen, 175 houses have not."""
    text = case.text
    for whole, yes, no in zip(counts, counts[1:], counts[2:], strict=False):
        thing = _named(text, whole)
        if not thing or no.end - whole.start > _FAR or {_named(text, yes), _named(text, no)} != {thing}:
            continue
        clause = text[yes.end : no.start]
        parted = _AND.search(clause) and not re.search(r"[।.]\s|\n", clause)
        if parted and _NOT_SO.match(text, no.end) and not _SOME.search(text, whole.start, no.end):
            off = abs(yes.figure + no.figure - whole.figure)
            if off <= _FINE * whole.figure:
                yield Claim(whole, [yes.figure, no.figure], (yes, no), (whole.start, no.end))


_REST_NEXT = re.compile(rf"[^\n]{{0,{_FAR}}}?(?<!{_LETTER})(?:शेष|बाकी|remaining|balance|rest) $")


def _goes_on(case: Case, whole: Found, end: int) -> int:
    """The end of the sentence, or of the figure in the next that is called the rest."""
    text, after = case.text, within(case, whole.start + 1, whole.start + _FAR)
    if (
        len(after) > 1
        and after[0].end <= end <= after[1].start
        and _REST_NEXT.fullmatch(text, whole.end, after[1].start)
    ):
        return after[1].end + 1
    return end


def _named(text: str, found: Found) -> str:
    """The beginning of the word that a figure counts; "" where it names nothing."""
    match = _NAME.match(text, found.end)
    word = match[1].lower() if match else ""
    return "" if word in _SMALL else word[:4]


_TWICE = re.compile(
    rf"\s?(?:/-)?\s?(?:(?:a|an|per|each)\s[a-z]{{3,20}},?\s(?:a|an|per|each|every)\s[a-z]{{3,20}}\b|प्रति\s{_HINDI}{{2,20}},?\sप्रति)"
)
_TWICE_BEFORE = re.compile(
    rf"प्रति\s{_HINDI}{{2,20}},?\s(?:एवं\s)?(?:प्रति\s?{_HINDI}{{2,20}}|मासिक|दैनिक)[^।\n0-9]{{0,20}}$"
)


def _for_so_long(case: Case, times: Decimal, rate: Found) -> bool:
    """Whether a rate is for each and for each month or day, or two counts of the paper make as many times: 40 units for four months."""
    if _TWICE.match(case.text, rate.end) or _TWICE_BEFORE.search(case.text, max(0, rate.start - 60), rate.start):
        return True
    spans = {found.figure for found in case.found if found.kind in ("days", "months", "small") and found.figure > 1}
    counts = {one.figure for one in within(case, 0, len(case.text))}
    return any(times / span in counts for span in spans)


_PER = re.compile(rf"प्रति\s({_HINDI}{{2,20}})\s[^।\n0-9]{{0,20}}$")
_PER_AFTER = re.compile(rf"\s?(?:/-)?\s?(?:प्रति\s({_HINDI}{{2,20}})|(?:a|an|per|each)\s([a-z]{{3,20}})\b)")
_TOTAL = re.compile(
    r"(?:कुल|a fee of|fee of|total|totalling|in all|amounting to)[^।.\n0-9]{0,20}(?:Rs\.?|रु\.?|₹)?\s?$", re.IGNORECASE
)


_PLUS = re.compile(r"[^+=\n।;]{0,40}\+[^+=\n।;]{0,40}")
_EQUALS = re.compile(r"[^+=\n।;0-9]{0,30}(?<!/)=(?:(?!-)[^+=\n।;0-9]{0,20}|)")


def added_up(case: Case, counts: list[Found]) -> Iterator[Claim]:
    """A sum that is written out: 24,000 + 6,000 = 30,000."""
    row: list[Found] = []
    for one, other in pairwise(counts if "+" in case.text else ()):
        row = row or [one]
        if _PLUS.fullmatch(case.text, one.end, other.start):
            row.append(other)
            continue
        if len(row) > 1 and _EQUALS.fullmatch(case.text, one.end, other.start):
            yield Claim(other, [found.figure for found in row], tuple(row))
        row = []


_EACH = re.compile(r"प्रत्येक|हर |प्रति |की दर|\b(?:each|per|every|apiece|at the rate|at (?=Rs|₹))\b|@|×", re.IGNORECASE)
_MORE = re.compile(
    r"जीएसटी|कर सहित|अतिरिक्त|छूट|किराया (?:अलग|अति)|परिवहन|लगभग|करीब|अधिकतम|न्यूनतम|शेष|में से|\b(?:GST|tax\w*|extra|discount|freight|plus|about"
    r"|approximately|up to|not more than|at least|and an?)\b|(?:तथा|एवं|और) एक ",
    re.IGNORECASE,
)
_MOST, _NEAR = 10_000, (Decimal("0.5"), Decimal("1.45"))


_PRICE = re.compile(
    r"(?:की दर से|मूल्य|लागत|व्यय|राशि|cost|value|price|expenditure|sum)(?: (?:of|is|will be|कुल))? ?(?:=|:)? ?$",
    re.IGNORECASE,
)


def _priced(case: Case, counts: list[Found]) -> Iterator[tuple[Found, int]]:
    """What may be a price: a total, and an amount that a word calls so."""
    for total, start, _, _ in totals(case):
        yield total, start
    for found in counts:
        start = case.sentence(found.start)[0]
        if found.kind == "amount" and _PRICE.search(case.text, max(start, found.start - 24), found.start):
            yield found, start


def so_many(case: Case, counts: list[Found]) -> Iterator[Claim]:
    """A total of so many at so much each: 25 chairs at Rs. 1,200 each, in all Rs. 30,000."""
    for total, begin in _priced(case, counts):
        start = begin
        end = stretch(case, total.start)[1]
        if not _EACH.search(case.text, start, end):
            continue
        held = [found for found in within(case, start, end) if found is not total]
        if (
            len(held) == 1
            and start > 1
            and re.match(r"\s?(?:प्रत्येक|हर|each|every)", case.text[start : start + 12], re.IGNORECASE)
        ):
            first, _ = case.sentence(start - 2)
            held = within(case, first, start) + held
            start = first
        if len(held) > 2 and held[-1].start - held[-2].end < 30:
            held = held[-2:]
        if len(held) != 2 or _MORE.search(case.text, start, end):
            continue
        many, each = (found.figure for found in held)
        money = [found.kind == "amount" for found in held]
        if all(money) or any(money) != (total.kind == "amount"):
            continue
        if money[0]:
            many, each = each, many
        stated = total.figure
        if 0 < many <= _MOST and many == int(many) and stated and _NEAR[0] < many * each / stated < _NEAR[1]:
            yield Claim(total, [many * each], tuple(held))


def at_a_price(case: Case, counts: list[Found]) -> Iterator[Claim]:
    """A rate, how many or how long, and the only other amount of a sentence: रु. 3,500 प्रतिमाह की दर से 6 माह का किराया रु. 22,000 है।"""
    for one, other in pairwise([found for found in counts if found.kind == "amount"]):
        start, end = case.sentence(one.start)
        if other.start >= end or not _EACH.search(case.text, start, end) or _MORE.search(case.text, start, end):
            continue
        amounts = [found for found in within(case, start, end) if found.kind == "amount"]
        spans = [found for found in case.within(start, end) if found.kind in ("days", "months")]
        many = [found for found in within(case, start, end) if found.kind != "amount"] + spans
        rate, total = sorted(amounts, key=lambda found: found.figure)[:2]
        if len(amounts) != 2 or len(many) != 1 or not total.figure:
            continue
        made = rate.figure * many[0].figure
        if abs(made - total.figure) * _PART <= total.figure:
            yield Claim(total, [made], (rate, many[0]), sure=False)


_PART = 4


def at_a_rate(case: Case, counts: list[Found]) -> Iterator[Claim]:
    """A total beside a rate, where the paper says once of how many: 2 केन्द्र … प्रति केन्द्र रु. 42,500/- की दर से कुल रु. 85,000/-."""
    text = case.text
    many: dict[str, set[object]] = {}
    for found in counts:
        if found.kind != "amount" and (name := _named(text, found)):
            many.setdefault(name, set()).add(found.value)
    others = {found.value for found in counts if found.kind != "amount"}
    for rate in counts if many else ():
        if rate.kind != "amount":
            continue
        start, end = case.sentence(rate.start)
        before, after = _PER.search(text, max(start, rate.start - 60), rate.start), _PER_AFTER.match(text, rate.end)
        thing = (before[1] if before else (after[1] or after[2]) if after else "")[:4]
        if len(many.get(thing, ())) != 1:
            continue
        here = [found for found in case.within(start, end) if found.kind in FIGURES]
        if len(here) != 2 or any(found.kind != "amount" for found in here):
            continue
        total = here[1] if rate is here[0] else here[0]
        each = rate.figure
        if each and (total.figure / each in others or _for_so_long(case, total.figure / each, rate)):
            continue  # so many are named in other words, or each for so long
        if _TOTAL.search(text, max(start, total.start - 60), total.start):
            number: Any = next(iter(many[thing]))
            yield Claim(total, [rate.figure * Decimal(number)], (rate,))
