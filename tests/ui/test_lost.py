"""A server that is away, and a seat that was given to somebody else: the page says so, and what became of what was written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.scripted_server import Server, slow
from tests.ui.conftest import KEY, Running
from tests.ui.test_labs import hand_in, opened
from tests.ui.test_walk import asked, editor, holds, saved

Sit = Callable[..., Any]


def test_an_answer_that_is_handed_in_while_the_server_is_away_is_told_to_be_handed_in_again(
    sit: Sit, tmp_path: Path
) -> None:
    server = Running(tmp_path)
    server.begin()
    try:
        page = sit(server)
        opened(page, server, "water-tankers")
        editor(page).type("मेरा उत्तर")
        saved(page)
        server.end(kill=True)
        page.click("#hand-in")
        holds(page, "#saved", "सर्वर से संपर्क टूटा है")
        server.begin()
        holds(page, "#saved", "उत्तर जमा नहीं हुआ")
        assert editor(page).input_value() == "मेरा उत्तर"
        assert page.locator("#findings h2, #tries li").count() == 0
        hand_in(page)
        assert page.locator("#saved").inner_text() == ""
        page.reload()
        page.wait_for_selector("#findings h2")
        page.wait_for_timeout(500)
        assert "जमा नहीं हुआ" not in page.inner_text("body")
    finally:
        server.end()


@pytest.mark.parametrize("kill", [True, False])
def test_that_the_server_is_gone_is_told_while_a_model_writes(
    sit: Sit, scripted: Server, tmp_path: Path, kill: bool
) -> None:
    server = Running(
        tmp_path,
        OPENAI_BASE_URL=scripted.url,
        OPENAI_API_KEY=KEY,
        EDAKSH_MODEL="openai:scripted",
        EDAKSH_MODEL_TIMEOUT="4",
    )
    server.begin()
    try:
        page = sit(server)
        asked(page)
        scripted.play(slow("जिले के 42 ग्रामों में जल स्तर नीचे चला गया है। " * 20, 0.2))
        page.click("#agree")
        holds(page, "#editor textarea", "42 ग्रामों")
        server.end(kill=kill)
        page.wait_for_function(
            "() => document.querySelector('#saved')?.textContent.includes('सर्वर से संपर्क टूटा है')", timeout=12_000
        )
        server.begin()
        page.wait_for_function("() => !document.querySelector('#saved')?.textContent.includes('संपर्क टूटा')")
        holds(page, "#editor textarea", "42 ग्रामों")
    finally:
        server.end()
