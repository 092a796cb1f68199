"""Text and e-mails are read as a person sees them; what can't be read is refused in one sentence."""

# ruff: noqa: E501 (a message stays on one line)

from contextlib import suppress
from email.header import Header
from email.message import EmailMessage

import pytest

from assistant import files
from assistant.errors import InputError
from assistant.files import read
from assistant.messages import LANGUAGES, say

TEXT = "विषय:- पेयजल\r\n\r\nमहोदय,"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("suffix", [".txt", ".md", ".TXT"])
def test_a_text_is_given_as_it_was_typed(suffix, encoding):
    assert read(TEXT.encode(encoding), suffix) == (TEXT, ())


@pytest.mark.parametrize("raw", [b"\xff\xfea", b"\xe0\xa4", "é".encode("latin-1"), b"a\0b"])
def test_another_encoding_is_refused(raw):
    with pytest.raises(InputError) as told:
        read(raw, ".txt")
    assert told.value.key == "error.read.encoding"


def message(plain=None, html=None, **headers):
    made = EmailMessage()
    for name, value in headers.items():
        made[name] = value
    if plain is not None:
        made.set_content(plain)
    if html is not None:
        made.add_alternative(html, subtype="html") if plain is not None else made.set_content(html, subtype="html")
    return made.as_bytes()


def test_an_e_mail_is_its_recipients_its_subject_and_its_text():
    raw = message(
        "महोदय,\n\nसूचना।\n",
        "<p>other</p>",
        To="Collector <collector@example.in>, clerk@example.in",
        Cc="deo@example.in",
        Subject="बैठक",
        From="a@example.in",
    )
    assert (
        read(raw, ".eml").text
        == "To: Collector <collector@example.in>; clerk@example.in\nCc: deo@example.in\nSubject: बैठक\n\nमहोदय,\n\nसूचना।"
    )


def test_a_long_hindi_header_has_no_gaps():
    subject = "ग्रीष्मकालीन पेयजल व्यवस्था के लिए टैंकर और चिकित्सा दल उपलब्ध कराने के संबंध में तत्काल सूचना"
    raw = f"Subject: {Header(subject, 'utf-8').encode()}\n\nx"
    assert read(raw.encode(), ".eml").text.startswith(f"Subject: {subject}\n")


def test_recipients_without_an_address_are_read_whole():
    raw = "To: All Librarians of the District\r\nCc: Head of Department\r\nSubject: x\r\n\r\ny"
    assert read(raw.encode(), ".eml").text.startswith("To: All Librarians of the District\nCc: Head of Department\n")


def test_html_is_read_where_there_is_no_plain_text():
    html = "<html><head><style>p {}</style></head><body><p>महोदय,</p><p>एक<br>दो &amp; तीन</p><script>x()</script><table><tr><td>क</td><td>ख</td></tr></table></body></html>"
    assert read(message(html=html, Subject="x"), ".eml").text == "Subject: x\n\nमहोदय,\n\nएक\nदो & तीन\n\nक\tख"


def test_raw_letters_in_a_header_are_read_too():
    assert read("Subject: बैठक\r\n\r\nसूचना".encode(), ".eml").text.startswith("Subject: बैठक\n\n")


@pytest.mark.parametrize(
    "raw", [b"", b"just text", b"Subject: x\r\nContent-Type: text/plain; charset=nonsense\r\n\r\n\xff"]
)
def test_a_message_that_isnt_one_is_refused_or_read_but_never_trips(raw):
    with suppress(InputError):
        assert isinstance(read(raw, ".eml").text, str)


def test_a_file_of_another_kind_or_too_large_is_refused(monkeypatch):
    with pytest.raises(InputError, match=r"error\.read.suffix"):
        read(b"", ".pdf")
    with pytest.raises(InputError, match=r"error\.read.large"):
        read(b"a" * 1_000_001, ".txt")
    for suffix in (".doc", ".DOC", ".odt", ".rtf", ".docm"):
        with pytest.raises(InputError, match=r"error\.read.anew"):
            read(b"", suffix)
    monkeypatch.setattr(files, "MOST_BYTES", 10)
    with pytest.raises(InputError, match=r"error\.read.large"):
        read(b"a" * 11, ".docx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_refusal_is_one_line(language):
    for key in ("suffix", "anew", "encoding", "docx", "eml", "large"):
        assert "\n" not in say(f"error.read.{key}", language, suffix=".pdf", allowed=".txt", most=20, letters=1)
