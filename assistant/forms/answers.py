"""A brief as a person types it: boxes with text, one item a line where there are several. Read generously, shown alike."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise
from typing import Any, NamedTuple

from pydantic import BaseModel

from assistant.content import Source
from assistant.errors import Problem
from assistant.forms.form import FieldSpec, Form
from assistant.forms.kinds import Person
from assistant.forms.labels import Labels, labels
from assistant.language import dates
from assistant.language.digits import ascii_digits
from assistant.language.sentences import bare, is_clause
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
    "note": ("टीप", "note"), "letter": ("पत्र", "letter"), "reminder": ("स्मरण पत्र", "स्मरण-पत्र", "स्मरणपत्र", "अनुस्मारक", "reminder"),
    "do-letter": ("अर्द्धशासकीय पत्र", "अर्धशासकीय पत्र", "अर्द्ध शासकीय पत्र", "अर्ध शासकीय पत्र", "अ.शा. पत्र", "D.O. letter"),
    "memo": ("ज्ञापन", "ज्ञाप", "memorandum"), "report": ("प्रतिवेदन", "report"), "application": ("आवेदन पत्र", "आवेदन", "application"),
    "notification": ("अधिसूचना", "notification"),
}  # fmt: skip
"""How people name what they refer to; the first of each language is how it is shown."""

LABELLED = ("number", "date", "addressee", "cc", "bcc", "subject", "reference", "copies")
"""Parts whose label people copy into a box. That of others may be all there is to say (उचित माध्यम से, Annexure A)."""
_NO_LABEL = re.compile(r"\W*(?:एफ|फा|मि|F|D\.? ?O|Re)\W*", re.IGNORECASE)
"""Labels in a paper, but in a box the beginning of a file's number (F. 5-8), or of the answer to a mail."""
_TITLE = re.compile(r"(?:श्री|श्रीमती|सुश्री|कुमारी|कु\.|डॉ|डा\.|Shri|Smt|Sushri|Kumari|Km|Ms|Mrs?|Dr|Prof)\.?\s")
_MAIL = re.compile(r"<?([\w.+-]{1,64}@[\w.-]{1,255}\.\w{1,63})>?")
_BAR = re.compile(r"\s*[|\t]\s*")
_DASH = re.compile(r"\s+-{1,2}\s+|\s*—\s*|\s+–\s+|\s*:-\s*")
_AIM = r"(?:सादर\s+|कृपया\s+)?(?:सूचना|पालना|अवलोकना|प्रकाशना|आदेशा|अनुमोदना|मार्गदर्शना)र्थ[^)]*|[^,;(]*हेतु|for\s[^,;(]*"
_PURPOSE = re.compile(
    rf"(?P<a>.+?)\s+(?:की ओर|को)\s+(?P<b>.+)|(?P<c>.+?)\s*[,;(]\s*(?P<d>{_AIM})\)?"
    r"|(?P<e>.+?)\s+(?P<f>for (?:kind |favour of )?(?:information|necessary|perusal|compliance|record|publication|guidance|action)\b.*)"
)
_ALONE = r"(?<![\w\u0900-\u0963]){}(?![\w\u0900-\u0963])"
_DATE = re.compile(
    rf"(?:{_ALONE.format('(?:दिनांक|दिनाँक|दि|तारीख|dated?|dtd?|of)')}[\s:ः.-]*)?"
    r"(?<![\d./-])(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?[ -][^\W\d_]\S*[ -]\d{4})(?![\d/-])",
    re.IGNORECASE,
)
_NUMBER_LABEL = rf"{_ALONE.format('(?:क्रमांक|क्रं|क्र|पत्रांक|संख्या|सं|नंबर|नम्बर|नं|Nos?)')}[\s:ः./-]*"
_LABELLED = re.compile(f"{_NUMBER_LABEL}$", re.IGNORECASE)
_NUMBER = re.compile(
    rf"(?:^|(?<=[\s,])){_NUMBER_LABEL}((?:[^\s,\d]+\s)?[^\s,]*\d[^\s,]*(?:\s[A-Z]+-[\d-]+)?)"
    r"|(?:^|(?<=[\s,]))((?:(?:एफ|फा|F)\.?\s)?(?:[^\s,]*\d[^\s,]*/[^\s,]*|[^\s,]+/[^\s,]*\d[^\s,]*))"
    r"|(?:^|(?<=,))\s*([^\s,]*\d[^\s,]*)\s*(?=,|<D>|$)",
    re.IGNORECASE,
)
_KINDS = {word.lower(): kind for kind, words in REFERENCE_WORDS.items() if kind != "act" for word in words}
_KIND = f"(?P<kind>{'|'.join(map(re.escape, _KINDS))})"
_OF_SOMEBODY = f"(?P<kind>{'|'.join(re.escape(word) for word, kind in _KINDS.items() if word.isascii() and kind not in ('meeting', 'case'))})"
_A_KIND = re.compile(_ALONE.format(_KIND), re.IGNORECASE)
_AN_ACT = re.compile(_ALONE.format(f"(?:{'|'.join(REFERENCE_WORDS['act'])})"), re.IGNORECASE)
_WHOSE = r"(?P<whose>[^<>\d]+?)"
_WHICH = "(?:(?:,? <N>)?(?:,? <D>)?|,? <D>,? <N>)"
_REFERENCES = [
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"(?:(?:{_WHOSE} (?:का|के|की)|(?P<own>आपका|आपके|आपकी|हमारा|हमारे|हमारी|समसंख्यक|your|our)) )?{_KIND}{_WHICH}",
        rf"(?P<listed>[^<>]+?), {_KIND}(?:, <N>)?(?:, <D>)?",
        "<N>(?:,? <D>)?",
        rf"<N>(?:,? <D>)?,? {_WHOSE} (?:का|के|की) {_KIND}",
        rf"{_OF_SOMEBODY}{_WHICH},? (?:from|of|by) (?:the )?{_WHOSE}",
        rf"{_OF_SOMEBODY} (?:from|of|by) (?:the )?{_WHOSE}{_WHICH}",
    )
]
"""The ways in which people write what they refer to: <N> is its number and <D> its date, each with its label.

In English a word before "letter" or "order" may as well belong to it (work order, office order), so there "from" or "of" has to tell whose it is.
"""


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
    known = labels(form)
    for box in boxes(form.fields, form.asked):
        parts = _parts(box, form)
        text = "\n".join(_unlabelled(line, parts, known) for line in answers.get(box.id, "").split("\n"))
        if not text.strip():
            continue
        if box.piece:
            data.setdefault(box.field, {})[box.piece] = read_person(text) if box.piece == "sender" else text
        else:
            read = READ.get(box.spec.kind)
            entries = _entries(text, box.spec.kind)
            data[box.field] = [read(line) if len(line) <= LONGEST else line for line in entries] if read else text
    return Source("", data, {})


