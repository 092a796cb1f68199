"""Without a model: standard sentences, good enough to send, that never say more than the brief."""

import json
import re

import pytest

from assistant.messages import LANGUAGES
from assistant.settings import STATES

BRIEFS = {
    "election duty": """
to: तहसीलदार आष्टा
subject: निर्वाचन ड्यूटी के संबंध में
points:
  - दिनांक 20.03.2026 को पंचायत उप निर्वाचन होना है
  - आपके कार्यालय के 4 कर्मचारियों की ड्यूटी लगाई गई है
request: कर्मचारियों को दिनांक 19.03.2026 को प्रातः 8 बजे सामग्री वितरण केंद्र पर उपस्थित होने हेतु निर्देशित करें
deadline: 19.03.2026
""",
    "school repair": """
points: [शासकीय प्राथमिक शाला बरखेड़ी का भवन, छत से पानी टपकता है, 64 विद्यार्थी]
request: भवन की मरम्मत
deadline: 30.06.2026
""",
    "leave": "points: श्री र. वर्मा ने 10 दिवस का अर्जित अवकाश माँगा है\nrequest: अर्जित अवकाश स्वीकृत करने का कष्ट करें",
    "anganwadi": "points: [आंगनवाड़ी केंद्र क्र. 3 में पेयजल की व्यवस्था नहीं, बच्चे घर से पानी लाते हैं]\nrequest: आवश्यक कार्यवाही हेतु",
    "health camp": "points: [ग्राम मेहतवाड़ा में 12.04.2026 को स्वास्थ्य शिविर लगेगा]\nrequest: 2 चिकित्सक एवं 4 नर्स की ड्यूटी लगाएँ\ndeadline: 10.4.2026",
    "tender": "points: [निविदा क्र. 12/2026 में आपकी दर न्यूनतम पाई गई]\nrequest: अनुबंध निष्पादन हेतु कार्यालय में उपस्थित हों",
    "only a request": "request: बजट आवंटित किया जावे",
    "only a deadline": "deadline: 5.5.2026",
    "only points": "points: [वर्षा कम हुई |, सर्वे कराना है.]",
    "only enclosures": "enclosures: [ग्रामवार सूची, 3 प्रतियाँ]",
    "references": """
references: [{from: आपका, date: 2.2.2026}, {kind: order, number: 5, from: संचालनालय}]
points: [राशि प्राप्त नहीं हुई]
request: राशि जारी करना
""",
    "English roof": "points: [the roof leaks, 64 students study there]\nrequest: get the roof repaired\ndeadline: 30.06.2026",
    "English fragments": "points: [two doctors, four nurses]\nrequest: 2 doctors to be deputed\nenclosures: [Map]",
    "English leave": "points: [Water is scarce]\nrequest: leave may be sanctioned\nreferences: [{number: 12/3, date: 2.2.2026, from: CEO}]",
    "nothing": "",
    "twelve points": "points: [" + ", ".join(f"{n} ग्रामों में पानी नहीं है" for n in range(31, 43)) + "]\nrequest: 7 टैंकर",
}

JOINED = {"तथा", "आपके", "and", "है", "हैं", "का", "के", "की", "subject"}


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w\u0900-\u0963]+", text.casefold()))


def _numbers(text: str) -> set[str]:
    return {number.lstrip("0") for number in re.findall(r"\d+", text)}


@pytest.mark.parametrize("form", ["letter", "email", "notesheet"])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("case", BRIEFS)
def test_every_word_and_figure_is_the_briefs_or_the_forms(offline, library, case, state, form):
    language = "en" if case.startswith("English") else "hi"
    text = f"state: {state}\n{BRIEFS[case]}"
    prose = re.sub(r"(?m)(?:^|(?<= ))\(\d+\) ", "", offline(form, language, text).prose)  # without the marks of items
    months = "january february march april may june july august september october november december"
    known = (
        _words(text)
        | _words(" ".join(library.form(form).norm(state, language).words.values()))
        | JOINED
        | _words(months)
    )
    unknown = {word for word in _words(prose) - known if not word.isdigit()}
    assert {word for word in unknown if word.removesuffix("ने") + "ना" not in known} == set()
    assert _numbers(prose) <= _numbers(text)


