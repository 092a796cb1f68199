"""Numbers in figures and words, and the marks that only look like them: paragraph, page and flag numbers."""

import re
from collections.abc import Iterator
from decimal import Decimal
from re import Match

from assistant.facts.found import Found
from assistant.facts.patterns import END, HINDI, LETTER, any_of, branches_of, word_of, words
from assistant.language.numbers import Read, number_words, numbers_in

FIGURES_ON = (
    r"(?<![0-9][0-9])(?<![._…]/[0-9])(?<![^0-9 ] /[0-9])(?<![0-9][.,][0-9])"
    r"(?:[0-9]{0,2}(?:,[0-9]{2,3}){1,6}|[0-9]{0,17})(?:\.[0-9]{1,4})?(?![0-9])(?![.,][0-9])"
)
FIGURES = f"[0-9]{FIGURES_ON}"
_A_WORD = f"{word_of(number_words())}{END}"
_SCALE = any_of(
    [
        "दर्जन",
        "सौ",
        "हज़ार",
        "लाख",
        "करोड़",
        "अरब",
        "dozen",
        "hundred",
        "thousand",
        "lakh",
        "lac",
        "lakhs",
        "lacs",
        "crore",
        "crores",
        "cr",
        "million",
        "billion",
    ]
)
_FIRST_WORD = "|".join(
    (
        *(f"{branch}{END}" for branch in branches_of(number_words())),
        *(f"{figure}{FIGURES_ON}(?= ?-?{_SCALE}{END})" for figure in "0123456789"),
    )
)
WORDS = re.compile(
    f"(?:{_FIRST_WORD})(?!(?<=छ)\\.)(?:(?: ?-? ?| and (?:a )?| a (?=[Dd])|, )(?:{_A_WORD}|(?<=[ ]){FIGURES}(?= ?{_SCALE}{END}))){{0,16}}"
)
"""A row of number words, with figures before सौ, हज़ार, लाख; numbers_in tells how many numbers it is. छ is six, छ.ग. a state."""

_FIRST, _LAST = 0xE000, 0xF8FF
SAID = f"[{chr(_FIRST)}-{chr(_LAST)}]{{1,200}}+"
ONE = f"[0-9{chr(_FIRST)}-{chr(_LAST)}](?:(?<![0-9])[{chr(_FIRST)}-{chr(_LAST)}]{{0,200}}+|(?<=[0-9]){FIGURES_ON})"
"""One number, in figures or, once `marked` has been at the text, in words."""

_TOKEN = re.compile(f"[0-9][0-9,]*(?:\\.[0-9]+)?|[{LETTER}:]+")
_FOREIGN = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")
NUMBER = re.compile(ONE)


_UNIT = re.compile(f"{_SCALE}", re.IGNORECASE)
_UNIT_BEFORE = re.compile(r"(?:\(|\b(?:in|per)|प्रति)\s?$", re.IGNORECASE)
_UNIT_AFTER = re.compile(rf"\s?(?:\)|में{END})")


def _is_unit(text: str, value: int | Decimal, start: int, end: int) -> bool:
    """Whether a lone लाख or crore is what figures are told in, and no number: (लाख रु.), Rs. in crore."""
    if value < _LAKH:
        return bool(_UNIT_BEFORE.search(text, max(0, start - 6), start) or _UNIT_AFTER.match(text, end))
    return not text[:start].endswith(("a ", "A "))


_LAKH = 100_000


def marked(text: str) -> str:
    """The text with every number that is said in words moved, letter by letter, into the private area of Unicode.

    So each later pattern sees a number as one run of such letters, none has to know the words, and no length changes.
    """
    text = _FOREIGN.sub("\x00", text)
    pieces: list[str] = []
    last = 0
    for match in WORDS.finditer(text):
        for value, start, end, _ in _read(text, match.start(), match.end()):
            if _UNIT.fullmatch(text, start, end) and _is_unit(text, value, start, end):
                continue
            pieces += (text[last:start], "".join(chr(_FIRST + ord(letter)) for letter in text[start:end]))
            last = end
    return "".join((*pieces, text[last:]))


def _read(text: str, start: int, end: int) -> list[Read]:
    tokens = ((part[0], part.start(), part.end()) for part in _TOKEN.finditer(text, start, end))
    return list(numbers_in(token for token in tokens if token[0].lower() not in ("and", "a") and _counts(text, *token)))


_PART = frozenset(("half", "quarter"))


def _counts(text: str, word: str, start: int, end: int) -> bool:
    """Whether a word is part of a number; half and quarter only as in two and a half lakh, half a dozen."""
    return (
        word.lower() not in _PART
        or text[:start].lower().endswith(" and a ")
        or text[end:].lower().startswith(" a dozen")
    )


