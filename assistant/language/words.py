"""Lists of words: one plain file each under data/, read when first asked for and then kept."""

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


def lines(name: str) -> list[str]:
    """The lines of a list that hold something; those that begin with # are remarks."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a list, however many stand on a line."""
    return frozenset(" ".join(lines(name)).split())


@cache
def plain_english() -> frozenset[str]:
    """The words by which English is told from a name and from a legacy font's code."""
    return word_list("common.en.txt") | word_list("plain.en.txt")


@cache
def english() -> frozenset[str]:
    """The English words of all lists."""
    return plain_english() | word_list("asks.en.txt")


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table whose columns are parted by tabs."""
    return tuple(tuple(line.split("\t")) for line in lines(name))
