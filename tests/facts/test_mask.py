"""What is personal leaves a text as tokens and comes back; all else stays as it is."""

import time
from pathlib import Path

import pytest
import yaml

from assistant.facts import find
from assistant.facts.mask import mask, unmask
from assistant.language.source import Source

PAPERS = sorted((Path(__file__).parents[2] / "bench/papers").glob("*.yaml"))

PERSONAL = [
    ("आधार क्रमांक 2345 6789 0124 के धारक", "aadhaar"),
    ("आधार क्रमांक २३४५ ६७८९ ०१२४ के धारक", "aadhaar"),
    ("आधार नंबर 2345-6789-0124 है।", "aadhaar"),
    ("Aadhaar No. 2 3 4 5 6 7 8 9 0 1 2 4", "aadhaar"),
    ("आधार 234567\n890124 है।", "aadhaar"),
    ("Aadhaar 2345 6789\n0124 was given.", "aadhaar"),
    ("PAN ABCPK1234F", "pan"),
    ("पैन नंबर abcpk 1234 f है।", "pan"),
    ("मोबाइल 9893012345 पर", "phone"),
    ("मो. ९८९३० १२३४५ पर", "phone"),
    ("मोबाइल नंबर 98930\n12345 पर", "phone"),
    ("मेरा नंबर ९८९३०\n१२३४५ है", "phone"),
    ("पत्नी का 91 9425\n0 67890 है", "phone"),
    ("उनका ९८९३\n०१२३४५ है", "phone"),
    ("Call +44 20 7946 0958 after noon.", "phone"),
    ("Mobile +91 98930 12345 is his.", "phone"),
    ("दूरभाष 07562-221100", "phone"),
    ("खाता क्रमांक 1234567890123 में", "account"),
    ("Account No. 12345\n67890123 of the bank", "account"),
    ("IFSC SBIN0001234", "ifsc"),
    ("मतदाता पहचान पत्र ABC1234567", "voter-id"),
    ("पासपोर्ट J1234567", "passport"),
    ("वाहन MP 04 CA 1234 से", "vehicle"),
    ("वाहन एमपी 04 सीए 1234 से", "vehicle"),
    ("पता ram.yadav@example.com है", "email"),
    ("श्री रामलाल यादव को", "name"),
    ("श्रीमती सुनीता बाई ने", "name"),
    ("पिता मोहनलाल यादव", "name"),
    ("Shri Suresh Patel applied.", "name"),
    ("Smt. Sunita Bai applied.", "name"),
    ("He is the son of Hari Prasad.", "name"),
    ("आवेदक का नाम : सुरेश पटेल", "name"),
    ("प्रार्थी\nरामलाल यादव", "name"),
    ("Name: Ramesh Kumar", "name"),
    ("SHRI NANURAM PATIDAR applied.", "name"),
    ("वल्द मोहम्मद यूसुफ", "name"),
    ("मैं, राजकुमारी धुर्वे, शपथपूर्वक कथन करती हूँ", "name"),
    ("भवदीय\nसंतोष कुमार मेहरा", "name"),
    ("Voter card MP/23/176/284519", "voter-id"),
    ("w/o रामू ने शिकायत की।", "name"),
]


@pytest.mark.parametrize(("text", "kind"), PERSONAL)
def test_what_is_personal_becomes_one_token_and_comes_back(text, kind):
    masked = mask(text)
    assert masked.counts() == [{"kind": kind, "count": 1}], masked.text
    token = f"[{kind.upper()}-1]"
    assert token in masked.text
    back = unmask(masked.text, masked.tokens)
    assert back.text.split() == text.split()
    assert not any((back.bent, back.dropped, back.doubled, back.unknown))


@pytest.mark.parametrize(
    "text",
    [
        "क्रमांक 1422/पेयजल/2026 दिनांक 02.02.2026",
        "खसरा नंबर 123/2, रकबा 1.250 हेक्टेयर",
        "राशि रु. 2,50,000/- तथा ₹ 1234567890",
        "भोपाल-462003",
        "कोलकाता 700001\n2026 में",
        "हेल्पलाइन 181 तथा टोल फ्री 1800-233-4455",
        "No. 4821/Estt/2026 dated 16th February 2026",
        "मुख्य कार्यपालन अधिकारी, जिला पंचायत",
        "वर्ष 2021\n2022\n2023",
        "क्रमांक 9893012345",
        "श्री राम मंदिर के पास",
        "नाम\nपता\nनाम : पता",
        "मूल नाम: कार्यालय कलेक्टर",
        "प्रार्थी : जिला अध्यक्ष",
    ],
)
def test_file_numbers_survey_numbers_pin_codes_dates_and_amounts_stay(text):
    assert mask(text) == (text, {})


