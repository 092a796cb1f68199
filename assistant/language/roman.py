"""What a Hindi word typed in Latin letters can be in Devanagari: known words that sound like it, the likeliest first.

The words stand in data/lexicon.hi.txt, each with how usual it is; spellings that people use against the sounds in data/roman.txt. Words are
sought under a key in which what is often left out or mixed up is one, and ranked by how near they are and how usual. The rules are
data/roman.rules.txt. ui/static/typing.js does the same in the page, by the same lists.
"""

import re
from collections import defaultdict
from functools import cache, lru_cache

from assistant.language.lexicon import SECOND_SPELLING, patterns, rules, spellings, table, usual
from assistant.language.sounds import by_sound

USUAL, LISTED, OFFERED, SECOND = 0.12, 0.3, -0.1, 1.0
"""What counts beside the distance: how usual a word is, that this spelling of it is listed, or only offered, that it is not the house's
spelling."""
ENDED, JOINED, CLOSE = 1.2, 3.9, 0.09
"""What a word counts that is made of a known one and an ending, or of two; and how far, for each letter, its parts may be off."""
NEW, ODD = 0.5, 0.0014
"""What a spelling counts that no list has, and how much it counts that its signs are unlikely."""
FIRST, FIRST_VOWEL, VOWEL = 0.6, 0.8, 0.7
"""What it counts more that the first letter is missing; and that one vowel stands for another that the rules don't name."""
WEIGHTS = (
    "USUAL",
    "LISTED",
    "OFFERED",
    "SECOND",
    "ENDED",
    "JOINED",
    "CLOSE",
    "NEW",
    "ODD",
    "FIRST",
    "FIRST_VOWEL",
    "VOWEL",
)
_SIGNS = "ािीुूृेैोौं"
_CONSONANT = re.compile("[क-ह\u093c]")

_DOUBLE_CH = re.compile("c[cC]")
_LAST_RA = re.compile("(?<=[a-zA-Z]{2}[b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z])ra$")
_DOUBLED = re.compile(r"(.)\1+")
_GLIDE = re.compile("[aA](?:y(?=[iI]$))?([iIuU])")

# --- the rules


def _same(word: str) -> str:
    for pattern, instead in patterns("same"):
        word = pattern.sub(instead, word)
    return word


@cache
def _letters() -> dict[int, str | None]:
    """The fold's rows of single letters, as one table."""
    return str.maketrans({row[0]: row[1] or None for row in rules("letters")})


def _key(same: str) -> str:
    for pattern, instead in patterns("fold"):
        same = pattern.sub(instead, same)
    return _DOUBLED.sub(r"\1", same.translate(_letters()))


@lru_cache(40_000)
def romanised(word: str) -> tuple[str, ...]:
    """How a Hindi word is typed, its unspoken vowels left out; two ways where it has a letter that is typed in two."""
    letters, vowels = table("letter"), table("vowel")
    units: list[list[str]] = []  # consonant, vowel, nasal
    for piece in re.findall("क्ष|ज्ञ|[\u0915-\u0939]\u093c?|.", word):
        if roman := letters.get(piece) or letters.get(piece.rstrip("\u093c")):
            units.append([roman, "a", ""])
        elif piece == "्" and units:
            units[-1][1] = ""
        elif piece in "ंँः" and units:
            units[-1][2] = "h" if piece == "ः" else "N"
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
    parts = [part for unit in units for part in unit]
    if not any("|" in part for part in parts):
        return (_glided("".join(parts)),)
    return tuple(_glided("".join(part.split("|")[-way] for part in parts)) for way in (0, 1))


def _glided(way: str) -> str:
    return _GLIDE.sub(lambda match: "E" if match[1] in "iI" else "O", way)


# --- the words


@cache
def _index() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The words under their keys, and each word's ways to be typed."""
    ways = {word: [*romanised(word), *_otherwise(word)] for word in usual()}
    for spelling, words in (*spellings().items(), *spellings("offered").items()):
        if len(spelling) > 3:
            for word in words:
                ways[word].append(_same(spelling))
    index: dict[str, list[str]] = defaultdict(list)
    for word, all_ways in ways.items():
        for key in dict.fromkeys(_key(form) for way in all_ways for form in _nasals(way)):
            index[key].append(word)
    return index, ways


def _otherwise(word: str) -> list[str]:
    """How else it is typed: बच्चा as bachha, केंद्र as kender."""
    ways = [_DOUBLE_CH.sub("C", _LAST_RA.sub("er", way)) for way in romanised(word)]
    return [way for way in ways if way not in romanised(word)]


def _nasals(way: str) -> tuple[str, ...]:
    """A way with its nasal dots typed n, typed m, or left out."""
    return (way, way.replace("N", "m"), way.replace("N", "")) if "N" in way else (way,)


# --- how far two spellings are from one another


