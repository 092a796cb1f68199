"""The lines of a text as they were typed."""

import re
from itertools import islice, pairwise
from typing import NamedTuple

from assistant.language.source import Source

_ROWS = re.compile(r"[^\n]*[^\n\s][^\n]*")
_ITEM = (
    r"(?:\((?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,4}|[अआइईक-ह][क-ह]?)\)|(?:[0-9]{1,3}|[ivxIVX]{1,4})[.)]|[a-zA-Z]\)|[a-z]\.|[क-ह]{1,2}[.)]"
    r"|[अआइई][.)](?= )|[अआइईक-ह] ?[-–](?= )|[0-9]{1,2}[-–]|[0-9]{1,2}/(?= [^\W\d]))"
)
MARK = re.compile(
    rf"[*_]{{0,2}}(?:{_ITEM}[*_]{{0,2}}(?: |(?=[^\W\d]))"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[.)]? (?!लाख|करोड़|हज़ार|हजार|lakh|crore|[कम]ि|बजे|[AaPp]\.?[Mm]\b|hrs|hours|noon)|[•●○▪■◦‣*·–-] )"
)
"""How a paragraph or an item of a list is numbered: 1. (1) १) क. (क) 2- 1.2 2/, or a bullet."""
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
        return _ends_sentence(self.text)

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

    @property
    def is_said(self) -> bool:
        """Whether it is (part of) a sentence and no line of an address."""
        end = self.finished and (
            self.words >= 5 or "...." in self.text
        )  # room for what is missing stands for many words
        return end or self.words >= 14 or bool(self.words >= 4 and OPENS_TEXT.match(self.text))


def _ends_sentence(line: str) -> bool:
    last = max(0, len(line) - _LAST)
    return bool(_SENTENCE_END.search(line, last)) and not _ABBREVIATED.search(line, last)


def rows_of(source: Source) -> list[Row]:
    plain = source.plain
    found: list[tuple[int, str]] = []
    for match in islice(_ROWS.finditer(plain), MOST_ROWS):
        words = match[0].strip()
        found.append((match.start() + match[0].index(words[0]), words))
    gaps = [plain.count("\n", start + len(words), following) for (start, words), (following, _) in pairwise(found)]
    usual = _usual(gaps, [words for _, words in found])
    return [
        Row(
            start, start + len(words), words, gap > usual, *_wide(source, start, words), plain[start - 1 : start] == " "
        )
        for (start, words), gap in zip(found, (MOST_ROWS, *gaps), strict=False)
    ]


def _usual(gaps: list[int], lines: list[str]) -> int:
    """How many line ends part two lines that belong together: one; in a paper typed with double spacing two. Where an empty line
    stands between any two, only long lines that end in mid-sentence tell the one from the other."""
    least = min(gaps, default=1)
    if least < max(gaps, default=1):
        return least
    long = [line for line in lines if len(line) >= NARROWEST]
    broken = max(map(len, lines), default=0) <= WIDEST and 2 * sum(not _ends_sentence(line) for line in long) > len(
        long
    )
    return least if broken else 1


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
