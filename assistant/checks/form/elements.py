"""Whether the text says what its form must say (form.yaml: elements): the rule, the time to reply, the power, the day and the place."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case, Spot
from assistant.checks.form.matter import hurried, matters
from assistant.checks.wording import said
from assistant.forms.document import Line
from assistant.forms.form import Element, Sayings, Severity
from assistant.forms.phrases import find


def element_missing(case: Case) -> Iterator[Spot]:
    """The text lacks something that its form must say (form.yaml: elements)."""
    if not case.body or not case.form.file.elements:
        return
    in_haste = bool(next(hurried(case), None))
    for element in case.form.file.elements:
        if element.states and case.state not in element.states:
            continue
        if element.when and not _says(case, element, element.when):
            continue
        if element.unless and _says(case, element, element.unless):
            continue
        told = _says(case, element, element.said) or (
            not _given(case, element) and _says(case, element, element.loosely)
        )
        if not told and not (element.deadline and in_haste):
            values = {"name": {"hi": element.name.hi, "en": element.name.en}}
            severity: Severity | None = "hint" if _hinted(case, element) else None
            yield Spot(part=(element.parts or [case.form.file.writes])[0], values=values, severity=severity)


def _given(case: Case, element: Element) -> bool:
    """Whether the brief has a fact in this field, or says it itself."""
    if case.brief is None:
        return False
    return bool(element.id in case.form.fields and case.brief[element.id]) or bool(
        element.loosely and any(True for _ in find(_phrases(element.said), case.told_text))
    )


def _hinted(case: Case, element: Element) -> bool:
    """Whether some part of the paper has a word of the kind: what is missing may be said in words that we don't know."""
    lines = (line for line in case.document.lines if line.part not in _HEAD or line.part in element.parts)
    return any(_tells(case, element, element.hinted, line.words, line.end) for line in lines)


_HEAD = ("letterhead", "number", "date", "title", "subject", "reference", "copies")


_TOLD = re.compile(r"[\u0900-\u0963, A-Za-z]{3,30}[:ः]|[^\n]{0,80}\bheld on\b")


def _above(case: Case) -> list[Line]:
    """Lines that were taken for a head, for a signature above the text's end or for nothing, and tell something all the same:
    "अध्यक्षता :- श्री …, कलेक्टर"."""
    told = [line for line in case.lines("letterhead") if _TOLD.match(case.text, line.start, line.end)]
    parts = {case.form.file.writes, *(part for element in case.form.file.elements for part in element.parts)}
    last = max(line.start for line in case.lines(*parts))
    signed = [line for line in case.lines("signature") if line.start < last]
    return [*told, *signed, *case.lines("unplaced")]


def _says(case: Case, element: Element, sayings: Sayings) -> bool:
    lines = case.lines(*element.parts) if element.parts else [*matters(case), *_above(case)]
    return any(_tells(case, element, sayings, line.start, line.end) for line in lines)


def _tells(case: Case, element: Element, sayings: Sayings, start: int, end: int) -> bool:
    """Whether one of these is said between two places, and not in words that say something else."""
    places = said(case, _phrases(sayings), start, end)
    other = said(case, _phrases(element.other), start, end) if places and element.other else ()
    return any(not any(first < stop and at < last for first, last in other) for at, stop in places)


def _phrases(sayings: Sayings) -> list[str]:
    return [phrase for language in sayings.values() for phrase in language]


CHECKS = {
    "form.element-missing": element_missing,
}
