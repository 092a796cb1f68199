"""What the coach says in an exercise in which it leads and doesn't write: the one thing to think of next, never the words for it."""

from assistant.checks import Finding
from assistant.labs.exercise import Exercise
from assistant.labs.found import found
from assistant.messages import LANGUAGES, say

FIRST = ("form.part-missing", "facts.missing", "facts.changed", "form.", "facts.", "")
"""What is to be thought of first: the parts of the paper, what it has to say, then how it says it."""


def lead(exercise: Exercise, answer: str, state: str) -> dict[str, str]:
    """The next thing to think of, by language of the screen."""
    form = exercise.form
    if form is None:
        return dict.fromkeys(LANGUAGES, "")
    if not answer.strip():
        parts = [part for part in form.file.parts if part.need == "required"]
        return {
            language: say("lead.begin", language, parts=", ".join(part.name[language] for part in parts))
            for language in LANGUAGES
        }
    findings = [one for one in found(exercise, answer, state) if one.severity != "hint"]
    if not findings:
        return {language: say("lead.good", language) for language in LANGUAGES}
    first = min(findings, key=_rank)
    return {language: _look(first, language) + first.message[language] for language in LANGUAGES}


def _rank(finding: Finding) -> int:
    return next(rank for rank, family in enumerate(FIRST) if finding.code.startswith(family))


def _look(finding: Finding, language: str) -> str:
    """Where to look, where the message doesn't say it."""
    words = " ".join(finding.quote.split())[:80]
    return say("lead.look", language, words=words) + " " if words and words not in finding.message[language] else ""
