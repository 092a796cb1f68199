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
from assistant.language.sentences import bare
from assistant.language.text import lines, one_line

PIECES: Mapping[str, tuple[tuple[str, bool], ...]] = {
    "office": (("name", True), ("address", True), ("phone", False), ("email", False)),
    "person": (("name", False), ("designation", False), ("office", False)),
    "file": (("number", False),),
    "paper": (("from", False), ("number", False), ("date", False), ("text", True)),
    "endorsement": (("number", False), ("date", False), ("sender", False)),
    "meeting": (("title", False), ("date", False), ("time", False), ("venue", False), ("chair", False)),
}
"""Kinds that are asked for in several boxes: each piece, and whether it may have several lines."""

LONGEST = 500
"""A longer line has no particulars to look for, and looking would take its time."""

SEVERAL = {"texts", "people", "copies", "references", "decisions"}
CHOICES = {"state", "tone"}

REFERENCE_WORDS = {
    "order": ("आदेश", "order"), "circular": ("परिपत्र", "circular"), "email": ("ई-मेल", "ईमेल", "e-mail", "email"),
    "meeting": ("बैठक", "meeting"), "act": ("अधिनियम", "नियम", "नियमावली", "Act", "Rules"), "case": ("प्रकरण", "case"),
    "note": ("टीप", "नोटशीट", "note"), "letter": ("पत्र", "अ.शा. पत्र", "letter", "D.O. letter", "D.O."),
}  # fmt: skip
"""How people name what they refer to."""

_LABEL = re.compile(r"(?:प्रति|सेवा में|प्रेषक|प्रतिलिपि|संदर्भ|to|from|copy to|cc|ref)\s*[-,:.ः]*", re.IGNORECASE)
_TITLE = re.compile(r"(?:श्री|श्रीमती|सुश्री|कुमारी|कु\.|डॉ|डा\.|Shri|Smt|Sushri|Kumari|Km|Ms|Mrs?|Dr|Prof)\.?\s")
_MAIL = re.compile(r"<?([\w.+-]+@[\w.-]+\.\w+)>?")
_DASH = re.compile(r"\s+-{1,2}\s+|\s*—\s*|\s+–\s+|\s*:-\s*")
_AIM = r"(?:सादर\s+|कृपया\s+)?(?:सूचना|पालना|अवलोकना|प्रकाशना|आदेशा|अनुमोदना|मार्गदर्शना)र्थ[^)]*|[^,;(]*हेतु|for\s[^,;(]*"
_PURPOSE = re.compile(
    rf"(?P<a>.+?)\s+(?:की ओर|को)\s+(?P<b>.+)|(?P<c>.+?)\s*[,;(]\s*(?P<d>{_AIM})\)?"
    r"|(?P<e>.+?)\s+(?P<f>for (?:kind |favour of )?(?:information|necessary|perusal|compliance|record|publication|guidance|action)\b.*)"
)
_DATE = re.compile(
    r"(?:(?:दिनांक|दि\.|dated|dt\.?|of)[\s:]*)?"
    r"(?<![\d./-])(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?[ -][^\W\d_]\S*[ -]\d{4})(?![\d/-])",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:^|[\s,])(?:क्रमांक|क्र\.|पत्रांक|संख्या|सं\.|No\.?)[\s:/-]*((?:[^\s,\d]+\s)?[^\s,]*\d[^\s,]*(?:\s[A-Z]+-[\d-]+)?)"
    r"|(?:^|[\s,])([^\s,]*\d[^\s,]*/[^\s,]*|[^\s,]+/[^\s,]*\d[^\s,]*)|(?:^|,)\s*([^\s,]*\d[^\s,]*)\s*(?=,|$)",
    re.IGNORECASE,
)


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
            data.setdefault(box.field, {})[box.piece] = read_person(text) if box.piece == "sender" else text
        else:
            read = READ.get(box.spec.kind)
            entries = _entries(text, box.spec.kind)
            data[box.field] = [read(line) if len(line) <= LONGEST else line for line in entries] if read else text
    return Source("", data, {})


def _entries(text: str, kind: str) -> list[str]:
    """One entry a line, as it stands in papers too: numbered, under a label, an address going on after a comma."""
    entries: list[str] = []
    for line in lines(text):
        if _LABEL.fullmatch(line):
            continue
        if entries and entries[-1].endswith(",") and bare(line) == line and kind in ("people", "copies"):
            entries[-1] += " " + line
        else:
            entries.append(bare(line))
    return [entry.rstrip(" ,;।|") for entry in entries]


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
            if box.spec.kind == "person" and value.get(
                "place"
            ):  # there is one box for what stands below the designation
                value = {**value, "office": ", ".join(filter(None, (value.get("office"), value["place"])))}
            value = value.get(box.piece, "")
        shown[box.id] = _show("person" if isinstance(value, Mapping) else box.spec.kind, value)
    return shown


