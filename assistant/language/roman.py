"""Hindi in Latin letters, as people type it, into Devanagari: word by word, by a list of words that sound alike.

Common words stand in data/roman.txt in the spellings that people use. Any other is sought among the project's Hindi words under a
key in which what is often left out or mixed up is one; the nearest comes first. A word that no list has is written by its sounds.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from math import log

from assistant.language.spelling import _forms
from assistant.language.words import lines, rows, word_list

_KEPT = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,255}|(?:https?://|www\.)\S{1,300}"
    r"|(?<![A-Za-z0-9-])[A-Za-z0-9-]{1,63}\.(?:[A-Za-z0-9-]{1,63}\.){0,4}(?:in|com|org|net|pdf|docx?|xlsx?|txt)(?![A-Za-z0-9])"
    r"|(?:\b[A-Za-z]\.){2,8}|(?<![A-Za-z0-9])(?:[A-Za-z]{1,30}[0-9]|[0-9]{1,30}[A-Za-z])[A-Za-z0-9]{0,60}"
)
"""E-mail and web addresses, file names, initials, and letters with figures among them stay as they are."""
_PIECE = re.compile(f"(?P<kept>{_KEPT.pattern})|(?P<word>[A-Za-z]{{1,200}})")
_SENTENCE = re.compile(r"(?<=\n)|(?<=[.?!।])(?=\s)")
_SECOND = re.compile("[ङञणनम]्(?=[कखगघचछजझटठडढतथदधपफबभ])|(?<=..)(?:ये|यी|यें)$")
"""Accepted, but not the spelling that the office writes: सम्बन्ध, गये."""

# --- the rules


@cache
def _rules(kind: str) -> tuple[tuple[str, str], ...]:
    return tuple((row[1], row[2] if len(row) > 2 else "") for row in rows("roman.rules.txt") if row[0] == kind)


@cache
def _patterns(kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), instead) for pattern, instead in _rules(kind))


def _same(word: str) -> str:
    for pattern, instead in _patterns("same"):
        word = pattern.sub(instead, word)
    return word


def _key(same: str) -> str:
    for pattern, instead in _patterns("fold"):
        same = pattern.sub(instead, same)
    return same


@lru_cache(30_000)
def romanised(word: str) -> tuple[str, ...]:
    """How a Hindi word is typed, its unspoken vowels left out; with each way to type ड़ and ढ़."""
    letters, vowels = dict(_rules("letter")), dict(_rules("vowel"))
    units: list[list[str]] = []  # consonant, vowel, nasal
    for piece in re.findall("क्ष|ज्ञ|[\u0915-\u0939]\u093c?|.", word):
        if roman := letters.get(piece) or letters.get(piece.rstrip("\u093c")):
            units.append([roman, "a", ""])
        elif piece == "्" and units:
            units[-1][1] = ""
        elif piece in "ंँ" and units:
            units[-1][2] = "n"
        elif piece in vowels:
            if "ऄ" <= piece <= "औ" or not units:
                units.append(["", vowels[piece], ""])
            else:
                units[-1][1] = vowels[piece]
    schwa = [unit[0] != "" and unit[1] == "a" for unit in units]
    joined = [at > 0 and units[at - 1][1] == "" for at in range(len(units))]
    for at in range(len(units) - 1, 0, -1):
        if not schwa[at] or joined[at] or units[at][2]:
            continue
        last = at == len(units) - 1
        between = not last and units[at + 1][1] != "" and units[at + 1][0] and units[at - 1][1] and not units[at - 1][2]
        if last or between:
            units[at][1] = ""
    if units and units[-1][1] in ("A", "I", "U") and not units[-1][2]:
        units[-1][1] = units[-1][1].lower()
    text = "".join("".join(unit) for unit in units)
    if "|" not in text:
        return (text,)
    return tuple(re.sub("(dh?)[|](rh?)", rf"\{group}", text) for group in (1, 2))


# --- the words


def _listed() -> Iterator[tuple[str, float]]:
    """The project's Hindi words, bent as they bend, each with how usual it is."""
    kind = ""
    for name in ("office.hi.txt", "names.hi.txt"):
        for line in lines(name):
            if line.startswith("["):
                kind = line.strip("[]")
                continue
            for stem in line.replace("-", " ").split():
                for form in _forms(kind, stem):
                    usual = 5.0 if kind == "words" else 3.0 if form == stem else 1.0
                    yield _house(form), usual
    for _, names, _ in rows("places.txt"):
        for place in re.split("[/ ]", names):
            if len(place) > 2 and "." not in place:
                yield place, 2.0
    for row in rows("roman.txt"):
        yield row[0], 9.0


def _house(form: str) -> str:
    """The form as the office writes it, with ँ where the rule that bent it wrote a dot."""
    return re.sub("(ियां|इयां|[एूऊ]ं)$", lambda match: match[0][:-1] + "ँ", form)


@cache
def _lexicon() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for word, usual in _listed():
        for way in romanised(word):
            keys = {_key(way)}
            if re.search("[ंँ]$|ँ", word):
                keys.add(_key(re.sub("n(?=[^aAiIuUeo]|$)", "", way)))
            for key in keys:
                found[key][word] = max(usual, found[key].get(word, 0))
    return dict(found)


@cache
def _common() -> dict[str, str]:
    return {spelling: row[0] for row in rows("roman.txt") for spelling in row[1].split()}


@cache
def _english() -> frozenset[str]:
    return word_list("plain.en.txt") | word_list("common.en.txt")


_LITTLE = frozenset(
    "the of and to in is are was were be been for on at by with from that this it you your we our as has have had will shall "
    "may not or an a which please kindly all any".split()
)
"""Little words by which a line is known to be English."""


