"""Whether a paper that goes out names a child or a victim whose name the law keeps from the public.

A name is one if the paper itself says so: it stands beside the child or the victim, or beside an age under eighteen, whichever comes
first; it is told as theirs ("her name is …"); it goes on from such a name (and his sister …); or it is that of the one who
complains of a sexual wrong or suffered it. Where the matter is such a child's, a girl's or boy's title alone says it too.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from assistant.checks.finding import Case, Spot
from assistant.checks.people import HINDI_NAME, PLACED, capitals, is_family, is_name, name_length, no_name
from assistant.checks.phrases import LETTER, data, find, has, phrases
from assistant.checks.privacy.numbers import OWN_PARTS
from assistant.forms.document import Line
from assistant.language import spelling


def _any(key: str) -> str:
    """A pattern for any word of a list, whole."""
    told = [word for row in data("protected")[key] for language in ("hi", "en") for word in row.get(language, ())]
    return f"(?<!{LETTER})(?:{'|'.join(sorted(map(re.escape, told), key=len, reverse=True))})(?!{LETTER})"


_GAP = "[ \n,:;(\"'“‘–-]{1,3}"
_TITLE = (
    r"(?:(?:कुमारी|कु\.|कु०|कु0|सुश्री|श्रीमती|श्री|मास्टर|बेबी)(?![\u0900-\u0963])"
    r"|\b(?:Kumari|Kum\.|Km\.|Ms\.?|Miss|Smt\.?|Shri|Mr\.?|Mrs\.?|Master|Baby)(?![A-Za-z]))"
)
_YOUNG = re.compile(r"(?:कुमारी|कु\.|कु०|कु0|मास्टर|बेबी|Kumari|Kum\.|Km\.|Miss|Master|Baby)")
_UNDER = (
    "(?:(?<![0-9])(?:1[0-7]|[1-9])(?![0-9])"
    "|(?:एक|दो|तीन|चार|पाँच|पांच|छह|छः|सात|आठ|नौ|दस|ग्यारह|बारह|तेरह|चौदह|पंद्रह|पन्द्रह|सोलह|सत्रह)(?![\u0900-\u0963])"
    "|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\\b)"
)
"""An age under eighteen."""
_YEARS = "(?:[ -]?(?:वर्षीय|वर्षीया|वर्ष|साल|बरस|years?|yrs?|year-old|years-old|months?|माह))"
_AGE = (
    f"(?:(?:(?:उम्र|आयु|aged|age)[ :-]{{1,3}}(?:(?:लगभग|करीब|केवल|मात्र|about|only|just) )?{_UNDER}(?:{_YEARS}(?:[ -]old)?)?(?: (?:की|का|के))?)"
    f"|{_UNDER}{_YEARS}(?:[ -]old)?(?: of age)?(?: (?:की|का|के)(?: (?:उम्र|आयु) (?:की|का|के))?)?)"
)
_FILL = (
    f"(?:{_AGE}|{_UNDER}"
    "|(?:a|an|the|one|two|three|four|only|of|about|nearly|who|whose|name|names|named|namely|called|known as|identified as|by name|is|was|are|were|and"
    "|his|her|their|eldest|elder|youngest|younger|older|missing|rescued|unfortunate|deceased|brothers?|sisters?|siblings?|cousins?|twins?"
    "|studying|in|class|standard|std|[IVX]{1,4}|[0-9]{1,2}(?:st|nd|rd|th)"
    "|(?:of|in) (?:the |this |that |an? )?(?:alleged )?(?:sexual |gang )?(?:assault|abuse|rape|offence|case|incident|matter|crime|racket))\\b"
    "|(?:एक|दो|तीन|दोनों|तीनों|जो|कि|जिसका|जिसकी|जिनका|जिनके|जिनकी|उसका|उनका|का नाम|के नाम|का वास्तविक नाम|की पहचान|नाम|नामक|नामे|उर्फ|है|हैं|था|थी|थे"
    "|व्यक्ति|लगभग|करीब|उम्र|आयु|वर्ष|कक्षा|[\u0900-\u0963]{2,8}वीं|पहली|दूसरी|तीसरी|चौथी|छठी|की|में|अध्ययनरत|पढ़ने वाली|पढ़ने वाला|पढ़ रही"
    "|बड़ी|बड़ा|छोटी|छोटा|सगी|सगे|गुमशुदा|अपहृता|अपहृत|मृतका|मृतक|भाई|बहन|बहनें|भाइयों|बहनों|और|तथा|एवं|व)(?![\u0900-\u0963]))"
)
"""What may stand between the child and the name: "बालिका, जिसका नाम", "a girl of about seven called"."""
_HINDI_SIBLING = (
    "(?:उसकी|उसका|उसके|इसकी|इसका) (?:छोटी |छोटा |छोटे |बड़ी |बड़ा |बड़े |जुड़वाँ |सगी |सगा )?(?:बहन|भाई)(?![\u0900-\u0963])"
)
_SIBLING = (
    "[ \n](?:and (?:his|her) (?:younger |elder |older |little |twin )?(?:sister|brother|sibling|cousin)\\b"
    f"|(?:और|तथा|एवं|व) {_HINDI_SIBLING})"
)


class _Patterns(NamedTuple):
    before: re.Pattern[str]
    after: re.Pattern[str]
    grown_before: re.Pattern[str]
    grown_after: re.Pattern[str]
    role: re.Pattern[str]
    grown: re.Pattern[str]
    hindi: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    role, grown = _any("roles"), _any("grown")
    kin = r"(?:['’]s?|['’]| (?:के|की|का) (?!(?:रूप|तौर|नाम)))"
    said = f"(?:{role}(?!{kin})|{_AGE})"
    chain = f"(?:{role}|{_AGE})(?:{_GAP}(?:{_FILL}|{role})){{0,8}}"
    return _Patterns(
        before=re.compile(f"{chain}[ \n,:;(\"'“‘–-]{{0,3}}$"),
        after=re.compile(
            f"(?:[ \n]?\\([^()\n]{{1,40}}\\)|{_GAP}(?:पिता|पुत्री|पुत्र|आत्मजा|आत्मज) [^,।\n()]{{2,30}})?(?:{_GAP}(?:{_FILL})){{0,8}}{_GAP}{said}"
            f"|(?P<bare>[ \n]?[,(][ \n]?{_UNDER}[ ]?[,)])|{_SIBLING}|[ \n](?:नाम|नामक)(?: (?:की|का|के|वाली))?(?: (?:{_FILL})){{0,4}} {role}"
        ),
        grown_before=re.compile(f"{grown}[ ,:]{{1,2}}$", re.IGNORECASE),
        grown_after=re.compile(
            f"(?!,? (?:पिता|पति|माता) (?:श्री|स्व|का|नाम)| (?:पिता|पति|माता|के|की|का) )"
            f"[ \n,(]{{1,3}}(?:(?:the|a|an|then|एक)[ ])?(?:[A-Za-z\u0900-\u0963]{{2,16}}[ ]){{0,2}}{grown}",
            re.IGNORECASE,
        ),
        role=re.compile(role, re.IGNORECASE),
        grown=re.compile(grown, re.IGNORECASE),
        hindi=re.compile(
            f"(?:{chain}|(?<![\u0900-\u0963])(?:(?:अपना|उसका|जिसका|उनका|जिनका) नाम|{_HINDI_SIBLING}))(?:{_GAP}{_TITLE})?"
            "(?:[ \n](?:साक्षी|गवाह)(?![ \n](?:ने|के|की|का|को|से|में|पर)(?![\u0900-\u0963])))?"
            f"[ \n,:(\"'“‘–-]{{1,3}}(?=(?P<name>{HINDI_NAME}(?:[ \n]{HINDI_NAME}){{0,2}}))"
        ),
    )


class _Name(NamedTuple):
    start: int
    end: int
    sure: bool
    """Known to be a person's, by its title or its words."""
    head: int
    """Where its title begins, if it has one."""


