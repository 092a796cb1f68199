"""What is special of each form: its parts by norm, what its paper says of itself, what it asks for and what it lets pass."""

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

HERE = Assistant(read_settings({}))


def paper(form, language="hi", state="mp", prose=None, **changes):
    """The paper that the form's example makes, with some of its facts changed."""
    facts = (
        yaml.load(HERE.content.read(f"templates/letters/{form}/example.{language}.yaml"), yaml.CSafeLoader) | changes
    )
    brief = read_brief(HERE.library.form(form), json.dumps(facts | {"state": state}, default=str), "brief.json")
    return HERE.library.templates.render(brief, language, state, prose)


def part(document, id):
    found = document.part(id)
    return "\n".join(block.text for block in found.blocks) if found else ""


def codes(form, language, text, state="mp"):
    kind = HERE.library.form(form)
    return [
        finding.code + ":" + finding.part
        for finding in checks.run(checks.Case(read(text, kind, language), kind, state))
    ]


# --- parts

NEEDS = [
    ("meeting-notice", "mp", {"title": "usual", "addressee": "required", "subject": "required", "salutation": "optional", "agenda": "usual"}),
    ("minutes", "mp", {"title": "required", "addressee": "never", "salutation": "never", "subscription": "never", "date": "required"}),
    ("reminder", "mp", {"reference": "required", "from": "never", "salutation": "usual"}),
    ("reminder", "cg", {"reference": "required", "from": "never", "salutation": "usual"}),
    ("reminder", "up", {"reference": "optional", "from": "required", "salutation": "required", "subscription": "required"}),
    ("reminder", "goi", {"reference": "optional", "from": "never"}),
    ("application", "up", {"letterhead": "never", "number": "never", "salutation": "required", "subscription": "required", "copies": "never"}),
    ("do-letter", "mp", {"from": "required", "subject": "usual", "salutation": "required", "copies": "never", "title": "never"}),
    ("do-letter", "goi", {"subject": "optional"}),
    ("rti-reply", "mp", {"addressee": "required", "copies": "never", "salutation": "optional"}),
    ("report", "mp", {"addressee": "required", "reference": "usual", "salutation": "optional"}),
    ("press-note", "mp", {"headline": "required", "title": "required", "addressee": "never", "salutation": "never", "reference": "never"}),
]  # fmt: skip


@pytest.mark.parametrize(("form", "state", "needs"), NEEDS)
def test_a_form_needs_the_parts_that_its_norm_asks_for(form, state, needs):
    norm = HERE.library.form(form).norm(state, "hi")
    assert {spec.id: spec.need for spec in norm.parts if spec.id in needs} == needs


ORDERS = [
    ("do-letter", "mp", ["from", "letterhead", "number", "date", "subject", "salutation", "body", "subscription", "signature", "addressee"]),
    ("do-letter", "goi", ["from", "letterhead", "number", "date", "salutation", "body", "subscription", "signature", "addressee"]),
    ("minutes", "mp", ["letterhead", "number", "date", "title", "subject", "opening", "attendees", "body", "decisions", "signature", "approval", "copies"]),
    ("minutes", "goi", ["number", "letterhead", "date", "title", "subject", "opening", "attendees", "body", "decisions", "signature", "approval", "copies"]),
    ("press-note", "up", ["letterhead", "number", "title", "headline", "date", "body", "signature", "copies"]),
    ("application", "mp", ["addressee", "through", "subject", "salutation", "body", "subscription", "signature", "date"]),
    ("rti-reply", "mp", ["letterhead", "number", "date", "title", "addressee", "subject", "body", "officer", "appeal", "signature", "enclosures"]),
    ("reminder", "up", ["letterhead", "number", "from", "addressee", "date", "title", "subject", "salutation", "body", "subscription", "signature", "copies"]),
]  # fmt: skip


@pytest.mark.parametrize(("form", "state", "parts"), ORDERS)
def test_the_parts_stand_in_the_norm_s_order(form, state, parts):
    assert [one.id for one in paper(form, state=state).parts] == parts


# --- what a paper says of itself

