"""What follows at a glance from figures that were given: a sum, a difference, so many at a rate, a share in a hundred, an average."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations, product
from math import prod

from assistant.checks.facts.figures import figures, within
from assistant.checks.finding import Case
from assistant.checks.given import COUNTS, is_number
from assistant.facts import Found

_REST = re.compile(
    r"(?<![\u0900-\u0963])(?:शेष|बाकी|बचे|बचत|कुल|योग|अंतर|मिलाकर|अन्य|उपलब्ध|समर्पित|अधिशेष|कमी|वृद्धि|बढ़ोतरी"
    r"|रिक्त|खाली|ख़ाली|बकाया|लंबित|लम्बित)(?![\u0900-\u0963])"
    r"|\b(?:remaining|rest|total|balance|difference|other|all|altogether|together|available|surrendered|savings?|excess|shortfall|deficit"
    r"|vacant|empty|pending|outstanding|unspent|left|short"
    r"|increased?|decreased?|rise|fall|fell|rose)\b",
    re.IGNORECASE,
)
_RATE = re.compile(r"की दर|प्रति(?= [^ ])|प्रत्येक|हर |×|@| [xX] |\b(?:each|per|every|apiece|at the rate)\b", re.IGNORECASE)
_AVERAGE = re.compile(r"औसत|\baverage\b", re.IGNORECASE)
_PERCENT = re.compile(r" ?(?:%|प्रतिशत|फीसदी|फ़ीसदी|per ?cent)", re.IGNORECASE)
_TOTAL = re.compile(r"(?:(?<![\u0900-\u0963])(?:योग|कुल|जोड़)|total|in all)[^\n।]{0,60}$", re.IGNORECASE)
_SINCE = re.compile(
    r" ?(?:वर्ष(?:ों)?|साल(?:ों)?|(?-i:years?))(?: से)?(?: (?:भी|ही))? (?:पूर्व|पहले|पुरान|बाद|पश्चात|ago\b|old\b|earlier\b|later\b|before\b)"
    r"|-year-old\b",
    re.IGNORECASE,
)
"""After a number: it is how many years lie between two."""
_LONGEST, _REACH, _MOST = 200, 300, 60


def follows(case: Case, known: set[Decimal], is_given: Callable[[Found], bool], found: Found) -> bool:
    """Whether a number that nobody gave is what two or more that were given make, where the words around say so."""
    if found.kind not in COUNTS or not is_number(found.value):
        return False
    value = found.figure
    if _PERCENT.match(case.text, found.end):
        return _is_share(value, _given_beside(case, is_given, found))
    row = list(_row(case, found))
    if len(row) > 1 and _made(value, [one.figure for one in row if is_given(one)]):
        return True
    start, end = case.sentence(found.start)
    rest = any(value + other in known or (value - other in known and value != 2 * other) for other in known if other)
    if rest and _REST.search(case.text, start, end):
        return True
    if _reckoned(case, is_given, found):
        return True
    beside = _given_beside(case, is_given, found)
    if _RATE.search(case.text, start, end) and any(_is_rate(value, *pair) for pair in combinations(beside, 2)):
        return True
    if _SINCE.match(case.text, found.end) and value in {
        abs(one - other) for one, other in combinations(_years(case), 2)
    }:
        return True
    if _AVERAGE.search(case.text, start, end) and any(
        _rounds(one / other, value) for one in beside for other in beside if other
    ):
        return True
    return bool(_TOTAL.search(case.text, max(0, found.start - 70), found.start)) and _adds_up(case, found)


def comes_of_two(case: Case, is_given: Callable[[Found], bool], found: Found) -> bool:
    """Whether two given figures beside a number make it, though no word says so."""
    if found.kind not in COUNTS or not is_number(found.value):
        return False
    beside = _given_beside(case, is_given, found)
    return _made(found.figure, beside) or any(_is_rate(found.figure, *pair) for pair in combinations(beside, 2))


def _is_rate(value: Decimal, one: Decimal, other: Decimal) -> bool:
    """Whether it is so many times another, or what comes to each where one is shared out."""
    return value == one * other or other == value * one or one == value * other


def _years(case: Case) -> set[int]:
    """The years that were told, and the paper's own."""
    told = {one.value for one in case.known if one.kind == "year"}
    days = {one.value.year for one in case.known if isinstance(one.value, date)}
    return {int(year) for year in told} | days | ({case.day.year} if case.day else set())  # type: ignore[call-overload]


_TIMES = re.compile(r" ?(?:/-)? ?(?:[^\W\d]{1,15}\.? ){0,2}[x×*] ?(?:Rs\.?|रु\.?|₹)? ?")
_MAKES = re.compile(r" ?(?:/-)? ?(?:[^\W\d]{1,15}\.? ?){0,2}= ?(?:Rs\.?|रु\.?|₹)? ?")


def _reckoned(case: Case, is_given: Callable[[Found], bool], found: Found) -> bool:
    """Whether it is a factor of a reckoning that is written out, comes out right and makes what was given: 4,200 x 2 x 12 = 1,00,800."""
    row: list[Found] = []
    for one in case.within(*case.sentence(found.start)):
        if one.kind not in COUNTS or not is_number(one.value):
            continue
        made = found in row and bool(_MAKES.fullmatch(case.text, row[-1].end, one.start))
        if made and is_given(one) and prod(factor.figure for factor in row) == one.figure:
            return True
        row = [*row, one] if row and _TIMES.fullmatch(case.text, row[-1].end, one.start) else [one]
    return False


def _row(case: Case, found: Found) -> Iterator[Found]:
    """The other figures of a short line that is no sentence, as it was typed."""
    source = case.document.source
    given, (at, last) = source.given, source.span(found.start, found.end)
    start, end = given.rfind("\n", 0, at) + 1, given.find("\n", last)
    if end >= 0 and end - start <= _LONGEST and not given[start:end].rstrip().endswith(("।", ".", "|")):
        yield from (one for one in within(case, source.where(start), source.where(end)) if one.start != found.start)


def _made(value: Decimal, row: list[Decimal]) -> bool:
    """Whether two of a row make it: target, done, remaining; how many, the rate, the amount."""
    return any(value in (one - other, other - one, one + other, one * other) for one, other in combinations(row, 2))


def _given_beside(case: Case, is_given: Callable[[Found], bool], found: Found) -> list[Decimal]:
    near = within(case, max(0, found.start - _REACH), found.end + _REACH // 2)
    return [one.figure for one in near if one.start != found.start and is_given(one)][:_MOST]


def _is_share(value: Decimal, beside: list[Decimal]) -> bool:
    """Whether it is how much in a hundred one of the figures is of another, or is more or less than it."""
    return any(
        _rounds(100 * part / whole, value)
        for one in beside
        for whole in beside
        if whole
        for part in (one, abs(one - whole))
    )


def _rounds(exact: Decimal, value: Decimal) -> bool:
    """Whether a value is another with fewer figures behind the point."""
    exponent = value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return abs(exact - value) <= Decimal(10) ** -places / 2


def _adds_up(case: Case, total: Found) -> bool:
    """Whether the figures before a total, all of them or each of its column, make it."""
    before = [one.figure for one in figures(case) if one.start < total.start][-_MOST:][::-1]
    for stride, first in product(range(1, 5), range(5)):
        added = Decimal(0)
        for n, one in enumerate(before[first::stride]):
            added += one
            if added == total.figure and n:
                return True
    return False
