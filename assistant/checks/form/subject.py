"""Whether the subject of a paper says what the matter is, in one line and no sentence."""

import re
from collections.abc import Iterator
from functools import cache

from assistant.checks.finding import Case, Spot
from assistant.checks.form.things import WORD
from assistant.checks.learnt import also_learnt
from assistant.checks.wording import listed
from assistant.language.numbers import one_spelling
from assistant.language.sentences import is_clause

MOST_WORDS = 27
"""About 25: where one counts a hyphenated word twice another doesn't."""
_FINITE_EN = re.compile(
    r"\b(?:is|are|was|were|has|have|had|shall|may|must|should|cannot)\b(?! of)|\bwill (?:not )?be\b|^(?:please|kindly|i|we|you)\b"
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|where|when|if|whether|as|what|how)\b", re.IGNORECASE)
_HAVE_TO = re.compile(r"\b(?:have|has|had) to\b")
"""So no relative clause of a subject goes on: the papers that were asked for have to reach us."""
_IMPERATIVE = ("ें", "एँ", "एं", "िए", "इए", "िये")


_OF_A_FILE = re.compile(
    r" ?\([^()]{0,60}\)[\s।.]{0,3}$|^(?:No\.? ?|क्रमांक |क्र\. ?|संख्या |सं\. ?|पत्रांक )?"
    r"(?:\S{0,20}/\S{0,20}[0-9]|[^:–\n]{1,40}/(?:19|20)[0-9]{2})\S{0,10}?(?: ?[:–]| -) "
)


_NO_MATTER = {"hi": "विषय से पता नहीं चलता कि बात किसकी है", "en": "the subject doesn't say what the matter is"}

_NO_OBJECT = {"hi": "विषय से पता नहीं चलता कि काम किसका है", "en": "the subject names an act and not what it is of"}


@also_learnt("form.subject-weak", why=_NO_MATTER)
def subject_weak(case: Case) -> Iterator[Spot]:
    """A subject that names no matter, is a whole sentence, or is too long to be taken in at once."""
    lines = case.lines("subject")
    if not lines:
        return
    start, end = lines[0].words, lines[-1].end
    subject = _OF_A_FILE.sub("", case.text[start:end]).strip(' \n।.:-–*_"“”')
    words, hinted = WORD.findall(subject), False
    if not words:
        return
    if len(words) > MOST_WORDS:
        why = {"hi": f"{len(words)} शब्दों का विषय बहुत लंबा है", "en": f"{len(words)} words are too many for a subject"}
    elif (more := _tell(words)) is not None:
        hinted = bool(more) and not (all(word in _addressed() for word in more) and _NAMELESS.search(subject))
        why = _NO_MATTER
    elif _is_bare_act(words):
        why = _NO_OBJECT
    elif _is_sentence(subject, words[-1]):
        if case.form.file.file == ".eml" and _calls(subject, words[-1]):
            if _OF_A_FILE.search(case.text[start:end]) or _BY_DAY.search(subject):
                return
            hinted = True
        why = {"hi": "विषय पूरा वाक्य है", "en": "the subject is a whole sentence"}
    else:
        return
    yield Spot(start, end, "subject", values={"why": why}, severity="hint" if hinted else None)


_NAMELESS = re.compile(
    r"^(?:(?:an?|the|some|one|certain|few|very|small|little|important|urgent) )*(?:something|anything|everything|matters?|things?|what)\b"
    r"|(?<![\u0900-\u0963])(?:बात|बातें|बातों|चीज|चीजें|चीजों|मसला|मसले)(?![\u0900-\u0963])",
    re.IGNORECASE,
)
"""What may stand for any matter, and makes a subject of none."""


def _tell(words: list[str]) -> list[str] | None:
    """The words of a subject that say more than that there is a matter: whom it speaks to, or a single one beside a word for any
    matter; None where they name one."""
    more = [one for word in words if (one := one_spelling(word)) not in _empty()]
    strange = [one for one in more if one not in _addressed()]
    single = (
        len(strange) == 1 < len(words) - 1 and strange[0] in words and strange[0].isalpha() and strange[0].islower()
    )
    return more if not strange or (single and _NAMELESS.search(" ".join(words))) else None


def _is_bare_act(words: list[str]) -> bool:
    """Whether a subject is one act without its object: "Payment", "भुगतान के संबंध में"."""
    more = [one for word in words if (one := one_spelling(word)) not in _empty()]
    return len(more) == 1 and more[0] in _acts()


@cache
def _acts() -> frozenset[str]:
    return frozenset(map(one_spelling, listed("bare_act")))


@cache
def _empty() -> frozenset[str]:
    """The words of a subject that name no matter, in their one spelling."""
    return frozenset(map(one_spelling, listed("empty_subject")))


@cache
def _addressed() -> frozenset[str]:
    """Whom a subject may speak to, in one spelling."""
    return frozenset(map(one_spelling, listed("empty_subject_to")))


_BY_DAY = re.compile("[0-9] ?(?:तक|को)(?![\u0900-\u0963])|\\b(?:by|before|on|till) [^,;]{0,20}[0-9]")
"""A mail's subject that says by when is more than a sentence: it says what is to be done with it."""


def _calls(subject: str, last: str) -> bool:
    """Whether a sentence only says what is to be done, as a mail's subject may beside the file's number."""
    return last.endswith(_IMPERATIVE) or subject.lower().startswith(("please ", "kindly "))


_WILL = re.compile("(?:े|ें|ए|एँ|एं|ये|यें|ूँ|ूं)ग[ाीे]$")


def _is_sentence(subject: str, last: str) -> bool:
    if re.search("[\u0904-\u0939]", last):
        return (
            last in listed("finite")
            or bool(_WILL.search(last))
            or (last.endswith(_IMPERATIVE) and is_clause(subject, "hi"))
        )
    verb = _FINITE_EN.search(subject[:1].lower() + subject[1:])
    return verb is not None and (not _RELATIVE.search(subject, 0, verb.start()) or bool(_HAVE_TO.search(subject)))


CHECKS = {"form.subject-weak": subject_weak}
