"""An office gives its own Word file: its letterhead, emblem, font and margins hold for every paper; a bad file is refused with the reason."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant import files
from assistant.assistant import Assistant
from assistant.errors import InputError
from assistant.files.own_house import accept
from assistant.forms.document import Document
from assistant.settings import read_settings
from assistant.ui import look

NAME = "कार्यालय नगर पालिका परिषद, सीहोर"


def emblem() -> bytes:
    """A red square as PNG."""
    rows = b"".join(b"\0" + b"\xb0\x20\x20" * 8 for _ in range(8))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def letterhead(name: str = NAME, change: Callable[..., None] | None = None) -> bytes:
    """A file as an office has it: none of our styles, the emblem and its name in the header of the first page."""
    paper = docx.Document()
    page = paper.sections[0]
    page.page_width, page.page_height, page.left_margin, page.right_margin = Cm(21), Cm(29.7), Cm(4), Cm(2)
    page.different_first_page_header_footer = True
    header = page.first_page_header
    header.is_linked_to_previous = False
    first = header.paragraphs[0]
    first.alignment = WD_ALIGN_PARAGRAPH.CENTER
    first.add_run().add_picture(io.BytesIO(emblem()), width=Cm(2))
    run = header.add_paragraph().add_run(name)
    run.bold, run.font.size = True, Pt(18)
    paper.styles["Normal"].font.size = Pt(13)
    if change:
        change(paper)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


@pytest.fixture
def own(tmp_path: Path, house: Path) -> Callable[[bytes], Path]:
    def take(raw: bytes) -> Path:
        accept(raw, house, tmp_path / "home" / "house.docx")
        return tmp_path / "home" / "house.docx"

    return take


def test_the_letterhead_stands_on_the_paper_once_and_the_offices_margins_and_size_hold(letter: Document, own) -> None:
    kept = own(letterhead())
    paper = docx.Document(io.BytesIO(files.write(letter, ".docx", kept)))
    section = paper.sections[0]
    assert round(section.left_margin.cm) == 4
    assert section.first_page_header.paragraphs[1].text == NAME
    assert "कार्यालय कलेक्टर" not in [paragraph.text for paragraph in paper.paragraphs]
    assert paper.styles["Numbered"].font.size is None  # as large as the office's own text
    assert paper.styles["Letterhead"].font.bold
    assert paper.styles["Letterhead Office"].base_style.name == "Letterhead"
    stop = paper.styles["Number"].paragraph_format.tab_stops[0]
    assert round(stop.position.cm, 1) == 15.0  # the date stands at the right edge of these margins
    bold = section.first_page_header.paragraphs[1].runs[0]._r.rPr
    assert bold.find(qn("w:bCs")) is not None  # else Word draws its Devanagari thin


def test_pdf_and_web_page_have_the_letterhead_and_the_emblem_too(letter: Document, own) -> None:
    kept = own(letterhead())
    web = files.write(letter, ".html", kept).decode()
    assert web.count(NAME) == 1
    assert "data:image/png;base64," in web
    assert "कार्यालय कलेक्टर" not in web
    made = files.write(letter, ".pdf", kept)
    assert b"/Image" in made
    from tests.files.test_pdf import pages_of

    assert pages_of(made)[0].startswith(NAME)


def test_a_note_has_no_letterhead_whatever_the_office_has(paper: Callable[..., Document], own) -> None:
    note = paper("title title | कार्यालयीन टिप्पणी\nbody numbered | 1. अनुमोदनार्थ प्रस्तुत।", form="notesheet")
    kept = own(letterhead())
    written = docx.Document(io.BytesIO(files.write(note, ".docx", kept)))
    assert NAME not in [paragraph.text for paragraph in written.sections[0].first_page_header.paragraphs]
    assert NAME not in files.write(note, ".html", kept).decode()


def test_an_emblem_without_a_name_stands_over_the_offices_own_lines(letter: Document, own) -> None:
    kept = own(letterhead(name=""))
    written = docx.Document(io.BytesIO(files.write(letter, ".docx", kept)))
    assert written.paragraphs[0].text == "कार्यालय कलेक्टर"
    assert "कार्यालय कलेक्टर" in files.write(letter, ".html", kept).decode()


def test_what_an_office_changed_in_our_own_file_stays_as_it_is(letter: Document, own, house: Path) -> None:
    changed = docx.Document(str(house))
    changed.styles["Title"].font.size = Pt(22)
    out = io.BytesIO()
    changed.save(out)
    assert docx.Document(str(own(out.getvalue()))).styles["Title"].font.size == Pt(22)


@pytest.mark.parametrize("footed", [False, True])
def test_a_letterhead_on_every_page_of_the_file_stays_on_the_first(letter: Document, own, footed: bool) -> None:
    def everywhere(paper) -> None:
        page = paper.sections[0]
        page.different_first_page_header_footer = False
        page.header.paragraphs[0].add_run("कार्यालय तहसीलदार, इछावर")
        if footed:
            page.footer.paragraphs[0].add_run("तहसील मार्ग")

    file = own(letterhead(change=everywhere))
    page = docx.Document(io.BytesIO(files.write(letter, ".docx", file))).sections[0]
    assert page.different_first_page_header_footer
    assert "तहसीलदार" in page.first_page_header.paragraphs[0].text
    assert page.header.is_linked_to_previous or not page.header.paragraphs[0].text
    feet = [foot.paragraphs[0] for foot in (page.footer, page.first_page_footer)]
    assert [foot.text for foot in feet] == (["तहसील मार्ग"] * 2 if footed else ["", ""])
    assert ("PAGE" in feet[0]._p.xml) != footed


def _linked(paper) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE

    paper.sections[0].first_page_header.part.relate_to(
        "http://198.51.100.7/e.png", RELATIONSHIP_TYPE.IMAGE, is_external=True
    )


def _narrow(paper) -> None:
    paper.sections[0].left_margin = paper.sections[0].right_margin = Cm(8)


def _legacy(paper) -> None:
    run = paper.sections[0].first_page_header.paragraphs[1].add_run("dk;kZy; dysDVj")
    fonts = OxmlElement("w:rFonts")
    fonts.set(qn("w:ascii"), "Kruti Dev 010")
    run._r.get_or_add_rPr().insert(0, fonts)


def _in_the_text(paper) -> None:
    header = paper.sections[0].first_page_header
    for block in list(header._element):
        header._element.remove(block)
    header.add_paragraph()
    paper.add_picture(io.BytesIO(emblem()))


def _with_macros() -> bytes:
    out = io.BytesIO(letterhead())
    with ZipFile(out, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    return out.getvalue()


def _bomb() -> bytes:
    out = io.BytesIO(letterhead())
    with ZipFile(out, "a", 8) as archive:
        archive.writestr("word/media/long.xml", b"0" * 70_000_000)
    return out.getvalue()


BAD = {
    "text": (lambda: "क".encode() * 100, "error.house.open"),
    "zip": (lambda: b"PK\x03\x04" + b"x" * 200, "error.house.open"),
    "large": (lambda: b"x" * 5_000_001, "error.house.large"),
    "bomb": (_bomb, "error.house.large"),
    "macros": (_with_macros, "error.house.macros"),
    "linked": (lambda: letterhead(change=_linked), "error.house.outside"),
    "narrow": (lambda: letterhead(change=_narrow), "error.house.margins"),
    "Kruti Dev": (lambda: letterhead(change=_legacy), "error.house.legacy"),
    "in the text": (lambda: letterhead(change=_in_the_text), "error.house.body"),
}


@pytest.mark.parametrize(("make", "key"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_with_the_reason_and_the_look_stays(own, tmp_path: Path, make, key: str) -> None:
    kept = own(letterhead())
    before = kept.read_bytes()
    with pytest.raises(InputError) as raised:
        own(make())
    assert raised.value.key == key
    assert kept.read_bytes() == before
    assert [file.name for file in kept.parent.iterdir()] == ["house.docx"]


def browser(tmp_path: Path, lab: bool) -> tuple[TestClient, Assistant]:
    assistant = Assistant(read_settings().model_copy(update={"home": tmp_path}))
    server = FastAPI()
    look.mount(server, assistant, lab)
    return TestClient(server), assistant


def test_who_sits_at_the_offices_computer_gives_the_look_sees_it_and_takes_it_back(tmp_path: Path) -> None:
    client, assistant = browser(tmp_path, lab=False)
    assert "ऐप के साथ आया रूप" in client.get("/look").text
    told = client.post("/look", files={"file": ("house.docx", letterhead())})
    assert told.status_code == 200
    assert "फ़ाइल ले ली गई" in told.text
    assert assistant.house == tmp_path / "house.docx"
    assert client.get("/look/page").text.startswith("<svg")
    assert client.get("/look/file").content == assistant.house.read_bytes()
    refused = client.post("/look?lang=en", files={"file": ("house.docx", b"nothing")})
    assert refused.status_code == 400
    assert "isn&#x27;t a Word file" in refused.text
    client.post("/look/back")
    assert assistant.house == assistant.built_in_house


def test_in_a_lab_a_trainee_cant_change_the_look_nor_can_another_site_do_it_for_somebody(tmp_path: Path) -> None:
    client, assistant = browser(tmp_path, lab=True)
    assert client.post("/look", files={"file": ("house.docx", letterhead())}).status_code == 400
    client, assistant = browser(tmp_path, lab=False)
    sent = client.post("/look", files={"file": ("house.docx", letterhead())}, headers={"Origin": "http://198.51.100.7"})
    assert sent.status_code == 400
    assert assistant.house == assistant.built_in_house
