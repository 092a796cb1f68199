"""What is special of each form that an office writes about its own acts: memorandum, orders, circular, notification, notes."""

# ruff: noqa: E501 (a row of a table stays on one line)

import json

import pytest
import yaml

from assistant import checks
from assistant.assistant import Assistant
from assistant.forms.brief import read_brief
from assistant.forms.reader import read
from assistant.messages import LANGUAGES
from assistant.settings import STATES, read_settings

LIBRARY = Assistant(read_settings({})).library
MINE = (
    "memo",
    "order",
    "office-order",
    "circular",
    "notification",
    "endorsement",
    "show-cause",
    "resolution",
    "id-note",
)
DEPARTMENT = {
    "hi": {"government": "मध्यप्रदेश", "office": {"name": ["मध्यप्रदेश शासन", "राजस्व विभाग", "मंत्रालय"]}, "sender": {"designation": "उप सचिव", "office": "राजस्व विभाग"}},
    "en": {"government": "Madhya Pradesh", "office": {"name": ["Government of Madhya Pradesh", "Revenue Department"]}, "sender": {"designation": "Deputy Secretary", "office": "Revenue Department"}},
}  # fmt: skip


def brief(form, language, state="mp", **changes):
    """The form's own example, with other answers."""
    facts = yaml.load(LIBRARY.content.read(f"templates/letters/{form}/example.{language}.yaml"), yaml.CSafeLoader)
    return read_brief(LIBRARY.form(form), json.dumps(facts | changes | {"state": state}, default=str), "brief.json")


def paper(form, language, state="mp", **changes):
    return LIBRARY.templates.render(brief(form, language, state, **changes), language, state)


def body(form, language, state="mp", **changes):
    return [block.text for block in paper(form, language, state, **changes).part("body").blocks]


def found(form, language, state="mp", prose=None, **changes):
    """The codes of what is found in a paper, whose text may be somebody's own."""
    facts = brief(form, language, state, **changes)
    document = LIBRARY.templates.render(facts, language, state, prose)
    return {finding.code for finding in checks.run(checks.Case(document, facts.form, state, facts))}


SAYS = [
    # form, language, state → what the paper says
    ("memo", "hi", "mp", "\nज्ञापन\n"), ("memo", "hi", "goi", "\nकार्यालय ज्ञापन\n"), ("memo", "hi", "up", "\nकार्यालय ज्ञाप\n"),
    ("memo", "hi", "goi", "अधोहस्ताक्षरी को"), ("memo", "en", "goi", "The undersigned is directed"), ("memo", "hi", "up", "\nआज्ञा से,\n"),
    ("order", "hi", "mp", "में प्रदत्त शक्तियों का प्रयोग करते हुए"), ("order", "en", "mp", "In exercise of the powers under"),
    ("order", "hi", "mp", "(रुपये तीन लाख साठ हज़ार मात्र)"), ("order", "en", "mp", "(Rupees three lakh sixty thousand only)"),
    ("order", "hi", "mp", "विकलनीय होगा"), ("order", "hi", "mp", "यह आदेश दिनांक 16.02.2026 से प्रभावशील होगा।"),
    ("office-order", "hi", "mp", "एतद्द्वारा"), ("office-order", "hi", "mp", "अन्य आदेश होने तक"), ("office-order", "en", "mp", "until further orders"),
    ("circular", "hi", "mp", "\nपरिपत्र\n"), ("circular", "hi", "mp", "समस्त प्राचार्य"), ("circular", "hi", "up", "\nमहोदय,\n"), ("circular", "hi", "up", "\nभवदीय,\n"),
    ("circular", "hi", "up", "प्रेषक,"), ("circular", "hi", "mp", "(3) "),
    ("notification", "hi", "mp", "द्वारा प्रदत्त शक्तियों को प्रयोग में लाते हुए"), ("notification", "hi", "mp", "मध्यप्रदेश के राज्यपाल के नाम से तथा आदेशानुसार"),
    ("notification", "en", "mp", "By order and in the name of\nthe Governor of Madhya Pradesh"), ("notification", "hi", "mp", "राजपत्र के आगामी अंक में प्रकाशनार्थ"),
    ("endorsement", "hi", "mp", "काग़ज़ों की सूची :- 1. "), ("endorsement", "en", "mp", "List of papers: 1. "), ("endorsement", "hi", "mp", "मूलतः"),
    ("show-cause", "hi", "mp", "क्यों न आपके विरुद्ध"), ("show-cause", "hi", "mp", "प्राप्ति के 7 दिवस के भीतर"), ("show-cause", "hi", "mp", "प्रथम दृष्टया"),
    ("show-cause", "hi", "mp", "एकपक्षीय कार्यवाही की जाएगी"), ("show-cause", "en", "mp", "why disciplinary action should not be taken"),
    ("resolution", "hi", "mp", "सर्वसम्मति से पारित हुआ"), ("resolution", "en", "mp", "seconded by Smt. Gita Mewada"), ("resolution", "hi", "mp", "सचिव    सरपंच\n"),
    ("id-note", "hi", "mp", "\nसामान्य प्रशासन विभाग (निर्वाचन) आई.डी. क्रमांक ................"), ("id-note", "hi", "up", "\n1- "),
    ("notification", "hi", "mp", "\nक्रमांक ................। मध्यप्रदेश भू-राजस्व संहिता"), ("notification", "en", "goi", "\nNo. ................ In exercise"),
    ("notification", "hi", "goi", "(भारत के राजपत्र, भाग ................, खंड ................ में प्रकाशित होने के लिए)\n\nमध्यप्रदेश शासन"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "language", "state", "said"), SAYS)
