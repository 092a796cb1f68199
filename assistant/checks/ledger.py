"""The ledger of a paper: every fact of its brief, where the paper says it and what became of it; and what the paper made up.

A fact that stands there with another value is one entry, not a lost fact and an invented one. Unknown facts are paired with those
that are nowhere said by the words around them, or by a value that is nearly the same.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, Literal

from assistant import facts
from assistant.checks.finding import Case
from assistant.facts import Fact, Found
from assistant.language.dates import MONTHS
from assistant.language.numbers import one_spelling

Became = Literal["kept", "changed", "dropped", "added"]

COUNTS = ("number", "amount", "days", "months", "small")
DAYS = ("date", "day", "month", "year", "fy", "impossible-date")
EXPECTED = ("number", "amount", "days", "months", "date", "day", "time", "ref", "name")
"""Kinds that a paper has to convey where its brief has them; acts, posts, places and years may be worded away."""
HEAD = frozenset(
    "office number date place to through sender copies_to endorsement cc bcc submit_to flags file state tone attendees enclosures".split()
)
"""Fields that a form prints, not matter that has to be told: what is changed in them is a fault, what is left out is the form's affair."""
GROUPS = dict.fromkeys(COUNTS, "count") | dict.fromkeys(DAYS, "day") | {"place": "place", "post": "post"}


@dataclass(frozen=True)
class Entry:
    """One fact and what became of it. `fact` is None where the paper made it up; `start` and `end` are 0 where it was dropped.

    `told` tells that another finding already says it: a blank that stands there, a date that the paper itself disproves.
    """

    became: Became
    kind: str
    start: int = 0
    end: int = 0
    fact: Fact | None = None
    right: str = ""
    """The fact as the paper would write it, where another value stands."""
    told: bool = False
    told_at: int = -1
    """Where the blank or the word like शीघ्र begins that stands for what was dropped."""


@dataclass(frozen=True)
class Given:
    """A fact of the brief, whether the paper has to convey it, and the words around it there."""

    fact: Fact
    expected: bool
    near: frozenset[str]
    unit: str
    field: str


def ledger(case: Case) -> list[Entry]:
    """Every fact of the brief and every fact of the paper that nobody gave, in the order of the paper; dropped ones last. None without a brief."""
    cached: list[Entry] | None = case.__dict__.get("_ledger")
    if cached is None:
        cached = case.__dict__["_ledger"] = _Ledger(case).entries() if case.brief or case.expect else []
    return cached


def stands_for(case: Case) -> dict[int, str]:
    """Where a blank or a word like शीघ्र stands for a fact that has to be conveyed, and that fact's id."""
    return {entry.told_at: entry.fact.id for entry in ledger(case) if entry.told_at >= 0 and entry.fact}


# --- what was given


def given(case: Case) -> list[Given]:
    """The facts of the brief, each once; what an exercise expects is expected, and then nothing else."""
    first: dict[tuple[str, Any], Given] = {}
    for one in _given(case):
        key = (one.fact.kind, one.fact.value)
        if key in first:
            before = first[key]
            first[key] = replace(before, expected=before.expected or one.expected, near=before.near | one.near)
        else:
            first[key] = one
    if case.expect:
        marked = [Given(fact, True, frozenset(), "", "expect") for fact in case.expect]
        rest = [
            replace(one, expected=False)
            for one in first.values()
            if not any(_equal(fact, one.fact) for fact in case.expect)
        ]
        return marked + rest
    return list(first.values())


def _equal(one: Fact, other: Fact) -> bool:
    return facts.same(one, Found(other.kind, other.value, 0, 0))


def _given(case: Case) -> Iterator[Given]:
    """Fact by fact: a paper's number as a reference, a person's name, else what a text says. The scenario's are known, not expected."""
    at = place = 0
    for name, text in case.told:
        field, _, part = name.rpartition(".")
        field = (field or part).partition(".")[0]
        end = at + len(text)
        held: list[Found] = []
        while place < len(case.known) and case.known[place].start < end:
            held.append(case.known[place])
            place += 1
        expected = bool(field) and field not in HEAD
        if part == "number":
            fact = Fact(name, "ref", facts.fact(name, "ref", text).value, text)
            yield Given(fact, expected and bool(re.search("[0-9]", text)), frozenset(), "", field)
        elif part == "name" and field not in ("office", ""):
            yield Given(facts.fact(name, "name", text), False, frozenset(), "", field)
        elif field and part not in ("kind", "purpose", "state", "tone"):
            for found in held:
                yield _of_text(
                    case, name, field, text, found._replace(start=found.start - at, end=found.end - at), expected
                )
        at = end + 1


