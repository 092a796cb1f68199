"""Phrases as people write them in data files, and where a text says them.

    (a/b)      one or the other; (a/) a or nothing. They may stand inside a word, दिवस(ों/), but not in each other
    *          any ending of the word before it: प्रस्ताव* is प्रस्तावित as well
    …          some words between, or none, in the same sentence
    ^          the beginning of a sentence, before a phrase
    {date}     a date · {days} a span (7 दिवस, within two weeks) · {time} an hour · {weekday} · {amount} rupees · {law} a rule or section
    {fy}       2026-27

A space is any white space, before a colon none may stand; ँ, ं and a half nasal (संबंध, सम्बन्ध) are one, a nukta may be missing, capitals
make no difference.
Every repeat is bounded, so that no phrase makes a long text slow to read.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

LETTER = "A-Za-z0-9\u0900-\u0963\u0966-\u097f"
"""What a word is made of. Python's own \\w and \\b cut Devanagari words at their vowel signs."""

_SIGN = r"\w\u0900-\u0963"
"""The same, as Python's compiler takes it sooner; every pattern asks for it."""
# Up to 90 signs of one sentence; a dot ends none before a small letter or a figure (Rs. 500).
_BETWEEN = r"(?:[^।?!.\n]|\.(?! ?[A-Za-z\n])){0,90}?"
_NASAL = "(?:[\u0901\u0902]|[\u0919\u091e\u0923\u0928\u092e]\u094d)"
_NUKTA = "\u093c?"
_UNITS = re.compile(
    "\\{[a-z]+\\}| … |[\u0901\u0902]|[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u092e])|[\u0915-\u092f]\u093c?|.",
    re.DOTALL,
)
_MONTHS = (
    "जनवरी|फ़?रवरी|फरवरी|मार्च|अप्रैल|अप्रेल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|अक्तूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर|"
    "jan(?:uary)?|feb(?:ruary)?|march|mar|april|apr|may|june|jun|july|jul|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
_FULL_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_OF_YEAR = r"(?:[ ,-]{1,2}(?:19|20)\d\d(?!\d))?"
_MONEY = "रुपये|रुपए|रूपये|रूपए"
_LAKHS = "लाख|करोड़|करोड़|हजार|हज़ार|lakhs?|crores?|thousand"
_FIGURE = r"\d[\d,]{0,20}(?:\.\d{1,3})?"
_COUNT = (
    "एक|दो|तीन|चार|पाँच|पांच|छह|छः|सात|आठ|नौ|दस|पंद्रह|पन्द्रह|बीस|इक्कीस|तीस|पैंतालीस|साठ|नब्बे|"
    "one|two|three|four|five|six|seven|eight|ten|fifteen|twenty|twenty-one|thirty|sixty|ninety|a"
)
KINDS = {
    "date": rf"(?:(?<![\d./-])\d{{1,2}}(?: ?[./-] ?\d{{1,2}} ?[./-] ?(?:\d{{4}}|\d{{2}})(?!\d)"
    rf"| ?(?:st|nd|rd|th)?(?: of)?[ ,-]{{0,2}}(?:{_MONTHS})(?![{_SIGN}]){_OF_YEAR})"
    rf"|(?<![{_SIGN}])(?:{_FULL_MONTHS}) \d{{1,2}}(?!\d){_OF_YEAR})",
    "days": rf"(?<![{_SIGN}])(?:\d{{1,3}}|{_COUNT})[ \n]?(?:\([^()\n]{{1,20}}\)[ \n]?)?(?:(?:कार्य|कार्यालयीन|clear|working|calendar)[ \n])?"
    rf"(?:दिवसों|दिवस|दिनों|दिन|सप्ताहों|सप्ताह|माह|महीने|घंटों|घंटे|घण्टे|days?|weeks?|months?|hours?)['’]?(?![{_SIGN}])",
    "time": r"(?<![\d./:])(?:\d{1,2} ?[:.] ?\d{2} ?(?:बजे|[ap]\.? ?m\b\.?|hours|hrs)|\d{1,2} ?बजे|\d{1,2} ?[ap]\.? ?m\b\.?"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])|\d{1,2} (?:noon|o'clock)|\d{4} (?:hours|hrs))",
    "weekday": rf"(?<![{_SIGN}])(?:सोमवार|मंगलवार|बुधवार|गुरुवार|गुरूवार|बृहस्पतिवार|वीरवार|शुक्रवार|शनिवार|रविवार"
    rf"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?![{_SIGN}])",
    "amount": rf"(?:(?:₹|(?<![{_SIGN}])(?:रु|रू|{_MONEY}|rs|inr|rupees))\.? ?:?-? ?{_FIGURE}(?:/-)?(?: ?(?:{_LAKHS}))?"
    rf"|(?<![\d,./{_SIGN}]){_FIGURE} ?(?:/-|(?:(?:{_LAKHS}) ?)?(?:{_MONEY}|रु\.|रू\.|rupees))"
    rf"|(?<![\d,./{_SIGN}]){_FIGURE} ?(?:लाख|करोड़|करोड़|lakhs?|crores?)(?![{_SIGN}]))",
    "fy": r"(?<![\d/-])20\d\d[-–]\d\d(?!\d)",
    "law": rf"(?<![{_SIGN}])(?:नियम(?:ों|ावली)?|उप-?नियम|धारा(?:ओं|एँ|एं)?|उपधारा|अनुच्छेद|अधिनियम|संहिता|विनियम"
    rf"|rules?|sections?(?= ?[0-9])|articles?(?= ?[0-9])|(?-i:Acts?|ACT|Code|CODE)|regulations?|u/s)(?![{_SIGN}])",
}
"""What may stand in braces."""


