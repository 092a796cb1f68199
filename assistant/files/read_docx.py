"""A Word file as a person sees it: the first page's header, the text with its tables, text boxes and notes, numbers that Word itself puts.

Deleted revisions are left out and insertions taken in. Hidden words are kept apart: nobody who reads the page sees them.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import PurePosixPath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from assistant.errors import InputError
from assistant.files.loose import Loose
from assistant.files.numbering import Numbering
from assistant.files.read_eml import seen

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
STRICT = b"http://purl.oclc.org/ooxml/"
"""Where Word's "Strict" files keep the same names."""

MOST_BYTES = 30_000_000
"""The largest part of a Word file, unpacked: a book of two thousand pages has less, a zip bomb has more."""

LEFT_OUT = frozenset("del moveFrom instrText delText pPr rPr tblPr tblGrid trPr tcPr sectPr rt".split())
NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
"""What points to a note → the part of the file that has it."""
LETTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
WIDE = 80
"""A gap between two paragraphs that the eye takes for an empty line, in twentieths of a point."""

_PAGE_NUMBER = re.compile(r"\b(?:NUM)?PAGES?\b")


def read(raw: bytes) -> Loose:
    """The text, a paragraph a line, and what is hidden. Raises InputError where it is no Word file that can be read."""
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            return _Paper(archive).loose()
    except (
        BadZipFile,
        ElementTree.ParseError,
        KeyError,
        ValueError,
        NotImplementedError,
        EOFError,
        OSError,
        RuntimeError,
        RecursionError,
    ):
        raise InputError("error.read.docx") from None
    except Exception as error:
        if type(error).__module__ in ("zlib", "lzma"):  # a member that is cut short
            raise InputError("error.read.docx") from None
        raise


@dataclass
class _Paragraph:
    """A paragraph's text, and the gaps that its style leaves before and after it. `joined`: its end was deleted."""

    text: str
    before: int = 0
    after: int = 0
    joined: bool = False
    row: bool = False
    """A row of a table: what stands between rows says nothing of how the paper parts its paragraphs."""


