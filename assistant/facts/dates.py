"""Dates, months, weekdays and years, in figures and by name, alone and several under one month or year."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from re import Match
from typing import NamedTuple

from assistant.facts.found import Found
from assistant.facts.numbers import number, plainly
from assistant.facts.patterns import END, LETTER, START, any_of, word_of
from assistant.language.dates import MONTHS, OTHER_SPELLINGS
from assistant.language.numbers import one_spelling

_SHORT = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
_MONTH_WORDS = {
    one_spelling(name): number for names in MONTHS.values() for number, name in enumerate(names, start=1)
} | {one_spelling(name): number for name, number in OTHER_SPELLINGS.items()}
_MONTH_WORDS |= {
    name.lower(): _MONTH_WORDS.get(name.lower())
    or next(n for w, n in _MONTH_WORDS.items() if w.startswith(name.lower()))
    for name in _SHORT
}
_HINDI_MONTHS = [*MONTHS["hi"], *(name for name in OTHER_SPELLINGS if not name.isascii())]

# "may", "march" and "sec" are also other words: an English month has its capital.
_ENGLISH = "|".join(f"(?:{name}|{name.upper()})" for name in [*MONTHS["en"], *_SHORT[::-1]])
MONTH = f"{START}(?:{any_of(_HINDI_MONTHS)}|{_ENGLISH}){END}\\.?"

_YEAR = "(?:19|20)[0-9]{2}"
_ORDINAL = "(?: ?(?:st|nd|rd|th|ST|ND|RD|TH|ली|वीं|वी|वें|री|थी)(?![A-Za-z\u0900-\u0963]))?"
_DAY_OF_WEEK = "(?:(?:[\u0900-\u0963]{2,8}वार|[A-Z][a-z]{2,5}day),? )?"
_LINK = f"(?: ?[,–—-] ?(?:and )?| ?(?:से|एवं|और|तथा|व|(?:to|and|till)(?: the)?|&|/) ?{_DAY_OF_WEEK}| of | day of |)"
"""What joins two of a row: 26 और गुरुवार 27 अगस्त."""
_NTH = {
    word: number
    for number, words in enumerate(
        "first पहली;second दूसरी;third तीसरी;fourth चौथी;fifth;sixth;seventh;eighth;ninth;tenth;eleventh;twelfth;thirteenth;fourteenth;"
        "fifteenth;sixteenth;seventeenth;eighteenth;nineteenth;twentieth".split(";"),
        start=1,
    )
    for word in words.split()
} | {"thirtieth": 30}
_WORDED = f"(?:[\ue000-\uf8ff]{{1,60}}+(?:[ -]?{any_of(_NTH)}{END}|{_ORDINAL})|{word_of(_NTH)}{END})"
"""A day, or a year, in words: आठ मई, twenty-fifth February, पच्चीस फरवरी दो हज़ार छब्बीस."""
_NO_MORE = r"(?![0-9]|\.[0-9]|(?:,[0-9]{2}){0,3},[0-9]{3}(?![0-9]))"
"""After the figures of a day or year: they are no head of 2,150 or 12.5."""
_TOKEN = f"(?:(?<![0-9])[0-9]{{1,4}}{_NO_MORE}{_ORDINAL}|{MONTH}|{_WORDED})"
_ROW = f"(?: ?{_LINK} ?{_TOKEN}){{1,19}}"
NAMED = re.compile(
    "[0-9\ue000-\uf8ff](?<![0-9\ue000-\uf8ff.,/].)(?<![0-9]-.)(?:(?<=[0-9])[0-9]{0,3}(?![0-9])"
    f"{_ORDINAL}|(?<=[\ue000-\uf8ff])[\ue000-\uf8ff]{{0,60}}+(?:[ -]?{any_of(_NTH)}{END}|{_ORDINAL})){_ROW}"
)
MONTH_FIRST = re.compile(f"{word_of([*_HINDI_MONTHS, *MONTHS['en'], *_SHORT, *_NTH])}{END}\\.?{_ROW}")
"""A row of days, months and years, from a day or from a month on."""
A_DAY = re.compile(f"[0-9\ue000-\uf8ff]|{word_of(_NTH)}")
"""What every such row has: a figure, a number in words, or one like पहली."""

NUMERIC = re.compile(
    r"[0-9](?<![0-9][0-9])(?<!/[0-9])(?:(?<![0-9][./][0-9])(?<![.][0-9]-[0-9])(?<![0-9][0-9][0-9]-[0-9])(?P<rest>[0-9]?)"
    r" ?(?P<by>[./-]) ?(?P<month>[0-9]{1,2}) ?(?P=by) ?(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})"
    r"|(?P<iso>(?<=[12])[0-9]{3})(?P<isoby>[-./])(?P<isomonth>[0-9]{2})(?P=isoby)(?P<isoday>[0-9]{2}))(?![0-9])(?![./-][0-9])(?!/[^ ])"
)
_FIRST = re.compile(r"(?<![0-9.,/-])([0-3]?[0-9]) ?(?:से|to|-|–|एवं|और|व|तथा|and|&) ?$")
"""The first day of a span under one month: 12 से 16.10.2026."""
_CALLED = re.compile(r"(?<![A-Za-z])(?:दिनांक|दिनाँक|दि|तारीख|ता|[Dd]ated?|[Dd]t|[Oo]n|से|तक|[Bb]y|[Tt]o)[. :ः–-]{0,4}$")
_GOES_ON = re.compile("-[^ 0-9\n]")
"""After what no calendar has: it is a file's number, एफ 1-14-2026-सात."""
_TURN = 60
"""A year of two digits below this is of this century."""

