"""A finding: which rule, where in the text, why, and what to do. Its words are data, apart from the code."""

from dataclasses import asdict, dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from assistant.forms.brief import Brief
from assistant.forms.document import Document, Line
from assistant.forms.form import Form, Norm, Severity
from assistant.messages import LANGUAGES


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

    @property
    def language(self) -> str:
        return self.document.language

    @property
    def text(self) -> str:
        """The whole paper in the plain copy that rules read; every place that a check tells is a place in it."""
        return self.document.source.plain

    @cached_property
    def norm(self) -> Norm:
        """The form as the brief's state uses it."""
        return self.form.norm(self.state, self.language)

    def lines(self, *parts: str) -> list[Line]:
        """The lines of these parts in the order of the paper; of all parts where none is named."""
        return [line for line in self.document.lines if not parts or line.part in parts]

    def words(self, line: Line) -> str:
        """A line's own words, without its label or number; they begin at `line.words`."""
        return self.text[line.words : line.end]

    @property
    def body(self) -> list[Line]:
        """The paragraphs that a person or a model wrote."""
        return self.lines(self.form.file.writes)

    def has(self, part: str) -> bool:
        """Whether the paper has the part with anything in it."""
        return any(line.part == part for line in self.document.lines)


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

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@cache
def words(code: str) -> dict[str, Any]:
    """What `codes/<code>.yaml` says of a code: severity, message in both languages, cases."""
    path = Path(__file__).parent / "codes" / f"{code}.yaml"
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
    return data


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
    at = source.where(start)
    part = spot.part or next((line.part for line in reversed(case.document.lines) if line.start <= at), "")
    severity = case.form.file.severity.get(code) or spot.severity or told["severity"]
    return Finding(code, severity, part, start, end, source.given[start:end], message, spot.suggestion)
