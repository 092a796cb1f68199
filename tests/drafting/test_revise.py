"""Changes on request: paragraph by paragraph, with what the model added of its own; a fact left out has its place."""

import asyncio
import json

import pytest

from assistant.checks.facts.ledger import ledger
from assistant.drafting.mend import offer, sentence_at
from assistant.drafting.revise import Change, Revision, changes
from assistant.errors import ModelError
from tests.scripted_server import Server, plain

PROSE = (
    "इस संबंध में लेख है कि जिले के 42 ग्रामों में जल स्तर नीचे गया है। नियम 17(4) के अनुसार इनमें से 11 ग्रामों में हैंडपंप सूख गए हैं।\n"
    "अतः अनुरोध है कि टैंकर दिनांक 25.02.2026 तक उपलब्ध कराए जाएँ।"
)


@pytest.fixture
def letter(library):
    return library.example(library.form("letter"), "hi")


def test_each_paragraph_is_a_change_of_its_own_and_what_is_the_same_is_none():
    old = ["पहला अनुच्छेद यहाँ है।", "दूसरा अनुच्छेद वैसा ही रहता है।", "तीसरा अनुच्छेद लंबा है और बदलेगा।"]
    new = ["पहला छोटा अनुच्छेद यहाँ है।", old[1], "चौथा नया है।", "तीसरा अनुच्छेद बदलेगा।"]
    assert changes(old, new) == [
        Change(old[0], new[0]),
        Change(old[1], f"{old[1]}\n{new[2]}"),
        Change(old[2], new[3]),
    ]
    assert changes(old, old[:2]) == [Change(old[2], "")]
    assert changes(["क ख ग"], ["x y z"]) == [Change("क ख ग", "x y z")]


def test_a_wish_is_sent_with_text_and_facts_and_its_additions_are_told(make, letter):
    wish = "जोड़िए कि प्रकरण क्रमांक 77/2026 न्यायालय में है; शिकायतकर्ता का मोबाइल 98930 12345 है"
    answer = (
        PROSE.replace("टैंकर", "9 टैंकर").replace("जाएँ।", "जाएँ। प्रकरण क्रमांक 77/2026 न्यायालय में है।").replace("\n", "\n\n")
    )
    with Server(plain(answer)) as server:
        ours = make(OPENAI_BASE_URL=server.url, EDAKSH_MODEL="openai:test", EDAKSH_MODEL_TIMEOUT="20")
        revision = Revision(ours.drafter, letter, "hi", PROSE, wish)

        async def whole():
            return [growing.prose async for growing in revision.stream()][-1]

        [change] = revision.changes(asyncio.run(whole()))
        sent = json.dumps(server.asked[0].body, ensure_ascii=False)
    assert "98930" not in sent
    assert "77/2026" in sent
    assert "42 ग्रामों" in sent
    assert change.old == PROSE.split("\n")[1]
    assert change.added == ("9",)
    assert ours.prompt("revise").id.startswith("revise@")


def test_a_wish_with_a_classified_marking_is_not_sent(assistant, letter):
    with pytest.raises(ModelError):
        Revision(assistant.drafter, letter, "hi", PROSE, "जोड़िए कि यह अति गोपनीय है").sent()


def test_a_fact_left_out_is_offered_the_forms_own_sentence_at_its_paragraph(assistant, letter):
    standard = assistant.drafter.offline(letter, "hi").prose
    made = assistant.drafter.finish(letter, "hi", PROSE, "model")
    [dropped] = [entry for entry in ledger(made.case) if entry.became == "dropped" and entry.fact.kind == "number"]
    place = offer(dropped.fact, standard, PROSE)
    assert "7 टैंकर" in place.words
    assert (place.paragraph, place.own) == (1, False)


@pytest.mark.parametrize(("dropped", "paragraph"), [(0, -1), (3, 2), (6, 5), (7, 6)])
def test_a_paragraph_that_was_taken_out_is_offered_its_own_place_again(assistant, library, dropped, paragraph):
    order = library.example(library.form("office-order"), "hi")
    standard = assistant.drafter.offline(order, "hi").prose
    lines = standard.split("\n")
    prose = "\n".join(lines[:dropped] + lines[dropped + 1 :])
    made = assistant.drafter.finish(order, "hi", prose, "offline")
    missing = [entry.fact for entry in ledger(made.case) if entry.became == "dropped"]
    assert missing
    for fact in missing:
        assert offer(fact, standard, prose) == (lines[dropped], paragraph, True)


def test_where_the_text_says_it_all_otherwise_the_fact_stands_before_the_last_paragraph(assistant, letter):
    standard = assistant.drafter.offline(letter, "hi").prose
    prose = "पहली बात कुछ और।\nदूसरी बात भी अलग।\nआपका सहयोग चाहिए।"
    made = assistant.drafter.finish(letter, "hi", prose, "model")
    fact = next(entry.fact for entry in ledger(made.case) if entry.became == "dropped")
    place = offer(fact, standard, prose)
    assert (place.paragraph, place.own) == (1, True)