_ANY_SPACE = "~"
"""Stands where a phrase has a space before a colon: निर्णय : and निर्णय: are one."""


@cache
def phrase(words: str) -> re.Pattern[str]:
    """A phrase of a data file as a pattern. Raises ValueError where a bracket is left open or a brace names nothing."""
    try:
        return re.compile(_pattern(_plain(words)), re.IGNORECASE)
    except (re.error, KeyError) as error:
        raise ValueError(words) from error


def sayable(words: str) -> bool:
    """Whether a phrase can be looked for; nothing is compiled for it yet, for most of a form's phrases are never needed."""
    try:
        _pattern(_plain(words))
    except KeyError:
        return False
    return words.count("(") == words.count(")") and not re.search(r"\([^()]*\(", words)


_OF_KINDS = {
    "days": ("दिवस", "दिन", "सप्ताह", "माह", "महीने", "घंटों", "घंटे", "घण्टे", "day", "week", "month", "hour"),
    "weekday": ("वार", "day"),
}
"""What stands in every text of these kinds."""


class _Need(NamedTuple):
    """Words that a phrase can't be said without, as a folded text has them, and the marks (`_marks`) that such a text then has."""

    words: str
    marks: tuple[str, ...]


class _Needed(NamedTuple):
    """The most signs that a phrase takes in a folded text, and what that text has in any case: of each of these rows one. The first
    row says most."""

    reach: int
    rows: tuple[tuple[_Need, ...], ...]
    marks: tuple[frozenset[str], ...]
    """Of each row but the first, the mark of each choice that says most."""


@cache
def _needed(words: str) -> _Needed:
    words = _plain(words).removeprefix("^")
    rows = []
    for piece in _PIECES.finditer(words):
        choices = _OF_KINDS.get(piece["kind"], ("",)) if piece["kind"] else (piece["choices"] or piece[0]).split("/")
        opens = not piece["kind"] and bool(_OPEN.search(words, 0, piece.start()))
        closes = not piece["kind"] and words[piece.end() :][:1] in ("", " ", "-")
        row = [_need(choice, opens, closes) for choice in choices]
        if all(need.words for need in row):
            rows.append(tuple(sorted(row)))
    if not rows:
        return _Needed(_ALL, ((_Need("", ("",)),),), ())
    longest = re.sub(r"\(([^()]*)\)", lambda match: max(match[1].split("/"), key=len), words)
    most = _NEXT + len(longest) + sum(signs * longest.count(sign) for sign, signs in _MOST.items())
    rows.sort(key=lambda row: -min(len(need.words) for need in row))
    return _Needed(most, tuple(rows), tuple(frozenset(need.marks[0] for need in row) for row in rows[1:]))


def _need(words: str, opens: bool, closes: bool) -> _Need:
    """What is needed of a piece of a phrase; whether a word begins and ends where the piece does."""
    fixed = words.partition("*")[0]
    folded = _folded(fixed)
    marks = []
    for run in _RUN.finditer(folded):
        if opens or run.start() > 0:
            whole = run.end() < len(folded) or (closes and fixed == words)
            marks.append(f"{run[0]} " if whole else run[0][:_START])
    return _Need(folded.strip(), tuple(sorted(marks, key=len, reverse=True)) or ("",))


