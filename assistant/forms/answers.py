"""A brief as a person types it: boxes with text, one item a line where there are several. Read generously, shown alike."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from assistant.content import Source
from assistant.errors import Problem
from assistant.forms.form import FieldSpec, Form
from assistant.forms.kinds import Person
from assistant.language import dates
from assistant.language.digits import ascii_digits
from assistant.language.text import lines, one_line

PIECES: Mapping[str, tuple[tuple[str, bool], ...]] = {
    "office": (("name", True), ("address", True), ("phone", False), ("email", False)),
    "person": (("name", False), ("designation", False), ("office", False)),
    "file": (("number", False),),
    "paper": (("from", False), ("number", False), ("date", False), ("text", True)),
    "endorsement": (("number", False), ("date", False)),
    "meeting": (("title", False), ("date", False), ("time", False), ("venue", False), ("chair", False)),
}
"""Kinds that are asked for in several boxes: each piece, and whether it may have several lines."""

SEVERAL = {"texts", "people", "copies", "references", "decisions"}
CHOICES = {"state", "tone"}

TITLES = ("श्री", "श्रीमती", "सुश्री", "कुमारी", "डॉ", "डा.", "Shri", "Smt", "Ms", "Mr", "Mrs", "Dr", "Km")
REFERENCE_WORDS = {
    "order": ("आदेश", "order"), "circular": ("परिपत्र", "circular"), "email": ("ई-मेल", "ईमेल", "e-mail", "email"),
    "meeting": ("बैठक", "meeting"), "act": ("अधिनियम", "Act"), "case": ("प्रकरण", "case"), "note": ("टीप", "नोटशीट", "note"),
    "letter": ("पत्र", "letter"),
}  # fmt: skip
"""How people name what they refer to; `letter` comes last, since पत्र is a part of other words."""

_MAIL = re.compile(r"<?([\w.+-]+@[\w.-]+\.\w+)>?")
_PURPOSE = re.compile(r"\s+-{1,2}\s+|\s*[—–]\s*")
_DATE = re.compile(r"(?:दिनांक|दि\.|dated|dt\.?)?\s*([0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4})", re.IGNORECASE)
_NUMBER = re.compile(r"(?:क्रमांक|क्र\.|संख्या|सं\.|\bNo\.?)\s*:?\s*([^\s,]+)|(?:^|[\s,])([^\s,]*[0-9][^\s,]*/[^\s,]*|[^\s,]+/[^\s,]*[0-9][^\s,]*)")


class Box(NamedTuple):
    """One box of the screen: `id` is the field's, with the piece after a dot where the field has several boxes."""

    id: str
    field: str
    piece: str
    spec: FieldSpec
    several_lines: bool

    @property
    def choice(self) -> bool:
        return self.spec.kind in CHOICES


def boxes(fields: Mapping[str, FieldSpec], ids: Iterable[str]) -> Iterator[Box]:
    """The boxes in which fields are asked for, in order."""
    for id in ids:
        spec = fields[id]
        if spec.kind in PIECES:
            for piece, several in PIECES[spec.kind]:
                yield Box(f"{id}.{piece}", id, piece, spec, several)
        else:
            yield Box(id, id, "", spec, spec.kind in SEVERAL)


def gather(form: Form, answers: Mapping[str, str]) -> Source:
    """What was typed into a form's boxes as the data of a brief. Boxes that the form doesn't ask for are left out."""
    data: dict[str, Any] = {}
    for box in boxes(form.fields, form.asked):
        text = answers.get(box.id, "")
        if not text.strip():
            continue
        if box.piece:
            data.setdefault(box.field, {})[box.piece] = text
        else:
            read = READ.get(box.spec.kind)
            data[box.field] = [read(line) for line in lines(text)] if read else text
    return Source("", data, {})


def box_of(problem: Problem, form: Form) -> str:
    """The box that a problem of a gathered brief belongs to; "" where it belongs to none."""
    ids = {box.id for box in boxes(form.fields, form.asked)}
    steps = problem.at.split(".")
    return next((id for n in range(len(steps), 0, -1) if (id := ".".join(steps[:n])) in ids), "")


