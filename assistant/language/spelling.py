"""Whether a word is spelt as an office spells it, and the right form where it surely isn't.

Hindi stands on the project's own list and what rules derive from it; dictionaries that are installed are read as well, to know more
words, never to correct by. A word that nothing is known of is let pass: it may be a name.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import zip_longest
from pathlib import Path

from assistant.language.lexicon import usual
from assistant.language.words import lines, rows

DICTIONARIES = (Path("/usr/share/hunspell/hi_IN.dic"), Path("/usr/share/aspell/hi.wl"))
"""Where Debian's Hindi dictionaries lie, the second where somebody unpacked it."""

HINDI_WORD = re.compile("[\u0900-\u0963\u0970-\u097f]+")

# --- what counts as one spelling

_NASAL = re.compile("ङ्(?=[कखगघ])|ञ्(?=[चछजझ])|ण्(?=[टठडढ])|न्(?=[तथदध])|म्(?=[पफबभ])")
_DOUBLED = re.compile("र्([क-ह])्\\1")
_FOLDED = str.maketrans({"़": None, "ँ": "ं", "\u200c": None, "\u200d": None, "ऑ": "आ", "ॉ": "ा"})
_SAME = (("ये", "ए"), ("यी", "ई"), ("त्त्व", "त्व"), ("श्रृ", "शृ"), ("र्द्ध", "र्ध"), ("अक्टू", "अक्तू"), ("ह्न", "न्ह"))


def _fold(word: str) -> str:
    word = word.translate(_FOLDED)
    for one, other in _SAME:
        word = word.replace(one, other)
    if "्" in word:
        word = _DOUBLED.sub("र्\\1", _NASAL.sub("ं", word)).removesuffix("्")
    return word


@lru_cache(20_000)
def fold(word: str) -> str:
    """The word as it is looked up: सम्बन्ध as संबंध, गयी as गई, हज़ार as हजार, कर्त्तव्य as कर्तव्य, श्रीमान् as श्रीमान."""
    return _fold(word)


# --- the words

_NOUN = {
    "ा": ("ा", "े", "ों", "ाओं", "ाएं"), "ी": ("ी", "ियां", "ियों"), "ि": ("ि", "ियां", "ियों"), "ई": ("ई", "इयां", "इयों"),
    "ु": ("ु", "ुओं", "ुएं"), "ू": ("ू", "ुओं", "ुएं"),
}  # fmt: skip
_ADJECTIVE = ("ा", "े", "ी", "ों")
_VERB = (
    "ना", "ने", "नी", "ता", "ते", "ती", "तीं", "ें", "े", "ूं", "ो", "कर", "ा", "ी", "ीं", "ेगा", "ेगी", "ेंगे", "ेंगी", "ूंगा", "ूंगी", "िए", "िएगा", "",
)  # fmt: skip
_VERB_IN_A = (
    "ना", "ने", "नी", "ता", "ते", "ती", "तीं", "एं", "ए", "ऊं", "ओ", "कर", "या", "ई", "ईं", "एगा", "एगी", "एंगे", "एंगी", "ऊंगा", "ऊंगी", "इए", "इएगा", "",
    "वें", "वे",
)  # fmt: skip
_ENDINGS = (
    "ांतर्गत", "ानुसार", "ार्थ", "ाधीन", "करण", "पूर्ण", "पूर्वक", "वार", "गत", "ीय", "ता", "तः", "युक्त", "हीन", "स्तरीय", "वासी", "गण", "ियों", "ियां",
    "ाओं", "ाएं", "ओं", "ों", "ें", "ो", "ः",
)  # fmt: skip
"""Endings that make a new word of a known one."""
_PREFIXES = ("उप", "सह", "पुनर्", "अति", "महा", "प्रति", "गैर", "अ", "अन", "सु", "यथा", "अंतर्", "अर्ध", "पूर्व")


_TWO_SIGNS = re.compile("[ा-ौ][ा-ौ]")


def _forms(kind: str, word: str) -> Iterator[str]:
    if kind == "verbs":
        forms = (word + ending for ending in (_VERB_IN_A if word[-1] == "ा" else _VERB))
        yield from (form for form in forms if not _TWO_SIGNS.search(form))  # दे makes no देूंगा
    elif kind == "adjectives" and word[-1] == "ा":
        yield from (word[:-1] + ending for ending in _ADJECTIVE)
    elif kind == "nouns" and word[-1] in _NOUN:
        yield from (word[:-1] + ending for ending in _NOUN[word[-1]])
    elif kind == "nouns" and "क" <= word[-1] <= "ह":
        yield from (word, word + "ों", word + "ें", word + "ो")
    else:
        yield word


