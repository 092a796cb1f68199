"""Paragraphs that were broken into lines at the width of the page, as a PDF or a mail has them: they are made whole before they are read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from assistant.forms.reader.row import NARROWEST, WIDEST, Row
from assistant.language.source import Source

INDENT = 10
"""How far a paragraph is set in."""
_SENTENCE, _SHORT, _MOST = 14, 8, 60
"""The words of a sentence that surely needs several lines, and of one that may, on a page that is broken; the lines of a paragraph."""


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


def unwrapped(source: Source, rows: list[Row], goes_on: Callable[[Row, Row], bool]) -> tuple[Source, int]:
    """A text with its broken paragraphs whole, and the width at which they were broken, 0 where none was.

    `goes_on`: whether a line may be the rest of another one by what they say, as one with a label is not."""
    runs = list(_runs(rows, goes_on))
    width = max((len(row.text) for run in runs if _words(run) >= _SENTENCE for row in run), default=0)
    if not width:
        return source, 0
    runs = [run for run in runs if _words(run) >= _SENTENCE or (_words(run) >= _SHORT and _fills(run, width))]
    breaks = [
        (source.span(before.end - 1, before.end)[1], source.span(row.start, row.start + 1)[0])
        for run in runs
        for before, row in pairwise(run)
    ]
    return Unwrapped(source.given, tuple(breaks)), width


def _runs(rows: list[Row], goes_on: Callable[[Row, Row], bool]) -> Iterator[list[Row]]:
    """The lines of each broken paragraph: all but the last are so full that the next one's first word had no room."""
    for block in _blocks(rows):
        width = max(len(row.text) for row in block)
        if len(block) < 2 or width < NARROWEST:
            continue
        run = block[:1]
        for row in block[1:]:
            if _is_full(run, row, width) and goes_on(run[0], row):
                run.append(row)
                continue
            if _ends(run):
                yield run
            run = [row]
        if _ends(run):
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


def _is_full(run: list[Row], row: Row, width: int) -> bool:
    """Whether the last line of a run had no room for the first word of the next, and a paragraph may go on there."""
    before = run[-1]
    full = _has_no_room(before, row, width - INDENT if before.set_in else width)
    if not full or row.mark or before.tabbed or row.tabbed or len(run) >= _MOST:
        return False
    # A sentence may end just where a line does: then the paragraph was broken before, and goes on for a while.
    return not before.finished or (len(run) > 1 and (row.finished or len(row.text) > width / 2))


def _has_no_room(before: Row, row: Row, width: int) -> bool:
    return len(before.text) + 1 + len(row.text.partition(" ")[0]) > width


def _fills(run: list[Row], width: int) -> bool:
    """Whether lines are broken at the width of the page, and not where somebody liked."""
    return all(_has_no_room(before, row, width - INDENT) for before, row in pairwise(run))


def _ends(run: list[Row]) -> bool:
    """Whether lines are all of a paragraph: the last ends a sentence, or leads to what follows."""
    return len(run) > 1 and (run[-1].finished or run[-1].text.endswith((":", "-", "–")))


def _words(run: list[Row]) -> int:
    return sum(row.words for row in run)
