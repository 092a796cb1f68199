"""A Document as a page for the browser: the preview on the screen, and a file that stands alone.

Sizes, indents and gaps are those of `house.docx`, so that it looks about as Word will print it.
"""

import re
from html import escape
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.files.table import columns, headed
from assistant.forms.document import KEPT_WITH_TEXT, Document, Row

if TYPE_CHECKING:
    from assistant.files.house import House

BLANK = re.compile(r"\.{4,}")
"""What a person fills in by hand."""

PHONE = """.a4 { width: 100%; min-height: 0; padding: 18px; } .a4 .table { font-size: 9pt; } .a4 .table > span { padding: 2px 3px; }
  .a4 .paragraph, .a4 .numbered, .a4 .copy { text-align: left; }"""
"""How a page looks on a phone."""

STYLE = """
.a4 { box-sizing: border-box; width: 210mm; max-width: 100%; min-height: 297mm; padding: 20mm 20mm 20mm 25mm;
  background: #fff; color: #000; overflow-wrap: break-word;
  font: 12pt/1.35 "Times New Roman", "Nirmala UI", "Noto Sans Devanagari", Mangal, "Noto Sans", serif; }
.a4:lang(hi) { font-family: "Nirmala UI", "Noto Sans Devanagari", Mangal, "Noto Sans", sans-serif; }
.a4 p { margin: 0; font: inherit; color: inherit; text-align: left; }
.a4 .letterhead, .a4 .letterhead-office { font-size: 15pt; font-weight: bold; text-align: center; margin: 5pt 0 2pt; }
.a4 .letterhead + .letterhead, .a4 .letterhead-office + .letterhead-office { margin-top: 0; }
.a4 .letterhead-office { text-decoration: underline; }
.a4 .letterhead-line, .a4 .letterhead-end { font-size: 11pt; text-align: center; }
.a4 .letterhead-end { border-bottom: 1px solid #000; padding-bottom: 4pt; margin-bottom: 6pt; }
.a4 .number { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1em; margin: 16pt 0 10pt; }
.a4 .right { text-align: right; margin-bottom: 10pt; }
.a4 .title { font-size: 14pt; font-weight: bold; text-align: center; margin: 8pt 0 10pt; }
.a4 .label { margin: 8pt 0 6pt; }
.a4 p.more { margin-top: -6pt; }
.a4 .label, .a4 .header { padding-left: 2.5cm; text-indent: -2.5cm; }
.a4 .header { margin-bottom: 2pt; }
.a4 .address { padding-left: 1.25cm; }
.a4 .salutation { margin: 10pt 0 6pt; }
.a4 .paragraph, .a4 .numbered { line-height: 1.55; text-align: justify; margin-bottom: 6pt; }
.a4 .paragraph { text-indent: 1.25cm; }
.a4 .table { display: grid; border: 1px solid #000; border-top-width: 0; line-height: 1.4; }
.a4 :not(.table) + .table { border-top-width: 1px; }
.a4 .table > span { padding: 2pt 5pt; border-left: 1px solid #000; min-width: 0; } .a4 .table > span:first-child { border-left: 0; }
.a4 .table.head { font-weight: bold; }
.a4 .table + .paragraph, .a4 .table + .numbered { margin-top: 6pt; }
.a4 .closing { margin-top: 12pt; }
.a4 .closing + .closing { margin-top: 0; }
.a4 .subscription, .a4 .sign, .a4 .signature { margin-left: 57.6%; text-align: center;
  break-inside: avoid; break-before: avoid; }
.a4 .subscription { margin-top: 12pt; }
.a4 .sign { margin-top: 36pt; }
.a4 p.pair { display: grid; grid-template-columns: 57.6% 1fr; margin-left: 0; text-align: center; } .a4 .pair .tab { text-align: left; }
.a4 .chain { margin-top: 18pt; }
.a4 .copies { margin: 18pt 0 4pt; break-after: avoid; }
.a4 .copy { padding-left: .75cm; text-indent: -.75cm; text-align: justify; margin-bottom: 2pt; }
.a4 p > span { text-indent: 0; }
.a4 .label .tab, .a4 .header .tab { display: inline-block; min-width: calc(2.5cm - .25em); } /* a space follows */
.a4 .copy .tab { display: inline-block; min-width: calc(.75cm - .25em); }
.a4 .blank { background: #fff1b8; color: inherit; }
@media (max-width: 600px) { PHONE }
@media print { .a4 { width: auto; min-height: 0; padding: 0; } .a4 .blank { background: none; } }
@page { size: A4; margin: 20mm 20mm 20mm 25mm; @bottom-center { content: counter(page); } }
@page :first { @bottom-center { content: none; } }
""".strip().replace("PHONE", PHONE)
"""The look of `page()`. It touches nothing outside `.a4`, but for how the paper comes out of a printer."""