SAID = [
    (
        "hi",
        "election duty",
        "अतः अनुरोध है कि कर्मचारियों को दिनांक 19.03.2026 को प्रातः 8 बजे सामग्री वितरण केंद्र पर उपस्थित होने हेतु निर्देशित करें।",
    ),
    (
        "hi",
        "school repair",
        "उपर्युक्त विषयांतर्गत जानकारी निम्नानुसार है :\n"
        "(1) शासकीय प्राथमिक शाला बरखेड़ी का भवन।\n"
        "(2) छत से पानी टपकता है।\n"
        "(3) 64 विद्यार्थी।\n"
        "अतः भवन की मरम्मत का अनुरोध है। "
        "यह कार्यवाही दिनांक 30.06.2026 तक अपेक्षित है।",
    ),
    ("hi", "leave", "अतः अनुरोध है कि अर्जित अवकाश स्वीकृत करने का कष्ट करें।"),
    ("hi", "anganwadi", "अतः आवश्यक कार्यवाही हेतु अनुरोध है।"),
    ("hi", "only a request", "उपर्युक्त विषयांतर्गत अनुरोध है कि बजट आवंटित किया जावे।"),
    ("hi", "only a deadline", "इस संबंध में कार्यवाही दिनांक 05.05.2026 तक अपेक्षित है।"),
    ("hi", "only points", "उपर्युक्त विषयांतर्गत लेख है कि वर्षा कम हुई। सर्वे कराना है।"),
    ("hi", "only enclosures", "उपर्युक्त विषयांतर्गत ग्रामवार सूची तथा 3 प्रतियाँ संलग्न हैं।"),
    (
        "hi",
        "references",
        "कृपया उपरोक्त विषयांतर्गत संदर्भित पत्रों का अवलोकन करने का कष्ट करें। "
        "इस संबंध में लेख है कि राशि प्राप्त नहीं हुई।\n"
        "अतः राशि जारी करने का अनुरोध है।",
    ),
    (
        "en",
        "English roof",
        "With reference to the subject cited above, it is stated as follows:\n"
        "(1) The roof leaks.\n"
        "(2) 64 students study there.\n"
        "You are requested to get the roof repaired. "
        "Action is required by 30 June 2026.",
    ),
    ("en", "English fragments", "A request is made for 2 doctors to be deputed."),
    (
        "en",
        "English leave",
        "Please refer to the letter cited above. "
        "It is stated as follows: Water is scarce.\n"
        "It is requested that leave may be sanctioned.",
    ),
]


@pytest.mark.parametrize(("language", "case", "told"), SAID)
def test_a_letter_reads_as_an_officer_would_write_it(body, language, case, told):
    assert told in body("letter", language, BRIEFS[case])


NORMS = [
    (
        "goi",
        "hi",
        "points: [राशि प्राप्त नहीं हुई]\nrequest: राशि जारी करें",
        "उपर्युक्त विषय पर मुझे यह कहने का निदेश हुआ है कि राशि प्राप्त नहीं हुई।",
    ),
    (
        "goi",
        "hi",
        "references: [{number: 5, from: जल शक्ति मंत्रालय, date: 2.2.2026}]\npoints: [राशि प्राप्त नहीं हुई]",
        "मुझे उपर्युक्त विषय पर जल शक्ति मंत्रालय के पत्र क्रमांक 5, दिनांक 02.02.2026 का संदर्भ लेने तथा यह कहने का "
        "निदेश हुआ है कि राशि प्राप्त नहीं हुई।",
    ),
    (
        "goi",
        "en",
        "points: [the funds have not come]\nrequest: release the funds",
        "With reference to the subject cited above, I am directed to say that the funds have not come.\n"
        "I am to request you to release the funds.",
    ),
    (
        "goi",
        "en",
        "references: [{number: 5, from: your, date: 2.2.2026}]\npoints: [the funds have not come]",
        "With reference to your letter No. 5 dated 02.02.2026 on the subject cited above, I am directed to say "
        "that the funds have not come.",
    ),
    (
        "up",
        "hi",
        "points: [राशि प्राप्त नहीं हुई]\nrequest: राशि",
        "उपर्युक्त विषय के सम्बन्ध में अवगत कराना है कि राशि प्राप्त नहीं हुई।",
    ),
    ("cg", "hi", "points: [राशि प्राप्त नहीं हुई]", "उपर्युक्त विषयांतर्गत लेख है कि राशि प्राप्त नहीं हुई।"),
]


