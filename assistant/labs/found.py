"""What is found in an answer: by the reviewer's checks, and by what the exercise itself expects and asks to avoid."""

from collections.abc import Iterator
from dataclasses import replace

from assistant import checks
from assistant.checks import Case, Finding
from assistant.facts.same import written
from assistant.forms.reader import read
from assistant.labs.covers import Instruction, means
from assistant.labs.exercise import Exercise
from assistant.labs.once import once
from assistant.messages import LANGUAGES, say


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


def case_of(exercise: Exercise, answer: str, state: str, unchanged: bool = False) -> Case:
    """What the checks look at in an answer. Of a quiz there is none."""
    file, brief = exercise.file, exercise.brief
    if exercise.form is None:
        raise ValueError(exercise.id)
    return Case(
        read(answer, exercise.form, file.language),
        exercise.form,
        brief.state(state) if brief else state,
        brief,
        scenario=exercise.told,
        given="" if unchanged else file.given,
        length=file.expect.length.words if file.expect.length else None,
        expect=tuple(fact.fact for fact in file.expect.facts),
        model_answer=file.model_answer,
        instruction=file.kind == "prompt",
    )


def _checked(exercise: Exercise, answer: str, state: str, unchanged: bool) -> list[Finding]:
    if exercise.form is None:  # a quiz
        return []
    case = case_of(exercise, answer, state, unchanged)
    instruction = Instruction(case.text)
    wanted = list(_expected_words(exercise, case, instruction))
    told = [_with_reason(exercise, finding) for finding in once(checks.run(case), case.expect)]
    if case.instruction:  # what roman Hindi gives isn't changed
        told = [one for one in told if one.code != "facts.changed" or not instruction.gives(one.suggestion)]
    told = [_instead(exercise, finding, wanted) for finding in told]
    return sorted(_together(told, wanted), key=_place)


def _together(told: list[Finding], wanted: list[Finding]) -> Iterator[Finding]:
    """What the checks and the exercise itself find, each fault once: a person's name that it asks to avoid is told in its own words."""
    names = [finding for finding in told if finding.code == "privacy.name"]
    avoided = {one.quote: one for one in wanted if any(one.quote and one.quote in name.quote for name in names)}
    for finding in told:
        own = next((one for quote, one in avoided.items() if finding in names and quote in finding.quote), finding)
        yield replace(finding, message=own.message)
    covered = {finding.about for finding in told if finding.about}
    yield from (one for one in wanted if one.about not in covered and one.quote not in avoided)


def _instead(exercise: Exercise, finding: Finding, wanted: list[Finding]) -> Finding:
    """A fact that stands in an instruction with another value, as one about what the instruction had to say and so doesn't."""
    lacking = {one.about for one in wanted if one.code == "facts.missing"}
    said = [
        one.id
        for one in exercise.file.expect.covers
        if one.id in lacking and means(one, finding.suggestion, finding.quote)
    ]
    return replace(finding, about=said[0]) if said and finding.code == "facts.changed" else finding


def _with_reason(exercise: Exercise, finding: Finding) -> Finding:
    """A fact that was left out, told in the exercise's own words: they lead to it without giving it away."""
    why = next((fact.why for fact in exercise.file.expect.facts if fact.id == finding.about and fact.why), None)
    if finding.code != "facts.missing" or not why:
        return finding
    message = {language: say("grade.missing", language, why=why[language]) for language in LANGUAGES}
    return replace(finding, message=message)


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.code


def _expected_words(exercise: Exercise, case: Case, instruction: Instruction) -> Iterator[Finding]:
    """What an instruction has to say and doesn't, and words that the exercise asks to avoid, each with the exercise's own reason."""
    for cover in exercise.file.expect.covers:
        if not instruction.says(cover):
            yield Finding("facts.missing", "error", "", 0, 0, "", cover.why.model_dump(), "", cover.id)
    for avoid in exercise.file.expect.avoid:
        for place in filter(None, (written(case.text, words) for words in avoid.text)):
            start, end = case.document.source.span(*place)
            quote = case.document.source.given[start:end]
            yield Finding("tone.avoid", "warning", "", start, end, quote, avoid.why.model_dump(), "")
