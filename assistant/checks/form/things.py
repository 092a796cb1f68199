"""What is said to go along with a paper, thing by thing, and the words that tell one thing from another (data/enclosures.yaml)."""

import re
from functools import cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from assistant.checks.phrases import data
from assistant.checks.wording import Place
from assistant.language.numbers import one_spelling

WORD = re.compile("[A-Za-z0-9\u0900-\u0963\u0966-\u097f][A-Za-z0-9\u0900-\u0963\u0966-\u097f./'’-]*")
_FILE = re.compile(r"([\w\u0900-\u0963-]{1,60})\.(?:pdf|docx?|xlsx?|csv|jpe?g|png|zip|pptx?|txt)\b", re.IGNORECASE)
"""A file by its name: its words are those of the paper, Vehicle_list.xlsx."""
BRACKETED = re.compile(r"\([^()\n]{0,100}\)")  # (मूलतः, 14 पृष्ठ)
_SMALL = frozenset(
    "उनके उनकी उसके उसकी इनके इनकी "
    "में एवं तथा और का की के से है हैं क्रमांक दिनांक पृष्ठ दो तीन एक the and for with from of to a an is are no dated page pages two three both".split()
)


class _Words(NamedTuple):
    """The words of data/enclosures.yaml, each in its one spelling."""

    kind: dict[str, str]
    """A word that names a paper, and the first of those that may stand for it."""
    any: frozenset[str]
    pointing: frozenset[str]
    opens: frozenset[str]


@cache
def _words() -> _Words:
    lists = data("enclosures")

    def spelt(row: dict[str, list[str]]) -> list[str]:
        return [one_spelling(word) for word in (*row["hi"], *row["en"])]

    kinds = {word: spelt(row)[0] for row in lists["kinds"] for word in spelt(row)}
    other = {word: word for row in lists["other"] for word in spelt(row)}
    return _Words(
        other | kinds,
        frozenset(word for row in lists["any"] for word in spelt(row)),
        frozenset(spelt(lists["pointing"])),
        frozenset(spelt(lists["opens"])),
    )


def telling(text: str, bracketed: bool = False) -> list[str]:
    """The words that tell which paper is meant, each kind of paper by one word; what stands in brackets tells nothing, but in a sentence."""
    text = text if bracketed else BRACKETED.sub(" ", text)
    text = _FILE.sub(lambda name: name[1].replace("-", " ").replace("_", " "), text)
    words = (one_spelling(word[0]).rstrip(".,-/") for word in WORD.finditer(text))
    known = _words()
    return [
        known.kind.get(word, word)
        for word in words
        if len(word) > 2 and word not in _SMALL and word not in known.any and not word.isdigit()
    ]


_AND = re.compile(r",| (?:एवं|तथा|और|व|सहित|and|along with|together with|as well as|&)(?= )", re.IGNORECASE)
_SAID_OF = re.compile(
    r"\s(?:is|are)(?: being)?(?: also)?(?: (?:forwarded|sent|submitted|placed|furnished|enclosed|attached|annexed))?\s$",
    re.IGNORECASE,
)
"""Before "enclosed": what goes along stands before it."""
_GOES = re.compile("go|com|travel", re.IGNORECASE)
_SAYS = re.compile(r" ?(?:[)।]|है|हैं|हेतु|कर|की जा|किया|किए|किये|प्रेषित|भेज|प्रस्तुत|रूप|भी है|भी हैं)(?![\u0900-\u0963])")
"""After संलग्न: what goes along stands before it; else it follows, as in संलग्न सूची."""
_ENDS = re.compile(r"[.;:।\n]| (?:for|which|that|in|on|as|so|to|showing|with) ")
_RELATED = re.compile(r" (?:of|for|from|by|dated|issued|regarding|on|in|with|showing|signed|about) ")
_LONGEST = 7


