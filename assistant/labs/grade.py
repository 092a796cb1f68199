"""Answer + exercise → Grade: deterministic, each mark with its reasons and the words that they are about.

Rules come first, a model's verdicts second (judge.py), and neither may lift a mark over a failed must. The same text,
exercise and rubric give the same rules score everywhere.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import asdict, dataclass
from typing import Any, Literal

from assistant.checks import Finding
from assistant.forms.reader import read
from assistant.labs.deleted import deleted
from assistant.labs.exercise import Exercise, Told
from assistant.labs.feedback import feedback, wanting
from assistant.labs.found import found
from assistant.labs.quiz import Answered, answers, unread
from assistant.labs.rubric import Cap, Criterion, Rubric
from assistant.messages import say

MOST_EVIDENCE = 5
IN_PLACE = {
    "facts.unsupported-number": ("number", "amount"),
    "facts.unsupported-date": ("date",),
    "facts.unsupported-reference": ("ref",),
}
"""What can stand where a fact of such a kind was to stand."""
WELL = 0.9
"""The share of its marks with which a criterion went well."""
INJECTED = "grade.failed.injection"
NO_MODEL = "no model is connected"
NOT_SHOWN = "the paper isn't shown to a model: see its findings"
NOT_BORNE = "the judge gave no verdict that its quotes bear out"
NOT_AGREED = "the judge's two readings differ: the trainer decides"
"""Why nobody could judge a criterion. Grades are kept with these words: another wording would tell old ones as "other"."""
WHY_NOT = {
    NO_MODEL: "marks.not.model",
    NOT_SHOWN: "marks.not.shown",
    NOT_BORNE: "marks.not.borne",
    NOT_AGREED: "marks.not.agreed",
}
"""The same → how people read it."""
Reading = dict[str, dict[str, str]]
"""One reading of a judge: of each question the verdict, and the words of the paper that bear it out."""


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
    readings: tuple[Reading, ...] = ()
    for_trainer: bool = False


@dataclass(frozen=True)
class Judged:
    """A judge's mark for one criterion: the share of its questions answered yes, 0 to 1, with the words quoted; None: why not.

    `readings` is what it said each time, and `for_trainer` that the two differ, so that the trainer has to decide.
    """

    share: float | None
    evidence: tuple[str, ...] = ()
    why_not: str = ""
    readings: tuple[Reading, ...] = ()
    for_trainer: bool = False


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
    capped: Cap | None = None
    """Why the score is less than the sum of the criteria; None where it isn't."""
    version: str = ""
    """The hash of the exercise's file."""
    model: str = ""
    prompt: str = ""
    """The judge's model, and the name and hash of the prompt that it was asked by; empty where rules alone marked."""
    asked_with: Mapping[str, float] | None = None
    """The settings that the judge was asked with."""

    @property
    def for_trainer(self) -> tuple[str, ...]:
        """What only the trainer can decide: criteria that two readings differ on, and reasons for which a paper waits."""
        waits = [key for key in self.failed if key == INJECTED]
        return (*(mark.id for mark in self.criteria if mark.for_trainer), *waits)

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
            "version": self.version,
            "model": self.model or None,
            "prompt": self.prompt or None,
            "settings": dict(self.asked_with) if self.asked_with else None,
            "criteria": [_without_empty(asdict(mark)) for mark in self.criteria],
            "findings": [finding.as_json() for finding in self.findings],
            "feedback": self.feedback,
            "failed": list(self.failed),
            "capped": {"most": self.capped.most, "why": self.capped.why.model_dump()} if self.capped else None,
            "for_trainer": list(self.for_trainer),
            **({"questions": [asdict(question) for question in self.questions]} if self.questions else {}),
        }


def _without_empty(mark: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in mark.items() if value or key not in ("why_not", "readings", "for_trainer")}


