"""Numbers that belong to one person or thing: Aadhaar, PAN, bank account, voter card, passport, vehicle, PIN code."""

import re
from collections.abc import Iterator
from re import Match

from assistant.facts.found import Found
from assistant.facts.patterns import END, LETTER, word_of

_STATES = "AP|AR|AS|BR|CG|CH|DD|DL|GA|GJ|HP|HR|JH|JK|KA|KL|LA|MH|ML|MN|MP|MZ|NL|OD|OR|PB|PY|RJ|SK|TN|TR|TS|UK|UP|WB"
_SECOND = "|".join(f"(?<={state[0]}){state[1]}" for state in _STATES.split("|"))
CODE = re.compile(
    f"[0-9A-Z](?<![A-Za-z0-9/-].)(?:(?P<gstin>(?<=[0-9])[0-9][A-Z]{{5}}[0-9]{{4}}[A-Z][0-9A-Z]Z[0-9A-Z])"
    f"|(?<=[A-Z])(?:(?P<pan>[A-Z]{{4}}[ -]?[0-9]{{4}}[ -]?[A-Z])|(?P<ifsc>[A-Z]{{3}}0[A-Z0-9]{{6}})"
    f"|(?P<voter>[A-Z]{{2}}[/ -]?[0-9]{{7}})|(?P<vehicle>(?:{_SECOND})[ -]?[0-9]{{1,2}}[ -]?[A-Z]{{1,3}}[ -]?[0-9]{{4}})|(?P<passport> ?[0-9]{{7}})))"
    "(?![A-Za-z0-9]|[/-][A-Za-z0-9])"
)
AADHAAR = re.compile(
    r"[0-9](?<![0-9][0-9])(?<![0-9/.,-][ /.,-][0-9])(?<![/.,][0-9])[0-9]{3}(?P<by>["
    r" -]?)[0-9]{4}(?P=by)[0-9]{4}(?:(?P=by)[0-9]{4})?(?![0-9])(?![ ,./-][0-9])"
)
_WORDS = {
    "samagra": ("समग्र", "samagra"),
    "account": ("खाता", "खाते", "पासबुक", "a/c", "account", "passbook", "savings number", "savings book", "bank book"),
    "pin": ("पिन", "पिन कोड", "पिनकोड", "pin", "pin code", "pincode"),
    "aadhaar": ("आधार", "विशिष्ट पहचान", "aadhaar", "aadhar", "adhar", "uidai", "uid", "unique identity"),
}
_KIND = {word: kind for kind, words in _WORDS.items() for word in words}
LABELLED = re.compile(
    f"(?P<word>{word_of(_KIND)}){END}(?P<between>(?:[ :.()–-]{{0,3}}[{LETTER}]{{1,15}}){{0,7}}?["
    f" :.()–-]{{0,4}})(?P<digits>[0-9](?:[ -]?[0-9]){{4,17}})(?![0-9/])(?!,[0-9])"
)
CALLED = re.compile(
    r"(?:PAN|Pan|pan|पैन|परमानेंट अकाउंट नंबर|स्थायी खाता संख्या|[Pp]ermanent [Aa]ccount [Nn]umber)"
    r"(?:[ .]{0,2}(?:[Nn]o|[Nn]umber|[Cc]ard|नंबर|नम्बर|नं|संख्या|क्रमांक|क्र|कार्ड|is|है))"
    r"{0,2}[ .:()ः–-]{0,4}(?P<pan>[A-Za-z]{5}[ -]?[0-9]{4}[ -]?[A-Za-z])(?![A-Za-z0-9])"
)
"""A PAN that is called so, however it is typed."""
CALLED_PASSPORT = re.compile(
    r"(?:पासपोर्ट|पारपत्र|[Pp]assport|PASSPORT)(?:[ .]{0,2}(?:[Nn]o|[Nn]umber|नंबर|नम्बर|नं|संख्या|क्रमांक|क्र))?"
    r"[ .:()ः–-]{0,4}(?P<passport>[A-Z] ?[0-9]{7})(?![A-Za-z0-9])"
)
CALLS, CALLS_PASSPORT = re.compile("[0-9]{4}[ -]?[A-Za-z](?![A-Za-z0-9])"), re.compile("[A-Z] ?[0-9]{7}(?![A-Za-z0-9])")
"""How the one ends and the other looks: rarer than the words that call them so."""
BRANCH = re.compile("[A-Z]{4}0[A-Z0-9]{6}(?![A-Za-z0-9])")
BANKED = re.compile(
    f"[A-Z](?<![A-Za-z0-9].)[A-Z]{{3}}0[A-Z0-9]{{6}}(?![A-Za-z0-9])(?:[ ,:;().–-]{{0,3}}[{LETTER}]{{1,15}}){{0,4}}?"
    "[ ,:;().–-]{1,4}(?P<after>[0-9](?:[ -]?[0-9]){8,17})(?![0-9/])(?!,[0-9])"
    f"|[0-9](?<![0-9./,-][0-9])(?P<before>(?:[ -]?[0-9]){{8,17}})(?:[ ,:;().–-]{{0,3}}[{LETTER}]{{1,15}}){{0,4}}?"
    "[ ,:;().–-]{1,4}[A-Z]{4}0[A-Z0-9]{6}(?![A-Za-z0-9])"
)
"""A number beside the code of a bank's branch."""
KEPT = re.compile(
    r"[0-9](?<![0-9./,-][0-9])(?<![0-9][ -][0-9])(?:(?<!0)|(?=[0-9]{12}))(?!(?:8[06]0[0-9]{7}|1[6-9][0-9]{9})(?![0-9]))"
    r"[0-9]{10,17}(?![0-9/])(?![.,-][0-9])"
)
KEEPS = re.compile("[0-9]{11}")
"""A number as long as an account's, in one run."""
PLACE_PIN = re.compile(
    f"[{LETTER}).](?<![.क्र][.])(?P<by> ?[-–] ?| ?, )(?P<pin>[1-8][0-9]{{2}} ?[0-9]{{3}})(?![0-9])(?! ?[/,.-][0-9])(?=[ ]?(?:[.,;।()\\n]|$))"
)