SAYS = [
    ("meeting-notice", "hi", "mp", "body", {}, "दिनांक 25.05.2026 (सोमवार) को अपराह्न 3:30 बजे नगर पालिका सभाकक्ष में"),
    ("meeting-notice", "en", "mp", "body", {}, "on Tuesday, 9 June 2026 at 11:00 a.m."),
    ("meeting-notice", "hi", "mp", "body", {"meeting": {"title": "जिला जल समिति", "date": "2026-03-01", "time": "12:00", "venue": "वीडियो कॉन्फ्रेंसिंग", "chair": "कलेक्टर"}}, "जिला जल समिति की बैठक कलेक्टर की अध्यक्षता में दिनांक 01.03.2026 (रविवार) को दोपहर 12:00 बजे वीडियो कॉन्फ्रेंसिंग के माध्यम से"),
    ("meeting-notice", "en", "mp", "body", {"meeting": {"title": "District Water Committee", "date": "2026-03-01", "time": "12:00", "venue": "video conference", "chair": "Shri A. K. Roy, Collector"}}, "The meeting of District Water Committee will be held on Sunday, 1 March 2026 at 12:00 noon through video conference under the chairmanship of Shri A. K. Roy, Collector."),
    ("meeting-notice", "hi", "mp", "decisions", {"decisions": [{"decision": "नालों की सफाई", "owner": "स्वच्छता निरीक्षक", "due": "2026-05-20"}]}, "क्र. निर्णय उत्तरदायी समय-सीमा\n1. नालों की सफाई। स्वच्छता निरीक्षक 20.05.2026"),
    ("minutes", "hi", "mp", "decisions", {}, "2. दोनों फ्रीजरों की मरम्मत कराई जाए। जिला टीकाकरण अधिकारी 15.07.2026"),
    ("minutes", "en", "mp", "decisions", {}, "Electoral Registration Officer, Kurwai 25.09.2026"),
    ("minutes", "hi", "mp", "decisions", {"decisions": [{"decision": "प्रति माह समीक्षा होगी"}]}, "क्र. निर्णय\n1. प्रति माह समीक्षा होगी।"),
    ("minutes", "hi", "goi", "title", {}, "कार्यवृत्त"),
    ("minutes", "hi", "mp", "title", {}, "कार्यवाही विवरण"),
    ("minutes", "hi", "mp", "approval", {}, "अनुमोदित\nकलेक्टर\nअध्यक्ष"),
    ("reminder", "hi", "up", "title", {}, "अनुस्मारक-II"),
    ("reminder", "hi", "up", "body", {}, "का सन्दर्भ ग्रहण करने का कष्ट करें।"),
    ("letter", "hi", "goi", "signature", {}, "कलेक्टर\nजिला सीहोर\nदूरभाष : 07562-000000\ncollector.sehore@example.in"),
    ("letter", "hi", "up", "from", {"office": {"name": ["उत्तर प्रदेश शासन", "राजस्व विभाग"]}, "sender": "सचिव"}, "प्रेषक,\nसचिव\nउत्तर प्रदेश शासन, राजस्व विभाग"),
    ("letter", "hi", "up", "body", {"office": {"name": "उत्तर प्रदेश शासन"}, "references": []}, "उपर्युक्त विषय के सम्बन्ध में मुझे यह कहने का निदेश हुआ है कि"),
    ("letter", "hi", "up", "copies", {"office": {"name": "उत्तर प्रदेश शासन"}, "number": "840/68-2-2026"}, "संख्या (1)/840/68-2-2026 तद्दिनांक"),
    ("letter", "hi", "up", "copies", {"office": {"name": "उत्तर प्रदेश शासन"}}, "1. कमिश्नर, भोपाल संभाग।\n2. कार्यपालन यंत्री, लोक स्वास्थ्य यांत्रिकी खंड, सीहोर।\nआज्ञा से,\nकलेक्टर"),
    ("notification", "hi", "goi", "body", {}, "केन्द्रीय सरकार एतद्द्वारा जिला रायसेन में नवीन तहसील देवरी का गठन करती है।"),
    ("notesheet", "hi", "mp", "body", {}, "कलेक्टर के अनुमोदनार्थ प्रस्तुत।"),
    ("notesheet", "hi", "mp", "date", {"date": ""}, "सीहोर, दिनांक ................"),
    ("reminder", "hi", "mp", "title", {}, "स्मरण पत्र-2"),
    ("reminder", "en", "mp", "title", {"serial": ""}, "REMINDER"),
    ("reminder", "hi", "mp", "body", {}, "अपेक्षित उत्तर आज दिनांक तक अप्राप्त है।"),
    ("reminder", "hi", "goi", "body", {}, "पत्र क्रमांक शिक्षा/अ.शि./2026/512, दिनांक 02.07.2026 तथा"),
    ("reminder", "en", "mp", "body", {"request": ""}, "the reply may be sent by 28 August 2026 positively."),
    ("application", "hi", "mp", "body", {}, "दिनांक 01.12.2026 से 05.12.2026 तक कुल 5 दिवस का आकस्मिक अवकाश"),
    ("application", "hi", "mp", "body", {"leave_from": "2028-02-28", "leave_to": "2028-03-01"}, "कुल 3 दिवस का"),
    ("application", "hi", "mp", "body", {"leave_to": "2026-12-01"}, "दिनांक 01.12.2026 को 1 दिवस का"),
    ("application", "en", "mp", "body", {"leave": "casual leave", "leave_from": "2026-12-31", "leave_to": "2027-01-02"}, "casual leave for 3 days, from 31 December 2026 to 2 January 2027."),
    ("application", "hi", "mp", "date", {}, "स्थान : मेहतवाड़ा\nदिनांक : 20.11.2026"),
    ("application", "hi", "mp", "subscription", {}, "भवदीया"),
    ("do-letter", "hi", "mp", "from", {}, "सुश्री नेहा तिवारी\nकलेक्टर"),
    ("do-letter", "hi", "mp", "salutation", {}, "प्रिय श्री राजेश वर्मा जी,"),
    ("do-letter", "hi", "mp", "salutation", {"to": [{"name": "माननीय श्री अ. ब. सिंह", "designation": "सांसद"}]}, "माननीय श्री अ. ब. सिंह जी,"),
    ("do-letter", "en", "mp", "salutation", {}, "My dear Smt. Kavita Rao,"),
    ("do-letter", "hi", "mp", "subscription", {}, "सादर,\nभवदीया,"),
    ("do-letter", "en", "mp", "subscription", {}, "Yours sincerely,"),
    ("do-letter", "hi", "mp", "addressee", {}, "श्री राजेश वर्मा\nकार्यपालन यंत्री,\nलोक निर्माण विभाग,\nसीहोर"),
    ("rti-reply", "hi", "mp", "body", {}, "आवेदन क्रमांक सू.अ./2026/31, दिनांक 02.11.2026 का संदर्भ लें, जो इस कार्यालय को दिनांक 05.11.2026 को प्राप्त हुआ"),
    ("rti-reply", "hi", "mp", "appeal", {}, "30 दिवस के भीतर प्रथम अपीलीय अधिकारी (मुख्य कार्यपालन अधिकारी, जिला पंचायत, सीहोर)"),
    ("rti-reply", "en", "mp", "appeal", {}, "within 30 days"),
    ("rti-reply", "hi", "mp", "officer", {}, "श्रीमती लता मेहरा, लोक सूचना अधिकारी एवं विस्तार अधिकारी, जनपद पंचायत इछावर, दूरभाष : 07561-000000"),
    ("rti-reply", "hi", "up", "officer", {}, "जन सूचना अधिकारी का विवरण"),
    ("report", "hi", "mp", "title", {}, "प्रतिवेदन"),
    ("report", "hi", "up", "title", {}, "आख्या"),
    ("report", "hi", "mp", "body", {}, "दिनांक 05.09.2026 को नायब तहसीलदार, इछावर द्वारा ग्राम खजूरी की उचित मूल्य दुकान का स्थल निरीक्षण किया गया।"),
    ("report", "hi", "mp", "body", {}, "अतः अनुशंसा की जाती है कि विक्रेता से"),
    ("press-note", "hi", "mp", "date", {}, "सीहोर, दिनांक 21 नवंबर 2026"),
    ("press-note", "en", "mp", "date", {}, "Ashta, 11 May 2026"),
    ("press-note", "hi", "mp", "headline", {}, "जिले के 42 ग्रामों में पशु टीकाकरण शिविर 1 दिसंबर 2026 से"),
    ("press-note", "hi", "mp", "embargo", {"embargo": "30.11.2026, शाम 5:00 बजे"}, "30.11.2026, शाम 5:00 बजे से पूर्व प्रकाशित न किया जाए।"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "language", "state", "where", "changes", "words"), SAYS)
