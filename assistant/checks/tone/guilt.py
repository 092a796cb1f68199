"""An allegation stated as proved, in a paper that goes before the finding: guilt, a grave act, a name that only a convict bears."""

import re
from collections.abc import Iterator
from typing import Literal

from assistant.checks.finding import Case, Spot
from assistant.checks.learnt import also_learnt
from assistant.checks.phrases import find, has, inside, phrases, sentence
from assistant.checks.tone.voice import among, prose
from assistant.forms.document import Line


def _accuses(case: Case) -> bool:
    return among(case, "accusing", "accusing_names")


@also_learnt("tone.prejudged", where=lambda case, *place: _accuses(case) and not _left_open(case, *place))
def prejudged(case: Case) -> Iterator[Spot]:
    """Guilt, an act or a name, told as a fact: nothing in the clause leaves it open or says whose finding it is."""
    if not _accuses(case):
        return
    hedges = phrases("tone", "hedges")
    items: str | None = None  # how those are marked that are listed: (1), 1., क)
    for line in prose(case):
        mark = _COUNTED.sub("", case.text[line.start : line.words])
        if not mark or items not in ("", mark):
            said: list[tuple[int, int]] = []
            # Several lists may know the same words: what is sure comes first, then what says more.
            for start, end, severity in sorted(
                _judged(case, line), key=lambda one: (one[2] == "hint", one[0] - one[1])
            ):
                if not any(start < ends and begins < end for begins, ends in said):
                    yield Spot(
                        start, end, severity="hint" if _FINDING.search(case.text, line.start, start) else severity
                    )
                    said.append((start, end))
        # Under "आरोप निम्नानुसार हैं :" each item is an allegation.
        leads = case.text[line.start : line.end].rstrip().endswith((":", ":-", "-")) and has(
            case.text, hedges, line.start, line.end
        )
        if leads:
            items = ""
        elif items is not None:
            items = mark if mark and items in ("", mark) else None


def _left_open(case: Case, start: int, end: int) -> bool:
    """Whether a sentence leaves it open, or stands below words that do: the charges are as follows."""
    leads = [
        line for line in prose(case) if line.end <= start and case.text[: line.end].rstrip().endswith((":", ":-", "-"))
    ]
    return _hedged(case, start, end) or any(
        has(case.text, phrases("tone", "hedges"), line.start, line.end) for line in leads
    )


_COUNTED = re.compile(r"[\w\s]")
"""What in an item's mark goes on from item to item; the rest of it is the same in all."""


_FINDING = re.compile(
    r"\b(?:Found|Findings?|Conclusions?) ?[.:–-]|(?<![\u0900-\u0963])(?:निष्कर्ष|अभिमत) ?[:ः।–-]", re.IGNORECASE
)
"""Under which a report says what its writer has found."""


def _judged(case: Case, line: Line) -> Iterator[tuple[int, int, Literal["hint"] | None]]:
    for found in find(case.text, phrases("tone", "guilt"), line.words, line.end):
        start, end = _clause(case, line, found.start)
        hedged = found.row.get("hedged") and has(case.text, phrases("tone", "hedges"), found.end, end)
        if (
            not hedged
            and not _denied(case.text[found.end : end])
            and not _found(case, start, end)
            and not _open(case, line, start, found.start)
        ):
            leads = case.text[found.start : found.end].split()[-1].rstrip(",") in ("कि", "that", "of")
            yield found.start, end if leads else found.end, found.row.get("severity")
    for found in find(case.text, phrases("tone", "acts"), line.words, line.end):
        start, end = _clause(case, line, found.start)
        said_who = found.row.get("doer") or _who(case, start, found.end)
        if (
            said_who
            and not _OFFICIAL.search(case.text, start, found.start)
            and not _hedged(case, start, end)
            and not _if(case, line, found.start)
        ):
            to_reader = _READER.search(case.text, start, end)
            yield found.start, found.end, found.row.get("severity") or (None if to_reader else "hint")
    for pattern in (_ACTED, _COMMITTED):
        for match in pattern.finditer(case.text, line.words, line.end):
            start, end = _clause(case, line, match.start())
            if pattern is _COMMITTED and (
                _if(case, line, match.start()) or _THEIRS.search(case.text, start, match.start())
            ):
                continue
            if not _hedged(case, start, end) and not _TOLD.search(case.text, start, match.start()):
                yield *match.span(), None


