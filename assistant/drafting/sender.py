"""Whose letter it is: whom an answer goes to, and how the letter is cited."""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from assistant.forms.labels import Labels
from assistant.forms.reader.sheet import CONTACT

_OFFICE = re.compile(r"^(?:कार्यालय,?\s+|office of (?:the )?)", re.IGNORECASE)
_CITIZEN = re.compile(r"^(?:प्रार्थी|प्रार्थिनी|आवेदक|आवेदिका|निवेदक|applicant)\W*$", re.IGNORECASE)
_GOVERNMENT = re.compile(r"\S+ ?\S* (?:शासन|सरकार)|government of [a-z .]+|govt\.? of [a-z .]+", re.IGNORECASE)
_DEPARTMENT = re.compile(r"विभाग|मंत्रालय|\b(?:department|ministry)\b", re.IGNORECASE)
_HOUSE = re.compile(
    r"भवन|मंत्रालय,|परिसर|मार्ग|कक्ष|तल\b|^मंत्रालय$|\b(?:bhawan|bhavan|mantralaya|vallabh|road|marg|floor|room|complex)\b",
    re.IGNORECASE,
)
"""Where an office sits: on the envelope, not where its letter is cited."""
_ENGLISH = re.compile(r"\b(?:department|ministry)\b", re.IGNORECASE)
"""Road Transport may be what a department is for; मंत्रालय is a building's name in the states as well."""
_MOTTO = re.compile(
    r"^[(/:]|जयते|बचाओ|पढ़ाओ|महोत्सव|अभियान|स्वच्छ भारत|[!|]|\b(?:mahotsav|jayate)\b|^[\W\d_]*$|^(?:सेवा में|विषय|subject)\b",
    re.IGNORECASE,
)
_PIN = re.compile(r"[ ,]*[–-]? ?(?:(?:पिन|PIN)\W*)?[1-9][0-9]{2} ?[0-9]{3}$", re.IGNORECASE)
_SERVES = re.compile(r",.*$| to (?:the )?go?v(?:ernmen)?t\b.*$", re.IGNORECASE)
"""The office behind a post, which stands on top anyway."""
_LABEL = re.compile(r"^(?:प्रेषक|from)\W*", re.IGNORECASE)
_FOR = re.compile(r"^(?:कृते|वास्ते|for)\W+", re.IGNORECASE)
_MOST = 4
"""The lines of an office's name and place."""


class Sender(NamedTuple):
    """`whom`: as a line that begins with the post. `office`: as their letter is cited."""

    whom: str = ""
    office: str = ""


def sender(parts: Mapping[str, str], labels: Labels) -> Sender:
    """The office on top with the post that writes, else who signed below, of a citizen's the name."""
    told = [line for part in ("letterhead", "from") for line in _lines(parts.get(part, ""))]
    head = [_OFFICE.sub("", line) for line in told if not (CONTACT.search(line) or _MOTTO.search(line))][:_MOST]
    if head:
        return _of_office(head, _post(parts, labels), labels)
    signed = _lines(parts.get("signature", ""))
    for line, after in pairwise([parts.get("subscription", "").strip(" ,"), *signed]):
        if _CITIZEN.match(line):
            return Sender(after.strip("() "), after.strip("() "))
    first = next((at for at, line in enumerate(signed) if labels.post.search(line)), None)
    whose = (
        ", ".join(signed[first:]) if first is not None else next((line for line in signed[::-1] if line[0] != "("), "")
    )
    return Sender(_FOR.sub("", whose), _FOR.sub("", whose))


def _of_office(head: list[str], post: str, labels: Labels) -> Sender:
    """An office by the lines of its head; a Government's name stands only before that of its department."""
    head = [
        line.title().replace(" Of ", " of ") if line.isupper() and _GOVERNMENT.fullmatch(line) else line
        for line in head
    ]
    if len(head) > 1 and _GOVERNMENT.fullmatch(head[0]) and not _DEPARTMENT.search(head[1]):
        head = head[1:]
    named = any(labels.post.search(line) for line in head)
    whom = ", ".join(head if named or not post or post in head else [post, *head])
    return Sender(
        whom, ", ".join([head[0], *(line for line in head[1:] if not _HOUSE.search(line) or _ENGLISH.search(line))])
    )


def _post(parts: Mapping[str, str], labels: Labels) -> str:
    """The post of who signed, without the office behind it."""
    lines = (line for line in _lines(parts.get("signature", "")) if not line.startswith("("))
    signed = next((line for line in lines if labels.post.search(line)), "")
    return _SERVES.sub("", _FOR.sub("", signed)).strip()


def _lines(text: str) -> list[str]:
    return [line for raw in text.split("\n") if (line := _PIN.sub("", _LABEL.sub("", raw.strip(" ,।"))).strip(" ,।"))]
