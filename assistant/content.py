"""Finds and reads content files: `EDAKSH_CONTENT` first, file by file, then the built-in ones.

YAML is read without guessing types: every scalar is a text, so `number: 0118`, `time: 10:30` and `date: 2026-02-31` arrive as
they were typed and the models that use them say what is wrong. Each key's line is kept for the messages.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import InputError, Problem, ProblemsError

M = TypeVar("M", bound=BaseModel)

HERE = Path(__file__).parent
BUILT_IN = HERE / "_content" if (HERE / "_content").is_dir() else HERE.parent
"""An installed wheel carries the content folders inside the package; a checkout has them beside it."""

At = tuple[str | int, ...]
"""A place in a file: the keys and list positions that lead there."""

MOST_BYTES = 2_000_000
"""A content file or brief larger than this is a mistake: it is refused before it is parsed."""

DEEPEST = 20
"""How deep lists and keys may lie in each other; no form goes beyond six."""

DEEPEST_PLACE, MOST_PLACES = 3, 5
"""How deep a key is looked for that stands in the wrong place, and how many right ones are named."""

NOTHING = ("", "~", "null")
"""How a value that isn't there can be written without quotes."""

_FRAME = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)


class Strict(BaseModel):
    """A part of a content file; a key that it doesn't have is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)  # built once, inside what holds it


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
        """A content file's text. Raises FileNotFoundError where there is none, ProblemsError where it can't be read."""
        try:
            return self.path(relative).read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise ProblemsError([Problem(relative, None, "error.file.unreadable", {"why": "UTF-8"})]) from None
        except FileNotFoundError:
            raise
        except OSError as error:
            raise ProblemsError([Problem(relative, None, "error.file.unreadable", {"why": error.strerror})]) from None

    def named(self, relative: str) -> str:
        """A file as people find it: where it is the office's own, with the folder it lies in."""
        own = self.roots[0] / relative
        return str(own) if len(self.roots) > 1 and own.is_file() else relative

    def names(self, folder: str, suffix: str = "") -> list[str]:
        """The items in a content folder, of all roots: its folders, or its files of that suffix. `_…` is shared material, no item."""
        entries = [entry for root in self.roots if (root / folder).is_dir() for entry in (root / folder).iterdir()]
        found = {entry.name for entry in entries if (entry.suffix == suffix if suffix else entry.is_dir())}
        return sorted(name for name in found if not name.startswith(("_", ".")))


def open_content(overlay: Path | None = None) -> Content:
    """The content of this installation. Raises InputError where `overlay` is named and isn't a folder."""
    if overlay is None:
        return Content((BUILT_IN,))
    if not overlay.is_dir():
        raise InputError("error.content.folder", folder=str(overlay))
    return Content((overlay, BUILT_IN))


