"""The text that stands behind the letters of a PDF, for searching, copying and reading aloud.

Typst says of each syllable what it reads, and readers of PDF guess from the gaps where words end: कृपया came back as कृ पया. Here each
word with the space behind it says once what it reads (ActualText), and each glyph says its own share of its syllable (ToUnicode), for
readers that look at glyphs alone. Nothing that is drawn is changed. It knows what Typst writes: tests read all our words back.
"""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, StreamObject

Operation = tuple[list[bytes], bytes]
"""Operands as they are written, and the operator."""

EDGE = "\xa0"
"""The end of a line's left part; its right part follows in the same line."""

UNSEEN = str.maketrans({"\u2060": None, "\u200b": None, EDGE: " "})
"""What only set the line: it isn't in the paper's text."""

# pypdf's own reader takes four fifths of the time that all this takes.
_TOKEN = re.compile(rb"\(|<<|>>|<[0-9A-Fa-f]*>|[\[\]]|/[^\s/<>\[\]()]*|[^\s/<>\[\]()]+")
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_OPERATOR = re.compile(rb"[A-Za-z*]+[01]?")
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_MAPPED = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")


class Drawn(NamedTuple):
    """Glyphs that are drawn together, and what they read: one letter, or one syllable."""

    codes: tuple[int, ...]
    text: str


@dataclass
class Font:
    """A font of the file: what Typst says its glyphs read, and all that was drawn with it."""

    reads: dict[int, str]
    drawn: set[Drawn] = field(default_factory=set)


@dataclass
class Word:
    """What draws one word with the space behind it, and what it reads."""

    drawing: list[Operation] = field(default_factory=list)
    text: str = ""


@dataclass
class Run:
    """What stands between two marks of the page: words, and the operations around them."""

    steps: list[Word | Operation] = field(default_factory=list)

    @property
    def words(self) -> list[Word]:
        return [step for step in self.steps if isinstance(step, Word)]

    @property
    def origin(self) -> tuple[float, float]:
        """Where its places are counted from."""
        moves = (step[0] for step in self.steps if not isinstance(step, Word) and step[1] == b"cm")
        return next((float(move[4]), float(move[5])) for move in moves)

    @property
    def height(self) -> float | None:
        """Where on the page its line is; None for what draws no words."""
        return self.origin[1] if any(word.text for word in self.words) else None

    def drawing(self) -> Iterator[Operation]:
        """All operations, none with a word of what they read."""
        for step in self.steps:
            if isinstance(step, Word):
                yield from step.drawing
            else:
                yield step

    def operations(self) -> Iterator[Operation]:
        for step in self.steps:
            if isinstance(step, Word):
                yield from _marked(step.text, step.drawing)
            else:
                yield step


