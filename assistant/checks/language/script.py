"""Which language, script and digits a paper is in."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from assistant.checks.finding import Case, Spot, once
from assistant.checks.phrases import data, inside, quoted
from assistant.forms.document import Line
from assistant.language import krutidev
from assistant.language.english import is_word
from assistant.language.spelling import is_known, is_ordinary
from assistant.language.words import english
from assistant.messages import OTHER

_LETTERS = {"hi": re.compile("[\u0904-\u0939\u0958-\u0961]"), "en": re.compile("[A-Za-z]")}
_FEW = {"hi": 10, "en": 20}
"""So few letters may be a name or a quoted word. Vowel signs aren't counted, so Hindi has fewer letters to a word."""

_NOT_PROSE = re.compile(
    r"(?<!\S)\S{0,200}[@/]\S{0,200}|\b[A-Z]{2,}\b|“[^”\n]{1,600}”|\"[^\"\n]{1,600}\"|\([^()\n]{1,200}\)"
)
"""Addresses, file numbers, acronyms, quotations and glosses stay as they are in both languages."""


_HOW = {
    "other": {
        "how": {
            "hi": "मॉडल के बिना अनुवाद नहीं होता; बात उसी भाषा में लिखिए",
            "en": "Without a model nothing is translated; write it in that language",
        }
    },
    "roman": {
        "how": {
            "hi": "यह रोमन अक्षरों में हिन्दी है: “अ हिन्दी में” (F2) चालू करके लिखिए, या फ़ाइल को `edaksh text to-devanagari` से बदलिए",
            "en": "It is Hindi in Roman letters: write it with “अ हिन्दी में” (F2) on, or let `edaksh text to-devanagari` change the file",
        }
    },
}
"""What is done about it."""


def wrong(case: Case) -> Iterator[Spot]:
    """Most letters of a paragraph, or of the subject, are of the other language's script; or it is Hindi in roman letters."""
    yield from _around(case)
    other = OTHER[case.language]
    for line in _prose(case):
        words = case.words(line)
        if case.language == "en" and _is_romanised(words):
            yield Spot(line.words, line.end, values=_HOW["other"])
        if len(_LETTERS[other].findall(words)) <= _FEW[other]:
            continue
        prose = _NOT_PROSE.sub("", words)
        own, foreign = (len(_LETTERS[language].findall(prose)) for language in (case.language, other))
        if foreign > _FEW[other] and foreign > 2 * own:
            yield Spot(line.words, line.end, values=_HOW["roman" if _is_romanised(words) else "other"])


_HEAD = {
    "hi": ("letterhead", "date", "from", "signature"),
    "en": (
        *("letterhead", "date", "from", "through", "addressee", "reference", "signature", "enclosures", "copies"),
        *("cc", "endorsement"),
    ),
}
"""The parts around the prose that have to be in its language. In a Hindi paper firms and titles of papers keep their Latin letters."""
_WORD = {
    "hi": re.compile(r"(?:[\u0904-\u0939\u0958-\u0961][\u093a-\u094f\u0900-\u0903]*){2,}"),
    "en": re.compile("[A-Za-z]{3,}"),
}


def _around(case: Case) -> Iterator[Spot]:
    """Who writes, where, and in English to whom, in the other language's script; each part once. A part that has both is usual (a
    letterhead in two languages, a firm's name), but for English lines with words of Hindi."""
    own, other = _WORD[case.language], _WORD[OTHER[case.language]]
    for part in _HEAD[case.language]:
        lines = [(line, _NOT_PROSE.sub("", case.words(line))) for line in case.lines(part)]
        mixed = part == "date" or (case.language == "en" and part != "letterhead")
        if part == "signature" and case.language == "hi" and case.form.file.file == ".eml":
            continue  # a mail program puts it there
        wrong = [line for line, words in lines if other.search(words)]
        if wrong and (mixed or not any(own.search(words) for _, words in lines)):
            yield Spot(wrong[0].words, wrong[0].end, severity="warning", values=_HOW["other"])


_SMALL_HINDI = re.compile(
    r"\b(?:hai|hain|ka|ke|ki|ko|se|mein|mei|aur|jaye|jaaye|jaay|jaayein|jayen|gaya|gayi|gaye|kiya|kiye|karein|karen|karna|karne|hoga|hogi|honge|"
    r"tak|par|liye|nahin|nahi|ho|yah|yeh|apne|apni|apna|jo|bhi|hi|ek|kar|diya|diye|ne|na|koi|har|tha|thi|isme|ismein|usi|iske|uske|dwara|evam|tatha)\b",
    re.IGNORECASE,
)
"""Small words of Hindi in roman letters that are none of English."""
_ROMAN_WORD = re.compile("[A-Za-z]{2,}")


def _is_romanised(words: str) -> bool:
    """Whether a quarter of the words, and three of them, are the small words of Hindi."""
    small = len(_SMALL_HINDI.findall(words))
    return small >= 3 and 4 * small >= len(_ROMAN_WORD.findall(words))


