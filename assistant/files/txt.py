"""A Document as plain text: what a reader of the Word file reads, and what is pasted into e-Office."""

from itertools import pairwise
from pathlib import Path

from assistant.forms.document import Document, Row

APART = ("paragraph", "numbered", "sign")
"""Looks with an empty line before them even inside a part; others there (an address, a signature) stay close."""


def text(document: Document) -> str:
    """The whole paper, an empty line between its parts, no line break at the end."""
    rows = list(document.rows())
    gaps = [""] + ["\n\n" if parted(before, row) else "\n" for before, row in pairwise(rows)]
    return "".join(gap + line(row) for gap, row in zip(gaps, rows, strict=False))  # no rows: a gap is left over


def line(row: Row) -> str:
    """The row's words."""
    return row.plain


def parted(before: Row, row: Row) -> bool:
    """Whether an empty line stands between the two."""
    if before.look == row.look == "header":
        return False  # To, Cc and Subject are parts of their own, yet one block to the eye
    return before.part != row.part or row.look in APART or before.look in ("paragraph", "numbered")


def write(document: Document, house: Path) -> bytes:
    """The text as UTF-8 with Windows line ends, which old Notepads need. No byte order mark: e-Office would show it."""
    return (text(document) + "\n").replace("\n", "\r\n").encode()