def _parts(box: Box, form: Form) -> set[str]:
    """The parts of the paper whose label may stand in front of what is typed into a box."""
    if "number" in (box.id, box.piece):
        return {"number"}
    if box.spec.kind == "date" or box.piece == "date" or box.id == "place":
        return {"date"}
    own = {part.id for part in form.file.parts if part.field == box.field and part.id in LABELLED and not box.piece}
    return own | {"addressee"} if box.spec.kind == "people" else own


def _unlabelled(line: str, parts: set[str], known: Labels) -> str:
    """A line without its part's label, however it is spelt: the form prints one of its own."""
    for label in known.find(line, 0, len(line)) if parts else ():
        words = line[label.words :]
        if label.part not in parts or label.how in ("whole", "opens") or _NO_LABEL.fullmatch(line, 0, label.words):
            continue
        if label.part == "subject" and not (label.how == "marked" and label.hard):  # विषय शिक्षकों की …, Sub. Inspector …
            continue
        if label.part == "number" and words and not re.search(r"\d", words):
            continue
        return words[1:] if words.startswith("/") and not line[label.words - 1].isspace() else words
    return line


def _entries(text: str, kind: str) -> list[str]:
    """One entry a line, as it stands in papers too: numbered, an address going on after a comma."""
    entries: list[str] = []
    for line in chain.from_iterable(map(_addresses, lines(text))) if kind == "people" else lines(text):
        if entries and entries[-1].endswith(",") and bare(line) == line and kind in ("people", "copies"):
            entries[-1] += " " + line
        else:
            entries.append(bare(line))
    return [entry.rstrip(" ,;।|") for entry in entries]


