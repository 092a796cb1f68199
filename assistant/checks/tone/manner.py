"""How a paper speaks to its reader: fairly, plainly, as its writer's post may."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case, Spot
from assistant.checks.learnt import also_learnt
from assistant.checks.phrases import find, has, inside, phrases, quoted, sentence
from assistant.checks.tone.guilt import prejudged
from assistant.checks.tone.ranks import out_of_rank
from assistant.checks.tone.voice import SPOKEN, among, prose, spoken


@also_learnt("tone.filler", where=spoken)
def filler(case: Case) -> Iterator[Spot]:
    """Words that ask for something without saying what."""
    for line in prose(case):
        for found in find(case.text, phrases("tone", "filler"), line.words, line.end):
            start, end = sentence(case.text, line, found.start)
            if found.row.get("noted") and case.form.file.notes:
                continue
            if found.row.get("loose") and (
                not _WANTED.search(case.text, start, end) or _FIT.match(case.text, found.start)
            ):
                continue
            start = max(start, case.text.rfind(":", start, found.start))  # what stands before a colon is said by itself
            meant = _AIM.search(case.text, start, found.start)
            if not meant and not has(case.text, phrases("tone", "filler_with"), start, min(end, found.end + _NEAR)):
                yield Spot(found.start, found.end)


_WANTED = re.compile(
    r"(?<![\u0900-\u0963])(?:जाए|जाएँ|जाएं|जाये|करें|करेंगे|करेगा|करेगी|लें|दें|रखें|देंगे|जाएगा|जाएगी|जाएँगे|चाहिए|आवश्यकता|जरूरत|अनुरोध|निवेदन|आग्रह|निभाए|बनाएँ)(?![\u0900-\u0963])|"
    r"\b(?:shall|should|must|may (?:kindly |please )?be|please|kindly|requested|will|needs?|required|stressed|advised|directed)\b",
    re.IGNORECASE,
)
_FIT = re.compile(
    r"(?:उचित|उपयुक्त|ठोस|समुचित|यथोचित) (?:मूल्य|दर|दाम|माध्यम|अपशिष्ट|कचरा|पाया|पाई|पाए|है|हैं|होगा|प्रतीत|न|नहीं|समझ|कारण|स्टाम्प|प्राधिकारी|श्रेणी|कि|के|को|से|की)|"
    r"(?:appropriate|suitable|proper|adequate|effective|sound|requisite|fitting|utmost) "
    r"(?:authority|government|court|dates?|forum|place|size|amount|balance|"
    r"stamp|format|form|column|"
    r"candidates?|head|channel|receipts?|records?|post|to|for|on|from|and|or|in|by|notice|procedure|fee|fees|from|course|respect|importance|value|box|system|quorum|number|documents?)\b",
    re.IGNORECASE,
)
"""What is fit in the word's own sense."""
_AIM = re.compile(r"ताकि|जिससे|\bso that\b|\bto enable\b", re.IGNORECASE)
"""Before a filler: an act that is named serves it."""
_SAID = re.compile(r"(?:कहा|बोला|बोले|बोली|कहते|कहकर|धमकी|धमकाया|कथन|बताया|गाली).{0,60}$", re.DOTALL)


@also_learnt("tone.rude", where=spoken)
def rude(case: Case) -> Iterator[Spot]:
    """Threats, sarcasm and abuse towards the reader. A show-cause or an order may be firm."""
    firm = _firm(case)
    read = case.has("addressee") or case.has("salutation")
    for line in prose(case, *SPOKEN):
        spans = quoted(case.text, line.start, line.end)
        for found in find(case.text, phrases("tone", "rude"), line.words, line.end):
            told = found.row.get("speech") and _SAID.search(case.text[line.words : found.start])
            if not (found.row.get("firm") and firm) and not told and not inside(found.start, spans):
                yield Spot(found.start, found.end, severity=found.row.get("severity") or (None if read else "hint"))