def _of_text(case: Case, name: str, field: str, text: str, found: Found, expected: bool) -> Given:
    same_script = _is_hindi(text) == (case.language == "hi")
    must = expected and (found.kind in EXPECTED or (found.kind == "law" and same_script and _is_provision(found)))
    must = must or (expected and found.kind == "small" and Decimal(found.value) >= 5)  # type: ignore[arg-type]
    must = must and not (field == "references" and found.kind in ("number", "name"))
    fact = Fact(name, found.kind, found.value, text[found.start : found.end])
    return Given(fact, must, *_around(text, found, 0, len(text)), field)


def _is_provision(found: Found) -> bool:
    return isinstance(found.value, tuple) and found.value[0] != "act"


def _is_hindi(text: str) -> bool:
    return bool(re.search("[\u0904-\u0939]", text))


_WORD = re.compile("[A-Za-z\u0900-\u0963\u0970-\u097f]{2,40}")
_EMPTY = frozenset(
    "के का की को में से पर ने है हैं एवं और तथा व या तक इस उक्त दिनांक रु रुपये कुल the of in to and for is are be by on at an no rs dated total".split()
)


_ENDING = re.compile("(?:ियों|ियाँ|ियां|ाओं|ों|ें|es|s)$")


@lru_cache(4096)
def _stem(word: str) -> str:
    """The beginning of a word, without its plural: what two forms of it share."""
    return _ENDING.sub("", one_spelling(word))[:6]


def _around(text: str, found: Found, start: int, end: int) -> tuple[frozenset[str], str]:
    """The stems of the words around a fact in its sentence, and that of the word right after it: what it counts."""
    words = [_stem(word) for word in _WORD.findall(text, max(start, found.start - 60), found.start)]
    words += [_stem(word) for word in _WORD.findall(text, found.end, min(end, found.end + 60))]
    after = re.compile("[ /=-]{0,3}([A-Za-z\u0900-\u0963\u0970-\u097f]{2,40})").match(text, found.end, end)
    unit = _stem(after[1]) if after else ""
    return frozenset(words) - _EMPTY, "" if unit in _EMPTY else unit


# --- what became of it


_BLANK = re.compile(r"\[[^\[\]\n]{1,40}\]|_{3,60}|X{3,20}|\.{5,80}|…{2,40}|\{\{[^{}\n]{0,40}\}\}|<[^<>@\n]{1,40}>")
_REST = re.compile(
    r"शेष|बाकी|बचे|कुल|योग|अंतर|मिलाकर|अन्य|\b(?:remaining|rest|total|balance|difference|other|all|altogether|together)\b",
    re.IGNORECASE,
)
_TERM = re.compile(r"\s?(?:के |की )?(?:भीतर|अंदर|अन्दर|में(?![\u0900-\u0963])|बाद|पश्चात|पूर्व|later|after)")
_IN = re.compile(r"\b(?:within|in|after|inside)\s(?:the next )?$", re.IGNORECASE)
_NAMED_AFTER = "मुख्यमंत्री|मुख्यमन्त्री|प्रधानमंत्री|प्रधानमन्त्री|राष्ट्रीय|अटल|दीनदयाल|दीन दयाल|इंदिरा|महात्मा गांधी|लाड़ली|संबल|जल जीवन|स्वच्छ भारत|आयुष्मान|समग्र|सर्व"
_SCHEMES = (
    re.compile(
        "(?:" + "|".join(f"{name}(?<![\u0900-\u0963]{name})" for name in _NAMED_AFTER.split("|")) + ")"
        "(?: (?!(?:के|का|की|में|से|पर|ने|को|एवं|और|तथा|द्वारा|हेतु) )[\u0900-\u0963-]{2,20}){0,6}? (?:योजना|मिशन|अभियान)(?![\u0900-\u0963])"
    ),
    re.compile(
        "[A-Z](?<![A-Za-z].)(?!(?<=T)he |(?<=T)his |(?<=O)ur |(?<=Y)our )[A-Za-z-]{1,20} "
        "(?:[A-Z][A-Za-z-]{1,20} ){0,5}(?:Scheme|Yojana|Mission|Abhiyan)(?![A-Za-z])"
    ),
)
"""A scheme by its own name; योजना alone is any scheme."""
_MOST = 400
"""More unknown facts than this aren't compared with what is lost: such a paper is another paper."""
_TO = re.compile(r"\n|\s?(?:से|to|till|until|up ?to|[–-])\s?(?:दिनांक\s?|the\s)?", re.IGNORECASE)
_DAY = re.compile("दिव|दिन|day", re.IGNORECASE)
DISPROVED = (
    "facts.date-impossible",
    "facts.weekday-mismatch",
    "facts.words-mismatch",
    "facts.total-mismatch",
    "facts.days-mismatch",
)


