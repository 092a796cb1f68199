"""Whether a paper is its writer's own work, and speaks to its reader and to nobody who marks it."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case, Spot
from assistant.checks.phrases import LETTER, copied, find, has, phrases, quoted, sentence, sentences, tokens
from assistant.forms.document import Line
from assistant.language.digits import ascii_digits
from assistant.language.source import Source

_OWN = 10
"""So few words of one's own are no answer."""

_PASTED = 6
"""A run of so many words that the task has too was taken from it; names of posts and papers are shorter."""


def empty(case: Case) -> Iterator[Spot]:
    """Nothing of the writer's own: blank, the text given out unchanged, or the task pasted."""
    words = tokens(case.text)
    ends = len(case.text)
    if not words:
        yield Spot(0, ends, case.form.file.writes)
        return
    if not (case.scenario or case.given):
        return
    injected = _injected(case)
    own = [word for word, start, _ in words if not any(first <= start < last for first, last in injected)]
    given = [word for word, _, _ in tokens(Source(case.given).plain)]
    if given and own == given:
        yield Spot(0, ends, case.form.file.writes)
        return
    scenario = [word for word, _, _ in tokens(Source(case.scenario).plain)]
    pasted = copied(own, scenario, _PASTED)
    if scenario and len(own) - sum(pasted) < _OWN:
        yield Spot(0, ends, case.form.file.writes)


def _injected(case: Case) -> list[tuple[int, int]]:
    """The sentences that speak to whoever marks the paper."""
    return [sentence(case.text, line, spot.start) for line in case.document.lines for spot in _addressed(case, line)]


_HIDDEN = re.compile("[\U000e0020-\U000e007e]{3,}")
"""Tag characters spell a text that no screen shows."""


def injection(case: Case) -> Iterator[Spot]:
    """Words that speak to whoever marks the paper, or to a model. A paper about such words may quote them."""
    for match in _HIDDEN.finditer(case.document.source.given):
        yield Spot(match.start(), match.end(), typed=True)
    for line in case.document.lines:
        yield from _addressed(case, line)


def _addressed(case: Case, line: Line) -> Iterator[Spot]:
    for found in find(case.text, phrases("injection"), line.start, line.end):
        if found.row.get("exam") and has(case.text, phrases("injection", "examination"), line.start, line.end):
            continue
        if not _is_about(case, line, found.start, case.text[found.start : found.end]):
            yield Spot(found.start, found.end)


def _is_about(case: Case, line: Line, at: int, words: str) -> bool:
    """Whether such words are the paper's subject: its task has them or speaks of them, or it quotes them in a paper about security."""
    task = case.scenario + (f"\n{case.brief.facts}" if case.brief else "")
    if words in ascii_digits(task) or has(task, phrases("injection", "about")):
        return True
    cited = any(start <= at < end for start, end in quoted(case.text, line.start, line.end))
    return cited and not case.scenario and has(case.text, phrases("injection", "about"))


_RUN = 8
_MUCH = 40
"""Runs of eight words, forty words in all, and two fifths of the source: less than that a note has to cite."""


def copied_source(case: Case) -> Iterator[Spot]:
    """A note that copies the paper under consideration word for word. What stands in quotation marks is cited."""
    source = _source(case)
    if not source:
        return
    words = [
        (word, start, end)
        for line in case.body
        for word, start, end in tokens(case.text, line.words, line.end)
        if not any(first <= start < last for first, last in quoted(case.text, line.start, line.end))
    ]
    taken = copied([word for word, _, _ in words], source, _RUN)
    if sum(taken) < _MUCH or 5 * sum(taken) < 2 * min(len(source), len(words)):
        return
    at, length = _longest(taken)
    yield Spot(words[at][1], words[at + length - 1][2])


def _source(case: Case) -> list[str]:
    """The words of the paper under consideration, as the brief has them."""
    if "puc" not in case.form.fields or "puc" not in case.form.asked or not case.brief:
        return []
    return [word for word, _, _ in tokens(Source(" ".join(case.brief["puc"].text)).plain)] or []


def _longest(taken: list[bool]) -> tuple[int, int]:
    """Where the longest run of words that were taken begins, and how long it is."""
    best, start = (0, 0), None
    for at, is_taken in enumerate([*taken, False]):
        if is_taken and start is None:
            start = at
        elif not is_taken and start is not None:
            best = max(best, (at - start, -start))
            start = None
    return -best[1], best[0]


_LEAST = 25
_VERB = re.compile(
    rf"(?<!{LETTER})(?:है|हैं|हूँ|हूं|था|थे|थी|थीं|हो|होगा|होगी|होंगे|होंगी|चाहिए|चाहिये|जाए|जाये|जाय|जावे|जाएँ|जाएं|जायें|"
    rf"जावें|जाता|जाती|जाते|गया|गये|गए|गयी|गई|गईं|हुआ|हुई|हुए|किया|किये|किए|दिया|लिया|रहा|रही|रहे|"
    r"[\u0904-\u0939][\u0900-\u0963]{0,12}(?:ें|एँ|एं|िए|िये|ूँगा|ूंगा|ेगा|ेगी|ेंगे|एगा|एगी|एंगे|एँगे)|"
    r"is|are|was|were|be|been|am|has|have|had|will|shall|may|can|must|should|would|could|do|does|did|please|kindly|requires?|"
    r"needs?|submit|send|find)"
    rf"(?!{LETTER})",
    re.IGNORECASE,
)


def stuffed(case: Case) -> Iterator[Spot]:
    """Facts and keywords in a row, and no sentences. Items under a sentence that ends in a colon are a list."""
    parts = {line.part for line in case.document.lines}
    lines = case.body
    bare: list[Line] = []
    total = without = 0
    listed = False
    for line in lines:
        words = len(case.text[line.words : line.end].split())
        has_verb = bool(_VERB.search(case.text, line.words, line.end))
        total += words
        if not has_verb and not listed:
            without += words
            bare.append(line)
        elif has_verb:
            verbless = sum(
                len(case.text[start:end].split())
                for start, end in sentences(case.text, line)
                if not _VERB.search(case.text, start, end)
            )
            without += verbless if verbless > _LEAST else 0
        listed = (case.text[line.start : line.end].rstrip().endswith((":", ":-", ":–", "-")) and has_verb) or (
            listed and not has_verb
        )
    mostly = 10 * without > 8 * total if len(parts) > 1 or case.document.given is None else without == total
    if total >= _LEAST and mostly and (bare or lines):
        first, last = (bare[0], bare[-1]) if bare else (lines[0], lines[-1])
        yield Spot(first.words, last.end)


CHECKS = {
    "integrity.empty": empty,
    "integrity.injection": injection,
    "integrity.copied-source": copied_source,
    "integrity.stuffed": stuffed,
}