def test_a_form_says_what_makes_it_that_form(form, language, state, said):
    assert said in paper(form, language, state).text


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", MINE)
def test_only_a_circular_in_the_shape_of_a_letter_greets_and_closes(form, language, state):
    parts = {part.id for part in paper(form, language, state).parts}
    greets = {"salutation", "subscription"} & parts
    assert greets == ({"salutation", "subscription"} if (form, state) == ("circular", "up") else set())


NEVER = [
    ("order", "addressee"),
    ("office-order", "addressee"),
    ("notification", "addressee"),
    ("resolution", "addressee"),
    ("id-note", "copies"),
]


@pytest.mark.parametrize(("form", "part"), NEVER)
def test_what_a_form_never_has_it_never_prints(form, part):
    given = {"addressee": {"to": ["कलेक्टर, सीहोर"]}, "copies": {"copies_to": ["कलेक्टर, सीहोर"]}}[part]
    assert paper(form, "hi", **given).part(part) is None


@pytest.mark.parametrize("state", STATES)
def test_a_notifications_number_opens_its_text_whoever_writes_the_text(state):
    facts = brief("notification", "hi", state, number="एफ 2-5/2026/सात-6")
    made = LIBRARY.templates.render(facts, "hi", state, "राज्य शासन एतद्द्वारा तहसील देवरी का गठन करता है।")
    number, body = made.part("number").blocks[0].text, made.part("body").blocks[0].text
    assert "एफ 2-5/2026/सात-6" in number
    assert f"\n{number} {body}\n" in made.text
    again = read(made.text, facts.form, "hi").by_part()
    assert (again["number"], again["body"]) == (number, [body])


OPENED = [
    # a first line as offices type it → the number that opens it, "" where none does
    (
        "फा.क्र. 4-12/2026/21-ब(एक), राज्य शासन एतद्द्वारा श्री क. ख. वर्मा को शासकीय अभिभाषक नियुक्त करता है।",
        "फा.क्र. 4-12/2026/21-ब(एक),",
    ),
    (
        "आदेश क्रमांक 118/स्था./2026 :: श्री क. ख. वर्मा, सहायक ग्रेड-3 को स्थापना शाखा का प्रभार दिया जाता है।",
        "आदेश क्रमांक 118/स्था./2026 ::",
    ),
    ("क्रमांक 118/स्था./2026, दिनांक 05.03.2026 के पत्र के संदर्भ में श्री क. ख. वर्मा को प्रभार दिया जाता है।", ""),
    ("दिनांक 08.02.2026 को 12 परिवारों के मकान नष्ट हुए, जिन्हें सहायता की स्वीकृति प्रदान की जाती है।", ""),
]


