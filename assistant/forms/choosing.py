"""Which form a case needs: a few questions, each answer of which leads to the next or ends at a form and says why."""

from collections.abc import Iterable, Iterator

from assistant.content import Source, Strict
from assistant.errors import Problem
from assistant.forms.form import Both

FILE = "templates/choosing.yaml"
MOST = 5
"""Questions that anybody is asked before there is an answer."""


class Answer(Strict):
    """An answer leads to a question (`next`), or ends at a form (`form`, `why`)."""

    say: Both
    next: str = ""
    form: str = ""
    why: Both | None = None


class Question(Strict):
    ask: Both
    answers: list[Answer]


class Choosing(Strict):
    start: str
    questions: dict[str, Question]

    def ways(self) -> Iterator[tuple[str, ...]]:
        """Every way from the first question, as the questions on it and the form at its end. A way in a circle ends unfinished."""
        return self._ways((self.start,))

    def _ways(self, way: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        for answer in self.questions[way[-1]].answers:
            if answer.form or len(way) > MOST:
                yield (*way, answer.form)
            else:
                yield from self._ways((*way, answer.next))


def misled(choosing: Choosing, source: Source, forms: Iterable[str]) -> Iterator[Problem]:
    """Answers that lead nowhere or to no form, questions that nobody is asked, and ways that are too long."""
    forms, questions = list(forms), choosing.questions
    if choosing.start not in questions:
        yield source.unknown(("start",), choosing.start, questions)
        return
    led = True
    for id, question in questions.items():
        for n, answer in enumerate(question.answers):
            at = ("questions", id, "answers", n)
            if bool(answer.next) == bool(answer.form) or bool(answer.form) != bool(answer.why):
                yield source.problem(at, "error.choosing.end")
                led = False
            elif answer.next and answer.next not in questions:
                yield source.unknown((*at, "next"), answer.next, questions)
                led = False
            elif answer.form and answer.form not in forms:
                yield source.unknown((*at, "form"), answer.form, forms)
    if not led:
        return
    ways = list(choosing.ways())
    if any(len(way) > MOST + 1 for way in ways):
        yield source.problem(("start",), "error.choosing.long", most=MOST)
    for id in questions.keys() - {id for way in ways for id in way}:
        yield source.problem(("questions", id), "error.choosing.unasked", question=id)
