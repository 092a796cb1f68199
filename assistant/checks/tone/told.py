"""What a clause tells of somebody by its grammar alone: a grave word and its doer, an act, "he and nobody else". Hints all."""

import re
from collections.abc import Iterator
from functools import cache

from assistant.checks.finding import Case
from assistant.checks.phrases import Said, data, find, inside, phrases, quoted, sentence
from assistant.checks.tone.taunts import READER
from assistant.checks.tone.voice import among
from assistant.forms.document import Line

_LETTERS = r"[\w\u0900-\u0963]"


@cache
def _any(key: str) -> re.Pattern[str]:
    """Any of the pieces of a list of `data/told.yaml`."""
    pieces = [one for words in data("told")[key].values() for one in words]
    said = "|".join(re.sub(r"(?<=[\w)\u0900-\u0963])(?<!\\S)\*", lambda _: f"{_LETTERS}*", one) for one in pieces)
    return re.compile(rf"(?<!{_LETTERS})(?:{said})(?!{_LETTERS})", re.IGNORECASE)


_STOP = re.compile(r"[,;:()—–।]|\.(?=\s|$)|\s-\s")
_SURE = re.compile(
    r"(?:स्पष्ट|सिद्ध|साबित|प्रमाणित|तय|निश्चित|निर्विवाद|सच|सत्य|जाहिर|मानना (?:होगा|पड़ेगा|पड़ता)|कहा जा सकता|विश्वास (?:हो|है)\S*)(?: \S+){0,2} कि ?$|"
    r"\b(?:clear|certain|clearly|plain|obvious|evident|prove[sd]?|proven|shows?|safely be said|no doubt|undeniable|known)(?: \w+)? that\b",
    re.IGNORECASE,
)
_GOVERNS = re.compile(r"(?<![\u0900-\u0963])कि(?![\u0900-\u0963])|\bthat\b|:", re.IGNORECASE)
_NO_HEDGE = re.compile(
    r"शिकायतकर्ता ?(?:से|को|के साथ|की|का)(?![\u0900-\u0963])|claim(?:ed|s) (?:[0-9]|one|two|three|four|five|six|seven|eight|nine|ten|many|the li)|"
    r"(?:the )?accused(?![a-z])|आरोपी|आरोपित",
    re.IGNORECASE,
)
"""It was done to the complainant; an accident claimed six lives; that somebody is called the accused, where it then says what he did."""
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|get|got|not|never|the|an?|of|these|those|any|some|all|for|with|in|against|or|on|[0-9]+|"
    r"(?:was|were|been) \w+ly) $",
    re.IGNORECASE,
)
_BY = re.compile(r"[^,;.]{0,50}?\bby (?:you|him|her|them|the|an?|his|its|their|Shri|Smt|Dr|[A-Z])")
_DONE_SO = re.compile(r"(?:[ाीे]|ीं|[एई]|ईं) ?(?:है|हैं|था|थी|थे|थीं)?\s*$")
"""How a Hindi statement of what was done ends."""
_HELD = re.compile(
    r"(?:ने वाल[ाेी] (?!का|के|की|को|में|से)\S+|\S{3,}(?:ता|ते|ती) (?:है|हैं|था|थे|थी|रहा|रहे|रही)(?=\s*(?:[,;।]|$)))"
)
"""What somebody is called, or does always."""


def told(case: Case, line: Line) -> Iterator[tuple[int, int]]:
    apart = quoted(case.text, line.start, line.end)
    for found in find(case.text, phrases("tone", "blaming"), line.words, line.end):
        start, end = piece(case, line, found.start)
        aside = inside(found.start, apart)
        if not aside and _of_somebody(case, line, found, start, end) and not _open(case, line, start, end):
            yield found.start, found.end
    for found in find(case.text, phrases("tone", "nobody_else"), line.words, line.end):
        start, end = piece(case, line, found.start)
        if not _any("witness").search(case.text, start, end) and not left_open(case, line, start, end):
            yield found.start, found.end
    yield from _acted(case, line)
    if among(case, "showing_cause", "showing_cause_names"):
        for match in _any("done").finditer(case.text, line.words, line.end):
            start, end = piece(case, line, match.start())
            end = max(end, match.end())
            if not _any("fair").search(case.text, start, end) and not _open(case, line, start, end):
                yield match.start(), end


