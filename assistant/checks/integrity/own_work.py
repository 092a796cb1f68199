"""Whether a paper is its writer's own work, and speaks to its reader and to nobody who marks it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from assistant.checks.finding import Case, Spot
from assistant.checks.learnt import also_learnt
from assistant.checks.leftover.instructions import outside
from assistant.checks.phrases import copied, find, has, inside, phrases, quoted, sentence, tokens
from assistant.forms.document import Line
from assistant.language.digits import ascii_digits
from assistant.language.source import Source

_OWN = 10
"""So few words of one's own are no answer."""

_BLANK = {"hi": "यहाँ कुछ लिखा नहीं है", "en": "Nothing is written here"}
_BARE = {"hi": "प्रपत्र का ढाँचा ही है, उसमें बात नहीं है", "en": "Only the frame of the form is here, with no matter in it"}
_TAKEN = {
    "hi": "यह प्रश्न या दिया गया पाठ ही है, अपना लिखा नहीं",
    "en": "This is the task or the text that was given, and hardly a word of your own",
}


def _short(words: int) -> dict[str, str]:
    return {
        "hi": f"अपने कम से कम {_OWN} शब्द चाहिए, यहाँ केवल {words}",
        "en": f"At least {_OWN} words of your own are needed, and this has {words}",
    }


_PASTED = 6
"""A run of so many words that the task has too was taken from it; names of posts and papers are shorter."""


def empty(case: Case) -> Iterator[Spot]:
    """Nothing of the writer's own: blank, no more than a few words, the text given out unchanged, or the task pasted."""
    words = tokens(case.text)
    ends, part = len(case.text), case.form.file.writes
    if not words:
        yield Spot(0, ends, part, values={"why": _BLANK})
        return
    if len(words) < _OWN and not (case.scenario or case.given):
        yield Spot(part=part, values={"why": _short(len(words))})
        return
    if _is_bare(case):
        yield Spot(part=part, values={"why": _BARE})
        return
    if not (case.scenario or case.given):
        return
    injected = _injected(case)
    own = [word for word, start, _ in words if not inside(start, injected)]
    handed_out = Source(case.given).plain
    given = [word for word, _, _ in tokens(handed_out)]
    # A sign that was taken out (**) is a change too, though not a word.
    if given and own == given and (injected or case.text.split() == handed_out.split()):
        yield Spot(0, ends, part, values={"why": _TAKEN})
        return
    if _around(own, given):
        sure = _only_headed(case, len(own) - len(given))
        yield Spot(0, ends, part, values={"why": _TAKEN}, severity=None if sure else "hint")
        return
    if not case.scenario:
        return
    scenario = [word for word, _, _ in tokens(Source(case.scenario).plain)]
    pasted = copied(own, scenario, _PASTED)
    # A reference, a date or an amount is one word of the writer's, however many signs part it.
    starts = [start for _, start, _ in words if not inside(start, injected)]
    if _written(case.text, [at for at, taken in zip(starts, pasted, strict=True) if not taken]) < _OWN:
        yield Spot(0, ends, part, values={"why": _TAKEN if any(pasted) else _short(len(own))})


def _written(text: str, starts: list[int]) -> int:
    """How many words begin at these places, as spaces part them."""
    return sum(not at or any(map(str.isspace, text[before:at])) for before, at in pairwise([0, *starts]))


def _around(own: list[str], given: list[str]) -> bool:
    """Whether a text has all of another in one piece, and hardly a word more."""
    more = len(own) - len(given)
    return bool(given) and 0 < more < _FEW and any(own[at : at + len(given)] == given for at in range(more + 1))


def _only_headed(case: Case, more: int) -> bool:
    """Whether what a text has more is no more than a heading."""
    lines = [line for line in case.document.lines if line.part != case.form.file.writes]
    return sum(len(tokens(case.text, line.start, line.end)) for line in lines) >= more


_FEW = 4


def _is_bare(case: Case) -> bool:
    """Whether the form stands there with next to nothing in it."""
    placed = {line.part for line in case.document.lines}
    said = [
        word
        for part in (case.form.file.writes, "unplaced")
        for line in case.lines(part)
        for word, _, _ in tokens(case.text, line.words, line.end)
    ]
    return len(placed) > 1 and len(set(said)) < _FEW


def _injected(case: Case) -> list[tuple[int, int]]:
    """The sentences that speak to whoever marks the paper."""
    return [sentence(case.text, _line(case, spot.start), spot.start) for spot in _addressed(case)]


