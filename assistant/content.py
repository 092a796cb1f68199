"""Finds and reads content files: `EDAKSH_CONTENT` first, file by file, then the built-in ones.

YAML is read without guessing types: every scalar is a text, so `number: 0118`, `time: 10:30` and `date: 2026-02-31` arrive as
they were typed and the models that use them say what is wrong. Each key's line is kept for the messages.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from assistant.errors import InputError, Problem, ProblemsError

M = TypeVar("M", bound=BaseModel)

HERE = Path(__file__).parent
BUILT_IN = HERE / "_content" if (HERE / "_content").is_dir() else HERE.parent
"""An installed wheel carries the content folders inside the package; a checkout has them beside it."""

At = tuple[str | int, ...]
"""A place in a file: the keys and list positions that lead there."""

MOST_BYTES = 2_000_000
"""A content file or brief larger than this is a mistake: it is refused before it is parsed."""


@dataclass(frozen=True)
class Content:
    """The folders that content is looked for in, the first that has a file wins."""

    roots: tuple[Path, ...]

    def path(self, relative: str) -> Path:
        """Where the file of that name is. Raises FileNotFoundError where no folder has it."""
        for root in self.roots:
            if (root / relative).is_file():
                return root / relative
        raise FileNotFoundError(relative)

    def read(self, relative: str) -> str:
        """A content file's text."""
        return self.path(relative).read_text(encoding="utf-8-sig")

    def names(self, folder: str) -> list[str]:
        """What lies in a content folder, in any of the roots; names that start with `_` are shared material, not items."""
        found = {entry.name for root in self.roots if (root / folder).is_dir() for entry in (root / folder).iterdir()}
        return sorted(name for name in found if not name.startswith(("_", ".")))


def open_content(overlay: Path | None = None) -> Content:
    """The content of this installation. Raises InputError where `overlay` is named and isn't a folder."""
    if overlay is None:
        return Content((BUILT_IN,))
    if not overlay.is_dir():
        raise InputError("error.content.folder", folder=str(overlay))
    return Content((overlay, BUILT_IN))


@dataclass(frozen=True)
class Source:
    """A file as read: its data (dicts, lists and texts), and the line of each key."""

    file: str
    data: Any
    lines: dict[At, int]

    def problem(self, at: At, key: str, /, **values: Any) -> Problem:
        """A problem at a place, with the line of the nearest key that has one."""
        line = next((self.lines[at[:n]] for n in range(len(at), -1, -1) if at[:n] in self.lines), None)
        return Problem(self.file, line, key, values, at=".".join(str(step + 1) if isinstance(step, int) else step for step in at))


def read_source(text: str, file: str) -> Source:
    """YAML or JSON text as data with lines. Raises ProblemsError where it is neither, or a key stands twice."""
    if len(text) > MOST_BYTES:
        raise ProblemsError([Problem(file, None, "error.file.large", {"file": file})])
    if text.lstrip().startswith("{"):
        return _json(text, file)
    lines: dict[At, int] = {}
    problems: list[Problem] = []
    try:
        node = yaml.compose(text, yaml.CSafeLoader)
        data = _plain(node, (), lines, problems, file, set()) if node is not None else {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ProblemsError([Problem(file, line, "error.yaml", {"why": error.problem or ""})]) from None
    except (yaml.YAMLError, RecursionError):
        raise ProblemsError([Problem(file, None, "error.yaml", {"why": ""})]) from None
    if problems:
        raise ProblemsError(problems)
    return Source(file, data, lines)


def _json(text: str, file: str) -> Source:
    try:
        return Source(file, json.loads(text, parse_int=str, parse_float=str), {})
    except json.JSONDecodeError as error:
        raise ProblemsError([Problem(file, error.lineno, "error.json", {"why": error.msg})]) from None
    except RecursionError:
        raise ProblemsError([Problem(file, None, "error.json", {"why": ""})]) from None


def _plain(node: yaml.Node, at: At, lines: dict[At, int], problems: list[Problem], file: str, seen: set[int]) -> Any:
    """A YAML node as dicts, lists and texts. An alias is refused: a handful of them can stand for gigabytes."""
    lines.setdefault(at, node.start_mark.line + 1)
    if not isinstance(node, yaml.ScalarNode) and id(node) in seen:
        problems.append(Problem(file, node.start_mark.line + 1, "error.yaml.alias", {}))
        return None
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in values:
                problems.append(Problem(file, line, "error.yaml.twice", {"key": key}))
            lines[(*at, key)] = line
            values[key] = _plain(value_node, (*at, key), lines, problems, file, seen)
        return values
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*at, n), lines, problems, file, seen) for n, item in enumerate(node.value)]
    return "" if node.tag == "tag:yaml.org,2002:null" else str(node.value)


def checked(model: type[M], source: Source) -> M:
    """The source's data as a model. Raises ProblemsError with everything that is wrong in it."""
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        raise ProblemsError(list(problems_in(error, source, model))) from None


def problems_in(error: ValidationError, source: Source, model: type[BaseModel]) -> Iterator[Problem]:
    """What pydantic found, as problems with place and line; an unknown key names the nearest known one."""
    from difflib import get_close_matches

    for fault in error.errors(include_url=False):
        at = tuple(step for step in fault["loc"] if not (isinstance(step, str) and step.startswith(("function-", "["))))
        last = str(at[-1]) if at else ""
        context = fault.get("ctx", {})
        if fault["type"] == "extra_forbidden":
            near = get_close_matches(last, _keys(model, at[:-1]), n=1, cutoff=0.5)
            key = "error.key.near" if near else "error.key"
            yield source.problem(at, key, key=last, near=near[0] if near else "", known=", ".join(_keys(model, at[:-1])))
        elif fault["type"] == "missing":
            yield source.problem(at, "error.key.missing", key=last)
        elif fault["type"] == "value_error" and isinstance(context.get("error"), ValueKind):
            kind = context["error"]
            yield source.problem(at, kind.key, key=".".join(map(str, at)), **kind.values)
        else:
            value = str(fault["input"])
            yield source.problem(at, "error.value", key=last, value=value[:40], why=fault["msg"])


class ValueKind(ValueError):
    """A value that a field's own check refuses; holds the message that says why."""

    def __init__(self, key: str, /, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def _keys(model: Any, at: At) -> list[str]:
    """The keys that are known at a place in a model: where to look for the one that was meant."""
    for step in at:
        if isinstance(step, str) and isinstance(model, type) and issubclass(model, BaseModel):
            field = model.model_fields.get(step)
            model = _model_inside(field.annotation) if field else None
    if isinstance(model, type) and issubclass(model, BaseModel):
        return [field.alias or name for name, field in model.model_fields.items()]
    return []


def _model_inside(annotation: Any) -> Any:
    """The pydantic model that an annotation as `tuple[Person, ...] | None` is about."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_inside, getattr(annotation, "__args__", ()))), None)
