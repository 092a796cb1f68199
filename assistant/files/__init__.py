"""A Document as the bytes of a file, and the loose text that is in a file, one module a format.

All say the same words in the same order; only the look differs. Leans on `forms.document` alone. A module is
imported when its format is first asked for: a text needs no python-docx.
"""

from importlib import import_module
from pathlib import Path

from assistant.errors import InputError
from assistant.files.loose import Loose
from assistant.forms.document import Document

FILES = {
    ".docx": "docx",
    ".pdf": "pdf",
    ".html": "html",
    ".txt": "txt",
    ".eml": "eml",
}
"""Suffix → module of this room. Each module has `write(document, house) -> bytes`."""

READERS = {
    ".docx": "read_docx",
    ".eml": "read_eml",
    ".txt": "read_text",
    ".md": "read_text",
}
"""Suffix → module of this room that reads it. Each has `read(raw) -> Loose`."""

SAVED_ANEW = (".doc", ".dot", ".docm", ".dotx", ".odt", ".rtf", ".wps")
"""What Word opens too: it can be saved there as a Word file that is read."""

MOST_BYTES = 20_000_000
MOST_LETTERS = 1_000_000
"""What is larger than this on the disk, or has more letters, is no paper of an office: three hundred pages."""

MEDIA = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".txt": "text/plain",
    ".eml": "message/rfc822",
}
"""Suffix → media type, for a download and for an attachment."""


def write(document: Document, suffix: str, house: Path) -> bytes:
    """The file of that suffix, in either case. `house` is the office's `house.docx`; it gives what has pages its look."""
    module = FILES.get(suffix.lower())
    if module is None:
        raise InputError("error.suffix", suffix=suffix, allowed=", ".join(FILES))
    content: bytes = import_module(f"{__name__}.{module}").write(document, house)
    return content


def read(raw: bytes, suffix: str) -> Loose:
    """The text in a file of that suffix, in either case. Raises InputError where it is too large, or isn't what it is called."""
    module = READERS.get(suffix.lower())
    if module is None:
        how = "error.read.anew" if suffix.lower() in SAVED_ANEW else "error.read.suffix"
        raise InputError(how, suffix=suffix, allowed=", ".join(READERS))
    loose = None
    if len(raw) <= MOST_BYTES:
        loose = import_module(f"{__name__}.{module}").read(raw)
    if loose is None or len(loose.text) > MOST_LETTERS:
        raise InputError("error.read.large", most=MOST_BYTES // 1_000_000, letters=MOST_LETTERS)
    return Loose(*loose)