_ACTED = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!being )(?<!be )(?<!not )\b(?:stole|swindled|embezzled|pilfered|cheated|defrauded|looted|robbed|lied|"
    r"forged|fudged|doctored|rigged|abducted|kidnapped|raped|enslaved|tortured|trafficked|"
    r"fabricated|pocketed|siphoned|bribed|extorted|murdered|molested|blackmailed|misappropriated|smuggled|"
    r"duped|conned)\b(?! (?:documents?|bills?|notes?|goods|vehicles?|property|by)\b)"
)
"""What somebody did, told as a fact: the plumber stole the pipes. What was done, and nobody says by whom, accuses nobody."""
_COMMITTED = re.compile(
    r"\b(?:[Aa]ccused(?: (?:persons?|officials?|employee|clerk|driver|dealer))?|[Hh]e|[Ss]he|[Tt]hey|[Yy]ou|(?:Shri|Smt|Mr|Ms)\.?(?: [A-Z]\w+){1,3}) "
    r"(?:(?:has|have|had) )?(?:[a-z]+ly )?committed (?:an? |the )?(?:(?:grave|serious|criminal|gross|such) )?(?:offence of )?"
    r"(?:theft|fraud|forgery|embezzlement|misappropriation|murder|robbery|cheating|criminal breach of trust|corruption|extortion|rape|dacoity)\b"
    "|(?<![\u0900-\u0963])(?:(?:आरोपी|आरोपियों|अभियुक्त|अभियुक्तों|श्री(?: [\u0900-\u0963]+){1,3}) ने|उसने|इसने|उन्होंने|इन्होंने|आपने) "
    "(?:[\u0900-\u0963]+ की )?(?:चोरी|गबन|हत्या|धोखाधड़ी|जालसाजी|डकैती|हेराफेरी) (?:की|किया)(?: (?:है|हैं|थी|था))?(?=[।,]|$)"
)
"""A crime laid to somebody in so many words."""
_THEIRS = re.compile(
    r"\b(?:alleg\w+|accord\w+|complain\w+|FIR|charge\w*|suspect\w+|claim\w*|that)\b|शिकायत|आरोप है|के अनुसार|प्राथमिकी|संदेह|कि "
)
"""Whose word it is that somebody did it."""
_ACCUSED = re.compile("(?:the )?accused|आरोपी|आरोपियों|आरोपीगण", re.IGNORECASE)
_BREAK = re.compile(
    r";|, जिस(?:की|के विषय में) (?=शिकायत|सूचना|खबर|जानकारी)|"
    r"(?:^|[\s,])(?:क्योंकि|चूँकि|चूंकि|जबकि|किंतु|किन्तु|परंतु|परन्तु|लेकिन|मगर|वरना)(?=\s)|\b(?:but|because|whereas|since)\b",
    re.IGNORECASE,
)
"""Where what stands before no longer leaves open what comes after: the warden denies it, but her guilt is clear."""
_SURE = re.compile(
    r"(?:संदेह|सन्देह|शक|शंका|संशय|दो राय|दो मत)(?: \S+){0,3} (?:नहीं|न रह)|\b(?:no|not a|without any|without) (?:\w+ )?(?:doubt|question)\b",
    re.IGNORECASE,
)
"""A doubt that is denied leaves nothing open."""
_TOLD = re.compile(r"\b(?:said|stated|told|deposed|informed|says|unknown|unidentified|some)\b")
_IF = re.compile(r"(?:^|\s)(?:यदि|अगर|क्या|कि क्या|जब तक|if|whether|unless|until)(?:\s|$)", re.IGNORECASE)
_NOT = re.compile(r"(?:^|\s)(?:not|नहीं)(?:\s[^,;]{0,80})?$", re.IGNORECASE)
_WHO = re.compile(
    r"(?:^|\s)(?:आपने|आप|आपके द्वारा|उन्होंने|इन्होंने|उसने|इसने|जिन्होंने|जिसने|(?:\S+\s){0,6}?ने|(?:\S+\s){1,6}?(?:के )?द्वारा)\s|"
    r"\b(?:you|he|she|they|who|which|Shri|Smt|Mr|Mrs|Ms|Dr|the [a-z]+|[A-Z][a-z]+)\b",
)


