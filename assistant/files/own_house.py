"""A Word file that an office gives as its own look: looked through before it is used, and completed where it isn't one of ours.

What is taken: the page, its margins, the header of its first page as the letterhead, the font and size of the text, and the named
styles. A file without our styles gets them, standing on its own font.
"""

import io
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document as Paper
from docx.enum.section import WD_HEADER_FOOTER
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from assistant.errors import InputError, ProblemsError
from assistant.files.house import House, letterhead, read_house, style_name
from assistant.forms.document import LOOKS

MOST_BYTES = 5_000_000
MOST_UNPACKED = 60_000_000
OURS = ("Letterhead", "Numbered", "Label")
"""Styles by which a file is known to be a changed copy of ours: it keeps all that it says of them."""
SHOWN = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
"""Pictures that a browser and a PDF can show."""
LEAST_WIDTH, LEAST_HEIGHT = Cm(8), Cm(10)
_LEGACY = re.compile(r"kruti|devlys|chanakya|walkman|shusha|susha|shivaji|agra", re.IGNORECASE)
_LETTER = re.compile(r"[A-Za-z]")


def accept(raw: bytes, ours: Path, kept: Path) -> House:
    """Takes the file as the house style and keeps it at `kept`. Raises InputError with what is wrong in it."""
    paper = _opened(raw)
    if reason := next(_faults(paper), None):
        raise reason
    complete(paper, docx.Document(str(ours)))
    new = kept.with_name(f".{kept.name}.new")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        paper.save(str(new))
        house = read_house(new)
        new.replace(kept)
    except ProblemsError:
        raise InputError("error.house.open") from None
    except OSError:
        raise InputError("error.save") from None
    finally:
        new.unlink(missing_ok=True)
    return house


