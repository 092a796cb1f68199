"""What a template prints is read back to the same parts and words, for every form there is, in both languages and all norms: of its
example, and of briefs made at random out of its own fields."""

import json
import re
import textwrap
from html.parser import HTMLParser
from itertools import count

import pytest

from assistant.assistant import Assistant
from assistant.files import read as read_file
from assistant.forms.brief import read_brief
from assistant.forms.document import Document
from assistant.forms.reader import read
from assistant.forms.template import BLANK
from assistant.messages import LANGUAGES
from assistant.settings import STATES, read_settings
from tests import random_briefs

HERE = Assistant(read_settings({}))
FORMS = HERE.library.ids
AT_RANDOM = 10


def said(document):
    """Each part's lines as they are printed, without their labels."""
    labelled = ("label", "header")
    return {
        part.id: [
            " ".join((block.text.partition("\t")[2] if block.look in labelled else block.text).split())
            for block in part.blocks
            if not block.heads
        ]
        for part in document.parts
    }


def examples(form, language):
    """The form's example in each norm that makes another paper of it."""
    brief = HERE.library.example(HERE.library.form(form), language)
    made = [HERE.library.templates.render(brief, language, state) for state in STATES]
    return list({one.text: one for one in made}.values())


def at_random(form, language, seed):
    data = random_briefs.brief(HERE.library.form(form), language, seed)
    brief = read_brief(HERE.library.form(form), json.dumps(data), "brief.json")
    return HERE.library.templates.render(brief, language, data["state"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_a_paper_is_read_back_to_the_parts_it_was_made_of(form, language):
    for made in [*examples(form, language), *(at_random(form, language, seed) for seed in range(AT_RANDOM))]:
        again = read(made.text, HERE.library.form(form), language)
        assert said(again) == said(made)
        assert again.title == made.title
        for line in again.lines:
            assert 0 <= line.start <= line.words <= line.end <= len(again.source.plain)


def broken(text, width=72):
    """The text as a mail program breaks it; a row of a table stays."""
    lines = (
        [line]
        if len(line) <= width or "   " in line.strip() or "\t" in line
        else textwrap.wrap(line, width, break_on_hyphens=False)
        for line in text.split("\n")
    )
    return "\n".join(one for several in lines for one in several)


NUMBER = re.compile(r"^\(?[0-9]{1,2}[.)-] ")
HARMS = {
    "broken into lines": broken,
    "set in": lambda text: re.sub("(?m)^(?=.)", "     ", text),
    "pushed to the left": lambda text: re.sub("(?m)^ +", "", text),
    "double spaced": lambda text: text.replace("\n", "\n\n"),
    "with wider gaps": lambda text: re.sub("\n{2,}", "\n\n\n\n", text),
    "with tabs": lambda text: re.sub(" {2,}", "\t", text),
    "numbered (1)": lambda text: re.sub("(?m)^( *)([0-9]{1,2})[.-] ", r"\1(\2) ", text),
    "numbered 1)": lambda text: re.sub("(?m)^( *)([0-9]{1,2})[.-] ", r"\1\2) ", text),
}


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_so_it_is_once_people_and_programs_have_shifted_it(language, harm):
    for form in FORMS:
        made = HERE.library.templates.render(HERE.library.example(HERE.library.form(form), language), language, "mp")
        again = read(HARMS[harm](made.text), HERE.library.form(form), language)
        expected = {part: [NUMBER.sub("# ", line) for line in lines] for part, lines in said(made).items()}
        assert {part: [NUMBER.sub("# ", line) for line in lines] for part, lines in said(again).items()} == expected, (
            form
        )


@pytest.mark.parametrize("suffix", [".docx", ".txt", ".eml", ".html"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_so_it_is_out_of_the_files_that_it_is_written_to(form, language, suffix):
    papers = (at_random(form, language, seed) for seed in count(AT_RANDOM))
    if suffix == ".eml":  # what isn't known yet stands in no header of a mail
        papers = (made for made in papers if not any(row.look == "header" and BLANK in row.text for row in made.rows()))
    papers = [next(papers), next(papers)]
    for made in [*(examples(form, language) if suffix == ".docx" else ()), *papers]:
        written = HERE.file(made, suffix)
        if suffix == ".html":
            assert on_the_page(written) == [" ".join(row.text.split()) for row in made.rows()]
            continue
        again = read(read_file(written, suffix).text, HERE.library.form(form), language)
        expected, found = said(made), said(again)
        if suffix == ".eml":  # its own To, Cc and Subject are on top of a letter; a blind copy is in no file
            found.pop("unplaced", None)
            expected.pop("bcc", None)
            if not made.part(
                "subject"
            ):  # the mail's own subject stands where the head of the paper would be looked for
                assert set(expected["body"]) <= set(found["body"])
                continue
        assert found == expected


class Page(HTMLParser):
    """The paragraphs of a page."""

    def __init__(self):
        super().__init__()
        self.lines = []

    def handle_starttag(self, tag, attrs):
        if tag == "p":
            self.lines.append("")

    def handle_data(self, data):
        if self.lines:
            self.lines[-1] += data


def on_the_page(written: bytes) -> list[str]:
    page = Page()
    page.feed(written.decode())
    return [" ".join(line.split()) for line in page.lines]


def test_the_same_seed_is_the_same_brief():
    form = HERE.library.form("letter")
    briefs = [random_briefs.brief(form, "hi", seed) for seed in (1, 1, 2)]
    assert briefs[0] == briefs[1] != briefs[2]
    assert isinstance(at_random("letter", "hi", 1), Document)