class _Ledger:
    """One paper's facts laid beside its brief's."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.given = given(case)
        schemes = [
            Found("scheme", match[0], *match.span()) for pattern in _SCHEMES for match in pattern.finditer(case.text)
        ]
        self.found = [found for found in case.found if found.kind != "mark"] + schemes

    def entries(self) -> list[Entry]:
        case = self.case
        kept: list[Entry] = []
        lost: list[Given] = []
        said = {(found.kind, found.value): (found.start, found.end) for found in reversed(case.found)}
        for one in self.given:
            place = said.get((one.fact.kind, one.fact.value))
            place = place or facts.conveys(case.text, one.fact, case.found) or self._transcribed(one.fact)
            if place:
                kept.append(Entry("kept", one.fact.kind, *place, fact=one.fact))
            else:
                lost.append(one)
        amiss = {(one.fact.kind, one.unit) for one in lost if one.expected and one.unit}
        strays = [found for found in self.found if not self._known(found) or self._stands_in(found, amiss)]
        pairs, few, lost = self._pairs(strays[:_MOST], lost)
        changed = [self._changed(one, found) for one, found in pairs]
        changed += [self._misspelt(one, place) for one in lost if (place := self._nearly(one))]
        lost = [one for one in lost if not any(entry.fact is one.fact for entry in changed)]
        still = strays[_MOST:]
        for found in few:
            twin = self._twin(found)
            if twin:
                changed.append(self._changed(twin, found))
            else:
                still.append(found)
        added = [
            Entry("added", found.kind, found.start, found.end, told=self._disproved(found))
            for found in still
            if case.told
            and found.kind != "impossible-date"
            and not (found.kind == "small" and Decimal(found.value) < 5)  # type: ignore[arg-type]
            and not self._follows(found)
            and not self._spelt_otherwise(found)
        ]
        dropped = list(self._dropped(lost))
        return sorted((*kept, *changed, *added), key=lambda entry: (entry.start, entry.end)) + dropped

    def _transcribed(self, fact: Fact) -> tuple[int, int] | None:
        """Where a paper's number stands in the other script: its figures are the same, its letters can't be compared."""
        figures = re.findall("[0-9]+", fact.says) if fact.kind == "ref" else []
        for found in self.found if len("".join(figures)) > 3 else ():
            said = self.case.text[found.start : found.end]
            if (
                found.kind == "ref"
                and re.findall("[0-9]+", said) == figures
                and _is_hindi(said) != _is_hindi(fact.says)
            ):
                return found.start, found.end
        return None

    # whether somebody gave it

    @cached_property
    def _told(self) -> str:
        """All that was told, with the words that the form itself prints."""
        return "\n".join((self.case.told_text, *self.case.norm.words.values()))

    @cached_property
    def _all_given(self) -> list[Fact | Found]:
        return [*(one.fact for one in self.given), *self.case.known, *self.case.expect]

    @cached_property
    def _values_given(self) -> set[tuple[str, Any]]:
        return {(GROUPS.get(one.kind, one.kind), one.value) for one in self._all_given}

    @cached_property
    def _numbers_given(self) -> set[Decimal]:
        printed = facts.find("\n".join(self.case.norm.words.values()))
        values: list[Any] = [one.value for one in self._all_given if one.kind in (*COUNTS, "mark", "year")]
        values += [one.value for one in printed if one.kind in COUNTS]
        return {Decimal(value) for value in values if _is_number(value)}

    @cached_property
    def _days_given(self) -> list[date]:
        return [one.value for one in self._all_given if isinstance(one.value, date)]

    @cached_property
    def _figures_given(self) -> set[str]:
        """Figures that stand in a number, date or name of the brief: saying one of them again invents nothing."""
        return {figures.lstrip("0") for figures in re.findall(r"(?<![0-9,])[0-9]{1,9}(?![0-9]|,[0-9])", self._told)}

    @cached_property
    def _words_given(self) -> set[str]:
        return {one_spelling(word) for word in _WORD.findall(self._told)}

    @cached_property
    def _words_in_row(self) -> str:
        return f" {' '.join(one_spelling(word) for word in _WORD.findall(self._told))} "

    def _known(self, found: Found) -> bool:
        """Whether the brief, the scenario or the form has it, or it follows from them at a glance."""
        kind, value = found.kind, found.value
        if kind in ("weekday", "mark", "pin", "post", "place", "small", "upi") or (
            kind not in GROUPS and kind not in _CODES
        ):
            return kind != "small" or Decimal(value) in self._numbers_given  # type: ignore[arg-type]
        if (GROUPS.get(kind, kind), value) in self._values_given:
            return True
        if kind in COUNTS:
            return self._known_count(found)
        if kind in DAYS:
            return self._known_day(kind, value)
        if any(facts.same(one, found) for one in self._all_given if one.kind == kind):
            return True
        said = self.case.text[found.start : found.end]
        if kind == "ref":
            return self._known_reference(said)
        if kind == "law":
            return self._known_law(value, said)
        if kind == "scheme":
            return self._known_law(("act", value), said)
        if kind in ("phone", "email", "web"):
            return str(value) in re.sub(r"[\s()-]", "", self._told.lower())
        return all(word in self._words_given for word in map(one_spelling, _WORD.findall(said)))

    def _known_count(self, found: Found) -> bool:
        if not _is_number(found.value):
            return True
        value = Decimal(found.value)  # type: ignore[arg-type]
        listed = found.kind == "number" and value < 30 and self.case.text[found.end : found.end + 2] == ". "
        if value == 1 or listed:  # one copy, one page; the numbers of a list that runs on in its line
            return True
        return (
            value in self._numbers_given
            or self._only_figures(found)
            or value in self._counted
            or (found.kind == "days" and value in self._spans and self._in_days(found))
        )

    @cached_property
    def _spans(self) -> set[Decimal]:
        """How many days there are from a given date to another, both counted, where the two are given as a span."""
        told = self.case.told_text
        return {
            Decimal((last.value - first.value).days + 1)
            for first, last in pairwise(self.case.known)
            if isinstance(first.value, date)
            and isinstance(last.value, date)
            and _TO.fullmatch(told, first.end, last.start)
        }

    def _in_days(self, found: Found) -> bool:
        return bool(_DAY.search(self.case.text, found.start, found.end))

    def _only_figures(self, found: Found) -> bool:
        """Whether a count's figures stand in a number or date of the brief; words repeat no figures."""
        figures = self.case.text[found.start : found.end][:1].isdigit()
        return figures and found.kind in ("number", "small") and str(found.value) in self._figures_given

    def _stands_in(self, found: Found, amiss: set[tuple[str, str]]) -> bool:
        """Whether figures that stand in some number of the brief count here what a lost fact counts: they stand in its place."""
        if not amiss or found.kind not in COUNTS or not _is_number(found.value):
            return False
        if Decimal(found.value) in self._numbers_given or not self._only_figures(found):  # type: ignore[arg-type]
            return False
        return (found.kind, _around(self.case.text, found, *self.case.sentence(found.start))[1]) in amiss

    @cached_property
    def _counted(self) -> set[Decimal]:
        """How many addressees, copies, enclosures, points there are."""
        if not self.case.brief:
            return set()
        values = (getattr(self.case.brief.facts, name) for name in type(self.case.brief.facts).model_fields)
        return {Decimal(len(value)) for value in values if isinstance(value, tuple) and len(value) > 1}

    @cached_property
    def _terms(self) -> set[timedelta]:
        """The spans within which something is to be done: a day that ends one follows from the brief."""
        told = self.case.told_text
        return {
            timedelta(one.value)
            for one in self.case.known
            if one.kind == "days"
            and isinstance(one.value, int)
            and (_TERM.match(told, one.end) or _IN.search(told, max(0, one.start - 12), one.start))
        }

    def _known_day(self, kind: str, value: Any) -> bool:
        days = self._days_given
        years = {day.year for day in days} | {int(one.value) for one in self._all_given if one.kind in ("year", "fy")}  # type: ignore[call-overload]
        if kind == "date":
            return (
                any(value - day in self._terms for day in days if value > day)
                or ("day", (value.month, value.day)) in self._values_given
            )
        if kind == "day":
            return value in {(day.month, day.day) for day in days}
        if kind == "month":
            return value in {(day.year, day.month) for day in days}
        if kind == "year":
            return value in years or str(value) in self._told
        if kind == "fy":
            return bool({value, value + 1} & years)
        return False

    def _known_reference(self, said: str) -> bool:
        """A number in the other script keeps its figures; one that is part of what was given isn't new."""
        figures = [run.lstrip("0") for run in re.findall("[0-9]+", said)]
        if re.sub(r"\s", "", one_spelling(said)).strip(".,/-") in re.sub(r"\s", "", one_spelling(self._told)):
            return True
        return _is_hindi(said) != _is_hindi(self._told) and bool(figures) and set(figures) <= self._figures_given

    def _known_law(self, value: Any, said: str) -> bool:
        if value[0] == "act":
            script = _is_hindi(said)
            if not any(_is_hindi(text) == script for _, text in self.case.told):
                return True
            words = [one_spelling(word) for word in _WORD.findall(said)]
            if f" {' '.join(words)} " in self._words_in_row:
                return True
            years = set(re.findall("(?:18|19|20)[0-9]{2}", said))
            return years <= self._figures_given and set(words) <= self._words_given
        number = re.match("[0-9]+", str(value[1]))
        same = [one.value for one in self._all_given if one.kind == "law" and isinstance(one.value, tuple)]
        return number is not None and any(
            kind in (value[0], "section", "rule") and re.match(f"{number[0]}(?![0-9])", str(item))
            for kind, item in same
        )

    # which of the lost it stands for

    def _pairs(
        self, strays: list[Found], lost: list[Given]
    ) -> tuple[list[tuple[Given, Found]], list[Found], list[Given]]:
        """Lost facts and unknown ones that are the same with another value, the surest first; and what is left of both."""
        around = {found.start: _around(self.case.text, found, *self.case.sentence(found.start)) for found in strays}
        alike = Counter(_sort(found.kind, found.value) for found in strays)
        kin = Counter(_sort(one.fact.kind, one.fact.value) for one in lost if one.expected)
        scored = [
            (self._likeness(one, found, *around[found.start]) + (kin[sort] == alike[sort] == 1), one, found)
            for one in lost
            for sort in (_sort(one.fact.kind, one.fact.value),)
            for found in strays
            if _comparable(one.fact, found)
        ]
        scored = [pair for pair in scored if pair[0] >= 3]
        scored.sort(key=lambda pair: (-pair[0], pair[2].start))
        pairs: list[tuple[Given, Found]] = []
        taken: set[int] = set()
        for _, one, found in scored:
            if id(one) not in taken and id(found) not in taken:
                pairs.append((one, found))
                taken |= {id(one), id(found)}
        # The same wrong value a second time is the same change.
        for one, found in tuple(pairs):
            for other in strays:
                if id(other) not in taken and other.kind == found.kind and other.value == found.value:
                    pairs.append((one, other))
                    taken.add(id(other))
        return (
            pairs,
            [found for found in strays if id(found) not in taken],
            [one for one in lost if id(one) not in taken],
        )

    def _likeness(self, one: Given, found: Found, near: frozenset[str], unit: str) -> int:
        """How surely a found value stands where a given one should; 3 is enough."""
        score = 3 if close(one.fact, found) else 0
        score += 2 if unit and unit == one.unit else 0
        score += min(2, len(near & one.near))
        if one.field in ("date", "references", "puc", "number") and one.fact.kind in ("date", "ref"):
            part = next((line.part for line in reversed(self.case.document.lines) if line.start <= found.start), "")
            home = {"date": "date", "number": "number", "references": "reference", "puc": "body"}[one.field]
            score += 3 if part == home and home != "body" else 0
        elif one.field == "deadline":
            before = self.case.text[max(0, found.start - 14) : found.start]
            spans = re.search(r"(?:से|to|[–-])\s?(?:दिनांक )?$", before)
            until = re.match(r"\s?(?:तक|से पूर्व|के पूर्व)", self.case.text[found.end : found.end + 12])
            score += 3 if not spans and (until or re.search(r"\b(?:by|before)\s(?:the )?$", before)) else 0
        if found.kind == "name" and one.fact.kind == "name" and not close(one.fact, found):
            return 0
        if one.fact.kind in ("phone", "email", "web") and one.field == "office":
            score += 2
        return score

    def _twin(self, found: Found) -> Given | None:
        """A fact that is rightly said elsewhere and that this value of the same thing contradicts. A name's is told as spelt in two ways."""
        if found.kind not in COUNTS and found.kind not in ("date", "ref"):
            return None
        near, unit = _around(self.case.text, found, *self.case.sentence(found.start))
        for one in self.given:
            if not (one.expected and _comparable(one.fact, found) and close(one.fact, found)):
                continue
            if (
                isinstance(one.fact.value, date)
                and isinstance(found.value, date)
                and not _slip(one.fact.value, found.value)
            ):
                continue
            counted = found.kind in COUNTS
            if (counted and unit == one.unit != "") or (
                not counted and (found.kind == "ref" or len(near & one.near) > 1)
            ):
                return one
        return None

    def _changed(self, one: Given, found: Found) -> Entry:
        right = styled(one.fact, self.case.text[found.start : found.end], found, self.case.language)
        told = self._disproved(found)
        return Entry("changed", one.fact.kind, found.start, found.end, one.fact, right, told)

    def _disproved(self, found: Found) -> bool:
        before = bisect_right(self._disproof, (found.start, len(self.case.text)))
        return any(
            start <= found.start and found.end <= end for start, end in self._disproof[max(0, before - 3) : before]
        )

    @cached_property
    def _disproof(self) -> list[tuple[int, int]]:
        from assistant.checks import paper

        return sorted((spot.start, spot.end) for code in DISPROVED for spot in paper.CHECKS[code](self.case))

    # names without a title

    @cached_property
    def _tokens(self) -> list[tuple[str, int, int]]:
        return [(one_spelling(match[0]), *match.span()) for match in _WORD.finditer(self.case.text)]

    def _nearly(self, one: Given) -> tuple[int, int] | None:
        """Where a person's name stands misspelt, with or without its title: word for word nearly the same, and no name that was given."""
        if one.fact.kind != "name":
            return None
        words = list(one.fact.value) if isinstance(one.fact.value, tuple) else []
        if len(words) < 2 or len("".join(words)) < 6:
            return None
        tokens = self._tokens
        for at in range(len(tokens) - len(words) + 1):
            window = tokens[at : at + len(words)]
            if window[0][0][0] != words[0][0] and window[-1][0] != words[-1]:
                continue
            far = [distance(word, token[0], 2) for word, token in zip(words, window, strict=True)]
            if max(far) <= 2 and 0 < sum(far) <= 2 and self.case.text[window[0][1] : window[-1][2]].count("\n") == 0:
                return window[0][1], window[-1][2]
        return None

    def _misspelt(self, one: Given, place: tuple[int, int]) -> Entry:
        says = re.sub(r"^(?:श्रीमती|श्री|सुश्री|कुमारी|डॉ\.?|Shri|Smt\.?|Dr\.?|Ms\.?|Mr\.?|Kumari)\s+", "", one.fact.says)
        return Entry("changed", "name", *place, one.fact, says, False)

    # what is left

    def _spelt_otherwise(self, found: Found) -> bool:
        """Whether it is a given name that is right elsewhere in the paper: that it is spelt in two ways is told as such."""
        return found.kind == "name" and any(one.fact.kind == "name" and close(one.fact, found) for one in self.given)

    def _follows(self, found: Found) -> bool:
        """Whether a number is the sum or the difference of two that were given, and the sentence says that it is (शेष 31)."""
        if found.kind not in COUNTS or not _is_number(found.value):
            return False
        value, known = Decimal(found.value), self._numbers_given  # type: ignore[arg-type]
        return bool(_REST.search(self.case.text, *self.case.sentence(found.start))) and any(
            value + other in known or (value - other in known and value != 2 * other) for other in known if other
        )

    def _dropped(self, lost: list[Given]) -> Iterator[Entry]:
        """What is nowhere said. Where a blank stands for it, or a word like शीघ्र for the day, another finding tells that."""
        lines = [
            line for line in self.case.lines() if line.part not in ("number", "date", "copies")
        ]  # blanks are right there
        blanks = [blank for line in lines for blank in _BLANK.finditer(self.case.text, line.start, line.end)]
        for one in lost:
            if not one.expected:
                continue
            at = self._soon if self._is_deadline(one) else -1
            blank = next((blank for blank in blanks if self._stands_for(blank, one)), None) if at < 0 else None
            if blank:
                blanks.remove(blank)
                at = blank.start()
            yield Entry("dropped", one.fact.kind, fact=one.fact, told=at >= 0, told_at=at)

    def _is_deadline(self, one: Given) -> bool:
        day = self.case.brief["deadline"] if self.case.brief else None
        return one.field == "deadline" or (day is not None and one.fact.kind == "date" and one.fact.value == day)

    @cached_property
    def _soon(self) -> int:
        """Where it asks for something soon and names no day; -1 where it doesn't."""
        from assistant.checks import matter

        return next((spot.start for spot in matter.hurried(self.case)), -1)

    def _stands_for(self, blank: re.Match[str], one: Given) -> bool:
        found = Found("blank", blank[0], blank.start(), blank.end())
        near, unit = _around(self.case.text, found, *self.case.sentence(blank.start()))
        before = self.case.text[max(0, blank.start() - 14) : blank.start()]
        dated = one.fact.kind == "date" and bool(re.search(r"दिनांक|तारीख|\b(?:dated?|by|on)\b", before, re.IGNORECASE))
        money = one.fact.kind == "amount" and bool(re.search("रु|राशि|Rs|₹|amount", before, re.IGNORECASE))
        return dated or money or (bool(unit) and unit == one.unit) or len(near & one.near) > 1


