"""Marks to argue over: what a trainer would sign. What can't go out doesn't pass, and one fault costs once."""

import re

import pytest

from assistant.labs import grade

TANKERS, BATTERY, CROPS = "water-tankers", "battery-purchase", "crop-loss-repair"
SUBJECT = "विषय :- ग्रीष्मकालीन पेयजल के लिए टैंकर उपलब्ध कराने के संबंध में।\n\n"
HEAD = "क्रमांक ................                                        सीहोर, दिनांक 16.02.2026\n\n"
REFERENCE = "संदर्भ :- कार्यपालन यंत्री, लोक स्वास्थ्य यांत्रिकी का पत्र क्रमांक 1422/पेयजल/2026 दिनांक 02.02.2026\n\n"
TO = "प्रति,\nमुख्य कार्यपालन अधिकारी,\nजिला पंचायत,\nसीहोर\n\n"
ENGLISH = """Office of the Collector
District Sehore (M.P.)

No. ................    Sehore, dated 16.02.2026

To,
The Chief Executive Officer,
District Panchayat,
Sehore

Subject: Tankers for drinking water in summer

Ref.: Executive Engineer, Public Health Engineering, letter No. 1422/पेयजल/2026 dated 02.02.2026

Sir,

Please refer to the letter cited above. The water level has fallen in 42 villages of the district. In 11 of them the handpumps are
dry. Rs. 2,50,000 has been given to the Janpad Panchayats for transport. It is requested that 7 tankers of the Janpad Panchayats
may be made available for these 11 villages by 25.02.2026.

Yours faithfully,

Collector
District Sehore"""


@pytest.fixture
def changed(assistant):
    """The grade of an exercise's model answer with some words changed."""

    def mark(id, old="", new=""):
        exercise = assistant.labs.find(id)
        model = exercise.file.model_answer
        assert old in model
        answer = model.replace(old, new) if old else new or model
        return grade(exercise, assistant.labs.rubric(exercise.file.rubric), answer, "mp")

    return mark


def lost(result):
    """The criteria that have less than their whole weight, and how much less."""
    return {one.id: round(one.weight - one.score, 2) for one in result.criteria if one.score not in (one.weight, None)}


@pytest.mark.parametrize(
    ("id", "old", "new", "costs"),
    [
        pytest.param(TANKERS, SUBJECT, "", "form", id="no subject"),
        pytest.param(TANKERS, "सीहोर, दिनांक 16.02.2026", "", "form", id="no date"),
        pytest.param(TANKERS, HEAD, "", "form", id="neither number nor date"),
        pytest.param(TANKERS, TO, "", "form", id="to nobody"),
        pytest.param(TANKERS, "\nकलेक्टर\nजिला सीहोर", "", "form", id="signed by nobody"),
        pytest.param(TANKERS, "7 टैंकर", "9 टैंकर", "facts", id="another number"),
        pytest.param(TANKERS, "2,50,000", "25,000", "facts", id="a nought lost"),
        pytest.param(TANKERS, "जा चुकी है।", "जा चुकी है। यह म.प्र. भण्डार क्रय नियम 2015 के अनुसार है।", "facts", id="a rule that nobody gave"),
        pytest.param(TANKERS, "भवदीय,", "भवदीय,\n\nआशा है यह पत्र आपके काम आएगा!", "craft", id="the machine's own words"),
        pytest.param(TANKERS, "प्रति,\nमुख्य कार्यपालन अधिकारी", "प्रति,\n[पदनाम]", "craft", id="a place left for a name"),
        pytest.param(BATTERY, "एक लाख चार हज़ार", "एक लाख चालीस हज़ार", "facts", id="a sum with other words"),
        pytest.param(BATTERY, "1,04,000", "1,40,000", "facts", id="a sum with other figures"),
        pytest.param(CROPS, "सात लाख पचास", "सात लाख पाँच", "mended", id="a mistake not mended"),
    ],
)  # fmt: skip
def test_what_cant_go_out_doesnt_pass_says_why_and_costs_in_one_place(changed, id, old, new, costs):
    result, told = changed(id, old, new), changed(id, old, new).as_json()
    assert not result.passed
    assert 30 <= result.score <= 59
    assert set(lost(result)) == {costs}
    assert told["capped"]["why"]["hi"] in result.feedback["hi"]
    assert told["capped"]["why"]["en"] in result.feedback["en"]


