"""A Document as a page for the browser: the preview on the screen, and a file that stands alone.

Sizes, indents and gaps are those of `house.docx`, so that it looks about as Word will print it.
"""

import re
from html import escape
from pathlib import Path

from assistant.forms.document import Document, Row

BLANK = re.compile(r"\.{4,}")
"""What a person fills in by hand."""

STYLE = """
.a4 { box-sizing: border-box; width: 210mm; max-width: 100%; min-height: 297mm; padding: 20mm 20mm 20mm 25mm;
  background: #fff; color: #000; overflow-wrap: break-word;
  font: 12pt/1.35 "Times New Roman", "Nirmala UI", "Noto Sans Devanagari", Mangal, "Noto Sans", serif; }
.a4:lang(hi) { font-family: "Nirmala UI", "Noto Sans Devanagari", Mangal, "Noto Sans", sans-serif; }
.a4 p { margin: 0; font: inherit; color: inherit; text-align: left; }
.a4 .letterhead { font-size: 15pt; font-weight: bold; text-align: center; margin-bottom: 2pt; }
.a4 .letterhead-line { font-size: 11pt; text-align: center; }
.a4 .number { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1em; margin: 16pt 0 10pt; }
.a4 .right { text-align: right; margin-bottom: 10pt; }
.a4 .title { font-size: 14pt; font-weight: bold; text-align: center; margin: 8pt 0 10pt; }
.a4 .label { margin: 8pt 0 6pt; }
.a4 .label, .a4 .header { padding-left: 2.5cm; text-indent: -2.5cm; }
.a4 .header { margin-bottom: 2pt; }
.a4 .address { padding-left: 1.25cm; }
.a4 .salutation { margin: 10pt 0 6pt; }
.a4 .paragraph, .a4 .numbered { line-height: 1.55; text-align: justify; margin-bottom: 6pt; }
.a4 .paragraph { text-indent: 1.25cm; }
.a4 .closing { margin-top: 12pt; }
.a4 .closing + .closing { margin-top: 0; }
.a4 .subscription, .a4 .sign, .a4 .signature { margin-left: 57.6%; text-align: center;
  break-inside: avoid; break-before: avoid; }
.a4 .subscription { margin-top: 12pt; }
.a4 .sign { margin-top: 36pt; }
.a4 .chain { margin-top: 18pt; }
.a4 .copies { margin: 18pt 0 4pt; break-after: avoid; }
.a4 .copy { padding-left: .75cm; text-indent: -.75cm; text-align: justify; margin-bottom: 2pt; }
.a4 p > span { text-indent: 0; }
.a4 .label .tab, .a4 .header .tab { display: inline-block; min-width: calc(2.5cm - .25em); } /* a space follows */
.a4 .copy .tab { display: inline-block; min-width: calc(.75cm - .25em); }
.a4 .blank { background: #fff1b8; color: inherit; }
@media (max-width: 600px) { .a4 { min-height: 0; padding: 18px; }
  .a4 .paragraph, .a4 .numbered, .a4 .copy { text-align: left; } }
@media print { .a4 { width: auto; min-height: 0; padding: 0; } .a4 .blank { background: none; } }
@page { size: A4; margin: 20mm 20mm 20mm 25mm; @bottom-center { content: counter(page); } }
@page :first { @bottom-center { content: none; } }
""".strip()
"""The look of `page()`. It touches nothing outside `.a4`, but for how the paper comes out of a printer."""


def page(document: Document) -> str:
    """The paper as one A4 page: an `<article class="a4">` with a `<p>` for each row, its look as the class."""
    lines = "\n".join(f'<p class="{escape(row.look)}">{inner(row)}</p>' for row in document.rows())
    return f'<article class="a4" lang="{escape(document.language)}">\n{lines}\n</article>'


def inner(row: Row) -> str:
    """The row's words, escaped. What stands before a tab is a span of its own, which the style gives its place."""
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
</style>
</head>
<body>
{page(document)}
</body>
</html>
""".encode()
