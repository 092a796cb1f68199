"""A command run in this process: what it printed, what it told, how it left."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from assistant.cli import main

LETTERS = Path(__file__).parents[2] / "templates/letters"


class Done(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Done]:
    """Runs `edaksh …` in an empty folder; `typed` is standard input."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def command(*args: str, typed: str | bytes = "") -> Done:
        raw = typed.encode() if isinstance(typed, str) else typed
        streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2)]
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
            patch.setattr(sys, "stdout", streams[0])
            patch.setattr(sys, "stderr", streams[1])
            status = 0
            try:
                main(list(args))
            except SystemExit as left:
                status = int(left.code or 0)
            printed = []
            for stream in streams:
                stream.flush()
                printed.append(stream.buffer.getvalue().decode())
        return Done(status, *printed)

    return command


@pytest.fixture
def example(tmp_path: Path) -> Callable[[str, str], str]:
    """The path of a copy of a form's example."""

    def copy(form: str, language: str) -> str:
        target = tmp_path / f"{form}.{language}.yaml"
        target.write_bytes((LETTERS / form / f"example.{language}.yaml").read_bytes())
        return str(target)

    return copy
