"""Where a paper's words stand in the editor that its prose was typed into."""

from types import SimpleNamespace
from typing import Any

import pytest

from assistant.forms.document import Block, Document, Part
from assistant.ui.pieces.review import Sheet

FORM: Any = SimpleNamespace(file=SimpleNamespace(writes="body"))
PAPER = Document(
    "letter",
    "hi",
    "विषय",
    (
        Part("subject", (Block("label", "विषय :-\tमंगलवार की बैठक"),)),
        Part("body", (Block("numbered", "1. पहली बात मंगलवार को।"), Block("numbered", "2. दूसरी बात।"))),
    ),
)


def place(editor: str, words: str, nth: int = 0) -> str | None:
    start = -1
    for _ in range(nth + 1):
        start = PAPER.text.index(words, start + 1)
    found = Sheet(PAPER, FORM, editor).typed(start, start + len(words))
    units = editor.encode("utf-16-le")
    return units[2 * found[0] : 2 * found[1]].decode("utf-16-le") if found else None


@pytest.mark.parametrize(
    ("editor", "words", "nth", "there"),
    [
        ("पहली बात मंगलवार को।\n\nदूसरी बात।", "मंगलवार", 1, "मंगलवार"),
        ("\n\n पहली   बात\u200b मंगलवार  को।\n \nदूसरी बात।\n", "मंगलवार को", 0, "मंगलवार  को"),
        ("पहली बात मंगलवार को।\n\nदूसरी बात।", "दूसरी बात।", 0, "दूसरी बात।"),
        ("पहली बात मंगलवार को।\u2028दूसरी बात।", "दूसरी", 0, "दूसरी"),
    ],
)
def test_words_are_found_however_the_spaces_were_typed(editor: str, words: str, nth: int, there: str) -> None:
    assert place(editor, words, nth) == there


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("पहली बात मंगलवार को।\n\nदूसरी बात।", "मंगलवार"),  # the subject's
        ("पहली बात बुधवार को।\n\nदूसरी बात।", "मंगलवार को"),
        ("पहली बात मंगलवार को।", "2. दूसरी"),
        ("", "दूसरी"),
    ],
)
def test_words_that_stand_elsewhere_or_were_changed_have_no_place_in_the_editor(editor: str, words: str) -> None:
    assert place(editor, words) is None


def test_a_sign_of_two_units_counts_as_the_browser_counts_it() -> None:
    paper = Document("letter", "hi", "", (Part("body", (Block("paragraph", "😀 मंगलवार"),)),))
    assert Sheet(paper, FORM, "😀 मंगलवार").typed(2, 9) == (3, 10)
