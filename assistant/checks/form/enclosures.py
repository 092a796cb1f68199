"""Whether what goes along with a paper is listed, and what is listed is spoken of."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from assistant.checks.finding import Case, Spot
from assistant.checks.form.things import BRACKETED, is_kind, named_things, telling
from assistant.checks.given import is_hindi
from assistant.checks.wording import Place, listed, quoted, said, sentences
from assistant.forms.document import Line

_GOING = "go(?:es)?|going|comes?|coming|travels?|travelling"
_CARRIED = f"{_GOING}|sent|forwarded|supplied|furnished|placed"
_PAPER = r"(?:letter|e-?mail|mail|memorandum|note|notice|circular|report|reply|application|endorsement)\b(?!['’])"
_ENCLOSED = re.compile(
    "(?<![\u0900-\u0963])(?:संलग्न(?!ी|क का)[\u0900-\u0963]{0,3}|नत्थी(?![\u0900-\u0963]))"
    "(?! ?(?:करें|करे|कर (?!भेज|प्रेषित)|करते|करना|करने|कराएँ|कराएं|करावें|किया(?! जा रहा)|किये(?! जा रहे)|किए(?! जा रहे)|की जा(?! रही)|की गई थी|"
    "हो|होना|होने|नहीं|न |रह|अधिकारी|कर्मचारी|कार्यालय|संस्था|भूमि|शिक्षक|भवन में|भवन के))"
    "|परिशिष्ट ?[-–]? ?[0-9अ-ग'‘]{1,3} (?:पर|में|के रूप में) |"
    "(?:(?:(?<!के )(?<!एक )(?<!-)|(?<=इसके )|(?<=इस पत्र के )|(?<=इस मेल के )|(?<=इस ई-मेल के )|(?<=इस टीप के ))साथ(?: में| ही| भी)?"
    "(?: (?:भेज|लगा|रख|जोड़|लग|जा)(?:ी|ा|े|ई|ए|या)?| प्रेषित(?: की| किया| किए)?| (?:दी|दिया|दिए)(?= जा))?|सहपत्रित)"
    " (?:जा रही |जा रहा |जा रहे |रही |रहा |रहे |गई |गयी |गया |गए |हुई |हुआ |हुए )?(?:हैं?(?![\u0900-\u0963])"
    "|(?<=रहे |रहा |रही )(?:परिशिष्ट|सूची|प्रपत्र|प्रारूप|नमूने)(?: ?[-–] ?[0-9]{1,2})?)"
    r"|\b(?:I|we) (?:am |are )?(?:also )?enclos(?:e|ing)\b(?! no)"
    rf"|\b(?:accompan(?:y|ies) this|(?:{_CARRIED})(?: over| out| up| in)?(?: along| together)? with (?:this|the present) ?(?:[.;,]|{_PAPER})"
    rf"|(?:{_GOING}|(?:is|are|being) (?:sent|forwarded|supplied|furnished|placed))(?: along)? with the {_PAPER}"
    rf"|(?:{_GOING}) along(?:(?= ?[.;,]|$)| with (?:this|it)\b)|this {_PAPER} (?:also )?carries"
    rf"|(?:pinned|clipped|stapled|tagged|fastened) (?:to|with|behind|below) (?:this|it\b)|{_PAPER} has with it)"
    r"|\b(?:is|are) appended|\b(?:at|in|as) Annexure"
    r"|\b(?:see|find|in|as|per|the|this) (?:the |an |this )?attachments?\b|\b(?:enclosed|enclosures?|encl|attached|annexed|herewith)\b"
    r"(?! (?:(?:to|with)(?! th(?:is|e) (?:letter|notice|note|order|circular|report|memorandum|reply|mail|e-mail|minutes)\b| these minutes\b)|"
    r"office|offices|officers?|staff|(?:and|or|&) subordinate|of|"
    r"department|property|land|teachers?|employees?|doctors?|persons?|vehicles?|schools?|were|was|had"
    r"|in (?!annex|original|duplicate|triplicate|the (?:form|format)|form))\b)",
    re.IGNORECASE,
)
_SPOKEN_OF = (
    "संलग्न",
    "नत्थी",
    "परिशिष्ट",
    "साथ",
    "सहपत्र",
    "accompan",
    "with th",
    " along",
    "carries",
    "ned to",
    "ped to",
    "has with",
    "append",
    "annex",
    "attach",
    "encl",
    "herewith",
)
"""One of these is in all that the pattern finds, and in few lines."""
_NOT_OURS = re.compile(
    r"(?:आपके|आपकी|उनके पत्र|उनके आवेदन|उनके ई-मेल|संदर्भित|प्राप्त|पूर्व में)[^।\n]{0,60}$"
    r"|(?:से|पर|(?<!पृष्ठों )(?<!पृष्ठ )(?<!साथ )(?<!प्रतियों )(?<!प्रति )(?<!रूप )(?<!प्रपत्र )में) $"
    r"|(?<!इस )(?<![\u0900-\u0963])(?:प्रस्ताव|पत्र|आवेदन|प्रतिवेदन|शिकायत|आख्या|देयक|याचिका|प्रकरण) के साथ $"
    r"|\b(?:your|their) (?:[\w-]+ ){0,3}?(?:letter|e-?mail|mail|application|note|memorandum|report|reply|proposal)\b[^.\n]{0,40}$"
    r"|\b(?:to be|must be|should be|not|be|may be|please find no|without|no|were|was) $",
    re.IGNORECASE,
)
"""Before the word: it speaks of somebody else's enclosure, of one that is asked for, or of land and staff."""


