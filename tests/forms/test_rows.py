"""Tables typed with bars: cells are never numbered, numbers go on below them, and a table is a table in every form."""

import json
import re

import pytest
import yaml

from assistant.assistant import Assistant
from assistant.forms.brief import read_brief
from assistant.forms.rows import are_rows
from assistant.messages import LANGUAGES
from assistant.settings import read_settings

LIBRARY = Assistant(read_settings({})).library
FORMS = sorted(LIBRARY.forms)
TWO = {
    "hi": ["तहसील | राशि", "आष्टा | रु. 2,50,000/-", "इछावर | रु. 75,000/-"],
    "en": ["Tehsil | Amount", "Ashta | Rs. 2,50,000/-", "Ichhawar | Rs. 75,000/-"],
}
THREE = {
    "hi": ["तहसील | ग्राम | राशि", "आष्टा | 12 | रु. 2,50,000/-"],
    "en": ["Tehsil | Villages | Amount", "Ashta | 12 | Rs. 2,50,000/-"],
}
LISTED = {
    "hi": ["जल स्तर में गिरावट", "टैंकरों की कमी", "शेष राशि का भुगतान लंबित"],
    "en": ["fall of the water table", "shortage of tankers", "payment of the balance pending"],
}
SAID = {
    "hi": ["जल स्तर गिरा है", "टैंकर कम पड़ गये हैं", "शेष राशि का भुगतान लंबित है"],
    "en": ["the water table has fallen", "the tankers were too few", "payment of the balance is pending"],
}


def body(form, language, **changes):
    """The blocks of the text of a form's own example, with other answers."""
    facts = yaml.load(LIBRARY.content.read(f"templates/letters/{form}/example.{language}.yaml"), yaml.CSafeLoader)
    brief = read_brief(LIBRARY.form(form), json.dumps(facts | changes, default=str), "brief.json")
    made = LIBRARY.templates.render(brief, language, "mp")
    typed = LIBRARY.templates.render(brief, language, "mp", LIBRARY.templates.standard(brief, language, "mp"))
    assert typed == made, "the editor's text isn't the paper's"
    return made.part(LIBRARY.form(form).file.writes).blocks


def rows(blocks):
    return [block.text.replace("\t", " | ") for block in blocks if block.look == "table"]


@pytest.mark.parametrize("table", [TWO, THREE])
@pytest.mark.parametrize("points", [LISTED, SAID])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_a_table_among_the_points_is_one_in_every_form(form, language, points, table):
    first, second, third = points[language]
    for typed in (
        [*table[language]],
        [first, *table[language]],
        [*table[language], first, second],
        [first, second, *table[language], third],
        [first, *table[language], second, *table[language]],
    ):
        blocks = body(form, language, points=typed)
        assert rows(blocks) == [row for row in typed if "|" in row]
        assert "|" not in "".join(block.text for block in blocks)
        told = [block for block in blocks if block.look != "table"]
        assert all(any(words[1:] in block.text for block in told) for words in typed if "|" not in words)


@pytest.mark.parametrize("form", ["letter", "notesheet", "rti-reply", "id-note", "order"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_go_on_below_a_table(form, language):
    first, second, third = LISTED[language]
    alone = {"background": []} if form == "notesheet" else {}
    blocks = body(form, language, points=[first, second, *TWO[language], third], **alone)
    at = next(n for n, block in enumerate(blocks) if block.text.startswith("(1)"))
    marks = [block.look if block.look == "table" else block.text[:3] for block in blocks[at : at + 6]]
    assert marks == ["(1)", "(2)", "table", "table", "table", "(3)"]


@pytest.mark.parametrize("points", [LISTED, SAID])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_one_point_beside_a_table_has_no_number(form, language, points):
    alone = {"background": []} if form == "notesheet" else {}
    for typed in ([*THREE[language], points[language][0]], [points[language][0], *THREE[language]]):
        blocks = body(form, language, points=typed, **alone)
        [told] = [block.text for block in blocks if points[language][0][1:] in block.text]
        assert not re.search(r"\(\d\)", told)


@pytest.mark.parametrize(
    ("form", "field"), [("notesheet", "options"), ("notesheet", "rule_position"), ("report", "findings")]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_behind_a_label_may_be_a_table(form, field, language):
    blocks = body(form, language, **{field: THREE[language]})
    assert rows(blocks) == THREE[language]
    label = blocks[[block.look for block in blocks].index("table") - 1].text
    assert label.endswith(":")
    assert "(1)" not in label


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["तहसील | राशि", "आष्टा | रु. 500"], [True, True]),
        (["जल स्तर गिरा है", "तहसील | राशि", "आष्टा | रु. 500", "टैंकर कम हैं"], [False, True, True, False]),
        (["नाम | ग्राम | राशि"], [True]),
        # one line with a bar is none, and a bar may be how the danda is typed
        (["राशि शेष है | विवरण संलग्न"], [False]),
        (["राशि शेष है | विवरण भेजा गया है", "कार्य पूर्ण हुआ | देयक लंबित है"], [False, False]),
        (["आष्टा में वर्षा कम हुई | सर्वे कराना है |", "इछावर में | सर्वे शेष |"], [False, False]),
        (["सड़क | बन गई है", "पुलिया | शेष है"], [True, True]),
        ([], []),
    ],
)
def test_which_lines_are_a_table(texts, told):
    assert are_rows(texts) == told