def _clause(case: Case, line: Line, at: int) -> tuple[int, int]:
    """The part of its sentence that a place stands in, from one "but" to the next."""
    start, end = sentence(case.text, line, at)
    for stop in _BREAK.finditer(case.text, start, end):
        if stop.start() >= at:
            return start, stop.start()
        start = stop.end() if stop.end() <= at else start
    return start, end


def _hedged(case: Case, start: int, end: int) -> bool:
    """Whether a clause leaves it open; that somebody is called the accused doesn't, where it then says what he did."""
    sure = [match.span() for match in _SURE.finditer(case.text, start, end)]
    hedges = [one for one in find(case.text, phrases("tone", "hedges"), start, end) if not inside(one.start, sure)]
    return _found(case, start, end) or any(not _ACCUSED.fullmatch(case.text, one.start, one.end) for one in hedges)


def _found(case: Case, start: int, end: int) -> bool:
    """Whether it is a court's or an inquiry's finding; one that was to be misled or kept away has found nothing."""
    return any(
        not _EVADED.search(case.text[start : one.start]) and not _MISLED.match(case.text, one.end, end)
        for one in find(case.text, phrases("tone", "bodies"), start, end)
    )


_EVADED = re.compile(
    r"\b(?:avoid|evade|escape|dodge|mislead|deceive|defeat|fear of|hid\w* (?:\w+ ){0,3}from|before)(?:ing)? (?:the |an? )?(?:\w+ )?$",
    re.IGNORECASE,
)
_MISLED = re.compile(r" ?(?:से (?:बच|छिप|छुप|डर)|को (?:गुमराह|धोखा|भ्रमित|झाँसा)|के (?:डर|भय)|की (?:आँख|आंख|नज़र|नजर))")


def _if(case: Case, line: Line, at: int) -> bool:
    return bool(_IF.search(case.text[sentence(case.text, line, at)[0] : at]))


def _open(case: Case, line: Line, start: int, at: int) -> bool:
    """Whether what stands before leaves it open: यदि … दोषी हैं."""
    return _if(case, line, at) or bool(_NOT.search(case.text[start:at]))


_READER = re.compile(
    r"(?<![\u0900-\u0963])(?:आप(?:ने|को|का|की|के|में|से)?)(?![\u0900-\u0963])|(?<![A-Za-z])(?:you|your|yours)(?![A-Za-z])",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"(?<![\u0900-\u0963])(?:पुलिस|दल|दलों|टीम|टीमों|अमले|प्रशासन|शासन|निगम|न्यायालय|आयोग|समिति|विभाग|सेल|आवेदक|आवेदिका|शिकायतकर्ता|ग्रामीणों|मैंने|हमने) "
    r"(?:ने|द्वारा)(?![\u0900-\u0963])|\b(?:police|teams?|administration|department|committee|commission|officials|[a-z]+ staff|cell|wing|squad|"
    r"branch|helpline|I|we)\b",
    re.IGNORECASE,
)
"""Those who look into it do it, or those who complain of it: पुलिस ने चोरी की मोटरसाइकिलें बरामद की हैं."""
_DENIED = re.compile(r"(?: \S+)? (?:नहीं|न )")


def _denied(after: str) -> bool:
    """संदेह से परे प्रमाणित नहीं."""
    return bool(_DENIED.match(after))


def _who(case: Case, start: int, end: int) -> bool:
    """Whether the clause says who did it."""
    return bool(_WHO.search(case.text[start:end]))
