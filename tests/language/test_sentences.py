"""Rough words become sentences that an officer would sign, and nothing is claimed that they don't say."""

import pytest

from assistant.language.sentences import (
    asked,
    bare,
    inside,
    is_clause,
    is_plural,
    oblique,
    possessive,
    sentence,
    speaks_of_enclosure,
)

STOPPED = [
    ("hi", "जिले में वर्षा कम हुई", "जिले में वर्षा कम हुई।"),
    ("hi", "फसल को नुकसान हुआ |", "फसल को नुकसान हुआ।"),
    ("hi", "भवन जर्जर है.", "भवन जर्जर है।"),
    ("hi", "भवन जर्जर है।", "भवन जर्जर है।"),
    ("hi", "क्या राशि प्राप्त हुई?", "क्या राशि प्राप्त हुई?"),
    ("hi", "राशि रु. 4,80,000/-", "राशि रु. 4,80,000/-।"),
    ("hi", "जिला सीहोर, म.प्र.", "जिला सीहोर, म.प्र.।"),
    ("hi", "उन्होंने कहा \"ठीक है।\"", "उन्होंने कहा \"ठीक है।\""),
    ("hi", "1. पानी नहीं है,", "पानी नहीं है।"),
    ("hi", "(क) पानी नहीं है", "पानी नहीं है।"),
    ("hi", "• पानी नहीं है", "पानी नहीं है।"),
    ("en", "the roof leaks", "The roof leaks."),
    ("en", "2) the roof leaks;", "The roof leaks;"),
    ("en", "e-mails are not read", "e-mails are not read."),
    ("en", "a.b@example.in is the address", "a.b@example.in is the address."),
    ("en", "present at 8 a.m.", "Present at 8 a.m."),
    ("en", "the roof leaks |", "The roof leaks."),
    ("hi", "", ""),
    ("en", "  ", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "typed", "told"), STOPPED)
def test_a_point_ends_in_its_languages_stop(language, typed, told):
    assert sentence(typed, language) == told


CLAUSES = {
    "hi": [
        "भवन जर्जर है", "दिनांक 20.03.2026 को निर्वाचन होना है", "शिविर 12.04.2026 को लगेगा", "राशि मिली", "उन्होंने बताया",
        "कार्य पूर्ण हो चुका है (पृष्ठ 4)", "सभी शिक्षक उपस्थित रहें", "राशि स्वीकृत की गई", "पत्र प्राप्त नहीं हुआ", "राशि लौटाई जाएगी",
        "42 ग्रामों में जल स्तर नीचे गया है।", "सर्वे 15 मई तक पूरा होगा", "मजदूरी नहीं दी गयी थी", "पद रिक्त हैं", "सहमति चाहिए",
    ],
    "en": [
        "the building is unsafe", "all hand pumps have run dry", "the team inspected the site", "a camp will be held on 12.04.2026",
        "the AC was bought in 2015", "two posts remain vacant", "leave may be granted", "the level fell by 2 metres", "it needs repair",
        "the officer reported that no work was done", "the contractor paid the labourers",
    ],
}  # fmt: skip
HEADINGS = {
    "hi": [
        "64 विद्यार्थी", "गाँव की 12 सड़कें", "भवन मरम्मत के लिए", "आवश्यक कार्यवाही हेतु", "शिक्षकों की बैठक", "पेयजल योजनाएँ",
        "2 पद रिक्त", "सूचना", "योजना", "श्री वर्मा की बदली", "छत, दीवार और फर्श", "राशि रु. 2,50,000/-",
    ],
    "en": [
        "64 students", "camp in May 2026", "earned leave applied for by Shri Verma", "urgent need for repair", "the camp held in May",
        "roof, walls and floor", "12 reported cases", "public works", "repair of the roof",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in CLAUSES for text in CLAUSES[language]])
def test_words_with_a_verb_can_stand_as_a_sentence(language, text):
    assert is_clause(text, language)


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language in HEADINGS for text in HEADINGS[language]]
)
def test_a_heading_is_not_taken_for_a_sentence(language, text):
    assert not is_clause(text, language)


