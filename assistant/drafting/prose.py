"""What a chatty model wraps around the prose is taken off: greetings, markdown, a letterhead, salutation and signature of its own.

The template owns the form, so whatever of it a model writes would stand there twice. Text is taken as a row of lines and goes
through small steps; each is safe on text that is still growing.
"""

import re

from assistant.forms.template import paragraphs

_FENCE = re.compile(r"^\s*(?:```|~~~).*$", re.MULTILINE)
_THINKING = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_RULE = re.compile(r"\s*(?:[-=*_~.─—–]\s*){3,}(?:0+\s*[-=]*)?\s*")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_BULLET = re.compile(r"\s*(?:[-*•●▪◦+]\s+|\(?(?:\d{1,2}|[०-९]{1,2})[.)]\s+|(?:\d{1,2}|[०-९]{1,2})-\s+)")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(\S+?\)")
_STARS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")

# The assistant's own voice at the start of a line. Matched up to a colon: after it the office's words may follow.
_CHATTER = re.compile(
    r"(?:sure\b|certainly\b|of course\b|absolutely\b|okay\b|here(?: is|'s|’s| are)\b|below is\b|as requested\b|i hope\b|i have (?:drafted|written)\b"
    r"|(?:please )?let me know\b|feel free\b|if you (?:need|want|would like|have any)\b|as an ai\b|note:|this (?:draft|letter) (?:is|was) "
    r"|ज़?जरूर|ज़रूर|जी हाँ|जी हां|निश्चित रूप से|बिल्कुल|अवश्य[,!]|यहाँ (?:आपका|आपके|पर|प्रस्तुत)|यहां (?:आपका|आपके|पर|प्रस्तुत)|नीचे (?:आपका|पत्र|मसौदा|प्रारूप)"
    r"|प्रस्तुत है|आशा है कि यह|उम्मीद है|यदि आप (?:चाहें|कोई|इसमें)|अगर आप|क्या आप चाहते|मैंने (?:आपके|यह)|नोट\s*:)",
    re.IGNORECASE,
)

# Lines that are a part of the form and not prose. A label needs its colon, so "विषय में …" in a sentence is safe.
_SALUTATION = re.compile(
    r"(?:माननीय |आदरणीय |प्रिय )?(?:महोदय|महोदया)(?:\s*/\s*(?:महोदय|महोदया))?\s*(?:जी)?\s*[,।:]?"
    r"|(?:respected |dear |my dear )?(?:sir|madam|sirs)(?:\s*/\s*(?:sir|madam))?\s*[,:]?|dear [^.।]{1,40}[,:]|प्रिय [^.।]{1,40}[,:]"
    r"|नमस्ते.{0,20}|नमस्कार.{0,20}|hello.{0,20}|hi[, ].{0,20}",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:विषय|संदर्भ|सन्दर्भ|दिनांक|तारीख|क्रमांक|पत्र क्रमांक|संख्या|प्रति|प्रेषक|प्रेषिती|सेवा में|प्रतिलिपि|संलग्न|संलग्नक|subject|sub|ref|reference|"
    r"date|dated|no|number|to|from|cc|copy to|encl|enclosures?|body|letter|पत्र|प्रारूप|मसौदा|e-?mail)\s*(?:[:ः]-?|:-|-{1,2}\s|\.:).*"
    r"|(?:प्रति|सेवा में|प्रेषक|to|from)\s*,|(?:कार्यालयीन )?(?:टिप्पणी|टीप|नोटशीट)|note(?:[- ]?sheet)?|पत्र|letter|कार्यालय\s[^।]{0,60}|office of the [^.]{0,60}"
    r"|(?:क्रमांक|दिनांक|no\.?|dated?)[\s.…_/:-]*(?:[\d०-९./-]{0,12})",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:सादर|सधन्यवाद|धन्यवाद(?: सहित)?|भवदीय|भवदीया|आपका|आपकी|विश्वासपात्र|शुभकामनाओं सहित|(?:yours|your) (?:faithfully|sincerely|truly|obediently)|"
    r"(?:with |kind |warm |best |with kind )?regards|sincerely|thank(?:s| you|ing you).{0,24}|faithfully yours)\s*[,।.!]*\s*(?:भवदीया?|आपका)?\s*,?",
    re.IGNORECASE,
)
_PLACEHOLDER_LINE = re.compile(r"\(?\s*\[[^\[\]]+\]\s*\)?[,।.]?")


def prose_of(raw: str, ended: bool = True) -> str:
    """The prose alone, one paragraph a line. `ended` is false while more is still to come: then a last line that may yet
    turn out to be wrapping is held back.
    """
    text = _FENCE.sub("", _THINKING.sub("", raw))
    lines = [_plain(line) for line in text.split("\n")]
    lines = _without_head(lines)
    lines = _without_foot(lines)
    lines = [kept for line in lines if (kept := _without_chatter(line)) is not None]
    if not ended and lines and len(lines[-1]) < 12:
        lines.pop()
    return paragraphs("\n".join(_joined(lines)))


def _plain(line: str) -> str:
    """The line without its markdown. A number typed in front goes too: the form numbers its paragraphs itself."""
    if _RULE.fullmatch(line):
        return ""
    line = _HEADING.sub("", line.replace("<br>", " "))
    line = _STARS.sub(r"\2", _STARS.sub(r"\2", _LINK.sub(r"\1", line)))
    return _BULLET.sub("", line, count=1) if _BULLET.match(line) else line


def _without_head(lines: list[str]) -> list[str]:
    """Everything up to a salutation that stands alone in the upper lines, or the labelled lines at the top."""
    for n, line in enumerate(lines[:20]):
        if _SALUTATION.fullmatch(line.strip()):
            return lines[n + 1 :]
    return lines


def _without_foot(lines: list[str]) -> list[str]:
    """Everything from a closing formula that stands alone. What follows it is a signature block, copies, a farewell."""
    for n, line in enumerate(lines):
        if n and _CLOSING.fullmatch(line.strip()) and any(before.strip() for before in lines[:n]):
            return lines[:n]
    return lines


def _without_chatter(line: str) -> str | None:
    """The line without the assistant's voice; None where nothing of the office's is in it."""
    words = line.strip()
    if _LABEL.fullmatch(words) or _SALUTATION.fullmatch(words) or _PLACEHOLDER_LINE.fullmatch(words):
        return None
    if _CHATTER.match(words):
        before, colon, after = words.partition(":")
        return after.strip() if colon and len(before) < 120 and len(after.strip()) > 20 else None
    return line


def _joined(lines: list[str]) -> list[str]:
    """Paragraphs that a model wrapped at a margin, put together again: only where empty lines part the paragraphs."""
    if not any(not line.strip() for line in lines[1:-1]):
        return lines
    paragraphs_: list[str] = []
    open_ = False
    for line in lines:
        words = line.strip()
        if not words:
            open_ = False
        elif open_:
            paragraphs_[-1] += " " + words
        else:
            paragraphs_.append(words)
        if words:
            open_ = words[-1] not in ".।?!:;"
    return paragraphs_
