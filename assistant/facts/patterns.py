"""The pieces that the patterns of facts are built from.

Every repeat is bounded and every pattern starts where a word or number starts, so that reading stays linear whatever is pasted.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

HINDI = "\u0900-\u0963\u0970-\u097f"
LETTER = f"A-Za-z{HINDI}"
START, END = f"(?<![{LETTER}])", f"(?![{LETTER}])"

_DATA = Path(__file__).parent / "data"
_UNITS = re.compile("\u093c|[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u092e])|.\u093c?", re.DOTALL)


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a data file, each split at its bars; `#` begins a remark."""
    text = unicodedata.normalize("NFC", (_DATA / name).read_text(encoding="utf-8"))
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in line.split("|")) for line in lines)


def words(name: str) -> tuple[str, ...]:
    """The words of one list in words.txt."""
    return tuple(word.strip() for row in rows("words.txt") if row[0] == name for word in row[1].split(";"))


def any_of(names: Iterable[str]) -> str:
    """A pattern for any of the words in every accepted spelling, the longest first; what they share at the start is tried once."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in names:
        branch = tree
        for unit in _UNITS.findall(unicodedata.normalize("NFC", word)):
            branch = branch.setdefault(_unit(unit), {})
        branch[""] = {}
    return _joined(tree)


def word_of(names: Iterable[str]) -> str:
    """The same, only where a word starts. Each branch begins with a plain letter: so the search skips to those letters at once."""
    return f"(?:{'|'.join(branches_of(names))})"


def branches_of(names: Iterable[str]) -> list[str]:
    """The branches of `word_of`, for a pattern that has others beside them."""
    tree: dict[str, set[str]] = {}
    for word in names:
        composed = unicodedata.normalize("NFC", word)
        for first in {composed[0].upper(), composed[0].lower()}:
            tree.setdefault(first, set()).add(composed[1:])
    return [f"{first}(?<![{LETTER}]{first}){any_of(sorted(rest))}" for first, rest in tree.items()]


def _joined(tree: dict[str, dict]) -> str:  # type: ignore[type-arg]
    branches = [unit + _joined(branch) for unit, branch in tree.items() if unit]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in tree:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if "" in tree else "")


def _unit(unit: str) -> str:
    if unit[0] in "\u0901\u0902" or unit[1:] == "\u094d":
        return "(?:[\u0901\u0902]|[\u0919\u091e\u0923\u0928\u092e]\u094d)"
    if unit == "\u093c":
        return "\u093c?"
    if unit == " ":
        return "[ -]"
    if unit.isascii() and unit.isalpha():
        return f"[{unit.upper()}{unit.lower()}]"
    if unit[0] in "\u0915\u0916\u0917\u091c\u0921\u0922\u092b":
        return unit[0] + "\u093c?"
    return re.escape(unit)