def test_a_paper_says_what_its_form_is_for(form, language, state, where, changes, words):
    assert words in part(paper(form, language, state, **changes), where).replace("\t", " ")  # cells of a table


def test_a_demi_official_letter_is_signed_by_name_only():
    assert part(paper("do-letter"), "signature") == "(सुश्री नेहा तिवारी)"


def test_minutes_are_approved_by_nobody_else_where_the_chair_signs_them():
    assert part(paper("minutes", sender={"designation": "कलेक्टर"}), "approval") == ""


def test_what_the_brief_says_of_the_meeting_stays_when_somebody_else_writes_the_text():
    made = paper("minutes", prose="बैठक में चर्चा हुई।")
    assert "14 ग्रामों" in part(made, "decisions")
    assert "कलेक्टर, जिला सीहोर" in part(made, "attendees")


FORMS = sorted({form for form, *_ in NEEDS})


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_an_empty_brief_leaves_blanks_and_no_broken_words(form, language, state):
    brief = read_brief(HERE.library.form(form), "{}", "brief.json")
    text = HERE.library.templates.render(brief, language, state).text
    for broken in ("None", "()", " ,", "{}", "।।"):
        assert broken not in text


# --- what a reviewer finds


LOOSE_NOTICE = """कार्यालय कलेक्टर, जिला सीहोर
क्रमांक ...../2026           सीहोर, दिनांक 11/08/2026
प्रति,
समस्त अनुविभागीय अधिकारी (राजस्व), जिला सीहोर
विषय: समय-सीमा बैठक के संबंध में
उपरोक्त विषयांतर्गत लेख है कि दिनांक 17/08/2026 दिन सोमवार को प्रातः 10.30 बजे कलेक्टर महोदय की अध्यक्षता में कलेक्ट्रेट के सभाकक्ष में समय-सीमा बैठक आयोजित की जा रही है।
कार्यसूची :
1. राजस्व प्रकरण
2. अन्य
कृपया अद्यतन जानकारी सहित स्वयं उपस्थित रहें।

अपर कलेक्टर
जिला सीहोर
"""

