"""The numbers that Word puts before paragraphs by itself, as text: 1. (क) 1.2 iv)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VOWELS = "अआइईउऊऋएऐओऔ"
CONSONANTS = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
    (1, "i"),
)  # fmt: skip
MOST = 100_000


def _letters(n: int, alphabet: str = "abcdefghijklmnopqrstuvwxyz") -> str:
    """a … z, then aa, bb, as Word goes on."""
    if not n:
        return "0"
    return alphabet[(n - 1) % len(alphabet)] * min((n - 1) // len(alphabet) + 1, 9)


def _roman(n: int) -> str:
    text = ""
    for value, letters in ROMAN:
        text += letters * min(n // value, 9)
        n %= value
    return text or "0"


FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "decimalZero": lambda n: f"{n:02}",
    "ordinal": lambda n: f"{n}{'th' if n % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}",
    "hindiNumbers": lambda n: str(n).translate(str.maketrans("0123456789", "०१२३४५६७८९")),
    "hindiVowels": lambda n: _letters(n, VOWELS),
    "hindiConsonants": lambda n: _letters(n, CONSONANTS),
    "bullet": lambda n: "",
    "none": lambda n: "",
}
"""Word's name of a format → a number in it; all others are shown as 1, 2, 3."""


@dataclass
class Numbering:
    """`numbering.xml`, and how far each list has been counted."""

    xml: Element
    counted: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    @cached_property
    def _lists(self) -> dict[str, Element]:
        lists = {one.get(f"{W}abstractNumId", ""): one for one in self.xml.iter(f"{W}abstractNum")}
        named = {link.get(f"{W}val", ""): one for one in lists.values() for link in one.iter(f"{W}styleLink")}
        for id, one in lists.items():
            link = one.find(f"{W}numStyleLink")
            if link is not None:
                lists[id] = named.get(link.get(f"{W}val", ""), one)
        return lists

    @cached_property
    def _uses(self) -> dict[str, Element]:
        return {one.get(f"{W}numId", ""): one for one in self.xml.iter(f"{W}num")}

    def _list(self, id: str) -> str:
        use = self._uses.get(id)
        abstract = use.find(f"{W}abstractNumId") if use is not None else None
        return abstract.get(f"{W}val", "") if abstract is not None else ""

    @cached_property
    def _known(self) -> dict[tuple[str, int], Element | None]:
        return {}

    def _level(self, id: str, level: int) -> Element | None:
        """How a level of a list looks; the use of a list may say otherwise than the list."""
        if (id, level) not in self._known:
            self._known[id, level] = self._find_level(id, level)
        return self._known[id, level]

    def _find_level(self, id: str, level: int) -> Element | None:
        use, found = self._uses.get(id), self._lists.get(self._list(id))
        for override in use.iter(f"{W}lvlOverride") if use is not None else ():
            if override.get(f"{W}ilvl") == str(level) and (own := override.find(f"{W}lvl")) is not None:
                return own
        levels = found.iter(f"{W}lvl") if found is not None else ()
        return next((one for one in levels if one.get(f"{W}ilvl") == str(level)), None)

    def level_of(self, id: str, style: str) -> int:
        """The level that a paragraph style stands for in a list; the first where it names none."""
        found = self._lists.get(self._list(id))
        for one in found.iter(f"{W}lvl") if found is not None else ():
            named = one.find(f"{W}pStyle")
            if named is not None and named.get(f"{W}val") == style:
                return _number(one.get(f"{W}ilvl", ""), 0)
        return 0

    def next(self, id: str, level: int) -> str:
        """The next number of a list at a level with what stands around it, ready to stand before the text."""
        shown = self._level(id, level)
        if shown is None:
            return ""
        counts = self.counted.setdefault(self._list(id), {})
        self._begin(id, level, counts)
        for above in range(level):  # a level that is passed over counts as begun
            counts.setdefault(above, self._start(id, above))
        counts[level] = min(counts.get(level, self._start(id, level) - 1) + 1, MOST)
        for deeper in [other for other in counts if other > level and self._restarts(id, other, level)]:
            del counts[deeper]
        if _said(shown, "numFmt") == "bullet":
            return "• "
        plain = shown.find(f"{W}isLgl") is not None

        def one(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            count = counts.get(at, self._start(id, at))
            look = self._level(id, at)
            format = _said(look, "numFmt") if look is not None and not (plain and at != level) else "decimal"
            return FORMATS.get(format, str)(count)

        text = re.sub("%([1-9])", one, _said(shown, "lvlText")[:40])
        return text + ("" if _said(shown, "suff") == "nothing" or not text else " ")

    def _begin(self, id: str, level: int, counts: dict[int, int]) -> None:
        """A list that is used anew and told where to start starts there."""
        if (id, level) in self.begun:
            return
        self.begun.add((id, level))
        use = self._uses[id]
        for override in use.iter(f"{W}lvlOverride"):
            start = override.find(f"{W}startOverride")
            if override.get(f"{W}ilvl") == str(level) and start is not None:
                counts[level] = _number(start.get(f"{W}val", ""), 1) - 1

    def _start(self, id: str, level: int) -> int:
        """Where a level begins; at nought where its list doesn't say (ECMA-376 part 1, 17.9.25)."""
        look = self._level(id, level)
        return _number(_said(look, "start"), 0) if look is not None else 1

    def _restarts(self, id: str, deeper: int, level: int) -> bool:
        look = self._level(id, deeper)
        after = _said(look, "lvlRestart") if look is not None else ""
        return after != "0" and (not after or level < _number(after, 1))


def _said(level: Element, name: str) -> str:
    found = level.find(f"{W}{name}")
    return found.get(f"{W}val", "") if found is not None else ""


def _number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else default