@cache
def _listed() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """All known words, folded, those of them that a slip may be corrected to, and the loans."""
    known: set[str] = set()
    right: set[str] = set()
    loans: set[str] = set()
    kind = ""
    for line in (*lines("office.hi.txt"), *lines("names.hi.txt")):
        if line.startswith("["):
            kind = line.strip("[]")
            continue
        stems = [_fold(word) for word in line.replace("-", " ").split()]
        forms = {_fold(form) if "ये" in form or "यी" in form else form for stem in stems for form in _forms(kind, stem)}
        known |= forms
        if kind == "loans":
            loans |= forms
        elif kind != "names":
            right |= forms
    for _, names, _ in rows("places.txt"):
        known.update(_fold(word) for word in re.split(r"[/ ]", names))
    return frozenset(known), frozenset(right - loans), frozenset(loans)


@cache
def _installed() -> frozenset[str]:
    """The words of the dictionaries that this machine has."""
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in DICTIONARIES if path.is_file()]
    return frozenset(_fold(line.partition("/")[0].strip()) for text in texts for line in text.splitlines())


@lru_cache(20_000)
def is_known(word: str) -> bool:
    """Whether a Hindi word, or what it is made of, stands in a list."""
    folded = fold(word)
    return folded in _installed() or _known(folded)


@lru_cache(20_000)
def is_common(word: str, rare: int = 0) -> bool:
    """Whether a Hindi word stands in our own lists, of the office or of what people type and isn't this rare, whatever dictionaries
    the machine has."""
    return usual().get(word, 0) > rare or _known(fold(word))


def _known(word: str) -> bool:
    known = _listed()[0]
    if word in known:
        return True
    for ending in _ENDINGS:
        if (
            word.endswith(ending)
            and len(stem := word.removesuffix(ending)) > 2
            and not known.isdisjoint(stem + sign for sign in ("", "ा", "ी", "ि"))
        ):
            return True
    if any(word.startswith(prefix) and word.removeprefix(prefix) in known for prefix in _PREFIXES):
        return True
    return any(_made_of(word[:at], word[at:], known) for at in range(3, min(len(word) - 2, 20)))


_MET = {"ा": "आअ", "ो": "उ", "े": "इ"}
"""The vowel in which two words have met → how the second one began: क्रय + आदेश = क्रयादेश, सूर्य + उदय = सूर्योदय."""
_BENT = ("ता", "ते", "ती", "ना", "ने", "नी")


def _made_of(first: str, rest: str, known: frozenset[str]) -> bool:
    """Whether a word is two known ones, one after the other or grown together; a verb as it is bent ends none: कार्यकरता."""
    return first in known and (
        (rest in known and not (rest.endswith(_BENT) and rest[:-2] in known))
        or (len(rest) > 3 and any(vowel + rest[1:] in known for vowel in _MET.get(rest[0], "")))
    )


@lru_cache(20_000)
def is_ordinary(word: str) -> bool:
    """Whether a Hindi word is one of the language, not only a name."""
    right, folded = _listed()[1], fold(word)
    if folded in right:
        return True
    return any(folded.endswith(ending) and folded.removesuffix(ending) in right for ending in _ENDINGS)


def is_loan(word: str) -> bool:
    """Whether a Hindi word is one that the language has taken from another: फ़ोन, टैंकर."""
    return fold(word) in _listed()[2]


def is_only_name(word: str) -> bool:
    """Whether a Hindi word stands in the lists as a name alone."""
    known, right, loans = _listed()
    folded = fold(word)
    return folded in known and folded not in right and folded not in loans


# --- slips

_ALIKE = str.maketrans(
    {"ी": "ि", "ई": "इ", "ू": "ु", "ऊ": "उ", "श": "स", "ष": "स", "ण": "न", "आ": "अ", "ा": None, "्": None}
)
"""What people mix up: the length of a vowel, श ष स, न ण, a halant."""
_LETTER = re.compile("[\u0904-\u0939]")


_USUAL = 5
"""How usual a word that can be typed in Latin letters has to be for a slip of it to be sure: names and rare forms are less."""


@cache
def _typed() -> tuple[frozenset[str], frozenset[str]]:
    """The words that can be typed in Latin letters, folded, and those of them that are usual and no names."""
    named = _listed()[0] - _listed()[1]
    words = [(_fold(word), often) for word, often in usual().items()]
    return frozenset(word for word, _ in words), frozenset(
        word for word, often in words if often >= _USUAL and word not in named
    )


