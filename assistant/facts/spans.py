"""Times of day, and spans of days, weeks and months."""

import re
from collections.abc import Iterator
from decimal import Decimal
from re import Match

from assistant.facts.found import Found
from assistant.facts.numbers import ONE, SAID, number
from assistant.facts.patterns import END, START, word_of

_MORNING = "प्रातःकाल|प्रातः|प्रात:|प्रात|सुबह|पूर्वाह्न|पूर्वान्ह|भोर"
_LATER = "दोपहर बाद|दोपहर|अपराह्न|अपरान्ह|सायंकाल|सायं|शाम|रात्रि|रात"
_PART = f"(?:{_MORNING}|{_LATER})"
_CLOCK = r"[0-9](?<![0-9][0-9])(?<![0-9][./,:-][0-9])[0-9]?(?:[:.][0-5][0-9])?(?![0-9])"
_AFTER = r"(?:बजकर|बजे|[Aa]\.? ?[Mm]\b\.?|[Pp]\.? ?[Mm]\b\.?|AM|PM|[Hh](?:ou)?rs?\b\.?|[Oo]'clock|[Nn]oon|[Mm]idnight)"
TIME = re.compile(
    f"(?P<one>{_CLOCK})(?: ?(?P<mid>{_AFTER}))?(?: ?(?:से|to|-|–) ?(?P<later>{_PART} )?(?P<two>{_CLOCK})"
    f" ?(?P<after>{_AFTER}))?(?![0-9:])(?![./,-][0-9])"
)
WORDED_TIME = re.compile(f"(?P<words>{SAID}) ?बजे{END}")
HOURS = re.compile(r"[0-2](?<![0-9.,/-].)[0-9][0-5][0-9](?= ?[Hh](?:ou)?rs?\b)")
_SAID_PART = re.compile(f"{START}({_PART})[ :ः,-]{{0,3}}(?:के |में )?$")

_UNIT = (
    "(?:(?:कार्य|कार्यालयीन|कैलेंडर|कलेंडर|पूर्ण|working|calendar|clear|full) ?-?){0,2}"
    f"(?:(?P<days>दिवसीय|दिवसों|दिवस|दिनों|दिन|[Dd]ays?)|(?P<weeks>सप्ताहों|सप्ताह|हफ़?्तों|हफ़?्ते|[Ww]eeks?)"
    "|(?P<fortnights>पखवाड़ों|पखवाड़े|पखवाड़ा|[Ff]ortnights?)"
    f"|(?P<months>महीनों|महीने|महीना|माहों|माह|मास|[Mm]onths?)){END}"
)
SPAN = re.compile(
    f"(?P<first>{ONE})(?:(?: ?(?:से|to|-|–|or|या) ?| )(?P<second>{ONE}))?(?: ?\\((?P<again>{ONE})[^()\\n]{{0,20}}\\))?[ -]?{_UNIT}"
)


def read_time(match: Match[str]) -> Iterator[Found]:
    """A time as hour and minute; the part of the day counts where it is said. A point between figures makes no time alone."""
    one, two = match["one"], match["two"]
    part, start = _part(match)
    if not (match["mid"] or part or two or ":" in one):
        return
    if two:
        yield from _time(
            one, part, match["mid"] or match["after"], start, match.end("mid") if match["mid"] else match.end("one")
        )
        yield from _time(two, (match["later"] or "").strip(), match["after"], match.start("two"), match.end())
    elif match["mid"] or ":" in one or "." in one:
        yield from _time(one, part, match["mid"] or "", start, match.end())


def read_worded_time(match: Match[str]) -> Iterator[Found]:
    """A time in words: साढ़े दस बजे."""
    part, start = _part(match)
    hour, rest = divmod(Decimal(number(match["words"])), 1)
    yield from _time(f"{hour}:{int(rest * 60)}", part, "", start, match.end())


def read_hours(match: Match[str]) -> Iterator[Found]:
    """A time as four figures: 1430 hrs."""
    yield from _time(f"{match[0][:2]}:{match[0][2:]}", "", "", match.start(), match.end())


def _part(match: Match[str]) -> tuple[str, int]:
    """The part of the day that is named before a time, and where the whole begins."""
    at = max(0, match.start() - 24)
    before = match.string[at : match.start()].rstrip(" :,-ः")
    if not before or before[-1] < "\u0900" or match.start() - at - len(before) >= 3:
        return "", match.start()
    part = _SAID_PART.search(match.string[at : match.start()])
    return (part[1], at + part.start()) if part else ("", match.start())


def _time(clock: str, part: str, after: str, start: int, end: int) -> Iterator[Found]:
    hours, _, minutes = clock.replace(".", ":").partition(":")
    hour = int(hours)
    if after[:1] in ("p", "P") or (part and re.fullmatch(_LATER, part) and not (part.startswith("रात") and hour < 6)):
        hour += 12 if hour < 12 else 0
    elif (after[:1] in ("a", "A") or part) and hour == 12:
        hour = 0
    if hour < 25 and int(minutes or 0) < 60:
        yield Found("time", (hour, int(minutes or 0)), start, end)


_DAYS = {"days": 1, "weeks": 7, "fortnights": 15, "months": 1}
A_SPAN = re.compile(
    f"{word_of(['within', 'for', 'period of', 'time of'])} (?P<span>an? (?:(?P<days>day)|(?P<weeks>week)"
    f"|(?P<fortnights>fortnight)|(?P<months>month))){END}"
)


def read_a_span(match: Match[str]) -> Iterator[Found]:
    """A span that an article counts: within a week."""
    kind = next(name for name in _DAYS if match[name])
    yield Found("months" if kind == "months" else "days", _DAYS[kind], *match.span("span"))


def read_span(match: Match[str]) -> Iterator[Found]:
    """A span by its number of days (a week is seven) or of months; of two numbers both."""
    kind = next(name for name in _DAYS if match[name])
    groups = [name for name in ("first", "second") if match[name]]
    for name in groups:
        value = number(match[name]) * _DAYS[kind]
        end = match.end() if name == groups[-1] else match.end(name)
        yield Found("months" if kind == "months" else "days", value, match.start(name), end)
