"""The same paper in the other language: numbers and dates stay as they are, and only what is in the other script is asked for.

Where the two papers, each mended by itself, no longer say the same names, numbers and dates, `differing` finds it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from assistant.facts import find, same
from assistant.facts.found import Found
from assistant.forms.answers import Box, boxes
from assistant.forms.document import Document
from assistant.forms.form import Form

SAME = ("number", "date", "time", "email", "phone")
"""Pieces, and kinds of field, that are the same in both languages."""
NAMES = ("office", "person", "people", "copies", "references", "endorsement", "meeting", "decisions")
"""Kinds that hold names and posts: what no model may put into another script."""
_DEVANAGARI = re.compile(r"[\u0904-\u0963\u0970-\u097f]")
_LATIN = re.compile(r"[A-Za-z]{2}")


def foreign(form: Form, answers: Mapping[str, str], language: str, names_only: bool) -> Iterator[Box]:
    """The boxes whose words are in the other language's script. `names_only`: a model will write the prose anew, and only persons' names
    and what stands outside of it are needed."""
    outside = {part.field for part in form.file.parts if part.id != form.file.writes}
    for box in boxes(form.fields, form.asked):
        text = answers.get(box.id, "")
        if not text or box.choice or box.spec.kind in SAME or box.piece in SAME or box.field in SAME:
            continue
        inside = box.spec.told and box.spec.kind not in NAMES and box.field not in outside
        if names_only and inside and not any(found.kind == "name" for found in find(text)):
            continue
        if any(is_foreign(line, language) for line in text.split("\n")):
            yield box


def is_foreign(line: str, language: str) -> bool:
    """Whether a line has words in the other language's script; in Hindi a name or a word of English may stand among others."""
    return bool(_DEVANAGARI.search(line)) if language == "en" else _only_latin(line)


def _only_latin(line: str) -> bool:
    """Whether a line has words and none of them in Devanagari; addresses and numbers of papers are no words."""
    words = [word for word in line.split() if "@" not in word and not re.search(r"\d", word)]
    return not _DEVANAGARI.search(line) and any(_LATIN.search(word) for word in words)


AGREE = ("name", "number", "amount", "date", "day", "time", "days", "months", "ref", "phone", "email", "fy")
"""Kinds of fact that both papers have to say. Posts, places and laws have names of their own in each language."""


class Apart(NamedTuple):
    """What only one of two papers says: in its words, and which paper."""

    says: str
    language: str


def differing(one: Document, other: Document) -> list[Apart]:
    """The names, numbers and dates that only one of the two papers says, in whichever script and style, each once."""
    apart: dict[Apart, None] = {}
    told = {paper: list(_told(paper)) for paper in (one, other)}
    for mine, yours in ((one, other), (other, one)):
        for found, says in told[mine]:
            if found.kind in AGREE and not any(same(found, there) for there, _ in told[yours]):
                apart[Apart(says, mine.language)] = None
    return list(apart)


def _told(paper: Document) -> Iterator[tuple[Found, str]]:
    """Each fact of a paper with its words; those that a form's own labels hold are in both."""
    for line in paper.lines:
        words = paper.source.plain[line.words : line.end]
        yield from ((found, words[found.start : found.end]) for found in find(words))
