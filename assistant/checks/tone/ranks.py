"""Who writes to whom: a paper that commands a superior, or pleads with a subordinate."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from assistant.checks.finding import Case, Spot, once
from assistant.checks.phrases import data, find, has, inside, phrases, quoted, sentence, sentences
from assistant.checks.posts import APART, about, posts, rank
from assistant.checks.tone.voice import prose
from assistant.forms.document import Line


def out_of_rank(case: Case) -> Iterator[Spot]:
    """It commands a superior, or pleads with a subordinate. Silent unless both posts and their offices are known and clearly apart;
    between neighbours in the list only what nobody says to an equal either is told;
    nobody begs with folded hands in an order, whoever reads it."""
    writer, reader = _both(case)
    guessed = writer is None and case.form.file.shelf == "upward"
    if guessed:  # whoever reports stands below the one who is to read it
        reader = reader or _HIGHEST
        writer = reader - _SURE
    if writer is not None and reader is not None and abs(writer - reader) >= APART:
        near = guessed or abs(writer - reader) < _SURE or (reader > writer and case.form.id in data("tone")["downward"])
        for line in prose(case):
            for spot in _said(case, line, reader > writer):
                yield replace(spot, severity="hint") if near else spot
    elif case.form.id in data("tone")["downward"]:
        for line in prose(case):
            yield from _servile(case, line)
    elif writer is not None and reader is not None and writer != reader:
        for line in prose(case):
            yield from (replace(spot, severity="hint") for spot in _said(case, line, reader > writer, flat=True))
    if writer is not None:
        for line in prose(case):
            yield from _ordered(case, line, writer)
    if writer is not None and not guessed and "applicant" not in case.form.file.manners:
        for line in case.lines("copies"):
            copied = rank(case.words(line), case.state)
            if copied is not None and abs(writer - copied) >= APART:
                yield from _said(case, line, copied > writer)


def _both(case: Case) -> tuple[int | None, int | None]:
    """The ranks of the one who writes and the one who is to read."""
    if "applicant" in case.form.file.manners:  # who applies asks, whatever the posts are
        return 0, 100
    writer, reader = _rank_of(case, ("signature", "from"), "sender"), _rank_of(case, ("addressee",), "to")
    chain = (
        [line for part in ("chain", "signature") for line in case.lines(part)] if not case.lines("addressee") else []
    )
    if reader is None and case.form.file.proposes and len(chain) > 1:  # a note goes up from the first to the last
        ranks = [rank(case.words(line), case.state) for line in sorted(chain, key=lambda line: line.start)]
        return ranks[0], ranks[-1]
    return writer, reader


def _said(case: Case, line: Line, upward: bool, flat: bool = False) -> Iterator[Spot]:
    spans = quoted(case.text, line.start, line.end)
    threats = [match.span() for match in _THREAT.finditer(case.text, line.words, line.end)] if upward else []
    yield from (Spot(*threat, values=_THREATENED) for threat in threats if not inside(threat[0], spans))
    for found in find(case.text, phrases("tone", "commands" if upward else "pleading"), line.words, line.end):
        start, end = sentence(case.text, line, found.start)
        if inside(found.start, threats):
            continue
        if flat and not (found.row.get("flat") or found.row.get("servile")):
            continue
        if found.row.get("personal") and "personal" in case.form.file.manners:
            continue
        near = min(end, found.end + _NEAR)
        softened = upward and not found.row.get("flat") and has(case.text, phrases("tone", "polite"), start, near)
        of_another = found.row.get("whom") and not _to_reader(case, start, found.start)
        told_once = upward and bool(_WAS_TOLD.search(case.text, start, found.start))
        if not softened and not of_another and not told_once and not inside(found.start, spans):
            values = _UPWARD if upward else _DOWNWARD
            yield Spot(found.start, found.end, severity=found.row.get("severity"), values=values)
    writes = line.part == case.form.file.writes
    if upward and not flat and writes and not _goes_to_many(case) and not _listed(case, line):
        for start, end in sentences(case.text, line):
            if any(not one.row.get("own") for one in find(case.text, phrases("tone", "polite"), start, end)):
                continue
            bare = _BARE_ENGLISH.match(case.text, start, end) or _BARE.search(case.text, start, end)
            if (
                bare
                and not _ASKED.search(case.text, start, end)
                and not _WAS_TOLD.search(case.text, start, end)
                and not inside(start, spans)
                and _to_reader(case, start, end)
            ):
                yield Spot(bare.start(), bare.end(), severity="hint", values=_UPWARD)


@once
def _goes_to_many(case: Case) -> bool:
    """Whether posts of several ranks are written to."""
    return len({post.rank for line in case.lines("addressee") for post in posts(case.words(line), case.state)}) > 1


_HIGHEST, _SURE = 100, 2 * APART
"""Ranks nearer than this may be another office's; a paper to many is seldom written to seniors: what is told of these is a hint."""
_TOLD = r" (?:hereby )?(?:directed|instructed|ordered|commanded|warned) to\b"
_ORDERED = re.compile(
    rf"is(?<!\wis){_TOLD}|are(?<!\ware){_TOLD}|"
    r"को (?:(?:निर्देशित|आदेशित|निदेशित) किया|(?:आदेश|निर्देश|निदेश|हिदायत) (?:दिया|दिए|दिये|दी)) जात[ाीे] हैं?"
)


