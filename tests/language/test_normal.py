"""A text in its normal form: what was typed for want of a key is set right, and what is right stays."""

import re
import time
import unicodedata
from pathlib import Path

import pytest
import yaml

from assistant.language.normal import normalise

PAPERS = sorted((Path(__file__).parents[2] / "bench/papers").glob("*.yaml"))


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("कार्य पूर्ण है|", "कार्य पूर्ण है।"),
        ("कार्य पूर्ण है |", "कार्य पूर्ण है।"),
        ("कार्य पूर्ण है| शेष होगा |", "कार्य पूर्ण है। शेष होगा।"),
        ("ग्रामों में पंप लगाए |\nवे लौट आए |", "ग्रामों में पंप लगाए।\nवे लौट आए।"),
        ("पंप चालू है | शाला में थे 42 बच्चे | ", "पंप चालू है। शाला में थे 42 बच्चे। "),
        ("अत: अनुरोध है", "अतः अनुरोध है"),
        ("पुन: नि:शुल्क", "पुनः निःशुल्क"),
        ("सड\u093cक", "सड़क"),
        ("\u095cक", "ड\u093cक"),
        ("का\u200dम", "काम"),
        ("काम\u200b है", "काम है"),
        ("अाप", "आप"),
        ("\ufeffविषय", "विषय"),
        ("एक\r\nदो", "एक\nदो"),
    ],
)
def test_what_was_typed_for_want_of_a_key_is_set_right(typed, right):
    assert normalise(typed) == right


@pytest.mark.parametrize(
    "text",
    [
        "| क्र. | नाम | राशि |",
        "क्र. | नाम | राशि",
        "विषय:- जल के संबंध में।",
        "विषयः- जल के संबंध में।",
        "समय 11:30 बजे",
        "प्रति:",
        "a | b",
        "नाम | राशि |",
        "| नाम |",
        "पंप लगाए  |  वे लौट आए |",
        "क्\u200dष और र्\u200dया",
        "संबंध सम्बन्ध हिंदी हिन्दी गये गए",
        "क्रमांक २५/2026 और म०प्र०",
    ],
)
def test_what_is_right_stays(text):
    assert normalise(text) == text


def test_digits_are_brought_to_one_script_only_on_request():
    text = "दिनांक १६.०२.2026, म०प्र०, ram12@example.in, MP04CA1234"
    assert normalise(text) == text
    assert normalise(text, "ascii") == "दिनांक 16.02.2026, म०प्र०, ram12@example.in, MP04CA1234"
    assert normalise(text, "devanagari") == "दिनांक १६.०२.२०२६, म०प्र०, ram12@example.in, MP04CA1234"


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_a_good_paper_keeps_its_words_and_normalising_twice_is_once(paper):
    text = yaml.load(paper.read_text(encoding="utf-8"), yaml.CSafeLoader)["text"]
    once = normalise(text)
    assert normalise(once) == once

    def words(text):
        return re.findall("[\u0900-\u0963\u0970-\u097f]+", unicodedata.normalize("NFC", text))

    assert words(once) == words(text)
    for script in ("ascii", "devanagari"):
        assert normalise(normalise(text, script), script) == normalise(text, script)


@pytest.mark.parametrize("piece", ["a", "|", "है |", "1", "अत:", "।", "ा", "है "])
def test_a_long_odd_text_is_read_in_no_time(piece):
    text = piece * (100_000 // len(piece))
    start = time.perf_counter()
    normalise(text, "devanagari")
    assert time.perf_counter() - start < 2


def test_what_the_project_writes_itself_is_in_its_normal_form():
    top = Path(__file__).parents[2]
    texts = [
        path.read_text(encoding="utf-8")
        for path in (*top.glob("templates/letters/*/hi.j2"), *top.glob("templates/letters/*/example.hi.yaml"))
    ]
    texts.append((top / "assistant/messages/hi.yaml").read_text(encoding="utf-8"))
    for exercise in top.glob("exercises/*/*.yaml"):
        texts += re.findall(
            r"(?ms)^model_answer: \|\n((?:[ \t][^\n]*\n|\n)*)", exercise.read_text(encoding="utf-8") + "\n"
        )
    assert len(texts) > 50
    assert [text for text in texts if normalise(text) != text] == []
