"""A finding points at the words it is about, and a good paper has none. Each code's own cases are in `checks/codes/`."""

import re
import textwrap

import pytest

from assistant.checks import CHECKS, Case, run
from assistant.forms.reader import read
from assistant.forms.template import BLANK
from assistant.messages import LANGUAGES


@pytest.fixture
def found(assistant, brief):
    """The findings on a paper with this prose, each as code and quote."""

    def findings(form, language, prose, text="subject: x"):
        draft = assistant.drafter.finish(brief(form, text), language, prose, "offline")
        for finding in draft.findings:
            assert draft.document.text[finding.start : finding.end] == finding.quote
            assert set(finding.message) == {"hi", "en"}
        return [(finding.code, finding.quote) for finding in draft.findings if finding.code != "form.part-missing"]

    return findings


def test_what_a_form_requires_and_lacks_is_told_part_by_part(offline):
    missing = [one for one in offline("letter", "hi", "").findings if one.code == "form.part-missing"]
    assert [one.part for one in missing] == ["letterhead", "addressee", "subject", "body", "signature"]
    assert {one.quote for one in missing} == {BLANK}
    assert {one.severity for one in missing} == {"error"}


def test_findings_come_in_the_order_of_the_text(offline):
    starts = [finding.start for finding in offline("letter", "en", "deadline: 1.1.2026\ndate: 2.1.2026").findings]
    assert starts == sorted(starts)


def test_a_check_that_breaks_hides_nothing_that_the_others_find(found, monkeypatch, caplog):
    def broken(case):
        raise IndexError("no such line")

    monkeypatch.setitem(CHECKS, "tone.casual", broken)
    assert ("language.spelling", "मे") in found("letter", "hi", "42 ग्रामों मे जल स्तर नीचे गया है।")
    assert "tone.casual could not be checked" in caplog.text
    caplog.clear()


def test_the_same_paper_gives_the_same_findings(offline):
    assert offline("notesheet", "hi", "points: [x]").findings == offline("notesheet", "hi", "points: [x]").findings


@pytest.mark.parametrize(
    ("language", "prose", "quote"),
    [
        ("hi", "राशि [राशि] दी जाए।", "[राशि]"),
        ("en", "It is sent to [Your Name].", "[Your Name]"),
        ("en", "The amount is Rs. XXXX.", "XXXX"),
        ("hi", "दिनांक ____ को बैठक है।", "____"),
        ("hi", "दिनांक ........ को बैठक है।", "........"),
        ("hi", "दिनांक ../../2026 को बैठक है।", "../../2026"),
        ("en", "Dear {{name}} is told.", "{{name}}"),
        ("hi", "<नाम> को भेजा जाए।", "<नाम>"),
    ],
)
def test_a_stand_in_for_a_fact_is_found(found, language, prose, quote):
    assert ("leftover.placeholder", quote) in found("letter", language, prose)


@pytest.mark.parametrize(
    "prose", ["अनुच्छेद (2) देखें।", "राशि रु. 2,50,000/- है... शेष बाद में।", "The XX Corps was there.", "a_b_c है।", "मूल्य < 5 है।"]
)
def test_what_only_looks_like_a_stand_in_is_let_pass(found, prose):
    assert [code for code, _ in found("letter", "hi", prose) if code.startswith("leftover")] == []


@pytest.mark.parametrize("prose", ["कोड [A-12] है।", "पद {{ 7*7 }} है।"])
def test_what_the_brief_itself_has_is_a_fact(found, prose):
    code = prose.split()[1]
    given = f"subject: x\npoints: ['{code}{' 7*7 }}' if '{{' in code else ''}']"
    assert [code for code, _ in found("letter", "hi", prose, given) if code.startswith("leftover")] == []


@pytest.mark.parametrize("language", ["hi", "en"])
def test_the_past_deadline_is_quoted_from_the_text(offline, language):
    text = "date: 16.02.2026\ndeadline: 10.02.2026\npoints: [a है]\nrequest: b करें"
    finding = next(one for one in offline("letter", language, text).findings if one.code == "facts.deadline-past")
    assert finding.quote == {"hi": "10.02.2026", "en": "10 February 2026"}[language]


@pytest.mark.parametrize(
    ("language", "prose"),
    [("hi", "GeM पोर्टल पर e-Office से PDF भेजें।"), ("hi", "पता collector.sehore@example.in है।"), ("hi", "M/s ABC Traders को आदेश दिया गया।"),
     ("en", "The scheme is called लाड़ली बहना योजना in the State."), ("en", "No. क्र./स्था./2026/118 is cited."), ("en", "जी.")],
)  # fmt: skip
def test_names_and_acronyms_of_the_other_script_are_let_pass(found, language, prose):
    assert [code for code, _ in found("letter", language, prose) if code == "language.wrong"] == []


