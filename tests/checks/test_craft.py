"""A paper is as long as its matter needs, and keeps to one matter."""

import json

from assistant.assistant import Assistant
from assistant.checks.craft import CHECKS
from assistant.checks.finding import Case
from assistant.forms.brief import read_brief
from assistant.forms.reader import read
from assistant.settings import read_settings

HERE = Assistant(read_settings({}))


def quotes(code, text, form="letter", language="hi", brief=None, **exercise):
    """What one check finds in a text that somebody typed, in its own words."""
    form = HERE.library.form(form)
    facts = read_brief(form, json.dumps(brief), "brief.json") if brief else None
    case = Case(read(text, form, language), form, "mp", facts, **exercise)
    return [case.text[spot.start : spot.end] for spot in CHECKS[code](case)]


def test_a_list_is_not_one_long_sentence():
    items = "; ".join(["आष्टा के लिए सात टैंकर"] * 20)
    assert quotes("craft.long-sentence", f"निम्नानुसार सामग्री चाहिए : {items}।") == []


def test_what_stands_after_twice_the_most_is_pointed_at():
    assert quotes("craft.long", " ".join(f"शब्द{n}" for n in range(12)), length=(1, 5)) == ["शब्द10 शब्द11"]


def test_a_blank_paper_is_not_short_but_empty():
    assert quotes("craft.short", "") == []


def test_a_further_point_is_no_second_matter():
    assert quotes("craft.several-matters", "इसके अतिरिक्त 11 पंप भी चाहिए।") == []
