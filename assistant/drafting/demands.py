"""What a letter asks for, one demand after the other."""

import re
from typing import NamedTuple

from assistant.forms.reader.row import MARK
from assistant.language.digits import ascii_digits
from assistant.language.sentences import infinitive, is_clause

_ASKS = re.compile(
    r"(?:(?:करें|करे|कराएँ|कराएं|करायें|करावें|करावे|करवाएँ|करवाएं|करवायें|करवावें|कीजिए|कीजिये|भेजें|भेजे|भिजवाएँ|"
    r"भिजवाएं|भिजवायें|भिजवावें|भिजवाइए|बताएँ|बताएं|बतायें|"
    r"बतावें|बताइए|लिखें|देवें|दें|दीजिए|दीजिये|जाए|जाएँ|जाएं|जाये|जायें|जाय|जावे|जावें|जाना है|जानी है|जाने हैं|"
    r"(?:ना|नी|ने) (?:होगा|होगी|होंगे)|अनुरोध है|"
    r"अनुरोध किया जाता है|अपेक्षित हैं?|आवश्यक है|अनिवार्य है|अपेक्षा है|आग्रह है|प्रार्थना है|निवेदन है|"
    r"प्रतीक्षा है|चाहिए|चाहिये|चाहते हैं|चाहता हूँ|चाहती हूँ|"
    r"चाही गई है|चाही गयी है|चाहा गया है|वांछित है|वांछनीय है|माँगा है|मांगा है|माँगी गई है|मांगी गई है|माँगी है|मांगी है)\s*[।|.!:–-]*$)"
    r"|(?:करें|कराएँ|कराएं|करायें|करावें|कीजिए|कीजिये|बताएँ|बताएं|बतायें|बतावें|बताइए|दें|देवें|किया जाए|किया जाये|"
    r"कराया जाए|बताया जाए|दिया जाए|लिखें|देखें),? कि(?= )"
    r"|^(?:अत[ः:] |साथ ही )?कृपया "
    r"|\b(?:please|kindly|request(?:s|ed)?|(?:may|should|shall|must|is to|are to)(?: also| invariably| then|"
    r" therefore| immediately| positively)* be|"
    r"(?:are|is|be|stand)(?: \w+){0,2} (?:directed|instructed|advised|asked|required|called upon) to|must (?:reach|"
    r"furnish|send|submit)|(?:we|i) need|"
    r"(?:grateful|obliged|glad|appreciated) if|let (?:me|us|this office) (?:have|know)|oblige|(?:is|are) (?:awaited|"
    r"solicited|sought|invited|called for|wanted|required))\b"
    r"|^\W*(?:furnish|send|submit|forward|supply|intimate|inform|report|clarify|explain|ensure|state|provide|confirm|indicate)\b",
    re.IGNORECASE,
)
_BIDS = ("ें", "एँ", "एं", "िए", "इए", "इये", "हों")
"""How a verb ends that surely bids: "आए", "मिले" may tell what happened."""
_FORMAL = re.compile(
    r"(?:संदर्भ|सन्दर्भ) ग्रहण (?:करें|करने)|अवलोकन (?:करें|करने|किया जा|हो)|प्राथमिकता (?:\S+ ){0,2}(?:दें|दी |दिया|देवें|देने|लें|लिया|रखें|रखा|प्रदान)|"
    r"गंभीरता (?:से|पूर्वक) (?:लें|लिया)|"
    r"ध्यान (?:दें|दिया|देवें|देने|रखें|रखा)|(?:आवश्यक|महत्वपूर्ण|अनिवार्य|तात्कालिक|"
    r"गंभीर) (?:समझें|समझा|मानें|माना)|"
    r"(?:लापरवाही|शिथिलता|विलंब|विलम्ब|कोताही|ढिलाई|चूक)(?: \S+)? (?:न|ना|नहीं) (?:करें|बरतें|बरती|की|हो|किया|होने)|"
    r"^\W*अन्यथा|(?:ध्यान (?:दें|रहे|रखें)|स्मरण (?:करें|रहे)),? कि|"
    r"(?:उत्तरदायी|जिम्मेदार|ज़िम्मेदार|जवाबदार|उत्तरदायित्व|जवाबदेही|जिम्मेदारी|जवाबदारी) .{0,20}(?:होगी|होगा|"
    r"होंगे)|(?:सूचित|अवगत) हों|नोट (?:करें|कर लें)"
    r"|\b(?:treat|treated|accord|accorded|given?|receive)\b[^.]{0,30}\b(?:urgent|urgency|priority|importance|"
    r"attention)\b|\btreat(?:ed)? as\b|"
    r"\b(?:attention|reference) (?:is|may be)(?: kindly| also)? (?:invited|drawn|made|requested|solicited)|"
    r"\b(?:please|kindly) (?:note|refer|recall|find)\b|"
    r"\b(?:may|is to|should)(?: kindly| please| also)? be (?:noted|recalled|mentioned|added|seen|observed|"
    r"appreciated|initiated|taken against)\b|"
    r"(?:undersigned is|i am|we are)(?: \w+){0,2} directed to (?!.*\brequest)|"
    r"^\W*(?:failing|otherwise|non-compliance)\b|\b(?:serious(?:ly)? view|viewed seriously)\b",
    re.IGNORECASE,
)
"""What is said of a demand and asks for nothing that an answer could tell: how urgent it is, what follows, which paper it is about."""
_BEHIND = re.compile(
    r",? (?:अन्यथा|ताकि|जिससे(?: कि)?) .*$|,? (?:failing which|so that|so as to|otherwise)\b.*$", re.IGNORECASE
)
"""What it is for, or what else happens."""
_LEADS = re.compile(
    r"[:–-]$|निम्न|नीचे|अधोलिखित|\bfollowing\b|\bbelow\b|\bas under\b|\bunder-?mentioned\b", re.IGNORECASE
)
"""A demand under which a list stands: each thing of the list is demanded, and the demand itself only leads to them."""
_HEADS = re.compile(
    r"(?:वांछित|अपेक्षित|चाही गई|चाही गयी|माँगी गई|मांगी गई|required|sought|called for|wanted)(?= |:).{0,60}[:–-]$",
    re.IGNORECASE,
)
"""The heading of such a list: वांछित जानकारी :-"""
_RUN_IN = re.compile(r"(?::-?|[–-])\s+(?=\(?[1१aiअक](?:[.)]-?|-)\s)", re.IGNORECASE)
_NEXT_IN = re.compile(r"\s+(?=\(?(?:[0-9०-९]{1,2}|[ivx]{1,4}|[a-h]|[अक-ह])(?:[.)]-?|-)\s)")
_FIRST = re.compile(r"\W*(?:[0०]?[1१]|[aiअक])(?![0-9A-Za-z०-९ऀ-ॣ])", re.IGNORECASE)
_BULLET = re.compile(r"\W+$")
_CLOSED = re.compile(r"\s*[;,](?:\s*(?:and|तथा|एवं|और))?$")
_BEGUN = re.compile(r"^(?:and|तथा|एवं|और)\s+", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:,| (?:का|के|की|में|से|पर|को|एवं|और|तथा|व|and|or|of|the|in|for|to|from|by|with))$")
"""How a thing ends that goes on in the next line."""
_NUMBER = re.compile(r"(?:^|\s)\(?[0-9०-९]{1,2}\.$")
_LONGEST = 20
"""The words of a thing that stands in a list without any mark."""