@pytest.mark.parametrize(
    ("id", "old"),
    [
        pytest.param(TANKERS, REFERENCE, id="the letter that it answers"),
        pytest.param(BATTERY, " (रुपये एक लाख चार हज़ार मात्र)", id="a sum in words"),
    ],
)
def test_one_fact_left_out_costs_its_share_and_is_asked_for(changed, id, old):
    result = changed(id, old)
    assert result.passed
    assert 90 < result.score < 100
    assert [finding.code for finding in result.findings if finding.severity == "error"] == ["facts.missing"]


def test_more_than_one_fact_in_five_left_out_doesnt_pass(changed, assistant):
    model = assistant.labs.find(TANKERS).file.model_answer
    less = model.replace(REFERENCE, "").replace(
        " परिवहन के लिए 2,50,000 रुपये की राशि जनपद पंचायतों को पहले ही दी जा चुकी है।", ""
    )
    result = changed(TANKERS, new=less)
    assert len([finding for finding in result.findings if finding.code == "facts.missing"]) == 2
    assert not result.passed
    assert result.score == 55


def test_a_good_letter_in_the_other_language_is_worth_less_than_one_with_a_fault(changed):
    result = changed(TANKERS, new=ENGLISH)
    assert not result.passed
    assert result.failed == ("grade.failed.language",)
    assert result.score == 45


def test_a_changed_sum_is_one_fault_though_figures_words_and_fact_all_tell_it(changed):
    one = lost(changed(BATTERY, " (रुपये एक लाख चार हज़ार मात्र)"))
    assert lost(changed(BATTERY, "एक लाख चार हज़ार", "एक लाख चालीस हज़ार")) == one
    assert lost(changed(BATTERY, "1,04,000", "1,40,000")) == one


def test_another_figure_in_place_of_one_is_one_fault_however_far_it_is_off(changed):
    near, far = (lost(changed("school-roof", "164 pupils", f"{figure} pupils")) for figure in (146, 200))
    assert near == far == {"facts": 6}


def test_a_changed_figure_is_shown_where_it_counts_the_same_thing_not_at_an_invented_one(changed, assistant):
    invented = "आवश्यक है। लोग 3 किलोमीटर दूर जाते हैं।"
    answer = assistant.labs.find(TANKERS).file.model_answer
    result = changed(TANKERS, new=answer.replace("7 टैंकर", "9 टैंकर").replace("आवश्यक है।", invented))
    told = {finding.code: finding.quote.split()[0] for finding in result.findings if finding.severity == "error"}
    assert told == {"facts.changed": "9", "facts.unsupported-number": "3"}


@pytest.mark.parametrize(
    ("id", "old", "new"),
    [
        (TANKERS, "सूख गए हैं और", "सूख गए हैं, शेष 31 ग्रामों में चालू हैं और"),
        (BATTERY, "2021 में हुआ था", "2021 में अर्थात् 5 वर्ष पूर्व हुआ था"),
        (BATTERY, "मात्र) है।", "मात्र), अर्थात् प्रति बैटरी रु. 13,000/- है।"),
        (BATTERY, "शेष हैं।", "शेष हैं; क्रय के बाद रु. 46,000/- शेष रहेंगे।"),
        ("hostel-facts-repair", "रह रही हैं।", "रह रही हैं, अर्थात् 48 भरी तथा 12 रिक्त हैं।"),
        ("survey-translate", "सर्वेक्षण हुआ है।", "सर्वेक्षण हुआ है, 32 ग्राम लंबित हैं।"),
    ],
)  # fmt: skip
def test_a_figure_that_follows_from_given_ones_and_says_how_is_neither_invented_nor_changed(changed, id, old, new):
    result = changed(id, old, new)
    assert not [finding for finding in result.findings if finding.code.startswith("facts.")]
    assert result.passed


