"""What a clerk types or pastes into a box is understood, and shown again as it was meant."""

import time

import pytest

from assistant.checks.finding import Case
from assistant.checks.given import given as facts_of
from assistant.errors import ProblemsError
from assistant.facts import find
from assistant.forms.answers import (
    box_of,
    boxes,
    gather,
    read_copy,
    read_decision,
    read_person,
    read_reference,
    show_value,
    typed,
)
from assistant.forms.brief import check_brief
from assistant.messages import LANGUAGES

FORMS = ("letter", "email", "notesheet")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_an_example_goes_through_the_boxes_and_comes_back(library, form, language):
    """The boxes show what the brief says, and what they hold makes the same paper."""
    shape = library.form(form)
    shown = typed(shape, library.example_source(shape, language).data)
    again = check_brief(shape, gather(shape, shown))
    render = library.templates.render
    assert render(again, language, "mp").text == render(library.example(shape, language), language, "mp").text
    assert typed(shape, gather(shape, shown).data) == shown


@pytest.mark.parametrize("form", FORMS)
def test_empty_boxes_are_an_empty_brief(library, form):
    shape = library.form(form)
    ids = [box.id for box in boxes(shape.fields, shape.asked)]
    assert len(ids) == len(set(ids))
    assert gather(shape, dict.fromkeys(ids, "  \n")).data == {}


def test_a_problem_is_told_at_its_box(library):
    shape = library.form("letter")
    typed_in = {"deadline": "31.02.2026", "references": "पत्र दिनांक 30.02.2026", "date": "kal", "points": "x" * 20_001}
    with pytest.raises(ProblemsError) as told:
        check_brief(shape, gather(shape, typed_in))
    assert sorted(box_of(problem, shape) for problem in told.value.problems) == sorted(typed_in)


def test_answers_to_what_another_form_asks_are_left_out(library):
    assert gather(library.form("letter"), {"puc.text": "x", "subject": "y"}).data == {"subject": "y"}


PEOPLE = [
    ("मुख्य चिकित्सा एवं स्वास्थ्य अधिकारी, जिला चिकित्सालय, सीहोर", ("", "मुख्य चिकित्सा एवं स्वास्थ्य अधिकारी", "जिला चिकित्सालय", "सीहोर")),
    ("कलेक्टर", ("", "कलेक्टर", "", "")),
    ("1. कलेक्टर, जिला सीहोर (म.प्र.)", ("", "कलेक्टर", "जिला सीहोर (म.प्र.)", "")),
    ("(2) तहसीलदार, आष्टा।", ("", "तहसीलदार", "आष्टा", "")),
    ("- अपर कलेक्टर", ("", "अपर कलेक्टर", "", "")),
    ("श्री रमेश वर्मा, तहसीलदार, आष्टा", ("श्री रमेश वर्मा", "तहसीलदार", "आष्टा", "")),
    ("श्रीमती अ. ब. शर्मा, प्राचार्य, शासकीय हाई स्कूल, आष्टा", ("श्रीमती अ. ब. शर्मा", "प्राचार्य", "शासकीय हाई स्कूल", "आष्टा")),
    ("श्रीमान कलेक्टर महोदय, सीहोर", ("", "श्रीमान कलेक्टर महोदय", "सीहोर", "")),
    ("डॉ. राजेश गुप्ता, खंड चिकित्सा अधिकारी, इछावर", ("डॉ. राजेश गुप्ता", "खंड चिकित्सा अधिकारी", "इछावर", "")),
    ("डॉक्टर प्रभारी, उप स्वास्थ्य केंद्र", ("", "डॉक्टर प्रभारी", "उप स्वास्थ्य केंद्र", "")),
    ("Drug Inspector, Sehore", ("", "Drug Inspector", "Sehore", "")),
    ("Dr. R. Gupta, BMO, Ichhawar", ("Dr. R. Gupta", "BMO", "Ichhawar", "")),
    ("Msc Coordinator, Bhopal", ("", "Msc Coordinator", "Bhopal", "")),
    ("Chief Medical and Health Officer, District Hospital, Sehore,", ("", "Chief Medical and Health Officer", "District Hospital", "Sehore")),
    ("समस्त अनुविभागीय अधिकारी (राजस्व), जिला सीहोर", ("", "समस्त अनुविभागीय अधिकारी (राजस्व)", "जिला सीहोर", "")),
]  # fmt: skip


