"""What a paper itself disproves: a day that no calendar has, a weekday, words, a total or a count of days that doesn't fit. No brief is needed."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from assistant.checks.facts.in_words import words_mismatch
from assistant.checks.facts.sums import total_mismatch
from assistant.checks.finding import Case, Spot
from assistant.facts import Found
from assistant.language.dates import show_date

_FIGURES = re.compile(r"[0-9]{1,2}( ?[./-] ?)[0-9]{1,2}\1[0-9]{2,4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")
_DATED = re.compile(
    r"(?:दिनांक|दिनाँक|दिनाक|दि\.|तारीख|तिथि|\b(?:dated?|dt\.?|on|by|from|till|until|before|after))[\s:,.–-]{0,4}$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:क्रमांक|क्रं?\.|संख्या|सं\.|पत्रांक|नस्ती|फाइल|प्रकरण|नंबर|कोड|नियम|धारा|कंडिका|पैरा|बिंदु|खसरा|"
    r"\b(?:no|nos|number|file|case|code|rule|section|para|item|version|ver|id))[\s:.,(-]{0,4}$",
    re.IGNORECASE,
)
"""Before figures: they are a number as issued, whatever they look like."""
_GOES_ON = re.compile(r"\s?(?:तक|को|से|के|की)(?![\u0900-\u0963])")


def dates(case: Case) -> list[Found]:
    """The whole dates of the paper, in order."""
    return [found for found in case.found if found.kind == "date" and isinstance(found.value, date)]


def date_impossible(case: Case) -> Iterator[Spot]:
    """A day that no calendar has. File numbers and ranges that look like dates are none."""
    for found in case.found:
        if found.kind == "impossible-date" and _meant_as_date(case.text, found.start, found.end):
            yield Spot(found.start, found.end, values={"date": case.text[found.start : found.end]})


def _meant_as_date(text: str, start: int, end: int) -> bool:
    """Whether it is a date: a month's name says so, a word before figures, or dots and a whole year, as dates alone are written."""
    figures = _FIGURES.fullmatch(text, start, end)
    if not figures:
        return True
    before = max(0, start - 20)
    if _NUMBERED.search(text, before, start):
        return False
    whole = bool(re.search("(?:19|20)[0-9]{2}$", figures[0]))
    if whole and re.search(
        f"(?<![0-9])[0-3]?[0-9]{re.escape(figures[1])}[01]?[0-9]{re.escape(figures[1])}(?:19|20)[0-9]{{2}}(?![0-9])",
        text[:start] + " " + text[end:],
    ):
        return True  # other days of the paper are written so
    return bool(_DATED.search(text, before, start)) or (
        whole and ("." in figures[0] or bool(_GOES_ON.match(text, end)))
    )


WEEKDAYS = (
    ("सोमवार", "Monday"), ("मंगलवार", "Tuesday"), ("बुधवार", "Wednesday"), ("गुरुवार", "Thursday"), ("शुक्रवार", "Friday"),
    ("शनिवार", "Saturday"), ("रविवार", "Sunday"),
)  # fmt: skip
"""The days of the week in Hindi and English, Monday first."""

_TO = re.compile(
    r"\s?(?:,|से|एवं|तथा|और|व|या|to|and|or|&|-|–)\s?(?:(?:and|और|तथा|एवं|व)\s)?(?:(?:an?|the|respectively an?|दिनांक)\s)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s?,?\s?(?:(?:को|दिन|वार|दिवस|दिनांक|दि\.|तारीख|the|dated|dt\.?|a|i\.e\.,?"
    r"|(?:को,? )?(?:अर्थात्?|यानी|यानि|जो)|that is,?"
    r"|which (?:is|was|will be|falls on|fell on|happens to be)(?: an?)?)(?![a-z\u0900-\u0963\u094d]))?\s?[:.,–-]?\s?[\[(]?"
    r"\s?(?:(?:दिन|दिनांक|the)\s?:?)?\s?",
    re.IGNORECASE,
)
_EVERY = re.compile(r"(?:(?<![\u0900-\u0963])(?:प्रत्येक|हर|प्रति)|\bevery|\beach)\s?$", re.IGNORECASE)


