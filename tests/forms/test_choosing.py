"""Who doesn't know the name of the paper that is needed finds it by at most five questions, and is told why it is that one."""

from pathlib import Path

import pytest

from assistant.content import open_content
from assistant.forms.choosing import MOST
from assistant.forms.library import Library
from assistant.messages import LANGUAGES
from assistant.ui.pieces import choose


def test_every_form_there_is_can_be_found_by_the_questions(library: Library) -> None:
    assert library.choosing
    assert {way[-1] for way in library.choosing.ways()} == set(library.ids)


def test_nobody_is_asked_more_than_five_questions(library: Library) -> None:
    assert library.choosing
    assert max(len(way) - 1 for way in library.choosing.ways()) <= MOST


def test_a_form_stands_once_on_the_first_screen_whether_in_front_or_on_its_shelf(library: Library) -> None:
    for language in LANGUAGES:
        shown = choose.cards(library.forms, language)
        assert all(shown.count(f'id="form-{id}"') == 1 for id in library.forms)
    assert [id for id, form in library.forms.items() if not form.file.shelf] == ["letter", "email", "notesheet"]


def test_what_somebody_writes_every_day_stands_in_front_for_him(library: Library) -> None:
    shown = choose.usual(["letter", "minutes", "minutes", "gone", "order"], library.forms, "en")
    assert shown.index('data-form="minutes"') < shown.index('data-form="order"')
    assert "letter" not in shown
    assert choose.usual(["letter"], library.forms, "en") == ""


TOLD = "{hi: क, en: a}"
END = f"{{say: {TOLD}, form: letter, why: {TOLD}}}"
WRONG = {
    "end": ("nowhere", END, "", "error.key"),
    "an answer to a question that isn't there": ("one", f"{{say: {TOLD}, next: zzz}}", "", "error.key"),
    "a form that isn't there": ("one", END.replace("letter", "letterr"), "", "error.key.near"),
    "an answer that leads nowhere": ("one", f"{{say: {TOLD}}}", "", "error.choosing.end"),
    "a form without a reason": ("one", f"{{say: {TOLD}, form: letter}}", "", "error.choosing.end"),
    "a circle": ("one", f"{{say: {TOLD}, next: one}}", "", "error.choosing.long"),
    "a question that nobody is asked": ("one", END, f"  two: {{ask: {TOLD}, answers: []}}", "error.choosing.unasked"),
}


@pytest.mark.parametrize(("start", "answer", "more", "problem"), WRONG.values(), ids=WRONG)
def test_a_mistake_in_the_questions_is_named_and_takes_no_form_away(
    tmp_path: Path, start: str, answer: str, more: str, problem: str
) -> None:
    written = f"start: {start}\nquestions:\n  one: {{ask: {TOLD}, answers: [{answer}]}}\n{more}\n"
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "choosing.yaml").write_text(written, encoding="utf-8")
    library = Library(open_content(tmp_path))
    assert [(one.file, one.key) for one in library._choosing_problems] == [("templates/choosing.yaml", problem)]
    assert library.choosing is None
    assert choose.questions(library.choosing, {}, "hi") == ""
    assert library.form("letter")