def _one(library, field, line, form="letter"):
    found = gather(library.form(form), {field: line}).data[field]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(("line", "told"), PEOPLE, ids=[line for line, _ in PEOPLE])
def test_an_addressee_is_read_from_one_line(library, line, told):
    person = _one(library, "to", line)
    assert tuple(person.get(key, "") for key in ("name", "designation", "office", "place")) == told


@pytest.mark.parametrize(
    ("line", "post", "email"),
    [
        ("collector.sehore@example.in", "", "collector.sehore@example.in"),
        ("Collector, Sehore <collector.sehore@example.in>", "Collector", "collector.sehore@example.in"),
        ("कलेक्टर, सीहोर, collector.sehore@example.in", "कलेक्टर", "collector.sehore@example.in"),
        ("BEO Kurwai <beo.kurwai@example.in>;", "BEO Kurwai", "beo.kurwai@example.in"),
    ],
)
def test_an_address_for_mail_is_taken_out_of_the_line(library, line, post, email):
    person = _one(library, "to", line, "email")
    assert (person.get("designation", ""), person["email"]) == (post, email)


def test_every_address_in_a_line_is_somebodys(library):
    line = "Collector, Sehore <collector@example.in>; clerk@example.in, SP <sp@example.in>"
    assert gather(library.form("email"), {"to": line}).data["to"] == [
        {"designation": "Collector", "office": "Sehore", "email": "collector@example.in"},
        {"email": "clerk@example.in"},
        {"designation": "SP", "email": "sp@example.in"},
    ]


def test_an_address_pasted_from_a_letter_is_one_addressee(library):
    pasted = "प्रति,\n  मुख्य कार्यपालन अधिकारी,\n  जिला पंचायत,\n  सीहोर"
    assert gather(library.form("letter"), {"to": pasted}).data["to"] == [
        {"designation": "मुख्य कार्यपालन अधिकारी", "office": "जिला पंचायत", "place": "सीहोर"}
    ]


def test_a_numbered_list_pasted_from_a_letter_is_as_many(library):
    pasted = "1. कलेक्टर,\n2. पुलिस अधीक्षक, सीहोर,\n3. तहसीलदार"
    assert [person["designation"] for person in gather(library.form("letter"), {"to": pasted}).data["to"]] == [
        "कलेक्टर",
        "पुलिस अधीक्षक",
        "तहसीलदार",
    ]