BEGS = [
    "इस हेतु कृपया मोटर पंप की मरम्मत कराने का कष्ट करें। हम आभारी रहेंगे।",
    "आपसे आग्रह है कि टैंकर भिजवाएँ।",
    "कलेक्टर महोदय से निवेदन है कि ध्यान दें।",
]


@pytest.mark.parametrize("begs", BEGS)
@pytest.mark.parametrize("more", [[], ["ग्रामवार सूची साथ है।"]])
def test_the_day_of_an_action_goes_on_from_the_request_in_whatever_words_that_is_made(assistant, letter, begs, more):
    prose = "\n".join(["जिले में पानी की कमी है।", "हैंडपंप सूख रहे हैं।", begs, *more])
    standard = "प्रस्तावना।\nअतः अनुरोध है कि 7 टैंकर उपलब्ध कराए जाएँ। यह कार्यवाही दिनांक 25.02.2026 तक अपेक्षित है।"
    made = assistant.drafter.finish(letter, "hi", prose, "model")
    day = next(entry.fact for entry in ledger(made.case) if entry.became == "dropped" and entry.fact.id == "deadline")
    assert offer(day, standard, prose) == ("यह कार्यवाही दिनांक 25.02.2026 तक अपेक्षित है।", 2, False)


def test_in_english_too_the_day_of_an_action_goes_on_from_the_request(assistant, library):
    letter = library.example(library.form("letter"), "en")
    prose = "Water is short in the district.\nYou are requested to kindly arrange for tankers. We shall be grateful.\nA list is with this."
    made = assistant.drafter.finish(letter, "en", prose, "model")
    day = next(e.fact for e in ledger(made.case) if e.became == "dropped" and e.fact.id == "deadline")
    place = offer(day, assistant.drafter.offline(letter, "en").prose, prose)
    assert (place.paragraph, place.own) == (1, False)


@pytest.mark.parametrize(
    ("prose", "marked"),
    [
        ("पहली बात कुछ और।\nआपका सहयोग चाहिए।", False),
        ("(1) पहली बात कुछ और।\n(2) आपसे सहयोग की अपेक्षा की जाती है।", True),
        ("जिले के 42 ग्रामों में जल स्तर नीचे चला गया है।", False),
    ],
)
def test_a_sentence_brings_its_list_number_only_among_numbered_paragraphs(assistant, letter, prose, marked):
    made = assistant.drafter.finish(letter, "hi", prose, "model")
    standard = "प्रस्तावना।\n(1) जिले के 42 ग्रामों में जल स्तर नीचे चला गया है।\n(2) 11 ग्रामों में हैंडपंप सूख गए हैं; 7 टैंकर चाहिए।"
    [fact] = [
        e.fact for e in ledger(made.case) if e.became == "dropped" and e.fact.kind == "number" and e.fact.value == 7
    ]
    assert offer(fact, standard, prose).words == "(2) " * marked + "11 ग्रामों में हैंडपंप सूख गए हैं; 7 टैंकर चाहिए।"


def test_nothing_goes_on_from_half_a_sentence(assistant, letter):
    standard = assistant.drafter.offline(letter, "hi").prose
    for half in (PROSE[:-1], PROSE[:-20]):
        made = assistant.drafter.finish(letter, "hi", half, "model")
        dropped = [entry.fact for entry in ledger(made.case) if entry.became == "dropped"]
        assert dropped
        assert all(one.own or one.paragraph == 0 for fact in dropped if (one := offer(fact, standard, half)))


def test_the_sentence_around_a_place_is_the_one_written_again():
    start, end = sentence_at(PROSE, PROSE.index("17(4)"))
    assert PROSE[start:end] == "नियम 17(4) के अनुसार इनमें से 11 ग्रामों में हैंडपंप सूख गए हैं।"
    start, end = sentence_at(PROSE, PROSE.index("टैंकर"))
    assert PROSE[start:end] == PROSE.split("\n")[1]


def test_what_the_model_is_sent_is_kept_small(assistant, library):
    """About four letters of English or two of Hindi make a token; a draft's prompt fits the smallest models' context many times."""
    most = dict.fromkeys(("draft", "revise", "translate"), 0.0)
    for form in library.forms.values():
        for language in ("hi", "en"):
            brief = library.example(form, language)
            prose = assistant.drafter.offline(brief, language).prose
            for text, wish in (("", ""), (prose, ""), (prose, "आधा करो")):
                name = assistant.drafter.asks(text, wish).name
                sealed = assistant.drafter.sent(brief, language, text, wish)
                most[name] = max(most[name], sum(len(text.encode()) / 5 for _, text in sealed.messages))
    ceilings = {"draft": 2500, "revise": 2000, "translate": 2000}
    assert {name: tokens for name, tokens in most.items() if tokens > ceilings[name]} == {}
