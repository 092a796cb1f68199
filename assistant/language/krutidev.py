"""Kruti Dev 010 to Unicode: what was typed in that font as Latin letters, read as the Hindi that it shows.

One pass from left to right over what has been put out so far: a short i, a reph and a half letter are completed by what follows.
"""

import re
from functools import cache, lru_cache

from assistant.language.lexicon import usual
from assistant.language.spelling import is_known
from assistant.language.words import plain_english

_VIRAMA, _NUKTA, _RA = "\u094d", "\u093c", "\u0930"

FULL = dict(zip("dxpNt>VBM<rnuiQce;jyGolg³¥´ÄÒ", "कगचछजझटठडढतदनपफबमयरलळवसहङञञघभ", strict=True))
HALF = dict(zip("D[X?PT.RF/ËèUIC¶HE¸YO'Ü\"Lº", "कखगघचजणतथधधधनपबफभमयलवशशषसह", strict=True))
_VOWELS = dict(zip("vbmÅ_,", "अइउऊऋए", strict=True)) | {"Ã": "ई"}
_SIGNS = {
    "h": "ी", "q": "ु", "w": "ू", "`": "ृ", "s": "े", "¢": "े", "S": "ै", "¨": "ो", "®": "ो", "©": "ौ", "‚": "ॉ", "W": "ॅ", "a": "ं", "¡": "ँ",
    "È": "ीं", "k": "ा",
}  # fmt: skip
_WHOLE = {
    "=": "त्र", "K": "ज्ञ", "J": "श्र", "|": "द्य", "}": "द्व", ")": "द्ध", "ä": "क्त", "Ñ": "कृ", "—": "कृ", "–": "दृ", "é": "न्न", "à": "ह्न",
    "á": "ह्य", "â": "हृ", "ã": "ह्म", "í": "द्द", "Ì": "द्द", "Ø": "क्र", "Ý": "फ्र", "æ": "द्र", "ç": "प्र", "Á": "प्र", "#": "रु", ":": "रू",
    "ô": "क्क", "ê": "ट्ट", "Í": "ट्ट", "ë": "ट्ठ", "Î": "ट्ठ", "ì": "ड्ड", "Ï": "ड्ड", "ï": "ड्ढ", "Ô": "ड्ढ", "ö": "द्भ", "˜": "द्भ", "ù": "द्म",
    "ó": "स्त्र", "£": "ख्र", "{": "क्ष्", "«": "त्र्", "Ù": "त्त्", "Ÿ": "त्त्", "™": "न्न्", "÷": "झ्", "Ö": "झ्",
}  # fmt: skip
_MARKS = dict(zip("A]-&@¼½(\\^*Þß¾$»¿øÀÛ·∙ñŒåƒ„…†‡ˆ‰Š‹", "।,.-/();?‘’“”=+÷{}}•ऽऽ॰॰०१२३४५६७८९", strict=True))
_BEFORE = {"f": ("", ""), "Ç": ("", "ं"), "Æ": ("र्", ""), "É": ("र्", "ं")}
"""Keys of a short i, which is typed before its letter: the reph and the dot over it that they carry."""
_REPH = {"Z": "", "±": "ं", "Ê": "ी", "õ": "ैं", "›": "ैं"}
_JOINED = "zªÓî+~"
"""Keys that go on with the letter before them, so that a short i waits for them."""
_BELOW = {"z": _RA, "ª": _RA, "Ó": "य", "î": "य"}
_FUSED = {
    "ाे": "ो",
    "ाै": "ौ",
    "ाॅ": "ॉ",
    "आे": "ओ",
    "आै": "औ",
    "आॅ": "ऑ",
    "अा": "आ",
    "अॉ": "ऑ",
    "अो": "ओ",
    "अौ": "औ",
    "एे": "ऐ",
    "ेे": "ै",
}
_LAST = re.compile("[\u0900-\u0963]+$")
_CONSONANT = re.compile("[\u0915-\u0939]")
_SIGN = re.compile("[\u0900-\u0903\u093e-\u094c\u0962\u0963]")

_WELL_FORMED = re.compile(
    "(?:(?:[\u0915-\u0939]\u093c?(?:\u094d[\u0915-\u0939]\u093c?){0,4}+(?:[\u093e-\u094c]|\u094d)?|[\u0904-\u0914])[\u0900-\u0903]?)+"
)


def convert(text: str) -> str:
    """All of a text as if it were typed in the font; digits and what the font hasn't stay."""
    out: list[str] = []
    waiting: tuple[str, str] | None = None
    for at, key in enumerate(text):
        after = text[at + 1 : at + 2]
        if key in _BEFORE:
            waiting = _BEFORE[key]
            continue
        _put(out, key, after)
        if waiting is not None and _complete(out, after):
            _close(out, waiting)
            waiting = None
    if waiting is not None:
        _close(out, waiting)
    return "".join(out)


