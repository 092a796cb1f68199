"""Whether an instruction to a model says what it has to say: a fact in any style and script, words as they stand, what everybody says in
one of its usual ways. Hindi that is typed in Latin letters is read as Hindi too."""

import re
from functools import cache, cached_property
from pathlib import Path

from assistant import facts
from assistant.content import read_source
from assistant.facts import Fact, Found
from assistant.facts.same import written
from assistant.forms import phrases
from assistant.labs.exercise import Cover
from assistant.language.source import Source
from assistant.language.typed import to_devanagari


class Instruction:
    """An instruction as it is read: as it stands, and with its roman Hindi in Devanagari. The second is made only where the first
    doesn't say something."""

    def __init__(self, plain: str) -> None:
        self._plain = plain

    @cached_property
    def _typed(self) -> tuple[str, list[Found]]:
        text = Source(to_devanagari(self._plain)).plain
        return text, facts.find(text)

    @cached_property
    def _stands(self) -> tuple[str, list[Found]]:
        return self._plain, facts.find(self._plain)

    def says(self, cover: Cover) -> bool:
        """Whether it says what a cover is about."""
        usual = ways()[cover.says] if cover.says else ()
        words = _of_the_year(cover.text)
        return _says(*self._stands, words, usual) or (self._is_latin and _says(*self._typed, words, usual))

    def gives(self, words: str) -> bool:
        """Whether a fact stands in its roman Hindi, as it was told."""
        return self._is_latin and _says(*self._typed, (words,))

    @property
    def _is_latin(self) -> bool:
        return bool(_LATIN.search(self._plain))


_LATIN = re.compile("[a-z]{2}")
_DOT = re.compile(r"(?<=[\u0900-\u0963])\.(?=\s+[^\s0-9])")
"""A dot that ends a Hindi sentence; before a figure it is an abbreviation's (रु. 500)."""


def _says(text: str, found: list[Found], words: tuple[str, ...], usual: tuple[str, ...] = ()) -> bool:
    if any(written(text, one) for one in words):
        return True
    if usual and any(True for _ in phrases.find(usual, _DOT.sub("।", text))):
        return True
    return any(facts.conveys(text, one, found) for one in map(_fact, words) if one)


def means(cover: Cover, right: str, said: str) -> bool:
    """Whether what is right is what a cover is about: its words, or its fact in another style. Where nobody says what is right, it is
    the cover's if what was said is of its kind."""
    if right in cover.text:
        return True
    fact = _fact(right or said)
    own = [one for one in map(_fact, cover.text) if one]
    if fact is None:
        return False
    return any(facts.same(one, Found(fact.kind, fact.value, 0, 0)) if right else one.kind == fact.kind for one in own)


@cache
def _fact(words: str) -> Fact | None:
    """The fact that the words of a cover are, where they are one from end to end: a date, a number, a post."""
    plain = Source(words).plain.strip()
    whole = [one for one in facts.find(plain) if (one.start, one.end) == (0, len(plain))]
    return Fact(words, whole[0].kind, whole[0].value, plain) if whole else None


@cache
def _of_the_year(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without those that are a bare day, where a whole date is among them: that one is conveyed by its day too, and not by
    the same day of another year."""
    kinds = {one: fact.kind if (fact := _fact(one)) else "" for one in words}
    return tuple(one for one, kind in kinds.items() if kind != "day" or "date" not in kinds.values())


@cache
def ways() -> dict[str, tuple[str, ...]]:
    """The usual ways to say what every instruction has to say, by what it is."""
    file = Path(__file__).parent / "data/instructions.yaml"
    return {name: tuple(rows) for name, rows in read_source(file.read_text(encoding="utf-8"), file.name).data.items()}
