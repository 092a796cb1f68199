"""Notes whose lines say what they are ("समय: सुबह 11 बजे"): each goes into the box that its label names."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from assistant.content import Strict, checked, open_content, read_source
from assistant.drafting.demands import without_mark
from assistant.facts import find
from assistant.forms.answers import boxes
from assistant.forms.form import Form
from assistant.language.digits import ascii_digits
from assistant.language.source import Source

FILE = "templates/letters/_shared/notes.yaml"
LETTERS = ("subject", "to", "date", "references", "enclosures", "copies_to", "place")
"""Boxes whose label a letter has as well as notes."""
_SEVERAL = ("people", "texts", "copies", "references", "decisions")
_BARE = re.compile(
    r"(?P<name>दि|दिनांक|तारीख|तिथि|समय|date|dt|time)\.? (?=(?:[ऀ-ॣ]+ )?[0-9][0-9:./-]*(?: [^\W\d][^,;|\d]{1,12}(?: [0-9]{4})?)?\s*(?:[,;|]|$))",
    re.IGNORECASE,
)
"""A day or a time right behind its label: दि. 24/11/2026, समय 11:00."""
_CLOCK = re.compile(
    r"(?P<part>सुबह|प्रातः|प्रात:|पूर्वाह्न|दोपहर|अपराह्न|शाम|सायं|सायंकाल|रात|रात्रि)? ?(?P<hour>[0-9]{1,2})(?:[:.](?P<minutes>[0-5][0-9]))?"
    r" ?(?:(?P<said>बजे)|(?P<half>[ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
_LATE = ("दोपहर", "अपराह्न", "शाम", "सायं", "सायंकाल", "रात", "रात्रि", "p")
_TITLED = re.compile(r"(?:श्री|श्रीमती|सुश्री|कुमारी|डॉ|डा|Shri|Smt|Ms|Mrs|Mr|Dr)\.? ")
_OFFICE = re.compile(
    r"कार्यालय|विभाग|खंड|खण्ड|शाखा|जिला|पंचायत|पालिका|निगम|संभाग|\b(?:office|department|division|district|branch)\b",
    re.IGNORECASE,
)


_FAR = 80
"""How far a label reaches, with the day or time behind it."""
_ALL = re.compile(r"(?:सभी|समस्त|सर्व|all)\b", re.IGNORECASE)


class _Row(Strict):
    boxes: tuple[str, ...]
    called: tuple[str, ...]


class _File(Strict):
    """`notes.yaml` as it is written."""

    notes: tuple[_Row, ...]


class Note(NamedTuple):
    """A line of notes. `box`: the one that its label names, "" where it has none."""

    box: str
    words: str


@cache
def _called() -> dict[str, tuple[str, ...]]:
    file = checked(_File, read_source(open_content().read(FILE), FILE))
    return {_key(name): row.boxes for row in file.notes for name in row.called}


@cache
def _label() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_called(), key=len, reverse=True))
    return re.compile(
        rf"(?P<name>{names})\.?(?: ?-?\(?[0-9]{{1,2}}\)?(?!:[0-9]))?\s*(?::-?|ः|=|[-–—](?=\s))\s*", re.IGNORECASE
    )


def _labelled(line: str) -> re.Match[str] | None:
    """The label that a line begins with."""
    plain = ascii_digits(line[:_FAR])
    return _label().match(plain) or _BARE.match(plain)


def _key(name: str) -> str:
    return name.replace(".", "").lower()


def notes(lines: list[str], form: Form) -> Iterator[Note]:
    """The lines of notes in order, each under its label; what stands below a label that has nothing behind it goes with it."""
    asked = {box.id for box in boxes(form.fields, form.asked)}
    under = ""
    for line in (piece for whole in lines for piece in _parted(whole)):
        bare = without_mark(line)
        label = _labelled(bare)
        box = next((one for one in _called()[_key(label["name"])] if one in asked), "") if label else ""
        words = bare[label.end() :].strip() if label else ""
        if label and box:
            under = "" if words else box
            if words:
                yield Note(box, words)
        else:
            under = "" if label else under  # a label that this form doesn't ask for stays with its words
            yield Note(under, bare)


def is_noted(lines: list[str]) -> bool:
    """Whether lines have labels that no letter has."""
    found = (_labelled(without_mark(piece)) for whole in lines for piece in _parted(whole))
    return any(one and not {*LETTERS} & {*_called()[_key(one["name"])]} for one in found)


def is_labelled(line: str) -> bool:
    """Whether a line has a label of notes, be it one that a letter has as well."""
    return _labelled(line) is not None


def _parted(line: str) -> list[str]:
    """A line with several labels, each with its words: "दिनांक: 24.11.2026, समय: 11 बजे"."""
    if not _labelled(without_mark(line)):
        return [line]
    gaps = (gap.end() for gap in re.finditer(r"[,;|।]\s+", line))
    starts = [gap for gap in gaps if _labelled(line[gap : gap + _FAR])]
    return [line[start:end].strip(" ,;|।") for start, end in zip([0, *starts], [*starts, len(line)], strict=True)]


def put(data: dict[str, Any], note: Note, form: Form) -> None:
    """Puts a note's words among the facts of a brief, as its box wants them."""
    field, _, piece = note.box.partition(".")
    kind = form.fields[field].kind
    words = note.words.strip(" ।")
    if kind == "date" or piece == "date":
        words = next((str(one.value) for one in find(Source(words).plain) if one.kind == "date"), words)
    if piece == "time":
        words = clock(words) or words
    if piece:
        data.setdefault(field, {})[piece] = words
    elif kind in _SEVERAL:
        data.setdefault(field, []).extend(people(words) if field == "attendees" else [words])
    else:
        data[field] = f"{data[field]}; {words}" if data.get(field) else words


def clock(words: str) -> str:
    """A time by the 24-hour clock: सुबह 11 बजे → 11:00, 3.30 pm → 15:30; "" where it is none, or might be either half of the day."""
    told = _CLOCK.search(ascii_digits(words))
    if told is None or not (told["said"] or told["half"] or told["minutes"]):
        return ""
    hour, part = int(told["hour"]), (told["part"] or told["half"] or "").lower()
    if hour > 23 or (not part and hour < 8):
        return ""
    hour = hour + 12 if part in _LATE and hour < 12 else 0 if part == "a" and hour == 12 else hour
    return f"{hour}:{told['minutes'] or '00'}"


def people(words: str) -> list[str]:
    """Those who are told one after the other; what stands behind a post and names its office stays with it."""
    if ";" in words:
        return [one.strip() for one in words.split(";") if one.strip()]
    pieces = [one for one in re.split(r",\s+|,(?=\S)", words) if one]
    if any(map(_TITLED.match, pieces)):
        found: list[str] = []
        for piece in pieces:
            found = [*found, piece] if not found or _TITLED.match(piece) else [*found[:-1], f"{found[-1]}, {piece}"]
        return found
    if len(pieces) == 2 and " " in pieces[0] and not _ALL.match(pieces[1]):
        return [words]  # a post and its office
    if len(pieces) < 2 or any(map(_OFFICE.search, pieces[1:])) or _is_place(pieces[-1]):
        return [words]
    return [*pieces[:-1], *re.split(r" (?:एवं|तथा|और|व|and) ", pieces[-1])]


def _is_place(words: str) -> bool:
    from assistant.language.words import rows

    return any(words.strip(" ।.") in (name, *told) for name, *told in rows("places.txt"))
