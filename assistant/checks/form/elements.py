"""Whether the text says what its form must say (form.yaml: elements): the rule, the time to reply, the power, the day and the place."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case, Spot
from assistant.checks.form.matter import hurried, matters
from assistant.checks.wording import Place, said
from assistant.forms.document import Line
from assistant.forms.form import Element, Sayings, Severity
from assistant.forms.phrases import find
from assistant.forms.template import BLANK


def element_missing(case: Case) -> Iterator[Spot]:
    """The text lacks something that its form must say (form.yaml: elements)."""
    if not case.body or not case.form.file.elements:
        return
    in_haste = bool(next(hurried(case), None))
    untold: list[Element] = []
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
            untold.append(element)
    rooms = _rooms(case, untold)
    alone = [element for element in untold if element.id not in rooms]
    left = [blank for blank in _blanks(case) if blank not in rooms.values()] if alone else []
    if len(alone) == len(left) == 1 and alone[0].deadline and not _hinted(case, alone[0]):
        rooms[alone[0].id] = left[0]
    for element in untold:
        room = rooms.get(element.id)
        severity: Severity | None = "hint" if not room and _hinted(case, element) else None
        part = "" if room else (element.parts or [case.form.file.writes])[0]
        yield Spot(
            *(room or (0, 0)),
            part,
            values={"name": {"hi": element.name.hi, "en": element.name.en}},
            severity=severity,
        )


def _rooms(case: Case, untold: list[Element]) -> dict[str, Place]:
    """The form's blanks in the text that wait for what isn't told: by the words beside them, and in the first paragraph in their order."""
    blanks = _blanks(case) if untold else []
    rooms: dict[str, Place] = {}
    for element in untold if blanks else ():
        beside = said(case, [*_bare(element.said), *_phrases(element.hinted)])
        waits = next((blank for place in beside if (blank := _waiting(case, *place)) in blanks), None)
        if waits and waits not in rooms.values():
            rooms[element.id] = waits
    left = [blank for blank in blanks if blank not in rooms.values() and blank[1] <= case.body[0].end]
    rest = [element.id for element in untold if element.id not in rooms]
    return rooms | dict(zip(rest, left, strict=False)) if len(rest) >= len(left) else rooms


def _blanks(case: Case) -> list[Place]:
    """The form's own blanks in what it says of the matter; those of its head and its copies are filled at issue."""
    if BLANK not in case.text:
        return []
    return [at.span() for line in matters(case) for at in _BLANK.finditer(case.text, line.words, line.end)]


_BLANK = re.compile(re.escape(BLANK))
_BEFORE = re.compile(re.escape(BLANK) + r"\)? (?:(?:का|की|के|को|ने|में|पर) )?$")
_AFTER_ONE = re.compile(r"\S+[\s(:–-]{1,4}(" + re.escape(BLANK) + ")")
_AFTER = re.compile(r"(?: (?!(?:on|at|in|from|till|दिनांक) )\S{1,12})?[\s(:–-]{0,4}(" + re.escape(BLANK) + ")")
"""Words between which and a blank hardly another one stands: प्रथम अपीलीय अधिकारी (................)."""


def _waiting(case: Case, start: int, end: int) -> Place | None:
    """The blank that stands beside some words, or after the first of them, in place of what they are about."""
    if within := _AFTER_ONE.match(case.text, start, end):
        return within.span(1)
    if after := _AFTER.match(case.text, end):
        return after.span(1)
    before = _BEFORE.search(case.text[max(0, start - len(BLANK) - 6) : start])
    at = max(0, start - len(BLANK) - 6) + before.start() if before else 0
    return (at, at + len(BLANK)) if before else None


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
    if places and sayings is element.said and (blanks := _blanks(case)):
        # Words that only name the thing don't say it where their own blank stands beside them: a date or a number is itself said.
        bare = [place for place in said(case, _bare(sayings), start, end) if _waiting(case, *place) in blanks]
        places = [place for place in places if place not in bare]
    return any(not any(first < stop and at < last for first, last in other) for at, stop in places)


def _bare(sayings: Sayings) -> list[str]:
    """The phrases that hold no fact themselves."""
    return [phrase for phrase in _phrases(sayings) if "{" not in phrase]


def _phrases(sayings: Sayings) -> list[str]:
    return [phrase for language in sayings.values() for phrase in language]


CHECKS = {
    "form.element-missing": element_missing,
}
