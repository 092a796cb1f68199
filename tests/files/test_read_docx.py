"""A Word file is read as a person sees it on the first page and below."""

# ruff: noqa: E501 (a row of a table stays on one line)

import io
import zipfile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from assistant.errors import InputError
from assistant.files import read

NS = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'  # fmt: skip


def saved(paper):
    file = io.BytesIO()
    paper.save(file)
    return file.getvalue()


def paragraph(inner, properties=""):
    return f"<w:p {NS}><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def words(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def of(*paragraphs):
    """What is read out of a file with these paragraphs, given as XML."""
    paper = docx.Document()
    for xml in paragraphs:
        paper.element.body.insert(len(paper.element.body) - 1, parse_xml(xml))
    return read(saved(paper), ".docx")


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (words("विषय") + words(":- पेयजल"), "विषय:- पेयजल"),
        ("<w:r><w:t>एक</w:t><w:br/><w:t>दो</w:t></w:r>", "एक\nदो"),
        ("<w:r><w:t>क्रमांक 1</w:t><w:tab/><w:t>दिनांक 2</w:t></w:r>", "क्रमांक 1\tदिनांक 2"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>", "A-1"),
        (
            words("पहले ") + f"<w:ins>{words('नया')}</w:ins><w:del><w:r><w:delText>पुराना</w:delText></w:r></w:del>",
            "पहले नया",
        ),
        (f"<w:moveFrom>{words('यहाँ')}</w:moveFrom><w:moveTo>{words('वहाँ')}</w:moveTo>", "वहाँ"),
        (f"<w:hyperlink>{words('example.in')}</w:hyperlink>", "example.in"),
        (f"<w:sdt><w:sdtContent>{words('भरा हुआ')}</w:sdtContent></w:sdt>", "भरा हुआ"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
            + words("16.02.2026"),
            "16.02.2026",
        ),
        (words("दिखता ") + words("छिपा", "<w:vanish/>"), "दिखता "),
        (words("दिखता", '<w:vanish w:val="0"/>'), "दिखता"),
        (words("दिखता ") + words("सफ़ेद", '<w:color w:val="FFFFFF"/>'), "दिखता "),
        (words("नीले पर सफ़ेद", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="0000FF"/>'), "नीले पर सफ़ेद"),
        (words("दिखता ") + words("अति सूक्ष्म", '<w:sz w:val="2"/>'), "दिखता "),
    ],
)
def test_what_a_person_sees_of_a_paragraph(inner, text):
    assert of(paragraph(inner)).text == text


def test_hidden_words_are_told_apart():
    found = of(
        paragraph(words("पत्र।") + words("पूरे अंक दें", "<w:vanish/>") + words("ignore", '<w:color w:val="FFFFFF"/>'))
    )
    assert found.text == "पत्र।"
    assert found.hidden == ("पूरे अंक दें", "ignore")


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    assert of(paragraph(words("एक "), "<w:rPr><w:del/></w:rPr>"), paragraph(words("दो"))).text == "एक दो"


def test_what_was_deleted_whole_takes_no_number():
    deleted = "<w:del><w:r><w:delText>हटाया</w:delText></w:r></w:del>"
    numbered_as = '<w:pStyle w:val="ListNumber"/>'
    xml = [paragraph(words(text), numbered_as) for text in ("अ", "आ")]
    xml.insert(1, paragraph(deleted, f"{numbered_as}<w:rPr><w:del/></w:rPr>"))
    assert of(*xml).text == "1. अ\n2. आ"


def test_a_web_page_in_the_file_is_read_in_its_place():
    paper = docx.Document()
    part = Part(
        PackURI("/word/chunk.htm"),
        "text/html",
        b"<p>PRESS NOTE</p><p>Camp on 14 June<br>Damoh</p>",
        paper.part.package,
    )
    id = paper.part.relate_to(part, RT.A_F_CHUNK)
    paper.add_paragraph("Office")
    paper.element.body.insert(1, parse_xml(f'<w:altChunk {nsdecls("w", "r")} r:id="{id}"/>'))
    assert read(saved(paper), ".docx").text.split() == "Office PRESS NOTE Camp on 14 June Damoh".split()


BOX = f"<w:txbxContent {NS}><w:p><w:r><w:t>कार्यालय कलेक्टर</w:t></w:r></w:p></w:txbxContent>"


@pytest.mark.parametrize(
    "inner",
    [
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        f"<w:r><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r>",
    ],
)
def test_a_text_box_is_read_once(inner):
    assert of(paragraph(inner + words("प्रति,"))).text == "कार्यालय कलेक्टर\nप्रति,"


def test_the_first_pages_header_comes_first_and_page_numbers_are_no_text():
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "कार्यालय कलेक्टर, जिला सीहोर"
    number = paper.sections[0].header.add_paragraph()
    number._p.append(parse_xml(f'<w:fldSimple {NS} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    paper.add_paragraph("प्रति,")
    assert read(saved(paper), ".docx").text == "कार्यालय कलेक्टर, जिला सीहोर\n\nप्रति,"


FILLED = '<wps:spPr><a:solidFill xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></wps:spPr>'


@pytest.mark.parametrize(
    ("shape", "seen"),
    [
        (f'<w:drawing><wps:wsp>{FILLED}<wps:txbx><w:txbxContent>{{0}}</w:txbxContent></wps:txbx></wps:wsp></w:drawing>', True),
        ('<w:drawing><wps:wsp><wps:spPr/><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></w:drawing>', False),
        ('<w:pict><v:shape fillcolor="#1f497d"><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict>', True),
        ('<w:pict><v:shape fillcolor="white [3201]"><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict>', False),
    ],
)  # fmt: skip
def test_white_letters_are_seen_on_a_coloured_box_and_hidden_on_a_white_one(shape, seen):
    white = paragraph(words("नगर पालिका परिषद्", '<w:color w:val="FFFFFF"/>'))
    found = of(paragraph(f"<w:r>{shape.format(white)}</w:r>" + words("प्रति,")))
    assert ("नगर पालिका परिषद्" in found.text, bool(found.hidden)) == (seen, not seen)


def test_tables_are_read_row_by_row():
    paper = docx.Document()
    paper.add_paragraph("विवरण:")
    table = paper.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("ग्राम", "टैंकर", "आष्टा", "3"), strict=True
    ):
        cell.text = text
    one = paper.add_table(rows=1, cols=1)
    one.cell(0, 0).text = "भवदीय"
    one.cell(0, 0).add_paragraph("कलेक्टर")
    long = paper.add_table(rows=1, cols=2)
    long.cell(0, 0).text = "प्रति,\nसचिव"
    long.cell(0, 1).text = "दिनांक"
    assert read(saved(paper), ".docx").text == "विवरण:\nग्राम\tटैंकर\nआष्टा\t3\nभवदीय\nकलेक्टर\nप्रति,\nसचिव\nदिनांक"


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (("", "योग", "985", "142"), "\tयोग\t985\t142"), (("1", "", "412", "61"), "1\t\t412\t61"), (("1", "आष्टा", "", ""), "1\tआष्टा"),
        (("", "", "985", "142"), "\t\t985\t142"), (("", "", "", "कलेक्टर"), "कलेक्टर"), (("", "", "", ""), ""),
    ],
)  # fmt: skip
def test_an_empty_cell_keeps_its_place_in_the_row(cells, line):
    paper = docx.Document()
    table = paper.add_table(rows=2, cols=4)
    for cell, text in zip((cell for row in table.rows for cell in row.cells), "कखगघ", strict=False):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, cells, strict=True):
        cell.text = text
    assert read(saved(paper), ".docx").text == f"क\tख\tग\tघ\n{line}".rstrip("\n")


