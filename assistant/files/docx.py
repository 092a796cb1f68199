"""A Document as a Word file: each row is a paragraph in the style of `house.docx` that its look names.

All that can be seen is in those styles, so the office changes it in Word; here is only settled where no page may end.
"""

import io
from copy import deepcopy
from itertools import groupby, pairwise
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from assistant.files.house import LIKE, letterhead, open_house, printed, read_house, style_name
from assistant.files.table import columns, headed
from assistant.forms.document import KEPT_WITH_TEXT, Document, Row, kept

GUESSED_PAGE = 25
"""Paragraphs that LibreOffice (seen in 7.4) puts on a page before it measures any.

Where that first guess falls between two that keep with each other, and the second turns out not to fit on the page before,
it is left where it was guessed: one letter in five of 9 to 16 points had its signature on a page of its own. A row of a
table is looked at again, so there, and only there, the closing lines stand in one.
"""

UNBROKEN = (
    f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblBorders><w:top w:val="nil"/><w:left w:val="nil"/>'
    '<w:bottom w:val="nil"/><w:right w:val="nil"/></w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
    '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="%d"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>'
    '<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr></w:tc></w:tr></w:tbl>'
)
"""A table of one cell without borders or margins, which no page's end may part. Its width is in twentieths of a point."""

TABLE = (
    f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{{width}}" w:type="dxa"/><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid></w:tbl>'
)
"""A table with borders; its width is in twentieths of a point."""

LANGUAGES = {"hi": "hi-IN", "en": "en-IN"}


def write(document: Document, house: Path) -> bytes:
    """The paper on the pages of `house`, whose own words are left out. The same paper gives the same bytes."""
    paper = open_house(house)
    paper.element.body.clear_content()
    rows, headed = printed(document, read_house(house))
    if not headed:
        unhead(paper)
    styles = {style.name: style.style_id for style in paper.styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
    for row in rows:
        # By id: for a style itself python-docx goes through all styles, line by line.
        # An office may have deleted a style: its lines are then Normal, which no file is without.
        style = styles.get(style_name(row.look)) or styles.get(style_name(LIKE.get(row.look, row.look)))
        paper.add_paragraph(row.text)._p.style = style
    paragraphs = paper.paragraphs  # before some of them move into tables
    width = paper._block_width.pt
    for n, (row, paragraph) in enumerate(zip(rows, paragraphs, strict=True)):
        if row.goes_on and n:
            paragraphs[n - 1].paragraph_format.space_after = paragraph.paragraph_format.space_before = Pt(0)
        if row.look in KEPT_WITH_TEXT and "\t" in row.text:
            side_by_side(paragraph, width)
        if n and rows[n - 1].look == "table" and row.look in ("paragraph", "numbered"):
            paragraph.paragraph_format.space_before = Pt(6)  # a table has no gap of its own
    for paragraph, (row, following) in zip(paragraphs, pairwise(rows), strict=False):
        if kept(row, following):
            paragraph.paragraph_format.keep_with_next = True
    keep_on_guessed_page(paper, rows)
    tabled(paper, rows, paragraphs)
    describe(paper, document)
    return packed(paper)


def side_by_side(paragraph: Paragraph, width: float) -> None:
    """Two who sign on one line: the first at the left edge, the second where its style would have it alone."""
    style, form = paragraph.style, paragraph.paragraph_format
    left = style.paragraph_format.left_indent if isinstance(style, ParagraphStyle) else None
    form.left_indent, form.alignment = Pt(0), WD_ALIGN_PARAGRAPH.LEFT
    form.tab_stops.add_tab_stop(Pt(((left.pt if left else 0) + width) / 2), WD_TAB_ALIGNMENT.CENTER)


def unhead(paper: Paper) -> None:
    """Takes the house's letterhead away: a note has none."""
    if header := letterhead(paper):
        for block in list(header._element):
            header._element.remove(block)
        header.add_paragraph()


def tabled(paper: Paper, rows: list[Row], paragraphs: list[Paragraph]) -> None:
    """Puts rows of cells that follow each other into one table with borders; no page's end parts a row."""
    width = paper._block_width.twips
    for is_table, group in groupby(zip(rows, paragraphs, strict=True), key=lambda pair: pair[0].look == "table"):
        if not is_table:
            continue
        lines = list(group)
        shares = columns([row.cells for row, _ in lines])
        widths = [round(width * share) for share in shares]
        grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
        table = parse_xml(TABLE.format(width=width, grid=grid))
        lines[0][1]._p.addprevious(table)
        head = headed([row.cells for row, _ in lines])
        for at, (row, paragraph) in enumerate(lines):
            again = "<w:tblHeader/>" if head and at == 0 else ""  # on every page that the table goes on to
            line = parse_xml(f"<w:tr {nsdecls('w')}><w:trPr><w:cantSplit/>{again}</w:trPr></w:tr>")
            for n, one in enumerate(widths):
                cell = parse_xml(f'<w:tc {nsdecls("w")}><w:tcPr><w:tcW w:w="{one}" w:type="dxa"/></w:tcPr></w:tc>')
                copy = deepcopy(paragraph._p)
                Paragraph(copy, paragraph._parent).text = row.cells[n] if n < len(row.cells) else ""
                for run in Paragraph(copy, paragraph._parent).runs if again else ():
                    run.bold = run.font.cs_bold = True
                cell.append(copy)
                line.append(cell)
            table.append(line)
            paragraph._p.getparent().remove(paragraph._p)


def keep_on_guessed_page(paper: Paper, rows: list[Row]) -> None:
    """Puts closing lines that GUESSED_PAGE would part, from each other or from their text, in a row that can't part."""
    paragraphs, end = paper.paragraphs, 0
    for closing, group in groupby(rows, key=lambda row: row.look in KEPT_WITH_TEXT):
        start, end = end, end + len(list(group))
        if closing and start <= GUESSED_PAGE < end:
            width = paper._block_width.twips
            table = parse_xml(UNBROKEN % (width, width, width))
            paragraphs[start]._p.addprevious(table)
            cell = table.tr_lst[0].tc_lst[0]
            cell.extend(paragraph._p for paragraph in paragraphs[start:end])


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