def typed(form: Form, data: Mapping[str, Any]) -> dict[str, str]:
    """A brief's data as the texts of the form's boxes: `gather`'s inverse."""
    shown = {}
    for box in boxes(form.fields, form.asked):
        value = data.get(box.field, "")
        if box.piece:
            if isinstance(value, str):
                value = {PIECES[box.spec.kind][1 if box.spec.kind == "person" else 0][0]: value}
            value = value.get(box.piece, "")
        shown[box.id] = _show(box.spec.kind, value)
    return shown


def _show(kind: str, value: Any) -> str:
    if isinstance(value, list | tuple):
        return "\n".join(_show(kind, item) for item in value)
    if isinstance(value, Mapping):
        return SHOW[kind](value)
    day = dates.read_date(str(value)) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value)) else None
    return dates.show_date(day) if day else str(value)


def show_value(kind: str, value: Any) -> str:
    """A fact of a brief that was read, as text: several things one a line."""
    if isinstance(value, tuple):
        return "\n".join(show_value(kind, item) for item in value)
    if isinstance(value, BaseModel):
        value = value.model_dump(mode="json", by_alias=True)
        if kind not in SHOW:
            return "\n".join(_show("texts", piece) for piece in value.values() if piece)
    return _show(kind, value)


def read_person(line: str) -> dict[str, str]:
    """Name (known by its title), designation, office, place and e-mail, as far as the line has them."""
    mail = _MAIL.search(line)
    pieces = [piece for raw in _MAIL.sub(",", line).split(",") if (piece := one_line(raw))]
    person = {"email": mail[1]} if mail else {}
    if pieces and pieces[0].startswith(TITLES):
        person["name"] = pieces.pop(0)
    if pieces:
        person["designation"] = pieces.pop(0)
    if len(pieces) > 1:
        person["place"] = pieces.pop()
    if pieces:
        person["office"] = ", ".join(pieces)
    return person


def _show_person(person: Mapping[str, Any]) -> str:
    return ", ".join(str(person[key]) for key in Person.model_fields if person.get(key))


def read_copy(line: str) -> dict[str, str]:
    """Who gets a copy, and after a dash what for."""
    who, *purpose = _PURPOSE.split(line, maxsplit=1)
    return read_person(who) | ({"purpose": purpose[0].strip(" ।.")} if purpose else {})


def _show_copy(copy: Mapping[str, Any]) -> str:
    return _show_person(copy) + (f" — {copy['purpose']}" if copy.get("purpose") else "")


def read_reference(line: str) -> dict[str, str]:
    """Kind, number, date and sender of a paper, out of a line as it stands in letters or as "sender, number, date"."""
    reference, rest = {}, line
    if match := _DATE.search(ascii_digits(rest)):
        reference["date"] = rest[match.start(1) : match.end(1)]
        rest = rest[: match.start()] + "," + rest[match.end() :]
    if match := _NUMBER.search(ascii_digits(rest)):
        group = 1 if match[1] else 2
        reference["number"] = rest[match.start(group) : match.end(group)]
        rest = rest[: match.start()] + "," + rest[match.end() :]
    for kind, words in REFERENCE_WORDS.items():
        if match := re.search(rf"(?:(?:^|\s)(?:का|की|के))?(?:^|[\s,])({'|'.join(words)})(?=$|[\s,])", rest, re.IGNORECASE):
            reference["kind"] = kind
            rest = rest[: match.start()] + "," + rest[match.end() :]
            break
    source = ", ".join(piece for raw in rest.split(",") if (piece := one_line(raw)))
    return reference | ({"from": source} if source else {})


def _show_reference(reference: Mapping[str, Any]) -> str:
    kind = REFERENCE_WORDS[str(reference.get("kind", "letter"))][0]
    return ", ".join(filter(None, (
        reference.get("from"), kind, reference.get("number"), _show("date", reference.get("date", "")),
    )))  # fmt: skip


def read_decision(line: str) -> dict[str, str]:
    """What was decided, and after dashes who does it and by when."""
    return dict(zip(("decision", "owner", "due"), (piece.strip() for piece in _PURPOSE.split(line)), strict=False))


def _show_decision(decision: Mapping[str, Any]) -> str:
    return " — ".join(filter(None, (_show("date", decision.get(key, "")) for key in ("decision", "owner", "due"))))


READ = {"people": read_person, "copies": read_copy, "references": read_reference, "decisions": read_decision}
SHOW = {
    "people": _show_person, "person": _show_person, "copies": _show_copy, "references": _show_reference,
    "decisions": _show_decision,
}  # fmt: skip
