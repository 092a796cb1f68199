"""Whether a paper carries a person's number, name that has no place in it. The patterns of numbers are the facts room's."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from assistant.checks.finding import Case, Spot
from assistant.checks.phrases import LETTER, data, find, has, phrases
from assistant.facts import Found, names
from assistant.facts.patterns import rows
from assistant.language import spelling
from assistant.language.english import is_word
from assistant.language.words import lines

_OWN_PARTS = (
    "letterhead",
    "number",
    "from",
    "addressee",
    "through",
    "cc",
    "bcc",
    "signature",
    "copies",
    "subscription",
    "chain",
)
"""Where an office prints how it is reached."""


def _found(case: Case, kind: str) -> Iterator[Found]:
    """The numbers of a kind that neither a field of the form, nor the form itself, nor what the exercise expects calls for."""
    if kind in data("privacy")["called_for"].get(case.form.id, ()):
        return
    officers = kind in data("privacy")["officers_for"].get(case.form.id, ())
    key = kind.replace("-", "_")
    fields = [str(case.brief[id]) for id in case.form.fields if key in id] if case.brief else []
    for found in case.found:
        if found.kind == kind and not (officers and _OFFICERS.search(case.text, *_around(case, found))):
            says = case.text[found.start : found.end]
            if not any(says in field for field in fields) and not any(
                (fact.kind, fact.value) == (kind, found.value) for fact in case.expect
            ):
                yield found


_OFFICERS = re.compile(r"अपील|सूचना अधिकारी|संपर्क|सम्पर्क|appell|appeal|information officer|contact", re.IGNORECASE)


def _around(case: Case, found: Found) -> tuple[int, int]:
    """The paragraph that a number stands in, and the one before it."""
    line = case.line(found.start)
    start = case.text.rfind("\n", 0, max(0, (line.start if line else found.start) - 1)) + 1
    return start, line.end if line else found.end


def _in_brief(case: Case, found: Found) -> bool:
    """Whether the brief itself has the number: then the paper is to carry it. An Aadhaar number no brief excuses."""
    if not case.brief:
        return False
    digits = re.sub(r"\W", "", case.text[found.start : found.end]).lower()
    return digits in re.sub(r"\W", "", str(case.brief.facts)).lower()


def _whose(case: Case, found: Found) -> tuple[bool, bool]:
    """Whether the words of the sentence up to the number speak of a person, and whether of an office or a firm."""
    start, end = case.sentence(found.start)
    person = has(case.text, phrases("privacy", "persons"), start, found.start) or any(
        one.kind == "name" and start <= one.start < end for one in case.found
    )
    office = any(has(case.text, phrases("privacy", key), start, found.start) for key in ("offices", "desks", "paid"))
    return person, office


def _part(case: Case, found: Found) -> str:
    line = case.line(found.start)
    return line.part if line and found.start < line.end else ""


def aadhaar(case: Case) -> Iterator[Spot]:
    """An Aadhaar number."""
    for found in _found(case, "aadhaar"):
        yield Spot(found.start, found.end, suggestion="XXXX-XXXX-" + str(found.value)[-4:])


def pan(case: Case) -> Iterator[Spot]:
    """A person's PAN; a firm's, which its fourth letter tells, is none."""
    for found in _found(case, "pan"):
        firm = str(found.value)[3] not in "PH" and _whose(case, found)[1]
        if not firm and not _in_brief(case, found):
            yield Spot(found.start, found.end)


def account(case: Case) -> Iterator[Spot]:
    """A person's bank account."""
    for found in _found(case, "account"):
        person, office = _whose(case, found)
        if (person or not office) and not _in_brief(case, found):
            digits = str(found.value)
            yield Spot(found.start, found.end, suggestion="X" * (len(digits) - 4) + digits[-4:])


def _card(kind: str) -> Callable[[Case], Iterator[Spot]]:
    def check(case: Case) -> Iterator[Spot]:
        for found in _found(case, kind):
            if not _in_brief(case, found):
                yield Spot(found.start, found.end)

    return check


_CALLED = re.compile(r"(?:मो|मोबा|मोबाइल|मोबाईल|चलभाष|व्हाट्स|व्हाटस|वाट्स|[Mm]ob|MOB|[Cc]ell|[Ww]hats)[^0-9\n]{0,20}$")
_STD = re.compile(
    r"\(?0?[1-9][0-9]{1,4}\)?[ -]{1,3}[0-9]{6,8}|\(?0[1-9][0-9]{1,3}\)?[ -]{1,3}[0-9]{3,4}[ -]?[0-9]{3,4}|0[57][0-9]{9}"
)
"""A landline with its area code; codes of Madhya Pradesh, Chhattisgarh and Uttar Pradesh begin with 5 and 7 as mobiles do."""


