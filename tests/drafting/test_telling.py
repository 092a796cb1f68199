"""A case in one's own words: labelled notes go into the boxes that they name, the facts of a meeting into its own, and nothing is lost."""

import pytest

from assistant.drafting.coach import read_paper
from assistant.drafting.notes import clock, people

NOTES = """दिनांक: 24.11.2026
समय: सुबह 11 बजे
स्थान: जिला पंचायत सभाकक्ष, सीहोर
अध्यक्षता: कलेक्टर
उपस्थित: सीएमएचओ, डीपीएम, सभी बीएमओ
1. टीकाकरण में इछावर सबसे कम। बीएमओ इछावर विशेष शिविर करें।
2. आष्टा में 3 उप स्वास्थ्य केंद्र बंद मिले।
निर्णय: 5.12.2026 तक 10 शिविर लगेंगे — बीएमओ इछावर
निर्णय: बंद केंद्र खुलेंगे"""
HELD = {
    "meeting.date": "24.11.2026",
    "meeting.time": "11:00",
    "meeting.venue": "जिला पंचायत सभाकक्ष, सीहोर",
    "meeting.chair": "कलेक्टर",
}


@pytest.fixture
def told(assistant, library):
    """What notes say for a form's boxes."""

    def read(text, form, language="hi"):
        return {one.box: one.words for one in read_paper(text, library.form(form), assistant.drafter, language)}

    return read


def test_notes_with_labels_fill_the_boxes_that_they_name_in_their_order(told):
    assert told(NOTES, "minutes") == HELD | {
        "attendees": "सीएमएचओ\nडीपीएम\nसभी बीएमओ",
        "decisions": "5.12.2026 तक 10 शिविर लगेंगे — बीएमओ इछावर\nबंद केंद्र खुलेंगे",
        "points": "टीकाकरण में इछावर सबसे कम\nबीएमओ इछावर विशेष शिविर करें\nआष्टा में 3 उप स्वास्थ्य केंद्र बंद मिले",
    }


@pytest.mark.parametrize(
    "head",
    [
        "दिनांक: 24.11.2026, समय: सुबह 11 बजे, स्थान: जिला पंचायत सभाकक्ष, सीहोर, अध्यक्ष: कलेक्टर",
        "दि. २४/११/२०२६, समय ११:०० बजे\nस्थान - जिला पंचायत सभाकक्ष, सीहोर\nअध्यक्षता :- कलेक्टर",
        "1. तारीख - 24 नवम्बर 2026\n2. समय- प्रातः 11.00 बजे\n3. स्थान- जिला पंचायत सभाकक्ष, सीहोर\n4. अध्यक्ष- कलेक्टर",
    ],
)
@pytest.mark.parametrize(
    "decided",
    [
        "निर्णय 1: शिविर लगेंगे\nनिर्णय 2: केंद्र खुलेंगे",
        "निर्णय:\n- शिविर लगेंगे\n- केंद्र खुलेंगे",
        "तय हुआ कि शिविर लगेंगे। निर्णय लिया गया कि केंद्र खुलेंगे।",
    ],
)
def test_labels_may_stand_in_one_line_be_numbered_and_have_their_list_below(told, head, decided):
    assert told(f"{head}\n{decided}", "minutes") == HELD | {"decisions": "शिविर लगेंगे\nकेंद्र खुलेंगे"}