def _opened(raw: bytes) -> Paper:
    if len(raw) > MOST_BYTES:
        raise InputError("error.house.large", most=MOST_BYTES // 1_000_000)
    try:
        with ZipFile(io.BytesIO(raw)) as members:
            if sum(member.file_size for member in members.infolist()) > MOST_UNPACKED:
                raise InputError("error.house.large", most=MOST_BYTES // 1_000_000)
            if any(name.lower().endswith("vbaproject.bin") for name in members.namelist()):
                raise InputError("error.house.macros")
        return docx.Document(io.BytesIO(raw))
    except BadZipFile:
        raise InputError("error.house.open") from None
    except InputError:
        raise
    except Exception:  # noqa: BLE001 XML and python-docx each raise their own
        raise InputError("error.house.open") from None


def _faults(paper: Paper) -> Iterator[InputError]:
    """What keeps a file from being the house style, the worst first."""
    header = letterhead(paper)
    for part in (paper.part, *([header.part] if header else [])):
        for link in part.rels.values():
            if link.is_external and link.reltype != RELATIONSHIP_TYPE.HYPERLINK:
                yield InputError("error.house.outside", link=link.target_ref[:80])
    page = paper.sections[0]
    sides = (
        page.page_width,
        page.left_margin,
        page.right_margin,
        page.page_height,
        page.top_margin,
        page.bottom_margin,
    )
    width, left, right, height, top, bottom = (side or 0 for side in sides)
    if width - left - right < LEAST_WIDTH or height - top - bottom < LEAST_HEIGHT:
        yield InputError("error.house.margins", least=round(LEAST_WIDTH / Cm(1)))
    text = "".join(paragraph.text for paragraph in header.paragraphs) if header else ""
    blips = list(header._element.iter(qn("a:blip"))) if header else []
    if header is not None:
        fonts = {name for font in header._element.iter(qn("w:rFonts")) for name in font.attrib.values()}
        if _LETTER.search(text) and (legacy := next((name for name in fonts if _LEGACY.search(name)), None)):
            yield InputError("error.house.legacy", font=legacy)
        for blip in blips:
            part = header.part.related_parts.get(blip.get(qn("r:embed"), ""))
            if part is not None and not part.partname.lower().endswith(SHOWN):
                yield InputError("error.house.picture", name=part.partname.rpartition("/")[2])
    if not text.strip() and not blips and next(paper.element.body.iter(qn("a:blip")), None) is not None:
        yield InputError("error.house.body")


def complete(paper: Paper, ours: Paper) -> None:
    """Gives the file what it lacks: our styles, a Devanagari font, bold and size for Devanagari too, the right edge's place."""
    names = {style.name for style in paper.styles}
    changed_copy = all(name in names for name in OURS)
    for style in ours.styles:
        if style.name in {style_name(look) for look in LOOKS} and not (changed_copy and style.name in names):
            if style.name in names:
                paper.styles.element.remove(paper.styles[style.name].element)
            element = deepcopy(style.element)
            based = element.find(qn("w:basedOn"))
            if based is not None:
                based.set(qn("w:val"), paper.styles[style.base_style.name].style_id)
            paper.styles.element.append(element)
    _first_page_only(paper)
    header = letterhead(paper)
    for place in (paper.styles["Normal"].element, *([header._element] if header is not None else [])):
        for properties in place.iter(qn("w:rPr")):
            _twin(properties)
    _devanagari(paper, ours)
    page = paper.sections[0]
    edge = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    for stop in paper.styles["Number"].element.iter(qn("w:tab")):
        if stop.get(qn("w:val")) == "right":
            stop.set(qn("w:pos"), str(round(edge / 635)))  # a twentieth of a point is 635 of Word's units


def _first_page_only(paper: Paper) -> None:
    """A letterhead that stands on every page stays on the first; the others get their number, where the file counts no pages."""
    page = paper.sections[0]
    if page.header.is_linked_to_previous or page.different_first_page_header_footer:
        return
    for unused in (*page._sectPr.headerReference_lst, *page._sectPr.footerReference_lst):
        if unused.type_ == WD_HEADER_FOOTER.FIRST_PAGE:
            page._sectPr.remove(unused)
    foot = page.footer
    if foot.is_linked_to_previous:
        number = foot.paragraphs[0]
        number.alignment = WD_ALIGN_PARAGRAPH.CENTER
        number._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"/>'))
    else:
        first = deepcopy(next(one for one in page._sectPr.footerReference_lst if one.type_ == WD_HEADER_FOOTER.PRIMARY))
        first.type_ = WD_HEADER_FOOTER.FIRST_PAGE
        page._sectPr.insert(0, first)
    for header in page._sectPr.headerReference_lst:
        if header.type_ == WD_HEADER_FOOTER.PRIMARY:
            header.type_ = WD_HEADER_FOOTER.FIRST_PAGE
    page.different_first_page_header_footer = True


def _twin(properties: Any) -> None:
    """Bold and size as they are said of Latin letters, for Devanagari: Word reads each from a tag of its own."""
    for tag, twin in (("w:b", "w:bCs"), ("w:sz", "w:szCs")):
        said = properties.find(qn(tag))
        if said is not None and properties.find(qn(twin)) is None:
            other = OxmlElement(twin)
            for name, value in said.attrib.items():
                other.set(name, value)
            said.addnext(other)


def _devanagari(paper: Paper, ours: Paper) -> None:
    """The font for Devanagari where the file names none: else each computer takes one that it likes."""
    normal = paper.styles["Normal"].element.get_or_add_rPr()
    fonts = normal.find(qn("w:rFonts"))
    if (
        fonts is not None
        and (fonts.get(qn("w:cs")) or "").strip()
        and fonts.get(qn("w:cs")) != fonts.get(qn("w:ascii"))
    ):
        return
    wanted = deepcopy(ours.styles["Normal"].element.find(f".//{qn('w:rFonts')}"))
    if fonts is not None:
        if latin := fonts.get(qn("w:ascii")):
            wanted.set(qn("w:ascii"), latin)
        normal.remove(fonts)
    normal.insert(0, wanted)
