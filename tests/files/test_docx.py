import io
import re
import shutil
import subprocess
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from assistant import files
from assistant.files.house import style_name
from assistant.forms.document import LOOKS, Block, Document, Part

PAPERS = ["letter", "mail", "hostile"]


def written(document, house):
    return docx.Document(io.BytesIO(files.write(document, ".docx", house)))


def lines(paper):
    """Every paragraph in the order of reading: closing lines may stand in a row that no page's end parts."""
    return [Paragraph(element, paper) for element in paper.element.body.iter(qn("w:p"))]


def as_shown(run, paragraph, paper):
    """The run's properties as Word works them out: defaults, what the style is based on, the style, the run itself."""
    sources, style = [run._r.rPr], paragraph.style
    while style is not None:
        sources.append(style.element.rPr)
        style = style.base_style
    sources.append(paper.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}"))
    shown = {}
    for source in reversed(sources):
        for element in () if source is None else source:
            for name, value in element.attrib.items():
                shown[f"{element.tag} {name}".replace(qn("w:t")[:-1], "")] = value
    return shown


@pytest.mark.parametrize("name", PAPERS)
def test_the_word_file_says_what_the_text_says(request, house, name):
    document = request.getfixturevalue(name)
    paper = written(document, house)
    assert [paragraph.text for paragraph in lines(paper)] == [row.text for row in document.rows()]
    assert " ".join(paragraph.text for paragraph in lines(paper)).split() == document.text.split()


def test_the_house_has_a_style_for_every_look(house):
    names = {style.name for style in docx.Document(str(house)).styles}
    assert {style_name(look) for look in LOOKS} <= names


@pytest.mark.parametrize(
    ("look", "name"), [("letterhead-line", "Letterhead Line"), ("sign", "Sign"), ("header", "Mail Header")]
)
def test_a_look_is_called_in_word(look, name):
    assert style_name(look) == name


def test_each_line_wears_the_style_of_its_look_and_nothing_else(letter, house):
    paper = written(letter, house)
    assert [paragraph.style.name for paragraph in lines(paper)] == [style_name(row.look) for row in letter.rows()]
    assert [run.text for paragraph in lines(paper) for run in paragraph.runs if run._r.rPr is not None] == []


def test_hindi_is_set_in_the_font_size_and_weight_that_the_style_asks_for(house):
    every_look = Document("letter", "hi", "सब", tuple(Part(look, (Block(look, "बजट Budget"),)) for look in LOOKS))
    paper = written(every_look, house)
    for paragraph in paper.paragraphs:
        shown = as_shown(paragraph.runs[0], paragraph, paper)
        assert shown["rFonts hAnsi"] == shown["rFonts cs"] == "Nirmala UI", paragraph.style.name
        assert shown["rFonts ascii"] == "Times New Roman", paragraph.style.name
        assert not [name for name in shown if "heme" in name], paragraph.style.name
        assert shown["sz val"] == shown["szCs val"], paragraph.style.name
        assert shown.get("b val") == shown.get("bCs val"), paragraph.style.name
        assert (shown["lang val"], shown["lang bidi"]) == ("en-IN", "hi-IN"), paragraph.style.name
    assert as_shown(paper.paragraphs[0].runs[0], paper.paragraphs[0], paper)["bCs val"] == "1"


def test_no_style_of_the_house_uses_the_theme(house):
    with ZipFile(house) as members:
        assert not re.findall(rb"w:\w*[tT]heme\w*=", members.read("word/styles.xml"))


def test_signatures_stay_with_what_is_signed_and_the_copies_number_with_the_copies(letter, house):
    kept = [p.text for p in lines(written(letter, house)) if p.paragraph_format.keep_with_next]
    assert [words.split()[0] for words in kept] == ["12.", "भवदीय,", "(अ.", "कलेक्टर", "पृ.", "5.", "कलेक्टर"]


def test_pages_are_numbered_from_the_second_on(letter, house):
    section = written(letter, house).sections[0]
    assert section.different_first_page_header_footer
    fields = [
        [code.text.strip() for code in place._element.iter(qn("w:instrText"))]
        for place in (section.footer, section.first_page_footer, section.header, section.first_page_header)
    ]
    assert fields == [["PAGE"], [], [], []]


