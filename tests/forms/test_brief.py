"""A brief is refused for what it has wrong, all at once and with its lines, and never for what it lacks."""

import json
from datetime import date

import pytest

from assistant.errors import InputError, ProblemsError
from assistant.forms.kinds import Person
from assistant.language.text import MOST_LETTERS
from assistant.messages import LANGUAGES, say


@pytest.fixture
def wrong(brief):
    """Everything that is wrong with a brief: key of the message, line, place."""

    def problems(text, form="letter"):
        with pytest.raises(ProblemsError) as told:
            brief(form, text)
        for problem in told.value.problems:
            assert all(say(problem.key, language, **problem.values) for language in LANGUAGES)
        return [(problem.key, problem.line, problem.at) for problem in told.value.problems]

    return problems


def test_everything_wrong_is_told_at_once(wrong):
    text = """\
subjet: पेयजल
date: 31.02.2026
to:
  - {designaton: कलेक्टर}
tone: angry
deadline: कल
references:
  - {kind: leter, number: 5, date: 2026-13-01}
points: {a: b}
"""
    assert sorted(wrong(text), key=lambda problem: problem[1]) == [
        ("error.key.near", 1, "subjet"),
        ("error.kind.date.impossible", 2, "date"),
        ("error.key.near", 4, "to.1.designaton"),
        ("error.kind.choice", 5, "tone"),
        ("error.kind.date", 6, "deadline"),
        ("error.kind.choice", 8, "references.1.kind"),
        ("error.kind.date.impossible", 8, "references.1.date"),
        ("error.kind.text", 9, "points"),
    ]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("subjet: x", "subject"),
        ("enclosure: x", "enclosures"),
        ("copy_to: x", "copies_to"),
        ("refrences: []", "references"),
        ("to: [{offce: x}]", "office"),
        ("office: {adress: x}", "address"),
        ("references: [{form: x}]", "from"),
        ("sender: {designaton: x}", "designation"),
        ('{"pionts": []}', "points"),
        ("endorsement: {sender: {nam: x}}", "name"),
        ("encl: x", "enclosures"),
        ("dtae: x", "date"),
    ],
)
def test_a_misspelt_key_names_the_nearest_known_one(brief, text, near):
    with pytest.raises(ProblemsError) as told:
        brief("letter", text)
    assert told.value.problems[0].values["near"] == near


@pytest.mark.parametrize("text", ["zzzz: 1", "puck: x", "optons: x", "submitto: x", "telephone: x"])
def test_a_key_like_no_other_names_all_there_are(brief, text):
    with pytest.raises(ProblemsError) as told:
        brief("letter", text)
    assert told.value.problems[0].key == "error.key"
    assert "subject" in told.value.problems[0].values["known"]


@pytest.mark.parametrize(
    ("form", "text", "others"),
    [
        ("letter", "flags: [x]", "notesheet"),
        ("letter", "puc: x", "notesheet"),
        ("letter", "options: [x]", "notesheet"),
        ("letter", "submit_to: [x]", "notesheet"),
        ("notesheet", "cc: [x]", "email"),
        ("letter", "decisions: []", "meeting-notice, minutes"),
    ],
)
def test_a_key_of_another_form_is_told_as_that_forms(brief, form, text, others):
    with pytest.raises(ProblemsError) as told:
        brief(form, text)
    assert told.value.problems[0].key == "error.key.other"
    assert told.value.problems[0].values["others"] == others


@pytest.mark.parametrize(
    ("form", "text", "at", "place"),
    [
        ("letter", "phone: '1'", "phone", "office.phone"),
        ("meeting-notice", "venue: x", "venue", "meeting.venue"),
        ("letter", "designation: x", "designation", "to.designation"),
        ("letter", "to: [{subject: x}]", "to.1.subject", "subject"),
    ],
)
def test_a_key_in_another_ones_place_is_told_where_it_belongs(brief, form, text, at, place):
    with pytest.raises(ProblemsError) as told:
        brief(form, text)
    [problem] = told.value.problems
    assert (problem.key, problem.at) == ("error.key.place", at)
    assert problem.values["place"].split(", ")[0] == place


@pytest.mark.parametrize(
    "text",
    ["", "# nothing yet\n", "{}", "subject:", "to: []\npoints: ''", "to: [{}, '']", "tone: ''\nstate:", "office: {}"],
)
def test_a_brief_that_lacks_things_is_taken(brief, text):
    assert brief("letter", text)["points"] == ()


@pytest.mark.parametrize("form", ["letter", "email", "notesheet"])
def test_every_form_takes_the_keys_that_all_briefs_share(brief, form):
    keys = "office number date place to through subject references points request deadline enclosures copies_to sender tone state endorsement"
    assert brief(form, "\n".join(f"{key}:" for key in keys.split()))["number"] == ""


# --- kinds of values


