"""A paper conveys a fact in whichever script, digits and style it says it, and not when it says another."""

import time
from datetime import date

import pytest

from assistant.facts import Fact, conveys, fact, facts_in, find, same
from assistant.facts.identifiers import verhoeff
from assistant.facts.names import fold
from assistant.language.numbers import read_number
from assistant.language.source import Source

SAID = [
    (
        "number",
        "42",
        ["४२ ग्रामों में", "बयालीस ग्राम", "forty-two villages", "42 villages"],
        ["47 ग्राम", "420 ग्राम", "4.2 हेक्टेयर", "कंडिका 4"],
    ),
    ("number", "7", ["7 टैंकर", "सात टैंकर", "seven tankers", "7 दिवस"], ["17 टैंकर", "सत्रह टैंकर"]),
    (
        "amount",
        "250000",
        [
            "₹2,50,000/-",
            "२.५ लाख रुपये",
            "ढाई लाख रुपये",
            "two lakh fifty thousand rupees",
            "Rs. 2.5 lakh",
            "2,50,000 की राशि",
        ],
        ["रु. 25,000", "रु. 2,05,000", "₹2.5 करोड़"],
    ),
    ("amount", "₹1,200.50", ["रु. 1200.50", "एक हज़ार दो सौ रुपये पचास पैसे"], ["रु. 1,200"]),
    (
        "date",
        "2026-02-25",
        ["25.02.2026", "२५/०२/२०२६", "25 फरवरी 2026", "25th February, 2026", "25 फरवरी तक", "24 से 25 फरवरी 2026"],
        ["25.02.2025", "26 फरवरी", "फरवरी 2026"],
    ),
    (
        "ref",
        "1422/पेयजल/2026",
        ["पत्र क्रमांक १४२२/पेयजल/२०२६ दिनांक", "1422 / पेयजल / 2026"],
        ["1422/पेयजल/2025", "11422/पेयजल/2026"],
    ),
    ("ref", "118", ["पत्र क्रमांक 118 दिनांक 2.2.2026", "No. 118"], ["पत्र क्रमांक 1180", "1,118"]),
    (
        "name",
        "श्री राजेश कुमार वर्मा",
        ["श्री राजेश कुमार वर्मा को", "(राजेश कुमार वर्मा)", "Shri Rajesh Kumar Verma"],
        ["श्री रमेश कुमार वर्मा", "श्री राजेश शर्मा"],
    ),
    ("name", "Smt. Sita Devi", ["श्रीमती सीता देवी", "Smt. Sita Devi"], ["श्रीमती गीता देवी"]),
    ("name", "श्री ज्ञानेश राठौड़", ["Shri Gyanesh Rathore"], ["Shri Ganesh Rao"]),
    ("name", "Shri R. A. Rao", ["श्री आर. ए. राव"], ["श्री एन. ए. राव"]),
    ("place", "ग्राम बड़गाँव", ["village Badgaon", "Village Bargaon", "ग्राम बड़गांव"], ["village Bargi"]),
    ("place", "District Lucknow", ["जिला लखनऊ"], ["जिला कानपुर"]),
    ("place", "जिला मैहर", ["District Maihar"], ["District Umaria"]),
    ("time", "11:00", ["प्रातः 11:00 बजे", "11.00 a.m.", "11 बजे", "ग्यारह बजे"], ["11:30 बजे", "12 बजे"]),
    ("days", "15 दिवस", ["15 days", "पंद्रह दिन", "१५ दिवस"], ["10 दिवस", "15 माह"]),
    ("weekday", "मंगलवार", ["Tuesday", "मंगलवार को"], ["बुधवार"]),
    ("phone", "07562-222222", ["(07562) 222222", "दूरभाष ०७५६२-२२२२२२"], ["07562-222223"]),
    ("email", "a.b@example.in", ["A.B@example.in", "a.b[at]example[dot]in"], ["ab@example.in"]),
    ("law", "नियम 16", ["Rule 16", "नियम 16 के अंतर्गत"], ["नियम 14", "धारा 16"]),
    ("law", "धारा 302 भा.दं.सं.", ["Section 302"], ["Section 304"]),
    ("post", "कलेक्टर", ["District Collector", "जिलाधिकारी", "कलेक्टर को"], ["अपर कलेक्टर", "Commissioner"]),
    ("fy", "2026-27", ["वित्तीय वर्ष २०२६-२७", "2026-2027"], ["2025-26"]),
    ("month", "जून 2026", ["June, 2026"], ["जून 2025", "24 जून 2026"]),
]


