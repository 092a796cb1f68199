"""Times of day, and spans of days, weeks and months."""

import re
from collections.abc import Iterator
from decimal import Decimal
from re import Match

from assistant.facts.found import Found
from assistant.facts.numbers import ONE, SAID, number
from assistant.facts.patterns import END, START, any_of, word_of
from assistant.language.numbers import one_spelling

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
PAST_HOUR = re.compile(
    f"(?<![A-Za-z])(?:(?P<share>[Hh]alf|[Qq]uarter) (?P<way>past|to) )?(?P<hour>{SAID}|[01]?[0-9])(?(share)|(?= [Oo]['’]clock))(?![A-Za-z0-9:.])"
    r"(?: [Oo]['’]clock)?(?: (?:in the|this) (?P<part>morning|afternoon|evening)| ?(?P<after>[AaPp])\.? ?[Mm]\b)?"
)
"""An hour as it is spoken: half past nine in the morning, ten o'clock."""
SPOKEN = re.compile("(?:half|Half|uarter) (?:past|to) |['’]clock")
HOURS = re.compile(r"[0-2](?<![0-9.,/-].)[0-9][0-5][0-9](?= ?[Hh](?:ou)?rs?\b)")
BARE_HOURS = re.compile(
    f"{START}(?P<part>{_PART}) (?P<one>{_CLOCK})(?: ?(?:से|[-–]) ?(?:(?P<later>{_PART}) )?(?P<two>{_CLOCK}))?(?(two)|(?= ?(?:से |तक|के बीच|[.,;:)।]|$)))"
)
_SAID_PART = re.compile(f"{START}({_PART})[ :ः,-]{{0,3}}(?:के |में )?$")
_QUARTERS = {"साढे": 30, "सवा": 15, "पौने": -15}
_QUARTER = re.compile(f"{START}({any_of(_QUARTERS)}) $")

_UNIT = (
    "(?:(?:कार्य|कार्यालयीन|कैलेंडर|कलेंडर|पूर्ण|लगातार|निरंतर|working|calendar|clear|full|consecutive|continuous|successive|straight) ?-?){0,2}"
    f"(?:(?P<days>दिवसीय|दिवसों|दिवस|दिनों|दिन|[Dd]ays?)|(?P<weeks>सप्ताहों|सप्ताह|हफ़?्तों|हफ़?्ते|[Ww]eeks?)"
    "|(?P<fortnights>पखवाड़ों|पखवाड़े|पखवाड़ा|[Ff]ortnights?)"
    f"|(?P<months>महीनों|महीने|महीना|माहों|माह|मास|[Mm]onths?)){END}"
)
SPAN = re.compile(
    f"(?P<first>{ONE})(?:(?: ?(?:से|to|-|–|or|या) ?| )(?P<second>{ONE}))?(?: ?\\((?P<again>{ONE})[^()\\n]{{0,20}}\\))?[ -]?{_UNIT}"
)


def read_time(match: Match[str]) -> Iterator[Found]:
    """A time as hour and minute; the part of the day counts where it is said. A point between figures makes no time alone."""
    one, two, after = match["one"], match["two"], match["after"]
    part, more, start = _before(match)
    if not (match["mid"] or part or two or ":" in one):
        return
    if two:
        same_half = not after.lower().startswith("p") or _hour(one) <= _hour(two)  # 10 to 5 pm begins in the morning
        first = match["mid"] or (after if same_half else "")
        yield from _time(one, part, first, start, match.end("mid") if match["mid"] else match.end("one"), more)
        yield from _time(two, (match["later"] or "").strip(), after, match.start("two"), match.end())
    elif match["mid"] or ":" in one or "." in one:
        yield from _time(one, part, match["mid"] or "", start, match.end(), more)


def read_bare_hours(match: Match[str]) -> Iterator[Found]:
    """Hours that only the part of the day tells to be some: सुबह 8 से 12, प्रातः 6 से दोपहर 2."""
    yield from _time(match["one"], match["part"], "", match.start(), match.end("one"))
    if match["two"]:
        yield from _time(
            match["two"], match["later"] or "", "", match.start("later" if match["later"] else "two"), match.end()
        )


def read_worded_time(match: Match[str]) -> Iterator[Found]:
    """A time in words: साढ़े दस बजे."""
    part, _, start = _before(match)
    hour, rest = divmod(Decimal(number(match["words"])), 1)
    yield from _time(f"{hour}:{int(rest * 60)}", part, "", start, match.end())


def read_past_hour(match: Match[str]) -> Iterator[Found]:
    """A spoken hour: half past nine."""
    more = {None: 0, "h": 30, "q": 15}[match["share"] and match["share"][0].lower()]
    later = match["part"] in ("afternoon", "evening") or (match["after"] or "").lower() == "p"
    hour = number(match["hour"])
    if hour == int(hour) and 0 < hour < 13:
        way = -more if match["way"] == "to" else more
        yield from _time(f"{int(hour)}:00", "", "p" if later else match["after"] or "", match.start(), match.end(), way)


def read_hours(match: Match[str]) -> Iterator[Found]:
    """A time as four figures: 1430 hrs."""
    yield from _time(f"{match[0][:2]}:{match[0][2:]}", "", "", match.start(), match.end())


def _before(match: Match[str]) -> tuple[str, int, int]:
    """What is said before a time: the part of the day, minutes more (साढ़े 11 बजे), and where the whole begins."""
    at, start, more = max(0, match.start() - 30), match.start(), 0
    if quarter := _QUARTER.search(match.string, at, start):
        more, start = _QUARTERS[one_spelling(quarter[1])], quarter.start()
    before = match.string[at:start].rstrip(" :,-ः")
    if not before or before[-1] < "\u0900" or start - at - len(before) >= 3:
        return "", more, start
    part = _SAID_PART.search(match.string[at:start])
    return (part[1], more, at + part.start()) if part else ("", more, start)


def _hour(clock: str) -> int:
    return int(clock.replace(".", ":").partition(":")[0])


def _time(clock: str, part: str, after: str, start: int, end: int, more: int = 0) -> Iterator[Found]:
    hour, minutes = _hour(clock), clock.replace(".", ":").partition(":")[2]
    if after[:1] in ("p", "P") or (part and re.fullmatch(_LATER, part) and not (part.startswith("रात") and hour < 6)):
        hour += 12 if hour < 12 else 0
    elif (after[:1] in ("a", "A") or part) and hour == 12:
        hour = 0
    past = 60 * hour + int(minutes or 0) + more
    if 0 <= past < 25 * 60 and int(minutes or 0) < 60:
        yield Found("time", divmod(past, 60), start, end)


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
