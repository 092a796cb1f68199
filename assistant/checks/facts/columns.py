"""Totals of what stands in lines: the line of totals below its rows, the row that ends with its own total, the sum that a list is of."""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.facts.figures import HINDI, figures
from assistant.checks.facts.totals import Claim
from assistant.checks.finding import Case, once
from assistant.facts import Found
from assistant.forms.document import Line

_TOTAL_LINE = re.compile(
    rf"\W{{0,6}}(?:महायोग|कुल योग|योग|कुल|जोड़|grand total|sub-?total|total|totalling|in all|altogether)(?![{HINDI}A-Za-z])",
    re.IGNORECASE,
)
_SUM_OF = re.compile(rf"(?<![{HINDI}A-Za-z])(?:कुल|योग|total|totalling|aggregate)(?![{HINDI}A-Za-z])", re.IGNORECASE)
_SUMMED = re.compile(
    rf"\W{{0,6}}(?:(?:इस प्रकार|इस तरह|उपर्युक्त|उपरोक्त|उक्त|thus|the above|these|in all)[ ,]{{1,2}})?(?:[{HINDI}A-Za-z]{{1,14}} ){{0,4}}?"
    rf"(?:कुल|total|totalling)(?: (?:राशि|व्यय|योग|of|amount|cost|sum|is|to)){{0,2}} ?(?:रु\.?|Rs\.?|₹)? ?",
    re.IGNORECASE,
)
"""Before the first figure of the sentence below rows: it is their sum."""
_LESS = re.compile(r"घटा|कटौत|शेष|कम कर|वापस|less|deduct|balance|minus", re.IGNORECASE)
_NO_ROW = re.compile(
    r"में से|लगभग|करीब|औसत|प्रत्येक|हर |प्रति |की दर|@|\b(?:of which|out of|about|average|each|per|every|at the rate)\b",
    re.IGNORECASE,
)
_SHARES = re.compile("प्रतिशत|%|औसत|दर(?![\u0900-\u0963])|rate|average|per ", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()\n]{0,120}\)")
_LEADS = re.compile(r"[-–•*. ]{0,4}")
_LONGEST = 120
_OFF = (Decimal("0.8"), Decimal("1.25"))


def in_columns(case: Case) -> Iterator[Claim]:
    """Each figure of a line of totals with the column above it, and a sum with the rows that its own line leads to."""
    above: list[list[Found]] = []
    head: Found | None = None
    before: Found | None = None  # the sum that the paragraph before told
    spoiled = False  # a row stands there that can't be read: the sum may have it
    for line, held in _lines(case):
        words = case.text[line.words : line.end]
        row = _is_row(case, line, held, words)
        if _TOTAL_LINE.match(words) and held and row:
            if not spoiled:
                yield from _below(case, line, held, above)
                yield from _led(case, head, above) if head else ()
            above, head, spoiled = [], None, False
        elif spoiled and row:
            continue
        elif len(above) > 1 and held and _SUMMED.fullmatch(case.text, line.words, held[0].start):
            yield from _led(case, held[0], above)
            above, head = [], None
        elif row and not (_NO_ROW.search(words) and not tabbed(case, line)) and not _LESS.search(words):
            above.append(held)
        elif row:
            above, head, spoiled = [], None, True
        else:
            if head:
                yield from _led(case, head, above)
            above, spoiled = [], False
            head = _heads(case, line, held, before)
            before = _told_total(case, held)
    if head:
        yield from _led(case, head, above)


def _lines(case: Case) -> Iterator[tuple[Line, list[Found]]]:
    """Each line with its figures."""
    row, at = figures(case), 0
    for line in case.lines():
        while at < len(row) and row[at].start < line.words:
            at += 1
        first = at
        while at < len(row) and row[at].start < line.end:
            at += 1
        yield line, row[first:at]


def _is_row(case: Case, line: Line, held: list[Found], words: str) -> bool:
    """Whether a line ends with its figure, but for a unit and its words in a bracket: then it is a row, not a sentence."""
    rest = _BRACKET.sub("", words[held[-1].end - line.words :]) if held else ""
    if len(held) == 1 and _LEADS.fullmatch(case.text, line.words, held[0].start) and len(words) < _LONGEST:
        return True
    return bool(held) and len(_BRACKET.sub("", words)) < _LONGEST and len(rest.strip(" ।.;,|)/-").split()) < 2


