"""The text of a paper in the other language: sent with the facts, written into the form's frame, every figure traced."""

import asyncio
import json

import pytest

from assistant.checks.facts.ledger import ledger
from assistant.drafting.mend import lost
from assistant.errors import ModelError
from tests.scripted_server import Server, plain

HINDI = (
    "इस संबंध में लेख है कि जिले के 42 ग्रामों में जल स्तर नीचे गया है तथा २३ ग्रामों में हैंडपंप सूख गए हैं।\n"
    "अतः अनुरोध है कि 7 टैंकर दिनांक 25.02.2026 तक उपलब्ध कराए जाएँ। प्रकरण क्रमांक 77/2026 न्यायालय में है।"
)
ENGLISH = (
    "It is stated that the water level has gone down in forty-two villages of the district and hand pumps have dried up in 32 villages.\n\n"
    "It is requested that 7 tankers may be made available by 25 February 2026. Case No. 77/2026 is before the court."
)


def test_figures_dates_and_numbers_that_do_not_come_back_are_named():
    assert lost(HINDI, ENGLISH) == ("२३",)
    assert lost(HINDI, ENGLISH.replace("32", "23")) == ()
    assert lost(HINDI, "It is requested.") == ("42", "२३", "7", "25.02.2026", "77/2026")


def test_a_translation_keeps_form_and_facts_and_what_it_changed_is_marked(make, library):
    brief = library.example(library.form("letter"), "en")
    with Server(plain(f"Sure! Here's your letter in English:\n\n{ENGLISH}\n\nI hope this helps!")) as server:
        ours = make(OPENAI_BASE_URL=server.url, EDAKSH_MODEL="openai:test", EDAKSH_MODEL_TIMEOUT="20")

        async def whole():
            return [growing async for growing in ours.drafter.stream(brief, "en", HINDI)][-1]

        made = asyncio.run(whole())
        sent = json.dumps(server.asked[0].body, ensure_ascii=False)
    assert made.prose == ENGLISH.replace("\n\n", "\n")
    assert made.amiss == ("२३",)
    assert "सूख गए हैं" in sent
    assert ours.drafter.asks(HINDI).id.startswith("translate@")
    draft = ours.drafter.finish(brief, "en", made.prose, "model")
    assert "Yours faithfully" in draft.document.text
    assert {"32", "77/2026"} <= {
        draft.document.text[slice(*draft.document.source.span(one.start, one.end))].removeprefix("Case No. ")
        for one in ledger(draft.case)
        if one.became in ("added", "changed")
    }


def test_a_name_that_was_typed_for_the_other_paper_stands_in_it(make, brief):
    given = brief("letter", "points: ['Shri Ramlal Yadav, mobile 98930 12345, has complained']")
    text = "लेख है कि श्री रामलाल यादव, मोबाइल 98930 12345 ने शिकायत की है।"
    with Server(plain("It is stated that Shri [NAME-1], mobile [PHONE-1], has complained.")) as server:
        ours = make(OPENAI_BASE_URL=server.url, EDAKSH_MODEL="openai:test", EDAKSH_MODEL_TIMEOUT="20")

        async def whole():
            return [growing async for growing in ours.drafter.stream(given, "en", text)][-1]

        made = asyncio.run(whole())
    assert made.prose == "It is stated that Shri Ramlal Yadav, mobile 98930 12345, has complained."
    assert made.amiss == ()


def test_a_text_with_a_classified_marking_is_not_sent(assistant, library):
    with pytest.raises(ModelError):
        assistant.drafter.sent(library.example(library.form("letter"), "en"), "en", "यह पत्र अति गोपनीय है।")
