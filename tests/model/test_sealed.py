"""Nothing personal leaves: what is sent holds tokens, what comes back holds the values again, whoever asks and for what."""

import asyncio
import json
import logging

import pytest

from assistant.errors import ModelError
from assistant.labs import judge
from assistant.model import seal
from tests.scripted_server import Script, Server, failing, plain

COMPLAINT = (
    "मैं रामकली बाई पति श्री हरिराम अहिरवार, आधार २३४५ ६७८९ ०१२४ तथा पति का आधार ३९८७-६५४३-२१०५, मोबाइल ९८९३०\n१२३४५, "
    "खसरा 112/2, पिन 466113, पत्र क्रमांक 1422/पेयजल/2026 दिनांक 02.02.2026, राशि ₹2,50,000"
)
PERSONAL = ("रामकली", "हरिराम", "२३४५ ६७८९", "३९८७", "९८९३०", "१२३४५")
STAYS = ("112/2", "466113", "1422/पेयजल/2026", "02.02.2026", "2,50,000")


@pytest.fixture
def told(make, brief):
    """A letter about that complaint, drafted by a model that repeats what it was sent of it: the draft, and all that was sent."""

    def write(answer):
        with Server() as server:
            ours = make(OPENAI_BASE_URL=server.url, EDAKSH_MODEL="openai:test", EDAKSH_MODEL_TIMEOUT="20")
            case = brief(
                "letter", json.dumps({"points": [COMPLAINT], "request": "जाँच कर अवगत कराएँ"}, ensure_ascii=False)
            )
            server.play(plain(answer))
            made = asyncio.run(ours.drafter.write(case, "hi"))
        return made, json.dumps([request.body for request in server.asked], ensure_ascii=False)

    return write


def test_a_draft_is_sent_tokens_and_stands_with_the_values(told):
    answer = (
        "निवेदन है कि [NAME-1] पति श्री [NAME-2] (आधार [AADHAAR-1], [AADHAAR-2], मोबाइल [PHONE-1]) के प्रकरण की जाँच की जाए।"
    )
    made, sent = told(answer)
    assert not [value for value in PERSONAL if value in sent]
    assert all(value in sent for value in STAYS)
    assert made.by == "model"
    assert "रामकली बाई पति श्री हरिराम अहिरवार (आधार २३४५ ६७८९ ०१२४, ३९८७-६५४३-२१०५, मोबाइल ९८९३० १२३४५)" in made.prose
    counted = {one["kind"]: one["count"] for one in made.as_json()["masked"]}
    assert counted == {"aadhaar": 2, "phone": 1, "name": 2}
    assert made.amiss == ()


def test_what_the_model_bends_is_mended_and_what_it_drops_or_makes_up_is_told(told):
    made, _ = told(
        "निवेदन है कि name 1 के आधार [AADHAAR-1] की तथा [AADHAAR-7] की जाँच की जाए तथा की गई कार्यवाही से इस कार्यालय को अवगत कराया जाए।"
    )
    assert "रामकली बाई के आधार २३४५ ६७८९ ०१२४" in made.prose
    assert {"[AADHAAR-7]", "३९८७-६५४३-२१०५", "९८९३० १२३४५"} <= set(made.amiss)


def test_a_person_known_from_the_brief_is_kept_back_without_a_title_too():
    assert "मोहनलाल" not in seal([("user", "मोहनलाल पटेल ने आवेदन दिया")], ["श्री मोहनलाल पटेल"]).messages[0][1]


def test_a_paper_with_a_classified_marking_goes_to_no_model(make, brief):
    with Server() as server:
        ours = make(OPENAI_BASE_URL=server.url, EDAKSH_MODEL="openai:test")
        made = asyncio.run(ours.drafter.write(brief("letter", "points: ['अति गोपनीय पत्र प्राप्त हुआ']"), "hi"))
    assert (made.by, made.why_not.key, server.asked) == ("offline", "error.model.classified", [])
    with pytest.raises(ModelError):
        seal([("user", "Subject: SECRET")])


