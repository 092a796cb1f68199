"""A rubric: criteria, weights, which findings feed each, and what a judge is asked."""

import hashlib
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from assistant.content import Content, Strict, checked, read_source
from assistant.labs.exercise import Exercise, Kind, Told, Words

FOLDER = "exercises/rubrics"
Cost = dict[Literal["error", "warning", "hint"], float]


class Bar(Strict):
    """One yes/no question that a judge is asked."""

    id: str
    ask: Words


class Criterion(Strict):
    """One thing that is marked. What it is fed by: findings whose code begins with one of `codes`, the facts `expected`, the
    defects `mended`, the questions `answered`, or a judge's answers (`judged`)."""

    id: str
    name: Words
    weight: float = Field(gt=0)
    kinds: tuple[Kind, ...] = ("draft", "repair", "translate", "prompt")
    codes: tuple[str, ...] = ()
    cost: Cost = {}
    expected: bool = False
    mended: bool = False
    answered: bool = False
    judged: tuple[Bar, ...] = ()


class Cap(Strict):
    """The most that a paper gets in which there is a finding whose code begins with one of `codes` (and none of `but`) of a
    `severity`, more than so many per cent of what was expected `lost` (`of` at least so many), a `criterion` under so many per cent
    (with `lost`, both), or a reason for which it
    `failed`. `why` is told with the mark, in it `{left}` of `{all}` facts or mistakes; of two caps alike the first's is."""

    codes: Annotated[tuple[str, ...], BeforeValidator(lambda codes: (codes,) if isinstance(codes, str) else codes)] = ()
    but: tuple[str, ...] = ()
    severity: Literal["error", "warning", "hint", ""] = ""
    lost: float = 0
    of: int = 1
    criterion: str = ""
    under: float = 0
    failed: Literal["must", "language", ""] = ""
    kinds: tuple[Kind, ...] = ("draft", "repair", "translate", "prompt", "quiz")
    most: float
    why: Words = Told()


class RubricFile(Strict):
    title: Words
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    cost: Cost
    caps: tuple[Cap, ...] = ()


@dataclass(frozen=True)
class Rubric:
    """A rubric by its name and the hash of its file, so that a mark can be told later."""

    name: str
    hash: str
    file: RubricFile

    @property
    def id(self) -> str:
        return f"{self.name}@{self.hash}"

    def criteria(self, exercise: Exercise) -> list[Criterion]:
        """The criteria that this kind of exercise is marked by."""
        return [criterion for criterion in self.file.criteria if exercise.file.kind in criterion.kinds]

    def cost(self, criterion: Criterion, severity: str) -> float:
        """What a finding takes from a criterion, as a share of its weight."""
        return {**self.file.cost, **criterion.cost}.get(severity, 0) / 100  # type: ignore[call-overload, no-any-return]


def read_rubric(name: str, content: Content) -> Rubric:
    """The rubric of that name. Raises FileNotFoundError where there is none, ProblemsError where it is wrong."""
    file = f"{FOLDER}/{name}.yaml"
    text = content.read(file)
    digest = hashlib.sha256(text.encode()).hexdigest()[:6]
    return Rubric(name, digest, checked(RubricFile, read_source(text, file)))