_OPENED = re.compile(
    r"[^।.\n]{0,60}?(?:खोल|डाउनलोड|क्लिक|\b(?:open(?:ed|ing)?|click(?:ed|ing)?|download(?:ed|ing)?)\b)", re.IGNORECASE
)
"""After the word: what was or wasn't opened came with somebody's mail."""


def enclosure_mismatch(case: Case) -> Iterator[Spot]:
    """The text speaks of an enclosure that isn't listed, or one is listed that nothing speaks of."""
    need = next((spec.need for spec in case.norm.parts if spec.id == "enclosures"), "never")
    if need == "never":
        return
    lines = case.lines("enclosures")
    nil = set(listed("nil"))
    listed_lines = [line for line in lines if (words := case.words(line).strip(" ।.-–:").lower()) and words not in nil]
    spoken = list(_enclosed(case))
    sent_along = case.form.file.file == ".eml" and not case.expect  # what is attached to a mail isn't in its text
    if spoken and not listed_lines:
        place = (
            (lines[0].start, lines[-1].end) if lines else spoken[0]
        )  # a list that says there is none is wrong itself
        what = {
            "hi": "पाठ में उसकी बात है, पर नीचे कोई संलग्नक नहीं लिखा है",
            "en": "the text speaks of one, but none is listed below",
        }
        yield Spot(*place, values={"what": what}, severity="hint" if sent_along or case.form.file.decides else None)
    elif listed_lines and not spoken and need != "required" and not _goes_along(case, listed_lines):
        items = _items(case, listed_lines)
        odd = [item for item in items if not _in_a_sentence(case, case.text[slice(*item)])]
        if len(odd) == len(items):
            # What a leave is wanted for has its proof along: a wedding's invitation, where the text speaks of the wedding.
            told = (
                {word for line in case.body for word in telling(case.words(line))}
                if "leave" in case.form.fields
                else set()
            )
            proves = any(word in told for item in items for word in telling(case.text[slice(*item)]))
            yield Spot(lines[0].start, lines[-1].end, values=_UNSPOKEN, severity="hint" if proves else None)
        elif 2 * len(odd) <= len(items):
            # The text names the rest, though it doesn't say that it goes along.
            yield from (Spot(*item, values=_UNSPOKEN, severity="hint") for item in odd)
    elif listed_lines and spoken:
        # Both speak of something: they may name it in other words.
        yield from (replace(spot, severity="hint") for spot in _item_by_item(case, _items(case, listed_lines), spoken))