def phone(case: Case) -> Iterator[Spot]:
    """A mobile number in the text that isn't said to be an office's. Where the brief has it, only a citizen's own."""
    for found in _found(case, "phone"):
        digits, says = str(found.value), case.text[found.start : found.end]
        called = _CALLED.search(case.text[max(0, found.start - 40) : found.start])
        mobile = len(digits) == 10 and digits[0] in "6789" and (called or not _STD.fullmatch(says))
        if mobile and _side(case, found) != "office" and not _excused(case, found):
            yield Spot(found.start, found.end, suggestion="XXXXXX" + digits[-4:])


_OFFICIAL = re.compile(r"(?:^|[.@])(?:gov|nic|ac|edu|res|mil)\.in$")
_HIRED = re.compile(
    r"@(?:[a-z0-9-]+\.){0,4}(?:gmail|googlemail|yahoo|ymail|rediffmail|rediff|outlook|hotmail|live|icloud|proton|protonmail|aol|zoho)\."
)
_TRADE = re.compile(r"\.(?:com|co\.in)$")


def email(case: Case) -> Iterator[Spot]:
    """A person's e-mail address in the text: one of a public mail service or of trade that isn't a desk's, or any that a person is
    named with. An address of the office's own domain isn't a person's."""
    own: set[str] | None = None
    for found in _found(case, "email"):
        address = str(found.value)
        desk, _, domain = address.partition("@")
        if _OFFICIAL.search(domain) or _excused(case, found):
            continue
        own = _domains(case) if own is None else own
        side, role = _side(case, found), set(re.findall("[a-z]+", desk)) & set(data("privacy")["roles"])
        foreign = _HIRED.search(address) or (_TRADE.search(domain) and not role)
        if (side == "person" and domain not in own) or (foreign and side != "office"):
            yield Spot(found.start, found.end)


def _domains(case: Case) -> set[str]:
    """The domains that the office, its reader and its writer have their addresses at."""
    told = (
        [str(getattr(case.brief.facts, field)) for field in case.form.fields if field not in _PROSE]
        if case.brief
        else []
    )
    lines = [case.text[line.start : line.end] for line in case.lines(*_OWN_PARTS)]
    return {match.lower() for text in (*told, *lines) for match in re.findall(r"@([A-Za-z0-9.-]{3,80})", text)}


_PROSE = ("points", "puc")
"""Fields of a brief that say what the matter is; the others say who is written to, by whom and from where."""


def _excused(case: Case, found: Found) -> bool:
    """Whether an address may stand here: where offices print theirs, or because the brief has it, unless as a citizen's."""
    if _part(case, found) in _OWN_PARTS:
        return True
    digits = _bare(case.text[found.start : found.end])
    fields = {name.partition(".")[0] for name, text in case.told if name and digits in _bare(text)}
    if not fields:
        return False
    start, _ = case.sentence(found.start)
    return bool(fields - set(_PROSE)) or not has(case.text, phrases("privacy", "citizens"), start, found.start)


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text).lower()


_NEAR = 45


def _side(case: Case, found: Found) -> str:
    """Whose address it is, as the words before it say: a person's, an office's, or nobody's."""
    start, _ = case.sentence(found.start)
    text, at = case.text, found.start
    if has(text, phrases("privacy", "own"), start, at):
        return "person"
    after = text[found.end : found.end + 2].lstrip().startswith("(")  # 98… (नियंत्रण कक्ष)
    if has(text, phrases("privacy", "desks"), start, min(len(text), found.end + 30) if after else at):
        return "office"
    person = max(
        (one.end for key in ("persons", "citizens") for one in find(text, phrases("privacy", key), start, at)),
        default=-1,
    )
    person = max([person, *(one.end for one in case.within(start, at) if one.kind == "name")])
    office = max((one.end for one in find(text, phrases("privacy", "offices"), start, at)), default=-1)
    if office > person and at - office <= _NEAR:
        return "office"
    return "person" if person >= 0 else ""


# --- whom the law protects

