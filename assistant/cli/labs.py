"""What `edaksh labs` lists, and how `edaksh grade` reads an answer and tells its mark."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from assistant.assistant import Assistant
from assistant.cli.check import line_of, paper
from assistant.cli.streams import file_text
from assistant.errors import InputError
from assistant.labs import Exercise, Grade
from assistant.labs.feedback import as_read
from assistant.labs.grade import why_not
from assistant.messages import say

if TYPE_CHECKING:
    from assistant.records import Batch, Person


def listed(assistant: Assistant) -> list[dict[str, Any]]:
    """The labs with their exercises, in order, as JSON has them."""
    return [
        {
            "id": lab.id,
            "title": lab.title.model_dump(),
            "about": lab.about.model_dump(),
            "minutes": lab.minutes,
            "finish": "all" if lab.finish is None else {"any": lab.finish},
            "roles": list(lab.roles),
            "tags": list(lab.tags),
            "exercises": [
                {
                    "id": exercise.id,
                    "kind": exercise.file.kind,
                    "form": exercise.file.form or None,
                    "language": exercise.file.language,
                    "title": {language: exercise.title(language) for language in ("hi", "en")},
                    "minutes": exercise.file.minutes,
                    "roles": list(exercise.file.roles),
                    "pass_mark": exercise.file.pass_mark,
                }
                for exercise in (assistant.labs.exercise(lab.id, id) for id in lab.exercises)
            ],
        }
        for lab in assistant.labs.labs.values()
    ]


def told(assistant: Assistant, language: str) -> Iterator[str]:
    """The labs for a person to read."""
    for lab in assistant.labs.labs.values():
        yield f"{lab.id:24} {lab.title[language]}"
        for id in lab.exercises:
            exercise = assistant.labs.exercise(lab.id, id)
            yield f"    {id:20} {exercise.file.kind:10} {exercise.title(language)}"


def graded(assistant: Assistant, file: str, name: str, offline: bool) -> tuple[Exercise, str, Grade]:
    """The exercise of that id or in that file, an answer, and its grade. Raises InputError where either is wrong."""
    if name.endswith((".yaml", ".yml", ".json")) or "/" in name or "\\" in name:
        exercise = assistant.labs.read(file_text(name), Path(name).name)
    else:
        exercise = assistant.labs.find(name)
    answer = paper(file).text
    return exercise, answer, asyncio.run(assistant.grade(exercise, answer, offline))


class Whose(NamedTuple):
    """Whose an answer is, and in which batch."""

    person: "Person"
    batch: "Batch"


def whose(assistant: Assistant, person: str | None, code: str | None) -> Whose | None:
    """Whom the command names; None where nobody. Raises InputError for half of it, and for somebody who isn't in that batch."""
    if not person and not code:
        return None
    if not person or not code:
        raise InputError("error.grade.whose")
    batch, who = assistant.records.batches.get(code), assistant.records.people.get(person)
    if batch.closed:
        raise InputError("error.batch.closed", code=batch.code)
    if who.id not in {member.person_id for member in assistant.records.batches.members(batch)}:
        raise InputError("error.batch.not-in", id=who.employee_id, code=batch.code)
    return Whose(who, batch)


def keep(assistant: Assistant, who: Whose, exercise: Exercise, answer: str, grade: Grade) -> None:
    """Stores an answer as an attempt of somebody's."""
    from assistant.records import own_desk

    key, labs = own_desk(who.person, who.batch), assistant.labs.labs.values()
    assistant.records.hand_in(key, exercise.id, answer, grade.as_json(), labs)
    assistant.records.journal.write("attempt", None, who.batch, person=who.person.employee_id, exercise=exercise.id)


def marks(assistant: Assistant, exercise: Exercise, answer: str, grade: Grade, language: str) -> Iterator[str]:
    """The mark for a person to read: the score, each criterion, what was found, what to do next."""
    key = "grade.passed" if grade.passed else "grade.not-passed"
    yield say(key, language, score=f"{grade.score:g}", needed=exercise.file.pass_mark)
    rubric = assistant.labs.rubric(exercise.file.rubric)
    names = {criterion.id: criterion.name[language] for criterion in rubric.criteria(exercise)}
    for mark in grade.criteria:
        score = why_not(mark.why_not, language) if mark.score is None else f"{mark.score:g} / {mark.weight:g}"
        yield f"    {names[mark.id]}: {score}"
    for reason in grade.failed:
        yield say(reason, language)
    for finding in as_read(grade.findings, grade.passed):
        yield line_of(finding, answer, language)
    yield grade.feedback[language]
