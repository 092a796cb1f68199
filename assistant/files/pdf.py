"""A Document as a PDF, by Typst: the pages of `house.docx`, letters that are shaped right, text that can be searched and copied.

Typst is one wheel without anything beside it, but there is none for every computer: it is imported late.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from itertools import takewhile
from pathlib import Path
from types import ModuleType
from typing import Any

from assistant.errors import InputError
from assistant.files.house import Cell, House, printed, read_house
from assistant.files.table import columns, headed
from assistant.forms.document import KEPT_WITH_TEXT, Document, Row, kept

HERE = Path(__file__).parent
FONTS = HERE / "fonts"

JOINER = "\u2060"
"""Keeps what stands before and after it on one line, and is no letter: it is taken out of the text again."""
BREAK = "\u200b"
"""A place where a line may end."""

LONGEST_WORD = 60
"""Letters of a word that surely has room in a line; a longer one may be broken."""
_BINDS = re.compile(r"(?<=[/-])(?=[^\s/-])")
"""Inside a number as "118/स्था./2026": no line ends there."""
_WORD = re.compile(r"\S+")
_SIGNS = r"\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
_BETWEEN = re.compile(rf"(?<=[^\u094d\u200c\u200d])(?=[^{_SIGNS}])")
"""Between two syllables: no line may end inside one."""


def write(document: Document, house: Path) -> bytes:
    """The paper as a tagged PDF whose text reads as the paper's own. Raises InputError for a letter that it has no drawing of."""
    from assistant.files.text_layer import mend

    typst = engine()
    return mend(_compiled(typst, document, house, format="pdf", pdf_standards=["ua-1"])[0])


def pictures(document: Document, house: Path) -> list[bytes]:
    """The pages of the PDF as drawings (SVG), for a screen."""
    return _compiled(engine(), document, house, format="svg")


def engine() -> ModuleType:
    """Typst. Raises InputError where this computer has none."""
    try:
        import typst
    except ImportError:
        raise InputError("error.pdf.engine") from None
    module: ModuleType = typst
    return module


def _compiled(typst: ModuleType, document: Document, house: Path, **options: object) -> list[bytes]:
    look = read_house(house)
    rows, headed = printed(document, look)
    head = look.head if headed else ()
    texts = [*(row.text for row in rows), *(line.text for row in head for cell in row for line in cell.lines)]
    if missing := sorted({letter for text in texts for letter in text if ord(letter) not in letters()} - set("\t\n")):
        raise InputError("error.pdf.letters", letters=" ".join(missing[:10]))
    told = {"title": document.title, "language": document.language, "rows": list(_told(rows)), "head": _head(head)}
    page = {name: getattr(look, name) for name in ("width", "height", "top", "right", "bottom", "left", "from_edge")}
    page["looks"] = {look: asdict(setting) for look, setting in look.looks.items()}
    made = typst.compile(
        {"main.typ": (HERE / "paper.typ").read_bytes()} | (_files(look) if head else {}),
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(told, ensure_ascii=False), "house": json.dumps(page)},
        **options,
    )
    return made if isinstance(made, list) else [made]


def _files(look: House) -> dict[str, bytes]:
    """The letterhead's pictures, each inside an SVG: what is handed to Typst beside the paper has to be text."""
    return {
        f"{picture.name}.svg": (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {picture.width} {picture.height}">'
            f'<image width="{picture.width}" height="{picture.height}" href="{picture.url}"/></svg>'
        ).encode()
        for picture in look.pictures
    }


def _head(head: tuple[tuple[Cell, ...], ...]) -> list[list[dict[str, Any]]]:
    """The letterhead for paper.typ: its pictures by name."""
    return [
        [
            {"width": cell.width, "lines": [
                asdict(line) | {"pictures": [
                    {"name": picture.name, "width": picture.width, "height": picture.height, "about": picture.about or "—"}
                    for picture in line.pictures
                ]}
                for line in cell.lines
            ]}
            for cell in row
        ]
        for row in head
    ]  # fmt: skip


def _told(rows: list[Row]) -> Iterator[dict[str, object]]:
    """Each row for paper.typ. `kept`: with the next row; `whole`: its line is one from edge to edge, for an addressee stands below it;
    `pair`: two who sign side by side."""
    below = max((n for n, row in enumerate(rows) if row.look in ("addressee", "address")), default=0)
    for n, row in enumerate(rows):
        if row.look == "table":
            if n == 0 or rows[n - 1].look != "table":
                table = [each.cells for each in takewhile(lambda each: each.look == "table", rows[n:])]
                shares = columns(table)
                cells = [[fitted(cell) for cell in row] + [""] * (len(shares) - len(row)) for row in table]
                end = rows[n + len(table)].look if n + len(table) < len(rows) else ""
                told = {"look": "table", "shares": shares, "headed": headed(table)}
                if end in KEPT_WITH_TEXT and len(cells) > 1:  # a signature takes the last row along
                    yield told | {"cells": cells[:-1], "kept": False, "goes_on": True}
                    cells, told["headed"] = cells[-1:], False
                yield told | {"cells": cells, "kept": end in KEPT_WITH_TEXT, "goes_on": False}
            continue
        sticks = n + 1 < len(rows) and kept(row, rows[n + 1])
        whole = row.look in KEPT_WITH_TEXT and n < below
        pair = row.look in KEPT_WITH_TEXT and "\t" in row.text
        told = {"look": row.look, "text": fitted(row.text), "kept": sticks, "whole": whole, "pair": pair}
        yield told | {"more": row.goes_on}


def fitted(text: str) -> str:
    """The words with the places where a line may not end, and in words longer than a line those where it may."""
    text = _WORD.sub(lambda word: _fitted(word[0]), text)
    return text + " " if text.endswith("-") else text  # readers take a last hyphen for a word that goes on below


def _fitted(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return _BINDS.sub(JOINER, word)
    return _BETWEEN.sub(BREAK, word)


@cache
def letters() -> frozenset[int]:
    """The code points that the fonts have drawings of."""
    from assistant.files.cmap import code_points

    return frozenset().union(*(code_points(font.read_bytes()) for font in FONTS.glob("*Regular.ttf")))
