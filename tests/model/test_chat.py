"""The model's door, through the real clients: what comes, what fails and in which words, how long it may take."""

import asyncio
import subprocess
import sys
import time
from itertools import pairwise
from typing import NamedTuple

import pytest
from langsmith.utils import get_env_var

from assistant.errors import ModelError
from assistant.model import Model, seal
from assistant.model.compatible import body
from assistant.settings import Settings
from tests.scripted_server import (
    Script,
    Server,
    cut,
    empty,
    failing,
    filtered,
    length,
    plain,
    silent,
    slow,
    unfinished,
    wrong,
)

TEXT = "जिले के 42 ग्रामों में जल स्तर नीचे गया है।"
ASKED = [("system", "आप एक कार्यालय के लिए लिखते हैं।"), ("user", "पत्र लिखिए।")]


class Came(NamedTuple):
    """All that one call gave: its text, its error if it ended with one, and the seconds it took."""

    text: str
    error: ModelError | None
    seconds: float


def model(server: Server, timeout: float = 5, **more: object) -> Model:
    given = {"OPENAI_BASE_URL": server.url, "EDAKSH_MODEL": "openai:test", "EDAKSH_MODEL_TIMEOUT": timeout}
    return Model(Settings.model_validate(given | more))


async def call(model: Model) -> Came:
    text, error, start = "", None, time.monotonic()
    try:
        async for answer in model.stream(seal(ASKED), temperature=0.2, max_tokens=50):
            text = answer.text
    except ModelError as raised:
        error = raised
    return Came(text, error, time.monotonic() - start)


def ask(model: Model) -> Came:
    return asyncio.run(call(model))


@pytest.fixture(autouse=True, scope="module")
def clients_are_loaded() -> None:
    """The first import takes seconds, which no test of short times should pay."""
    with Server(plain(TEXT)) as server:
        ask(model(server, timeout=60))


def test_importing_the_room_loads_neither_langchain_nor_openai() -> None:
    look = (
        "import sys, assistant.model; print([m for m in sys.modules if m.startswith(('langchain', 'openai', 'httpx'))])"
    )
    assert (
        subprocess.run([sys.executable, "-c", look], check=True, capture_output=True, text=True).stdout.strip() == "[]"
    )


def test_the_text_comes_whole_and_in_pieces(server: Server) -> None:
    server.play(slow(TEXT, 0.02))

    async def grown() -> list[str]:
        stream = model(server).stream(seal(ASKED), temperature=0.2, max_tokens=50)
        return [answer.text async for answer in stream]

    came = asyncio.run(grown())
    assert came[-1] == TEXT
    assert len(came) >= 3, "the text comes as it is written, not all at the end"
    assert all(later.startswith(sooner) for sooner, later in pairwise(came))


def test_the_request_is_one_that_plain_servers_understand(server: Server) -> None:
    server.play(plain(TEXT))
    ask(model(server))
    request = server.history[0]
    assert request.path == "/v1/chat/completions"
    assert request.body == {
        "model": "test",
        "messages": [{"role": role, "content": text} for role, text in ASKED],
        "temperature": 0.2,
        "max_tokens": 50,
        "stream": True,
    }
    assert request.headers["authorization"] == "Bearer none"


def test_openai_itself_is_told_the_length_by_its_own_name() -> None:
    for address in ("", "https://api.openai.com/v1", "https://office.openai.azure.com/openai/v1"):
        asked = body(Settings.model_validate({"OPENAI_API_KEY": "k", "OPENAI_BASE_URL": address}), seal(ASKED), 0.2, 50)
        assert asked["max_completion_tokens"] == 50
        assert "max_tokens" not in asked, "OpenAI refuses both names at once"


def test_the_key_of_the_settings_is_the_one_that_is_sent(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "other")
    monkeypatch.setenv("OPENAI_API_BASE", "http://127.0.0.1:9/v1")
    server.play(plain(TEXT))
    assert ask(model(server, OPENAI_API_KEY="mine")).text == TEXT
    assert server.history[0].headers["authorization"] == "Bearer mine"