ASKED = [
    ("hi", "7 टैंकर उपलब्ध कराए जाएँ", "clause", "7 टैंकर उपलब्ध कराए जाएँ"),
    ("hi", "कार्यालय में उपस्थित हों", "clause", "कार्यालय में उपस्थित हों"),
    ("hi", "राशि जारी कर दी जाये।", "clause", "राशि जारी कर दी जाये"),
    ("hi", "बजट आवंटित किया जावे", "clause", "बजट आवंटित किया जावे"),
    ("hi", "3 दिवस में जवाब देवें", "clause", "3 दिवस में जवाब देवें"),
    ("hi", "प्रतिवेदन भेजिए", "clause", "प्रतिवेदन भेजिए"),
    ("hi", "अनुमति प्रदान की जाय", "clause", "अनुमति प्रदान की जाय"),
    ("hi", "कि राशि दी जाए", "clause", "राशि दी जाए"),
    ("hi", "राशि स्वीकृत हो", "clause", "राशि स्वीकृत हो"),
    ("hi", "7 टैंकर भेजो", "clause", "7 टैंकर भेजें"),
    ("hi", "पानी की टंकी लगाओ", "clause", "पानी की टंकी लगाएँ"),
    ("hi", "प्रस्ताव भेजें", "clause", "प्रस्ताव भेजें"),
    ("hi", "सर्वे दल का गठन करना", "do", "सर्वे दल का गठन करने"),
    ("hi", "भवन की मरम्मत", "do", "भवन की मरम्मत"),
    ("hi", "आवश्यक कार्यवाही", "do", "आवश्यक कार्यवाही"),
    ("hi", "आवश्यक कार्यवाही हेतु", "for", "आवश्यक कार्यवाही हेतु"),
    ("hi", "मार्गदर्शन के लिए", "for", "मार्गदर्शन के लिए"),
    ("hi", "प्रतिवेदन भेजने के संबंध में", "for", "प्रतिवेदन भेजने के संबंध में"),
    ("hi", "सादर सूचनार्थ", "sent", "सादर सूचनार्थ"),
    ("hi", "तत्काल", "noun", "तत्काल"),
    ("hi", "निरीक्षण कर प्रतिवेदन", "noun", "निरीक्षण कर प्रतिवेदन"),
    ("hi", "पेयजल की व्यवस्था", "do", "पेयजल की व्यवस्था"),
    ("hi", "जाँच करना (सूची अनुसार)", "do", "जाँच करने (सूची अनुसार)"),
    ("hi", "नया भवन", "noun", "नया भवन"),
    ("hi", "7 टैंकर", "noun", "7 टैंकर"),
    ("hi", "मुआवजा", "noun", "मुआवजा"),
    ("hi", "राशि रु. 2,50,000/-", "noun", "राशि रु. 2,50,000/-"),
    ("hi", "जानकारी चाहिए", "said", "जानकारी चाहिए"),
    ("hi", "मरम्मत कराने का अनुरोध है", "said", "मरम्मत कराने का अनुरोध है"),
    ("hi", "आपसे अनुरोध है कि मरम्मत कराएँ", "said", "आपसे अनुरोध है कि मरम्मत कराएँ"),
    ("hi", "अतः निवेदन है कि मरम्मत कराई जाए", "whole", "अतः निवेदन है कि मरम्मत कराई जाए।"),
    ("hi", "कृपया मरम्मत कराएँ", "whole", "कृपया मरम्मत कराएँ।"),
    ("hi", "क्या मरम्मत कराई जाए?", "whole", "क्या मरम्मत कराई जाए?"),
    ("en", "repair the roof", "do", "repair the roof"),
    ("en", "Supply 7 tankers and send a report.", "do", "supply 7 tankers and send a report"),
    ("en", "to release the funds", "do", "release the funds"),
    ("en", "requested to release the funds", "do", "release the funds"),
    ("en", "urgently send 7 tankers", "do", "urgently send 7 tankers"),
    ("en", "be present at 8 a.m.", "do", "be present at 8 a.m."),
    ("en", "do not insist on it", "do", "do not insist on it"),
    (
        "en",
        "Buy 40 concentrators on GeM, and repair the 12 units",
        "do",
        "buy 40 concentrators on GeM, and repair the 12 units",
    ),
    ("en", "Engage two drivers on contract", "do", "engage two drivers on contract"),
    ("en", "Lease the hall", "do", "lease the hall"),
    ("en", "Staff the centre with two nurses", "do", "staff the centre with two nurses"),
    ("en", "Second Shri Verma to the division", "do", "second Shri Verma to the division"),
    ("en", "May buy 40 units", "do", "buy 40 units"),
    ("en", "Let us immediately hire 3 tankers", "do", "immediately hire 3 tankers"),
    ("en", "We propose to recruit two operators", "do", "recruit two operators"),
    ("en", "May Day holiday", "noun", "May Day holiday"),
    ("en", "Staff quarters at Ashta", "noun", "Staff quarters at Ashta"),
    ("en", "Rent for the hall", "noun", "Rent for the hall"),
    ("en", "All the staff", "noun", "all the staff"),
    ("en", "Purchase order for 40 units", "noun", "purchase order for 40 units"),
    ("en", "Hire charges for 3 tankers", "noun", "hire charges for 3 tankers"),
    ("en", "Hiring 3 tankers for two months", "noun", "hiring 3 tankers for two months"),
    ("en", "Housing Board flats", "noun", "Housing Board flats"),
    ("en", "leave may be sanctioned", "clause", "leave may be sanctioned"),
    ("en", "Approval may kindly be accorded", "clause", "approval may kindly be accorded"),
    ("en", "The Collector may direct the CMHO", "clause", "the Collector may direct the CMHO"),
    ("en", "Shri Verma may be relieved", "clause", "Shri Verma may be relieved"),
    ("en", "release order may be issued", "clause", "release order may be issued"),
    ("en", "sanction be given", "clause", "sanction be given"),
    ("en", "requested that funds be released", "clause", "funds be released"),
    ("en", "sanction of leave", "noun", "sanction of leave"),
    ("en", "for necessary action", "noun", "necessary action"),
    ("en", "2 doctors and 4 nurses to be deputed", "noun", "2 doctors and 4 nurses to be deputed"),
    ("en", "your comments", "noun", "your comments"),
    ("en", "We need 7 tankers", "said", "we need 7 tankers"),
    ("en", "7 tankers are needed", "said", "7 tankers are needed"),
    ("en", "Please arrange drinking water", "whole", "Please arrange drinking water."),
    ("en", "kindly confirm", "whole", "Kindly confirm."),
    ("en", "It is requested that funds be released", "whole", "It is requested that funds be released."),
    ("en", "Can you send the list?", "whole", "Can you send the list?"),
]


