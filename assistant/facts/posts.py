"""Posts, in both languages and every state's word; and places that a word before them calls one."""

import re
from collections.abc import Iterator
from re import Match

from assistant.facts.found import Found
from assistant.facts.patterns import END, HINDI, any_of, rows, word_of, words
from assistant.language.numbers import number_words, one_spelling

_BRACKETS = re.compile(r"[ ,()-]+")


def _key(name: str) -> str:
    return _BRACKETS.sub(" ", one_spelling(name)).strip()


NAMES: dict[str, str] = {
    _key(name): row[0] for row in rows("posts.txt") for cell in row[1:3] for name in cell.split(";") if name.strip()
}
"""Every name of a post, in its one spelling, and the post's id."""

WORDS = frozenset(word for name in NAMES for word in name.split())
"""Every word that a post's name has."""

POST = re.compile(f"{word_of(NAMES).replace('[ -]', ',?[ -]?[(]?')}(?:[)](?=[ ,।.]|$))?(?:ों|गण)?{END}")

_PLACED = (
    "जिला", "तहसील", "ग्राम", "विकासखंड", "ग्राम पंचायत", "जनपद पंचायत", "जनपद", "नगर पालिका", "district", "tehsil", "tahsil", "village", "block",
)  # fmt: skip
PLACE = re.compile(
    f"{word_of(_PLACED)}[ :ः-]{{1,3}}(?:(?<=[{HINDI}] )|(?<=[{HINDI}][-:])|(?<=[A-Za-z][ :-]))(?P<name>[{HINDI}]{{2,30}}|[A-Z][a-z]{{2,30}}){END}"
)
_NO_PLACE = {one_spelling(word) for word in words("no-place")}


def read_post(match: Match[str]) -> Iterator[Found]:
    """A post by its id, whatever language or state names it."""
    name = _key(match[0])
    post = NAMES.get(name) or NAMES.get(name.removesuffix("ों")) or NAMES.get(name.removesuffix("गण"))
    if post:
        yield Found("post", post, *match.span())


_COUNTED = re.compile(f"(?:[0-9]|मुख्यमंत्री|प्रधानमंत्री|(?:{any_of(number_words())})) ?$")
"""42 ग्राम प्रभावित हैं; a scheme's name: मुख्यमंत्री ग्राम सड़क योजना."""


def read_place(match: Match[str]) -> Iterator[Found]:
    """The name after जिला, तहसील, ग्राम, District, Village; no office that begins so (जिला पंचायत)."""
    name = one_spelling(match["name"])
    counted = _COUNTED.search(match.string[max(0, match.start() - 24) : match.start()])
    if name not in _NO_PLACE and name not in number_words() and not name.endswith("ीय") and not counted:
        yield Found("place", name, *match.span("name"))