LOOSE_MINUTES = """कार्यालय जनपद पंचायत आष्टा, जिला सीहोर
क्रमांक 214/जपं/2026                       आष्टा, दिनांक 14.07.2026

जनपद पंचायत आष्टा की सामान्य सभा की दिनांक 10.07.2026 की बैठक का कार्यवाही विवरण

आज दिनांक 10.07.2026 को दोपहर 12:00 बजे जनपद सभाकक्ष में अध्यक्ष महोदया की अध्यक्षता में सामान्य सभा की बैठक सम्पन्न हुई।
उपस्थित :-
1. श्रीमती राधा बाई, अध्यक्ष
2. सहायक यंत्री

चर्चा उपरांत निर्णय लिया गया कि सहायक यंत्री दिनांक 20.07.2026 तक सभी नल-जल योजनाओं का निरीक्षण कर प्रतिवेदन देंगे।

अंत में अध्यक्ष के प्रति आभार के साथ बैठक समाप्त हुई।

(श्री दिनेश पटेल)
मुख्य कार्यपालन अधिकारी
"""

LOOSE_DO = """A. B. Mehra, IPS                                    D.O. No. 12/2026
Superintendent of Police                           Sehore, dated 7.9.2026

Dear Shri Sharma,

I would like to draw your attention to the delay in the repair of quarters at the Police Lines. I visited the quarters on 2.9.2026 and found 14 of them unfit.

I shall be grateful if you would have the work begun by 30.9.2026.

With regards,
Yours sincerely,
(A. B. Mehra)

Shri S. K. Sharma
Superintendent of Police
Bhopal
"""

LOOSE_PRESS = """DISTRICT PUBLIC RELATIONS OFFICE, VIDISHA

PRESS RELEASE

Relief camps opened in 12 villages

Vidisha, 3rd August 2026: The district administration has opened relief camps in 12 villages of Basoda block after heavy rain on 2 August 2026. About 840 people have been moved to the camps.

District Public Relations Officer
Vidisha
"""

