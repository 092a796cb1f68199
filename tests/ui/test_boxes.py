"""The boxes of the step where the facts are told, and what the last step says of them."""

import gradio as gr
import pytest

from assistant.assistant import Assistant
from assistant.forms.answers import boxes
from assistant.records import Desk, Draft
from assistant.settings import read_settings
from assistant.ui.desk import WRITING, Table
from assistant.ui.labels import Labels
from assistant.ui.pieces import pages
from assistant.ui.pieces.boxes import Brief
from assistant.ui.screens.draft import Walk

HERE = Assistant(read_settings({}))
LIBRARY = HERE.library


@pytest.fixture(scope="module")
def laid() -> list[str]:
    with gr.Blocks():
        return list(Brief(LIBRARY.forms.values()).boxes)


@pytest.mark.parametrize("form", LIBRARY.ids)
def test_what_is_asked_stands_in_the_order_of_the_form_that_is_open(laid, form):
    asked = LIBRARY.form(form)
    own = [box.id for box in boxes(asked.fields, asked.asked)]
    assert [id for id in laid if id in own] == own


WHO = "sender.designation"
REMEMBERED = [("letter", "कलेक्टर"), ("order", "कलेक्टर"), ("notesheet", "सहायक ग्रेड-3"), ("application", "सहायक ग्रेड-3")]


@pytest.mark.parametrize(("next", "who"), REMEMBERED)
def test_who_writes_a_note_or_an_application_signs_no_letter_of_the_office(next, who):
    note = Draft(id=1, form="notesheet", language="hi", answers={WHO: "सहायक ग्रेड-3", "place": "सीहोर"}, prose="")
    letter = Draft(id=2, form="letter", language="hi", answers={WHO: "कलेक्टर", "office.name": "कार्यालय कलेक्टर"}, prose="")
    for drafts in ([note, letter], [letter, note]):
        told = Table(HERE, Desk(key="a", screen="hi"), drafts).remembered("hi", next)
        assert (told[WHO], told["place"]) == (who, "सीहोर")
        assert told["office.name"] == "कार्यालय कलेक्टर"


OFFICE = {"hi": "कार्यालय मुख्य चिकित्सा अधिकारी, सीहोर", "en": "Office of the Chief Medical Officer, Sehore"}
POST = {"hi": "मुख्य चिकित्सा अधिकारी", "en": "Chief Medical Officer"}
WHOM = {"hi": "कलेक्टर, सीहोर", "en": "The Collector, Sehore"}


def _told(id: int, language: str, **more: str) -> Draft:
    answers = {"office.name": OFFICE[language], WHO: POST[language]}
    return Draft(id=id, form="circular", language=language, answers=answers | more, prose="")


def test_a_paper_in_the_other_language_has_the_office_as_it_was_told_in_that_language():
    drafts = [_told(1, "hi", to=WHOM["hi"]), _told(2, "en", to=WHOM["en"]), _told(3, "en", **{WHO: "Acting Chief"})]
    at = Table(HERE, Desk(key="a", screen="hi"), drafts)
    assert at.retold("hi", "show-cause") == {"office.name": OFFICE["hi"]}  # what was typed into this paper stays
    assert at.retold("en", "show-cause") == {}
    assert (
        Table(HERE, Desk(key="a", screen="hi"), drafts[1:]).retold("hi", "show-cause") == {}
    )  # told in one language only


@pytest.mark.parametrize(
    ("language", "before", "offered"),
    [("hi", "hi en", ["hi"]), ("en", "hi en", ["en"]), ("hi", "en", []), ("en", "hi", [])],
)
def test_people_are_offered_as_papers_in_the_same_language_call_them(language, before, offered):
    drafts = [_told(n, one, to=WHOM[one]) for n, one in enumerate(before.split())]
    at = Table(HERE, Desk(key="a", screen="hi"), [*drafts, _told(9, language)])
    assert at.offers("to") == [WHOM[one] for one in offered]