def _ordered(case: Case, line: Line, writer: int) -> Iterator[Spot]:
    """Where a senior is ordered by his post: the Deputy Secretary is directed to approve it."""
    for match in _ORDERED.finditer(case.text, line.words, line.end):
        start, _ = sentence(case.text, line, match.start())
        named = [post.rank for post in posts(case.text, case.state, start, match.start()) if post.rank]
        if (named and named[-1] - writer >= APART) or (case.form.file.shelf == "upward" and _reads(case, start, match)):
            yield Spot(match.start(), match.end(), values=_UPWARD)
    for start, end in _commands(case, line):
        post = next(iter(posts(case.text, case.state, start, end)), None)
        if post is None:
            continue
        told = _TOLD_TO.match(case.text, post.end, line.end) if post.rank and post.rank - writer >= APART else None
        if told and not _LEADS.search(case.text, max(line.words, post.start - _NEAR), post.start):
            yield Spot(post.start, told.end(), severity="hint", values=_UPWARD)


def _reads(case: Case, start: int, ordered: re.Match[str]) -> bool:
    """Whether the one who is ordered is whom the paper goes to, whatever his post."""
    whom = re.sub(r"^(?:[0-9]{1,2}[.)] )?(?:The )?", "", case.text[start : ordered.start()]).split(",")[0].strip()
    return len(whom.split()) < _FEW and any(whom and whom in case.words(line) for line in case.lines("addressee"))


def _commands(case: Case, line: Line) -> Iterator[tuple[int, int]]:
    """The clauses of a line that may tell somebody what to do: looked at before any post is sought, for that takes long."""
    if case.form.id in data("tone")["downward"] or line.part != case.form.file.writes:
        return
    for match in _COMMANDED.finditer(case.text, line.words, line.end):
        start = max(match.start() - _CLAUSE, line.words)
        start = max((case.text.rfind(sign, start, match.start()) + 1 for sign in "।,;:(."), default=start) or start
        words = case.text[max(start, line.words) : match.start()]
        if len(words) > 3 and "कृप" not in words and "अनुरोध" not in words and "request" not in words:
            yield max(start, line.words), min(match.end() + _NEAR, line.end)


_CLAUSE, _FEW = 160, 6
_COMMANDED = re.compile(
    r"(?:करें|कराएँ|कराएं|करायें|भेजें|दें|लें|रखें|मानें|बताएँ|बताएं|हों|जाएँ|आएँ|करे|होगा|होगी|होंगे|पड़ेगा|पड़ेगी|पड़ेंगे)(?= ?(?:[।|!,]|$))"
    r"| (?:must|shall|has to|have to|had better|bound to) ",
    re.MULTILINE,
)
_TOLD_TO = re.compile(
    r" (?!(?:को|से|के|का|की|ने|द्वारा|पर|में|महोदय|महोदया|एवं|तथा|और|कार्यालय|स्तर|जी)[ ,])(?:[^ ।,;:()\n]{1,30} ){1,9}?"
    r"(?:करें|कराएँ|कराएं|करायें|भेजें|दें|लें|रखें|मानें|बताएँ|बताएं|हों|जाएँ|आएँ|समझ लें|करे)(?= ?(?:[।|!,]|$))"
    r"| को (?:[^ ।,;:()\n]{1,30} ){0,12}?[\u0915-\u0939][\u0900-\u0963]{0,8}न[ाीे] (?:ही )?(?:होगा|होगी|होंगे|पड़ेगा|पड़ेगी|पड़ेंगे)"
    r"| (?:must|shall|has to|have to|will have to|had better|is bound to|are bound to) [a-z]{2,20}",
    re.MULTILINE,
)
"""After a senior's post: what he is told to do."""
_LEADS = re.compile(
    r"(?:^|\s)(?:यदि|अगर|ताकि|जिससे|जिसे|जिस पर|जिसका|कि|जब|जैसा|चाहे|कृपया|if|that|as|when|whether|which|where|unless|until|rule|of|by|to|and|or)"
    r"(?:\s[^।,;]{0,40})?\s?$",
    re.IGNORECASE,
)
"""Before it: he may, or it is what somebody asks of him."""


