"""Whether a text stops before its end."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from assistant.checks.finding import PARAGRAPH, Case, Spot
from assistant.checks.form.powers import in_whose_name
from assistant.checks.form.signing import closing
from assistant.checks.phrases import data, sentences, tokens
from assistant.forms.document import Line
from assistant.forms.labels import labels
from assistant.forms.template import BLANK
from assistant.language import krutidev
from assistant.language.sentences import is_clause
from assistant.language.source import Source


@cache
def goes_on() -> frozenset[str]:
    """Words after which a sentence goes on: postpositions, joining words, articles, auxiliaries."""
    rows = data("leftover")["open"]
    return frozenset(
        word.replace("\u0901", "\u0902") for row in rows for word in (*row.get("hi", ()), *row.get("en", ()))
    )


_ENDS_HI = re.compile(
    r"(?:^|[\s,])(?:है|हैं|हूँ|हूं|था|थे|थी|थीं|हो|होगा|होगी|होंगे|होंगी|चाहिए|चाहिये|जाए|जाये|जाय|जावे|जाएँ|जाएं|जायें|जावें|"
    r"गया|गये|गए|गयी|गई|गईं|हुआ|हुई|हुए|किया|की गई|दिया|लिया|रहा|रही|\S{1,20}(?:ें|एँ|एं|िए|िये|ए|ये|गा|गे|गी|ावे|ो)|प्रस्तुत|"
    r"प्रेषित|संलग्न|निरंक|सूचनार्थ|"
    r"\S{0,20}ार्थ|इति|शेष|सादर|धन्यवाद|जारी|अग्रेषित|नहीं|हेतु)$"
)
_PURPOSE = re.compile("(?:ार्थ|हेतु|शेष|सादर)$")
"""What a last line may end in that has something below it: अनुमोदनार्थ, and then who submits."""
_ITEM_MARK = re.compile(r"\(?(?:[0-9]{1,2}|[ivx]{1,4}|[a-z]|[अआइईक-ह])\)|[अआइईक-ह][-–] |[-–•●▪*] ")


def cut_off(case: Case) -> Iterator[Spot]:
    """The text, or a paragraph with another below it, stops in the middle of a sentence."""
    stump = Source(case.stump).plain.strip()
    half = [line for line in case.body if stump and case.words(line).strip() == stump]
    yield from (Spot(*sentences(case.text, line)[-1]) for line in half)
    yield from (one for one in _found(case) if not any(line.start <= one.start < line.end for line in half))


def _found(case: Case) -> Iterator[Spot]:
    """What the words themselves show of it."""
    alone = case.document.given is not None and len({line.part for line in case.document.lines}) == 1
    body = case.body
    # Where no part was told apart, the end of it all is what can be judged.
    stopless = [line for line in body if not case.text.endswith(_STOPS, line.start, line.end)]
    for n, (line, after) in enumerate(pairwise(body)):
        below = case.text[line.end : after.start].count("\n") > 1
        only = stopless == [line] and len(body) >= _PARAGRAPHS  # all others end in a stop
        numbered = _PARAGRAPH.match(case.text, after.start, after.end) and line.words > line.start
        english = line.words == line.start and bool(_CAPITAL.match(case.text, after.start, after.end))
        more = bool(_GOES_ON_BELOW.search(case.text, line.start, line.end))
        hangs = (line.words == line.start or len(case.words(line).split()) > _LONG_TEXT + 1) and bool(
            _HANGS.search(case.text, max(line.words, line.end - 60), line.end)
        )
        leads = (case.text[line.end - 1] in ":-–—" or bool(_FIRST.match(case.text, after.start, after.end))) and bool(
            after.words > after.start or _PARAGRAPH.match(case.text, after.start, after.end)
        )
        stopped = line.words == line.start and bool(_STOPPED.search(case.text, line.words, line.end))
        counted = _NEXT.match(case.text, after.start, after.end)  # 1.12 हेक्टेयर begins no paragraph
        wraps = not below and not counted and case.text[after.start].isdigit()
        if only and (n or counted) and not (alone or leads or wraps or more):
            others = [one for one in body if one != line]
            told = _cut(case, line, others, alone=False, middle=True) if n else []
            yield from told or _alone_without_stop(case, line)
        elif below and not (alone or leads or more) and (numbered or english or hangs or stopped):
            yield from _cut(case, line, body[:n] if numbered else [], alone=not numbered, middle=True)
    # In whose name it is signed, and how a letter closes, other checks tell.
    named = any(body[-1].start <= start < body[-1].end for start, _, _ in in_whose_name(case)) if body else False
    if body and not named and body[-1] != closing(case):
        yield from _cut(case, body[-1], body[:-1], alone) or _runs_out(case, body[-1], body[:-1])
    signed = case.lines("signature")
    apart = len(signed) < 2 or case.text[signed[0].end : signed[1].start].count("\n") > 1
    if signed and apart and body and _RUNS.search(case.words(signed[0])):
        yield from _cut(case, signed[0], body, alone) or _runs_out(case, signed[0], body)
    last = case.document.lines[-1] if case.document.lines else None
    if last and last.part in ("copies", "enclosures") and _UNDONE.search(case.words(last)):
        yield Spot(*sentences(case.text, last)[-1])


_UNDONE = re.compile(
    r"(?: (?:कि|के साथ|हेतु|को) .*(?: (?:कि|और|तथा|एवं|जो|जिससे|ताकि|ताकि वह)|[ाेो]कर| करके)"
    r"|(?: [a-z]+){4} (?:the|a|an|of|and|or|to|with|that|which|be|by))$"
)
"""How a line for a copy ends whose sentence has more to say."""
_RUNS = re.compile(
    r"^(?!\(|.*(?:राज्यपाल|राष्ट्रपति|आदेश|Governor|President|order)).*"
    r"(?: (?:से|में|को|ने|तक|पर|के साथ) |[\u0900-\u0963] के प्रति$|[\u0900-\u0963] द्वारा(?: (?!.*(?:अधिकृत|नामित|नामांकित|मनोनीत))|$)|हैं?,(?: |$)"
    r"|\b(?:may|will|shall|is|are|was|were|has|have)\b)"
)
"""By what a sentence, and no post, is known that the last of a paper's lines is."""


