"""The letter that is answered: its number, day, sender and subject, and what it asks for."""

import re
from itertools import takewhile
from typing import Any, NamedTuple

from assistant.drafting.demands import demands
from assistant.drafting.headings import heading
from assistant.drafting.sender import sender
from assistant.facts import find
from assistant.forms.form import Form
from assistant.forms.labels import labels
from assistant.language.source import Source

_SAYS = re.compile(
    r"^(?:(?:उपरोक्त|उपर्युक्त|उक्त|कृपया उपरोक्त)\s?(?:विषयांतर्गत|विषयान्तर्गत|विषय के (?:संबंध|सम्बन्ध) में|संदर्भित|संदर्भ में)[^।]{0,40}? (?:लेख|निवेदन|अनुरोध) है,? कि,? )"
)
_BY = re.compile(
    r"(?<![0-9०-९./-])(?P<since>से )?(?:(?:दिनांक|दि\.|तारीख|तिथि) ?)?[0-9०-९]{1,2}[./-][0-9०-९]{1,2}[./-][0-9०-९]{2,4} (?:को )?"
    r"(?:(?:प्रातः|सायं|अपराह्न) \S+ बजे )?तक (?:(?:अनिवार्यतः|अनिवार्य रूप से|हर हाल में|आवश्यक रूप से) )?"
    r"|,? (?:by|on or before|not later than|latest by) (?:the )?[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}(?=\W|$)"
)
"""The day by which they want it. It binds whoever answers, but isn't part of the answer."""
_CITED = re.compile(r"^\W*(?:संदर्भ|सन्दर्भ|reference|ref\b)", re.IGNORECASE)
_PROSE = re.compile(r"^\W*(?:महोदय|मान्यवर|sir|madam|dear)|.{90}", re.IGNORECASE)
_LABELLED = re.compile(r"[\s,]+(?:क्रमांक|क्र|no)[./ ]*$", re.IGNORECASE)
_LABEL = re.compile(r"^(?:क्रमांक|क्र\.?|no\.?)\s*(?=\S)", re.IGNORECASE)


def letter_facts(parts: dict[str, str], text: str, form: Form) -> dict[str, Any]:
    """The letter that is answered: it becomes the reference or the paper under consideration, its sender the addressee, its demands points."""
    whose = sender(parts, labels(form))
    number = next((one.text for one in _found(parts.get("number", ""), "ref")), "") or _in_head(text, "ref")
    dates = [str(one.value) for one in _found(parts.get("date", ""), "date")]
    day = (
        next(iter(dates), "")
        or _in_head(text, "date")
        or _in_head("\n".join(text.strip().split("\n")[::-1][:4]), "date")
    )
    subject, rest = _subject(parts.get("subject", "").replace("\n", " "), text)
    subject = re.sub(r"[।.]+$", "", subject.partition(number or "\n")[0]).strip()
    subject = _LABELLED.sub("", subject)
    number = _LABEL.sub("", number)
    asked = demands([*rest.split("\n"), *parts.get("body", "").split("\n")])
    wanted = [one.words for one in asked if not one.leads]
    if "puc" not in form.asked:  # a note says what they want as they want it
        wanted = [_without_day(_SAYS.sub("", one)) for one in wanted]
    if "puc" not in form.asked and "to" in form.asked:  # an answer says what was done
        wanted = list(map(heading, wanted))
    data: dict[str, Any] = {"subject": subject, "points": wanted}
    if "puc" in form.asked:
        data["deadline"] = next(filter(None, (_day(one.words) for one in asked if one.leads)), "")
        data["puc"] = {"from": whose.office, "number": number, "date": day, "text": subject}
    elif number or (day and whose.office):
        data["references"] = [{"kind": "letter", "number": number, "date": day, "from": whose.office}]
    if whose.whom:
        data["to"] = [{"designation": whose.whom}]
    return data


def _without_day(demand: str) -> str:
    """A demand without the day by which it is to be met; a span of days (से … तक) stays."""
    return _BY.sub(lambda day: day[0] if day["since"] else "", demand)


def _day(demand: str) -> str:
    """The day by which a demand is to be met."""
    by = _BY.search(demand)
    return str(_found(by[0], "date")[0].value) if by and _found(by[0], "date") else ""


def _subject(subject: str, text: str) -> tuple[str, str]:
    """The subject, and what of the prose was read with it where nothing stands between the two."""
    if "।" not in subject.rstrip("।. "):
        return subject, ""
    line = next((line for line in text.split("\n") if subject[:15] in line), subject)
    own = line[line.find(subject[:15]) :].strip()
    return own, subject[len(own) :].strip()


def _in_head(text: str, kind: str) -> str:
    """The first number or date of the lines above the prose, where no label led to it; what another letter is cited by is none."""
    lines = list(takewhile(lambda line: "।" not in line and not _PROSE.match(line), text.strip().split("\n")[:8]))
    own = [line for n, line in enumerate(lines) if n < 2 or not _CITED.match(line)]
    one = next(iter(_found("\n".join(own), kind)), None)
    return "" if one is None else one.text if kind == "ref" else str(one.value)


class _Words(NamedTuple):
    text: str
    value: object


def _found(text: str, kind: str) -> list[_Words]:
    plain = Source(text)
    return [_Words(plain.plain[one.start : one.end], one.value) for one in find(plain.plain) if one.kind == kind]