WEEKDAYS = (
    "सोमवार Monday", "मंगलवार Tuesday", "बुधवार Wednesday", "गुरुवार गुरूवार बृहस्पतिवार वृहस्पतिवार वीरवार बृहस्पतवार Thursday",
    "शुक्रवार Friday", "शनिवार शनिश्चरवार Saturday", "रविवार इतवार Sunday",
)  # fmt: skip
_SHORT_DAYS = {"Mon": 0, "Tue": 1, "Tues": 1, "Wed": 2, "Thu": 3, "Thur": 3, "Thurs": 3, "Fri": 4, "Sat": 5, "Sun": 6}
_DAYS = {one_spelling(word): number for number, words in enumerate(WEEKDAYS) for word in words.split()} | {
    word.lower(): number for word, number in _SHORT_DAYS.items()
}
WEEKDAY = re.compile(f"(?P<whole>{word_of(word for words in WEEKDAYS for word in words.split())})(?:ों)?{END}")
SHORT_WEEKDAY = re.compile(
    f"[MTWFS](?<![{LETTER}].)(?:(?:on|ues|ue|ed|hurs|hur|hu|ri|at|un)(?=\\.|[.,]{{0,2}} ?\\(?[0-9\\x00]|\\)))"
)

_PLACES = {
    one_spelling(word): place
    for place, words in {
        1: "first पहला पहले पहली प्रथम", 2: "second दूसरा दूसरे दूसरी द्वितीय", 3: "third तीसरा तीसरे तीसरी तृतीय", 4: "fourth चौथा चौथे चौथी चतुर्थ",
        5: "fifth पाँचवाँ पाँचवें पाँचवीं", -1: "last अंतिम आख़िरी",
    }.items()
    for word in words.split()
}  # fmt: skip
_PLACE = f"(?P<place>{word_of(_PLACES)})"
_A_DAY = (
    f"(?:(?P<weekday>{any_of(word for words in WEEKDAYS for word in words.split())})"
    f"|{any_of(('day', 'दिन', 'दिवस', 'तारीख़', 'तिथि'))}){END}"
)
_IN_YEAR = f"(?:,? ?(?P<year>{_YEAR})(?![0-9]))?"
PLACE_FIRST = re.compile(f"{_PLACE} {_A_DAY} (?:of|in) (?:the month of )?(?P<month>{MONTH}){_IN_YEAR}")
PLACE_LAST = re.compile(f"(?P<month>{MONTH}){_IN_YEAR}(?: (?:माह|महीने))? (?:का|के|की) {_PLACE} {_A_DAY}")


