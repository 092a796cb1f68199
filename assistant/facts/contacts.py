"""Phone numbers, helplines, e-mail and web addresses."""

import re
from collections.abc import Iterator
from re import Match

from assistant.facts.found import Found
from assistant.facts.patterns import LETTER, word_of

EMAIL = re.compile(
    r"[A-Za-z0-9._%+-](?<![A-Za-z0-9._%+-][A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{0,63}(?:@| ?[\[(]at[\])] ?)[A-Za-z0-9-]{1,63}"
    r"(?:(?:\.| ?[\[(]dot[\])] ?)[A-Za-z0-9-]{1,63}){0,5}"
)
"""Also as Government offices print it against harvesters: name[at]nic[dot]in; and a payment address, which has no dot."""

WEB = re.compile(
    r"(?:[Hh][Tt][Tt][Pp][Ss]?://|[Ww][Ww][Ww]\.)[^\s<>()\[\]\"'।,;]{1,300}"
    r"|[A-Za-z0-9](?<![A-Za-z0-9@._/-][A-Za-z0-9])[A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.(?:in|com|org|net|info|edu|gov|nic|example|(?:co|app|site|online|portal|[a-z]{3,8}(?=/[a-z])))"
    r"(?![A-Za-z0-9-])(?:/[^\s<>()\[\]\"'।,;]{0,300})?"
)

_LABEL = re.compile(
    r"(?:दूरभाष|फ़?ोन|फोन|मोबाईल|मोबाइल|मोबा|मो|टेलीफोन|टेलीफ़ोन|फैक्स|फ़ैक्स|संपर्क|सम्पर्क|व्हाट्सएप|व्हाट्सऐप|वाट्सएप"
    r"|[Pp]hones?|PHONE|[Tt]ele?(?:phone)?|[Mm]ob(?:ile)?|MOBILE|[Ff]ax|[Cc]ontact|[Ww]hats[Aa]pp|[Cc]ell|[Pp]h)"
    r"\.?(?: ?(?:नंबर|नम्बर|नं|क्रमांक|क्र|संख्या|[Nn]umber|[Nn]os?)\.?)?[ :=()ः–-]{0,4}$"
)
REFERENCE = re.compile(r"(?:क्रमांक|क्र|क्रं|संख्या|पत्रांक|नंबर|नं|[Nn]o|[Nn]umber|ID|[Cc]ode)[. :ः/–-]{0,4}$")

PHONE = re.compile(
    r"(?:\+ ?91[ -]?\(?0?[0-9]|\(?[0-9](?<![0-9][0-9])(?<![0-9][./,-][0-9]))[0-9]{1,4}\)?[ -]{0,3}[0-9]{2,8}(?:["
    r" -][0-9]{3,6}){0,3}(?![0-9])(?![./,-][0-9]{1,3}(?![0-9]))|91(?<![0-9/.,-]91)[ -][6-9][0-9]{9}(?![0-9])"
)

_HELPS = (
    "हेल्प लाइन", "हेल्पलाइन", "हैल्प लाइन", "हैल्पलाइन", "हेल्पलाईन", "हेल्प लाईन", "हेल्प डेस्क", "हेल्पडेस्क", "टोल फ्री", "टोलफ्री", "डायल",
    "चाइल्ड लाइन", "चाइल्डलाइन", "आपातकालीन", "आकस्मिक", "कंट्रोल रूम", "नियंत्रण कक्ष", "help line", "helpline", "help desk", "helpdesk",
    "toll free", "tollfree", "dial", "child line", "childline", "control room", "emergency",
)  # fmt: skip
HELPLINE = re.compile(
    f"{word_of(_HELPS)}(?: (?:का |के )?(?:दूरभाष |फोन |टेलीफोन )?"
    r"(?:नंबर|नम्बर|नं\.?|क्रमांक|क्र\.?|[Nn]umber|[Nn]o\.?|सेवा|फोन|दूरभाष|पर|at|on|is|of)){0,2}["
    r" :()–-]{0,3}(?P<number>[0-9]{3,6})(?![0-9])(?![./,-][0-9])"
    r"(?! ?(?:शिकायत|प्रकरण|आवेदन|कॉल|मामल|लंबित|[Cc]omplaint|[Cc]ase|[Cc]all|[Aa]pplication|[Gg]rievance))"
)
CALLED = re.compile(
    f"{word_of(['call', 'calling', 'dialled', 'dialling', 'ring', 'telephone', 'phone'])}"
    r"(?: (?:up|us|at|on|to|the|number|no\.?)){0,3} (?P<number>[0-9]{3,5})(?![0-9])(?![./,-][0-9])"
    r"(?= ?(?:[.,;:)।]|$|\n|(?:for|in|if|between|from|at any|free|toll|immediately)(?![a-z])))"
)
DIALLED = re.compile(
    r"(?P<number>[0-9](?<![0-9/.,-][0-9])(?<![0-9] [0-9])[0-9]{2,4})(?:[ ()-]{1,3}(?:(?:[Ww]omen|[Cc]hild|महिला|चाइल्ड|सीएम|CM) )?"
    r"(?:हेल्प ?लाइन|[Hh]elp ?[Ll]ine|एम्बुलेंस|[Aa]mbulance)"
    r"| (?:नंबर |नम्बर )?पर (?:भी |निःशुल्क |सीधे |तत्काल |तुरंत |कभी भी ){0,2}"
    r"(?:सम्पर्क|संपर्क|फ़?ोन|फोन|कॉल|काल|डायल|शिकायत दर्ज)(?![\u0900-\u0963]))"
)
"""A short number that somebody is to be called at."""
TOLL_FREE = re.compile(r"1(?<![0-9]1)(?:800|860)[ -]?[0-9]{2,4}[ -]?[0-9]{3,4}(?![0-9])")


