"""English words as a dictionary knows them, and the word that a slip of the finger stands for."""

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from string import ascii_lowercase
from typing import NamedTuple

from assistant.language.words import english

_BRITISH = (
    ("our", "or"), ("is", "iz"), ("ys", "yz"), ("tre", "ter"), ("ll", "l"), ("l", "ll"), ("ogue", "og"), ("ae", "e"), ("mme", "m"),
    ("gement", "gment"), ("que", "ck"),
)  # fmt: skip
"""What is written otherwise on the other shore: honour, organise, instalment."""
_ENQUIRY = re.compile("^enquir")
_MADE = ("able", "ment", "less", "ness", "wise", "ship")
"""Endings by which an office makes words that no dictionary has: debitable, weighment."""
_OURS = frozenset(
    "defence offence pretence facie fide motu moto inter alia soyabean storey despatch fulfilment aluminium moulding draught foetus notesheet"
    " mantri chakka mistri mistrie desilt desilting desilted dehusking convenor carburettor dependant speciality smoulder homoeopath"
    " homoeopathic homoeopathy homoeopaths homoeopathically procurement tapping boarding depositary adaptor protestor headwater billhead"
    " greyness imposter roster catalogued cataloguing practise practised practises practising licence licenced licences cheque cheques gaol kerb"
    " tyre tyres programme programmes programmed furore artefact artefacts judgement judgements pyjama sceptical whilst spelt learnt burnt"
    " jewellery grey plough ploughed fibre ageing manoeuvre oesophagus diarrhoea fulfil fulfils amongst dreamt spoilt sulphur sulphate mould"
    " moult moulded moustache draughtsman cosy cosier aeroplane omelette yoghurt whisky connexion inflexion reflexion gaoler prepone preponed"
    " upto lakh crore godown nullah bunding bund tubewell handpump borewell anicut tehsil tahsil taluk taluka janpad zila nagar mohalla panch"
    " sarpanch panchayat patwari lekhpal tehsildar tahsildar kotwar anganwadi sabha gauthan mandi rabi kharif zaid khata khasra girdawari patta"
    " nazul bhumi abadi dhan dal atta lathi charpai almirah dhaba autorickshaw earthmover waterlogging repointing beldar chowkidar bigha nala".split()
)
"""Words of offices in India that the American dictionary lacks, and that are near to one of its own."""
_LEAST = 6
"""Letters of a word in which one slip can be told for sure."""
_LONG = 8
"""Letters of a word that no other is near to by chance."""
_NO_DOUBLES = frozenset("aiuhjqwxy")
_HEARD_AS = {
    "s": "cz",
    "c": "sk",
    "z": "s",
    "k": "c",
    "g": "j",
    "j": "g",
    "t": "d",
    "d": "t",
    "n": "m",
    "m": "n",
    "v": "w",
    "w": "v",
}
"""Consonants that are taken for each other."""


class _Affix(NamedTuple):
    """One rule of the dictionary: what is taken off again, what stood there, how the stem looks and which flag it has."""

    added: str
    stripped: str
    looks: re.Pattern[str]
    flag: str


class _Dictionary(NamedTuple):
    flags: dict[str, str]
    """Each stem with the flags of the affixes that it takes."""
    prefixes: tuple[_Affix, ...]
    suffixes: dict[str, list[_Affix]]
    """By the letter that each ends in."""


@cache
def _dictionary() -> _Dictionary:
    """The English dictionary that spylls brings along, in small letters, names left out. Its stems are read here as they stand:
    spylls itself takes nearly a second to make them ready, which every command would wait for."""
    spec = find_spec("spylls")
    if spec is None or spec.origin is None:  # it is installed with this package
        raise ModuleNotFoundError("spylls")
    folder = Path(spec.origin).parent / "hunspell/data/en"
    flags: dict[str, str] = {}
    for line in (folder / "en_US.dic").read_text(encoding="utf-8").split("\n")[1:]:
        word, _, taken = line.strip().partition("/")
        if word.islower():
            flags[word] = flags.get(word, "") + taken
    affixes: dict[str, list[_Affix]] = {"PFX": [], "SFX": []}
    for line in (folder / "en_US.aff").read_text(encoding="utf-8").split("\n"):
        pieces = line.split()
        if len(pieces) >= 5 and pieces[0] in affixes:
            kind, flag, stripped, added, looks = pieces[:5]
            pattern = re.compile(f"^{looks}" if kind == "PFX" else f"(?:{looks})$")
            affixes[kind].append(_Affix(added.split("/")[0], stripped.replace("0", ""), pattern, flag))
    suffixes: dict[str, list[_Affix]] = {}
    for suffix in affixes["SFX"]:
        suffixes.setdefault(suffix.added[-1], []).append(suffix)
    return _Dictionary(flags, tuple(affixes["PFX"]), suffixes)


@lru_cache(20_000)
def is_word(word: str) -> bool:
    """Whether a word in small letters is English, in the spelling of either shore."""
    word = _ENQUIRY.sub("inquir", word)
    return (
        word in english()
        or re.sub("(?:s|es|ed|ing)$", "", word) in _OURS
        or word in _OURS
        or _is_made(word)
        or (word.endswith(_MADE) and any(_is_made(word.removesuffix(ending)) for ending in _MADE))
        or any(
            _is_made(word[:at] + american + word[at + len(british) :])
            for british, american in _BRITISH
            for at in (word.find(british, 1),)
            if 0 < at < len(word) - len(british) + (british != "ll")
        )
    )


