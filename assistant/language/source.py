"""A text as it was typed and the plain copy of it that rules read: a place in one is a place in the other.

The copy is what checks.md asks for before any check: NFC, ०-९ as 0-9, a bar as the danda, zero-width characters dropped, म0प्र0
as म.प्र., ङ् and ञ् before their letters as the dot, line ends `\\n`, white space single.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_SPACES = "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u202f\u205f\u3000"
_SAME_LENGTH = str.maketrans("०१२३४५६७८९|\u2028\u2029\x85" + _SPACES, "0123456789।\n\n\n" + " " * len(_SPACES))
_OTHERWISE = re.compile(f"[०-९|\u2028\u2029\x85{_SPACES}]+")
# A digit right after a Devanagari letter is how typists make the dot: म0प्र0, शि०नि०.
_ZERO_FOR_DOT = re.compile("0(?<=[\u0900-\u0963]0)(?![0-9])")
_DROPPED = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff"
_CHANGED = re.compile(f"[{_DROPPED}\r ](?:(?<=[{_DROPPED}])[{_DROPPED}]*|(?<=\r)\n?|(?<= ) {{1,}})")
_OLD_NASAL = re.compile("ङ्(?=[कखगघ])|ञ्(?=[चछजझ])")
"""A nasal in the spelling of old books, दिनाङ्क and पञ्चायत; न्, म् and ण् are written as often as the dot."""
_UNCOMPOSED = re.compile("[\u0958-\u095f]|[^\u0300-\u036f\u093c][\u0300-\u036f\u093c]+")


@dataclass(frozen=True)
class Source:
    """A text as given, its plain copy, and where the one has become longer or shorter than the other."""

    given: str

    @cached_property
    def _copy(self) -> tuple[str, list[int], list[int], list[int]]:
        """The plain copy; where (in the copy, in the text as given) both run alike again; where in the text each run ends."""
        text = _OTHERWISE.sub(lambda run: run[0].translate(_SAME_LENGTH), self.given)
        text = _ZERO_FOR_DOT.sub(".", text)
        pieces: list[str] = []
        plain_at, given_at, ends = [0], [0], []
        length = 0
        for start, end, instead in _changes(text):
            pieces += (text[given_at[-1] : start], instead)
            length += start - given_at[-1] + len(instead)
            plain_at.append(length)
            given_at.append(end)
            ends.append(start)
        pieces.append(text[given_at[-1] :])
        return "".join(pieces), plain_at, given_at, [*ends, len(text)]

    @cached_property
    def plain(self) -> str:
        """The copy that rules read."""
        return self._copy[0]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text as given of a place in the plain copy; what was dropped beside it isn't in it."""
        _, plain_at, given_at, ends = self._copy
        run = bisect_right(plain_at, start) - 1
        first = min(given_at[run] + start - plain_at[run], ends[run])
        if end <= start:
            return first, first
        run = bisect_right(plain_at, end - 1) - 1
        last = given_at[run] + end - plain_at[run]
        return first, last if last <= ends[run] else given_at[run + 1]

    def where(self, offset: int) -> int:
        """The place in the plain copy of a place in the text as given."""
        _, plain_at, given_at, _ = self._copy
        run = bisect_right(given_at, offset) - 1
        place = plain_at[run] + offset - given_at[run]
        return min(place, plain_at[run + 1]) if run + 1 < len(plain_at) else place


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the copy is longer or shorter: what is dropped, joined or composed, and what stands there instead."""
    changes = [(match.start(), match.end(), _instead(match[0])) for match in _CHANGED.finditer(text)]
    if old := [(match.start(), match.end(), "ं") for match in _OLD_NASAL.finditer(text)]:
        changes = sorted(changes + old)
    if not unicodedata.is_normalized("NFC", text):
        changes += [
            (match.start(), match.end(), composed)
            for match in _UNCOMPOSED.finditer(text)
            if (composed := unicodedata.normalize("NFC", match[0])) != match[0]
        ]
        changes.sort()
    return iter(changes)


def _instead(changed: str) -> str:
    return "\n" if changed[0] == "\r" else " " if changed[0] == " " else ""