_COUNT = f"(?P<count>{_WORDED}|[0-9](?<![0-9][0-9])[0-9]?{_ORDINAL})"
OF_MONTH = re.compile(
    f"(?P<count>[\ue000-\uf8ff]{{1,60}}+[ -]?{any_of(_NTH)}{END}|{word_of(_NTH)}{END}|[0-9](?<![0-9][0-9])[0-9]?(?:st|nd|rd|th))"
    " (?:day )?(?:of (?:this|that|last|next|the (?:current|present|same|said|last|previous|next|coming|following)) month"
    f"|(?:instant|inst|ultimo|ult|proximo|prox)){END}(?!['’])"
)
OF_MONTH_HINDI = re.compile(
    f"{START}(?:(?P<month>{MONTH}){_IN_YEAR}(?: (?:माह|महीने))?|(?:इसी?|उसी?|चालू|वर्तमान|गत|विगत|पिछले|अगले|आगामी) (?:माह|महीने|मास))"
    f" (?:की|के) {_COUNT} ?(?:तारीख़?|तिथि|ता\\.)"
)
A_MONTH = re.compile("month|nst|ltimo|rox|ult|तारीख|तिथि|ता\\.")


def read_of_month(match: Match[str]) -> Iterator[Found]:
    """A day counted in a month: अक्टूबर की आठ तारीख; in one that only the paper's own day tells (the ninth of this month), the number."""
    said = match["count"]
    figures = re.match("[0-9]+", said)
    day = int(figures[0]) if figures else _worded(said)
    named = match.groupdict().get("month")
    if not named:
        if 0 < day < 32:
            yield Found("of-month", day, *match.span())
        return
    month, year = _MONTH_WORDS[one_spelling(named.rstrip("."))], int(match["year"] or 2024)
    if is_day(day, month, year):
        kind, value = ("date", date(year, month, day)) if match["year"] else ("day", (month, day))
        yield Found(kind, value, *match.span())


def read_day_of_month(match: Match[str]) -> Iterator[Found]:
    """A day by its place in a month: the last day of October, सितंबर 2026 का पहला बुधवार. A weekday's place needs the year, and February's end."""
    month, place = _MONTH_WORDS[one_spelling(match["month"].rstrip("."))], _PLACES[one_spelling(match["place"])]
    if not match["year"] and (match["weekday"] or (month, place) == (2, -1)):
        return
    year = int(match["year"] or 2024)
    days = range(1, calendar.monthrange(year, month)[1] + 1)
    if match["weekday"]:
        days = days[(_DAYS[one_spelling(match["weekday"])] - date(year, month, 1).weekday()) % 7 :: 7]
    if place <= len(days):
        day = days[place - 1 if place > 0 else place]
        kind, value = ("date", date(year, month, day)) if match["year"] else ("day", (month, day))
        yield Found(kind, value, *match.span())


YEAR = re.compile(
    r"(?P<year>[12](?<![0-9.,/].)(?<![0-9]-.)(?:(?<=1)9|(?<=2)0)[0-9]{2})"
    r"(?:(?P<by> ?[-–/] ?)(?P<to>(?:19|20)?[0-9]{2}))?(?![0-9])(?![,./-][0-9])"
)
_YEAR_CUE = re.compile(r"(?:वर्ष|सन्|सन|सत्र|साल|[Yy]ear|FY|[Ss]ession)[ :-]{0,3}$")
_YEAR_BEFORE = re.compile(r"(?:\b(?:in|of|since|from|during|by|till|until|to)|,|\(|[\u0900-\u0963])[ ]?$")
_YEAR_AFTER = re.compile(r" ?(?:$|[.,;।)\n]|(?:में|तक|से|के|की|का|हेतु|वाले|वाली)(?![\u0900-\u0963]))")


def read_numeric(match: Match[str]) -> Iterator[Found]:
    """A date in figures, day first or as ISO has it, and the day that a span begins with: "12 से 16.10.2026"."""
    text, start = match.string, match.start()
    if match["iso"]:
        year, month, day = int(text[start] + match["iso"]), int(match["isomonth"]), int(match["isoday"])
    else:
        year, month, day = int(match["year"]), int(match["month"]), int(text[start] + match["rest"])
    written = match["iso"] or match["year"]
    if len(written) == 2:
        year += 2000 if year < _TURN else 1900
    called = bool(_CALLED.search(text[max(0, start - 12) : start]))
    if is_day(day, month, year):
        if len(written) == 2 and match["by"] != "/" and not called and year > 2000 + 45:
            return
        first = _FIRST.search(text[max(0, start - 12) : start])
        if first and 0 < int(first[1]) < day and not match["iso"]:
            at = start - len(first[0])
            yield Found("date", date(year, month, int(first[1])), at, at + len(first[1]))
        yield Found("date", date(year, month, day), start, match.end())
    elif (
        (day or match["rest"] == "0")
        and month
        and day < 40
        and (month <= 12 or day <= 31)
        and month < 32
        and (len(written) == 4 or called)
        and not _GOES_ON.match(text, match.end())
    ):
        yield Found("impossible-date", (day, month, year), start, match.end())