_PIECES = re.compile(rf"\((?P<choices>[^()]*)\)|\{{(?P<kind>[a-z]+)\}}|[^(){{}}…*{_ANY_SPACE}]+")
_OPEN = re.compile(r"(?:^|[ -])(?:\((?:[^()/]* )?(?:/(?:[^()/]* )?){1,20}\))?$")
"""Before what begins a word: nothing, a space, or words that may be missing with their space."""
_RUN = re.compile(f"[{_SIGN}]+")
_ALL = 1 << 30
_MOST = {"…": 92, "*": 20, "{": 70}
"""How many signs at most stand for these; any other is one."""
_NEXT = 4
"""Signs around a phrase that its pattern looks at as well."""


def _plain(words: str) -> str:
    """The phrase with its optional words told one way: what may be left out takes the space after it along, at the end the one before."""
    words = re.sub(r" (?=\(?:)", _ANY_SPACE, unicodedata.normalize("NFC", words.strip()))
    words = re.sub(r" \(([^()]*)/\)$", lambda match: f"( {match[1].replace('/', '/ ')}/)", words)
    return re.sub(r"\(([^()]*)/\) ", lambda match: f"({match[1].replace('/', ' /')} /)", words)


_BEFORE = f"(?<![{_SIGN}])(?<![{_SIGN}]-)"
"""Where a word begins."""
_OPENS = r"(?:(?<=[\n\"“])|(?<=[\n।.!?:>] )|^)"


def _pattern(words: str) -> str:
    opens, words = words.startswith("^"), words.removeprefix("^")
    before = "" if words.startswith("{") else _BEFORE
    ends = words.endswith(("*", "}", "…")) or not re.search(f"[{LETTER})]$", words)
    after = "" if ends else f"(?!-?[{_SIGN}])"
    return f"{_OPENS if opens else ''}{before}(?:{_said(words)}){after}"


def _said(words: str) -> str:
    pieces = []
    deep = 0
    for unit in _UNITS.findall(words):
        deep += (unit == "(") - (unit == ")")
        if unit.startswith("{") and len(unit) > 1:
            pieces.append(KINDS[unit[1:-1]])
        elif unit == "*":
            pieces.append(f"[{_SIGN}]{{0,20}}")
        elif unit == " … ":
            pieces.append(rf"(?=[ \n]){_BETWEEN}[ \n]")
        elif unit == "…":
            pieces.append(_BETWEEN)
        elif unit in "()" or (unit == "/" and deep):
            pieces.append({"(": "(?:", ")": ")", "/": "|"}[unit])
        elif unit in "{}":
            raise KeyError(unit)
        else:
            pieces.append(_unit(unit))
    return "".join(pieces)


def _unit(unit: str) -> str:
    """One sign as people write it."""
    if unit[0] in "\u0901\u0902" or (len(unit) == 2 and unit[1] == "\u094d"):
        return _NASAL
    if unit == " ":
        return r"[ \n]{1,2}"
    if unit == _ANY_SPACE:
        return r"[ \n]{0,2}"
    if unit in "'’":
        return "['’]"
    if unit == "-":
        return "[-– ]"
    return re.escape(unit[0]) + (_NUKTA if unit[0] in "कखगजडढफय" else "")


def written(names: Iterable[str]) -> str:
    """A pattern for any of these names as people write them, in small letters; put the longer before what they begin with."""
    begun: dict[str, list[str]] = {}  # by their first sign: of hundreds few are then tried at a place
    for name in names:
        first, *rest = map(_unit, _UNITS.findall(unicodedata.normalize("NFC", name)))
        begun.setdefault(first.lower(), []).append("".join(rest))
    said = "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in begun.items())
    return f"(?<![{LETTER}])(?:{said})(?![{LETTER}])"


def _folded(text: str) -> str:
    """The text as it is searched in first: small letters, no nukta, one sign for a nasal, one white space and one dash."""
    text = text.replace("\u0130", "I").lower()  # İ alone is two signs when it is small
    text = text.replace("\u093c", "").replace("\u0901", "\u0902").replace("\n", " ").replace("’", "'")
    return _DASHED.sub(" ", HALF_NASAL.sub("\u0902", text))