def weekday_mismatch(case: Case) -> Iterator[Spot]:
    """The weekday beside a whole date isn't that date's. Between two dates it belongs to the one that it fits."""
    row = [found for found in case.found if found.kind in ("date", "day", "weekday")]
    for at, weekday in enumerate(row):
        if weekday.kind != "weekday" or _EVERY.search(case.text, max(0, weekday.start - 10), weekday.start):
            continue
        beside = [one for one in row[max(0, at - 1) : at + 2] if one is not weekday]
        between = [case.text[min(one.end, weekday.end) : max(one.start, weekday.start)] for one in beside]
        if any(one.kind == "weekday" and _TO.fullmatch(gap) for one, gap in zip(beside, between, strict=True)):
            own = _in_turn(case, row, at)  # none for Monday to Friday
        else:
            own = [
                one
                for one, gap in zip(beside, between, strict=True)
                if one.kind in ("date", "day") and _BETWEEN.fullmatch(gap) and "\n" not in gap
            ]
        days = [day for one in own for day in _days(case, one)]
        if days and weekday.value not in [day.weekday() for day in days]:
            yield _weekday_spot(case, weekday, own[0], days[0])


def _in_turn(case: Case, row: list[Found], at: int) -> list[Found]:
    """The date of a weekday in a row of as many as there are dates in the row before it: 10 and 11 October, a Saturday and a Sunday."""
    first, last = at, at + 1
    while first and row[first - 1].kind == "weekday":
        first -= 1
    while last < len(row) and row[last].kind == "weekday":
        last += 1
    days, names = row[2 * first - last : first] if last <= 2 * first else [], row[first:last]
    joined = all(
        _TO.fullmatch(case.text, one.end, other.start) for half in (days, names) for one, other in pairwise(half)
    )
    near = days and _BETWEEN.fullmatch(case.text, days[-1].end, names[0].start)
    dated = all(one.kind != "weekday" for one in days)
    return [days[at - first]] if near and joined and dated else []


def _days(case: Case, found: Found) -> list[date]:
    """The date; of a day without its year those that lie near the paper's own."""
    value: Any = found.value
    if isinstance(value, date):
        return [value]
    own = case.day or next((one.value for one in dates(case) if isinstance(one.value, date)), None)
    try:
        near = [date(own.year + n, *value) for n in (0, 1, -1)] if own else []
    except ValueError:
        return []
    return [day for day in near if own and abs((day - own).days) < _NEAR]


_NEAR = 200
"""Days within which a day without its year is meant; where two are, either may be."""


def _weekday_spot(case: Case, weekday: Found, dated: Found, day: date) -> Spot:
    hindi, english = WEEKDAYS[day.weekday()]
    start, end = min(weekday.start, dated.start), max(weekday.end, dated.end)
    said = case.text[weekday.start : weekday.end]
    right = hindi if not said.isascii() else english if said.endswith(("day", "DAY")) else english[:3]
    right = right.upper() if said.isupper() else right
    mended = case.text[start : weekday.start] + right + case.text[weekday.end : end]
    return Spot(start, end, suggestion=mended, values={"date": show_date(day), "day": {"hi": hindi, "en": english}})


