"""What follows from two figures of a paper: what is left of a number when a part of it is told, and what so many cost at a rate.

In doubt nothing is said: the figures stand close together, of one thing, and no other figure stands among them.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from assistant.checks.finding import Case
from assistant.facts import Found

Claim = tuple[Found, list[Decimal]]
"""A figure, and the figures whose sum it has to be."""

_HINDI = "[\u0900-\u0963]"
_OF = re.compile(rf"\s?(?:(?:{_HINDI}|\.){{1,20}}\s){{0,3}}?में से\s(?:{_HINDI}{{1,12}}\s){{0,2}}")
_LEFT = re.compile(rf"(?<!{_HINDI})(?:शेष|बाकी|बचे हुए|बचे)\s(?:रहे\s|कुल\s)?$")
_FAR = 220
_COUNTED = ("number", "amount", "small")
_OUT_OF = re.compile(r"\b(?:of|out of|against)\s(?:a |an |the )?(?:target of |total of )?$", re.IGNORECASE)
_REMAINS = re.compile(
    r"[^.;\n]{0,30}?\b(?:remain(?:s|ed|ing)?|pending|awaited|left|not|outstanding|yet to)\b", re.IGNORECASE
)
_BALANCE = re.compile(r"\b(?:remaining|balance(?: of)?|rest)\s$", re.IGNORECASE)
_NAME = re.compile(r"\s?/?-?\s?([A-Za-z\u0900-\u0963]{2,30})")
_SMALL = frozenset("का की के को में पर है हैं थे रह से ने तथा एवं और are is were have had remain remained in of and".split())


def left_over(case: Case, counts: list[Found]) -> Iterator[Claim]:
    """Claims like "11 में से 7 पूर्ण हैं, शेष 4" and "of the eight, five have reached us and three are awaited"."""
    for n, whole in enumerate(counts[:-2]):
        part, rest = counts[n + 1], counts[n + 2]
        if whole.kind != part.kind != "amount" and "amount" in (whole.kind, part.kind):
            continue
        text = case.text
        if rest.start - whole.start > _FAR or "\n" in text[whole.end : rest.start]:
            continue
        hindi = _OF.fullmatch(text, whole.end, part.start) and _LEFT.search(text, part.end, rest.start)
        if not (hindi or _in_english(case, whole, part, rest)):
            continue
        if _named(text, rest) in ("", _named(text, whole), _named(text, part)):
            yield rest, [Decimal(whole.value), -Decimal(part.value)]  # type: ignore[arg-type]


def _in_english(case: Case, whole: Found, part: Found, rest: Found) -> bool:
    if not _OUT_OF.search(case.text, max(0, whole.start - 40), whole.start):
        return False
    start, end = case.sentence(whole.start)
    inside = [found for found in case.within(start, end) if found.kind in _COUNTED]
    remains = _REMAINS.match(case.text, rest.end, end) or _BALANCE.search(case.text, part.end, rest.start)
    return len(inside) == 3 and inside[2] is rest and bool(remains)


def _named(text: str, found: Found) -> str:
    """The beginning of the word that a figure counts; "" where it names nothing."""
    match = _NAME.match(text, found.end)
    word = match[1].lower() if match else ""
    return "" if word in _SMALL else word[:4]


_PER = re.compile(rf"प्रति\s({_HINDI}{{2,20}})\s[^।\n0-9]{{0,20}}$")
_PER_AFTER = re.compile(rf"\s?(?:/-)?\s?(?:प्रति\s({_HINDI}{{2,20}})|(?:a|an|per|each)\s([a-z]{{3,20}})\b)")
_TOTAL = re.compile(
    r"(?:कुल|a fee of|fee of|total|totalling|in all|amounting to)[^।.\n0-9]{0,20}(?:Rs\.?|रु\.?|₹)?\s?$", re.IGNORECASE
)


def at_a_rate(case: Case, counts: list[Found]) -> Iterator[Claim]:
    """A total beside a rate, where the paper says once of how many: 2 केन्द्र … प्रति केन्द्र रु. 42,500/- की दर से कुल रु. 85,000/-."""
    text = case.text
    many: dict[str, set[object]] = {}
    for found in counts:
        if found.kind != "amount" and (name := _named(text, found)):
            many.setdefault(name, set()).add(found.value)
    for rate in counts if many else ():
        if rate.kind != "amount":
            continue
        start, end = case.sentence(rate.start)
        before, after = _PER.search(text, max(start, rate.start - 60), rate.start), _PER_AFTER.match(text, rate.end)
        thing = (before[1] if before else (after[1] or after[2]) if after else "")[:4]
        if len(many.get(thing, ())) != 1:
            continue
        here = [found for found in case.within(start, end) if found.kind in _COUNTED]
        if len(here) != 2 or any(found.kind != "amount" for found in here):
            continue
        total = here[1] if rate is here[0] else here[0]
        if _TOTAL.search(text, max(start, total.start - 60), total.start):
            number: Any = next(iter(many[thing]))
            yield total, [Decimal(rate.value) * Decimal(number)]  # type: ignore[arg-type]
