"""Who signs a paper, where that stands in another place than under its text."""

import re

from assistant.checks.finding import PARAGRAPH, Case, once
from assistant.checks.wording import said
from assistant.forms.document import Line
from assistant.forms.labels import labels

_NAME = re.compile(
    r"\((?:(?:श्री|श्रीमती|सुश्री|डॉ\.?|Dr\.?|Shri|Smt\.?|Ms\.?) ?)?(?:[A-Z][A-Za-z.]{0,20} ?){1,4}\)|\([\u0900-\u0963. ]{4,40}\)"
)


def signed_above(case: Case) -> list[Line]:
    """Who signs, where that stands above the text, or in the midst of it, and nowhere else: a name in brackets and what is under it."""
    if case.has("signature") or not (_requires(case, "signature") or case.form.file.notes):
        return []
    lines = list(case.document.lines)
    text = [
        n for n, line in enumerate(lines) if line.part in (case.form.file.writes, "unplaced") and _is_long(case, line)
    ]
    headed = next((n for n, line in enumerate(lines) if line.part in ("subject", "title")), 0)
    for n in range(headed, text[-1] if text else 0):
        if n < text[0] and case.form.file.notes and _is_post(case, lines[n]):
            return [lines[n]]
        if _NAME.fullmatch(case.text, lines[n].start, lines[n].end):
            end = next(one for one in text if one > n)
            return lines[n:end] if n < text[0] or _signs(case, lines[n + 1 : end]) else []
    return []


_TO_ALL = re.compile(
    r"(?:समस्त|सभी|सर्व)(?![\u0900-\u0963])|all\b|.*(?:विभाग|मंत्रालय|\bdepartment\b|\bministry\b)", re.IGNORECASE
)


def addressed_below(case: Case) -> list[Line]:
    """Whom a paper goes to, where that stands at its foot and nobody signs above it: a memorandum's readers, an I.D. note's department."""
    signed = case.lines("signature")
    if not signed or case.has("addressee") or not _requires(case, "addressee"):
        return []
    named = any(_NAME.fullmatch(case.text, line.start, line.end) for line in signed)
    return signed if not named and _TO_ALL.match(case.text, signed[0].words, signed[0].end) else []


def own_office(case: Case, lines: list[Line]) -> bool:
    """Whether all that was taken for whom it goes to is the name that stands on top: who signs has it below his post."""
    head = {case.words(line).strip(" ,।") for line in case.lines("letterhead")}
    return all(case.words(line).strip(" ,।") in head for line in lines)


