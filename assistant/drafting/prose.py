"""What a chatty model wraps around the prose is taken off: greetings, markdown, a letterhead, salutation and signature of its own.

The template owns the form, so whatever of it a model writes would stand there twice. Text is taken as a row of lines and goes
through small steps; each is safe on text that is still growing. In doubt a line is the office's and stays.
"""

import re
from typing import NamedTuple

from assistant.forms.template import paragraphs

STOPS = ".।?!:;॥"
SHORT = 60
"""A line of the prose is longer, or ends in a stop; a line of an address or a heading is neither."""

LONG = 400
"""Small talk is shorter."""

_THINKING = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_FENCE = re.compile(r"^\s*(?:```|~~~)[ \t]*[\w-]*[ \t]*$|```|~~~", re.MULTILINE | re.ASCII)
_TAG = re.compile(r"<br ?/?>|</?(?:p|b|i|u|strong|em|div|span|ul|ol|li|h[1-6]|center)>", re.IGNORECASE)
_RULE = re.compile(r"\s*(?:[-=*_~.─—–]\s*){3,}(?:0+\s*[-=]*)?\s*")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s")
_BOLD_HEADING = re.compile(r"\s*(\*\*|__)[^*_]{1,60}(?<![.।?!,])\1\s*")
_BULLET = re.compile(r"\s*(?:[-*•●▪◦+]\s+|(?:\d{1,2}|[०-९]{1,2})[.)]\s+|(?:\d{1,2}|[०-९]{1,2})-\s+)")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\([^\s()]{1,300}\)")
_MARKS = re.compile(r"[<*_`\[]")
_STARS = re.compile(r"(\*\*\*|\*\*|__|`)(?=\S)(.+?)(?<=\S)\1|(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])")

# The assistant's own voice. Its openings alone would strike an office's sentence too ("If you have any objection …", "This letter
# is in continuation of …"), so most need a word for the thing that it has made or offers to do. After a colon the office may speak.
_MADE = r"(?:letters?|draft|body|note(?:[- ]?sheet)?|e-?mail|text|version|reply|response|prose|paragraphs?|पत्र|मसौदा|प्रारूप|पाठ|टीप|नोटशीट|ई-?मेल)"
_OFFER = r"(?:chang|modif|adjust|edit|revis|refin|tweak|customi[sz]|version|else\b|assist|help|tone\b|me to\b|translat)"
_CHATTER = re.compile(
    rf"(?:sure|ok(?:ay)?|great|alright)\b\s*(?:[,!.:—-]|$)|(?:certainly|of course|absolutely)\s*[,!.:—-]"
    rf"|(?:here(?: is|'s|’s| are)|below is|the following is)\b.*\b{_MADE}\b|as requested,? (?:here|i\b|below)"
    rf"|i hope (?:this|the|it) (?:helps|{_MADE}|meets|works|is helpful|serves)"
    rf"|i(?:'ve|’ve| have)? (?:drafted|written|prepared|kept) .*\b{_MADE}\b.*(?:for you|based on|as per|as requested|above|below|[:!]$)"
    rf"|(?:please )?let me know (?:if|whether|in case) you\b.*{_OFFER}|(?:please )?feel free to\b|as an ai\b|this (?:draft|version|response)\b"
    rf"|if you(?:'d|’d| would| need| want| require| wish)\b.*{_OFFER}|this letter (?:is|has been|was) (?:drafted|written|based|kept|ready|formal)"
    rf"|(?:remember|make sure|please) (?:to )?(?:replace|fill|adjust|review).*(?:placeholder|bracket|\[|draft)|happy to\b.*{_OFFER}"
    rf"|(?:would you like|do you want|shall i|i can also)\b"
    rf"|(?:ज़रूर|जरूर|जी हाँ|जी हां|बिल्कुल|बिलकुल|निश्चित रूप से|अवश्य|ठीक है)\s*(?:[,!।:—-]|$)|(?:यहाँ|यहां|नीचे|यह रहा|ये रहा)\s.*{_MADE}.*(?:[:।-]|है|हैं|हूँ)$"
    rf"|(?:यहाँ|यहां|नीचे|प्रस्तुत है)\s[^:]*{_MADE}[^:]*:|प्रस्तुत है\s.*{_MADE}"
    rf"|(?:मुझे )?(?:आशा|उम्मीद) है,? (?:कि )?(?:यह|ये)\s.*(?:{_MADE}|काम आ|उपयोगी|सहायक|मदद|पसंद|अनुरूप)"
    rf"|(?:यदि|अगर) आप(?:को)?\s.*(?:बताएँ|बताएं|बताइए|बता दें|मैं\s|कहिए)|क्या आप चाह(?:ते|ेंगे)|मैंने\s.*{_MADE}.*(?:तैयार|लिख|बना|रख)",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:note|नोट)\s*:.*(?:placeholder|bracket|this (?:draft|letter)|the (?:draft|letter) above|मसौद|यह प्रारूप|कोष्ठक|इस पत्र में|मैंने)",
    re.IGNORECASE,
)
"""What a model notes about its own draft; an office's note at the foot of a paper stays."""
_OPENING = re.compile(
    r"sure|certainly|of course|absolutely|ok|great|alright|here|below is|the following is|as requested|i\W|(?:please )?let me|(?:please )?feel"
    r"|if you|as an|note|this (?:draft|letter|version|response)|remember|make sure|please (?:replace|fill|adjust|review)|would you|do you|shall i"
    r"|happy to|ज़रूर|जरूर|जी ह|बि|निश्चित रूप|अवश्य|ठीक है|यहाँ|यहां|नीचे|यह रहा|प्रस्तुत है|मुझे|आशा है|उम्मीद है|यदि आप|अगर आप|क्या आप|मैंने|नोट",
    re.IGNORECASE,
)
"""How the assistant's voice may begin: a line that is still growing is kept back until more of it is known."""

