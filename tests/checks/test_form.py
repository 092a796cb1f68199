"""What a form asks of a paper is data: parts, their order, who speaks, what must be said. A form added later is judged like any other."""

import json
import re
import shutil
import time
from pathlib import Path

import pytest

from assistant.checks import CHECKS, Case
from assistant.checks.form.within import within
from assistant.checks.posts import rank
from assistant.forms.brief import read_brief
from assistant.forms.phrases import KINDS, find, phrase
from assistant.forms.reader import read
from assistant.forms.template import BLANK

HERE = Path(__file__).parent / "content"


@pytest.fixture
def library(make):
    """The built-in forms and three small ones of the tests' own: show-cause, minutes, order."""
    return make(EDAKSH_CONTENT=str(HERE)).library


@pytest.fixture
def found(library):
    """What one check says of a loose text."""

    def findings(code, form, text, language="hi", state="mp"):
        document = read(text, library.form(form), language)
        case = Case(document, library.form(form), state)
        return [(spot.part, case.text[spot.start : spot.end]) for spot in CHECKS[code](case)]

    return findings


def test_forms_added_as_data_are_in_order(library):
    assert library.problems == []
    assert {"show-cause", "minutes", "order"} <= set(library.forms)


def test_of_a_letter_pasted_into_the_box_for_its_text_the_text_is_kept_to_the_figure(library):
    form = library.form("letter")
    brief = library.example(form, "hi")
    pasted = "प्रति,\nकमिश्नर\nविषय : टैंकर।\nमहोदय,\n"
    pasted += "2.5 लाख लीटर जल चाहिए।\n2. 15.10.2026 को 7 टैंकर भेजें।\n3. 25.10.2026 को गिनती होगी।\nभवदीय,\n(सीमा वर्मा)"
    case = Case(library.templates.render(brief, "hi", "mp", pasted), form, "mp", brief)
    kept = within(case)
    assert kept
    assert kept.text.split("\n") == [
        "2.5 लाख लीटर जल चाहिए।", "15.10.2026 को 7 टैंकर भेजें।", "25.10.2026 को गिनती होगी।",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["hi", "en"])
def test_through_whom_an_application_goes_is_missed_where_the_facts_name_them(library, language):
    form = library.form("application")
    brief = library.example(form, language)
    whole = library.templates.render(brief, language, "mp").text
    label = {"hi": "उचित माध्यम", "en": "Through"}[language]
    without = "\n".join(line for line in whole.split("\n") if not line.startswith(label))
    assert without != whole

    def missed(text):
        case = Case(read(text, form, language), form, "mp", brief)
        return [spot.part for spot in CHECKS["form.part-missing"](case)]

    assert (missed(whole), missed(without)) == ([], ["through"])


def test_a_form_added_at_run_time_says_itself_what_its_text_must_hold(make, tmp_path):
    folder = tmp_path / "content/templates/letters/permit"
    shutil.copytree(HERE / "templates/letters/order", folder)
    file = folder / "form.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text[: text.index("elements:")]
        + 'elements:\n  - {id: fee, name: {hi: शुल्क, en: the fee}, said: {hi: [शुल्क, "{amount}"], en: [fee]}}\n',
        encoding="utf-8",
    )
    library = make(EDAKSH_CONTENT=str(tmp_path / "content")).library
    assert library.problems == []
    form, missing = library.form("permit"), []
    brief = library.example(form, "hi")
    for prose in ("अनुमति दी जाती है।", "रु. 500/- लेकर अनुमति दी जाती है।"):
        case = Case(library.templates.render(brief, "hi", "mp", prose), form, "mp", brief)
        missing += [spot.values["name"]["en"] for spot in CHECKS["form.element-missing"](case)]
    assert missing == ["the fee"]


def test_a_phrase_that_can_not_be_looked_for_is_named_with_its_file(make, tmp_path):
    folder = tmp_path / "content/templates/letters/permit"
    shutil.copytree(HERE / "templates/letters/order", folder)
    form = folder / "form.yaml"
    form.write_text(form.read_text(encoding="utf-8").replace('"{law}", powers', '"{lwa}", powers'), encoding="utf-8")
    problems = make(EDAKSH_CONTENT=str(tmp_path / "content")).library.problems
    assert [(problem.file, problem.key) for problem in problems] == [
        ("templates/letters/permit/form.yaml", "error.kind.braces")
    ]


