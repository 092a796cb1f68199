"""A real server in a process of its own, and a real Chromium in front of it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.planted import KEY
from tests.scripted_server import Server

HOST = "lab.test"
"""A name that Chromium maps to this machine. Only 127.0.0.1 and localhost are "secure" over plain http: here, as at a LAN
address, the browser withholds the clipboard API and the rest."""


BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first of them that is installed; the first is Debian's Chromium without the window that nobody sees, at two thirds of the work."""


def chromium() -> str:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        if os.environ.get("CI"):
            pytest.fail("Chromium is not installed: sudo apt install chromium")
        pytest.skip("Chromium is not installed: sudo apt install chromium")
    return found


class Running:
    """`edaksh serve` in its own folder. It can be ended and begun again at the same port with the same folder."""

    def __init__(self, home: Path, **settings: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.home = home
        self.host = "127.0.0.1"
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}/"

    @property
    def local(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def begin(self) -> None:
        kept = {
            k: v for k, v in os.environ.items() if not k.startswith(("EDAKSH_", "OPENAI_")) and "proxy" not in k.lower()
        }
        command = [sys.executable, "-m", "assistant", "serve", "--port", str(self.port), "--host", self.host]
        with (self.home / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                command,
                env=kept | {"EDAKSH_HOME": str(self.home)} | self._settings,
                stdout=log,
                stderr=log,
                cwd=self.home,
            )
        for _ in range(900):
            with suppress(OSError), urllib.request.urlopen(f"{self.local}/healthz", timeout=2):
                return
            if self._process.poll() is not None:
                break
            time.sleep(0.1)
        pytest.fail(f"The server didn't start: {(self.home / 'server.log').read_text(encoding='utf-8')[-2000:]}")

    def end(self, kill: bool = False) -> float:
        """Ends it as a service manager would, or as a power cut would; the seconds that it took."""
        begun = time.monotonic()
        if self._process:
            self._process.kill() if kill else self._process.terminate()
            self._process.wait(20)
            self._process = None
        return time.monotonic() - begun


@contextmanager
def running(home: Path, **settings: str) -> Iterator[Running]:
    server = Running(home, **settings)
    server.begin()
    try:
        yield server
    finally:
        server.end()


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server without a model."""
    with running(tmp_path_factory.mktemp("lab")) as server:
        yield server


@pytest.fixture(scope="session")
def scripted() -> Iterator[Server]:
    """The model that plays what a test gives it."""
    with Server() as server:
        yield server


@pytest.fixture(scope="session")
def lab_with_model(tmp_path_factory: pytest.TempPathFactory, scripted: Server) -> Iterator[Running]:
    """A server with the scripted model connected."""
    home = tmp_path_factory.mktemp("lab-with-model")
    with running(
        home, OPENAI_BASE_URL=scripted.url, OPENAI_API_KEY=KEY, EDAKSH_MODEL="openai:scripted", EDAKSH_MODEL_TIMEOUT="4"
    ) as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    path = chromium()
    with sync_playwright() as playwright:
        args = [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", f"--host-resolver-rules=MAP {HOST} 127.0.0.1",
        ]  # fmt: skip
        started = playwright.chromium.launch(executable_path=path, args=args)
        yield started
        started.close()


def faults(page: Any, step: str = "") -> list[str]:
    """What a screen reader or the keyboard stumbles over on a page, as Axe tells it; `step` names the page."""
    from axe_playwright_python.sync_playwright import Axe

    heard = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}).response["violations"]
    return [f"{step} {fault['id']}: {fault['nodes'][0]['html'][:160]}".strip() for fault in heard]


@pytest.fixture
def sit(browser: Any) -> Iterator[Callable[..., Any]]:
    """Sits a person down at a browser of their own; afterwards nothing went to another host and no script failed."""
    contexts: list[Any] = []
    strange: list[str] = []

    def open_page(server: Running, width: int = 1366, height: int = 768) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True)
        context.set_default_timeout(60_000)  # a machine may be busy with other things; what works is not held up
        contexts.append(context)

        def look(request: Any) -> None:
            if request.url.startswith("http") and urlsplit(request.url).hostname != HOST:
                strange.append(request.url)

        context.on("request", look)
        page = context.new_page()
        page.on("pageerror", lambda error: strange.append(f"script: {error}"))
        page.goto(server.url)
        page.wait_for_selector("#steps [aria-current]")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert strange == []