@cache
def _right() -> frozenset[str]:
    """The words that a slip may be corrected to."""
    return _listed()[1] | _typed()[1]


@cache
def _by_skeleton() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    loans = {_fold(word) for word, often in usual().items() if often >= _USUAL} & _listed()[2]
    for word in _right() | loans:
        if len(word) > 2:
            found[word.translate(_ALIKE)].append(word)
    return {skeleton: tuple(words) for skeleton, words in found.items()}


@cache
def _slips() -> dict[str, str]:
    return {wrong: right for name in ("slips.hi.txt", "slips.en.txt") for wrong, right, _ in rows(name)}


@cache
def _as_written() -> dict[str, str]:
    """A listed word as the list writes it, by its folded form: with its nukta and ँ."""
    written: dict[str, str] = {}
    for name in ("office.hi.txt", "names.hi.txt"):
        for line in lines(name):
            for word in line.replace("-", " ").split():
                written.setdefault(_fold(word), word)
    return written


@lru_cache(20_000)
def slip(word: str) -> str:
    """The right form of a well-known wrong one; "" for any other word. Capital letters stay capitals."""
    if right := _slips().get(word):
        return right
    right = _slips().get(word.lower(), "")
    return (
        right.upper()
        if word.isupper() and len(word) > 1
        else right[:1].upper() + right[1:]
        if word[:1].isupper()
        else right
    )


def near(word: str) -> str:
    """The known word that an unknown Hindi one becomes when only what people mix up is changed; "" where none or several are as near."""
    folded = fold(word)
    if len(word) < 3 or is_known(word) or folded in _typed()[0]:
        return ""
    letters = len(_LETTER.findall(folded))
    if (
        letters < 3 or len(folded) < 4
    ):  # so short a word is sure only where it ends as verbs do (देगि, होति), or usual: हिन्दि
        right = word[:-1] + "ी"
        verb = folded.endswith(("गि", "ति")) and is_ordinary(right)
        ends = len(word) > 3 and folded.endswith("ि") and (verb or _is_usual(fold(right)))
        return right if ends else _by_consonant(word, folded)
    most = 2 if letters > 4 else 1
    best = sorted(
        (changes, right)
        for right in _by_skeleton().get(folded.translate(_ALIKE), ())
        if len(right) > 3
        and 0 < (changes := _changes(folded, right, letters)) <= most
        and not _is_varied(folded, right)
    )
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return ""
    right = best[0][1]
    written = "" if _both_right(folded, right) else _as_typed(word, folded, right)
    return written if written != word else ""


_LENGTHS = re.compile("[^ािीुूअआइईउऊ]")


def _is_varied(word: str, right: str) -> bool:
    """Whether a loan's vowels are longer or shorter than in the list: many write ऑफीस and इंजिनियर."""
    return right in _listed()[2] and _LENGTHS.sub("", word) != _LENGTHS.sub("", right)


def _by_consonant(word: str, folded: str) -> str:
    """The one usual word that a short one becomes when श ष स or न ण stand for each other: कृशि, णगर."""
    alike = _by_skeleton().get(folded.translate(_ALIKE), ())
    signs = _LETTER.sub("", folded)
    right = [one for one in alike if _is_usual(one) and _LETTER.sub("", one) == signs and _changes(folded, one, 3) == 1]
    return _as_typed(word, folded, right[0]) if len(right) == 1 and len(folded) > 2 else ""


def _is_usual(folded: str) -> bool:
    """Whether everybody types a word, and it is the language's own."""
    return folded in _typed()[1] and folded in _listed()[1]


def _both_right(word: str, right: str) -> bool:
    """Whether one word is no slip of the other but its own: विवाहिता beside विवाहित, बरसाना beside बरसना."""
    if word == right + "ा":
        return True
    bent = any(word.endswith(ending) and right.endswith(ending) for ending in (*_BENT, "कर"))
    return bent and word.replace("ा", "") == right.replace("ा", "")


def _changes(word: str, other: str, letters: int) -> int:
    """How many signs differ between two words of one skeleton; 9 where a short word would need another than a vowel's length."""
    if word == other:
        return 0
    changes = 0
    for mine, its in zip_longest(_pieces(word), _pieces(other), fillvalue=("", "")):
        changes += mine[0] != its[0]
        if mine[1] != its[1]:
            added = {*mine[1]} ^ {*its[1]}
            # A halant alone that is left out of a word as long as मंतरी is the slip of a hand; one too many may be a word of its own.
            left_out = added == {"्"} and "्" in its[1] and "्" not in word and len(word) > 4
            if letters < 4 and added & {"ा", "्"} and not left_out:
                return 9
            changes += 1
    return changes


