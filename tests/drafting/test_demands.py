"""What a letter asks for: sentences and things of a list, however they are numbered; what only presses is no demand."""

import pytest

from assistant.drafting.demands import demands

LEAD = "अतः निर्देशित किया जाता है कि निम्नानुसार जानकारी उपलब्ध करावें:-"
THREE = ["पदों की संख्या", "रिक्त पद", "रिक्त रहने के कारण"]
MARKS = (
    "1. |1.|1- |1-|1 - |1) |1)- |(1) |(1)|(1)- |1.- |1:- |1: |01. |१. |१.|१- |(१) |क. |क- |(क) |(क)|(अ) |(i) |(i)|i. |(a) |(a)|a. |A) |• |- "
).split("|")
OTHERS = {"1": "23", "१": "२३", "क": "खग", "अ": "बस", "i": ("ii", "iii"), "a": "bc", "A": "BC"}


def words(*paragraphs):
    """The demands of a letter, without those that only lead to a list."""
    return [one.words for one in demands(list(paragraphs)) if not one.leads]


@pytest.mark.parametrize("mark", MARKS)
def test_things_of_a_list_are_demands_however_they_are_numbered(mark):
    first = next((one for one in OTHERS if one in mark), "")
    marks = [mark, *(mark.replace(first, other) if first else mark for other in OTHERS.get(first, "  "))]
    items = [sign + thing for sign, thing in zip(marks, THREE, strict=True)]
    assert words(LEAD, *items, "विलंब के लिए आप उत्तरदायी होंगे।") == THREE
    assert demands([LEAD, *items])[0].leads


def test_a_list_may_have_no_marks_lists_in_it_a_sentence_between_and_stand_in_one_line():
    assert words(LEAD, *THREE, "विलंब के लिए आप उत्तरदायी होंगे।") == THREE
    assert words(LEAD, "1- पद", "(क) स्वीकृत", "(ख) रिक्त", "2- कारण") == ["पद", "स्वीकृत", "रिक्त", "कारण"]
    assert words(LEAD, "1. पदों की संख्या एवं उनमें से", "रिक्त पद", "जानकारी प्रपत्र में हो।", "2. कारण") == [
        "पदों की संख्या एवं उनमें से रिक्त पद",
        "कारण",
    ]
    assert words(f"{LEAD} 1- पदों की संख्या 2- रिक्त पद 3- रिक्त रहने के कारण") == THREE
    assert words("वांछित जानकारी:-", "1. पदों की संख्या", "2. रिक्त पद") == THREE[:2]


@pytest.mark.parametrize(
    "asked",
    [
        "A copy of the contingency plan may also be sent.", "The list may kindly be furnished.", "The reply must reach this office by Monday.",
        "You are therefore directed to furnish the figures.", "Your comments are awaited.",
        "Send the list of villages, failing which action will be taken.",
        "I shall be glad if the figures are sent.", "सूची भेजी जाय।", "सूची भेजें, अन्यथा कार्यवाही की जाएगी।", "आँकड़े भेजें ताकि शासन को अवगत कराया जा सके।",
        "प्रत्येक ग्राम में शिविर लगाएँ।", "बैठक में स्वयं उपस्थित रहें।", "जानकारी भेजना आवश्यक है।", "सूची आज ही भेजनी होगी।", "आपके उत्तर की प्रतीक्षा है।",
    ],
)  # fmt: skip
def test_a_sentence_that_asks_is_a_demand_in_either_language(asked):
    assert words(asked) == [asked]


@pytest.mark.parametrize(
    "pressing",
    [
        "The matter may be treated as most urgent.", "This may kindly be given top priority.", "Please note that no extension will be given.",
        "Please refer to this office letter No. 12.", "Your attention is invited to the circular.", "I am directed to say that the scheme has begun.",
        "The undersigned is directed to refer to this Ministry's O.M. and to say that the work is over.", "कृपया पत्र का सन्दर्भ ग्रहण करने का कष्ट करें।",
        "Of the 7 bridges 4 need new railings.",
        "It may be noted that the scheme has ended.", "कृपया संदर्भित पत्र का अवलोकन करने का कष्ट करें।", "इसे सर्वोच्च प्राथमिकता दें।",
        "प्रकरण अत्यंत महत्वपूर्ण समझें।", "विलंब न किया जाए।", "विलंब के लिए आप स्वयं उत्तरदायी होंगे।", "अन्यथा अनुशासनात्मक कार्यवाही की जाए।", "दल आए और बच्चे मिले।",
    ],
)  # fmt: skip
def test_what_only_presses_cites_or_tells_is_none(pressing):
    assert words(pressing) == []
