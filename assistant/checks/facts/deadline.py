"""Whether a day is named for what is asked for, and whether it can still be done by then."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from assistant.checks.facts.ledger import ledger, stands_for
from assistant.checks.facts.paper import HINDI_ASK
from assistant.checks.facts.weekdays import dates
from assistant.checks.finding import Case, Spot
from assistant.checks.form.matter import dated, hurried
from assistant.checks.learnt import also_learnt
from assistant.checks.phrases import inside
from assistant.facts import Found
from assistant.language.dates import say_date, show_date

_UNTIL = re.compile(
    r"\s?(?:\([^()\n]{1,20}\)\s?)?(?:(?:को|की|के)\s)?(?:दिन (?:के|में)\s)?"
    r"(?:(?:पूर्वाह्न|अपराह्न|सायंकाल|सायं|शाम|संध्या|प्रातः|सुबह|दोपहर|रात|मध्याह्न|कार्यालय(?:ीन)? (?:समय|अवधि))\s)?(?:\d{1,2}(?:[:.]\d\d)?\s)?(?:बजे\s)?"
    r"(?:तक|से पूर्व|से पहले|के पूर्व|के पहले)(?![\u0900-\u0963])(?!\s(?:की|का|के(?!\sलिए\s(?:उपलब्ध|भेज))|प्राप्त)(?![\u0900-\u0963]))"
    r"|\s?(?:को|के दिन)\s(?:कार्यालय(?:ीन)?\s(?:समय|अवधि)|(?:प्रातः|पूर्वाह्न|अपराह्न|सायं|दोपहर|शाम)?\s?\d{1,2}(?:[:.]\d\d)?\sबजे|"
    r"अनिवार्य|स्वयं|व्यक्तिगत|उपस्थित|आवश्यक रूप|हर हाल)"
)
_BY = re.compile(
    r"(?:\b(?:by|before|not later than|no later than|latest by|on or before|till|until|upto|up to)"
    r"|\b(?:appear|attend|be present|report|be produced)\b[^.;\n]{0,25}\bon)\s(?:the\s|dated\s|\w{3,6}day,?\s){0,2}$",
    re.IGNORECASE,
)
_FIGURES_UP_TO = re.compile(
    r"\b(?:figures?|data|information|positions?|progress|expenditure|details?|status|statistics|achievements?|arrears|balances?|dues|"
    r"cases|receipts|lists?)\s(?:as (?:on|of) |ending |(?:for the period )?(?:up ?to|till|until)\s)(?:the |dated )?$"
    r"|(?<!be )(?<!kindly )\b[a-z]{3,15}ed\s(?:up ?to|till|until)\s(?:the |dated )?$",
    re.IGNORECASE,
)
"""Figures up to a day are what is wanted, and what was done up to it, not by when."""
_DONE_BY = re.compile(
    r"\b(?:the|all|those|these|any|such|of|every)\s(?:[a-z]+\s){0,2}(?!(?:be|is|are|been|being|was|were|get|got|[a-z]+ly)\s)[a-z]+\s[a-z]{2,14}(?:ed|wn|ent|id)\s"
    r"(?:by|(?:on or )?before|till|until|up ?to)\s(?:the\s|dated\s)?$",
    re.IGNORECASE,
)
_GET = re.compile(r"\b(?:get|have|keep|want|need|see|ensure|that)\s", re.IGNORECASE)
"""The files closed before a day are things; to get the files closed before it is a request."""
_LONG_AGO = 90
"""Days before the paper's own after which what was closed "by" a day is a thing too."""
_HINDI_PAST = re.compile(
    r"(?<![\u0900-\u0963])(?:जारी|प्रेषित|आयोजित|संपन्न|सम्पन्न|पारित|प्रसारित|प्रकाशित|निर्गत|प्रदत्त|स्वीकृत|था|थे|थी|थीं|गया"
    r"|गए|गई|गये|गयी|हुआ|हुए|हुई|चुका|चुके|चुकी|प्राप्त|लंबित|अप्राप्त)(?![\u0900-\u0963])"
    "(?! (?:की|किया|किए|किये) (?:जा|जाना|जानी)| (?:करें|करे|कराएँ|कराएं|करावें|कर|करने|हो|होना|होनी|होने)(?![\u0900-\u0963]))"
)
_ENGLISH_ASK = re.compile(
    r"\b(?:please|kindly|requested|request|directed|required|may (?:please |kindly |also )?\w+|should|must|shall|(?:is|are) to|needs? to|"
    r"submit|send|furnish|report|reply|explain|hope|expected|wanted|needed|will|grateful|look forward|"
    r"inform|intimate|complete|deposit|pay|appear|ensure|forward|return|provide|arrange)\b",
    re.IGNORECASE,
)
_ENGLISH_PAST = re.compile(r"\b(?:was|were|had|received|pending|has been|have been|did|could not)\b", re.IGNORECASE)

