"""Whether a paper carries a person's number or address that has no place in it. The patterns of numbers are the facts room's."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from assistant.checks.finding import Case, Spot
from assistant.checks.given import given
from assistant.checks.mail_head import in_mail_head
from assistant.checks.people import is_family, is_name, latin, named_after_posts, untitled_names
from assistant.checks.phrases import data, find, has, phrases
from assistant.facts import Found
from assistant.facts.mask import personal
from assistant.facts.names import name_words
from assistant.facts.same import same_name
from assistant.forms.form import Severity

OWN_PARTS = (
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
    called = kind in data("privacy")["called_for"].get(case.form.id, ())
    officers = kind in data("privacy")["officers_for"].get(case.form.id, ())
    key = kind.replace("-", "_")
    fields = [str(case.brief[id]) for id in case.form.fields if key in id] if case.brief else []
    for found in case.found:
        if found.kind != kind or (called and _is_writers(case, found)):
            continue
        if not officers or _part(case, found) == "addressee" or not _OFFICERS.search(case.text, *_around(case, found)):
            says = case.text[found.start : found.end]
            if not any(says in field for field in fields) and not any(
                (fact.kind, fact.value) == (kind, found.value) for fact in case.expect
            ):
                yield found


def _is_writers(case: Case, found: Found) -> bool:
    """Whether a contact is that of who applies: below the application or at its head, or told as one's own."""
    if _part(case, found) in OWN_PARTS:
        return True
    start, _ = case.sentence(found.start)
    mine = [one.end for one in find(case.text, phrases("privacy", "mine"), start, found.start)]
    return bool(mine) and not _names_another(case, max(mine), found.start)


def _names_another(case: Case, start: int, end: int) -> bool:
    """Whether somebody is named who doesn't sign: "my work will be looked after by constable Sunil Uike (mobile …)"."""
    posts = [one.end for one in case.within(start, end) if one.kind == "post"]
    named = [(one.start, one.end) for one in case.within(start, end) if one.kind == "name"]
    named += named_after_posts(case.text, posts, start, end)
    signed = " ".join(map(case.words, case.lines("signature", "from")))
    return any(word not in signed for first, last in named for word in case.text[first:last].split()[-1:])


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
    """Whether the words of the sentence up to the number speak of a person, and whether of an office or a firm; of a citizen only
    where no office stands between."""
    start, end = case.sentence(found.start)
    office = max(
        (
            one.end
            for key in ("offices", "desks", "paid")
            for one in find(case.text, phrases("privacy", key), start, found.start)
        ),
        default=-1,
    )
    person = (
        has(case.text, phrases("privacy", "persons"), start, found.start)
        or has(case.text, phrases("privacy", "citizens"), max(start, office), found.start)
        or any(one.kind == "name" and start <= one.start < end for one in case.found)
    )
    return person, office >= 0


def _part(case: Case, found: Found) -> str:
    """The part of the paper that it stands in; an instruction has none, whatever a line of it looks like."""
    line = None if case.instruction else case.line(found.start)
    return line.part if line and found.start < line.end else ""


def name(case: Case) -> Iterator[Spot]:
    """A person whom an instruction to a model names, and the brief doesn't."""
    if not case.instruction:
        return
    known = [one.fact.value for one in given(case) if one.fact.kind == "name"]
    ends = 0
    titled = [(one.start, one.end) for one in personal(case.text) if one.kind == "name"]
    for start, end in sorted((*titled, *untitled_names(case.text))):
        if start >= ends and not any(same_name(value, name_words(case.text[start:end])) for value in known):
            yield Spot(start, end)
        ends = max(ends, end)


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
    """A bank account, unless it is an office's or a firm's; where only its sentence speaks of one, it may be."""
    for found in _found(case, "account"):
        person, office = _whose(case, found)
        if (person or not office) and not _in_brief(case, found):
            digits = str(found.value)
            masked = "X" * (len(digits) - 4) + digits[-4:]
            sure = person or case.instruction or not _may_be_public(case, found)
            yield Spot(found.start, found.end, suggestion=masked, severity=None if sure else "hint")


