"""Whether a paper is as long as its matter needs, and keeps to it."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case, Spot
from assistant.checks.phrases import data, find, phrases, sentences, tokens

_LONGEST = 47
_JOINS = re.compile(r"[;:](?=\s)|\n|\((?:[0-9]{1,2}|[ivx]{1,4}|[a-z]|[क-ह])\)\s")


def long_sentence(case: Case) -> Iterator[Spot]:
    """A sentence of over about 45 words. What stands between semicolons, or as items, is taken piece by piece."""
    for line in case.body:
        for start, end in sentences(case.text, line):
            at = start
            for stop in [*(match.end() for match in _JOINS.finditer(case.text, start, end)), end]:
                if len(case.text[at:stop].split()) > _LONGEST:
                    yield Spot(start, end, values={"words": str(len(case.text[start:end].split()))})
                    break
                at = stop


def long(case: Case) -> Iterator[Spot]:
    """Over twice the most words that are asked for; what stands after them is pointed at."""
    _, most = case.length or case.form.file.length.words
    words = tokens(case.text)
    if len(words) > 2 * most:
        yield Spot(words[2 * most][1], words[-1][2], case.form.file.writes, values=_counted(words, most))


def short(case: Case) -> Iterator[Spot]:
    """Under a third of the fewest words that are asked for."""
    least, _ = case.length or case.form.file.length.words
    words = tokens(case.text)
    if words and 3 * len(words) < least:
        yield Spot(part=case.form.file.writes, values=_counted(words, least))


def _counted(words: list[tuple[str, int, int]], asked: int) -> dict[str, str]:
    return {"words": str(len(words)), "asked": str(asked)}


_REGARDING = re.compile(
    r"(?:के (?:संबंध|सम्बन्ध|विषय) में|बाबत्?|विषयक)(?![\u0900-\u0963])\s?,?\s(?:तथा|एवं|और|साथ ही|"
    r"व)\s.{3,120}?(?:के (?:संबंध|सम्बन्ध|विषय) में|बाबत्?|विषयक)(?![\u0900-\u0963])|"
    r"\bregarding\b.{3,120}?\band (?:also )?(?:regarding|about)\b",
    re.IGNORECASE,
)


def several_matters(case: Case) -> Iterator[Spot]:
    """Two matters that have nothing to do with each other in one letter or note."""
    if case.form.id not in data("craft")["one_matter"]:
        return
    for line in case.lines("subject"):
        if match := _REGARDING.search(case.text, line.words, line.end):
            yield Spot(match.start(), match.end())
    for line in case.body:
        for found in find(case.text, phrases("craft", "matters"), line.words, line.end):
            yield Spot(found.start, found.end)


CHECKS = {
    "craft.long-sentence": long_sentence,
    "craft.long": long,
    "craft.short": short,
    "craft.several-matters": several_matters,
}