@pytest.mark.parametrize(("first", "number"), OPENED)
def test_a_number_that_opens_the_text_is_read_in_any_form(first, number):
    text = f"कार्यालय कलेक्टर\nजिला सीहोर (म.प्र.)\n\nआदेश\n\n{first}\n\nकलेक्टर\nजिला सीहोर"
    parts = read(text, LIBRARY.form("order"), "hi").by_part()
    assert parts.get("number", "") == number
    assert parts["body"] == [first.removeprefix(number).strip()]


GAZETTE = [
    ("hi", "भारत के राजपत्र, भाग II, खंड 3", "(भारत के राजपत्र, भाग II, खंड 3 में प्रकाशित होने के लिए)"),
    (
        "en",
        "the Gazette of India, Part II, Section 3.",
        "(To be published in the Gazette of India, Part II, Section 3)",
    ),
]


@pytest.mark.parametrize(("language", "gazette", "line"), GAZETTE)
def test_the_government_of_india_says_on_top_where_it_is_published(language, gazette, line):
    made = paper("notification", language, "goi", gazette=gazette)
    assert made.text.startswith(line + "\n")
    shouted = made.text.replace(line, f"[{line.strip('()').upper()}, EXTRAORDINARY]" if language == "en" else line)
    assert read(shouted, LIBRARY.form("notification"), language).by_part()["letterhead"] == made.by_part()["letterhead"]


DEPARTMENTS = [
    # who signs, whose letterhead it is → whose I.D. number stands at the foot
    ({"designation": "उप सचिव"}, ["मध्यप्रदेश शासन", "वित्त विभाग", "मंत्रालय"], "वित्त विभाग"),
    ({"designation": "अवर सचिव", "office": "व्यय विभाग"}, ["भारत सरकार", "वित्त मंत्रालय"], "व्यय विभाग"),
    ({"designation": "अवर सचिव"}, ["भारत सरकार", "गृह मंत्रालय"], "गृह मंत्रालय"),
    ({"designation": "कलेक्टर"}, ["कार्यालय कलेक्टर, जिला सीहोर"], "कार्यालय कलेक्टर"),
    ({"designation": "कलेक्टर"}, [], "................"),
]


@pytest.mark.parametrize(("sender", "office", "whose"), DEPARTMENTS)
def test_the_foot_of_an_inter_departmental_note_says_whose_number_it_is(sender, office, whose):
    made = paper("id-note", "hi", sender=sender, office={"name": office}, number="41/2026")
    assert f"\n{whose} आई.डी. क्रमांक 41/2026 दिनांक 20.02.2026" in made.text
    assert read(made.text, LIBRARY.form("id-note"), "hi").by_part()["number"] == made.by_part()["number"]


LETTERHEADS = [
    ("mp", "कार्यालय कलेक्टर", "letterhead-office", "letterhead-end"), ("cg", "कार्यालय नगरीय प्रशासन", "letterhead-office", "letterhead-end"),
    ("mp", "मध्यप्रदेश शासन", "letterhead", "letterhead-line"), ("up", "कार्यालय जिलाधिकारी", "letterhead", "letterhead-line"),
]  # fmt: skip


@pytest.mark.parametrize(("state", "name", "first", "last"), LETTERHEADS)
def test_an_offices_name_is_underlined_in_mp_and_cg_with_a_rule_below_its_address(state, name, first, last):
    head = paper(
        "order", "hi", state, office={"name": [name], "address": ["जिला सीहोर"], "phone": "07562-000000"}
    ).part("letterhead")
    assert (head.blocks[0].look, head.blocks[-1].look) == (first, last)
    assert head.blocks[-1].text == "दूरभाष : 07562-000000"


ORDERS = [
    # form, state, the parts in the order in which they stand
    ("memo", "mp", ["addressee", "body", "signature"]), ("memo", "cg", ["addressee", "body", "signature"]), ("memo", "goi", ["body", "signature", "addressee"]),
    ("memo", "goi", ["number", "letterhead", "date", "title"]), ("circular", "mp", ["addressee", "subject", "body"]), ("circular", "goi", ["signature", "addressee"]),
    ("notification", "mp", ["date", "title", "number", "body"]), ("endorsement", "mp", ["body", "signature", "enclosures", "addressee"]),
    ("id-note", "mp", ["subject", "body", "signature", "addressee", "number", "date"]), ("show-cause", "mp", ["title", "addressee", "body", "signature"]),
]  # fmt: skip


