"""A Document: what a paper says, part by part, before any file format. Templates make it, files write it, checks read it."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

LOOKS = (
    "letterhead", "letterhead-line", "number", "right", "title", "label", "addressee", "address", "header", "salutation",
    "paragraph", "numbered", "closing", "subscription", "sign", "signature", "chain", "copies", "copy",
)  # fmt: skip
"""How a line can look. A look is a paragraph style in `house.docx` (`letterhead-line` is `Letterhead Line`) and a class in HTML.

`label` is a word, a tab and what it introduces ("विषय :-\\t…"). `sign` is the first line over which a person signs.
`number` may hold a tab: what follows it stands at the right edge.
"""

KEPT_WITH_TEXT = ("subscription", "sign", "signature")
"""Looks that never stand on a page without the line before them: a signature doesn't part from its text."""


@dataclass(frozen=True)
class Block:
    """One line or paragraph: its look and its words."""

    look: str
    text: str


@dataclass(frozen=True)
class Part:
    """One part of a form, as `letterhead` or `body`. `beside`: it stands at the right edge of the line before it."""

    id: str
    blocks: tuple[Block, ...]
    beside: bool = False


class Row(NamedTuple):
    """One line as it is printed, and the part that it belongs to."""

    part: str
    look: str
    text: str

    @property
    def plain(self) -> str:
        """The line without tabs: there is no right edge to send the date to, so it stands apart by spaces."""
        return self.text.replace("\t", "    " if self.look == "number" else " ").strip()


@dataclass(frozen=True)
class Document:
    """A whole paper. `form` is the form's id; `language` is hi or en; `title` names it to a reader (the subject, as a rule)."""

    form: str
    language: str
    title: str
    parts: tuple[Part, ...]

    def part(self, id: str) -> Part | None:
        """The part of that id, None where the paper has none."""
        return next((part for part in self.parts if part.id == id), None)

    def rows(self) -> list[Row]:
        """Each printed line in order; a part that stands beside another shares its line, after a tab."""
        rows: list[Row] = []
        for part in self.parts:
            blocks = list(part.blocks)
            if part.beside and rows and blocks:
                before = rows.pop()
                rows.append(before._replace(text=f"{before.text}\t{blocks.pop(0).text}"))
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
        text = ""
        for row, at in self.placed:
            text += "\n" * (at - len(text)) + row.plain
        return text

    def find(self, part: str, words: str = "") -> tuple[int, int]:
        """Where words stand in a part, as offsets into `text`; no words: the whole part. (0, 0) where they don't."""
        rows = [(row, at) for row, at in self.placed if row.part == part]
        for row, at in rows:
            if words and words in row.plain:
                start = at + row.plain.index(words)
                return start, start + len(words)
        if words or not rows:
            return 0, 0
        last, at = rows[-1]
        return rows[0][1], at + len(last.plain)


APART = ("paragraph", "numbered", "sign")
"""Looks with an empty line before them even inside a part; others there (an address, a signature) stay close."""


def _parted(before: Row, row: Row) -> bool:
    """Whether an empty line stands between the two."""
    if before.look == row.look == "header":
        return False  # To, Cc and Subject are parts of their own, yet one block to the eye
    return before.part != row.part or row.look in APART or before.look in ("paragraph", "numbered")