def _pieces(word: str) -> list[tuple[str, str]]:
    """Each letter and the signs after it."""
    return re.findall("([\u0904-\u0939])([^\u0904-\u0939]*)", word)


_VARIED = (
    ("्र", "ृ"), ("ृ", "्र"), ("रि", "ृ"), ("ृ", "रि"), ("ृ", "्रि"), ("्रि", "ृ"), ("ै", "े"), ("े", "ै"), ("ौ", "ो"), ("ो", "ौ"),
    ("छ", "क्ष"), ("च्छ", "क्ष"), ("क्ष", "च्छ"), ("ग्य", "ज्ञ"), ("ज्ञ", "ग्य"),
)  # fmt: skip


@lru_cache(20_000)
def heard(word: str) -> str:
    """The known word that an unknown one becomes when ृ is written for what sounds like it, ए for ऐ, ओ for औ, or the anusvara
    stands one letter off: सयुंक्त, प्रव्रत्त. Less sure than `near`; "" where none or several are."""
    folded = fold(word)
    if len(_LETTER.findall(folded)) < 3 or is_known(word) or folded in _typed()[0]:
        return ""
    found = set()
    for one, other in _VARIED:
        for at in (match.start() for match in re.finditer(one, folded)):
            found.add(folded[:at] + other + folded[at + len(one) :])
    for nasal in re.finditer("ं", folded):
        bare, at = folded[: nasal.start()] + folded[nasal.end() :], nasal.start()
        found |= {bare[:to] + "ं" + bare[to:] for to in range(max(1, at - 3), min(len(bare), at + 3) + 1) if to != at}
    right = {other for other in map(_fold, found) if other in _right()}
    return _as_typed(word, folded, right.pop()) if len(right) == 1 else ""


_SIGNS = "कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौंः्"
_TAKEN_FOR = dict(zip("बवटतदधगकचपभम", "वबतटधदघखछफमभ", strict=True))
_SYLLABLE = re.compile("(?:[\u0915-\u0939]्)*[\u0904-\u0939][^\u0904-\u0939]*")


@lru_cache(20_000)
def mistyped(word: str) -> str:
    """The usual word that an unknown one becomes when one sign or two that stand side by side are mended: पचायत, निमार्ण, बिभाग.
    Anybody's name may be as near to a word, so this is a guess; "" where none or more than a few are."""
    folded = fold(word)
    if len(folded) < _SHORT or is_known(word) or folded in _typed()[0]:
        return ""
    right = _right()
    found = {folded[:at] + sign + folded[at:] for at in range(1, len(folded) + 1) for sign in _SIGNS} & right
    found |= {folded[:at] + folded[at + 1 :] for at in range(1, len(folded))} & right
    found |= {folded[:at] + folded[at + 1] + folded[at] + folded[at + 2 :] for at in range(1, len(folded) - 1)} & right
    found |= {
        folded[:at] + f"{folded[at]}्" + folded[at:] for at in range(1, len(folded)) if "क" <= folded[at] <= "ह"
    } & right
    for at, sign in enumerate(folded):
        other = folded[:at] + _TAKEN_FOR.get(sign, sign) + folded[at + 1 :]
        found |= {other} & right
        if sign in "नमण":
            found |= {f"{folded[:at]}ं{folded[at + 1 :]}"} & right
        if sign in _VOWELS:
            found |= {folded[:at] + vowel + folded[at + 1 :] for vowel in _VOWELS} & right
    parts = _SYLLABLE.findall(folded)
    for at in range(len(parts) - 1):
        found |= {"".join((*parts[:at], parts[at + 1], parts[at], *parts[at + 2 :]))} & right
    found = {one for one in found if len(one) > _SHORT - 1 and not _both_right(folded, one)}
    if not 0 < len(found) <= _GUESSES:
        return ""
    written = _as_typed(word, folded, max(found, key=lambda one: (usual().get(one, 0), one)))
    return written if written != word else ""


_SHORT, _GUESSES = 4, 5
_VOWELS = "ािीुूृेैोौ"


def _as_typed(word: str, folded: str, right: str) -> str:
    """The right form with the nuktas and nasals that were typed where those weren't the slip."""
    if right in _as_written():
        return _as_written()[right]
    start = next(
        (at for at, (mine, its) in enumerate(zip(folded, right, strict=False)) if mine != its),
        min(len(folded), len(right)),
    )
    return word[:start] + right[start:] if word.startswith(folded[:start]) else right
