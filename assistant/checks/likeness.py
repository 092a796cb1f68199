"""How near two values are, and the right one written as the wrong one was."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from assistant.checks.finding import Case, once
from assistant.checks.given import COUNTS, GROUPS, WORD, given, is_hindi, is_number
from assistant.facts import Fact, Found
from assistant.language.dates import MONTHS
from assistant.language.numbers import grouped, one_spelling


def sort_of(kind: str, value: Any) -> str:
    """Counts, days, references …; an act and a section are two sorts."""
    return f"law {value[0]}" if kind == "law" else kind if kind in ("year", "fy", "month") else GROUPS.get(kind, kind)


_YEAR = 4
"""Figures of a year."""


def comparable(fact: Fact, found: Found) -> bool:
    """Whether one could stand for the other."""
    money = "amount" in (fact.kind, found.kind) and {"days", "months"} & {fact.kind, found.kind}
    if {fact.kind, found.kind} == {"year", "number"}:
        return len(str(fact.value)) == len(str(found.value)) == _YEAR
    return sort_of(fact.kind, fact.value) == sort_of(found.kind, found.value) and not money


def close(fact: Fact, found: Found) -> bool:
    """Whether a value looks like a slip for another: a digit, two digits in turn, a zero, one part of a date, a letter or two of a name."""
    one, other = fact.value, found.value
    if fact.kind in COUNTS and is_number(one) and is_number(other):
        return _close_figures(Decimal(one), Decimal(other))  # type: ignore[arg-type]
    if isinstance(one, date) and isinstance(other, date):
        parts = [one.day != other.day, one.month != other.month, one.year != other.year]
        return sum(parts) == 1 or (one.day, one.month) == (other.month, other.day)
    if isinstance(one, date) and isinstance(other, tuple):  # a day without its year, or one that there isn't
        return one.day in other or one.month in other
    if fact.kind == "time" and isinstance(one, tuple) and isinstance(other, tuple):
        return bool(one[0] == other[0] or one[1] == other[1])
    if fact.kind == "name":
        return _close_names(one, other)
    first, second = str(one), str(other)
    if isinstance(one, tuple) and isinstance(other, tuple):
        first, second = " ".join(map(str, one[1:])), " ".join(map(str, other[1:]))
    return distance(first, second, 3) <= (1 if len(first) < 5 else 2)


def slip(one: date, other: date) -> bool:
    """Whether two dates differ by what a finger does: one figure, or two in turn."""
    first, second = (f"{day:%d%m%Y}" for day in (one, other))
    return sum(a != b for a, b in zip(first, second, strict=True)) == 1 or sorted(first) == sorted(second)


def _close_figures(one: Decimal, other: Decimal) -> bool:
    first, second = (
        f"{value:f}".rstrip("0").rstrip(".") if value != value.to_integral_value() else f"{int(value)}"
        for value in (one, other)
    )
    if sorted(first) == sorted(second) and len(first) > 1:
        return True
    if one and other and (one / other) in (10, 100, 1000, Decimal("0.1"), Decimal("0.01"), Decimal("0.001")):
        return True
    if len(first) == len(second):
        return len(first) > 1 and sum(a != b for a, b in zip(first, second, strict=True)) == 1
    return len(first) > 1 and len(second) > 1 and distance(first, second, 1) <= 1


def _close_names(one: Any, other: Any) -> bool:
    first, second = (tuple(value) if isinstance(value, tuple) else (str(value),) for value in (one, other))
    if set(first) & set(second) and len(first) == len(second):
        return True
    return distance(" ".join(first), " ".join(second), 2) <= 2


@once
def spelled(case: Case) -> list[tuple[str, str, int, int]]:
    """The words of a paper in their one spelling and as they stand there, with their places."""
    return [(one_spelling(word := match[0]), word, *match.span()) for match in WORD.finditer(case.text)]


@once
def said_words(case: Case) -> frozenset[str]:
    """The same words, each once."""
    return frozenset(word for word, *_ in spelled(case))


@once
def _places(case: Case) -> dict[str, list[int]]:
    """At which of its words a paper has each of those that names of the brief are made of."""
    names = (one.fact.value for one in given(case) if one.fact.kind == "name")
    places: dict[str, list[int]] = {word: [] for name in names if isinstance(name, tuple) for word in name}
    for at, (word, *_) in enumerate(spelled(case) if places else ()):
        if word in places:
            places[word].append(at)
    return places


def misspelt(case: Case, name: object) -> Iterator[tuple[int, int]]:
    """Where a name of the brief that has several words stands a letter or two off, with or without a title: one word of it right, the
    rest nearly so."""
    if not isinstance(name, tuple) or len(name) < 2 or len("".join(name)) < 6:
        return
    words = spelled(case)
    for at in sorted({place - n for n, one in enumerate(name) for place in _places(case).get(one, ())}):
        last = at + len(name) - 1
        if at < 0 or last >= len(words):
            continue
        far = [distance(one, words[at + n][0], 2) for n, one in enumerate(name)]
        if max(far) <= 2 and 0 < sum(far) <= 2 and "\n" not in case.text[words[at][2] : words[last][3]]:
            yield words[at][2], words[last][3]


def untitled(name: str) -> str:
    """A name as it was given, without the title before it."""
    return re.sub(r"^(?:श्रीमती|श्री|सुश्री|कुमारी|डॉ\.?|Shri|Smt\.?|Dr\.?|Ms\.?|Mr\.?|Kumari)\s+", "", name)


def distance(one: str, other: str, most: int) -> int:
    """How many letters lie between two words, two in turn as one; `most` + 1 where it is more."""
    if abs(len(one) - len(other)) > most or len(one) > 60 or len(other) > 60:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row, older = row, [i], before
        for j, b in enumerate(other, 1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if older and i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, older[j - 2] + 1)
            row.append(best)
        before = last
    return min(row[-1], most + 1)


# --- the right value in the paper's own style


def styled(fact: Fact, said: str, found: Found) -> str:
    """The right value written as the wrong one was; "" where that can't be told for sure."""
    if fact.kind in COUNTS and is_number(fact.value) and fact.value == int(fact.value):  # type: ignore[call-overload]
        figures = re.search(r"[0-9][0-9,]*(?:\.[0-9]+)?", said)
        if not figures or re.search("लाख|करोड़|हजार|हज़ार|lakh|crore|thousand", said, re.IGNORECASE) or "." in figures[0]:
            return ""
        whole = str(int(fact.value))  # type: ignore[call-overload]
        return (
            said[: figures.start()]
            + (grouped(int(whole)) if "," in figures[0] or (len(whole) > 4 and found.kind == "amount") else whole)
            + said[figures.end() :]
        )
    if isinstance(fact.value, date):
        day = fact.value
        if figures := re.fullmatch(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})", said):
            mark = figures[2]
            number = f"{day.day:02d}{mark}{day.month:02d}" if len(figures[1]) == 2 else f"{day.day}{mark}{day.month}"
            return f"{number}{mark}{day.year if len(figures[4]) == 4 else day.year % 100:02d}"
        if named := re.fullmatch(r"[0-9]{1,2} ([^\s0-9,.]+)(,?) [0-9]{4}", said):
            months = MONTHS["en" if named[1].isascii() else "hi"]
            same_month = isinstance(found.value, date) and found.value.month == day.month
            return f"{day.day} {named[1] if same_month else months[day.month - 1]}{named[2]} {day.year}"
        return ""
    if fact.kind == "ref":
        return fact.says if is_hindi(fact.says) == is_hindi(said) else ""
    if fact.kind == "name":
        titled = re.match("श्री|सुश्री|कुमारी|डॉ|Shri|Smt|Dr|Ms|Mr|Kum", said)
        words = fact.says if titled else untitled(fact.says)
        return words if is_hindi(words) == is_hindi(said) else ""
    return fact.says if fact.kind in ("phone", "email", "web", "post", "place") else ""