def _put(out: list[str], key: str, after: str) -> None:
    """What one key adds to the letters before it, or changes in them."""
    last = out[-1] if out else ""
    if key in FULL:
        out.append(FULL[key])
    elif key in HALF:
        out += (HALF[key], _VIRAMA)
    elif key == "k" and last == _VIRAMA:
        out.pop()  # the stem that makes a half letter whole
    elif key in _SIGNS:
        for sign in _SIGNS[key]:
            _sign(out, sign)
    elif key in _VOWELS:
        out += _VOWELS[key]
    elif key in _WHOLE:
        out += _WHOLE[key]
    elif key in "Z±" and last == "इ":
        out[-1:] = "ई" + _REPH[key]
    elif key in _REPH:
        _reph(out)
        for sign in _REPH[key]:
            _sign(out, sign)
    elif key in _BELOW:
        out += _BELOW[key] if last == _VIRAMA else _VIRAMA + _BELOW[key]
    elif key == "+":
        at = len(out)
        while at and (out[at - 1] == _VIRAMA or _SIGN.match(out[at - 1])):
            at -= 1
        out.insert(at, _NUKTA)
    elif key == "~":
        out.append(_VIRAMA)
    elif key == "%":
        out.append("ः" if _is_visarga("".join(out[-12:]), after) else ":")
    else:
        out.append(_MARKS.get(key, key))


def _sign(out: list[str], sign: str) -> None:
    """A vowel sign or dot: one with the sign or vowel before it where the two make one."""
    at = len(out) - 1 if out and out[-1] in "ंँ" and sign not in "ंँ" else len(out)  # ं may be typed before the vowel's sign
    before = out[at - 1] if at else ""
    if fused := _FUSED.get(before + sign):
        out[at - 1] = fused
    else:
        out.insert(at, sign)


def _reph(out: list[str]) -> None:
    """An r over the letters before it: it stands before their cluster."""
    at = len(out)
    while at and (_SIGN.match(out[at - 1]) or out[at - 1] == _NUKTA):
        at -= 1
    at = max(at - 1, 0)
    while at > 1 and out[at - 1] in (_VIRAMA, _NUKTA) and _CONSONANT.match(out[at - 2]):
        at -= 2
    out[at:at] = [_RA, _VIRAMA]


def _complete(out: list[str], after: str) -> bool:
    """Whether the letter that a short i waits for is whole."""
    if not out or (after and after in _JOINED):
        return False
    return bool(_CONSONANT.match(out[-1])) or out[-1] == _NUKTA or not after or after.isspace()


def _close(out: list[str], waiting: tuple[str, str]) -> None:
    if waiting[0]:
        _reph(out)
    out += "ि" + waiting[1]


def _is_visarga(before: str, after: str) -> bool:
    """Whether a colon's key stands for a visarga here: where a known word ends with one, or goes on after it."""
    word = _LAST.search(before)
    if not word:
        return False
    return (
        word[0] + "ः" in usual() if not after.strip() else word[0] in _before_visarga() and after not in "&@0123456789"
    )


@cache
def _before_visarga() -> frozenset[str]:
    return frozenset(word.partition("ः")[0] for word in usual() if "ः" in word[:-1])


# --- which text is of that font

_LATIN = re.compile("[A-Za-z]")
_DEVANAGARI = re.compile("[\u0904-\u0963]")
_KEPT = re.compile(
    r"\S*@\w\S*\.\w|(?:https?|ftp)://|www\.|[A-Za-z]:\\|\S+\.(?:in|com|org|pdf|docx?|xlsx?|jpe?g)\b|[A-Z]{2,6}$"
    r"|[A-Z]{2,4}-?[0-9]{1,4}[A-Z]{0,3}[0-9]{0,4}$"
)
"""Addresses, file names, acronyms and a vehicle's number stay as they are."""
_DANGLING = "khqwsSzZa`A"
"""Signs without a letter, and the danda: no word of the font begins with one."""
_ODD = re.compile(
    r"[A-Za-z;'][;'\[\]{}/~+=|`\"\\<>^_,](?=[A-Za-z;'\[{])|[a-z;,][A-Z]|^[;'\[{/\"<][A-Za-z]|[^\x00-\x7f]|[A-Za-z]~$"
)
_EDGES = ".,;:()-/&]\\"
_OPENING = ".:()-&]\\"
"""What may stand before a word; , ; and / are letters there: ,d, ;kstuk, /kku."""
_LETTERS = re.compile("[\u0900-\u0963\u0970]+")
_OPENS = "(?:[bcdfghjklmnprstvwyz]|[bcfgps]l|[bcdfgpt]r|[cpstw]h|qu|s[ckmnptw]|s[cpt]r|spl|sch|shr|squ|thr|tw|kn|wr)"
_CLOSES = (
    "(?:[bcdfgklmnprstvwxz]|ll|ss|ff|zz|tt|ck|[lnr][dkt]|[cgpst]h|tch|n[cgs]|nch|m[ps]|mpt|r[bcfglmnps]|rch|rst|rth|l[fmps]|lth"
    "|s[kp]|[cfpsx]t|[bcdfgklmprtw]s|[lnr][dgkt]s|cks|ght|ngth|gn|wn|wl)"
)
_VOWEL = "(?:[aeio][aeiouy]?|u[aei]?)"
_ENGLISH_SPELLING = re.compile(
    f"{_OPENS}?(?:{_VOWEL}|y)(?:(?:{_CLOSES}|{_CLOSES}?{_OPENS})(?:{_VOWEL}|y))*{_CLOSES}?", re.IGNORECASE
)
"""A syllable or more as English spells them: pack and tap, not ftys or fnukad."""


