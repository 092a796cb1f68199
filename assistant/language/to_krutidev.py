"""Unicode to Kruti Dev 010: the keys that show a Hindi text in that font, as its typists key them, for an office that still needs it.

A cluster of letters at a time: the reph goes behind its vowel sign, the short i before its letter, joined letters are written by the
font's own signs where it has them. Latin words stay; in the font they have to be set in another one.
"""

import re
import unicodedata

from assistant.language import krutidev

_FULL = {
    letter: key for key, letter in reversed(krutidev.FULL.items()) if letter not in "घभ"
}  # these are keyed half and stem
_HALF = {letter: key for key, letter in reversed(krutidev.HALF.items())}
_SIGNS = {
    "ा": "k", "ि": "", "ी": "h", "ु": "q", "ू": "w", "ृ": "`", "े": "s", "ै": "S", "ो": "ks", "ौ": "kS", "ॉ": "‚", "ॅ": "W", "्": "~", "": "",
}  # fmt: skip
_VOWELS = {
    "अ": "v", "आ": "vk", "इ": "b", "ई": "bZ", "उ": "m", "ऊ": "Å", "ऋ": "_", "ए": ",", "ऐ": ",s", "ओ": "vks", "औ": "vkS", "ऑ": "v‚", "ऍ": ",W",
}  # fmt: skip
_DOTS = {"ं": "a", "ँ": "¡", "ः": "%", "": ""}
_WHOLE = {
    "त्र": "=", "ज्ञ": "K", "श्र": "J", "द्य": "|", "द्व": "}", "द्ध": ")", "ह्न": "à", "ह्य": "á", "ह्म": "ã", "द्द": "í", "क्र": "Ø", "फ्र": "Ý",
    "ट्ट": "ê", "ट्ठ": "ë", "ड्ड": "ì", "ड्ढ": "ï", "द्भ": "ö", "द्म": "ù", "क्ष": "{k", "त्त": "Ùk",
}  # fmt: skip
"""Joined letters that the font has a sign for."""
_HALVES = {"क्ष": "{", "त्त": "Ù", "त्र": "«"}
"""The same, joined to a letter that follows."""
_SIGNED = {("क", "ृ"): "Ñ", ("ह", "ृ"): "â", ("र", "ु"): "#", ("र", "ू"): ":"}
"""Letters that the font has a sign for together with their vowel."""
_BELOW = dict.fromkeys("टठडढछ", "ª")
"""Round letters carry an r of their own shape."""
_MARKS = str.maketrans(
    {
        "।": "A", ",": "]", ".": "-", "-": "&", "–": "&", "—": "&", "/": "@", "(": "¼", ")": "½", ":": "%", ";": "(", "?": "\\", "‘": "^", "’": "*",
        "“": "Þ", "”": "ß", "=": "¾", "+": "$", "{": "¿", "}": "À", "[": "¿", "]": "À", "•": "Û", "ऽ": "·", "॰": "Œ", "÷": "»", "_": "-", "₹": "#-",
    }
    | dict(zip("०१२३४५६७८९", "åƒ„…†‡ˆ‰Š‹", strict=True))
)  # fmt: skip

_C = "[\u0915-\u0939]\u093c?"
_CLUSTER = re.compile(
    f"(?P<letters>(?:{_C}\u094d\u200d?)*{_C})(?P<sign>[\u093e-\u094d]?)(?P<dot>[\u0901-\u0903]?)"
    "|(?P<vowel>[\u0905-\u0914])(?P<over>[\u0901-\u0903]?)"
)
_DEVANAGARI = re.compile("[\u0904-\u0963]")
_QUOTED = re.compile("([\"'])(?=\\S)(.*?)(?<=\\S)\\1")


def to_krutidev(text: str) -> str:
    """A text with its Hindi in the font's keys; lines without Hindi, and Latin words, stay as they are."""
    text = unicodedata.normalize("NFC", text).replace("\u200c", "")
    return "".join(_line(line) if _DEVANAGARI.search(line) else line for line in text.splitlines(keepends=True))


def _line(line: str) -> str:
    line = _QUOTED.sub(lambda match: f"“{match[2]}”" if match[1] == '"' else f"‘{match[2]}’", line)
    return re.sub(r"\S+", lambda match: _chunk(match[0]), line)


def _chunk(chunk: str) -> str:
    if _DEVANAGARI.search(chunk):
        return "".join(
            part if part[0].isascii() and part[0].isalpha() else _hindi(part) for part in _PARTS.findall(chunk)
        )
    return chunk if re.search("[A-Za-z]", chunk) else chunk.translate(_MARKS)


_PARTS = re.compile("[A-Za-z]+|[^A-Za-z]+")


def _hindi(text: str) -> str:
    out, last = [], 0
    for match in _CLUSTER.finditer(text):
        out.append(text[last : match.start()].translate(_MARKS))
        last = match.end()
        if vowel := match["vowel"]:
            over = match["over"]
            out.append("b±" if vowel + over == "ईं" else _VOWELS.get(vowel, vowel) + _DOTS[over])
        else:
            out.append(_cluster(match["letters"].replace("\u200d", ""), match["sign"], match["dot"]))
    return "".join((*out, text[last:].translate(_MARKS)))


def _cluster(letters: str, sign: str, dot: str) -> str:
    reph = ""
    if letters.startswith("र्") and len(letters) > 2:
        reph, letters = "Z", letters[2:]
    before = "f" if sign == "ि" else ""
    if whole := _SIGNED.get((letters, sign)):
        return whole + reph + _DOTS[dot]
    return before + _letters(letters) + _SIGNS.get(sign, sign) + reph + _DOTS[dot]


def _letters(letters: str) -> str:
    """The keys of letters joined to one another, the last of them whole."""
    if letters in _WHOLE:
        return _WHOLE[letters]
    if letters.endswith("्र"):
        rest = letters[:-2]
        last = rest[-2] if rest.endswith("\u093c") else rest[-1]
        return _trailing(rest, _BELOW.get(last, "z"))
    for joined, key in _WHOLE.items():
        if letters.endswith("्" + joined):
            return _half(letters[: -len(joined) - 1]) + key
    first, virama, last = letters.rpartition("्")
    return (_half(first) if virama else "") + _whole(last)


def _trailing(rest: str, below: str) -> str:
    """Letters with an r below the last: the last stays whole."""
    if rest + "्र" in _WHOLE:
        return _WHOLE[rest + "्र"]
    first, virama, last = rest.rpartition("्")
    if virama and last + "्र" in _WHOLE:
        return _half(first) + _WHOLE[last + "्र"]
    return (_half(first) if virama else "") + _whole(last) + below


def _whole(letter: str) -> str:
    return _FULL[letter[0]] if len(letter) == 1 and letter in _FULL else _stem(letter)


def _stem(letter: str) -> str:
    """A letter that the font makes of its half and a stem, or one with a dot below."""
    base = _FULL.get(letter[0]) or _HALF[letter[0]] + "k"
    return base + "+" * (len(letter) > 1)


def _half(letters: str) -> str:
    """Letters that are joined to one that follows."""
    if letters in _HALVES:
        return _HALVES[letters]
    for joined, key in _HALVES.items():
        if letters.endswith("्" + joined):
            return _half(letters[: -len(joined) - 1]) + key
    first, virama, last = letters.rpartition("्")
    half = _HALF.get(last[0])
    key = half + "+" * (len(last) > 1) if half else _whole(last) + "~"
    return (_half(first) if virama else "") + key