_DAY_NAME = r"(?:(?:[\u0904-\u0939]{1,3}[\u0900-\u0963]{0,4}वार|[A-Za-z]{3,6}day),?\s?)?"
_FROM_TO = re.compile(
    rf"\s?,?\s?{_DAY_NAME}(?:\([^()\n]{{1,12}}\)\s?)?(?:से|to|till|until|upto|up to|through|[–-])\s?{_DAY_NAME}(?:दिनांक\s?|दि\.\s?|the\s)?{_DAY_NAME}",
    re.IGNORECASE,
)
_FILLING = (
    r"(?:तक|की|के|का|लिए|अवधि|कुल|मिलाकर|पूरे|लगातार|निरंतर|मात्र|केवल|अर्थात्?|अर्थात|यानी|यानि|हेतु|for|total|of|i\.e\."
    r"|that is|that is to say|over|namely|viz\.?|in all|"
    r"a|an|full|whole|period|is|being|all|only|continuous|about|spread|lasting|spanning|running|the|exactly|precisely|just|altogether"
    r"|making|totalling|which|that|this|means|makes|comes to|amounting to|ठीक|कुल-जमा|सकल|समूचे|बराबर|जो|यह|कि)"
)
_COUNT_AFTER = re.compile(
    rf"\s?(?:\([^()\n]{{1,12}}\)\s?)?[,(–-]?\s?(?:{_FILLING}[\s,]{{1,2}}){{0,6}}(?:[(\[]\s?(?:{_FILLING}\s){{0,2}})?",
    re.IGNORECASE,
)
_WHO = re.compile(r"\s?तक\s(?:[\u0900-\u0963]{2,15}\s){1,4}$|,?\s(?:[A-Za-z]{2,15}\s){1,3}(?:on|for)\s$")
"""Whose days they are, between the span and the count: से 07.09.2026 तक प्रभारी अधिकारी 5 दिवस के अवकाश पर."""
_NO_WHO = re.compile(
    r"(?<![\u0900-\u0963])(?:और|एवं|तथा|व|में|कर|करके|होगा|होगी|होंगे|लगेंगे|रहेगा|रहेंगे|चलेगा|चलेंगे|से|प्रति|प्रत्येक|हर|भी"
    r"|पर|को)(?![\u0900-\u0963])|\b(?:and|or|in|every|each|at|with|will|shall|was|were)\b"
)
_A_SPELL = re.compile(
    r"\s?(?:के|का|की|के लिए)\s(?:[\u0900-\u0963]{2,12}\s){0,2}?(?:अवकाश|प्रशिक्षण|शिविर|दौरे|दौरा|भ्रमण|कार्यशाला|प्रवास"
    r"|यात्रा)|'?s?'?\s(?:earned |casual )?(?:leave|training|tour)\b"
)
_COUNT_BEFORE = re.compile(
    rf"[^।,;:\n0-9]{{0,60}}|\s?[,(:–-]\s?(?:{_FILLING}[\s,]{{1,2}}){{0,3}}(?:दिनांक\s?|दि\.\s?|from\s|with effect from\s"
    rf"|w\.e\.f\.\s|viz\.?,?\s|namely,?\s|commencing\s(?:on|from)\s)?(?:the\s)?",
    re.IGNORECASE,
)
_NO_COUNT_BEFORE = re.compile(
    r"(?:\b(?:within|in(?! all)|after|before|every|least|minimum|another|remaining|next|on|each|only|per|than)|शेष|प्रत्येक|हर|कम से कम"
    r"|अगले|आगामी|प्रति|केवल|में|में से|पहले|प्रथम|अधिकतम|न्यूनतम|से अधिक)\s(?!the\s$)(?:\S{1,10}\s)?$",
    re.IGNORECASE,
)
_NO_COUNT_AFTER = re.compile(
    r"\s?(?:के भीतर|के अंदर|के अन्दर|में(?![\u0900-\u0963])|पूर्व|पहले|बाद|पश्चात|के बाद|से अधिक|से कम|की देरी|का विलंब|later"
    r"|before|after|ago|prior|notice|in advance|late\b|of (?:which|it|this|that|the)\b"
    r"|(?:उपस्थित|अनुपस्थित|गैरहाजिर|कार्य किया|वर्षा|बैठक|absent|present|of absence|of rain|a week|per week|in a\b))",
    re.IGNORECASE,
)
_IN_TIME = re.compile(r"\s?में(?![\u0900-\u0963])")
HINDI_ASK = re.compile(
    r"(?<![\u0900-\u0963])(?:करें|कराएँ|कराएं|करायें|करावें|भेजें|भिजवाएँ|भिजवाएं|भिजवायें|दें|देवें|लें|लेवें|बताएँ|बताएं"
    r"|पहुँचाएँ|पहुंचाएं|जाए|जाएँ|जाएं|जाये|जाय|"
    r"जावे|जावें|जायें|हों|होवें|रहें|(?:करने|कराने|भेजने|देने|होने|पहुँचने) (?:का (?:कष्ट|अनुरोध)|की कृपा)|अनिवार्य है"
    r"|आवश्यक है|अपेक्षित हैं?|अनुरोध है|"
    r"निर्देशित किया जाता है|सकें|कर दें|करा दें|कीजिए|कीजिये|दीजिए|दीजिये|चाहिए|करेंगे|होगा|होगी)(?![\u0900-\u0963])"
)
_LEFT_OUT = re.compile(
    r"(?<!मुख्यालय )छोड़|के अतिरिक्त(?! (?:कक्ष|भवन|कार्यालय|परिसर))|सार्वजनिक अवकाश|शासकीय अवकाश|राजपत्रित|रविवार|कार्य ?दिव|पूर्व ?योजित"
    r"|अनु ?योजित|जोड़|आध[ाे](?![\u0900-\u0963])|अर्ध|अर्द्ध ?दिव|(?:पूर्वाह्न|अपराह्न)(?! ?[0-9])|"
    r"\b(?:exclud|except|holiday|sunday|working|prefix|suffix|half(?! a dozen)|forenoon|afternoon|out of)",
    re.IGNORECASE,
)
"""Words by which a sentence says that not every day of the span counts."""
_WITHIN_IT = re.compile(r"\b(?:between|during)(?: (?:the|period|dates?|from|of|days)){0,4},? $", re.IGNORECASE)
_WITHIN_IT_AFTER = re.compile(r"(?: (?:तक|की|अवधि))* ?(?:के (?:बीच|मध्य|दौरान)|में से)")
"""Beside a span: what is counted lies somewhere in it."""
_DAYS = re.compile("दिव|दिन|day", re.IGNORECASE)
_WEEKS = re.compile("सप्ताह|हफ़?्त|week", re.IGNORECASE)
_FORTNIGHT, _MONTH, _ODD_DAYS = 15, Decimal("30.4"), 7
"""A span of so many months may be a week off: it begins on a Monday and ends on a Friday."""
_PAID = re.compile(
    r"वेतन|मजदूरी|मानदेय|देयक|बिल(?!ा)|किराय|बकाया|लंबित|शुल्क|\b(?:wages?|pay|salary|rents?|bills?|dues?|arrears|fees?|pending)\b",
    re.IGNORECASE,
)
"""Of a span's months only some may be owed."""
_ROUGHLY = re.compile(
    r"(?:(?<![\u0900-\u0963])(?:लगभग|करीब|तकरीबन)|\b(?:about|nearly|almost|roughly|some|over|approximately)) $",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"(?:(?<![\u0900-\u0963])(?:उक्त|इस|इन|उपरोक्त|उपर्युक्त)\s(?:पूरे\s)?|\b(?:the|these|said|this)\s(?:said\s|whole\s|full\s)?)$",
    re.IGNORECASE,
)
"""Before a count in a later sentence: it is the span that was named."""
_POINTED = re.compile(r"(?:(?<![\u0900-\u0963])(?:इन|उक्त)\s|\b(?:these|said)\s)$", re.IGNORECASE)
_SPELL = re.compile(
    r"\s?(?:के |की |का |'s?\s?|’s?\s?|-|long )?(?:पाठ्यक्रम|प्रशिक्षण|शिविर|कार्यशाला|अभियान|दौर|भ्रमण|अवकाश|यात्रा|सम्मेलन"
    r"|संगोष्ठी|मेल|पखवाड़|आयोजन|अवधि|"
    r"(?:course|training|camp|workshop|programme|program|campaign|tour|leave|conference|seminar|fair|period|inspection|event)\b)",
    re.IGNORECASE,
)


