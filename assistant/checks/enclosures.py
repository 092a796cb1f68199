"""Whether what goes along with a paper is listed, and what is listed is spoken of."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case, Spot
from assistant.checks.wording import listed, quoted, said, sentences
from assistant.forms.document import Line

_WORD = re.compile("[A-Za-z0-9\u0900-\u0963\u0966-\u097f][A-Za-z0-9\u0900-\u0963\u0966-\u097f./'’-]*")

_ENCLOSED = re.compile(
    "(?<![\u0900-\u0963])संलग्न(?!ी|क का)[\u0900-\u0963]{0,3}"
    "(?! ?(?:करें|करे|कर |करते|करना|करने|कराएँ|कराएं|करावें|किया|किये|किए|की जा|की गई थी|"
    "हो|होना|होने|नहीं|न |रह|अधिकारी|कर्मचारी|कार्यालय|संस्था|भूमि|शिक्षक|भवन में|भवन के))"
    "|(?<![\u0900-\u0963])नत्थी है|परिशिष्ट ?[-–]? ?[0-9कखग'‘]{1,3} (?:पर|में|के रूप में) |"
    "(?:साथ भेजी|सहपत्रित|साथ में) (?:जा रही |जा रहा |जा रहे )?हैं?(?![\u0900-\u0963])"
    r"|\baccompan(?:y|ies) this|\b(?:is|are) appended|\b(?:at|in|as) Annexure"
    r"|\b(?:see|find|in|as|per|the|this) (?:the |an |this )?attachments?\b|\b(?:enclosed|enclosures?|encl|attached|annexed|herewith)\b"
    r"(?! (?:to|with|office|offices|officer|staff|of|department|property|land)\b)",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"(?:आपके|आपकी|उनके|उनकी|संदर्भित|प्राप्त|पूर्व में)[^।\n]{0,60}$|(?:से|पर|में) $"
    r"|\b(?:your|their)\b[^.\n]{0,50}$|\b(?:to be|must be|should be|not|be|may be|please find no|without|no|were|was) $",
    re.IGNORECASE,
)
"""Before the word: it speaks of somebody else's enclosure, of one that is asked for, or of land and staff."""


_OPENED = re.compile(
    r"[^।.\n]{0,60}?(?:खोल|डाउनलोड|क्लिक|\b(?:open(?:ed|ing)?|click(?:ed|ing)?|download(?:ed|ing)?)\b)", re.IGNORECASE
)
"""After the word: what was or wasn't opened came with somebody's mail."""


def enclosure_mismatch(case: Case) -> Iterator[Spot]:
    """The text speaks of an enclosure that isn't listed, or one is listed that nothing speaks of."""
    if not any(spec.id == "enclosures" and spec.need != "never" for spec in case.norm.parts):
        return
    lines = case.lines("enclosures")
    nil = set(listed("nil"))
    listed_lines = [line for line in lines if (words := case.words(line).strip(" ।.-–:").lower()) and words not in nil]
    spoken = next(_enclosed(case), None)
    sent_along = case.form.file.file == ".eml" and case.brief is None  # what is attached to a mail isn't in its text
    if spoken and not listed_lines and not sent_along:
        yield Spot(*spoken, values={"what": {"hi": "सूची में कोई संलग्नक नहीं है", "en": "none is listed"}})
    elif listed_lines and not spoken and not _goes_along(case, listed_lines):
        what = {"hi": "पाठ में उसकी बात नहीं है", "en": "the text doesn't speak of it"}
        yield Spot(lines[0].start, lines[-1].end, values={"what": what})
    elif listed_lines and spoken and (odd := _unspoken(case, listed_lines)):
        what = {"hi": "पाठ में उसकी बात नहीं है", "en": "the text doesn't speak of it"}
        yield Spot(*odd, values={"what": what})


_GENERAL = re.compile(
    r"उपर्युक्त|उपरोक्त|यथोपरि|निम्न|अभिलेख|दस्तावेज|सहपत्र|संलग्नक|आवश्यक|प्रमाण|documents?|papers|enclosures|as above|following|records|annexures?",
    re.IGNORECASE,
)
"""Words by which a text speaks of all that goes along without naming it."""
_ITEMS = re.compile(r"(?:^|(?<=[\s।.;:-]))\(?[0-9]{1,2}[.)]\s?(?=[^\W\d])")


def _unspoken(case: Case, lines: list[Line]) -> tuple[int, int] | None:
    """The one listed thing that the text doesn't name, where it names all others."""
    items = []
    for line in lines:
        cuts = [match.end() for match in _ITEMS.finditer(case.text, line.words, line.end)] or [line.words]
        items += list(zip(cuts, [*cuts[1:], line.end], strict=True))
    if len(items) < 2 or any(_GENERAL.search(case.text, *case.sentence(start)) for start, _ in _enclosed(case)):
        return None
    told = {word.lower() for line in case.body for word in _WORD.findall(case.words(line))}
    odd = [place for place in items if not _named(case, place, told)]
    return odd[0] if len(odd) == 1 else None


def _named(case: Case, place: tuple[int, int], told: set[str]) -> bool:
    words = [word.lower() for word in _WORD.findall(_BRACKETED.sub(" ", case.text[slice(*place)])) if len(word) > 2]
    words = [word for word in words if word not in _SMALL and not word.rstrip(".").isdigit()]
    return not words or 2 * sum(_in_some_form(word, told) for word in words) > len(words)


def _enclosed(case: Case) -> Iterator[tuple[int, int]]:
    """Where the text says that something of its own goes with it."""
    for line in case.body:
        for match in _ENCLOSED.finditer(case.text, line.words, line.end):
            before = case.text[max(line.words, match.start() - 80) : match.start()]
            opened = _OPENED.match(case.text, match.end(), line.end)
            if not opened and not _NOT_OURS.search(before) and not quoted(case, match.start()):
                yield match.span()


_BRACKETED = re.compile(r"\([^()\n]{0,100}\)")  # (मूलतः, 14 पृष्ठ)


_SMALL = frozenset(
    "में एवं तथा और का की के से प्रति प्रतियाँ छायाप्रति छाया सत्यापित प्रमाणित the and for with from copy copies photocopy attested certified".split()
)


def _goes_along(case: Case, lines: list[Line]) -> bool:
    """Whether the text speaks of what is listed in other words: it names it, or says that something comes with it."""
    parts = [
        line for line in case.document.lines if line.part not in ("enclosures", "copies", "letterhead", "addressee")
    ]
    if any(said(case, "goes_with", line.words, line.end) for line in parts):
        return True
    told = [
        {word.lower() for word in _WORD.findall(case.text[start:end])}
        for line in case.body
        for start, end in sentences(case, line)
    ]
    names = [_BRACKETED.sub(" ", case.words(line)) for line in lines]
    words = [[word.lower() for word in _WORD.findall(name) if len(word) > 2 and word not in _SMALL] for name in names]
    return any(
        each and 2 * sum(_in_some_form(word, sentence) for word in each) > len(each)
        for each in words
        for sentence in told
    )


def _in_some_form(word: str, told: set[str]) -> bool:
    """Whether a word or a bent form of it is among those told."""
    stem = word[: max(3, len(word) - 2)]
    return any(other.startswith(stem) and abs(len(other) - len(word)) <= 2 for other in told)


CHECKS = {"form.enclosure-mismatch": enclosure_mismatch}