def test_one_value_is_one_token_in_either_digits_and_however_spaced():
    text = "आधार २३४५ ६७८९ ०१२४, फिर आधार 234567890124, और आधार 9999 8888 7777।"
    assert mask(text).text == "आधार [AADHAAR-1], फिर आधार [AADHAAR-1], और आधार [AADHAAR-2]।"


def test_a_name_is_known_again_without_its_title_and_before_its_father():
    masked = mask("मैं रामलाल यादव पिता श्री मोहनलाल यादव। मोहनलाल यादव की भूमि रामलाल यादव को दी।")
    assert masked.text == "मैं [NAME-1] पिता श्री [NAME-2]। [NAME-2] की भूमि [NAME-1] को दी।"
    masked = mask("Ramesh Kumar S/o Hari Prasad has applied.")
    assert masked.text == "[NAME-1] S/o [NAME-2] has applied."
    assert "उनके पिता श्री [NAME-1]" in mask("उनके पिता श्री हरिराम को").text


def test_a_token_that_the_text_has_already_is_not_given_again():
    masked = mask("[NAME-1] और श्री रामलाल यादव")
    assert masked.text == "[NAME-1] और श्री [NAME-2]"
    assert unmask(masked.text, masked.tokens).text == "[NAME-1] और श्री रामलाल यादव"


def test_tokens_that_come_back_bent_dropped_doubled_or_made_up_are_told():
    tokens = mask("श्री रामलाल यादव, मोबाइल 9893012345, आधार 2345 6789 0124").tokens
    assert list(tokens) == ["[NAME-1]", "[PHONE-1]", "[AADHAAR-1]"]
    for bent in ("NAME-1", "[name-1]", "[NAME_1]", "[NAME 1]", "[NAME–1]", "{NAME-1}", "\\[NAME-1\\]", "[NAME-१]"):
        back = unmask(f"श्री {bent} को [PHONE-1] [AADHAAR-1]", tokens)
        assert back.text == "श्री रामलाल यादव को 9893012345 2345 6789 0124", bent
        assert back.bent == (bent,)
    assert unmask("श्री [NAME-1] को", tokens).dropped == ("[PHONE-1]", "[AADHAAR-1]")
    assert unmask("[NAME-1] [NAME-1] [PHONE-1] [AADHAAR-1]", tokens).doubled == ("[NAME-1]",)
    back = unmask("[NAME-1] [PHONE-1] [AADHAAR-1] [NAME-7]", tokens)
    assert (back.unknown, back.bent) == (("[NAME-7]",), ())
    assert "[NAME-7]" in back.text


def test_brackets_around_a_token_stay():
    masked = mask("(श्री रामलाल यादव) <ram@example.com>")
    assert masked.text == "(श्री [NAME-1]) <[EMAIL-1]>"
    assert unmask(masked.text, masked.tokens) == ("(श्री रामलाल यादव) <ram@example.com>", (), (), (), ())


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_no_fact_of_a_good_paper_is_lost_and_it_comes_back_whole(paper):
    text = yaml.load(paper.read_text(encoding="utf-8"), yaml.CSafeLoader)["text"]
    masked = mask(text)

    def facts(text):
        kinds = ("ref", "date", "amount", "pin", "law")
        return sorted((one.kind, str(one.value)) for one in find(Source(text).plain) if one.kind in kinds)

    assert facts(masked.text) == facts(text)
    back = unmask(masked.text, masked.tokens)
    assert back.text.split() == text.split()
    assert not any(back[1:])


@pytest.mark.parametrize("piece", ["1", "आधार ", "नाम: ", "मो. 9 ", "पिता ", "[NAME-1 ", "9 ", "मोबाइल \n"])
def test_a_long_odd_text_is_read_in_no_time(piece):
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    masked = mask(text)
    unmask(masked.text, masked.tokens)
    assert time.process_time() - start < 3


def test_a_person_named_in_both_scripts_is_one_token_and_comes_back_as_named_first():
    masked = mask("Shri Ramlal Yadav has complained.\nश्री रामलाल यादव तथा श्री रामसेवक यादव ने शिकायत की है।")
    assert masked.text == "Shri [NAME-1] has complained.\nश्री [NAME-1] तथा श्री [NAME-2] ने शिकायत की है।"
    assert unmask("Shri [NAME-1] and Shri [NAME-2]", masked.tokens).text == "Shri Ramlal Yadav and Shri रामसेवक यादव"
