"""An exercise: what the trainee reads, the facts of the case, and what a good answer says."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from assistant.checks import CHECKS
from assistant.content import Source, Strict, ValueKind, checked
from assistant.errors import InputError, ProblemsError
from assistant.facts import Fact, fact
from assistant.forms.brief import Brief, check_brief
from assistant.forms.form import Form, Lengths
from assistant.forms.library import Library

Kind = Literal["draft", "repair", "prompt", "translate", "quiz"]
WRITTEN = ("draft", "repair", "translate")
"""Kinds whose answer is a paper; a `prompt` is an instruction to a model, a `quiz` is choices."""


EXPECTED = ("number", "amount", "date", "ref", "text")
"""The kinds of facts that an exercise can expect."""

PLAINEST = "letter"
"""The form by which an instruction to a model is read where its exercise names none: nothing of it is asked of the answer."""


def _no_twins(ids: list[str]) -> None:
    """Raises ValueKind where an id stands twice: a finding couldn't say which of the two it is about."""
    for n, id in enumerate(ids):
        if id in ids[:n]:
            raise ValueKind("error.exercise.twice", id=id)


def _in_both(words: Any) -> Any:
    return {"hi": words, "en": words} if isinstance(words, str) else words


class Told(Strict):
    """Words for the trainee, by language of the screen; one language stands in for the other where only one is given."""

    hi: str = ""
    en: str = ""

    def __getitem__(self, language: str) -> str:
        return (self.hi or self.en) if language == "hi" else (self.en or self.hi)


Words = Annotated[Told, BeforeValidator(_in_both)]
Texts = Annotated[tuple[str, ...], BeforeValidator(lambda texts: (texts,) if isinstance(texts, str) else texts)]


class Expected(Strict):
    """A fact that the answer has to convey, in whichever script, digits or style: exactly one of the kinds is given."""

    id: str
    number: str | None = None
    amount: str | None = None
    """Rupees."""
    date: str | None = None
    ref: str | None = None
    """A letter's, file's or order's number as issued."""
    text: Texts | None = None
    """Any one of these words."""
    why: Words | None = None
    """What to tell whoever left it out."""

    @model_validator(mode="after")
    def _one_kind(self) -> "Expected":
        given = [kind for kind in EXPECTED if getattr(self, kind)]
        if len(given) != 1:
            raise ValueKind("error.exercise.fact", id=self.id)
        try:
            _ = self.fact
        except ValueError:
            raise ValueKind("error.exercise.value", id=self.id, kind=given[0], value=getattr(self, given[0])) from None
        return self

    @cached_property
    def fact(self) -> Fact:
        """The fact in the canonical shape that texts are searched for."""
        kind = next(kind for kind in EXPECTED if getattr(self, kind))
        value = getattr(self, kind)
        return Fact(self.id, kind, value, value[0]) if kind == "text" else fact(self.id, kind, value)


class Cover(Strict):
    """What an instruction to a model has to say: any one of these words, or `says` in one of its usual ways (labs/data/instructions.yaml).
    Words that are a fact from end to end, as a date, stand for that fact in every style."""

    id: str
    text: Texts = ()
    says: Literal["task", "limits"] | None = None
    why: Words

    @model_validator(mode="after")
    def _something(self) -> "Cover":
        if not self.text and not self.says:
            raise ValueKind("error.exercise.cover", id=self.id)
        return self


class Expect(Strict):
    facts: tuple[Expected, ...] = ()
    length: Lengths | None = None
    covers: tuple[Cover, ...] = ()
    avoid: tuple[Cover, ...] = ()

    @model_validator(mode="after")
    def _each_once(self) -> "Expect":
        for row in (self.facts, self.covers, self.avoid):
            _no_twins([one.id for one in row])
        return self


class Option(Strict):
    text: Words
    right: Annotated[bool, BeforeValidator(lambda value: value)] = False
    why: Words = Told()


