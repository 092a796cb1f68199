"""What is told of a mark in a few sentences: what is good, the two things that matter most, one next step. About the paper, never
about the person."""

from collections.abc import Iterable
from dataclasses import replace

from assistant.checks import Finding
from assistant.labs.exercise import Exercise, Told
from assistant.labs.quiz import Answered
from assistant.labs.rubric import Criterion
from assistant.messages import LANGUAGES, say

GRAVEST = ("integrity.", "privacy.", "facts.changed", "")
"""What comes before all else: it alone costs the pass; a fact that stands there wrong before one that was left out."""
MATTER = 2
NOTHING = 10
"""Under this there is nothing of one's own, and so nothing to praise."""
_WEIGHTS = ("error", "warning", "hint")


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """What matters most first, one of each rule before the second of the same: two slips of one kind are one thing to learn."""
    weighed = sorted(findings, key=_gravity)
    leads: dict[str, Finding] = {}
    for finding in weighed:
        leads.setdefault(finding.code, finding)
    return [*leads.values(), *(finding for finding in weighed if finding is not leads[finding.code])]


def as_read(findings: Iterable[Finding], passed: bool) -> list[Finding]:
    """The findings as people read them: nothing stops an answer that passed, so what is left in it is to be mended."""
    return [replace(one, severity="warning") if passed and one.severity == "error" else one for one in findings]


def wanting(exercise: Exercise, criterion: Criterion, findings: Iterable[Finding]) -> bool:
    """Whether something that a criterion is about is still to be mended, wherever it costs its marks: a defect of a given text that was
    left standing costs its mending."""
    return any(
        one.code.startswith(criterion.codes) and (one.severity != "hint" or one.code in exercise.file.defects)
        for one in findings
    )


def _gravity(finding: Finding) -> tuple[int, int, int]:
    grave = next(n for n, code in enumerate(GRAVEST) if finding.code.startswith(code))
    return grave, _WEIGHTS.index(finding.severity), finding.start


def feedback(
    score: float,
    passed: bool,
    good: Iterable[Told],
    findings: Iterable[Finding],
    answered: Iterable[Answered],
    unread: Iterable[dict[str, str]],
    capped: Told | None,
) -> dict[str, str]:
    """The sentences in both languages. `good` are the names of what went well, `unread` what of a quiz's answer
    is for no question, `capped` why there are no more."""
    heavy = ordered(findings)
    wrong = [question for question in answered if not question.is_right]
    strange = list(unread)
    names, told = list(good) if score >= NOTHING else [], {}
    for language in LANGUAGES:
        sentences = []
        if names:
            sentences.append(say("grade.good", language, names=", ".join(name[language] for name in names)))
        sentences += list(dict.fromkeys(quoted(finding, language) for finding in heavy))[:MATTER]
        sentences += [sentence[language] for sentence in strange]
        sentences += [f"{question.id}: {question.why[language]}" for question in wrong[:MATTER]]
        sentences += [capped[language]] if capped and capped[language] else []
        step = "grade.next.passed" if passed else "grade.next.mend" if heavy or wrong else "grade.next.again"
        told[language] = "\n".join([*sentences, say(step, language)])
    return told


def quoted(finding: Finding, language: str) -> str:
    """What is told of a finding, after the words that it is about."""
    return f"“{finding.quote[:60]}”: {finding.message[language]}" if finding.quote else finding.message[language]