def test_what_is_meant_for_the_model_goes_to_nobody_else(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    monkeypatch.setenv("LANGSMITH_API_KEY", "k")
    monkeypatch.setenv("LANGSMITH_ENDPOINT", server.url)
    get_env_var.cache_clear()  # type: ignore[attr-defined]
    server.play(plain(TEXT))
    assert ask(model(server)).text == TEXT
    time.sleep(1)  # it is sent from a thread, in batches
    get_env_var.cache_clear()  # type: ignore[attr-defined]
    assert [request.path for request in server.history] == ["/v1/chat/completions"]


@pytest.mark.parametrize(
    ("script", "text", "key", "again"),
    [
        (unfinished(TEXT), TEXT, "error.model.cut", True),
        (length(TEXT), TEXT, "error.model.cut", True),
        (cut(TEXT), TEXT[: len(TEXT) // 2], "error.model.cut", True),
        (filtered(TEXT), TEXT, "error.model.refused", False),
        (empty(), "", "error.model.empty", True),
        (plain(" \n"), " \n", "error.model.empty", True),
        (wrong(), "", "error.model.nonsense", False),
        (Script(body="data: {broken\n\n"), "", "error.model.nonsense", False),
        (Script(body='["not", "a", "chat"]'), "", "error.model.nonsense", False),
        (Script(body='data: {"error": {"message": "out of memory"}}\n\n'), "", "error.model.server", True),
        (failing(400), "", "error.model.request", False),
        (failing(401), "", "error.model.key", False),
        (failing(403), "", "error.model.key", False),
        (failing(404), "", "error.model.unknown", False),
        (failing(404, "<h1>Not found</h1>"), "", "error.model.unknown", False),
        (failing(413), "", "error.model.long", False),
    ],
)
def test_each_bad_ending_has_its_words_and_what_came_is_kept(
    server: Server, script: Script, text: str, key: str, again: bool
) -> None:
    server.play(script)
    came = ask(model(server))
    assert came.error is not None
    assert (came.text, came.error.key, came.error.again) == (text, key, again)


@pytest.mark.parametrize(("status", "key"), [(429, "error.model.busy"), (503, "error.model.server")])
def test_a_busy_or_failing_server_is_asked_twice(server: Server, status: int, key: str) -> None:
    server.play(failing(status), failing(status))
    came = ask(model(server))
    assert came.error is not None
    assert (came.error.key, came.error.again, len(server.history)) == (key, True, 2)


def test_a_server_that_recovers_at_the_second_try_gives_its_text(server: Server) -> None:
    server.play(failing(503), plain(TEXT))
    assert ask(model(server))[:2] == (TEXT, None)


@pytest.mark.parametrize(
    ("pause", "key"), [("60", "error.model.busy.for"), ("Wed, 21 Oct 2099 07:28:00 GMT", "error.model.busy")]
)
def test_a_server_that_asks_for_a_long_pause_is_called_busy_at_once(server: Server, pause: str, key: str) -> None:
    server.play(failing(429, headers={"Retry-After": pause, "x-should-retry": "true"}))
    came = ask(model(server))
    assert came.error is not None
    assert (came.error.key, len(server.history)) == (key, 1)
    assert came.seconds < 5


def test_nobody_at_the_address_is_told_as_such() -> None:
    with Server() as server:
        pass
    came = ask(model(server))
    assert came.error is not None
    assert (came.error.key, came.error.again) == ("error.model.unreachable", True)


def test_an_error_never_shows_the_key_or_the_servers_own_words(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "assistant")
    server.play(failing(401, '{"error": {"message": "Incorrect API key: sk-secret"}}'))
    came = ask(model(server, OPENAI_API_KEY="sk-secret"))
    assert "sk-secret" not in f"{came.error!r} {came.error} {caplog.text}"


@pytest.mark.parametrize(("words", "text"), [(0, ""), (3, "जिले के 42 ")])
def test_a_silent_model_is_given_up_after_the_longest_silence(server: Server, words: int, text: str) -> None:
    server.play(silent(TEXT, after=words))
    came = ask(model(server, timeout=0.5))
    assert came.error is not None
    assert (came.text, came.error.key, came.error.again) == (text, "error.model.silent", True)
    assert came.error.values == {"seconds": "0.5"}
    assert 0.4 < came.seconds < 5
    assert server.history[0].left_early.wait(1), "the connection is closed"
    assert len(server.history) == 1, "a silent server isn't asked again behind the user's back"


def test_a_model_that_never_ends_is_given_up_after_five_times_the_longest_silence(server: Server) -> None:
    server.play(slow(TEXT * 100, 0.05))
    came = ask(model(server, timeout=0.4))
    assert came.error is not None
    assert (came.error.key, came.error.values) == ("error.model.silent", {"seconds": "2"})
    assert came.text.startswith("जिले")
    assert 1.9 < came.seconds < 6


def test_waiting_for_a_place_counts_towards_the_whole_time(server: Server) -> None:
    server.always = slow(TEXT * 100, 0.05)

    async def two() -> list[Came]:
        one_at_a_time = model(server, timeout=0.2, EDAKSH_MODEL_CONCURRENCY=1)
        return list(await asyncio.gather(call(one_at_a_time), call(one_at_a_time)))

    came = asyncio.run(two())
    assert [one.error and one.error.key for one in came] == ["error.model.silent", "error.model.crowded"]
    assert max(one.seconds for one in came) < 2


def test_no_more_calls_are_in_flight_than_allowed(server: Server) -> None:
    server.always = silent()

    async def most() -> int:
        three = model(server, EDAKSH_MODEL_CONCURRENCY=3)
        calls = [asyncio.create_task(call(three)) for _ in range(8)]
        for _ in range(200):
            await asyncio.sleep(0.1)
            if len(server.history) >= 3:
                break
        await asyncio.sleep(0.3)  # for a fourth, which mustn't come
        seen = len(server.history)
        for one in calls:
            one.cancel()
        await asyncio.gather(*calls, return_exceptions=True)
        return seen

    assert asyncio.run(most()) == 3


def test_one_model_serves_several_event_loops_after_one_another(server: Server) -> None:
    server.always = plain(TEXT)
    one = model(server, EDAKSH_MODEL_CONCURRENCY=1)

    async def both() -> list[Came]:
        return list(await asyncio.gather(call(one), call(one)))

    assert [came.text for _ in range(3) for came in asyncio.run(both())] == [TEXT] * 6


def test_a_cancelled_call_closes_its_connection_at_once(server: Server) -> None:
    server.play(silent(TEXT, after=2))

    async def cancel() -> bool:
        task = asyncio.create_task(call(model(server)))
        while not server.history:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert task.cancelled()
        return await asyncio.to_thread(server.history[0].left_early.wait, 1)

    assert asyncio.run(cancel())


def test_a_closed_stream_closes_its_connection_at_once(server: Server) -> None:
    server.play(slow(TEXT * 100, 0.05))

    async def close() -> bool:
        stream = model(server).stream(seal(ASKED), temperature=0.2, max_tokens=50)
        await anext(stream)
        await stream.aclose()
        return await asyncio.to_thread(server.history[0].left_early.wait, 1)

    assert asyncio.run(close())


def test_a_cancelled_call_gives_its_place_back(server: Server) -> None:
    server.play(silent())
    server.always = plain(TEXT)

    async def after_a_cancelled_one() -> Came:
        one = model(server, EDAKSH_MODEL_CONCURRENCY=1)
        task = asyncio.create_task(call(one))
        while not server.history:
            await asyncio.sleep(0.01)
        task.cancel()
        return await call(one)

    assert asyncio.run(after_a_cancelled_one()).text == TEXT


@pytest.mark.parametrize(
    ("name", "key", "values"),
    [
        ("", "error.model.none", {}),
        ("nobody:knows", "error.model.service", {"name": "nobody:knows"}),
        ("openai:test", "error.model.key", {}),
        ("groq:test", "error.model.provider", {"provider": "groq", "package": "langchain-groq"}),
    ],
)
def test_a_model_that_cannot_be_made_says_what_is_lacking(name: str, key: str, values: dict[str, str]) -> None:
    one = Model(Settings.model_validate({"EDAKSH_MODEL": name}))
    assert (one.name, one.connected) == (name, bool(name))
    came = ask(one)
    assert came.error is not None
    assert (came.error.key, came.error.values) == (key, values)


@pytest.fixture
def by_langchain(server: Server, monkeypatch: pytest.MonkeyPatch) -> Model:
    """A provider that isn't plain OpenAI: LangChain's own class of it asks."""
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", server.url.removesuffix("/v1"))
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", "mine")
    monkeypatch.setenv("OPENAI_API_VERSION", "2024-10-21")
    return Model(Settings.model_validate({"EDAKSH_MODEL": "azure_openai:test", "EDAKSH_MODEL_TIMEOUT": 5}))


def test_another_providers_answer_comes_through_langchain_as_any_other(server: Server, by_langchain: Model) -> None:
    server.play(plain(TEXT))
    assert ask(by_langchain)[:2] == (TEXT, None)
    assert server.history[0].headers["api-key"] == "mine"
    assert [message["content"] for message in server.history[0].body["messages"]] == [text for _, text in ASKED]


@pytest.mark.parametrize(
    ("script", "key", "kept"),
    [
        (failing(401), "error.model.key", ""),
        (failing(404), "error.model.unknown", ""),
        (cut(TEXT), "error.model.cut", TEXT[:5]),
        (filtered(TEXT), "error.model.refused", TEXT[:5]),
    ],
)
def test_another_providers_failure_has_the_same_words(
    server: Server, by_langchain: Model, script: Script, key: str, kept: str
) -> None:
    server.play(script)
    came = ask(by_langchain)
    assert came.error is not None
    assert came.error.key == key
    assert came.text.startswith(kept)


def test_the_name_is_the_default_where_only_an_address_is_given() -> None:
    assert Model(Settings.model_validate({"OPENAI_BASE_URL": "http://127.0.0.1:9/v1"})).name == "openai:gpt-4o-mini"


def test_an_attempt_asks_for_a_word_as_a_draft_is_asked_for(server: Server) -> None:
    server.play(plain("yes"))
    asyncio.run(model(server, OPENAI_API_KEY="mine").attempt())
    assert [request.path for request in server.history] == ["/v1/chat/completions"]
    assert server.history[0].headers["authorization"] == "Bearer mine"


@pytest.mark.parametrize(
    ("script", "key"),
    [
        (failing(401), "error.model.key"),
        (failing(404), "error.model.unknown"),
        (failing(500), "error.model.server"),
        (wrong(), "error.model.nonsense"),
        (silent(), "error.model.silent"),
        (empty(), "error.model.empty"),
    ],
)
def test_an_attempt_says_what_is_wrong_though_the_server_lists_its_models(
    server: Server, script: Script, key: str
) -> None:
    server.play(script, script)  # what may pass by itself is tried twice
    with pytest.raises(ModelError) as raised:
        asyncio.run(model(server, timeout=0.5).attempt())
    assert raised.value.key == key
