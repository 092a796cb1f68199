"""A lab: exercises in order, and when it is finished. A course is labs in order."""

from collections.abc import Collection
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, RootModel

from assistant.content import Strict, ValueKind
from assistant.labs.exercise import Words


def _finish(rule: Any) -> Any:
    """`all`, or `{any: N}`."""
    if rule == "all":
        return None
    if isinstance(rule, dict) and list(rule) == ["any"] and str(rule["any"]).isdigit():
        return int(rule["any"])
    raise ValueKind("error.kind.choice", value=str(rule)[:40], allowed="all, {any: N}")


class Lab(Strict):
    """`lab.yaml` as it is written. `finish` is how many exercises have to be passed; None: all."""

    id: str
    title: Words
    about: Words
    minutes: Annotated[int, Field(ge=1)]
    exercises: Annotated[tuple[str, ...], Field(min_length=1)]
    finish: Annotated[int | None, BeforeValidator(_finish)] = None
    roles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    coach: Literal["writes", "leads"] = "writes"
    """Whether the assistant writes a draft and fills the boxes in its exercises, or only asks and points."""

    @property
    def needed(self) -> int:
        """How many of its exercises have to be passed."""
        return len(self.exercises) if self.finish is None else min(self.finish, len(self.exercises))

    def finished(self, passed: Collection[str]) -> bool:
        """Whether so many of its exercises have been passed as the lab asks."""
        return sum(id in passed for id in self.exercises) >= self.needed


class Course(Strict):
    id: str
    title: Words
    labs: tuple[str, ...]


class Programme(Strict):
    """`programme.yaml`: the courses there are."""

    courses: tuple[Course, ...] = ()


class Roles(RootModel[dict[str, Words]]):
    """`roles.yaml`: who an exercise can be for, with the name in both languages."""