def _is_english(word: str) -> bool:
    known = _english()
    if word in known or word in _LITTLE:
        return True
    return any(
        word.endswith(ending) and (word.removesuffix(ending) in known or word.removesuffix(ending) + "e" in known)
        for ending in ("s", "ed", "ing", "d", "ly")
        if len(word) > len(ending) + 3
    )


# --- one word

_VOWELS = "aAiIuUeo"
_NEAR = {frozenset(pair): cost for pair, cost in (("aA", 0.2), ("iI", 0.15), ("uU", 0.15), ("mn", 0.4), ("dr", 0.6), ("td", 0.9))}  # fmt: skip


def _drop(letter: str) -> float:
    return 0.25 if letter in "aA" else 0.35 if letter in "iIuUeoyhC" else 0.7 if letter == "n" else 1.0


def _swap(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if near := _NEAR.get(frozenset((one, other))):
        return near
    return 0.2 if {one, other} == {"C", "c"} else 0.4 if one in _VOWELS and other in _VOWELS else 1.0


def distance(one: str, other: str) -> float:
    """How far two roman spellings are from one another; a vowel more or less, or an h, counts little."""
    before = [0.0]
    for letter in other:
        before.append(before[-1] + _drop(letter))
    for mine in one:
        row = [before[0] + _drop(mine)]
        for at, its in enumerate(other):
            row.append(min(before[at] + _swap(mine, its), before[at + 1] + _drop(mine), row[at] + _drop(its)))
        before = row
    return before[-1]


def _ranked(word: str) -> list[tuple[float, float, str]]:
    """The known words that sound like the typed one: rank, distance, word; the best first."""
    same = _same(word)
    ranked = []
    for hindi, usual in _lexicon().get(_key(same), {}).items():
        far = min(distance(same, way) for way in romanised(hindi))
        ranked.append((2 * far - 0.6 * log(0.5 + usual) + (1.5 if _SECOND.search(hindi) else 0), far, hindi))
    return sorted(ranked)


@lru_cache(20_000)
def candidates(word: str, most: int = 5) -> tuple[str, ...]:
    """What a typed word can be in Devanagari, the likeliest first; the last is as it sounds."""
    word = word.lower()
    common = _common().get(word)
    found = [common] if common else []
    found += [hindi for _, far, hindi in _ranked(word) if far <= _reach(word)]
    return tuple(dict.fromkeys([*found, by_sound(word)]))[:most]


def _reach(word: str) -> float:
    """How far a known word may be from the typed one to be taken for it."""
    return 0.5 + 0.12 * len(word)


def by_sound(word: str) -> str:
    """A word that no list has, as its letters sound."""
    same, out, at = _same(word.lower()), "", 0
    same = re.sub("(?<=[^aAiIuUeo])a$", "A", re.sub("i$", "I", re.sub("(?<=.)u$", "U", same)))
    bare = False  # the last consonant has no vowel yet
    while at < len(same):
        consonant = next(((roman, hindi) for roman, hindi in _rules("spell") if same.startswith(roman, at)), None)
        if consonant:
            roman, hindi = consonant
            after = same[at + len(roman) : at + len(roman) + 1]
            if (
                roman in "nm"
                and out
                and not bare
                and after
                and after not in _VOWELS + "yvmnrlh"
                and (roman == "n" or after in "pbf")
            ):
                out += "ं"
            else:
                joins = bare and (
                    hindi[0] in "यरव" or out[-1] in "सशर" or len(re.sub("[^क-ह]", "", out)) == 1 or out[-1] == hindi[0]
                )
                out += ("्" if joins else "") + hindi
                bare = True
            at += len(roman)
            continue
        kind = "sign" if bare else "begin"
        vowel = next(((roman, hindi) for roman, hindi in _rules(kind) if same.startswith(roman, at)), None)
        if vowel:
            out += vowel[1]
            bare = False
        at += len(vowel[0]) if vowel else 1
    return out


# --- a text

_THAT = re.compile("( (?:है|हो|हैं|था|थी|थे|चाहिए|गया|गई|हूँ)|जाए|करें|कहना|बताया),? की(?= |$)", re.MULTILINE)
"""कि is typed as की is; after a verb it is कि."""


def to_devanagari(text: str) -> str:
    """A text with its roman Hindi in Devanagari; English words, addresses, acronyms and figures stay as they are."""
    shouted = not re.search("[a-z]", text)
    return "".join(_line(line, shouted) for line in _SENTENCE.split(text))


def _line(line: str, shouted: bool) -> str:
    words = [match["word"].lower() for match in _PIECE.finditer(line) if match["word"]]
    little = sum(word in _LITTLE and word not in _common() for word in words)
    english = sum(_is_english(word) and word not in _common() for word in words)
    common = sum(word in _common() and not _is_english(word) for word in words)
    if words and (little > common or (not common and english and 2 * english >= len(words))):
        return line
    line = _PIECE.sub(lambda match: match[0] if match["kept"] else _word(match[0], shouted), line)
    line = line.replace("श्रीमती.", "श्रीमती")  # Smt. has a dot, the Hindi word hasn't
    return _THAT.sub(lambda match: match[0][:-1] + "ि", line)


def _word(word: str, shouted: bool) -> str:
    small = word.lower()
    if not shouted and word.isupper() and 1 < len(word) < 8:
        return word
    if small in _common():
        return _common()[small]
    if _is_english(small):
        return word
    ranked = _ranked(small)
    if ranked and ranked[0][1] <= _reach(small):
        return ranked[0][2]
    if len(word) > 40 or any(pattern.search(small) for pattern, _ in _patterns("english")):
        return word
    return by_sound(small)