def _below(case: Case, line: Line, held: list[Found], rows: list[list[Found]]) -> Iterator[Claim]:
    """The figures of a line of totals, each with its column; of rows that have not equally many only the last."""
    if labels := _labels(case, held):
        yield from _labelled(case, held, labels, rows)
        return
    even = len({len(row) for row in rows}) == 1 or tabbed(case, line)
    if len(rows) < 2 or len(held) > (min(map(len, rows)) if even else 1):
        return
    for place in range(1, len(held) + 1):
        column = tuple(row[-place] for row in rows)
        parts, stated = _values(column), held[-place].figure
        whole = even and len(held) == len(rows[0])  # else a rate may stand in between
        near = whole or (stated and _OFF[0] < sum(parts) / stated < _OFF[1])
        headed = sum(parts[1:]) == stated  # the first row is the heads of the columns
        if near and not headed and not any(_SHARES.match(case.text[found.end :].lstrip()) for found in column):
            yield Claim(held[-place], parts, column)


def _labels(case: Case, held: list[Found]) -> list[str]:
    """The word before each figure of a row, where they tell them apart: लक्ष्य 54, टीके लगे 45, छूटे 9."""
    found = [_LABEL.search(case.text, max(0, one.start - 30), one.start) for one in held]
    labels = [match[1] for match in found if match]
    return labels if len(held) > 1 and len(set(labels)) == len(held) else []


_LABEL = re.compile(rf"([{HINDI}A-Za-z]{{2,20}}) ?[:–-]? ?$")


def _labelled(case: Case, held: list[Found], labels: list[str], rows: list[list[Found]]) -> Iterator[Claim]:
    """The figures of a line of totals, each with those that bear its label, where every row has one."""
    told = [dict(zip(_labels(case, row), row, strict=False)) for row in rows]
    for label, total in zip(labels, held, strict=True):
        column = tuple(row[label] for row in told if label in row)
        if len(column) == len(rows) > 1:
            yield Claim(total, _values(column), column)


def _heads(case: Case, line: Line, held: list[Found], before: Found | None) -> Found | None:
    """The one sum of a line that ends in a colon or dash: "कुल रु. 4,68,000/- … निम्नानुसार -"; where it has no figure, that of the
    paragraph before."""
    text = case.text[line.words : line.end].rstrip()
    if not text.endswith((":", "-", "–", "ः")):
        return None
    if not held:
        return before
    sums = [found for found in held if found.kind == "amount"] or held
    return sums[0] if len(sums) == 1 else None


def _told_total(case: Case, held: list[Found]) -> Found | None:
    """The one amount of a line that is called a total."""
    sums = [one for one in held if one.kind == "amount" and _SUM_OF.search(case.text, max(0, one.start - 8), one.start)]
    return sums[0] if len(sums) == 1 else None


def _led(case: Case, head: Found, rows: list[list[Found]]) -> Iterator[Claim]:
    """A sum with the rows below it, where each has one figure of its kind."""
    column = tuple(found for row in rows for found in row if (found.kind == "amount") == (head.kind == "amount"))
    stated = head.figure
    if len(rows) > 1 and len(column) == len(rows) and stated and _OFF[0] < sum(_values(column)) / stated < _OFF[1]:
        sure = bool(_SUM_OF.search(case.text, max(0, head.start - _LONGEST), head.start))
        yield Claim(head, _values(column), column, sure=sure)


def in_rows(case: Case) -> Iterator[Claim]:
    """A row of a table whose last figure isn't the sum of the others, where those of the other rows are."""
    table: list[list[Found]] = []
    for line, held in (*_lines(case), (None, [])):
        if line and tabbed(case, line) and len(held) > 2 and (not table or len(table[-1]) == len(held)):
            table.append(held)
            continue
        right = [row for row in table if sum(_values(row[:-1])) == row[-1].figure]
        wrong = [row for row in table if row not in right]
        if len(right) > 1 and len(wrong) == 1:
            yield Claim(wrong[0][-1], _values(wrong[0][:-1]), tuple(wrong[0][:-1]))
        table = [held] if line and tabbed(case, line) and len(held) > 2 else []


def _values(row: tuple[Found, ...] | list[Found]) -> list[Decimal]:
    return [found.figure for found in row]


@once
def _has_columns(case: Case) -> bool:
    return not {"\t", "|"}.isdisjoint(case.document.source.given)


def tabbed(case: Case, line: Line) -> bool:
    """Whether a line was typed in columns."""
    if not _has_columns(case):
        return False
    source = case.document.source
    given = source.given[slice(*source.span(line.start, line.end))]
    return "\t" in given or given.count("|") > 1
