"""A person's numbers and a protected name stay out of a paper; how an office is reached may stand there."""

import pytest


def test_a_brief_does_not_excuse_an_aadhaar_number_but_an_account(quotes):
    brief = {"points": ["आधार 4991 1866 5246", "खाता क्रमांक 31234567890"]}
    text = "हितग्राही का आधार 4991 1866 5246 तथा खाता क्रमांक 31234567890 है।"
    assert quotes("privacy.aadhaar", text, brief=brief) == ["4991 1866 5246"]
    assert quotes("privacy.account", text, brief=brief) == []


@pytest.mark.parametrize(
    "text", ["खसरा क्रमांक 4991/1866/5246 है।", "राशि रु. 4,99,11,866 है।", "प्रकरण क्रमांक 499118665247 दर्ज है।"]
)
def test_other_long_numbers_are_no_aadhaar(quotes, text):
    assert quotes("privacy.aadhaar", text) == []


def test_an_offices_mobile_passes_and_a_citizens_does_not(quotes):
    assert quotes("privacy.phone", "नियंत्रण कक्ष का मोबाइल 9876543210 है।") == []
    assert quotes("privacy.phone", "शिकायतकर्ता का मोबाइल 9876543210 है।") == ["9876543210"]


@pytest.mark.parametrize("text", ["गोपनीय प्रतिवेदन भेजें।", "गोपनीय शाखा को भेजें।", "The Secretary is away."])
def test_a_documents_or_branchs_name_is_no_marking(quotes, text):
    assert quotes("privacy.classified", text, scenario="पत्र लिखिए।") == []
