"""The office's look as it stands in `house.docx`: the page, and how each look is set. What is changed in Word holds for all that has pages.

Lengths are points. Fonts are Word's own matter: a PDF has those that it carries, for only their letters can be searched and copied.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.section import _Header as Header
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.parfmt import ParagraphFormat

from assistant.errors import Problem, ProblemsError
from assistant.forms.document import LOOKS, Document, Row

NAMES = {"header": "Mail Header"}
"""Looks whose style isn't simply their name: Word's own `Header` is the top margin of a page."""

LIKE = {"letterhead-office": "letterhead", "letterhead-end": "letterhead-line"}
"""Looks that a house without a style for them sets as another."""

ALIGNED = {
    WD_ALIGN_PARAGRAPH.CENTER: "center",
    WD_ALIGN_PARAGRAPH.RIGHT: "right",
    WD_ALIGN_PARAGRAPH.JUSTIFY: "justify",
}


@dataclass(frozen=True)
class Setting:
    """How one look is set. `first` is the first line's indent against `left`: below zero the others hang."""

    size: float = 12.0
    bold: bool = False
    underlined: bool = False
    ruled: bool = False
    """Whether a rule stands below it."""
    align: str = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    spacing: float = 1.0
    close: bool = False
    """Whether lines of this look leave no gap between each other."""
    sticky: bool = False
    """Whether it never stands on a page without what follows it."""


@dataclass(frozen=True)
class Picture:
    """An emblem: a file that a page can show, and its size."""

    name: str
    data: bytes
    width: float
    height: float
    about: str

    @property
    def url(self) -> str:
        """The whole picture as an address."""
        kind = {"jpg": "jpeg", "svg": "svg+xml"}.get(suffix := self.name.rpartition(".")[2].lower(), suffix)
        return f"data:image/{kind};base64,{b64encode(self.data).decode()}"


@dataclass(frozen=True)
class HeadLine:
    """A paragraph of the letterhead."""

    text: str
    size: float
    bold: bool
    align: str
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True)
class Cell:
    """Lines beside others, as an emblem beside the office's name; `width` is a share of the row."""

    width: float
    lines: tuple[HeadLine, ...]


@dataclass(frozen=True)
class House:
    """The page, its margins, the letterhead in its first page's header, and the setting of every look."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    from_edge: float
    """How far below the page's edge the letterhead begins."""
    latin: str
    devanagari: str
    looks: dict[str, Setting]
    head: tuple[tuple[Cell, ...], ...] = ()

    @property
    def pictures(self) -> tuple[Picture, ...]:
        lines = (line for row in self.head for cell in row for line in cell.lines)
        return tuple(picture for line in lines for picture in line.pictures)

    @property
    def named(self) -> bool:
        """Whether the letterhead says by itself whose paper it is: then no paper says it once more."""
        return any(line.text for row in self.head for cell in row for line in cell.lines)


def printed(document: Document, house: House) -> tuple[list[Row], bool]:
    """The rows to print, and whether the letterhead stands over them. One that names the office isn't said twice; a paper without
    a letterhead, as a note, doesn't get the house's either."""
    rows, headed = document.rows(), bool(house.head) and document.part("letterhead") is not None
    return [row for row in rows if row.part != "letterhead"] if headed and house.named else rows, headed


def style_name(look: str) -> str:
    """The style that a look is called in Word: `letterhead-line` is `Letterhead Line`."""
    return NAMES.get(look) or look.replace("-", " ").title()


def open_house(house: Path) -> Paper:
    """The Word file with the office's styles. Raises ProblemsError where Word didn't write it, or somebody broke it."""
    try:
        return docx.Document(str(house))
    except Exception:  # noqa: BLE001 zip, XML and python-docx each raise their own
        raise ProblemsError([Problem(f"templates/{house.name}", None, "error.house", {})]) from None


def read_house(path: Path) -> House:
    """The look that a `house.docx` gives. Raises ProblemsError where it can't be opened."""
    try:
        stamp = path.stat().st_mtime_ns
    except OSError:
        stamp = 0
    return _read(path, stamp)


@lru_cache(maxsize=4)
def _read(path: Path, stamp: int) -> House:
    """`stamp` tells one state of the file from the next."""
    paper = open_house(path)
    page = paper.sections[0]
    sides = {
        "width": page.page_width, "height": page.page_height, "top": page.top_margin, "right": page.right_margin,
        "bottom": page.bottom_margin, "left": page.left_margin, "from_edge": page.header_distance,
    }  # fmt: skip
    given = {name: side.pt if side is not None else 56.7 for name, side in sides.items()}
    fonts = _fonts(paper)
    return House(
        **given,
        latin=fonts.get("ascii", "Times New Roman"),
        devanagari=fonts.get("cs", "Nirmala UI"),
        looks=_looks(paper),
        head=tuple(_head(paper)),
    )