_MODAL = re.compile(r"\b(?:shall|must|should|may|will|please|kindly)\b", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were|had|has been|have been|did)\b", re.IGNORECASE)


def _asks_undated(case: Case, start: int, end: int) -> bool:
    """Whether what a sentence asks for soon has no day anywhere in the text."""
    file = case.form.file
    return not (file.informs or file.proposes) and not any(dated(case, line.start, line.end) for line in case.body)


@also_learnt("form.no-deadline", where=_asks_undated)
def no_deadline(case: Case) -> Iterator[Spot]:
    """It asks for something soon, and no date says when; the brief's own may stand in place of the word."""
    day = case.brief["deadline"] if case.brief else None
    for spot in hurried(case):
        by = ""
        if day and (soon := _SOON.fullmatch(case.text, spot.start, spot.end)):
            by = f"{say_date(day, 'hi')} तक" if soon["hi"] else f"by {say_date(day, 'en')}"
        yield replace(spot, about=stands_for(case).get(spot.start, ""), suggestion=by)


_SOON = re.compile(
    r"(?P<hi>यथाशीघ्र|शीघ्रातिशीघ्र|शीघ्र|अविलम्ब|अविलंब|तत्काल|तुरंत|तुरन्त|जल्द से जल्द|जल्दी से जल्दी|जल्दी|जल्द)"
    r"|at the earliest|at an early date|as (?:soon|early) as possible|soon|immediately|urgently|forthwith|without delay",
    re.IGNORECASE,
)
"""What a date may stand in place of, word for word."""


def deadline_past(case: Case) -> Iterator[Spot]:
    """It asks for something by a day before its own date."""
    if case.day is None:
        return
    given = case.brief["deadline"] if case.brief else None
    moved = _moved(case)
    head = [(line.start, line.end) for line in case.lines("date", "reference", "letterhead", "number")]
    for found in dates(case):
        day: Any = found.value
        if day >= case.day or inside(found.start, head):
            continue
        if day == given or found.start in moved or _asked_by(case, found) or _to_be_held(case, found):
            yield Spot(found.start, found.end, values={"deadline": show_date(day), "date": show_date(case.day)})


def _moved(case: Case) -> set[int]:
    """Where another day stands in place of one by which the brief wants something done."""
    if not case.brief:
        return set()
    dues = {one.due for one in getattr(case.brief.facts, "decisions", ())}
    wanted = dues | {case.brief["deadline"]} - {None}
    moved = [one for one in ledger(case) if one.became == "changed" and one.fact and one.fact.value in wanted]
    return {one.start for one in moved if one.fact and (one.fact.value in dues or _is_limit(case, one.start, one.end))}


_LIMIT = re.compile(r"\s?(?:तक|(?:से|के) (?:पूर्व|पहले))(?![\u0900-\u0963])(?!\s(?:की|का|के|प्राप्त)(?![\u0900-\u0963]))")


def _is_limit(case: Case, start: int, end: int) -> bool:
    """Whether "by" stands before a day, or तक after it, and nothing was done by then."""
    first, last = case.sentence(start)
    if _LIMIT.match(case.text, end):
        return not _HINDI_PAST.search(case.text, end, last)
    if _FIGURES_UP_TO.search(case.text, max(first, start - 60), start):
        return False
    return bool(_BY.search(case.text, max(first, start - 60), start)) and not _ENGLISH_PAST.search(
        case.text, first, start
    )


