"""Whether the words of a paper are spelt and typed as they should be."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from assistant.checks.finding import NUMBER, Case, Spot
from assistant.checks.language.beside import beside
from assistant.forms.document import Line
from assistant.language import unicode
from assistant.language.english import guessed, meant
from assistant.language.guesses import akin
from assistant.language.spelling import HINDI_WORD, heard, is_known, mistyped, near, slip
from assistant.language.words import english

# --- as it was typed

_BAR = re.compile(r"(?<=[\u0904-\u0963]) ?\|(?=\s|$)")
_ROW = re.compile(rf"[ \t]{{0,3}}{NUMBER}\|")
"""How a row of a table begins, behind its paragraph's number too."""
_RULE = re.compile(r"-{3}:? ?\||\| ?:?-{3}")
_STOP = re.compile(r"(?<![.\u0900-\u0963\u0970-\u097f])([\u0900-\u0963]{2,30})\.(?=[ \n]|$)")
_ENDS_SENTENCE = re.compile(
    "(?:है|हैं|हूँ|हूं|था|थे|थी|थीं|हो|हों|गया|गये|गए|गई|गयी|गईं|करें|दें|लें|रहें|भेजें|होगा|होगी|होंगे|जाए|जाये|जाय|जाएँ|जाएं|जायें|जावे|जावें|देवें|करावें|लेवें|"
    "चाहिए|चाहिये|की|दी|ली|पाई|पाए|पाया|मिली|मिले|मिला|बताया|कहा|रहा|रहे|रही|हुआ|हुए|हुई|किया|दिया|लिया|सकेगा|सकेगी|सकता|सकते|सकती|कीजिए|दीजिए|नहीं|[\u0900-\u0963]{2,20}(?:एगा|एगी|एँगे|एंगे|ेगा|ेगी|ेंगे|ाएँ|ाएं|ाइए|िए))$"
)
_WHAT = {
    "signs": {
        "hi": "मात्रा या चिह्न अपनी जगह पर नहीं है, या दो बार है",
        "en": "A sign stands in the wrong place, twice, or without its letter",
    },
    "visarga": {"hi": "विसर्ग (ः) की जगह कोलन (:) लिखा है", "en": "A colon stands where the visarga (ः) should"},
    "stop": {
        "hi": "हिन्दी वाक्य के अंत में पूर्ण विराम (।) की जगह बिंदु (.) है",
        "en": "A full stop ends a Hindi sentence; the danda (।) should",
    },
    "bar": {"hi": "पूर्ण विराम (।) की जगह खड़ी रेखा (|) है", "en": "A bar (|) was typed for the danda (।)"},
}


def typed(case: Case) -> Iterator[Spot]:
    """Broken signs, stray joiners, a colon for a visarga, a full stop for a danda. A bar for a danda is a hint, given once."""
    given = case.document.source.given
    said: set[str] = set()
    for fault in unicode.faults(given):
        if (word := given[fault.start : fault.end]) not in said:
            said.add(word)
            yield Spot(fault.start, fault.end, typed=True, suggestion=fault.mended, values={"what": _WHAT["signs"]})
    for match in unicode.VISARGA.finditer(case.text):
        if match[0] not in said:
            said.add(match[0])
            yield Spot(
                match.start(), match.end(), suggestion=match[0].replace(":", "ः"), values={"what": _WHAT["visarga"]}
            )
    if case.language != "hi":
        return
    for line in case.body:
        for match in _STOP.finditer(case.text, line.words, line.end):
            last = not case.text[match.end() : line.end].strip()
            least = _WHOLE[0] if last else _WHOLE[1]
            whole = len(match[1]) > least and case.text.count(" ", line.words, line.end) > 3 and is_known(match[1])
            if match[0] not in said and (_ENDS_SENTENCE.match(match[1]) or whole):
                said.add(match[0])
                yield Spot(match.start(), match.end(), suggestion=match[1] + "।", values={"what": _WHAT["stop"]})
    drawn = "|" not in given or _RULE.search(given)  # below a table's rule |---| bars part its cells
    bar = None if drawn else next((bar for bar in _BAR.finditer(given) if not _in_table(given, bar.start())), None)
    if bar:
        yield Spot(bar.end() - 1, bar.end(), typed=True, suggestion="।", severity="hint", values={"what": _WHAT["bar"]})


_WHOLE = (2, 4)
"""A word of more letters is no short form, at the end of a line and within it."""


def _in_table(given: str, at: int) -> bool:
    """Whether a bar parts the cells of a row: no sentence ends before it, and words stand behind it or another such bar before."""
    start = given.rfind("\n", max(at - 500, 0), at) + 1
    if _ROW.match(given, start, at):
        return True
    cells = [cell.split() for cell in given[start:at].split("|")]
    if given[at:].partition("\n")[0].strip(" |\t\r"):
        cells.append([])
    return any(not (cell and _ENDS_SENTENCE.match(cell[-1])) for cell in cells[:-1])