def number(written: str) -> int | Decimal:
    """The value of what ONE has matched; 0 of the rest of a word, where a run was too long to be a number."""
    if written.isascii() and written.replace(",", "").isdigit():
        return int(written.replace(",", ""))
    text = plainly(written)
    read = _read(text, 0, len(text))
    return read[0].value if read else 0


def plainly(written: str) -> str:
    """What ONE has matched, as it was written."""
    return "".join(chr(ord(letter) - _FIRST) if ord(letter) >= _FIRST else letter for letter in written)


def said(written: str) -> bool:
    """Whether what ONE has matched is words alone."""
    return ord(written[0]) >= _FIRST and not any(chr(ord(letter) - _FIRST).isdigit() for letter in written)


_MARKED = words("marked")
_QUOTES = "'\"‘’“”"
_LABEL = (
    f"(?:[0-9]{{1,3}}(?:\\.[0-9]{{1,2}}){{0,2}}(?![0-9])(?![.,/][0-9])|[क-ह](?![{HINDI}])"
    "|[A-Z](?![A-Za-z])|[ivxIVX]{1,5}(?![A-Za-z]))"
)
MARK = re.compile(
    f"{word_of(_MARKED)}(?:(?: ?(?:क्रमांक|क्र\\.?|संख्या|[Nn]os?\\.?))?[ :ः-]{{0,3}}[({_QUOTES}]?(?P<named>{_LABEL})[){_QUOTES}]?"
    f"(?:(?: ?[,/–-] ?| (?:से|एवं|और|व|तथा|to|and)"
    f" )[({_QUOTES}]?(?P<then>{_LABEL})[){_QUOTES}]?(?:/[{LETTER}]{{1,12}})?)?(?:/[{LETTER}]{{1,12}})?)(?! ?[/.,]?[0-9])"
    f"(?! (?:पृष्ठ|प्रति|pages?|copies))"
)
LISTED = re.compile(
    "(?m:^)[ \\t]{0,40}(?P<listed>\\(?(?:(?:[0-9]{1,2}|[क-ह]|[a-z]|[ivx]{1,4})\\)|(?:[0-9]{1,2}|[क-ह]|[a-h]"
    "|[ivx]{1,4})\\.(?=[ \\t])|[0-9]{1,2}\\.(?![0-9])|(?:[0-9]{1,2}|[क-ह])[-–](?= )|[0-9]{1,2}/(?= [^\\W\\d]))"
    "|[0-9]{1,2}(?:\\.[0-9]{1,2}){2}\\.?(?= ))"
)
INLINE = re.compile("\\((?P<inline>[0-9]{1,2}|[क-ह]|[a-z]|[ivx]{1,4})\\)")
FIGURE = re.compile(
    f"[0-9](?:(?<![0-9.,/-].)(?P<page>[0-9]{{0,2}})/(?:[cn]|टीप|पत्राचार|नोट)(?![{LETTER}])"
    f"|(?<![0-9.,/-].)(?P<ordinal>[0-9]{{0,3}})(?:st|nd|rd|th|वां|वाँ|वीं|वें|वी|वे|ला|ली|रा|री|था|थी)(?![{LETTER}])"
    f"|(?:(?<=[{LETTER}].)|(?<=[{LETTER}]-.))(?P<tied>[0-9]{{0,3}})(?![0-9])(?![.,/][0-9])"
    f"|(?<![0-9.,/].)(?P<dotted>[0-9]{{0,3}}(?:\\.[0-9]{{1,4}}){{2,5}})(?![0-9]))"
)


def read_mark(match: Match[str]) -> Iterator[Found]:
    """The number of a paragraph, page, flag or list item; of an office's things that carry a number in their name as well."""
    kind = str(match.lastgroup)
    groups = ("named", "then") if "named" in match.re.groupindex else (kind,)
    if kind == "inline" and re.search(f"{SAID} ?$", match.string[max(0, match.start() - 40) : match.start()]):
        yield (
            Found("number", int(match["inline"]), *match.span("inline"))
            if match["inline"].isdigit()
            else Found("mark", match["inline"], *match.span("inline"))
        )
        return
    for group in groups:
        if match[group]:
            yield Found("mark", match[group].strip(" ()./-–"), *match.span(group))


_YEAR_LAST = re.compile(r"\.(?:19|20)[0-9]{2}$")


def read_figure(match: Match[str]) -> Iterator[Found]:
    """Figures that something ties to a word: 12/टीप, 5वीं, ग्रेड-3; and those of a paragraph below a paragraph: 2.1.3."""
    end = match.end(str(match.lastgroup))
    if not _YEAR_LAST.search(match.string[match.start() : end]):
        yield Found("mark", match.string[match.start() : end], match.start(), end)


def read_number(match: Match[str]) -> Iterator[Found]:
    """A number; a word for less than ten is `small`, for it is often no count (एक ओर, दो टूक, one of)."""
    value = number(match[0])
    yield Found("small" if said(match[0]) and value < 10 and value == int(value) else "number", value, *match.span())
