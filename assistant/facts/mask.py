"""What belongs to one person is taken out of a text before anybody else reads it, and put back afterwards.

Numbers by which a person is known (Aadhaar, PAN, account, phone …) and names of persons become tokens: [AADHAAR-1], [NAME-2]. One
value is one token, however it is spaced and in whichever digits. File and survey numbers, PIN codes, dates and amounts stay.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from phonenumbers import PhoneNumberMatcher
from stdnum.in_ import aadhaar

from assistant.facts import find
from assistant.facts.contacts import REFERENCE
from assistant.facts.found import Found
from assistant.facts.names import is_surname, name_words, same_word
from assistant.facts.patterns import HINDI, LETTER, START, word_of
from assistant.language.digits import ascii_digits
from assistant.language.source import Source
from assistant.language.spelling import is_ordinary
from assistant.language.words import plain_english

KINDS = (
    "aadhaar", "pan", "phone", "account", "ifsc", "voter-id", "passport", "vehicle", "email", "upi", "samagra", "gstin", "name",
)  # fmt: skip


class Token(NamedTuple):
    """What stands for a value: its kind, the words as they first stood, and how often it was put in."""

    kind: str
    words: str
    times: int


class Masked(NamedTuple):
    """A text without what is personal, and what each token in it stands for."""

    text: str
    tokens: dict[str, Token]

    def counts(self) -> list[dict[str, str | int]]:
        return counts(self.tokens)


class Unmasked(NamedTuple):
    """A text with the values back in it, and the tokens that didn't come back as they were sent."""

    text: str
    bent: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    """What looks like a token but was never sent; it stays as it is."""


def mask(text: str, names: Iterable[str] = ()) -> Masked:
    """The text with a token for each value that belongs to a person. `names`: persons who are known already, found without a title too."""
    source = Source(text)
    pieces: list[str] = []
    tokens: dict[str, Token] = {}
    known: dict[tuple[str, object], str] = {}
    last = 0
    for one in personal(source.plain, names):
        start, end = source.span(one.start, one.end)
        if start < last:
            continue
        name = known.get((one.kind, one.value)) or _in_the_other_script(one, known) or _new(one.kind, tokens, text)
        known[one.kind, one.value] = name
        held = tokens.get(name) or Token(one.kind, " ".join(text[start:end].split()), 0)
        tokens[name] = held._replace(times=held.times + 1)
        pieces += (text[last:start], name)
        last = end
    return Masked("".join((*pieces, text[last:])), tokens)


def counts(tokens: Mapping[str, Token]) -> list[dict[str, str | int]]:
    """How many values of each kind were taken out; never the values."""
    kinds = [token.kind for token in tokens.values()]
    return [{"kind": kind, "count": kinds.count(kind)} for kind in KINDS if kind in kinds]


def _in_the_other_script(one: Found, known: Mapping[tuple[str, object], str]) -> str:
    """The token of a person whose name stood before in the other script; "" where none did. It comes back as it stood first."""
    return next((token for (kind, value), token in known.items() if kind == one.kind and _alike(value, one.value)), "")


def _alike(name: object, other: object) -> bool:
    """Whether two names are one in two scripts, word by word."""
    if not isinstance(name, tuple) or not isinstance(other, tuple):
        return False
    scripts = {" ".join(words).isascii() for words in (name, other)}
    return len(scripts) == 2 and len(name) == len(other) and all(map(same_word, name, other))


def _new(kind: str, tokens: Mapping[str, Token], text: str) -> str:
    """The next token of a kind; none that the text itself has."""
    number = 1
    while (name := f"[{kind.upper()}-{number}]") in tokens or name in text:
        number += 1
    return name


# --- what is personal

_COVER = "\x00"