_ROLE_HI = (
    "पीड़िता|पीड़ित|पीडिता|पीडित|अभियोक्त्री|नाबालिग|अवयस्क|बालिका|बालक|किशोरी|किशोर|बच्ची|बच्चे|बच्चा|लड़की|लड़का|छात्रा|छात्र|मरीज|रोगी|"
    "संक्रमित|बाल श्रमिक|अपचारी|बाल वधू"
)
_ROLE_EN = "victim|survivor|prosecutrix|minor|girl|boy|child|juvenile|patient|student|pupil|inmate"
_ROLE = f"{_ROLE_HI}|{_ROLE_EN}"
_TITLE = r"(?:कुमारी|कु\.|सुश्री|श्रीमती|श्री|मास्टर|बेबी|Kumari|Kum\.|Km\.|Ms\.?|Miss|Smt\.?|Shri|Mr\.?|Mrs\.?|Master|Baby)"
_BEFORE_TITLED = re.compile(
    f"(?:{_ROLE})(?![{LETTER[1:-1]}])(?:[ ,:(-]{{1,3}}(?:{_ROLE}|व्यक्ति|का नाम|की पहचान|named|namely|name is|is|नामक|"
    f"उम्र|aged|\\d{{1,2}}|वर्ष|वर्षीय|years?|year-old|old)){{0,5}}[ ,:(-]{{0,3}}{_TITLE}? ?$"
    rf"|\b(?:{_ROLE_EN})\b[^,.;:\n]{{1,60}}, {_TITLE} ?$",
)
_AFTER = re.compile(
    f"[ ,(]{{1,3}}(?:(?:a|an|the|एक|जो|उम्र|आयु|aged|about|minor|नाबालिग|\\d{{1,2}}|वर्ष|वर्षीय|years?|year-old|old)[ ,-]{{1,2}}){{0,4}}"
    f"(?:{_ROLE})(?![{LETTER[1:-1]}])"
)
"""Rani Verma, a girl of about seven; रानी वर्मा (पीड़िता)."""
_HINDI_NAME = "[\u0904-\u0963]{2,15}"
_BARE_HI = re.compile(
    f"(?:{_ROLE_HI})(?![\u0900-\u0963])(?:[ ,:(-]{{1,3}}(?:(?:{_ROLE_HI})(?![\u0900-\u0963])|का नाम|नामक|\\d{{1,2}}|वर्ष|वर्षीय)){{0,4}}[ ,:(-]{{1,3}}"
    f"(?P<name>{_HINDI_NAME}(?: {_HINDI_NAME})?)(?![\u0900-\u0963])"
)
_BARE_EN = re.compile(
    rf"\b(?:{_ROLE_EN}|minor girl|minor boy)(?:,| named| is| namely|:)? (?:{_TITLE} ?)?"
    r"(?P<name>[A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15}){0,2})(?= |,|\.|\(|\))"
    rf"|\b(?:{_ROLE_EN})\b[^,.;:\n]{{1,60}}, (?:{_TITLE} )?(?P<apposed>[A-Z][a-z]{{2,15}} [A-Z][a-z]{{2,15}})(?=[,.;)])"
    r"|(?P<first>[A-Z](?<![A-Za-z].)[a-z]{2,15} [A-Z][a-z]{2,15})(?=,? \(?(?:who|a|an|the|aged|[0-9])\b)"
)
_TITLED = re.compile(f", {_TITLE} ")
_NO_NAME = re.compile(
    r"(?:Act|Court|Welfare|Protection|Compensation|Committee|Line|Development|Rights|Care|Help|Home|Hospital|District|Scheme|"
    r"Police|School|Unit|Cell|Centre|Center|Board|Justice|Shri|The|This|Section|Department|Officer|Ward|In|At|On|And|Who|Was|Is|"
    r"New|Old|Delhi|Mumbai|Madhya|Uttar|Pradesh|Chhattisgarh|Nagar|Railway|Station|State|Road|Bazar|Colony|Village|Tehsil|Block|Master|Government|Sadan|Kendra|"
    "द्वारा|पक्ष|प्रतिकर|परिवार|सहायता|बयान|कथन|एवं|तथा|और|या|को|का|की|के|ने|से|में|पर|है|हैं|जिसकी|जिसके|जिनकी|जिनके|उसके|उसकी|अपने|"
    "अपनी|एक|दो|अज्ञात|गृह|कल्याण|छात्रावास|शिक्षा|वर्ग|वर्ष|हेतु|सभी|इस|उस|यह|वह|जो|कक्षा|नाम|पिता|माता|पुत्री|पुत्र|उम्र|आयु|निवासी)$"
)
_PLAIN_AFTER = re.compile(
    r"[ ,(।)]{1,3}(?:का|की|के|को|ने|से|में|हेतु|पर|द्वारा|है|हैं|थी|था|पिता|पुत्री|पुत्र|आत्मजा|आत्मज|निवासी|उम्र|आयु|नामक|भी|तथा|एवं|और|$)"
)
_ALIAS = re.compile(
    r"(?:परिवर्तित|काल्पनिक|बदला हुआ|छद्म|name changed|changed name|not (?:her|his) real|pseudonym|alias)", re.IGNORECASE
)
_INITIALS = re.compile(
    r"(?:[A-Z]{1,3}\.? ?){1,3}|(?:[\u0904-\u0939][\u093a-\u094c\u0902]?(?:\. ?| )){0,2}[\u0904-\u0939][\u093a-\u094c\u0902]?\.?|[A-Z]-?\d|[क-ह]-?\d"
)