_BEGINS = re.compile(
    r"(?:उपर्युक्त|उपरोक्त|विषयांतर्गत|निवेदन है|लेख है|इस संबंध में|इस सम्बन्ध में|कृपया उपर|संदर्भित पत्र|with reference to|i am directed|it is (?:stated|submitted|to)"
    r"|in continuation|in pursuance|please refer to|kindly refer to)(?:\s|\Z)",
    re.IGNORECASE,
)
"""How the prose of an office's paper begins: nobody need wait for more of the line to know it."""

# Lines that are a part of the form and not prose. A label needs its colon, so "विषय में …" in a sentence is safe.
_SIR = r"(?:(?:माननीय|आदरणीय|मान्यवर|प्रिय|respected|my dear|dear) )?(?:महोदय/महोदया|महोदया|महोदय|मान्यवर|sir\s?/\s?madam|sir or madam|madam|sirs?)"
_SALUTATION = re.compile(
    rf"{_SIR}(?:\s*/\s*(?:महोदया|महोदय|sir|madam))?(?:\s*जी)?\s*[,।:]?"
    r"|(?:my )?dear (?:(?:dr|shri|smt|mr|mrs|ms|prof)\.? )?[^.।]{1,40}[,:]|प्रिय [^।]{1,40}[,:]"
    r"|नमस्ते.{0,20}|नमस्कार.{0,20}|hello.{0,20}|hi[, ].{0,20}",
    re.IGNORECASE,
)
_INLINE_SALUTATION = re.compile(rf"{_SIR}\s*[,।]\s+(?=\S)", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:विषय|संदर्भ|सन्दर्भ|दिनांक|तारीख|क्रमांक|पत्र क्रमांक|पत्र संख्या|संख्या|स्थान|प्रति|प्रेषक|प्रेषिती|सेवा में|नाम|पदनाम|पत्र|प्रारूप|मसौदा|मुख्य भाग"
    r"|subject|sub|ref|reference|date|dated|place|no|number|to|from|name|designation|body|letter|draft|e-?mail)\s*(?:[:ः]-?|:-|-{1,2}\s|\.:).*"
    r"|(?:प्रति|सेवा में|प्रेषक|to|from)\s*,|(?:कार्यालयीन )?(?:टिप्पणी|टीप|नोटशीट)|note(?:[- ]?sheet)?|पत्र|letter"
    r"|(?:क्रमांक|दिनांक|no\.?|dated?)[\s.…_/:-]*[\d०-९./-]{0,12}|\(?\s*\[[^\[\]]+\]\s*\)?[,।.]?",
    re.IGNORECASE,
)
_LIST_LABEL = re.compile(
    r"(?:प्रतिलिपि|प्रतिलिपि सूचनार्थ|संलग्न|संलग्नक|हस्ताक्षर|cc|copy to|copies to|encl|enclosures?|signature)\s*(?:[:ः]-?|:-|-{1,2}\s|\.:).*"
    r"|प्रतिलिपि|संलग्नक|enclosures?|\((?:हस्ताक्षर|signature|signed)\)|हस्ताक्षर",
    re.IGNORECASE,
)
"""Labels under which a list stands: what follows in short lines or as items goes with them."""
_CLOSING = re.compile(
    r"(?:सादर|ससम्मान|सधन्यवाद|धन्यवाद(?: सहित)?|भवदीया?(?:\s*/\s*भवदीया)?|आपका|आपकी|विश्वासपात्र|शुभकामनाओं सहित"
    r"|your'?s (?:faithfully|sincerely|truly|obediently)|(?:(?:with |kind |warm |best |thanks and )*)regards|sincerely(?: yours)?|faithfully yours"
    r"|thank(?:s| you|ing you).{0,24})\s*[,।.!]*\s*(?:भवदीया?|आपका|आज्ञाकारी|विश्वासपात्र)?\s*[,।]?\s*(?:[\[(].{0,60})?",
    re.IGNORECASE,
)


