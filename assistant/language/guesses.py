"""What a Hindi word in no list may stand for, where no word of the office is as near: a loan, a rarer word, a word made of two."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.language.lexicon import usual
from assistant.language.spelling import fold, is_known, is_loan, is_only_name, is_ordinary, near

_MIXED_UP = {"श": "सष", "स": "शष", "ष": "शस", "ण": "न", "न": "ण"}
_LENGTHS = {"ी": "ि", "ि": "ी", "ू": "ु", "ु": "ू", "ई": "इ", "इ": "ई", "ऊ": "उ", "उ": "ऊ"}
_LETTERS = re.compile("[\u0904-\u0939]")
_RARE, _FEW, _PART = 3, 3, 4
"""How usual a word has to be, of how many letters one that stands for it, and how long each part of one that is made of two."""


@lru_cache(20_000)
def akin(word: str) -> str:
    """The loan or rarer word that an unknown one becomes when one of what people mix up is changed, or the word whose first part
    does: पुलिश, निरिक्षणकर्ता; never a name. Less sure than `near`; "" where none or several are."""
    folded = fold(word)
    if len(_LETTERS.findall(folded)) < _FEW or is_known(word):
        return ""
    found = {one for one, sure in _changed(folded) if sure and usual().get(one, 0) >= _RARE and not is_only_name(one)}
    found = found or {
        two for one in _lengths(folded) for two in _lengths(one) if usual().get(two, 0) > _RARE and is_ordinary(two)
    }
    if found:
        return found.pop() if len(found) == 1 else ""
    return _made_of_two(folded)


def _changed(word: str) -> Iterator[tuple[str, bool]]:
    """The words that differ in one sign, and whether each may be meant: inside a loan the length of a vowel is anybody's choice."""
    for at, sign in enumerate(word):
        for other in _MIXED_UP.get(sign, "") + _LENGTHS.get(sign, ""):
            one = word[:at] + other + word[at + 1 :]
            yield one, at == len(word) - 1 or other in _MIXED_UP or not is_loan(one)
    if match := _NASAL.search(word):
        yield word[: match.start()] + "ं" + word[match.end() :], True


def _lengths(word: str) -> Iterator[str]:
    """The words that differ in the length of one vowel."""
    for at, sign in enumerate(word):
        if sign in _LENGTHS:
            yield word[:at] + _LENGTHS[sign] + word[at + 1 :]


_NASAL = re.compile("[नम]्(?=[क-म])")
"""A nasal of another row than the letter after it: भन्डारण."""


def _made_of_two(word: str) -> str:
    for at in range(_PART, len(word) - _PART + 1):
        first, rest = word[:at], word[at:]
        if _LETTERS.match(rest) and is_ordinary(rest) and (right := near(first)) and is_ordinary(right):
            return right + rest
    return ""
