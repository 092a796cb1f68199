"""Figures that are told in lakh or crore by a heading: "राशि (लाख रु.)" over a column, "Rs. in crore" over a list."""

import re
from decimal import Decimal
from typing import NamedTuple

from assistant.checks.finding import Case, once
from assistant.checks.phrases import inside
from assistant.facts import Found
from assistant.forms.phrases import every
from assistant.language.numbers import number_words, one_spelling

_UNIT = re.compile(
    r"(?:(?<=[ (₹.])|(?<=\n)|^)(?:(?P<hindi>लाख|करोड़|अरब|हज़ार|हजार)|(?P<english>(?:lakh|lac|crore|thousand|million|billion)s?))"
    r"(?![A-Za-z\u0900-\u0963])",
    re.IGNORECASE,
)
_BEGIN = ("लाख", "करोड", "अरब", "हज", "lak", "lac", "crore", "million", "billion", "thousand")


class Scales(NamedTuple):
    """The units that stand with no figure before them: in the paper with their places, and in what the writer was told."""

    paper: list[tuple[int, int]]
    told: frozenset[int]

    def readings(self, found: Found) -> list[Decimal]:
        """What a bare figure of the paper may stand for."""
        if found.kind not in ("number", "small"):
            return []
        units = {unit for at, unit in self.paper if at < found.start}
        return [found.figure * unit for unit in units]


@once
def scales(case: Case) -> Scales:
    """The units of a case."""
    return Scales(_units(case.text, case.found), frozenset(unit for _, unit in _units(case.told_text, case.known)))


def _units(text: str, found: list[Found]) -> list[tuple[int, int]]:
    small = text.replace("\u0130", "I").lower()  # İ alone is two signs when it is small
    places = sorted(place for words in _BEGIN for place in every(small, words))
    units = [match for place in places if (match := _UNIT.match(text, place))]
    said = [(one.start, one.end) for one in found if one.kind in ("number", "amount")]
    return [
        (match.start(), int(number_words()[one_spelling(match["hindi"] or match["english"].rstrip("sS"))].value))
        for match in units
        if not inside(match.start(), said)
    ]