@pytest.mark.parametrize(("form", "state", "order"), ORDERS)
def test_the_parts_stand_where_the_norm_has_them(form, state, order):
    ids = [part.id for part in paper(form, "hi", state).parts]
    assert [id for id in ids if id in order] == order


FIRST = [("memo", "goi", "अधोहस्ताक्षरी", "2. "), ("order", "mp", "1. ", "2. "), ("order", "goi", "दिनांक", "2. "), ("show-cause", "up", "सेक्टर", "2- "),
         ("id-note", "goi", "1. ", "2. ")]  # fmt: skip


@pytest.mark.parametrize(("form", "state", "first", "second"), FIRST)
def test_paragraphs_are_numbered_as_the_norm_numbers_them(form, state, first, second):
    lines = body(form, "hi", state)
    assert lines[0].startswith(first)
    assert lines[1].startswith(second)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["order", "notification"])
def test_only_a_state_governments_paper_speaks_in_the_governors_name(form, language):
    governor = {"hi": "राज्यपाल", "en": "Governor"}[language]
    assert governor in paper(form, language, **DEPARTMENT[language]).text
    assert found(form, language, **DEPARTMENT[language]) == set()
    assert governor not in paper(form, language, government="").text


def test_a_district_that_uses_the_governors_name_is_told():
    assert "form.formula-misused" in found("order", "hi", government="मध्यप्रदेश")


def test_over_the_copies_of_a_up_government_order_stands_by_order():
    assert "\nआज्ञा से,\n" in paper("order", "hi", "up", **DEPARTMENT["hi"]).text
    assert "आज्ञा से" not in paper("order", "hi", "up").text
    assert "आज्ञा से" not in paper("order", "hi", "mp", **DEPARTMENT["hi"]).text


EFFECT = [("order", "hi", "यह आदेश तत्काल प्रभाव से प्रभावशील होगा।"), ("order", "en", "This order takes effect immediately."),
          ("office-order", "hi", "यह आदेश तत्काल प्रभाव से प्रभावशील होगा।"), ("notification", "hi", "यह अधिसूचना राजपत्र में प्रकाशन के दिनांक से प्रवृत्त होगी।")]  # fmt: skip


@pytest.mark.parametrize(("form", "language", "said"), EFFECT)
def test_without_a_day_an_order_is_in_force_at_once_and_a_notification_once_published(form, language, said):
    assert said in paper(form, language, effect="").text


def test_an_order_that_says_its_effect_itself_says_it_once():
    text = paper("order", "hi", effect="", ordered="श्री राम सिंह को तत्काल प्रभाव से निलंबित किया जाता है").text
    assert text.count("प्रभाव से") == 1


ORDERED = [
    ("hi", "रु. 500/- (रुपये पाँच सौ मात्र) के व्यय की स्वीकृति", "के व्यय की स्वीकृति प्रदान की जाती है।"),
    ("hi", "श्री राम सिंह को निलंबित किया जाता है", "श्री राम सिंह को निलंबित किया जाता है।"),
    ("hi", "मेला स्थल पर पेयजल की व्यवस्था की जाए", "एतद्द्वारा आदेशित किया जाता है कि मेला स्थल पर पेयजल की व्यवस्था की जाए।"),
    ("en", "sanction of Rs. 500/- (Rupees five hundred only) for repairs", "sanction is hereby accorded to Rs. 500/-"),
    ("en", "Shri Ram Singh is placed under suspension", "Shri Ram Singh is placed under suspension."),
]


@pytest.mark.parametrize(("language", "ordered", "said"), ORDERED)
def test_what_is_ordered_may_be_said_as_it_comes(language, ordered, said):
    assert any(said in line for line in body("order", language, ordered=ordered))


def test_a_show_cause_may_name_a_day_in_place_of_days_and_promises_nothing_without_either():
    assert "दिनांक 25.02.2026 तक अपना लिखित उत्तर" in paper("show-cause", "hi", reply_days="", deadline="2026-02-25").text
    assert "form.element-missing" in found("show-cause", "hi", reply_days="")
    assert "निर्धारित अवधि" not in paper("show-cause", "hi", reply_days="").text


@pytest.mark.parametrize("action", ["अनुशासनात्मक कार्यवाही", "दो वेतनवृद्धि रोकने"])
def test_a_show_cause_puts_any_action_as_a_question(action):
    assert f"क्यों न आपके विरुद्ध {action}" in paper("show-cause", "hi", action=action).text
    assert found("show-cause", "hi", action=action) == set()