@pytest.mark.parametrize("empty", ["''", "[]", "~", "{}", "['']", "null", ""])
def test_empty_and_absent_are_the_same(brief, empty):
    taken = brief("letter", "\n".join(f"{key}: {empty}" for key in ("to", "references", "copies_to")))
    assert [taken[key] for key in ("to", "references", "copies_to")] == [(), (), ()]


@pytest.mark.parametrize("empty", ["''", "[]", "~", "['']", ""])
def test_an_empty_text_is_absent(brief, empty):
    taken = brief(
        "letter", "\n".join(f"{key}: {empty}" for key in ("subject", "points", "request", "deadline", "number"))
    )
    assert [taken[key] for key in ("subject", "points", "request", "deadline", "number")] == ["", (), "", None, ""]


def test_a_text_field_takes_a_text_or_a_list(brief):
    one, many = (
        brief("letter", "points: a\nsubject: [a, b]\nenclosures: |\n  c\n  d\n"),
        brief("letter", "points: [a]\noffice: {name: [x, y]}"),
    )
    assert (one["points"], many["points"]) == (("a",), ("a",))
    assert (one["subject"], one["enclosures"], many["office"].name) == ("a, b", ("c", "d"), ("x", "y"))


def test_a_line_break_inside_a_point_makes_no_second_point(brief):
    assert brief("letter", "points:\n  - एक\n    बात\n")["points"] == ("एक बात",)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("number: 0118", "number", "0118"),
        ("number: 1.10", "number", "1.10"),
        ("number: 12e3", "number", "12e3"),
        ("number: yes", "number", "yes"),
        ("number: 2026-02-16", "number", "2026-02-16"),
        ('{"number": 118}', "number", "118"),
        ('{"number": 1.50}', "number", "1.50"),
        ("subject: 'null'", "subject", "null"),
        ("place: no", "place", "no"),
    ],
)
def test_a_value_stays_as_it_was_typed(brief, text, field, value):
    assert brief("letter", text)[field] == value


def test_a_phone_without_quotation_marks_stays_a_phone(brief):
    assert brief("letter", "office: {phone: 07562-000000}")["office"].phone == "07562-000000"
    assert brief("letter", "office: {phone: 0755226}")["office"].phone == "0755226"


@pytest.mark.parametrize("text", ["2026-02-16", "16.02.2026", "१६.०२.२०२६", "16 फरवरी 2026", "16-Feb-2026"])
def test_a_date_is_taken_however_it_is_written(brief, text):
    assert brief("letter", f"date: {text}")["date"] == date(2026, 2, 16)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("10:30", None), ("15:30", None), ("9:05", None), ("25:00", "time"), ("3 PM", "time"), ("10:75", "time")],
)
def test_a_time_is_hours_and_minutes(overlaid_meeting, text, kind):
    if kind is None:
        assert overlaid_meeting(f"meeting: {{time: {text}}}")["meeting"].time == text
    else:
        with pytest.raises(ProblemsError) as told:
            overlaid_meeting(f"meeting: {{time: {text}}}")
        assert told.value.problems[0].key == "error.kind.time"


@pytest.fixture
def overlaid_meeting():
    """Briefs of a form that asks for a meeting, which no form here does yet."""
    from pydantic import ConfigDict, create_model

    from assistant.content import checked, read_source
    from assistant.forms.kinds import KINDS

    model = create_model("Meeting brief", __config__=ConfigDict(extra="forbid"), meeting=KINDS["meeting"])
    return lambda text: (
        checked(model, read_source(text, "brief.yaml")).model_dump() and checked(model, read_source(text, "b")).__dict__
    )


def test_people_are_taken_as_texts_or_with_particulars(brief):
    taken = brief(
        "notesheet", "submit_to: [अधीक्षक, {designation: कलेक्टर, office: सीहोर}]\nthrough: प्राचार्य\nsender: सहायक ग्रेड-3"
    )
    assert taken["submit_to"] == (Person(designation="अधीक्षक"), Person(designation="कलेक्टर", office="सीहोर"))
    assert taken["through"] == (Person(designation="प्राचार्य"),)
    assert taken["sender"].designation == "सहायक ग्रेड-3"


def test_the_paper_under_consideration_is_a_text_or_particulars(brief):
    assert brief("notesheet", "puc: दो चिकित्सक चाहिए")["puc"].text == ("दो चिकित्सक चाहिए",)
    assert brief("notesheet", "puc: {number: 57, from: प्राचार्य, date: 9.2.2026}")["puc"].source == "प्राचार्य"


def test_why_somebody_gets_a_copy_is_taken_without_the_forms_own_words(brief):
    taken = brief("letter", "copies_to: [{designation: कमिश्नर, purpose: की ओर सूचनार्थ प्रेषित।}]")
    assert taken["copies_to"][0].purpose == "सूचनार्थ"