def _prose(case: Case) -> list[Line]:
    return case.lines("subject", case.form.file.writes, "agenda", "decisions")


# --- a legacy font

_FEW_WORDS = 3
"""In an English paper so few words may be a name."""
_APART = re.compile("[^\u0900-\u097f\n]{2,}")
_LATIN = re.compile("[A-Za-z]")
_OPENS = re.compile(r"[\s:\-–]{0,10}(?:[0-9]{1,2}[.)/-]\s+)?\s{0,10}")


@once
def legacy_font(case: Case) -> list[Spot]:
    """Text in the code of a legacy font: lines that follow each other are told as one."""
    given = case.document.source.given
    spots: list[tuple[int, int]] = []
    unsure: set[int] = set()  # where a spot begins that may be an English word
    for stretch in _APART.finditer(given):
        if not _LATIN.search(given, *stretch.span()):
            continue
        start, end = _trimmed(stretch)
        if start >= end or not krutidev.is_legacy(given[start:end]):
            continue
        alone = not given[start:end].count(" ") and any(
            "\u0900" <= sign <= "\u097f" for sign in _beside(given, stretch)
        )
        if alone and len(krutidev.convert(given[start:end])) < 4:
            continue  # one short word inside Hindi may be English
        english = krutidev.may_be_english(given[start:end])
        if spots and not given[spots[-1][1] : start].strip():
            start = spots.pop()[0]
            if not english:
                unsure.discard(start)
        elif english:
            unsure.add(start)
        spots.append((start, end))
    spots = [spot for spot in spots if spot[0] not in unsure]
    few = [case.language == "en" and given[start:end].count(" ") < _FEW_WORDS for start, end in spots]
    return [
        Spot(
            start, end, typed=True, suggestion=krutidev.to_unicode(given[start:end]), severity="hint" if hint else None
        )
        for (start, end), hint in zip(spots, few, strict=True)
    ]


def _trimmed(stretch: re.Match[str]) -> tuple[int, int]:
    opens = _OPENS.match(stretch.string, stretch.start(), stretch.end())
    start = opens.end() if opens else stretch.start()
    return start, stretch.start() + len(stretch[0].rstrip())


def _beside(given: str, stretch: re.Match[str]) -> str:
    return given[max(stretch.start() - 1, 0) : stretch.start()] + given[stretch.end() : stretch.end() + 1]


# --- words of the other script

_LATIN_RUN = re.compile(r"[A-Za-z]+(?:[ '’-][A-Za-z]+)*")
_HINDI_RUN = re.compile("[\u0900-\u0963]+(?:[ -][\u0900-\u0963]+)*")
_PART_OF_MORE = set("@./_\\&:#0123456789+=~")
_UNITS = frozenset(
    "km kg gm mg ml mm cm sq ft kw kwh mw kv kva hp ha mt qtl rpm ppm mbps am pm st nd rd th rs no nos sl vs viz etc cum cusec mld www http https"
    " i ii iii iv v vi vii viii ix x xi xii a b c d e f g h m l w".split()
)
_NAMED = re.compile(
    r"(?:called|named|titled|entitled|known as|scheme|campaign|portal|words?|term|slogan|village|Shri|Smt\.?|Kumari|Yojana|namely)[ :,]{0,3}$"
)
_TITLE = re.compile("योजना|अभियान|मिशन|पोर्टल|कार्यक्रम|अधिनियम|संहिता|नियम|सम्मान|पुरस्कार|समिति|संस्था|दिवस")
_SOFTWARE = frozenset(
    "excel word outlook gmail whatsapp telegram google youtube facebook twitter instagram zoom webex teams meet drive windows android linux chrome"
    " firefox unicode pdf jpg jpeg png zip doc docx xls xlsx csv ppt txt html xml otp sms gps usb wifi".split()
)
"""Names of software and kinds of file, which many type in small letters."""
_DERIVED = re.compile(
    r"[a-z]{2,20}?(?:tion|sion|ment|ments|tions|ance|ence|ness|able|ible|ative|itive|ity|ities|ally|ously|ingly|edly|ation|ful|less|ship|wise|ward)"
)
"""Words that only English makes, known by their endings."""
_ENDINGS = ("ing", "ed", "s", "es", "ly", "er", "ers", "d", "ation", "tion", "ment", "al", "ly", "ness", "able")
_RUNNING = frozenset("है हैं में का के की को से ने पर और एवं तथा करें किया जाए गया कृपया हेतु द्वारा तक नहीं यह इस".split())


@cache
def _hindi_for() -> dict[str, str]:
    return {word: row["hi"] for row in data("english_words")["rows"] for word in row["en"]}


@cache
def _english_for() -> dict[str, str]:
    return {row["hi"]: row["en"][0] for row in reversed(data("english_words")["rows"])}