class Question(Strict):
    id: str
    ask: Words
    options: Annotated[tuple[Option, ...], Field(min_length=2)]

    @property
    def right(self) -> frozenset[int]:
        """The numbers of the right options, from 1."""
        return frozenset(number for number, option in enumerate(self.options, 1) if option.right)


def _asked(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    _no_twins([question.id for question in questions])
    for question in questions:
        if not question.right:
            raise ValueKind("error.exercise.question", id=question.id)
    return questions


class ExerciseFile(Strict):
    """An exercise as it is written; what may be left out has a default, so that a file from elsewhere can be graded as it is."""

    id: str
    kind: Kind
    form: str = ""
    language: Literal["hi", "en"] = "hi"
    title: Words | None = None
    roles: tuple[str, ...] = ()
    minutes: Annotated[int, Field(ge=1)] | None = None
    scenario: Words = Told()
    brief: dict[str, Any] = {}
    expect: Expect = Expect()
    given: str = ""
    defects: tuple[str, ...] = ()
    """The finding codes that `given` has and the answer must not."""
    questions: Annotated[tuple[Question, ...], AfterValidator(_asked)] = ()
    rubric: str = "default"
    pass_mark: Annotated[int, Field(ge=0, le=100)] = 60
    must: tuple[str, ...] = ("privacy",)
    hints: tuple[Words, ...] = ()
    model_answer: str = ""
    coach: Literal["writes", "leads"] | None = None
    """What the assistant does in it, where that isn't what its lab says."""

    @model_validator(mode="after")
    def _whole(self) -> "ExerciseFile":
        filled = {
            "quiz": ("questions",),
            "repair": ("form", "given"),
            "translate": ("form", "given"),
            "draft": ("form",),
        }
        told = ("language", "scenario", "brief", "expect") if self.kind in WRITTEN else ()
        for key in (*filled.get(self.kind, ()), *told):
            if key not in self.model_fields_set or (key in filled.get(self.kind, ()) and not getattr(self, key)):
                raise ValueKind("error.exercise.needs", kind=self.kind, needs=key)
        if self.kind == "prompt" and not self.expect.covers:
            raise ValueKind("error.exercise.needs", kind=self.kind, needs="expect.covers")
        return self


@dataclass(frozen=True)
class Exercise:
    """An exercise with its form and its brief looked up; a quiz has neither."""

    file: ExerciseFile
    form: Form | None
    brief: Brief | None
    version: str = ""
    """The hash of what its file says, so that a mark can be told later."""

    @property
    def id(self) -> str:
        return self.file.id

    def title(self, language: str) -> str:
        return self.file.title[language] if self.file.title else self.file.id

    @property
    def told(self) -> str:
        """Everything that the trainee was told of the case, in both languages: what stands there is not made up."""
        return "\n".join(filter(None, (self.file.scenario.hi, self.file.scenario.en)))


def read_exercise(source: Source, library: Library) -> Exercise:
    """An exercise that was read. Raises ProblemsError with all that is wrong in it."""
    file = checked(ExerciseFile, source)
    version = hashlib.sha256(json.dumps(source.data, sort_keys=True).encode()).hexdigest()[:6]
    if file.kind == "quiz":
        return Exercise(file, None, None, version)
    for n, code in enumerate(file.defects):
        if code not in CHECKS:
            raise ProblemsError([source.unknown(("defects", n), code, CHECKS)])
    name = file.form or PLAINEST
    try:
        form = library.form(name)
    except ProblemsError as error:  # the form's own mistakes are told at the form's own place
        told = library.content.named(error.problems[0].file)
        raise ProblemsError([source.problem(("form",), "error.exercise.form", form=name, file=told)]) from None
    except InputError as error:
        raise ProblemsError([source.problem(("form",), error.key, **error.values)]) from None
    inner = {at[1:]: line for at, line in source.lines.items() if at[:1] == ("brief",)}
    brief = check_brief(form, Source(source.file, source.data.get("brief") or {}, inner))
    return Exercise(file, form, brief, version)
