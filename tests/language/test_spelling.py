"""What an office writes is known; slips have their right form; what nothing is known of is let pass."""

import re
from pathlib import Path

import pytest
import yaml

from assistant.language import spelling
from assistant.language.spelling import HINDI_WORD, fold, is_known, near, slip
from assistant.language.words import rows

ROOT = Path(__file__).parents[2]
OWN = [
    *(ROOT / "templates").rglob("*.j2"), *(ROOT / "templates").rglob("*.yaml"), *(ROOT / "prompts").glob("*.md"),
    *(ROOT / "exercises").rglob("*.yaml"),
    ROOT / "assistant/messages/hi.yaml",
]  # fmt: skip


@pytest.fixture(autouse=True)
def own_list_alone(monkeypatch):
    """As on a Windows PC: no dictionary but our own."""
    monkeypatch.setattr(spelling, "_installed", frozenset)
    spelling.is_known.cache_clear()


def test_every_word_of_our_own_content_stands_in_the_list():
    words = {
        word
        for path in OWN
        for word in HINDI_WORD.findall(re.sub(r"[\u0904-\u0963]{1,8}\.", " ", path.read_text(encoding="utf-8")))
    }
    missing = sorted(
        word for word in words if len(word) > 2 and "॰" not in word and not is_known(word) and not slip(word)
    )
    assert " ".join(missing) == ""


def test_the_list_is_large_enough_to_stand_alone():
    assert len(spelling._listed()[0]) > 4000


def test_no_right_word_is_told_as_a_slip():
    wrong = {wrong for wrong, _, _ in rows("slips.hi.txt")}
    listed = {
        word
        for line in (ROOT / "assistant/language/data/office.hi.txt").read_text("utf-8").splitlines()
        if line[:1] not in "#["
        for word in line.split()
    }
    assert wrong & listed == set()


@pytest.mark.parametrize("table", ["slips.hi.txt", "slips.en.txt"])
def test_each_slip_has_one_right_form_that_is_no_slip_itself(table):
    wrong = [row[0] for row in rows(table)]
    assert len(wrong) == len(set(wrong))
    assert [right for _, right, _ in rows(table) if right in wrong] == []
    assert all(source for _, _, source in rows(table))


@pytest.mark.parametrize(
    ("one", "other"),
    [("सम्बन्ध", "संबंध"), ("हिन्दी", "हिंदी"), ("गयी", "गई"), ("लिये", "लिए"), ("हज़ार", "हजार"), ("कर्त्तव्य", "कर्तव्य"), ("महत्त्व", "महत्व"), ("अर्द्ध", "अर्ध"),
     ("पाँच", "पांच"), ("श्रीमान्", "श्रीमान"), ("स्थानान्तरण", "स्थानांतरण"), ("सितम्बर", "सितंबर"), ("रुपये", "रुपए")],
)  # fmt: skip
def test_both_accepted_spellings_are_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("सडक", "सड़क"), ("नही", "नहीं"), ("उन्होने", "उन्होंने"), ("श्रीमति", "श्रीमती"), ("आवश्यक्ता", "आवश्यकता"), ("recieved", "received"),
     ("Seperate", "Separate"), ("COMMITEE", "COMMITTEE")],
)  # fmt: skip
def test_a_well_known_slip_has_its_right_form(wrong, right):
    assert slip(wrong) == right


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("हितग्राहि", "हितग्राही"), ("प्रनाली", "प्रणाली"), ("पुरूष", "पुरुष"), ("विद्यालाय", "विद्यालय"), ("अनुपूर्ती", ""), ("शिविरो", ""), ("पर्यावरन", "पर्यावरण"),
     ("कलेकटर", "कलेक्टर"), ("पेंसन", "पेंशन"), ("शिकषा", "शिक्षा"), ("मंतरी", "मंत्री"), ("कृशि", "कृषि"), ("रासि", "राशि"), ("शड़क", "सड़क"),
     ("णगर", "नगर"), ("भवण", "भवन"), ("हिन्दि", "हिन्दी")],
)  # fmt: skip
def test_a_word_that_is_known_but_for_what_people_mix_up(wrong, right):
    assert near(wrong) == right


@pytest.mark.parametrize(
    "name",
    [
        "खामखेड़ा",
        "बिलकिसगंज",
        "शीला",
        "रमेशचंद्र",
        "करमचंद",
        "ऑफीस",
        "इंजिनियर",
        "xyz",
        "क",
        "धर्मेन्द्र",
        "टूंडला",
        "मूंडला",
        "शील",
        "सप्रे",
        "करम",
        "धरम",
    ],
)
def test_a_name_or_a_loan_word_is_let_pass(name):
    assert near(name) == ""


def test_the_data_are_plain_and_whole():
    for name in ("english_words", "calques", "state_words"):
        data = yaml.load((ROOT / f"assistant/checks/data/{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)[
            "rows"
        ]
        assert all(row["source"] for row in data)
