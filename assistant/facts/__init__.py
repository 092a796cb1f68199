"""What a number, an amount, a date, a reference, a name, a contact and an identifier look like, in both scripts and all usual styles.

`find` tells what a text says, `conveys` whether it says a given fact. Both read by the same patterns: a fact that counts as said is
never also unknown. Checks, expectations, marks and masking stand on this room and know no pattern of their own. It leans on
`language` alone.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.facts import amounts, contacts, dates, identifiers, names, numbers, posts, references, spans
from assistant.facts.found import Fact, Found, Reader
from assistant.facts.same import conveys, same
from assistant.language.digits import ascii_digits
from assistant.language.source import Source

AT, SLASH, BRACKET = re.compile(r"[@\[(](?:(?<=@)|at[\])])"), re.compile("/"), re.compile(r"\(")
FOR = re.compile(" (?:for|of|on) (?:the )?[A-Z]")
DIGIT, LETTER = re.compile("[0-9]"), re.compile("[A-Za-z\u0900-\u0963\u0970-\u097f]")
FIGURES, SITE = re.compile("[0-9](?:[ )-]{0,4}[0-9]){4}"), re.compile(r"[:.Ww](?:(?<=:)//|(?<=\.)[A-Za-z]|(?<=[Ww])\.)")
CAPITALS, SIX = re.compile("[A-Z](?:[A-Z]| ?[0-9]{7})"), re.compile("[1-8][0-9]{2} ?[0-9]{3}(?![0-9])")
DAYS, TERM, CLOCK = re.compile("[वDd](?:(?<=व)ार|[Aa][Yy])"), re.compile(" an? [dwfm]"), re.compile(r"[Hh](?:ou)?rs?\b")
SAID, COUNT, LISTED = re.compile("[\ue000-\uf8ff]"), re.compile("[0-9\ue000-\uf8ff]"), re.compile(r"[.)–-]")

LETTERS: dict[str, Reader] = {
    "email": Reader(contacts.EMAIL, contacts.read_email, AT),
    "web": Reader(contacts.WEB, contacts.read_web, SITE),
    "banked account": Reader(identifiers.BANKED, identifiers.read_banked, identifiers.BRANCH),
    "called code": Reader(identifiers.CALLED, identifiers.read_called, identifiers.CALLS),
    "called passport": Reader(
        identifiers.CALLED_PASSPORT, identifiers.read_called_passport, identifiers.CALLS_PASSPORT
    ),
    "code": Reader(identifiers.CODE, identifiers.read_code, CAPITALS),
    "head": Reader(references.HEAD, references.read_head, DIGIT),
    "head in figures": Reader(references.BARE_HEAD, references.read_head, DIGIT),
    "identifier": Reader(identifiers.LABELLED, identifiers.read_labelled, FIGURES),
    "aadhaar": Reader(identifiers.AADHAAR, identifiers.read_aadhaar, FIGURES),
    "account with a bank": Reader(identifiers.KEPT, identifiers.read_kept, identifiers.KEEPS),
    "toll-free": Reader(contacts.TOLL_FREE, contacts.read_toll_free, DIGIT),
    "helpline": Reader(contacts.HELPLINE, contacts.read_helpline, DIGIT),
    "called number": Reader(contacts.CALLED, contacts.read_helpline, DIGIT),
    "dialled number": Reader(contacts.DIALLED, contacts.read_helpline, DIGIT),
    "phone": Reader(contacts.PHONE, contacts.read_phone, FIGURES),
    "case by its report": Reader(references.REPORTED, references.read_citation, references.REPORT),
    "case by its year": Reader(references.CITED, references.read_citation, references.REPORT),
    "court case": Reader(references.COURT_CASE, references.read_court_case, references.OF_A_YEAR),
    "fundamental rule": Reader(references.FUNDAMENTAL, references.read_fundamental, DIGIT),
    "revenue book": Reader(references.REVENUE_BOOK, references.read_revenue_book, DIGIT),
    "act": Reader(references.KNOWN_ACT, references.read_known_act, LETTER),
    "provision": Reader(references.PROVISION, references.read_provision, DIGIT),
    "code by its matter": Reader(references.OF_MATTER, references.read_of_matter, FOR),
    "standard": Reader(references.STANDARD, references.read_standard, DIGIT),
    "named act": Reader(references.ACT, references.read_act, DIGIT),
    "act without its year": Reader(references.UNDATED_ACT, references.read_act, LETTER),
    "issued number": Reader(references.LABELLED, references.read_labelled, DIGIT),
    "slashed number": Reader(references.SLASHED, references.read_slashed, SLASH),
    "pin": Reader(identifiers.PLACE_PIN, identifiers.read_place_pin, SIX),
    "name": Reader(names.NAME, names.read_name, names.TITLE),
    "post": Reader(posts.POST, posts.read_post, LETTER),
    "place": Reader(posts.PLACE, posts.read_place, LETTER),
}
QUANTITIES: dict[str, Reader] = {
    "date": Reader(dates.NUMERIC, dates.read_numeric, COUNT),
    "day by its place": Reader(dates.PLACE_FIRST, dates.read_day_of_month, LETTER),
    "day by its place in a month": Reader(dates.PLACE_LAST, dates.read_day_of_month, LETTER),
    "day of such a month": Reader(dates.OF_MONTH, dates.read_of_month, dates.A_MONTH),
    "day of a month": Reader(dates.OF_MONTH_HINDI, dates.read_of_month, dates.A_MONTH),
    "named date": Reader(dates.NAMED, dates.read_named, COUNT),
    "date by its month": Reader(dates.MONTH_FIRST, dates.read_named, dates.A_DAY),
    "weekday": Reader(dates.WEEKDAY, dates.read_weekday, DAYS),
    "short weekday": Reader(dates.SHORT_WEEKDAY, dates.read_weekday, LETTER),
    "spoken time": Reader(spans.PAST_HOUR, spans.read_past_hour, spans.SPOKEN),
    "time": Reader(spans.TIME, spans.read_time, COUNT),
    "hours of a part of the day": Reader(spans.BARE_HOURS, spans.read_bare_hours, COUNT),
    "time in words": Reader(spans.WORDED_TIME, spans.read_worded_time, SAID),
    "hours": Reader(spans.HOURS, spans.read_hours, CLOCK),
    "span": Reader(spans.SPAN, spans.read_span, COUNT),
    "span with an article": Reader(spans.A_SPAN, spans.read_a_span, TERM),
    "amount after its sign": Reader(amounts.AFTER_SIGN, amounts.read_amount, COUNT),
    "amount before its sign": Reader(amounts.BEFORE_SIGN, amounts.read_amount, COUNT),
    "year": Reader(dates.YEAR, dates.read_year, COUNT),
    "mark": Reader(numbers.MARK, numbers.read_mark, LETTER),
    "list mark": Reader(numbers.LISTED, numbers.read_mark, LISTED),
    "mark in brackets": Reader(numbers.INLINE, numbers.read_mark, BRACKET),
    "tied figure": Reader(numbers.FIGURE, numbers.read_figure, COUNT),
    "number": Reader(numbers.NUMBER, numbers.read_number, COUNT),
}
"""Every kind of fact, in the order in which it is looked for: what one has taken is not read again as another. Numbers in words
are marked as such between the two."""

_TAKEN = "\x00"
_ENDLESS = re.compile("[0-9]{31,}")
"""No fact has that many figures in a row; each pattern would try them one by one."""
_ORNAMENT = re.compile(
    "(?:(?<=[-–—]{2})|(?<=[-–—] )|(?<=[=_*~])) ?0{1,6} ?(?=[-–—]{2}|[=_*~]|[-–—] )|(?m:^)[ \\t]{0,40}[-–—]0{1,6}[-–—](?=[ \\t]{0,40}$)",
    re.MULTILINE,
)
"""Noughts in a line that is drawn, as below a subject: -----00-----."""
_DRAWN = re.compile("[-–—=_*~] ?0")

__all__ = ["LETTERS", "QUANTITIES", "Fact", "Found", "conveys", "fact", "facts_in", "find", "same"]


def find(plain: str) -> list[Found]:
    """Every fact in a text (the plain copy that Source makes), in its order; no two of them overlap. None goes over a line's end."""
    found: list[Found] = []
    at = 0
    for line in plain.split("\n"):
        if line:
            read = _in_line if len(line) <= _REMEMBERED else _in_line.__wrapped__
            found += [Found(kind, value, at + start, at + end) for kind, value, start, end in read(line)]
        at += len(line) + 1
    return found


