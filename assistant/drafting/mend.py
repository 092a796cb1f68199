"""What a draft owes to its facts: where one that was left out belongs, which sentence a place stands in, what a translation lost."""

from typing import NamedTuple

from assistant.checks.phrases import sentence, sentences
from assistant.facts import Fact, conveys, find
from assistant.forms.document import Line
from assistant.language.source import Source


class Offer(NamedTuple):
    """A sentence that says a fact, and the paragraph of the prose that it goes on from, counted from 0."""

    words: str
    paragraph: int


def offer(fact: Fact, standard: str, prose: str) -> Offer | None:
    """Where a fact that the prose leaves out has its place, in the words of the form's own sentences; None where these don't say it."""
    paragraphs = prose.split("\n")
    for known in standard.split("\n"):
        for start, end in sentences(known, _line(known)):
            words = known[start:end]
            if conveys(Source(words).plain, fact):
                near = [len(set(known.split()) & set(one.split())) for one in paragraphs]
                return Offer(words, near.index(max(near)))
    return None


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """The sentence of a text that a place stands in; it never reaches over the end of a line."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    first, last = sentence(text[start:end], _line(text[start:end]), at - start)
    return start + first, start + last


SPOKEN = ("name", "post", "place", "act", "mark", "small", "weekday")
"""Kinds of facts that the other language writes otherwise: they can't be looked for there."""


def lost(text: str, new: str) -> tuple[str, ...]:
    """What of a text's figures, dates, amounts, numbers and contacts its words in the other language don't have, as the text has it."""
    source, plain = Source(text), Source(new).plain
    words = (
        text[slice(*source.span(one.start, one.end))]
        for one in find(source.plain)
        if one.kind not in SPOKEN and not conveys(plain, Fact("", one.kind, one.value, ""))
    )
    return tuple(dict.fromkeys(words))


def _line(text: str) -> Line:
    return Line("body", "paragraphs", 0, len(text), 0)
