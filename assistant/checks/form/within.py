"""Whether a whole paper of its own stands in the text: pasted with its head and foot into the box that takes the text alone."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.checks.finding import Case, Spot, once
from assistant.forms.document import Line
from assistant.forms.reader import read
from assistant.messages import LANGUAGES

_NUMBER = re.compile(r"[0-9०-९]{1,3}[.)-](?![0-9०-९]) ?(?=\S)")
_FEW = 8
"""Words of a line that may be one of a head or a foot: reading takes its time, and a text of sentences needs none."""
_TO, _OF = {"salutation", "addressee", "title"}, {"subject", "subscription", "signature"}
"""A paper speaks to somebody or says what it is, and is of something or signed."""
_INSIDE = {"hi": "यह अपनी जगह छपता है, पाठ के भीतर नहीं", "en": "this stands in a place of its own, not inside the text"}


class Within(NamedTuple):
    """The paper's own text, a paragraph a line without numbers, and what else of a paper stands there: each run of lines with its parts."""

    text: str
    runs: tuple[tuple[list[str], Line, Line], ...]


@once
def within(case: Case) -> Within | None:
    """The paper that stands in the text of one that our own template made; None where the text is a text."""
    if case.document.given is not None:
        return None  # whoever reads a paper has found its parts
    source = case.document.source
    typed = [_unnumbered(source.given[slice(*source.span(line.start, line.end))]) for line in case.body]
    if sum(len(words.split()) <= _FEW and not words.endswith(("।", ".", "?")) for words in typed) < 2:
        return None
    paper = read("\n".join(typed), case.form, case.language)
    parts = {line.part for line in paper.lines}
    if not (parts & _TO and parts & _OF and case.form.file.writes in parts):
        return None
    begins = [0]
    for words in typed:
        begins.append(begins[-1] + len(words) + 1)
    text, runs, last = [], list[tuple[list[str], Line, Line]](), -1
    for line in paper.lines:
        start, end = paper.source.span(line.start, line.end)
        if line.part == case.form.file.writes:
            text.append(_unnumbered(" ".join(paper.source.given[start:end].split())))
            continue
        first, ends = (sum(begin <= place for begin in begins) - 1 for place in (start, end - 1))
        if runs and first <= last + 1:
            runs[-1] = ([*runs[-1][0], line.part], runs[-1][1], case.body[ends])
        else:
            runs.append(([line.part], case.body[first], case.body[ends]))
        last = ends
    return Within("\n".join(text), tuple(runs))


def strays(case: Case) -> Iterator[Spot]:
    """What of a paper's head and foot stands in the text, each run of it told once."""
    found = within(case)
    for ids, first, last in found.runs if found else ():
        names = [spec.name for spec in case.form.file.parts if spec.id in ids]
        number = _NUMBER.match(case.text, first.start, first.end)
        if names:
            told = {language: ", ".join(name[language] for name in names) for language in LANGUAGES}
            yield Spot(number.end() if number else first.start, last.end, values={"name": told, "where": _INSIDE})


def _unnumbered(words: str) -> str:
    number = _NUMBER.match(words)
    return words[number.end() :] if number else words
