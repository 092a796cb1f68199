"""A Document: what a paper says, part by part, before any file format. Templates make it, files write it, checks read it."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from assistant.language.source import Source

LOOKS = (
    "letterhead", "letterhead-office", "letterhead-line", "letterhead-end", "number", "right", "title", "label", "addressee", "address",
    "header", "salutation", "paragraph", "numbered", "table", "closing", "subscription", "sign", "signature", "chain", "copies", "copy",
)  # fmt: skip
"""How a line can look. A look is a paragraph style in `house.docx` (`letterhead-line` is `Letterhead Line`) and a class in HTML.

`letterhead-office` is a name underlined, `letterhead-end` a line with a rule below it: two looks of one style. `label` is a word, a tab
and what it introduces ("विषय :-\\t…"). `sign` is the first line over which a person signs. `number` may hold a tab: what follows it
stands at the right edge. `table` is a row of cells with tabs between them. A `sign` with a tab is two who sign side by side, the first at
the left.
"""

KEPT_WITH_TEXT = ("subscription", "sign", "signature")
"""Looks that never stand on a page without the line before them: a signature doesn't part from its text."""


@dataclass(frozen=True)
class Block:
    """One line or paragraph: its look and its words."""

    look: str
    text: str

    @property
    def heads(self) -> bool:
        """Whether it is a label alone, over a table."""
        return self.look == "label" and "\t" not in self.text and self.text.rstrip().endswith((":-", ":"))


@dataclass(frozen=True)
class Part:
    """One part of a form, as `letterhead` or `body`. `beside`: it stands at the right edge of the line before it; who signs beside
    somebody stands there line by line. `runs_on`: the next part's first words follow it on its line, as a notification's number."""

    id: str
    blocks: tuple[Block, ...]
    beside: bool = False
    runs_on: bool = False


class Row(NamedTuple):
    """One line as it is printed, and the part that it belongs to."""

    part: str
    look: str
    text: str
    beside: str = ""
    """The part that stands at the right edge, after the tab; or that goes on in the line, at `cut`."""
    cut: int = 0

    @property
    def plain(self) -> str:
        """The line without tabs: there is no right edge to send the date to, so it stands apart by spaces."""
        if self.look == "table":
            return self.text  # whoever pastes it into a sheet gets its columns
        return self.text.replace("\t", "    " if self.look in ("number", *KEPT_WITH_TEXT) else " ").strip()

    @property
    def goes_on(self) -> bool:
        """Whether it is a further item under the label of the line before it."""
        return self.look == "label" and self.text.startswith("\t")

    @property
    def cells(self) -> list[str]:
        return self.text.split("\t")


class Line(NamedTuple):
    """A line or paragraph and where it stands, as offsets into the plain copy of the text (Source.plain).

    `words` is where its own words begin, after the label ("विषय :-") or the paragraph's number.
    """

    part: str
    look: str
    start: int
    end: int
    words: int


