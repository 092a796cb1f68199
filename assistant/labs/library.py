"""All labs and exercises there are, and what was wrong with the rest: one bad file never takes the others down."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from assistant.content import Content, Source, checked, read_source
from assistant.errors import InputError, Problem, ProblemsError
from assistant.forms.library import Library
from assistant.labs.exercise import Exercise, Told, read_exercise
from assistant.labs.lab import Lab, Programme, Roles
from assistant.labs.rubric import Rubric, read_rubric

FOLDER = "exercises"
NO_LABS = ("rubrics",)
"""Folders beside the labs that are none."""


class Labs:
    """The labs of a content folder, each read when it is first asked for."""

    def __init__(self, content: Content, library: Library) -> None:
        self._content = content
        self._library = library
        self._exercises: dict[tuple[str, str], Exercise] = {}
        self._rubrics: dict[str, Rubric] = {}

    @cached_property
    def programme(self) -> Programme:
        """The courses; none where there is no file of them."""
        try:
            return checked(Programme, self._source("programme.yaml"))
        except FileNotFoundError:
            return Programme()

    @cached_property
    def roles(self) -> dict[str, Told]:
        """The roles that exercises can be for, with their names; none where there is no file of them. Raises ProblemsError where it is wrong."""
        try:
            return checked(Roles, self._source("roles.yaml")).root
        except FileNotFoundError:
            return {}

    def named(self, roles: Iterable[str], language: str) -> str:
        """Those roles by their names, for a person to read."""
        try:
            known = self.roles
        except ProblemsError:
            known = {}
        return ", ".join(known[role][language] if role in known else role for role in roles)

    @cached_property
    def ids(self) -> list[str]:
        """Every folder that means to be a lab, in the programme's order and then by name."""
        there = [name for name in self._content.names(FOLDER) if name not in NO_LABS]
        try:
            ordered = [id for course in self.programme.courses for id in course.labs]
        except ProblemsError:
            ordered = []
        return sorted(there, key=lambda id: (ordered.index(id) if id in ordered else len(ordered), id))

    @cached_property
    def labs(self) -> dict[str, Lab]:
        """The labs that are in order."""
        return {id: self.lab(id) for id in self.ids if not self._problems_of(id)}

    def lab(self, id: str) -> Lab:
        """The lab of that id. Raises InputError where there is none, ProblemsError where its file is wrong."""
        if id not in self.ids:
            raise InputError("error.lab.unknown", lab=id[:40], known=", ".join(self.ids))
        try:
            source = self._source(f"{id}/lab.yaml")
        except FileNotFoundError:
            file = f"{FOLDER}/{id}/lab.yaml"
            raise ProblemsError([Problem(file, None, "error.file.missing", {"file": file})]) from None
        return checked(Lab, source)

    def exercise(self, lab: str, id: str) -> Exercise:
        """An exercise of a lab. Raises ProblemsError where it is wrong, InputError where there is none."""
        if (lab, id) not in self._exercises:
            try:
                source = self._source(f"{lab}/{id}.yaml")
            except FileNotFoundError:
                raise InputError("error.exercise.unknown", exercise=id[:60]) from None
            self._exercises[lab, id] = self._read(source)
        return self._exercises[lab, id]

    def find(self, id: str) -> Exercise:
        """The exercise of that id, in whichever lab it is. Raises InputError where there is none."""
        for lab, each in self.labs.items():
            if id in each.exercises:
                return self.exercise(lab, id)
        raise InputError("error.exercise.unknown", exercise=id[:60])

    def titles(self, language: str) -> dict[str, str]:
        """What every exercise is called, by its id."""
        return {id: self.exercise(lab, id).title(language) for lab, each in self.labs.items() for id in each.exercises}

    def read(self, text: str, file: str) -> Exercise:
        """An exercise from outside the content folders. Raises ProblemsError where it is wrong."""
        return self._read(read_source(text, file))

    def _read(self, source: Source) -> Exercise:
        """An exercise that its rubric can mark: a criterion that alone decides is one of the rubric's."""
        exercise = read_exercise(source, self._library)
        if "must" in exercise.file.model_fields_set:
            known = [criterion.id for criterion in self.rubric(exercise.file.rubric).file.criteria]
            for n, name in enumerate(exercise.file.must):
                if name not in known:
                    raise ProblemsError([source.unknown(("must", n), name, known)])
        return exercise

    def rubric(self, name: str) -> Rubric:
        """The rubric of that name. Raises ProblemsError where there is none or it is wrong."""
        try:
            if name not in self._rubrics:
                self._rubrics[name] = read_rubric(name, self._content)
            return self._rubrics[name]
        except FileNotFoundError as error:
            raise ProblemsError([Problem(str(error), None, "error.file.missing", {"file": str(error)})]) from None

    @cached_property
    def problems(self) -> list[Problem]:
        """Everything that is wrong with the labs' files."""
        found = [problem for id in self.ids for problem in self._problems_of(id)]
        try:
            found += [problem for id, lab in self.labs.items() for problem in self._strange_roles(id, lab)]
        except ProblemsError as error:
            found += error.problems
        try:
            named = [(course.id, lab) for course in self.programme.courses for lab in course.labs]
        except ProblemsError as error:
            return [*found, *error.problems]
        return found + [
            Problem(f"{FOLDER}/programme.yaml", None, "error.lab.unknown", {"lab": lab, "known": ", ".join(self.ids)})
            for _, lab in named if lab not in self.ids
        ]  # fmt: skip

    def _strange_roles(self, id: str, lab: Lab) -> Iterator[Problem]:
        """Roles that nobody has: told, but no reason to leave a lab out."""
        named = [(f"{id}/{name}.yaml", self.exercise(id, name).file.roles) for name in lab.exercises]
        for file, roles in ((f"{id}/lab.yaml", lab.roles), *named):
            source = Source(f"{FOLDER}/{file}", None, {})
            yield from (source.unknown(("roles",), role, self.roles) for role in roles if role not in self.roles)

    def _source(self, file: str) -> Source:
        return read_source(self._content.read(f"{FOLDER}/{file}"), f"{FOLDER}/{file}")

    def _problems_of(self, id: str) -> list[Problem]:
        """Why a lab is left out: its own file, its exercises, their rubrics."""
        try:
            lab = self.lab(id)
        except ProblemsError as error:
            return error.problems
        found: list[Problem] = []
        file = f"{FOLDER}/{id}/lab.yaml"
        if lab.id != id:
            found.append(Problem(file, None, "error.id", {"id": lab.id, "expected": id}))
        for name in lab.exercises:
            try:
                exercise = self.exercise(id, name)
                self.rubric(exercise.file.rubric)
                if exercise.id != name:
                    at = f"{FOLDER}/{id}/{name}.yaml"
                    found.append(Problem(at, None, "error.id", {"id": exercise.id, "expected": name}))
            except ProblemsError as error:
                found += error.problems
            except InputError as error:
                found.append(Problem(file, None, error.key, error.values))
        return found