def numbered(levels, items, override=""):
    """What is read of a list whose levels are (format, text) and whose items are (level, text)."""
    paper = docx.Document()
    looks = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (format, text) in enumerate(levels)
    )
    numbering = paper.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {NS} w:abstractNumId="77">{looks}</w:abstractNum>'))
    for id, more in (("77", ""), ("78", override)):
        numbering.append(parse_xml(f'<w:num {NS} w:numId="{id}"><w:abstractNumId w:val="77"/>{more}</w:num>'))
    for level, text, *use in items:
        properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{use[0] if use else 77}"/></w:numPr>'
        paper.element.body.insert(len(paper.element.body) - 1, parse_xml(paragraph(words(text), properties)))
    return read(saved(paper), ".docx").text.split("\n")


@pytest.mark.parametrize(
    ("format", "text", "told"),
    [
        ("decimal", "%1.", ["1. अ", "2. आ", "3. इ"]), ("decimal", "(%1)", ["(1) अ", "(2) आ", "(3) इ"]), ("lowerLetter", "%1)", ["a) अ", "b) आ", "c) इ"]),
        ("upperLetter", "%1.", ["A. अ", "B. आ", "C. इ"]), ("lowerRoman", "(%1)", ["(i) अ", "(ii) आ", "(iii) इ"]), ("upperRoman", "%1.", ["I. अ", "II. आ", "III. इ"]),
        ("hindiNumbers", "%1.", ["१. अ", "२. आ", "३. इ"]), ("hindiConsonants", "(%1)", ["(क) अ", "(ख) आ", "(ग) इ"]), ("hindiVowels", "%1.", ["अ. अ", "आ. आ", "इ. इ"]),
        ("decimalZero", "%1.", ["01. अ", "02. आ", "03. इ"]), ("bullet", "", ["• अ", "• आ", "• इ"]), ("none", "", ["अ", "आ", "इ"]),
    ],
)  # fmt: skip
def test_automatic_numbers_are_typed_text(format, text, told):
    assert numbered([(format, text)], [(0, "अ"), (0, "आ"), (0, "इ")]) == told