COPIES = [
    ("कमिश्नर, भोपाल संभाग — सूचनार्थ", "कमिश्नर", "सूचनार्थ"),
    ("कमिश्नर, भोपाल संभाग - सूचनार्थ", "कमिश्नर", "सूचनार्थ"),
    ("कमिश्नर—सूचनार्थ", "कमिश्नर", "सूचनार्थ"),
    ("कमिश्नर, भोपाल :- सूचनार्थ", "कमिश्नर", "सूचनार्थ"),
    ("कमिश्नर, भोपाल (सूचनार्थ)", "कमिश्नर", "सूचनार्थ"),
    ("1. कमिश्नर, भोपाल संभाग की ओर सादर सूचनार्थ प्रेषित।", "कमिश्नर", "सादर सूचनार्थ"),
    ("2. समस्त तहसीलदार, जिला सीहोर को पालनार्थ", "समस्त तहसीलदार", "पालनार्थ"),
    ("कोषालय अधिकारी, सीहोर की ओर सूचनार्थ एवं आवश्यक कार्यवाही हेतु।", "कोषालय अधिकारी", "सूचनार्थ एवं आवश्यक कार्यवाही हेतु"),
    ("महालेखाकार, ग्वालियर की ओर सूचनार्थ अग्रेषित।", "महालेखाकार", "सूचनार्थ"),
    ("जिला जनसंपर्क अधिकारी, सीहोर, प्रकाशनार्थ", "जिला जनसंपर्क अधिकारी", "प्रकाशनार्थ"),
    ("जिला सूचना अधिकारी, सीहोर, पोर्टल पर प्रदर्शन हेतु", "जिला सूचना अधिकारी", "पोर्टल पर प्रदर्शन हेतु"),
    ("गार्ड फाइल", "गार्ड फाइल", ""),
    ("सहायक ग्रेड-3, स्थापना शाखा", "सहायक ग्रेड-3", ""),
    ("सत्र 2025–26 समिति", "सत्र 2025–26 समिति", ""),
    ("Commissioner, Bhopal Division -- for information", "Commissioner", "for information"),
    ("Commissioner, Bhopal Division, for information.", "Commissioner", "for information"),
    ("Treasury Officer, Sehore for information and necessary action", "Treasury Officer", "for information and necessary action"),
    ("The Commissioner, Bhopal Division; for kind information", "The Commissioner", "for kind information"),
    ("Officer for Women, Sehore", "Officer for Women", ""),
]  # fmt: skip


@pytest.mark.parametrize(("line", "post", "purpose"), COPIES, ids=[line for line, *_ in COPIES])
def test_a_copy_is_read_with_what_it_is_for(library, line, post, purpose):
    shape = library.form("letter")
    [copy] = check_brief(shape, gather(shape, {"copies_to": line}))["copies_to"]
    assert (copy.designation, copy.purpose) == (post, purpose)