def test_who_stands_in_the_box_is_not_offered_again_for_a_space_behind():
    drafts = [_told(1, "hi", to=f"{WHOM['hi']} \nकमिश्नर, भोपाल\nM/s ABC Traders"), _told(2, "hi", to=WHOM["hi"])]
    assert Table(HERE, Desk(key="a", screen="hi"), drafts).offers("to") == ["कमिश्नर, भोपाल", "M/s ABC Traders"]


def test_the_office_is_named_without_the_space_that_stays_behind_a_typed_word():
    with gr.Blocks():
        walk = Walk(HERE, Labels())
    at = Table(HERE, Desk(key="a", screen="hi"), [_told(1, "hi", **{"office.name": "कार्यालय कलेक्टर ", WHO: "कलेक्टर "})])
    shown = walk._told(at, at.draft.answers)[walk.brief.groups["office"]]
    assert shown["label"].endswith("कार्यालय कलेक्टर, कलेक्टर")


@pytest.mark.parametrize("language", ["hi", "en"])
def test_the_last_step_names_whom_the_mail_file_will_not_reach(offline, language):
    typed = "to: [{designation: The DEO, email: deo@example.in}, {designation: All Block Education Officers}]"
    shown = pages.files(offline("email", "en", typed), LIBRARY.form("email"), [], 0, language)
    assert "All Block Education Officers" in shown
    assert "The DEO" not in shown.partition("<textarea")[0]


def _left(language: str = "hi", **answers: str) -> Table:
    """A desk with a drafted letter and, on top, a memo in this language into which nothing was typed but these."""
    told = {
        "subject": "पेयजल व्यवस्था",
        "points": "42 ग्राम",
        "number": "118",
        "to": WHOM["hi"],
        WHO: "कलेक्टर",
        "place": "सीहोर",
    }
    letter = Draft(id=1, form="letter", language="hi", answers=told, prose="42 ग्रामों में पानी नहीं है।")
    memo = Draft(id=2, form="memo", language=language, answers={WHO: "कलेक्टर", **answers}, prose="")
    return Table(HERE, Desk(key="a", screen="hi"), [letter, memo])


@pytest.mark.parametrize(("language", "lends"), [("hi", True), ("en", False)])
def test_a_paper_that_was_left_for_another_form_is_named_and_lends_what_it_tells(language, lends):
    at = _left(language)
    assert at.left == (1, "शासकीय पत्र: पेयजल व्यवस्था", lends)
    shown = pages.left(*at.left, "hi")
    assert 'data-paper="1"' in shown
    assert ('data-form="+1"' in shown) is lends
    assert at.lent("1") == {"subject": "पेयजल व्यवस्था", "points": "42 ग्राम", "to": WHOM["hi"]}
    assert at.lent("7") == at.lent("x") == {}


def test_what_stands_in_the_new_paper_stays_and_it_names_no_other():
    at = _left(subject="दूसरा")
    assert at.left is None
    assert at.lent("1") == {"points": "42 ग्राम", "to": WHOM["hi"]}


STUMP = "पंचायत द्वारा 3 टैंक"


@pytest.mark.parametrize(
    ("mark", "written", "prose", "stump"),
    [
        ("1", f"पहला।\n{STUMP}", f"पहला।\n{STUMP}", STUMP),
        ("stopped", f"पहला।\n{STUMP}", f"{STUMP}\nऔर कुछ।", STUMP),
        ("1", f"पहला।\n{STUMP}", f"पहला।\n{STUMP}र लगे हैं।", ""),  # it was mended
        ("1", "पहला।\nदूसरा।", "पहला।\nदूसरा।", ""),  # its sentence is whole
        ("", f"पहला।\n{STUMP}", f"पहला।\n{STUMP}", ""),  # the model came to its end
    ],
)
def test_the_paragraph_in_which_a_model_broke_off_is_told_until_it_is_mended(mark, written, prose, stump):
    told = {"subject": "पेयजल", WRITING: mark}
    draft = Draft(id=1, form="letter", language="hi", answers=told, prose=prose, written=written, by="model")
    at = Table(HERE, Desk(key="a", screen="hi"), [draft])
    assert at.stump == stump
    told = [one for one in at.made.findings if one.code == "leftover.cut-off" and one.quote == STUMP]
    assert ["error" for one in told if one.severity == "error"] == ["error"] * bool(stump)
