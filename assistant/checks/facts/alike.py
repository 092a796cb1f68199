"""Whether the figures of a list are parts of one total: nothing says otherwise, and each counts what the total counts."""

import re
from itertools import pairwise
from typing import NamedTuple

from assistant.checks.facts.figures import HINDI
from assistant.facts import Found

LETTER = f"[{HINDI}A-Za-z]"


class Item(NamedTuple):
    found: Found
    head: str
    """The words of its piece before the figure."""
    tail: str
    """The words after it."""


NO_PARTS = re.compile(
    r"गुणा|×|@|में से|अतिरिक्त|शेष|लगभग|करीब|औसत|सहित|प्रत्येक|हर |प्रति |की दर|से अधिक|से कम|"
    r"\b(?:of which|of whom|out of|remaining|about(?= [0-9]| Rs| ₹)|approximately|average|each|per|every|at the rate|at (?=Rs|₹)|more than|less than"
    r"|(?<!add )(?<!adds )(?<!adding )(?<!sum )(?<!sums )up to)\b",
    re.IGNORECASE,
)
"""Words by which the figures listed aren't the parts of the total."""
_WORD = re.compile(f"{LETTER}+")
_EMPTY = frozenset(
    "में से के की का को पर हेतु लिए है हैं था थे थी हो होगा होगी होंगे होते होती रहे रहेंगे तक ने भी ही मात्र केवल गए गये हुए हुई दिए दी लगेंगे रहेगा "
    "in of from at for to by on under are were is was be been being have has had will shall with the a an only and out".split()
)
_ENDING = re.compile("(?:ियों|ियाँ|ियां|ाओं|ों|ें|एँ|एं|े|ा|ies|es|s|y)$")
ANYTHING = re.compile(
    r"व्यक्ति|लोग|प्रतिनिधि|अतिथि|सहभागी|नागरिक|परिवार|रिपोर्ट|पशु|मवेशी|जानवर|प्रतिभागी|प्रशिक्षार्थी|सदस्य|कर्मचारी|अधिकारी|पद|सामग्री|नग|वस्तु|प्रकरण|आवेदन|छात्र|विद्यार्थी|बच्च|श्रमिक|मजदूर|मतदाता"
    r"|हितग्राही|मरीज|रोगी|अभ्यर्थी|कर्मी|कार्मिक|उपकरण|वाहन|पौध|पेड़|वृक्ष|कार्य|शिकायत|नमून|संस्था|केन्द्र|केंद्र|इकाई|इकाइय|दल|नस्ति|नस्ती|फाइल|पुस्तक|"
    r"(?:persons?|people|delegates?|representatives?|guests|visitors|families|participants?|trainees|members?|staff|posts?|items?|articles?|things?|units?|students?|pupils?|children|animals?|cattle|heads?|officers?"
    r"|officials?|employees?|workers?|labourers?|voters?|patients?|candidates?|beneficiaries|men|pieces|vehicles?|trees|saplings|plants|works|cases|complaints"
    r"|applications?|samples?|institutions?|files|books|tests|equipment|strength)\b",
    re.IGNORECASE,
)
"""What a total may count that is made of unlike things: 18 men and 24 women, 42 persons."""


def alike(text: str, items: list[Item], total: Found) -> bool:
    """Whether the figures are parts of one total: nothing says otherwise, and each counts what the total counts."""
    last = items[-1].found
    row = [*(item.found for item in items), *([total] if total.start > last.start else [])]
    if any(NO_PARTS.search(text, one.end, other.start) for one, other in pairwise(row)):
        return False
    if items[0].found.kind == "amount" or total.kind == "amount":
        return True
    after = re.split(r"[(),;:।.\n–]", text[total.end : total.end + 50].lstrip(" /-="), maxsplit=1)[0]
    before = (
        text[max(0, total.start - 40) : total.start].rpartition("कुल")[2].rpartition("otal")[2]
        if total.start > last.start
        else ""
    )
    words = _WORD.findall(after)
    unit = _nouns(after, 4) if words and words[0].lower() not in _EMPTY else set()
    if not unit:
        return _one_unit(items)
    if any(ANYTHING.match(word) for word in words[:3]):
        return True
    unit |= _nouns(before[-30:], 4)
    return all(_fits(item, unit) for item in items)


def _nouns(words: str, most: int) -> set[str]:
    return {stem(word) for word in _WORD.findall(words)[:most] if word.lower() not in _EMPTY}


def stem(word: str) -> str:
    return _ENDING.sub("", word.lower())[:7]


def _fits(item: Item, unit: set[str]) -> bool:
    """Whether an item counts what the total counts: it says so, or names nothing else."""
    words = _WORD.findall(item.tail)
    if not words or words[0].lower() in _EMPTY or (len(words) < 6 and words[-1].lower() in _EMPTY):
        return True
    return not unit.isdisjoint(stem(word) for word in words)


def _one_unit(items: list[Item]) -> bool:
    """Whether the parts of a bare total are of one thing, or each of its own sort."""
    units = [[word for word in _WORD.findall(item.tail) if word.lower() not in _EMPTY] for item in items]
    named = [stem(words[0]) for words in units if words]
    return len(set(named)) < 2 or (len(named) == len(items) and not any(item.head for item in items[1:]))


_HALVES = tuple(
    re.compile(rf"(?:{words})(?![A-Za-z\u0900-\u0963])", re.IGNORECASE)
    for words in (
        "men|women|males?|females?|boys?|girls?|पुरुष|महिला(?:एँ|एं|ओं)?|बालक|बालिका(?:एँ|एं|यें)?|छात्र|छात्रा(?:एँ|एं)?|लड़के|लड़कियाँ",
        "regular|contractual|temporary|permanent|नियमित|संविदा|स्थायी|अस्थायी",
        "rural|urban|ग्रामीण|शहरी|नगरीय",
        "present|absent|उपस्थित|अनुपस्थित",
        "filled|vacant|भरे|रिक्त",
        "working|serviceable|unserviceable|चालू|बंद|बन्द|खराब",
    )
)
"""Words that share out what stands before their bracket: 64 workers (40 men and 24 women)."""


_COPULA = re.compile(r"^(?:are|were|is|was|of them are|being)\s", re.IGNORECASE)


def halved(items: list[Item]) -> bool:
    """Whether a list has so many of each sort, and all sorts there are."""
    shared = any(all(half.match(_COPULA.sub("", item.tail)) for item in items) for half in _HALVES)
    return len(items) > 1 and shared and len({item.tail for item in items}) == len(items)