class Demand(NamedTuple):
    """What is asked for. `leads`: it only leads to the list that stands below it."""

    words: str
    leads: bool = False


def asks(sentence: str) -> bool:
    """Whether a sentence asks for something."""
    words = bare(sentence)
    return bool(_ASKS.search(words) or (words.endswith(_BIDS) and infinitive(words)))


def bare(demand: str) -> str:
    """A demand without its stop, and without what it is for or what happens otherwise."""
    return _BEHIND.sub("", demand.rstrip(" ।.|:–-"))


def demands(paragraphs: list[str]) -> list[Demand]:
    """Each sentence of a letter that asks for something, and each thing of the list that stands under one, however it is numbered."""
    found: list[Demand] = []
    lists: list[
        str
    ] = []  # how the things of the list that has begun are marked, after those of the list that it stands in
    lead: int | None = None  # the demand that leads to what follows; -1 where a mere heading does
    listed = False  # whether the things of a list without marks have begun
    lines = [piece for whole in paragraphs for piece in _run_in(whole)]
    for at, line in enumerate(lines):
        end = _mark(line)
        how = _how(line[:end])
        new = (lead is not None or lists) and (_FIRST.match(line) or _BULLET.match(line[:end]))
        listed = (
            not end
            and (listed or lead is not None)
            and _is_thing(line)
            and (listed or _is_thing(*lines[at + 1 : at + 2]))
        )
        if listed or (end and (how in lists or new)):
            if end:
                lists = lists[: lists.index(how) + 1] if how in lists else [*lists, how]
            if lead is not None and lead >= 0:
                found[lead] = found[lead]._replace(leads=True)
            lead = None
            found.append(Demand(_BEGUN.sub("", _CLOSED.sub("", line[end:].strip()))))
            continue
        if lists and not end and _GOES_ON.search(found[-1].words):
            found[-1] = Demand(f"{found[-1].words} {line.strip()}")
            continue
        lead = -1 if _HEADS.search(line) else None
        if end or _LEADS.search(line):
            lists = []  # a sentence between two things of a list doesn't end it, another list and the letter's next paragraph do
        for one in sentences(line[end:]):
            if asks(one) and not _FORMAL.search(bare(one)):
                lead = len(found) if _LEADS.search(one) else lead
                found.append(Demand(one.rstrip(" :–-")))
    return found


