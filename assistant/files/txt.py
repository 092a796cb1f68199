"""A Document as plain text: what a reader of the Word file reads, and what is pasted into e-Office."""

from pathlib import Path

from assistant.forms.document import Document


def write(document: Document, house: Path) -> bytes:
    """The text as UTF-8 with Windows line ends, which old Notepads need. No byte order mark: e-Office would show it."""
    return (document.text + "\n").replace("\n", "\r\n").encode()