_WILL_BE = re.compile(
    r"(?:[^।.\n]|\.(?=[0-9])){0,110}?(?:आयोजित (?:है|होगी|की जाएगी|की जावेगी|की जायेगी|की जा रही है)|होगी|होगा|होंगे|रखी गई है|"
    r"की जाएगी|की जावेगी|की जायेगी)(?![\u0900-\u0963])"
)
_WILL = re.compile(
    r"\b(?:will|shall|is to|are to) be (?:held|convened|organised|conducted)\s(?:on\s)?(?:\w{3,9}day,?\s)?(?:the\s)?$",
    re.IGNORECASE,
)


def _to_be_held(case: Case, found: Found) -> bool:
    """Whether something is yet to be held on this date."""
    start, end = case.sentence(found.start)
    if _WILL.search(case.text, max(start, found.start - 60), found.start):
        return True
    verb = _WILL_BE.match(case.text, found.end, end)
    if not verb or not re.match(
        r"\s?,?\s?(?:\(?(?:सोम|मंगल|बुध|गुरु|शुक्र|शनि|रवि)वार\)?\s)?को(?![\u0900-\u0963])", case.text[found.end :]
    ):
        return False
    between = [one for one in case.within(found.end, verb.end()) if one.kind in ("date", "day")]
    return not between and not _DONE.search(case.text, found.end, verb.end())


_DONE = re.compile(
    r"(?<![\u0900-\u0963])(?:जारी|प्रेषित|संपन्न|सम्पन्न|पारित|था|थे|थी|गया|गए|गये|हुआ|हुए|हुई|चुका|प्राप्त|लिए गए|लिये गये)(?![\u0900-\u0963])"
)


_BY_RULE = re.compile(
    r"[\s0-9.()-]{0,8}(?:(?:under|as per|according to|in terms of)\b|[^।\n]{3,80}?(?:के अनुसार|के तहत|के अंतर्गत|के अन्तर्गत))",
    re.IGNORECASE,
)


_ACTION = re.compile(r" ?[(\[]?(?:Action|To be done)(?: by)? ?[:–-] ?[^.:;]{3,80},? ?$", re.IGNORECASE)
"""Who has to act, told under a decision."""
_BOUND = re.compile(
    r"\b(?:agreement|contract|order|tender|clause|condition|rules?|bond|undertaking|scheme|act)\b[^;\n]{0,90}?\b(?:requires?|required|provides?|provided|stipulates?|stipulated)\b",
    re.IGNORECASE,
)
"""What bound somebody, told in a paper about it."""


def _asked_by(case: Case, found: Found) -> bool:
    """Whether the sentence asks for something by this date; what was done, had or due by it is no request, nor is what a note says of a rule."""
    start, end = case.sentence(found.start)
    if case.form.file.proposes and _BY_RULE.match(case.text, start, found.start):
        return False
    if until := _UNTIL.match(case.text, found.end):
        ask = HINDI_ASK.search(case.text, until.end(), end)
        return bool(ask) and not _HINDI_PAST.search(case.text, until.end(), ask.end() if ask else end)
    by = _BY.search(case.text, max(start, found.start - 60), found.start)
    if not by or _FIGURES_UP_TO.search(case.text, max(start, found.start - 60), found.start):
        return False
    things = _DONE_BY.search(case.text, max(start, found.start - 60), found.start)
    long_ago = isinstance(found.value, date) and case.day and (case.day - found.value).days > _LONG_AGO
    if (
        things
        and (long_ago or " by " not in things[0])
        and not _GET.search(case.text, max(start, things.start() - 12), found.start)
    ):
        return False
    before = case.text[start : by.start()]
    if _ACTION.match(before):
        return True
    if _BOUND.search(before):
        return False
    if not before.strip(" 0123456789.()"):  # By 10 January 2026, please send …
        return bool(_ENGLISH_ASK.match(case.text[found.end : end].lstrip(" ,")))
    modal = list(_MODAL.finditer(before))
    if modal and not _WAS.search(before) and not _ENGLISH_PAST.search(before, modal[-1].end()):
        return True
    return bool(_ENGLISH_ASK.search(before)) and not _ENGLISH_PAST.search(before)


CHECKS = {"form.no-deadline": no_deadline, "facts.deadline-past": deadline_past}
