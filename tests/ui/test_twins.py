"""The same paper in both languages: each is the other's twin, they stand side by side, and what only one of them says is shown."""

from assistant.assistant import Assistant
from assistant.forms.answers import typed
from assistant.records import Desk, Draft
from assistant.settings import read_settings
from assistant.ui.desk import TWIN_OF, Table
from assistant.ui.pieces import twins

HERE = Assistant(read_settings({}))
LETTER = HERE.library.form("letter")
HINDI = typed(LETTER, HERE.library.example_source(LETTER, "hi").data)
ENGLISH = HINDI | {
    "to": "Chief Executive Officer, Zila Panchayat, Sehore",
    "subject": "Drinking water arrangements for the summer",
    "points": "the water level has fallen in 42 villages of the district\nin 11 of these villages all hand pumps have run dry",
    "request": "make the seven tankers of the Janpad Panchayats available for these villages",
}


def desk(*drafts: Draft) -> Table:
    return Table(HERE, Desk(key="a", screen="en"), list(drafts))


def papers(**changed: str) -> tuple[Draft, Draft]:
    """A letter and its twin; `changed`: what was typed anew into the twin's boxes."""
    return (
        Draft(id=1, form="letter", language="hi", answers=HINDI, prose="", by="offline"),
        Draft(id=2, form="letter", language="en", answers=ENGLISH | {TWIN_OF: "1"} | changed, prose="", by="offline"),
    )


def documents(**changed: str):
    hindi, english = papers(**changed)
    made = [desk(english, hindi).made, desk(hindi, english).made]
    for draft, paper in zip((hindi, english), made, strict=True):
        draft.prose = HERE.drafter.offline(paper.case.brief, draft.language).prose
    return [desk(english, hindi).made.document, desk(hindi, english).made.document]


def test_each_is_the_others_twin_and_no_other_paper_is() -> None:
    hindi, english = papers()
    assert desk(hindi, english).twin.draft is hindi
    assert desk(english, hindi).twin.draft is english
    note = Draft(id=3, form="notesheet", language="en", answers={}, prose="")
    assert desk(hindi, note).twin is None


def test_the_two_stand_side_by_side_hindi_first_and_agree() -> None:
    hindi, english = documents()
    for pair in ((hindi, english), (english, hindi)):
        shown = twins.beside(*pair, "en")
        assert "Names, numbers and dates agree" in shown
        assert shown.index("ग्रामों में जल स्तर") < shown.index("42 villages")
        assert shown.count("<article") == 2


def test_what_only_one_of_the_two_says_is_shown_after_an_edit() -> None:
    hindi, english = documents(deadline="27.02.2026")
    told = twins.apart(hindi, english, "en")
    assert 'Only in Hindi: <b lang="hi">25.02.2026</b>' in told
    assert 'Only in English: <b lang="en">27 February 2026</b>' in told
    assert "42" not in told  # "seven" and 7, 42 villages and 42 ग्राम are the same
