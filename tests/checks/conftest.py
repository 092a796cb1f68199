"""A check tried on a text that somebody typed."""

import json

import pytest

from assistant.checks import CHECKS, Case
from assistant.forms.brief import read_brief
from assistant.forms.reader import read


@pytest.fixture
def quotes(built_in):
    """What one check finds in a text that somebody typed, in its own words."""

    def found(code, text, form="letter", language="hi", brief=None, **exercise):
        form = built_in.library.form(form)
        facts = read_brief(form, json.dumps(brief), "brief.json") if brief else None
        case = Case(read(text, form, language), form, "mp", facts, **exercise)
        return [case.text[spot.start : spot.end] for spot in CHECKS[code](case)]

    return found
