"""The good paper that a model is shown of a form: the nearest, small, and with nothing in it that belongs to anybody."""

import pytest

from assistant.facts import find
from assistant.facts.mask import mask
from assistant.forms.papers import MOST, Paper, nearest
from assistant.language.source import Source

PAPERS = (
    Paper(about="फसल क्षति के सर्वे की सूची", state="mp", text="क्षति की सूची भेजें।"),
    Paper(about="पेयजल व्यवस्था के संबंध में", state="mp", text="टैंकर भेजें।"),
    Paper(about="पेयजल व्यवस्था के सम्बन्ध में", state="up", text="टैंकर भेजने का कष्ट करें।"),
)


@pytest.mark.parametrize(
    ("words", "state", "text"),
    [
        ("ग्रीष्मकालीन पेयजल की कमी", "mp", PAPERS[1].text),
        ("ओलों से हुई फसल की क्षति", "mp", PAPERS[0].text),
        ("ओलों से हुई फसल की क्षति", "up", PAPERS[2].text),
        ("पेयजल", "goi", PAPERS[1].text),
    ],
)
def test_it_is_of_the_same_norm_and_shares_most_words(words, state, text):
    assert nearest(PAPERS, words, state) == text


def test_a_form_without_good_papers_shows_none(library, brief):
    assert nearest((), "पेयजल", "mp") == ""
    assert library.nearest(brief("order", "subject: अवकाश"), "hi", "mp") == ""


def test_the_draft_s_prompt_has_the_nearest_and_its_facts_are_called_another_case_s(assistant, brief):
    case = brief("letter", "subject: वार्ड में पाइप लाइन का रिसाव\npoints: [पाइप लाइन से पानी बह रहा है]")
    (_, rules), (_, user) = assistant.drafter.sent(case, "hi").messages
    assert "गांधी चौक के पास मुख्य पाइप लाइन" in rules
    assert "take no fact from it" in rules
    assert "गांधी चौक" not in user


def test_no_good_paper_has_anybody_s_data_or_a_law_that_could_be_copied(library):
    for form in library.forms.values():
        for language in ("hi", "en"):
            for paper in library.papers(form, language):
                assert len(paper.text) <= MOST
                assert mask(paper.text).tokens == {}, paper.about
                kinds = {one.kind for one in find(Source(paper.text).plain)}
                assert not kinds & {"act", "ref", "provision", "phone", "email"}, paper.about