def is_legacy(text: str) -> bool:
    """Whether a line, or a stretch of one without Devanagari letters, was typed in the font."""
    words = [word for word in text.split() if len(word) <= 60 and _LATIN.search(word) and not _KEPT.match(word)]
    if not words:
        return False
    english = plain_english()
    if len(words) > 3 and 3 * sum(word.strip(_EDGES).lower() in english for word in words) > len(words):
        return False
    scores = [_score(word, english) for word in words[:60]]
    return sum(scores) > 0.5 * len(scores) and max(scores) >= 2


def may_be_english(text: str) -> bool:
    """Whether all words of a short stretch are spelt as English ones are, so that it is of the font only beside a line that surely is."""
    words = [bare for word in text.split() if _LATIN.search(bare := word.strip(_EDGES))]
    return len(words) < 4 and all(word[1:].islower() and _ENGLISH_SPELLING.fullmatch(word) for word in words)


def _score(word: str, english: frozenset[str]) -> float:
    """How surely a word is of the font, from -1.5 (English) to 3 (a Hindi word, typed with odd marks inside)."""
    bare = word.strip(_EDGES)
    if bare.lower() in english and bare not in _SHORT_HINDI:
        return -1.5
    converted = _LETTERS.findall(_hindi(word))
    if (
        not converted
        or word.lstrip(_OPENING)[:1] in _DANGLING
        or not all(_WELL_FORMED.fullmatch(part) for part in converted)
    ):
        return -1.0
    odd = 1.0 if _ODD.search(bare) else 0.0
    longest = max(converted, key=len)
    if all(is_known(part) or part in usual() for part in converted):
        return (2.0 if len(longest) > 2 else 0.8) + odd
    return odd


_SHORT_HINDI = frozenset(("dk", "ds", "dh", "dks", "ls", "esa", "gS", "gSa", "rd"))


@lru_cache(10_000)
def _hindi(word: str) -> str:
    return convert(word)


def to_unicode(text: str, sure: bool = False) -> str:
    """A text with its lines in the font as Unicode. Other lines, and addresses, acronyms and English words in these, stay.
    `sure`: the text is known to be set in the font; only what is plain English in it stays."""
    lines = text.splitlines(keepends=True)
    of_font = [not _DEVANAGARI.search(line) and (is_legacy(line) or (sure and not _is_english(line))) for line in lines]
    full = [at for at, line in enumerate(lines) if line.strip()]
    for before, at, after in zip(full, full[1:], full[2:], strict=False):
        of_font[at] = of_font[at] or (of_font[before] and of_font[after] and _may_be(lines[at]))
    return "".join(
        re.sub(r"\S+", lambda match: _word(match[0]), line) if convert_it else line
        for line, convert_it in zip(lines, of_font, strict=True)
    )


def _may_be(line: str) -> bool:
    """Whether a short line between lines of the font is of it too, though its words are English as well: in, is."""
    words = line.split()
    return len(words) < 3 and all(len(word) < 4 and not _KEPT.match(word) and is_known(_hindi(word)) for word in words)


def _is_english(line: str) -> bool:
    words = [word.strip(_EDGES).lower() for word in line.split()]
    return 2 * sum(word in plain_english() for word in words) > len(words)


def _word(word: str) -> str:
    """One word of a line in the font; English between the others stays."""
    if len(word) > 60:
        return convert(word)
    if _KEPT.match(word) and not is_known(_hindi(word)):
        return word
    bare = word.strip(_EDGES)
    if len(bare) > 1 and bare.lower() in plain_english() and not is_known(_hindi(bare)):
        return word
    return _hindi(word)
