"""What the server promises to scripts, to watchers and to the service manager."""

import json
import re
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from gradio_client import Client

from assistant.errors import RecordsError
from assistant.ui.desk import for_trainer
from tests.scripted_server import Server, failing, plain
from tests.ui.conftest import Running, running

BRIEF = json.dumps({"subject": "पेयजल", "points": ["42 ग्रामों में जल स्तर नीचे गया है"]}, ensure_ascii=False)


def get(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def post(url: str, body: bytes, cookie: str = "") -> tuple[int, dict[str, Any]]:
    headers = {"Content-Type": "application/json"} | ({"Cookie": f"edaksh_desk={cookie}"} if cookie else {})
    request = urllib.request.Request(url, body, headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())


def test_watchers_are_told_that_it_lives_and_is_ready(lab: Running) -> None:
    assert get(f"{lab.local}/healthz") == (200, "ok")
    status, body = get(f"{lab.local}/readyz")
    assert (status, json.loads(body)["ready"]) == (200, True)
    assert "python_info" in get(f"{lab.local}/metrics")[1]


def test_the_page_is_kept_by_no_cache_and_its_key_by_no_script(lab: Running) -> None:
    with urllib.request.urlopen(lab.local, timeout=10) as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        assert "HttpOnly" in answer.headers["Set-Cookie"]
        assert "SameSite=lax" in answer.headers["Set-Cookie"]
        script = re.search(r"/assets/[\w.-]+\.js", answer.read().decode())
    assert script
    with urllib.request.urlopen(lab.local + script[0], timeout=10) as answer:
        assert "immutable" in answer.headers["Cache-Control"]  # what is the same for all is fetched once by a PC


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"tab": "x"}', b'{"tab": "x", "fields": []}', b"\xff\xfe"])
def test_a_save_that_makes_no_sense_is_refused_in_words(lab: Running, body: bytes) -> None:
    status, told = post(f"{lab.local}/desk/draft", body)
    assert status == 400
    assert set(told) == {"hi", "en"}


def test_a_save_beyond_all_measure_is_refused_in_words(lab: Running) -> None:
    body = json.dumps({"tab": "x", "fields": {"subject": "क" * 800_000}}, ensure_ascii=False).encode()
    status, told = post(f"{lab.local}/desk/draft", body)
    assert status == 413
    assert "बहुत लंबा" in told["hi"]


def test_more_than_a_paper_in_the_editor_is_refused_in_words(lab: Running) -> None:
    body = json.dumps({"tab": "x", "fields": {"editor": "1 " * 150_001}}).encode()
    status, told = post(f"{lab.local}/desk/draft", body)
    assert status == 413
    assert "300000" in told["hi"]


def test_a_browser_finds_only_its_own_paper(lab: Running) -> None:
    body = json.dumps({"tab": "x", "fields": {"subject": "केवल मेरा"}}).encode()
    assert post(f"{lab.local}/desk/draft", body, cookie="one")[0] == 200
    assert get(f"{lab.local}/desk/file/docx")[0] == 404


def test_the_draft_endpoint_streams_and_ends_with_the_whole_paper(lab: Running) -> None:
    job = Client(lab.local, verbose=False).submit("letter", "hi", BRIEF, api_name="/draft")
    text = job.result(timeout=30)
    assert "42 ग्रामों में जल स्तर नीचे गया है" in text
    assert "विषय :-" in text
    assert "विषय :-" not in job.outputs()[0]


def test_the_draft_endpoint_speaks_for_the_model_and_without_it(lab_with_model: Running, scripted: Server) -> None:
    client = Client(lab_with_model.local, verbose=False)
    scripted.play(plain("मॉडल का अपना वाक्य यहाँ है।"))
    assert "मॉडल का अपना वाक्य यहाँ है।" in client.predict("letter", "hi", BRIEF, api_name="/draft")
    scripted.play(failing(500), failing(500))
    assert "42 ग्रामों" in client.predict("letter", "hi", BRIEF, api_name="/draft")


@pytest.mark.parametrize(
    ("form", "language", "brief", "words"),
    [
        ("leter", "hi", "{}", "There is no form"),
        ("letter", "fr", "{}", "hi, en"),
        ("letter", "hi", '{"subjet": "x"}', "subject"),
        ("letter", "hi", "{", "JSON"),
    ],
)
def test_a_wrong_call_of_the_endpoint_is_told_what_is_wrong(
    lab: Running, form: str, language: str, brief: str, words: str
) -> None:
    with pytest.raises(Exception, match=words):
        Client(lab.local, verbose=False).predict(form, language, brief, api_name="/draft")


def test_it_ends_within_ten_seconds_with_a_browser_connected(sit: Callable[..., Any], tmp_path: Path) -> None:
    server = Running(tmp_path)
    server.begin()
    page = sit(server)
    page.wait_for_timeout(500)
    assert server.end() < 10


def test_a_port_that_is_taken_is_told_in_one_line(lab: Running) -> None:
    command = [sys.executable, "-m", "assistant", "serve", "--port", str(lab.port)]
    told = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert told.returncode == 2
    assert len(told.stderr.strip().splitlines()) == 1
    assert "--port" in told.stderr


def test_a_full_disk_is_told_without_the_servers_folders(tmp_path: Path) -> None:
    """The limit on a file's size plays the full disk: SQLite fails in the same place."""
    resource = pytest.importorskip("resource")
    server = Running(tmp_path)
    server.begin()
    assert post(f"{server.local}/desk/draft", b'{"tab": "x", "fields": {"subject": "a"}}', cookie="full")[0] == 200
    assert server._process is not None
    try:
        resource.prlimit(server._process.pid, resource.RLIMIT_FSIZE, (1, 1))
        status, told = post(f"{server.local}/desk/draft", b'{"tab": "x", "fields": {"subject": "b"}}', cookie="full")
        assert status == 507
        assert "लिखते रहिए" in told["hi"]
        assert str(tmp_path) not in json.dumps(told)
    finally:
        server.end(kill=True)


def test_a_database_that_another_program_holds_is_told_as_that(tmp_path: Path) -> None:
    save = b'{"tab": "x", "fields": {"subject": "a"}}'
    with running(tmp_path) as server:
        assert post(f"{server.local}/desk/draft", save, cookie="held")[0] == 200
        with closing(sqlite3.connect(tmp_path / "edaksh.db", isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            status, told = post(f"{server.local}/desk/draft", save, cookie="held")
    assert status == 507
    assert "किसी और प्रोग्राम ने रोक रखा है" in told["hi"]
    assert "another program holds the database" in told["en"]
    logged = (tmp_path / "server.log").read_text(encoding="utf-8")
    assert "Another program holds the database. Close it, or try again in a while." in logged
    assert "PosixPath" not in logged
    assert (
        for_trainer(RecordsError("error.records.busy", why="database is locked", home=tmp_path)).key
        == "error.records.busy"
    )