@pytest.mark.parametrize(("state", "language", "text", "told"), NORMS)
def test_a_letter_opens_as_its_norm_does(body, state, language, text, told):
    assert told in body("letter", language, f"state: {state}\n{text}")


NOTES = [
    ("hi", "proposal: एसी सुधरवाया जाए", "अतः प्रस्तावित है कि एसी सुधरवाया जाए। अनुमोदनार्थ प्रस्तुत।"),
    ("hi", "proposal: 2 चिकित्सकों की ड्यूटी लगाना", "अतः 2 चिकित्सकों की ड्यूटी लगाने का प्रस्ताव है। अनुमोदनार्थ प्रस्तुत।"),
    ("hi", "proposal: एसी बदलना उचित होगा", "अतः एसी बदलना उचित होगा। अनुमोदनार्थ प्रस्तुत।"),
    ("hi", "proposal: राशि स्वीकृत की जानी है", "अतः राशि स्वीकृत की जानी है। अनुमोदनार्थ प्रस्तुत।"),
    (
        "hi",
        "request: एसी सुधरवाएँ\ndeadline: 10.4.2026",
        "अतः प्रस्तावित है कि एसी सुधरवाएँ। इस पर निर्णय दिनांक 10.04.2026 तक अपेक्षित है। अनुमोदनार्थ प्रस्तुत।",
    ),
    (
        "en",
        "proposal: the AC may be replaced",
        "It is therefore proposed that the AC may be replaced. Submitted for approval.",
    ),
    ("en", "proposal: replace the AC", "It is therefore proposed to replace the AC. Submitted for approval."),
    (
        "en",
        "proposal: replacement of the AC",
        "A proposal is therefore made for replacement of the AC. Submitted for approval.",
    ),
    (
        "en",
        "proposal: it is proposed that it may be done",
        "It is proposed that it may be done. Submitted for approval.",
    ),
]


@pytest.mark.parametrize(("language", "text", "told"), NOTES)
def test_a_note_ends_in_one_proposal(offline, language, text, told):
    fact = "the AC is broken" if language == "en" else "एसी खराब है"
    draft = offline("notesheet", language, f"subject: x\npoints: ['{fact}']\n{text}")
    assert draft.prose.split("\n")[-1] == told
    assert "form.no-proposal" not in [finding.code for finding in draft.findings]


def test_a_note_tells_the_paper_the_rule_and_the_money_in_order(body):
    text = """
puc: {number: 57, date: 9.2.2026, from: प्राचार्य, text: [10 कंप्यूटर चाहिए]}
points: [6 कंप्यूटर पुराने हैं]
options: [मरम्मत कराई जाए, नए लिए जाएँ]
rule_position: [नियम पताका 'क' पर है]
financial_implication: 'व्यय रु. 4,80,000/- होगा'
proposal: नए लिए जाएँ
"""
    assert body("notesheet", "hi", text).split("\n") == [
        "कृपया प्राचार्य के पत्र क्रमांक 57, दिनांक 09.02.2026 का अवलोकन करने का कष्ट करें। पत्र में यह कहा गया है : 10 कंप्यूटर चाहिए।",
        "6 कंप्यूटर पुराने हैं।",
        "नियम स्थिति : नियम पताका 'क' पर है।",
        "विकल्प : (1) मरम्मत कराई जाए। (2) नए लिए जाएँ।",
        "वित्तीय भार : व्यय रु. 4,80,000/- होगा।",
        "अतः प्रस्तावित है कि नए लिए जाएँ। अनुमोदनार्थ प्रस्तुत।",
    ]


@pytest.mark.parametrize("asked", ["7 टैंकर दिनांक 25.02.2026 तक भेजें", "7 टैंकर 25 फरवरी 2026 तक भेजें", "7 टैंकर भेजें", ""])
def test_the_last_date_is_said_once(body, asked):
    prose = body("letter", "hi", f"points: [पानी नहीं है]\nrequest: {asked}\ndeadline: 25.02.2026")
    assert len(re.findall(r"25\.02\.2026|25 फरवरी 2026", prose)) == 1


@pytest.mark.parametrize(
    ("point", "times"), [("सूची संलग्न है", 1), ("पानी नहीं है", 1), ("श्री वर्मा तहसील में संलग्न किए गए हैं", 2)]
)
def test_an_enclosure_is_spoken_of_once(body, point, times):
    assert body("letter", "hi", f"points: [{point}]\nenclosures: [ग्रामवार सूची]").count("संलग्न") == times


