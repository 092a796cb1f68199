"""From a sheet that is read to the whole paper."""

import re
from itertools import pairwise

from assistant.forms.document import Block, Document, Line, Part
from assistant.forms.reader.head import read_head
from assistant.forms.reader.sheet import Sheet
from assistant.forms.reader.tail import read_tail
from assistant.forms.reader.text import columns, read_text, text_end
from assistant.forms.reader.wrapping import NOTHING, Unwrapped


def document(sheet: Sheet, language: str) -> Document:
    at = read_head(sheet)
    columns(sheet, at)
    end = text_end(sheet, at)
    read_text(sheet, at, end)
    read_tail(sheet, end)
    sheet.lines.sort(key=lambda line: line.start)
    _address_listed(sheet)
    _papers_listed(sheet)
    lines = _unwrap(sheet)
    return Document(
        sheet.form.id, language, _title(sheet, lines, language), _parts(sheet, lines), sheet.source, tuple(lines)
    )


_SENT_TO = re.compile("निम्न|की ओर|को प्रेषित|following|forwarded to|(?:is|are)(?: hereby)? sent to")


def _address_listed(sheet: Sheet) -> None:
    """Where a form's one sentence says "… निम्न की ओर प्रेषित" and posts follow as a list, they are whom it goes to."""
    spec = sheet.specs.get("addressee")
    if not (spec and spec.anywhere and spec.need == "required") or "addressee" in sheet.seen:
        return
    plain = sheet.source.plain
    body = [at for at, line in enumerate(sheet.lines) if line.part == sheet.writes]
    first = len(body)
    while first and _names_post(sheet, sheet.lines[body[first - 1]]):
        first -= 1
    lead = sheet.lines[body[first - 1]] if 0 < first < len(body) else None
    if lead and _SENT_TO.search(plain, lead.start, lead.end):
        for at in body[first:]:
            sheet.lines[at] = sheet.lines[at]._replace(part="addressee", look="address")


_BELOW = re.compile(r"नीचे|निम्न|below|following|:[ –-]*$|:-$")


def _papers_listed(sheet: Sheet) -> None:
    """Where a form that needs a list of papers has it right under its one sentence, without a label, it is that list."""
    spec = sheet.specs.get("enclosures")
    if not spec or spec.need != "required" or "enclosures" in sheet.seen:
        return
    body = [at for at, line in enumerate(sheet.lines) if line.part == sheet.writes]
    first = next((n for n, at in enumerate(body) if sheet.lines[at].words > sheet.lines[at].start), len(body))
    lead = sheet.lines[body[first - 1]] if 0 < first < len(body) else None
    if lead and _BELOW.search(sheet.source.plain, lead.start, lead.end):
        for at in body[first:]:
            if sheet.lines[at].words == sheet.lines[at].start:
                break
            sheet.lines[at] = sheet.lines[at]._replace(part="enclosures", look=spec.look, words=sheet.lines[at].start)


def _names_post(sheet: Sheet, line: Line) -> bool:
    words = sheet.source.plain[line.words : line.end]
    named = sheet.labels.post.search(words) and not words.endswith(("।", "."))
    return line.words > line.start and bool(named) and words.count(" ") < 14


def _unwrap(sheet: Sheet) -> list[Line]:
    """The lines, once each line break inside one of them has become a space."""
    if not sheet.breaks:
        return sheet.lines
    old = sheet.source
    spans = []
    for start, end in sheet.breaks:
        first = old.span(start, start + 1)[0] if start < end else start
        spans.append((first, old.span(end - 1, end)[1]))
    sheet.source = Unwrapped(old.given, (*old.breaks, *spans))

    def moved(place: int, ends: bool = False) -> int:
        if ends:
            return sheet.source.where(old.span(place - 1, place)[1]) if place else 0
        return sheet.source.where(old.span(place, place + 1)[0])

    return [
        Line(part, look, moved(start), moved(end, True), moved(words) if words < end else moved(end, True))
        for part, look, start, end, words in sheet.lines
    ]


def _parts(sheet: Sheet, lines: list[Line]) -> tuple[Part, ...]:
    blocks: dict[str, list[Block]] = {}
    beside, run_on = set[str](), set[str]()
    for line in lines:
        blocks.setdefault(line.part, []).append(Block(line.look, _words(sheet, line)))
    for before, line in pairwise(lines):
        if before.part == line.part or "\n" in sheet.source.plain[before.end : line.start]:
            continue
        if "date" in (before.part, line.part) and len(blocks[line.part]) == 1:
            beside.add(line.part)
        if line.part == sheet.writes:
            run_on.add(before.part)
    return tuple(Part(id, tuple(found), id in beside, id in run_on) for id, found in blocks.items())


def _words(sheet: Sheet, line: Line) -> str:
    """A line's words as they were typed; a tab stands between a label and what it introduces."""
    if line.look in ("label", "header"):
        return f"{_typed(sheet, line.start, line.words)}\t{_typed(sheet, line.words, line.end)}"
    if line.look == "number":  # its two ends stand apart
        typed = sheet.source.shown[slice(*sheet.source.span(line.start, line.end))]
        return "\t".join(" ".join(end.split()) for end in re.split(r"\t| {3,}", typed, maxsplit=1))
    return _typed(sheet, line.start, line.end)


def _typed(sheet: Sheet, start: int, end: int) -> str:
    typed = sheet.source.shown[slice(*sheet.source.span(start, end))] if end > start else ""
    return " ".join(typed.replace(NOTHING, "").split())


def _title(sheet: Sheet, lines: list[Line], language: str) -> str:
    subject = next((line for line in lines if line.part == "subject"), None)
    words = _typed(sheet, subject.words, subject.end).strip(" ।.") if subject else ""
    return words or sheet.form.title[language]