def _servile(case: Case, line: Line) -> Iterator[Spot]:
    for found in find(case.text, phrases("tone", "pleading"), line.words, line.end):
        if found.row.get("servile"):
            yield Spot(found.start, found.end, values=_DOWNWARD)


_NEAR = 30
_IMPERATIVE = (
    r"(?=[\u0900-\u0963]++\s{0,2}(?:[।|!]|$))(?!चाहिए|में|हमें|उन्हें|इन्हें|जिन्हें|तुम्हें|बातें|दरें|सूचनाएँ|समस्याएँ|योजनाएँ|रहें|लिए|दिए|किए|इसलिए)"
    r"[\u0915-\u0939][\u0900-\u0963]*(?:ें|एँ|एं|यें|वें|िए|िये|इए|इये)(?=\s{0,2}(?:[।|!]|$))"
    r"|(?:करें|कराएँ|कराएं|करायें|भेजें|दें|लें|रखें|मानें|बताएँ|बताएं|करिए|कीजिए|भेजिए|दीजिए|लीजिए|बताइए)"
    r"(?=,| और | तथा | एवं | कि )"
)
_BARE = re.compile(
    rf"(?=[अ-ह])(?<![\u0900-\u0963])(?:{_IMPERATIVE}|आपको? [^।]{{0,120}}?(?:चाहिए|होगा|पड़ेगा)(?=\s?[।|!])|"
    r"आप [^।]{3,90}?(?<! हो)(?:ेंगे|एंगे|एँगे|बाध्य हैं)(?=\s?[।|!]))|"
    r"(?=[yt])\b(?:you|your (?:office|department|ministry|directorate|side|staff)|the (?:department|ministry|directorate|government|commissioner|"
    r"collector|secretary|director)) (?:must|shall|should|will have to|has to|have to|need to|needs to|are to|is to|had better|ought to) [^.\n]{3,}",
    re.IGNORECASE,
)
"""What a senior is told to do in so many words; with nothing polite in the sentence a hint."""
_WAS_TOLD = re.compile(
    r"(?:निर्देश|आदेश|हिदायत|समझाइश|चेतावनी|ताकीद|पाबंद)[^।,]{0,20}? (?:ग[ययीएइ][ाेी]?|था|थी|थे|हैं?)(?: (?:है|हैं|था|थी|थे))? कि "
    r"|\b(?:was|were|has been|have been|had been) (?:directed|instructed|told|asked|ordered|warned|advised) "
)
"""What somebody was told at another time is reported, not commanded."""
_BARE_ENGLISH = re.compile(
    r"(?:Send|Provide|Sanction|Release|Ensure|Arrange|Issue|Approve|Take|Make|Depute|Submit|Furnish|Inform|"
    r"Direct|Pass|Return|Allot|Fill|Post|Transfer|Give|Get|Do|Order|Convey|Grant|Supply|Despatch|Dispatch|Deploy|Reply|Explain|"
    r"Report|Stop|Withdraw|Cancel|Clear|Confirm|Call|Hand over|Pay|Credit|Increase|Change|Let) "
    r"(?!to |of |in |at |from |was |were |is |are |has |by |and )[^.\n]{3,}"
)
"""So an English sentence commands that begins with its verb."""
_ASKED = re.compile(
    r"उचित समझ|अनुशंसा|संस्तुति|प्रस्ताव|ताकि|यदि|अपेक्षा|अपेक्षित|चाहता|चाहती|चाहते|आशा|बताया|सलाह|नियम|आदेश (?:है|हुआ)|"
    r"recommend|propos|suggest|hope|said|rule|if\b|so that",
    re.IGNORECASE,
)


def _listed(case: Case, line: Line) -> bool:
    """Whether it is an item under "it is requested that :-"."""
    item = _ITEM.match(case.text, line.start, line.end)
    for at in range(bisect_left(case.body, line.start, key=attrgetter("start")) - 1, -1, -1):
        above = case.body[at]
        if not (item and _ITEM.match(case.text, above.start, above.end)):
            return case.text[above.start : above.end].rstrip().endswith((":", "-"))
    return False


