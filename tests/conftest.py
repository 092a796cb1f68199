"""What every test gets: a folder of its own for data, none of this machine's settings, and no way out of this machine."""

import os
import socket
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.drafting import Draft
from assistant.forms.brief import Brief, read_brief
from assistant.forms.library import Library
from assistant.settings import read_settings

OURS = ("EDAKSH_", "OPENAI_", "LANGSMITH_", "LANGCHAIN_")


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders that aren't there yet, one a test: most tests need none, and making thousands takes minutes."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture
def home(homes: Iterator[Path]) -> Path:
    """Where this test's assistant keeps its data."""
    return next(homes)


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Nothing of this machine's settings, and a home that no other test sees."""
    for name in list(os.environ):
        if name.startswith(OURS) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("EDAKSH_HOME", str(home))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to another machine is a failure of the test, not a wait for it."""
    connect = socket.socket.connect

    def near(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test reached for {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", near)


@pytest.fixture(autouse=True)
def whole_checks(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A check that breaks is a failure here, though a class would go on without it."""
    yield
    broken = [
        record.getMessage()
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.name == "assistant.checks"
    ]
    assert not broken, broken


@pytest.fixture(scope="session")
def built_in() -> Assistant:
    """The built-in content, read once: it is the same for every test, and nobody writes to it."""
    return Assistant(read_settings({}))


@pytest.fixture
def make(home: Path, built_in: Assistant) -> Callable[..., Assistant]:
    """An assistant with the settings that are named."""

    def made(**settings: str) -> Assistant:
        one = Assistant(read_settings({"EDAKSH_HOME": str(home), **settings}))
        if "EDAKSH_CONTENT" not in settings:
            one.__dict__ |= {"content": built_in.content, "library": built_in.library, "labs": built_in.labs}
        return one

    return made


@pytest.fixture
def assistant(make: Callable[..., Assistant]) -> Assistant:
    """An assistant without a model."""
    return make()


@pytest.fixture
def library(assistant: Assistant) -> Library:
    return assistant.library


@pytest.fixture
def brief(library: Library) -> Callable[[str, str], Brief]:
    """A brief of a form, from YAML as a person writes it."""
    return lambda form, text: read_brief(library.form(form), text, "brief.yaml")


@pytest.fixture
def offline(assistant: Assistant, brief: Callable[[str, str], Brief]) -> Callable[..., Draft]:
    """The draft that a form makes of a brief without a model."""
    return lambda form, language, text: assistant.drafter.offline(brief(form, text), language)


@pytest.fixture
def body(offline: Callable[..., Draft]) -> Callable[..., str]:
    """The text of that draft's body, one paragraph a line."""
    return lambda form, language, text: offline(form, language, text).prose
