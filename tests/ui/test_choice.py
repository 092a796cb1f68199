"""The model is chosen and tried on one page: its key is kept with care and never shown, the environment wins, and only an admin may."""

import json
import stat
from types import SimpleNamespace

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from assistant.cli.doctor import examine
from assistant.messages import LANGUAGES, say
from assistant.records import Seat
from assistant.settings import CHOSEN, read_settings
from assistant.ui.choice import mount
from tests.scripted_server import Server, failing, plain


@pytest.fixture
def page(make):
    """The page of an installation, and the installation; `role` signs somebody in."""

    def open_page(role="", **settings):
        ours, server = make(**settings), FastAPI()

        @server.middleware("http")
        async def sit(request: Request, go_on):
            request.state.seat = Seat(SimpleNamespace(role=role), None) if role else None
            return await go_on(request)

        mount(server, ours)
        return TestClient(server), ours

    return open_page


def test_a_model_is_chosen_tried_and_kept_for_the_next_start(page, home):
    with Server(always=plain("yes")) as model:
        browser, ours = page()
        told = browser.post(
            "/settings", data={"lang": "en", "model": "openai:test", "address": model.url, "key": "sk-very-secret"}
        )
        assert "The model openai:test answers." in told.text
        assert model.asked[0].headers["authorization"] == "Bearer sk-very-secret"
        assert ours.model.connected
        kept = home / CHOSEN
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert "sk-very-secret" not in told.text + browser.get("/settings").text
        after = read_settings({"EDAKSH_HOME": str(home)})
        assert (after.model_name, after.openai_api_key, after.chosen) == ("openai:test", "sk-very-secret", True)
        # An empty key keeps the one that is there; another address is never handed the old one's key.
        browser.post("/settings", data={"model": "openai:other", "address": model.url, "key": ""})
        assert json.loads(kept.read_text())["OPENAI_API_KEY"] == "sk-very-secret"
        browser.post("/settings", data={"model": "openai:other", "address": "http://127.0.0.1:9/v1", "key": ""})
        assert "OPENAI_API_KEY" not in json.loads(kept.read_text())
        browser.post("/settings", data={"off": "1"})
        assert not ours.model.connected
        assert not read_settings({"EDAKSH_HOME": str(home)}).model_name


def test_what_is_wrong_is_said_in_a_sentence_and_typed_words_that_cannot_be_change_nothing(page, home):
    with Server(always=failing(401)) as model:
        browser, ours = page()
        told = browser.post("/settings", data={"lang": "en", "model": "openai:test", "address": model.url, "key": "x"})
        assert "did not accept the key" in told.text
    for wrong in ({"model": "gpt"}, {"model": "openai:test"}, {"model": "openai:test", "address": "ftp://x"}):
        told = browser.post("/settings", data={"lang": "hi", "address": "", "key": "", **wrong})
        assert 'class="notice mend"' in told.text
    assert ours.settings.model == "openai:test"
    assert any("chosen on the screen" in one.text for one in examine(ours))


@pytest.mark.parametrize("name", ["gemma3:12b", "gemma3:4b", "gpt-oss:20b", "mistral:7b", "llama3.2:3b", "gemma3"])
def test_a_local_models_own_name_is_told_to_lack_the_service(page, name):
    browser, _ = page()
    told = browser.post("/settings", data={"lang": "en", "model": name, "address": "http://127.0.0.1:9/v1", "key": ""})
    assert (f"openai:{name}" if ":" in name and "." not in name else "openai:gemma3:12b") in told.text.partition(
        "<form"
    )[0]


def test_what_the_environment_sets_wins_and_the_page_says_so(page, home):
    (home / CHOSEN).parent.mkdir(parents=True, exist_ok=True)
    (home / CHOSEN).write_text(
        json.dumps({"EDAKSH_MODEL": "openai:mine", "OPENAI_BASE_URL": "http://x", "OPENAI_API_KEY": "k"})
    )
    with Server(always=plain("yes")) as model:
        browser, ours = page(OPENAI_BASE_URL=model.url, EDAKSH_MODEL="openai:theirs")
        assert "openai:theirs" in browser.get("/settings?lang=en").text
        assert 'name="key"' not in browser.get("/settings").text
        browser.post("/settings", data={"model": "openai:other", "address": "http://127.0.0.1:9", "key": ""})
        assert (ours.model.name, ours.settings.openai_api_key) == ("openai:theirs", "")
        assert "answers" in browser.post("/settings", data={"lang": "en"}).text


def test_only_an_admin_chooses_and_only_from_our_own_page(page):
    for role in ("trainee", "trainer", "officer"):
        browser, ours = page(role)
        assert browser.get("/settings").status_code == 403
        assert browser.post("/settings", data={"model": "openai:x", "address": "http://127.0.0.1:9"}).status_code == 403
        assert not ours.model.connected
    browser, ours = page("admin")
    assert browser.get("/settings").status_code == 200
    strange = {"origin": "http://elsewhere.example"}
    assert (
        browser.post(
            "/settings", data={"model": "openai:x", "address": "http://127.0.0.1:9"}, headers=strange
        ).status_code
        == 403
    )
    assert not ours.model.connected


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_with_the_model_names_the_box_of_the_page_and_the_setting(language):
    for why in ("unknown", "unreachable", "nonsense", "address"):
        told = say(f"error.model.{why}", language, name="openai:x")
        assert f"{say('choice.address', language)} (OPENAI_BASE_URL" in told
    assert f"{say('choice.model', language)} (EDAKSH_MODEL" in say("error.model.unknown", language, name="openai:x")
