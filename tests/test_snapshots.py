"""Every form as it comes out, in both languages and in each norm where it differs, to be read like a proof.

A change that is meant is taken over by `python tests/test_snapshots.py`; then read what git says has changed.
"""

from difflib import unified_diff
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.content import open_content
from assistant.forms.document import Document
from assistant.messages import LANGUAGES
from assistant.settings import STATES, read_settings

HERE = Path(__file__).parent / "snapshots"


def told(document: Document) -> str:
    """Each line with its part; a look that isn't the part's first is named."""
    lines = []
    for part in document.parts:
        first = part.blocks[0].look
        lines += [
            f"{part.id}{'+' if part.beside else ''}{'' if block.look == first else f' ({block.look})'}: {block.text.replace(chr(9), ' ⇥ ')}"
            for block in part.blocks
        ]
    return "\n".join(lines)


def snapshot(assistant: Assistant, id: str) -> str:
    """The form's example in both languages; of a norm that gives another paper, the lines that differ."""
    form, pieces = assistant.library.form(id), []
    for language in LANGUAGES:
        brief = assistant.library.example(form, language)
        papers: dict[str, list[str]] = {}
        for state in STATES:
            papers.setdefault(told(assistant.library.templates.render(brief, language, state)), []).append(state)
        first, *others = papers
        pieces.append(f"==== {language}: {', '.join(papers[first])}\n{first}")
        for other in others:
            changed = list(unified_diff(first.split("\n"), other.split("\n"), n=0, lineterm=""))[2:]
            lines = [line for line in changed if not line.startswith("@@")]
            pieces.append(f"---- {language}: {', '.join(papers[other])}\n" + "\n".join(lines))
    return "\n\n".join(pieces) + "\n"


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant(read_settings())


@pytest.mark.parametrize("id", open_content().names("templates/letters"))
def test_a_form_comes_out_as_it_was_read_and_found_right(assistant: Assistant, id: str) -> None:
    assert snapshot(assistant, id) == (HERE / f"{id}.txt").read_text("utf-8")


def test_no_snapshot_is_of_a_form_that_has_gone(assistant: Assistant) -> None:
    assert {file.stem for file in HERE.glob("*.txt")} == set(assistant.library.ids)


if __name__ == "__main__":
    here = Assistant(read_settings())
    for id in here.library.ids:
        (HERE / f"{id}.txt").write_text(snapshot(here, id), encoding="utf-8")
