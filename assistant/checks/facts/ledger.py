"""The ledger of a paper: every fact of its brief, where the paper says it and what became of it; and what the paper made up.

A fact that stands there with another value is one entry, not a lost fact and an invented one. Unknown facts are paired with those
that are nowhere said by the words around them, or by a value that is nearly the same.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from assistant import facts
from assistant.checks.facts import paper
from assistant.checks.facts.exchanged import exchanged
from assistant.checks.facts.frames import instead
from assistant.checks.facts.known import MEASURED, Known
from assistant.checks.facts.labels import mistold
from assistant.checks.facts.moved import moved
from assistant.checks.facts.parties import mistaken
from assistant.checks.facts.scales import scales
from assistant.checks.facts.schemes import schemes
from assistant.checks.facts.swapped import strange_posts, strangers, swapped, unannounced
from assistant.checks.finding import Case, once
from assistant.checks.form.matter import hurried
from assistant.checks.given import (
    COUNTS,
    GROUPS,
    Given,
    around,
    counts_the_same,
    given,
    is_hindi,
    is_number,
)
from assistant.checks.language.names import inconsistent
from assistant.checks.likeness import close, comparable, misspelt, slip, sort_of, styled, untitled
from assistant.facts import Fact, Found
from assistant.language.numbers import exact

Became = Literal["kept", "changed", "dropped", "added"]


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
    sure: bool = True
    """Whether nothing else can stand there."""
    labelled: bool = False
    """Whether a label says that it stands in place of the fact: ward 7."""
    told_at: int = -1
    """Where the blank or the word like शीघ्र begins that stands for what was dropped."""


@once
def ledger(case: Case) -> list[Entry]:
    """Every fact of the brief and every fact of the paper that nobody gave, in the order of the paper; dropped ones last. None without a brief."""
    return _Ledger(case).entries() if case.brief or case.expect else []


def stands_for(case: Case) -> dict[int, str]:
    """Where a blank or a word like शीघ्र stands for a fact that has to be conveyed, and that fact's id."""
    return {entry.told_at: entry.fact.id for entry in ledger(case) if entry.told_at >= 0 and entry.fact}


# --- what became of it