@dataclass
class _Paper:
    archive: ZipFile
    hidden: list[str] = field(default_factory=list)
    noted: set[tuple[str, str]] = field(default_factory=set)

    def part(self, name: str) -> Element:
        """A part of the file as XML. Raises KeyError where it has none of that name."""
        with self.archive.open(name) as file:
            xml = file.read(MOST_BYTES + 1)
        if len(xml) > MOST_BYTES:
            raise InputError("error.read.docx")
        if b"<!DOCTYPE" in xml.replace(b"\0", b""):  # Word writes none; what has one wants to blow up
            raise InputError("error.read.docx")
        if STRICT in xml:
            xml = xml.replace(STRICT + b"wordprocessingml/main", W[1:-1].encode())
            xml = xml.replace(STRICT + b"officeDocument/relationships", R[1:-1].encode())
        return ElementTree.fromstring(xml)  # noqa: S314 without a DOCTYPE there is nothing to expand or to fetch

    def optional(self, name: str) -> Element:
        try:
            return self.part(name)
        except KeyError:
            return Element("none")

    @cached_property
    def main(self) -> PurePosixPath:
        """The part with the text: Word on a desk calls it word/document.xml, Word in a browser as it likes."""
        for one in self.optional("_rels/.rels"):
            if one.get("Type", "").endswith("/officeDocument"):
                return PurePosixPath(one.get("Target", "").lstrip("/"))
        return PurePosixPath("word/document.xml")

    @cached_property
    def relations(self) -> list[Element]:
        return list(self.optional(str(self.main.parent / "_rels" / f"{self.main.name}.rels")))

    def beside(self, target: str) -> str:
        """The name of a part that the text's own part speaks of."""
        return target.lstrip("/") if target.startswith("/") else str(self.main.parent / target)

    def target(self, id: str) -> str:
        """The part that an id in the text stands for; empty where there is none."""
        found = next((one.get("Target", "") for one in self.relations if one.get("Id") == id), "")
        return self.beside(found) if found else ""

    def kind(self, kind: str) -> Element:
        """The one part of a kind, as `styles`."""
        found = (one.get("Target", "") for one in self.relations if one.get("Type", "").endswith(f"/{kind}"))
        return self.optional(self.beside(next(found, f"{kind}.xml")))

    @cached_property
    def looks(self) -> Element:
        return self.kind("styles")

    @cached_property
    def styles(self) -> dict[str, Element]:
        return {style.get(f"{W}styleId", ""): style for style in self.looks.iter(f"{W}style")}

    @cached_property
    def usual(self) -> tuple[str, Element | None]:
        """The style of paragraphs that name none, and what applies to every paragraph."""
        defaults = self.looks.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        style = next(
            (
                id
                for id, one in self.styles.items()
                if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") in ("1", "true")
            ),
            "",
        )
        return style, defaults

    @cached_property
    def numbering(self) -> Numbering:
        return Numbering(self.kind("numbering"))

    def loose(self) -> Loose:
        document = self.part(str(self.main))
        body = document.find(f"{W}body")
        if body is None:
            raise InputError("error.read.docx")
        header = _text(list(self.header(document)))
        text = _text(list(self.blocks(body)))
        return Loose("\n\n".join(filter(None, (header, text))), tuple(self.hidden))

    def header(self, document: Element) -> Iterator[_Paragraph]:
        """What stands in the top margin of the first page, but for page numbers."""
        section = next(document.iter(f"{W}sectPr"), None)
        if section is None:
            return
        kind = "first" if _on(section.find(f"{W}titlePg")) else "default"
        for reference in section.iter(f"{W}headerReference"):
            if reference.get(f"{W}type", "default") == kind:
                yield from self.blocks(self.optional(self.target(reference.get(f"{R}id", ""))), margin=True)

    def blocks(self, parent: Element, on_colour: bool = False, margin: bool = False) -> Iterator[_Paragraph]:
        """The paragraphs and tables in something, as lines."""
        for child in parent:
            name = _name(child)
            if name == "p":
                if not (margin and any(_PAGE_NUMBER.search(code) for code in _codes(child))):
                    yield from self.paragraph(child, on_colour)
            elif name == "tbl":
                yield from self.table(child)
            elif name == "AlternateContent":
                yield from self.blocks(_chosen(child), on_colour, margin)
            elif name == "altChunk":
                yield from self.chunk(child)
            elif name not in LEFT_OUT:
                yield from self.blocks(child, on_colour, margin)

    def chunk(self, element: Element) -> Iterator[_Paragraph]:
        """A web page that Word shows in its place."""
        target = self.target(element.get(f"{R}id", ""))
        if not target.lower().endswith((".htm", ".html", ".xhtml")):
            return
        with self.archive.open(target) as file:
            html = file.read(MOST_BYTES).decode("utf-8", "replace")
        yield from (_Paragraph(line) for line in seen(html).split("\n"))

    def table(self, table: Element) -> Iterator[_Paragraph]:
        """A table row by row: a row of short cells is one line, else each cell's paragraphs follow each other."""
        rows = [
            [list(self.blocks(cell, on_colour=True)) for cell in _inside(row, "tc")]
            for row in _inside(table, "tr")
            if row.find(f"{W}trPr/{W}del") is None
        ]
        if sum(map(len, rows)) == 1:
            yield from rows[0][0]
            return
        for row in rows:
            cells = [[one for one in paragraphs if one.text.strip()] for paragraphs in row]
            filled = [cell for cell in cells if cell]
            if all(len(cell) == 1 and "\n" not in cell[0].text for cell in filled):
                if filled:  # an empty cell keeps its place, or what stands beside it would come under another head
                    kept = cells if len(filled) > 1 else filled
                    yield _Paragraph(
                        "\t".join(cell[0].text.strip() if cell else "" for cell in kept).rstrip("\t"), row=True
                    )
            else:
                for cell in filled:
                    yield from cell

    def paragraph(self, element: Element, on_colour: bool) -> Iterator[_Paragraph]:
        """A paragraph with the number that Word puts before it; text boxes that hang on it come first."""
        properties = element.find(f"{W}pPr")
        boxes: list[_Paragraph] = []
        text = "".join(self.inline(element, self.style(element), on_colour, boxes))
        yield from boxes
        joined = properties is not None and properties.find(f"{W}rPr/{W}del") is not None
        number = "" if joined and not text.strip() else self.number(element)  # what was deleted whole isn't counted
        if number and text.strip():
            text = number + text.lstrip()
        yield _Paragraph(text, self.gap(element, "before"), self.gap(element, "after"), joined)

    def inline(self, parent: Element, style: str, on_colour: bool, boxes: list[_Paragraph]) -> Iterator[str]:
        """The words in a paragraph or in what groups some of them."""
        for child in parent:
            name = _name(child)
            if name in LEFT_OUT:
                continue
            if name == "r":
                words = "".join(self.run(child, on_colour, boxes))
                if self.is_hidden(child, parent, style, on_colour):
                    self.hidden += [words] if words.strip() else []
                else:
                    yield words
            elif name == "AlternateContent":
                yield from self.inline(_chosen(child), style, on_colour, boxes)
            elif child.tag == MATH:
                yield child.text or ""
            elif name == "txbxContent":
                boxes += self.blocks(child, on_colour)
            else:
                yield from self.inline(child, style, on_colour or _filled(child), boxes)

    def run(self, run: Element, on_colour: bool, boxes: list[_Paragraph]) -> Iterator[str]:
        """The letters of one run of words."""
        for child in run:
            name = _name(child)
            if name in NOTES:
                yield self.note(name, child.get(f"{W}id", ""))
            elif name == "t" and child.tag != MATH:
                yield re.sub(r"[\r\n]+", " ", child.text or "")
            elif name in LETTERS:
                yield LETTERS[name]
            elif name not in LEFT_OUT:
                yield from self.inline(_chosen(child) if name == "AlternateContent" else child, "", on_colour, boxes)

    def note(self, name: str, id: str) -> str:
        """What stands at the foot of the page or at the end, where the text points to it: in brackets, each once."""
        if (name, id) in self.noted:
            return ""
        self.noted.add((name, id))
        found = next((one for one in self.kind(NOTES[name]) if one.get(f"{W}id") == id), None)
        words = " ".join(one.text.strip() for one in self.blocks(found)) if found is not None else ""
        return f" ({words.strip()})" if words.strip() else ""

    # --- what styles say

    def style(self, paragraph: Element) -> str:
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        return named.get(f"{W}val", "") if named is not None else self.usual[0]

    def chain(self, style: str) -> Iterator[Element]:
        """A style and those that it is based on."""
        for _ in range(20):
            found = self.styles.get(style)
            if found is None:
                return
            yield found
            based = found.find(f"{W}basedOn")
            style = based.get(f"{W}val", "") if based is not None else ""

    def number(self, paragraph: Element) -> str:
        """The number or bullet that Word shows before a paragraph; empty where it shows none."""
        direct = paragraph.find(f"{W}pPr/{W}numPr")
        inherited = [
            found
            for style in self.chain(self.style(paragraph))
            if (found := style.find(f"{W}pPr/{W}numPr")) is not None
        ]
        id = level = ""
        for properties in ([direct] if direct is not None else []) + inherited:
            id = id or _value(properties.find(f"{W}numId"))
            level = level or _value(properties.find(f"{W}ilvl"))
        if not id or id == "0":
            return ""
        return self.numbering.next(id, int(level) if level else self.numbering.level_of(id, self.style(paragraph)))

    def gap(self, paragraph: Element, side: str) -> int:
        """The space before or after a paragraph, in twentieths of a point."""
        styled = [style.find(f"{W}pPr/{W}spacing") for style in self.chain(self.style(paragraph))]
        usual = self.usual[1].find(f"{W}spacing") if self.usual[1] is not None else None
        for spacing in (paragraph.find(f"{W}pPr/{W}spacing"), *styled, usual):
            value = spacing.get(f"{W}{side}", "") if spacing is not None else ""
            if value.isdecimal():
                return int(value)
        return 0

    def is_hidden(self, run: Element, parent: Element, style: str, on_colour: bool) -> bool:
        """Whether nobody sees a run: marked hidden, white on white, or smaller than can be read."""
        properties = run.find(f"{W}rPr")
        own = properties.find(f"{W}rStyle") if properties is not None else None
        named = own.get(f"{W}val", "") if own is not None else ""
        styled = [found.find(f"{W}rPr") for id in (named, style) if id for found in self.chain(id)]
        for one in (properties, *styled):
            if one is not None and (vanish := one.find(f"{W}vanish")) is not None:
                return _on(vanish)
        if properties is None:
            return False
        size = _value(properties.find(f"{W}sz"))
        if size.isdecimal() and int(size) <= 4:
            return True
        shaded = any(
            where is not None and where.find(f"{W}shd") is not None for where in (properties, parent.find(f"{W}pPr"))
        )
        marked = properties.find(f"{W}highlight") is not None
        return _value(properties.find(f"{W}color")).upper() == "FFFFFF" and not (on_colour or shaded or marked)