def _addresses(line: str) -> list[str]:
    """A line cut behind each of its e-mail addresses but the last: each is somebody's."""
    ends = [mail.end() for mail in _MAIL.finditer(line)][:-1]
    return [line[start:end].lstrip(" ,;") for start, end in pairwise([0, *ends, len(line)])]


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
    """Kind, number, date and sender of a paper, out of a line as it stands in letters or as "sender, letter, number, date".

    A line that isn't understood to its last word stays as it was typed: taken apart wrongly, it would cite another paper.
    """
    shape, reference = line, {}
    days = [day for day in _DATE.finditer(ascii_digits(line)) if _is_date(day[1])]
    # After the label of a number stands a number, whatever it looks like.
    if days := [day for day in days if not _LABELLED.search(line[: day.start()])]:
        reference["date"] = line[slice(*days[-1].span(1))]
        shape = f"{line[: days[-1].start()]} <D> {line[days[-1].end() :]}"
    if number := _NUMBER.search(ascii_digits(shape)):
        reference["number"] = shape[slice(*number.span(number.lastindex or 0))]
        shape = f"{shape[: number.start()]} <N> {shape[number.end() :]}"
    shape = re.sub(r"\s*,\s*", ", ", one_line(shape))
    for words in _REFERENCES if len(days) < 2 and not re.search("[<>]", line) else ():
        if match := words.fullmatch(shape):
            told = match.groupdict()
            if not _A_KIND.search(told.get("whose") or ""):
                reference["kind"] = _KINDS.get((told.get("kind") or "").lower(), "")
                reference["from"] = told.get("whose") or told.get("own") or told.get("listed") or ""
                return {key: value for key, value in reference.items() if value}
    return {"kind": "act", "from": line}


def _is_date(text: str) -> bool:
    """Whether the text is a date, be it an impossible one: that is told later."""
    try:
        return dates.read_date(text) is not None
    except ValueError:
        return True


def _show_reference(reference: Mapping[str, Any]) -> str:
    source, number = reference.get("from") or "", reference.get("number") or ""
    kind, english = str(reference.get("kind") or "letter"), bool(source) and source.isascii()
    word = next(word for word in REFERENCE_WORDS[kind] if word.isascii() == english)
    named = kind == "act" and (_AN_ACT.search(source) or not number)
    label = ("No. " if english else "क्रमांक ") if " " in number or _DATE.search(ascii_digits(number)) else ""
    pieces = (source, "" if named else word, number and label + number, _show("date", reference.get("date")))
    return ", ".join(filter(None, pieces))


def read_decision(line: str) -> dict[str, str]:
    """What was decided, and after dashes or bars who does it and by when. One bar before another sentence is a danda."""
    cells = [cell.strip() for cell in _BAR.split(line.strip("| "))]
    bars = len(cells) > 2 or (len(cells) == 2 and not is_clause(cells[1], "hi"))
    pieces = cells if bars else [piece.strip() for piece in _DASH.split(line)]
    return {piece: said for piece, said in zip(("decision", "owner", "due"), pieces, strict=False) if said}


def _show_decision(decision: Mapping[str, Any]) -> str:
    return " — ".join(filter(None, (_show("date", decision.get(key, "")) for key in ("decision", "owner", "due"))))


READ = {"people": read_person, "copies": read_copy, "references": read_reference, "decisions": read_decision}
SHOW = {
    "people": _show_person, "person": _show_person, "copies": _show_copy, "references": _show_reference,
    "decisions": _show_decision,
}  # fmt: skip