def house_style(house: "House") -> str:
    """What a changed `house.docx` says over STYLE: page, margins, fonts, and each look's size, weight, indents and gaps."""
    margins = " ".join(f"{side:g}pt" for side in (house.top, house.right, house.bottom, house.left))
    fonts = ", ".join(f'"{_named(font)}"' for font in (house.latin, house.devanagari))
    rules = [
        f".a4 {{ width: {house.width:g}pt; min-height: {house.height:g}pt; padding: {margins}; "
        f'font-family: {fonts}, "Noto Sans Devanagari", "Noto Sans", sans-serif; }}',
        f"@page {{ size: {house.width:g}pt {house.height:g}pt; margin: {margins}; }}",
    ]
    text = house.width - house.left - house.right
    for look, as_set in house.looks.items():
        indent = as_set.left + min(as_set.first, 0)
        # A signature's indent is a share of the page, which may be a phone's.
        aside = f"{100 * indent / text:.1f}%" if indent > text / 4 else f"{indent:g}pt"
        rules.append(
            f".a4 .{look} {{ font-size: {as_set.size:g}pt; font-weight: {'bold' if as_set.bold else 'normal'}; "
            f"text-decoration: {'underline' if as_set.underlined else 'none'}; text-align: {as_set.align}; "
            f"margin: {as_set.before:g}pt {as_set.right:g}pt {as_set.after:g}pt {aside}; "
            f"padding-left: {max(-as_set.first, 0):g}pt; text-indent: {as_set.first:g}pt; line-height: {1.35 * as_set.spacing:.3g}; }}"
        )
    rules += [
        *(
            f".a4 .{look} {{ border-bottom: {int(one.ruled)}px solid #000; }}"
            for look, one in house.looks.items()
            if look != "table"
        ),
        ".a4 p.table { margin: 0; }",  # its rows close up
        ".a4 .table + .paragraph, .a4 .table + .numbered { margin-top: 6pt; }",
        "@media print { .a4 { width: auto; min-height: 0; padding: 0; } }",
        f"@media (max-width: 600px) {{ {PHONE} }}",
    ]
    return "\n".join(rules)


def _named(font: str) -> str:
    """A font's name as far as it is one: it comes out of a file that somebody gave."""
    return re.sub(r"[^\w .-]", "", font)


def _head(house: "House") -> str:
    """The house's letterhead: its rows as they stand beside and under each other."""
    rows = []
    for row in house.head:
        cells = ""
        for cell in row:
            lines = "".join(
                f'<p style="font-size:{line.size:g}pt;font-weight:{"bold" if line.bold else "normal"};text-align:{line.align}">'
                + "".join(
                    f'<img src="{picture.url}" alt="{escape(picture.about)}" style="width:{picture.width:g}pt;height:{picture.height:g}pt"><br>'
                    for picture in line.pictures
                )
                + f"{words(line.text)}</p>"
                for line in cell.lines
            )
            cells += f'<div style="flex:{cell.width:g}">{lines}</div>'
        rows.append(f'<div style="display:flex;align-items:center">{cells}</div>')
    return f"<header>{''.join(rows)}</header>\n"


def page(document: Document) -> str:
    """The paper as one A4 page: an `<article class="a4">` with a `<p>` for each row, its look as the class."""
    return _article(document.rows(), document.language)


def _article(rows: list[Row], language: str, head: str = "") -> str:
    lines = "\n".join(
        f'<p class="{escape(row.look)}{_kind(rows, n)}"{_columns(rows, n)}>{inner(row)}</p>'
        for n, row in enumerate(rows)
    )
    return f'<article class="a4" lang="{escape(language)}">\n{head}{lines}\n</article>'


def _kind(rows: list[Row], n: int) -> str:
    """What more there is to a line's look: two who sign side by side; the head of a table."""
    if rows[n].look in KEPT_WITH_TEXT and "\t" in rows[n].text:
        return " pair"
    if rows[n].goes_on:
        return " more"
    first = rows[n].look == "table" and (n == 0 or rows[n - 1].look != "table")
    return " head" if first and headed(_table(rows, n)) else ""


def _columns(rows: list[Row], n: int) -> str:
    """The widths of a table's columns, the same for all rows that stand together."""
    if rows[n].look != "table":
        return ""
    first = next((at + 1 for at in range(n - 1, -1, -1) if rows[at].look != "table"), 0)
    widths = " ".join(f"{share:.3f}fr" for share in columns(_table(rows, first)))
    return f' style="grid-template-columns:{widths}"'


def _table(rows: list[Row], first: int) -> list[list[str]]:
    return [row.cells for row in takewhile(lambda row: row.look == "table", rows[first:])]


def inner(row: Row) -> str:
    """The row's words, escaped. What stands before a tab is a span of its own, which the style gives its place."""
    if row.look == "table":
        return "\t".join(f"<span>{words(cell)}</span>" for cell in row.cells)
    before, tab, after = row.text.partition("\t")
    if not tab:
        return words(row.text)
    # The tab stays between the two: whoever copies the page gets what the text has.
    return f'<span class="tab">{words(before)}</span>\t<span>{words(after)}</span>'


def words(text: str) -> str:
    marked = BLANK.sub(lambda blank: f'<mark class="blank">{blank.group()}</mark>', escape(text, quote=True))
    return marked.replace("\n", "<br>")


def write(document: Document, house: Path) -> bytes:
    """A file that needs nothing from outside, for a browser with or without a printer."""
    from assistant.files.house import printed, read_house  # python-docx, which the preview does without

    look = read_house(house)
    rows, headed = printed(document, look)
    head = _head(look) if headed else ""
    return f"""<!DOCTYPE html>
<html lang="{escape(document.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(document.title)}</title>
<style>
@media screen {{ body {{ margin: 0; background: #e8e8e8; }} .a4 {{ margin: 0 auto; }} }}
@media print {{ body {{ margin: 0; }} }}
{STYLE}
{house_style(look)}
</style>
</head>
<body>
{_article(rows, document.language, head)}
</body>
</html>
""".encode()
