"""Persons: who stands after श्री, Shri, Dr. and the like, or after पिता, पति, s/o."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from re import Match

from assistant.facts.found import Found
from assistant.facts.patterns import HINDI, LETTER, START, rows, word_of, words
from assistant.facts.posts import NAMES
from assistant.language.numbers import number_words, one_spelling
from assistant.language.spelling import is_ordinary
from assistant.language.words import rows as language_rows

_HINDI_TITLE = (
    "श्रीमती|श्रीमति|सर्वश्री|सुश्री|श्री|कुमारी|कु\\.|डॉ\\.?|डॉक्टर|डा\\.|प्रो\\.|स्वर्गीय|स्व\\.|पं\\.|एड\\.|अधिवक्ता|इंजी\\."
)
_ENGLISH_TITLE = (
    "Shrimati|Shri|SHRI|Sri|SRI|Smt\\.?|SMT\\.?|Sushri|SUSHRI|Km\\.|Kum\\.|Kumari|KUMARI|Dr\\.?|DR\\.|Mrs\\.?|MRS\\.?|Mr\\.?|MR\\.?|Ms\\.|MS\\.|Miss"
    "|Prof\\.|Late|LATE|Er\\.|Adv\\."
)
_HINDI_KIN = "पिता|पति|पुत्री|पुत्र|पत्नी|आत्मजा|आत्मज|वल्द|बेवा|जौजे"
_ENGLISH_KIN = "[SsDdWwCc]/[Oo]\\.?|son of|daughter of|wife of|husband of"
_WORD = f"(?:[{HINDI}]{{1,6}}\\. ?){{0,3}}[{HINDI}]{{2,25}}|(?:[{HINDI}]{{1,6}}\\. ?){{1,3}}"
_LATIN = "(?:[A-Z]\\. ?){0,3}[A-Z][A-Za-z]{1,25}|(?:[A-Z]\\. ?){1,3}"
NAME = re.compile(
    f"{START}(?:(?:(?P<kin>{_HINDI_KIN}|[SsDdWwCc]/[Oo]\\.?)(?: का नाम| स्वर्गीय| स्व\\.)?|(?:(?:(?:{_HINDI_TITLE})(?![{HINDI}])"
    f"|(?:{_ENGLISH_TITLE})(?= )) ?){{1,3}})(?<![{HINDI}]\\.\\.)[ :-]{{0,3}}(?:(?:{_HINDI_TITLE})(?![{HINDI}]) ?)?"
    f"(?P<hindi>(?:{_WORD})(?: (?!(?:{_HINDI_KIN}|{_HINDI_TITLE})(?![{HINDI}]))(?:{_WORD})){{0,3}})"
    f"|(?:(?:{_ENGLISH_KIN}|(?:{_ENGLISH_TITLE})(?![A-Za-z])|(?:{_HINDI_TITLE})(?![{HINDI}])) {{0,1}}){{1,3}}"
    f"(?P<english>(?:{_LATIN})(?: (?:{_LATIN})){{0,3}}))"
)

_PLAIN = f"{_HINDI_TITLE}|{_ENGLISH_TITLE}|{_HINDI_KIN}|s/o|d/o|w/o|c/o|son of|daughter of|wife of|husband of"
TITLE = re.compile(word_of(_PLAIN.replace("\\.?", "").replace("\\", "").split("|")))
"""What stands before every name."""

_PARTS = {
    kind: {one_spelling(word) for row in rows("names.txt") if row[1] == kind for word in row[0].split()}
    for kind in ("middle", "last")
}
_STOPS = {one_spelling(word) for word in words("not-in-a-name")}
_NO_PERSON = {one_spelling(word) for word in words("no-person")}
_POST_STARTS = {name.split()[0] for name in NAMES}


_TITLES = frozenset(
    one_spelling(title.replace("\\", "").strip(".?")) for title in f"{_HINDI_TITLE}|{_ENGLISH_TITLE}".split("|")
)


def is_title(word: str) -> bool:
    """Whether a word stands before names and is none."""
    return one_spelling(word).strip(".") in _TITLES


def is_surname(word: str) -> bool:
    """Whether a word in its one spelling is known to end a name."""
    return word in _PARTS["last"]


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in their one spelling, without title, dots and brackets."""
    words = re.findall(f"[{LETTER}]+", one_spelling(name))
    return tuple(word for word in words if word not in _TITLES) or tuple(words)


_LOOSE = str.maketrans(
    {
        "ी": "ि",
        "ू": "ु",
        "ै": "े",
        "ौ": "ो",
        "ष": "श",
        "स": "श",
        "ण": "न",
        "ब": "व",
        "ा": None,
        "ं": "न",
        "ँ": "न",
        "्": None,
        "ः": None,
    }
)


