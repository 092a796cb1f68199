"""No log holds a key, a text or anybody's number, whatever goes wrong: the server's, the commands', errors.log."""

import json
import logging
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from gradio_client import Client

from tests.scripted_server import Script, Server, cut, failing, filtered, plain, unfinished, wrong
from tests.ui.conftest import KEY, Running

ROOT = Path(__file__).parents[2]
PLANTED = ("रामलाल", "3987", "98930", "ABCPL1234F", "झींगुरपुरा", KEY)
BRIEF = {
    "subject": "झींगुरपुरा की शिकायत",
    "points": [
        "श्री रामलाल यादव, आधार 3987 6543 2105, मोबाइल 98930 12345, पैन ABCPL1234F ने झींगुरपुरा में हैंडपंप खराब होने की शिकायत की",
    ],
}
ECHO = json.dumps({"error": {"message": f"Incorrect key {KEY} for रामलाल 98930 12345 झींगुरपुरा"}}, ensure_ascii=False)
TEXT = "झींगुरपुरा के श्री [NAME-1] ने मोबाइल [PHONE-1] से शिकायत की है, इस पर कार्यवाही की जाए। " * 3
GOES_WRONG = (
    failing(401, ECHO), failing(500, ECHO), failing(500, ECHO), failing(400, ECHO), failing(404, ECHO), wrong(), cut(TEXT),
    unfinished(TEXT), filtered(TEXT), Script(body="data: {झींगुरपुरा\n\n"), plain("झींगुरपुरा I'm sorry"), plain(TEXT),
)  # fmt: skip


def leaks(text: str) -> list[str]:
    return [planted for planted in PLANTED if planted in text]


def test_the_servers_log_has_nothing_of_anybody(lab_with_model: Running, scripted: Server) -> None:
    client = Client(lab_with_model.local, verbose=False)
    brief = json.dumps(BRIEF, ensure_ascii=False)
    for script in GOES_WRONG:
        scripted.play(script)
    while scripted.queue:
        assert "झींगुरपुरा" in client.predict("letter", "hi", brief, api_name="/draft")
    for call in (("letter", "hi", brief[:-3]), ("झींगुरपुरा", "hi", brief), ("letter", "रामलाल", brief)):
        with suppress(Exception):
            client.predict(*call, api_name="/draft")
    logged = (lab_with_model.home / "server.log").read_text(encoding="utf-8", errors="replace")
    assert leaks(logged) == []
    assert leaks(json.dumps([request.body for request in scripted.asked], ensure_ascii=False)) == ["झींगुरपुरा"]


def test_the_commands_log_has_nothing_of_anybody(tmp_path, make, brief, caplog, capfd) -> None:
    caplog.set_level(logging.DEBUG)
    facts = brief("letter", json.dumps(BRIEF, ensure_ascii=False))
    with Server(*GOES_WRONG) as server:
        import asyncio

        ours = make(
            OPENAI_BASE_URL=server.url, OPENAI_API_KEY=KEY, EDAKSH_MODEL="openai:test", EDAKSH_MODEL_TIMEOUT="5"
        )
        while server.queue:
            asyncio.run(ours.drafter.write(facts, "hi"))
            ours.__dict__.pop("model")  # else it rests after three failures
        server.play(failing(401, ECHO))
        (tmp_path / "b.json").write_text(json.dumps(BRIEF, ensure_ascii=False), encoding="utf-8")
        told = subprocess.run(
            [sys.executable, "-m", "assistant", "draft", "--form", "letter", "--lang", "hi", "--brief", "b.json", "-o", "x.txt"],
            env=os.environ | {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": KEY, "OPENAI_LOG": "debug", "PYTHONPATH": str(ROOT)},
            cwd=tmp_path, capture_output=True, text=True, check=True,
        )  # fmt: skip
    ours_said = [record.getMessage() for record in caplog.records if record.name != "asyncio"]
    assert leaks("\n".join((*ours_said, told.stderr, told.stdout, *capfd.readouterr()))) == []