_CODES = frozenset(("time", "ref", "name", "law", "scheme", "phone", "email", "web"))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _sort(kind: str, value: Any) -> str:
    """Counts, days, references …; an act and a section are two sorts."""
    return f"law {value[0]}" if kind == "law" else kind if kind in ("year", "fy", "month") else GROUPS.get(kind, kind)


def _comparable(fact: Fact, found: Found) -> bool:
    """Whether one could stand for the other."""
    money = "amount" in (fact.kind, found.kind) and {"days", "months"} & {fact.kind, found.kind}
    return _sort(fact.kind, fact.value) == _sort(found.kind, found.value) and not money


# --- how near two values are


def close(fact: Fact, found: Found) -> bool:
    """Whether a value looks like a slip for another: a digit, two digits in turn, a zero, one part of a date, a letter or two of a name."""
    one, other = fact.value, found.value
    if fact.kind in COUNTS and _is_number(one) and _is_number(other):
        return _close_figures(Decimal(one), Decimal(other))  # type: ignore[arg-type]
    if isinstance(one, date) and isinstance(other, date):
        parts = [one.day != other.day, one.month != other.month, one.year != other.year]
        return sum(parts) == 1 or (one.day, one.month) == (other.month, other.day)
    if isinstance(one, date) and isinstance(other, tuple):  # a day without its year, or one that there isn't
        return one.day in other or one.month in other
    if fact.kind == "time" and isinstance(one, tuple) and isinstance(other, tuple):
        return bool(one[0] == other[0] or one[1] == other[1])
    if fact.kind == "name":
        return _close_names(one, other)
    first, second = str(one), str(other)
    if isinstance(one, tuple) and isinstance(other, tuple):
        first, second = " ".join(map(str, one[1:])), " ".join(map(str, other[1:]))
    return distance(first, second, 3) <= (1 if len(first) < 5 else 2)


