"""Which words are a person's name where no title says so: by lists of given and family names, and by what no list of words knows."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from assistant.checks.phrases import data
from assistant.facts import names
from assistant.facts.patterns import rows
from assistant.forms.document import Line
from assistant.language import spelling
from assistant.language.english import is_word
from assistant.language.words import lines
from assistant.language.words import rows as language_rows

HINDI_NAME = "[\u0900-\u0963]{2,15}"
PLACED = re.compile(
    r"(?:\b(?:at|in|from|near|of|to|towards|between|village|district|tehsil|ward)|ग्राम|जिला|तहसील|थाना|वार्ड)[ \n]$"
)


_RUN = re.compile(r"(?<![A-Za-z.])[A-Z][a-z]{2,14}(?:[ \n][A-Z][a-z]{2,14}){0,3}(?![A-Za-z])")


def capitals(text: str, line: Line) -> Iterator[tuple[int, int, bool]]:
    """Words with capital letters that are a name, as far as words can tell."""
    for match in _RUN.finditer(text, line.words, line.end):
        words = match[0].split()
        start = match.start()
        while (
            words
            and not is_name(words[0])
            and (words[0] in _TITLES or is_word(words[0].lower()) or words[0] in no_name())
        ):
            start = text.index(words[0], start) + len(words[0]) + 1
            words = words[1:]
        if not words or len(words) > 3 or any(word in no_name() for word in words) or words[0].lower() in _places():
            continue
        yield start, match.end(), is_name(words[0]) and not PLACED.search(text, max(0, start - 12), start)


_TITLES = frozenset("Master Miss Kumari Shri Baby Smt Mrs The".split())


@cache
def no_name() -> frozenset[str]:
    return frozenset(data("people")["no_name"])


@cache
def _places() -> frozenset[str]:
    return frozenset(
        word.lower() for _, _, english in language_rows("places.txt") for word in re.split("[/ ]", english)
    )


@cache
def _known() -> tuple[frozenset[str], re.Pattern[str]]:
    """Given names and what goes on after them, folded; and how they are written in Latin letters."""
    words = (
        [word for line in lines("names.hi.txt") if line[0] != "[" for word in line.split()]
        + [word for row in rows("names.txt") for word in row[0].split()]
        + data("people")["given"]
        + data("people")["family"]
    )
    latin = "|".join(
        sorted(
            {_in_latin(word) for word in words if "\u0900" <= word[0] <= "\u097f" and "." not in word}
            | {word for word in words if word.isascii()}
        )
    )
    return frozenset(map(spelling.fold, words)), re.compile(f"(?:{latin})h?", re.IGNORECASE)


_LATIN = {
    **dict(zip("कगचजटडतदपबणनमयरलवशषसह", "[kqc] g ch? [jz] t+ d t+ d p+ b+ n+ n+ m+ [yi] r+ l+ [vw] s+h? s+h? s+h? h".split(), strict=True)),
    **dict(zip("खघछझठढथधफभ", "kh? gh? chh? jh? th? dh? th? dh? (?:ph|f) bh?".split(), strict=True)),
    **dict(zip("अआइईउऊएऐओऔ", "a a+ [ie]+ [ie]+ [uo]+ [uo]+ [aei]+ ai o a?u".split(), strict=True)),
    **dict(zip("ािीुूेैोौंँृ", "a+ [iey]+ [iey]+ [uo]+ [uo]+ [aeiy]+ [ae]i? [ou]+ [ao]u? [nm] [nm] ri?".split(), strict=True)),
    "्": "", "़": "", "ः": "h?",
}  # fmt: skip


def _in_latin(word: str) -> str:
    """A Hindi name as people write it in Latin letters: the vowel that no sign shows may be there or not."""
    pieces = []
    for at, sign in enumerate(word):
        pieces.append(_LATIN.get(sign, re.escape(sign)))
        silent = word[at + 1 : at + 2]
        if "\u0915" <= sign <= "\u0939" and not ("\u093a" <= silent <= "\u094d"):
            pieces.append("a?")
    return "".join(pieces)


@cache
def latin(word: str) -> re.Pattern[str]:
    """A word of a name as an e-mail address has it, in Latin letters."""
    return re.compile(re.escape(word) if word.isascii() else _in_latin(word), re.IGNORECASE)


def is_name(word: str) -> bool:
    folded, latin = _known()
    return bool(latin.fullmatch(word)) if word.isascii() else spelling.fold(word) in folded


@cache
def _families() -> frozenset[str]:
    return frozenset(map(spelling.fold, data("people")["family"]))


def is_family(word: str) -> bool:
    return spelling.fold(word) in _families() or names.is_surname(word)


@cache
def _pair() -> re.Pattern[str]:
    """Two words, of which the second goes on after a given name: a family name or one like बाई, in both scripts."""
    words = [*data("people")["family"], *(word for row in rows("names.txt") for word in row[0].split())]
    seconds = {re.escape(word) for word in words} | {_in_latin(word) for word in words if not word.isascii()}
    return re.compile(
        f"(?<![A-Za-z\u0900-\u0963])(?P<given>[\u0900-\u0963]{{2,15}}|[A-Za-z]{{3,15}})[ \n]"
        f"(?P<second>{'|'.join(sorted(seconds))})(?![A-Za-z\u0900-\u0963])",
        re.IGNORECASE,
    )


def untitled_names(text: str) -> Iterator[tuple[int, int]]:
    """Where a person is named without a title: a given name that is no word of the language, and what goes on after one."""
    for match in _pair().finditer(text):
        given, second = match["given"], match["second"]
        if given in no_name() or not is_name(given):
            continue
        if is_word(given.lower()) or is_word(second.lower()) if given.isascii() else spelling.is_ordinary(given):
            continue
        yield match.span()


_PLAIN_AFTER = re.compile(
    r"[ \n,(।)]{1,3}(?:का|की|के|को|ने|से|में|हेतु|पर|द्वारा|है|हैं|थी|था|पिता|पुत्री|पुत्र|आत्मजा|आत्मज|निवासी|उम्र|आयु|नामक|भी|तथा|एवं|और|सहित|बताया|बताई|$)"
)
_FATHERED = re.compile(r"[ ,(]{0,3}(?:पिता|पुत्री|पुत्र|आत्मजा|आत्मज|उम्र|आयु)(?![\u0900-\u0963])")
_WHERE = re.compile(r" (?:से|में|पर|निवासी|जिला|रेलवे)(?![\u0900-\u0963])")


def name_length(text: str, start: int, words: list[str]) -> int:
    """How long the name is that stands after "पीड़िता" or "बालिका", 0 for none: a known one, one whose father is told, one before
    a family name, or one or two words that no list knows. A place may be called as a person is."""
    if words[0] in no_name():
        return 0
    first = len(words[0])
    two = len(" ".join(words[:2]))
    known, fathered = is_name(words[0]), _FATHERED.match(text, start + first)
    if fathered:
        return first
    if len(words) > 1 and words[1] not in no_name():
        if is_family(words[1]) or (known and is_name(words[1])):
            return two if not spelling.is_ordinary(words[0]) or known else 0
        strange = not spelling.is_known(words[1]) and bool(_PLAIN_AFTER.match(text, start + two))
        if strange and not spelling.is_ordinary(words[0]):
            return two
    named = known or (not spelling.is_known(words[0]) and bool(_PLAIN_AFTER.match(text, start + first)))
    return first if named and not _WHERE.match(text, start + first) else 0


@cache
def _called() -> re.Pattern[str]:
    """A word by which a person is called before the name: अध्यक्ष, किसान, Sarpanch."""
    begun: dict[str, list[str]] = {}  # by their first sign: so the search skips at once to those
    for word in data("people")["callings"]:
        for first in {word[0].upper(), word[0].lower()}:
            begun.setdefault(first, []).append(word[1:])
    said = "|".join(f"{first}(?<![A-Za-z\u0900-\u0963]{first})(?i:{'|'.join(rest)})" for first, rest in begun.items())
    return re.compile(f"(?:{said})(?![A-Za-z\u0900-\u0963])")


_BESIDE = re.compile(
    r"[ ,:-]{1,2}(?P<name>[\u0904-\u0963]{2,15}(?: [\u0904-\u0963]{2,15}){1,2}|[A-Z][a-z]{2,14}(?: [A-Z][a-z]{2,14}){1,2}(?![A-Za-z]))"
)
_INSTITUTION = re.compile(
    r"[ -](?:नगर|वार्ड|मार्ग|चौक|पार्क|भवन|महाविद्यालय|विश्वविद्यालय|विद्यालय|शाला|स्कूल|कॉलेज|स्मृति|स्मारक|जयंती|योजना|पुरस्कार|सेवा|समूह|समिति|संस्थान|संस्था"
    r"|केंद्र|केन्द्र|चिकित्सालय|अस्पताल|मंडल|परिषद|निगम|बाजार|मंडी|ग्राम|सागर|बांध|स्टेडियम|Nagar|Road|Marg|Chowk|Park|College|University|School"
    r"|Hospital|Scheme|Yojana|Memorial|Award|Market|Society|Samiti|Stadium|Trust|Institute|Ward|Colony|Block|District)"
)


def named_after_posts(text: str, posts: Iterable[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a person is named without a title right after a post, or what one is called by: समूह की अध्यक्ष मुन्नीबाई लोधी. The last
    word of it is a family name, and no other is a word of the language."""
    for at in sorted({*posts, *(match.end() for match in _called().finditer(text, start, end))}):
        match = _BESIDE.match(text, at, end)
        words = match["name"].split() if match else []
        while len(words) > 1 and not _ends_name(words[-1], words[0]):
            words.pop()
        if not match or len(words) < 2 or any(word in no_name() for word in words):
            continue
        first, last = match.start("name"), match.start("name") + len(" ".join(words))
        if all(map(_may_begin_name, words[:-1])) and not _INSTITUTION.match(text, last):
            yield first, last


def _ends_name(word: str, first: str) -> bool:
    """Whether a word goes on after a given name; one that is a word too, or in no list, only after a name that is in one."""
    if word.isascii():
        return bool(_pair().fullmatch("Xyz " + word)) and not is_word(word.lower())
    if spelling.is_ordinary(word):
        return is_family(word) and is_name(first)
    return is_family(word) or is_name(word) or (is_name(first) and not spelling.is_known(word))


def _may_begin_name(word: str) -> bool:
    if word.isascii():
        return not is_word(word.lower()) and word.lower() not in _places()
    return is_name(word) or not spelling.is_ordinary(word)
