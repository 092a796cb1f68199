"""Rough words made into sentences: only the stop, the capital and the joining words are added, never a claim."""

import re
from functools import cache
from pathlib import Path
from typing import Literal

STOPS = ".।?!:;॥"
QUOTES = "\"'”’"

How = Literal["whole", "said", "clause", "do", "for", "sent", "noun"]
"""How words ask: a `whole` sentence as it stands; what is `said` to be needed; a `clause` after "that"; what to `do`, after "to" or
before का; what it is `for` (… हेतु) or `sent` for (सूचनार्थ); else a `noun`."""

_MARK = re.compile(r"(?:[-*•●▪–]|\(?(?:[0-9०-९]{1,2}|[ivx]{1,4}|[a-hक-झ])[.)])\s+")
_REMARK = re.compile(r"\s*\([^()]{0,200}\)$")

_IS = frozenset(
    "है हैं हूँ हूं था थे थी थीं होगा होगी होंगे होंगी चाहिए चाहिये गया गये गए गयी गई गईं हुआ हुए हुई हुईं किया किये किए दिया दिये दिए दी लिया ली".split()
)
_ASK = frozenset("दें देवें दीजिए दीजिये लें लेवें लीजिए लीजिये हो हों होवें कीजिए कीजिये जाय बदलें बदले बदलिए".split())
_FUTURE = re.compile(r".(?:(?:े|ए|ये|वे)(?:गा|गी)|(?:ें|एँ|एं|यें|वें)(?:गे|गी))$")
_ASKING = ("ें", "एँ", "एं", "यें", "वें", "े", "ए", "ये", "वे", "िए", "िये", "इए", "इये")
_PAST = ("ा", "या", "ी", "ई", "ीं", "ईं")
_BIDS = {"ो": "ें", "ओ": "एँ"}
"""What is said to a child or a servant (भेजो, लगाओ), and what an office says instead."""
_ENCLOSURE = re.compile(
    r"संलग्न(?!ी)(?!\s+(?:किया|किये|किए|की|रह|अधिकारी|कर्मचारी))|\bEnclos\w*|\bEncl\b|\bAttach(?:ed|ment|ments|ing)?\b(?!\s+to\b)|\bherewith\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?:^|\s)(?:हेतु|के लिए|के लिये|बाबत्?|विषयक|के (?:संबंध|सम्बन्ध|विषय) में)$")
_UNBENT = re.compile(r"(?:^|[^ा]\s)(?:\S*[क-हिी]़?|व्यवस्था|सहायता|सुविधा|समीक्षा|सुरक्षा)$")
"""A noun that stays as it is before का: no plural, no masculine in -ा, no adjective in -ा before it (but नया भवन: नए भवन का)."""
_UNDONE = re.compile(r"\sकर(?:के)?\s|^(?:तत्काल|शीघ्र|यथाशीघ्र|अविलंब|अविलम्ब)$")
"""Words that wait for a verb that isn't there: no noun to put का after."""
_ASKS_ITSELF = re.compile(
    r"(?:अनुरोध|निवेदन|आग्रह|प्रार्थना|अपेक्षा|अपेक्षित|निर्देश|निर्देशित|प्रस्ताव|प्रस्तावित)\s+(?:है|हैं|किया जाता है|किये जाते हैं|किए जाते हैं)(?=$|\s)"
)
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:\S*\.\S+|क्र|रु|रू|लि|डॉ|नि|सं|पं|कं|मो|दि|प्र|मा|ता|जि|पृ|वि|खं|etc|No|Rs)\.$")

_BEGINS_TO_ASK, _THAT = re.compile(r"(?:अत[ः:]|कृपया|इसलिए|कृपा\s)"), re.compile(r"^कि\s+")
_MODAL = re.compile(r"\b(?:may|should|must)\b|(?<!\bto )\bbe\b")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|shall|may|can|cannot|must|should|would|could|does|did|became|began|came|fell|gave|"
    r"ran|rose|stood|took|went|wrote|remains?|requires|lacks|needs|continues|belongs|exceeds|includes)\b"
    # A past that may as well be a participle ("the camp held in May") needs its object; a letter dated 02.02.2026 does nothing.
    r"|\s(?:(?!dated )[a-z]{3,}ed|held|kept|led|left|lost|made|met|paid|sent|set|sold|said) (?:that|the|an?|his|her|its|their|our|all|no|\d)"
)
# "Order dated 5 May may be cancelled", "sanction of leave": the first word looks like a verb, but is what is asked for.
_NAMES = re.compile(
    r"(?!let |ensure |see )\S+ (?:of|to be|is|are|was|were)\b"
    r"|(?!let |ensure |see )\S+(?: (?!(?:that|so|which|who|what|where|and|to|if|as)\b)\S+){0,6} (?:may|should|must|be) ",
    re.IGNORECASE,
)
# "purchase order for 40 units" is bought by nobody.
_ORDER = re.compile(
    r"(?:purchase|release|repair|transfer|sanction|supply|survey|hire|print) (?:orders?|works?|reports?|lists?|registers?|charges|costs?|expenses)\b"
)
_ITS_OBJECT = re.compile(
    r"(?:[a-z]+(?<!s)|[a-z]*ss) (?:the|an?|this|these|those|his|her|its|their|our|every|each|Shri|Smt\.?|Sushri|M/s)(?: |$)"
)
"""A first word with what it is done to behind it: a verb, whatever else it may be (lease the hall, second Shri Verma)."""
_NO_VERB = frozenset(
    "only all both half about not as for in with of on to at by from under over during after before until through via per and or but if when"
    " while although such many what quite rather twice once than that so due out off up down near beyond besides despite regarding"
    " concerning including since because where whether either neither nor except one two three four five six seven eight nine ten".split()
)
_URGES = re.compile(
    r"(?:let us|let's|may|should|must|need to|we (?:may|should|must|need to|want to|propose to|would like to)) (?=(?:[a-z]+ly )?(?P<verb>[a-z-]+) )",
    re.IGNORECASE,
)
_BEGS = re.compile(r"(?:kindly |please )?request(?:s|ed)? (?=(?:to|that|for)\b)", re.IGNORECASE)