def _slip(one: date, other: date) -> bool:
    """Whether two dates differ by what a finger does: one figure, or two in turn."""
    first, second = (f"{day:%d%m%Y}" for day in (one, other))
    return sum(a != b for a, b in zip(first, second, strict=True)) == 1 or sorted(first) == sorted(second)


def _close_figures(one: Decimal, other: Decimal) -> bool:
    first, second = (f"{value:f}".rstrip("0").rstrip(".") if value % 1 else f"{int(value)}" for value in (one, other))
    if sorted(first) == sorted(second) and len(first) > 1:
        return True
    if one and other and (one / other) in (10, 100, 1000, Decimal("0.1"), Decimal("0.01"), Decimal("0.001")):
        return True
    if len(first) == len(second):
        return sum(a != b for a, b in zip(first, second, strict=True)) == 1
    return len(first) > 1 and len(second) > 1 and distance(first, second, 1) <= 1


def _close_names(one: Any, other: Any) -> bool:
    first, second = (tuple(value) if isinstance(value, tuple) else (str(value),) for value in (one, other))
    if set(first) & set(second) and len(first) == len(second):
        return True
    return distance(" ".join(first), " ".join(second), 2) <= 2


def distance(one: str, other: str, most: int) -> int:
    """How many letters lie between two words, two in turn as one; `most` + 1 where it is more."""
    if abs(len(one) - len(other)) > most or len(one) > 60 or len(other) > 60:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row, older = row, [i], before
        for j, b in enumerate(other, 1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if older and i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, older[j - 2] + 1)
            row.append(best)
        before = last
    return min(row[-1], most + 1)