# --- spelling

_PERSON = frozenset("श्री श्रीमती सुश्री कुमारी कु डॉ प्रो स्व मो पं पुत्र पुत्री पत्नी पति पिता आत्मज आत्मजा मेसर्स सर्वश्री".split())
_PLACE = frozenset(
    "ग्राम तहसील जिला जिले जनपद विकासखंड विकासखण्ड थाना चौकी पंचायत मोहल्ला नगर वार्ड टोला मजरा बस्ती नदी संस्था फर्म नाम नामक".split()
)
_NAMES_ONLY = (
    "letterhead",
    "addressee",
    "signature",
    "copies",
    "from",
    "through",
    "number",
    "unplaced",
    "reference",
    "chair",
    "chain",
)
"""Parts of names and posts: only well-known slips are told there."""
_LATIN = re.compile(r"[A-Za-z](?<![A-Za-z0-9@._/\\-].)[A-Za-z]{2,29}(?![A-Za-z0-9@_/\\]|\.[A-Za-z])")
_COLON_FOR_VISARGA = frozenset("अत पुन प्राय प्रात क्रमश अंतत सामान्यत मुख्यत विशेषत पूर्णत संभवत अनिवार्यत".split())


_GUESSES = 1000
"""So many words of one paper are looked at for what they may be a slip of: more are no paper's."""
_NEAR = 60
"""Within so many signs the words stand that tell of a name."""


@lru_cache(20_000)
def _is_right(word: str) -> bool:
    return len(word) > LONGEST or (is_known(word) and not slip(word))


LONGEST = 40


@lru_cache(8)
def hindi_words(text: str) -> list[str]:
    """The Hindi words of a text."""
    return HINDI_WORD.findall(text)


def spelling(case: Case) -> Iterator[Spot]:
    """A well-known slip, or an unknown word that is a known one but for what people mix up. Labels are read in any spelling."""
    yield from beside(case)
    told = frozenset(hindi_words(case.told_text))
    said: set[str] = set()
    guesses = 0
    for line in case.document.lines:
        right_ones = all(map(_is_right, HINDI_WORD.findall(case.text, line.words, line.end)))  # as in most lines
        for match in () if right_ones else HINDI_WORD.finditer(case.text, line.words, line.end):
            if _is_right(match[0]):
                continue
            word = match[0].removesuffix("ः")
            before = HINDI_WORD.findall(case.text, max(line.words, match.start() - _NEAR), match.start())[-3:]
            person, place = _PERSON.intersection(before), _PLACE.intersection(before[-2:])
            after = case.text[match.end() : match.end() + 1]
            joined = after == "-" and case.text[match.end() + 1 : match.end() + 2] >= "\u0904"  # मंत्रि-परिषद
            if word in said or person or joined or (after == "." and len(word) < 5):
                continue
            if after == ":" and word in _COLON_FOR_VISARGA:
                continue
            right, unsure = slip(match[0]), False
            if right and line.part == "signature":
                continue
            if not right and word not in told and line.part not in _NAMES_ONLY:
                right = "" if place else near(word)
                unsure = not right
                right = right or ("" if place else heard(word))
                if not right and guesses < _GUESSES:
                    right, guesses = ("" if place else akin(word)) or mistyped(word), guesses + 1
                if place and right not in _PLACE and _PLACE.intersection(before[-1:]):
                    right = ""  # after ग्राम stands a name
            if right:
                said.add(word)
                yield Spot(
                    match.start(),
                    match.start() + len(word),
                    suggestion=right,
                    values={"right": right},
                    severity="hint" if unsure else None,
                )
        for match in _LATIN.finditer(case.text, line.words, line.end):
            if match[0] in said:
                continue
            right, unsure = slip(match[0]) or _english_slip(case, line, match[0]), False
            if (
                not right
                and guesses < _GUESSES
                and match[0].islower()
                and line.part == case.form.file.writes
                and match[0] not in english()
            ):
                guesses += 1
                unsure = bool(right := _english_slip(case, line, match[0], guessed))
            if right:
                said.add(match[0])
                yield Spot(
                    match.start(),
                    match.end(),
                    suggestion=right,
                    values={"right": right},
                    severity="hint" if unsure else None,
                )


@lru_cache(16)
def _told_latin(told: tuple[tuple[str, str], ...]) -> frozenset[str]:
    return frozenset(word.lower() for _, text in told for word in _LATIN.findall(text))


def _english_slip(case: Case, line: Line, word: str, found: Callable[[str], str] = meant) -> str:
    """The English word that one of running English text stands for; a capital may begin a name, so then only an office's own word."""
    if case.language != "en" or line.part in _NAMES_ONLY or word.lower() in _told_latin(case.told):
        return ""
    right = found(word.lower()) if word.islower() or word.istitle() else ""
    return right if word.islower() else right.capitalize() if right in english() else ""


CHECKS = {
    "language.unicode": typed,
    "language.spelling": spelling,
}
