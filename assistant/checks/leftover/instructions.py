"""Whether a paper still has words that told its writer, or a model, what to write."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case, Spot, once
from assistant.checks.learnt import also_learnt
from assistant.checks.leftover.placeholder import STYLE, waits
from assistant.checks.phrases import (
    Said,
    copied,
    data,
    find,
    has,
    inside,
    phrases,
    quoted,
    sentence,
    tokens,
)
from assistant.forms.document import Line
from assistant.language.digits import ascii_digits


@once
def instructions(case: Case) -> list[Spot]:
    """Words that told a model or a trainee what to write."""
    return list(_instructions(case))


def _instructions(case: Case) -> Iterator[Spot]:
    asked = _ordered(case.scenario)
    for at, line in enumerate(case.document.lines):
        if outside(case, at) and orders(case.text[line.start : line.end]):
            yield Spot(line.start, line.end)
            continue
        if line.part == "enclosures":  # a draft that goes along is named there
            continue
        for found in find(case.text, phrases("leftover", "instructions"), line.start, line.end):
            if not inside(found.start, quoted(case.text, line.start, line.end)):
                start, end = sentence(case.text, line, found.start)
                if has(case.text, phrases("leftover", "others"), start, end) or (
                    found.row.get("style") and has(case.text, phrases("leftover", "to_offices"), start, end)
                ):
                    continue
                if found.row.get("paper") and not _is_own(case, found):
                    continue
                if found.row.get("bare") and _COURTEOUS.search(case.text, start, end):
                    continue
                unsure = any(found.row.get(kind) for kind in ("paper", "style", "unsure", "bare"))
                yield Spot(min(start, found.start), max(end, found.end), severity="hint" if unsure else None)
        for match in _BRACKETED.finditer(case.text, line.words, line.end):
            if STYLE.search(match[1]) and orders(match[1]):
                in_words = "शब्द" in match[1] or "word" in match[1].lower()  # an amount may be asked for in words
                yield Spot(*match.span(), severity="hint" if in_words else None)
        if asked:
            yield from _from_scenario(case, line, asked)


_BRACKETED = re.compile(r"[(\[]([^()\[\]\n]{10,160})[)\]]")


def _ordered(scenario: str) -> list[list[str]]:
    """The sentences of a scenario that tell the trainee what to do, as words."""
    text = ascii_digits(scenario)
    told = []
    for piece in re.split(r"(?<=[।?!\n])|(?<=[a-z)]\.)\s", text):
        if has(piece, phrases("leftover", "orders")):
            words = [word for word, _, _ in tokens(piece)]
            if len(words) >= _RUN_OF_ORDER:
                told.append(words)
    return told


_RUN_OF_ORDER = 5


def _from_scenario(case: Case, line: Line, asked: list[list[str]]) -> Iterator[Spot]:
    """Runs of words that a telling sentence of the scenario has too, the telling word among them."""
    words = tokens(case.text, line.words, line.end)
    for sentence_ in asked:
        taken = copied([word for word, _, _ in words], sentence_, _RUN_OF_ORDER)
        start = None
        for at, is_taken in enumerate([*taken, False]):
            if is_taken and start is None:
                start = at
            elif not is_taken and start is not None:
                first, last = words[start][1], words[at - 1][2]
                if has(case.text, phrases("leftover", "orders"), first, last):
                    yield Spot(first, last)
                start = None


# --- an order about how to write


def _is_own(case: Case, found: Said) -> bool:
    """Whether a paper that is named is of this paper's own form, and not another that somebody is asked for."""
    own = data("leftover")["own"].get(case.form.id.replace("_", "-"), ())
    return any(name in case.text[found.start : found.end].lower() for name in own)


def outside(case: Case, at: int) -> bool:
    """Whether a line is a whole sentence above or below all parts of a paper."""
    lines = case.document.lines
    line = lines[at]
    if line.part != "unplaced" or at not in (0, len(lines) - 1) or len({one.part for one in lines}) < _PARTS:
        return False
    words = case.text[line.start : line.end].rstrip('"”’) ')
    ends = words[-1:] in "।.?!:" and len(words.split()) >= _FEW
    return ends and (bool(_MYSELF.search(words)) or not _COURTEOUS.search(words))