_PUBLIC = re.compile(
    r"कोष|निधि|फंड|समिति|पंचायत|निगम|परिषद|परिषद्|विभाग|शासन|शासकीय|कार्यालय|संस्था|मंडल|मण्डल|बोर्ड|न्यास|ट्रस्ट|मिशन|योजना|परियोजना|समूह|प्राधिकरण"
    r"|शुल्क|चालान|विक्रेता|आपूर्तिकर्ता|प्रदायक|ट्रेडर|एंटरप्राइ|इंडस्ट्री|उद्योग|उपभोक्ता|बिजली|विद्युत"
    r"|\b(?:fund|society|committee|panchayat|corporation|council|department|government|office|institution|board|trust|mission|scheme"
    r"|project|group|authority|treasury|fees?|challan|deposited|vendor|supplier|trader|enterprise|industrie|consumer|electricity|company|firm|agency|school|college|hospital|university)s?\b",
    re.IGNORECASE,
)
"""In a sentence with an account's number: it may be that of an office, a society or a firm."""


def _may_be_public(case: Case, found: Found) -> bool:
    start, end = case.sentence(found.start)
    posts = any(one.kind == "post" for one in case.within(start, end))
    return posts or bool(_PUBLIC.search(case.text, start, end))


def _card(kind: str) -> Callable[[Case], Iterator[Spot]]:
    def check(case: Case) -> Iterator[Spot]:
        for found in _found(case, kind):
            if not _in_brief(case, found):
                yield Spot(found.start, found.end)

    return check


_CALLED = re.compile(
    r"(?:मो|मोबा|मोबाइल|मोबाईल|चलभाष|व्हाट्स|व्हाटस|वाट्स|[Mm]ob|MOB|[Cc]ell ?(?:phone|[Nn]o|number|[:-])|[Ww]hats)[^0-9\n]{0,20}$"
)
_STD = re.compile(
    r"\(?0?[1-9][0-9]{1,4}\)?[ -]{1,3}[0-9]{6,8}|\(?0[1-9][0-9]{1,3}\)?[ -]{1,3}[0-9]{3,4}[ -]?[0-9]{3,4}|0[57][0-9]{9}"
)
"""A landline with its area code; codes of Madhya Pradesh, Chhattisgarh and Uttar Pradesh begin with 5 and 7 as mobiles do."""


_RUPEES = re.compile(
    r"(?:₹|\b(?:Rs|INR|[Rr]upees?|[Aa]mount(?: of| is)?)\.?|(?<![\u0900-\u0963])(?:रु|रू|रुपये|रुपए|राशि)\.?) ?$"
)
_RUPEES_BELOW = re.compile(r" ?(?:/-|/=|रु(?:पये|पए|पयों|\.)|[Rr]upees\b|Rs\b)")
"""The words beside a sum of ten digits; a number to call has none of them."""


def phone(case: Case) -> Iterator[Spot]:
    """A mobile number in the text that isn't said to be an office's. Where the brief has it, only a citizen's own."""
    for found in _found(case, "phone"):
        digits, says = str(found.value), case.text[found.start : found.end]
        called = _CALLED.search(case.text[max(0, found.start - 40) : found.start])
        mobile = len(digits) == 10 and digits[0] in "6789" and (called or not _STD.fullmatch(says))
        if mobile and not _is_sum(case, found) and _side(case, found) != "office" and not _excused(case, found):
            yield Spot(found.start, found.end, suggestion="XXXXXX" + digits[-4:], severity=_sent(case))


def _is_sum(case: Case, found: Found) -> bool:
    before = case.text[max(0, found.start - 12) : found.start]
    return bool(_RUPEES.search(before) or _RUPEES_BELOW.match(case.text, found.end))


def _sent(case: Case) -> Severity | None:
    """How grave it is that what is a person's goes to a model; None where it goes to none."""
    return "error" if case.instruction else None


_OFFICIAL = re.compile(r"(?:^|[.@])(?:gov|nic|ac|edu|res|mil)\.in$")
_HIRED = re.compile(
    r"@(?:[a-z0-9-]+\.){0,4}(?:gmail|googlemail|yahoo|ymail|rediffmail|rediff|outlook|hotmail|live|icloud|proton|protonmail|aol|zoho)\."
)
_TRADE = re.compile(r"\.(?:com|co\.in)$")


