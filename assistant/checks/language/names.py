"""Whether a paper writes each name in one way."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant import facts
from assistant.checks.finding import Case, Spot
from assistant.checks.given import given
from assistant.checks.language.spelling import LONGEST, hindi_words
from assistant.checks.likeness import distance, misspelt, untitled
from assistant.facts.names import name_words
from assistant.language.spelling import HINDI_WORD, fold, is_known, is_ordinary
from assistant.language.words import english

_ALIKE = str.maketrans(
    {
        "ी": "ि", "ई": "इ", "ू": "ु", "ऊ": "उ", "श": "स", "ष": "स", "ण": "न", "ं": None, "ै": "े",
        "ौ": "ो", "व": "ब", "ख": "क", "घ": "ग", "छ": "च", "झ": "ज",
        "ठ": "ट", "ढ": "ड",
        "थ": "त", "ध": "द", "्": None, "आ": "अ", "ा": None, "ृ": "रि", "ऋ": "रि",
    }
)  # fmt: skip
_HEARD_ALIKE = str.maketrans({"े": "ि", "ो": "ु", "ए": "इ", "ओ": "उ"})
"""Vowels that are mixed up in a long name, where nothing else is one letter off: बृजेशनगर is ब्रिजिशनगर."""
_DOUBLED = re.compile("([\u0915-\u0939])\u094d\\1")
_BENT = ("ियों", "ियां", "ओं", "ों", "ें", "े", "ो", "ा")
_TERM = re.compile("[ङञणनम]\u094d(?=[क-म])|ं(?=[क-म])")


def _first(text: str, word: str, start: int = 0) -> tuple[int, int]:
    """Where a word of a text stands first after a place."""
    return next(match.span() for match in HINDI_WORD.finditer(text, start) if match[0] == word)


@lru_cache(8)
def _folded(text: str) -> dict[str, str]:
    """The Hindi words of a text, each by its one spelling."""
    return {fold(word): word for word in hindi_words(text) if len(word) <= LONGEST}


def inconsistent(case: Case) -> Iterator[Spot]:
    """A name of the brief that stands right in one place of the paper and otherwise in another. Other words: a hint."""
    if case.told:
        yield from _hindi_names(case)
        yield from _english_names(case)
        yield from _persons(case)
    yield from _terms(case)


def _hindi_names(case: Case) -> Iterator[Spot]:
    told, here = _folded(case.told_text), _folded(case.text)
    names = {
        folded: word for folded, word in told.items() if len(folded) > 3 and folded in here and not is_ordinary(word)
    }
    skeletons = {_heard_as(folded): folded for folded in names if len(folded) > _LONG}
    skeletons |= {_skeleton(folded): folded for folded in names}
    for word in dict.fromkeys(hindi_words(case.text)) if names else ():
        folded = fold(word) if len(word) <= LONGEST else ""
        if len(folded) < 3 or folded in told or is_ordinary(word):
            continue
        name = skeletons.get(_skeleton(folded), "")
        if not name and len(folded) > _LONG:
            name = skeletons.get(_heard_as(folded), "")
        sure = bool(name)
        if name and _is_bent(folded, name):
            continue
        if not name and len(folded) > 4 and not is_known(word):
            name = next((one for one in names if len(one) > 4 and _one_apart(folded, one)), "")
        if name and name not in told.keys() - names.keys():
            place, right = _first(case.text, word), names[name]
            yield Spot(*place, suggestion=right, values={"right": right}, severity=None if sure else "hint")


def _skeleton(folded: str) -> str:
    """A name without what is mixed up in it: चुन्नार is चुनार."""
    return _DOUBLED.sub("\\1", folded).translate(_ALIKE)


_LONG = 5


def _heard_as(folded: str) -> str:
    return _skeleton(folded).translate(_HEARD_ALIKE)


def _persons(case: Case) -> Iterator[Spot]:
    """A person of the brief who stands right in one place, and in another with one of the names a letter or two off, be that a word too."""
    names = [
        (one.fact, one.fact.value)
        for one in given(case)
        if one.fact.kind == "name" and isinstance(one.fact.value, tuple)
    ]
    for name, words in names:
        whole = untitled(name.says)
        for start, end in (*misspelt(case, words), *_surnames(case, words[-1])):
            right = whole if " " in case.text[start:end] else whole.split()[-1]
            said = set(name_words(case.text[start:end]))
            told = any(said <= set(other) for _, other in names) or case.text[start:end] in case.told_text
            if not told and facts.conveys(case.text, name, case.found):
                yield Spot(start, end, suggestion=right, values={"right": right})


def _surnames(case: Case, right: str) -> Iterator[tuple[int, int]]:
    """Where a name alone stands after a title, a letter off a person's last or sounding the same (Sahoo, Sahu)."""
    for found in case.found:
        said = found.value if found.kind == "name" and isinstance(found.value, tuple) else ()
        other = len(said) == 1 and len(said[0]) > 4 and said[0] != right
        if other and (distance(said[0], right, 1) == 1 or _heard(said[0]) == _heard(right)):
            yield found.start, found.end


