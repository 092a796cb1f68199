"""Whether the paragraphs of a paper are numbered where its form numbers them."""

import re
from collections.abc import Iterator

from assistant.checks.finding import PARAGRAPH, Case, Spot
from assistant.forms.document import Line

_NUMBERED = re.compile(
    r"\s{0,3}[(\[]?(?:(?:\d{1,3}|[ivxIVX]{1,5})(?:[.)\]–-]|/(?= ))|[a-zA-Zअआइईक-ह](?:[)\]]|[.–-](?=\s)))"
)
SEVERAL = 3


_HEADED = re.compile(
    r"(?:[^\s:।.]{2,20} ){0,3}[^\s:।.]{2,20} ?[:ः](?:-|–|—)? (?=\S)|(?:[^\s:।.–-]{2,20} ){0,2}[^\s:।.–-]{2,20} ?[–-] (?=\S)"
)


def paragraphs_unnumbered(case: Case) -> Iterator[Spot]:
    """Several paragraphs, and none of them numbered though the form numbers them; or one of a numbered row without its number."""
    numbering = case.norm.numbering
    if not numbering or (case.form.file.informs and case.has("salutation")):  # a report that is written as a letter
        return
    paragraphs: list[Line] = []
    items = _items(case)
    for line in case.body:
        if line.start in items:
            continue
        if line.words > line.start or _NUMBERED.match(case.text, line.start, line.end):
            yield from _left_out(case)
            return
        if (
            case.text[line.start : line.end].rstrip("-–—")[-1:] in "।.?!:"
            and len(case.words(line).split()) >= PARAGRAPH
        ):
            paragraphs.append(line)
    headed = sum(bool(_HEADED.match(case.text, line.start, line.end)) for line in paragraphs)
    if case.form.file.informs and headed > 1:
        return  # a report whose paragraphs have headings: निष्कर्ष : …
    if len(paragraphs) >= max(SEVERAL, numbering.least):
        line = paragraphs[numbering.first - 1]
        # A state's letter of three may do without.
        few = len(paragraphs) == SEVERAL and (numbering.least == SEVERAL or case.has("salutation"))
        yield Spot(line.start, line.end, severity="hint" if few else None)


def _items(case: Case) -> set[int]:
    """Where the items of a list begin, whose numbers are no paragraphs': several in a row, a few words each, or told by a colon. In
    brackets under a colon they may be whole sentences, as an order's conditions are, where the form's own numbers have none."""
    items: set[int] = set()
    bare = bool(case.norm.numbering and not case.norm.numbering.mark.startswith("("))
    row: list[int] = []
    told = False
    for line in case.body:
        short = told or len(case.words(line).split()) <= PARAGRAPH
        numbered = line.words > line.start or _NUMBERED.match(case.text, line.start, line.end)
        listed = told and bare and case.text[line.start] == "("
        if numbered and short and (listed or case.text[line.end - 1] not in "।.?"):
            row.append(line.start)
            items.update(row[-2:] if len(row) > 1 else ())
        else:
            row = []
            told = bool(_TELLS.search(case.text, line.start, line.end))
    return items


_TELLS = re.compile(r":[ \t]?[-–—]?$")
_OWN_NUMBER = re.compile(r"\s{0,3}([0-9]{1,2})[.)/–-](?=\s)")


def _left_out(case: Case) -> Iterator[Spot]:
    """The paragraphs that stand just where the numbers skip: 1., a paragraph, 3."""
    last, between = 0, []
    for line in case.body:
        number = _OWN_NUMBER.match(case.text, line.start, line.end)
        if (
            not number
            and line.words == line.start
            and case.text[line.end - 1] in "।.?"
            and len(case.words(line).split()) >= PARAGRAPH
        ):
            between.append(line)
        elif number:
            skipped = int(number[1]) - last - 1
            if skipped > 0 and skipped == len(between) and (last or skipped > 1):
                lacking = between[0] if last else between[1]
                yield Spot(lacking.start, lacking.end)
                return
            last, between = int(number[1]), []