@pytest.mark.parametrize(("language", "typed", "how", "words"), ASKED)
def test_how_rough_words_ask(language, typed, how, words):
    assert asked(typed, language) == (how, words)


@pytest.mark.parametrize(
    ("typed", "told"),
    [("The roof leaks.", "the roof leaks"), ("Barkhedi has no water", "Barkhedi has no water"), ("PHE is told", "PHE is told"),
     ("All pumps are dry;", "all pumps are dry"), ("A-12 is shut", "A-12 is shut"), ("1. Water is scarce", "Water is scarce")],
)  # fmt: skip
def test_inside_a_sentence_only_a_name_keeps_its_capital(typed, told):
    assert inside(typed, "en") == told


@pytest.mark.parametrize("text", ["12 ग्राम", "2.5 लाख", "10:30 बजे", "A. B. Verma", "क्र. 5"])
def test_a_figure_that_begins_a_point_is_no_list_mark(text):
    assert bare(text) == text


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("ग्रामवार सूची", False),
        ("3 प्रतियाँ", True),
        ("1 प्रति", False),
        ("सूचियाँ", True),
        ("पत्र", False),
        ("दो नक्शे", True),
        ("11 पृष्ठ", True),
    ],
)
def test_one_enclosure_or_several(text, many):
    assert is_plural(text) is many


@pytest.mark.parametrize(
    ("owner", "of", "told"),
    [
        ("शाखा", "का", "शाखा का"),
        ("आपका", "के", "आपके"),
        ("समसंख्यक", "का", "समसंख्यक"),
        ("हमारा", "के", "हमारे"),
        ("इस कार्यालय का", "के", "इस कार्यालय के"),
    ],
)
def test_whose_paper_it_is(owner, of, told):
    assert possessive(owner, of) == told


@pytest.mark.parametrize(
    ("text", "spoken"),
    [("ग्रामवार सूची संलग्न है।", True), ("The list is attached.", True), ("Enclosed: list.", True), ("It is sent herewith.", True),
     ("श्री वर्मा को तहसील में संलग्न किया गया है।", False), ("The ITI is attached to the college.", False), ("संलग्नीकरण समाप्त है।", False)],
)  # fmt: skip
def test_staff_attached_to_an_office_are_no_enclosure(text, spoken):
    assert bool(speaks_of_enclosure(text)) is spoken


@pytest.mark.parametrize(
    ("typed", "before"),
    [
        ("म.प्र. सिविल सेवा (आचरण) नियम, 1965 का नियम 3", "म.प्र. सिविल सेवा (आचरण) नियम, 1965 के नियम 3"),
        ("राजस्व विभाग का परिपत्र क्रमांक 12/2026", "राजस्व विभाग के परिपत्र क्रमांक 12/2026"),
        ("भू-राजस्व संहिता, 1959 की धारा 13", "भू-राजस्व संहिता, 1959 की धारा 13"),
        ("शासन का नियम है कि 3 दिवस में उत्तर दें", "शासन का नियम है कि 3 दिवस में उत्तर दें"),
    ],
)
def test_a_rule_is_inflected_before_what_governs_it(typed, before):
    assert oblique(typed) == before
