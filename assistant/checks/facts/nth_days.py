"""Days told by their place in a month: "the last Saturday of November", "महीने के दूसरे सोमवार को", "the ninth of this month". Which day it
is, is known only with a year; whether somebody gave it can be asked without one."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

from assistant.checks.finding import Case
from assistant.facts.dates import WEEKDAYS, weekday_number
from assistant.language.dates import MONTHS, OTHER_SPELLINGS, month_number

PLACES = {
    1: "first|1st|पहले|पहला|पहली|प्रथम", 2: "second|2nd|दूसरे|दूसरा|दूसरी|द्वितीय", 3: "third|3rd|तीसरे|तीसरा|तीसरी|तृतीय",
    4: "fourth|4th|चौथे|चौथा|चौथी|चतुर्थ", 5: "fifth|5th|पाँचवें|पांचवें", -1: "last|final|closing|अंतिम|अन्तिम|आखिरी|आख़िरी",
}  # fmt: skip
_PLACE = "|".join(PLACES.values())
_DAY = "|".join(" ".join(WEEKDAYS).split())
_MONTH = "|".join((*MONTHS["hi"], *MONTHS["en"], *OTHER_SPELLINGS))
_NTH = re.compile(
    rf"\b(?:the )?(?P<place>{_PLACE}) (?P<day>{_DAY})s?(?: (?:of|in) (?:the (?:month of |same |next |coming )?|this |next |every |each |coming )?"
    rf"(?P<month>{_MONTH}|month)\b)"
    rf"|(?<![\u0900-\u0963])(?:(?P<hindi>{_MONTH})(?: (?:माह|महीने))?|माह|महीने|मास)"
    rf" (?:के|का|की) (?P<nth>{_PLACE}) (?P<of>{_DAY})(?![\u0900-\u0963])",
    re.IGNORECASE,
)
_WEEKDAY = re.compile("वार(?![\u0900-\u0963])|days?\\b", re.IGNORECASE)
_REACH = 60
"""How all of them end, and how far from there such a day begins and ends: to look for it everywhere takes long."""


def nth_days(case: Case) -> Iterator[tuple[int, int]]:
    """Where the paper tells a day so, and neither the same words nor a day that it can be were given."""
    yield from _of_this_month(case)
    here = dict.fromkeys(_read(case.text)) if case.told_text else ()
    told = list(_read(case.told_text)) if here else []
    for start, end, place, day, month in here:
        said = any((one, other) == (place, day) for _, _, one, other, _ in told)
        known = (found.value for found in case.known if found.kind == "date")
        meant = any(isinstance(one, date) and _is(one, place, day, month) for one in known)
        if not said and not meant and not any(found.kind == "date" for found in case.within(start, end)):
            yield start, end


def _of_this_month(case: Case) -> Iterator[tuple[int, int]]:
    """A day of a month that isn't named, where no day of that number was given; what begins with a month begins on its first."""
    here = [found for found in case.found if found.kind == "of-month"] if case.told_text else []
    known: set[Any] = (
        {one.value for one in case.known if one.kind in ("of-month", "number", "small")} if here else set()
    )
    for one in case.known if here else ():
        value: Any = one.value
        known |= {value.day} if isinstance(value, date) else {value[1]} if one.kind == "day" else set()
    return ((found.start, found.end) for found in here if found.value not in known)


def _read(text: str) -> Iterator[tuple[int, int, int, int, int]]:
    around = ((max(one.start() - _REACH, 0), one.end() + _REACH) for one in _WEEKDAY.finditer(text))
    for match in chain.from_iterable(_NTH.finditer(text, *place) for place in around):
        word = (match["place"] or match["nth"]).lower()
        place = next(number for number, words in PLACES.items() if word in words.split("|"))
        yield (
            *match.span(),
            place,
            weekday_number(match["day"] or match["of"]) or 0,
            month_number(match["month"] or match["hindi"] or "") or 0,
        )


def _is(one: date, place: int, day: int, month: int) -> bool:
    """Whether a date is the one at that place of its month."""
    last = one.day + 7 > calendar.monthrange(one.year, one.month)[1]
    return one.weekday() == day and month in (0, one.month) and (last if place < 0 else (one.day + 6) // 7 == place)
