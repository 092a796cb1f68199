"""What is left of a number, told further on: 46 quintals are on the books, 39 were found, 7 are short. It may be of something else: a hint."""

import re
from collections.abc import Iterator
from itertools import accumulate, combinations, pairwise

from assistant.checks.facts.alike import stem
from assistant.checks.facts.totals import Claim
from assistant.checks.finding import Case
from assistant.facts import Found

_BEFORE = re.compile(
    r"(?:(?<![\u0900-\u0963])(?:शेष|बाकी|बचे|बची|बचा|अंतर|अन्तर|कमी|अन्य|रिक्त|लंबित|लम्बित|अनुपस्थित|अप्राप्त)"
    r"|\b(?:remaining|vacant|pending|absent|awaited|missing|balance|rest|other|others|difference|shortage|shortfall|short|leaving|less|left))"
    r"(?: (?:of|by|is|के|की|का|को|रहे|रही|में))?"
    r"[^।.\n0-9,;]{0,24}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?: ?(?:/-)? ?\([^()\n]{0,120}\))?[^।.\n0-9,;]{0,50}?(?:(?<![\u0900-\u0963])(?:शेष|बाकी|कम|कमी|अंतर|अन्तर"
    r"|लंबित|लम्बित|अप्राप्त|रिक्त|अनुपस्थित|अपूर्ण|नहीं|न|बंद|अप्रारंभ|निर्माणाधीन|प्रगतिरत)(?![\u0900-\u0963])"
    r"|\b(?:not|short|less|missing|remain(?:s|ed|ing)?|pending|awaited|left|outstanding|unspent|incomplete|vacant|absent"
    r"|in balance|in progress|under way"
    r"|yet to|could not|still|difference)\b)",
    re.IGNORECASE,
)
_IS_LEFT = re.compile(
    r"[^।.\n0-9,;]{0,40}?(?:शेष|बाकी|बचे|बची|\b(?:unspent|short|missing|left|outstanding|remain|balance)\b)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[^।.;\n]* (?:और|तथा|एवं|व|and) [^।.;\n]*")
"""Between two figures: both may be told of the whole, and be no parts of it: 120 have water and 25 have no toilet."""
_FAR, _BACK = 330, 5
_NOT = re.compile(r"[^।.\n0-9,;]{0,50}?(?:(?<![\u0900-\u0963])(?:नहीं|न)(?![\u0900-\u0963])|\bnot\b)", re.IGNORECASE)
_FINE = 4, 12
"""One in so many of the whole is the most that a slip is off by; where it is only said what is not so, which may be something else."""


def told_further_on(case: Case, counts: list[Found]) -> Iterator[Claim]:
    """Claims of a whole, a part of it and the rest, where the rest is called so and no two figures before it leave it."""
    text = case.text
    for n, rest in enumerate(counts):
        before = [one for one in counts[max(0, n - _BACK) : n] if rest.start - one.start < _FAR]
        before = [one for one in before if (one.kind == "amount") == (rest.kind == "amount")]
        if len(before) < 2:
            continue
        whole, part = before[-2:]
        off = abs(whole.figure - part.figure - rest.figure)
        if (
            max(part.figure, rest.figure) >= whole.figure
            or off * _FINE[0] > whole.figure
            or not _is_rest(text, rest, before)
        ):
            continue
        known = [one.figure for one in before]
        if rest.figure in known or any(abs(one - other) == rest.figure for one, other in combinations(known, 2)):
            continue
        if off * _FINE[bool(_NOT.match(text, rest.end))] <= whole.figure:
            yield from either(whole, (part,), rest, sure=False)


def _is_rest(text: str, rest: Found, before: list[Found]) -> bool:
    """Whether a figure is called what is left of those before it."""
    if _BEFORE.search(text, max(0, rest.start - 60), rest.start):
        return True
    if not _AFTER.match(text, rest.end) or not _of_these(text, rest, before[-2:]):
        return False
    return not _BESIDE.fullmatch(text, before[-1].end, rest.start) or bool(_IS_LEFT.match(text, rest.end))


def nearly_a_sum(case: Case, counts: list[Found]) -> Iterator[Claim]:
    """Claims of a figure beside a row of others that nearly make it, whatever words stand between, and that no two others make."""
    values = [float(one.figure) for one in counts]
    for n, stated in enumerate(values):
        for step in (-1, 1):
            added, most = 0.0, max(1.0, stated / _FINEST)
            for many in range(1, _ROW + 1):
                at = n + step * many
                if not 0 <= at < len(values) or added > stated + most or values[at] >= stated:
                    break
                added += values[at]
                if many > 2 and abs(added - stated) <= most:
                    row = tuple(counts[at:n] if step < 0 else counts[n + 1 : at + 1])
                    beyond = values[n + step * (many + 1) :: step][:_MORE] if n + step * (many + 1) >= 0 else []
                    exact = stated in accumulate(beyond, initial=added)
                    if not exact and _is_row(case, counts[n], row, counts[max(0, n - _ROW) : n + _ROW + 1]):
                        yield Claim(counts[n], [one.figure for one in row], row, sure=False)
                    break


def _is_row(case: Case, total: Found, row: tuple[Found, ...], around: list[Found]) -> bool:
    """Whether figures stand as a list beside a total that no two figures make."""
    text, first, last = case.text, min(total.start, row[0].start), max(total.end, row[-1].end)
    if last - first > _NEAR or "\n" in text[first:last]:
        return False
    others, stated = [one.figure for one in around if one is not total], total.figure
    if any(stated in (one + other, one - other, other - one, one * other) for one, other in combinations(others, 2)):
        return False
    alike = {one.kind == "amount" for one in row} == {total.kind == "amount"}
    return alike and all(_LISTED.search(text, one.end, other.start) for one, other in pairwise(row))


_LISTED = re.compile(r"[,;।+]|(?<![\u0900-\u0963])(?:तथा|एवं|और|व)(?![\u0900-\u0963])|\band\b")
_ROW, _NEAR, _FINEST = 6, 260, 25
_MORE = 3
"""So many more of the row may be small enough to make a near sum exact: 4, 3, 2, 1 and 1 are 11."""


def _of_these(text: str, rest: Found, before: list[Found]) -> bool:
    """Whether a figure counts what those before it count, or says nothing of it."""
    own = _counted(text, rest)[:1]
    return not own or any(own[0] in _counted(text, one) for one in before)


_WORD = re.compile("[A-Za-z\u0900-\u0963]{2,30}")
_SMALL = frozenset(
    "का की के को में पर है हैं था थे रह से ने तथा और are is were was have has had been of in lies lie remain remained not short less".split()
)


def _counted(text: str, found: Found) -> list[str]:
    """The stems of the words after a figure that may tell what it counts."""
    words = _WORD.findall(re.split("[।.,;(\n]", text[found.end : found.end + 50], maxsplit=1)[0].lower())[:4]
    return [stem(word) for word in words] if words and words[0] not in _SMALL else []


def either(whole: Found, parts: tuple[Found, ...], rest: Found, sure: bool = True) -> Iterator[Claim]:
    """The rest as what is left, and the whole as the sum: where a brief has the one, the other is wrong."""
    place = whole.start, rest.end
    yield Claim(rest, [whole.figure, *(-part.figure for part in parts)], (whole, *parts), place, sure)
    yield Claim(whole, [*(part.figure for part in parts), rest.figure], (*parts, rest), place, sure)