_UNSPOKEN = {"what": {"hi": "पाठ में उसकी बात नहीं है", "en": "the text doesn't speak of it"}}
_UNLISTED = {"what": {"hi": "यह सूची में नहीं है", "en": "it isn't in the list"}}
_GENERAL = re.compile(
    r"उपर्युक्त|उपरोक्त|यथोपरि|निम्न|अभिलेख|दस्तावेज|सहपत्र|संलग्नक|आवश्यक|प्रमाण(?![ -]?पत्र)|documents?|papers|enclosures|as above|following|"
    r"records|annexures?",
    re.IGNORECASE,
)
"""Words by which a text speaks of all that goes along without naming it."""
_MOST = 40
"""More things than this aren't compared: it is a register, and no list of enclosures."""
_ITEMS = re.compile(
    r"(?:^|(?<=[\s।.;:-]))(?:\(?[0-9]{1,2}[.)](?:\s(?=[^\W\d])|(?=[A-Z\u0900-\u0963]))|[0-9]{1,2}[-–]\s(?=[^\W\d]))"
)


def _items(case: Case, lines: list[Line]) -> list[Place]:
    """Each thing of the list: a line, or what stands after a number in one."""
    items: list[Place] = []
    for line in lines:
        marks = [match.span() for match in _ITEMS.finditer(case.text, line.words, line.end)]
        starts, ends = [line.words, *(end for _, end in marks)], [*(start for start, _ in marks), line.end]
        for start, end in zip(starts, ends, strict=True):
            items += _side_by_side(case.text, start, end)
    return items


def _side_by_side(text: str, start: int, end: int) -> list[Place]:
    """The things that stand in one line with commas between them, where each names a paper: else the line is one thing."""
    bare = BRACKETED.sub(lambda match: " " * len(match[0]), text[start:end])
    cuts = [-1, *(match.start() for match in re.finditer("[,;]", bare)), end - start]
    pieces = [(start + first + 1, start + last) for first, last in pairwise(cuts)]
    kinds = [any(map(is_kind, telling(text[slice(*piece)]))) for piece in pieces]
    places = []
    for first, last in pieces if len(pieces) > 1 and all(kinds) else [(start, end)]:
        words = text[first:last].rstrip(" ।.,;")
        if words.strip():
            places.append((first + len(words) - len(words.lstrip()), first + len(words)))
    return places


def _item_by_item(case: Case, items: list[Place], spoken: list[Place]) -> Iterator[Spot]:
    """What is listed and nowhere named, where the rest is; and what is said to go along and is nothing of the list.

    Of a thing that stands in the list in place of another the listed one is told.
    """
    if any(_GENERAL.search(case.text, *case.sentence(start)) for start, _ in spoken):
        return
    if len(items) > _MOST or any(
        _GENERAL.search(case.text, *item) or not telling(case.text[slice(*item)]) for item in items
    ):
        return
    things = [thing for at in spoken[:_MOST] for thing in named_things(case.text, at, case.sentence(at[0]))]
    meant = [_meant(case.text, thing, items) for thing in things]
    if len(things) > len(items):
        meant = [_only(case.text, n, things, meant) for n in range(len(things))]
    odd = [item for item in items if item not in meant]
    if odd and (any(meant) or not things):
        parts = [line for line in case.document.lines if line.part in (case.form.file.writes, "subject", "reference")]
        told = {word for line in parts for word in telling(case.words(line))}
        odd = [item for item in odd if not _named(case.text[slice(*item)], told)]
    if odd and (2 * len(odd) <= len(items) or (things and not any(meant))):  # one in place of another: the listed one
        yield from (Spot(*item, values=_UNSPOKEN) for item in odd)
    else:
        yield from (Spot(*thing, values=_UNLISTED) for thing, item in zip(things, meant, strict=True) if not item)


_MANY = 3
"""More words than these tell a thing even where a text calls its kind otherwise."""


