"""The office's look as it stands in `house.docx`: the page, and how each look is set. What is changed in Word holds for all that has pages.

Lengths are points. Fonts are Word's own matter: a PDF has those that it carries, for only their letters can be searched and copied.
"""

from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.styles.style import ParagraphStyle
from docx.text.parfmt import ParagraphFormat

from assistant.files.docx import open_house, style_name
from assistant.forms.document import LOOKS

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
    align: str = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    spacing: float = 1.0
    sticky: bool = False
    """Whether it never stands on a page without what follows it."""


@dataclass(frozen=True)
class House:
    """The page, its margins, and the setting of every look."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    looks: dict[str, Setting]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


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
        "bottom": page.bottom_margin, "left": page.left_margin,
    }  # fmt: skip
    return House(**{name: side.pt if side is not None else 56.7 for name, side in sides.items()}, looks=_looks(paper))


def _looks(paper: Paper) -> dict[str, Setting]:
    styles: dict[str, ParagraphStyle] = {
        style.name: style for style in paper.styles if style.type == WD_STYLE_TYPE.PARAGRAPH and style.name
    }
    normal = styles.get("Normal")
    base = _setting(normal, Setting()) if normal else Setting()
    return {look: _setting(styles.get(style_name(look)), base) for look in LOOKS}


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
