"""What a command says and writes down holds no key, no text and nobody's number, whatever goes wrong."""

import asyncio
import json
import logging
import os
import subprocess
import sys
from pathlib import Path

from tests.planted import BRIEF, ECHO, GOES_WRONG, KEY, leaks
from tests.scripted_server import Server, failing

ROOT = Path(__file__).parents[2]


def test_the_commands_log_has_nothing_of_anybody(tmp_path, make, brief, caplog, capfd) -> None:
    caplog.set_level(logging.DEBUG)
    facts = brief("letter", json.dumps(BRIEF, ensure_ascii=False))
    with Server(*GOES_WRONG) as server:
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
