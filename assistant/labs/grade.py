"""Answer + exercise → Grade: deterministic, each mark with its reasons and the words that they are about.

Rules come first, a model's verdicts second (judge.py), and neither may lift a mark over a failed must. The same text,
exercise and rubric give the same rules score everywhere.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from assistant import checks
from assistant.checks import Case, Finding
from assistant.facts.same import written
from assistant.forms.reader import read
from assistant.labs.exercise import WRITTEN, Exercise
from assistant.labs.rubric import Criterion, Rubric
from assistant.messages import LANGUAGES, say

NOT_IN_A_PROMPT = (
    "form.", "craft.", "leftover.instructions", "facts.unsupported-", "language.wrong", "language.mixed-script",
    "tone.prejudged",
)  # fmt: skip
"""What is no fault in an instruction to a model: it is no paper, may mix languages, and says what is not to be called proved."""

MOST_EVIDENCE = 5


@dataclass(frozen=True)
class Mark:
    """What one criterion got. `score` is None where nobody could judge it, and `why_not` says why."""

    id: str
    weight: float
    score: float | None
    by: Literal["rules", "model"]
    findings: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    why_not: str = ""


@dataclass(frozen=True)
class Answered:
    """One question of a quiz: the options chosen and those that are right, numbered from 1."""

    id: str
    chosen: tuple[int, ...]
    right: tuple[int, ...]
    why: dict[str, str]


@dataclass(frozen=True)
class Judged:
    """A judge's mark for one criterion: the share of its questions answered yes, 0 to 1, with the words quoted; None: why not."""

    share: float | None
    evidence: tuple[str, ...] = ()
    why_not: str = ""


@dataclass(frozen=True)
class Grade:
    """The mark of one answer (contract: grade --json). `failed` are the reasons for which it can't pass, whatever the score."""

    exercise: str
    score: float
    passed: bool
    complete: bool
    rubric: str
    criteria: tuple[Mark, ...]
    findings: tuple[Finding, ...]
    feedback: dict[str, str]
    failed: tuple[str, ...] = ()
    questions: tuple[Answered, ...] = ()
    model: str = ""
    prompt: str = ""
    """The judge's model, and the name and hash of the prompt that it was asked by; empty where rules alone marked."""

    def as_json(self) -> dict[str, Any]:
        """The grade as `edaksh grade --json` prints it."""
        by = {mark.by for mark in self.criteria if mark.score is not None}
        return {
            "exercise": self.exercise,
            "score": self.score,
            "out_of": 100,
            "passed": self.passed,
            "complete": self.complete,
            "graded_by": sorted(by, reverse=True),
            "rubric": self.rubric,
            "model": self.model or None,
            "prompt": self.prompt or None,
            "criteria": [_without_empty(asdict(mark)) for mark in self.criteria],
            "findings": [finding.as_json() for finding in self.findings],
            "feedback": self.feedback,
            "failed": list(self.failed),
            **({"questions": [asdict(question) for question in self.questions]} if self.questions else {}),
        }


def _without_empty(mark: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in mark.items() if key != "why_not" or value}


def grade(
    exercise: Exercise, rubric: Rubric, answer: str, state: str, judged: Mapping[str, Judged] | None = None
) -> Grade:
    """The grade of an answer by rules, and by what a judge found where one was asked. `state` is the norm where the brief names none."""
    answered = _answers(exercise, answer) if exercise.file.kind == "quiz" else ()
    findings = () if exercise.file.kind == "quiz" else found(exercise, answer, state)
    marks = tuple(
        _mark(exercise, rubric, criterion, findings, answered, (judged or {}).get(criterion.id))
        for criterion in rubric.criteria(exercise)
    )
    known = [mark for mark in marks if mark.score is not None]
    weight = sum(mark.weight for mark in known)
    score = 100 * sum(mark.score or 0 for mark in known) / weight if weight else 0
    codes = {finding.code for finding in findings}
    shares = {mark.id: 100 * mark.score / mark.weight for mark in known if mark.score is not None}
    for cap in rubric.file.caps:
        if cap.code in codes or (cap.criterion in shares and shares[cap.criterion] < cap.under):
            score = min(score, cap.most)
    score = round(score, 1)
    failed = tuple(_failed(exercise, shares, findings, answer))
    passed = score >= exercise.file.pass_mark and not failed
    return Grade(
        exercise.id, score, passed, len(known) == len(marks), rubric.id, marks, findings,
        _feedback(rubric, exercise, marks, findings, answered, passed), failed, answered,
    )  # fmt: skip