def _runs_out(case: Case, line: Line, before: list[Line]) -> list[Spot]:
    """A last line too short to be told from a heading, but for the words by which a sentence runs: पंचायत द्वारा 3 टैंक."""
    own = case.words(line).rstrip()
    whole = bool(before) and case.text.endswith(("।", "।)"), before[-1].words, before[-1].end)
    marked = _ITEM_MARK.match(own) or _LABELLED.match(own) or _is_row(case, line)
    if not whole or marked or not "\u0900" <= own[-1:] <= "\u0963" or not _RUNS.search(own) or _ENDS_HI.search(own):
        return []
    return [Spot(line.words, line.words + len(own), severity="hint")]


_LABELLED = re.compile(r"(?:\S{1,20} ){1,3}?[:–-] ?\S")


def _alone_without_stop(case: Case, line: Line) -> Iterator[Spot]:
    """The one paragraph of a text that has no stop at its end, where nothing says that its last sentence is whole."""
    *others, (start, end) = sentences(case.text, line)
    words = case.text[start:end].rstrip("\"”’' *_")
    short = not others and len(words.split()) < _LONG_TEXT
    closed = words.endswith((*_STOPS, BLANK, "]")) or _LABELLED.match(words)
    if closed or short or krutidev.is_legacy(words) or _is_row(case, line):
        return
    if not (said := tokens(case.text, start, end)):
        return
    last = said[-1][0]
    ended = _ENDS_HI.search(words) if last > "\u0900" else is_clause(words, "en") and not _HANGS.search(words)
    if not ended:
        yield Spot(start, end, severity=None if last in goes_on() else "hint")


def _is_row(case: Case, line: Line) -> bool:
    """Whether a line is a row of a table, and no sentence."""
    source = case.document.source
    typed = source.given[slice(*source.span(line.start, line.end))]
    return line.look == "table" or "\t" in typed or len(_WIDE.findall(typed)) > 1


_WIDE = re.compile(r"\S {3,40}(?=\S)")


_ASIDE = re.compile(r"\s?\([^()\n]{1,40}\)\s?[।.]?$")
"""What a paragraph may have after its sentence: (पताका-ब)."""
_PARAGRAPH = re.compile(r"\(?[0-9]{1,2}[.)-]")
_NEXT = re.compile(r"\(?[0-9]{1,2}[.)-]\s")
_FIRST = re.compile(r"\(?[aAiIकअ][.)]")
"""The first item of a list: what stands above it leads to it, whatever it ends in ("It is hereby resolved that")."""
_HANGS = re.compile(
    r"(?:[\u0900-\u0963]{2,20}|[\d)]) (?:का|के|की|को|में|से|ने|और|तथा|एवं|कि|जो|जिस|जिसे|जिन|इस|उस|अपने|अपनी|द्वारा|कोई|किसी|ऐसे|ऐसी|जिससे|ताकि|क्योंकि|यदि|अतः)$|"
    r"[a-z,] (?:the|a|an|of|and|or|to|for|with|from|that|which|be|been)$"
)
"""A paragraph that ends in a word after which a sentence goes on."""
_PARAGRAPHS = 3
_GOES_ON_BELOW = re.compile("[;,] (?:and|or|तथा|और|एवं|या|अथवा)$")
"""How an item ends that has another below it."""
_STOPS = ("।", ".", "?", "!", ":", ":-", ";", "-", "–", ")", "|")
_STOPPED = re.compile("[\u0900-\u0963] ?।(?=[^।]*[\u0904-\u0963]$)")
"""A paragraph with a full stop inside and none at its end."""
_CAPITAL = re.compile("[A-Z][a-z]{0,20} [a-z]")
_CLAUSE = re.compile(
    r"\b(?:so that|which|because|although|whereas) (?:the|a|an|this|these|all|its|their)(?: [a-z]{2,15}){1,2}$"
)
"""A clause at the end of an English sentence that has nothing but its subject."""