REFERENCES = [
    ("संचालनालय, भोपाल, पत्र, 1422/पेयजल/2026, 02.02.2026", ("letter", "1422/पेयजल/2026", "02.02.2026", "संचालनालय, भोपाल")),
    ("संचालनालय, भोपाल का पत्र क्रमांक 1422/पेयजल/2026, दिनांक 02.02.2026।", ("letter", "1422/पेयजल/2026", "02.02.2026", "संचालनालय, भोपाल")),
    ("1. कलेक्टर सीहोर का आदेश क्र. 12/2026 दि. 1.2.26", ("order", "12/2026", "1.2.26", "कलेक्टर सीहोर")),
    ("कलेक्टर सीहोर के आदेश क्रमांक 12/2026 दिनांक 1 फरवरी 2026", ("order", "12/2026", "1 फरवरी 2026", "कलेक्टर सीहोर")),
    ("सामान्य प्रशासन विभाग का परिपत्र क्रमांक एफ 5-8/2026/1/4 दिनांक 16.02.2026", ("circular", "एफ 5-8/2026/1/4", "16.02.2026", "सामान्य प्रशासन विभाग")),
    ("सामान्य प्रशासन विभाग का परिपत्र क्रमांक/एफ 5-8/2026/1/4, 16.02.2026", ("circular", "एफ 5-8/2026/1/4", "16.02.2026", "सामान्य प्रशासन विभाग")),
    ("संख्या-840/68-2-2023-33(53)/2018 दिनांक 5 मई 2023", ("letter", "840/68-2-2023-33(53)/2018", "5 मई 2023", "")),
    ("पत्र क्र. 57/शा.हा.स्कू./2026", ("letter", "57/शा.हा.स्कू./2026", "", "")),
    ("आपका पत्र दिनांक 2.2.2026", ("letter", "", "2.2.2026", "आपका")),
    ("समसंख्यक पत्र दिनांक 5.1.2026", ("letter", "", "5.1.2026", "समसंख्यक")),
    ("कलेक्टर की बैठक दिनांक 12.3.2026", ("meeting", "", "12.3.2026", "कलेक्टर")),
    ("मुख्य सचिव की टीप दिनांक 5.1.2026", ("note", "", "5.1.2026", "मुख्य सचिव")),
    ("न्यायालय तहसीलदार का प्रकरण क्रमांक 12/अ-6/2025-26", ("case", "12/अ-6/2025-26", "", "न्यायालय तहसीलदार")),
    ("म.प्र. सिविल सेवा (अवकाश) नियम 1977", ("act", "", "", "म.प्र. सिविल सेवा (अवकाश) नियम 1977")),
    ("प्रधानमंत्री आवास योजना पत्रिका", ("act", "", "", "प्रधानमंत्री आवास योजना पत्रिका")),
    ("1422/पेयजल/2026", ("letter", "1422/पेयजल/2026", "", "")),
    ("1422", ("letter", "1422", "", "")),
    ("१४२२/पेयजल/२०२६ दिनांक ०२.०२.२०२६ संचालनालय का पत्र", ("letter", "१४२२/पेयजल/२०२६", "०२.०२.२०२६", "संचालनालय")),
    ("Letter No. CWD/Tr/88 dated 02.02.2026 from the Regional Manager", ("letter", "CWD/Tr/88", "02.02.2026", "Regional Manager")),
    ("Regional Manager, letter, CWD/Tr/88, 02.02.2026", ("letter", "CWD/Tr/88", "02.02.2026", "Regional Manager")),
    ("No.F.12/3/2025-Estt dt. 3rd Feb 2026", ("letter", "F.12/3/2025-Estt", "3rd Feb 2026", "")),
    ("e-mail of the Collector, 02.02.2026", ("email", "", "02.02.2026", "Collector")),
    ("your letter dated 5 Feb 2026", ("letter", "", "5 Feb 2026", "your")),
    ("आपका पत्र क्रं. 2210 दिनांक 10.11.2026", ("letter", "2210", "10.11.2026", "आपका")),
    ("आपका पत्र सं. 14 दि 2.2.26", ("letter", "14", "2.2.26", "आपका")),
    ("आपका पत्र दिनांक 2.2.26 क्र 14", ("letter", "14", "2.2.26", "आपका")),
    ("कलेक्टर सीहोर का आदेश क्र 33/मनरेगा/26 दि. 5/10/26", ("order", "33/मनरेगा/26", "5/10/26", "कलेक्टर सीहोर")),
    ("कलेक्टर महोदय का पत्र नं. 77 दिनांक 3.11.2026", ("letter", "77", "3.11.2026", "कलेक्टर महोदय")),
    ("संचालनालय का पत्र क्रमांक 5-3-2026 दिनांक 7.3.2026", ("letter", "5-3-2026", "7.3.2026", "संचालनालय")),
    ("नियम शाखा का पत्र क्र./स्था./2026/118", ("letter", "स्था./2026/118", "", "नियम शाखा")),
    ("कार्यालय कलेक्टर (पत्र शाखा), पत्र, 45, 3.2.2026", ("letter", "45", "3.2.2026", "कार्यालय कलेक्टर (पत्र शाखा)")),
    ("Your letter No 45 Dt. 3/2/26", ("letter", "45", "3/2/26", "Your")),
    ("Letter of the Collector, Sehore dated 3.2.2026", ("letter", "", "3.2.2026", "Collector, Sehore")),
    ("Collector, Sehore, letter, No. 45, 3.2.2026", ("letter", "45", "3.2.2026", "Collector, Sehore")),
    ("इस कार्यालय का स्मरण पत्र, 1010/छात्र/2026, 25.10.2026", ("reminder", "1010/छात्र/2026", "25.10.2026", "इस कार्यालय")),
    ("स्मरण पत्र क्र. 5 दि. 2.2.26", ("reminder", "5", "2.2.26", "")),
    ("शासन का अनुस्मारक क्रमांक 12/2026 दिनांक 3.2.2026", ("reminder", "12/2026", "3.2.2026", "शासन")),
    ("अ.शा. पत्र क्र. 12/2026 दि. 3.2.2026", ("do-letter", "12/2026", "3.2.2026", "")),
    ("कलेक्टर सीहोर का अर्ध शासकीय पत्र क्र. 12/2026 दि. 3.2.2026", ("do-letter", "12/2026", "3.2.2026", "कलेक्टर सीहोर")),
    ("कलेक्टर सीहोर का ज्ञापन क्रमांक 77/2026 दिनांक 3.2.2026", ("memo", "77/2026", "3.2.2026", "कलेक्टर सीहोर")),
    ("तहसीलदार इछावर का प्रतिवेदन क्र. 31/2026 दि. 5.9.2026", ("report", "31/2026", "5.9.2026", "तहसीलदार इछावर")),
    ("श्री सुरेश मालवीय का आवेदन दिनांक 2.11.2026", ("application", "", "2.11.2026", "श्री सुरेश मालवीय")),
    ("राजस्व विभाग की अधिसूचना क्रमांक एफ 5-8/2026/1/4 दिनांक 3.2.2026", ("notification", "एफ 5-8/2026/1/4", "3.2.2026", "राजस्व विभाग")),
    ("D.O. letter No. 12/2026 dated 3-2-2026 from the Secretary", ("do-letter", "12/2026", "3-2-2026", "Secretary")),
    ("Collector, Sehore, reminder, 1010/2026, 25.10.2026", ("reminder", "1010/2026", "25.10.2026", "Collector, Sehore")),
    ("your application dated 2.11.2026", ("application", "", "2.11.2026", "your")),
]  # fmt: skip

