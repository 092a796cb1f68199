"""Parts of a paper's head that stand among its paragraphs."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case
from assistant.forms.document import Line

_HEADS = {
    "subject": re.compile(r"(?:विषय|subject|sub)\.? ?[:ः–-]{1,2} ?\S", re.IGNORECASE),
    "reference": re.compile(r"(?:संदर्भ|सन्दर्भ|reference|ref)\.? ?[:ः–-]{1,2} ?\S", re.IGNORECASE),
    "date": re.compile(r"(?:(?:पत्र )?(?:क्रमांक|क्र\.|संख्या|पत्रांक|No\.)[^।\n]{0,50}?(?:दिनांक|dated?)"
        r"|(?:[^\s,]{2,20}, ?)?(?:दिनांक|dated)) ?[:ः-]{0,2} ?[0-9. /-]{6,20}", re.IGNORECASE),
    "number": re.compile(r"(?:पत्र )?(?:क्रमांक|क्र\.|संख्या|पत्रांक|No\.)(?=[^।\n]{0,50}[0-9])[^।\n]{2,60}", re.IGNORECASE),
}  # fmt: skip
"""How a line looks that belongs into the head and stands whole among the paragraphs."""


def stray_heads(case: Case) -> list[tuple[str, Line]]:
    """The parts of the head that are nowhere in it and stand among the paragraphs, each with its line."""
    heads = {
        spec.id for spec in case.norm.parts if spec.need != "never" and not spec.runs_on and not case.lines(spec.id)
    }
    told: list[tuple[str, Line]] = []
    if not any(spec.id == "addressee" and spec.need != "never" for spec in case.norm.parts):
        return []  # a resolution has a subject for each of its items
    for n, line in enumerate(case.body):
        if line.words > line.start or case.text[line.end - 1] == "?":
            continue
        for id, pattern in _HEADS.items():
            whole = (
                pattern.match(case.text, line.start, line.end)
                if id in ("subject", "reference")
                else pattern.fullmatch(case.text, line.start, line.end)
            )
            if id in heads and whole and (n or id in ("date", "number")):
                told.append((id, line))
    return told


def greeted(case: Case) -> Iterator[Line]:
    """A short line of its own, above the text, that speaks to somebody in whatever words."""
    above = [line for line in case.lines("unplaced") if case.body and line.start < case.body[0].start]
    for line in (*above, *case.body[:_TOP]):
        if _GREETS.fullmatch(case.text, line.words, line.end):
            yield line


_TOP = 3
"""Paragraphs above which what speaks to the reader stands: a headline or a day may be read as one."""
_GREETS = re.compile(
    r"(?:(?:my |our )?(?:dear(?:est)?|worthy|respected|esteemed|honou?r(?:ed|able)|hon['’]?ble|learned|valued|friends|colleagues"
    r"|comrades|gentlemen|ladies"
    r"|brothers|sisters|greetings|hello|good (?:morning|afternoon|evening|day))\b(?!['’])"
    r"|(?:मेरे )?(?:प्रिय|आदरणीय|आदरणीया|सम्मानित|सम्माननीय|सम्मान्य|माननीय|श्रद्धेय|पूज्य|सुधी"
    r"|साथियों?|मित्रों?|बंधुओं?|भाइयों?|बहनों?|सज्जनों?|नमस्कार|नमस्ते|प्रणाम|सुप्रभात)"
    r"(?![\u0900-\u0963]))[^,:!।\n]{0,50}[,!]",
    re.IGNORECASE,
)