@pytest.mark.parametrize(
    ("kind", "given", "text"), [(kind, given, text) for kind, given, texts, _ in SAID for text in texts]
)
def test_it_is_conveyed_however_it_is_said(kind, given, text):
    plain = Source(text).plain
    place = conveys(plain, fact("f", kind, given))
    assert place is not None
    assert 0 <= place[0] < place[1] <= len(plain)


@pytest.mark.parametrize(
    ("kind", "given", "text"), [(kind, given, text) for kind, given, _, texts in SAID for text in texts]
)
def test_another_value_does_not_convey_it(kind, given, text):
    assert conveys(Source(text).plain, fact("f", kind, given)) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [("दो टैंकर भेजें", (3, 8)), ("पानी के टैंकरों की", (8, 13)), ("Send a Tanker", (7, 13)), ("कुछ नहीं", None), ("अटैंकर", None)],
)
def test_words_are_conveyed_by_any_one_of_them(text, place):
    assert conveys(Source(text).plain, Fact("ask", "text", ("टैंकर", "tanker"), "टैंकर")) == place


@pytest.mark.parametrize(("kind", "says"), [("date", "शीघ्र"), ("amount", "कुछ"), ("number", "अनेक")])
def test_what_is_no_such_fact_is_refused(kind, says):
    with pytest.raises(ValueError, match=says):
        fact("f", kind, says)


def test_facts_of_several_texts_are_told_once():
    found = facts_in(["42 ग्राम, 16.02.2026", "४२ villages by 16 February 2026"])
    assert [(one.kind, one.value) for one in found] == [("number", 42), ("date", date(2026, 2, 16))]


def test_a_shorter_name_is_the_same_person_and_another_first_name_is_not():
    full, short, other = (find(f"श्री {name}")[0] for name in ("राजेश कुमार वर्मा", "वर्मा", "रमेश वर्मा"))
    assert same(full, short)
    assert not same(full, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("राजेश वर्मा", "श्री राजेश वरमा"), ("दीपिका", "दिपीका"), ("सुशील", "शुशील"), ("Rajesh Verma", "Rajesh Varma")],
)
def test_names_that_are_easily_mistyped_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("राजेश", "रमेश"), ("सीता", "गीता"), ("Rajesh", "Ramesh")])
def test_other_names_do_not_fold_alike(one, other):
    assert fold(one) != fold(other)


def test_check_digits_are_known():
    assert verhoeff("234123412346")
    assert not verhoeff("234123412345")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ढाई लाख", 250000),
        ("सवा लाख", 125000),
        ("एक लाख करोड़", 10**12),
        ("उन्नीस सौ सैंतालीस", 1947),
        ("two hundred thousand", 200000),
        ("छः", 6),
        ("छह", 6),
        ("दो तीन", None),
        ("आम", None),
        ("", None),
    ],
)
def test_number_words_are_read(text, value):
    assert read_number(text) == value


LONG = 200_000


@pytest.mark.parametrize(
    "unit", ["a", "A", "क", "1", "९", ".", "/", "(", ")", "[", "-", " ", "\n", "।", ",", "@", "₹", ":", "\ue000"]
)
def test_a_long_run_of_one_character_is_read_at_once(unit):
    text = unit * LONG
    start = time.process_time()
    assert len(find(text)) < 2
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "unit",
    [
        "1/",
        "1 ",
        "1-",
        "12 जून ",
        "5 से ",
        "लाख ",
        "धारा 1, ",
        "Shri A. ",
        "(1)",
        "क/1/",
        "a@a.",
        "खाता ",
        "0755-",
        "राम ",
    ],
)
def test_ten_times_the_text_takes_no_more_than_about_ten_times_the_time(unit):
    def spent(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.process_time()
        find(text)
        return time.process_time() - start

    spent(1_000)
    assert spent(60_000) < 60 * max(spent(6_000), 0.005)