def mixed_script(case: Case) -> Iterator[Spot]:
    """Words of the other script in running text that have an ordinary word in its language."""
    find = _latin_words if case.language == "hi" else _hindi_words
    said: set[str] = set()
    for line in _prose(case):
        apart = quoted(case.text, line.words, line.end)
        for spot in find(case, line):
            words = case.text[spot.start : spot.end]
            if words in said or inside(spot.start, apart) or _bracketed(case.text, spot, line):
                continue
            said.add(words)
            yield spot


def _bracketed(text: str, spot: Spot, line: Line) -> bool:
    before = text[max(line.words, spot.start - 80) : spot.start]
    return before.rfind("(") > before.rfind(")") or before.rfind("[") > before.rfind("]")


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether words are words, not a piece of an address, a number or a file's name."""
    before, after, next_one = text[start - 1 : start], text[end : end + 1], text[end + 1 : end + 2]
    if before in _PART_OF_MORE and before not in (":", ""):
        return False
    return after in ("", ":") or after not in _PART_OF_MORE or (after == "." and not next_one.strip())


@lru_cache(10_000)
def _is_english(word: str) -> bool:
    """Whether a word in small letters is one of the language: listed, made of a listed one, or what one is made of."""
    if word in english() or (len(word) > 6 and _DERIVED.fullmatch(word)):
        return True
    if len(word) > 7 and any(word[:at] in english() and word[at:] in english() for at in range(4, len(word) - 3)):
        return True  # caretaker
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) > 2)
    if any(stem in english() or stem + "e" in english() or stem[:-1] in english() for stem in stems):
        return True
    return len(word) > 3 and any(word + ending in english() for ending in _ENDINGS)


@lru_cache(16)
def _told_latin(told: tuple[tuple[str, str], ...]) -> frozenset[str]:
    return frozenset(
        word for name, text in told if not name.endswith("kind") for word in re.findall("[A-Za-z]{2,40}", text)
    )


def _latin_words(case: Case, line: Line) -> Iterator[Spot]:
    words = case.words(line)
    latin = len(_LETTERS["en"].findall(words))
    if not latin or len(_LETTERS["hi"].findall(words)) < latin // 2:
        return  # told as the wrong language
    told = _told_latin(case.told)
    pairs = _hindi_for()
    for run in _LATIN_RUN.finditer(case.text, line.words, line.end):
        if not _stands_alone(case.text, run.start(), run.end()):
            continue
        parts = re.split("[ '’-]", run[0])
        one = pairs.get(run[0].lower(), "")
        if len(parts) == 1 and one and (run[0].islower() or (run[0].istitle() and run[0] not in told)):
            yield Spot(run.start(), run.end(), suggestion=one)
        elif run[0].islower():
            named = _UNITS | _SOFTWARE | told
            foreign = [part for part in parts if 2 < len(part) <= 40 and part not in named]
            if len(foreign) > 1 or any(part in pairs or _is_english(part) or is_word(part) for part in foreign):
                yield Spot(run.start(), run.end())


def _is_plain_hindi(word: str) -> bool:
    """Whether a word is one of the language, and surely no name."""
    return 2 < len(word) <= 40 and is_ordinary(word)


def _is_plain_hindi_run(parts: list[str]) -> bool:
    return all(map(is_known, parts)) and (
        any(map(_is_plain_hindi, parts)) or (len(parts) == 1 and len(parts[0]) > _NAME)
    )


_BENT = re.compile("(?:याँ|ियां|यों|ओं|ें|ाएँ|ाएं|ने|ता|ती|ते|कर)$")
"""How verbs and words that tell of several end, and names don't."""
_NAME = 4
"""Letters of a word that may be a short name."""


def _hindi_words(case: Case, line: Line) -> Iterator[Spot]:
    words = case.words(line)
    hindi = len(_LETTERS["hi"].findall(words))
    if not hindi or len(_LETTERS["en"].findall(words)) < hindi:
        return
    for run in _HINDI_RUN.finditer(case.text, line.words, line.end):
        parts = re.split("[ -]", run[0])
        named = _TITLE.search(run[0]) or _NAMED.search(case.text, max(line.words, run.start() - 30), run.start())
        if named or not _stands_alone(case.text, run.start(), run.end()) or run[0] in case.told_text:
            continue
        pairs = _english_for()
        bent = any(_BENT.search(part) for part in parts) or (len(parts) > 1 and not all(map(is_known, parts)))
        sure = any(part in pairs or part in _RUNNING for part in parts) or _is_plain_hindi_run(parts) or bent
        # What no list has may be a name.
        yield Spot(run.start(), run.end(), suggestion=pairs.get(run[0], ""), severity=None if sure else "hint")


CHECKS = {
    "language.wrong": wrong,
    "language.legacy-font": legacy_font,
    "language.mixed-script": mixed_script,
}