def test_a_point_with_a_colon_is_told_at_its_own_line_and_goes_in_quotes(brief, wrong):
    text = "points:\n  - one\n  - Note: this is it\nenclosures:\n  - [a]\n"
    assert wrong(text) == [("error.kind.text.colon", 3, "points.2"), ("error.kind.text", 5, "enclosures.1")]
    with pytest.raises(ProblemsError) as told:
        brief("letter", text)
    assert 'Put it in quotes: "Note: this is it"' in say("error.kind.text.colon", "en", **told.value.problems[0].values)
    assert brief("letter", text.replace("Note: this is it", '"Note: this is it"').replace("[a]", "a"))["points"][1]


def test_json_is_as_good_as_yaml(brief):
    facts = {
        "to": [{"designation": "कलेक्टर"}],
        "date": "2026-02-16",
        "points": ["a", "b"],
        "deadline": None,
        "references": [],
    }
    assert (
        brief("letter", json.dumps(facts, indent=1)).facts
        == brief("letter", "to: कलेक्टर\ndate: 16.2.2026\npoints: [a, b]").facts
    )


def test_a_mistake_in_json_has_its_line_too(wrong):
    assert wrong('{\n "subject": "x",\n "dat": "2026-02-16"\n}') == [("error.key.near", 3, "dat")]
    assert wrong('{\n "subject": "x"\n "date": "y"}') == [("error.json", 3, "")]
    assert wrong('{"subject": true}') == [("error.kind.text", 1, "subject")]


# --- what is no brief at all


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("points: [a", "error.yaml"),
        ("points:\n\t- a", "error.yaml"),
        ("a: 1\na: 2", "error.yaml.twice"),
        ('{"number": 1,\n"number": 2}', "error.yaml.twice"),
        ("points: &p [a]\nenclosures: *p", "error.yaml.alias"),
        ("subject: a\n---\nsubject: b", "error.yaml"),
        ("points: " + "[" * 100_000, "error.deep"),
        ("points: " + "[" * 30 + "]" * 30, "error.deep"),
        ('{"points": ' + "[" * 900 + "]" * 900 + "}", "error.deep"),
        ('{"a": "\\/", "points": ' + "[" * 200 + "]" * 200 + "}", "error.deep"),
        ("points: " + "{a: " * 50_000, "error.deep"),
        ("x" * 2_000_001, "error.file.large"),
    ],
    ids=str,
)
def test_a_broken_file_is_told_in_one_sentence(wrong, text, key):
    assert {problem[0] for problem in wrong(text)} == {key}


@pytest.mark.parametrize("text", ["- a\n- b", "just words", "[]"])
def test_a_file_that_holds_no_facts_is_told_so(brief, text):
    with pytest.raises(InputError) as told:
        brief("letter", text)
    assert told.value.key == "error.brief.shape"


def test_a_point_of_200_kb_is_refused_with_its_length(brief):
    with pytest.raises(ProblemsError) as told:
        brief("letter", "points:\n  - " + "जल स्तर " * 25_000)
    problem = told.value.problems[0]
    assert (problem.key, problem.at, problem.values["most"]) == ("error.kind.long", "points", MOST_LETTERS)
    assert len(say(problem.key, "hi", **problem.values)) < 200


def test_many_points_are_bounded_as_one_text_is(wrong):
    assert wrong("points: [" + "बात, " * 6_000 + "]") == [("error.kind.long.lines", 1, "points")]


@pytest.mark.parametrize("points", ["  - {}\n", "    {}\n"])
def test_a_list_with_too_many_points_is_told_how_many_of_them_fit(brief, points):
    row = "ग्राम में हैंडपंप सूख गया है।"
    begin = "points:\n" if "-" in points else "points: |\n"
    with pytest.raises(ProblemsError) as told:
        brief("letter", begin + points.format(row) * 900)
    values = told.value.problems[0].values
    assert (values["lines"], values["fits"]) == (900, (MOST_LETTERS + 1) // (len(row) + 1))
    assert brief("letter", begin + points.format(row) * values["fits"])["points"]


def test_a_text_of_the_greatest_length_is_taken(brief):
    assert len(brief("letter", f"points: [{'क' * MOST_LETTERS}]")["points"][0]) == MOST_LETTERS


@pytest.mark.parametrize(
    "text", ["points: [a\x07b\u200fc]", '{"points": ["a\\u0007b\\u200fc"]}', "points: 'a\x0bb\u202ec'"]
)
def test_invisible_characters_are_taken_out_and_counted(brief, text):
    taken = brief("letter", text)
    assert (taken["points"], taken.removed) == (("abc",), 2)


def test_the_line_of_a_mistake_survives_windows_line_ends_and_a_byte_order_mark(wrong):
    assert wrong("\ufeffsubject: x\r\n\r\ndat: 2026\r\n") == [("error.key.near", 3, "dat")]