def protected_person(case: Case) -> Iterator[Spot]:
    """The name of a child or a victim whom the law protects, in a paper that goes out. Initials and another name pass."""
    text = case.text
    if case.form.id in data("protected")["inside"]:
        return
    matters = list(find(text, phrases("protected", "matters")))
    if not matters or not (
        any(not found.row.get("heard") for found in matters) or has(text, phrases("protected", "offences"))
    ):
        return
    abuse = any(found.row.get("abuse") for found in matters)
    aliases: set[str] = set()
    for line in case.document.lines:
        if line.part in OWN_PARTS:
            continue
        told = -1
        for name in _people(case, line):
            said = text[name.start : name.end]
            if name.start < told or said in aliases:
                continue
            if _ALIAS.search(text, max(0, name.start - 30), min(len(text), name.end + 40)) or _INITIALS.fullmatch(said):
                aliases.add(said)
                continue
            goes_on = told >= 0 and _GOES_ON.fullmatch(text, told, name.head)
            if goes_on or _is_theirs(case, line, name) or (abuse and _is_wronged(case, name)):
                yield Spot(name.start, name.end, severity=None if name.sure or goes_on else "hint")
                told = name.end


_ALIAS = re.compile(
    r"(?:परिवर्तित|काल्पनिक|बदला हुआ|छद्म|name changed|changed name|not (?:her|his) real|pseudonym|alias)", re.IGNORECASE
)
_INITIALS = re.compile(
    r"(?:[A-Z]{1,3}\.? ?){1,3}|(?:[\u0904-\u0939][\u093a-\u094c\u0902]?(?:\. ?| )){0,2}[\u0904-\u0939][\u093a-\u094c\u0902]?\.?|[A-Z]-?\d|[क-ह]-?\d"
)
_GOES_ON = re.compile(
    f"(?: ?\\([^()\n]{{1,30}}\\)|{_GAP}{_AGE}|{_GAP}{_UNDER})?[ ,]{{0,2}}(?:,| and| तथा| और| एवं| व)[ \n]"
    "(?:(?:his|her|their|the|younger|elder|older|little|sister|brother|cousin|friend|classmate"
    f"|उसकी|उसका|उसके|इसकी|छोटी|छोटा|छोटे|बड़ी|बड़ा|बहन|भाई|सहेली|सहपाठी)[ \n,]{{1,2}}){{0,4}}"
)
"""Ravi Gond, aged 9, and his sister …"""
_WHOSE = re.compile(
    r",? whose (?:[a-z]+ ){0,2}(?:assault|abuse|rape|molestation|violation|molester|abuser|rapist|assailant|tormentor|attacker)\b"
    r"|,? (?:जिसके|जिसकी|जिनके|जिनकी) (?:साथ|अस्मत|आबरू|इज्जत|उत्पीड़|शोष|दुष्कर्म)"
)
"""After a name: the wrong is that which was done to her."""
_HERS = re.compile(
    r"\b(?:[Hh]er|[Hh]is|[Tt]heir|(?:girl|boy|child|victim|survivor)['’]s) (?:full |real )?names?(?: (?:is|was|are|were|as))?[ :]{1,2}(?:as )?$"
    r"|\b(?i:victim|survivor|prosecutrix|girl|boy|child|minor|children)\b[^.;\n]{0,80}"
    r"\b(?:identified as|known as|called|named|by the name of)[ :]{1,2}$"
    r"|\bnames? (?:is |was |being )?(?:given |recorded |stated )?as $"
)