def path(at: At) -> str:
    """A place as people read it: "to.2.office"."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in at)


@dataclass(frozen=True)
class Source:
    """A file as read: its data (dicts, lists and texts), and the line of each key."""

    file: str
    data: Any
    lines: Mapping[At, int]

    def problem(self, at: At, key: str, /, **values: Any) -> Problem:
        """A problem at a place, with the line of the nearest key that has one."""
        line = next((self.lines[at[:n]] for n in range(len(at), -1, -1) if at[:n] in self.lines), None)
        return Problem(self.file, line, key, values, at=path(at))

    def unknown(self, at: At, name: str, known: Iterable[str]) -> Problem:
        """A name that names nothing, with the nearest one that does, or all where none is near."""
        known = list(known)
        near = _near(name, known)
        key = "error.key.near" if near else "error.key"
        return self.problem(at, key, key=name, near=near, known=", ".join(known))


def _near(name: str, known: list[str]) -> str:
    """The known name that was meant: a letter or two apart, two letters exchanged, or cut short; "" where none is so near."""
    from difflib import get_close_matches

    if close := get_close_matches(name, known, n=1, cutoff=0.7):
        return close[0]
    return next((one for one in known if sorted(one) == sorted(name) or (len(name) > 2 and one.startswith(name))), "")


def read_source(text: str, file: str) -> Source:
    """YAML or JSON text as data with lines. Raises ProblemsError where it is neither, or a key stands twice."""
    if len(text) > MOST_BYTES:
        raise ProblemsError([Problem(file, None, "error.file.large", {"file": file})])
    if text.lstrip().startswith("{"):
        return _json(text, file)
    try:
        return _Reading(text, file).source()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ProblemsError([Problem(file, line, "error.yaml", {"why": error.problem or ""})]) from None
    except yaml.YAMLError:
        raise ProblemsError([Problem(file, None, "error.yaml", {"why": ""})]) from None


def _json(text: str, file: str) -> Source:
    twice = False

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal twice
        data = dict(found)
        twice = twice or len(data) < len(found)
        return data

    try:
        data = json.loads(text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        raise ProblemsError([Problem(file, error.lineno, "error.json", {"why": error.msg})]) from None
    except RecursionError:
        data = None
    if data is None or _deep(data):
        raise ProblemsError([Problem(file, None, "error.deep", {"most": DEEPEST})])
    lines = _Lines(text, file)
    return Source(file, data, dict(lines) if twice else lines)


class _Lines(Mapping[At, int]):
    """Where each key of JSON stands, read when the first is asked for: only what is wrong is told with its line. Raises ProblemsError
    where a key stands twice."""

    def __init__(self, text: str, file: str) -> None:
        self._text, self._file = text, file

    @cached_property
    def _read(self) -> dict[At, int]:
        reading = _Reading(self._text, self._file)
        try:  # most JSON is YAML as well
            reading.source()
        except yaml.YAMLError:
            return {}
        return reading.lines

    def __getitem__(self, at: At) -> int:
        return self._read[at]

    def __iter__(self) -> Iterator[At]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)


def _deep(data: Any) -> bool:
    """Whether there are more levels than any file of ours has."""
    level = [data]
    for _ in range(DEEPEST + 1):
        level = [
            item for inner in level if isinstance(inner, dict | list)
            for item in (inner.values() if isinstance(inner, dict) else inner)
        ]  # fmt: skip
    return bool(level)


class _Reading:
    """YAML's events as dicts, lists and texts. Read by events, for a tree of nodes is made by C code that overflows its stack."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.lines: dict[At, int] = {}
        self.problems: list[Problem] = []
        events: Iterator[Any] = yaml.parse(text, yaml.CSafeLoader)
        self.events = (event for event in events if not isinstance(event, _FRAME))

    def source(self) -> Source:
        """The first document, and the only one. An empty file is an empty dict."""
        first = next(self.events, None)
        data = self.value(first, ()) if first else {}
        for second in self.events:
            self.problem(second, "error.yaml", why="---")
            break
        if self.problems:
            raise ProblemsError(self.problems)
        return Source(self.file, data, self.lines)

    def problem(self, event: Any, key: str, /, **values: Any) -> None:
        self.problems.append(Problem(self.file, event.start_mark.line + 1, key, values))

    def value(self, event: Any, at: At) -> Any:
        """What begins with this event. An alias is refused: a handful of them can stand for gigabytes."""
        self.lines.setdefault(at, event.start_mark.line + 1)
        if len(at) > DEEPEST:
            self.problem(event, "error.deep", most=DEEPEST)
            raise ProblemsError(self.problems)
        if isinstance(event, yaml.MappingStartEvent):
            values: dict[str, Any] = {}
            while not isinstance(first := next(self.events), yaml.MappingEndEvent):
                key = str(self.value(first, at))
                if key in values:
                    self.problem(first, "error.yaml.twice", key=key)
                self.lines[(*at, key)] = first.start_mark.line + 1
                values[key] = self.value(next(self.events), (*at, key))
            return values
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(first := next(self.events), yaml.SequenceEndEvent):
                items.append(self.value(first, (*at, len(items))))
            return items
        if isinstance(event, yaml.AliasEvent):
            self.problem(event, "error.yaml.alias")
            return ""
        return "" if event.implicit[0] and event.value in NOTHING else event.value


