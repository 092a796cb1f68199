"""A Document as a Word file: each row is a paragraph in the style of `house.docx` that its look names.

All that can be seen is in those styles, so the office changes it in Word; here is only settled where no page may end.
"""

import io
from itertools import pairwise
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE

from assistant.errors import Problem, ProblemsError
from assistant.forms.document import KEPT_WITH_TEXT, Document

NAMES = {"header": "Mail Header"}
"""Looks whose style isn't simply their name: Word's own `Header` is the top margin of a page."""

LANGUAGES = {"hi": "hi-IN", "en": "en-IN"}


def style_name(look: str) -> str:
    """The style that a look is called in Word: `letterhead-line` is `Letterhead Line`."""
    return NAMES.get(look) or look.replace("-", " ").title()


def write(document: Document, house: Path) -> bytes:
    """The paper on the pages of `house`, whose own words are left out. The same paper gives the same bytes."""
    paper = open_house(house)
    paper.element.body.clear_content()
    styles = {style.name: style.style_id for style in paper.styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
    rows = list(document.rows())
    for row in rows:
        # By id: for a style itself python-docx goes through all styles, line by line.
        # An office may have deleted a style: its lines are then Normal, which no file is without.
        paper.add_paragraph(row.text)._p.style = styles.get(style_name(row.look))
    for paragraph, (_, following) in zip(paper.paragraphs, pairwise(rows), strict=False):
        if following.look in KEPT_WITH_TEXT:
            paragraph.paragraph_format.keep_with_next = True
    describe(paper, document)
    return packed(paper)


def open_house(house: Path) -> Paper:
    """The Word file with the office's styles. Raises ProblemsError where Word didn't write it, or somebody broke it."""
    try:
        return docx.Document(str(house))
    except Exception:  # noqa: BLE001 zip, XML and python-docx each raise their own
        raise ProblemsError([Problem(f"templates/{house.name}", None, "error.house", {})]) from None


def describe(paper: Paper, document: Document) -> None:
    """Title and language in the file's properties, nothing else: no author, no date, no trace of who made `house`."""
    properties = paper.core_properties
    properties._element.clear()
    properties.title = " ".join(document.title.split())[:255]  # python-docx refuses a longer one
    properties.language = LANGUAGES[document.language]


def packed(paper: Paper) -> bytes:
    """The file's bytes without the time of day that zip writes beside each member."""
    saved, result = io.BytesIO(), io.BytesIO()
    paper.save(saved)
    with ZipFile(saved) as members, ZipFile(result, "w") as archive:
        for name in members.namelist():
            archive.writestr(ZipInfo(name), members.read(name), ZIP_DEFLATED)
    return result.getvalue()