def mend(pdf: bytes) -> bytes:
    """The same pages with a text layer that reads as the paper does. The same file gives the same bytes."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    fonts: dict[int, tuple[DictionaryObject, Font]] = {}
    for page in writer.pages:
        own: dict[bytes, Font] = {}
        for name, reference in page["/Resources"].get("/Font", {}).items():  # type: ignore[attr-defined]
            font = reference.get_object()
            fonts.setdefault(reference.idnum, (font, Font(_read_map(font["/ToUnicode"].get_data()))))
            own[name.encode()] = fonts[reference.idnum][1]
        content: Any = page["/Contents"].get_object()
        read = _operations(content.get_data())
        made = b"\n".join(b" ".join([*operands, operator]) for operands, operator in _page(read, own))
        page[NameObject("/Contents")] = _stream(writer, made)
    for font, known in fonts.values():
        font[NameObject("/ToUnicode")] = _stream(writer, _map(shares(known.drawn)))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _stream(writer: PdfWriter, data: bytes) -> Any:
    stream = DecodedStreamObject()
    stream.set_data(data)
    packed: StreamObject = stream.flate_encode()
    return writer._add_object(packed)


def _operations(content: bytes) -> Iterator[Operation]:
    operands: list[bytes] = []
    for token in _tokens(content):
        if _OPERATOR.fullmatch(token):
            yield operands, token
            operands = []
        else:
            operands.append(token)


def _tokens(content: bytes) -> Iterator[bytes]:
    at = 0
    while found := _TOKEN.search(content, at):
        at, open_ = found.end(), int(found[0] == b"(")
        while open_:  # a string goes on to the bracket that closes it
            bracket = _BRACKET.search(content, at)
            at = bracket.end() if bracket else len(content)
            open_ += {b"(": 1, b")": -1}.get(bracket[0], 0) if bracket else -open_
        yield content[found.start() : at]


def _page(operations: Iterable[Operation], fonts: dict[bytes, Font]) -> Iterator[Operation]:
    """The page's operations, its text cut into words; all that isn't text is let be.

    What stands in one line after an EDGE is read with what is before it: a label and its words, a number on the left and the date
    on the right. Else readers take them for columns, and read what is below before what is beside.
    """
    joined: list[Run] = []
    for run in _runs(operations, fonts):
        if joined and run.height != joined[0].height:
            yield from _together(joined)
            joined = []
        if joined or any(word.text.endswith(EDGE) for word in run.words):
            joined.append(run)
        else:
            yield from run.operations()
    if joined:
        yield from _together(joined)


def _together(runs: list[Run]) -> Iterator[Operation]:
    """All that the runs draw, in the place of the first: readers take a place from what stands between two marks alone."""
    first, *others = runs
    text = "".join(word.text for run in runs for word in run.words).strip(EDGE) + " "
    operators = [None if isinstance(step, Word) else step[1] for step in first.steps]
    begin, end = operators.index(b"BT") + 1, operators.index(b"ET")
    yield from Run(first.steps[:begin]).drawing()
    yield from _marked(text, [step for run in runs for step in _moved(run, first)])
    yield from Run(first.steps[end:]).drawing()
    for run in others:  # the tree of the paper's parts names them still
        yield from Run([run.steps[0], run.steps[-1]]).drawing()


def _moved(run: Run, to: Run) -> Iterator[Operation]:
    """What the run's words draw, by places counted from where another run begins."""
    (x, y), (to_x, to_y) = run.origin, to.origin
    for word in run.words:
        for operands, operator in word.drawing:
            if operator == b"Tm":
                across, down = float(operands[4]) + x - to_x, float(operands[5]) + to_y - y
                yield [*operands[:4], b"%.5f" % across, b"%.5f" % down], operator
            else:
                yield operands, operator


def _runs(operations: Iterable[Operation], fonts: dict[bytes, Font]) -> Iterator[Run]:
    """The page cut where text ends, each run with the words that it draws."""
    run, word, font, syllable, text = Run(), Word(), Font({}), None, False
    codes: list[int] = []
    depth = 0
    for operands, operator in operations:
        if operator in (b"BT", b"ET"):
            run.steps.append(word)
            word, text = Word(), operator == b"BT"
            run.steps.append((operands, operator))
        elif not text:
            run.steps.append((operands, operator))
            depth += (operator in (b"BDC", b"BMC")) - (operator == b"EMC")
            if operator == b"EMC" and depth == 0:
                yield run
                run = Run()
        elif operator == b"BDC":  # the name of the mark, <<, /ActualText, the text, >>
            syllable, codes = _text(_bytes(operands[3])), []
        elif operator == b"EMC":
            font.drawn.add(Drawn(tuple(codes), syllable or ""))
            word.text += syllable or ""
            syllable = None
        elif operator in (b"Tj", b"TJ"):
            pieces: list[bytes] = []
            for piece in _pieces(operands):
                pieces.append(piece)
                if not piece.startswith(b"<"):
                    continue
                code = int(piece[1:-1], 16)
                if syllable is not None:
                    codes.append(code)
                    continue
                letter = font.reads.get(code, "")
                font.drawn.add(Drawn((code,), letter))
                word.text += letter
                if letter == " ":
                    word.drawing.append(_shown(pieces))
                    run.steps.append(word)
                    word, pieces = Word(), []
            if pieces:
                word.drawing.append(_shown(pieces))
        else:
            if operator == b"Tf":
                font = fonts[operands[0]]
            word.drawing.append((operands, operator))
    yield run


