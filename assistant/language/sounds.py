"""A Hindi word that no list has, as its typed letters sound. A letter can be written in several ways (t is त or ट, a is अ or आ, and
between two consonants an unspoken vowel may stand): the likeliest spelling is the one most like those of the known words, letter
after letter. static/sounds.js does the same in the page.
"""

import math
from collections import Counter, defaultdict
from functools import cache, lru_cache

from assistant.language.lexicon import SECOND_SPELLING, rules, usual

ORDER, LEARNED, BREADTH, LETTERS = 4, 4, 12, 30
"""How many signs are looked at together; how usual the words are from which it is learned; how many spellings are followed at once; and
how many letters a word has at most."""
_VOWELS = "aAiIuUeoEO"


@cache
def _learned() -> tuple[Counter[str], dict[str, list[int]]]:
    """How often each few signs stand together in the known words; and after each few, how many signs and how many unlike ones."""
    whole = [
        f"^{word}$"
        for word, digit in usual().items()
        if digit >= LEARNED and "-" not in word and not SECOND_SPELLING.search(word)
    ]
    together = Counter(
        word[start : end + 1]
        for word in whole
        for end in range(1, len(word))
        for start in range(max(0, end - ORDER + 1), end + 1)
    )
    after: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for few, often in together.items():
        after[few[:-1]][0] += often
        after[few[:-1]][1] += 1
    return together, after


@lru_cache(100_000)
def _cost(few: str) -> int:
    """How unlikely the last of a few signs is after the others."""
    together, after = _learned()
    likely = 0.0125
    for start in range(len(few) - 1, -1, -1):
        if few[start:-1] not in after:
            break
        signs, unlike = after[few[start:-1]]
        likely = (together[few[start:]] + unlike * likely) / (signs + unlike)
    return math.floor(0.5 - 100 * math.log(likely))


def _and(written: str, cost: int, signs: str) -> tuple[str, int]:
    for sign in signs:
        written += sign
        cost += _cost(written[-ORDER:])
    return written, cost


@cache
def _ways(kind: str) -> dict[str, tuple[tuple[str, int], ...]]:
    """How each letter, or two, or three, can be written, and what a way counts."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for typed, written, cost in rules(kind):
        found[typed].append((written, int(cost)))
    return {typed: tuple(ways) for typed, ways in found.items()}


@lru_cache(20_000)
def by_sound(same: str) -> tuple[tuple[int, str], ...]:
    """The likeliest spellings of a word in the letters of the rules, each with what it counts; the likeliest first."""
    if len(same) > LETTERS:
        return ()
    states: list[dict[tuple[str, bool], int]] = [{} for _ in range(len(same) + 1)]
    states[0]["^", False] = 0  # what is written; whether its last consonant has no vowel yet
    for at in range(len(same)):
        best = sorted((cost, *state) for state, cost in states[at].items())[:BREADTH]
        for size in (1, 2, 3):
            piece, last = same[at : at + size], at + size == len(same)
            if at + size > len(same):
                break
            there = states[at + size]
            joins = not last and same[at + size] not in _VOWELS
            for cost, written, bare in best:
                ways = [(signs, more, True) for signs, more in _ways("spell").get(piece, ())]
                if bare:
                    ways += [("्" + signs, more, True) for signs, more, _ in ways]
                    kind = "last" if last and piece in _ways("last") else "sign"
                    ways += [(signs, more, False) for signs, more in _ways(kind).get(piece, ())]
                else:
                    ways += [(signs, more, False) for signs, more in _ways("begin").get(piece, ())]
                    if written != "^" and (joins or (last and piece == "n")):
                        ways += [(signs, more, False) for signs, more in _ways("nasal").get(piece, ())]
                for signs, more, open_ in ways:
                    now, sum_ = _and(written, cost + more, signs)
                    if sum_ < there.get((now, open_), sum_ + 1):
                        there[now, open_] = sum_
    ends = sorted((cost + _cost((written + "$")[-ORDER:]), written[1:]) for (written, _), cost in states[-1].items())
    found: dict[str, int] = {}
    for cost, written in ends:
        found.setdefault(written, cost)
    return tuple((cost, written) for written, cost in list(found.items())[:5])