LEFT_ALONE = [
    "पत्र क्र 145 दि 2.11.26 जनपद पंचायत आष्टा",
    "टी.एल. बैठक दिनांक 23.11.2026 में दिये गये निर्देश",
    "इस कार्यालय का पत्र क्र./स्था./2026/118 दिनांक 16.02.2026 एवं स्मरण पत्र दिनांक 20.03.2026",
    "शासन का पत्र क्रमांक एफ 6-1-2025-नियम-चार भोपाल दिनांक 3/4/2025",
    "आपका पत्र एवं कलेक्टर का आदेश क्र. 33/2026",
    "कलेक्टर का पत्र क्र. 14 एवं 15 दि. 2.2.26",
    "दूरभाष पर चर्चा दिनांक 12.11.2026",
    "सीएम हेल्पलाइन शिकायत क्रमांक 1234567",
    "आपके पत्र क्रमांक 45 दिनांक 2.2.26 के संबंध में",
    "कलेक्टर की टीप, 12.11.2026, पर चर्चा",
    "This office letter No. Estt/118 dated 16.02.2026 and reminder dated 20.03.2026",
    "Discussion over phone on 12.11.2026",
    "D.O. No. 12/2026 dated 3-2-2026 from the Secretary",
    "Work order No. 45/2026 dated 3.2.2026",
    "GAD order 1/2026",
    "As discussed, letter No. 5 dated 2.2.2026",
    "Letter No. 45 addressed to the Collector, dated 3.2.2026",
    "Meeting of the Task Force dated 3.2.2026",
]