def found(exercise: Exercise, answer: str, state: str, unchanged: bool = False) -> tuple[Finding, ...]:
    """Everything that is found in an answer. Words that talk to the grader are told, and the rest is read as if they weren't there.

    `unchanged`: the answer is the text that was given, which is no fault of its own here.
    """
    first = _checked(exercise, answer, state, unchanged)
    injected = [finding for finding in first if finding.code == "integrity.injection"]
    if not injected:
        return tuple(first)
    rest = list(answer)
    for finding in injected:  # blanked, so that every other place stays where it is
        rest[finding.start : finding.end] = [
            letter if letter == "\n" else " " for letter in answer[finding.start : finding.end]
        ]
    second = [
        finding
        for finding in _checked(exercise, "".join(rest), state, unchanged)
        if finding.code != "integrity.injection"
    ]
    return tuple(sorted([*injected, *second], key=_place))


def _checked(exercise: Exercise, answer: str, state: str, unchanged: bool) -> list[Finding]:
    if exercise.form is None:  # a quiz
        return []
    file, brief = exercise.file, exercise.brief
    case = Case(
        read(answer, exercise.form, file.language),
        exercise.form,
        brief.state(state) if brief else state,
        brief,
        scenario=exercise.told,
        given="" if unchanged else file.given,
        length=file.expect.length.words if file.expect.length else None,
        expect=tuple(fact.fact for fact in file.expect.facts),
    )
    findings = checks.run(case)
    if file.kind not in WRITTEN:
        expected = {fact.id for fact in file.expect.facts}
        findings = [
            finding for finding in findings if finding.about in expected or not finding.code.startswith(NOT_IN_A_PROMPT)
        ]
    told = [_with_reason(exercise, finding) for finding in findings]
    return sorted([*told, *_expected_words(exercise, case)], key=_place)


def _with_reason(exercise: Exercise, finding: Finding) -> Finding:
    """A fact that was left out, told in the exercise's own words: they lead to it without giving it away."""
    why = next((fact.why for fact in exercise.file.expect.facts if fact.id == finding.about and fact.why), None)
    if finding.code != "facts.missing" or not why:
        return finding
    message = {language: say("grade.missing", language, why=why[language]) for language in LANGUAGES}
    return replace(finding, message=message)


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.code


def _expected_words(exercise: Exercise, case: Case) -> Iterator[Finding]:
    """What an instruction has to say and doesn't, and words that the exercise asks to avoid, each with the exercise's own reason."""
    for cover in exercise.file.expect.covers:
        if not any(written(case.text, words) for words in cover.text):
            yield Finding("facts.missing", "error", "", 0, 0, "", cover.why.model_dump(), "", cover.id)
    for avoid in exercise.file.expect.avoid:
        for place in filter(None, (written(case.text, words) for words in avoid.text)):
            start, end = case.document.source.span(*place)
            quote = case.document.source.given[start:end]
            yield Finding("tone.avoid", "warning", "", start, end, quote, avoid.why.model_dump(), "")


def _mark(
    exercise: Exercise,
    rubric: Rubric,
    criterion: Criterion,
    findings: Iterable[Finding],
    answered: Iterable[Answered],
    judged: Judged | None,
) -> Mark:
    """One criterion's mark. A fact that is lost counts as lost whatever code tells it: a day that became शीघ्र is form.no-deadline."""
    weight = criterion.weight
    if criterion.judged:
        judged = judged or Judged(None, why_not="no model is connected")
        score = None if judged.share is None else round(weight * judged.share, 2)
        return Mark(criterion.id, weight, score, "model", evidence=judged.evidence, why_not=judged.why_not)
    if criterion.answered:
        answered = list(answered)
        right = sum(set(question.chosen) == set(question.right) for question in answered)
        return Mark(criterion.id, weight, round(weight * right / len(answered), 2), "rules")
    if criterion.mended:
        return _mended(exercise, criterion, findings)
    own = [finding for finding in findings if finding.code.startswith(criterion.codes)]
    share = 1.0
    if criterion.expected and (expected := _expected(exercise)):
        lost = [
            finding
            for finding in findings
            if finding.about in expected or finding.code in ("facts.missing", "facts.changed")
        ]
        rest = [finding for finding in own if finding not in lost]
        which = {finding.about if finding.about in expected else finding.start for finding in lost}
        share -= min(len(which) / len(expected), 1)
        share -= sum(rubric.cost(criterion, finding.severity) for finding in rest)
        own = [*lost, *rest]
    else:
        share -= sum(rubric.cost(criterion, finding.severity) for finding in own)
    evidence = tuple(dict.fromkeys(finding.quote for finding in own if finding.quote))[:MOST_EVIDENCE]
    codes = tuple(dict.fromkeys(finding.code for finding in own))
    return Mark(criterion.id, weight, round(weight * max(share, 0), 2), "rules", codes, evidence)