_HIDDEN = re.compile(
    "[\U000e0020-\U000e007e]{3,}|[A-Za-z](?<![^\\s].) {1,3}(?:[A-Za-z] {1,3}){8,399}[A-Za-z](?![^\\s])"
)
"""Tag characters spell a text that no screen shows; letters apart from each other one that no list of words knows."""

_ALIKE = str.maketrans("аеорсухіѕјԁһкмтвАЕОРСУХІЅЈКМТВНαοινΑΟΙΝΕΡΤΧ", "aeopcyxisjdhkmtbAEOPCYXISJKMTBHaoivAOINEPTX")
"""Letters of other scripts that look like Latin ones."""
_OTHER_SCRIPT = re.compile("[\u0370-\u052f]")


def _latin(text: str) -> str:
    """The text with Latin letters for those that look like them."""
    return text.translate(_ALIKE) if _OTHER_SCRIPT.search(text) else text


_UNSEEN = re.compile(r"<!-- ?[^\s<>]{1,40}(?: [^\s<>]{1,40}){3,99} ?-->")
"""A sentence in a web page's comment: no screen shows it to whoever signs the paper."""
_NEAR = 90
"""How far apart two words of being marked still speak of one thing."""


def _outside(case: Case, start: int, end: int) -> bool:
    """Whether a sentence stands above or below all parts of a paper."""
    lines = case.document.lines
    return any(outside(case, at) for at in {0, len(lines) - 1} if lines[at].start <= start < lines[at].end)


@also_learnt("integrity.injection", sure=_outside)
def injection(case: Case) -> Iterator[Spot]:
    """Words that speak to whoever marks the paper, or to a model. A paper about such words may quote them."""
    for match in _HIDDEN.finditer(case.document.source.given):
        yield Spot(match.start(), match.end(), typed=True)
    for words in case.hidden:
        text = Source(words).plain
        if _speaks(text) or any(find(_latin(text), phrases("injection"))):
            yield Spot(part=case.form.file.writes)
    told = list(_addressed(case))
    told += [
        Spot(*match.span())
        for match in _UNSEEN.finditer(case.text)
        if not any(spot.start < match.end() and match.start() < spot.end for spot in told)
    ]
    yield from told


def _addressed(case: Case) -> Iterator[Spot]:
    told: list[tuple[int, int]] = []
    text = _latin(case.text)
    for found in find(text, phrases("injection")):
        line = _line(case, found.start)
        if _cited(case, found.end):
            continue
        if not (found.row.get("exam") and _on_examination(case, line)) and not _is_about(
            case, line, found.start, case.text[found.start : found.end]
        ):
            told.append((found.start, found.end))
    for found in find(case.text, phrases("injection", "asked")):
        line = _line(case, found.start)
        start, end = sentence(case.text, line, found.start)
        if (
            not any(first < end and start < last for first, last in told)
            and _speaks(case.text, start, end)
            and not _on_examination(case, line)
            and not _is_about(case, line, found.start, case.text[found.start : found.end])
        ):
            told.append((start, end))
    for start, end, at in _wished(case, text):
        line = _line(case, start)
        if not any(first < end and start < last for first, last in told) and not (
            _on_examination(case, line) or _is_about(case, line, at, case.text[start:end])
        ):
            told.append((start, end))
    for start, end in _pleaded(case, text):
        if not _is_about(case, _line(case, start), start, case.text[start:end]):
            told.append((start, end))
    for start, end in _of_marking(case, text):
        if not any(first < end and start < last for first, last in told):
            told.append((start, end))
    whole: list[tuple[int, int]] = []
    for start, end in sorted(_whole(case.text, _line(case, start), start, end) for start, end in told):
        if whole and start < whole[-1][1]:
            whole[-1] = whole[-1][0], max(end, whole[-1][1])
        else:
            whole.append((start, end))
    yield from (Spot(start, end) for start, end in whole)


_COMMENT = re.compile(
    r"<!--[^\n]{0,600}?-->|<([a-z]{1,20})>[^<>\n]{0,600}</\1>|\([^()\n]{0,600}\)|\[[^\[\]\n]{0,600}\]|\{[^{}\n]{0,600}\}"
)


def _whole(text: str, line: Line, start: int, end: int) -> tuple[int, int]:
    """All that is said to whoever marks: the comment, tag or bracket that such words stand in, else their sentences."""
    for match in _COMMENT.finditer(text, line.start, max(line.end, end)):
        if match.start() <= start and end <= match.end():
            return match.span()
    first, _ = sentence(text, line, start)
    _, last = sentence(text, line, min(end, line.end) - 1)
    return min(start, first), max(end, last)


