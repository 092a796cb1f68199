"""A PDF prints what the paper says, and gives it back letter for letter when it is searched, copied or read aloud."""

import io
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from assistant.assistant import Assistant
from assistant.errors import InputError
from assistant.files import pdf
from assistant.forms.document import Document
from assistant.settings import read_settings

ROOT = Path(__file__).parents[2]


def pages_of(raw: bytes) -> list[str]:
    """What each page reads, by the text that stands behind its letters."""
    read = []
    for page in PdfReader(io.BytesIO(raw)).pages:
        marks = re.findall(rb"/ActualText <FEFF([0-9A-F]*)>", page["/Contents"].get_object().get_data())
        read.append("".join(bytes.fromhex(mark.decode()).decode("utf-16-be") for mark in marks))
    return read


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant(read_settings())


def words_of_ours() -> list[str]:
    """Every word that stands in a form, a message or a word list, as far as it has Devanagari, and joined letters that are rare."""
    files = [*ROOT.glob("templates/letters/*/*.*"), *ROOT.glob("assistant/messages/*.yaml")]
    files += [
        ROOT / f"assistant/language/data/{name}.txt"
        for name in ("asks.hi", "names.hi", "numbers.hi", "office.hi", "places")
    ]
    found = {word for file in files for word in re.findall(r"[\u0900-\u097f\u200c\u200d]+", file.read_text("utf-8"))}
    alone = re.compile(
        r"[\u0900-\u0903\u093a-\u093c\u093e-\u094f\u200c\u200d\u0964\u0965]"
    )  # a sign that no letter carries
    rare = ["र्‍याँ", "द्ध्र्य", "क्‍ष", "ज़िम्मेदारी", "श्रृंखला", "र्द्धशासकीय", "उज्ज्वल", "ह्रास", "ट्रक्टर", "ष्ट्र्य", "ॐ"]
    return sorted(word for word in found if not alone.match(word)) + rare


def test_every_word_of_ours_is_read_back_as_it_was_written(paper: Callable[..., Document], house: Path) -> None:
    words = words_of_ours()
    assert len(words) > 3000
    lines = [" ".join(words[n : n + 12]) for n in range(0, len(words), 12)]
    document = paper("\n".join(f"body paragraph | {line}" for line in lines))
    read = "".join(pages_of(pdf.write(document, house)))
    assert re.sub(r"[0-9]+", "", read) == "".join(lines)  # page numbers are no words


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext (poppler-utils) is not installed")
def test_what_pdftotext_gives_back_is_what_the_text_file_says(assistant: Assistant, tmp_path: Path) -> None:
    for n, form in enumerate(assistant.library.forms.values()):
        language, norm = ("hi", "en")[n % 2], ("mp", "goi", "up")[n % 3]
        brief = assistant.library.example(form, language)
        document = assistant.library.templates.render(brief, language, norm)
        file = tmp_path / f"{form.id}.pdf"
        file.write_bytes(assistant.file(document, ".pdf"))
        told = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, encoding="utf-8", check=True)
        without_numbers = re.sub(r"\n\d+\n+\f", "\n", told.stdout)
        if any(row.look == "table" for row in document.rows()):  # which reads a table by its columns
            assert sorted(without_numbers.split()) == sorted(document.text.split()), form.id
        else:
            assert squeezed(without_numbers) == squeezed(document.text), form.id


@pytest.mark.parametrize("count", [9, 10, 11, 12, 13])
def test_a_signature_never_stands_on_a_page_without_text(
    letter_of: Callable[[int], Document], house: Path, count: int
) -> None:
    pages = pages_of(pdf.write(letter_of(count), house))
    signed = next(page for page in pages if "भवदीय" in page)
    assert "संख्या 9001" in signed
    assert "जिला सीहोर, पंजी 9002" in signed


def test_pages_have_numbers_from_the_second_on(letter_of: Callable[[int], Document], house: Path) -> None:
    first, second, third = pages_of(pdf.write(letter_of(30), house))
    assert not first.rstrip().endswith(" 1")
    assert second.rstrip().endswith("2")
    assert third.rstrip().endswith("3")


def test_what_looks_like_code_is_printed_as_it_is(hostile: Document, house: Path) -> None:
    [page] = pages_of(pdf.write(hostile, house))
    assert "".join(page.split()) == "".join(hostile.text.split())


def test_a_word_longer_than_a_line_stays_on_the_paper(paper: Callable[..., Document], house: Path) -> None:
    word = "कार्यालयाध्यक्ष" * 200
    document = paper(f"body paragraph | {word}")
    assert "".join(pages_of(pdf.write(document, house))).strip().rstrip("23").replace(" ", "") == word
    assert len(pdf.pictures(document, house)) == 1


def test_a_letter_without_a_drawing_is_named_and_not_printed_as_a_box(
    paper: Callable[..., Document], house: Path
) -> None:
    with pytest.raises(InputError) as raised:
        pdf.write(paper("body paragraph | ગુજરાત 👍 और Ω"), house)
    assert raised.value.key == "error.pdf.letters"
    assert set(raised.value.values["letters"].split()) == {"ગ", "ુ", "જ", "ર", "ા", "ત", "👍", "Ω"}


def test_a_computer_without_typst_says_so_in_one_line(
    letter: Document, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(InputError) as raised:
        pdf.write(letter, house)
    assert raised.value.key == "error.pdf.engine"


def test_the_margins_and_sizes_of_the_house_file_are_those_of_the_pdf(
    letter: Document, house: Path, tmp_path: Path
) -> None:
    import docx
    from docx.shared import Cm, Pt

    changed = docx.Document(str(house))
    changed.sections[0].page_width, changed.sections[0].page_height = Cm(21.6), Cm(35.6)
    changed.styles["Paragraph"].font.size = changed.styles["Numbered"].font.size = Pt(26)
    changed.save(str(tmp_path / "house.docx"))
    ours = PdfReader(io.BytesIO(pdf.write(letter, house))).pages
    theirs = PdfReader(io.BytesIO(pdf.write(letter, tmp_path / "house.docx"))).pages
    assert [round(float(side) / 72 * 2.54, 1) for side in ours[0].mediabox[2:]] == [21.0, 29.7]
    assert [round(float(side) / 72 * 2.54, 1) for side in theirs[0].mediabox[2:]] == [21.6, 35.6]
    assert len(theirs) > len(ours)
