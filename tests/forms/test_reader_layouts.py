"""Papers laid out as offices lay them out, each a little unlike the form's own page: their parts are found all the same."""

# ruff: noqa: E501 (a paper stays in few lines)

import pytest

from assistant.assistant import Assistant
from assistant.forms.reader import read
from assistant.forms.states import state_of
from assistant.settings import read_settings


@pytest.fixture(scope="module")
def assistant():
    return Assistant(read_settings({}))


def parts(assistant, form, language, text):
    return {
        part: [words] if isinstance(words, str) else words
        for part, words in read(text, assistant.library.form(form), language).by_part().items()
    }


def test_papers_listed_under_the_sentence_that_forwards_them(assistant):
    text = (
        "OFFICE OF THE DISTRICT JUDGE, DEWAS (M.P.)\n\nEndorsement No. 644/2026        Dewas, dated 05-05-2026\n\n"
        "A copy each of the papers mentioned below is forwarded to the District Treasury Officer, Dewas.\n\n"
        "1. Order No. B/1877 dated 28-04-2026\n2. Last pay certificate\n\n(V. Narwaria)\nSuperintendent\n\nTo\nThe District Treasury Officer\nDewas"
    )
    found = parts(assistant, "endorsement", "en", text)
    assert found["enclosures"] == ["1. Order No. B/1877 dated 28-04-2026", "2. Last pay certificate"]
    assert len(found["body"]) == 1


def test_an_office_between_a_press_note_and_its_headline(assistant):
    text = "PRESS NOTE\nOffice of the Divisional Forest Officer, Panna\n\nLeopard released in forest\n\nPanna, 2 February 2026: A leopard that had entered a shed was released in the forest on Sunday. No person was hurt.\n\nDivisional Forest Officer"
    found = parts(assistant, "press-note", "en", text)
    assert found["letterhead"] == ["Office of the Divisional Forest Officer, Panna"]
    assert found["headline"] == ["Leopard released in forest"]


def test_a_department_in_the_line_of_the_id_number(assistant):
    text = (
        "Department of Drinking Water\n\nSubject: Age limit for consultants\n\n1. The guidelines of this Department lay down an age limit.\n\n"
        "2. The advice may kindly be given by 10 December 2026.\n\n(Rohit Sabharwal)\nUnder Secretary\n\nDepartment of Personnel and Training\nNorth Block, New Delhi\n\n"
        "Department of Drinking Water and Sanitation I.D. No. Z-11011/3/2026-Estt. dated 19 November 2026"
    )
    found = parts(assistant, "id-note", "en", text)
    assert found["date"][0].endswith("19 November 2026")
    assert found["addressee"] == ["Department of Personnel and Training", "North Block, New Delhi"]


def test_a_sentence_with_an_address_in_it_signs_nothing(assistant):
    text = (
        "MEETING NOTICE\n\nTo: All Chief Medical Officers\n\nSubject: Drug stock\n\nThe monthly meeting will be held on Wednesday, 3 June 2026, at 3.00 p.m. in the hall.\n\n"
        "Agenda:\n1. Minutes of the last meeting\n2. Stock of vaccine\n\nStock figures as on 31 May 2026 may be sent to store@example.in by 1 June 2026.\n\n(Dr. S. Toppo)\nJoint Director"
    )
    found = parts(assistant, "meeting-notice", "en", text)
    assert found["signature"] == ["(Dr. S. Toppo)", "Joint Director"]
    assert found["body"][-1].startswith("Stock figures")


def test_copies_and_those_present_under_labels_of_other_hands(assistant):
    text = (
        "कार्यालय जिला विद्यालय निरीक्षक, बाराबंकी\n\nकार्यवृत्त\n\nदिनांक 05 नवम्बर, 2026 को पूर्वाह्न 11.00 बजे पुस्तकालय कक्ष में आयोजित पुस्तकालय सुदृढ़ीकरण समिति की बैठक\n\n"
        "उपस्थिति :\n1- डा० राकेश मिश्र, प्रधानाचार्य\n2- श्री इमरान अली, पुस्तकालयाध्यक्ष\n\nनिर्णय लिया गया कि जीर्ण पुस्तकों की सूची तैयार की जाय।\n\n"
        "(ओम प्रकाश)\nजिला विद्यालय निरीक्षक\n\nप्रतिलिपि समस्त सदस्यगण को सूचनार्थ।"
    )
    found = parts(assistant, "minutes", "hi", text)
    assert len(found["attendees"]) == 2
    assert found["copies"] == ["प्रतिलिपि समस्त सदस्यगण को सूचनार्थ।"]


@pytest.mark.parametrize(
    ("head", "state"),
    [
        ("उत्तर प्रदेश शासन\nगृह विभाग", "up"),
        ("कार्यालय जिलाधिकारी, जनपद बाराबंकी", "up"),
        ("कार्यालय कलेक्टर, जिला कोरबा (छ.ग.)", "cg"),
        ("Government of India\nMinistry of Culture\nBhopal", "goi"),
        ("OFFICE OF THE COLLECTOR, MANDLA (M.P.)", "mp"),
        ("कार्यालय प्रबंधक", ""),
    ],
)
def test_whose_practice_a_paper_follows_is_seen_on_its_head(assistant, head, state):
    text = f"{head}\n\nक्रमांक 12/2026        दिनांक 05.05.2026\n\nप्रति,\nसचिव, मध्यप्रदेश शासन\n\nविषय: मरम्मत के संबंध में\n\nलेख है कि भवन की मरम्मत की जानी है।\n\nप्रबंधक"
    assert state_of(read(text, assistant.library.form("letter"), "hi")) == state