def protected_person(case: Case) -> Iterator[Spot]:
    """The name of a child or a victim whom the law protects, in a paper that goes out. Initials and another name pass."""
    text = case.text
    if case.form.id in data("privacy")["inside"] or not has(text, phrases("privacy", "protected")):
        return
    for found in case.found:
        if found.kind == "name" and (
            _BEFORE_TITLED.search(text, max(0, found.start - 110), found.start) or _AFTER.match(text, found.end)
        ):
            yield from _named(case, found.start, found.end)
    for match in _BARE_HI.finditer(text):
        length = _name_length(text, match.start("name"), match["name"].split())
        if length:
            end = match.start("name") + len(" ".join(match["name"].split()[:length]))
            yield from _named(case, match.start("name"), end)
    for match in _BARE_EN.finditer(text):
        group = str(match.lastgroup)
        words = match[group].split()
        sure = group == "name" or (
            (all(map(_is_name, words)) or _TITLED.search(match[0]) or not any(is_word(word.lower()) for word in words))
            and (group == "apposed" or _AFTER.match(text, match.end()))
        )
        if sure and not any(_NO_NAME.match(word) for word in words):
            yield from _named(case, *match.span(group))


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    """Names as they are looked up: Hindi ones folded, and what one hears of them in Latin letters."""
    words = (
        [word for line in lines("names.hi.txt") if line[0] != "[" for word in line.split()]
        + [word for row in rows("names.txt") for word in row[0].split()]
        + data("privacy")["given"]
    )
    return frozenset(map(spelling.fold, words)), frozenset(sound for word in words for sound in names.sounds(word))


def _is_name(word: str) -> bool:
    known, heard = _names()
    return spelling.fold(word) in known or (word.isascii() and set(names.sounds(word)) <= heard)


_FATHERED = re.compile(r"[ ,(]{0,3}(?:पिता|पुत्री|पुत्र|आत्मजा|आत्मज|निवासी|उम्र|आयु)(?![\u0900-\u0963])")
_WHERE = re.compile(r" (?:से|में|पर|निवासी|जिला|रेलवे)(?![\u0900-\u0963])")


def _name_length(text: str, start: int, words: list[str]) -> int:
    """How many of the words after "पीड़िता" or "बालिका" are a name: a known one, one whose father is told, or two of which no list
    knows the last. A place may be called as a person is."""
    if _NO_NAME.match(words[0]):
        return 0
    first, end = start + len(words[0]), start + len(" ".join(words))
    fathered = _FATHERED.match(text, first)
    if fathered and not fathered[0].strip(" ,(").startswith("निवासी"):
        return 1
    known = _is_name(words[0])
    if len(words) == 1 or _NO_NAME.match(words[1]):
        named = known or (not spelling.is_known(words[0]) and bool(_PLAIN_AFTER.match(text, first)))
        return int(named and not _WHERE.match(text, first))
    if spelling.is_known(words[0]) and not known:
        sure = _is_name(words[1]) or (not spelling.is_ordinary(words[1]) and bool(_PLAIN_AFTER.match(text, end)))
        return 2 * (sure and not spelling.is_ordinary(words[0]))
    if _is_name(words[1]) or (not spelling.is_known(words[1]) and _PLAIN_AFTER.match(text, end)):
        return 2
    return int(known and not _WHERE.match(text, first))


def _named(case: Case, start: int, end: int) -> Iterator[Spot]:
    aside = case.text[max(0, start - 30) : min(len(case.text), end + 40)]
    if not _ALIAS.search(aside) and not _INITIALS.fullmatch(case.text[start:end].strip()):
        yield Spot(start, end)


CHECKS = {
    "privacy.aadhaar": aadhaar,
    "privacy.pan": pan,
    "privacy.phone": phone,
    "privacy.account": account,
    "privacy.voter-id": _card("voter-id"),
    "privacy.passport": _card("passport"),
    "privacy.email": email,
    "privacy.protected-person": protected_person,
}