# --- the right value in the paper's own style

_LAKH = re.compile(r"[0-9]{1,2}(?:,[0-9]{2}){0,4},[0-9]{3}")


def styled(fact: Fact, said: str, found: Found, language: str) -> str:
    """The right value written as the wrong one was; "" where that can't be told for sure."""
    if fact.kind in COUNTS and _is_number(fact.value) and fact.value == int(fact.value):  # type: ignore[call-overload]
        figures = re.search(r"[0-9][0-9,]*(?:\.[0-9]+)?", said)
        if not figures or re.search("लाख|करोड़|हजार|हज़ार|lakh|crore|thousand", said, re.IGNORECASE) or "." in figures[0]:
            return ""
        whole = str(int(fact.value))  # type: ignore[call-overload]
        return (
            said[: figures.start()]
            + (grouped(int(whole)) if "," in figures[0] or (len(whole) > 4 and found.kind == "amount") else whole)
            + said[figures.end() :]
        )
    if isinstance(fact.value, date):
        day = fact.value
        if figures := re.fullmatch(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})", said):
            mark = figures[2]
            number = f"{day.day:02d}{mark}{day.month:02d}" if len(figures[1]) == 2 else f"{day.day}{mark}{day.month}"
            return f"{number}{mark}{day.year if len(figures[4]) == 4 else day.year % 100:02d}"
        if named := re.fullmatch(r"[0-9]{1,2} ([^\s0-9,.]+)(,?) [0-9]{4}", said):
            months = MONTHS["en" if named[1].isascii() else "hi"]
            same_month = isinstance(found.value, date) and found.value.month == day.month
            return f"{day.day} {named[1] if same_month else months[day.month - 1]}{named[2]} {day.year}"
        return ""
    if fact.kind == "ref":
        return fact.says if _is_hindi(fact.says) == _is_hindi(said) else ""
    if fact.kind == "name":
        words = fact.says
        if not re.match("श्री|सुश्री|कुमारी|डॉ|Shri|Smt|Dr|Ms|Mr|Kum", said):
            words = re.sub(r"^(?:श्रीमती|श्री|सुश्री|कुमारी|डॉ\.?|Shri|Smt\.?|Dr\.?|Ms\.?|Mr\.?|Kumari)\s+", "", words)
        return words if _is_hindi(words) == _is_hindi(said) else ""
    return fact.says if fact.kind in ("phone", "email", "web") else ""


def grouped(value: int) -> str:
    """Figures in Indian groups: 2,50,000."""
    first, last = str(value)[:-3], str(value)[-3:]
    groups = [first[max(0, at - 2) : at] for at in range(len(first), 0, -2)][::-1]
    return ",".join((*groups, last))