def test_each_paragraph_in_the_wrong_language_is_told_once(found):
    level, pumps = "The water level has fallen in many villages.", "Most of the hand pumps there have run dry."
    findings = found("letter", "hi", f"जल स्तर नीचे गया है।\n{level}\nराशि दी जाए।\n{pumps}")
    assert [quote for code, quote in findings if code == "language.wrong"] == [level, pumps]


OFFICE = {
    "hi": "office: {name: कार्यालय कलेक्टर, address: जिला सीहोर}\nplace: सीहोर\nsender: {designation: कलेक्टर}",
    "en": "office: {name: Office of the Collector, address: District Sehore}\nplace: Sehore\nsender: {designation: Collector}",
}
BESIDE = (
    "references: [{kind: letter, number: 118/पेय/2026, from: संचालनालय}]\nto: [{designation: सचिव}]\nenclosures: [सूची]\n"
    "copies_to: [{designation: कमिश्नर}]"
)
PARTS = ["letterhead", "date", "addressee", "reference", "signature", "enclosures", "copies"]


@pytest.mark.parametrize(
    ("paper", "told", "parts"),
    [
        ("en", "hi", ["letterhead", "date", "signature"]),
        ("hi", "en", ["letterhead", "date", "signature"]),
        ("en", "en", []),
        ("hi", "hi", []),
    ],
)
def test_an_office_told_in_the_other_language_is_told_part_by_part(offline, paper, told, parts):
    draft = offline("letter", paper, f"date: 30.11.2026\n{OFFICE[told]}")
    assert [one.part for one in draft.findings if one.code == "language.wrong"] == parts


def test_in_an_english_paper_so_is_whatever_stands_around_its_prose(offline):
    draft = offline("letter", "en", f"date: 30.11.2026\n{OFFICE['hi']}\n{BESIDE}")
    assert [one.part for one in draft.findings if one.code == "language.wrong"] == PARTS


@pytest.mark.parametrize("proposal", ["", "x"])
def test_a_letter_needs_no_proposal(found, proposal):
    findings = found("letter", "hi", "जल स्तर नीचे गया है।", f"subject: x\nrequest: '{proposal}'")
    assert "form.no-proposal" not in [code for code, _ in findings]


@pytest.mark.parametrize(
    ("prose", "good"),
    [
        ("भवन जर्जर है।\nमरम्मत का प्रस्ताव है।", True),
        ("भवन जर्जर है।\nक्या मरम्मत कराई जाए, इस पर निर्णय अपेक्षित है।", True),
        ("The building is unsafe.\nIt may be repaired; sanction may be accorded. A decision is wanted.", True),
        ("मरम्मत का प्रस्ताव है।\nभवन जर्जर है।", False),
        ("भवन जर्जर है।", False),
    ],
)
def test_a_note_ends_in_what_is_proposed(found, prose, good):
    assert ("form.no-proposal" in [code for code, _ in found("notesheet", "hi", prose)]) is not good


def test_a_phrase_inside_one_that_is_told_is_not_told_again(found):
    told = [quote for code, quote in found("letter", "hi", "संपर्क करने में संकोच न करें।") if code == "language.machine-hindi"]
    assert told == ["संपर्क करने में संकोच न करें"]


def broken(width):
    """A text as a PDF or a mail has it, its long lines broken."""
    return lambda text: "\n".join(one for line in text.split("\n") for one in (textwrap.wrap(line, width) or [""]))


PASTED = {
    "out of a PDF": broken(70),
    "out of a narrow column": broken(56),
    "without empty lines": lambda text: re.sub("\n{2,}", "\n", text),
    "out of a PDF without empty lines": lambda text: re.sub("\n{2,}", "\n", broken(70)(text)),
    "with an empty line between any two": lambda text: re.sub("\n+", "\n\n", broken(70)(text)),
}


@pytest.mark.parametrize("how", PASTED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_good_paper_is_good_however_it_was_pasted(library, language, how):
    for form in library.ids:
        brief = library.example(library.form(form), language)
        typed = library.templates.render(brief, language, "mp").text
        findings = run(Case(read(PASTED[how](typed), library.form(form), language), library.form(form), "mp", brief))
        assert [(form, one.code, one.quote) for one in findings if one.severity != "hint"] == []
