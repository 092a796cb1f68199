"""A finding: which rule, where in the text, why, and what to do. Its words are data, apart from the code."""

from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from assistant.forms.brief import Brief
from assistant.forms.document import Document
from assistant.forms.form import Norm
from assistant.messages import LANGUAGES

Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True)
class Case:
    """What a check looks at: a paper, the norm that it follows, and the brief where there is one."""

    document: Document
    norm: Norm
    brief: Brief | None = None


@dataclass(frozen=True)
class Spot:
    """Where a check struck: the part, code-point offsets into the document's text, and what fills the words of its code."""

    part: str = ""
    start: int = 0
    end: int = 0
    suggestion: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    """A value is one text, or a dict with one in each language."""


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
    """A spot as a finding, with the words of its code."""
    told = words(code)
    message = {
        language: told["message"][language].format(
            **{key: value[language] if isinstance(value, dict) else value for key, value in spot.values.items()}
        )
        for language in LANGUAGES
    }
    quote = case.document.text[spot.start : spot.end]
    return Finding(code, told["severity"], spot.part, spot.start, spot.end, quote, message, spot.suggestion)