@pytest.mark.parametrize(
    ("words", "text", "says"),
    [
        ("प्रस्ताव*", "अतः प्रस्तावित है", True),
        ("प्रस्ताव", "अतः प्रस्तावित है", False),
        ("संबंध", "सम्बन्ध", True),
        ("अविलंब", "अविलम्ब भेजें", True),
        ("(शीघ्र/तत्काल) भेजें", "तत्काल भेजें", True),
        ("by (the/) {date}", "by the 25th February 2026", True),
        ("by (the/) {date}", "by 25.02.2026", True),
        ("why … should not", "show cause why action under rule 3 should not be taken", True),
        ("कारण … प्रस्तुत", "कारण नहीं। प्रस्तुत", False),
        ("{days}", "सात (7) दिवस", True),
        ("{days}", "within a week", True),
        ("{law}", "नियम 3", True),
        ("{law}", "नियमित", False),
        ("{amount}", "2.50 लाख रुपये", True),
    ],
)
def test_a_phrase_is_found_as_people_write_it(words, text, says):
    assert bool(list(find([words], text))) is says


@pytest.mark.parametrize("broken", ["{nothing}", "(a/b", "a {"])
def test_a_phrase_with_an_open_bracket_is_refused(broken):
    with pytest.raises(ValueError, match=r".+"):
        phrase(broken)


@pytest.mark.parametrize(
    ("address", "state", "level"),
    [
        ("कलेक्टर, सीहोर", "mp", 74),
        ("अपर कलेक्टर, सीहोर", "mp", 66),
        ("अधीक्षक, कार्यालय कलेक्टर", "mp", 36),
        ("निज सहायक, माननीय मंत्री", "mp", 97),
        ("मुख्य कार्यपालन अधिकारी, जनपद पंचायत, आष्टा", "mp", 48),
        ("मुख्य कार्यपालन अधिकारी, जिला पंचायत, सीहोर", "mp", 68),
        ("मुख्य कार्यपालन अधिकारी", "mp", None),
        ("सचिव, ग्राम पंचायत", "mp", 20),
        ("महालेखाकार, ग्वालियर", "mp", None),
        ("गार्ड फाइल", "mp", None),
        ("Commissioner, Bhopal Division", "mp", 84),
    ],
)
def test_the_office_decides_the_rank_of_a_post(address, state, level):
    assert rank(address, state) == level


NOTE = """विषय :- छत की मरम्मत के संबंध में।

1. छत टपक रही है और वर्षा जून में आएगी।
2. अतः मरम्मत कराए जाने का प्रस्ताव है।

रमेश वर्मा
सहायक ग्रेड-3
16.02.2026
"""


@pytest.mark.parametrize("code", ["form.part-forbidden", "form.no-proposal", "form.part-order", "form.part-missing"])
def test_the_writer_and_his_date_at_a_note_s_foot_are_no_fault(found, code):
    assert found(code, "notesheet", NOTE) == []


@pytest.mark.parametrize("proposal", ["", "x"])
def test_a_letter_needs_no_proposal(found, proposal):
    assert found("form.no-proposal", "letter", f"जल स्तर नीचे गया है। {proposal}") == []


@pytest.mark.parametrize("state", ["mp", "cg", "up", "goi"])
@pytest.mark.parametrize("code", sorted(code for code in CHECKS if code.startswith("form.")))
def test_small_forms_own_examples_are_good(library, code, state):
    for form in ("show-cause", "minutes", "order"):
        for language in ("hi", "en"):
            brief = library.example(library.form(form), language)
            document = library.templates.render(brief, language, state)
            assert list(CHECKS[code](Case(document, library.form(form), state, brief))) == []


@pytest.mark.parametrize("sign", ["क", "7", "।", "(", "अतः ", "रु. ", "1. ", '"', "संलग्न ", "{"])
def test_nothing_that_is_pasted_makes_a_check_hang(library, sign):
    for form in ("letter", "notesheet", "minutes"):
        document = read(sign * 20_000, library.form(form), "hi")
        case = Case(document, library.form(form), "mp")
        for code in (code for code in CHECKS if code.startswith("form.")):
            begun = time.process_time()
            list(CHECKS[code](case))
            assert time.process_time() - begun < 5


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_thing_is_slow_to_look_for(kind):
    for sign in ("7", "7,", "7 ", "रु. ", "एक ", "9."):
        begun = time.process_time()
        list(find(["{" + kind + "}"], sign * 50_000))
        assert time.process_time() - begun < 3