def _show(kind: str, value: Any) -> str:
    if isinstance(value, list | tuple):
        return "\n".join(_show(kind, item) for item in value)
    if isinstance(value, Mapping):
        return SHOW[kind](value)
    if not value:
        return ""
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
    pieces = [piece for raw in _MAIL.sub(",", line).split(",") if (piece := one_line(raw).strip(";"))]
    person = {"email": mail[1]} if mail else {}
    if pieces and _TITLE.match(pieces[0]):
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
    """Who gets a copy, and what for: after a dash, or as copy lines say it ("… की ओर सूचनार्थ", "…, for information")."""
    who, *purpose = _DASH.split(line, maxsplit=1)
    if not purpose and (match := _PURPOSE.fullmatch(line)):
        who, *purpose = (piece for piece in match.groups() if piece)
    return read_person(who) | ({"purpose": purpose[0].strip(" ।.")} if purpose else {})


def _show_copy(copy: Mapping[str, Any]) -> str:
    return _show_person(copy) + (f" — {copy['purpose']}" if copy.get("purpose") else "")


def read_reference(line: str) -> dict[str, str]:
    """Kind, number, date and sender of a paper, out of a line as it stands in letters or as "sender, number, date"."""
    reference, rest = {}, line
    # The last one: what looks like a date further left is a part of a number.
    if dated := [match for match in _DATE.finditer(ascii_digits(rest)) if _is_date(match[1])]:
        reference["date"] = rest[slice(*dated[-1].span(1))]
        rest = rest[: dated[-1].start()] + "," + rest[dated[-1].end() :]
    if match := _NUMBER.search(ascii_digits(rest)):
        reference["number"] = rest[slice(*match.span(match.lastindex or 0))]
        rest = rest[: match.start()] + "," + rest[match.end() :]
    kind, found = _kind(rest)
    if kind == "act" or not (kind or reference):  # a law, or words that are best left as they are
        return {"kind": "act", "from": line}
    if found:
        reference["kind"] = kind
        rest = rest[: found.start()] + "," + rest[found.end() :]
    source = ", ".join(piece for raw in rest.split(",") if (piece := one_line(raw)))
    source = re.sub(r"^(?:from|of|by) (?:the )?", "", source, flags=re.IGNORECASE)
    return reference | ({"from": source} if source else {})


def _is_date(text: str) -> bool:
    """Whether the text is a date, be it an impossible one: that is told later."""
    try:
        return dates.read_date(text) is not None
    except ValueError:
        return True


def _kind(text: str) -> tuple[str, re.Match[str] | None]:
    """What sort of paper the text names, and where; best right after its owner ("शाखा का पत्र")."""
    for before in (r"\s(?:का|की|के)\s+", r"(?:^|[\s,])"):
        for kind, words in REFERENCE_WORDS.items():
            if match := re.search(rf"{before}({'|'.join(map(re.escape, words))})(?=$|[\s,])", text, re.IGNORECASE):
                return kind, match
    return "", None


def _show_reference(reference: Mapping[str, Any]) -> str:
    source, number = reference.get("from") or "", reference.get("number") or ""
    kind, english = str(reference.get("kind") or "letter"), bool(source) and source.isascii()
    word = next(word for word in REFERENCE_WORDS[kind] if word.isascii() == english)
    named = kind == "act" and (_kind(source)[0] == "act" or not number)
    label = ("No. " if english else "क्रमांक ") if " " in number else ""
    pieces = (source, "" if named else word, number and label + number, _show("date", reference.get("date")))
    return ", ".join(filter(None, pieces))


def read_decision(line: str) -> dict[str, str]:
    """What was decided, and after dashes who does it and by when."""
    return dict(zip(("decision", "owner", "due"), (piece.strip() for piece in _DASH.split(line)), strict=False))


def _show_decision(decision: Mapping[str, Any]) -> str:
    return " — ".join(filter(None, (_show("date", decision.get(key, "")) for key in ("decision", "owner", "due"))))


READ = {"people": read_person, "copies": read_copy, "references": read_reference, "decisions": read_decision}
SHOW = {
    "people": _show_person, "person": _show_person, "copies": _show_copy, "references": _show_reference,
    "decisions": _show_decision,
}  # fmt: skip
