"""What the page needs for Hindi at the keyboard: where it is served, how it is kept, and the two ways of Kruti Dev."""

import gzip
import json
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.language.lexicon import usual
from assistant.ui import hindi

EVERYTHING = (*hindi.SCRIPTS, hindi.STYLE, hindi.WORDS, hindi.TERMS)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    server = FastAPI()
    hindi.mount(server)
    with TestClient(server) as client:
        yield client


def test_a_browser_asks_once_for_each_content_and_gets_it_compressed(client):
    for name in EVERYTHING:
        answer = client.get(hindi.address(name))
        assert answer.status_code == 200
        assert answer.headers["Content-Encoding"] == "gzip"
        assert "immutable" in answer.headers["Cache-Control"]
        assert client.get(f"/hindi/{name}?v=of-yesterday").headers["Cache-Control"] == "no-cache"
        assert client.get(f"/hindi/{name}", headers={"Accept-Encoding": "identity"}).content == answer.content
    assert client.get("/hindi/typing.py").status_code == 404


def test_all_of_it_weighs_less_than_three_hundred_kilobytes():
    assert sum(len(hindi.content(name)[0]) for name in EVERYTHING) < 280_000


def test_the_page_works_by_the_words_that_the_command_works_by():
    told = json.loads(gzip.decompress(hindi.content(hindi.WORDS)[0]))
    assert {word: int(digit) for digit, words in told["usual"].items() for word in words.split()} == usual()


def test_each_term_has_its_pair_and_what_is_wrong_is_not_among_what_is_right():
    for term in hindi.terms():
        assert term["en"]
        assert term["mp"]
        assert not {*term["mp"], *term["up"]} & set(term["wrong"]), term["en"]


def test_a_pasted_text_is_told_to_be_of_the_font_and_how_it_reads(client):
    pasted = "ftys ds 42 xzkeksa esa ty Lrj uhps x;k gSA\ndeo@example.in"
    told = client.post("/hindi/to-unicode", json={"text": pasted}).json()
    assert told == {"text": "जिले के 42 ग्रामों में जल स्तर नीचे गया है।\ndeo@example.in", "legacy": True}
    english = "Please send the list today."
    assert client.post("/hindi/to-unicode", json={"text": english}).json() == {"text": english, "legacy": False}
    assert client.post("/hindi/to-unicode", json={"text": english, "sure": True}).json()["legacy"] is False
    assert client.post("/hindi/to-unicode", json={"text": "uohu xqIrk", "sure": True}).json()["text"] == "नवीन गुप्ता"


def test_a_text_is_given_in_the_keys_of_the_font(client):
    assert client.post("/hindi/to-krutidev", json={"text": "जिला पंचायत"}).json() == {"text": "ftyk iapk;r"}


@pytest.mark.parametrize("body", ["", "[]", "{}", "nonsense"])
def test_a_request_that_says_nothing_is_refused(client, body):
    assert client.post("/hindi/to-unicode", content=body).status_code == 400