def grade(
    exercise: Exercise, rubric: Rubric, answer: str, state: str, judged: Mapping[str, Judged] | None = None
) -> Grade:
    """The grade of an answer by rules, and by what a judge found where one was asked. `state` is the norm where the brief names none."""
    answered = answers(exercise, answer) if exercise.file.kind == "quiz" else ()
    findings = () if exercise.file.kind == "quiz" else found(exercise, answer, state)
    criteria = rubric.criteria(exercise)
    standing = _standing(exercise, findings, state)
    marks = tuple(
        _mark(exercise, rubric, criterion, findings, standing, answered, (judged or {}).get(criterion.id))
        for criterion in criteria
    )
    known = [mark for mark in marks if mark.score is not None]
    weight = sum(mark.weight for mark in known)
    score = 100 * sum(mark.score or 0 for mark in known) / weight if weight else 0
    shares = {mark.id: mark.score / mark.weight for mark in known if mark.score is not None}
    failed = tuple(_failed(exercise, shares, findings, answer))
    caps = [cap for cap in rubric.file.caps if score > cap.most and _holds(cap, exercise, findings, shares, failed)]
    capped = min(caps, key=lambda cap: cap.most, default=None)
    capped = _counted(capped, exercise, findings, standing) if capped else None
    score = round(capped.most if capped else score, 1)
    passed = score >= exercise.file.pass_mark and not failed
    good = [one.name for one in criteria if shares.get(one.id, 0) >= WELL and not wanting(exercise, one, findings)]
    strange = unread(exercise, answer) if answered else ()
    told = feedback(score, passed, good, findings, answered, strange, capped.why if capped else None)
    return Grade(
        exercise.id, score, passed, len(known) == len(marks), rubric.id, marks, findings, told, failed, answered, capped,
        exercise.version,
    )  # fmt: skip


def _holds(
    cap: Cap, exercise: Exercise, findings: Iterable[Finding], shares: Mapping[str, float], failed: Sequence[str]
) -> bool:
    """Whether a paper is one that a cap is for."""
    if exercise.file.kind not in cap.kinds:
        return False
    if cap.failed:
        return f"grade.failed.{cap.failed}" in failed
    if cap.lost:
        expected = _expected(exercise)
        lost = len(_which(expected, _lost(expected, findings)))
        if len(expected) < cap.of or 100 * lost <= cap.lost * len(expected):
            return False
    if cap.criterion:
        return 100 * shares.get(cap.criterion, 1) < cap.under
    if cap.lost:
        return True
    return any(
        finding.code.startswith(cap.codes)
        and not (cap.but and finding.code.startswith(cap.but))
        and cap.severity in (finding.severity, "")
        for finding in findings
    )


def _counted(cap: Cap, exercise: Exercise, findings: Iterable[Finding], standing: Sized) -> Cap:
    """The cap with how many are left, of how many, in its words: in a paper with four mistakes “one in five” can be misread."""
    if cap.criterion == "mended":
        left, all_ = len(standing), len(exercise.file.defects)
    else:
        expected = _expected(exercise)
        left, all_ = len(_which(expected, _lost(expected, findings))), len(expected)
    words = {key: text.replace("{left}", str(left)).replace("{all}", str(all_)) for key, text in cap.why}
    return cap.model_copy(update={"why": Told(**words)})


def _mark(
    exercise: Exercise,
    rubric: Rubric,
    criterion: Criterion,
    findings: Iterable[Finding],
    standing: Mapping[str, list[str]],
    answered: Iterable[Answered],
    judged: Judged | None,
) -> Mark:
    """One criterion's mark. A fact that is lost counts as lost whatever code tells it: a day that became शीघ्र is form.no-deadline."""
    weight = criterion.weight
    if criterion.judged:
        judged = judged or Judged(None, why_not=NO_MODEL)
        score = None if judged.share is None else round(weight * judged.share, 2)
        return Mark(
            criterion.id,
            weight,
            score,
            "model",
            (),
            judged.evidence,
            judged.why_not,
            judged.readings,
            judged.for_trainer,
        )
    if criterion.answered:
        answered = list(answered)
        right = sum(question.is_right for question in answered)
        return Mark(criterion.id, weight, round(weight * right / len(answered), 2), "rules")
    if criterion.mended:
        return _mended(exercise, criterion, findings, standing)
    expected = _expected(exercise) if any(one.expected for one in rubric.criteria(exercise)) else set()
    share, must = 1.0, criterion.id in exercise.file.must
    if not must:  # one fault costs once: a defect that was left standing costs its mending
        findings = [finding for finding in findings if finding.code not in exercise.file.defects]
    own = [finding for finding in findings if finding.code.startswith(criterion.codes)]
    if criterion.expected and expected:
        lost = _lost(expected, findings)
        rest = [finding for finding in own if finding not in lost]
        share -= min(len(_which(expected, lost)) / len(expected), 1)
        charged = list(_not_in_place_of(exercise, rest, lost))
        own = [*lost, *rest]
    else:  # what costs a fact that was expected, whatever the code that tells it, costs nothing here
        charged = own = [finding for finding in own if finding.about not in expected or must]
    share -= sum(rubric.cost(criterion, finding.severity) for finding in charged)
    evidence = tuple(dict.fromkeys(finding.quote for finding in own if finding.quote))[:MOST_EVIDENCE]
    codes = tuple(dict.fromkeys(finding.code for finding in own))
    return Mark(criterion.id, weight, round(weight * max(share, 0), 2), "rules", codes, evidence)