@pytest.mark.parametrize(
    ("form", "language", "words", "missing"),
    [
        ("show-cause", "hi", "इस सूचना पत्र की प्राप्ति के 7 दिवस के भीतर ", "the time to reply"),
        ("show-cause", "en", "within 7 days of receipt of this notice ", "the time to reply"),
        ("order", "hi", "राजस्व पुस्तक परिपत्र खंड छह क्रमांक 4 में प्रदत्त शक्तियों का प्रयोग करते हुए ", "the power or rule"),
        ("order", "hi", "यह आदेश दिनांक 16.02.2026 से प्रभावशील होगा।", "the date of effect"),
        ("order", "en", "This order takes effect from 16 February 2026.", "the date of effect"),
        ("rti-reply", "en", "within 30 days of receiving it, ", "the 30 days for the appeal"),
        ("meeting-notice", "hi", "नगर पालिका सभाकक्ष में ", "the place of the meeting"),
        ("meeting-notice", "en", " at the Collectorate meeting hall", "the place of the meeting"),
        ("meeting-notice", "en", " on Tuesday, 9 June 2026", "the date of the meeting"),
    ],
)  # fmt: skip
def test_a_paper_without_its_essentials_is_not_let_off_with_a_hint(make, form, language, words, missing):
    library = make().library
    kind = library.form(form)
    typed = library.templates.render(library.example(kind, language), language, "mp").text
    assert words in typed
    case = Case(read(typed.replace(words, ""), kind, language), kind, "mp")
    spots = list(CHECKS["form.element-missing"](case))
    assert missing in [spot.values["name"]["en"] for spot in spots if spot.severity is None]


@pytest.mark.parametrize("language", ["hi", "en"])
def test_the_numbers_of_a_list_of_conditions_are_no_paragraphs_numbers(make, language):
    library = make().library
    order = library.form("order")
    typed = library.templates.render(library.example(order, language), language, "mp").text
    bare = re.sub(r"(?m)^[1-5]\. (?=.{30})(?!.*(?:प्रेषित|for (?:information|compliance)))", "", typed)
    codes = [
        len(list(CHECKS["form.paragraphs-unnumbered"](Case(read(text, order, language), order, "mp"))))
        for text in (typed, bare)
    ]
    assert codes == [0, 1]


@pytest.mark.parametrize("language", ["hi", "en"])
@pytest.mark.parametrize(
    ("form", "left_open", "part"),
    [
        ("rti-reply", "appellate", "appeal"),
        ("rti-reply", "received", "body"),
        ("minutes", "meeting.venue", "opening"),
        ("minutes", "meeting.chair", "opening"),
        ("meeting-notice", "meeting.venue", "body"),
        ("meeting-notice", "meeting.chair", "body"),
    ],
)
def test_a_gap_in_what_a_form_must_say_is_told_once_at_its_blank(built_in, form, left_open, part, language):
    form = built_in.library.form(form)
    facts = built_in.library.example_source(form, language).data
    *outer, last = left_open.split(".")
    (facts[outer[0]] if outer else facts).pop(last)
    brief = read_brief(form, json.dumps(facts, default=str), "brief.json")
    text = built_in.library.templates.render(brief, language, "mp").text
    for told in (brief, None):
        found = built_in.review(text, form, language, told).findings
        assert [(one.severity, one.part, one.quote) for one in found] == [("error", part, BLANK)]


def test_an_appellate_authority_that_is_named_beside_a_blank_is_told(found):
    text = "आवेदन दिनांक 02.11.2026 को प्राप्त हुआ।\n\n30 दिवस में अपर कलेक्टर को प्रथम अपील करें। प्रथम अपीलीय अधिकारी : अपर कलेक्टर, दूरभाष ................"
    assert not [one for one in found("form.element-missing", "rti-reply", text) if "." in one[1]]
