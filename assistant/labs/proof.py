"""The author's check is the learner's check: each exercise of a lab is tried with the answers that it must pass and fail."""

from collections.abc import Iterator

from assistant.errors import Problem, ProblemsError
from assistant.labs.exercise import WRITTEN, Exercise, ExerciseFile, Told
from assistant.labs.found import found
from assistant.labs.grade import grade
from assistant.labs.library import FOLDER, Labs
from assistant.messages import LANGUAGES

LEAST = 90
"""What a model answer has to score, with nothing in it that a reviewer would have mended."""

NOTHING = 10
"""What an answer that has nothing of one's own has to stay under."""


def proof(labs: Labs, state: str) -> list[Problem]:
    """What is wrong with the exercises of the labs that are in order: what only trying them shows."""
    problems = []
    everything = [(id, labs.exercise(id, name)) for id, lab in labs.labs.items() for name in lab.exercises]
    for lab, exercise in everything:
        file = f"{FOLDER}/{lab}/{exercise.id}.yaml"
        others = [other for _, other in everything if other.id != exercise.id and other.file.kind == exercise.file.kind]
        try:
            for key, values in _flaws(exercise, others, labs, state):
                problems.append(Problem(file, None, key, values))
        except ProblemsError as error:
            problems += error.problems
    return problems


def _flaws(
    exercise: Exercise, others: list[Exercise], labs: Labs, state: str
) -> Iterator[tuple[str, dict[str, object]]]:
    file, rubric = exercise.file, labs.rubric(exercise.file.rubric)
    for key, words in _told(file):
        if words is None or not all(getattr(words, language) for language in LANGUAGES):
            yield "error.proof.words", {"needs": key}
    if file.kind == "quiz":
        return
    if not file.model_answer.strip():
        yield "error.proof.words", {"needs": "model_answer"}
        return
    best = grade(exercise, rubric, file.model_answer, state)
    amiss = sorted({f"{one.code} “{one.quote[:40]}”" for one in best.findings if one.severity != "hint"})
    if amiss or best.score < LEAST or not best.passed:
        yield "error.proof.model", {"score": best.score, "least": LEAST, "found": ", ".join(amiss) or "–"}
    if file.kind == "repair":
        there = {
            finding.code
            for finding in found(exercise, file.given, state, unchanged=True)
            if finding.severity != "hint" or finding.code in file.defects
        }
        if there != set(file.defects):
            yield (
                "error.proof.defects",
                {"declared": ", ".join(sorted(file.defects)), "found": ", ".join(sorted(there))},
            )
    lazy = {"": "empty", file.scenario["hi"]: "scenario", file.scenario["en"]: "scenario"}
    for answer, name in lazy.items():
        if (score := grade(exercise, rubric, answer, state).score) >= NOTHING:
            yield "error.proof.nothing", {"answer": name, "score": score, "most": NOTHING}
    if file.kind in WRITTEN and file.given and grade(exercise, rubric, file.given, state).passed:
        yield "error.proof.passes", {"answer": "given"}
    for other in others:
        if other.file.model_answer and grade(exercise, rubric, other.file.model_answer, state).passed:
            yield "error.proof.passes", {"answer": other.id}


def _told(file: ExerciseFile) -> Iterator[tuple[str, Told | None]]:
    """Everything that a trainee reads in the language of the screen."""
    yield from (("title", file.title), ("scenario", file.scenario))
    yield from (("hints", hint) for hint in file.hints or (None,))
    yield from (("expect", said.why) for said in (*file.expect.covers, *file.expect.avoid))
    yield from (("expect", said.why) for said in file.expect.facts if said.why)
    for question in file.questions:
        yield question.id, question.ask
        yield from ((question.id, words) for option in question.options for words in (option.text, option.why))
