"""The language of a paper: a good one has no finding, in no time; each code's own cases stand in checks/codes."""

import time

import pytest

from assistant.checks.finding import Case
from assistant.checks.language import CHECKS
from assistant.forms.reader import read

PARAGRAPH = "जिले के 42 ग्रामों में जल स्तर नीचे गया है। इन ग्रामों में परिवहन से पेयजल पहुँचाने के लिए टैंकरों की आवश्यकता है। "


@pytest.fixture
def found(library):
    def spots(text, language="hi", state="mp"):
        form = library.form("letter")
        case = Case(read(text, form, language), form, state)
        return [(code, spot) for code, check in CHECKS.items() for spot in check(case)]

    return spots


@pytest.mark.parametrize("sign", ["क", "1", "।", "(", "a", "ा", "1,", "क.", "\u200d", "A ", "|", "ः", "a@"])
def test_a_long_run_of_one_sign_makes_nothing_hang(found, sign):
    begun = time.process_time()
    found(sign * (200_000 // len(sign)))
    assert time.process_time() - begun < 10


def test_the_same_slip_is_told_once(found):
    spots = found("ग्राम की सडक टूटी है। दूसरी सडक ठीक है।")
    assert [spot.suggestion for code, spot in spots if code == "language.spelling"] == ["सड़क"]


@pytest.mark.parametrize("state", ["mp", "cg"])
def test_a_paper_to_another_state_may_use_its_words(found, state):
    assert [code for code, _ in found("प्रति, जिलाधिकारी, झाँसी (उत्तर प्रदेश)\nपत्रावली भेजने का कष्ट करें।", state=state)] == []
