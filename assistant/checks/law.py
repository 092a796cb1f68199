"""Whether the law that a paper cites still applied on the date in question (data/laws.yaml)."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from assistant.checks.finding import Case, Spot
from assistant.checks.phrases import data
from assistant.facts.patterns import END, LETTER, START
from assistant.language.dates import show_date

_NUKTA = re.compile("[कखगजडढफ](?![\u093c?])")
_NASALS = "(?:\u0902|\u0919\u094d|\u091e\u094d|\u0923\u094d|\u0928\u094d|\u092e\u094d)"

_OF_LAW = re.compile(
    r"धारा|दफा|दफ़ा|संहिता|अंतर्गत|अन्तर्गत|तहत|अधीन|अपराध|प्राथमिकी|\b(?:section|sec|sections|under|offences?|crime|fir|code)\b|u/s",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"के स्थान पर|की जगह|प्रतिस्थापित|निरसित|निरस्त|समाप्त हो|पूर्व में|पूर्ववर्ती|तत्कालीन|तत्समय|उस समय|तब (?:लागू|प्रभावी|प्रवृत्त)|भूतपूर्व|पुराने|पुरानी|पुराना|"
    r"(?:नए|नये|नवीन|नई) (?:आपराधिक )?(?:कानून|क़ानून|अधिनियम|संहिता)|"
    r"\b(?:in (?:place|lieu) of|instead of|(?:is|are|was|were|been|being|stands?|since) replaced"
    r"|replaced by|(?:which|that|and) replace[sd]?|repeal\w*|supersed\w+|erstwhile|then (?:in force|applicable)|in force (?:then|at the time)|"
    r"former|formerly|previously|earlier|old|"
    r"new (?:criminal )?laws?)\b",
    re.IGNORECASE,
)
"""Words by which a sentence speaks of a law as one that was."""
_EVENT = re.compile(
    r"अपराध|एफ\.?आई\.?आर|प्राथमिकी|प्रथम सूचना|घटना|घटित|प्रकरण|वारदात|दर्ज|पंजीबद्ध|मर्ग|"
    r"\b(?:offences?|crime|fir|f\.i\.r|incident|occurr\w+|committed|registered|case)\b",
    re.IGNORECASE,
)
"""Words beside which a date is that of what happened, not of a letter about it. A law may have its own in its row: leave."""
_PAPER = re.compile(
    r"(?:पत्र|आवेदन|आदेश|परिपत्र|ज्ञापन|\b(?:letter|application|order|circular|memo))[^।]{0,40}$", re.IGNORECASE
)
"""Before a date: it is a paper's."""
_NAME_BEFORE = re.compile(
    r"(?:(?:अधिनियम|नियम|नियमावली|विनियम|संहिता|Act|Rules|Code|Sanhita|Adhiniyam|Regulations|कोड)[\s,()]{0,4}|(?:आदेश|Order|योजना|Scheme),\s?)$"
)
_YEAR = re.compile(r"(?<![\d.,])(?:19[5-9]\d|20[0-4]\d)(?!\d|[.,]\d)(?!(?<=/\d{4})-\d\d(?!\d))")
"""A year that stands alone. A financial one at the end of a number (118/अ-6/2019-20) tells when a file was opened."""


@dataclass(frozen=True)
class Law:
    """One law that no longer applies: what came instead, and from when."""

    again: re.Pattern[str]
    now: dict[str, str]
    start: date
    state: str
    of_paper: bool
    """Whether the paper's own day decides, whatever it tells of."""
    event: re.Pattern[str]
    """Beside which words a date decides."""


class _Laws(NamedTuple):
    """The laws of data/laws.yaml by id, and one pattern for all their names: the group is the id, `short_` before it.

    `any_name` finds the same names by their first letters, sooner, and doesn't tell whose they are.
    """

    rows: dict[str, Law]
    named: re.Pattern[str]
    any_name: re.Pattern[str]

    def cited(self, text: str) -> list[re.Match[str]]:
        """Every name of a law in a text; its group tells which."""
        places = (found.start() for found in self.any_name.finditer(text))
        return [match for at in places if (match := self.named.match(text, at))]