_PARTS, _FEW = 4, 4
"""A text of fewer parts is no whole paper, and any line of it may be its text."""
_COURTEOUS = re.compile(
    r"कृपया|\b(?:please|kindly|copy|enclosed?|encl|forwarded|note that)\b|हस्ताक्षर|प्रतिलिपि|संलग्न", re.IGNORECASE
)
"""What an office itself says below its signature; and never in the first person."""
_MYSELF = re.compile(r"\b(?:I|my)\b|(?<![\u0900-\u0963])(?:मैं|मैंने|मेरी|मेरे)(?![\u0900-\u0963])")
_ORDER_HI = re.compile(
    r"(?:िए|िये|इए|इये|ें|ाएँ|ाएं|ो|ना है|नी है|ने हैं|न आए|न आएँ|न हो|न हों|हो|हों|होना चाहिए|होनी चाहिए|होने चाहिए)(?: और [^।]{3,60})?[।.!]?$"
    r"|^(?:ध्यान (?:रहे|रखें|दें)|याद रखें|केवल|सिर्फ)|(?:िए|िये|इए|इये|रखें|लिखें|दें|लें) (?:जो|कि|ताकि)"
)
_ORDER_EN = re.compile(
    r"^(?:(?:please|kindly) )?(?:write|draft|mention|examine|quote|turn|convert|fill|check|bring|attempt|present|state|"
    r"limit|keep|use|include|add|avoid|make|state|ask|cover|end|begin|start|close|address|quote|cite|give|number|explain|describe|"
    r"propose|request|refer|follow|ensure|remember|imagine|assume|act|answer|reply|rewrite|shorten|expand|correct|translate|prepare|compose|focus|stick|"
    r"record|weigh|compare|discuss|insert|leave|invent|fabricate|suppose|name|frame|read|study|remain|refrain|do|don't|never|only|highlight|summari[sz]e|respond|return|output|put|set|be|say|tell|show|list|stay|try|think|always|copy)\b"
    r"|^(?:you are|you have|you must|you should|your (?:answer|letter|note|reply|task|report)|the (?:letter|note|reply|answer|e-?mail|draft|report)"
    r" (?:should|must|has to|is to))\b",
    re.IGNORECASE,
)


_NOTE = re.compile(r"(?:टीप|नोट|विशेष|Note|N\.?B)\.? ?[:ः–-]", re.IGNORECASE)
"""What an office notes below its own paper, and tells others to do."""


_OF_A_PAPER = re.compile(
    r"\b(?:letter|note|report|proposal|paragraphs?|draft|reply|answer|options?|words|tone|subject line|language|sentences?)"
    r"\b[^.]{0,60}\b(?:should|must|has to|have to)\b"
    r"|\b(?:options?|paragraphs?|words|facts?|figures?) (?:should|must)\b"
    r"|(?:पत्र|टीप|प्रतिवेदन|उत्तर|आदेश|परिपत्र|ई-मेल) में [^।]{3,60}? (?:हों|हो|रहें|रहे) ?[:।]",
    re.IGNORECASE,
)
_ASKS_BACK = re.compile(
    r"(?:बताइए|बताएँ|बताएं|बता दें|कहिए)[।.!]?$|(?:क्या|और) (?:बदलूँ|बदलूं|जोड़ूँ|जोड़ूं|हटाऊँ|सुधारूँ|करूँ|लिखूँ)(?![\u0900-\u0963])|\b(?:tell me|let me know|ask me)\b",
    re.IGNORECASE,
)
"""It wants to be told what else to change: an assistant speaks."""


def orders(words: str) -> bool:
    """Whether a sentence tells somebody what to write."""
    chats = any(not found.row.get("made") for found in find(words, phrases("leftover", "chatter")))
    told = _NOTE.match(words) or _ASKS_BACK.search(words) or chats
    return not told and bool(_OF_A_PAPER.search(words) or _ORDER_EN.search(words) or _ORDER_HI.search(words))


def _aside(case: Case, start: int, end: int) -> bool:
    """Whether a sentence stands in brackets, as what a writer is told among what he is to write; one of a blank stands for its fact."""
    words = case.text[start : end + 1].rstrip("।. \n")
    return words[0] in "([" and words[-1] in ")]" and not waits(words[1:-1])


CHECKS = {"leftover.instructions": also_learnt("leftover.instructions", sure=_aside)(instructions)}
