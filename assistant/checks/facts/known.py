"""Whether somebody gave what a paper says: the brief, the scenario or the form has it, or it follows from them at a glance."""

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import Any

from assistant import facts
from assistant.checks.facts.follows import follows
from assistant.checks.facts.months import how_many, is_told
from assistant.checks.facts.scales import scales
from assistant.checks.finding import Case
from assistant.checks.given import (
    COUNTS,
    DAYS,
    GROUPS,
    WORD,
    Given,
    around,
    is_hindi,
    is_number,
    printed,
    told_names,
    told_words,
)
from assistant.checks.mail_head import in_mail_head
from assistant.facts import Fact, Found
from assistant.facts.names import same_word
from assistant.language.digits import ascii_digits
from assistant.language.numbers import one_spelling
from assistant.language.spelling import is_ordinary

_CODES = frozenset(("time", "ref", "name", "law", "scheme", "phone", "email", "web"))
_TERM = re.compile(r"\s?(?:के |की )?(?:भीतर|अंदर|अन्दर|में(?![\u0900-\u0963])|बाद|पश्चात|पूर्व|later|after)")
_IN = re.compile(r"\b(?:within|in|after|inside)\s(?:the next )?$", re.IGNORECASE)
_TO = re.compile(r"\n|\s?(?:से|to|till|until|up ?to|[–-])\s?(?:दिनांक\s?|the\s)?", re.IGNORECASE)
_AND = re.compile(r"\s?(?:और|एवं|तथा|व|and|&|,)\s?(?:दिनांक\s?|the\s)?", re.IGNORECASE)
_DAY = re.compile("दिव|दिन|day", re.IGNORECASE)


MEASURED = re.compile(
    r"[ -]?(?:%|कि\.? ?मी|कि\.? ?ग्रा|किलो|मीटर|मी\.|फुट|फीट|लीटर|क्विंटल|टन(?![\u0900-\u0963])|एकड़|हेक्टेयर|प्रतिशत|गुना|"
    r"(?:km|kg|kilo\w*|met(?:re|er)s?|feet|lit(?:re|er)s?|quintals?|tonnes?|acres?|hectares?|per ?cent)\b)"
)
"""After a number: it measures something."""
_ITEMS = re.compile(
    r" (?:\S{1,20} )?(?:बिंदु|बिन्दु|प्रति|संलग्न|सहपत्र|पत्र|दस्तावेज|अभिलेख|कार्यालय|विभाग|अधिकारी|सदस्य|शर्त|निर्णय|प्रस्ताव|विषय|तथ्य|बात|मद|विकल्प|प्रश्न|कारण|"
    r"(?:points?|copies|enclosures?|annexures?|papers?|documents?|offices?|departments?|officers?|members?|conditions?|decisions?|"
    r"proposals?|matters?|facts?|items?|options?|questions?|reasons?)\b)"
)
"""After a number: it counts what a brief lists."""
_OPEN = re.compile(r"(?<![0-9])[ .…_-]/ ?$")
_ENDS_OPEN = re.compile(r" ?/ ?(?:[._…-]{2,}|[ \t/]|$|\n|दिनांक)")
_TAIL = re.compile(r"(?<=[0-9]) ?\((?:[0-9]{1,2}|[ivx]{1,4}|[कखगअबस])\)(?= ?/)|^\((?:[0-9]{1,2}|[ivx]{1,4})\) ?/ ?")
"""What the number of the copies has beside the paper's own: (1)/214/2026, 214(1)/2026."""


_ONLY_DAY = re.compile(r"\s?(?:तारीख|ता\.|को|तक)(?![\u0900-\u0963])")
"""After a number: it is a day of the month that is spoken of."""
_FIGURES = re.compile(
    r"[0-9](?:(?<![0-9,].)[0-9]{1,8}(?![0-9]|,[0-9])|(?<![0-9,./-].)(?![0-9]|[,./-][0-9]|/[a-zA-Zपटन]))"
)
"""Figures of their own; what stands before the first is looked at behind it, for so all else is passed over at once."""
_ROW = 300
"""How long a row of a table may be."""
_SERIAL = re.compile("([0-9]+)(.*)")
_LETTERED = re.compile(r"[-./]?\(?[a-zअ-ह]\)?(?=/)")
"""After the figure of the number of the copies, before its stroke: 512-अ/स्था./2026."""