_ITEM = re.compile(r"\s*(?:\(?[0-9०-९क-हa-z]{1,2}[.)]|[-•*])")


_WHOM = re.compile(r"(?<!इस )(?<!\S)(\S{1,40})\sको(?![\u0900-\u0963])|(आपको|उन्हें|इन्हें|उनको|जिन्हें)")


def _to_reader(case: Case, start: int, end: int) -> bool:
    """Whether what is commanded there goes to the reader: to "आप", to the addressee's post, or to nobody else that is named."""
    last = next(reversed([*_WHOM.finditer(case.text, start, end)]), None)
    if last is None:
        return True
    named = last[1] or last[2]
    return named in ("आप", "आपको") or any(named in case.words(line) for line in case.lines("addressee"))


_UPWARD = {
    "what": {
        "hi": 'वरिष्ठ अधिकारी को आदेश देते हैं; "अनुरोध है कि …" लिखिए',
        "en": "give an order to a senior; write “it is requested that …”",
    }
}
_THREATENED = {
    "what": {
        "hi": "वरिष्ठ को धमकी देते हैं; लिखिए कि देर से काम में क्या कठिनाई होगी",
        "en": "threaten a senior; say what the work suffers by delay",
    }
}
_THREAT = re.compile(
    r"(?<![\u0900-\u0963])(?:अन्यथा|नहीं तो|वरना|वर्ना|(?:न होने|न करने|न मिलने) पर)(?![\u0900-\u0963])[^।\n]{0,120}?"
    r"(?:(?:आपके|आपकी|आप) [^।\n]{0,40}?(?:विर[ुू]द्ध|खिलाफ|ख़िलाफ़|शिकायत|ज़?जिम्मेदार|ज़िम्मेदार|उत्तरदायी|उत्तरदायित्व|जवाबदे|दोषी|भुगत)"
    r"|परिणाम[^।\n]{0,30}भुगत|(?:ज़?जिम्मेदारी|जवाबदेही|उत्तरदायित्व) (?:पूर्णतः |पूरी तरह |केवल )?आपक[ीा]"
    r"|(?:उच्च अधिकारियों|उच्चाधिकारियों|उच्च स्तर|शासन|लोकायुक्त|मंत्री जी|मीडिया|समाचार पत्र)[^।\n]{0,30}शिकायत"
    r"|(?:धरना|धरने|आंदोलन|आन्दोलन|हड़ताल|अनशन)[^।\n]{0,30}(?:करेंगे|करूँगा|करूंगा|करूँगी|बैठेंगे|जाएँगे|जाएंगे|पड़ेगा|बाध्य|विवश))[^।\n]{0,60}"
    r"|\b(?:failing which|otherwise|or else|if not)\b[^.\n]{0,100}?"
    r"\b(?:against you(?:r|rself)?|you(?:r office| yourself)? (?:will|shall|would) be "
    r"(?:held |solely |personally )*(?:responsible|liable|answerable|accountable|reported)"
    r"|your (?:sole |own |personal )?(?:responsibility|liability)|(?:complain|report) (?:against |about )?you|face (?:the |serious )?consequences"
    r"|(?:the )?consequences (?:will|shall) be yours|go (?:on strike|to the (?:press|media)))[^.\n]{0,60}",
    re.IGNORECASE,
)
"""What a senior is told will befall him; that the work suffers, or that somebody else is to answer, is none."""
_DOWNWARD = {
    "what": {
        "hi": "अधीनस्थ से याचना करते हैं; सीधे लिखिए कि क्या करना है और कब तक",
        "en": "plead with a subordinate; say plainly what is to be done and by when",
    }
}


_OFFICE = re.compile("कार्यालय|Office|O/o", re.IGNORECASE)


def _rank_of(case: Case, parts: tuple[str, ...], field: str) -> int | None:
    """The rank of the one who signs, or of the first who is written to: as the paper has it, else the brief."""
    around = case.lines("letterhead") if "signature" in parts else []
    for part in parts:
        lines = case.lines(part)
        named = [*lines, *around] if lines and part == "signature" else lines
        if lines and (found := rank("\n".join(case.words(line) for line in named), case.state)):
            return found
    for line in (line for part in parts for line in case.lines(part)):
        if not _OFFICE.match(case.text, line.words, line.end) and (stands := about(case.words(line))):
            return stands
    people = case.brief[field] if case.brief and field in case.form.fields else ()
    person = people[0] if isinstance(people, tuple) and people else people
    return rank(" ".join((person.designation, person.office, person.place)), case.state) if person else None