def test_the_page_is_a4_with_the_margins_of_an_office(letter, house):
    section = written(letter, house).sections[0]
    sides = section.page_width, section.page_height, section.left_margin, section.right_margin, section.top_margin
    assert [round(side.cm, 1) for side in sides] == [21.0, 29.7, 2.5, 2.0, 2.0]


def test_a_style_that_the_office_deleted_leaves_plain_lines(letter, house, tmp_path):
    own = docx.Document(str(house))
    own.styles["Label"].delete()
    own.styles["Letterhead Office"].delete()  # which a file that an office made earlier never had
    own.save(str(tmp_path / "house.docx"))
    paper = written(letter, tmp_path / "house.docx")
    styles = {paragraph.text[:7]: paragraph.style.name for paragraph in paper.paragraphs}
    assert (styles["विषय :-"], styles["महोदय,"], styles["कार्याल"]) == ("Normal", "Salutation", "Letterhead")


def test_nothing_of_whoever_made_the_house_goes_out(letter, house, tmp_path):
    own = docx.Document(str(house))
    own.add_paragraph("मसौदा, किसी को न दिखाएँ")
    own.core_properties.author = own.core_properties.last_modified_by = own.core_properties.comments = "क. ख. बाबू"
    own.save(str(tmp_path / "house.docx"))
    content = files.write(letter, ".docx", tmp_path / "house.docx")
    with ZipFile(io.BytesIO(content)) as members:
        everything = b"".join(members.read(name) for name in members.namelist()).decode("utf-8", "replace")
    assert "किसी को न" not in everything
    assert "बाबू" not in everything
    assert "python-docx" not in everything


@pytest.mark.parametrize(("name", "language"), [("letter", "hi-IN"), ("mail", "en-IN")])
def test_the_file_carries_title_and_language(request, house, name, language):
    document = request.getfixturevalue(name)
    properties = written(document, house).core_properties
    assert (properties.title, properties.language) == (document.title, language)
    assert (properties.author, properties.comments, properties.created) == ("", "", None)


def test_a_subject_that_is_too_long_for_a_title_is_cut(paper, house):
    document = paper("subject label | विषय", title="पेयजल " * 100)
    assert 250 <= len(written(document, house).core_properties.title) <= 255


def test_the_time_of_day_leaves_no_trace(letter, house):
    with ZipFile(io.BytesIO(files.write(letter, ".docx", house))) as members:
        assert {member.date_time for member in members.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_line_break_inside_a_line_is_a_soft_one(paper, house):
    [paragraph] = written(paper(r"addressee address | तहसीलदार,\nइछावर"), house).paragraphs
    assert len(paragraph._p.findall(f".//{qn('w:br')}")) == 1


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="needs LibreOffice and pdftotext: apt install libreoffice-writer poppler-utils",
)
def test_wherever_the_page_ends_the_signature_has_text_above_it(letter_of, house, tmp_path):
    lengths = range(6, 19)
    for length in lengths:
        (tmp_path / f"{length}.docx").write_bytes(files.write(letter_of(length), ".docx", house))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    names = [str(tmp_path / f"{length}.docx") for length in lengths]
    office = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *names]
    subprocess.run(office, check=True, capture_output=True, timeout=180)
    counts = set()
    for length in lengths:
        reader = ["pdftotext", "-layout", str(tmp_path / f"{length}.pdf"), "-"]
        pages = subprocess.run(reader, check=True, capture_output=True, text=True).stdout.split("\f")[:-1]
        counts.add(len(pages))
        [text_ends], [signed] = ([at for at, words in enumerate(pages) if mark in words] for mark in ("9001", "9002"))
        assert text_ends == signed, f"{length} paragraphs"
        assert [page.split()[-1] for page in pages[1:]] == ["2"], "a page ends with its number"
        assert pages[0].split()[-1] != "1", "the first page has no number"
    assert counts == {2}, "a letter so short or so long doesn't try where the page ends"