_FILE_CUE = re.compile(
    r"(?:क्रमांक|क्र|संख्या|पत्रांक|रसीद|राशि|कोड|नंबर|[Nn]o|[Nn]umber|[Cc]ode|[Rr]eceipt|Rs|₹|रु)[. :ः/–-]{0,4}$"
)
_CUES = {
    "aadhaar": re.compile(r"आधार|विशिष्ट पहचान|[Aa]a?dhaa?r|AADHAAR|UID|[Uu]nique [Ii]dent"),
    "voter-id": re.compile(
        r"EPIC|[ईए]पिक|मतदाता|वोट|चुनाव|निर्वाच|(?:परिचय|पहचान)[ -]?पत्र|[Vv]ot(?:er|ing)|VOTER|[Ee]lect(?:or|ion)|\b[Rr]oll\b"
        r"|[Ii]dentity [Cc]ard|I\.?D\.? [Cc]ard"
    ),
    "pan": re.compile(
        r"PAN|पैन|आयकर|कर(?:दाता)? (?:संख्या|क्रमांक)|करदाता|परमानेंट|स्थायी|(?i:\btax(?:payer)?\b|permanent)|\bI\.?T\.? (?:[Nn]o|card)"
    ),
    "passport": re.compile(
        r"पासपोर्ट|पारपत्र|पार-पत्र|[Pp]assport|PASSPORT|यात्रा[ -]?(?:दस्तावेज|पुस्तिका|अभिलेख)|वीज़?ा|भारत गणराज्य"
        r"|(?i:\btravel(?:ling)? (?:document|booklet|book|papers?)|\bvisa\b|republic of india)"
    ),
}
_CUE_REACH = 60
_YEAR = re.compile("19[5-9]|20[0-3]")
_OTHER_THING = re.compile(
    r"(?:पत्र|आदेश|नस्ती|फाइल|फ़ाइल|रसीद|चालान|देयक|बिल(?!ा)|बीजक|मॉडल|मशीन|मीटर|सीरियल|बैच|लॉट|पॉलिसी|बीमा|निविदा|लाइसेंस|अनुज्ञप्ति|प्रमाण|पार्सल|ट्रैकिंग"
    r"|टोकन|टिकट|टैग|उपकरण|कम्प्यूटर|कंप्यूटर|प्रिंटर|पंप|वाहन|इंजन|चेसिस|(?:जॉब|राशन|सिम|स्वास्थ्य|श्रमिक|आयुष्मान)[ -]?कार्ड"
    r"|(?i:\b(?:letter|order|file|receipt|challan|bill|invoice|voucher|model|machine|meter|serial|batch|lot|policy|insurance|tender|licen[cs]e|certificate"
    r"|parcel|consignment|tracking|token|ticket|tag|asset|equipment|computer|printer|laptop|tablet|pump|vehicle|engine|chassis|transaction"
    r"|docket|item|part|product|version|(?:job|ration|sim|health|labour)[ -]?card)s?\b))(?:(?!कार्ड|[Cc]ard)[^,;।]){0,25}$"
)
"""Before letters and digits: they aren't an elector's or a taxpayer's but a thing's."""


def read_code(match: Match[str]) -> Iterator[Found]:
    """An identifier of letters and digits; where the shape alone is common, a word before it or its check digit must say so."""
    kind, text = str(match.lastgroup), re.sub("[ /-]", "", match[0])
    parted = len(match[0]) > len(text)
    before = match.string[max(0, match.start() - _CUE_REACH) : match.start()].rpartition("\n")[2]
    if kind == "voter":
        kind = "voter-id"
        strange = parted or _FILE_CUE.search(before) or _YEAR.match(text, 3)
        if not _CUES[kind].search(before) and (strange or _OTHER_THING.search(before)):
            return
    elif kind == "passport":
        if not _CUES[kind].search(before) and (_FILE_CUE.search(before) or parted):
            return
    elif kind == "pan":
        if parted and text[3] != "P":  # MARCH 2026 A
            return
        if not _CUES[kind].search(before) and (
            parted or text[3] not in "ABCFGHJLPTK" or (_FILE_CUE.search(before) and _OTHER_THING.search(before))
        ):
            return
    yield Found(kind, text, *match.span())