def read_email(match: Match[str]) -> Iterator[Found]:
    """An e-mail address; a dot that only ends the sentence isn't in it."""
    value = re.sub(r" ?[\[(]at[\])] ?", "@", re.sub(r" ?[\[(]dot[\])] ?", ".", match[0])).lower()
    if " " not in value:
        yield Found("email" if "." in value.partition("@")[2] else "upi", value, *match.span())


def read_web(match: Match[str]) -> Iterator[Found]:
    """A web address, without its protocol."""
    text = match[0].rstrip(".:-!?/")
    value = re.sub(r"^(?:https?://)?(?:www\.)?", "", text.lower()).rstrip("/")
    if "." in value and re.search(r"[a-z]", value):
        yield Found("web", value, match.start(), match.start() + len(text))


def read_phone(match: Match[str]) -> Iterator[Found]:
    """A number that is a mobile's or a landline's by its shape, or that a word before it calls so."""
    text = match[0]
    digits = re.sub("[^0-9]", "", text)
    before = match.string[max(0, match.start() - 30) : match.start()]
    labelled = bool(_LABEL.search(before)) or bool(_ABROAD.fullmatch(text))
    labelled = labelled or bool(_CALLED_SO.search(before) and _LANDLINE.fullmatch(text))
    if not labelled and "+" not in text and (REFERENCE.search(before) or re.search(f"[{LETTER}]\\Z", before)):
        return
    national = digits[2:] if "+" in text or (len(digits) == 12 and digits.startswith("91")) else digits
    national = national.lstrip("0") if len(national) > 10 else national
    grouped = re.sub(r"^\(?(?:\+ ?)?(?:91[ -]?(?=[0-9 -]{10,13}$))?", "", text)
    mobile = len(national) == 10 and national[0] in "6789" and _MOBILE.fullmatch(grouped)
    landline = len(digits) in (10, 11) and _LANDLINE.fullmatch(text)
    if mobile or landline or (labelled and 5 <= len(digits) <= 13):
        text = text.rstrip("- ")
        yield Found("phone", national.lstrip("0"), match.start(), match.start() + len(text))


_CALLED_SO = re.compile(r"(?:नंबर|नम्बर|नं\.|[Nn]umber)[ :ः-]{0,3}$")
"""Before what has a landline's shape: it is one."""
_ABROAD = re.compile(r"\+? ?91[ -]?[6-9][0-9]{4}[ -]?[0-9]{5}")
_MOBILE = re.compile(
    r"0?(?:[0-9]{10}|[0-9]{5}[ -][0-9]{5}|[0-9]{3}[ -][0-9]{3}[ -][0-9]{4}|[0-9]{4}[ -][0-9]{3}[ -][0-9]{3}|[0-9]{4}[ -][0-9]{6})"
)
_LANDLINE = re.compile(r"\(?0[1-9][0-9]{1,3}\)?[ -]{1,3}[0-9]{3,4}[ -]?[0-9]{3,4}|\(0[1-9][0-9]{1,3}\)[0-9]{6,8}")


def read_helpline(match: Match[str]) -> Iterator[Found]:
    """A short number that is called a helpline's."""
    yield Found("phone", match["number"], *match.span("number"))


def read_toll_free(match: Match[str]) -> Iterator[Found]:
    """A toll-free number, which its first digits tell."""
    digits = re.sub("[^0-9]", "", match[0])
    if len(digits) in (10, 11):
        yield Found("phone", digits, *match.span())