def days_mismatch(case: Case) -> Iterator[Spot]:
    """A count of days or weeks beside a span of dates that has more or fewer, both its ends counted."""
    row = [found for found in case.found if found.kind in ("date", "day")]
    spans: list[tuple[Found, int]] = []
    told: set[int] = set()
    for first, last in pairwise(row):
        if not _FROM_TO.fullmatch(case.text, first.end, last.start) or not (length := _length(case, first, last)):
            continue
        spans.append((last, length))
        start, end = case.sentence(first.start)
        counts = [found for found in case.within(start, end) if found.kind in ("days", "months")]
        within_it = _WITHIN_IT.search(case.text, start, first.start) or _WITHIN_IT_AFTER.match(case.text, last.end)
        if not counts or within_it or _LEFT_OUT.search(case.text, start, end):
            continue
        for count in counts:
            if count.start not in told and _counts(case, count, first, last, start) and _differs(case, count, length):
                told.add(count.start)
                yield _days_spot(case, count, length)
    yield from _named_again(case, spans, told)
    yield from _against_the_brief(case, spans, told)


def _against_the_brief(case: Case, spans: list[tuple[Found, int]], told: set[int]) -> Iterator[Spot]:
    """A count that nobody gave, where the brief counts the days of a span that the paper has, and the paper counts them nowhere: however
    far from the span it stands, it is that count."""
    counts = [found for found in case.found if found.kind == "days"]
    given = {one.value for one in case.known if one.kind == "days"} if spans and counts else set()
    lengths = {length for _, length in spans} & given - {one.value for one in counts}
    if len(lengths) != 1 or any(_LEFT_OUT.search(case.text, *case.sentence(last.start)) for last, _ in spans):
        return
    for count in counts:
        if (
            count.value not in given
            and count.start not in told
            and abs(count.figure - min(lengths)) <= max(2, min(lengths) // 2)
            and _DAYS.search(case.text, count.start, count.end)
            and not _NO_COUNT_BEFORE.search(case.text, max(0, count.start - 40), count.start)
            and not _NO_COUNT_AFTER.match(case.text, count.end)
            and not _LEFT_OUT.search(case.text, *case.sentence(count.start))
        ):
            yield _days_spot(case, count, *lengths)


_OF_DAYS = re.compile(r"-day$|दिवसीय$", re.IGNORECASE)
_LONG = 120


def _counts(case: Case, count: Found, first: Found, last: Found, start: int) -> bool:
    """Whether a count beside a span is that of its days."""
    text = case.text
    if _NO_COUNT_BEFORE.search(text, start, count.start):
        return False
    if count.end <= first.start:
        if (
            _OF_DAYS.search(text, count.start, count.end) and first.start - count.end < _LONG
        ):  # a five-day drive in 15 wards from …
            return not any(found.kind in ("date", "day", "days") for found in case.within(count.end, first.start))
        return bool(_COUNT_BEFORE.fullmatch(text, count.end, first.start)) and not _NO_COUNT_AFTER.match(
            text, count.end
        )
    if count.start < last.end:
        return False
    if _COUNT_AFTER.fullmatch(text, last.end, count.start):
        return (
            not _NO_COUNT_AFTER.match(text, count.end)
            or (bool(_IN_TIME.match(text, count.end)) and "कुल" in text[last.end : count.start])
            or (
                bool(_IN_TIME.match(text, count.end))
                and "तक" in text[last.end : count.start]
                and not HINDI_ASK.search(text, *case.sentence(count.start))
            )
        )
    return bool(
        count.start - last.end < 60
        and _WHO.fullmatch(text, last.end, count.start)
        and not _NO_WHO.search(text, last.end, count.start)
        and _A_SPELL.match(text, count.end)
    )


def _differs(case: Case, count: Found, length: int) -> bool:
    """Whether a count isn't the span's; a week may be five to eight days of it, and a longer unit is seldom to the day."""
    value: Any = count.value
    if count.kind == "days" and not isinstance(value, int):
        return False
    if _DAYS.search(case.text, count.start, count.end):
        return bool(value != length)
    if _ROUGHLY.search(case.text, max(0, count.start - 15), count.start):
        return False
    if count.kind == "months":
        owed = _PAID.search(case.text, *case.sentence(count.start))
        return not owed and bool(abs(length - value * _MONTH) > _ODD_DAYS)
    if _WEEKS.search(case.text, count.start, count.end):
        return not value - 2 <= length <= value + 1
    return not value - 3 * (value // _FORTNIGHT) <= length <= value + value // _FORTNIGHT


def _days_spot(case: Case, count: Found, length: int) -> Spot:
    said = case.text[count.start : count.end]
    figures = re.match(r"[0-9]+", said) if _DAYS.search(said) else None
    mended = f"{length:0{len(figures[0])}d}" + said[figures.end() :] if figures else ""
    return Spot(count.start, count.end, suggestion=mended, values={"days": length, "said": said})


def _named_again(case: Case, spans: list[tuple[Found, int]], told: set[int]) -> Iterator[Spot]:
    """A later sentence of the paragraph that speaks of its one span once more: "… the seven days' course"."""
    for line in case.body:
        inside = [one for one in spans if line.start <= one[0].start < line.end]
        if len(inside) != 1 or _LEFT_OUT.search(case.text, *case.sentence(inside[0][0].start)):
            continue
        (last, length), start = inside[0], line.start
        counts = [found for found in case.within(last.end, line.end) if found.kind == "days"]
        for count in counts if len(counts) == 1 else ():
            if (
                count.start not in told
                and not _LEFT_OUT.search(case.text, case.sentence(count.start)[0], count.start)
                and _AGAIN.search(case.text, max(start, count.start - 24), count.start)
                and (
                    _POINTED.search(case.text, max(start, count.start - 24), count.start)
                    or _SPELL.match(case.text, count.end)
                    or "दिवसीय" in case.text[count.start : count.end]
                )
                and _differs(case, count, length)
            ):
                yield _days_spot(case, count, length)


def _length(case: Case, first: Found, last: Found) -> int:
    """The days of a span, both ends counted; 0 where it isn't one."""
    year = case.day.year if case.day else 2025
    days = []
    for found in (first, last):
        value: Any = found.value
        try:
            days.append(value if isinstance(value, date) else date(year, *value))
        except (TypeError, ValueError):
            return 0
    return max(0, (days[1] - days[0]).days + 1)


CHECKS = {
    "facts.date-impossible": date_impossible,
    "facts.weekday-mismatch": weekday_mismatch,
    "facts.words-mismatch": words_mismatch,
    "facts.total-mismatch": total_mismatch,
    "facts.days-mismatch": days_mismatch,
}
