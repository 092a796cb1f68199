"""Amounts of money: a number is one where a sign, a word or the dash after it (/-) says so."""

import re
from collections.abc import Iterator
from decimal import Decimal
from re import Match

from assistant.facts.found import Found
from assistant.facts.numbers import ONE, number, said
from assistant.facts.patterns import END, HINDI, word_of
from assistant.language.numbers import exact

_RUPEES = "(?:रुपयों|रुपये|रुपए|रुपया|रूपयों|रूपये|रूपए|रूपया|रुपयें|[Rr]upees?|RUPEES?)"
_BEFORE = f"(?:₹|{word_of(['रुपये', 'रुपए', 'रूपये', 'रूपए', 'रुपया', 'रूपया', 'रु', 'रू', 'rs', 'rupees', 'rupee', 'inr'])}{END})[ .:ः-]{{0,3}}"
_PAISE = f"(?:,? ?(?:एवं |और |तथा |and )?(?P<paise>{ONE}) (?:पैसे|पैसा|[Pp]aise|[Pp]aisa){END})?"
_SIGN = "(?:₹|रु\\.? ?|रू\\.? ?|[Rr]s\\.? ?)?"
_TO = f"(?: ?(?:से|to|-|–) ?{_SIGN})"
_DASH = "(?: ?/[-–=](?![0-9]))"
_TAIL = "(?![0-9]|[.,/][0-9])(?: ?/[-–=])?"
_NOUGHT = f"(?: ?/?= ?00?{_TAIL})"
_NOUGHTS = f"(?: ?/?= ?00{_TAIL})"
_PLACES = f"(?:{_NOUGHT}|=(?P<places>[0-9]{{2}}){_TAIL}| ?[-–]00{_TAIL}|=(?:/[-–])?(?! ?[0-9]))"
"""Paise as offices in U.P. set them apart: 56,000=00, 56,000-00, 56,000=/-."""
AFTER_SIGN = re.compile(
    f"{_BEFORE}(?P<one>{ONE})(?! (?:पैसे|पैसा|[Pp]ais[ea]))(?:{_DASH}|{_PLACES})?(?:{_TO}(?P<two>{ONE})(?! ?(?:%|प्रतिशत|[Pp]er"
    f" ?cent)))?{_DASH}?(?: ?(?:मात्र|only))?{_PAISE}"
)
BEFORE_SIGN = re.compile(
    f"(?P<one>{ONE})(?:{_TO}(?P<two>{ONE}))?(?:{_DASH}|(?:{_NOUGHT}| ?{_DASH})? ?(?:की राशि )?(?:{_RUPEES}|रु\\.?|रू\\.?|₹|Rs\\.?)(?![A-Za-z{HINDI}])"
    f"|{_NOUGHTS}){_PAISE}"
)


def read_amount(match: Match[str]) -> Iterator[Found]:
    """The rupees, with their paise. Where two stand under one sign, both; figures take the लाख or करोड़ of the second."""
    first, second = match["one"], match["two"]
    value = Decimal(number(first))
    if second:
        other = number(second)
        if first[0].isdigit() and not second[0].isdigit() and not said(second) and value < 1000 <= other:
            value *= Decimal(10) ** (Decimal(other).adjusted() - _figures(second).adjusted())
        yield Found("amount", exact(value), match.start(), match.end("one"))
        yield Found("amount", other, match.start("two"), match.end())
        return
    if paise := match["paise"] or match.groupdict().get("places"):
        value += Decimal(number(paise)) / 100
    yield Found("amount", exact(value), match.start(), match.end())


def _figures(written: str) -> Decimal:
    """The figures at the head of a number that goes on in words: 2.5 of 2.5 लाख."""
    plain = re.match("[0-9.,]+", "".join(chr(ord(letter) - 0xE000) for letter in written))
    return Decimal(plain[0].strip(".,").replace(",", "")) if plain else Decimal(1)