_CUES = {
    "phone": ("मोबाइल", "मोबाईल", "मोबा", "मो", "फोन", "दूरभाष", "चलभाष", "व्हाट्सएप", "वाट्सएप", "mobile", "mob", "phone", "contact", "whatsapp"),
    "aadhaar": ("आधार", "aadhaar", "aadhar", "adhar", "uid", "uidai"),
    "account": ("खाता", "खाते", "account", "a/c"),
    "pan": ("पैन", "pan"),
    "ifsc": ("आईएफएससी", "आई.एफ.एस.सी", "ifsc", "ifs code"),
    "voter-id": ("एपिक", "ईपिक", "मतदाता", "वोटर", "epic", "voter", "elector"),
    "passport": ("पासपोर्ट", "passport"),
    "vehicle": ("वाहन", "गाड़ी", "पंजीयन", "रजिस्ट्रेशन", "vehicle", "registration"),
}  # fmt: skip
_GAP = "[ \\n-]{0,3}"
_SHAPES = {
    "phone": f"(?:\\+?{_GAP}9{_GAP}1{_GAP}|0{_GAP})?[6-9](?:{_GAP}[0-9]){{9}}",
    "aadhaar": f"[0-9](?:{_GAP}[0-9]){{15}}|[0-9](?:{_GAP}[0-9]){{11}}",
    "account": "[0-9](?:[ -]?[0-9]){2,7}-?\\n[0-9](?:[ -]?[0-9]){2,14}",
    "pan": f"[A-Za-z]{{5}}{_GAP}[0-9]{{4}}{_GAP}[A-Za-z]",
    "ifsc": f"[A-Za-z]{{4}}{_GAP}0{_GAP}[A-Za-z0-9]{{6}}",
    "voter-id": f"[A-Za-z]{{3}}{_GAP}[0-9]{{7}}|[A-Za-z]{{2}}(?:/[0-9]{{2,3}}){{2}}/[0-9]{{5,7}}",
    "passport": f"[A-Za-z]{_GAP}[0-9]{{7}}",
    "vehicle": f"[A-Za-z]{{2}}{_GAP}[0-9]{{1,2}}{_GAP}[A-Za-z]{{1,3}}{_GAP}[0-9]{{4}}",
}
_CALLED = {
    kind: re.compile(
        f"{word_of(cues)}(?![{HINDI}a-z])[^0-9\\n]{{0,30}}?[^0-9A-Za-z]\\n?(?P<value>{_SHAPES[kind]})(?![A-Za-z0-9]|[/-][0-9])"
    )
    for kind, cues in _CUES.items()
}
"""Values that a word before them names, spaced, split or typed small as no other number would be read."""
_SPLIT_AADHAAR = re.compile(
    "(?<![0-9/.,-])(?<![0-9][ \\n])[2-9][0-9]{3}(?:[ -][0-9]{4}[ -]?\\n|[ -]?\\n[0-9]{4}[ -])[0-9]{4}(?![0-9/.,-])(?![ \\n][0-9])"
)
_SPLIT_PHONE = re.compile(
    "(?<![0-9/.,+-])(?<![0-9] )(?P<code>\\+?91[ -]?)?(?P<first>[6-9](?:[ -]?[0-9]){2,8})[ -]?\n(?P<rest>[0-9](?:[ -]?[0-9]){1,7})(?![0-9/.,-])"
)
"""Ten figures over the end of a line; without the country's code not six and four, which may be a PIN code and a year."""
_HINDI_VEHICLE = re.compile(
    f"(?<![{HINDI}])(?:एम\\.? ?पी|सी\\.? ?जी|यू\\.? ?पी|एम\\.? ?एच|आर\\.? ?जे)\\.?[ -]?[0-9]{{1,2}}[ -]?[{HINDI}]{{1,4}}\\.? ?"
    f"[{HINDI}]{{0,4}}\\.?[ -]?[0-9]{{4}}(?![0-9/])"
)
_LABELS = (
    "नाम", "आवेदक", "आवेदिका", "प्रार्थी", "प्रार्थिनी", "शिकायतकर्ता", "हितग्राही", "निवेदक", "विनीत", "भवदीय", "भवदीया",
    "name", "applicant", "complainant", "beneficiary", "faithfully", "sincerely",
)  # fmt: skip
_NAMED = re.compile(
    f"{word_of(_LABELS)}"
    f"(?: का नाम)? ?(?:[:ः=–-]{{1,3}} ?|(?<![मe] ),?(?<![मe],)(?<![मe])\\n ?\\(?)(?P<name>[{LETTER}. ]{{3,60}})"
)
_SELF = re.compile(f"(?:{START}मैं|(?<![A-Za-z])I), ?(?P<name>[{LETTER}. ]{{3,60}})(?=,)")
"""A label and a name: after a colon, or on the next line as in a signature (but not below नाम, which heads a column); who says "I, …, declare"."""
_KIN = re.compile(
    f"{START}(?:पिता|पति|पुत्री|पुत्र|पत्नी|आत्मजा|आत्मज|वल्द|बेवा|जौजे)(?![{HINDI}])"
    "|(?<![A-Za-z])(?:[SsDdWwCc]/[Oo]|(?:son|daughter|wife|husband) of)(?![A-Za-z])"
)
_BEFORE = re.compile(f"([{LETTER}.]{{2,30}}),?\\Z")
_HELPLINE = re.compile("[0-9]{1,5}|1(?:800|860)[0-9]{6,7}")