def _expected(exercise: Exercise) -> set[str]:
    """The ids of what the answer has to convey."""
    expect = exercise.file.expect
    return {fact.id for fact in expect.facts} | {cover.id for cover in expect.covers}


def _mended(exercise: Exercise, criterion: Criterion, findings: Iterable[Finding]) -> Mark:
    """The share of the seeded defects that are no longer there."""
    standing = [finding for finding in findings if finding.code in exercise.file.defects]
    codes = tuple(dict.fromkeys(finding.code for finding in standing))
    share = 1 - len(codes) / len(exercise.file.defects) if exercise.file.defects else 1
    quotes = tuple(dict.fromkeys(finding.quote for finding in standing if finding.quote))[:MOST_EVIDENCE]
    return Mark(criterion.id, criterion.weight, round(criterion.weight * share, 2), "rules", codes, quotes)


def _failed(exercise: Exercise, shares: Mapping[str, float], findings: Iterable[Finding], answer: str) -> Iterable[str]:
    """Why an answer can't pass, whatever its score: message keys."""
    findings = list(findings)
    if any(shares.get(must) == 0 for must in exercise.file.must):
        yield "grade.failed.must"
    if any(finding.code == "integrity.injection" for finding in findings):
        yield "grade.failed.injection"
    wrong = sum(finding.end - finding.start for finding in findings if finding.code == "language.wrong")
    if wrong and 3 * wrong > _prose(exercise, answer):  # a rule quoted in the other language is less
        yield "grade.failed.language"


def _prose(exercise: Exercise, answer: str) -> int:
    """How long what can be in the wrong language is: names, posts and addresses may stand in either."""
    if exercise.form is None:
        return 0
    document = read(answer, exercise.form, exercise.file.language)
    return sum(line.end - line.words for line in document.lines if line.part in ("subject", exercise.form.file.writes))


def _answers(exercise: Exercise, answer: str) -> tuple[Answered, ...]:
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


def _feedback(
    rubric: Rubric,
    exercise: Exercise,
    marks: tuple[Mark, ...],
    findings: Iterable[Finding],
    answered: Iterable[Answered],
    passed: bool,
) -> dict[str, str]:
    """What is good, the two things that matter most, and one next step: about the paper, never about the person."""
    names = {criterion.id: criterion.name for criterion in rubric.criteria(exercise)}
    good = [mark.id for mark in marks if mark.score is not None and mark.score >= 0.9 * mark.weight]
    weights = {"error": 0, "warning": 1, "hint": 2}
    worst = sorted(findings, key=lambda finding: (weights[finding.severity], finding.start))
    matter = list({finding.code: finding for finding in reversed(worst)}.values())[::-1][:2]
    wrong = [question for question in answered if set(question.chosen) != set(question.right)]
    feedback = {}
    for language in LANGUAGES:
        sentences = []
        if good:
            sentences.append(say("grade.good", language, names=", ".join(names[id][language] for id in good)))
        sentences += [_told(finding, language) for finding in matter]
        sentences += [f"{question.id}: {question.why[language]}" for question in wrong[:2]]
        step = "grade.next.passed" if passed else "grade.next.mend" if matter or wrong else "grade.next.again"
        feedback[language] = "\n".join([*sentences, say(step, language)])
    return feedback


def _told(finding: Finding, language: str) -> str:
    return f"“{finding.quote[:60]}”: {finding.message[language]}" if finding.quote else finding.message[language]