def _bare(text: str) -> str:
    """A number as it is compared: in one spelling, without spaces."""
    return re.sub(r"\s", "", one_spelling(text))


def _inside(item: str, whole: str) -> bool:
    """Whether a section names one with its clause: 8 and 8(1)(h), and not 8(1)(h) and 8(1)(j)."""
    return whole.startswith(item) and not whole[len(item) :][:1].isdigit()


_STATES = (
    (re.compile(r"म\.? ?प्र\.|(?-i:M\. ?P\.)"), "मध्य प्रदेश मध्यप्रदेश Madhya Pradesh".split()),
    (re.compile(r"छ\.? ?ग\.|(?-i:C\. ?G\.)"), "छत्तीसगढ़ Chhattisgarh".split()),
    (re.compile(r"उ\.? ?प्र\.|(?-i:U\. ?P\.)"), "उत्तर प्रदेश Uttar Pradesh".split()),
)
"""How a brief shortens a state's name in that of an act, and how a paper spells it out."""


class Known:
    """What the writer of one paper was given."""

    def __init__(self, case: Case, given: list[Given]) -> None:
        self.case = case
        self.given = given

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
        _, prints = printed(self.case)
        values: list[Any] = [one.value for one in self._all_given if one.kind in (*COUNTS, "mark", "year")]
        values += [one.value for one in prints if one.kind in COUNTS]
        return {Decimal(value) for value in values if is_number(value)}

    @cached_property
    def _days_given(self) -> list[date]:
        return [one.value for one in self._all_given if isinstance(one.value, date)]

    @cached_property
    def _days_of_months(self) -> set[int]:
        days: list[Any] = [one.value for one in self._all_given if one.kind == "day"]
        return {day.day for day in self._days_given} | {day for _, day in days}

    @cached_property
    def _figures_given(self) -> set[str]:
        """Figures that stand in a number, date or name of the brief: saying one of them again invents nothing. A single figure of a
        date or of a longer number is nothing that was said."""
        told = list(self._told)
        for one in self.case.known:  # the hour and the day of something are no number of anything else
            if one.kind in ("time", "date", "day"):
                told[one.start : one.end] = " " * (one.end - one.start)
        figures = _FIGURES.findall("".join(told))
        return {one.lstrip("0") for one in figures if len(one.lstrip("0")) > 1 or len(one) == 1}

    @cached_property
    def _words_given(self) -> set[str]:
        printed = WORD.findall(" ".join(self.case.norm.words.values()))
        return {*told_words(self.case), *map(one_spelling, printed)}

    @cached_property
    def _words_in_row(self) -> str:
        return f" {' '.join(one_spelling(word) for word in WORD.findall(self._told))} "

    def has(self, found: Found) -> bool:
        """Whether the brief, the scenario or the form has it, or it follows from them at a glance."""
        kind, value = found.kind, found.value
        if kind == "place":
            return (
                is_ordinary(str(value))
                or not {str(value), str(value).removesuffix("े") + "ा"}.isdisjoint(self._words_given)
                or any(same_word(str(value), name) for name in told_names(self.case))
            )
        if kind in ("weekday", "mark", "pin", "post", "small", "upi") or (kind not in GROUPS and kind not in _CODES):
            return kind != "small" or Decimal(value) in self._numbers_given  # type: ignore[arg-type]
        if (GROUPS.get(kind, kind), value) in self._values_given:
            return True
        if kind in COUNTS:
            return self._known_count(found)
        if kind in DAYS:
            return self._known_day(kind, value)
        if any(facts.same(one, found) and self._no_longer(one, found) for one in self._all_given if one.kind == kind):
            return True
        said = self.case.text[found.start : found.end]
        if kind == "time":
            return False
        if kind == "name" and self._other_initials(value):
            return False
        if kind == "ref":
            return (
                self._own(found)
                or self._at_issue(found)
                or self._next_in_register(found)
                or self._known_reference(said)
            )
        if kind == "law":
            return self._known_law(value, said)
        if kind == "scheme":
            return self._known_law(("act", value), said.removesuffix(" योजना"))
        if kind in ("phone", "email", "web"):
            return str(value) in re.sub(r"[\s()-]", "", self._told.lower()) or in_mail_head(self.case, found)
        return all(word in self._words_given for word in map(one_spelling, WORD.findall(said)))

    def _no_longer(self, one: Fact | Found, found: Found) -> bool:
        """Whether a name says no more than the given one that it may be, but for words that were given."""
        mine, its = found.value, one.value
        if found.kind != "name" or not isinstance(mine, tuple) or not isinstance(its, tuple) or len(mine) <= len(its):
            return True
        if str(mine[0]).isascii() != str(its[0]).isascii():
            return True
        return all(word in self._words_given for word in mine if word not in its)

    def _known_count(self, found: Found) -> bool:
        if not is_number(found.value):
            return True
        value = found.figure
        listed = found.kind == "number" and value < 30 and self._numbers_item(found)
        # One copy, one page; the numbers of a list that runs on in its line, and of the rows of a table.
        if value == 1 or value in {day.year for day in self._days_given} or listed or self._numbers_row(found):
            return True
        if _ONLY_DAY.match(self.case.text, found.end) and value in self._days_of_months:
            return True
        return bool(
            self.is_given(found)
            or self._only_figures(found)
            or (found.kind == "months" and value in how_many(self.case))
            or (value in self._counted and _ITEMS.match(self.case.text, found.end))
            or (value in self._spans and (self._in_days(found) if found.kind == "days" else self._times(found)))
        )

    def _numbers_item(self, found: Found) -> bool:
        text = self.case.text
        opens = not text[max(0, found.start - 1) : found.start].strip()
        return text[found.end : found.end + 2] == ". " or (
            opens and text[found.end : found.end + 2] in ("/ ", ") ", "- ")
        )

    @cached_property
    def _typed(self) -> str:
        """The paper as it was typed, with its lines; the rows of a table may have been taken for a broken paragraph."""
        return ascii_digits(self.case.document.source.given)

    def _numbers_row(self, found: Found) -> bool:
        """Whether it stands first on its line and the line before or after is numbered in turn: the rows of a table."""
        text, value = self._typed, found.figure
        at, end = self.case.document.source.span(found.start, found.end)
        start = text.rfind("\n", 0, at) + 1
        if value != int(value) or value > 200 or text[start:at].strip():
            return False
        above = text[max(0, start - _ROW) : start].rstrip().rpartition("\n")[2]
        below = text[end : end + _ROW].partition("\n")[2]
        return any(
            re.match(rf"\s*0?{int(value) + step}(?![0-9,./-])", line) for line, step in ((above, -1), (below, 1))
        )

    @cached_property
    def _spans(self) -> set[Decimal]:
        """How many days there are from a given date to another, both counted, where the two are given as a span or as neighbours."""
        told, spans = self.case.told_text, set()
        for first, last in pairwise(self.case.known):
            days = [self._as_day(one) for one in (first, last)]
            if days[0] and days[1] and days[0] < days[1]:
                length = (days[1] - days[0]).days + 1
                if _TO.fullmatch(told, first.end, last.start) or (
                    length == 2 and _AND.fullmatch(told, first.end, last.start)
                ):
                    spans.add(Decimal(length))
        return spans

    def _as_day(self, found: Found) -> date | None:
        """A date, or a day of the paper's own year."""
        value: Any = found.value
        if isinstance(value, date) or found.kind != "day":
            return value if isinstance(value, date) else None
        try:
            return date((self.case.day or date(2025, 1, 1)).year, *value)
        except (TypeError, ValueError):
            return None

    def _times(self, found: Found) -> bool:
        """Whether it is a factor of a reckoning that is written out: 1,560 x 2 x 26."""
        before, after = self.case.text[max(0, found.start - 3) : found.start], self.case.text[found.end : found.end + 3]
        return bool(re.search(r"[x×*] ?$", before) or re.match(r" ?[x×*](?![a-z])", after))

    def _in_days(self, found: Found) -> bool:
        return bool(_DAY.search(self.case.text, found.start, found.end))

    def _only_figures(self, found: Found) -> bool:
        """Whether a count's figures stand in a number or date of the brief; words repeat no figures."""
        figures = self.case.text[found.start : found.end][:1].isdigit()
        return figures and found.kind in ("number", "small") and str(found.value) in self._figures_given

    def stands_in(self, found: Found, amiss: set[tuple[str, str]]) -> bool:
        """Whether figures that stand in some number of the brief, or a 1, count here what a lost fact counts: they stand in its place."""
        if not amiss or found.kind not in COUNTS or not is_number(found.value):
            return False
        one = found.value == 1 and found.kind == "number"
        if not one and (found.figure in self._numbers_given or not self._only_figures(found)):
            return False
        return (GROUPS[found.kind], around(self.case.text, found, *self.case.sentence(found.start))[1]) in amiss

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
            return value in {(day.year, day.month) for day in days} or is_told(self.case, *value)
        if kind == "year":
            return value in years or str(value) in self._told
        if kind == "fy":
            return bool({value, value + 1} & years)
        return False

    def _other_initials(self, value: Any) -> bool:
        """Whether a name is a given one but for an initial: N. R. Rao for N. K. Rao."""
        if not isinstance(value, tuple) or len(value) < 2:
            return False
        alike = [
            one.value
            for one in self._all_given
            if one.kind == "name"
            and isinstance(one.value, tuple)
            and len(one.value) == len(value)
            and one.value[-1] == value[-1]
        ]
        return bool(alike) and all(
            any(mine != its and len(mine) == len(its) == 1 for mine, its in zip(value, other, strict=True))
            for other in alike
        )

    def _own(self, found: Found) -> bool:
        """Whether it stands in the paper's own title, which has a number of its own beside that of the file: परिपत्र क्रमांक 06/2026."""
        line = self.case.line(found.start)
        return line is not None and line.part == "title" and self.case.has("number")

    def _at_issue(self, found: Found) -> bool:
        """Whether a number still waits for its first figures: क्रमांक        /रीडर-1/2026."""
        text = self.case.text
        return bool(_OPEN.search(text, max(0, found.start - 24), found.start) or _ENDS_OPEN.match(text, found.end))

    def _next_in_register(self, found: Found) -> bool:
        """Whether the tail for the copies has the number after the paper's own, as the register gives it, 513 after 512/स्था./2026, or its
        own with a letter: 512-अ/स्था./2026."""
        number = self.case.brief["number"] if self.case.brief else ""
        own = _SERIAL.match(_bare(number))
        said = _SERIAL.match(_bare(self.case.text[found.start : found.end]))
        if not own or not said:
            return False
        following = int(said[1]) == int(own[1]) + 1 and said[2] == own[2]
        lettered = said[1] == own[1] and _LETTERED.sub("", said[2], count=1) == own[2]
        return (following or lettered) and any(line.start <= found.start for line in self.case.lines("copies"))

    def _known_reference(self, said: str) -> bool:
        """A number in the other script keeps its figures; one that is part of what was given isn't new."""
        figures = [run.lstrip("0") for run in re.findall("[0-9]+", said)]
        told = _bare(self._told)
        shortened = [said, *(said[: tail.start()] + said[tail.end() :] for tail in _TAIL.finditer(said))]
        if any(_bare(number).strip(".,/-") in told for number in shortened):
            return True
        return is_hindi(said) != is_hindi(self._told) and bool(figures) and set(figures) <= self._figures_given

    def _known_law(self, value: Any, said: str) -> bool:
        if value[0] == "act":
            script = is_hindi(said)
            if not any(is_hindi(text) == script for _, text in self.case.told):
                return True
            words = [one_spelling(word) for word in WORD.findall(said)]
            if f" {' '.join(words)} " in self._words_in_row:
                return True
            years = set(re.findall("(?:18|19|20)[0-9]{2}", said))
            spelt_out = {one_spelling(word) for short, names in _STATES if short.search(self._told) for word in names}
            return years <= self._figures_given and set(words) - spelt_out <= self._words_given
        number = re.match("[0-9]+", str(value[1]))
        same = [one.value for one in self._all_given if one.kind == "law" and isinstance(one.value, tuple)]
        item = str(value[1])
        return number is not None and any(
            kind in (value[0], "section", "rule")
            and (item == str(one) or _inside(item, str(one)) or _inside(str(one), item))
            for kind, one in same
        )

    def is_given(self, found: Found) -> bool:
        """Whether a figure was given, as it stands or by the unit in which it is told."""
        value, units = found.figure, scales(self.case)
        told = (value, *units.readings(found), *(value / unit for unit in units.told))
        return any(one in self._numbers_given for one in told)

    def follows(self, found: Found) -> bool:
        """Whether a number follows at a glance from those that were given."""
        return follows(self.case, self._numbers_given, self.is_given, found)
