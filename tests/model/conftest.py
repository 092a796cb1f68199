"""A scripted server, and an environment in which no real one can be reached."""

import os
from collections.abc import Iterator

import pytest

from tests.scripted_server import Server

OURS = ("OPENAI_", "EDAKSH_", "LANGSMITH_", "LANGCHAIN_")


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(OURS) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running
