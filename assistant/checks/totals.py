"""Which figures a stated total is of: what is clearly listed with it, in its sentence, in the bracket after it, in the lines above it.

In doubt nothing is said: what is listed has to be alike, and a sum far off is of other things than the total.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from assistant.checks.finding import Case
from assistant.facts import Found
from assistant.forms.document import Line

COUNTS = ("number", "amount", "small")
_END = "(?![\u0900-\u0963A-Za-z])"
_TOTAL = re.compile(
    rf"(?<![\u0900-\u0963A-Za-z])(?:महायोग|कुल योग|योग|कुल मिलाकर|कुल|जोड़|grand total|total|totalling|in all|altogether){_END}",
    re.IGNORECASE,
)
_TO_FIGURE = re.compile(
    r"(?:[ :=–-]{0,3}(?:योग|राशि|व्यय|लागत|of|amount|cost|is|=|रु\.?|Rs\.?|₹)){0,3}[ :=(–-]{0,3}", re.IGNORECASE
)
_PARTED = re.compile(rf"[,;+]|(?<![\u0900-\u0963A-Za-z])(?:तथा|एवं|और|व|and){_END}")
_LEADS = re.compile(
    r"^(?:इस प्रकार|इस तरह|अर्थात्?|यानी|यानि|thus|making|making in|i\.e\.|a|in|the|for a|giving a)?\s*$", re.IGNORECASE
)
_NO_PARTS = re.compile(
    r"गुणा|×|@|में से|जिनमें|जिसमें|अतिरिक्त|शेष|लगभग|करीब|औसत|प्रतिशत|%|सहित|"
    r"\b(?:of which|of whom|out of|including|remaining|about|approximately|average|percent)\b",
    re.IGNORECASE,
)
"""Words by which the figures listed aren't the parts of the total."""
_TWICE = re.compile(r"(?<![\u0900-\u0963\d])([\u0900-\u0963]{2,10}|\d{1,3})-\1(?![\u0900-\u0963\d])")
_EACH = re.compile(r"प्रत्येक|हर |प्रति |की दर|\b(?:each|per|every|at the rate|at (?=Rs|₹))\b|@", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:जिनमें|जिसमें|जिनमे|इनमें|इसमें|जहाँ|\b(?:in which|of whom|of which|including|comprising|consisting of|namely|viz\.?"
    r"|i\.e\.,?|that is|being)|में से|(?-i:(?<![A-Za-z])Of) [^,;:\n]{1,60},)\s?:?\s?(?:से\s)?",
    re.IGNORECASE,
)
"""Where a list begins, whatever was said before it."""
_ANYTHING = re.compile(
    r"व्यक्ति|लोग|पशु|मवेशी|जानवर|प्रतिभागी|प्रशिक्षार्थी|सदस्य|कर्मचारी|अधिकारी|पद|सामग्री|नग|वस्तु|प्रकरण|आवेदन|छात्र|विद्यार्थी|"
    r"(?:persons?|people|participants?|trainees|members?|staff|posts?|items?|articles?|things?|units?|students?|animals?|cattle|heads?|officers?)\b",
    re.IGNORECASE,
)
"""What a total may count that is made of unlike things: 18 men and 24 women, 42 persons."""
_PREPOSITION = re.compile(r"(?:in|from|at|for|to|by|under|on)\b", re.IGNORECASE)
_LESS = re.compile(r"घटा|कटौत|शेष|कम कर|वापस|less|deduct|balance|minus", re.IGNORECASE)
_TOTAL_LINE = re.compile(rf"\W{{0,6}}{_TOTAL.pattern}", re.IGNORECASE)
_NEAR = (Decimal("0.5"), Decimal("1.45"))
"""How far from the total the sum of a sentence's list may be: further off, it is a list of something else."""


_MOST = 40
"""More facts than this in one sentence are no list that a person wrote."""


class _Item(NamedTuple):
    head: str
    """The words before the figure."""
    value: Decimal
    unit: str
    """The words after it."""
    kind: str
    at: int


# --- in a sentence


def in_sentences(case: Case) -> Iterator[tuple[Found, list[Decimal]]]:
    for cue in _TOTAL.finditer(case.text):
        start, end = _bracket(case.text, *case.sentence(cue.start()), cue.start())
        if len(case.within(start, end)) > _MOST or not (total := _total(case, cue, start, end)):
            continue
        kinds = ("amount",) if total.kind == "amount" else COUNTS
        inside = [found for found in case.within(start, end) if found.kind in kinds and found is not total]
        first = min(cue.start(), total.start)
        items = listed(case.text, start, first, inside)
        if len(items) < 2:
            items = _after(case.text, total.end, end, inside)
        unit = case.text[total.end : min(end, total.end + 24)].strip(" ,(।.;|)")
        if _TWICE.search(case.text, start, first) or _EACH.search(case.text, start, end):
            parts = _times(case, start, first, total)
        elif len(items) > 1 and alike(items, unit, total) and not _unlike(case.text, items, total):
            parts = [item.value for item in items]
        else:
            parts = []
        stated = Decimal(total.value)  # type: ignore[arg-type]
        if parts and stated not in parts and stated and _NEAR[0] < sum(parts) / stated < _NEAR[1]:
            yield total, parts


def _bracket(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """The bracket around a place in its sentence, where there is one, else the sentence."""
    opened = text.rfind("(", start, at)
    if opened < 0 or text.find(")", opened, at) >= 0:
        return start, end
    closed = text.find(")", at, end)
    return opened + 1, closed if closed >= 0 else end


def _total(case: Case, cue: re.Match[str], start: int, end: int) -> Found | None:
    """The figure that a word calls a total: the one after it; in English also the one before it (7 in all)."""
    after = next((found for found in case.within(cue.end(), min(end, cue.end() + 30)) if found.kind in COUNTS), None)
    if after and _TO_FIGURE.fullmatch(case.text, cue.end(), after.start):
        return after
    if cue[0].lower() in ("in all", "altogether", "कुल मिलाकर"):
        before = [found for found in case.within(max(start, cue.start() - 40), cue.start()) if found.kind in COUNTS]
        if before and re.fullmatch(
            r"\s?(?:[A-Za-z\u0900-\u0963]{1,20}\s){0,2}", case.text[before[-1].end : cue.start()]
        ):
            return before[-1]
    return None


def _unlike(text: str, items: list[_Item], total: Found) -> bool:
    """Whether words between the parts and the total say that they aren't its parts."""
    start, end = min(items[0].at, total.start), max(items[-1].at, total.end)
    return bool(_NO_PARTS.search(text, start, end) or _EACH.search(text, start, end))


_NOT_COUNTED = re.compile(
    r"(?:कक्षा|वार्ड|क्रमांक|क्र\.|संख्या|धारा|नियम|चरण|जोन|वर्ष|माह|समूह|\b(?:class|ward|no\.?|section|rule|phase|zone|grade|year))\s?$",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"जीएसटी|कर सहित|अतिरिक्त|छूट|किराय|परिवहन|लगभग|करीब|अधिकतम|न्यूनतम|शेष|\b(?:GST|tax\w*|extra|discount|freight|plus|about"
    r"|approximately|up to|not more than|at least)\b",
    re.IGNORECASE,
)
_NAMES_EACH = re.compile(
    r"\beach (?:in|from|at|to|of|for) (?:the )?(?P<english>[A-Z][a-z]{2,20}(?:, [A-Z][a-z]{2,20}){0,9},? (?:and"
    r"|&) [A-Z][a-z]{2,20})(?![A-Za-z])"
    r"|(?<![\u0900-\u0963])(?P<hindi>[\u0900-\u0963]{2,20}(?:, ?[\u0900-\u0963]{2,20}){0,9},? (?:और|एवं|तथा"
    r"|व) [\u0900-\u0963]{2,20}) (?:[\u0900-\u0963]{2,14} )?(?:से|में|को|के लिए|हेतु) $"
)


def _times(case: Case, start: int, end: int, total: Found) -> list[Decimal]:
    """What each of so many has, as many times: 6 सेक्टरों से दो-दो, six blocks, two in each; nothing where that isn't sure."""
    text = case.text
    held = [found for found in case.within(start, end) if found.kind in COUNTS]
    twice = _TWICE.search(text, start, end)
    if twice:
        held = [found for found in held if not (twice.start() < found.start < twice.end())]
    if twice and len(held) == 1 and held[0].start == twice.start():
        names = re.compile(_NAMES_EACH.pattern).search(text, max(start, twice.start() - 160), twice.start())
        if names and names["hindi"]:
            return [Decimal(held[0].value)] * _named(names["hindi"])  # type: ignore[arg-type]
    english = _NAMES_EACH.search(text, start, end)
    if english and english["english"] and held and 0 <= english.start() - held[-1].end < 3:
        return [Decimal(held[-1].value)] * _named(english["english"])  # type: ignore[arg-type]
    if len(held) == 1 and re.match(r"\s?(?:प्रत्येक|हर|each|every)", text[start:], re.IGNORECASE):
        before = case.sentence(max(0, start - 2))
        held = [found for found in case.within(*before) if found.kind in COUNTS] + held
    if len(held) > 2 and held[-1].start - held[-2].end < 30:
        held = held[-2:]
    if (
        len(held) != 2
        or _NOT_ALL.search(text, held[0].start, total.end)
        or _NO_PARTS.search(text, held[0].start, total.end)
    ):
        return []
    if any(_NOT_COUNTED.search(text, max(0, one.start - 14), one.start) for one in held):
        return []
    many, each = (Decimal(found.value) for found in held)  # type: ignore[arg-type]
    counted = "amount" in (held[0].kind, held[1].kind)
    if counted != (total.kind == "amount") or held[0].kind == held[1].kind == "amount" or min(many, each) <= 0:
        return []
    if held[0].kind == "amount":
        many, each = each, many
    return [each] * int(many) if many == int(many) and many <= _MOST_TIMES else []


_MOST_TIMES = 10_000


def _named(names: str) -> int:
    return len(re.split(r",? (?:and|&|और|एवं|तथा|व) |, ?", names))


def _after(text: str, start: int, end: int, counts: list[Found]) -> list[_Item]:
    """What the bracket after the total lists, or what follows the colon: all of it, or nothing."""
    opened = re.compile(r"[^(:\n]{0,40}(?P<by>[(:])").match(text, start, end)
    if not opened:
        return []
    closed = text.find(")", opened.end(), end) if opened["by"] == "(" else end
    inside = [found for found in counts if opened.end() <= found.start < closed]
    items = listed(text, opened.end(), closed, inside)
    return items if len(items) == len(inside) else []


def listed(text: str, start: int, end: int, counts: list[Found]) -> list[_Item]:
    """The last pieces of a sentence that hold one figure each, from the last colon on."""
    for lead in _LEAD.finditer(text, start, end):
        start = lead.end()
    counts = [found for found in counts if start <= found.start < end]
    cuts = [start]
    for match in _PARTED.finditer(text, start, end):
        if not any(found.start <= match.start() < found.end for found in counts):
            cuts += [match.start(), match.end()]
    pieces = list(zip(cuts[::2], [*cuts[1::2], end], strict=True))
    items: list[_Item] = []
    for begin, finish in reversed(pieces):
        held = [found for found in counts if begin <= found.start < finish]
        if not held and not items and _LEADS.match(text[begin:finish].strip(" \n:=-–(")):
            continue
        in_turn = len(held) == 2 and _IN_TURN.search(text[held[0].end : held[1].start].rstrip())
        if len(held) != 1 and not in_turn:
            break
        found = held[-1]
        head = text[begin : found.start].rpartition(":")[2].strip(" \n(-–")
        items.append(
            _Item(head, Decimal(found.value), text[found.end : finish].strip(" \n।.:=)-–("), found.kind, found.start)  # type: ignore[arg-type]
        )
    return items[::-1]


def alike(items: list[_Item], unit: str, total: Found) -> bool:
    """Whether the figures are of one kind and unit, each of its own place or thing, and the total is of that unit too."""
    if {item.kind for item in items} - {total.kind, "small"}:
        return False
    after = [_LEADING.sub("", item.unit) for item in items]
    if _IN_TURN.search(items[0].head) and not any(item.head for item in items[1:]):
        return True
    thing = unit.split(" ", 1)[0].strip("।,.;|")[:12]
    of_it = len(thing) > 2 and all(words.startswith(thing) and len(words.split()) < 9 for words in after)
    if of_it and not any(item.head for item in items[1:]):
        return True
    if any(len(item.unit.split()) > 4 for item in items):
        return False
    if all(_PREPOSITION.match(words) for words in after):
        return True
    if any(len(item.head.split()) > 6 for item in items[1:]):
        return False
    units = {words[:3] for words in after if words}
    heads = [item.head for item in items]
    if all(heads) and len(set(heads)) == len(heads) and (len(heads[0].split()) <= 6 or _same_end(heads)):
        plain = all(len(words.split()) < 3 for words in after[:-1])
        same = not units or not unit or total.kind == "amount" or any(unit.startswith(one) for one in units)
        return plain and len(units) < 2 and same
    if any(heads[1:]):
        return False
    places = [match[0] for words in after if (match := _POSTPOSITION.search(words))]
    if len(places) == len(items) and len(set(places)) == 1:
        return True
    counted = all(0 < len(words.split()) < 3 for words in after[:-1]) and bool(after[-1])
    return counted and (not unit or bool(_ANYTHING.match(unit)))


_IN_TURN = re.compile("(?:क्रमशः|क्रमश:|क्रमशः|respectively)$")


def _same_end(heads: list[str]) -> bool:
    """Whether each figure stands after the same word: सामान्य केन्द्रों पर 5,000 तथा सहकारी केन्द्रों पर 3,000."""
    tails = {head.split()[-1] for head in heads}
    return (
        len({tuple(head.split()[-2:]) for head in heads}) == 1 and all(len(head.split()) > 2 for head in heads)
    ) or (len(tails) == 1 and bool(tails & _CASES) and all(len(head.split()) < 4 for head in heads[1:]))


_CASES = frozenset("के में से की पर".split())


_HALVES = tuple(
    re.compile(rf"(?:{words})(?![A-Za-z\u0900-\u0963])", re.IGNORECASE)
    for words in (
        "men|women|males?|females?|boys?|girls?|पुरुष|महिला(?:एँ|एं|ओं)?|बालक|बालिका(?:एँ|एं)?|छात्र|छात्रा(?:एँ|एं)?|लड़के|लड़कियाँ",
        "regular|contractual|temporary|permanent|नियमित|संविदा|स्थायी|अस्थायी",
        "rural|urban|ग्रामीण|शहरी|नगरीय",
        "present|absent|उपस्थित|अनुपस्थित",
    )
)
"""Words that share out what stands before their bracket: 64 workers (40 men and 24 women)."""
_SHARED_OUT = re.compile(r"\s?(?:[A-Za-z\u0900-\u0963]{2,20}\s){1,3}?\((?P<parts>[^()\n]{5,80})\)")


def in_halves(case: Case, counts: list[Found]) -> Iterator[tuple[Found, list[Decimal]]]:
    """A count and, in the bracket after what it counts, how many of each sort."""
    for total in counts:
        bracket = _SHARED_OUT.match(case.text, total.end)
        if not bracket or total.kind == "amount":
            continue
        start, end = bracket.span("parts")
        held = [found for found in counts if start <= found.start < end]
        items = listed(case.text, start, end, held)
        shared = any(all(half.match(item.unit) for item in items) for half in _HALVES)
        if len(items) == len(held) > 1 and shared and len({item.unit for item in items}) == len(items):
            yield total, [item.value for item in items]


_POSTPOSITION = re.compile(r"(?<![\u0900-\u0963])(?:में|से|पर)(?=$| (?:हैं|है|थे|स्थित))")
_LEADING = re.compile(r"^(?:(?:/-|=|मात्र\s)\s?|of (?:them|these|which|whom)\s(?:(?:are|were|is|was)\s)?)")


# --- in lines and tables


_SHARES = re.compile("प्रतिशत|%|औसत|दर(?![\u0900-\u0963])|rate|average|per ", re.IGNORECASE)


def under_lines(case: Case, counts: list[Found]) -> Iterator[tuple[Found, list[Decimal]]]:
    """Each figure of a line of totals with the column above it; a row that was typed with tabs ends with the columns' figures."""
    above: list[list[Found]] = []
    plain = False
    at = 0
    for line in case.lines():
        while at < len(counts) and counts[at].start < line.words:
            at += 1
        first = at
        while at < len(counts) and counts[at].start < line.end:
            at += 1
        held = counts[first:at]
        words = case.text[line.words : line.end]
        if _TOTAL_LINE.match(words) and held and len(words) < 120:
            rows = above
            if (
                plain
                and len(rows) > 1
                and (len({len(row) for row in rows}) == 1 or _tabbed(case, line))
                and len(held) <= min(map(len, rows))
                and _ends(words, held, line.words)
            ):
                for place in range(1, len(held) + 1):
                    if any(_SHARES.match(case.text[row[-place].end :].lstrip()) for row in rows):
                        continue
                    yield held[-place], [Decimal(row[-place].value) for row in rows]  # type: ignore[arg-type]
            above, plain = [], False
        elif (
            held
            and len(words) < 120
            and not _LESS.search(words)
            and (_tabbed(case, line) or not _NO_PARTS.search(words))
            and not _EACH.search(words)
            and _ends(words, held, line.words)
        ):
            if above and len(above[-1]) != len(held) and not _tabbed(case, line):
                above = []
            above.append(held)
            plain = True
        else:
            above, plain = [], False


def _tabbed(case: Case, line: Line) -> bool:
    """Whether a line was typed in columns."""
    source = case.document.source
    return "\t" in source.given[slice(*source.span(line.start, line.end))]


def _ends(words: str, held: list[Found], at: int) -> bool:
    """Whether a line ends with its figure, but for a unit: then it is a row, not a sentence."""
    return len(words[held[-1].end - at :].strip(" ।.;,|)/-").split()) < 2