@pytest.mark.parametrize(("line", "told"), REFERENCES, ids=[line for line, _ in REFERENCES])
def test_a_reference_is_read_as_letters_have_it(library, line, told):
    kind, number, day, owner = told
    shape = library.form("letter")
    [reference] = gather(shape, {"references": line}).data["references"]
    assert (
        reference.get("kind", "letter"),
        reference.get("number", ""),
        reference.get("date", ""),
        reference.get("from", ""),
    ) == (kind, number, day, owner)
    [checked] = check_brief(shape, gather(shape, {"references": line}))["references"]
    assert check_brief(shape, gather(shape, {"references": show_value("references", (checked,))}))["references"] == (
        checked,
    )


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_a_reference_that_is_not_wholly_understood_is_printed_as_it_was_typed(library, line):
    """Taken apart wrongly it would cite another paper, and nobody would see it. Its numbers and dates stay facts of the case."""
    shape = library.form("letter")
    given = check_brief(shape, gather(shape, {"references": line}))
    language = "en" if line.isascii() else "hi"
    document = library.templates.render(given, language, "mp")
    [printed] = [row.text.partition("\t")[2] for row in document.rows() if row.part == "reference"]
    assert printed == f"{line}{'.' if language == 'en' else '।'}"
    assert check_brief(shape, gather(shape, {"references": show_value("references", given["references"])})) == given
    known = [one.fact.value for one in facts_of(Case(document, shape, "mp", given))]
    assert all(found.value in known for found in find(line) if found.kind in ("ref", "date"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("सर्वे पूर्ण करें — तहसीलदार — 25.02.2026", {"decision": "सर्वे पूर्ण करें", "owner": "तहसीलदार", "due": "25.02.2026"}),
        ("सर्वे पूर्ण करें", {"decision": "सर्वे पूर्ण करें"}),
        (
            "412 का टीकाकरण किया जाए | विकासखण्ड चिकित्सक | 31.12.2026",
            {"decision": "412 का टीकाकरण किया जाए", "owner": "विकासखण्ड चिकित्सक", "due": "31.12.2026"},
        ),
        (
            "| सर्वे – दो चरण में | तहसीलदार | 25.02.2026 |",
            {"decision": "सर्वे – दो चरण में", "owner": "तहसीलदार", "due": "25.02.2026"},
        ),
        ("सर्वे पूर्ण करें|तहसीलदार", {"decision": "सर्वे पूर्ण करें", "owner": "तहसीलदार"}),
        ("सर्वे पूर्ण करें\tतहसीलदार\t25.02.2026", {"decision": "सर्वे पूर्ण करें", "owner": "तहसीलदार", "due": "25.02.2026"}),
        ("सर्वे पूर्ण करें |", {"decision": "सर्वे पूर्ण करें |"}),
        ("दल गठित किया गया | सर्वे पूर्ण किया जाए", {"decision": "दल गठित किया गया | सर्वे पूर्ण किया जाए"}),
    ],
)
def test_a_decision_is_read_with_who_and_when(line, told):
    assert read_decision(line) == told


