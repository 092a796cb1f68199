"""The months that a paper's writer was told: how many there are of them, and which, be it without the year or inside a span."""

import re
from datetime import date
from itertools import pairwise
from typing import Any

from assistant.checks.finding import Case, once
from assistant.facts.dates import named_months

_TO = re.compile(r"\s?(?:से|to|till|until|up ?to|through|[–-])\s?", re.IGNORECASE)


@once
def how_many(case: Case) -> set[int]:
    """How many months each text of the brief names, or has between the two that it names: अप्रैल, मई और जून are three."""
    named = [[month for month, _, _ in named_months(text)] for _, text in case.told]
    spans = {(months[-1] - months[0]) % 12 + 1 for months in named if len(months) > 1}
    return spans | {len(set(months)) for months in named}


def is_told(case: Case, year: int, month: int) -> bool:
    """Whether a month was told: with that year, after another month of it (अगस्त 2026 के 2,200 रुपये, सितंबर के 1,950 रुपये), or inside a
    span (जुलाई से सितंबर 2026)."""
    return (year, month) in _told(case)


@once
def _told(case: Case) -> set[tuple[int, int]]:
    months: list[Any] = [one for one in case.known if one.kind == "month"]
    told = {one.value for one in months}
    told |= {(one.value.year, one.value.month) for one in case.known if isinstance(one.value, date)}
    years = {year for year, _ in told}
    told |= {(year, month) for month, _, _ in named_months(case.told_text) for year in years}
    for first, last in pairwise(months):
        (year, month), end = first.value, last.value
        while (year, month) < end and _TO.fullmatch(case.told_text, first.end, last.start):
            told.add((year, month))
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return told