def _firm(case: Case) -> bool:
    return among(case, "firm", "firm_names")


_NEAR = 60


_PICTURES = re.compile(
    "[\U0001f300-\U0001f5ff\U0001f600-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001faff☀-☄☘☝☹☺♡♥✊-✍✨❌❎❓-❕❤⭐]"
)
_FACES = re.compile(r"[:;](?<=[\s।.,!?][:;])-?[)(DP](?![A-Za-z\d])")
_CRIES = re.compile(r"!(?<=[A-Za-z\u0900-\u0963।)?\s\d]!)!*(?![A-Za-z\d=\[(])")


_CALLS = re.compile(
    r"(?:,|।|है|हैं|गया|गई|गए|रहा|रही|रहे) ?((?:भाई|भैया|भइया|भाइयो|यार|बॉस|दोस्त|दोस्तो|दोस्तों|मित्र|मित्रो|मित्रों|साथियो|"
    r"जनाब|गुरु|उस्ताद|भाई साहब|भाईसाहब|बंधु|हुजूर)"
    r"(?= ?[।!?\n])|(?:folks|guys|buddy|mate|dear|boss|pal|bro|man|yaar|friends|people|chaps|dude|team|everybody)(?= ?[.,!?\n]))",
    re.IGNORECASE,
)
"""What a friend is called in the middle of talk: … झंझट बन गए हैं, भाई।"""
_TAGS = re.compile(
    r" ((?:ना|न|क्या|ठीक|समझे|मंज़ूर|मंजूर|राज़ी|राजी|कैसा|कैसी)) ?\?| ((?:है|हैं|रहेगा|होगा) (?:ना|न)) ?[!।]"
    r"|\? ?((?:घबरा|चिंता|परेशान|कोई बात|बस|जल्दी|फिर)(?![\u0900-\u0963]))"
)
"""What makes a question of talk: … आ रहे हैं न? … गया? बस …"""
_FAREWELLS = re.compile(
    r"(?:cheers|ciao|bye|bye-bye|ta|love|lots of love|hugs|see you|see ya|later|toodles|tata|take care|have fun|xoxo|rgds|thx|thanks a ton|"
    r"बाय|टाटा|मिलते हैं|फिर मिलेंगे|आपका अपना|आपका दोस्त|लव)(?: all| everyone| folks)?[\s,.!]*(?:$|\n|[^\w\s])",
    re.IGNORECASE,
)


@also_learnt("tone.casual", where=spoken)
def casual(case: Case) -> Iterator[Spot]:
    """Chat, slang, pictures and exclamation marks. What somebody else said may stand in quotation marks."""
    for line in case.lines("signature"):
        if match := _FAREWELLS.match(case.text, line.words, line.end) or _PICTURES.search(
            case.text, line.words, line.end
        ):
            yield Spot(*match.span())
    for line in prose(case, *SPOKEN):
        spots = [
            Spot(found.start, found.end, severity=found.row.get("severity"))
            for found in find(case.text, phrases("casual"), line.words, line.end)
        ]
        spots += [
            Spot(*match.span(match.lastindex or 0), severity="hint")
            for pattern in (_CALLS, _TAGS)
            for match in pattern.finditer(case.text, line.words, line.end)
        ]
        spots += [
            Spot(*match.span())
            for pattern in (_PICTURES, _FACES, _CRIES)
            for match in pattern.finditer(case.text, line.words, line.end)
            if pattern is not _FACES or "(" not in case.text[line.words : match.start()]
        ]
        if spots:
            names = [one for one in case.within(line.words, line.end) if one.kind == "name"]
            apart = quoted(case.text, line.start, line.end) + [(one.start, one.end) for one in names]
            yield from (spot for spot in spots if not inside(spot.start, apart))


CHECKS = {
    "tone.prejudged": prejudged,
    "tone.filler": filler,
    "tone.rude": rude,
    "tone.rank": out_of_rank,
    "tone.casual": casual,
}
