"""Paragraphs that were broken into lines at the width of the page, as a PDF or a mail has them: they are made whole before they are read."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from assistant.forms.reader.row import NARROWEST, WIDEST, Row, rows_of
from assistant.language.english import is_word
from assistant.language.source import Source

INDENT = 10
"""How far a paragraph is set in."""
_SENTENCE, _SHORT, _MOST = 14, 8, 60
"""The words of a sentence that surely needs several lines, and of one that may, on a page that is broken; the lines of a paragraph."""


_HYPHENATED = re.compile(r"(?P<first>[A-Za-z]*[^\W\d_])-\Z")
_LETTERS = re.compile(r"[a-z\u0900-\u0963]+")
_LETTERS_OF_A_WORD = 40
NOTHING = "\u00ad"
"""A sign that the plain copy drops."""


@dataclass(frozen=True)
class Unwrapped(Source):
    """A text whose paragraphs were broken into lines: in the copy that rules read, those breaks are spaces, and a word that a hyphen
    broke is whole. What stands on the page and is no part of the paper is such a break, too."""

    breaks: tuple[tuple[int, int], ...] = ()

    @cached_property
    def shown(self) -> str:
        pieces: list[str] = []
        at = 0
        for first, end in sorted(self.breaks):
            if (start := max(first, at)) < end:
                kept, filled = self._over(start, end)
                pieces += (self.given[at:kept], filled)
                at = end
        return "".join([*pieces, self.given[at:]])

    def _over(self, start: int, end: int) -> tuple[int, str]:
        """Up to where the text is kept before a break, and what stands for the rest; the hyphen of one that is written so stays."""
        first = _HYPHENATED.search(self.given, max(0, start - _LETTERS_OF_A_WORD), start)
        rest = _LETTERS.match(self.given, end)
        if not first or not rest or "\n" not in self.given[start:end]:
            return start, " " * (end - start)
        kept = start - is_word((first["first"] + rest[0]).lower())
        return kept, NOTHING * (end - kept)

    @cached_property
    def _copy(self) -> tuple[str, list[int], list[int], list[int]]:
        return Source(self.shown)._copy


class Page(NamedTuple):
    """A text whose broken paragraphs are whole, its lines, and the width at which they were broken: 0 where none was."""

    source: Unwrapped
    rows: list[Row]
    width: int


def unwrapped(source: Unwrapped, goes_on: Callable[[Row, Row], bool]) -> Page:
    """Makes broken paragraphs whole. `goes_on`: whether a line may be the rest of one that begins with another, by what they say."""
    typed = rows_of(source)
    sure = [run for run in _runs(typed, goes_on) if _words(run) >= _SENTENCE]
    width = max((len(row.text) for run in sure for row in run), default=0)
    if not width:
        return Page(source, typed, 0)
    whole = Unwrapped(
        source.given,
        source.breaks
        + tuple(
            (source.span(before.end - 1, before.end)[1], source.span(row.start, row.start + 1)[0])
            for run in _runs(typed, goes_on, width)
            for before, row in pairwise(run)
            if _words(run) >= _SHORT
        ),
    )
    apart = {source.span(row.start, row.start + 1)[0] for row in typed if row.apart}
    rows = [row._replace(apart=whole.span(row.start, row.start + 1)[0] in apart) for row in rows_of(whole)]
    return Page(whole, rows, width)


def _runs(rows: list[Row], goes_on: Callable[[Row, Row], bool], page: int = 0) -> Iterator[list[Row]]:
    """The lines of each broken paragraph: all but the last are so full that the next one's first word had no room. `page`: the width
    at which others are broken, if it is known."""
    for block in _blocks(rows):
        width = max(page, *(len(row.text) for row in block if not row.tabbed), 0)
        if len(block) < 2 or width < NARROWEST:
            continue
        run = block[:1]
        for row in block[1:]:
            if _is_full(run, row, width, bool(page)) and goes_on(run[0], row):
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


def _is_full(run: list[Row], row: Row, width: int, sure: bool) -> bool:
    """Whether the last line of a run had no room for the first word of the next, and a paragraph may go on there."""
    before = run[-1]
    hangs = _HANGS.search(before.text) and len(before.text) > width / 2 and row.text[:1].islower()
    room = not hangs and before.has_room(row, width - INDENT if before.set_in else width)
    if room or row.mark or before.tabbed or row.tabbed or len(run) >= _MOST:
        return False
    # A sentence may end just where a line does: then the paragraph was broken before, or others are, and it goes on for a while.
    return not before.finished or ((sure or len(run) > 1) and (row.finished or len(row.text) > width / 2))


_HANGS = re.compile(
    r" (?:an?|the|of|and|or|to|in|for|by|with|from|that|is|are|was|were|be|been|has|have|may|will|shall)$"
)
"""An English line that goes on below, however its writer has broken it."""


def _ends(run: list[Row]) -> bool:
    """Whether lines are all of a paragraph: the last ends a sentence, or leads to what follows."""
    return len(run) > 1 and (run[-1].finished or run[-1].text.endswith((":", "-", "–")))


def _words(run: list[Row]) -> int:
    return sum(row.words for row in run)
