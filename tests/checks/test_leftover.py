"""What a model, a chat window or a draft leaves standing is found; what an office leaves open on purpose is not."""

import json

import pytest

from assistant.assistant import Assistant
from assistant.checks import CHECKS
from assistant.checks.finding import Case
from assistant.forms.brief import read_brief
from assistant.forms.reader import read
from assistant.settings import read_settings

HERE = Assistant(read_settings({}))


def quotes(code, text, form="letter", language="hi", brief=None, **exercise):
    """What one check finds in a text that somebody typed, in its own words."""
    form = HERE.library.form(form)
    facts = read_brief(form, json.dumps(brief), "brief.json") if brief else None
    case = Case(read(text, form, language), form, "mp", facts, **exercise)
    return [case.text[spot.start : spot.end] for spot in CHECKS[code](case)]


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
def test_what_is_filled_at_issue_or_by_hand_may_stay_blank(text):
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
def test_a_stand_in_is_found_whatever_its_brackets(text):
    assert quotes("leftover.placeholder", text)


def test_an_identifier_that_was_masked_is_no_stand_in():
    assert quotes("leftover.placeholder", "आधार XXXX-XXXX-5246 तथा खाता XXXXXXXX9012 सत्यापित हैं।") == []


def test_chatter_is_told_as_one_however_many_sentences_it_has():
    assert quotes("leftover.chatter", "Sure! Here is the letter. I hope this helps.\nसूची भेजें।") == [
        "Sure! Here is the letter. I hope this helps."
    ]


def test_a_legacy_font_has_its_own_signs():
    assert quotes("leftover.markup", "^^LoPN Hkkjr** fe'ku") == []


def test_a_footnote_has_its_star():
    assert quotes("leftover.markup", "राशि* 500 है।\n* अनुमानित।") == []


def test_a_sentence_repeated_under_another_number_is_still_the_same():
    text = "1. जिले के 42 ग्रामों में जल स्तर बहुत नीचे गया है।\n2. जिले के ४२ ग्रामों में जल स्तर बहुत नीचे गया है।"
    assert len(quotes("leftover.repeated", text)) == 1


@pytest.mark.parametrize("last", ["टैंकर भेजने का कष्ट करें", "(2) 11 पंप", "सूची संलग्न है", "The list is enclosed"])
def test_an_end_without_its_stop_is_an_end(last):
    assert quotes("leftover.cut-off", f"ग्रामों में जल स्तर नीचे गया है।\n{last}") == []