@cache
def _words(name: str) -> frozenset[str]:
    text = (Path(__file__).parent / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))


def bare(text: str) -> str:
    """The text without the list mark ("1.", "(क)", "•") that was typed in front of it."""
    text = text.strip()
    mark = _MARK.match(text)
    return text[mark.end() :] if mark else text


def sentence(text: str, language: str) -> str:
    """The text closed by its language's full stop, in English begun with a capital. Its words stay as they are."""
    text = re.sub(r"\s*\|+$", "", bare(text)).rstrip(" ,")  # a bar is how many type the danda
    if language == "en" and re.match(r"[a-z]+(?![\w@./-])", text):  # an address or file name keeps its small letter
        text = text[0].upper() + text[1:]
    if language == "hi" and text.endswith(".") and not _ABBREVIATION.search(text[-40:]):
        text = text[:-1].rstrip()
    if not text or (text.rstrip(QUOTES)[-1:] in STOPS and not (language == "hi" and text.endswith("."))):
        return text
    return text + ("।" if language == "hi" else ".")


def _open(text: str) -> str:
    """The text without its stop; the dot of an abbreviation stays."""
    text = bare(text).rstrip(" |,;:।॥!")
    return text if _ABBREVIATION.search(text[-40:]) else text.rstrip(" .")


def inside(text: str, language: str) -> str:
    """The text as it goes on inside a sentence: without its stop, in English with a small letter where it is surely no name."""
    text = _open(text)
    first = re.match(r"[A-Za-z]+(?![\w@./-])", text)
    if language == "en" and first and first[0].istitle() and first[0].lower() in _words("plain.en") | _words("asks.en"):
        return text[0].lower() + text[1:]
    if language == "en" and first and (_english(text) == "do" or _is_doing(text)):
        return text[0].lower() + text[1:]
    return text


def _is_doing(text: str) -> bool:
    """Whether a phrase begins with what is done (Hiring 3 tankers), and with no name (Housing Board, Darjeeling)."""
    doing = re.match(r"([A-Z][a-z]+)ing [^A-Z]", text)
    base = doing[1].lower() if doing else ""
    return bool(base) and not _words("asks.en").isdisjoint((base, base + "e", base[:-1]))


def is_clause(text: str, language: str) -> bool:
    """Whether the words already hold a verb, so that a stop makes a sentence of them. In doubt no."""
    text = _REMARK.sub("", _open(text).rstrip(QUOTES + "?"))
    return _hindi(text) in ("said", "clause") if language == "hi" else bool(_VERB.search(text))


def is_plural(text: str) -> bool:
    """Whether Hindi words name several things, by the number before them or by their ending. In doubt no."""
    number = re.match(r"(?:0*[2-9]|0*[1-9]\d+|दो|तीन|चार|पाँच|पांच)\s", text)
    return bool(number) or text.endswith(("याँ", "यां", "एँ", "एं", "ें"))


def speaks_of_enclosure(text: str) -> str:
    """The words that speak of something that goes with the paper; "" where none do. Staff can be संलग्न or attached to an office."""
    match = _ENCLOSURE.search(text)
    return match[0] if match else ""


def possessive(owner: str, of: str) -> str:
    """Whose something is in Hindi: "शाखा का", but "आपका", "समसंख्यक". `of` is का, के or की."""
    if owner in ("समसंख्यक", "उक्त", "पूर्व"):
        return owner
    if match := re.fullmatch(r"(आप|हमा|इस कार्यालय |इस विभाग )(का|के|की|रा|रे|री)", owner):
        return match[1] + (of if match[1] != "हमा" else "र" + of[1:])
    return f"{owner.removesuffix(' ' + of)} {of}"


_RULE_OF = re.compile(
    r"(?<=\s)का(?=\s(?:(?:उप|उप-)?नियम|अनुच्छेद|अध्याय|खंड|खण्ड|पैरा|बिंदु|परिपत्र|आदेश)\s(?:क्रमांक\s|क्र\.\s?)?\(?[0-9०-९])"
)


