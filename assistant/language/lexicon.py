"""The words that typed Latin letters can mean, how usual each is, how people spell them, and the rules by which they are read: data/lexicon.hi.txt,
data/roman.txt, data/roman.short.txt and data/roman.rules.txt. The page works by the same files.
"""

import re
from collections import defaultdict
from functools import cache

from assistant.language.words import lines, rows

SECOND_SPELLING = re.compile("[ङञणनम]्(?=[कखगघचछजझटठडढतथदधपफबभ])|(?<=..)(?:ये|यी|यें)$")
"""Accepted, but not the spelling that the office writes: सम्बन्ध, गये."""


@cache
def rules(kind: str) -> tuple[tuple[str, ...], ...]:
    """The rows of one kind."""
    return tuple((*row[1:], "", "")[:3] for row in rows("roman.rules.txt") if row[0] == kind)


@cache
def patterns(kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rows of one kind whose first column is a pattern."""
    return tuple((re.compile(row[0]), row[1]) for row in rules(kind))


@cache
def table(kind: str) -> dict[str, str]:
    """The rows of one kind, what stands in their first column and in their second."""
    return {row[0]: row[1] for row in rules(kind)}


@cache
def usual() -> dict[str, int]:
    """Each known word with how usual it is, from 9 to 1."""
    return {word: int(digit) for word, digit in (line.split() for line in lines("lexicon.hi.txt"))}


@cache
def shorts(mark: str = "") -> dict[str, str]:
    """Each short form as it is typed, with its dots, and as it is written; with `figure` those that are this only before a figure."""
    listed = [row for row in rows("roman.short.txt") if list(row[2:]) == [mark] * bool(mark)]
    return {typed: word for word, each, *_ in listed for typed in each.split()}


@cache
def spellings(mark: str = "") -> dict[str, tuple[str, ...]]:
    """Each listed spelling with its words; with `offered` those that may be meant, though the letters are English or another word's."""
    found: dict[str, list[str]] = defaultdict(list)
    for word, listed, *marks in rows("roman.txt"):
        if marks == [mark] * bool(mark):
            for spelling in listed.split():
                found[spelling].append(word)
    return {spelling: tuple(words) for spelling, words in found.items()}
