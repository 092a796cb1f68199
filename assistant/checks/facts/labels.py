"""Given facts that a label tells from all others: ward 7, Grade-2, paragraph 4, an act by its year, a financial year. Where the brief's own
stands nowhere and another value under its label does, that one stands in its place."""

import re
from collections.abc import Hashable, Iterable, Iterator

from assistant.checks.finding import Case
from assistant.checks.given import Given, given, printed
from assistant.facts import Fact, Found

_LABELS = {
    "ward": "वार्ड वार्डों ward wards",
    "class": "कक्षा कक्षाओं class classes standard",
    "grade": "ग्रेड grade",
    "para": "कंडिका पैरा पैराग्राफ para paras paragraph paragraphs",
    "phase": "चरण phase",
    "zone": "जोन ज़ोन zone",
    "sector": "सेक्टर sector",
    "block": "ब्लॉक block",
    "booth": "बूथ booth",
    "part": "part",
    "schedule": "अनुसूची schedule",
    "chapter": "अध्याय chapter",
    "survey": "खसरा survey",
    "flag": "flag",
}
_NUMBERED = {
    "centre": "केंद्र केन्द्र centre center",
    "room": "कक्ष room",
    "team": "दल team",
    "unit": "इकाई unit",
    "part": "भाग खंड खण्ड",
    "item": "मद item",
    "charge": "आरोप charge",
    "question": "प्रश्न question",
    "pump": "पंप pump",
    "platform": "प्लेटफॉर्म platform",
    "gate": "गेट gate",
    "quarter": "आवास क्वार्टर quarter",
}
"""These count other things unless a word for a number stands between."""
_KINDS = {word: kind for kind, words in (*_NUMBERED.items(), *_LABELS.items()) for word in words.split()}
_FREE = frozenset(" ".join(_LABELS.values()).split())
_VALUE = r"(?:[0-9]{1,4}|[IVXivx]{1,5})(?![A-Za-z0-9\u0900-\u0963])"
_LABELLED = re.compile(
    r"(?<![A-Za-z\u0900-\u0963])(?P<label>[A-Za-z\u0900-\u0963]++)(?P<number> (?:क्रमांक|क्र\.?|संख्या|सं\.|नंबर|नं\.|[Nn]os?\.?|[Nn]umber))?+"
    rf"[ :-]{{1,2}}(?P<items>{_VALUE}(?: ?(?:,|[-–]|एवं|और|तथा|व|से|and|to|&) ?{_VALUE}){{0,9}})(?![/.,-]?[0-9])"
)
_OWN = re.compile(r" (?:above|below|ऊपर|नीचे|में उल्लेखित)|(?:उपरोक्त|उपर्युक्त|above) $", re.IGNORECASE)
"""Beside a paragraph's number: it is one of the paper's own."""
_ROMAN = {"I": 1, "V": 5, "X": 10}


_Mistold = tuple[Given, Found, str]
"""What was given, what the paper has instead, and the given one as it would stand there."""


def mistold(case: Case) -> Iterator[_Mistold]:
    """What was given, and what the paper has under its label instead."""
    yield from _numbers(case)
    yield from _acts(case)
    yield from _years(case)


def _numbers(case: Case) -> Iterator[_Mistold]:
    told: dict[str, dict[int, tuple[str, str]]] = {}
    for name, text in case.told:
        for kind, value, start, end, _ in _labelled(text):
            told.setdefault(kind, {})[value] = (name, text[start:end])
    if not told:
        return
    said: dict[str, list[tuple[int, int, int]]] = {}
    figures = {one.value for one in case.known}
    for kind, value, start, end, joined in _labelled(case.text):
        if not joined or value not in figures or value in told.get(kind, ()):  # ward 7 and 20 houses
            said.setdefault(kind, []).append((value, start, end))
    for kind, ones in told.items():
        lost = [value for value in ones if value not in {value for value, _, _ in said.get(kind, ())}]
        others: dict[int, int] = {}
        for value, start, end in said.get(kind, ()):
            if value in ones or not lost or _OWN.match(case.text, end) or _OWN.search(case.text, start - 30, start):
                continue
            right = others.setdefault(value, lost[min(len(others), len(lost) - 1)])
            name, says = ones[right]
            one = _given(case, ("number", "small", "mark"), right) or Given(
                Fact(name, "number", right, says), True, name
            )
            yield one, Found("number", value, start, end), str(right) if case.text[start].isdigit() else ""


