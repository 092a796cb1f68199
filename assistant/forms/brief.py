"""A brief: the facts of one case, checked against its form. Refused for what it has wrong, never for what it lacks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from assistant.content import Source, checked, read_source
from assistant.errors import InputError
from assistant.forms.form import Form
from assistant.language.text import clean


@dataclass(frozen=True)
class Brief:
    """The facts of one case. `facts` has an attribute for every field of the form; what nobody gave is empty and false.

    `removed` is how many invisible characters were taken out of what was typed.
    """

    form: Form
    facts: BaseModel
    removed: int = 0

    def __getitem__(self, field: str) -> Any:
        return getattr(self.facts, field)

    def state(self, default: str) -> str:
        """Whose norm the paper follows: the brief's own, else the installation's."""
        return self["state"] or default

    def persons(self) -> list[str]:
        """The names of the persons in it."""
        told = [self[id] for id, field in self.form.fields.items() if field.kind in ("person", "people", "copies")]
        people = [one for value in told for one in (value if isinstance(value, tuple) else (value,))]
        return [one.name for one in people if one.name]

    def digits(self, language: str) -> str:
        """The script of the figures that the form itself writes: "devanagari" where the case was typed in it, else ""."""
        return self._digits if language == "hi" else ""

    @cached_property
    def _digits(self) -> str:
        typed = " ".join(_texts(self.facts.model_dump(exclude={"office"})))
        hindi, other = (len(re.findall(f"[{digits}]+", typed)) for digits in ("०-९", "0-9"))
        return "devanagari" if hindi > other else ""


def check_brief(form: Form, source: Source) -> Brief:
    """A brief that was read. Raises ProblemsError with all that is wrong in it: unknown keys, impossible dates, wrong types."""
    if not isinstance(source.data, dict):
        raise InputError("error.brief.shape", file=source.file)
    removed = sum(clean(text).removed for text in _texts(source.data))
    return Brief(form, checked(form.brief_model, source, form.others), removed)


def read_brief(form: Form, text: str, file: str) -> Brief:
    """A brief out of YAML or JSON text; `file` names it in messages. Raises ProblemsError as check_brief does."""
    seen = clean(text)  # before it is parsed: YAML knows no control characters, and Word leaves some behind
    brief = check_brief(form, read_source(seen.text, file))
    return replace(brief, removed=brief.removed + seen.removed)


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list | tuple):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)