_SAW = re.compile("गवाह|साक्षी|witness", re.IGNORECASE)
"""What a child may be as well as a grown person."""


def _is_theirs(case: Case, line: Line, name: _Name) -> bool:
    """Whether the words around a name say that it is a child's or a victim's."""
    text, told = case.text, _patterns()
    lowest, highest = max(line.start, name.head - 160), min(line.end, name.end + 160)
    after = told.after.match(text, name.end, highest)
    if after and after["bare"] and not name.sure:  # so many at that place
        after = None
    grown = told.grown_before.search(text, lowest, name.head)
    if grown and _SAW.match(grown[0]) and told.before.search(text, lowest, grown.start()):
        return True
    if grown or (told.grown_after.match(text, name.end, highest) and not after):
        return False
    if name.sure and _WHOSE.match(text, name.end, highest):
        return True
    if after or told.before.search(text, lowest, name.head) or _HERS.search(text, lowest, name.head):
        return True
    title = text[name.head : name.start]
    return bool(_YOUNG.match(title)) or (
        name.sure
        and not title
        and bool(told.role.search(text, line.start, line.end))
        and _stands_alone(case, line, name)
    )


def _stands_alone(case: Case, line: Line, name: _Name) -> bool:
    """Whether nothing else in the sentence says who it is: a post, a job, a kin, a place."""
    start, end = case.sentence(name.start)
    before = case.text[max(line.start, start, name.start - 60) : name.start]
    after = case.text[name.end : min(line.end, end, name.end + 60)]
    return not any(_patterns().grown.search(near) for near in (before, after)) and not PLACED.search(before)


# --- one who complains of a sexual wrong

