"""A name of the brief in whose place the paper has another: the same words stand before and after it."""

from collections.abc import Iterator

from assistant.checks.finding import Case
from assistant.checks.given import HEAD, WORD, Given, is_hindi, told_words
from assistant.checks.likeness import distance, spelled
from assistant.facts import Fact, Found
from assistant.language.english import is_word
from assistant.language.numbers import one_spelling
from assistant.language.spelling import is_loan, is_ordinary

_BESIDE = 3
"""So many words in a row beside it are the same; before and after it, taken together."""
_SURE = 5
"""As many where the paper has the right name somewhere else."""
_LONGEST_TEXT = 4000

_Word = tuple[str, str, int, int]
"""A word as it is compared, as it is written, and its place."""


def swapped(case: Case) -> Iterator[tuple[Given, Found]]:
    """What the brief names, and the name that the paper has instead."""
    have = {word for word, _, _ in spelled(case)}
    told = told_words(case)
    said = [(word, case.text[start:end], start, end) for word, start, end in spelled(case)]
    strange = [
        n for n, word in enumerate(said) if word[0] not in told and _is_name(word[1]) and not _is_cut(case, word)
    ]
    for name, text in case.told if strange else ():
        field, _, part = name.rpartition(".")
        field = (field or part).partition(".")[0]
        if not field or field in HEAD or is_hindi(text) != (case.language == "hi") or len(text) > _LONGEST_TEXT:
            continue
        given = _words(text)
        for at, word in enumerate(given):
            least = _SURE if word[0] in have else _BESIDE
            for n in strange if _is_name(word[1]) else ():
                if _alike(given, at, said, n) >= least and distance(word[0], said[n][0], 2) > 2:
                    fact = Fact(name, "place", word[1], word[1])
                    yield Given(fact, True, field), Found("place", said[n][1], *said[n][2:])


def _words(text: str) -> list[_Word]:
    return [(one_spelling(match[0]), match[0], *match.span()) for match in WORD.finditer(text)]


def _is_cut(case: Case, word: _Word) -> bool:
    """Whether a Hindi word is only the beginning of one: कि.ग्रा. for किलोग्राम."""
    return is_hindi(word[1]) and case.text[word[3] : word[3] + 1] == "."


def _is_name(word: str) -> bool:
    """Whether a word is no word of the language."""
    if is_hindi(word):
        return len(word) > 2 and not is_ordinary(word) and not is_loan(word)
    return len(word) > 2 and word[0].isupper() and not word.isupper() and not is_word(word.lower())


def _alike(given: list[_Word], at: int, said: list[_Word], n: int) -> int:
    """How many words in a row are the same before and after two places."""
    same = 0
    for step in (-1, 1):
        one, other = at + step, n + step
        while 0 <= one < len(given) and 0 <= other < len(said) and given[one][0] == said[other][0] and same < _SURE:
            same, one, other = same + 1, one + step, other + step
    return same