_SENTENCE = re.compile(r"[।?!॥](?:\s|$)|[A-Za-z]{3,}\.\s")


class Line(NamedTuple):
    """A line without its markdown. `item`: it stood in a list. No words: a gap between paragraphs."""

    words: str
    item: bool = False

    @property
    def prose(self) -> bool:
        """Whether it looks like a sentence and not like a line of an address."""
        return self.surely_prose or self.words[-1:] in tuple(STOPS)

    @property
    def surely_prose(self) -> bool:
        """Whether it does so whatever comes after it: a dot may be that of 25.02.2026."""
        return len(self.words) >= SHORT or bool(_SENTENCE.search(self.words))


def prose_of(raw: str, ended: bool = True) -> str:
    """The prose alone, one paragraph a line. `ended` is false while more is still to come: then what may yet turn out to be
    wrapping is held back.
    """
    text = _THINKING.sub("", raw) if "<" in raw else raw
    text = _FENCE.sub("", text) if "```" in text or "~~~" in text else text
    lines = [_plain(line) for line in text.split("\n")]
    if not ended:
        lines = _settled(lines)
    for step in (_without_head, _without_foot, _without_chatter, _joined):
        lines = step(lines)
    return _unquoted(paragraphs("\n".join(line.words for line in lines)))


def _plain(line: str) -> Line:
    """The line without its markdown. A number typed in front goes too: the form numbers its paragraphs itself."""
    if _RULE.fullmatch(line) or _HEADING.match(line) or _BOLD_HEADING.fullmatch(line):
        return Line("")
    bullet = _BULLET.match(line)
    line = line[bullet.end() :] if bullet else line
    if not _MARKS.search(line):  # it is looked at again and again while it grows
        return Line(line.strip(), item=bool(bullet))
    line = _TAG.sub(" ", line)
    for _ in range(2):
        line = _STARS.sub(lambda found: found[2] or found[3], _LINK.sub(r"\1", line))
    return Line(re.sub(r"^(?:\*\*|__)|\*\*$", "", line.strip()).strip(), item=bool(bullet))


