"""The lines of a text as they were typed."""

import re
from itertools import islice, pairwise
from typing import NamedTuple

from assistant.language.source import Source

_ROWS = re.compile(r"[^\n]*[^\n\s][^\n]*")
_ITEM = (
    r"(?:\((?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,4}|[अआइईक-ह][क-ह]?)\)|(?:[0-9]{1,3}|[ivxIVX]{1,4})[.)]|[a-zA-Z]\)|[a-z]\.|[क-ह]{1,2}[.)]"
    r"|[अआइई][.)](?= )|[अआइईक-ह] ?[-–](?= )|[0-9]{1,2}[-–]|[0-9]{1,2}/(?= [^\W\d])"
    r"|[0-9]{1,2}(?: [-–]|:-|:)(?= ?[^\W\d]))"
)
MARK = re.compile(
    rf"[*_]{{0,2}}(?:{_ITEM}[*_]{{0,2}}(?:(?<=[.)*_]) ?[-–])?(?: |(?=[^\W\d]))"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[.)]? (?!लाख|करोड़|हज़ार|हजार|lakh|crore|[कम]ि|बजे|[AaPp]\.?[Mm]\b|hrs|hours|noon)|[•●○▪■◦‣*·–-] )"
)
"""How a paragraph or an item of a list is numbered: 1. (1) १) क. (क) 2- 2 - 2)- 2:- 1.2 2/, or a bullet."""
_INITIALS = re.compile(
    r"[A-Za-z]\. ?(?:[A-Za-z]|[क-ह](?:\u094d[क-ह])?)?[a-z]*\.?|[क-ह]\.[A-Za-zक-ह](?:\u094d[क-ह])?\.?|(?:[\u0900-\u0963]{1,4}\.){2,6}(?:-?[0-9])?"
)
_INITIAL = re.compile(r"[अ-औक-ह]\.$")
"""One letter with a dot: somebody's, where few words follow, else an item's."""
_SENTENCE_END = re.compile(r"(?:[।?!…]|(?<=[a-z0-9)]{2})\.|/-\.)[\"'”’)\]*_]{0,3}$")
_ABBREVIATED = re.compile(r"(?: (?:[A-Z][a-z]{0,3}|etc|viz)\.|\.[A-Za-z]\.|\([A-Z][a-z]{1,8}\.\))$")
_LAST = 12
"""Signs of a line by which it is told how it ends."""
OPENS_TEXT = re.compile(
    r"[*_]{0,2}(?:उपर्युक्त|उपरोक्त|उपयुक्त|विषयांतर्गत|विषयान्तर्गत|कृपया|निर्देशानुसार|निवेदन|सविनय|मुझे|मैं |अधोहस्ताक्षरी|"
    r"एतद्द्वारा|अतः|लेख है|With reference|Please|Kindly|I am|I have|It is|"
    r"The undersigned|In exercise|In continuation|This is|You are|I beg|Reference is)"
)
_OF_A_NAME = 4
MOST_ROWS = 15_000
"""The lines of two hundred and fifty pages; what stands below them isn't read."""

NARROWEST, WIDEST = 40, 125
"""The shortest and the longest line, in code points, that a page, a hand or a mail program breaks a paragraph into; a longer one is a
paragraph."""


class Row(NamedTuple):
    """One line of the text as it was typed, without the white space round it. `apart`: an empty line stands before it."""

    start: int
    end: int
    text: str
    apart: bool
    wide: tuple[int, ...] = ()
    """Where several spaces or a tab were typed, which the plain copy doesn't show."""
    tabbed: bool = False
    """Whether one of those gaps is so wide that it parts the columns of a table."""
    set_in: bool = False
    """Whether it begins with white space."""

    @property
    def finished(self) -> bool:
        last = max(0, len(self.text) - _LAST)
        return bool(_SENTENCE_END.search(self.text, last)) and not _ABBREVIATED.search(self.text, last)

    @property
    def mark(self) -> int:
        """The length of its number or bullet."""
        first = self.text.partition(" ")[0]
        if _INITIALS.fullmatch(first) or (_INITIAL.match(first) and self.words <= _OF_A_NAME):
            return 0
        match = MARK.match(self.text)
        return match.end() if match else 0

    @property
    def words(self) -> int:
        return self.text.count(" ") + 1

    def has_room(self, below: "Row", width: int) -> bool:
        """Whether the first word of the line below would have stood on this one, on a page of this width."""
        return len(self.text) + 1 + len(below.text.partition(" ")[0]) <= width

    @property
    def is_said(self) -> bool:
        """Whether it is (part of) a sentence and no line of an address."""
        end = self.finished and (
            self.words >= 5 or "...." in self.text
        )  # room for what is missing stands for many words
        return end or self.words >= 14 or bool(self.words >= 4 and OPENS_TEXT.match(self.text))


def rows_of(source: Source) -> list[Row]:
    plain = source.plain
    rows: list[Row] = []
    for match in islice(_ROWS.finditer(plain), MOST_ROWS):
        words = match[0].strip()
        start = match.start() + match[0].index(words[0])
        set_in = plain[start - 1 : start] == " "
        rows.append(Row(start, start + len(words), words, True, *_wide(source, start, words), set_in))
    gaps = [MOST_ROWS, *(plain.count("\n", row.end, below.start) for row, below in pairwise(rows))]
    usual = _usual(gaps[1:], rows)
    return [row._replace(apart=gap > usual) for row, gap in zip(rows, gaps, strict=False)]


def _usual(gaps: list[int], rows: list[Row]) -> int:
    """How many line ends part two lines that belong together: one; in a paper typed with double spacing two. Where an empty line
    stands between any two, only full lines that end in mid-sentence tell the one from the other."""
    least = min(gaps, default=1)
    if least < max(gaps, default=1):
        return least
    width = max((len(row.text) for row in rows if not row.tabbed), default=0)
    full = [
        row
        for row, below in pairwise(rows)
        if len(row.text) >= NARROWEST and not row.finished and not row.has_room(below, width)
    ]
    return least if width <= WIDEST and len(full) > 1 else 1


def _wide(source: Source, start: int, words: str) -> tuple[tuple[int, ...], bool]:
    first, last = source.span(start, start + len(words))
    if last - first == len(words) and "\t" not in source.given[first:last]:
        return (), False
    spaces = [start + at for at, letter in enumerate(words[:400]) if letter == " "]
    typed = {at: source.given[slice(*source.span(at, at + 1))] for at in spaces}
    wide = tuple(at for at, gap in typed.items() if gap == "\t" or len(gap) > 1)
    return wide, any(gap == "\t" or len(gap) >= _COLUMN for gap in typed.values())


_COLUMN = 4
"""Spaces that part two columns; two or three are a typist's, or a page's that is set to both edges."""
