"""A finding: which rule, where in the text, why, and what to do. Its words are data, apart from the code."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cache, cached_property, lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel

from assistant import facts
from assistant.facts import Fact, Found
from assistant.forms.brief import Brief
from assistant.forms.document import Document, Line
from assistant.forms.form import Form, Norm, Severity
from assistant.language.dates import show_date
from assistant.language.source import Source
from assistant.messages import LANGUAGES

_STOP = re.compile(
    r"[।॥?!;\n.](?:(?<!\.)|(?<=[a-z0-9)\]][a-z0-9)\]]\.)(?<!\bNo\.)(?<!\bdt\.)(?<!\bNos\.)(?<!\bSmt\.)(?<!\bRef\.)(?<!\bSub\.)(?<!\bArt\.)"
    r"(?<!Encl\.)(?<!\bAdmn\.)(?<!\bEstt\.)(?<!\bAsstt\.)(?<!\bAddl\.)(?<!\bGovt\.)(?<!\bDeptt\.)(?<!\bDept\.)"
    r"(?<!\bSec\.)(?<!\bsec\.)(?=\s+[\"“(]?[A-Z0-9])"
    r"|(?<=[A-Z][A-Z][A-Z]\.)(?<!SMT\.)(?<!SUB\.)(?<!REF\.)(?<!NOS\.)(?<!NCL\.)(?=\s+[A-Z][a-z])"
    r"|(?:(?<=\sहै\.)|(?<=\sहैं\.)|(?<=करें\.)|(?<=जाए\.)|(?<=जाएँ\.)|(?<=\sगया\.)|(?<=\sगए\.)|(?<=\sगई\.))(?=\s))"
)
"""Where a sentence ends; the dots of abbreviations end none."""
_SENT = re.compile(r"(?:Sent|Date|दिनांक|भेजा गया)(?: on)?\s?[:ः-]", re.IGNORECASE)
"""The line of a mail's head that has its day."""
PARAGRAPH = 8
"""Words of a paragraph; what is shorter is a heading, a set phrase or a line that was wrapped."""
NUMBER = r"(?:\(?[0-9०-९]{1,3}[.)-][ \t]{1,5})?"
"""What a form puts before its paragraphs, as a pattern; it may not be there."""
_FAR = 400
"""How far from a place its sentence is read: text without any stop must not cost the square of its length."""


@dataclass(frozen=True)
class Case:
    """What a check looks at: a paper, the form and the norm that it follows, and the brief where there is one.

    `scenario` is what else the writer was told, `given` a text that was handed out to be mended: an exercise has them. `length`
    is the fewest and the most words asked for; None leaves it to the form.
    """

    document: Document
    form: Form
    state: str
    brief: Brief | None = None
    scenario: str = ""
    given: str = ""
    length: tuple[int, int] | None = None
    expect: tuple[Fact, ...] = ()
    """The facts that an exercise expects; none: those of the brief."""
    model_answer: str = ""
    """A good answer to an exercise: it shows how each fact may be worded, and tells none."""
    hidden: tuple[str, ...] = ()
    """Words that the file has and nobody sees who reads it."""
    stump: str = ""
    """The last paragraph of a model's text that is known to have broken off in it."""
    instruction: bool = False
    """Whether it is no paper but an instruction to a model: what is a person's in it goes to the model."""

    @property
    def language(self) -> str:
        return self.document.language

    @cached_property
    def text(self) -> str:
        """The whole paper in the plain copy that rules read; every place that a check tells is a place in it."""
        return self.document.source.plain

    @cached_property
    def norm(self) -> Norm:
        """The form as the brief's state uses it."""
        return self.form.norm(self.state, self.language)

    def lines(self, *parts: str) -> list[Line]:
        """The lines of these parts in the order of the paper; of all parts where none is named."""
        if len(parts) == 1:
            return self._of_part.get(parts[0], [])
        return [line for line in self.document.lines if not parts or line.part in parts]

    @cached_property
    def _of_part(self) -> dict[str, list[Line]]:
        by_part: dict[str, list[Line]] = {}
        for line in self.document.lines:
            by_part.setdefault(line.part, []).append(line)
        return by_part

    def words(self, line: Line) -> str:
        """A line's own words, without its label or number; they begin at `line.words`."""
        return self.text[line.words : line.end]

    @property
    def body(self) -> list[Line]:
        """The paragraphs that a person or a model wrote."""
        return self.lines(self.form.file.writes)

    @cached_property
    def found(self) -> list[Found]:
        """Every fact that the paper says, in order."""
        return facts.find(self.text)

    @cached_property
    def told(self) -> tuple[tuple[str, str], ...]:
        """All that the writer was told, as plain copies, each with the field of the brief that it stands in ("to.name"), the scenario
        without one. Empty where there is neither. A text that was given to be mended may be wrong: it tells nothing."""
        brief = _texts(self.brief.facts) if self.brief else ()
        rest = (("", self.scenario),) if self.scenario else ()
        return tuple((name, _plain(text)) for name, text in (*brief, *rest))

    @cached_property
    def told_text(self) -> str:
        """All that the writer was told, one text after the other, each on a line."""
        return "\n".join(text for _, text in self.told)

    @cached_property
    def shown(self) -> str:
        """The good answer, as a plain copy."""
        return _plain(self.model_answer)

    @cached_property
    def known(self) -> list[Found]:
        """Every fact in what the writer was told; the places are those in `told_text`."""
        return facts.find(self.told_text)

    @cached_property
    def _starts(self) -> list[int]:
        return [found.start for found in self.found]

    def within(self, start: int, end: int) -> list[Found]:
        """The facts that the paper says between two places."""
        return self.found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @cached_property
    def day(self) -> date | None:
        """The paper's own date, as it stands there, else as the brief has it; None where it was left blank."""
        head = self.lines("date") or [line for line in self.lines("number", "letterhead") if not self._tells(line)]
        if not head and self.form.file.file == ".eml":
            head = [line for line in self.lines("unplaced") if _SENT.match(self.text, line.start, line.end)]
        own = [found for line in head for found in self.within(line.start, line.end)]
        days = [found.value for found in own if found.kind == "date" and isinstance(found.value, date)]
        return days[0] if days else self.brief["date"] if self.brief else None

    def _tells(self, line: Line) -> bool:
        """Whether a line is a sentence of the matter, though it begins as the paper's number does: पत्र क्र. 19 के अनुक्रम में …"""
        return self.text[line.start : line.end].rstrip().endswith("।") and line.end - line.start > _FAR // 4

    @cached_property
    def stops(self) -> list[int]:
        """Where the text begins, and where each sentence of it ends."""
        return [0, *(match.end() for match in _STOP.finditer(self.text)), len(self.text)]

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends; of one that never ends, what is near."""
        index = bisect_right(self.stops, at)
        return max(self.stops[index - 1], at - _FAR), min(self.stops[min(index, len(self.stops) - 1)], at + _FAR)

    def has(self, part: str) -> bool:
        """Whether the paper has the part with anything in it."""
        return part in self._of_part

    @cached_property
    def _begins(self) -> list[int]:
        return [line.start for line in self.document.lines]

    def line(self, at: int) -> Line | None:
        """The last line that begins before a place or at it."""
        index = bisect_right(self._begins, at)
        return self.document.lines[index - 1] if index else None


_Worked = TypeVar("_Worked")


def once(work: Callable[[Case], _Worked]) -> Callable[[Case], _Worked]:
    """A function of a case that is worked out once for it, however many checks ask."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(case: Case) -> _Worked:
        known = case.__dict__
        if name not in known:
            known[name] = work(case)
        worked: _Worked = known[name]
        return worked

    return kept


