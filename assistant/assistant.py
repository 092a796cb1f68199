"""The one place that builds the real things, each when it is first asked for; the command line and the screens are handed one."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from assistant.content import Content, open_content
from assistant.errors import InputError, Problem, ProblemsError
from assistant.files import FILES, write
from assistant.forms.brief import Brief
from assistant.forms.document import Document
from assistant.forms.form import Form
from assistant.forms.library import Library
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.checks import Finding
    from assistant.drafting import Drafter
    from assistant.labs import Exercise, Grade, Labs
    from assistant.model import Model, Prompt
    from assistant.records import Records


class Review(NamedTuple):
    """A paper that was read, and what was found in it."""

    document: Document
    findings: "tuple[Finding, ...]"

    @property
    def passed(self) -> bool:
        """Whether nothing but hints was found."""
        return all(finding.severity == "hint" for finding in self.findings)

    def as_json(self) -> dict[str, Any]:
        """The review as `edaksh check --json` prints it; the text itself is always a list of paragraphs."""
        return {
            "form": self.document.form,
            "language": self.document.language,
            "parts": self.document.by_part(),
            "findings": [finding.as_json() for finding in self.findings],
        }


class Assistant:
    """Forms, model and records of one installation. Holds nothing of any person."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._prompts: dict[str, Prompt] = {}

    @cached_property
    def content(self) -> Content:
        return open_content(self.settings.content)

    @cached_property
    def library(self) -> Library:
        return Library(self.content)

    @cached_property
    def model(self) -> "Model":
        from assistant.model import Model

        return Model(self.settings)

    def choose(self, model: str, base_url: str, key: str) -> None:
        """Another model from now on, kept for the next start. Raises InputError where the environment names one, or it can't be so."""
        from assistant.model.chosen import choose

        self.settings = choose(self.settings, model, base_url, key)
        self.__dict__.pop("model", None)

    @cached_property
    def records(self) -> "Records":
        """The database, brought up to date. Raises RecordsError where it can't be opened."""
        from assistant.records import open_records

        return open_records(self.settings)

    @cached_property
    def drafter(self) -> "Drafter":
        """Makes drafts, with the model where one is connected."""
        from assistant.drafting import Drafter

        return Drafter(self.library, self.settings.state, lambda: self.model, self.prompt)

    def review(
        self, text: str, form: Form, language: str, brief: Brief | None = None, hidden: tuple[str, ...] = ()
    ) -> Review:
        """What a careful section officer sees in a text that somebody typed; with the facts of the case, whether it keeps to them.
        `hidden`: what its file has that nobody sees."""
        from assistant import checks
        from assistant.forms.reader import read
        from assistant.forms.states import state_of

        document = read(text, form, language)
        told = state_of(document) or self.settings.state
        state = brief.state(told) if brief else told
        return Review(document, tuple(checks.run(checks.Case(document, form, state, brief, hidden=hidden))))

    @cached_property
    def labs(self) -> "Labs":
        """The labs and exercises there are."""
        from assistant.labs import Labs

        return Labs(self.content, self.library)

    async def grade(
        self, exercise: "Exercise", answer: str, offline: bool = False, tell: Callable[[int], None] = lambda _: None
    ) -> "Grade":
        """The mark of an answer: by rules, and by a model's verdicts where one is connected and answers; `tell` hears the place in its line."""
        from asyncio import to_thread

        from assistant.labs import found, grade, judge

        rubric, state = self.labs.rubric(exercise.file.rubric), self.settings.state
        if offline or not self.model.connected or exercise.file.kind == "quiz":
            return await to_thread(grade, exercise, rubric, answer, state)  # a room of fifty hands in at once
        prompt, findings = self.prompt("judge"), await to_thread(found, exercise, answer, state)
        judged = await judge(exercise, rubric, answer, findings, self.model, prompt, tell)
        marked = await to_thread(grade, exercise, rubric, answer, state, judged)
        settings = {"temperature": prompt.temperature, "max_tokens": prompt.max_tokens}
        return replace(marked, model=self.model.name, prompt=prompt.id, asked_with=settings)

    def warm(self) -> None:
        """Marks a good answer of each form in each language, and reads a word in roman letters: what is read when the first is marked is
        there before anybody hands one in."""
        from assistant.labs import grade
        from assistant.language.typed import to_devanagari

        there = (self.labs.exercise(lab, id) for lab, each in self.labs.labs.items() for id in each.exercises)
        drafts = {(one.file.form, one.file.language): one for one in there if one.file.kind == "draft"}
        for one in drafts.values():
            grade(one, self.labs.rubric(one.file.rubric), one.file.model_answer, self.settings.state)
        to_devanagari("patra")

    def prompt(self, name: str) -> "Prompt":
        """A prompt file, read and checked once. Raises ProblemsError where it is wrong."""
        from assistant.model import read_prompt

        if name not in self._prompts:
            self._prompts[name] = read_prompt(name, self.content.read)
        return self._prompts[name]

    @cached_property
    def problems(self) -> list[Problem]:
        """Everything that is wrong with content files: forms, prompts, labs, the Word file with the house styles."""
        from assistant.files.house import open_house

        found = [*self.library.problems, *self.labs.problems]
        reads: list[Callable[[], object]] = [partial(open_house, self.house)]
        reads += [partial(self.prompt, name.removesuffix(".md")) for name in self.content.names("prompts", ".md")]
        for load in reads:
            try:
                load()
            except ProblemsError as error:
                found += error.problems
        return found

    @property
    def own_house(self) -> Path:
        """Where the office's own look is kept once it was given."""
        return self.settings.home / "house.docx"

    @property
    def built_in_house(self) -> Path:
        return self.content.path("templates/house.docx")

    @property
    def house(self) -> Path:
        """The Word file with the look of all papers: the one that was given on the screen, else that of the content folders."""
        return self.own_house if self.own_house.is_file() else self.built_in_house

    def check_suffix(self, suffix: str) -> None:
        """Raises InputError for a suffix that no format has, before any work is done for it."""
        if suffix.lower() not in FILES:
            raise InputError("error.suffix", suffix=suffix, allowed=", ".join(FILES))

    def file(self, document: Document, suffix: str) -> bytes:
        """A document as a file. Raises InputError for a suffix that no format has."""
        return write(document, suffix, self.house)

    def drawn(self, document: Document) -> list[bytes]:
        """The pages as they will print, each an SVG. Raises InputError where this computer can't draw them, or a letter of them."""
        from assistant.files.pdf import pictures

        return pictures(document, self.house)
