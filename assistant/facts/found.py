"""What is found in a text, and what a paper has to convey."""

from collections.abc import Callable, Hashable, Iterator
from decimal import Decimal
from re import Match, Pattern
from typing import NamedTuple


class Found(NamedTuple):
    """A fact in a text: its kind, its canonical value, and the place of the words that say it."""

    kind: str
    value: Hashable
    start: int
    end: int

    @property
    def figure(self) -> Decimal:
        """The value of a number, an amount or a small number. Raises TypeError for a fact that counts nothing."""
        return Decimal(self.value)  # type: ignore[arg-type]


class Fact(NamedTuple):
    """Something that a paper has to convey; `says` is how its giver wrote it."""

    id: str
    kind: str
    value: Hashable
    says: str


class Reader(NamedTuple):
    """How one kind of fact is found: a pattern for where it may stand, and what each match is found to be, if anything."""

    pattern: Pattern[str]
    read: Callable[[Match[str]], Iterator[Found]]
    needs: Pattern[str]
    """What a text without any of this kind has nowhere: it is passed over at once."""
