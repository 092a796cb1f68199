"""A paper and its twin in the other language: side by side, and what only one of the two says."""

from collections.abc import Iterable
from html import escape

from assistant.files.html import page
from assistant.forms.document import Document
from assistant.forms.twin import Apart, differing
from assistant.ui.pieces.html import safe


def apart(mine: Document, other: Document, language: str) -> str:
    """What is to be mended in one of the two; nothing where they agree."""
    return _apart(differing(mine, other), language)


def beside(mine: Document, other: Document, language: str) -> str:
    """The two papers, Hindi first, and over them whether they agree. On a narrow screen one stands below the other."""
    papers = sorted((mine, other), key=lambda paper: paper.language != "hi")
    agree = f'<p class="notice good">{safe("twin.agree", language)}</p>'
    shown = "".join(f"<div><h3>{safe(f'twin.{paper.language}', language)}</h3>{page(paper)}</div>" for paper in papers)
    title = safe("twin.title", language)
    return f'<section class="twins"><h2>{title}</h2>{apart(mine, other, language) or agree}<div class="pair">{shown}</div></section>'


def link(mine: Document, other: Document, language: str) -> str:
    """The way to the two papers, and what differs, beside the files."""
    return f'{apart(mine, other, language)}<p class="own"><a href="#twins">{safe("twin.title", language)}</a></p>'


def _apart(found: Iterable[Apart], language: str) -> str:
    rows = "".join(
        f'<li>{safe(f"twin.only.{one.language}", language)} <b lang="{one.language}">{escape(one.says)}</b></li>'
        for one in found
    )
    return (
        f'<div class="notice mend" role="status"><b>{safe("twin.apart", language)}</b><ul>{rows}</ul></div>'
        if rows
        else ""
    )
