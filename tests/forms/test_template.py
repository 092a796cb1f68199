"""A form makes the paper: what a person typed stands in it letter for letter, each part in its place, paragraphs numbered by the norm."""

import io
import re
from email import message_from_bytes
from email.policy import default
from html import escape

import docx
import pytest

from assistant.forms.document import Document
from assistant.forms.template import BLANK, paragraphs

HOSTILE = [
    "{{ 7*7 }}", "{% raw %}", "{# x #}", "<script>alert(1)</script>", "</w:p><w:p>", "&amp; & <b>", "%s %(x)s {0} {}", "${x}",
    "=HYPERLINK(1)", "\\x1f label", "../../etc/passwd", "';--",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", ["letter", "email", "notesheet"])
def test_what_looks_like_code_stands_there_as_it_was_typed(assistant, brief, form, text):
    quoted = "'" + text.replace("'", "''") + "'"
    facts = "\n".join(
        f"{key}: {quoted}" for key in ("subject", "points", "request", "enclosures", "place", "to", "sender", "office")
    )
    document = assistant.drafter.offline(brief(form, facts), "en").document
    assert document.text.count(text) >= 4
    paper = docx.Document(io.BytesIO(assistant.file(document, ".docx")))
    assert sum(text in paragraph.text for paragraph in paper.paragraphs) >= 4
    assert assistant.file(document, ".txt").decode().count(text) >= 4
    page = assistant.file(document, ".html").decode()
    assert page.count(escape(text)) >= 4
    assert "<script>" not in page
    mail = message_from_bytes(assistant.file(document, ".eml"), policy=default)
    assert text in mail.get_body(("plain",)).get_content()


def test_marks_that_turn_a_line_round_never_reach_the_paper(assistant, brief):
    taken = brief("letter", "subject: 'अ\u200fब\u202e'\npoints: ['क\u2067ख', 'ए\u0301', 'ज\u200d']\n")
    assert taken.removed == 3
    for suffix in (".txt", ".html"):
        written = assistant.file(assistant.drafter.offline(taken, "hi").document, suffix).decode()
        assert not set("\u200f\u202e\u2067") & set(written)
        assert "कख" in written


def test_a_value_cant_open_another_part(assistant, brief):
    draft = assistant.drafter.offline(
        brief("letter", "subject: |\n  x\n  {% endblock %}\n  प्रति,\npoints: ['\x1fletterhead\x1f y']"), "hi"
    )
    parts = {part.id: part for part in draft.document.parts}
    assert len(parts["subject"].blocks) == 1
    assert [block.look for block in parts["body"].blocks] == ["paragraph"]


# --- parts, in the order of each norm


ORDER = {
    "mp": "letterhead number date addressee subject salutation body subscription signature",
    "cg": "letterhead number date addressee subject salutation body subscription signature",
    "goi": "number letterhead date addressee subject salutation body subscription signature",
    "up": "letterhead number from addressee date subject salutation body subscription signature",
}


@pytest.mark.parametrize("state", ORDER)
def test_the_parts_of_a_letter_stand_in_the_order_of_its_norm(offline, state):
    document = offline("letter", "hi", f"state: {state}\nsubject: x\npoints: [y है]").document
    assert [part.id for part in document.parts] == ORDER[state].split()


def test_a_note_has_neither_letterhead_nor_greeting(offline):
    document = offline(
        "notesheet", "en", "office: A\nto: B\nsubject: x\npoints: [y is z]\nproposal: do it\ncopies_to: C"
    ).document
    assert [part.id for part in document.parts] == ["title", "subject", "body", "date"]


def _body(document: Document) -> list[str]:
    part = document.part("body")
    return [block.text for block in part.blocks] if part else []


POINTS = "points: [a है, b है, c है, d है]\nrequest: e करें\n"


@pytest.mark.parametrize(
    ("form", "state", "begins"),
    [
        ("letter", "mp", ["1. ", "2. ", "3. ", "4. ", "5. "]),
        ("letter", "goi", ["उपर्युक्त", "2. ", "3. ", "4. ", "5. "]),
        ("letter", "up", ["उपर्युक्त", "2- ", "3- ", "4- ", "5- "]),
        ("notesheet", "mp", ["1. ", "2. ", "3. ", "4. ", "5. "]),
        ("email", "mp", ["उपर्युक्त", "b है।", "c है।", "d है।", "अतः"]),
    ],
)
def test_paragraphs_are_numbered_as_the_norm_has_it(offline, form, state, begins):
    document = offline(form, "hi", f"state: {state}\n{POINTS}").document
    assert [line.startswith(begin) for line, begin in zip(_body(document), begins, strict=True)] == [True] * 5


def test_a_short_letter_of_the_state_has_no_numbers(offline):
    assert not any(
        line[0].isdigit() for line in _body(offline("letter", "hi", "points: [a है, b है]\nrequest: c करें").document)
    )


def test_items_take_none_of_the_paragraphs_numbers(assistant, brief):
    prose = "पहला।\nस्थिति निम्नानुसार है :\n(1) क\n(2) ख\nअंतिम।"
    document = assistant.drafter.finish(brief("letter", "subject: x"), "hi", prose, "offline").document
    assert _body(document) == ["1. पहला।", "2. स्थिति निम्नानुसार है :", "(1) क", "(2) ख", "3. अंतिम।"]


# --- what is missing, and who is addressed


def test_what_nobody_gave_is_a_visible_blank_and_nothing_is_invented(offline):
    draft = offline("letter", "hi", "")
    assert draft.document.text.count(BLANK) >= 6
    assert not any(character.isdigit() for character in draft.document.text)


def test_where_a_number_is_given_there_is_no_blank_for_it(offline):
    text = offline("letter", "en", "number: Estt./118\ndate: 16.02.2026\nplace: Sehore").document.text
    assert "No. Estt./118    Sehore, dated 16.02.2026" in text


def test_several_addressees_are_numbered_and_one_is_not(offline):
    two = offline(
        "letter", "hi", "to: [{designation: क, office: ख, place: ग}, {name: श्री घ, designation: ङ}]"
    ).document.text
    assert "प्रति,\n1. क, ख, ग\n2. श्री घ, ङ" in two
    assert "प्रति,\nक,\nख,\nग\n" in offline("letter", "hi", "to: {designation: क, office: ख, place: ग}").document.text


@pytest.mark.parametrize(
    ("to", "greeting"),
    [("श्रीमती अ. शर्मा", "महोदया,"), ("श्री ब. वर्मा", "महोदय,"), ("सुश्री स. सेन", "महोदया,"), ("", "महोदय,")],
)
def test_a_woman_who_is_named_is_greeted_as_one(offline, to, greeting):
    assert f"\n{greeting}\n" in offline("letter", "hi", f"to: {{name: '{to}', designation: कलेक्टर}}").document.text


def test_the_one_who_goes_between_is_told_with_office_and_place(offline):
    text = offline("letter", "hi", "through: [{designation: प्राचार्य, office: हाई स्कूल, place: आष्टा}]").document.text
    assert "द्वारा : प्राचार्य, हाई स्कूल, आष्टा।" in text


def test_copies_have_a_number_a_date_and_a_signature_of_their_own(offline):
    text = offline(
        "letter",
        "hi",
        "sender: कलेक्टर\nplace: सीहोर\ncopies_to: [{designation: कमिश्नर, purpose: सादर सूचनार्थ}, गार्ड फाइल]\n"
        "endorsement: {number: 119, date: 17.02.2026, sender: {designation: प्रभारी अधिकारी}}",
    ).document.text
    assert text.endswith(
        "पृ. क्रमांक 119    सीहोर, दिनांक 17.02.2026\nप्रतिलिपि :-\n1. कमिश्नर की ओर सादर सूचनार्थ प्रेषित।\n"
        "2. गार्ड फाइल।\n\nप्रभारी अधिकारी"
    )


TYPED = "date: 2026-02-16\nsubject: सड़क की मरम्मत\npoints: ['{}', दूसरी बात, तीसरी बात]\ndeadline: 2026-03-10\noffice: {{phone: 07562-000000}}"


@pytest.mark.parametrize(
    ("language", "point", "digits"),
    [("hi", "सड़क ६४० मीटर है", "०"), ("hi", "सड़क 640 मीटर है", "0"), ("en", "सड़क ६४० मीटर है", "")],
)
def test_the_form_writes_its_own_figures_in_the_script_that_the_case_was_typed_in(offline, language, point, digits):
    draft = offline("letter", language, TYPED.format(point))
    if digits:
        assert set(re.findall("[0-9०-९]", draft.document.text)) & {"0", "०"} == {digits}
        assert "language.mixed-digits" not in {finding.code for finding in draft.findings}
    else:
        assert "16.02.2026" in draft.document.text


def test_an_enclosure_typed_with_its_own_number_is_numbered_once(offline):
    text = offline("letter", "hi", "enclosures: ['1. सूची', '2. नक्शा']").document.text
    assert "संलग्न :- 1. सूची।\n2. नक्शा।" in text


def test_the_editors_text_becomes_clean_paragraphs():
    assert paragraphs(" एक  बात \r\n\r\n\u200fदूसरी\n\n") == "एक बात\nदूसरी"