def _cited(case: Case, end: int) -> bool:
    """Whether a paper's number or day follows: the instructions are those of a letter."""
    return any(fact.kind in ("ref", "date") for fact in case.within(end, end + _NEAR // 2))


def _wished(case: Case, text: str) -> Iterator[tuple[int, int, int]]:
    """Sentences in which something is wished of whoever marks, and where: it is named before the wish or beside it, or the paper speaks of itself."""
    for found in find(text, phrases("injection", "wishes")):
        line = _line(case, found.start)
        start, end = sentence(text, line, found.start)
        lowest = max(line.start, min(start, found.start - _NEAR))
        named = has(text, phrases("injection", "graders"), lowest, end)
        if named or (found.row.get("self") and has(text, phrases("injection", "ours"), start, end)):
            yield start, max(end, found.end), found.start


def _pleaded(case: Case, text: str) -> Iterator[tuple[int, int]]:
    """What no reader of a paper is told, by the notions of a sentence: a machine is called and ordered, rules give way to a verdict."""
    beside: dict[tuple[int, int], set[str]] = defaultdict(set)
    for found in find(text, phrases("injection", "pleas")):
        line = _line(case, found.start)
        start, end = sentence(text, line, found.start)
        notions = beside[start, end]
        notions.add(found.row["notion"])
        alone = found.row.get("alone") and not (found.row.get("exam") and _on_examination(case, line))
        machine = "machine" in notions and len(notions) > 1
        if alone or machine or ("verdict" in notions and notions & {"rules", "unchecked"}):
            yield found.start, found.end


def _of_marking(case: Case, text: str) -> Iterator[tuple[int, int]]:
    """Sentences about being marked, in an exercise whose task speaks of nothing of the kind: two of its notions side by side."""
    wanted = phrases("injection", "marking")
    if not case.scenario or not has(text, wanted) or has(case.scenario, phrases("injection", "examination")):
        return
    task = case.scenario + (f"\n{case.brief.facts}" if case.brief else "")
    known = [found.row for found in find(task, wanted)]
    said = sorted((one for one in find(text, wanted) if one.row not in known), key=lambda one: one.start)
    for one, other in pairwise(said):
        between = text[one.end : other.start]
        if one.row is not other.row and len(between) < _NEAR and not re.search(r"[।॥?!]|\n\s*\n", between):
            start, _ = sentence(case.text, _line(case, one.start), one.start)
            _, end = sentence(case.text, _line(case, other.start), other.start)
            if not _is_about(case, _line(case, one.start), one.start, case.text[one.start : other.end]):
                yield min(start, one.start), max(end, other.end)


def _line(case: Case, at: int) -> Line:
    return case.line(at) or case.document.lines[0]


def _on_examination(case: Case, line: Line) -> bool:
    """Whether marks are what a paper is about. In an exercise its task says so, and no word of the answer."""
    wanted = phrases("injection", "examination")
    return has(case.scenario, wanted) if case.scenario else has(case.text, wanted, line.start, line.end)


def _speaks(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a sentence asks the one who marks for marks or for leniency."""
    asked = list(find(text, phrases("injection", "asked"), start, end))
    return any(found.row.get("own") for found in asked) or (
        bool(asked) and has(text, phrases("injection", "addressed"), start, end)
    )


def _is_about(case: Case, line: Line, at: int, words: str) -> bool:
    """Whether such words are the paper's subject: its task has them or speaks of them, or it quotes them in a paper about security."""
    task = case.scenario + (f"\n{case.brief.facts}" if case.brief else "")
    if words in ascii_digits(task) or has(task, phrases("injection", "about")):
        return True
    cited = inside(at, quoted(case.text, line.start, line.end))
    return cited and not case.scenario and has(case.text, phrases("injection", "about"))


_RUN = 8
_LONG = 15
_SENTENCE = 18
_MUCH = 25
"""One run of eighteen words, or of fifteen and with others of eight twenty-five in all and two fifths of the source: less a note has to cite."""


def copied_source(case: Case) -> Iterator[Spot]:
    """A note that copies the paper under consideration word for word. What stands in quotation marks is cited."""
    source = _source(case)
    if not source:
        return
    words = [
        (word, start, end)
        for line in case.body
        for word, start, end in tokens(case.text, line.words, line.end)
        if not inside(start, quoted(case.text, line.start, line.end))
    ]
    taken = copied([word for word, _, _ in words], source, _RUN)
    at, length = _longest(taken)
    much = sum(taken) >= _MUCH and 5 * sum(taken) >= 2 * min(len(source), len(words))
    if length >= (_LONG if much else _SENTENCE):
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


CHECKS = {
    "integrity.empty": empty,
    "integrity.injection": injection,
    "integrity.copied-source": copied_source,
}
