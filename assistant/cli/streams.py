"""What goes into a command and comes out of it: files, standard input and output, and the language they are told in."""

import json
import os
import sys
from pathlib import Path

import click
from click.exceptions import NoSuchCommand

from assistant.content import MOST_BYTES, Content
from assistant.errors import InputError, Problem
from assistant.messages import say


def terminal_language() -> str:
    """The language that messages on standard error are in."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "hi" if locale.startswith("hi") else "en"


def told(problem: Problem, content: Content | None = None) -> str:
    """One problem on one line: file, line and place where they are known, and what is wrong. A content file of the office's own is
    told with its folder."""
    file = content.named(problem.file) if content else problem.file
    place = ":".join(filter(None, (file, str(problem.line or ""), problem.at)))
    return f"{place}: {say(problem.key, terminal_language(), **problem.values)}"


def misused(error: click.ClickException) -> str:
    """One sentence about a call that is wrong, and where the right ones are listed; click has them in English alone."""
    context: click.Context | None = getattr(error, "ctx", None)
    values = {"path": context.command_path if context else "edaksh"}
    match error:
        case click.NoSuchOption():
            key, values["name"] = "usage.option", error.option_name
        case NoSuchCommand():
            key, values["name"] = "usage.command", error.command_name
        case click.MissingParameter(param=click.Parameter() as missing):
            key, values["name"] = "usage.missing", _called(missing)
        case click.BadParameter(param=click.Parameter(type=click.Choice() as choice) as wrong):
            key, values["name"] = "usage.choice", _called(wrong)
            values["choices"] = ", ".join(map(str, choice.choices))
        case click.BadOptionUsage():
            key, values["name"] = "usage.value", error.option_name
        case _:
            key, values["why"] = "usage.other", " ".join(error.format_message().split())
    return say(key, terminal_language(), **values)


def _called(what: click.Parameter) -> str:
    return what.opts[-1] if isinstance(what, click.Option) else what.opts[-1].upper()


def named(file: str) -> str:
    """What messages call the file that a command was called with: its name, and "-" what it stands for."""
    return say("file.stdin", terminal_language()) if file == "-" else Path(file).name


def file_bytes(name: str, most: int) -> bytes:
    """A file's bytes, or standard input's for "-"; one more than `most` at the most, so that too large a file is known as such.

    Raises InputError where there is no such file or it can't be read.
    """
    try:
        if name == "-":
            return sys.stdin.buffer.read(most + 1)
        with Path(name).open("rb") as file:
            return file.read(most + 1)
    except (FileNotFoundError, ValueError):  # a NUL in the name
        raise InputError("error.file.missing", file=name) from None
    except OSError as error:
        raise InputError("error.file.closed", file=named(name), why=error.strerror or type(error).__name__) from None


def file_text(name: str) -> str:
    """A file's text, or standard input's for "-"."""
    # A letter takes four bytes at most; what is longer is refused, though it never end (/dev/zero).
    most = 4 * MOST_BYTES
    raw = file_bytes(name, most)
    if len(raw) > most:
        raise InputError("error.file.large", file=named(name))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("error.brief.encoding", file=named(name)) from None


def write_file(path: Path, content: bytes) -> None:
    """The file whole or not at all: a full disk leaves nothing half written under the file's name."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError("error.file.write", file=str(path), why=error.strerror or type(error).__name__) from None


def print_text(text: str) -> None:
    """A text as it is, with one line end after it."""
    click.echo(text, nl=not text.endswith("\n"))


def json_text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)
