"""Whether a paper or a request bears a classified marking, or tells of a matter that is kept secret."""

import re
from collections.abc import Iterable, Iterator

from assistant.checks.finding import Case, Spot
from assistant.checks.learnt import also_learnt
from assistant.checks.phrases import Said, find, inside, phrases

_MARK = (
    r"(?:(?:अति|परम|अत्यंत|अत्यन्त)[ -]?गोपनीय|(?:परम|अति)[ -]?गुप्त|गोपनीय|गुप्त|TOP[ -]SECRET|SECRET|CONFIDENTIAL|RESTRICTED|Top[ -]Secret|Secret|"
    r"Strictly Confidential|STRICTLY CONFIDENTIAL|Confidential|FOR OFFICIAL USE ONLY)"
)
_MARKED_LINE = re.compile(
    rf"[\s(\[“\"*:–-]{{0,6}}(?P<mark>{_MARK})[\s)\]”\"*:।–.-]{{0,6}}(?:(?:पत्र|letter|LETTER|नोट|दस्तावेज|document|"
    rf"DOCUMENT|\(?(?:वर्गीकृत|classified)|/\s?(?:{_MARK}|तत्काल|अत्यावश्यक|समय-सीमा|Immediate|Urgent|Priority))[\s)\].:।-]{{0,4}})?"
)
_MARKED_BEFORE = re.compile(
    rf"[\s(\[]{{0,4}}(?P<mark>{_MARK})[\s)\]:–-]{{1,5}}(?=(?:पत्र )?(?:क्रमांक|संख्या|सं\.|क्र\.|पत्रांक|No\b|Number\b|D\.O))"
)
_CAPITALS = re.compile(r"[SCR](?<![A-Z] .)(?<!\w.)(?:ECRET|ONFIDENTIAL|ESTRICTED)\b(?! [A-Z]{2})")
"""Between other capitals these are words of a heading."""
_NO_SECRET = re.compile(
    r"\s{0,2}(?:प्रतिवेदन|चरित्रावली|चरित्र|लिपिक|शाखा|अनुभाग|सहायक|report\b|reports\b|roll|section|branch|assistant)",
    re.IGNORECASE,
)


@also_learnt("privacy.classified")
def classified(case: Case) -> Iterator[Spot]:
    """A classified marking. In an exercise it is an error; elsewhere a hint, for an office may mark its own paper, but not bring it here."""
    exercise = bool(case.scenario or case.given)
    for start, end in _markings(case.text, ((line.start, line.end) for line in case.document.lines)):
        yield Spot(start, end, severity=None if exercise else "hint")


def markings(text: str) -> list[tuple[int, int]]:
    """Where a text that is no document yet bears a classified marking, each of its lines with or without a label before it."""
    lines = [match.span("words") for match in re.finditer(r"(?m)^(?:[^\n:]{1,60}:)?[ \t]*(?P<words>[^\n]*)$", text)]
    whole = [match.span() for match in re.finditer(r"[^\n]+", text)]
    return _markings(text, dict.fromkeys([*lines, *whole]))


def _markings(text: str, lines: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    marked: list[tuple[int, int]] = []
    for line in lines:
        match = _MARKED_LINE.fullmatch(text, *line) or _MARKED_BEFORE.match(text, *line)
        if match and not _NO_SECRET.match(text, match.end("mark")):
            marked.append(match.span("mark"))
    told = [match.span() for match in _CAPITALS.finditer(text)]
    told += [
        _graded(text, found) if found.row.get("mark") else (found.start, found.end)
        for found in find(text, phrases("privacy", "secret"))
        if not found.row.get("last") or _LAST.match(text, found.end)
    ]
    for start, end in sorted(told, key=lambda place: (place[0], -place[1])):
        if not _NOT.match(text, end) and not inside(start, marked):
            marked.append((start, end))
    return sorted(marked)


_GRADE = re.compile(
    r"\b(?:top secret|secret|(?:strictly )?confidential|restricted)\b|(?:(?:परम|अति) )?(?:गुप्त|गोपनीय|सीमित|प्रतिबंधित)(?![\u0900-\u0963])",
    re.IGNORECASE,
)


def _graded(text: str, found: Said) -> tuple[int, int]:
    """The grading that words give a paper: the last one they name."""
    return [match.span() for match in _GRADE.finditer(text, found.start, found.end)][-1]


_NOT = re.compile(r"\s{0,2}(?:नहीं|न हो|not)")
_LAST = re.compile(r" ?(?:$|[\n)।.*-]|केवल|मात्र|ही)")
"""After what stamps a paper: for official use only."""


CHECKS = {"privacy.classified": classified}
