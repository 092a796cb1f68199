"""A Document as the bytes of a file, one module a format.

All say the same words in the same order; only the look differs. Leans on `forms.document` alone. A module is
imported when its format is first asked for: a text needs no python-docx.
"""

from importlib import import_module
from pathlib import Path

from assistant.errors import InputError
from assistant.forms.document import Document

FILES = {
    ".docx": "docx",
    ".html": "html",
    ".txt": "txt",
    ".eml": "eml",
}
"""Suffix → module of this room. Each module has `write(document, house) -> bytes`."""

MEDIA = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".txt": "text/plain",
    ".eml": "message/rfc822",
}
"""Suffix → media type, for a download and for an attachment."""


def write(document: Document, suffix: str, house: Path) -> bytes:
    """The file of that suffix, in either case. `house` is the office's `house.docx`; only Word files read it."""
    module = FILES.get(suffix.lower())
    if module is None:
        raise InputError("error.suffix", suffix=suffix, allowed=", ".join(FILES))
    content: bytes = import_module(f"{__name__}.{module}").write(document, house)
    return content