@cache
def laws() -> _Laws:
    """The laws of data/laws.yaml."""
    rows = data("laws")
    groups = [(row["id"], row["names"]) for row in rows] + [
        (f"short_{row['id']}", row["short"]) for row in rows if "short" in row
    ]
    by_start: dict[str, list[str]] = defaultdict(list)
    for _, names in groups:
        for name in names:
            by_start[name[0].lower()].append(_loose(name)[1:])
    starts = "".join(sorted({sign for start in by_start for sign in (start, start.upper())}))
    opens = f"[{starts}](?<![{LETTER}][{starts}])"
    begun = "|".join(
        f"{sign}(?<![{LETTER}]{sign})(?i:{'|'.join(dict.fromkeys(rests))})"
        for start, rests in by_start.items()
        for sign in sorted({start, start.upper()})
    )
    named = "|".join(f"(?P<{id.replace('-', '_')}>{'|'.join(map(_begun, names))})" for id, names in groups)
    return _Laws(
        {
            row["id"].replace("-", "_"): Law(
                re.compile(_bounded(_any(row["again"])), re.IGNORECASE),
                row["now"],
                row["from"],
                row.get("state", ""),
                row.get("of_paper", False),
                re.compile("|".join((_EVENT.pattern, *row.get("event", ()))), re.IGNORECASE),
            )
            for row in rows
        },
        re.compile(f"{opens}(?:{named}){END}"),
        re.compile(f"(?:{begun}){END}"),
    )


def _bounded(pattern: str) -> str:
    return f"{START}(?:{pattern}){END}"


def _begun(name: str) -> str:
    """A pattern for a name whose first letter has been read: so the search skips at once to those letters."""
    return f"(?<=[{name[0].lower()}{name[0].upper()}])(?i:{_loose(name)[1:]})"


def _any(names: list[str]) -> str:
    return "|".join(map(_loose, names))


def _loose(name: str) -> str:
    """A pattern for a name: dots, commas and spaces as anybody types them, a nasal as a dot or as a half letter."""
    pieces = []
    for piece in re.findall(r"\.|[\s,()-]+|[^.\s,()-]+", name):
        if piece == ".":
            pieces.append(r"\.?\s?")
        elif re.match(r"[\s,()-]", piece):
            pieces.append(r"[\s,()–-]{0,3}")
        else:
            pieces.append(_NUKTA.sub("\\g<0>\u093c?", re.escape(piece).replace("\u0902", _NASALS)))
    return "".join(pieces).removesuffix(r"\s?")


def superseded(case: Case) -> Iterator[Spot]:
    """It cites a law that no longer applied on the date in question."""
    matches = laws().cited(case.text)
    dated = _Dated(case, matches) if matches else None
    for match in matches:
        group = str(match.lastgroup)
        law = laws().rows[group.removeprefix("short_")]
        start, end = case.sentence(match.start())
        if dated is None or (law.state and law.state != case.state):
            continue
        if group.startswith("short_") and not _OF_LAW.search(case.text, start, end):
            continue
        if law.again.search(case.text, start, end) or _HISTORY.search(case.text, start, end):
            continue
        days = [case.day] if law.of_paper and case.day else dated.in_question(law, start, end)
        if days and min(days) >= law.start:
            last = match.end() - (match[0].count(".") == 1 and match[0].endswith("."))  # the sentence's own stop
            yield Spot(match.start(), last, values={"now": law.now, "from": show_date(law.start)})


class _Dated:
    """Every date of a paper by its place, and each year that stands alone (अपराध क्रमांक 112/2023) as its first day: in doubt the
    law still applied. The year of a law's own name is none of them."""

    def __init__(self, case: Case, laws: list[re.Match[str]]) -> None:
        self.case = case
        whole = [found for found in case.found if found.kind in ("date", "month", "day")]
        days = [(found.start, found.value) for found in whole if isinstance(found.value, date)]
        named = [(match.start(), match.end() + 12) for match in laws]  # the year of a law is part of its name
        named += [(found.start, found.end) for found in case.found if found.kind == "law"]
        taken = sorted([(found.start, found.end) for found in whole] + named)
        for year in _YEAR.finditer(case.text):
            index = bisect_right(taken, (year.start(), len(case.text)))
            inside = index and taken[index - 1][1] > year.start()
            if not inside and not _NAME_BEFORE.search(case.text, max(0, year.start() - 16), year.start()):
                days.append((year.start(), date(int(year[0]), 1, 1)))
        self.days = sorted(days)
        self.places = [at for at, _ in self.days]

    def in_question(self, law: Law, start: int, end: int) -> list[date]:
        """The days by which a sentence's law is judged: what happened, as the sentence, then the paper tells it; else the paper's own."""
        inside = self.days[bisect_left(self.places, start) : bisect_left(self.places, end)]
        return (
            [day for at, day in inside if self._tells(law.event, at, start, end)]
            or [day for _, day in inside]
            or [day for at, day in self.days if self._tells(law.event, at, *self.case.sentence(at))]
            or ([self.case.day] if self.case.day else [])
            or ([max(day for _, day in self.days)] if self.days else [])
        )

    def _tells(self, event: re.Pattern[str], at: int, start: int, end: int) -> bool:
        text, first = self.case.text, max(start, at - 40)
        return bool(event.search(text, first, min(end, at + 40))) and not _PAPER.search(text, first, at)


CHECKS = {
    "law.superseded": superseded,
}