def oblique(text: str) -> str:
    """Hindi words as they stand before के, में or द्वारा: "… नियम, 1965 के नियम 3", where they name a rule by its figure. In doubt as given."""
    return _RULE_OF.sub("के", text)


def asked(text: str, language: str) -> tuple[How, str]:
    """How rough words ask for something, and the words ready for it."""
    if text.rstrip().endswith("?"):
        return "whole", sentence(text, language)
    return _asked_hindi(_open(text)) if language == "hi" else _asked_english(_open(text))


def _asked_hindi(text: str) -> tuple[How, str]:
    if _BEGINS_TO_ASK.match(text):
        return "whole", sentence(text, "hi")
    text = _THAT.sub("", text)
    if _ASKS_ITSELF.search(text):
        return "said", text
    how = _hindi(_REMARK.sub("", text))
    if how == "do":
        return how, re.sub(r"ना(?=(?:\s*\([^()]*\))?$)", "ने", text)
    if how == "clause" and text[-1] in _BIDS and not text.endswith("हो"):
        return how, text[:-1] + _BIDS[text[-1]]
    if how == "noun" and _UNBENT.search(text) and not _UNDONE.search(text) and not is_plural(text):
        return "do", text
    return how, text


def _hindi(text: str) -> How:
    """What the last word makes of a Hindi phrase: an indicative verb says, a subjunctive follows कि, an infinitive takes का."""
    last = text.rpartition(" ")[2]
    if _FOR.search(text):
        return "for"
    if last.endswith("र्थ") and last != "अर्थ":
        return "sent"
    if last in _IS or _FUTURE.search(last):
        return "said"
    if last in _ASK or _stem(last, _ASKING) or _stem(last, tuple(_BIDS)):
        return "clause"
    if _stem(last, ("ना",)):
        return "do"
    return "said" if _stem(last, _PAST) else "noun"


def _stem(word: str, endings: tuple[str, ...]) -> bool:
    """Whether the word is a known verb with one of these endings."""
    verbs = _words("asks.hi")
    return any(word.endswith(ending) and word.removesuffix(ending) in verbs for ending in endings)


_DEEDS = {
    **dict.fromkeys("दें देवें देवे दीजिए दीजिये दिया दी दिए दिये".split(), "देना"),
    **dict.fromkeys("लें लेवें लीजिए लीजिये लिया ली लिए लिये".split(), "लेना"),
    **dict.fromkeys("कीजिए कीजिये किया की किए किये".split(), "करना"),
    "जाय": "जाना",
    "हों": "होना",
}
_DONE = ("या", "यी", "ये", "ई", "ए", "ा", "ी", "े")


def infinitive(text: str) -> str:
    """Hindi words that ask for a deed as its name: सूची भेजें → सूची भेजना, सूची भेजी जाए → सूची भेजना; "" where their last word asks for none."""
    before, _, last = _open(text).rpartition(" ")
    deed = _deed(last, _ASKING) or (last if last in ("जाना", "जानी", "जाने") else "")
    if deed.startswith("जा"):
        first, _, done = before.rpartition(" ")
        if named := _deed(done, _DONE):
            before, deed = first, named
    return f"{before} {deed}".strip() if deed else ""


def _deed(word: str, endings: tuple[str, ...]) -> str:
    """The infinitive of a known verb that stands with one of these endings; "" where it is none."""
    longest = sorted(endings, key=len, reverse=True)
    stem = next((ending for ending in longest if _stem(word, (ending,))), "")
    return _DEEDS.get(word) or (word.removesuffix(stem) + "ना" if stem else "")


def _asked_english(text: str) -> tuple[How, str]:
    text = text[begs.end() :] if (begs := _BEGS.match(text)) else text
    if (urges := _URGES.match(text)) and urges["verb"].lower() in _words("asks.en"):
        text = text[urges.end() :]
    first, _, rest = text.partition(" ")
    opening = first.lower()
    if opening in ("please", "kindly", "therefore", "hence") or re.match(r"(?:it is|you are) ", text, re.IGNORECASE):
        return "whole", sentence(text, "en")
    if rest and opening in ("to", "that", "for"):
        how: How = "do" if opening == "to" else "clause" if opening == "that" else "noun"
        return how, inside(rest, "en")
    how = _english(text)
    return how, inside(text, "en")


def _english(text: str) -> How:
    """What the first words make of an English phrase: a plain verb is to be done, a modal follows "that"."""
    first, _, rest = text.lower().partition(" ")
    verbs = _words("asks.en")
    adverb = first not in verbs and (first.endswith("ly") or first in ("also", "not"))
    is_verb = (rest.partition(" ")[0] if adverb else first) in verbs and not _ORDER.match(text.lower())
    is_verb = is_verb or (first not in _NO_VERB and bool(_ITS_OBJECT.match(text[:1].lower() + text[1:])))
    if is_verb and not _NAMES.match(text):
        return "do"
    if _MODAL.search(text):
        return "clause"
    return "said" if first in ("i", "we") or is_clause(text, "en") else "noun"