def _pieces(operands: Iterable[bytes]) -> Iterator[bytes]:
    """Each glyph's two bytes in hexadecimal, and the numbers between glyphs as they are."""
    for operand in operands:
        if operand.startswith((b"(", b"<")):
            raw = _bytes(operand)
            yield from (b"<%04X>" % int.from_bytes(raw[n : n + 2], "big") for n in range(0, len(raw), 2))
        elif operand not in (b"[", b"]"):
            yield operand


def _bytes(text: bytes) -> bytes:
    """What a string of the file holds, in either of the two ways in which it may be written."""
    if text.startswith(b"<"):
        return bytes.fromhex(text[1:-1].decode())
    return _ESCAPED.sub(
        lambda one: _ESCAPES.get(one[1]) or (_octal(one[1]) if one[1].isdigit() else one[1]), text[1:-1]
    )


def _text(raw: bytes) -> str:
    """A text of the file: UTF-16 where its mark says so, else Latin-1."""
    return raw[2:].decode("utf-16-be") if raw.startswith(b"\xfe\xff") else raw.decode("latin-1")


def _octal(digits: bytes) -> bytes:
    return bytes([int(digits, 8) & 0xFF])


def _shown(pieces: list[bytes]) -> Operation:
    """What draws the pieces: glyphs that follow each other as one string."""
    return [b"[", b" ".join(pieces).replace(b"> <", b""), b"]"], b"TJ"


def _marked(text: str, drawing: Iterable[Operation]) -> Iterator[Operation]:
    """The operations, marked with what they read."""
    if not text:
        yield from drawing
        return
    read = text.translate(UNSEEN).encode("utf-16-be").hex().upper()
    yield [b"/Span <</ActualText <FEFF%s>>>" % read.encode()], b"BDC"
    yield from drawing
    yield [], b"EMC"


def shares(drawn: Iterable[Drawn]) -> dict[int, str]:
    """What each glyph reads by itself: what it reads alone, else what is left of a syllable when the others have theirs."""
    rest = sorted(drawn, key=lambda one: (len(one.codes), one))
    known = {one.codes[0]: one.text for one in rest if len(one.codes) == 1}
    for most in (1, 9):  # where several are left, the first takes what they read together
        for _ in range(4):
            for one in rest:
                left = [code for code in dict.fromkeys(one.codes) if code not in known]
                if 0 < len(left) <= most:
                    known |= dict.fromkeys(left, "")
                    known[left[0]] = _left(one.text, [known[code] for code in one.codes])
    return known


def _left(text: str, taken: Iterable[str]) -> str:
    for part in sorted(taken, key=len, reverse=True):
        if part in text:
            text = text.replace(part, "", 1)
        else:
            for letter in part:
                text = text.replace(letter, "", 1)
    return text


def _read_map(cmap: bytes) -> dict[int, str]:
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in _MAPPED.findall(cmap)}


def _map(reads: dict[int, str]) -> bytes:
    """A ToUnicode map. A glyph that reads nothing by itself has no letter to give: it says a joiner that has no width."""
    lines = [
        f"<{code:04X}> <{(text.translate(UNSEEN) or chr(0x2060)).encode('utf-16-be').hex().upper()}>"
        for code, text in sorted(reads.items())
    ]
    chunks = (lines[n : n + 100] for n in range(0, len(lines), 100))
    body = "\n".join(f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar" for chunk in chunks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Custom def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\nendcmap\n"
        "CMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()
