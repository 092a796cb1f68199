"""An e-mail as a person sees it: To, Cc and Subject above the text, which is its plain part, or its HTML where there is no other."""

import re
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses
from html.parser import HTMLParser

from assistant.errors import InputError
from assistant.files.loose import Loose

HEADERS = ("To", "Cc", "Subject")
MOST_PARTS = 200
"""Parts of a message beyond these are no letter's."""

BREAKS = {"p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
UNSEEN = {"script", "style", "head", "title", "template"}


def read(raw: bytes) -> Loose:
    """The headers and the text. Raises InputError where it is no e-mail that can be read."""
    try:
        message = BytesParser(policy=policy.default).parsebytes(raw)
        headers = [f"{name}: {value}" for name in HEADERS if (value := _header(message, name))]
        text = _text(message)
    except (MessageError, LookupError, ValueError, AttributeError, TypeError, IndexError, RecursionError):
        raise InputError("error.read.eml") from None
    if not headers and not message.keys():
        raise InputError("error.read.eml")
    return Loose("\n".join(headers) + ("\n\n" if headers else "") + text)


def _header(message: EmailMessage, name: str) -> str:
    """All headers of that name on one line; recipients as mail programs show them, `name <address>`."""
    values = []
    for header, folded in message.raw_items():
        if header.lower() == name.lower():
            raw = re.sub(r"\r?\n[ \t]*", " ", str(folded)).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            named = (
                []
                if name == "Subject" or "@" not in raw  # To: All Librarians
                else [(_decoded(who), address) for who, address in getaddresses([raw]) if address]
            )
            values.append(
                "; ".join(f"{who} <{address}>" if who else address for who, address in named) or _decoded(raw)
            )
    return "; ".join(filter(None, values))


def _decoded(raw: str) -> str:
    """A header's words. Python 3.11's own reading of a message puts spaces into long Hindi ones, where two encoded words meet."""
    return " ".join(str(make_header(decode_header(raw))).split())


def _text(message: EmailMessage) -> str:
    for n, _ in enumerate(message.walk()):
        if n > MOST_PARTS:
            raise InputError("error.read.eml")
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    content = body.get_content()
    if not isinstance(content, str):
        raise InputError("error.read.eml")
    text = seen(content) if body.get_content_type() == "text/html" else content
    return re.sub("\r\n?", "\n", text).strip("\n")


class _Page(HTMLParser):
    """The words of a page, a line for each paragraph or row."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in UNSEEN
        if tag == "br":
            self.pieces.append("\n")
        elif tag in ("td", "th"):
            self.pieces.append("\t")
        elif tag in BREAKS:
            self.pieces.append("\n\n" if tag == "p" else "\n")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN and self.unseen > 0
        if tag in BREAKS:
            self.pieces.append("\n\n" if tag == "p" else "\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(re.sub(r"\s+", " ", data))


def seen(html: str) -> str:
    """What a person sees of a web page, as lines."""
    page = _Page()
    page.feed(html)
    page.close()
    lines = (line.strip() for line in "".join(page.pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