def _is_made(word: str) -> bool:
    words = _dictionary()
    if word in words.flags or _is_bent(word, words):
        return True
    for prefix in words.prefixes:
        if word.startswith(prefix.added):
            rest = prefix.stripped + word[len(prefix.added) :]
            if prefix.flag in words.flags.get(rest, "") or _is_bent(rest, words, prefix.flag):
                return True
    return False


def _is_bent(word: str, words: _Dictionary, prefix: str = "") -> bool:
    """Whether a stem of the dictionary, one that takes this prefix, makes the word with an ending."""
    for suffix in words.suffixes.get(word[-1:], ()):
        if word.endswith(suffix.added):
            stem = word[: len(word) - len(suffix.added)] + suffix.stripped
            flags = words.flags.get(stem, "")
            if suffix.flag in flags and prefix in flags and suffix.looks.search(stem):
                return True
    return False


@lru_cache(4096)
def meant(word: str) -> str:
    """The English word that one in small letters stands for but for one slip: a letter doubled or not, two in turn, a vowel changed, put
    in or left out; in a long word, or one that every office uses, any letter. "" where it is a word, or where none or several are as near."""
    if len(word) < _LEAST or not (word.isalpha() and word.isascii()) or is_word(word):
        return ""
    for slips in (_bent_wrong, _doubled, _turned, _vowels, _letters):
        sure = slips in (_bent_wrong, _doubled) or len(word) > (_LONG if slips is _letters else _LEAST + 1)
        found = {one for one in slips(word) if _of_offices(one) or (sure and _is_made(one))}
        if found:
            found = {one for one in found if one in english()} or found
            return found.pop() if len(found) == 1 else ""
    return ""


@lru_cache(4096)
def guessed(word: str) -> str:
    """The English word that one in small letters may stand for but for any one letter, where only one is as near; less sure than `meant`."""
    if len(word) < _LEAST - 1 or not (word.isalpha() and word.isascii()) or is_word(word):
        return ""
    changed = {word[:at] + one + word[at + 1 :] for at in range(1, len(word)) for one in ascii_lowercase}
    left_out = {word[:at] + one + word[at:] for at in range(1, len(word) + 1) for one in ascii_lowercase}
    put_in = {word[:at] + word[at + 1 :] for at in range(1, len(word))}
    found = {one for one in changed | left_out | put_in | _turned(word) if _is_near(one)}
    usual = {one for one in found if _of_offices(one)}
    found = usual or (found if len(word) >= _LEAST else usual)
    return found.pop() if len(found) == 1 else ""


def _is_near(word: str) -> bool:
    """Whether a word is a stem of the dictionary, or one with a common ending; sooner told than by its rules."""
    flags = _dictionary().flags
    return word in flags or any(
        word.endswith(added) and word.removesuffix(added) + stem in flags
        for added, stem in (
            ("s", ""),
            ("es", ""),
            ("ed", ""),
            ("ed", "e"),
            ("ing", ""),
            ("ing", "e"),
            ("ies", "y"),
            ("ied", "y"),
            ("ly", ""),
        )
    )


def _of_offices(word: str) -> bool:
    """Whether a word, or what it is bent from, is one that every office uses."""
    stems = (
        word.removesuffix(ending) + end
        for ending in ("ed", "ing", "s", "ion", "ions", "ment", "ied", "ies")
        for end in ("", "e", "y")
    )
    return word in english() or (_is_made(word) and any(stem in english() for stem in stems))


_WRONG_ENDS = (
    ("yed", "ied"),
    ("ys", "ies"),
    ("eing", "ing"),
    ("iing", "ying"),
    ("uely", "uly"),
    ("ieing", "ying"),
    ("lely", "lly"),
    ("ely", "ly"),
)
"""Endings as they are put to a stem that changes before them, and as it takes them: verifyed, makeing, truely."""


def _bent_wrong(word: str) -> set[str]:
    return {word.removesuffix(wrong) + right for wrong, right in _WRONG_ENDS if word.endswith(wrong)}


def _doubled(word: str) -> set[str]:
    twice = {word[:at] + word[at + 1 :] for at in range(1, len(word)) if word[at] == word[at - 1]}
    once = {word[:at] + word[at - 1 :] for at in range(2, len(word)) if word[at - 1] not in _NO_DOUBLES}
    return twice | once


def _turned(word: str) -> set[str]:
    return {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1)}


def _vowels(word: str) -> set[str]:
    changed = {word[:at] + one + word[at + 1 :] for at in range(1, len(word)) if word[at] in "aeiou" for one in "aeiou"}
    left_out = {word[:at] + one + word[at:] for at in range(2, len(word) + 1) for one in "aeiou"}
    put_in = {word[:at] + word[at + 1 :] for at in range(2, len(word) - 1) if word[at] in "aeiou"}
    return changed | left_out | put_in


def _letters(word: str) -> set[str]:
    left_out = {word[:at] + one + word[at:] for at in range(1, len(word) + 1) for one in ascii_lowercase}
    put_in = {word[:at] + word[at + 1 :] for at in range(1, len(word))}
    changed = {word[:at] + one + word[at + 1 :] for at in range(1, len(word)) for one in _HEARD_AS.get(word[at], "")}
    return {one for one in left_out | put_in | changed if len(one) > _LEAST}