_COMPLAINS = re.compile(
    r"\b(?:complaint|allegation|charge|case|FIR|report|statement|grievance)s?\b[^.;\n]{0,40}\b(?:by|of|from)[ \n]$"
    r"|\b(?:harassment|assault|abuse|exploitation|rape|molestation|modesty) of[ \n]$"
    r"|\b(?:raped|molested|assaulted|harassed|abused)[ \n]$"
    r"|\b(?:complainant|aggrieved (?:woman|person|employee|official))[ ,:]{1,2}$"
    r"|(?:शिकायतकर्ता|फरियादी|फरियादिया|व्यथित महिला|पीड़ित महिला|आवेदिका)[ ,:]{1,2}$"
)
_COMPLAINED = re.compile(
    r"(?:['’]s)?[^.;।\n]{0,50}?(?:\b(?:complain(?:ed|t|ts|ant)|alleged|accused|reported|lodged|filed|molested|raped|harassed|assaulted)\b"
    r"|(?<![\u0900-\u0963])(?:के साथ|द्वारा|ने|की ओर से|से|की)(?![\u0900-\u0963]))"
)
_NOT_HERS = re.compile(r"(?:\bagainst|\bto|\bbefore|के विरुद्ध)[ \n]$", re.IGNORECASE)
_NOT_AFTER = re.compile(
    r"[ \n]?(?:के विरुद्ध|के खिलाफ|पर |के समक्ष|की अध्यक्षता|,? (?:Presiding|Chair|Member|Head|Convener|Principal)|,? (?:अध्यक्ष|सदस्य|पीठासीन|संयोजक))"
)


def _is_wronged(case: Case, name: _Name) -> bool:
    """Whether the sentence tells of a sexual wrong, and a name as that of her who complains of it or suffered it."""
    text = case.text
    start, end = case.sentence(name.start)
    if not name.sure or not has(text, phrases("protected", "wrongs"), start, end):
        return False
    if _NOT_HERS.search(text, max(start, name.head - 30), name.head) or _NOT_AFTER.match(text, name.end):
        return False
    return bool(_COMPLAINS.search(text, start, name.head)) or (
        bool(_COMPLAINED.match(text, name.end, end)) and has(text, phrases("protected", "wrongs"), name.end, end)
    )


# --- who is named


def _people(case: Case, line: Line) -> list[_Name]:
    """The names of persons in a paragraph, in order: those with a title, and those that look like one."""
    text = case.text
    titled = ((one.start, one.end, True) for one in case.within(line.start, line.end) if one.kind == "name")
    taken: list[_Name] = []
    for start, end, sure in (*titled, *capitals(text, line), *_hindi(text, line)):
        if not any(start < other.end and other.start < end for other in taken):
            title = _TITLED.search(text, max(line.start, start - 20), start)
            taken.append(_Name(start, end, sure, title.start() if title else start))
    return sorted(one for one in taken if not _KIN.search(text, max(line.start, one.head - 24), one.head))


_TITLED = re.compile(f"(?:{_TITLE}[ \n]?){{1,2}}$")
_KIN = re.compile(
    r"(?:(?<![\u0900-\u0963])(?:पिता|माता|पति|पत्नी|पुत्री|पुत्र|आत्मजा|आत्मज|वल्द)|[SsDdWw]/[Oo]\.?|\b(?:son|daughter|wife) of)"
    r"(?: (?:का नाम|स्व\.|स्वर्गीय|late))?[ :-]{1,3}$"
)
"""Whose child it is, not who."""


def _hindi(text: str, line: Line) -> Iterator[tuple[int, int, bool]]:
    """Words after the child or the victim that are a name; a given name before a family name anywhere."""
    for match in _patterns().hindi.finditer(text, line.start, line.end):
        start = match.start("name")
        length = name_length(text, start, match["name"].split())
        if length:
            yield start, start + length, True
    for match in _PAIR.finditer(text, line.start, line.end):
        first, last = match[1], match[2]
        if is_family(last) and first not in no_name() and (is_name(first) or not spelling.is_ordinary(first)):
            yield match.start(1), match.end(2), True
    for match in _CALLED.finditer(text, line.start, line.end):
        words = match["name"].split()
        if words[-1] in no_name():  # सहसवान में 2
            continue
        while words and (words[0] in no_name() or (spelling.is_ordinary(words[0]) and not is_name(words[0]))):
            words = words[1:]
        if words and (any(map(is_name, words)) or not _COUNT.match(text, match.end("name"))):
            yield match.end("name") - len(" ".join(words)), match.end("name"), True


_PAIR = re.compile(f"(?<![\u0900-\u0963])(?=({HINDI_NAME})[ \n]({HINDI_NAME})(?![\u0900-\u0963]))")
_CALLED = re.compile(
    f"(?<![\u0900-\u0963])(?P<name>{HINDI_NAME}(?:[ \n]{HINDI_NAME})?)(?= (?:नाम (?:की|का|के|वाली)|नामक)"
    f"|[ ,(]{{1,3}}{_AGE}| ?[,(] ?{_UNDER}[,)]|{_SIBLING})"
)
_COUNT = re.compile(r" ?\( ?[0-9]")
"""A figure in brackets: an age after a name, else a count after a place."""


CHECKS = {"privacy.protected-person": protected_person}
