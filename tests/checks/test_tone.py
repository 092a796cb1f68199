"""A paper is fair to its reader, plain, and as firm as the post of its writer allows. Each code's own cases are in `checks/codes/`."""

import pytest


@pytest.mark.parametrize("subject", ["कारण बताओ सूचना पत्र", "जाँच प्रतिवेदन", "प्रेस विज्ञप्ति"])
def test_guilt_is_judged_only_in_papers_that_go_before_the_finding(quotes, subject):
    accused = "आपने शासकीय राशि का गबन किया है।"
    assert quotes("tone.prejudged", f"विषय :- {subject}\n\n{accused}") == ["गबन किया"]
    assert quotes("tone.prejudged", f"विषय :- पेयजल व्यवस्था\n\n{accused}") == []


def test_items_under_the_word_alleged_are_allegations(quotes):
    text = "विषय :- कारण बताओ सूचना पत्र\n\nआपके विरुद्ध निम्नलिखित आरोप हैं :\n(1) आपने राशि का गबन किया है।"
    assert quotes("tone.prejudged", text) == []


def test_what_somebody_else_said_stands_in_quotation_marks(quotes):
    assert quotes("tone.rude", "शिकायत में लिखा है कि “कर्मचारी बेशर्म हैं”।") == []
    assert quotes("tone.casual", "महोदय,\n\nनारा “पानी बचाओ!” लिखा जाए।") == []


def test_a_name_spelt_with_or_without_nukta_and_chandrabindu_is_one_word(quotes):
    assert quotes("tone.casual", "महोदय,\n\nप्ली\u091c\u093c सूची भेजें।") == ["प्ली\u091c\u093c"]
    assert quotes("tone.casual", "महोदय,\n\nप्लीज सूची भेजें।") == ["प्लीज"]


def test_a_copy_tail_may_say_for_necessary_action(quotes):
    assert quotes("tone.filler", "सूची भेजें।\n\nप्रतिलिपि :-\n1. तहसीलदार की ओर समुचित कार्यवाही हेतु।") == []
