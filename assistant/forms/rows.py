"""Rows of a table as they are typed, with bars between the cells: among the points of a brief and in the text of the editor."""

import re
from collections.abc import Sequence
from itertools import groupby

from assistant.language.sentences import is_clause

_BAR = re.compile(r"\s+\|\s+|\t")
_END = "\n"


def cells(row: str) -> list[str]:
    return _BAR.split(row)


def are_rows(texts: Sequence[str]) -> list[bool]:
    """Which of the texts are rows of a table: those of three cells or more, and those of two where several follow each other.

    A bar is also how many type the danda: lines that begin with whole sentences, or end in a bar, are no rows of two cells.
    """
    told: list[bool] = []
    for bars, run in groupby(texts, key=lambda text: min(len(_BAR.findall(text.strip())), 2)):
        lines = list(run)
        pairs = bars == 1 and len(lines) > 1 and not any(line.rstrip().endswith("|") for line in lines)
        table = bars == 2 or (pairs and not all(is_clause(cells(line)[0], "hi") for line in lines))
        told += [table] * len(lines)
    return told


def hung(texts: Sequence[str]) -> tuple[str, ...]:
    """The texts with the rows of a table below the text that stands before them, each in a line of its own: so no row is numbered, and
    the sentence after them begins a line. A table that nothing stands before is a text by itself.
    """
    points: list[str] = []
    for text, row in zip(texts, are_rows(texts), strict=True):
        if not row:
            points.append(text)
            continue
        before = points.pop() if points else ""
        points.append(f"{before}{'' if before.endswith(_END) else _END}{text}{_END}")
    return tuple(points)


def above(text: str) -> tuple[str, str]:
    """The words of a text that `hung` gave, and the rows below them."""
    words, end, rows = text.partition(_END)
    return words, end + rows


def is_table(text: str) -> bool:
    """Whether a text that `hung` gave is a table alone."""
    return text.startswith(_END)