_DASHED = re.compile("[–-][ –-]{0,39}| [ –-]{1,39}")
HALF_NASAL = re.compile("[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u092e])")
_SHORTENED = re.compile(HALF_NASAL.pattern.replace("]", "]\u093c?", 1) + "|\u093c|[ \n–-]{2,40}")
"""What is fewer signs in a folded text."""


class _Searched:
    """A text made ready for a search: folded, and its marks, for by them most phrases are ruled out."""

    def __init__(self, text: str) -> None:
        self.folded = _folded(text)
        words = set(_RUN.findall(self.folded))
        marks = _marks if max(map(len, words), default=0) <= _LONGEST else _marks.__wrapped__
        self.marks = frozenset(("",)).union(*map(marks, words))
        self._places: dict[str, list[int]] = {}
        self._cuts: list[int] = []
        self._gone: list[int] = [0]
        gone = 0
        for match in _SHORTENED.finditer(text):
            gone += match.end() - match.start() - (match[0] != "\u093c")
            self._cuts.append(match.end() - gone)
            self._gone.append(gone)

    def place(self, at: int) -> int:
        """The place in the text of a place in the folded one."""
        return at + self._gone[bisect_right(self._cuts, at)]

    def windows(self, needs: list[str], reach: int) -> Iterator[tuple[int, int]]:
        """What stands around these words in the folded text; what overlaps is one."""
        first = last = -1
        for at in sorted(chain.from_iterable(map(self._places_of, needs))):
            if at - reach > last >= 0:
                yield first, last
                first = -1
            first = max(at - reach, 0) if first < 0 else first
            last = at + reach
        if last >= 0:
            yield first, last

    def _places_of(self, words: str) -> list[int]:
        """Where these words stand in the folded text, looked for once: many phrases need the same."""
        if words not in self._places:
            self._places[words] = list(every(self.folded, words))
        return self._places[words]


def every(text: str, words: str) -> Iterator[int]:
    """Every place where these words stand."""
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1) if words else -1


_searched = lru_cache(8)(_Searched)
_LONGEST = 40
"""The longest word that is remembered: one text has most of its words of another."""


@lru_cache(8192)
def _marks(word: str) -> frozenset[str]:
    """The marks of a word: it as a whole, with a space after it, and its first signs."""
    return frozenset((f"{word} ", *(word[:length] for length in range(1, _START + 1))))


_START = 4


@lru_cache(1024)
def _by_mark(wanted: tuple[str, ...]) -> tuple[frozenset[str], dict[str, list[tuple[int, _Need]]]]:
    """What phrases need most, by its longest mark: each with its phrase's place; and these marks, for two sets are compared soonest."""
    by_mark: dict[str, list[tuple[int, _Need]]] = {}
    for at, words in enumerate(wanted):
        for need in _needed(words).rows[0]:
            by_mark.setdefault(need.marks[0], []).append((at, need))
    return frozenset(by_mark), by_mark


def matches(wanted: tuple[str, ...], text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Where the text says any of the phrases, phrase by phrase in their order. A phrase is looked for only where the words stand
    that it needs: of hundreds a few, each in a line or two."""
    searched = _searched(text)
    folded, marks = searched.folded, searched.marks
    known, by_mark = _by_mark(wanted)
    near: dict[int, list[str]] = {}
    for mark in marks & known:
        for at, need in by_mark[mark]:
            if len(need.marks) == 1 or marks.issuperset(need.marks):
                near.setdefault(at, []).append(need.words)
    for at in sorted(near):
        needed = _needed(wanted[at])
        if any(map(marks.isdisjoint, needed.marks)):
            continue
        for first, last in searched.windows(near[at], needed.reach):
            if _stand(needed.rows[1:], folded, first, last):
                for match in phrase(wanted[at]).finditer(text, searched.place(first), searched.place(last)):
                    yield wanted[at], match


def _stand(rows: tuple[tuple[_Need, ...], ...], folded: str, first: int, last: int) -> bool:
    """Whether of each row one stands between two places."""
    for row in rows:
        for need in row:
            if folded.find(need.words, first, last) >= 0:
                break
        else:
            return False
    return True


def find(wanted: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    """Where the text says any of the phrases, phrase by phrase."""
    return (match.span() for _, match in matches(tuple(wanted), text))
