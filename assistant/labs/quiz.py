"""The answers to a quiz: what was chosen for each question, and why it is right or wrong."""

from dataclasses import dataclass

from assistant.labs.exercise import Exercise
from assistant.messages import LANGUAGES


@dataclass(frozen=True)
class Answered:
    """One question of a quiz: the options chosen and those that are right, numbered from 1."""

    id: str
    chosen: tuple[int, ...]
    right: tuple[int, ...]
    why: dict[str, str]


def answers(exercise: Exercise, answer: str) -> tuple[Answered, ...]:
    """What was chosen for each question, from lines as "ID: 2" or "ID: 1, 3"; a question without a line has nothing chosen."""
    chosen: dict[str, tuple[int, ...]] = {}
    for line in answer.splitlines():
        id, colon, numbers = line.partition(":")
        parts = [part.strip() for part in numbers.replace("।", " ").split(",")]
        if colon and all(part.isdigit() for part in parts):
            chosen[id.strip().casefold()] = tuple(sorted({int(part) for part in parts}))
    answered = []
    for question in exercise.file.questions:
        picked = chosen.get(question.id.casefold(), ())
        told = [
            question.options[number - 1]
            for number in picked or sorted(question.right)
            if 0 < number <= len(question.options)
        ]
        why = {language: " ".join(filter(None, (option.why[language] for option in told))) for language in LANGUAGES}
        answered.append(Answered(question.id, picked, tuple(sorted(question.right)), why))
    return tuple(answered)