def _labelled(text: str) -> Iterator[tuple[str, int, int, int, bool]]:
    """Each number under a label, as a number, with the label's kind; whether it only follows another."""
    for match in _LABELLED.finditer(text):
        label = match["label"].lower()
        kind = _KINDS.get(label)
        if not kind or not (match["number"] or label in _FREE):
            continue
        for item in re.finditer(_VALUE, match["items"]):
            start = match.start("items") + item.start()
            yield kind, _whole(item[0]), start, start + len(item[0]), item.start() > 0


def _whole(digits: str) -> int:
    if digits.isdigit():
        return int(digits)
    row = [_ROMAN[letter] for letter in digits.upper()]
    return sum(-one if one < other else one for one, other in zip(row, (*row[1:], 0), strict=True))


def _given(case: Case, kinds: tuple[str, ...], value: Hashable) -> Given | None:
    same = [one for one in given(case) if one.fact.kind in kinds and str(one.fact.value) == str(value)]
    return next((one for one in same if one.expected), same[0] if same else None)


# --- acts and financial years

_ACT_YEAR = re.compile("(?:18|19|20)[0-9]{2}$")


def _acts(case: Case) -> Iterator[_Mistold]:
    """Acts and rules by their names, with another year than they were given with, or the form prints."""
    said = [(found, *_dated(case.text, found)) for found in case.found if found.kind == "law"]
    told: list[tuple[Found, str, Hashable, str]] = []
    for found, name, year in said:
        if not year:
            continue
        told = told or [*_cited(case.told_text, case.known), *_cited(*printed(case))]
        alike = [(one, says, its) for one, says, title, its in told if its and _is_same(name, title)]
        if alike and year not in {its for _, _, its in alike}:
            one, says, its = alike[0]
            mine = next((mine for mine in given(case) if mine.fact.kind == "law" and mine.fact.says == says), None)
            mine = mine or Given(Fact("law", "law", one.value, says), False, "law")
            yield mine, found, case.text[found.start : found.end - len(its)] + its


def _cited(text: str, among: Iterable[Found]) -> Iterator[tuple[Found, str, Hashable, str]]:
    for found in among:
        if found.kind == "law":
            yield found, text[found.start : found.end], *_dated(text, found)


def _dated(text: str, found: Found) -> tuple[Hashable, str]:
    """An act's name without its year, and the year."""
    year = _ACT_YEAR.search(text[found.start : found.end])
    if not isinstance(found.value, tuple) or found.value[0] != "act" or not year:
        return None, ""
    name = found.value[1]
    return (name[:-1] if isinstance(name, tuple) else name), year[0]


def _is_same(one: Hashable, other: Hashable) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):
        short, long = sorted((one, other), key=len)
        return len(short) > 1 and long[-len(short) :] == short
    return one == other


_SPAN = re.compile(r"(?<![0-9./-])(20[0-9]{2}) ?[-–] ?([0-9]{2})(?![0-9]|[./-][0-9])")
_BESIDE = re.compile(
    r"(?:गत|पिछले|विगत|पूर्व|आगामी|अगले|previous|last|next|preceding|coming)(?: (?:वित्तीय |financial )?(?:वर्ष|सत्र|year|session))? $",
    re.IGNORECASE,
)
"""Before a year: it is the one beside another."""


def _years(case: Case) -> Iterator[_Mistold]:
    """A financial year that nobody gave, or a span that begins or ends as a given one and is no year, where the given one is nowhere."""
    if "20" not in case.text:
        return
    known = {one.value: one for one in case.known if one.kind == "fy" and isinstance(one.value, int)}
    said = {one.value for one in case.found if one.kind == "fy"}
    lost = [year for year in known if year not in said]
    if not lost:
        return
    for match in _SPAN.finditer(case.text):
        first, last = int(match[1]), int(match[2])
        whole = last == (first + 1) % 100
        near = [year for year in lost if whole or year == first or (year + 1) % 100 == last]
        if near and first not in known and _BESIDE.search(case.text, max(0, match.start() - 30), match.start()):
            continue
        if near and not (whole and first in known) and match[0] not in case.told_text:
            right = min(near, key=lambda year: abs(year - first))
            found = known[right]
            says = case.told_text[found.start : found.end]
            one = _given(case, ("fy",), right) or Given(Fact("fy", "fy", right, says), False, "fy")
            yield one, Found("fy", first, match.start(), match.end()), says