@dataclass(frozen=True)
class Document:
    """A whole paper. `form` is the form's id; `language` is hi or en; `title` names it to a reader (the subject, as a rule).

    One that was read from loose text keeps that text as `given`, and in `read` the places of its lines, those that no part
    could be found for under the part `unplaced`. One that a template made has neither: they follow from its parts.
    """

    form: str
    language: str
    title: str
    parts: tuple[Part, ...]
    given: Source | None = None
    read: tuple[Line, ...] = ()

    @cached_property
    def source(self) -> Source:
        """The paper's text and the plain copy of it that rules read."""
        return self.given or Source(self.text)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Each line or paragraph in order, by its place in the plain copy."""
        if self.given is not None:
            return self.read
        placed = []
        for row, at in self.placed:
            ends = at + len(row.plain)
            after_tab = at + row.cut if row.cut else ends - len(row.text.partition("\t")[2].rstrip())
            if row.beside:
                if left := (row.text[: row.cut] or row.text.partition("\t")[0]).strip():
                    placed.append(self._line(row.part, row.look, at, at + len(left), at))
                placed.append(self._line(row.beside, row.look, after_tab, ends, after_tab))
            elif "\t" in row.text and row.look in ("label", "header"):
                placed.append(self._line(row.part, row.look, at, ends, after_tab))
            elif Block(row.look, row.text).heads:
                placed.append(self._line(row.part, row.look, at, ends, ends))  # it has no words of its own
            else:
                mark = _MARK.match(self.text, at, ends) if row.look in ("numbered", "copy") else None
                placed.append(self._line(row.part, row.look, at, ends, mark.end() if mark else at))
        return tuple(placed)

    def _line(self, part: str, look: str, *places: int) -> Line:
        """A line by its places in `text`: where it begins and ends, and where its own words begin."""
        start, end, words = (self.source.where(place) for place in places)
        return Line(part, look, start, end, words)

    def part(self, id: str) -> Part | None:
        """The part of that id, None where the paper has none."""
        return next((part for part in self.parts if part.id == id), None)

    def by_part(self) -> dict[str, str | list[str]]:
        """Each part's words without their labels, as the command line prints them; the body is always a list of paragraphs."""
        words: dict[str, str | list[str]] = {}
        for part in self.parts:
            texts = [_unlabelled(block) for block in part.blocks if not block.heads] or [part.blocks[0].text]
            words[part.id] = texts[0] if len(texts) == 1 and part.id != "body" else texts
        return words

    def rows(self) -> list[Row]:
        """Each printed line in order; a part that stands beside another shares its line, after a tab."""
        rows: list[Row] = []
        for above, part in zip((None, *self.parts), self.parts, strict=False):
            blocks = list(part.blocks)
            if above and above.runs_on and blocks and blocks[0].look != "table":
                opening, first = rows.pop(), blocks.pop(0)
                text = f"{opening.text} {first.text}"
                rows.append(Row(above.id, first.look, text, part.id, len(opening.text) + 1))
            if part.beside and rows and blocks and blocks[0].look in KEPT_WITH_TEXT:
                rows = _side_by_side(rows, part)
                continue
            if part.beside and rows and blocks:
                before = rows.pop()
                rows.append(before._replace(text=f"{before.text}\t{blocks.pop(0).text}", beside=part.id))
            rows.extend(Row(part.id, block.look, block.text) for block in blocks)
        return rows

    @cached_property
    def placed(self) -> tuple[tuple[Row, int], ...]:
        """Each printed line, and where it begins in `text`."""
        placed: list[tuple[Row, int]] = []
        at = 0
        for row in self.rows():
            if placed:
                before = placed[-1][0]
                at += len(before.plain) + (2 if _parted(before, row) else 1)
            placed.append((row, at))
        return tuple(placed)

    @cached_property
    def text(self) -> str:
        """The paper as plain text, an empty line between its parts: what a reader of the Word file reads."""
        if self.given is not None:
            return self.given.given
        text = ""
        for row, at in self.placed:
            text += "\n" * (at - len(text)) + row.plain
        return text


def kept(row: Row, following: Row) -> bool:
    """Whether no page may end between the two: a signature has text above it, the copies' own number stands right above them."""
    return following.look in KEPT_WITH_TEXT or (row.look == "number" and following.look == "copies")


def _side_by_side(rows: list[Row], part: Part) -> list[Row]:
    """The rows with the lines of one who signs at the right of the lines of the one who signs last among them."""
    first = next((n for n in range(len(rows), 0, -1) if rows[n - 1].part != rows[-1].part), 0)
    paired = []
    for row, block in zip_longest(rows[first:], part.blocks):
        left = row or Row(rows[-1].part, block.look, "")
        paired.append(
            left._replace(text=f"{left.text}\t{block.text if block else ''}", beside=part.id if block else "")
        )
    return rows[:first] + paired


def _unlabelled(block: Block) -> str:
    """A line's words without the label that stands before a tab; what else has a tab keeps both its ends."""
    label, tab, words = block.text.partition("\t")
    return words if tab and block.look in ("label", "header") else f"{label}    {words}" if tab else label


_MARK = re.compile(r"\(?(?:[0-9०-९]{1,3}|[a-z]|[ivx]{1,4}|[क-ह])[.)]\s+")

APART = ("paragraph", "numbered", "sign")
"""Looks with an empty line before them even inside a part; others there (an address, a signature) stay close."""


def _parted(before: Row, row: Row) -> bool:
    """Whether an empty line stands between the two."""
    if before.look == row.look == "header":
        return False  # To, Cc and Subject are parts of their own, yet one block to the eye
    return before.part != row.part or row.look in APART or before.look in ("paragraph", "numbered")