def named_things(text: str, at: Place, sentence: Place) -> list[Place]:
    """The places of what a sentence names as going along at this word; none where it isn't clear what that is."""
    start, end = at
    bracket = text.rfind("(", sentence[0], start)
    if bracket > text.rfind(")", sentence[0], start):
        sentence = bracket + 1, sentence[1]  # (सूची संलग्न)
    if which := _WHICH.search(text, sentence[0], start):
        told = _things_told(text, sentence[0], which.start())
        return told[-1:] if _ONE.match(which[0]) else told
    if "\u0900" <= text[start] <= "\u097f":
        if _SAYS.match(text, end):
            return list(takewhile(lambda place: _is_thing(text, place), _pieces(text, sentence[0], start)[::-1]))
        words = [match.span() for match in WORD.finditer(text, end, min(sentence[1], end + 40))][:3]
        last = next((word for word in words if _names(text[slice(*word)])), None)
        place = (words[0][0], last[1]) if last else None
        return [place] if place and _is_thing(text, place) else []
    if of := _OF_WHICH.search(text, sentence[0], start):
        return [place for place in _pieces(text, sentence[0], of.start())[-1:] if _is_thing(text, place)]
    before = _SAID_OF.search(text, sentence[0], start)
    if before or _GOES.match(text, start):
        ends = before.start() if before else start
        return list(takewhile(lambda place: _is_thing(text, place), _pieces(text, sentence[0], ends)[::-1]))
    stop = _ENDS.search(text, end, sentence[1])
    return list(
        takewhile(lambda place: _is_thing(text, place), _pieces(text, end, stop.start() if stop else sentence[1]))
    )


_WHICH = re.compile(r", ?(?:जो|जिसे|जिन्हें|जिसकी प्रति|जिनकी प्रति|which (?:is|are)(?: also| being)?)(?: भी)? $")


_OF_WHICH = re.compile(r", (?:a copy|copies|the text) of which (?:is|are)(?: also)? $")

_ONE = re.compile(", ?(?:जिसे|जिसकी|which is)")
"""It speaks of the last of what was named: "पंजी तथा पंचनामा देखा गया, जिसकी प्रति"."""


def _things_told(text: str, start: int, end: int) -> list[Place]:
    """What is named in a clause whose verbs follow: "पंचनामा बनाया गया तथा 8 छायाचित्र लिए गए" tells of two things."""
    cuts = [(start, start), *(match.span() for match in _AND.finditer(text, start, end)), (end, end)]
    found = []
    for (_, first), (last, _) in pairwise(cuts):
        words = [match.span() for match in WORD.finditer(text, first, last)]
        named = next((n for n in range(len(words) - 1, -1, -1) if _names(text[slice(*words[n])])), -1)
        opens = next(
            (n for n in range(named - 1, -1, -1) if one_spelling(text[slice(*words[n])]) in _words().opens), -1
        )
        if named >= 0 and _is_thing(text, place := (words[opens + 1][0], words[named][1])):
            found.append(place)
    return found


def _pieces(text: str, start: int, end: int) -> list[Place]:
    """What stands between two places, cut at its joining words, each piece without the words that lead to it."""
    cuts = [(start, start), *(match.span() for match in _AND.finditer(text, start, end)), (end, end)]
    pieces = []
    for (_, first), (last, _) in pairwise(cuts):
        words = [match.span() for match in WORD.finditer(text, first, last)]
        opened = [n for n, word in enumerate(words) if one_spelling(text[slice(*word)]) in _words().opens]
        related = _RELATED.search(text, first, last)
        leads = [n for n in opened if not related or words[n][0] < related.start()]
        while leads and leads[-1] == len(words) - 1 and words:  # भी after it
            words, leads = words[:-1], leads[:-1]
        own = words[leads[-1] + 1 if leads else 0 :]
        pieces.append((own[0][0], own[-1][1]) if own and len(own) <= 2 * _LONGEST else (first, first))
    return pieces


def _is_thing(text: str, place: Place) -> bool:
    """Whether a piece names a paper of its own, and points to none that was named before."""
    piece = text[slice(*place)]
    words = [one_spelling(word) for word in WORD.findall(piece)]
    if not words or len(words) > _LONGEST or _words().pointing & set(words):
        return False
    head = piece if "\u0900" <= piece[-1] <= "\u097f" else _RELATED.split(piece, maxsplit=1)[0]
    return _names(head.split()[-1])


def is_kind(word: str) -> bool:
    """Whether a telling word says what kind of paper a thing is."""
    return word in _words().kind


def _names(word: str) -> bool:
    """Whether a word is one for a paper."""
    spelt = one_spelling(word).strip(".,")
    return spelt in _words().kind or spelt in _words().any
