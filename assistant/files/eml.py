"""A Document as an e-mail that is ready to send: an e-mail with its addresses, or a letter as an attached Word file.

Mail programs open it as a draft; date and sender are theirs to set. Bcc is never written, for the file is handed round.
"""

import re
from dataclasses import replace
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr
from html import escape
from pathlib import Path
from textwrap import shorten

from assistant.files import MEDIA
from assistant.forms.document import Document

RECIPIENTS = {"addressee": "To", "cc": "Cc"}
"""Parts that hold recipients → the header they make."""

ENTRY = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>|(?P<bare>\S+)")
ADDRESS = re.compile(r"[\w+-]+(?:\.[\w+-]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
"""Plain addresses alone: those in a Hindi domain can't be written into a header that all mail programs read."""

FOLD = "\r\n "
"""How a header goes on in the next line of the file."""

UNSAFE = re.compile(r'[\\/:*?"<>|\s.]+')
"""What a file's name can't hold in Windows, or holds badly."""


def write(document: Document, house: Path) -> bytes:
    """The message. The same paper gives the same bytes."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"  # Outlook opens it with a Send button
    if any(row.look == "header" for row in document.rows()):
        body = without_headers(document).text
        # Without `cte` a short Hindi text goes out as 8bit, which some relays refuse.
        message.set_content(body, cte="base64")
        message.add_alternative(web(body, document.language), subtype="html", cte="base64")
    else:
        message.set_content(document.text, cte="base64")
        attach(message, document, house)
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_edaksh_{number}")  # else it is random; base64 has no `_` that could meet it
    return headers(document).encode("ascii") + message.as_bytes()


def headers(document: Document) -> str:
    """Subject, To and Cc as they stand in the file. A recipient of whom no address is known stands in none.

    EmailMessage could fold them, but in long Hindi ones Python 3.11 loses spaces and encodes parts of a name twice.
    """
    lines = f"Subject: {encoded(document.title)}\r\n"
    for part, header in RECIPIENTS.items():
        if found := list(filter(None, map(recipient, named(document, part)))):
            lines += f"{header}: {f',{FOLD}'.join(found)}\r\n"
    return lines


def unaddressed(document: Document) -> list[str]:
    """Who is named in To or Cc and stands in no header, for no address of theirs is known."""
    return [entry for part in RECIPIENTS for entry in named(document, part) if not recipient(entry)]


def named(document: Document, part: str) -> list[str]:
    """Who is named in a line as "To:\\tपदनाम <cmho@example.in>; clerk@example.in"."""
    texts = [row.text for row in document.rows() if row.part == part and row.look == "header"]
    entries = [entry.strip() for words in texts for entry in words.rpartition("\t")[2].split(";")]
    return [entry for entry in entries if entry.strip(".")]  # dots are a blank to be filled


def recipient(entry: str) -> str:
    """One of those named as a header has it; "" without an address."""
    match = ENTRY.fullmatch(entry)
    if not match or not ADDRESS.fullmatch(address := match["address"] or match["bare"] or ""):
        return ""
    name = " ".join((match["name"] or "").replace('"', " ").split())
    return formataddr((name, address)) if plain(name) else f"{encoded(name)}{FOLD}<{address}>"


def encoded(words: str) -> str:
    """The words on one line, a line break being where a forged header could begin, then folded for the file."""
    words = " ".join(words.split())
    return Header(words, "us-ascii" if plain(words) else "utf-8", maxlinelen=70).encode(linesep="\r\n")


def plain(words: str) -> bool:
    """Whether a header can hold them as they are: ASCII, and nothing that a mail program would decode."""
    return words.isascii() and "=?" not in words


def without_headers(document: Document) -> Document:
    """The e-mail's body: what its headers say isn't said again."""
    parts = (
        replace(part, blocks=tuple(block for block in part.blocks if block.look != "header")) for part in document.parts
    )
    return replace(document, parts=tuple(parts))


def web(body: str, language: str) -> str:
    """The text in HTML, for the fonts' sake. Styles are inline: mail programs drop all others."""
    lines = (escape(paragraph).replace("\n", "<br>\n") for paragraph in body.split("\n\n"))
    paragraphs = "\n".join(f'<p style="margin:0 0 12pt">{line}</p>' for line in lines)
    font = "font-family:'Nirmala UI',Mangal,sans-serif;font-size:12pt"
    lang = escape(language)
    return f'<html lang="{lang}"><body lang="{lang}" style="{font}">\n{paragraphs}\n</body></html>\n'


def attach(message: EmailMessage, document: Document, house: Path) -> None:
    """Adds the Word file, named for the paper."""
    # Here, because an e-mail that attaches nothing shouldn't wait for python-docx.
    from assistant.files import docx

    name = shorten(UNSAFE.sub(" ", document.title), 80, placeholder="") or document.form
    maintype, _, subtype = MEDIA[".docx"].partition("/")
    message.add_attachment(docx.write(document, house), maintype=maintype, subtype=subtype, filename=f"{name}.docx")
