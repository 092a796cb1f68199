"""Whether the digits of a paper are of one script, and large numbers grouped as India does."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from assistant.checks.finding import Case, Spot
from assistant.checks.phrases import quoted
from assistant.language.digits import ASCII, DEVANAGARI, DEVANAGARI_DIGIT
from assistant.language.numbers import grouped

_NUMBER = re.compile("[0-9\u0966-\u096f][0-9\u0966-\u096f,./:–-]*")
_AS_ISSUED = ("letterhead", "number", "reference", "addressee", "from", "copies")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})$")
_PAGE = re.compile(r"(?:पृष्ठ|पृ\.)[ -](?:[सक][^\s\d]{1,6} )?$")
_LEFT, _RIGHT = re.compile(r"[\s(]"), re.compile(r"[\s),]")
_LATIN_SIGNS = re.compile("[A-Za-z@/]")
_LETTER_SIGNS = re.compile("[A-Za-z@\u0904-\u0963\u0970]")
_ONE_OF_A_ROW = re.compile("[\u0904-\u0939][\u0900-\u0963]{2,20}[-–][0-9०-९]{1,2}")
"""A word that is numbered: कक्षा-4, अनुस्मारक-1. No office issued these figures."""


def mixed_digits(case: Case) -> Iterator[Spot]:
    """Digits of both scripts in one paper: the fewer of them are told. What was issued elsewhere keeps its own."""
    given = case.document.source.given
    if not DEVANAGARI_DIGIT.search(given):
        return
    found: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    marks: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    for number in _NUMBER.finditer(given):
        end = number.start() + len(number[0].rstrip(",./:–-"))
        if not _is_issued(case, given, number.start(), end):
            found[bool(DEVANAGARI_DIGIT.search(number[0]))].append((number.start(), end))
        elif end - number.start() < _OF_A_LIST and not given[given.rfind("\n", 0, end) + 1 : number.start()].strip(
            " (\t"
        ):
            marks[bool(DEVANAGARI_DIGIT.search(number[0]))].append((number.start(), end))
    for each in (found, marks):
        if not (each[True] and each[False]):
            continue
        fewer = min((each[True], each[False]), key=len)
        start, end = fewer[0]
        number_text = given[start:end]
        devanagari = fewer is each[True]
        yield Spot(start, end, typed=True, suggestion=number_text.translate(ASCII if devanagari else DEVANAGARI))
        return


_OF_A_LIST = 3
"""Figures of a list's mark are fewer."""


def _is_issued(case: Case, given: str, start: int, end: int) -> bool:
    """Whether digits stand in a file number, an address, a telephone number, a list's mark or for a dot."""
    before, after = given[max(start - 40, 0) : start], given[end : end + 40].removeprefix("/-").removeprefix("/=")
    left, right = _LEFT.split(before)[-1], _RIGHT.split(after, maxsplit=1)[0]
    number = given[start:end]
    if _PAGE.search(before) or (_ONE_OF_A_ROW.fullmatch(left + number) and not right.strip("।.;:")):
        return False  # पृष्ठ 9/पत्राचार
    if case.language == "en" and DEVANAGARI_DIGIT.search(number) and re.match("/[a-z](?![A-Za-z])", given[end:]):
        return False  # p. ६/c: no paper is issued so
    if left[-1:] in ("/", "“", '"', "‘", "'") or _LETTER_SIGNS.search(left) or _LATIN_SIGNS.search(right):
        return True
    if "/" in number and not _DATE.match(number.translate(ASCII)):
        return True
    if len(re.sub(r"\D", "", number)) >= 10 or (
        not before.rpartition("\n")[2].strip(" (\t") and after[:1] in (".", ")", "-")
    ):
        return True
    at = case.document.source.where(start)
    line = case.line(at)
    return line is not None and at < line.end and line.part in _AS_ISSUED


_WESTERN = re.compile(r"\d(?<![\d,./-]\d)\d{0,2}(?:,\d{3}){1,5}(?![\d,/]*\d)(?!,\d)")
_MONEY = re.compile(r"(?:₹|रु|रू|Rs|INR|राशि|amount|व्यय|लागत)[^\n।]{0,12}$", re.IGNORECASE)
_FOREIGN_MONEY = re.compile(r"(?:[$€£]|USD|EUR|डॉलर)\s?$")
_DOLLARS = re.compile(" ?(?:डॉलर|dollar|USD|euro)")
_SERIAL = re.compile(
    r"(?:क्रमांक|क्र\.|संख्या|सर्वे|खसरा|गाटा|नं\.?|नियम|धारा|धाराएँ|पृष्ठ|कक्ष|वार्ड|बूथ|केंद्र|Nos?\.?|survey|khasra|rules?|sections?|pages?|rooms?|wards?|booths?)"
    r"[ :.,0-9-]{0,40}$",
    re.IGNORECASE,
)


def grouping(case: Case) -> Iterator[Spot]:
    """A number of a lakh and more that is grouped by thousands, and rupees in millions."""
    yield from _in_millions(case)
    source = case.document.source
    for number in _WESTERN.finditer(case.text):
        digits = number[0].replace(",", "")
        before = case.text[max(number.start() - 50, 0) : number.start()]
        if int(digits) < 100_000 or _FOREIGN_MONEY.search(before) or _DOLLARS.match(case.text, number.end()):
            continue
        groups = [int(group) for group in number[0].split(",")]
        rising = all(0 < later - one <= 60 for one, later in pairwise(groups))
        if not _MONEY.search(before) and (rising or _SERIAL.search(before)):
            continue  # a list of numbers
        start = max(case.text.rfind("\n", 0, number.start()), number.start() - 700) + 1
        if any(
            opens < number.start() < closes
            for opens, closes in quoted(case.text, start, min(number.end() + 300, len(case.text)))
        ):
            continue
        first, last = source.span(number.start(), number.end())
        right = grouped(int(digits))
        in_devanagari = DEVANAGARI_DIGIT.search(source.given, first, last)
        yield Spot(number.start(), number.end(), suggestion=right.translate(DEVANAGARI) if in_devanagari else right)


_MILLIONS = re.compile(
    r"(?:Rs\.?|INR|₹|रु\.?|रुपये) ?(?P<figures>[0-9]{1,6}(?:\.[0-9]{1,3})?) ?(?P<unit>million|billion|मिलियन|बिलियन)",
    re.IGNORECASE,
)


def _in_millions(case: Case) -> Iterator[Spot]:
    """Rupees in millions, which an office counts in lakhs and crores."""
    small = case.text.lower()
    said = "illion" in small or "लियन" in small
    for match in _MILLIONS.finditer(case.text) if said else ():
        lakhs = Decimal(match["figures"]) * (10 if match["unit"].lower() in ("million", "मिलियन") else 10_000)
        amount, unit = (lakhs / 100, _CRORE) if lakhs >= 100 else (lakhs, _LAKH)
        right = f"{amount.normalize():f} {unit[case.language]}"
        yield Spot(match.start("figures"), match.end("unit"), suggestion=right)


_LAKH, _CRORE = {"hi": "लाख", "en": "lakh"}, {"hi": "करोड़", "en": "crore"}


CHECKS = {"language.mixed-digits": mixed_digits, "language.grouping": grouping}