def _text(paragraphs: list[_Paragraph]) -> str:
    """Paragraphs as lines; an empty line where the gap is wider than those that most of them have."""
    merged: list[_Paragraph] = []
    for one in paragraphs:
        if merged and merged[-1].joined:
            merged[-1] = _Paragraph(merged[-1].text + one.text, merged[-1].before, one.after, one.joined)
        else:
            merged.append(one)
    gaps = [max(before.after, after.before) for before, after in pairwise(merged)]
    told = [gap for gap, (before, after) in zip(gaps, pairwise(merged), strict=True) if not (before.row or after.row)]
    common = max(WIDE - 1, Counter(told).most_common(1)[0][0]) if told else 0
    lines = merged[0].text if merged else ""
    for gap, one in zip(gaps, merged[1:], strict=True):
        lines += ("\n\n" if gap > common else "\n") + one.text
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n")


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _value(element: Element | None) -> str:
    return element.get(f"{W}val", "") if element is not None else ""


def _on(element: Element | None) -> bool:
    """Whether a switch is on: it is there, and not set to off."""
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")


def _chosen(alternate: Element) -> Element:
    """The first of several ways to show one thing that holds words; a text box stands there twice."""
    for way in alternate:
        if next(way.iter(f"{W}t"), None) is not None:
            return way
    return Element("none")


def _filled(shape: Element) -> bool:
    """Whether a shape has a ground of its own, on which white letters can be read."""
    ways = {_name(way) for part in shape if _name(part) == "spPr" for way in part}
    colour = shape.get("fillcolor", "white").lower()
    return bool(ways & {"solidFill", "gradFill", "pattFill", "blipFill"}) or not colour.startswith(("white", "#fff"))


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, whatever they are wrapped in."""
    for child in parent:
        if _name(child) == name:
            yield child
        elif _name(child) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _inside(child, name)


def _codes(paragraph: Element) -> Iterator[str]:
    """The field codes in a paragraph."""
    for element in paragraph.iter():
        if _name(element) == "instrText":
            yield element.text or ""
        elif _name(element) == "fldSimple":
            yield element.get(f"{W}instr", "")