def read_called(match: Match[str]) -> Iterator[Found]:
    """A PAN under its name."""
    yield Found("pan", re.sub("[ -]", "", match["pan"]).upper(), *match.span("pan"))


def read_called_passport(match: Match[str]) -> Iterator[Found]:
    """A passport under its name."""
    yield Found("passport", match["passport"].replace(" ", ""), *match.span("passport"))


def read_aadhaar(match: Match[str]) -> Iterator[Found]:
    """Twelve digits with the right check digit, or in fours under the word; sixteen are a virtual id."""
    digits = re.sub("[ -]", "", match[0])
    before = match.string[max(0, match.start() - _CUE_REACH) : match.start()].rpartition("\n")[2]
    called = _CUES["aadhaar"].search(before)
    if len(digits) == 16:
        if (called or "VID" in before) and match["by"]:
            yield Found("aadhaar", digits, *match.span())
        return
    sure = digits[0] in "23456789" and verhoeff(digits) and (match["by"] or not _FILE_CUE.search(before))
    if sure or called:
        yield Found("aadhaar", digits, *match.span())


def read_labelled(match: Match[str]) -> Iterator[Found]:
    """A number that a word close before it calls an account, a Samagra id, a PIN code or an Aadhaar."""
    digits = re.sub("[ -]", "", match["digits"])
    kind = _KIND[match["word"].lower().replace("-", " ")]
    lengths = {"samagra": (8, 9), "account": range(9, 19), "pin": (6,), "aadhaar": (12, 16)}[kind]
    if len(digits) in lengths and not re.search(
        "शीर्ष|बही|वर्ष|खतौनी|[Hh]ead|मोबाइल|दूरभाष|[Mm]obile|[Pp]hone", match["between"]
    ):
        yield Found(kind, digits, *match.span("digits"))


def read_banked(match: Match[str]) -> Iterator[Found]:
    """An account's number, as the branch beside it tells."""
    start, end = match.span("after") if match["after"] else (match.start(), match.end("before"))
    yield Found("account", re.sub("[ -]", "", match.string[start:end]), start, end)


_BANK = re.compile(
    r"बैंक|बचत|जन[ -]?धन|एस\.?बी\.?आई|पी\.?एन\.?बी|(?i:\bbank(?:s|ed|er|ing)?\b|\bsavings?\b|\bjan[ -]?dhan\b)|\bS\.?B\.?(?:I\b|(?= [Nn]))|\bPNB\b"
)
_BANKS_OTHER = re.compile(
    r"(?:चेक|चैक|ड्राफ्ट|ड्राफ़्ट|गारंटी|डी\.?डी|यूटीआर|संदर्भ|उपभोक्ता|कनेक्शन|ऋण|लोन|ट्रांज|लेनदेन|लेन-देन|जीआरएन"
    r"|(?i:\b(?:cheque|check|draft|guarantee|dd|utr|ref|reference|consumer|connection|loan|grn|cin|crn|rrn|transaction|payment|advice|scroll|id)\b))[^,;।]{0,25}$"
)
"""Before figures: a bank has them, and they are no account."""


def read_kept(match: Match[str]) -> Iterator[Found]:
    """An account's number, as the bank named beside it tells."""
    before = match.string[max(0, match.start() - _CUE_REACH) : match.start()]
    after = match.string[match.end() : match.end() + _CUE_REACH // 2]
    if (_BANK.search(before) or _BANK.search(after)) and not (
        _OTHER_THING.search(before) or _BANKS_OTHER.search(before)
    ):
        yield Found("account", match[0], *match.span())


def read_place_pin(match: Match[str]) -> Iterator[Found]:
    """Six digits after a place: भोपाल-462003."""
    yield Found("pin", match["pin"].replace(" ", ""), *match.span("pin"))


# The check digit of the Aadhaar number: J. Verhoeff, Error Detecting Decimal Codes (Mathematical Centre Tracts 29, 1969).
# Multiplication in the dihedral group of order 10, and the permutation that is applied once more at each place.
_PERMUTED = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def _times(a: int, b: int) -> int:
    if a < 5:
        return (a + b) % 5 if b < 5 else (a + b) % 5 + 5
    return (a - b) % 5 + 5 if b < 5 else (a - b) % 5


def verhoeff(digits: str) -> bool:
    """Whether the last digit is the check digit of those before it."""
    check = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit)
        for _ in range(place % 8):
            value = _PERMUTED[value]
        check = _times(check, value)
    return check == 0
