"""Whether a paper is as long as its matter needs, and keeps to it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from operator import itemgetter

from assistant.checks.finding import Case, Spot, once
from assistant.checks.phrases import data, find, has, phrases, sentence, sentences, tokens, vocabulary
from assistant.checks.wording import said

_LONGEST = 47
_JOINS = re.compile(r";(?=\s)|:(?=\s)|\n|\((?<=\s\()(?:[0-9]{1,2}|[ivx]{1,4}|[a-z]|[क-ह])\)\s")


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
            yield Spot(found.start, max(found.end, sentence(case.text, line, found.start)[1]))
    spots = list(_strangers(case))
    yield from spots
    yield from _strange_paragraphs(case, spots)


def _strange_paragraphs(case: Case, told: list[Spot]) -> Iterator[Spot]:
    """A paragraph below the first that wants something, and hardly a word of whose matter stands elsewhere in the paper."""
    if len(case.body) < _FEWEST or case.form.id not in data("craft")["stands_out"]:
        return
    matters = [_matter(case.text, line.words, line.end) for line in case.body]
    known = Counter(root for matter in (*matters, _told(case)) for root in matter)
    frame = _all(
        case,
        "letterhead",
        "addressee",
        "signature",
        "from",
        "chain",
        "copies",
        "cc",
        "subject",
        "title",
        "reference",
        "enclosures",
    )
    for line, matter in list(zip(case.body[1:], matters[1:], strict=True))[-2:]:
        own = matter - frame
        strange = sum(known[root] == 1 for root in own)
        inside = any(line.start <= spot.start < line.end for spot in told)
        joined = _JOINED.search(case.text, line.words, line.end)
        if (
            strange >= _FOREIGN
            and strange == len(matter)
            and not (inside or joined)
            and _wants(case, line.words, line.end)
        ):
            yield Spot(line.words, line.end)


_JOINED = re.compile(
    r"अतः|इसलिए|उक्त|उपर्युक्त|उपरोक्त|इसमें|इससे|उनके|उन्हें|क्यों न|प्रत्येक|(?<![\u0900-\u0963])(?:इस|इन|यह|ये|यदि|शेष) |सूचना पत्र|किसी"
    r"|\b(?:therefore|this|these|those|such|above|said|it|its|they|their|them|each|every|any|if|remaining)\b",
    re.IGNORECASE,
)
"""Words that join a paragraph to the rest."""
_FEWEST, _FOREIGN = 3, 5
"""The paragraphs of a paper in which one can stand out; the words that make it another matter."""


def _strangers(case: Case) -> Iterator[Spot]:
    """Sentences that want something more ("also", "साथ ही") whose matter nothing else in the paper speaks of."""
    told = [place for line in case.body for place in sentences(case.text, line)]
    matters = [_matter(case.text, start, end) for start, end in told]
    frame = _all(case, "letterhead", "addressee", "signature", "from", "chain", "copies", "cc")
    title = _all(case, "subject", "reference", "enclosures", "agenda")
    known = Counter(root for matter in (*matters, title, _told(case)) for root in matter)
    for (start, end), matter in zip(told[1:], matters[1:], strict=True):
        own = matter - frame
        strange = sum(known[root] == 1 for root in own)
        more = has(case.text, phrases("craft", "more"), start, end) and not _YOU_TOO.search(case.text, start, end)
        more = more and not _CAUSE.search(case.text, start, end)
        if more and strange >= _STRANGE and 10 * strange >= 6 * len(own) and _wants(case, start, end):
            yield Spot(_began(case, start, frame | title, known), end)


def _began(case: Case, start: int, frame: frozenset[str], known: Counter[str]) -> int:
    """Where the other matter begins: with the sentence before it in the paragraph, if that one is as strange to the rest."""
    line = case.line(start)
    if not line or line == case.body[0]:
        return start
    before = [place for place in sentences(case.text, line) if place[1] <= start]
    if not before:
        return start
    matter = _matter(case.text, *before[-1])
    strange = sum(known[root] <= 2 for root in matter - frame)
    return before[-1][0] if strange >= _STRANGE and 10 * strange >= 8 * len(matter) else start


_STRANGE = 2
"""So many words that stand nowhere else tell of another matter."""
_YOU_TOO = re.compile(r"(?:आप|हम|मैं|वे|कोई|किसी|कभी|कहीं|कुछ|जो|फिर) भी|you too")
_CAUSE = re.compile(r"क्यों न|सुनवाई|show cause|hearing|breach|contraven", re.IGNORECASE)
"""What every notice to show cause says."""
_PENDING = re.compile(
    r"(?:लंबित|लम्बित|संलग्न|सूचित किया जाता|अवगत कराया जाता|लगेगा|लगेंगे|होगा|होगी|होंगे|जाएगा|जाएगी|जाएँगे|जायेगा|जायेगी|जाना|जानी|जाने)(?: है| हैं)?[।.]"
    r"|(?:सूचित किया जाता|अवगत कराया जाता|लेख है|अवगत हों)(?: है)? ?(?:कि)? "
    r"|\b(?:pending|enclosed|due|should|shall|will)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(r"(?:ें|ए|एं|िए|ये|वें|ाव|गे)(?:[।.:,]|$)")
_SO_THAT = re.compile(", (?:ताकि|जिससे|जिसमें|क्योंकि|अन्यथा|चूँकि|चूंकि) ")
"""Where the clause begins that only says why."""


def _wants(case: Case, start: int, end: int) -> bool:
    """Whether a sentence asks for or proposes something, or tells of what is pending or goes along."""
    if _PENDING.search(case.text, start, end):
        return True
    asks = said(case, "asks", start, end) or said(case, "proposes", start, end)
    so_that = _SO_THAT.search(case.text, start, end)
    ends = so_that.start() + 1 if so_that else end
    return bool(asks or _ORDER.search(case.text, max(start, ends - 4), ends))


@once
def _told(case: Case) -> frozenset[str]:
    """What the writer was told to write about."""
    return _roots(vocabulary(case.told_text))


def _all(case: Case, *parts: str) -> frozenset[str]:
    return _matters(case.text, tuple((line.words, line.end) for line in case.lines(*parts)))


@lru_cache(maxsize=16)
def _matters(text: str, places: tuple[tuple[int, int], ...]) -> frozenset[str]:
    return frozenset().union(*(_matter(text, start, end) for start, end in places))


def _matter(text: str, start: int, end: int) -> frozenset[str]:
    """The roots of the words that tell what a sentence is about."""
    return _roots(map(itemgetter(0), tokens(text, start, end)))


def _roots(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_tells, words)) - {""}


@lru_cache(20_000)
def _tells(word: str) -> str:
    """The root of a word that tells of a matter; "" of a small word and of one that any paper has."""
    whole, beginnings = _office()
    root = _root(word) if len(word) > 2 and not word[0].isdigit() else ""
    return root if len(root) > 1 and root not in whole and not root.startswith(beginnings) else ""


_ENDINGS = re.compile("(?:[\u093e-\u094c\u0902]{1,4}|यों|ियों|ओं|एं|s|es|ing|ed)$")


_LONG_ROOT = (5, 6)
"""How much of a word is its root at most: of a Hindi, of an English one."""


def _root(word: str) -> str:
    """The beginning of a word, without the ending that its use gives it."""
    bare = _ENDINGS.sub("", word)
    return (bare if len(bare) > 1 else word)[: _LONG_ROOT[word.isascii()]]


@cache
def _office() -> tuple[frozenset[str], tuple[str, ...]]:
    """Words of any paper: their roots, and the beginnings by which the longer of them are known."""
    rows = (*data("craft")["office"], *data("leftover")["open"])
    words = {word.replace("\u0901", "\u0902") for row in rows for word in (*row.get("hi", ()), *row.get("en", ()))}
    return frozenset(map(_root, words)), tuple(sorted(word for word in words if len(word) > _SHORT))


_SHORT = 4


CHECKS = {
    "craft.long-sentence": long_sentence,
    "craft.long": long,
    "craft.short": short,
    "craft.several-matters": several_matters,
}
