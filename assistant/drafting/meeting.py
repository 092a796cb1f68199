"""What a sentence of a rough telling says of a meeting: when and where it was held, who was there, what was decided."""

import re
from typing import NamedTuple

from assistant.drafting.notes import clock
from assistant.facts import find
from assistant.language.source import Source

_DECIDED = re.compile(
    r"^(?:(?:बैठक में|सर्वसम्मति से|अंत में|यह|फिर|और) )*(?:निर्णय (?:लिया गया|लिया|हुआ|किया गया)|"
    r"तय (?:हुआ|किया गया|किया)|फैसला (?:हुआ|लिया गया)|सहमति (?:बनी|हुई)),? कि "
    r"|^(?:it was |the meeting |we )?(?:decided|resolved|agreed) (?:that|to) ",
    re.IGNORECASE,
)
_ENDS = re.compile(r" का (?:निर्णय|फैसला|फ़ैसला) (?:लिया गया|हुआ|लिया)$")
_PRESENT = re.compile(
    r"^(?:बैठक में )?(?P<hi>.+?) (?:उपस्थित|मौजूद|शामिल) (?:रहे|थे|हुए|थीं|रहीं)$"
    r"|^(?:the )?(?P<en>.+?) (?:were|was) present$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"बैठक .*(?:हुई|संपन्न|सम्पन्न|आयोजित|रखी गई|ली गई|की गई|होगी)|\bmeeting\b.*\b(?:held|took place)\b", re.IGNORECASE
)
_STEP = r"(?:^| में | को | बजे |, | से )"
_CHAIR = re.compile(rf"{_STEP}(?P<who>(?:(?! में | को | बजे |, ).){{2,60}}?) की अध्यक्षता")
_VENUE = re.compile(
    rf"{_STEP}(?P<where>(?:(?! में | को | बजे |, ).){{0,50}}?(?:सभाकक्ष|सभागार|सभाभवन|हॉल|कार्यालय|भवन|मैदान|कक्ष)(?:, [^ ,]+)?)(?= में)"
)
_TITLE = re.compile(
    r"(?:अध्यक्षता में|बजे|में|को|,|^) (?P<what>(?:(?! में | को | बजे |, ).){2,60}? (?:की|संबंधी|विषयक) (?:\S+ ){0,2}?बैठक)"
)
_SAID = {
    "title": re.compile(r"\b(?P<what>meeting of (?:the )?[A-Z][^,.]{2,60}?)(?= was| is| took| held|,|$)"),
    "venue": re.compile(
        r"\b(?:at|in) (?:the )?(?P<where>(?:[A-Z][\w'.]* ){0,4}"
        r"(?:[Hh]all|[Oo]ffice|[Rr]oom|Collectorate|[Cc]hamber|[Aa]uditorium|Bhawan)(?: [Hh]all)?)\b"
    ),
    "chair": re.compile(
        r"\b(?:chaired by|chairmanship of|presided over by) (?:the )?(?P<who>[A-Z][^,.]{2,60}?)(?= on | at | in |,|$)"
    ),
}
_SMALL = re.compile(
    r"(?:कल|आज|परसों|को|में|की|के|का|से|पर|दिनांक|अध्यक्षता|हुई|संपन्न|सम्पन्न|आयोजित|गई|गयी|थी|है|होगी|बजे|समय|रखी|ली|बैठक|"
    r"the|was|were|held|on|at|in|under|chaired|by|chairmanship|of|am|pm|[0-9:.,/-]+)$",
    re.IGNORECASE,
)
"""The words that hold together what a sentence says of a meeting."""


class Held(NamedTuple):
    """The facts of a meeting, by the pieces of its box. `whole`: they are all that the sentence says."""

    facts: dict[str, str]
    whole: bool


def decided(sentence: str) -> str:
    """What a sentence says was decided; "" where it says nothing of the kind."""
    words = sentence.strip(" ।.")
    if begins := _DECIDED.match(words):
        rest = words[begins.end() :]
        return rest[:1].upper() + rest[1:]
    return words if _ENDS.search(words) else ""


def present(sentence: str) -> str:
    """Those who a sentence says were there; "" where it says nothing of the kind."""
    there = _PRESENT.match(sentence.strip(" ।."))
    return (there["hi"] or there["en"]) if there else ""


def held(sentence: str) -> Held | None:
    """When, where and under whom a meeting was held; None where a sentence tells of none."""
    words = sentence.strip(" ।.")
    if not _HELD.search(words):
        return None
    plain = Source(words).plain
    days = [one for one in find(plain) if one.kind == "date"]
    found = {
        "title": _TITLE.search(plain) or _SAID["title"].search(plain),
        "venue": _VENUE.search(plain) or _SAID["venue"].search(plain),
        "chair": _CHAIR.search(plain) or _SAID["chair"].search(plain),
    }
    facts = {piece: one[one.lastgroup or 0].strip() for piece, one in found.items() if one}
    if days:
        facts["date"] = str(days[0].value)
    if time := clock(re.sub(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}", " ", plain)):
        facts["time"] = time
    rest = plain
    for piece in ("title", "venue", "chair"):
        rest = rest.replace(facts.get(piece, "\n"), " ", 1)
    for day in days[:1]:
        rest = rest.replace(plain[day.start : day.end], " ", 1)
    part = r"(?:सुबह|प्रातः|प्रात:|पूर्वाह्न|दोपहर|अपराह्न|शाम|सायं) (?=[0-9])"
    left = [word for word in re.sub(part, "", rest).split() if not _SMALL.match(word.strip(",।"))]
    return Held(facts, not left) if len(facts) > 1 else None