_CALLED = re.compile(
    r"समस्त|सभी|सर्व|सदस्य|संबंधित|सम्बन्धित|आमंत्रित|\b(?:all|members?|participants?|invitees?|concerned|distribution)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"कार्यालय|\boffice\b|@", re.IGNORECASE)


def may_be_addressed(case: Case) -> bool:
    """Whether a line that the reader took for another part may say to whom the paper goes: one of the head with a post that isn't its
    own office's or the signatory's, one under who signs; a notice's copies, where they go to those whom it calls."""
    if "meeting" in case.form.fields and any(
        _CALLED.search(case.text, line.start, line.end) for line in case.lines("copies")
    ):
        return True
    post, signed = labels(case.form).post, " ".join(map(case.words, case.lines("signature")))
    text = next((line.start for line in case.body), len(case.text))
    head = [line for line in case.lines("letterhead", "unplaced") if line.start < text]
    own = [line for line in head if _OFFICE.search(case.words(line)) or case.words(line).strip(" ,।") in signed]
    below = [line for line in case.lines("signature", "enclosures")[1:] if case.text.endswith("\n\n", 0, line.start)]
    named = [line for line in head if line not in own and line != case.document.lines[0]]
    return any(post.search(case.words(line)) for line in (*named, *below))


_DEPARTMENT = re.compile(r"विभाग|कार्यालय|\b(?:department|office|directorate)\b", re.IGNORECASE)


def _is_news(case: Case) -> bool:
    return any(spec.id == "headline" for spec in case.norm.parts)


_OF_NEWS = re.compile(
    r"जनसंपर्क|जनसम्पर्क|सूचना (?:एवं|विभाग|कार्यालय)|\b(?:public relations|information|press)\b", re.IGNORECASE
)


def gives_news(case: Case) -> bool:
    """Whether an office whose work that is gives news out under its name on top: it need not sign."""
    return _is_news(case) and any(_OF_NEWS.search(case.text, line.start, line.end) for line in case.lines("letterhead"))


def by_office(case: Case) -> bool:
    """Whether an office signs news, which needs no letterhead then."""
    return _is_news(case) and any(
        _DEPARTMENT.search(case.text, line.start, line.end) for line in case.lines("signature")
    )


def numbered_below(case: Case) -> bool:
    """Whether news ends with the number under which it was given out, as where nobody signs it: क्रमांक/1042/नूतन."""
    text = max((line.end for line in case.body), default=0)
    return _is_news(case) and any(line.start > text for line in case.lines("number"))


_BY_ORDER = re.compile(r"(?:आज्ञा से|आदेश से|by order) ?[,।.]?", re.IGNORECASE)
_OWN_NUMBER = re.compile(r"(?:पृ|क्रमांक|क्र\.|संख्या|Endt|Endorsement|No\.)", re.IGNORECASE)


def signs_copies(case: Case) -> bool:
    """Whether all that is signed are the copies, and not the paper above them: they have a number of their own and the bare post below
    them, or "by order", or a subscription above them that nobody stands under."""
    signed, copies, closed = case.lines("signature"), case.lines("copies"), case.lines("subscription")
    if not signed or not copies or signed[0].start < copies[0].start:
        return False
    numbered = any(_OWN_NUMBER.match(case.text, line.words, line.end) for line in copies)
    bare = numbered and not any(_NAME.fullmatch(case.text, line.start, line.end) for line in signed)
    ordered = any(_BY_ORDER.fullmatch(case.text, line.words, line.end) for line in (*signed, copies[-1]))
    return bare or ordered or any(line.start < copies[0].start for line in closed)


@once
def closing(case: Case) -> Line | None:
    """The line with which a letter closes, known by its place and shape: right above who signs, short and without a verb, it says
    whose somebody is or wishes well (data/form.yaml: farewell)."""
    signed = case.lines("signature")
    text = case.body[-1].start if case.body else len(case.text)
    above = [line for line in case.lines("unplaced") if line.start > text][:1]
    for line in (*case.body[-1:], *above, *signed[: len(signed) > 1]):
        words = case.words(line).rstrip(" ,")
        if line.words > line.start or not words[:1].isalpha() or len(words.split()) > _MOST or _SAYS.search(words):
            continue
        end = line.start + len(words)
        alone = (line.start, end) in said(case, "farewell_alone", line.start, line.end)
        whose = _WHOSE.search(words) and (case.text[end : end + 1] == "," or len(words.split()) <= _MOST // 2)
        if alone or whose or said(case, "farewell", line.start, line.end):
            return line
    return None


_MOST = 6
_SAYS = re.compile(
    r"[।.?!:;0-9()“\"]|(?<![\u0900-\u0963])(?:है|हैं|हूँ|हूं|करें|दें|था|थे|थी|हो|कि|द्वारा|को|ने)(?![\u0900-\u0963])"
    r"|\b(?:is|are|was|were|will|shall|may|by|that|please|copy)\b",
    re.IGNORECASE,
)
"""What stands in a sentence, a label or a name with its degree, and in no closing."""
_WHOSE = re.compile(r"(?<![\u0900-\u0963])(?:आपक[ाी]|भवदीया?)(?![\u0900-\u0963])|^(?:\w+ ){0,3}yours?\b", re.IGNORECASE)


def _requires(case: Case, part: str) -> bool:
    return any(spec.id == part and spec.need == "required" for spec in case.norm.parts)


def _signs(case: Case, lines: list[Line]) -> bool:
    """Whether the lines under a name are a post and its place."""
    return 0 < len(lines) <= 3 and labels(case.form).post.search(case.words(lines[0])) is not None


def _is_post(case: Case, line: Line) -> bool:
    """Whether a line of the text is a post and nothing else."""
    words = case.words(line)
    known = labels(case.form).post.search(words)
    return (
        line.part == case.form.file.writes
        and known is not None
        and len(words.split()) < PARAGRAPH
        and words[-1] not in "।.:?"
    )


def _is_long(case: Case, line: Line) -> bool:
    return len(case.words(line).split()) >= PARAGRAPH