def _is_bent(word: str, name: str) -> bool:
    """Whether the two differ in an ending that grammar gives."""
    return any(word == name + ending or name == word + ending for ending in _BENT)


def _one_apart(word: str, name: str) -> bool:
    """Whether one sign is dropped, added, changed or two are swapped, before the ending."""
    if abs(len(word) - len(name)) > 1 or word[0] != name[0]:
        return False
    start = next(
        (at for at, (one, other) in enumerate(zip(word, name, strict=False)) if one != other), min(len(word), len(name))
    )
    if start >= min(len(word), len(name)) - 1:
        return False
    one, other = word[start:], name[start:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[:2] == other[1::-1] and one[2:] == other[2:])
    )


_ENGLISH_NAME = re.compile(r"[A-Z](?<![\w@./\\].)[a-z]{3,30}(?![\w@/\\]|\.[a-z])")
_MIXED_UP = tuple(map(frozenset, ("bv", "jy", "vw", "ck", "kq", "iy", "gj", "jz", "td", "sz", "nm", "ph", "dr")))


def _english_names(case: Case) -> Iterator[Spot]:
    common = english()
    told = {word for word in _ENGLISH_NAME.findall(case.told_text) if word.lower() not in common}
    if not told:
        return
    every = {word.lower() for word in re.findall("[A-Za-z]{2,40}", case.told_text)}
    words = [match for line in case.document.lines for match in _ENGLISH_NAME.finditer(case.text, line.start, line.end)]
    here = {match[0] for match in words}
    names = [word for word in told if word in here]
    said: set[str] = set()
    for match in words if names else ():
        word = match[0]
        if word.lower() in common or word.lower() in every or word in said:
            continue
        if name := next((one for one in names if _alike(word.lower(), one.lower())), ""):
            said.add(word)
            yield Spot(match.start(), match.end(), suggestion=name, values={"right": name})


def _alike(word: str, name: str) -> bool:
    """Whether an English spelling is a name's with a vowel, a doubled letter or one that sounds alike changed, or two swapped."""
    if len(name) > 4 and word != name and _heard(word) == _heard(name):
        return True
    if min(len(word), len(name)) < (5 if len(word) == len(name) else 4) or not _one_apart_anywhere(word, name):
        return False
    if len(word) != len(name):
        long, short = sorted((word, name), key=len, reverse=True)
        at = next((at for at, (one, other) in enumerate(zip(long, short, strict=False)) if one != other), len(short))
        return at > 1 and (at < len(short) or long[at] in "aehy" or long[at] == long[at - 1])
    pairs = [{one, other} for one, other in zip(word, name, strict=True) if one != other]
    return len(pairs) == 2 or pairs[0] <= set("aeiouy") or pairs[0] in _MIXED_UP


_HEARD = (("oo", "u"), ("ee", "i"), ("aa", "a"), ("ph", "f"), ("w", "v"), ("ck", "k"), ("sh", "s"), ("z", "j"))


@lru_cache(4096)
def _heard(name: str) -> str:
    """An English spelling as it sounds: Nagpoor is Nagpur."""
    for written, sound in _HEARD:
        name = name.replace(written, sound)
    return name


def _one_apart_anywhere(word: str, name: str) -> bool:
    start = next(
        (at for at, (one, other) in enumerate(zip(word, name, strict=False)) if one != other), min(len(word), len(name))
    )
    one, other = word[start:], name[start:]
    swapped = len(one) > 1 and one[:2] == other[1::-1] and one[2:] == other[2:]
    return start > 0 and word != name and (one[1:] == other[1:] or one[1:] == other or one == other[1:] or swapped)


def _terms(case: Case) -> Iterator[Spot]:
    """One word in both accepted spellings, संबंध and सम्बन्ध, in what the writer wrote: a hint, given once."""
    told = _folded(case.told_text)
    seen: dict[str, str] = {}
    for line in case.body:
        for said in HINDI_WORD.findall(case.text, line.words, line.end):
            word = _term(said)
            if not word or (folded := fold(word)) in told:
                continue
            first = seen.setdefault(folded, word)
            if first != word and _TERM.sub("ं", first) == _TERM.sub("ं", word):
                place = _first(case.text, said, line.words)
                yield Spot(*place, suggestion=first, severity="hint", values={"right": first})
                return


@lru_cache(20_000)
def _term(word: str) -> str:
    """A word that can be spelt in two ways, as it is compared; "" of any other."""
    word = word.replace("\u093c", "").replace("ँ", "ं")
    return word if len(word) <= LONGEST and _TERM.search(word) else ""


CHECKS = {"language.inconsistent": inconsistent}