def _acted(case: Case, line: Line) -> Iterator[tuple[int, int]]:
    """What one of those whom papers accuse is told to have done, and what somebody is called who is only now held, asked or heard."""
    for found in find(case.text, phrases("told", "people"), line.words, line.end):
        start, end = piece(case, line, found.start)
        if case.text[found.start] > "\u0900":
            acts = _DONE_SO.search(case.text, start, end) and not _any("benign").search(case.text, start, end)
        else:
            act = _any("acts").match(case.text, found.end + 1, end)
            acts = (
                act
                and not _any("benign").match(case.text, act.start(1))
                and not _any("benign").match(case.text, found.start)
            )
        if acts and not _open(case, line, start, end):
            yield found.start, end
    for match in _HELD.finditer(case.text, line.words, line.end):
        start, end = piece(case, line, match.start())
        if (
            _any("process").search(case.text, *sentence(case.text, line, match.start()))
            and not _any("benign").search(case.text, start, end)
            and not _open(case, line, start, end)
        ):
            yield match.span()


def piece(case: Case, line: Line, at: int) -> tuple[int, int]:
    """The statement of its sentence that a place stands in."""
    start, end = sentence(case.text, line, at)
    for stop in (*_STOP.finditer(case.text, start, end), *_any("cuts").finditer(case.text, start, end)):
        if stop.start() >= at:
            end = min(end, stop.start())
        elif stop.end() <= at:
            start = max(start, stop.end())
    return start, end


def _of_somebody(case: Case, line: Line, found: Said, start: int, end: int) -> bool:
    """Whether a grave word is told of somebody: in Hindi by a doer in the statement; in English of the reader, or in the active voice."""
    if case.text[found.start] > "\u0900":
        after = found.end + (case.text[found.end : found.end + 1] == " ")
        return (
            bool(_any("doer").search(case.text, start, end))
            and not _any("official").search(case.text, start, end)
            and not _any("case").match(case.text, after, end)
        )
    if re.search(READER, case.text[slice(*sentence(case.text, line, start))], re.IGNORECASE):
        return True
    before = case.text[start : found.start].rpartition(" who ")[2]
    if _any("official").search(before):
        return False
    if found.row.get("verb") and (_PASSIVE.search(before) or not before.strip()):
        return bool(_BY.match(case.text, found.end, end))
    return bool(found.row.get("verb") or found.row.get("said"))


def _open(case: Case, line: Line, start: int, end: int) -> bool:
    return bool(_any("undone").search(case.text, start, end)) or left_open(case, line, start, end)


def left_open(case: Case, line: Line, start: int, end: int) -> bool:
    """Whether a hedge stands in the statement, or before it and for it, or a finding in the sentence."""
    begins, ends = sentence(case.text, line, start if start < end else end - 1)
    if _any("whose").search(case.text, begins, ends) or found_by(case, begins, end):
        return True
    sure = bool(_SURE.search(case.text[begins:start]) or _SURE.search(case.text, start, end))
    for hedge in find(case.text, phrases("tone", "hedges"), begins, end):
        if _NO_HEDGE.match(case.text, hedge.start):
            continue
        words = case.text[hedge.start : hedge.end]
        if hedge.start >= start and not (sure and words.endswith(("that", "said", "कहा"))):
            return True
        if _any("governing").match(words) or (not sure and _GOVERNS.search(case.text, hedge.end, end)):
            return True
    return False


def by_police(case: Case, line: Line, at: int) -> bool:
    """Whether those who look into it do it: पुलिस ने चोरी की मोटरसाइकिलें बरामद की हैं."""
    return bool(_any("official").search(case.text, piece(case, line, at)[0], at))


def found_by(case: Case, start: int, end: int) -> bool:
    """Whether it is a court's or an inquiry's finding; one that was to be misled or kept away has found nothing."""
    return any(
        not _EVADED.search(case.text[start : one.start]) and not _MISLED.match(case.text, one.end, end)
        for one in find(case.text, phrases("tone", "bodies"), start, end)
    )


_EVADED = re.compile(
    r"\b(?:avoid|evade|escape|dodge|mislead|deceive|defeat|fear of|hid\w* (?:\w+ ){0,3}from|before)(?:ing)? (?:the |an? )?(?:\w+ )?$",
    re.IGNORECASE,
)
_MISLED = re.compile(r" ?(?:से (?:बच|छिप|छुप|डर)|को (?:गुमराह|धोखा|भ्रमित|झाँसा)|के (?:डर|भय)|की (?:आँख|आंख|नज़र|नजर))")