def _listed_below(case: Case, line: Line) -> bool:
    """Whether items stand under a line that leads to them, in whatever part: to whom a copy goes, what is sent, who hears an appeal."""
    at = case.document.lines.index(line)
    below = case.document.lines[at + 1 : at + 2]
    return any(
        _PARAGRAPH.match(case.text, one.start, one.end)
        or one.look in ("copy", "address")
        or (
            case.text[one.start] != "("
            and labels(case.form).post.search(case.words(one))
            and case.words(one).count(",") > 0
        )
        for one in below
    )


_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|zip|jpe?g|png|mp4|eml)\W{0,2}$", re.IGNORECASE)
"""A line may end in the name of a file."""


def _cut(case: Case, line: Line, before: list[Line], alone: bool, middle: bool = False) -> list[Spot]:
    own = case.text[line.words : line.end].rstrip()
    lists = own.endswith((":-", ": -", ":–", ":")) and _listed_below(case, line)
    if not own or own.endswith(BLANK) or lists or krutidev.is_legacy(own) or _FILE.search(own):
        return []
    *others, (start, end) = sentences(case.text, line)
    words = tokens(case.text, start, end)
    bare = own.rstrip("\"”’' *_")
    if not words or bare[-1:] in "।॥?!" or (bare.endswith(".") and not bare.endswith("..")):
        return []
    hindi = bool(re.search("[\u0904-\u0939]", words[-1][0]))
    in_word = bare[-1].isalnum() or "\u0900" <= bare[-1] <= "\u097f"
    a_copy = words[-1][0] == "प्रति" and not bare.endswith("के प्रति")
    waits = (in_word and words[-1][0] in goes_on() and not a_copy) or bool(_CLAUSE.search(bare[-80:]))
    if not middle:
        waits = waits or bare[-1] in ",;([–" or (bare[-1] == "-" and len(words) > 3)
    item = bool(_ITEM_MARK.match(case.text[line.start : line.end])) or (
        line.start != line.words and len(own.split()) < _LONG_TEXT
    )
    loose = False  # the items before it have no full stop either
    if line.words > line.start and before and before[-1].words > before[-1].start:
        above = case.text[before[-1].words : before[-1].end].rstrip("\"”' )")
        loose = above[-1:] not in ("।", ".", ";", ",", "?", "!")
        if loose and not (waits and len(words) >= PARAGRAPH):
            return []
    whole = [one for one in before if not _ITEM_MARK.match(case.text[one.start : one.start + 8])]
    texts = [case.text[one.words : one.end].rstrip("\"”' ") for one in whole]
    long = [text for text in texts if len(text.split()) >= _LONG_TEXT and not text[-1:].isdigit()]
    stops_in = ("।", ".", "?", "!", ":", ":-", ";")
    ends = [text.endswith(stops_in) or _ASIDE.sub("", text).endswith(stops_in) for text in long]
    stopped = bool(others) and case.text[others[-1][0] : others[-1][1]].endswith(("।", "॥", "?"))
    stops = (bool(ends) and all(ends[-2:])) or bool(others)
    enough = len(words) >= _LONG_TEXT - (sum(ends) > 1) or (stopped and len(words) > 1)
    below = middle or line is not case.document.lines[-1]
    ended = _ENDS_HI.search(bare) and (below or not _PURPOSE.search(bare))
    bare_noun = (
        hindi and not loose and stops and not item and (not alone or (middle and stopped)) and enough and not ended
    )
    if not (hindi or middle or item or alone) and in_word:
        after_full = bool(others) and case.text[others[-1][0] : others[-1][1]].endswith(".") and len(words) > 1
        long_enough = len(words) >= _LONG_TEXT + 2 * (sum(ends) < 2)
        bare_noun = after_full or (bool(ends) and all(ends) and long_enough)
    hangs = len(words) > 2 and words[-1][0] in _NEVER_LAST
    waits = waits and not (item and len(words) < _LONG_TEXT) and len(words) >= _LEAST
    if (hangs or waits or bare_noun) and not _is_row(case, line):
        return [Spot(start, end, severity=None if hangs or waits else "hint")]
    return []


_LONG_TEXT, _LEAST = 6, 4
_NEVER_LAST = frozenset("the a an of and or के और तथा एवं कि".split())
"""Words in which not even an item of a list ends."""


CHECKS = {"leftover.cut-off": cut_off}
