"""The ledger tells what became of each fact of the brief, and one fault is one finding. Each code's own cases are in `checks/codes/`."""

import time

import pytest

from assistant.checks import Case, run
from assistant.checks.facts.ledger import ledger
from assistant.facts import Fact
from assistant.forms.reader import read

POINTS = """
subject: पेयजल
date: 16.02.2026
points: ['जिले के 42 ग्रामों में जल स्तर नीचे गया है', 'रु. 2,50,000 स्वीकृत हैं']
request: 7 टैंकर दिए जाएँ
deadline: 25.02.2026
"""
GOOD = "42 ग्रामों में जल स्तर नीचे गया है। ढाई लाख रुपये स्वीकृत हैं। सात टैंकर 25 फरवरी 2026 तक दिए जाएँ।"


@pytest.fixture
def case(brief, library):
    def make(prose, text=POINTS, **exercise):
        facts = brief("letter", text)
        document = library.templates.render(facts, "hi", "mp", prose)
        return Case(document, facts.form, "mp", facts, **exercise)

    return make


def _codes(case):
    return [(finding.code, finding.quote) for finding in run(case) if finding.code.startswith("facts.")]


def test_each_fact_is_in_the_ledger_with_the_words_that_say_it(case):
    paper = case(GOOD)
    said = {entry.fact.value: paper.text[entry.start : entry.end] for entry in ledger(paper) if entry.became == "kept"}
    assert said[42] == "42"
    assert said[250000] == "ढाई लाख रुपये"
    assert said[7] == "सात"
    assert {entry.became for entry in ledger(paper)} == {"kept"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("42", "47", [("facts.changed", "47")]),
        ("ढाई लाख रुपये", "रु. 25,000", [("facts.changed", "रु. 25,000")]),
        ("25 फरवरी 2026", "25 मार्च 2026", [("facts.changed", "25 मार्च 2026")]),
        ("सात टैंकर", "टैंकर", [("facts.missing", "")]),
        ("25 फरवरी 2026", "31 जून 2026", [("facts.date-impossible", "31 जून 2026")]),
        ("25 फरवरी 2026", "10 फरवरी 2026", [("facts.deadline-past", "10 फरवरी 2026")]),
        ("नीचे गया है।", "नीचे गया है, 900 पशु मरे हैं।", [("facts.unsupported-number", "900")]),
    ],
)
def test_one_fault_is_one_finding(case, old, new, expected):
    assert _codes(case(GOOD.replace(old, new))) == expected


def test_a_right_fact_has_its_place_and_a_wrong_one_what_should_stand_there(case):
    entry = next(entry for entry in ledger(case(GOOD.replace("42", "47"))) if entry.became == "changed")
    assert (entry.fact.value, entry.right) == (42, "42")


def test_an_exercise_expects_its_own_facts_and_no_others(case):
    prose = "टैंकर दिए जाएँ।"
    paper = case(prose, expect=(Fact("tankers", "number", 7, "7"),))
    assert _codes(paper) == [("facts.missing", "")]


def test_without_a_brief_only_what_the_paper_itself_disproves_is_told(library):
    document = read("42 ग्राम हैं। दिनांक 24.06.2025 (बुधवार) को बैठक है।", library.form("letter"), "hi")
    paper = Case(document, library.form("letter"), "mp")
    assert ledger(paper) == []
    assert _codes(paper) == [("facts.weekday-mismatch", "24.06.2025 (बुधवार")]


def test_a_blank_that_stands_for_a_fact_is_told_by_the_blank_alone(case):
    assert "facts.missing" not in [code for code, _ in _codes(case(GOOD.replace("42", "____")))]


def test_a_name_right_in_one_place_and_wrong_in_another_is_no_changed_fact(case):
    text = POINTS.replace("['जिले", "['श्री राजेश वर्मा ने देखा', 'जिले")
    good = "श्री राजेश वर्मा ने देखा। " + GOOD
    assert _codes(case(good, text)) == []
    assert [code for code, _ in _codes(case(good + " श्री राजेश वर्मन ने बताया।", text))] == []


@pytest.mark.parametrize("piece", ["कुल 1 ", "12.10.2026 से ", "(", "।", "1,", "रु. 5 ("])
def test_no_text_makes_the_facts_hang(library, piece):
    document = read(piece * (20_000 // len(piece)), library.form("letter"), "hi")
    start = time.process_time()
    run(Case(document, library.form("letter"), "mp"))
    assert time.process_time() - start < 5


def test_a_name_right_in_one_place_and_wrong_in_another_is_no_other_fact(quotes):
    brief = {
        "to": [{"name": "Shri Anand Tripathi", "designation": "Principal Secretary"}],
        "points": ["46 figures have come"],
    }
    text = "D.O. No. 12\n\nDear Shri Tripathi,\n\n46 figures have come.\n\nYours sincerely,\n(M. Rao)\n\nShri Anand Tripathy,\nPrincipal Secretary"
    asked = {"form": "do-letter", "language": "en", "brief": brief}
    assert quotes("facts.changed", text, **asked) == []
    assert quotes("language.inconsistent", text, **asked) == ["Tripathy"]
    throughout = text.replace("Dear Shri Tripathi", "Dear Shri Tripathy")
    assert quotes("facts.changed", throughout, **asked) == ["Anand Tripathy"]
    assert quotes("language.inconsistent", throughout, **asked) == []
