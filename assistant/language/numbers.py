"""Numbers as people write them: digits in Indian or Western groups, words of Hindi and English, and both together (2.5 लाख).

डेढ़, ढाई, साढ़े, सवा and पौने change the unit after them: साढ़े तीन हज़ार is 3,500, सवा लाख 1,25,000.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from assistant.language.digits import ascii_digits

DATA = Path(__file__).parent / "data"
_NASAL = re.compile("[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u092e])|\u0901")
_FIRST_SCALE = 100
_MOST = 10**12
"""What is more than a lakh crore isn't told in lakhs or crores of it."""


class Read(NamedTuple):
    """A number and where in the text it stands; `words` tells that no digit is in it."""

    value: int | Decimal
    start: int
    end: int
    words: bool


class _Word(NamedTuple):
    value: Decimal
    changes: bool
    """साढ़े, सवा, पौने: says nothing alone."""
    counts: bool
    """सौ, दर्जन: says how many of it the number before tells."""


def one_spelling(word: str) -> str:
    """The one form that stands for every accepted spelling: no nukta, one nasal sign, small letters (हज़ार हजार, पाँच पांच, सम्बन्ध संबंध)."""
    return _spelt(word) if len(word) <= _REMEMBERED else _spelt.__wrapped__(word)


_REMEMBERED = 40
"""The longest word that is remembered; all papers have most of their words in common."""


@lru_cache(20_000)
def _spelt(word: str) -> str:
    return _NASAL.sub("\u0902", unicodedata.normalize("NFC", word).replace("\u093c", "")).lower()


@cache
def number_words() -> dict[str, _Word]:
    """Every word that is a number or part of one, by its one spelling."""
    words: dict[str, _Word] = {}
    for language in ("hi", "en"):
        for line in (DATA / f"numbers.{language}.txt").read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                value, spellings, _ = line.split("|")
                amount = Decimal(value.strip().removeprefix("×"))
                entry = _Word(amount, value.strip()[0] in "+-", value.strip()[0] == "×" or amount >= _FIRST_SCALE)
                words |= {one_spelling(spelling): entry for spelling in spellings.split()}
    return words


def exact(value: Decimal) -> int | Decimal:
    """A whole number as int, any other without its last zeros."""
    return int(value) if value == value.to_integral_value() else value.normalize()


def numbers_in(tokens: Iterable[tuple[str, int, int]]) -> Iterator[Read]:
    """The numbers that a row of number words and figures makes, each as long as it can be."""
    run = _Run()
    for text, start, end in tokens:
        figure = text[0] in "0123456789"
        token = (
            _Word(Decimal(text.replace(",", "")), False, False) if figure else number_words().get(one_spelling(text))
        )
        if token is None or not run.take(token, text, start, end):
            if run.start >= 0:
                yield from run.done()
            run = _Run()
            if token:  # a run of hundreds of letters may be cut inside a word
                run.take(token, text, start, end)
    yield from run.done()


def read_number(text: str) -> int | Decimal | None:
    """The number that the whole text is, in figures or words; None where it is none, or more than one."""
    text = ascii_digits(text)
    tokens = [
        (match[0], match.start(), match.end()) for match in re.finditer(r"[0-9][0-9,]*(?:\.[0-9]+)?|[^\s,.0-9-]+", text)
    ]
    tokens = [token for token in tokens if token[0] not in ("and", "a")]
    if not all(
        (token[0][0].isascii() and token[0][0].isdigit()) or one_spelling(token[0]) in number_words()
        for token in tokens
    ):
        return None
    numbers = list(numbers_in(tokens))
    return numbers[0].value if len(numbers) == 1 else None


class _Run:
    """One number while it is read."""

    def __init__(self) -> None:
        self.start, self.end, self.digits = -1, -1, False
        self.total, self.current, self.change = Decimal(0), None, Decimal(0)  # type: Decimal, Decimal | None, Decimal
        self.smallest: Decimal | None = None
        self.closed = False

    def take(self, word: _Word, text: str, start: int, end: int) -> bool:
        """Whether the word goes on with this number; it is then part of it."""
        if not (self._change(word) if word.changes else self._scale(word) if word.counts else self._add(word, text)):
            return False
        self.digits |= text[0].isdigit()
        self.start, self.end = (start if self.start < 0 else self.start), end
        return True

    def _change(self, word: _Word) -> bool:
        if self.current is not None or self.change:
            return False
        self.change = word.value
        return True

    def _add(self, word: _Word, text: str) -> bool:
        value = word.value
        figures = text[0].isdigit()
        if 0 < value < 1 and not figures and text.isascii():  # five and a half lakh, half a dozen
            if self.closed or (self.current is not None and self.current != int(self.current)):
                return False
            self.current, self.closed = (self.current or 0) + value, True
            return True
        if self.current is None:
            if self.smallest is not None and (value >= self.smallest or value != value.to_integral_value()):
                return False
            self.current = value + self.change
            self.change = Decimal(0)
            self.closed = False
            return True
        if self.change or self.closed or figures or value >= _FIRST_SCALE:
            return False
        tens = text.isascii() and self.current % 10 == 0 and self.current % 100 >= 20 and 1 <= value <= 9
        hundreds = self.current >= _FIRST_SCALE and self.current % 100 == 0 and value >= 1
        if not (tens or hundreds):
            return False
        self.current += value
        return True

    def _scale(self, word: _Word) -> bool:
        if word.value <= _FIRST_SCALE:
            if self.current is not None and not 0 < self.current < _FIRST_SCALE:
                return False
            self.current = (1 + self.change if self.current is None else self.current) * word.value
            self.change = Decimal(0)
            return True
        if self.smallest is not None and word.value >= self.smallest:
            if self.current is None and not self.change and 0 < self.total < _MOST:  # एक लाख करोड़
                self.total *= word.value
                return True
            return False
        if self.current is not None and self.current == 0:
            return False
        self.total += (1 + self.change if self.current is None else self.current) * word.value
        self.current, self.change, self.smallest = None, Decimal(0), word.value
        return True

    def done(self) -> Iterator[Read]:
        """The number read, where one was."""
        if self.start >= 0 and not self.change:
            yield Read(exact(self.total + (self.current or 0)), self.start, self.end, not self.digits)


def grouped(value: int) -> str:
    """Figures in Indian groups: 2,50,000."""
    first, last = str(value)[:-3], str(value)[-3:]
    groups = [first[max(0, at - 2) : at] for at in range(len(first), 0, -2)][::-1]
    return ",".join((*groups, last))
