"""All forms there are, and what was wrong with the rest: one bad folder is a named problem and never takes the others down."""

from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from assistant.content import Content, Source, checked, read_source
from assistant.errors import InputError, Problem, ProblemsError
from assistant.forms.brief import Brief, read_brief
from assistant.forms.choosing import FILE, Choosing, misled
from assistant.forms.following import misfollowed
from assistant.forms.form import Form, FormFile, Shared, assemble
from assistant.forms.papers import Paper, Papers, nearest
from assistant.forms.template import FOLDER, Templates
from assistant.messages import LANGUAGES
from assistant.settings import STATES

GIVEN = {"words", "norm", "language"}
"""What every template can use besides the brief's fields."""


class Library:
    """The forms of a content folder, each read when it is first asked for."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.templates = Templates(content)
        self._forms: dict[str, Form] = {}
        self._papers: dict[str, tuple[Paper, ...]] = {}

    @cached_property
    def _shared(self) -> Shared:
        return checked(Shared, self._source("_shared/shared.yaml"))

    @cached_property
    def ids(self) -> list[str]:
        """Every folder that means to be a form, good or bad."""
        return self.content.names(FOLDER)

    def form(self, id: str) -> Form:
        """The form of that id. Raises InputError where there is none, ProblemsError where its files are wrong."""
        if id not in self._forms:
            if id not in self.ids:
                raise InputError("error.form.unknown", form=id[:40], known=", ".join(self.ids))
            self._forms[id] = self._read(id)
        return self._forms[id]

    def asking(self, field: str) -> tuple[str, ...]:
        """The forms that have a field of that id."""
        found = []
        for id in self.ids:
            with suppress(ProblemsError, FileNotFoundError):  # told where it is read itself
                found += [id] if field in self.form(id).fields else []
        return tuple(found)

    @cached_property
    def forms(self) -> dict[str, Form]:
        """The forms that are in order, in the order in which people are offered them."""
        good = [self.form(id) for id in self.ids if not self._problems_of(id)]
        return {form.id: form for form in sorted(good, key=lambda form: (form.file.order, form.id))}

    @cached_property
    def problems(self) -> list[Problem]:
        """Everything that is wrong with the forms' files, what several forms share told once."""
        found: list[Problem] = []
        for id in self.ids:
            found += [problem for problem in self._problems_of(id) if problem not in found]
        return found + self._choosing_problems

    @cached_property
    def choosing(self) -> Choosing | None:
        """The questions that end at a form; None where they can't be read."""
        return None if self._choosing_problems else checked(Choosing, self._choosing_source)

    @cached_property
    def _choosing_source(self) -> Source:
        return read_source(self.content.read(FILE), FILE)

    @cached_property
    def _choosing_problems(self) -> list[Problem]:
        try:
            return list(misled(checked(Choosing, self._choosing_source), self._choosing_source, self.ids))
        except ProblemsError as error:
            return error.problems
        except FileNotFoundError:
            return [Problem(FILE, None, "error.file.missing", {"file": FILE})]

    def example(self, form: Form, language: str) -> Brief:
        """The form's filled example: demo, test case and a newcomer's first run."""
        file = f"{FOLDER}/{form.id}/example.{language}.yaml"
        return read_brief(form, self.content.read(file), file)

    def example_source(self, form: Form, language: str) -> Source:
        """The example as it was typed, for the boxes of the screen."""
        return self._source(f"{form.id}/example.{language}.yaml")

    def papers(self, form: Form, language: str) -> tuple[Paper, ...]:
        """The form's good papers in a language; none where nobody gave any. Raises ProblemsError where their file is wrong."""
        file = f"{form.id}/papers.{language}.yaml"
        if file not in self._papers:
            try:
                self._papers[file] = checked(Papers, self._source(file)).root
            except FileNotFoundError:
                self._papers[file] = ()
        return self._papers[file]

    def nearest(self, brief: Brief, language: str, state: str) -> str:
        """The prose of the good paper that is nearest to a case; "" where the form has none."""
        told = (brief[id] for id in ("subject", "points", "request") if id in brief.form.fields)
        words = " ".join(text if isinstance(text, str) else " ".join(text) for text in told)
        return nearest(self.papers(brief.form, language), words, state)

    def _source(self, file: str) -> Source:
        return read_source(self.content.read(f"{FOLDER}/{file}"), f"{FOLDER}/{file}")

    def _read(self, id: str) -> Form:
        source = self._source(f"{id}/form.yaml")
        try:
            form = assemble(id, checked(FormFile, source), self._shared, self.asking)
        except KeyError as error:
            raise ProblemsError([source.problem(("fields",), "error.form.field", field=error.args[0])]) from None
        if problems := list(_misnamed(form, source)):
            raise ProblemsError(problems)
        return form

    def _following_problems(self, form: Form) -> list[Problem]:
        followers: dict[str, Form] = {}
        for id in form.file.follows:
            with suppress(ProblemsError, InputError, FileNotFoundError):  # told where it is read itself
                # An office's own form may ask less than the built-in one that it stands for.
                if self._root(id) in (self._root(form.id), self.content.roots[-1]):
                    followers[id] = self.form(id)
        return misfollowed(form, followers, self.ids, self._source(f"{form.id}/form.yaml"))

    def _root(self, id: str) -> Path:
        """The content folder that a form is read from."""
        return self.content.path(f"{FOLDER}/{id}/form.yaml").parents[3]

    def _template_problems(self, form: Form, language: str) -> list[Problem]:
        """What can be known of a template without a brief: that it compiles, names only fields, and has its parts' blocks."""
        file = f"{FOLDER}/{form.id}/{language}.j2"
        template = self.templates.template(form.id, language)
        used = self.templates.used(form.id, language)
        problems = [
            Problem(file, self.templates.line(form.id, language, name), "error.template.field", {"field": name})
            for name in sorted(used - set(form.fields) - GIVEN)
        ]
        parts = {part.id for part in form.file.parts}
        problems += [
            Problem(file, None, "error.template.part", {"part": id}) for id in sorted(set(template.blocks) - parts)
        ]
        must = {part.id for part in form.file.parts if part.need == "required"}
        problems += [
            Problem(file, None, "error.template.block", {"part": id}) for id in sorted(must - set(template.blocks))
        ]
        return problems

    def _problems_of(self, id: str) -> list[Problem]:
        """Why a form is left out: its own files, and its examples, which must render in every norm."""
        file = f"{FOLDER}/{id}/form.yaml"
        try:
            form = self.form(id)
            if problems := [problem for language in LANGUAGES for problem in self._template_problems(form, language)]:
                return problems
            if problems := self._following_problems(form):
                return problems
            for language in LANGUAGES:
                self.papers(form, language)
                file = f"{FOLDER}/{id}/example.{language}.yaml"
                brief = self.example(form, language)
                for state in ("mp", *form.file.states):
                    self.templates.render(brief, language, state)
        except ProblemsError as error:
            return error.problems
        except FileNotFoundError:
            return [Problem(file, None, "error.file.missing", {"file": file})]
        return []


