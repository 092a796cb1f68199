"""What a draft owes to its facts: where one that was left out belongs, which sentence a place stands in, what a translation lost."""

from typing import NamedTuple

from assistant.checks.phrases import sentence, sentences
from assistant.checks.wording import listed
from assistant.facts import Fact, conveys, find
from assistant.forms.document import Line
from assistant.forms.phrases import find as find_phrases
from assistant.language.sentences import STOPS, bare
from assistant.language.source import Source


class Offer(NamedTuple):
    """A sentence that says a fact, and the paragraph of the prose that it stands behind, counted from 0; -1: before them all. `own`: as a
    paragraph of its own, else it goes on from that one. Its list number is left out where the prose has none."""

    words: str
    paragraph: int
    own: bool


def offer(fact: Fact, standard: str, prose: str) -> Offer | None:
    """Where a fact that the prose leaves out has its place, in the words of the form's own sentences; None where these don't say it."""
    known = standard.split("\n")
    for n, whole in enumerate(known):
        for start, end in sentences(whole, _line(whole)):
            words = whole[start:end]
            if conveys(Source(words).plain, fact):
                told = prose.split("\n")
                says = [_counterpart(one, known) for one in told]
                # "यह कार्यवाही दिनांक … तक" speaks of the request before it, in whatever words that is made
                asked = _last_request(told) if n not in says and _asks(whole[:start]) else -1
                paragraph, own = (asked, False) if asked >= 0 else _place(n, says)
                own = own or not told[paragraph].rstrip().endswith(tuple(STOPS))  # nothing goes on from half a sentence
                numbered = own and any(bare(one) != one.strip() for one in told)
                return Offer(words if numbered else bare(words), paragraph, own)
    return None


def _place(n: int, says: list[int]) -> tuple[int, bool]:
    """Where what the standard's paragraph `n` says belongs among paragraphs that say its paragraphs `says`: to the one that says it, else
    behind those that stand before it there, else before those behind it; where none is alike, before the last, which closes the paper."""
    if n in says:
        return says.index(n), False
    before = [(one, at) for at, one in enumerate(says) if 0 <= one < n]
    behind = [(one, at - 1) for at, one in enumerate(says) if one > n]
    return (max(before) if before else min(behind, default=(0, max(len(says) - 2, 0))))[1], True


def _asks(text: str) -> bool:
    return bool(list(find_phrases(listed("begs"), text)))


def _last_request(told: list[str]) -> int:
    """The last of the paragraphs in which somebody is asked for something; -1 where nobody is. The first of several only opens ("सविनय
    निवेदन है कि …")."""
    return max((n for n, one in enumerate(told) if _asks(one) and (n or len(told) == 1)), default=-1)


def _counterpart(words: str, known: list[str]) -> int:
    """The paragraph that says what this one says, by the words that they share; -1 where none does."""
    own = set(words.split())
    shares = [len(own & set(one.split())) / max(1, min(len(own), len(set(one.split())))) for one in known]
    return shares.index(max(shares)) if max(shares) >= _ALIKE else -1


_ALIKE = 0.5


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