def _fonts(paper: Paper) -> dict[str, str]:
    """The names of the fonts of the style on which all others stand."""
    found = paper.styles["Normal"].element.find(f".//{qn('w:rFonts')}") if "Normal" in paper.styles else None
    return {name.rpartition("}")[2]: font for name, font in found.attrib.items()} if found is not None else {}


def letterhead(paper: Paper) -> Header | None:
    """The header that stands on the first page; None where it has none of its own."""
    section = paper.sections[0]
    header = section.first_page_header if section.different_first_page_header_footer else section.header
    return None if header.is_linked_to_previous else header


def _head(paper: Paper) -> Iterator[tuple[Cell, ...]]:
    header = letterhead(paper)
    for block in header.iter_inner_content() if header else ():
        if isinstance(block, Table):
            for row in block.rows:
                cells = [Cell(float(cell.width or 1), tuple(_lines(cell.paragraphs))) for cell in row.cells]
                if any(cell.lines for cell in cells):
                    yield tuple(cells)
        elif lines := tuple(_lines([block])):
            yield (Cell(1, lines),)


def _lines(paragraphs: Iterable[Paragraph]) -> Iterator[HeadLine]:
    for paragraph in paragraphs:
        pictures = tuple(_pictures(paragraph))
        text = paragraph.text.replace("\t", " ").strip()
        if (text or pictures) and not paragraph._p.findall(f".//{qn('w:instrText')}"):  # a page number is no letterhead
            style, runs = paragraph.style, [run for run in paragraph.runs if run.text.strip()]
            size = next((run.font.size for run in runs if run.font.size), None) or (style.font.size if style else None)
            bold = any(run.bold for run in runs) or bool(style and style.font.bold)
            align = paragraph.alignment
            if align is None and isinstance(style, ParagraphStyle):
                align = style.paragraph_format.alignment
            side = ALIGNED.get(align, "left") if align is not None else "left"
            yield HeadLine(text, size.pt if size else 12.0, bold, side, pictures)


def _pictures(paragraph: Paragraph) -> Iterator[Picture]:
    for blip in paragraph._p.iter(qn("a:blip")):
        part = paragraph.part.related_parts.get(blip.get(qn("r:embed"), ""))
        frame = next((one for one in blip.iterancestors() if one.tag in (qn("wp:inline"), qn("wp:anchor"))), None)
        extent = frame.find(qn("wp:extent")) if frame is not None else None
        if part is None or extent is None:
            continue
        about = frame.find(qn("wp:docPr"))  # type: ignore[union-attr]
        yield Picture(
            part.partname.rpartition("/")[2], part.blob, int(extent.get("cx")) / 12700, int(extent.get("cy")) / 12700,
            (about.get("descr") or "") if about is not None else "",
        )  # fmt: skip


def _looks(paper: Paper) -> dict[str, Setting]:
    styles: dict[str, ParagraphStyle] = {
        style.name: style for style in paper.styles if style.type == WD_STYLE_TYPE.PARAGRAPH and style.name
    }
    normal = styles.get("Normal")
    base = _setting(normal, Setting()) if normal else Setting()
    named = {look: styles.get(style_name(look)) or styles.get(style_name(LIKE.get(look, look))) for look in LOOKS}
    return {look: _setting(style, base) for look, style in named.items()}


def _setting(style: ParagraphStyle | None, base: Setting) -> Setting:
    """The style's own over those of the style that it stands on."""
    if style is None:
        return base
    if isinstance(style.base_style, type(style)) and style.base_style.name != "Normal":
        base = _setting(style.base_style, base)
    found: dict[str, Any] = {}
    if style.font.size is not None:
        found["size"] = style.font.size.pt
    if style.font.bold is not None:
        found["bold"] = bool(style.font.bold)
    if style.font.underline is not None:
        found["underlined"] = bool(style.font.underline)
    border = style.element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}/{qn('w:bottom')}")
    if border is not None:
        found["ruled"] = border.get(qn("w:val")) not in ("nil", "none")
    close = style.element.find(f"{qn('w:pPr')}/{qn('w:contextualSpacing')}")
    if close is not None:
        found["close"] = close.get(qn("w:val"), "1") not in ("0", "false")
    return replace(base, **found, **_placed(style.paragraph_format))


def _placed(form: ParagraphFormat) -> dict[str, Any]:
    lengths = {
        "left": form.left_indent,
        "right": form.right_indent,
        "first": form.first_line_indent,
        "before": form.space_before,
        "after": form.space_after,
    }
    found: dict[str, Any] = {name: length.pt for name, length in lengths.items() if length is not None}
    if form.alignment is not None:
        found["align"] = ALIGNED.get(form.alignment, "left")
    if isinstance(form.line_spacing, float):  # an exact height in points is for one font alone
        found["spacing"] = form.line_spacing
    if form.keep_with_next is not None:
        found["sticky"] = bool(form.keep_with_next)
    return found
