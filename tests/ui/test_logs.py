"""The server's log holds no key, no text and nobody's number, whatever goes wrong."""

import json
from contextlib import suppress

from gradio_client import Client

from tests.planted import BRIEF, GOES_WRONG, leaks
from tests.scripted_server import Server
from tests.ui.conftest import Running


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