LACKS = [
    # form, the answer left out, what is then found
    ("show-cause", "rule", "form.element-missing"), ("order", "power", "form.element-missing"), ("notification", "power", "form.element-missing"),
    ("resolution", "proposer", "form.element-missing"), ("resolution", "seconder", "form.element-missing"), ("resolution", "votes", "form.element-missing"),
    ("order", "copies_to", "form.part-missing"), ("endorsement", "enclosures", "form.part-missing"), ("endorsement", "to", "form.part-missing"),
    ("circular", "to", "form.part-missing"), ("circular", "subject", "form.part-missing"), ("id-note", "to", "form.part-missing"),
    ("id-note", "question", "form.no-proposal"), ("id-note", "subject", "form.part-missing"), ("order", "head", "form.money-unfunded"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "left_out", "code"), LACKS)
def test_what_a_form_must_say_is_missed(form, left_out, code):
    prose = (
        "इन परिवारों को रु. 3,60,000/- की सहायता के व्यय की स्वीकृति नियम 4 के अधीन दी जाती है। यह आदेश तत्काल प्रभाव से प्रभावशील होगा।"
        if code == "form.money-unfunded"
        else None
    )
    assert code in found(form, "hi", prose=prose, **{left_out: ""})


@pytest.mark.parametrize("form", ["memo", "order", "office-order", "circular", "notification", "id-note"])
def test_nobody_says_i_or_we_in_an_impersonal_paper(form):
    assert "form.person-wrong" in found(form, "hi", prose="मैं यह आदेश नियम 4 के अधीन देता हूँ।")


def test_a_resolution_of_government_is_ordered_to_be_published_and_one_of_a_panchayat_is_not():
    government = body(
        "resolution", "hi", meeting={}, proposer="", seconder="", votes="", item="", quorum="", **DEPARTMENT["hi"]
    )
    assert government[-1].startswith("आदेश : आदेशित किया जाता है कि यह संकल्प राजपत्र में प्रकाशित किया जाए")
    assert not any("राजपत्र" in line for line in body("resolution", "hi"))
    assert paper("resolution", "hi").part("title").blocks[0].text == "प्रस्ताव"


def test_the_question_of_an_inter_departmental_note_stands_in_its_last_paragraph():
    for language, words in (("hi", "क्या बूथ स्तर अधिकारियों को"), ("en", "hether an additional honorarium")):
        last = body("id-note", language)[-1]
        assert words in last
        assert last.startswith("5. ")


def test_a_local_bodys_resolution_is_signed_in_the_chair_too_and_carried_however_that_was_told():
    local = {
        "chair_signs": {},
        "votes": "सर्वसम्मति",
        "meeting": {"title": "ग्राम सभा बरखेड़ी", "date": "2026-10-02", "chair": "सरपंच"},
    }
    text = paper("resolution", "hi", **local).text
    assert "सर्वसम्मति से पारित" in text
    assert "सचिव    सरपंच\n" in text
    assert paper("resolution", "hi", government="मध्यप्रदेश", **local).part("chair") is None


def test_an_endorsement_counts_its_papers():
    assert "काग़ज़ की एक प्रति" in body("endorsement", "hi", enclosures=["आवेदन"], purpose="")[0]
    assert "प्रत्येक काग़ज़ की एक प्रति" in body("endorsement", "hi", purpose="")[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", MINE)
def test_an_empty_brief_still_makes_a_paper(form, language):
    nothing = read_brief(LIBRARY.form(form), "{}", "brief.json")
    text = LIBRARY.templates.render(nothing, language, "mp").text
    assert "None" not in text
    assert "................" in text


def test_a_rule_that_was_broken_stands_in_the_sentence_as_hindi_has_it():
    told = "\n".join(body("show-cause", "hi", rule="म.प्र. सिविल सेवा (आचरण) नियम, 1965 का नियम 3"))
    assert "नियम, 1965 के नियम 3 के विपरीत" in told
    assert not {
        code
        for code in found("show-cause", "hi", rule="म.प्र. सिविल सेवा (आचरण) नियम, 1965 का नियम 3")
        if code.startswith("facts")
    }
