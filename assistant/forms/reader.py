"""Loose text → Document, by the labels that a form accepts: the inverse of what its template makes."""

from assistant.forms.document import Block, Document, Line, Part
from assistant.forms.form import Form
from assistant.language.source import Source


def read(text: str, form: Form, language: str) -> Document:
    """A paper that somebody typed or pasted, its parts found by their labels and their places."""
    source = Source(text)
    lines, at = [], 0
    for words in source.plain.split("\n"):
        if words.strip():
            lines.append(Line(form.file.writes, "paragraph", at, at + len(words), at))
        at += len(words) + 1
    blocks = tuple(Block(line.look, source.plain[line.start : line.end]) for line in lines)
    return Document(form.id, language, "", (Part(form.file.writes, blocks),), source, tuple(lines))