Others = Callable[[str], Iterable[str]]
"""A key → the files of another kind, by name, that have it: what was written here may be meant for one of them."""


def no_others(key: str) -> tuple[str, ...]:
    return ()


def checked(model: type[M], source: Source, others: Others = no_others) -> M:
    """The source's data as a model. Raises ProblemsError with everything that is wrong in it."""
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        raise ProblemsError(list(problems_in(error, source, model, others))) from None


def problems_in(
    error: ValidationError, source: Source, model: type[BaseModel], others: Others = no_others
) -> Iterator[Problem]:
    """What pydantic found, as problems with place and line; an unknown key names where it belongs, else the nearest known one."""
    for fault in error.errors(include_url=False):
        at, extra = _place(fault["loc"], source.data), fault["type"] in ("extra_forbidden", "missing")
        last, value = path(at[-1:]) or source.file, fault["input"]
        problem = fault.get("ctx", {}).get("error")
        if extra and fault["type"] == "missing":
            yield source.problem(at, "error.key.missing", key=last)
        elif extra and (places := sorted((place for place in _places(model) if place[-1] == last), key=len)):
            named = ", ".join(map(path, places[:MOST_PLACES]))
            yield source.problem(at, "error.key.place", key=path(at), place=named)
        elif extra and len(at) == 1 and (owners := tuple(others(last))):
            yield source.problem(at, "error.key.other", key=last, others=", ".join(owners))
        elif extra:
            yield source.unknown(at, last, _keys(model, at[:-1]))
        elif isinstance(problem, ValueKind):
            at = (*at, *problem.at)
            yield source.problem(at, problem.key, key=path(at), **problem.values)
        elif fault["type"] in ("model_type", "dict_type") and (known := _keys(model, at)):
            yield source.problem(at, "error.value.keys", key=last, value=_short(value), known=", ".join(known))
        elif fault["type"] != "string_type" or not isinstance(
            value, dict
        ):  # else one of several shapes that weren't meant
            yield source.problem(at, "error.value", key=last, value=str(value)[:40], why=fault["msg"])


def _short(value: Any) -> str:
    """A value as it is quoted in a message."""
    return ", ".join(map(str, value))[:40] if isinstance(value, list) else str(value)[:40]


def _place(loc: tuple[int | str, ...], data: Any) -> At:
    """The steps of pydantic's place that are in the file; the rest are names of its own for what it tried."""
    at: At = ()
    for n, step in enumerate(loc, start=1):
        inside = (isinstance(data, dict) and step in data) or (isinstance(data, list) and step in range(len(data)))
        if inside or (n == len(loc) and isinstance(data, dict | list) and step != "[key]"):
            at = (*at, step)
        if inside:
            data = data[step]
    return at


class ValueKind(ValueError):
    """A value that a field's own check refuses; holds the message that says why, and the place inside the value."""

    def __init__(self, key: str, /, at: At = (), **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.at = at
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


def _places(model: Any, at: At = ()) -> Iterator[At]:
    """Every place in a model that has a key of its own; not what lies under names that the writer gives."""
    for name, field in model.model_fields.items() if len(at) < DEEPEST_PLACE else ():
        here = (*at, field.alias or name)
        yield here
        inner = _model_inside(field.annotation)
        if inner and "dict[" not in str(field.annotation):
            yield from _places(inner, here)


def _model_inside(annotation: Any) -> Any:
    """The pydantic model that an annotation as `tuple[Person, ...] | None` is about."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_inside, getattr(annotation, "__args__", ()))), None)