def personal(plain: str, names: Iterable[str] = ()) -> list[Found]:
    """Every value in a plain copy that belongs to a person, in its order."""
    found = _called(plain)
    found += _beside(plain, found, _phones(plain))
    found.sort(key=lambda one: one.start)
    found += [
        Found("name", one.value, one.start, _name_end(plain, one)) if one.kind == "name" else one
        for one in find(_without(plain, found))
        if one.kind in KINDS
        and not (one.kind == "phone" and (_HELPLINE.fullmatch(str(one.value)) or _tied(plain, one)))
    ]
    found += _beside(plain, found, _named(plain))
    told = {_UNTITLED.sub("", Source(name).plain) for name in names}
    everyone = {plain[one.start : one.end] for one in found if one.kind == "name"} | told
    found = [
        Found("name", name_words(plain[one.start : one.end]), one.start, one.end) if one.kind == "name" else one
        for one in found
    ]
    found += _beside(plain, found, _again(plain, everyone))
    return sorted(found, key=lambda one: (one.start, -one.end))


def _called(plain: str) -> list[Found]:
    found: list[Found] = []
    for kind, pattern in _CALLED.items():
        for match in pattern.finditer(plain):
            value = re.sub("[^A-Z0-9]", "", match["value"].upper())
            if kind == "phone":
                value = value[-10:]
            found.append(Found(kind, value, *match.span("value")))
    for match in _SPLIT_AADHAAR.finditer(plain):
        digits = re.sub("[^0-9]", "", match[0])
        if aadhaar.is_valid(digits):
            found.append(Found("aadhaar", digits, *match.span()))
    for match in _SPLIT_PHONE.finditer(plain):
        first, rest = (re.sub("[^0-9]", "", match[part]) for part in ("first", "rest"))
        if len(first + rest) == 10 and (match["code"] or len(first) != 6):
            found.append(Found("phone", first + rest, *match.span()))
    found += [
        Found("vehicle", re.sub("[. -]", "", match[0]), *match.span()) for match in _HINDI_VEHICLE.finditer(plain)
    ]
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: one.start):
        if not kept or kept[-1].end <= one.start:
            kept.append(one)
    return kept


def _phones(plain: str) -> Iterator[Found]:
    """Telephone numbers as the library of the world's numbering plans knows them: also those of other countries, written with their +."""
    figures = ascii_digits(plain)
    if not _FIGURES.search(figures):
        return  # as in most cases, over which the library would take as long as all our own patterns
    for match in PhoneNumberMatcher(figures, "IN", max_tries=_TRIES):
        one = Found("phone", str(match.number.national_number), match.start, match.end)
        slashed = match.raw_string.count("/") > 1  # एफ 1-44/2026/18-3
        filed = slashed or REFERENCE.search(plain[max(0, one.start - 30) : one.start])
        if not (filed or _DATED.search(match.raw_string) or _tied(plain, one) or _HELPLINE.fullmatch(str(one.value))):
            yield one


def _tied(plain: str, one: Found) -> bool:
    """Whether what goes on before or after the figures makes them a file's number or an amount."""
    before, after = plain[max(0, one.start - 2) : one.start], plain[one.end : one.end + 5]
    return bool(_TIED.search(before) or _TIES.match(after))


_TRIES = 2000
"""Strings of figures that turn out to be no telephone's; each costs time, and what is left is for our own patterns."""
_FIGURES = re.compile("(?:[0-9][^0-9]{0,6}){6}")
"""As many figures, one soon after the other, as the shortest number that anybody has at home."""
_DATED = re.compile("[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4}")
_TIED = re.compile("\\S[/,-]$|[0-9]\\.$|[₹$] ?$")
_TIES = re.compile("[/,-][0-9]|/[A-Za-z\u0900-\u097f]|\\([0-9]{1,2}\\)/")
_UNTITLED = re.compile("^(?:(?:श्रीमती|सुश्री|श्री|कुमारी|डॉ\\.?|Shri|Smt\\.?|Ms\\.?|Mrs\\.?|Mr\\.?|Dr\\.?|Kumari) ?)+")


