"""The kinds of fact that a field can ask for: what each looks like in a brief, and what is wrong when it doesn't.

A text field takes a text or a list of texts; "", [] and an absent key are the same (contract: a brief).
"""

import re
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from assistant.content import Strict, ValueKind
from assistant.language import dates
from assistant.language.digits import ascii_digits
from assistant.language.text import MOST_LETTERS, clean, lines, one_line
from assistant.settings import STATES


def _text(value: Any) -> str:
    """One text of a brief, cleaned. Numbers count as the text that they are written as."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        raise ValueKind("error.kind.text")
    text = clean(str(value)).text
    _fit(text.rstrip().split("\n"))
    return text


def _fit(rows: Sequence[str]) -> None:
    """Raises ValueKind where there is more than one box takes, as if the rows stood one a line; with how many of them it would take."""
    lengths = [length - 1 for length in accumulate(len(row) + 1 for row in rows)]
    if not lengths or lengths[-1] <= MOST_LETTERS:
        return
    fits = sum(length <= MOST_LETTERS for length in lengths)
    key = "error.kind.long.lines" if fits else "error.kind.long"
    raise ValueKind(key, letters=lengths[-1], most=MOST_LETTERS, lines=len(rows), fits=fits)


def _line(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, (_item(n, item) for n, item in enumerate(value))))
    return one_line(_text(value))


def _item(n: int, item: Any) -> str:
    """One text of a list. A colon without quotes makes a key of its first words: “- Note: the pump is dry”."""
    if isinstance(item, dict | list | tuple):
        pairs = list(item.items()) if isinstance(item, dict) else []
        if len(pairs) == 1 and isinstance(pairs[0][1], str):
            raise ValueKind("error.kind.text.colon", at=(n,), text=": ".join(pairs[0])[:80].strip())
        raise ValueKind("error.kind.text", at=(n,))
    return one_line(_text(item))


def _texts(value: Any) -> tuple[str, ...]:
    """Texts, one a line or list item. Inside a list item a line break is white space: one item is one point."""
    if not isinstance(value, list | tuple):
        return tuple(lines(_text(value)))
    texts = tuple(filter(None, (_item(n, item) for n, item in enumerate(value))))
    _fit(texts)
    return texts


def _date(value: Any) -> date | None:
    if isinstance(value, date):
        return value
    text = _line(value)
    if not text:
        return None
    try:
        day = dates.read_date(text)
    except ValueError:
        raise ValueKind("error.kind.date.impossible", value=text) from None
    if day is None:
        raise ValueKind("error.kind.date", value=text[:40])
    return day


def _time(value: Any) -> str:
    text = ascii_digits(_line(value))
    if text and not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", text):
        raise ValueKind("error.kind.time", value=text[:40])
    return text


def _choice(*allowed: str) -> BeforeValidator:
    def check(value: Any) -> str:
        text = _line(value)
        if text and text not in allowed:
            raise ValueKind("error.kind.choice", value=text[:40], allowed=", ".join(allowed))
        return text

    return BeforeValidator(check)


def _as_list(value: Any) -> Any:
    """One thing where several may stand is a list of one; nothing is an empty list."""
    if value in (None, "", [], {}):
        return ()
    return value if isinstance(value, list | tuple) else (value,)


def _or(key: str) -> BeforeValidator:
    """A text where particulars are expected fills the particular that a person would mean by it."""

    def read(value: Any) -> Any:
        if value in (None, "", [], {}):
            return {}
        return {key: value} if isinstance(value, str) else value

    return BeforeValidator(read)


Line = Annotated[str, BeforeValidator(_line)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_texts)]
Day = Annotated[date | None, BeforeValidator(_date)]
Clock = Annotated[str, BeforeValidator(_time)]


class Particulars(Strict):
    """Several facts that belong together; false where none is given."""

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in type(self).model_fields)


class Office(Particulars):
    name: Texts = ()
    address: Texts = ()
    phone: Line = ""
    email: Line = ""


class Person(Particulars):
    """Somebody in office: by post as a rule, by name where the form is personal."""

    name: Line = ""
    designation: Line = ""
    office: Line = ""
    place: Line = ""
    email: Line = ""


def _purpose(value: Any) -> str:
    """Why somebody gets a copy, without the words that the form puts around it."""
    return re.sub(r"^(?:की ओर|को)\s+|\s*(?:(?:प्रेषित|अग्रेषित)(?: है)?)?\s*[।.|]?$", "", _line(value))


class Copy(Person):
    purpose: Annotated[str, BeforeValidator(_purpose)] = ""


CITED = (
    "letter", "note", "order", "circular", "email", "meeting", "act", "case",
    "reminder", "do-letter", "memo", "report", "application", "notification",
)  # fmt: skip
"""What a paper may refer to; shared.yaml has each one's word, `kind_…`."""


class Reference(Particulars):
    kind: Annotated[str, _choice(*CITED)] = "letter"
    number: Line = ""
    date: Day = None
    source: Line = Field("", alias="from")  # `from` is Python's own word

    def __bool__(self) -> bool:
        return bool(self.number or self.date or self.source)


class Paper(Reference):
    """The paper under consideration: which it is, and what it says."""

    text: Texts = ()

    def __bool__(self) -> bool:
        return super().__bool__() or bool(self.text)


class File(Particulars):
    number: Line = ""
    subject: Line = ""


class Endorsement(Particulars):
    number: Line = ""
    date: Day = None
    sender: Annotated[Person, _or("designation")] = Person()


class Meeting(Particulars):
    title: Line = ""
    date: Day = None
    time: Clock = ""
    venue: Line = ""
    chair: Line = ""


class Decision(Particulars):
    decision: Line = ""
    owner: Line = ""
    due: Day = None


def _given(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Without the empty rows that a person left standing."""
    return tuple(filter(None, values))


OnePerson = Annotated[Person, _or("designation")]
People = Annotated[tuple[OnePerson, ...], BeforeValidator(_as_list), AfterValidator(_given)]
Copies = Annotated[tuple[Annotated[Copy, _or("designation")], ...], BeforeValidator(_as_list), AfterValidator(_given)]
References = Annotated[
    tuple[Annotated[Reference, _or("number")], ...], BeforeValidator(_as_list), AfterValidator(_given)
]
Decisions = Annotated[
    tuple[Annotated[Decision, _or("decision")], ...], BeforeValidator(_as_list), AfterValidator(_given)
]

KINDS: dict[str, tuple[Any, Any]] = {
    "line": (Line, ""),
    "texts": (Texts, ()),
    "date": (Day, None),
    "time": (Clock, ""),
    "state": (Annotated[str, _choice(*STATES)], ""),
    "tone": (Annotated[str, _choice("formal", "firm", "courteous", "personal")], ""),
    "office": (Annotated[Office, _or("name")], Office()),
    "person": (OnePerson, Person()),
    "people": (People, ()),
    "copies": (Copies, ()),
    "references": (References, ()),
    "file": (Annotated[File, _or("number")], File()),
    "paper": (Annotated[Paper, _or("text")], Paper()),
    "endorsement": (Annotated[Endorsement, _or("number")], Endorsement()),
    "meeting": (Annotated[Meeting, _or("title")], Meeting()),
    "decisions": (Decisions, ()),
}
"""Kind → its type and what stands where nothing is given. A form's field names one of these."""
