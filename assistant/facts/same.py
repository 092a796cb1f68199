"""When two facts are one: which words of a paper say what its giver said."""

import re
from collections.abc import Hashable, Sequence
from decimal import Decimal
from typing import Any

from assistant.facts.dates import named_months
from assistant.facts.found import Fact, Found
from assistant.facts.names import same_word, sounds
from assistant.facts.patterns import LETTER

_COUNTS = ("number", "small", "amount", "days", "months", "year", "mark")
"""Kinds whose value is a plain number: a count given as 15 is said by "15 दिवस", a sum given in rupees by the bare figure in a table."""

_ISSUED = 5
"""The fewest figures of a number that can only be one that was issued."""


def same(given: Fact | Found, found: Found) -> bool:
    """Whether what is found in a text is what was given."""
    kind, value = given.kind, given.value
    if kind in _COUNTS and found.kind in _COUNTS:
        return (kind in ("number", "small") or found.kind in ("number", "small") or kind == found.kind) and _number(
            value
        ) == _number(found.value)
    if {kind, found.kind} == {"date", "day"}:
        return _month_and_day(kind, value) == _month_and_day(found.kind, found.value)
    if {kind, found.kind} == {"ref", "number"}:  # a long number as issued is the same with its label and without
        return str(value) == str(found.value) and len(str(value)) >= _ISSUED
    if kind == "date" and found.kind == "month":
        return False
    if kind != found.kind:
        return False
    if kind in ("name", "place"):
        return same_name(value, found.value)
    if kind == "law":
        return _same_law(value, found.value)
    if kind == "time":
        return _same_time(value, found.value)
    return value == found.value


def _number(value: Hashable) -> Decimal | None:
    if isinstance(value, int | Decimal):
        return Decimal(value)
    return Decimal(value) if isinstance(value, str) and value.isascii() and value.isdigit() else None


def _month_and_day(kind: str, value: Hashable) -> Hashable:
    return (value.month, value.day) if kind == "date" else value  # type: ignore[attr-defined]


def same_name(given: Hashable, found: Hashable) -> bool:
    """Whether a name can be the other's: the same words, or fewer of them in the same order; in the other script by its sounds."""
    one, other = _words(given), _words(found)
    if one and other and one[0].isascii() != other[0].isascii():  # initials like A and ए have no sound to compare
        one, other = tuple(filter(sounds, one)), tuple(filter(sounds, other))
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return bool(short) and all(any(same_word(word, candidate) for candidate in rest) for word in short)


def _words(value: Hashable) -> tuple[str, ...]:
    return tuple(str(word) for word in value) if isinstance(value, tuple) else tuple(str(value).split())


def _same_law(one: Hashable, other: Hashable) -> bool:
    """Provisions by kind and number; acts by name, of which one may be cited shorter at its beginning."""
    if one == other:
        return True
    if not (isinstance(one, tuple) and isinstance(other, tuple) and one[0] == other[0] == "act"):
        return False
    if not (isinstance(one[1], tuple) and isinstance(other[1], tuple)):
        return False
    first, second = one[1], other[1]
    if first[-1].isdigit() != second[-1].isdigit():  # its year may be left out
        first, second = (name[:-1] if name[-1].isdigit() else name for name in (first, second))
    short, long = sorted((first, second), key=len)
    return len(short) > 1 and long[-len(short) :] == short


def _same_time(one: Hashable, other: Hashable) -> bool:
    """3:30 without a part of the day may be the afternoon's."""
    if not (isinstance(one, tuple) and isinstance(other, tuple)):
        return False
    return bool(one[1] == other[1] and (one[0] - other[0]) % 12 == 0)


def conveys(plain: str, fact: Fact, found: Sequence[Found] | None = None) -> tuple[int, int] | None:
    """Where the text says the fact, in whichever script, digits or style; None where it doesn't. `found` is find(plain), if at hand."""
    if fact.kind == "text":
        return _says(plain, fact)
    if found is None:
        from assistant.facts import find

        found = find(plain)
    exact = next((one for one in found if one.kind == fact.kind and one.value == fact.value), None)
    if fact.kind == "name":
        likely = exact or next(
            (one for one in found if one.kind == "name" and same(fact, one) and len(_words(one.value)) > 1), None
        )
    else:
        likely = exact or next((one for one in found if same(fact, one)), None)
    if likely:
        return likely.start, likely.end
    if fact.kind in ("ref", "name", "place", "email", "web"):
        return _as_written(plain, fact)
    if fact.kind == "month":
        return _by_its_month(plain, fact, found)
    return _by_its_day(plain, fact, found) if fact.kind in ("date", "day") else None


def _by_its_month(plain: str, fact: Fact, found: Sequence[Found]) -> tuple[int, int] | None:
    """Where its name without a year says a month (इस जून में), or figures do (06/2026)."""
    value: Any = fact.value
    year, month = value
    others = [one for one in found if one.kind in ("date", "day", "month")]
    for one, start, end in named_months(plain):
        if one == month and not any(other.start <= start < other.end for other in others):
            return start, end
    figures = re.search(rf"(?<![0-9./-])0?{month}[./-](?:{year}|{year % 100:02d})(?![0-9])", plain)
    return figures.span() if figures else None


_ONLY_DAY = re.compile("\\s?(?:तारीख|ता\\.|को|तक)(?![\u0900-\u0963])")


def _by_its_day(plain: str, fact: Fact, found: Sequence[Found]) -> tuple[int, int] | None:
    """Where its day alone says a date, a date of the same month standing beside it: "22 नवंबर तक भेजें, 24 को … निकलेंगी"."""
    days: list[Any] = [_month_and_day(one.kind, one.value) for one in found if one.kind in ("date", "day")]
    whole: Any = _month_and_day(fact.kind, fact.value)
    month, day = whole
    return next(
        (
            (one.start, one.end)
            for one in found
            if one.kind == "number"
            and one.value == day
            and month in {one for one, _ in days}
            and _ONLY_DAY.match(plain, one.end)
        ),
        None,
    )


def _as_written(plain: str, fact: Fact) -> tuple[int, int] | None:
    """Where the words stand as they were given, spaces and dashes aside: a name without its title, a number that looks like none."""
    from assistant.language.digits import ascii_digits

    text = fact.value if fact.kind == "ref" else " ".join(_words(fact.value)) if fact.kind == "name" else fact.says
    return next(
        (place for one in (str(text), fact.says) if (place := written(ascii_digits(plain), ascii_digits(one)))), None
    )


def _says(plain: str, fact: Fact) -> tuple[int, int] | None:
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    return next((place for value in values if (place := written(plain, str(value)))), None)


def written(plain: str, text: str) -> tuple[int, int] | None:
    """Where a text stands in another, whatever its spaces, dashes, nukta, nasals and capitals; Hindi may take an ending after it."""
    from assistant.facts.patterns import any_of

    text = " ".join(text.split())
    if not text:
        return None
    pattern = re.sub(r"(?:\\-|–)", " ?[-–—] ?", any_of([text])).replace("[ -]", "[ \\n-]{1,3}").replace("/", " ?/ ?")
    start = f"(?<![{LETTER}0-9])(?<![0-9][.,/])" if re.match(f"[{LETTER}0-9]", text) else ""
    end = "(?![A-Za-z0-9]|[.,/][0-9])" if text[-1].isdigit() or text[-1].isascii() else ""
    match = re.search(start + pattern + end, plain)
    return match.span() if match else None
