"""From a letter or a rough telling to the facts of a brief: what the text says, and nothing else."""

import asyncio

import pytest

from assistant.drafting.coach import answers, missing, read_paper, said, sorted_out
from assistant.forms.answers import gather
from assistant.forms.brief import check_brief
from assistant.forms.template import BLANK
from tests.scripted_server import Server, plain

LETTER = """कार्यालय आयुक्त, भोपाल संभाग, भोपाल
क्रमांक 1422/राजस्व/2026                                   भोपाल, दिनांक 12.11.2026
प्रति,
      कलेक्टर,
      जिला सीहोर
विषय :- अतिवृष्टि से फसल क्षति के संबंध में।
महोदय,
      उपरोक्त विषयांतर्गत लेख है कि आपके जिले में अतिवृष्टि से फसल क्षति की सूचना प्राप्त हुई है।
      प्रभावित ग्रामों की सूची दिनांक 20.11.2026 तक उपलब्ध कराएँ। सर्वेक्षण दल का गठन कर अवगत कराएँ।
                                                            भवदीय,
                                                            आयुक्त
"""
STORY = "कल शाम बारिश में स्कूल की छत गिर गई, 3 बच्चों को चोट आई। मरम्मत के लिए 2 लाख रुपये चाहिए। कलेक्टर साहब को बताना है।"


@pytest.fixture
def told(assistant, library):
    """What a text says for a form's boxes, and that these make a brief."""

    def read(text, form):
        found = {one.box: one.words for one in read_paper(text, library.form(form), assistant.drafter, "hi")}
        check_brief(library.form(form), gather(library.form(form), found))
        return found

    return read


def answered(found):
    """What an answer has to say something about: each demand is a heading with room behind it."""
    points = found["points"].split("\n")
    assert all(point.endswith(f": {BLANK}") for point in points)
    return [point.removesuffix(f": {BLANK}") for point in points]


def test_the_letter_that_is_answered_becomes_reference_addressee_and_points(told):
    found = told(LETTER, "letter")
    assert found["to"] == "आयुक्त, भोपाल संभाग, भोपाल"
    assert found["subject"] == "अतिवृष्टि से फसल क्षति के संबंध में"
    assert answered(found) == ["प्रभावित ग्रामों की सूची", "सर्वेक्षण दल का गठन कर अवगत कराना"]
    assert "1422/राजस्व/2026" in found["references"]
    assert "12.11.2026" in found["references"]


THREE = ["विद्यालयवार छात्रों की संख्या", "लंबित प्रकरणों की सूची तथा कारण", "वितरित राशि का विवरण"]
PARTICULARS = ["number of students, school by school", "list of pending cases", "statement of the amount paid"]


@pytest.mark.parametrize("lead", ["करें :-", "करें:", "करें -", "करें।"])
@pytest.mark.parametrize("mark", ["{}. ", "({}) ", "{}) "])
@pytest.mark.parametrize("after", ["", "विलंब के लिए आप उत्तरदायी होंगे।\n"])
def test_each_thing_of_a_list_that_is_demanded_is_a_demand(told, lead, mark, after):
    things = "\n".join(mark.format(n) + thing for n, thing in enumerate(THREE, 1))
    asked = f"कृपया निम्न जानकारी दिनांक 05.12.2026 तक भेजने का कष्ट {lead}\n{things}\n{after}"
    found = told(
        LETTER.replace("प्रभावित ग्रामों की सूची दिनांक 20.11.2026 तक उपलब्ध कराएँ। सर्वेक्षण दल का गठन कर अवगत कराएँ।\n", asked),
        "letter",
    )
    assert answered(found) == THREE


@pytest.mark.parametrize("gap", ["\n", " "])
def test_a_list_that_is_demanded_in_english_is_found_in_lines_of_its_own_and_run_in(assistant, library, gap):
    things = gap.join(
        f"({mark}) {thing}"
        for mark, thing in zip("abc", (PARTICULARS[0] + ";", PARTICULARS[1] + "; and", PARTICULARS[2]), strict=True)
    )
    text = (
        "Office of the Director, Bhopal\nNo. 910/Sch/2026        Bhopal, dated 20.11.2026\nTo,\nThe District Education Officer,\nSehore\n"
        "Subject: Distribution of scholarships.\nSir,\nThe distribution is pending. "
        f"You are requested to furnish the following by 05.12.2026:{gap}{things}\n"
        "Yours faithfully,\nDirector"
    )
    found = {one.box: one.words for one in read_paper(text, library.form("letter"), assistant.drafter, "en")}
    assert answered(found) == [one[0].upper() + one[1:] for one in PARTICULARS]


