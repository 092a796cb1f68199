"""What a model, a chat window or a draft leaves standing is found; what an office leaves open on purpose is not."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "क्रमांक ......../स्था./2026",
        "पृ. क्रमांक ......  सीहोर, दिनांक ........",
        "(हस्ताक्षर) ________",
        "-----00-----",
        "................",
    ],
)
def test_what_is_filled_at_issue_or_by_hand_may_stay_blank(quotes, text):
    assert quotes("leftover.placeholder", f"{text}\n\nविषय :- सूची के संबंध में।\n\nसूची भेजें।") == []


@pytest.mark.parametrize(
    "text",
    [
        "बैठक [स्थान] पर होगी।",
        "The letter of XX/XX/2026 is cited.",
        "श्री अमुक को सूचित करें।",
        "Please write to {name}.",
        "यहाँ नाम लिखें।",
    ],
)
def test_a_stand_in_is_found_whatever_its_brackets(quotes, text):
    assert quotes("leftover.placeholder", text)


def test_an_identifier_that_was_masked_is_no_stand_in(quotes):
    assert quotes("leftover.placeholder", "आधार XXXX-XXXX-5246 तथा खाता XXXXXXXX9012 सत्यापित हैं।") == []


def test_chatter_is_told_as_one_however_many_sentences_it_has(quotes):
    assert quotes("leftover.chatter", "Sure! Here is the letter. I hope this helps.\nसूची भेजें।") == [
        "Sure! Here is the letter. I hope this helps."
    ]


def test_a_legacy_font_has_its_own_signs(quotes):
    assert quotes("leftover.markup", "^^LoPN Hkkjr** fe'ku") == []


def test_a_footnote_has_its_star(quotes):
    assert quotes("leftover.markup", "राशि* 500 है।\n* अनुमानित।") == []


def test_a_sentence_repeated_under_another_number_is_still_the_same(quotes):
    text = "1. जिले के 42 ग्रामों में जल स्तर बहुत नीचे गया है।\n2. जिले के ४२ ग्रामों में जल स्तर बहुत नीचे गया है।"
    assert len(quotes("leftover.repeated", text)) == 1


@pytest.mark.parametrize("last", ["टैंकर भेजने का कष्ट करें", "(2) 11 पंप", "सूची संलग्न है", "The list is enclosed"])
def test_an_end_without_its_stop_is_an_end(quotes, last):
    assert quotes("leftover.cut-off", f"ग्रामों में जल स्तर नीचे गया है।\n{last}") == []


HEAD = "प्रति,\nतहसीलदार, आष्टा\n\nविषय :- पंप के संबंध में।\n\nमहोदय,\n\nमोटर पंप दिनांक 22.11.2026 से खराब है।\n\n"


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("पंचायत द्वारा 3 टैंक", True), ("पंचायत द्वारा", True), ("पंचायत द्वारा 3 टैंकर लगाए ग", True),
        ("टैंकर लगाए गए हैं, जिन", True), ("ग्राम में पानी की", True), ("टैंकर भेजने का कष्ट करें", False),
        ("पंचायत को सूचनार्थ प्रेषित", False), ("(सक्षम प्राधिकारी द्वारा अधिकृत)", False), ("तहसीलदार द्वारा नामित अधिकारी", False),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "foot", ["", "\n\n\t\t\tभवदीय,\n\n\t\t\tकलेक्टर\n\t\t\tजिला सीहोर", "\n\n\t\t\tकलेक्टर\n\t\t\tजिला सीहोर"]
)
def test_a_short_last_line_that_runs_on_is_no_signature(quotes, last, foot, found):
    assert (quotes("leftover.cut-off", HEAD + last + foot) == [last]) is found


def test_the_paragraph_that_is_known_to_be_half_is_told_wherever_it_stands(quotes):
    known = {"stump": "कुल 3 टैंक"}
    assert quotes("leftover.cut-off", HEAD + "1. कुल 3 टैंक\n\n2. सूची भेजी जाए।", **known) == ["कुल 3 टैंक"]
    assert quotes("leftover.cut-off", HEAD + "1. कुल 3 टैंकर हैं।\n\n2. सूची भेजी जाए।", **known) == []