def test_a_figure_that_given_ones_make_is_a_hint_at_most_though_no_word_says_how(changed):
    result = changed("school-data-repair", "दर्ज नहीं हुई है।", "दर्ज नहीं हुई है, 117 की हो चुकी है।")
    assert [(one.code, one.severity) for one in result.findings] == [("facts.unsupported-number", "hint")]
    assert result.passed


def test_nobody_reads_that_facts_were_left_out_where_none_was(changed):
    result = changed(TANKERS, "आवश्यक है।", "आवश्यक है। वहाँ 38 परिवार रहते हैं।")
    assert result.score == 55
    assert "छूटे" not in result.feedback["hi"]
    assert "किसी ने नहीं दिए" in result.feedback["hi"]
    assert "nobody gave" in result.feedback["en"]


@pytest.mark.parametrize(
    ("id", "one", "other"),
    [
        pytest.param(TANKERS, "42", "11", id="two counts of villages"),
        pytest.param(TANKERS, "11 ग्रामों", "7 ग्रामों", id="other things"),
        pytest.param("cg-school-meal", "5 क्विंटल", "3 क्विंटल", id="more came than was allotted"),
        pytest.param("cg-school-meal", "09.09.2026", "08.09.2026", id="until when it lasts and by when it's wanted"),
        pytest.param("halka-charge", "20.07.2026", "31.08.2026", id="a span that ends before it begins"),
        pytest.param("halka-charge", "23 प्रकरण", "9 प्रकरण", id="more than all of them"),
        pytest.param("school-data-repair", "146 शालाओं", "29 शालाओं", id="of 29 schools 146"),
        pytest.param("survey-translate", "126", "94", id="told in the other language"),
        pytest.param("drain-note-repair", "85,000", "95,000", id="two sums of a list"),
    ],
)
def test_two_facts_each_in_the_others_place_are_changed(changed, assistant, id, one, other):
    answer = assistant.labs.find(id).file.model_answer
    first, last = one.split()[0], other.split()[0]
    for old, new in ((first, "@"), (last, first), ("@", last)):
        answer = re.sub(rf"(?<![0-9,./@]){old}(?![0-9]|/[^-]|[,.][0-9]|[.] )", new, answer)
    result = changed(id, new=answer)
    told = {finding.quote for finding in result.findings if finding.code == "facts.changed"}
    assert all(any(value in quote for quote in told) for value in (first, last))
    assert not result.passed