_REMEMBERED = 2000
"""The longest line that is remembered; the rest of a paper stays as it is while one line is typed, and its brief says it again."""


@lru_cache(2048)
def _in_line(line: str) -> tuple[Found, ...]:
    text = _ENDLESS.sub(lambda run: _TAKEN * len(run[0]), ascii_digits(line))
    if _DRAWN.search(text):
        text = _ORNAMENT.sub(lambda drawn: _TAKEN * len(drawn[0]), text)
    found: list[Found] = []
    for readers in (LETTERS, QUANTITIES):
        if readers is QUANTITIES:
            text = numbers.marked(text)
        held: dict[int, bool] = {}  # many kinds need the same
        for reader in readers.values():
            need = id(reader.needs)
            if need not in held:
                held[need] = reader.needs.search(text) is not None
            if not held[need]:
                continue
            taken = [one for match in reader.pattern.finditer(text) for one in reader.read(match)]
            if taken:
                found += taken
                text = _without(text, taken)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _without(text: str, taken: Sequence[Found]) -> str:
    """The text with what has been read covered, its length kept."""
    pieces: list[str] = []
    last = 0
    for _, _, start, end in sorted(taken, key=lambda one: one.start):
        pieces += (text[last:start], _TAKEN * (end - start))
        last = end
    return "".join((*pieces, text[last:]))


def facts_in(texts: Iterable[str]) -> list[Found]:
    """The facts that texts give (a brief's, a scenario's), each once; the place is that in the plain copy of its own text."""
    first: dict[tuple[str, object], Found] = {}
    for text in texts:
        for one in find(Source(text).plain):
            first.setdefault((one.kind, one.value), one)
    return list(first.values())


_PLAIN = {"number", "small", "mark", "year"}


def fact(id: str, kind: str, says: str) -> Fact:
    """A fact of an expectation or brief as its giver wrote it: `fact("grant", "amount", "250000")`. Raises ValueError where it is none."""
    plain = Source(says).plain.strip()
    if kind == "ref":
        return Fact(id, kind, references.reference(plain), says)
    if kind == "name":
        return Fact(id, kind, names.name_words(plain), says)
    found = find(plain)
    if kind == "amount" and found and found[0].kind == "number":
        found = find(f"₹{plain}")
    value = next((one.value for one in found if one.kind == kind or {one.kind, kind} <= _PLAIN), None)
    if value is None:
        raise ValueError(says)
    return Fact(id, kind, value, says)
