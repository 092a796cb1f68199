"""Whose practice a paper follows, by what its own head says: an office of Uttar Pradesh writes as offices there do."""

import re
from collections import defaultdict
from functools import cache

from assistant.facts.patterns import END, START
from assistant.forms.document import Document
from assistant.forms.phrases import HALF_NASAL
from assistant.language.words import rows

_NAMED = {
    "goi": re.compile("भारत सरकार|government of india", re.IGNORECASE),
    "mp": re.compile(rf"मध्य ?प्रदेश|म\. ?प्र\.|madhya pradesh|{START}M\. ?P\.", re.IGNORECASE),
    "cg": re.compile(rf"छत्तीसगढ़?|छ\. ?ग\.|chhattisgarh|{START}C\. ?G\.", re.IGNORECASE),
    "up": re.compile(
        rf"उत्तर ?प्रदेश|उ\. ?प्र\.|{START}जनपद(?! पंचायत){END}|uttar pradesh|{START}U\. ?P\.",
        re.IGNORECASE,
    ),
}
_HEAD, _FOOT = ("letterhead", "from"), ("date", "signature")


def _spelt(text: str) -> str:
    """A text with each nasal as a dot: चन्दौली is चंदौली."""
    return HALF_NASAL.sub("\u0902", text).replace("\u0901", "\u0902").replace("\u093c", "")


@cache
def _districts() -> dict[str, re.Pattern[str]]:
    """The districts that only one of the states has."""
    states: dict[str, set[str]] = defaultdict(set)
    for state, *told in rows("places.txt"):
        for name in "/".join(told).split("/"):
            states[_spelt(name)].add(state)
    own = {state: [name for name, of in states.items() if of == {state}] for state in ("mp", "cg", "up")}
    return {
        state: re.compile(f"{START}(?:{'|'.join(map(re.escape, names))}){END}", re.IGNORECASE)
        for state, names in own.items()
    }


def state_of(document: Document) -> str:
    """The state whose office a paper names as its own, by the state's name or a district's; "" where it names none, or two."""
    parts = {line.part for line in document.lines}
    head = _HEAD if parts & set(_HEAD) else ("addressee",)  # who applies writes to an office of his own
    for named, where in ((_NAMED, head), (_districts(), head), (_NAMED, _FOOT), (_districts(), (*_FOOT, "addressee"))):
        said = "\n".join(document.source.plain[line.start : line.end] for line in document.lines if line.part in where)
        said = _spelt(said)
        found = [state for state, pattern in named.items() if pattern.search(said)]
        if found:
            return "goi" if "goi" in found else found[0] if len(found) == 1 else ""
    return ""
