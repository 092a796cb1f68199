"""Rough words made into sentences: only the stop, the capital and the joining words are added, never a claim."""

import re
from typing import Literal

STOPS = ".।?!:;॥"

# A Hindi clause ends in its verb: an auxiliary (है, थे, होगा), a perfective or future form, or a subjunctive (जाए, करें).
# A point that doesn't end so is a heading or a list item, and a sentence can't be made of it without inventing the verb.
_HINDI_VERB = re.compile(
    r"(?:^|\s)(?:है|हैं|हूँ|हूं|था|थे|थी|थीं|हो|हों|गया|गये|गए|गयी|गई|गईं|हुआ|हुए|हुई|हुईं|किया|किये|किए|दिया|दिए|दी|लिया|चाहिए"
    r"|\S+(?:गा|गे|गी|एँ|एं|ाए|िए|ाये|ायें|ें))$"
)
_HINDI_ASKS = re.compile(r"(?:^|\s)\S*(?:ाए|ाएँ|ाएं|ाये|ायें|ावे|ावें|िए|ें|हो)$")
_ENGLISH_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|shall|may|can|must|should|would|could|needs?|do|does|did|"
    r"[a-z]{3,}ed|became|began|came|fell|gave|got|held|kept|led|left|lost|made|met|paid|ran|rose|said|saw|sent|set|sold|stood|"
    r"took|went|wrote|remains?|stands?|requires?|lacks?|works?|continues?)\b",
    re.IGNORECASE,
)
_ENGLISH_DO = frozenset(
    "accord allow allot appoint approve arrange attend call check circulate clear collect complete confirm convey correct depute "
    "direct ensure examine expedite explain extend fill fix forward furnish give grant hold inform inspect instruct intimate "
    "issue keep make mend nominate order organise organize pay permit place post prepare present process provide publish put "
    "reconsider release relieve remit repair replace report return review sanction send settle share sign start state stop "
    "submit supply take train transfer treat update verify visit".split()
)


def sentence(text: str, language: str) -> str:
    """The text closed by its language's full stop, in English begun with a capital. Its words stay as they are."""
    text = re.sub(r"\s*\|+$", "।", text.strip()).rstrip(" ,")  # a bar is how many type the danda
    if language == "en" and re.match(r"[a-z]+(?![\w@./-])", text):  # an address or file name keeps its small letter
        text = text[0].upper() + text[1:]
    if not text or text[-1] in STOPS:
        return text
    return text + ("।" if language == "hi" else ".")


def is_clause(text: str, language: str) -> bool:
    """Whether the words already hold a verb, so that a stop makes a sentence of them. In doubt no."""
    text = text.strip().rstrip(STOPS + " |")
    return bool((_HINDI_VERB if language == "hi" else _ENGLISH_VERB).search(text))


def asked(text: str, language: str) -> tuple[Literal["sentence", "clause", "do", "noun"], str]:
    """How rough words ask for something, and the words ready for it.

    A whole `sentence` that asks by itself; a `clause` that follows "that"; what to `do`, in English after "to"; else a `noun`.
    """
    text = text.strip().rstrip(STOPS + " |,")
    if language == "hi":
        if re.match(r"(अतः|कृपया|अनुरोध|निवेदन|निर्देश|प्रस्ताव)", text):
            return "sentence", sentence(text, language)
        return ("clause" if _HINDI_ASKS.search(text) else "noun"), text
    first = text.partition(" ")[0].lower()
    if first in ("please", "kindly", "you", "it", "i", "we"):
        return "sentence", sentence(text, language)
    if first in _ENGLISH_DO:
        return "do", text[0].lower() + text[1:]
    if re.search(r"\b(?:may|should|must|be)\b", text):
        article = first in ("the", "a", "an", "all", "this", "these")
        return "clause", text[0].lower() + text[1:] if article else text
    return "noun", text