@pytest.mark.parametrize(
    ("id", "begin", "end", "body"),
    [
        pytest.param(
            TANKERS,
            "महोदय,",
            "भवदीय,",
            "संदर्भित पत्र के अनुसार 11 ग्रामों के हैंडपंपों में पानी नहीं आ रहा है, जबकि कुल 42 ग्रामों में जल स्तर गिरा है। सूखे हैंडपंप वाले ग्रामों में पानी पहुँचाने"
            " के लिए 7 टैंकरों की आवश्यकता है।\n\nपरिवहन व्यय के लिए रु. 2,50,000/- जनपद पंचायतों को दिए गए हैं। कृपया टैंकर 25 फरवरी 2026 तक भिजवाएँ।",
            id="the part before the whole",
        ),
        pytest.param(
            "cg-school-meal",
            "महोदय,",
            "भवदीय,",
            "अनुरोध है कि मध्याह्न भोजन का शेष चावल दिनांक 08.09.2026 तक भेजा जाए, क्योंकि भंडार में बचा 40 किलोग्राम चावल 09.09.2026 को समाप्त हो जाएगा।"
            " अगस्त में 5 क्विंटल के स्थान पर 3 क्विंटल ही प्राप्त हुआ था, जबकि भोजन करने वाले विद्यार्थी 118 हैं।",
            id="the request first",
        ),
        pytest.param(
            "up-handpumps",
            "महोदय,",
            "भवदीय,",
            "खुली बैठक दिनांक 05.05.2026 में बताया गया कि पाइप खराब होने से 4 हैण्डपम्प बन्द हैं तथा रीबोर के अभाव में 3 बन्द हैं, इस प्रकार 26 में से 7 हैण्डपम्प खराब हैं।"
            " इनमें प्राथमिक विद्यालय का हैण्डपम्प भी है।\n\n2- अतः अनुरोध है कि इनकी मरम्मत 31.05.2026 तक करा दी जाए।",
            id="from the parts to the whole",
        ),
        pytest.param(
            "cg-session-email",
            "महोदय/महोदया,",
            "सादर,",
            "सूची के अनुसार 38 बच्चे, 11 गर्भवती महिलाएँ, कुल 49 हितग्राही हैं। ग्राम स्वास्थ्य एवं पोषण दिवस दिनांक 18.06.2026 को है।\n\nओ.आर.एस. पैकेट : उपलब्ध 12,"
            " आवश्यक 150, कमी 138। विटामिन ए : 40 खुराक आवश्यक। सामग्री दिनांक 16.06.2026 तक भेजने का कष्ट करें।",
            id="a list",
        ),
    ],
)
def test_an_answer_in_ones_own_words_and_order_has_no_changed_fact(changed, assistant, id, begin, end, body):
    head, _, rest = assistant.labs.find(id).file.model_answer.partition(begin)
    answer = f"{head}{begin}\n\n{body}\n\n{end}{rest.partition(end)[2]}"
    result = changed(id, new=answer)
    assert not [finding for finding in result.findings if finding.code.startswith("facts.")]
    assert result.passed


def test_a_changed_fact_in_an_instruction_is_one_fault(changed):
    result = changed("letter-prompt", "85 परिवार", "58 परिवार")
    assert [finding.code for finding in result.findings if finding.severity == "error"] == ["facts.changed"]
    assert lost(result) == {"facts": 3.75}
    assert not result.passed


def test_an_instruction_may_leave_blanks_and_be_a_list_with_marks(changed):
    blanks = changed("pension-prompt-safe", "हितग्राही-1", "[नाम]")
    assert not [
        finding for finding in changed("letter-prompt", "तथ्य:", "**तथ्य**\n-").findings if finding.severity == "error"
    ]
    assert not [finding for finding in blanks.findings if finding.code.startswith("leftover.")]


def test_a_number_that_nobody_gave_is_not_asked_for_but_its_place(changed):
    told = {one.part: one for one in changed(TANKERS, HEAD, "").findings if one.code == "form.part-missing"}
    assert "इसकी जगह छोड़िए: क्रमांक ......" in told["number"].message["hi"]
    assert "leave room for it: Number ......" in told["number"].message["en"]
    assert told["date"].message["hi"].endswith("जोड़िए।")  # the case has it


def test_a_mere_hint_never_says_that_a_paper_cant_go_out(changed):
    [hint] = changed(TANKERS, "सीहोर, दिनांक 16.02.2026", "सीहोर 16.02.2026").findings
    assert (hint.code, hint.part, hint.severity) == ("form.part-missing", "date", "hint")
    assert "नहीं जा सकता" not in hint.message["hi"]
    assert "can't go out" not in hint.message["en"]


def test_the_text_handed_back_has_mended_nothing(changed, assistant):
    result = changed(CROPS, new=assistant.labs.find(CROPS).file.given)
    assert lost(result)["mended"] == 30
    assert not result.feedback["hi"].startswith("अच्छा")


def test_a_grade_keeps_what_it_was_made_with(changed):
    told = changed(TANKERS).as_json()
    assert told["rubric"].startswith("default@")
    assert len(told["version"]) == 6
    assert told["version"] != changed(BATTERY).as_json()["version"]
    assert told["capped"] is None
    assert told["for_trainer"] == []
