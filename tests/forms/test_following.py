"""What was typed once isn't asked again: a note gives its letter, a letter its reminder, a notice its minutes."""

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.content import open_content
from assistant.forms.answers import gather, typed
from assistant.forms.brief import check_brief
from assistant.forms.following import carried
from assistant.forms.library import Library
from assistant.settings import read_settings


def follow(library: Library, source: str, to: str, language: str = "hi", **more: str) -> dict[str, str]:
    """The boxes of a paper made from a form's example, by way of the boxes as a person fills them."""
    form, other = library.form(source), library.form(to)
    answers = typed(form, library.example_source(form, language).data) | more
    found = typed(other, carried(form, gather(form, answers).data, other, language, "mp"))
    check_brief(other, gather(other, found))  # what carries over is a brief as it is
    return {box: text for box, text in found.items() if text}


def test_a_note_gives_the_letter_that_it_proposes(library: Library) -> None:
    note = library.example(library.form("notesheet"), "hi")
    letter = follow(library, "notesheet", "letter")
    assert letter["subject"] == note["subject"]
    assert letter["request"] == note["proposal"]
    assert letter["points"].split("\n") == [*note["background"], *note["points"]]
    assert note["puc"].number in letter["references"]
    assert "to" not in letter  # nobody has said to whom


@pytest.mark.parametrize("order", ["order", "office-order"])
def test_a_note_gives_the_order_that_it_proposes(library: Library, order: str) -> None:
    note = library.example(library.form("notesheet"), "en")
    assert follow(library, "notesheet", order, "en")["ordered"] == note["proposal"]


def test_a_letter_gives_its_reminder_with_itself_as_the_reference(library: Library) -> None:
    letter = library.example(library.form("letter"), "hi")
    reminder = follow(library, "letter", "reminder", number="118/स्था./2026")
    assert reminder["references"] == "इस कार्यालय, पत्र, 118/स्था./2026, 16.02.2026"
    assert reminder["request"] == letter["request"]
    assert reminder["to"].startswith(letter["to"][0].designation)
    assert "deadline" not in reminder  # a reminder names a new date
    assert "date" not in reminder


def test_a_reminder_of_a_reminder_names_both(library: Library) -> None:
    first = library.example(library.form("reminder"), "en")["references"]
    second = follow(library, "reminder", "do-letter", "en", number="Stores/2026/300")["references"].split("\n")
    assert len(second) == len(first) + 1
    assert "Stores/2026/300" in second[-1]


def test_a_notice_gives_the_minutes_of_its_meeting(library: Library) -> None:
    notice, minutes = (
        library.example(library.form("meeting-notice"), "hi"),
        follow(library, "meeting-notice", "minutes"),
    )
    assert minutes["meeting.title"] == notice["meeting"].title
    assert minutes["agenda"].split("\n") == list(notice["agenda"])


@pytest.mark.parametrize(
    "source", ["notesheet", "letter", "memo", "circular", "email", "reminder", "meeting-notice", "show-cause"]
)
@pytest.mark.parametrize("language", ["hi", "en"])
def test_whatever_follows_can_be_drafted_at_once(library: Library, source: str, language: str) -> None:
    form = library.form(source)
    for id in form.file.follows:
        other = library.form(id)
        brief = check_brief(other, gather(other, follow(library, source, id, language)))
        assert library.templates.render(brief, language, "mp").text


FOLLOWS = {
    "follows: {remindr: {}}": "error.key.near",
    "follows: {reminder: {subjct: [subject]}}": "error.key.near",
    "follows: {reminder: {subject: [subjct]}}": "error.key.near",
}


@pytest.mark.parametrize(("written", "problem"), FOLLOWS.items())
def test_a_name_that_names_nothing_is_told_with_its_line(tmp_path: Path, written: str, problem: str) -> None:
    folder = tmp_path / "templates" / "letters" / "letter"
    folder.mkdir(parents=True)
    text = open_content().read("templates/letters/letter/form.yaml")
    changed = "\n".join(line for line in text.split("\n") if not line.startswith("  reminder: {"))
    (folder / "form.yaml").write_text(changed.replace("follows:", written), encoding="utf-8")
    [told] = Library(open_content(tmp_path))._problems_of("letter")
    assert (told.file, told.key) == ("templates/letters/letter/form.yaml", problem)
    assert told.line


def test_an_offices_own_form_may_ask_less_than_the_one_it_stands_for():
    """The note still leads to it, and gives it what it asks."""
    own = Assistant(read_settings({"EDAKSH_CONTENT": str(Path(__file__).parents[1] / "checks/content")}))
    note, order = own.library.form("notesheet"), own.library.form("order")
    assert "notesheet" in own.library.forms
    given = note.file.follows["order"]
    assert given.keys() - order.fields.keys()
    assert carried(note, {"subject": "जल व्यवस्था", "proposal": "टैंकर"}, order, "hi", "mp").keys() <= order.fields.keys()