def email(case: Case) -> Iterator[Spot]:
    """A person's e-mail address in the text: one of a public mail service or of trade that isn't a desk's, or any that a person is
    named with. An address of the office's own domain isn't a person's, and whom a mail goes to is said in its head."""
    own: set[str] | None = None
    for found in _found(case, "email"):
        address = str(found.value)
        desk, _, domain = address.partition("@")
        if _OFFICIAL.search(domain) or in_mail_head(case, found) or _excused(case, found):
            continue
        own = _domains(case) if own is None else own
        words = re.findall("[a-z]+", desk)
        role = not _roles().isdisjoint(words) or any(part in desk for part in data("privacy")["desk_parts"])
        side = _side(case, found)
        foreign = _HIRED.search(address) or _TRADE.search(domain)
        private = has(case.text, phrases("privacy", "own"), case.sentence(found.start)[0], found.start)
        private = private or not _AT_HOME.isdisjoint(words)
        theirs = _part(case, found) in OWN_PARTS  # else it would have been excused
        if role and not (private or theirs or any(map(is_name, words))):
            continue
        if private or theirs or (side == "person" and domain not in own) or (foreign and side != "office"):
            yield Spot(found.start, found.end, severity=_sent(case))
        elif not side and domain not in own and len(words) > 1 and is_name(words[0]) and is_family(words[1]):
            yield Spot(found.start, found.end, severity=_sent(case) or "hint")


_AT_HOME = frozenset(("home", "personal", "private", "family", "self"))
"""What only a person's own address has before its @."""


@cache
def _roles() -> frozenset[str]:
    return frozenset(data("privacy")["roles"])


def _domains(case: Case) -> set[str]:
    """The domains that the office, its reader and its writer have their addresses at."""
    told = (
        [str(getattr(case.brief.facts, field)) for field in case.form.fields if field not in _PROSE]
        if case.brief
        else []
    )
    lines = [case.text[line.start : line.end] for line in case.lines(*OWN_PARTS)]
    return {match.lower() for text in (*told, *lines) for match in re.findall(r"@([A-Za-z0-9.-]{3,80})", text)}


_PROSE = ("points", "puc")
"""Fields of a brief that say what the matter is; the others say who is written to, by whom and from where."""


def _excused(case: Case, found: Found) -> bool:
    """Whether an address may stand here: where offices print theirs, or because the brief has it, unless as a citizen's."""
    digits = _bare(case.text[found.start : found.end])
    signs = set(digits)
    fields = {
        name.partition(".")[0]
        for name, text in case.told
        if name and signs.issubset(text.lower()) and digits in _bare(text)
    }
    if _part(case, found) in OWN_PARTS:
        return bool(fields) or not _is_theirs(case, found)
    if not fields:
        return False
    start, _ = case.sentence(found.start)
    return bool(fields - set(_PROSE)) or not has(case.text, phrases("privacy", "citizens"), start, found.start)


def _is_theirs(case: Case, found: Found) -> bool:
    """Whether a contact beside a name above or below a paper is that person's own, not the office's: a mobile there; a mail that is
    called private or is made of the name; the signatory's only one of a public service or with figures."""
    part = _part(case, found)
    if part not in ("addressee", "copies", "signature"):
        return False
    near = [case.text[line.start : line.end] for line in case.lines(part) if abs(line.start - found.start) < _BLOCK]
    start = case.text.rfind("\n", 0, found.start) + 1
    if any(has(case.text, phrases("privacy", key), start, found.start) for key in ("own", "citizens")):
        return True
    if has(case.text, phrases("privacy", "desks"), start, found.start):
        return False
    if found.kind == "phone":
        return any(_PERSON.search(line) for line in near)
    local, _, domain = str(found.value).partition("@")
    words = re.findall("[A-Za-z\u0900-\u0963]{3,20}", " ".join(near).replace(str(found.value), " "))
    titled = {word for line in near for match in _TITLED.finditer(line) for word in match["name"].split()[:2]}
    named = any(latin(word).search(local) for word in words if word in titled or is_name(word))
    return named and (part != "signature" or bool(_HIRED.search("@" + domain) or re.search("[0-9]{2}", local)))


_BLOCK = 300
_TITLED = re.compile(
    r"(?:श्री|श्रीमती|सुश्री|कुमारी|कु\.|डॉ\.?|\b(?:Shri|Smt\.?|Sri|Ms\.?|Mrs?\.?|Dr\.?|Kumari|Km\.?)) (?P<name>[^\W\d][^\n,;:()<>@0-9]{2,40})"
)
"""A title and the name after it."""
_PERSON = re.compile(r"^\s*\([^()\n]{3,40}\)\s*$|श्री|सुश्री|कुमारी|कु\.|डॉ|\b(?:Shri|Smt|Sri|Ms|Mrs?|Dr|Kumari|Km)\b")
"""A person with a title, or a signatory in brackets."""


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


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


CHECKS = {
    "privacy.name": name,
    "privacy.aadhaar": aadhaar,
    "privacy.pan": pan,
    "privacy.phone": phone,
    "privacy.account": account,
    "privacy.voter-id": _card("voter-id"),
    "privacy.passport": _card("passport"),
    "privacy.email": email,
}