def _misnamed(form: Form, source: Source) -> Iterator[Problem]:
    """Names in form.yaml that name nothing: parts, fields and states."""
    file, parts = form.file, [part.id for part in form.file.parts]
    for state, departure in file.states.items():
        if state not in STATES:
            yield source.unknown(("states", state), state, STATES)
        for key, ids in (("parts", departure.parts), ("order", departure.order), ("beside", departure.beside)):
            for n, id in enumerate(ids):
                if id not in parts:
                    yield source.unknown(("states", state, key, id if isinstance(ids, dict) else n), id, parts)
    if file.shelf and file.shelf not in form.shared.shelves:
        yield source.unknown(("shelf",), file.shelf, form.shared.shelves)
    for n, name in enumerate(file.manners):
        if name not in form.shared.manners:
            yield source.unknown(("manners", n), name, form.shared.manners)
    for n, part in enumerate(file.parts):
        if part.field and part.field not in form.fields:
            yield source.unknown(("parts", n, "field"), part.field, form.fields)
        if part.id in parts[:n]:
            yield source.problem(("parts", n, "id"), "error.yaml.twice", key=part.id)
    for at, id in [(("writes",), file.writes), *((("copied", n), id) for n, id in enumerate(file.copied))]:
        if id not in parts:
            yield source.unknown(at, id, parts)