@pytest.mark.parametrize(
    ("asked", "demands"),
    [
        (
            "उपरोक्त विषयांतर्गत लेख है कि निम्न जानकारी दिनांक 07.12.2026 तक अनिवार्यतः भेजें :-\n1. पदों की संख्या\n2. रिक्त पद\n3. कारण\n"
            "साथ ही यह भी स्पष्ट करें कि पूर्व पत्र का उत्तर समय पर क्यों नहीं दिया गया।\n",
            ["पदों की संख्या", "रिक्त पद", "कारण", "पूर्व पत्र का उत्तर समय पर क्यों नहीं दिया गया"],
        ),
        ("यह भी बताएँ कि राशि किस मद से दी गई थी।\n", ["राशि किस मद से दी गई थी"]),
        ("कृपया ध्यान दें कि विलंब आपका है।\nदल 12.11.2026 से 20.11.2026 तक जिले में रहेगा।\n", []),
        ("दिनांक 20.11.2026 तक सूची अनिवार्यतः भेजें।\n", ["सूची"]),
        ("12.11.2026 से 20.11.2026 तक के आँकड़े भेजें।\n", ["12.11.2026 से 20.11.2026 तक के आँकड़े"]),
    ],
)
def test_neither_the_words_that_lead_to_a_demand_nor_their_last_day_becomes_a_point_of_the_answer(told, asked, demands):
    found = told(
        LETTER.replace("प्रभावित ग्रामों की सूची दिनांक 20.11.2026 तक उपलब्ध कराएँ। सर्वेक्षण दल का गठन कर अवगत कराएँ।\n", asked),
        "letter",
    )
    assert (answered(found) if "points" in found else []) == demands


def test_a_note_says_by_when_they_want_it(told):
    assert "दिनांक 20.11.2026 तक" in told(LETTER, "notesheet")["points"]


def test_numbered_paragraphs_that_ask_for_nothing_are_no_demands(told):
    prose = "1. फसल क्षति की सूचना प्राप्त हुई है।\n2. ग्रामवार सूची उपलब्ध कराएँ।\n3. दल गठित किया गया था।\n"
    found = told(
        LETTER.replace("प्रभावित ग्रामों की सूची दिनांक 20.11.2026 तक उपलब्ध कराएँ। सर्वेक्षण दल का गठन कर अवगत कराएँ।\n", prose),
        "letter",
    )
    assert answered(found) == ["ग्रामवार सूची"]


def test_in_a_notesheet_it_is_the_paper_under_consideration(told):
    found = told(LETTER, "notesheet")
    assert (found["puc.number"], found["puc.date"], found["puc.from"]) == (
        "1422/राजस्व/2026",
        "12.11.2026",
        "आयुक्त, भोपाल संभाग, भोपाल",
    )


def test_a_rough_telling_gives_points_a_request_and_whom_to_tell(told):
    assert told(STORY, "letter") == {
        "to": "कलेक्टर",
        "points": "कल शाम बारिश में स्कूल की छत गिर गई, 3 बच्चों को चोट आई",
        "request": "मरम्मत के लिए 2 लाख रुपये चाहिए",
    }


def test_a_model_adds_no_fact(library):
    answer = "subject: स्कूल की छत के संबंध में\npoints: ३ बच्चों को चोट आई\npoints: 5 बच्चों को चोट आई\ndeadline: 30.11.2026\nreferences: 12/2026\nfoo: कल"
    found = sorted_out(answer, STORY, library.form("letter"))
    assert [(one.box, one.words) for one in found] == [("subject", "स्कूल की छत के संबंध में"), ("points", "३ बच्चों को चोट आई")]


def test_words_of_the_text_count_and_figures_in_either_script():
    assert said("2 लाख रुपये", STORY)
    assert said("२ लाख रुपये", STORY)
    assert not said("3 लाख रुपये", STORY)
    assert not said("के संबंध में", STORY)


