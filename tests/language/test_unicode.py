"""Signs that were typed out of order, twice or without a letter are found and put right; good Hindi is let pass."""

import pytest

from assistant.language.unicode import VISARGA, faults, mend


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("काॅलेज", "कॉलेज"), ("आॅफिस", "ऑफिस"), ("अाैर", "और"), ("िजला", "जिला"), ("अिधकारी", "अधिकारी"), ("कायर्ालय", "कार्यालय"), ("ग्रामोंं", "ग्रामों"),
        ("हैै", "है"), ("काा", "का"), ("जि़ला", "ज़िला"), ("अनुुसार", "अनुसार"), ("ग्रामाें", "ग्रामों"), ("पत्र\u200d", "पत्र"), ("का\u200cम", "काम"),
    ],
)  # fmt: skip
def test_a_broken_word_is_found_and_mended(typed, right):
    assert [(fault.start, fault.end) for fault in faults(f"यह {typed} है")] == [(3, 3 + len(typed))]
    assert mend(typed) == right


@pytest.mark.parametrize(
    "word",
    ["क्\u200dया", "क्\u200cष", "अर्थात्", "विषयः", "ज़िला", "स\u095cक", "सड़क", "श्रृंखला", "हूँ", "अतः", "दुःख", "ऑफ़िस",
     "ॐ", "कार्यालय", "म०प्र०", "सूचनाएँ", "रुपए"],
)  # fmt: skip
def test_good_hindi_is_let_pass(word):
    assert list(faults(f"यह {word} है।")) == []


def test_a_fault_with_no_one_way_to_mend_it_has_no_suggestion():
    assert [fault.mended for fault in faults("सूचना् दी")] == [""]


@pytest.mark.parametrize("word", ["अत:", "पुन:", "क्रमश:", "नि:शुल्क", "दु:ख"])
def test_a_colon_for_a_visarga_is_found(word):
    assert VISARGA.search(f"{word} यह है")[0] == word


@pytest.mark.parametrize("text", ["विषय: पेयजल", "पंचायत: आष्टा", "बैठक 11:00 बजे", "शिकायत: लंबित", "अत:-"])
def test_a_colon_of_its_own_is_let_pass(text):
    assert VISARGA.search(text) is None
