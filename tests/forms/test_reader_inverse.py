"""What a template prints is read back to the same parts, for every form there is, in both languages and all norms."""

# ruff: noqa: E501 (a row of a table stays on one line)

import json

import pytest
import yaml

from assistant.assistant import Assistant
from assistant.files import read as read_file
from assistant.forms.brief import read_brief
from assistant.forms.reader import read
from assistant.messages import LANGUAGES
from assistant.settings import STATES, read_settings

HERE = Assistant(read_settings({}))
FORMS = HERE.library.ids
OTHERS = {"hi": [{"designation": "तहसीलदार", "office": "तहसील कार्यालय", "place": "आष्टा"}, {"designation": "तहसीलदार", "place": "इछावर"}],
          "en": [{"designation": "Tehsildar", "office": "Tehsil Office", "place": "Ashta"}, {"designation": "Tehsildar", "place": "Ichhawar"}]}  # fmt: skip
CHANGES = {
    "the example": lambda language: {},
    "several addressees": lambda language: {"to": OTHERS[language]},
    "no date": lambda language: {"date": ""},
    "a number": lambda language: {"number": "118/स्था./2026" if language == "hi" else "118/Estt./2026"},
    "no place": lambda language: {"place": ""},
    "an endorsement": lambda language: {
        "copies_to": OTHERS[language],
        "endorsement": {"number": "119/2026", "date": "2026-02-17", "sender": {"name": "श्री क. ख. शर्मा" if language == "hi" else "A. K. Sharma",
                                                                               "designation": "डिप्टी कलेक्टर" if language == "hi" else "Deputy Collector"}},
    },
    "many copies": lambda language: {"copies_to": OTHERS[language] * 6},
    "no copies": lambda language: {"copies_to": []},
    "several references": lambda language: {"references": [
        {"kind": "letter", "number": "14/2026", "date": "2026-02-02"}, {"kind": "order", "number": "9/2026", "date": "2026-01-01"}]},
    "no references": lambda language: {"references": []},
    "several enclosures": lambda language: {"enclosures": ["ग्रामवार सूची", "नक्शा"] if language == "hi" else ["List of villages", "Map"]},
    "through somebody": lambda language: {"through": [OTHERS[language][0]]},
    "a name under it": lambda language: {"sender": {"name": "श्रीमती अ. ब. वर्मा" if language == "hi" else "Smt. A. B. Verma",
                                                    "designation": "कलेक्टर" if language == "hi" else "Collector", "place": "सीहोर" if language == "hi" else "Sehore"}},
}  # fmt: skip


def paper(form, language, state, change):
    file = f"templates/letters/{form}/example.{language}.yaml"
    facts = yaml.safe_load(HERE.content.read(file)) | CHANGES[change](language) | {"state": state}
    brief = read_brief(HERE.library.form(form), json.dumps(facts, default=str), "brief.json")
    return HERE.library.templates.render(brief, language, state)


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


def papers(form, language, change):
    """The paper in each norm that makes another one of it."""
    return {made.text: made for state in STATES if (made := paper(form, language, state, change))}.values()


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_a_paper_is_read_back_to_the_parts_it_was_made_of(form, language, change):
    for made in papers(form, language, change):
        again = read(made.text, made_form := HERE.library.form(form), language)
        assert said(again) == said(made)
        assert again.title == made.title
        assert again.form == made_form.id
        for line in again.lines:
            assert 0 <= line.start <= line.words <= line.end <= len(again.source.plain)


@pytest.mark.parametrize("suffix", [".docx", ".txt", ".eml"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_so_it_is_out_of_the_files_that_it_is_written_to(form, language, suffix):
    for made in papers(form, language, "the example"):
        again = read(read_file(HERE.file(made, suffix), suffix).text, HERE.library.form(form), language)
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