def test_a_model_is_shown_the_text_without_what_is_personal_and_answers_in_lines(make, library):
    text = f"{STORY} सूचना श्री रामलाल यादव, मोबाइल 98930 12345 ने दी।"
    form = library.form("letter")

    async def told(drafter):
        return [growing.text async for growing in answers(text, form, drafter)][-1]

    with Server(plain("points: सूचना श्री [NAME-1], मोबाइल [PHONE-1] ने दी\nSure! subject: कुछ और")) as server:
        ours = make(OPENAI_BASE_URL=server.url, EDAKSH_MODEL="openai:test", EDAKSH_MODEL_TIMEOUT="20")
        answer = asyncio.run(told(ours.drafter))
        sent = str(server.asked[0].body)
    assert "98930" not in sent
    assert "रामलाल" not in sent
    found = [(one.box, one.words) for one in sorted_out(answer, text, form)]
    assert found == [("points", "सूचना श्री रामलाल यादव, मोबाइल 98930 12345 ने दी")]


def test_only_what_the_form_calls_for_is_asked(library):
    asked = missing(library.form("letter"))
    assert asked[:2] == ["to", "subject"]
    assert not {"office", "sender", "copies_to", "state"} & set(asked)


def test_what_is_told_in_one_breath_is_parted_and_nothing_of_it_is_lost(told):
    found = told("कल शाम बारिश में स्कूल की छत गिर गई, कलेक्टर साहब को बताना है, दो बच्चों को चोट आई है", "letter")
    assert found["to"] == "कलेक्टर"
    assert found["points"].split("\n") == ["कल शाम बारिश में स्कूल की छत गिर गई", "दो बच्चों को चोट आई है"]
    found = told("पानी के टैंकर कलेक्टर से मांगने हैं, 5 गांव में संकट है", "letter")
    assert found["points"].split("\n") == ["पानी के टैंकर", "5 गांव में संकट है"]
    found = told("थाना प्रभारी से अनुरोध करना है कि मेले में पुलिस बल दें।", "letter")
    assert (found["to"], found["request"]) == ("थाना प्रभारी", "मेले में पुलिस बल दें")


def test_a_citizens_letter_has_the_citizen_and_the_day_at_its_foot(told):
    found = told(
        "महोदय\nमेरी वृद्धावस्था पेंशन तीन महीने से बंद है। खसरा 112/2 मेरा है। कृपया पेंशन चालू कराने की कृपा करें।\n"
        "आवेदिका\nरामकली बाई\nग्राम देवली तहसील गैरतगंज\nदि. 3/10/2026",
        "letter",
    )
    assert found["to"] == "रामकली बाई"
    assert found["references"] == "रामकली बाई, पत्र, 03.10.2026"
    assert answered(found) == ["पेंशन चालू कराना"]


def test_number_day_and_prose_are_found_where_no_label_and_no_gap_leads_to_them(told):
    found = told(
        "प्रेषक- सरपंच, ग्राम पंचायत मोगरा\nप्रति- मुख्य कार्यपालन अधिकारी, जनपद पंचायत बुधनी\nविषय- नाली निर्माण की दूसरी किश्त\n"
        "क्र/ग्रा.पं./26/14  दि. 1/9/26\nमहोदय, दूसरी किश्त 1.5 लाख रुपये जारी करने की कृपा करें।\nसरपंच\nग्राम पंचायत मोगरा",
        "letter",
    )
    assert found["subject"] == "नाली निर्माण की दूसरी किश्त"
    assert found["references"].endswith("ग्रा.पं./26/14, 01.09.2026")
    found = told(
        "पुलिस अधीक्षक कार्यालय, राजगढ़\nक्रमांक 1204/26 दिनांक 28/09/26\nप्रति\nकलेक्टर राजगढ़\nविषय:- दुर्गा उत्सव में मजिस्ट्रेट ड्यूटी\n"
        "जिले में 34 पंडाल लगे हैं। प्रत्येक थाने हेतु मजिस्ट्रेट नियुक्त किया जाना अपेक्षित है।\nपुलिस अधीक्षक",
        "letter",
    )
    assert found["subject"] == "दुर्गा उत्सव में मजिस्ट्रेट ड्यूटी"
    assert answered(found) == ["प्रत्येक थाने हेतु मजिस्ट्रेट नियुक्त करना"]
