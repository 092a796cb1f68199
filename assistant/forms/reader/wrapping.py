"""Paragraphs that were broken into lines at the width of the page, as a PDF or a mail has them: they are made whole before they are read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from assistant.forms.reader.row import WIDEST, Row
from assistant.language.source import Source

NARROWEST, INDENT = 40, 10
"""The shortest line that a page's width breaks; how far a paragraph is set in."""
_SENTENCE, _MOST = 14, 60
"""The words of a sentence that needs several lines; the lines of a paragraph."""


@dataclass(frozen=True)
class Unwrapped(Source):
    """A text whose paragraphs were broken into lines: in the copy that rules read, those breaks are spaces."""

    breaks: tuple[tuple[int, int], ...] = ()

    @cached_property
    def _copy(self) -> tuple[str, list[int], list[int], list[int]]:
        pieces: list[str] = []
        at = 0
        for start, end in self.breaks:
            pieces += (self.given[at:start], " " * (end - start))
            at = end
        return Source("".join([*pieces, self.given[at:]]))._copy


def unwrapped(source: Source, rows: list[Row], stands_alone: Callable[[Row], bool]) -> tuple[Source, int]:
    """A text with its broken paragraphs whole, and the width at which they were broken, 0 where none was.

    `stands_alone`: whether a line goes on with none, and none with it, as one that has a label."""
    runs = list(_runs(rows, stands_alone))
    if not runs:
        return source, 0
    breaks = [
        (source.span(before.end - 1, before.end)[1], source.span(row.start, row.start + 1)[0])
        for run in runs
        for before, row in pairwise(run)
    ]
    return Unwrapped(source.given, tuple(breaks)), max(len(row.text) for run in runs for row in run)


def _runs(rows: list[Row], stands_alone: Callable[[Row], bool]) -> Iterator[list[Row]]:
    """The lines of each broken paragraph: all but the last are so full that the next one's first word had no room."""
    for block in _blocks(rows):
        width = max(len(row.text) for row in block)
        if len(block) < 2 or width < NARROWEST:
            continue
        run = block[:1]
        for row in block[1:]:
            if _goes_on(run, row, width) and not stands_alone(row) and not (len(run) == 1 and stands_alone(run[0])):
                run.append(row)
                continue
            if _is_paragraph(run):
                yield run
            run = [row]
        if _is_paragraph(run):
            yield run


def _blocks(rows: list[Row]) -> Iterator[list[Row]]:
    """Lines without an empty one between them, none of them longer than a page is wide."""
    block: list[Row] = []
    for row in rows:
        if block and (row.apart or len(row.text) > WIDEST):
            yield block
            block = []
        if len(row.text) <= WIDEST:
            block.append(row)
    if block:
        yield block


def _goes_on(run: list[Row], row: Row, width: int) -> bool:
    before = run[-1]
    slack = INDENT if len(run) == 1 else 0
    full = len(before.text) + 1 + len(row.text.partition(" ")[0]) > width - slack
    if not full or row.mark or before.tabbed or row.tabbed or len(run) >= _MOST:
        return False
    # A sentence may end just where the line does; then the paragraph must have been broken before, and go on for a while.
    return not before.finished or (len(run) > 1 and (row.finished or len(row.text) > width / 2))


def _is_paragraph(run: list[Row]) -> bool:
    return len(run) > 1 and run[-1].finished and sum(row.words for row in run) >= _SENTENCE