def _settled(lines: list[Line]) -> list[Line]:
    """Lines that are still growing, without the last one while it is short or sounds like chatter; none before the prose begins."""
    last = lines[-1].words
    if (len(last) < 24 and not _BEGINS.match(last)) or _OPENING.match(last):
        lines = lines[:-1]
    begun = any(line.surely_prose and not _frame(line.words) for line in lines)
    first = next((line.words for line in lines if line.words), "")
    begun = begun or bool(_BEGINS.match(first) and not _frame(first))
    return lines if begun else []


def _frame(words: str) -> bool:
    """Whether the words are a part of the form or the assistant's."""
    parts = (_LABEL, _SALUTATION, _CLOSING)
    return any(part.fullmatch(words) for part in parts) or bool(_chatter(words) or _NOTE.match(words[:LONG]))


def _chatter(words: str) -> bool:
    """Whether the assistant speaks. Of a long line only what stands before its first colon can be chatter."""
    return bool(_CHATTER.match(words if len(words) < LONG else words[:LONG].partition(":")[0] + ":"))


def _without_head(lines: list[Line]) -> list[Line]:
    """Everything up to a salutation in the upper lines; without one, labels at the top and the address lines among them."""
    for n, line in enumerate(lines[:20]):
        if _SALUTATION.fullmatch(line.words):
            return lines[n + 1 :]
    for n, line in enumerate(lines):
        if line.prose and not _frame(line.words):
            words = _INLINE_SALUTATION.sub("", line.words[:LONG]) + line.words[LONG:]
            head, lines = lines[:n], [Line(words, line.item), *lines[n + 1 :]]
            return lines if any(_LABEL.fullmatch(line.words) for line in head) else head + lines
    return lines


def _without_foot(lines: list[Line]) -> list[Line]:
    """Everything from a closing formula that stands alone. What follows it is a signature block, copies, a farewell."""
    for n, line in enumerate(lines):
        if _CLOSING.fullmatch(line.words) and any(before.words for before in lines[:n]):
            return lines[:n]
    return lines


def _without_chatter(lines: list[Line]) -> list[Line]:
    """The lines without the assistant's voice, labels of the form, and the lists under them."""
    kept, listing = [], False
    for line in lines:
        listing = bool(_LIST_LABEL.fullmatch(line.words)) or (listing and (line.item or not line.prose))
        before, _, after = line.words.partition(":")
        if listing:
            continue
        if not line.words or not _frame(line.words):
            kept.append(line)
        elif _chatter(line.words) and len(before) < 120 and len(after) > 20:
            kept.append(Line(after.strip()))
    return kept


def _joined(lines: list[Line]) -> list[Line]:
    """Lines that a model broke at a margin, put together where gaps part the paragraphs; items after a colon as (1), (2)."""
    gaps = any(not line.words for line in lines[1:-1])
    paragraphs_: list[Line] = []
    is_open, item = False, 0
    for line in lines:
        if not line.words:
            is_open = False
            continue
        item = item + 1 if line.item and (item or (paragraphs_ and paragraphs_[-1].words[-1] in ":-")) else 0
        if is_open and not line.item:
            paragraphs_[-1] = Line(f"{paragraphs_[-1].words} {line.words}", paragraphs_[-1].item)
        else:
            paragraphs_.append(Line(f"({item}) {line.words}" if item else line.words, line.item))
        is_open = gaps and line.words[-1] not in STOPS
    return paragraphs_


def _unquoted(text: str) -> str:
    """The text without one pair of quotation marks around all of it."""
    for before, after in ('""', "“”", "''", "‘’"):
        inner = text[1:-1]
        if text.startswith(before) and text.endswith(after) and before not in inner and after not in inner:
            return inner.strip()
    return text


def whole_sentences(prose: str) -> str:
    """What has come as far as its sentences have ended."""
    return prose[: max(prose.rfind("।"), prose.rfind(". "), prose.rfind("\n"), prose.rfind("?")) + 1].rstrip()


def whole_words(prose: str) -> str:
    """What has come without its last, perhaps unfinished word: half a Devanagari cluster flickers on the screen."""
    return prose[: max(prose.rfind(" "), prose.rfind("\n")) + 1].rstrip()