_BLANK = re.compile(r"\[[^\[\]\n]{1,40}\]|_{3,60}|X{3,20}|\.{5,80}|…{2,40}|\{\{[^{}\n]{0,40}\}\}|<[^<>@\n]{1,40}>")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_MOST = 400
"""More unknown facts than this aren't compared with what is lost: such a paper is another paper."""
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
        self.known = Known(case, self.given)
        self.said = [found for found in case.found if found.kind != "mark" or not self._opens(found)]
        self.found = [found for found in case.found if found.kind != "mark"] + list(schemes(case.text))

    def _opens(self, mark: Found) -> bool:
        """Whether a mark is the number of a paragraph or of an item."""
        before = self.case.text[max(0, mark.start - 2) : mark.start].rstrip(" (")
        return before in ("", "\n") or before.endswith("\n")

    def entries(self) -> list[Entry]:
        case = self.case
        kept: list[Entry] = []
        lost: list[Given] = []
        said = {(found.kind, found.value): (found.start, found.end) for found in reversed(case.found)}
        said = self._scaled() | said
        for one in self.given:
            place = said.get((one.fact.kind, one.fact.value))
            place = (
                place
                or facts.conveys(case.text, one.fact, self.said)
                or self._transcribed(one.fact)
                or self._in_a_name(one.fact)
                or self._in_units(one.fact, said)
            )
            if place:
                kept.append(Entry("kept", one.fact.kind, *place, fact=one.fact))
            else:
                lost.append(one)
        amiss = {(GROUPS.get(one.fact.kind, ""), one.unit) for one in lost if one.expected and one.unit}
        strays = [found for found in self.found if not self.known.has(found) or self.known.stands_in(found, amiss)]
        changed = [
            replace(self._changed(one, found), labelled=True, right=right)
            for one, found, right in (*mistold(case), *(one for one in instead(case) if not self.known.follows(one[1])))
        ]
        if changed:
            strays = [found for found in strays if not any(one.start <= found.start < one.end for one in changed)]
            lost = [one for one in lost if not any(entry.fact is one.fact for entry in changed)]
        pairs, few, lost = self._pairs(strays[:_MOST], lost)
        changed += [self._changed(one, found) for one, found in pairs]
        changed += [self._misspelt(one, place) for one in lost if (place := self._nearly(one))]
        changed += [self._changed(one, found) for one, found in mistaken(case)]
        for one, found, sure in (*swapped(case), *moved(case), *((one, found, True) for one, found in exchanged(case))):
            if not any(entry.start <= found.start < entry.end for entry in changed):
                changed.append(replace(self._changed(one, found), sure=sure))
        changed = [replace(entry, told=True) if self._spelt_otherwise(entry) else entry for entry in changed]
        lost = [one for one in lost if not any(entry.fact is one.fact for entry in changed)]
        still = strays[_MOST:]
        for found in few:
            twin = None if self.known.follows(found) else self._twin(found)
            if twin:
                changed.append(self._changed(twin, found))
            else:
                still.append(found)
        added = [
            Entry("added", found.kind, found.start, found.end, told=self._disproved(found))
            for found in still
            if case.told
            and found.kind not in ("impossible-date", "place")
            and not self._said_lightly(found)
            and not self.known.follows(found)
            and not self._spelt_otherwise(found)
        ]
        added += [
            Entry("added", found.kind, found.start, found.end, sure=False)
            for found in (*strangers(case), *strange_posts(case))
            if case.told and not any(one.start <= found.start < one.end for one in (*changed, *added))
        ]
        added += [
            Entry("added", found.kind, found.start, found.end)
            for found in unannounced(self.case)
            if not any(one.start < found.end and found.start < one.end for one in (*changed, *added))
        ]
        return [*sorted((*kept, *changed, *added), key=lambda entry: (entry.start, entry.end)), *self._dropped(lost)]

    def _scaled(self) -> dict[tuple[str, Hashable], tuple[int, int]]:
        """What the figures under "राशि (लाख रु.)" amount to."""
        known = scales(self.case)
        found = [(one, reading) for one in self.case.found for reading in known.readings(one)] if known.paper else []
        return {
            (kind, exact(reading)): (one.start, one.end)
            for one, reading in reversed(found)
            for kind in ("amount", "number")
        }

    def _in_units(self, fact: Fact, said: dict[tuple[str, Hashable], tuple[int, int]]) -> tuple[int, int] | None:
        """Where a figure that the brief has under such a heading is written out."""
        if fact.kind != "number" or not is_number(fact.value):
            return None
        values = [exact(Decimal(fact.value) * unit) for unit in scales(self.case).told]  # type: ignore[arg-type]
        return next(
            (said[kind, value] for value in values for kind in ("amount", "number") if (kind, value) in said), None
        )

    def _said_lightly(self, found: Found) -> bool:
        """Whether a small number in words is a way of speaking, as in the two offices; three kilometres is none."""
        small = found.kind == "small" and found.figure < 5
        return small and (found.value == 1 or not MEASURED.match(self.case.text, found.end))

    def _transcribed(self, fact: Fact) -> tuple[int, int] | None:
        """Where a paper's number stands in the other script: its figures are the same, its letters can't be compared."""
        figures = re.findall("[0-9]+", fact.says) if fact.kind == "ref" else []
        named = fact.says.split()[-1] if fact.kind == "ref" and " " in fact.says.strip() else ""
        if len(named) > 1 and named.isdigit():  # "बीएमओ का पत्र 881" is पत्र क्र. 881
            for found in self.found:
                if found.kind in ("ref", "number") and str(found.value) == named:
                    return found.start, found.end
        for found in self.found if len("".join(figures)) > 3 else ():
            said = self.case.text[found.start : found.end]
            if found.kind == "ref" and re.findall("[0-9]+", said) == figures and is_hindi(said) != is_hindi(fact.says):
                return found.start, found.end
        return None

    def _in_a_name(self, fact: Fact) -> tuple[int, int] | None:
        """Where a year stands in the name of an act, which is one fact with it."""
        if fact.kind != "number" or not _YEAR.fullmatch(fact.says):
            return None
        place = re.search(f"(?<![0-9,./-]){fact.says}(?![0-9,/-])", self.case.text)
        return place.span() if place else None

    # which of the lost it stands for

    def _pairs(
        self, strays: list[Found], lost: list[Given]
    ) -> tuple[list[tuple[Given, Found]], list[Found], list[Given]]:
        """Lost facts and unknown ones that are the same with another value, the surest first; and what is left of both."""
        beside = {found.start: around(self.case.text, found, *self.case.sentence(found.start)) for found in strays}
        alike = Counter(sort_of(found.kind, found.value) for found in strays)
        kin = Counter(sort_of(one.fact.kind, one.fact.value) for one in lost if one.expected)
        scored = [
            (
                self._likeness(one, found, *beside[found.start]) + self._only(one) * (kin[sort] == alike[sort] == 1),
                one,
                found,
            )
            for one in lost
            for sort in (sort_of(one.fact.kind, one.fact.value),)
            for found in strays
            if comparable(one.fact, found) and not (found.kind == "small" and found.value == 1)  # एक is seldom a count
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
        score = 3 if close(one.fact, found) or self._close_in_units(one.fact, found) else 0
        part = next((line.part for line in reversed(self.case.document.lines) if line.start <= found.start), "")
        if not one.expected and (one.field, part) == ("date", "body"):  # the paper's own day is in its head
            return 0
        if one.field == "puc" and not one.expected and not score:  # the note needn't say it
            return 0
        score += 2 if unit and unit == one.unit else 0
        score += one.fact.kind == found.kind in ("days", "months")  # what they count is in them
        score += min(2, len(near & one.near)) + (
            found.kind == "place"
        )  # no other word could tell one village from another
        if one.field in ("date", "references", "puc", "number") and one.fact.kind in ("date", "ref"):
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

    def _close_in_units(self, fact: Fact, found: Found) -> bool:
        return any(close(fact, Found("amount", exact(reading), 0, 0)) for reading in scales(self.case).readings(found))

    def _only(self, one: Given) -> int:
        """What it counts that the one lost fact of its sort meets the one unknown value: all, where no words can tell them to be the same."""
        foreign = not one.near or is_hindi("".join(one.near)) != (self.case.language == "hi")
        return 3 if one.expected and foreign else 1

    def _twin(self, found: Found) -> Given | None:
        """A fact that is rightly said elsewhere and that this value of the same thing contradicts. A name's is told as spelt in two ways."""
        if found.kind not in COUNTS and found.kind not in ("date", "ref"):
            return None
        near, unit = around(self.case.text, found, *self.case.sentence(found.start))
        for one in self.given:
            if not (one.expected and comparable(one.fact, found) and close(one.fact, found)):
                continue
            if (
                isinstance(one.fact.value, date)
                and isinstance(found.value, date)
                and not slip(one.fact.value, found.value)
            ):
                continue
            counted = found.kind in COUNTS
            other_things = bool(unit and one.unit and unit != one.unit)
            if (counted and (unit == one.unit != "" or (len(near & one.near) > 2 and not other_things))) or (
                not counted and (found.kind == "ref" or len(near & one.near) > 2)
            ):
                return one
        return None

    def _changed(self, one: Given, found: Found) -> Entry:
        right = ""
        if found.kind not in COUNTS or close(one.fact, found) or counts_the_same(self.case, one, found):
            right = styled(one.fact, self.case.text[found.start : found.end], found)
        told = self._disproved(found)
        return Entry("changed", one.fact.kind, found.start, found.end, one.fact, right, told)

    def _disproved(self, found: Found) -> bool:
        before = bisect_right(self._disproof, (found.start, len(self.case.text)))
        return any(
            start <= found.start and found.end <= end for start, end in self._disproof[max(0, before - 3) : before]
        )

    @cached_property
    def _disproof(self) -> list[tuple[int, int]]:
        return sorted((spot.start, spot.end) for code in DISPROVED for spot in paper.CHECKS[code](self.case))

    def _nearly(self, one: Given) -> tuple[int, int] | None:
        """Where a person's name stands misspelt, with or without its title, and is no name that was given."""
        return next(misspelt(self.case, one.fact.value), None) if one.fact.kind == "name" else None

    def _misspelt(self, one: Given, place: tuple[int, int]) -> Entry:
        return Entry("changed", "name", *place, one.fact, untitled(one.fact.says), False)

    # what is left

    def _spelt_otherwise(self, one: Found | Entry) -> bool:
        """Whether another finding tells that a given name is spelt in two ways here; where none does, it is another person's."""
        return one.kind in ("name", "place") and any(one.start <= start < one.end for start in self._misspellings)

    @cached_property
    def _misspellings(self) -> list[int]:
        return [spot.start for spot in inconsistent(self.case)]

    def _dropped(self, lost: list[Given]) -> Iterator[Entry]:
        """What is nowhere said. Where a blank stands for it, or a word like शीघ्र for the day, another finding tells that."""
        lost = [one for one in lost if one.expected]
        if not lost:
            return
        at_issue = {
            "number",
            "date",
            "copies",
            *(spec.id for spec in self.case.norm.parts if spec.at_issue),
        }  # blanks are right there
        lines = [line for line in self.case.lines() if line.part not in at_issue]
        blanks = [blank for line in lines for blank in _BLANK.finditer(self.case.text, line.start, line.end)]
        places: list[int] = []
        for one in lost:
            at = self._soon if self._is_deadline(one) else -1
            blank = next((blank for blank in blanks if self._stands_for(blank, one)), None) if at < 0 else None
            if blank:
                blanks.remove(blank)
                at = blank.start()
            places.append(at)
        if places.count(-1) == len(blanks):  # what is left of both belongs together, whatever stands around it
            rest = iter(blanks)
            places = [next(rest).start() if at < 0 else at for at in places]
        for one, at in zip(lost, places, strict=True):
            yield Entry("dropped", one.fact.kind, fact=one.fact, told=at >= 0, told_at=at)

    def _is_deadline(self, one: Given) -> bool:
        day = self.case.brief["deadline"] if self.case.brief else None
        return one.field in ("deadline", "reply_days") or (
            day is not None and one.fact.kind == "date" and one.fact.value == day
        )

    @cached_property
    def _soon(self) -> int:
        """Where it asks for something soon and names no day; -1 where it doesn't."""
        return next((spot.start for spot in hurried(self.case)), -1)

    def _stands_for(self, blank: re.Match[str], one: Given) -> bool:
        found = Found("blank", blank[0], blank.start(), blank.end())
        near, unit = around(self.case.text, found, *self.case.sentence(blank.start()))
        before = self.case.text[max(0, blank.start() - 14) : blank.start()]
        dated = one.fact.kind == "date" and bool(re.search(r"दिनांक|तारीख|\b(?:dated?|by|on)\b", before, re.IGNORECASE))
        money = one.fact.kind == "amount" and bool(re.search("रु|राशि|Rs|₹|amount", before, re.IGNORECASE))
        return dated or money or (bool(unit) and unit == one.unit) or len(near & one.near) > 1
