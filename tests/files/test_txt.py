import subprocess
import sys

import pytest

from assistant import files
from assistant.errors import InputError
from assistant.forms.document import Document


def test_a_letter_reads_as_it_would_on_paper(paper):
    document = paper(r"""
        letterhead letterhead | कार्यालय कलेक्टर
        letterhead letterhead-line | जिला सीहोर (म.प्र.)
        number number | क्रमांक 118
        date+ number | सीहोर, दिनांक 16.02.2026
        addressee addressee | प्रति,
        addressee address | तहसीलदार,\nइछावर
        subject label | विषय :-\tपेयजल।
        body numbered | 1. पहली बात।
        body numbered | 2. दूसरी बात।
        subscription subscription | भवदीय,
        signature sign | (अ. ब. वर्मा)
        signature signature | कलेक्टर
        copies copies | प्रतिलिपि :-
        copies copy | 1.\tकमिश्नर, भोपाल।
        copies copy | 2.\tगार्ड फाइल।
        copies sign | कलेक्टर
        """)
    assert document.text.split("\n") == [
        "कार्यालय कलेक्टर",
        "जिला सीहोर (म.प्र.)",
        "",
        "क्रमांक 118    सीहोर, दिनांक 16.02.2026",
        "",
        "प्रति,",
        "तहसीलदार,",
        "इछावर",
        "",
        "विषय :- पेयजल।",
        "",
        "1. पहली बात।",
        "",
        "2. दूसरी बात।",
        "",
        "भवदीय,",
        "",
        "(अ. ब. वर्मा)",
        "कलेक्टर",
        "",
        "प्रतिलिपि :-",
        "1. कमिश्नर, भोपाल।",
        "2. गार्ड फाइल।",
        "",
        "कलेक्टर",
    ]


def test_the_headers_of_an_e_mail_stand_together(mail):
    assert mail.text.index("Subject: ") < mail.text.index("\n\n") < mail.text.index("Sir,")


def test_a_paper_without_lines_is_an_empty_text():
    assert Document("letter", "hi", "", ()).text == ""


def test_notepad_on_an_old_windows_shows_the_lines(letter, house):
    content = files.write(letter, ".txt", house)
    assert content.decode("utf-8").replace("\r\n", "\n") == letter.text + "\n"
    assert content.count(b"\n") == content.count(b"\r\n") > 20
    assert not content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("suffix", [".odt", "docx", "", ".docx.exe"])
def test_a_format_we_do_not_write_is_refused_with_those_we_do(letter, house, suffix):
    with pytest.raises(InputError) as raised:
        files.write(letter, suffix, house)
    assert raised.value.key == "error.suffix"
    assert raised.value.values == {"suffix": suffix, "allowed": ".docx, .pdf, .html, .txt, .eml"}


@pytest.mark.parametrize("suffix", files.FILES)
def test_every_format_is_written_in_either_case_and_always_alike(letter, house, suffix):
    assert files.write(letter, suffix, house) == files.write(letter, suffix.upper(), house)


def test_every_format_has_a_media_type():
    assert list(files.MEDIA) == list(files.FILES)


def test_a_text_does_not_wait_for_word():
    code = (
        "import sys; from pathlib import Path\n"
        "from assistant import files; from assistant.forms.document import Document\n"
        "files.write(Document('letter', 'hi', '', ()), '.txt', Path())\n"
        "print('docx' in sys.modules, 'lxml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
