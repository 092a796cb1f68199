"""The answers to a quiz: what was chosen for each question, and why it is right or wrong."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.labs.exercise import Exercise
from assistant.messages import LANGUAGES, say

_MOST, _LONGEST = 5, 40
"""How many lines that can't be read are repeated, and how much of each."""


@dataclass(frozen=True)
class Answered:
    """One question of a quiz: the options chosen and those that are right, numbered from 1."""

    id: str
    chosen: tuple[int, ...]
    right: tuple[int, ...]
    why: dict[str, str]

    @property
    def is_right(self) -> bool:
        return set(self.chosen) == set(self.right)


def chosen(exercise: Exercise, answer: str) -> dict[str, tuple[int, ...]]:
    """The options chosen for each question, from lines as "ID: 2" or "ID: 1, 3"; none for a question without a line."""
    read = filter(None, map(_read, answer.splitlines()))
    given = {id.casefold(): numbers for id, numbers in read if numbers}
    return {question.id: given.get(question.id.casefold(), ()) for question in exercise.file.questions}


def answers(exercise: Exercise, answer: str) -> tuple[Answered, ...]:
    """What was chosen for each question, and why it is right or wrong."""
    given, answered = chosen(exercise, answer), []
    for question in exercise.file.questions:
        picked, last = given[question.id], len(question.options)
        told = [question.options[number - 1] for number in picked or sorted(question.right) if 0 < number <= last]
        odd = ", ".join(str(number) for number in picked if not 0 < number <= last)
        why = {}
        for language in LANGUAGES:
            reasons = [say("grade.quiz.option", language, option=odd, last=last)] if odd else []
            reasons += [option.why[language] for option in told]
            why[language] = " ".join(filter(None, reasons))
        answered.append(Answered(question.id, picked, tuple(sorted(question.right)), why))
    return tuple(answered)


def unread(exercise: Exercise, answer: str) -> Iterator[dict[str, str]]:
    """What of an answer is for no question, in one sentence each: lines that are no choice, and IDs that no question has."""
    ids = {question.id.casefold(): question.id for question in exercise.file.questions}
    lines = [(line.strip(), _read(line)) for line in answer.splitlines() if line.strip()]
    told = {
        "grade.quiz.line": [line[:_LONGEST] for line, read in lines if read is None],
        "grade.quiz.id": [read[0][:_LONGEST] for _, read in lines if read and read[0].casefold() not in ids],
    }
    for key, odd in told.items():
        if odd:
            values = {"odd": "”, “".join(odd[:_MOST]), "id": next(iter(ids.values())), "known": ", ".join(ids.values())}
            yield {language: say(key, language, **values) for language in LANGUAGES}


def _read(line: str) -> tuple[str, tuple[int, ...]] | None:
    """The ID and the options of a line, none where nothing is chosen yet; None for a line that is no choice."""
    id, colon, numbers = line.partition(":")
    parts = [part.strip() for part in numbers.replace("।", " ").split(",") if part.strip()]
    if not colon or not all(part.isdecimal() and len(part) <= _LONGEST for part in parts):
        return None
    return id.strip(), tuple(sorted({int(part) for part in parts}))