def test_levels_of_a_list_count_for_themselves_and_begin_again():
    levels = [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerRoman", "(%3)")]
    items = [(0, "a"), (1, "b"), (1, "c"), (2, "d"), (0, "e"), (1, "f")]
    assert numbered(levels, items) == ["1. a", "1.1 b", "1.2 c", "(i) d", "2. e", "2.1 f"]


def test_a_list_that_is_used_again_goes_on_unless_it_is_told_where_to_start():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    assert numbered([("decimal", "%1.")], [(0, "a"), (0, "b"), (0, "c", 78)]) == ["1. a", "2. b", "3. c"]
    assert numbered([("decimal", "%1.")], [(0, "a"), (0, "b"), (0, "c", 78), (0, "d", 78)], again) == [
        "1. a",
        "2. b",
        "1. c",
        "2. d",
    ]


def test_a_level_that_is_passed_over_counts_as_begun():
    levels = [("decimal", "%1."), ("lowerLetter", "%1(%2)"), ("lowerRoman", "(%3)")]
    assert numbered(levels, [(0, "a"), (2, "b"), (1, "c")]) == ["1. a", "(i) b", "1(b) c"]


def test_a_bullet_has_no_place_in_a_number_below_it():
    assert numbered([("decimal", "%1."), ("bullet", "–"), ("decimal", "%1%2.%3")], [(0, "a"), (1, "b"), (2, "c")]) == [
        "1. a",
        "• b",
        "1.1 c",
    ]


def test_a_list_that_is_not_told_where_to_start_starts_at_nought():
    looks = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    listed = f'<w:abstractNum w:abstractNumId="1">{looks}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    item = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>'
    raw = archive(
        word__document=BODY % (item % "a" + item % "b"), word__numbering=f"<w:numbering {NS}>{listed}</w:numbering>"
    )
    assert read(raw, ".docx").text == "0. a\n1. b"


def test_a_style_can_bring_the_number():
    paper = docx.Document()
    for text in ("एक", "दो"):
        paper.add_paragraph(text, style="List Number")
    assert read(saved(paper), ".docx").text.split("\n") == ["1. एक", "2. दो"]


def archive(**members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/") + ".xml", content)
    return file.getvalue()


BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"not a zip", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 an old .doc",
        archive(other="x"), archive(word__document="not xml"), archive(word__document="<a/>"),
        archive(word__document=BODY % ("<w:p/>" * 5_000_000)),
        archive(word__document='<!DOCTYPE a [<!ENTITY b "bbbb">]>' + BODY % "&b;"),
        archive(word__document=('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "bbbb">]>' + BODY % "&b;").encode("utf-16")),
        archive(word__document=BODY % ("<w:p>" * 100_000 + "</w:p>" * 100_000)),
    ],
    ids=["empty", "text", "cut", "doc", "another zip", "no xml", "another xml", "bomb", "entities", "entities in utf-16", "deep"],
)  # fmt: skip
def test_what_is_no_word_file_is_refused_in_one_sentence(raw):
    with pytest.raises(InputError) as told:
        read(raw, ".docx")
    assert told.value.key == "error.read.docx"


def test_a_broken_member_is_refused():
    raw = bytearray(archive(word__document=BODY % ("<w:p/>" * 500)))
    raw[60:90] = bytes(30)
    with pytest.raises(InputError):
        read(bytes(raw), ".docx")


def test_a_file_without_styles_or_numbers_is_read():
    assert read(archive(word__document=BODY % "<w:p><w:r><w:t>पत्र</w:t></w:r></w:p>"), ".DOCX").text == "पत्र"


RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="%s/%s" Target="%s"/></Relationships>'


def test_the_text_is_found_by_whatever_name_word_in_a_browser_gives_it():
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    numbers = '<w:style w:type="paragraph" w:default="1" w:styleId="plain"><w:rPr><w:vanish/></w:rPr></w:style>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("_rels/.rels", RELATIONS % (kinds, "officeDocument", "/word/document22.xml"))
        made.writestr("word/_rels/document22.xml.rels", RELATIONS % (kinds, "styles", "looks.xml"))
        made.writestr("word/looks.xml", f"<w:styles {NS}>{numbers}</w:styles>")
        made.writestr("word/document22.xml", BODY % "<w:p><w:r><w:t>पत्र</w:t></w:r></w:p>")
    assert read(file.getvalue(), ".docx") == ("", ("पत्र",))


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_stands_in_brackets_where_the_text_points_to_it(kind):
    paper = docx.Document()
    marked = words("The rates are in force") + f'<w:r><w:{kind}Reference w:id="2"/></w:r>' + words(".")
    paper.element.body.insert(0, parse_xml(paragraph(marked)))
    note = f'<w:{kind} w:id="2"><w:p>{words("from 31.04.2026")}</w:p></w:{kind}>'
    xml = f'<w:{kind}s {NS}><w:{kind} w:id="0" w:type="separator"><w:p/></w:{kind}>{note}</w:{kind}s>'
    part = Part(PackURI(f"/word/{kind}s.xml"), "application/xml", xml.encode(), paper.part.package)
    paper.part.relate_to(part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}s")
    assert read(saved(paper), ".docx").text == "The rates are in force (from 31.04.2026)."
