"""Whether the weekday beside a date is that date's."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from assistant.checks.facts.nth_days import PLACES
from assistant.checks.finding import Case, Spot
from assistant.facts import Found
from assistant.language.dates import show_date

WEEKDAYS = (
    ("सोमवार", "Monday"), ("मंगलवार", "Tuesday"), ("बुधवार", "Wednesday"), ("गुरुवार", "Thursday"), ("शुक्रवार", "Friday"),
    ("शनिवार", "Saturday"), ("रविवार", "Sunday"),
)  # fmt: skip
"""The days of the week in Hindi and English, Monday first."""

_TO = re.compile(
    r"\s?(?:,|से|एवं|तथा|और|व|या|to|and|or|&|-|–)\s?(?:(?:and|और|तथा|एवं|व)\s)?(?:(?:an?|the|respectively an?|दिनांक)\s)?",
    re.IGNORECASE,
)
_SAID = (
    r"(?:को|दिन|वार|दिवस|दिनांक|दि\.?|तारीख|अर्थात्?|यानी|यानि|जो|कि|इस|the|an?|dated?|dt\.?|i\.e\.|that is|that|this|which|it|is|was|will be"
    r"|happens to be|falls? on|fell on|falling on|being|last|next|coming|namely|viz\.?)"
)
_NTH = rf"(?:(?:(?:इस|उस|इसी|उसी) )?(?:माह|मास|महीने) (?:का|के|की) )?(?P<place>{'|'.join(words for place, words in PLACES.items() if place > 0)})\s"
_BETWEEN = re.compile(
    r"\s?,?\s?(?:(?:को|दिन|वार|दिवस|दिनांक|दि\.|तारीख|the|dated|dt\.?|a|i\.e\.,?"
    r"|(?:को,? )?(?:अर्थात्?|यानी|यानि|जो)|that is,?)(?![a-z\u0900-\u0963\u094d]))?\s?[:,–-]?\s?[\[(]?\s?(?:(?:दिन|दिनांक|the)\s?:?)?\s?"
    rf"|\s?[,(–-]\s?(?:{_SAID}[\s,:]{{1,2}}){{0,4}}(?:{_NTH})?"
    r"|,?\s(?:which\s)?(?:is|was|will be|being|falls? on|fell on|falling on|happens to be|पड़ने वाले)\s(?:an?\s|the\s)?"
    rf"(?:{_NTH.replace('<place>', '<nth>')})?"
    r"|(?:\sof (?:the|that|this) (?:month|week)|\s(?:last|next|morning|afternoon|evening|forenoon)|\sकी\s(?:सुबह|शाम|दोपहर))"
    rf"\s?[,(–-]\s?(?:{_SAID}\s){{0,3}}",
    re.IGNORECASE,
)
"""Between a weekday and its date: what says that they are one day, and which of its month."""
_OTHER_MONTHS = re.compile(r"\s(?:of|in) (?:every|each|next|the (?:next|following))\b", re.IGNORECASE)
_EVERY = re.compile(r"(?:(?<![\u0900-\u0963])(?:प्रत्येक|हर|प्रति)|\bevery|\beach)\s?$", re.IGNORECASE)


def dates(case: Case) -> list[Found]:
    """The whole dates of the paper, in order."""
    return [found for found in case.found if found.kind == "date" and isinstance(found.value, date)]


def weekday_mismatch(case: Case) -> Iterator[Spot]:
    """The weekday beside a whole date isn't that date's. Between two dates it belongs to the one that it fits."""
    row = [found for found in case.found if found.kind in ("date", "day", "weekday")]
    for at, weekday in enumerate(row):
        if weekday.kind != "weekday" or _EVERY.search(case.text, max(0, weekday.start - 10), weekday.start):
            continue
        beside = [one for one in row[max(0, at - 1) : at + 2] if one is not weekday]
        between = [case.text[min(one.end, weekday.end) : max(one.start, weekday.start)] for one in beside]
        if any(one.kind == "weekday" and _TO.fullmatch(gap) for one, gap in zip(beside, between, strict=True)):
            own, place = _in_turn(case, row, at), ""  # none for Monday to Friday
        else:
            joins = [
                (one, joined)
                for one, gap in zip(beside, between, strict=True)
                if one.kind in ("date", "day") and "\n" not in gap and (joined := _BETWEEN.fullmatch(gap))
            ]
            own = [one for one, _ in joins]
            place = next((joined["place"] or joined["nth"] or "" for _, joined in joins), "")
        if place and _OTHER_MONTHS.match(case.text, weekday.end):
            continue
        days = [day for one in own for day in days_meant(case, one)]
        if days and weekday.value not in [day.weekday() for day in days]:
            yield _weekday_spot(case, weekday, own[0], days[0])
        elif place and days and place.lower() not in PLACES[(days[0].day + 6) // 7].split("|"):
            yield _weekday_spot(case, weekday, own[0], days[0], placed=True)


def _in_turn(case: Case, row: list[Found], at: int) -> list[Found]:
    """The date of a weekday in a row of as many as there are dates in the row before it: 10 and 11 October, a Saturday and a Sunday."""
    first, last = at, at + 1
    while first and row[first - 1].kind == "weekday":
        first -= 1
    while last < len(row) and row[last].kind == "weekday":
        last += 1
    days, names = row[2 * first - last : first] if last <= 2 * first else [], row[first:last]
    joined = all(
        _TO.fullmatch(case.text, one.end, other.start) for half in (days, names) for one, other in pairwise(half)
    )
    near = days and _BETWEEN.fullmatch(case.text, days[-1].end, names[0].start)
    dated = all(one.kind != "weekday" for one in days)
    return [days[at - first]] if near and joined and dated else []


def days_meant(case: Case, found: Found) -> list[date]:
    """The date; of a day without its year those that lie near the paper's own."""
    value: Any = found.value
    if isinstance(value, date):
        return [value]
    own = case.day or next((one.value for one in dates(case) if isinstance(one.value, date)), None)
    try:
        near = [date(own.year + n, *value) for n in (0, 1, -1)] if own else []
    except ValueError:
        return []
    return [day for day in near if own and abs((day - own).days) < _NEAR]


_NEAR = 200
"""Days within which a day without its year is meant; where two are, either may be."""


_PLACE_NAMES = (
    ("पहला", "first"), ("दूसरा", "second"), ("तीसरा", "third"), ("चौथा", "fourth"), ("पाँचवाँ", "fifth"),
)  # fmt: skip


def _weekday_spot(case: Case, weekday: Found, dated: Found, day: date, placed: bool = False) -> Spot:
    """The weekday and the date; `placed`, where it is another one of its month than is said."""
    hindi, english = WEEKDAYS[day.weekday()]
    start, end = min(weekday.start, dated.start), max(weekday.end, dated.end)
    if placed:
        nth, ordinal = _PLACE_NAMES[(day.day - 1) // 7]
        told = {"hi": f"माह का {nth} {hindi}", "en": f"{english}, the {ordinal} of its month"}
        return Spot(start, end, values={"date": show_date(day), "day": told})
    said = case.text[weekday.start : weekday.end]
    right = hindi if not said.isascii() else english if said.endswith(("day", "DAY")) else english[:3]
    right = right.upper() if said.isupper() else right
    mended = case.text[start : weekday.start] + right + case.text[weekday.end : end]
    return Spot(start, end, suggestion=mended, values={"date": show_date(day), "day": {"hi": hindi, "en": english}})
