"""What is in the file that a command was called with."""

import sys
from pathlib import Path

from assistant.errors import InputError
from assistant.messages import say


def named(file: str) -> str:
    """What messages call the file that a command was called with: its name, and "-" what it stands for."""
    from assistant.cli import terminal_language

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