def _named(plain: str) -> Iterator[Found]:
    """Persons without a title: who stands after a label, or before पिता, पति, s/o."""
    for match in (*_NAMED.finditer(plain), *_SELF.finditer(plain)):
        start = match.start("name")
        title = "Shri " if match["name"][:1].isascii() else "श्री "
        for one in find(title + match["name"])[:1]:
            first = match["name"].split()[:1]
            if one.kind != "name" or one.start != len(title) or not first:
                continue
            if _may_be_name(first[0]) or (isinstance(one.value, tuple) and is_surname(one.value[-1])):
                yield Found("name", one.value, start, start + one.end - len(title))
    for match in _KIN.finditer(plain):
        end = start = max(0, match.start() - 3) + len(plain[max(0, match.start() - 3) : match.start()].rstrip(" ,"))
        for _ in range(3):
            word = _BEFORE.search(plain, max(0, start - 32), start)
            if not word or not _may_be_name(word[1]):
                break
            start = word.start()
            if plain[start - 1 : start] != " ":
                break
            start -= 1
        start += plain[start:end].startswith(" ")
        if end - start > 2:
            yield Found("name", name_words(plain[start:end]), start, end)


def _may_be_name(word: str) -> bool:
    if word[0].isascii():
        return word[0].isupper() and word.lower() not in plain_english()
    return not word.startswith(("श्री", "सुश्री", "स्व")) and (word in _ALSO_NAMES or not is_ordinary(word))


_ALSO_NAMES = frozenset("राम लाल बाई देवी कुमार सिंह प्रसाद दास आशा विकास कमल प्रकाश ज्योति लक्ष्मी शांति कृष्ण अमर".split())
"""Words of the language that are names beside other names."""


def _again(plain: str, names: set[str]) -> Iterator[Found]:
    """Where a full name stands once more, without its title."""
    full = sorted((name for name in names if " " in name), key=len, reverse=True)
    for at in range(0, len(full), 200):
        pattern = re.compile(f"{START}(?:{'|'.join(map(re.escape, full[at : at + 200]))})(?![{LETTER}])")
        for match in pattern.finditer(plain):
            yield Found("name", name_words(match[0]), *match.span())


def _name_end(plain: str, one: Found) -> int:
    """The name's end; a full stop after a whole word ends it."""
    stop = re.search(f"(?<=[{LETTER}]{{4}})\\. ?", plain[one.start : one.end])
    return one.start + stop.start() if stop else one.end


def _beside(plain: str, found: list[Found], more: Iterable[Found]) -> list[Found]:
    """What of the one stands beside the other, not in it."""
    free = _without(plain, sorted(found, key=lambda one: one.start))
    return [one for one in more if _COVER not in free[one.start : one.end]]


def _without(plain: str, found: list[Found]) -> str:
    """The text with what has been found covered, its length kept."""
    pieces, last = [], 0
    for one in found:
        pieces += [plain[last : one.start], _COVER * (one.end - one.start)]
        last = one.end
    return "".join((*pieces, plain[last:]))


# --- and back

_TOKEN = re.compile(
    f"(?P<exact>(?-i:\\[(?:{'|'.join(kind.upper() for kind in KINDS)})-[0-9]{{1,6}}\\]))"
    "|(?:\\\\?[\\[【{] ?)?(?<![A-Za-z])(?P<kind>" + "|".join(kind.replace("-", "[ _-]?") for kind in KINDS) + ")"
    "(?:[ _–—-]| [–-] )?(?P<number>[0-9०-९]{1,6})(?![0-9०-९A-Za-z])(?: ?\\\\?[\\]】}])?",
    re.IGNORECASE,
)


def unmask(text: str, tokens: Mapping[str, Token]) -> Unmasked:
    """The text with each token's words in its place again. A token that was bent (name 1, NAME-1, [Name_1]) is read all the same."""
    seen: dict[str, int] = dict.fromkeys(tokens, 0)
    bent: list[str] = []
    unknown: list[str] = []

    def back(match: re.Match[str]) -> str:
        name = match["exact"] or f"[{_kind(match['kind'])}-{int(match['number'])}]"
        if name not in tokens:
            if match[0] == name:
                unknown.append(name)
            return match[0]
        seen[name] += 1
        if match[0] != name:
            bent.append(match[0])
        return tokens[name].words

    whole = _TOKEN.sub(back, text)
    dropped = tuple(name for name, times in seen.items() if not times)
    doubled = tuple(name for name, times in seen.items() if times > max(tokens[name].times, 1))
    return Unmasked(whole, tuple(bent), dropped, doubled, tuple(unknown))


def _kind(written: str) -> str:
    return re.sub("VOTER[ _]?ID", "VOTER-ID", written.upper())