def _named(item: str, told: set[str]) -> bool:
    """Whether a text names a thing of the list: most of its words, and what kind of paper it is."""
    words = telling(item)
    kinds = [word for word in words if is_kind(word)]
    if kinds and not any(_in_some_form(word, told) for word in kinds):
        return sum(_in_some_form(word, told) for word in words) > _MANY
    return 2 * sum(_in_some_form(word, told) for word in words) > len(words)


def _only(text: str, n: int, things: list[Place], meant: list[Place | None]) -> Place | None:
    """The thing of the list that one of more things means; none where another one names it, and this is only of the same kind."""
    item = meant[n]
    rivals = [thing for at, thing in enumerate(things) if at != n and meant[at] == item]
    if not item or not rivals:
        return item
    listed_words = set(telling(text[slice(*item)]))
    if sum(map(is_kind, listed_words)) > 1:
        return item  # one line names several things

    def names(thing: Place) -> int:
        return sum(not is_kind(word) and _in_some_form(word, listed_words) for word in telling(text[slice(*thing)]))

    own = [word for word in telling(text[slice(*things[n])]) if not is_kind(word)]
    return item if names(things[n]) or not own or not any(map(names, rivals)) else None


def _meant(text: str, thing: Place, items: list[Place]) -> Place | None:
    """The thing of the list that is said to go along: the one that shares most words that tell papers from each other."""
    words = telling(text[slice(*thing)])
    foreign = is_hindi(text[slice(*thing)]) != is_hindi(text[slice(*items[0])])
    if not words or foreign:
        return items[0]
    shared = [sum(_in_some_form(word, set(telling(text[slice(*item)]))) for word in words) for item in items]
    return items[shared.index(max(shared))] if any(shared) else None


_ANNEX = re.compile(r"(?:परिशिष्ट|अनुलग्नक|Annexure|Annex|Appendix)\b", re.IGNORECASE)


def _enclosed(case: Case) -> Iterator[tuple[int, int]]:
    """Where the text says that something of its own goes with it. An annexure that stands below in the paper itself goes along with none."""
    within = any(
        _ANNEX.match(case.text, line.start, line.end)
        for line in case.document.lines
        if line.part != "enclosures" or line.words >= line.end
    )
    for line in case.body:
        words = case.words(line).lower()
        if not any(one in words for one in _SPOKEN_OF):
            continue
        for match in _ENCLOSED.finditer(case.text, line.words, line.end):
            before = case.text[max(line.words, match.start() - 80) : match.start()]
            opened = _OPENED.match(case.text, match.end(), line.end)
            inside = within and _ANNEX.search(case.text, *match.span())
            if not opened and not inside and not _NOT_OURS.search(before) and not quoted(case, match.start()):
                yield match.span()


def _goes_along(case: Case, lines: list[Line]) -> bool:
    """Whether the text says in other words that something comes with it, or what is listed goes with every paper of its kind."""
    parts = [line for line in case.document.lines if line.part not in ("enclosures", "copies", "letterhead")]
    if any(said(case, "goes_with", line.words, line.end) for line in parts):
        return True
    if case.form.file.informs and any(said(case, "evidence", line.words, line.end) for line in lines):
        return True  # what belongs to every enquiry's report
    if "leave" in case.form.fields and all(said(case, "medical", line.words, line.end) for line in lines):
        return any(said(case, "ill", line.words, line.end) for line in case.body)
    return False


def _in_a_sentence(case: Case, item: str) -> bool:
    """Whether a sentence of the text names a thing of the list."""
    told = (
        set(telling(case.text[start:end], bracketed=True)) for line in case.body for start, end in sentences(case, line)
    )
    return bool(telling(item)) and any(_named(item, sentence) for sentence in told)


def _in_some_form(word: str, told: set[str]) -> bool:
    """Whether a word or a bent form of it is among those told."""
    stem = word[: max(3, len(word) - 2)]
    most = 1 if word.isascii() else 2
    return any(other.startswith(stem) and abs(len(other) - len(word)) <= most for other in told)


CHECKS = {"form.enclosure-mismatch": enclosure_mismatch}
