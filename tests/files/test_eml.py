import email
import email.policy
import io
import re
from email.header import decode_header

import docx
import pytest
from docx.oxml.ns import qn

from assistant import files
from assistant.files.eml import unaddressed


def sent(document, house):
    return email.message_from_bytes(files.write(document, ".eml", house), policy=email.policy.default)


def header(document, house, name):
    """A header decoded word by word: Python 3.11's own parser puts spaces into long Hindi names."""
    raw = email.message_from_bytes(files.write(document, ".eml", house))[name]
    if raw is None:
        return None
    pieces = [
        words.decode(charset or "ascii") if isinstance(words, bytes) else words for words, charset in decode_header(raw)
    ]
    return " ".join(" ".join(pieces).split())


def test_an_e_mail_knows_whom_it_goes_to_and_what_it_is_about(mail, house):
    to = "मुख्य चिकित्सा एवं स्वास्थ्य अधिकारी, जिला चिकित्सालय <cmho@example.in>"
    assert header(mail, house, "Subject") == "Review of drinking water, 20 February 2026"
    assert header(mail, house, "To") == to
    assert header(mail, house, "Cc") == '"Commissioner, Bhopal" <commissioner@example.in>, clerk@example.in'
    assert [a.addr_spec for a in sent(mail, house)["Cc"].addresses] == ["commissioner@example.in", "clerk@example.in"]


def test_who_is_in_no_header_for_want_of_an_address_is_known(mail, paper):
    assert unaddressed(mail) == ["Tehsildar, Ichhawar", "शाखा <शाखा@उदाहरण.भारत>"]
    assert unaddressed(paper(r"addressee header | To:\t................", form="email")) == []


def test_it_opens_as_a_draft_that_the_mail_program_dates(mail, house):
    message = sent(mail, house)
    assert message["X-Unsent"] == "1"
    assert (message["Date"], message["Message-ID"], message["From"]) == (None, None, None)


def test_blind_copies_stay_out_of_a_file_that_is_handed_round(mail, house):
    message = sent(mail, house)
    everything = message.as_string() + "".join(part.get_content() for part in message.walk() if not part.is_multipart())
    assert "bcc" not in everything.lower()
    assert "auditor" not in everything.lower()


def test_an_e_mail_is_its_body_in_text_and_in_html(mail, house):
    message = sent(mail, house)
    body = mail.text[mail.text.index("Sir,") :]
    assert message.get_body(["plain"]).get_content().replace("\r\n", "\n") == body + "\n"
    shown = message.get_body(["html"]).get_content()
    assert "villages &amp; the stock" in shown
    assert shown.count("<p ") == body.count("\n\n") + 1
    assert list(message.iter_attachments()) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (r"To:\tतहसीलदार <a@example.in>", "तहसीलदार <a@example.in>"),
        (r"To:\ta@example.in; b.c+d@mail.example.in", "a@example.in, b.c+d@mail.example.in"),
        (r"To:\tतहसीलदार, इछावर; S.D.M. <s@example.in>", '"S.D.M." <s@example.in>'),
        (r"प्रति:\tअ <a@example.in>;ब <b@example.in>;", "अ <a@example.in>, ब <b@example.in>"),
        (r"To:\tतहसीलदार", None),
        (r"To:\t", None),
        (r"To:\tअ <शाखा@example.in>; ब <b@उदाहरण.भारत>", None),
        (r"To:\tअ <a@example.in, b@example.in>; <.@example.in>; @; a@b", None),
        (r"To:\tअ\nBcc: x <a@example.in>", "अ Bcc: x <a@example.in>"),
    ],
)
def test_recipients(paper, house, words, expected):
    assert header(paper(f"addressee header | {words}", form="email"), house, "To") == expected


@pytest.mark.parametrize(
    "title",
    [
        "पेयजल",
        "Review",
        "",
        "ग्रीष्मकालीन पेयजल व्यवस्था के संबंध में दिनांक 25.02.2026 तक जानकारी भेजने हेतु पत्र क्रमांक 1422/पेयजल/2026 (R&D)",
        "=?utf-8?q?forged?=",
        'एक "दो" <तीन> {{ 7*7 }}',
    ],
)
def test_a_subject_comes_through_word_for_word(paper, house, title):
    assert sent(paper("cc header | Cc:\\ta@example.in", title=title), house)["Subject"] == title


@pytest.mark.parametrize("subject", ["Drinking water", "पेयजल"])
@pytest.mark.parametrize("line_break", ["\r\n", "\n", "\r", "\u2028"])
def test_a_line_break_in_the_subject_forges_no_header(paper, house, subject, line_break):
    title = f"{subject}{line_break}Bcc: x@example.in"
    raw = email.message_from_bytes(files.write(paper("body paragraph | पाठ", title=title), ".eml", house))
    [(words, charset)] = decode_header(raw["Subject"])
    assert (words.decode(charset) if charset else words) == f"{subject} Bcc: x@example.in"
    assert raw["Bcc"] is None


@pytest.mark.parametrize("name", ["letter", "mail", "hostile"])
def test_any_relay_can_carry_it(request, house, name):
    content = files.write(request.getfixturevalue(name), ".eml", house)
    assert content.isascii()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.splitlines())) <= 998
    encodings = re.findall(rb"(?i)content-transfer-encoding: (\w+)", content)
    assert set(encodings) == {b"base64"}


def test_a_letter_goes_as_a_word_file_with_its_text_beside(letter, house):
    message = sent(letter, house)
    assert message["To"] is None
    assert message.get_body(["plain"]).get_content().replace("\r\n", "\n") == letter.text + "\n"
    [attached] = message.iter_attachments()
    assert attached.get_content_type() == files.MEDIA[".docx"]
    assert attached.get_filename() == "ग्रीष्मकालीन पेयजल व्यवस्था के संबंध में.docx"
    paper = docx.Document(io.BytesIO(attached.get_content()))
    said = "".join(element.text or "" for element in paper.element.body.iter(qn("w:t")))
    assert said == "".join(row.text.replace("\t", "").replace("\n", "") for row in letter.rows())


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "etc passwd.docx"),
        (r"C:\पत्र\118/2026: नया?", "C पत्र 118 2026 नया.docx"),
        ('a"; filename="b.exe', "a ; filename= b exe.docx"),
        ("...", "letter.docx"),
        ("", "letter.docx"),
        ("क" * 200, "क" * 80 + ".docx"),
        ("पेयजल व्यवस्था " * 20, " ".join(["पेयजल व्यवस्था"] * 5) + " पेयजल.docx"),
    ],
)
def test_the_attached_file_is_named_for_the_paper(paper, house, title, name):
    [attached] = sent(paper("body paragraph | पाठ", title=title), house).iter_attachments()
    assert attached.get_filename() == name
