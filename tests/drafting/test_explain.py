"""A finding in a model's words: what it is sent, and that gibberish and another language explain nothing."""

import asyncio
import json

import pytest

from assistant.drafting.explain import Explanation
from assistant.errors import ModelError
from tests.scripted_server import Server, plain

PROSE = "प्रार्थी श्री रामलाल यादव, मोबाइल 98930 12345 का आवेदन मिला। अतः अनुरोध है कि 7 टैंकर शीघ्र उपलब्ध कराए जाएँ।"
WORDS = "शीघ्र से यह पता नहीं चलता कि काम किस दिन तक होना है। आप तथ्यों में दी गई तारीख देख लीजिए।"


@pytest.fixture
def explained(make, library):
    """What a model that gives this answer says of a code's finding in the draft, and all that it was sent."""

    def ask(code, answer):
        with Server(plain(answer)) as server:
            ours = make(OPENAI_BASE_URL=server.url, EDAKSH_MODEL="openai:test", EDAKSH_MODEL_TIMEOUT="20")
            made = ours.drafter.finish(library.example(library.form("letter"), "hi"), "hi", PROSE, "model")
            finding = next(one for one in made.findings if one.code == code)
            asked = Explanation(ours.drafter, made.case, finding, "hi")

            async def whole():
                return [growing.prose async for growing in asked.stream()][-1]

            said = asyncio.run(whole())
            return said, json.dumps(server.asked[0].body, ensure_ascii=False)

    return ask


def test_it_is_sent_the_remark_its_rule_and_that_one_sentence(explained):
    said, sent = explained("form.no-deadline", f"Sure! Here is the explanation:\n\n{WORDS}")
    assert said == WORDS
    assert "टैंकर शीघ्र उपलब्ध" in sent
    assert "रामलाल" not in sent
    assert "पेयजल" not in sent


def test_what_is_personal_in_that_sentence_stays_here(explained):
    _, sent = explained("privacy.phone", WORDS)
    assert "98930" not in sent
    assert "रामलाल" not in sent
    assert "[PHONE-1]" in sent


@pytest.mark.parametrize(
    "answer", ["The date is missing, please look at the facts that were given to you.", "त्रबढ दकुल गकीव नुग कुत्रल बसिप"]
)
def test_another_language_and_gibberish_explain_nothing(explained, answer):
    with pytest.raises(ModelError) as raised:
        explained("form.no-deadline", answer)
    assert raised.value.key in ("error.model.language", "error.model.unusable")