def test_the_judge_reads_tokens_and_its_quotes_are_still_the_papers_own(make):
    with Server() as server:
        ours = make(OPENAI_BASE_URL=server.url, EDAKSH_MODEL="openai:test", EDAKSH_MODEL_TIMEOUT="20")
        exercise = ours.labs.find("water-tankers")
        rubric = ours.labs.rubric(exercise.file.rubric)
        bars = [bar.id for criterion in rubric.criteria(exercise) for bar in criterion.judged]
        verdicts = "\n".join(
            json.dumps({"id": id, "verdict": "yes", "quote": "शिकायतकर्ता श्री [NAME-1] का मोबाइल [PHONE-1]"})
            for id in bars
        )
        server.always = plain(verdicts)
        answer = "विषय: शिकायत\n\nशिकायतकर्ता श्री सुरेश पटेल का मोबाइल 98930 12345 है।"
        judged = asyncio.run(judge(exercise, rubric, answer, (), ours.model, ours.prompt("judge")))
        sent = json.dumps([request.body for request in server.asked], ensure_ascii=False)
    assert "सुरेश" not in sent
    assert "98930" not in sent
    assert {one.share for one in judged.values()} == {1.0}


def test_no_log_holds_a_key_a_draft_or_an_identifier(told, caplog, capfd, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    monkeypatch.setenv("OPENAI_LOG", "debug")
    with caplog.at_level(logging.DEBUG):
        made, _ = told("निवेदन है कि [NAME-1] का आधार [AADHAAR-1] तथा [PHONE-1] के प्रकरण की जाँच की जाए।")
    written = caplog.text + "".join(capfd.readouterr())
    assert made.by == "model"
    for secret in (*PERSONAL, "निवेदन", "sk-very-secret"):
        assert secret not in written


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ("I'm sorry, but I can't help with writing this letter for you.", "error.model.refused"),
        ("क्षमा कीजिए, मैं इस पत्र को लिखने में सहायता नहीं कर सकता।", "error.model.refused"),
        (
            "Sir, with reference to the above it is requested that the tankers be sent to the villages. " * 4,
            "error.model.language",
        ),
        ("ग्रैफ़ट ज्वलंटो किंपटा झरूमी तडबक्ष गोलपांज किडमुर्ट " * 6, "error.model.unusable"),
        ("ɸʓ漢ξ 字жщ ω ñø ¤ 漢 ζжф 字字 ηθ жж " * 12, "error.model.unusable"),
        (
            "जाँच की जाए और प्रतिवेदन भेजा जाए तथा सूचना दी जाए कि यह कार्य हो गया है और शेष कार्य भी कर लिया जाए। " * 60,
            "error.model.endless",
        ),
    ],
    ids=lambda value: value if value.startswith("error") else "",
)
def test_what_can_never_be_a_letter_is_none(told, answer, key):
    made, _ = told(answer)
    assert (made.by, made.why_not.key) == ("offline", key)


def test_ten_megabytes_are_not_waited_for(told):
    made, _ = told("")
    assert made.why_not.key == "error.model.empty"
    with Server(Script(body="x" * 10_000_000)) as server, pytest.raises(ModelError) as raised:
        asyncio.run(_whole(server.url))
    assert raised.value.key in ("error.model.nonsense", "error.model.empty")
    with (
        Server(failing(500, body="x" * 10_000_000), failing(500, body="x" * 10_000_000)) as server,
        pytest.raises(ModelError) as raised,
    ):
        asyncio.run(_whole(server.url))
    assert raised.value.key == "error.model.server"


async def _whole(url):
    from assistant.model import Model
    from assistant.settings import read_settings

    ours = Model(read_settings({"OPENAI_BASE_URL": url, "EDAKSH_MODEL": "openai:test", "EDAKSH_MODEL_TIMEOUT": "20"}))
    async for _ in ours.stream(seal([("user", "x")]), temperature=0, max_tokens=9):
        pass