@pytest.mark.parametrize("form", ["letter", "email", "do-letter", "report"])
@pytest.mark.parametrize(
    ("language", "words"), [("hi", "नीचे दी गई सूची के अनुसार अभिलेख संलग्न हैं।"), ("en", "papers listed below are")]
)
def test_many_enclosures_are_listed_and_not_named_in_one_sentence(offline, form, language, words):
    things = [f"{name} की सूची" if language == "hi" else f"list of {name}" for name in "कखगघचछजझटठडढणतथदधनपफबभ"]
    draft = offline(form, language, f"points: [42 ग्रामों में पानी नहीं है]\nenclosures: [{', '.join(things)}]")
    assert words in draft.prose
    assert things[3] not in draft.prose
    assert not {"form.enclosure-mismatch", "craft.long-sentence"} & {found.code for found in draft.findings}


CASE = """
state: mp
office: {name: कार्यालय कलेक्टर, address: जिला सीहोर}
to: [{designation: पुलिस अधीक्षक, place: सीहोर}, {designation: मुख्य कार्यपालन अधिकारी, office: जिला पंचायत, place: सीहोर}]
subject: मेला व्यवस्था के संबंध में
points: [%s]
request: सभी व्यवस्थाएँ पूर्ण कर प्रतिवेदन भेजें
deadline: 25.02.2026
date: 16.02.2026
sender: कलेक्टर
copies_to: [कमिश्नर, अपर कलेक्टर, तहसीलदार, मुख्य नगर पालिका अधिकारी, {designation: जनसंपर्क अधिकारी, purpose: प्रकाशनार्थ}]
"""


def test_twelve_points_two_addressees_five_copies_and_no_number(offline):
    points = [f"स्थान क्रमांक {n} पर {n + 2} कर्मचारी तैनात रहेंगे" for n in range(1, 13)]
    draft = offline("letter", "hi", CASE % ", ".join(points))
    assert draft.findings == ()
    body = draft.document.part("body")
    assert [block.text[:4].rstrip(" उपस") for block in body.blocks] == [f"{n}." for n in range(1, 14)]
    assert all(point in draft.document.text for point in points)
    assert "1. पुलिस अधीक्षक, सीहोर\n2. मुख्य कार्यपालन अधिकारी, जिला पंचायत, सीहोर" in draft.document.text
    assert len([block for block in draft.document.part("copies").blocks if block.look == "copy"]) == 5
    assert draft.document.text.count("क्रमांक ................") == 2  # the letter's and the copies', given at issue


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_in_the_other_language_is_told_and_not_translated(assistant, library, language):
    other = "en" if language == "hi" else "hi"
    draft = assistant.drafter.offline(library.example(library.form("letter"), other), language)
    assert {finding.code for finding in draft.findings} == {"language.wrong"}
    assert "42" in draft.prose


@pytest.mark.parametrize("state", STATES)
def test_the_installations_norm_stands_where_a_brief_names_none(make, brief, state):
    draft = make(EDAKSH_STATE=state).drafter.offline(brief("letter", "points: [x है]"), "hi")
    explicit = make().drafter.offline(brief("letter", f"state: {state}\npoints: [x है]"), "hi")
    assert draft.document.text == explicit.document.text


def test_the_json_of_a_draft_has_all_that_the_contract_names(offline):
    told = json.loads(json.dumps(offline("letter", "hi", CASE % "पानी नहीं है").as_json()))
    assert list(told) == ["form", "language", "by", "model", "prompt", "text", "parts", "masked", "findings"]
    assert (told["by"], told["model"], told["prompt"], told["masked"]) == ("offline", None, None, [])
    assert told["parts"]["subject"] == "मेला व्यवस्था के संबंध में।"
    assert isinstance(told["parts"]["body"], list)
    assert told["parts"]["copies"][0].startswith("पृ. क्रमांक")


def test_a_finding_carries_its_place_its_words_and_both_languages(offline):
    told = offline("letter", "hi", (CASE % "पानी नहीं है").replace("25.02", "10.02")).as_json()
    [finding] = told["findings"]
    assert (finding["code"], finding["severity"], finding["part"]) == ("facts.deadline-past", "warning", "body")
    assert told["text"][finding["start"] : finding["end"]] == finding["quote"] == "10.02.2026"
    assert set(finding["message"]) == set(LANGUAGES)