def test_what_a_sentence_says_of_a_meeting_goes_into_its_box(told):
    assert told(
        "कल 24.11.2026 को 11 बजे जिला पंचायत सभाकक्ष में कलेक्टर की अध्यक्षता में जिला स्वास्थ्य समिति की बैठक हुई। "
        "सीएमएचओ, डीपीएम उपस्थित रहे। टीकाकरण कम पाया गया।",
        "minutes",
    ) == {
        "meeting.title": "जिला स्वास्थ्य समिति की बैठक", "meeting.date": "24.11.2026", "meeting.time": "11:00", "meeting.venue": "जिला पंचायत सभाकक्ष",
        "meeting.chair": "कलेक्टर", "attendees": "सीएमएचओ\nडीपीएम", "points": "टीकाकरण कम पाया गया",
    }  # fmt: skip
    assert told(
        "The meeting of the District Committee was held on 24.11.2026 at 11 am in the Collectorate hall. "
        "All SDMs were present. It was decided to run 5 tankers.",
        "minutes", "en",
    ) == {
        "meeting.title": "meeting of the District Committee", "meeting.date": "24.11.2026", "meeting.time": "11:00",
        "meeting.venue": "Collectorate hall",
        "attendees": "All SDMs", "decisions": "Run 5 tankers",
    }  # fmt: skip


def test_other_forms_have_their_labels_too_and_what_a_form_has_no_box_for_stays_a_point(told):
    notes = "विषय: पंप खराब\nकिसे: कार्यपालन यंत्री, पीएचई\nपंप 5 दिन से बंद है।\nमाँग: पंप ठीक हो\nकब तक: 5.12.2026\nसमय: 11 बजे\nसंलग्न: पंचायत का पत्र"
    assert told(notes, "letter") == {
        "to": "कार्यपालन यंत्री, पीएचई", "subject": "पंप खराब", "points": "पंप 5 दिन से बंद है\nसमय: 11 बजे", "request": "पंप ठीक हो", "deadline": "05.12.2026",
        "enclosures": "पंचायत का पत्र",
    }  # fmt: skip
    notes = (
        "विषय: कंप्यूटर क्रय\nपृष्ठभूमि: 6 कंप्यूटर 2015 के हैं\nनियम: भंडार क्रय नियम\nप्रस्ताव: 10 कंप्यूटर क्रय किए जाएँ\nव्यय: रु. 4,80,000"
    )
    assert told(notes, "notesheet") == {
        "subject": "कंप्यूटर क्रय", "background": "6 कंप्यूटर 2015 के हैं", "rule_position": "भंडार क्रय नियम", "proposal": "10 कंप्यूटर क्रय किए जाएँ",
        "financial_implication": "रु. 4,80,000",
    }  # fmt: skip


def test_words_that_only_begin_like_a_label_are_a_sentence(told):
    text = "तारीख 5 को पानी बंद हुआ। समय पर सूचना नहीं दी गई। स्थान की कमी है।"
    assert told(text, "minutes") == {"points": "तारीख 5 को पानी बंद हुआ\nसमय पर सूचना नहीं दी गई\nस्थान की कमी है"}


@pytest.mark.parametrize(
    ("said", "shown"),
    [("सुबह 11 बजे", "11:00"), ("अपराह्न 3 बजे", "15:00"), ("सायं 4:30 बजे", "16:30"),
     ("3.30 pm", "15:30"), ("11 a.m.", "11:00"), ("12 pm", "12:00"), ("१५:३०", "15:30"), ("3 बजे", ""), ("5 दिन", "")],
)  # fmt: skip
def test_a_time_is_shown_by_the_clock_where_it_is_sure(said, shown):
    assert clock(said) == shown


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("सीएमएचओ, डीपीएम एवं सभी बीएमओ", 3), ("सीएमएचओ, डीपीएम, एसडीएम एवं सभी बीएमओ", 4), ("CMHO, all BMOs", 2), ("कार्यपालन यंत्री, पीएचई", 1),
        ("कार्यपालन यंत्री, लोक स्वास्थ्य यांत्रिकी खंड, सीहोर", 1), ("श्री राम वर्मा, सीईओ, श्रीमती गीता, डीपीएम", 2), ("सीईओ, जनपद; बीएमओ, आष्टा", 2),
    ],
)  # fmt: skip
def test_those_present_are_one_a_line_and_a_post_keeps_its_office(said, who):
    assert len(people(said)) == who