LABELS = [
    ("letter", "number", "क्रमांक 55/भण्डार/2026", "55/भण्डार/2026"),
    ("letter", "number", "क्र./स्था./2026/118", "स्था./2026/118"),
    ("letter", "number", "पत्र क्रं. 12/2026", "12/2026"),
    ("letter", "number", "संख्या-840/68-2-2023", "840/68-2-2023"),
    ("letter", "number", "No.F.12/3/2025-Estt", "F.12/3/2025-Estt"),
    ("letter", "number", "F. 12/3/2025", "F. 12/3/2025"),
    ("letter", "number", "एफ 5-8/2026/1/4", "एफ 5-8/2026/1/4"),
    ("letter", "number", "नगर/55/2026", "नगर/55/2026"),
    ("letter", "number", "क्रमांक   /भण्डार/2026", "/भण्डार/2026"),
    ("do-letter", "number", "अ.शा. पत्र क्रमांक 12/2026", "12/2026"),
    ("letter", "endorsement.number", "पृ. क्रमांक 119/2026", "119/2026"),
    ("notesheet", "file.number", "नस्ती क्र. 14/2026", "14/2026"),
    ("letter", "subject", "विषय: सामग्री क्रय के संबंध में", "सामग्री क्रय के संबंध में"),
    ("letter", "subject", "विषयः- सामग्री क्रय के संबंध में", "सामग्री क्रय के संबंध में"),
    ("letter", "subject", "विषय शिक्षकों की पदस्थापना के संबंध में", "विषय शिक्षकों की पदस्थापना के संबंध में"),
    ("letter", "subject", "Sub.: Supply of tarpaulins", "Supply of tarpaulins"),
    ("letter", "subject", "Sub. Inspector's posting", "Sub. Inspector's posting"),
    ("email", "subject", "Re: Supply of tarpaulins", "Re: Supply of tarpaulins"),
    ("letter", "to", "प्रति, कलेक्टर", "कलेक्टर"),
    ("letter", "to", "सेवा में श्रीमान कलेक्टर", "श्रीमान कलेक्टर"),
    ("email", "cc", "Cc: office@example.in", "office@example.in"),
    ("notesheet", "submit_to", "प्रति,\nअपर कलेक्टर", "अपर कलेक्टर"),
    ("letter", "through", "उचित माध्यम से", "उचित माध्यम से"),
    ("letter", "references", "संदर्भ :- 1. आपका पत्र क्र. 45", "आपका, पत्र, 45"),
    ("letter", "references", "Ref. your letter No. 45", "your, letter, 45"),
    ("letter", "copies_to", "प्रतिलिपि: कमिश्नर — सूचनार्थ", "कमिश्नर — सूचनार्थ"),
    ("letter", "date", "दिनांक : 5 मार्च 2026", "05.03.2026"),
    ("letter", "deadline", "Dt. 5/3/26", "05.03.2026"),
    ("letter", "place", "स्थान - सीहोर", "सीहोर"),
    ("letter", "enclosures", "Annexure A: सूची", "Annexure A: सूची"),
]


@pytest.mark.parametrize(("form", "box", "line", "kept"), LABELS)
def test_a_label_that_the_form_prints_is_not_printed_twice(library, form, box, line, kept):
    """It is copied along with what it stands before; what only looks like a label stays."""
    shape = library.form(form)
    facts = check_brief(shape, gather(shape, {box: line})).facts.model_dump(mode="json", by_alias=True)
    assert typed(shape, facts)[box] == kept


def test_a_label_alone_is_an_empty_box(library):
    shape = library.form("letter")
    assert gather(shape, {"number": "क्रमांक", "subject": "विषय :-", "to": "प्रति,", "references": "संदर्भ"}).data == {}


@pytest.mark.parametrize("read", [read_person, read_copy, read_reference])
@pytest.mark.parametrize(
    "line",
    ["", ",", "—", " , , ", "<>", "@", "का", "/", "((((", "0", "-" * 50, "क्रमांक", "दिनांक", "\\d+", "a" * 5000 + "/1"],
)
def test_odd_lines_break_nothing(library, read, line):
    field = {read_person: "to", read_copy: "copies_to", read_reference: "references"}[read]
    check_brief(library.form("letter"), gather(library.form("letter"), {field: line}))


@pytest.mark.parametrize("line", ["_" * 20_000, "." * 20_000, "1/" * 10_000, "को " * 6_000, "<" * 20_000])
def test_a_very_long_line_takes_no_time(library, line):
    began = time.process_time()
    gather(library.form("letter"), {"to": line, "copies_to": line, "references": line})
    assert time.process_time() - began < 1


def test_who_signs_the_copies_is_told_in_one_box_and_comes_back(library):
    form = library.form("letter")
    brief = check_brief(
        form, gather(form, {"endorsement.sender": "श्री क. ख. शर्मा, डिप्टी कलेक्टर", "endorsement.number": "119"})
    )
    signs = brief["endorsement"].sender
    assert (signs.name, signs.designation) == ("श्री क. ख. शर्मा", "डिप्टी कलेक्टर")
    shown = typed(
        form, {"endorsement": {"number": "119", "sender": {"name": signs.name, "designation": signs.designation}}}
    )
    assert shown["endorsement.sender"] == "श्री क. ख. शर्मा, डिप्टी कलेक्टर"
