"""Rows of cells are a table in every format that has one, and columns with tabs in the others."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from assistant import files
from assistant.assistant import Assistant
from assistant.forms.brief import read_brief
from assistant.forms.document import Document
from assistant.forms.reader import read
from assistant.settings import read_settings

ROWS = ["श्री रामलाल वर्मा | ग्राम खजूरी | रु. 2,50,000/-", "श्रीमती सुशीला बाई | ग्राम सेमरा | रु. 1.2 लाख"]


@pytest.fixture
def minutes(paper: Callable[..., Document]) -> Document:
    """Minutes with 25 decisions, each with who and by when."""
    rows = "\n".join(
        f"decisions table | {n}.\\tहैंडपंप क्रमांक {n} की मरम्मत कराई जाए और पालन बताया जाए।\\tउत्तरदायी : कार्यपालन यंत्री।\\tसमय-सीमा : {n:02}.03.2026।"
        for n in range(1, 26)
    )
    return paper(f"decisions label | बैठक में लिए गए निर्णय :-\n{rows}\nsignature sign | कलेक्टर", form="minutes")


def test_decisions_are_a_table_in_word_and_its_rows_stay_whole(minutes: Document, house: Path) -> None:
    [table] = docx.Document(io.BytesIO(files.write(minutes, ".docx", house))).tables
    assert len(table.rows) == 25
    assert [cell.text for cell in table.rows[24].cells][2:] == ["उत्तरदायी : कार्यपालन यंत्री।", "समय-सीमा : 25.03.2026।"]
    assert all("cantSplit" in row._tr.xml for row in table.rows)


def test_what_word_was_given_is_read_back_from_it(minutes: Document, house: Path) -> None:
    text = files.read(files.write(minutes, ".docx", house), ".docx").text
    assert " ".join(text.split()) == " ".join(minutes.text.split())


def test_a_page_of_the_browser_has_the_same_columns_in_all_rows(minutes: Document, house: Path) -> None:
    web = files.write(minutes, ".html", house).decode()
    widths = {
        line.partition("grid-template-columns:")[2].partition('"')[0]
        for line in web.split("\n")
        if 'class="table"' in line
    }
    assert len(widths) == 1
    assert web.count('<p class="table"') == 25


def test_points_with_bars_are_a_table_of_the_order_and_read_back_as_they_were(house: Path) -> None:
    assistant = Assistant(read_settings())
    form = assistant.library.form("order")
    brief = read_brief(form, f"sender: कलेक्टर\nordered: कुल रु. 3.7 लाख की स्वीकृति\npoints: {ROWS}", "brief")
    made = assistant.drafter.offline(brief, "hi")
    assert made.document.text.count("\t") == 4
    assert "\nश्री रामलाल वर्मा\tग्राम खजूरी\tरु. 2,50,000/-" in made.document.text
    [table] = docx.Document(io.BytesIO(assistant.file(made.document, ".docx"))).tables
    assert [cell.text for cell in table.rows[1].cells] == ["श्रीमती सुशीला बाई", "ग्राम सेमरा", "रु. 1.2 लाख"]
    again = read(made.document.text, form, "hi").by_part()["body"]
    assert [" ".join(line.split()) for line in again] == [
        " ".join(line.split()) for line in made.document.by_part()["body"]
    ]
    assert "|" in made.prose  # so it is typed in the editor


def test_a_bar_in_a_sentence_makes_no_table() -> None:
    assistant = Assistant(read_settings())
    brief = read_brief(assistant.library.form("order"), "ordered: x\npoints: ['क | ख की स्वीकृति दी जाती है']", "brief")
    assert "\t" not in assistant.drafter.offline(brief, "hi").document.text.replace("    ", "")


def test_the_words_over_a_table_of_decisions_are_no_decision_without_an_owner() -> None:
    assistant = Assistant(read_settings())
    for language in ("hi", "en"):
        made = assistant.drafter.offline(
            assistant.library.example(assistant.library.form("minutes"), language), language
        )
        assert [finding.code for finding in made.findings] == []


def test_a_signature_takes_the_last_row_of_a_table_along(minutes: Document, house: Path) -> None:
    from tests.files.test_pdf import pages_of

    pages = pages_of(files.write(minutes, ".pdf", house))
    signed = next(page for page in pages if "कलेक्टर" in page)
    assert "25.03.2026" in signed


HEADED = "नाम\\tग्राम\\tराशि\nbody table | रामलाल\\tखजूरी\\tरु. 1.20 लाख\nbody table | सुशीला\\tसेमरा\\tरु. 0.95 लाख"


def test_a_head_is_bold_and_stands_on_every_page_that_its_table_goes_on_to(
    paper: Callable[..., Document], house: Path
) -> None:
    made = paper(f"body table | {HEADED}")
    [table] = docx.Document(io.BytesIO(files.write(made, ".docx", house))).tables
    assert ["tblHeader" in row._tr.xml for row in table.rows] == [True, False, False]
    assert all(run.bold and run.font.cs_bold for cell in table.rows[0].cells for run in cell.paragraphs[0].runs)
    assert files.write(made, ".html", house).decode().count('class="table head"') == 1


def test_two_who_sign_side_by_side_stand_on_one_line_in_every_format(
    paper: Callable[..., Document], house: Path
) -> None:
    made = Assistant(read_settings())
    form = made.library.form("resolution")
    document = made.library.templates.render(made.library.example(form, "hi"), "hi", "mp")
    word = docx.Document(io.BytesIO(files.write(document, ".docx", house)))
    [line] = [one for one in word.paragraphs if one.text == "सचिव\tसरपंच"]
    assert line.paragraph_format.tab_stops
    assert "सचिव    सरपंच" in files.write(document, ".txt", house).decode()
    assert '<p class="sign pair">' in files.write(document, ".html", house).decode()
