"""Plain text out of a file: UTF-8, or UTF-16 with the mark that Notepad puts before it."""

import codecs

from assistant.errors import InputError
from assistant.files.loose import Loose

MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (codecs.BOM_UTF8, "utf-8-sig"))


def read(raw: bytes) -> Loose:
    """The text as it was typed, line ends and all. Raises InputError where it is in no Unicode encoding."""
    encoding = next((encoding for mark, encoding in MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        raise InputError("error.read.encoding") from None
    if "\x00" in text:
        raise InputError("error.read.encoding")
    return Loose(text)