def _lost(expected: set[str], findings: Iterable[Finding]) -> list[Finding]:
    """The findings that tell of a fact left out or changed."""
    return [one for one in findings if one.about in expected or one.code in ("facts.missing", "facts.changed")]


def _which(expected: set[str], lost: Iterable[Finding]) -> set[str | int]:
    """The facts that are lost, each once."""
    return {one.about if one.about in expected else one.start for one in lost}


def _not_in_place_of(exercise: Exercise, rest: Iterable[Finding], lost: Iterable[Finding]) -> Iterator[Finding]:
    """The rest without what stands in place of a fact that is lost: “200” where 164 was to stand is one fault."""
    kinds = {fact.id: fact.fact.kind for fact in exercise.file.expect.facts}
    gone = Counter(kinds.get(finding.about) for finding in lost if finding.code == "facts.missing")
    for finding in rest:
        kind = next((kind for kind in IN_PLACE.get(finding.code, ()) if gone[kind]), None)
        if kind is None:
            yield finding
        else:
            gone[kind] -= 1


def _expected(exercise: Exercise) -> set[str]:
    """The ids of what the answer has to convey."""
    expect = exercise.file.expect
    return {fact.id for fact in expect.facts} | {cover.id for cover in expect.covers}


def _mended(
    exercise: Exercise, criterion: Criterion, findings: Iterable[Finding], standing: Mapping[str, list[str]]
) -> Mark:
    """The share of the seeded defects that are no longer there."""
    codes = tuple(standing)
    share = 1 - len(codes) / len(exercise.file.defects) if exercise.file.defects else 1
    if any(finding.code == "integrity.empty" for finding in findings):
        share = 0  # the text was handed back, and of that nothing else is told
    quotes = tuple(dict.fromkeys(quote for found in standing.values() for quote in found if quote))[:MOST_EVIDENCE]
    return Mark(criterion.id, criterion.weight, round(criterion.weight * share, 2), "rules", codes, quotes)


def _standing(exercise: Exercise, findings: Iterable[Finding], state: str) -> dict[str, list[str]]:
    """The seeded defects that are still there, or were taken out with the fact that they stood in, each with its quotes."""
    gone = {one.about for one in _lost(_expected(exercise), findings) if one.about and one.code != "facts.changed"}
    found = deleted(exercise, gone & _expected(exercise), state)
    for one in findings:
        if one.code in exercise.file.defects:
            found.setdefault(one.code, []).append(one.quote)
    return found


def _failed(exercise: Exercise, shares: Mapping[str, float], findings: Iterable[Finding], answer: str) -> Iterable[str]:
    """Why an answer can't pass, whatever its score: message keys."""
    findings = list(findings)
    if any(shares.get(must) == 0 for must in exercise.file.must):
        yield "grade.failed.must"
    if any(finding.code == "integrity.injection" and finding.severity != "hint" for finding in findings):
        yield INJECTED
    wrong = sum(
        finding.end - finding.start
        for finding in findings
        if (finding.code, finding.severity) == ("language.wrong", "error")
    )
    if wrong and 3 * wrong > _prose(exercise, answer):  # a rule quoted in the other language is less
        yield "grade.failed.language"


def _prose(exercise: Exercise, answer: str) -> int:
    """How long what can be in the wrong language is: names, posts and addresses may stand in either."""
    if exercise.form is None:
        return 0
    document = read(answer, exercise.form, exercise.file.language)
    return sum(line.end - line.words for line in document.lines if line.part in ("subject", exercise.form.file.writes))


def why_not(told: str, language: str) -> str:
    """Why a criterion could not be judged, as people read it."""
    return say(WHY_NOT.get(told, "marks.not.other"), language)