@cache
def _costs() -> tuple[dict[str, float], dict[str, float]]:
    return {row[0] + row[1]: float(row[2]) for row in rules("near")}, {row[0]: float(row[1]) for row in rules("drop")}


def _drops(word: str) -> list[float]:
    """What each letter of a spelling counts where the other spelling hasn't got it."""
    _, drop = _costs()
    counts = []
    for at, letter in enumerate(word):
        count = drop.get(letter, 1.0)
        if at and letter == word[at - 1]:
            count = 0.2
        elif not at:
            count += FIRST_VOWEL if letter in _VOWELS else FIRST
        elif letter in "aA" and at == len(word) - 1:
            count = 0.1 if at > 1 and not {word[at - 1], word[at - 2]} & set(_VOWELS) else 0.5
        counts.append(count)
    return counts


def distance(typed: str, way: str) -> float:
    """How far a typed spelling is from a word's; a vowel more or less, or an h, counts little."""
    near, _ = _costs()
    mine, its = _drops(typed), _drops(way)
    before = [0.0]
    for count in its:
        before.append(before[-1] + count)
    for at, letter in enumerate(typed):
        row = [before[0] + mine[at]]
        for there, other in enumerate(way):
            if letter == other:
                swap = 0.0
            else:
                swap = near.get(letter + other, VOWEL if letter in _VOWELS and other in _VOWELS else 1.0)
            row.append(min(before[there] + swap, before[there + 1] + mine[at], row[there] + its[there]))
        before = row
    return before[-1]


# --- one word

_VOWELS = "aAiIuUeoEO"


@lru_cache(20_000)
def ranked(word: str) -> tuple[tuple[float, float, str], ...]:
    """What a typed word can be: rank, distance, word; the best first. Known words, words made of known ones, and spellings of its sounds."""
    listed = dict.fromkeys(spellings().get(word, ()), LISTED)
    listed |= {hindi: OFFERED for hindi in spellings("offered").get(word, ()) if hindi not in listed}
    found = [(-USUAL * usual()[hindi] - more, 0.0, hindi) for hindi, more in listed.items()]
    found += [one for one in _alike(word) if one[2] not in listed]
    if len(word) > 4 and not any(far <= _reach(word) / 2 for _, far, _ in found):
        found += _made(word)
    known = {hindi for _, _, hindi in found}
    found += [one for one in _sounding(_same(word)) if one[2] not in known]
    return tuple(sorted(found))


def _sounding(same: str) -> list[tuple[float, float, str]]:
    found = []
    for cost, hindi in by_sound(same):
        far = min(distance(same, way) for way in romanised(hindi))
        found.append((NEW + 2 * far + ODD * cost, far, hindi))
    return found


def _alike(word: str) -> list[tuple[float, float, str]]:
    same, (index, ways) = _same(word), _index()
    found = []
    for hindi in index.get(_key(same), ()):
        far = min(distance(same, way) for way in ways[hindi])
        if far <= _reach(word):
            found.append((2 * far - USUAL * usual()[hindi] + SECOND * bool(SECOND_SPELLING.search(hindi)), far, hindi))
    return found


def _made(word: str) -> list[tuple[float, float, str]]:
    """What the word may be where no list has it: a known word with an ending, or two known words in one."""
    found: dict[str, tuple[float, float, str]] = {}
    for cut in range(3, len(word) - 1):
        first = _surely(word[:cut])
        if first is None:
            continue
        ends = []
        if ending := table("ending").get(word[cut:]):
            ends.append((ENDED, 0.0, ending))
        if len(word) - cut > 3 and (second := _surely(word[cut:])):
            ends.append((JOINED + second[0], second[1], second[2]))
        for rank, far, end in ends:
            if whole := _joined(first[2], end):
                made = (first[0] + rank, first[1] + far, whole)
                found[whole] = min(made, found.get(whole, made))
    return sorted(found.values())[:2]


def _joined(first: str, end: str) -> str:
    """The two in one; अ and आ become ा: वृद्ध and अवस्था are वृद्धावस्था. Empty where they don't go together."""
    bare = bool(_CONSONANT.match(first[-1]))
    if end[0] in "अआ" and (bare or first[-1] == "ा"):
        return first.removesuffix("ा") + "ा" + end[1:]
    return "" if "अ" <= end[0] <= "औ" or (end[0] in _SIGNS and not bare) else first + end


@lru_cache(20_000)
def _surely(part: str) -> tuple[float, float, str] | None:
    """The known word that a part of a longer word surely is."""
    near = [one for one in _alike(part) if one[1] <= CLOSE * len(part) and usual()[one[2]] > 2]
    return min(near, default=None)


def _reach(word: str) -> float:
    """How far a known word may be from the typed one to be taken for it."""
    return 0.5 + 0.12 * len(word)