def fold(name: str) -> str:
    """A name without what is often misheard or mistyped: length of vowels, nasals, nukta, श ष स, न ण, ब व, halant; near names are equal."""
    text = " ".join(name_words(name)).translate(_LOOSE)
    if text.isascii():
        text = re.sub(r"(.)\1", r"\1", re.sub("[aeiouyh]+(?=.)", "a", re.sub("w", "v", re.sub("ph", "f", text))))
    return text


_SOUNDS = [("क्ष", "ks"), ("ज्ञ", "g")] + [
    tuple(pair)
    for pair in "खk घg छc झj ठt ढd थt धd फf भb कk गg चc जj टt डd तt दd पp बb नn णn मm ङn ञn ंn रr लl वv शs षs सs ृr ऋr".split()
]


@cache
def _places() -> dict[str, set[str]]:
    """Each word of a known place's name in one script, and what it is in the other: English spells some by no sound (Lucknow)."""
    twins: dict[str, set[str]] = defaultdict(set)
    for _, *names in language_rows("places.txt"):
        hindi, english = (re.split("[/ ]", one_spelling(name)) for name in names)
        for one, other in product(hindi, english):
            twins[one].add(other)
            twins[other].add(one)
    return twins


def same_word(one: str, other: str) -> bool:
    """Whether two words of names in their one spelling are the same, in the other script by their sounds."""
    if one.isascii() == other.isascii():
        return one == other
    if one in _places() and other in _places():
        return other in _places()[one]
    latin, hindi = (one, other) if one.isascii() else (other, one)
    undotted = re.sub("[डढ]", "र", hindi)  # ड़ without its dot, which the ear hears as r
    return sounds(latin) in (sounds(hindi), sounds(undotted))


@lru_cache(4096)
def sounds(word: str) -> str:
    """The consonants of a word as one hears them, in Latin letters: what a name has in common in both scripts."""
    if word.isascii():
        word = re.sub("(?<=[ae])o", "v", word.replace("gaon", "ganv"))  # राव is Rao, देवरिया is Deoria
        for written, heard in (
            ("ngh", "nh"),
            ("ksh", "ks"),
            ("chh", "c"),
            ("ch", "c"),
            ("ph", "f"),
            ("sh", "s"),
            ("w", "v"),
            ("z", "j"),
            ("q", "k"),
            ("x", "ks"),
        ):
            word = word.replace(written, heard)
        word = re.sub("[aeiouyh]", "", word)
    else:
        for written, heard in _SOUNDS:
            word = word.replace(written, heard)
        word = re.sub("[^a-z]", "", word)
    return re.sub(r"(.)\1+", r"\1", word.replace("mb", "nb").replace("mp", "np"))


_FIRM = re.compile(r"(?:मे\.|मे०|मेसर्स|मैसर्स|M/s\.?|Messrs\.?) ?$", re.IGNORECASE)


def read_name(match: Match[str]) -> Iterator[Found]:
    """The person's name: two words, and as many more as names are known to go on with; a post or a verb ends it."""
    if _FIRM.search(match.string, max(0, match.start() - 10), match.start()):
        return  # मेसर्स श्री टायर्स
    group = "hindi" if match["hindi"] else "english"
    words = [
        (part[0], part.start() + match.start(group), part.end() + match.start(group))
        for part in re.finditer(r"(?:[^ .]{1,6}\. ?){1,3}(?![^ ])|[^ ]+", match[group])
    ]
    taken = _hindi(words) if group == "hindi" else _english(words)
    if not taken:
        return
    rest = match.string[taken[-1][2] : taken[-1][2] + 30].split()
    if any(one_spelling(word[0]) in _NO_PERSON for word in words) or (
        rest and one_spelling(rest[0].strip(",.।")) in _NO_PERSON
    ):
        return
    start, end = taken[0][1], taken[-1][2]
    value = name_words(match.string[start:end])
    if value and (len("".join(value)) > 1):
        yield Found("name", value, start, end)


_Words = list[tuple[str, int, int]]


def _hindi(words: _Words) -> _Words:
    taken: _Words = []
    for place, (word, start, end) in enumerate(words):
        plain = one_spelling(word)
        if plain in _STOPS or (plain in _POST_STARTS and plain not in _PARTS["middle"]) or plain in number_words():
            break
        known = plain in _PARTS["middle"] or plain in _PARTS["last"]
        initials = "." in (words[place - 1][0] if place else "")
        last = taken and one_spelling(taken[-1][0]) in _PARTS["last"]
        ends = last and plain not in _PARTS["last"] and (place > 1 or is_ordinary(word))  # मीना is a first name too
        if (place >= 2 and not known and not initials) or ends:
            break
        taken.append((word, start, end))
    return taken


def _english(words: _Words) -> _Words:
    taken: _Words = []
    for word, start, end in words:
        if word.lower().strip(".") in _STOPS or word.lower() in _POST_STARTS:
            break
        taken.append((word, start, end))
    return taken