def _mark(line: str) -> int:
    """The length of the mark that a line begins with, be it one that may as well be somebody's initial."""
    match = MARK.match(ascii_digits(line))
    return match.end() if match else 0


def without_mark(line: str) -> str:
    """A line without its number or bullet."""
    return line.strip()[_mark(line.strip()) :]


def _how(mark: str) -> str:
    """How a thing of a list is marked, whichever of them it is: (1) and (2) alike."""
    return re.sub(r"[0-9०-९]+|[ivx]+|[a-z]|[ऀ-ॣ]+", lambda one: "1" if one[0].isdigit() else "a", mark.lower()).strip()


def _is_thing(line: str = "") -> bool:
    """Whether a line without a mark may be a thing of a list: a few words, and no sentence."""
    first = line.partition(" ")[0]
    if not line or "|" in line or _mark(line) or first in ("नोट", "Note", "टीप"):
        return False
    said = is_clause(line, "hi") or is_clause(line, "en") or asks(line) or _LEADS.search(line)
    return not said and line.count(" ") < _LONGEST


def _run_in(line: str) -> list[str]:
    """A line, with a list that stands in it taken apart: "the following: (a) …; (b) …"."""
    begins = _RUN_IN.search(line)
    if begins is None:
        return [line]
    return [line[: begins.end()].strip(), *_NEXT_IN.split(line[begins.end() :])]


def sentences(text: str) -> list[str]:
    """The sentences of a text, line by line; the stop of a number in one (1. …, 2. …) ends none."""
    from assistant.checks.phrases import sentences as spans
    from assistant.forms.document import Line

    found: list[str] = []
    for line in text.split("\n"):
        begun = len(found)
        for start, end in spans(line, Line("body", "paragraphs", 0, len(line), 0)):
            if len(found) > begun and _NUMBER.search(found[-1]):
                found[-1] += f" {line[start:end]}"
            else:
                found.append(line[start:end])
    return found
