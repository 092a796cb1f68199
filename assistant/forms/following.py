"""A paper made from another: the letter that a note proposes, the reminder of a letter. What carries over stands in form.yaml.

It works on what was typed, not on a brief: a paper whose facts aren't complete can be followed too.
"""

from collections.abc import Mapping
from typing import Any

from assistant.content import Source
from assistant.errors import Problem
from assistant.forms.answers import SEVERAL
from assistant.forms.form import THIS, Form
from assistant.language.text import lines

REFERENCE = ("kind", "number", "date", "from")


def carried(form: Form, data: Mapping[str, Any], to: Form, language: str, state: str) -> dict[str, Any]:
    """What a paper of `form` with these data gives to one of the form `to`: its fields, as data of a brief."""
    found: dict[str, Any] = {}
    for field, sources in form.file.follows[to.id].items():
        if field not in to.fields:  # an office's own form may ask less than the built-in one
            continue
        kind = to.fields[field].kind
        values = [value for source in sources for value in _values(form, data, source, language, state)]
        if kind == "references":
            values = [_reference(value) for value in values]
        if values := [value for value in values if value]:
            found[field] = values if kind in SEVERAL else values[0]
    return found


def _values(form: Form, data: Mapping[str, Any], source: str, language: str, state: str) -> list[Any]:
    """A field's values one by one; of a field in pieces the one piece that is named ("puc.text")."""
    if source == THIS:
        whose = form.norm(state, language).words["this_office"]
        return [{"kind": form.file.cited, "from": whose} | {id: data[id] for id in ("number", "date") if data.get(id)}]
    field, _, piece = source.partition(".")
    value = data.get(field, "")
    if piece:
        value = value.get(piece, "") if isinstance(value, Mapping) else ""
    if isinstance(value, str):
        return lines(value)
    return list(value) if isinstance(value, list | tuple) else [value]


def _reference(value: Any) -> Any:
    """Which paper it is, without what it says; nothing where that isn't known."""
    if not isinstance(value, Mapping):
        return value
    kept = {key: value[key] for key in REFERENCE if value.get(key)}
    return kept if kept.keys() - {"kind"} else {}


def misfollowed(form: Form, forms: Mapping[str, Form], known: list[str], source: Source) -> list[Problem]:
    """Names under `follows` that name no form, or no field of the two. A form whose own files are wrong is passed over."""
    problems = []
    for id, carry in form.file.follows.items():
        if id not in known:
            problems.append(source.unknown(("follows", id), id, known))
        for field, sources in carry.items() if id in forms else ():
            if field not in forms[id].fields:
                problems.append(source.unknown(("follows", id, field), field, forms[id].fields))
            problems += [
                source.unknown(("follows", id, field, n), name, [*form.fields, THIS])
                for n, name in enumerate(sources)
                if name.partition(".")[0] not in (*form.fields, THIS)
            ]
    return problems