LOOSE_APPLICATION = """सेवा में,
    प्राचार्य, शासकीय हाई स्कूल कुरवाई
विषय : आकस्मिक अवकाश हेतु आवेदन पत्र।
महोदय,
सविनय निवेदन है कि मैं आपके विद्यालय में सहायक शिक्षक के पद पर पदस्थ हूँ। मेरे भाई का विवाह दिनांक 04.12.2026 को है।
अतः निवेदन है कि मुझे दिनांक 03.12.2026 से 05.12.2026 तक कुल 03 दिवस का आकस्मिक अवकाश प्रदान करने की कृपा करें।
दिनांक 28.11.2026
                                        प्रार्थी
                                   (मनोज अहिरवार)
                                    सहायक शिक्षक
"""

GOOD = [
    ("meeting-notice", "hi", LOOSE_NOTICE), ("minutes", "hi", LOOSE_MINUTES), ("do-letter", "en", LOOSE_DO),
    ("press-note", "en", LOOSE_PRESS), ("application", "hi", LOOSE_APPLICATION),
]  # fmt: skip


@pytest.mark.parametrize(("form", "language", "text"), GOOD)
def test_a_good_paper_of_another_hand_is_let_pass(form, language, text):
    assert codes(form, language, text) == []


BAD = [
    ("meeting-notice", "hi", LOOSE_NOTICE, " दिन सोमवार", "", "form.element-missing"),
    ("meeting-notice", "hi", LOOSE_NOTICE, "प्रातः 10.30 बजे ", "", "form.element-missing"),
    ("meeting-notice", "hi", LOOSE_NOTICE, "कार्यसूची :\n1. राजस्व प्रकरण\n2. अन्य\n", "", "form.element-missing"),
    ("meeting-notice", "hi", LOOSE_NOTICE, "सोमवार", "मंगलवार", "facts.weekday-mismatch"),
    ("minutes", "hi", LOOSE_MINUTES, "दिनांक 20.07.2026 तक ", "", "form.decision-unowned"),
    ("minutes", "hi", LOOSE_MINUTES, "आज दिनांक 10.07", "महोदय,\n\nआज दिनांक 10.07", "form.part-forbidden"),
    ("do-letter", "en", LOOSE_DO, "With regards,\nYours sincerely", "Yours faithfully", "form.salutation-wrong"),
    ("do-letter", "en", LOOSE_DO, "I would like to draw", "I am directed to draw", "form.person-wrong"),
    ("press-note", "en", LOOSE_PRESS, "About 840 people have been moved", "We have moved about 840 people", "form.person-wrong"),
    ("application", "hi", LOOSE_APPLICATION, "महोदय,\n", "", "form.part-missing"),
    ("application", "hi", LOOSE_APPLICATION, "03 दिवस", "04 दिवस", "facts.days-mismatch"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "language", "text", "old", "new", "code"), BAD)
def test_what_a_form_must_have_is_missed(form, language, text, old, new, code):
    assert old in text
    assert code in [one.partition(":")[0] for one in codes(form, language, text.replace(old, new, 1))]


RTI = paper("rti-reply").text


@pytest.mark.parametrize(
    ("old", "new"),
    [("30 दिवस के भीतर प्रथम", "प्रथम"), (", जो इस कार्यालय को दिनांक 05.11.2026 को प्राप्त हुआ", "")],
)
def test_an_rti_reply_lacks_the_days_or_the_receipt(old, new):
    assert old in RTI
    assert "form.element-missing" in [one.partition(":")[0] for one in codes("rti-reply", "hi", RTI.replace(old, new))]
    assert codes("rti-reply", "hi", RTI) == []


@pytest.mark.parametrize("language", ["hi", "en"])
def test_minutes_that_tell_decisions_alone_are_in_order(language):
    brief = HERE.library.example_source(HERE.library.form("minutes"), language).data
    told = {key: value for key, value in brief.items() if key != "points"}
    made = HERE.drafter.offline(
        read_brief(HERE.library.form("minutes"), json.dumps(told, default=str), "brief.json"), language
    )
    assert made.findings == ()
