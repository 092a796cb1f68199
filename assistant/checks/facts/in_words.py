"""Whether an amount in figures and the same in words say one number."""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.finding import Case, Spot
from assistant.language.numbers import read_number

_MONEY = r"रुपये|रुपए|रूपये|रूपए|रुपया|रुपयों|रु\.?|रू\.?|rupees?|Rs\.?|INR|₹"
_IN_WORDS = re.compile(
    rf"\s?(?:/[-–=]|\.-|=|-)?\s?(?:{_MONEY})?\s?(?:मात्र|only|in all|per [a-z]{{3,8}}|an? [a-z]{{3,8}}|प्रति [\u0904-\u0963]{{2,10}}|की राशि)?\s?,?\s?"
    r"(?:[\[(]\s?(?P<bracket>[^()\[\]\n]{3,160})[)\]]|"
    r"(?P<open>(?:अक्षरी|शब्दों में|अक्षरों में|in words)[^()।\n]{3,140}?(?:मात्र|only)(?![A-Za-z\u0900-\u0963])))",
    re.IGNORECASE,
)
_AROUND = re.compile(
    rf"अक्षरी|अक्षरेन|अक्षरों में|शब्दों में|अंकन|कुल|\bin words\b|{_MONEY}|मात्र|केवल|\bonly\b|[:=/,.–-]", re.IGNORECASE
)


_PAISE = re.compile(
    r"(?P<rupees>.{2,120}?),? ?(?:(?:and|एवं|तथा|और|व) )?"
    r"(?:(?:paise|paisa|पैसे|पैसा) (?P<after>[^0-9,;]{2,40})|(?P<before>[A-Za-z]+(?:[- ][A-Za-z]+)?|[\u0900-\u0963]+) (?:paise|paisa|पैसे|पैसा))",
    re.IGNORECASE,
)
"""Rupees, and how many paise: and paise fifty, and fifty paise."""


def _read(said: str) -> int | Decimal | None:
    """What an amount's words or figures say, its paise with it."""
    bare = " ".join(_AROUND.sub(" ", said).split())
    parts = _PAISE.fullmatch(bare)
    if not parts:
        return read_number(bare)
    rupees, paise = read_number(parts["rupees"]), read_number(parts["after"] or parts["before"])
    return None if rupees is None or paise is None else rupees + Decimal(paise) / 100


def words_mismatch(case: Case) -> Iterator[Spot]:
    """A figure and the words in the bracket after it say two numbers. What can't be read for sure is let pass."""
    for found in case.found:
        if found.kind not in ("number", "amount", "days") or not (match := _IN_WORDS.match(case.text, found.end)):
            continue
        first, second = case.text[found.start : found.end], match["bracket"] or match["open"]
        figures, words = (first, second) if re.search("[0-9]", first) else (second, first)
        if re.search("[0-9]", words) or not re.search("[0-9]", figures):
            continue
        value = _read(second if figures is first else re.sub(r"(?<=[0-9]),(?=[0-9])", "", second))
        if value is not None and value != found.value:
            said = {"figures": " ".join(figures.split()), "words": " ".join(words.split())}
            yield Spot(found.start, match.end(), values=said)