def is_day(day: int, month: int, year: int) -> bool:
    """Whether a calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


class _Token(NamedTuple):
    kind: str
    value: int
    start: int
    end: int
    link: str
    """What stands before it."""


_SPLIT = re.compile(f"(?P<number>[0-9]{{1,4}}){_ORDINAL}|(?P<month>{MONTH})|(?P<words>{_WORDED})")
_A_MONTH = re.compile(MONTH)
_WHOLE = re.compile(f" {MONTH},? {_YEAR}(?![0-9])")
_AS_A_WHOLE = re.compile(" (?:माह|महीने) (?:में|के|की|का|से|तक)(?![\u0900-\u0963])")
"""After a month's name: no day of it is meant (23 में से 9 अगस्त माह में)."""
_JOINS = re.compile(r"[,–—-]|से|एवं|और|तथा|व|to|and|till|&|/")


def read_named(match: Match[str]) -> Iterator[Found]:
    """Every date that a row of days, months and years names; a month and a year hold for the days before them as well."""
    if not _A_MONTH.search(match.string, match.start(), match.end()):
        return
    tokens = list(_tokens(match))
    _settle(tokens)
    groups: list[tuple[list[_Token], _Token, _Token | None]] = []
    days: list[_Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        place += 1
        if token.kind == "day":
            days = [*days, token] if days and _JOINS.search(token.link) else [token]
        elif token.kind == "month":
            own = days if days and "," not in token.link and not _AS_A_WHOLE.match(match.string, token.end) else []
            days = []
            follows = tokens[place] if place < len(tokens) else None
            if not own and follows and follows.kind == "day" and not _JOINS.search(follows.link):
                while follows and follows.kind == "day" and (not own or _JOINS.search(follows.link)):
                    if (
                        own
                        and place + 1 < len(tokens)
                        and tokens[place + 1].kind == "month"
                        and not _JOINS.search(tokens[place + 1].link)
                    ):
                        break
                    own = [*own, follows]
                    place += 1
                    follows = tokens[place] if place < len(tokens) else None
            year = None
            if follows and follows.kind == "year" and follows.link.strip() in ("", ",", "-"):
                year = follows
                place += 1
            groups.append((own, token, year))
        else:
            days = []
    year = None
    settled = []
    for own, month, given in reversed(groups):
        year = given or year
        settled.append((own, month, given, year))
    for own, month, given, year in reversed(settled):
        yield from _group(match.string, own, month, given, year)


def _tokens(match: Match[str]) -> Iterator[_Token]:
    last = match.start()
    for part in _SPLIT.finditer(match.string, match.start(), match.end()):
        link = match.string[last : part.start()]
        last = part.end()
        if part["month"]:
            yield _Token("month", _MONTH_WORDS[one_spelling(part["month"].rstrip("."))], *part.span(), link)
        elif part["words"]:
            value = _worded(part["words"])
            yield _Token("year" if 1900 <= value < 2100 else "words", value, *part.span(), link)
        else:
            number = int(part["number"])
            kind = (
                "year"
                if len(part["number"]) == 4 and 1900 <= number < 2100
                else "day"
                if (1 <= number <= 39 or (number < 100 and _WHOLE.match(match.string, part.end())))
                and len(part["number"]) < 3
                else "other"
            )
            if len(part["number"]) == 2 and "'" in link:
                kind, number = "year", 2000 + number
            yield _Token(kind, number, *part.span(), link)


def _settle(tokens: list[_Token]) -> None:
    """A number in words is a day only right before a month, or in a row with one that is (पाँच से आठ मई): "In May two officers …"."""
    for place in range(len(tokens) - 1, -1, -1):
        if tokens[place].kind == "words":
            after = tokens[place + 1] if place + 1 < len(tokens) else None
            month = after and after.kind == "month" and after.link.strip() in ("", "of", "day of")
            row = after and after.kind == "day" and _JOINS.search(after.link) and "," not in after.link
            kind = "day" if (month or row) and 1 <= tokens[place].value <= 39 else "other"
            tokens[place] = tokens[place]._replace(kind=kind)


def _worded(words: str) -> int:
    """The number that a day or a year in words is; 0 where it is none."""
    said = plainly(words)
    nth = re.search(f"[{LETTER}]+$", words)
    last = _NTH.get(one_spelling(nth[0]), 0) if nth else 0
    value = number(words[: nth.start()] if nth else words) if words[0] >= "\ue000" else 0
    return (
        int(value) + last if value == int(value) and said.lower() != "one" and (not last or value in (0, 20, 30)) else 0
    )


_DAY_BEFORE = re.compile(
    r"\b(?:on|by|from|to|till|until|before|after|since|between|dated|and|the|of|than|–|-)\s?$", re.IGNORECASE
)
_DAY_AFTER = re.compile(r"\s?(?:$|[(.,;:)\n–/-]|(?:to|and|at|for|is|was|till|in)\b)")
_HINDI_AFTER = re.compile(r"\s?(?:\(|(?:को|तक|से|के|की|का)(?![\u0900-\u0963]))")


def _is_said(text: str, month: _Token, day: _Token) -> bool:
    """Whether a figure after a month and no year beside them is its day: in "April 12 cases, May 15 cases" it counts something."""
    if text[day.end - 1] not in "0123456789":
        return True
    if not text[month.start].isascii():
        return bool(_HINDI_AFTER.match(text, day.end))
    return bool(_DAY_AFTER.match(text, day.end) or _DAY_BEFORE.search(text, max(0, month.start - 10), month.start))


def _group(text: str, days: list[_Token], month: _Token, given: _Token | None, year: _Token | None) -> Iterator[Found]:
    if not days:
        if year:
            yield Found("month", (year.value, month.value), month.start, given.end if given else month.end)
        return
    first_is_month = month.start < days[0].start
    if first_is_month and year is None and len(days) == 1 and not _is_said(text, month, days[0]):
        return
    for place, day in enumerate(days):
        start = min(day.start, month.start) if place == 0 and first_is_month else day.start
        whole = place == len(days) - 1
        end = max(given.end if given else 0, month.end, day.end) if whole else day.end
        if year is None:
            most = calendar.monthrange(2024, month.value)[1]
            kind, value = (
                ("day", (month.value, day.value))
                if day.value <= most
                else ("impossible-date", (day.value, month.value, None))
            )
            yield Found(kind, value, start, end)
        elif is_day(day.value, month.value, year.value):
            yield Found("date", date(year.value, month.value, day.value), start, end)
        else:
            yield Found("impossible-date", (day.value, month.value, year.value), start, end)


def named_months(text: str) -> Iterator[tuple[int, int, int]]:
    """Each month that a text names, with its place."""
    for match in _A_MONTH.finditer(text):
        yield _MONTH_WORDS[one_spelling(match[0].rstrip("."))], *match.span()


def weekday_number(word: str) -> int | None:
    """Which day of the week a word names, in either language: 0 is Monday; None where it names none."""
    return _DAYS.get(one_spelling(word))


def read_weekday(match: Match[str]) -> Iterator[Found]:
    """A day of the week: 0 is Monday."""
    day = weekday_number(match["whole"] if match.lastgroup else match[0])
    if day is not None:
        yield Found("weekday", day, *match.span())


def read_year(match: Match[str]) -> Iterator[Found]:
    """A year, or a financial year by the year that it begins in; four bare digits before a thing are its number."""
    year, to = int(match["year"]), match["to"]
    if to and int(to) % 100 == (year + 1) % 100:
        yield Found("fy", year, match.start("year"), match.end())
        return
    end = match.end("year")
    before = match.string[max(0, match.start() - 12) : match.start()]
    if (
        _YEAR_CUE.search(before)
        or _YEAR_AFTER.match(match.string, end)
        or (_YEAR_BEFORE.search(before) and not re.match(r" ?[\u0900-\u0963A-Za-z]", match.string[end : end + 2]))
    ):
        yield Found("year", year, match.start("year"), end)
