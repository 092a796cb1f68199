"""Faults in how Devanagari was typed: signs out of order, doubled or without a letter, joiners where none belongs."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from assistant.language.spelling import is_ordinary

_CONSONANT = "\u0915-\u0939\u0958-\u095f"
_VOWEL = "\u0904-\u0914\u0960\u0961\u0972"
_MATRA = "\u093a\u093b\u093e-\u094c\u094e\u094f\u0955-\u0957\u0962\u0963"
_NASAL = "\u0900-\u0903"
_SIGN = f"{_MATRA}{_NASAL}\u093c\u094d"
_JOINER = "\u200c\u200d"
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
_WORD = re.compile(f"[\u0900-\u0963\u0970-\u097f{_JOINER}{_UNSEEN}\u25cc\ufffd]+")

_BROKEN = re.compile(
    f"[{_MATRA}][{_MATRA}]"  # two vowel signs on one letter
    f"|[{_NASAL}][{_MATRA}\u093c\u094d]|\u0902\u0902|\u0901\u0901|\u0901\u0902|\u0902\u0901|\u0903\u0903"  # a dot before the sign, or twice
    f"|\u094d[{_MATRA}{_NASAL}\u094d\u093c{_VOWEL}]"  # a halant that is followed by no letter
    f"|[{_VOWEL}][\u093e-\u0944\u0946-\u094c\u094d\u093c\u0945]"  # a vowel that is followed by a sign
    f"|[{_MATRA}]\u093c|\u093c\u093c|[{_MATRA}]\u094d"
    f"|(?<![{_CONSONANT}{_VOWEL}{_SIGN}\u093d\u0950{_JOINER}])[{_SIGN}]"  # a sign without a letter
    "|[\u25cc\ufffd]"
)
_STRAY = re.compile(
    f"(?<!\u094d)[{_JOINER}]+|[{_JOINER}]+(?![{_CONSONANT}])|[{_JOINER}]{{2,}}"
    f"|(?<=[\u0900-\u0963])[{_UNSEEN}]+(?=[\u0900-\u0963])"
    "|(?<=[खगघचजझञणथधपफबभयरलवशषस]\u094d)\u200c|(?<=क\u094d)\u200c(?=[तयरलव])|(?<=[तनम]\u094d)\u200c(?=[यरव])"
)
"""A joiner belongs between a halant and the letter after it and nowhere else; one that keeps a letter from joining not after letters
that have a half form, but where a word of a compound may end: पृथक्‌करण."""

_ONE = {
    "ाे": "ो", "ाै": "ौ", "ाॅ": "ॉ", "ेा": "ो", "ैा": "ौ", "अा": "आ", "अो": "ओ", "अौ": "औ", "अॉ": "ऑ", "आॅ": "ऑ", "आे": "ओ", "आै": "औ", "एे": "ऐ",
    "अे": "ए", "अै": "ऐ", "अि": "इ", "अी": "ई", "अु": "उ", "अू": "ऊ", "एॅ": "ऍ", "इी": "ई", "उू": "ऊ", "ओे": "ओ", "ऐे": "ऐ",
}  # fmt: skip
_PAIR = re.compile("|".join(map(re.escape, _ONE)))
_TWICE = re.compile(f"([{_SIGN}])\\1+")
_DOT_FIRST = re.compile(f"([\u0900-\u0902])([{_MATRA}])")
_NUKTA_LATE = re.compile(f"([{_MATRA}{_NASAL}\u094d]+)\u093c")
_DEAD_SIGN = re.compile(f"\u094d([{_MATRA}])")
_I_FIRST = re.compile(
    f"(?<![{_CONSONANT}\u093c])\u093f((?:[{_CONSONANT}]\u093c?\u094d){{0,3}}[{_CONSONANT}]\u093c?)(?!\u093f)"
)
"""A short i before its letter, as the eye sees it and a hand types it."""
_REPH_LATE = re.compile(f"([{_CONSONANT}]\u093c?)\u0930\u094d([{_MATRA}])")
_EITHER_NASAL = re.compile("[\u0901\u0902]{2,}")


class Fault(NamedTuple):
    """A word with broken signs: its place, and the word mended where there is one way to mend it."""

    start: int
    end: int
    mended: str


def faults(text: str) -> Iterator[Fault]:
    """The words of a text as it was typed that have a sign or joiner where none belongs."""
    amiss = {word for word in set(_WORD.findall(text)) if len(word) <= _LONGEST and _is_amiss(word)}
    for match in _WORD.finditer(text) if amiss else ():
        word = match[0]
        if word not in amiss:
            continue
        if text[match.end() : match.end() + 1] in ("-", " ", "") and not word.strip("\u0903"):
            continue  # a visarga typed as a label's colon: विषय ः-
        mended = mend(word)
        yield Fault(match.start(), match.end(), "" if _BROKEN.search(mended) or mended == word else mended)


_LONGEST = 100


@lru_cache(20_000)
def _is_amiss(word: str) -> bool:
    return bool(_BROKEN.search(word) or _STRAY.search(word))


def mend(word: str) -> str:
    """The word with its signs in order, as far as there is one way to do it; an unseen blank between two words is a blank."""
    parts = word.split("\u200b")
    if len(parts) > 1 and all(map(is_ordinary, parts)) and not is_ordinary("".join(parts)):
        return " ".join(map(mend, parts))
    word = _STRAY.sub("", word)
    word = _TWICE.sub("\\1", word)
    word = _EITHER_NASAL.sub("\u0902", word)
    word = _I_FIRST.sub("\\1\u093f", word)
    word = _DOT_FIRST.sub("\\2\\1", word)
    word = _NUKTA_LATE.sub("\u093c\\1", word)
    for _ in range(2):  # अाै is आै, and that is औ
        word = _PAIR.sub(lambda match: _ONE[match[0]], word)
    word = _REPH_LATE.sub("\u0930\u094d\\1\\2", word)
    return _DEAD_SIGN.sub("\\1", word)


VISARGA = re.compile(
    "(?<![\u0900-\u0963])(?:"
    "(?:अत|पुन|प्राय|प्रात|क्रमश|अंतत|अन्तत|सामान्यत|मुख्यत|विशेषत|पूर्णत|अंशत|वस्तुत|स्वत|मूलत|संभवत|सम्भवत|अक्षरश|शब्दश|फलत|प्रथमत|अनिवार्यत|छ)"
    ":(?![-0-9\u0966-\u096f])"
    "|(?:नि|दु|अन्त|अंत|प्रात):(?=[\u0915-\u0939]))[\u0900-\u0963]{0,30}"
)
"""A word with a colon where its visarga should be: अत: for अतः, नि:शुल्क for निःशुल्क."""