@lru_cache(2048)
def _plain(text: str) -> str:
    return Source(text).plain


def _texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a brief with the name of its field, a date as papers carry it."""
    if isinstance(value, str) and value:
        yield name, value
    elif isinstance(value, date):
        yield name, show_date(value)
    elif isinstance(value, BaseModel):
        for part in type(value).model_fields:
            yield from _texts(getattr(value, part), f"{name}.{part}" if name else part)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item, name)


@dataclass(frozen=True)
class Spot:
    """Where a check struck: offsets into the case's text, and what fills the words of its code.

    `part` is found from the place where none is named; a part that isn't there has no place, so it has to be. `suggestion` is what
    could stand instead of just these words, where the mending is mechanical. `severity` is the code's own where it is empty.
    `typed`: the offsets are into the text as given, for what the plain copy doesn't show (a stray joiner, hidden text).
    """

    start: int = 0
    end: int = 0
    part: str = ""
    suggestion: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    """A value is one text, or a dict with one in each language."""
    severity: Severity | None = None
    typed: bool = False
    about: str = ""
    """The id of the expected fact that was dropped or changed."""


@dataclass(frozen=True)
class Finding:
    """One fault as it is told (contract: check --json). `start` and `end` are code-point offsets into the text as given."""

    code: str
    severity: Severity
    part: str
    start: int
    end: int
    quote: str
    message: dict[str, str]
    suggestion: str
    about: str = ""

    def as_json(self) -> dict[str, Any]:
        told = asdict(self)
        return told if self.about else {key: value for key, value in told.items() if key != "about"}


@cache
def words(code: str) -> dict[str, Any]:
    """What `codes/<code>.yaml` says of a code: severity, rule and message in both languages, cases."""
    path = Path(__file__).parent / "codes" / f"{code}.yaml"
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
    return data


@cache
def title(code: str) -> dict[str, str]:
    """What a code is called in a few words, by language; a code that there is no more is its own name."""
    try:
        told: dict[str, str] = words(code)["title"]
    except FileNotFoundError:
        return dict.fromkeys(LANGUAGES, code)
    return told


def shows(code: str) -> dict[str, dict[str, str]]:
    """The author's example of wrong and right, by language; none of a code that only an exercise has."""
    try:
        return words(code).get("shows") or {}
    except FileNotFoundError:
        return {}


def finding(case: Case, code: str, spot: Spot) -> Finding:
    """A spot as a finding, with the words of its code and its place in the text as given. A form may raise the severity."""
    told = words(code)
    message = {
        language: told["message"][language].format(
            **{key: value[language] if isinstance(value, dict) else value for key, value in spot.values.items()}
        )
        for language in LANGUAGES
    }
    source = case.document.source
    start, end = (spot.start, spot.end) if spot.typed else source.span(spot.start, spot.end)
    line = case.line(source.where(start))
    part = spot.part or (line.part if line else "")
    severity = case.form.file.severity.get(code) or spot.severity or told["severity"]
    return Finding(code, severity, part, start, end, source.given[start:end], message, spot.suggestion, spot.about)
