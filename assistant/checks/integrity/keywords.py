"""Whether facts and keywords stand in a row where sentences should."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case, Spot
from assistant.checks.language.script import legacy_font
from assistant.checks.phrases import LETTER, sentences, tokens
from assistant.forms.document import Line

_LEAST, _ENOUGH = 8, 25
_VERB = re.compile(
    rf"(?<!{LETTER})(?!(?:में|हमें|इन्हें|उन्हें|जिन्हें|लिए|इसलिए)(?!{LETTER}))(?:है|हैं|हूँ|हूं|था|थे|थी|थीं|हो|होगा|होगी|होंगे|होंगी|चाहिए|चाहिये|जाए|जाये|जाय|जावे|जाएँ|जाएं|जायें|"
    rf"जावें|जाता|जाती|जाते|गया|गये|गए|गयी|गई|गईं|हुआ|हुई|हुए|किया|किये|किए|दिया|लिया|रहा|रही|रहे|प्रेषित|अग्रेषित|अग्रसारित|संप्रेषित|सम्प्रेषित|"
    r"[\u0904-\u0939][\u0900-\u0963]{0,12}(?:ें|एँ|एं|िए|िये|ूँगा|ूंगा|ेगा|ेगी|ेंगे|एगा|एगी|एंगे|एँगे)|"
    r"is|are|was|were|be|been|(?<![0-9] )am|has|have|had|will|shall|(?<![0-9] )(?<![0-9](?:st|nd|rd|th) )may(?!,? [0-9])|can|must|should|"
    r"would|could|do|does|did|please|kindly|requires?|needs?|submit|send|find|forwarded|submitted|hereby|"
    r"(?:government|undersigned|governor|president|authority|board|commission|committee|office|order|officer|notification) [a-z]{3,14}(?:s|ed)|"
    r"hai|hain|hoon|tha|thi|hoga|hogi|honge|chahiye|kar(?:o|na|ke|ein|en|te|ta|ti|iye)|likh(?:o|na|ein|en|iye|do)|bhej(?:o|na|ein|en|iye)|"
    r"ban(?:ao|ana|aiye)|rakh(?:o|na|ein|iye)|bata(?:o|na|iye)|dena|dijiye|kijiye|lena|gaya|gayi|kiya|jaye|jaaye|raha|rahe|rahi)"
    rf"(?!{LETTER})",
    re.IGNORECASE,
)
_PRICE = re.compile(r"(?:रु|रू|रुपये|₹|Rs)\.? ?[0-9]")
"""Sums of money under a heading are a bill, and no keywords."""


_USUAL = frozenset(
    "है हैं हूं था थे थी थीं हो होगा होगी होंगे चाहिए चाहिये जाए जाये जाय जाएं जावे जाता जाती गया गये गए गई हुआ हुई हुए किया किये किए दिया लिया रहा रही रहे "
    "is are was were be been has have had will shall can must should would could do does did please kindly".split()
)
"""The verbs of most sentences: where one of them stands, nothing has to be searched for."""


def _has_verb(case: Case, start: int, end: int) -> bool:
    usual = any(word in _USUAL for word, _, _ in tokens(case.text, start, end))
    return usual or any(not _NOUNS.search(verb[0]) for verb in _VERB.finditer(case.text, start, end))


def _in_row(case: Case, line: Line) -> bool:
    """Whether a line is a row of keywords: many short pieces, and no verb but one that stands among them and makes no sentence."""
    pieces = _pieces(case, line)
    lengths = [len(piece.split()) for piece in pieces]
    if len(pieces) < _SEVERAL or 10 * sum(lengths) > 38 * len(pieces):
        return False
    if 2 * sum(bool(_PRICE.search(piece)) for piece in pieces) > len(pieces):
        return False  # a bill
    spoken = [length for piece, length in zip(pieces, lengths, strict=True) if _says(piece)]
    return max(spoken, default=0) < _A_CLAUSE and _SEVERAL * len(spoken) <= len(pieces)


def _pieces(case: Case, line: Line) -> list[str]:
    return [piece for piece in _PIECE.split(case.text[line.words : line.end]) if piece.strip()]


def _is_heap(case: Case, line: Line) -> bool:
    """Whether a row is no list: a dozen pieces of all kinds, some with a figure and some without."""
    pieces = _pieces(case, line)
    figures = sum(any(map(str.isdigit, piece)) for piece in pieces)
    return len(pieces) > _DOZEN and 10 * figures >= len(pieces) and 10 * figures <= 8 * len(pieces)


_DOZEN = 12


def _says(piece: str) -> bool:
    verb = _VERB.search(piece)
    return verb is not None and not _NOUNS.search(verb[0])  # छात्राएँ, महिलाएं


_PIECE = re.compile(r",(?![0-9])|[;|•→⇒►\n।]|[0-9]\. | [/:–-] |\. (?=[A-Z])|“[^”\n]{1,200}”|\"[^\"\n]{1,200}\"")
_NOUNS = re.compile("[\u0904-\u0939]\u094d?[\u0900-\u0963]{2,12}(?<!व)(?:ाएँ|ाएं)$")
_SEVERAL, _A_CLAUSE = 7, 5
"""So many words between two commas may be a sentence."""


def _heap(case: Case) -> list[Line]:
    """All lines of a paper in which nothing was told apart but rows: short pieces, three or fewer words each, or
    figures in every third, or the same words again and again."""
    lines = [line for line in case.document.lines if line.words < line.end]
    words = sum(len(case.text[line.words : line.end].split()) for line in lines)
    rows = 3 * sum(len(_pieces(case, line)) for line in lines) > words or 3 * _figures(case, lines) > words
    return lines if rows or (words >= _LEAST and _repeats(case, lines, 2)) else []


def stuffed(case: Case) -> Iterator[Spot]:
    """Facts and keywords in a row, and no sentences. Items under a sentence that ends in a colon are a list."""
    parts, source = {line.part for line in case.document.lines}, case.document.source
    lines = case.body or case.lines("subject") or _heap(case)
    # An old font's code is a fault of its own, and nobody can tell the verbs in it.
    coded = [(source.where(spot.start), source.where(spot.end)) for spot in legacy_font(case)]
    bare: list[Line] = []
    total = without = items = 0
    listed = spoken = bill = heap = False
    for line in lines:
        words = len(case.text[line.words : line.end].split())
        has_verb = not _in_row(case, line) and _has_verb(case, line.words, line.end)
        total += words
        if any(start < line.end and line.words < end for start, end in coded):
            spoken = True
            continue
        spoken = spoken or has_verb
        bill = bill and bool(_PRICE.search(case.text, line.words, line.end))
        heaped = not has_verb and _is_heap(case, line)
        heap = heap or heaped
        table = case.text.startswith("।", line.start)  # a bar, as it is read
        if not has_verb and not table and (heaped or not (listed or bill)):
            without += words
            items += len(_pieces(case, line))
            bare.append(line)
        elif has_verb:
            verbless = sum(
                len(case.text[start:end].split())
                for start, end in sentences(case.text, line)
                if not _has_verb(case, start, end)
            )
            without += verbless if verbless > _ENOUGH else 0
        listed = (case.text[line.start : line.end].rstrip().endswith((":", ":-", ":–", "-")) and has_verb) or (
            listed and not has_verb
        )
        bill = bill or case.text[line.start : line.end].rstrip().endswith((":", ":-", ":–"))
    mostly = (
        10 * without > (6 if heap else 8) * total if len(parts) > 1 or case.document.given is None else without == total
    )
    row = not spoken and 7 * items > 2 * total  # three words an item, or four
    if lines and total >= _LEAST and _repeats(case, lines, 3 if spoken else 2):
        yield Spot(lines[0].words, lines[-1].end)
    elif mostly and total >= (_LEAST if row else _ENOUGH):
        first, last = (bare[0], bare[-1]) if bare else (lines[0], lines[-1])
        yield Spot(first.words, last.end)
    elif bare and not spoken and without == total >= _LEAST and _figures(case, bare) >= _FIGURES:
        alone = bool(case.scenario) and all(_is_unjoined(case, line) for line in bare)
        yield Spot(bare[0].words, bare[-1].end, severity=None if alone else "hint")
    elif not case.instruction:  # to a model one may speak in keywords
        yield from (Spot(line.words, line.end, severity="hint") for line in bare if _is_telegram(case, line))


_SHORT = re.compile(
    r"[,;|•→⇒►+·]|(?<=[^0-9.])(?<!रु|रू|Rs|No|Dr)[.।] (?=[A-Z0-9\u0904-\u0939])|(?<=[0-9]{4})\. | [/:–-] "
)
_FIVE, _WORDY = 5, 14
_SMALL = frozenset(
    "the a an of to in on at by for from with and or that this which it its as under per dated however but not my your our his her their "
    "का की के में को से पर ने तक और तथा एवं हेतु लिए द्वारा यह इस कि जो पर भी".split()
)
"""Words that hold a sentence together, or an item of a list."""


_A_DOZEN_WORDS = 12


def _repeats(case: Case, lines: list[Line], times: int) -> bool:
    """Whether a text is the same few words over and over."""
    if sum(line.end - line.words for line in lines) > _A_PAGE:
        return False
    words = [word.lower() for line in lines for word, _, _ in tokens(case.text, line.words, line.end)]
    return len(set(words)) <= min(_A_DOZEN_WORDS, len(words) // times)


_A_PAGE = 3000


def _is_unjoined(case: Case, line: Line) -> bool:
    """Whether hardly a word of a line holds others together."""
    words = case.text[line.words : line.end].split()
    return 12 * sum(word.lower() in _SMALL for word in words) < len(words)


def _is_telegram(case: Case, line: Line) -> bool:
    """Whether a line without a verb is keywords in a row: short pieces, some with a figure and some without, or words that nothing joins."""
    words = case.text[line.words : line.end].split()
    pieces = [piece for piece in _SHORT.split(case.text[line.words : line.end]) if piece.strip()]
    figures = sum(any(map(str.isdigit, piece)) for piece in pieces)
    joined = sum(word.lower() in _SMALL for word in words)
    if len(pieces) < _FIVE:
        return len(words) > _WORDY and _is_unjoined(case, line)
    marked = case.text.count(":", line.words, line.end) > 1 or "@" in case.text[line.words : line.end]
    charged = 2 * sum(bool(_PRICE.search(piece)) for piece in pieces) >= figures > 0  # a fee and how it comes about
    return (
        not (marked or charged)
        and 4 * len(pieces) >= len(words)
        and 0 < figures < len(pieces)
        and 7 * joined < len(words)
    )


_FIGURES = 3


def _figures(case: Case, lines: list[Line]) -> int:
    """How many words of some lines have figures."""
    return sum(any(map(str.isdigit, word)) for line in lines for word in case.text[line.words : line.end].split())


CHECKS = {"integrity.stuffed": stuffed}
