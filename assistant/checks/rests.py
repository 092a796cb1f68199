"""What is left of a number, told further on: 46 quintals are on the books, 39 were found, 7 are short. It may be of something else: a hint."""

import re
from collections.abc import Iterator
from itertools import combinations

from assistant.checks.finding import Case
from assistant.checks.totals import Claim
from assistant.facts import Found

_BEFORE = re.compile(
    r"(?:(?<![\u0900-\u0963])(?:शेष|बाकी|बचे|बची|बचा|अंतर|अन्तर|कमी|अन्य)"
    r"|\b(?:remaining|balance|rest|other|others|difference|shortage|shortfall|short|leaving|less|left))(?: (?:of|by|is|के|की|का|को|रहे|रही|में))?"
    r"[^।.\n0-9,;]{0,24}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[^।.\n0-9,;]{0,50}?(?:(?<![\u0900-\u0963])(?:शेष|बाकी|कम|कमी|अंतर|अन्तर|लंबित|लम्बित|अप्राप्त|रिक्त|अनुपस्थित|अपूर्ण|नहीं|न|बंद|अप्रारंभ|निर्माणाधीन|प्रगतिरत)(?![\u0900-\u0963])"
    r"|\b(?:not|short|less|missing|remain(?:s|ed|ing)?|pending|awaited|left|outstanding|unspent|incomplete|vacant|absent"
    r"|in balance|in progress|under way"
    r"|yet to|could not|still|difference)\b)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[^।.;\n]* (?:और|तथा|एवं|व|and) [^।.;\n]*")
"""Between two figures: both may be told of the whole, and be no parts of it: 120 have water and 25 have no toilet."""
_FAR, _BACK = 330, 5
_FINE = 4
"""One in so many of the whole is the most that a slip is off by."""


def told_further_on(case: Case, counts: list[Found]) -> Iterator[Claim]:
    """Claims of a whole, a part of it and the rest, where the rest is called so and no two figures before it leave it."""
    text = case.text
    for n, rest in enumerate(counts):
        before = [one for one in counts[max(0, n - _BACK) : n] if rest.start - one.start < _FAR]
        before = [one for one in before if (one.kind == "amount") == (rest.kind == "amount")]
        if len(before) < 2 or not (
            _BEFORE.search(text, max(0, rest.start - 60), rest.start)
            or (
                _AFTER.match(text, rest.end)
                and _of_these(text, rest, before[-2:])
                and not _BESIDE.fullmatch(text, before[-1].end, rest.start)
            )
        ):
            continue
        known = [one.figure for one in before]
        if rest.figure in known or any(abs(one - other) == rest.figure for one, other in combinations(known, 2)):
            continue
        whole, part = before[-2:]
        off = abs(whole.figure - part.figure - rest.figure)
        if max(part.figure, rest.figure) < whole.figure and off * _FINE <= whole.figure:
            yield from either(whole, (part,), rest, sure=False)


def _of_these(text: str, rest: Found, before: list[Found]) -> bool:
    """Whether a figure counts what those before it count, or says nothing of it."""
    own = _counted(text, rest)[:1]
    return not own or any(own[0] in _counted(text, one) for one in before)


_WORD = re.compile("[A-Za-z\u0900-\u0963]{2,30}")
_SMALL = frozenset(
    "का की के को में पर है हैं था थे रह से ने तथा और are is were was have has had been of in lies lie remain remained not short less".split()
)


def _counted(text: str, found: Found) -> list[str]:
    """The beginnings of the words after a figure that may tell what it counts."""
    words = _WORD.findall(re.split("[।.,;(\n]", text[found.end : found.end + 50], maxsplit=1)[0].lower())[:4]
    return [word[:4] for word in words] if words and words[0] not in _SMALL else []


def either(whole: Found, parts: tuple[Found, ...], rest: Found, sure: bool = True) -> Iterator[Claim]:
    """The rest as what is left, and the whole as the sum: where a brief has the one, the other is wrong."""
    place = whole.start, rest.end
    yield Claim(rest, [whole.figure, *(-part.figure for part in parts)], (whole, *parts), place, sure)
    yield Claim(whole, [*(part.figure for part in parts), rest.figure], (*parts, rest), place, sure)
