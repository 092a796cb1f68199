"""Whether the text says what its form must: what is asked, proposed or decided, by whom, by when."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.checks.finding import Case, Spot, once
from assistant.checks.phrases import inside
from assistant.checks.wording import WORD, quoted, said, sentences, stem, stems
from assistant.facts.names import sounds
from assistant.forms.document import Line
from assistant.language.sentences import asked

FRAME = (
    "letterhead", "number", "date", "from", "through", "addressee", "reference", "salutation", "subscription", "signature",
    "enclosures", "copies", "chain", "flags", "file", "cc", "bcc", "unplaced",
)  # fmt: skip
"""Parts that say nothing of the matter itself."""

_I = re.compile(
    r"(?:(?<=\. )|(?<=[\n,;(] )|(?<=\n)|(?<=\b[a-z]{2} )|(?<=\b[a-z]{3} )|(?<=\b[a-z]{4} )|^)I(?= [a-z]{2,15}\b)"
)
"""The pronoun, not the numeral of Phase I or Grade-I."""
_VERB_OF_I = re.compile(
    "(?<![\u0900-\u0963])[\u0900-\u0963]{1,20}(?: (?:हूँ|हूं)(?![\u0900-\u0963])"
    "|(?:ूँ|ूं|ऊँ|ऊं)ग[ाी](?= ?(?:[।.,;:?!)\n]|$| (?:कि|और|तथा|एवं|जिस|जो|ताकि|तो)(?![\u0900-\u0963]))))"
)
"""A verb that says who speaks, as सौंपता हूँ and करूँगा do."""


def matters(case: Case) -> list[Line]:
    """The lines that speak of the matter."""
    return [line for line in case.document.lines if line.part not in FRAME]


def person_wrong(case: Case) -> Iterator[Spot]:
    """Somebody says I or we where the form is impersonal; or the form is personal and nobody does."""
    if case.form.file.person == "third":
        as_letter = case.has("salutation") and any(
            spec.id == "salutation" and spec.need != "never" for spec in case.norm.parts
        )
        for line in case.body:
            for start, end in sentences(case, line):
                directed = as_letter and said(case, "directed", start, end)
                excused = directed or (said(case, "may_say_i", start, end) and not _I_SAY.match(case.text, start, end))
                spot = None if excused else _first_person(case, start, end)
                if spot and not _NAMES_HIMSELF.match(case.text, spot.start):
                    # Magistrates and courts speak in a power of their own: an order may do so, and names who it is.
                    yield replace(spot, severity="hint") if said(case, "speaks_in_power") else spot
                    break
    elif case.form.file.person == "first":
        body = case.body
        stiff = [place for line in body for place in said(case, "impersonal", line.words, line.end)]
        if stiff and not quoted(case, stiff[0][0]):
            yield Spot(*stiff[0], values={"what": _PERSONAL})
        elif body and not any(said(case, "speaks_as_i", line.words, line.end) for line in body):
            long = next((line for line in body if len(case.words(line).split()) >= 12), None)
            if long:
                yield Spot(long.words, long.end, values={"what": _PERSONAL})


_NAMES_HIMSELF = re.compile(r"(?:मैं|I) ?,")


_I_SAY = re.compile(
    r"(?:(?!\b(?:said|says|stated|told|that)\b)[^.\n]){0,80}?\b(?:I|[Ww]e) (?:also |then |further |had )?(?:said|stated|told)\b"
    "|(?:(?!कहा|बताया|कथन|बयान| कि )[^।\n]){0,80}?(?:मैंने|हमने) [^।\n]{0,40}?(?:कहा|बताया)(?![\u0900-\u0963])"
)
"""The one who writes tells what he said himself, and nobody else's words."""


_IMPERSONAL = {
    "hi": "इस प्रकार का काग़ज़ अन्य पुरुष में लिखा जाता है",
    "en": "this kind of paper is written in the third person",
}
_PERSONAL = {
    "hi": "यह व्यक्तिगत पत्र उत्तम पुरुष (मैं, हम) में लिखा जाता है",
    "en": "this personal letter is written in the first person",
}


def _first_person(case: Case, start: int, end: int) -> Spot | None:
    found = [match.span() for pattern in (_I, _VERB_OF_I) for match in pattern.finditer(case.text, start, end)]
    for at, stop in said(case, "first_person", start, end):
        word, before = case.text[at:stop], case.text[max(start, at - 12) : at]
        capital = word.isascii() and word != word.lower() and (at > start + 1 or word == "US")  # Our Village: a name
        if not capital and not before.endswith(("श्रीमती ", "सुश्री ", "कुमारी ")):
            found.append((at, stop))
    found = [place for place in sorted(found) if not quoted(case, place[0])]
    return Spot(*found[0], values={"what": _IMPERSONAL}) if found else None


def no_request(case: Case) -> Iterator[Spot]:
    """The brief has a request that the paper doesn't make; or nothing says what the reader is to do, decide or know."""
    file = case.form.file
    if file.informs or file.proposes or not case.body:
        return
    asking = [place for _, place in _askings(case)]
    wanted = case.brief["request"] if case.brief else ""
    if wanted and _same_script(wanted, case.language):
        if _says(case, wanted):
            return
        if not asking or not _asks_for(case, asking, wanted):
            # Where it asks for something, it may be this in other words; what may be done besides, and by when, is no request.
            bare = [place for place in asking if not _WHEN_ONLY.match(case.text, *place)]
            begs = any(said(case, "begs", *place) for place in bare)
            unsure = begs or len(bare) > _BESIDES or (bare and _asks_for(case, bare, wanted))
            yield Spot(part=file.writes, values={"what": _NOT_ASKED}, severity="hint" if unsure else None)
    elif not asking and not _informs(case):
        spoken_to = any(_YOU.search(case.text, line.words, line.end) for line in case.body)
        yield Spot(part=file.writes, values={"what": _NOTHING}, severity="hint" if spoken_to else None)


_BESIDES = 2
"""So many sentences beside a request may ask for something of less weight."""
_WHEN_ONLY = re.compile(
    r"(?:यह |उक्त |वांछित |आवश्यक |समस्त |इस (?:संबंध|सम्बन्ध|विषय|बारे) में )*(?:कार्यवाही|कार्रवाई|कार्य|काम) [^।]{0,60}?(?:अपेक्षित|पूर्ण|पूरी|पूरा|की जा)"
    r"|(?:(?:the|this|necessary|further|required|kindly|please) )*(?:action|work|needful|this|it|matter)\b[^.]{0,40}?"
    r"\b(?:required|needed|wanted|expected|completed|done|taken|treated)\b",
    re.IGNORECASE,
)
"""How a sentence begins that says by when something is to be done, and not what."""


_YOU = re.compile(
    r"(?<![\u0900-\u0963])(?:आप|आपक[ाेी]|आपको|आपसे|आपने|(?:हो|रह|मिल|दे|कर|भेज)(?:ूँगा|ूँगी|ेगा|ेगी|ेंगे|एगा|एगी|एँगे|एंगे|गा|गी|ंगे))(?![\u0900-\u0963])"
    r"|\b(?:you|your|will|shall|may|should)\b",
    re.IGNORECASE,
)
"""Who is spoken to, or told what will be, may have been told something that we don't know for it."""


def _says(case: Case, wanted: str) -> bool:
    """Whether the text has what was to be asked in these very words: "those who wish to be examined may register"."""
    plain = _folded(wanted)
    words, text = plain.split(), case.text.lower().replace("\u093c", "")
    if len(words) < _TELLING or not all(word in text for word in words):
        return False
    return any(plain in _folded(case.words(line)) for line in case.body)


_TELLING = 4
"""Words of a request that can't stand in a text by chance."""


def _folded(words: str) -> str:
    return " ".join(WORD.findall(words.lower().replace("\u093c", "")))


_ASKS = ("application", "reminder")
"""Forms that always want something."""
_TO_DO = re.compile("ने (?:जाने )?(?:के संबंध में|के सम्बन्ध में|बाबत्?|हेतु|के लिए|विषयक|का अनुरोध)|^request ", re.IGNORECASE)


def _informs(case: Case) -> bool:
    """Whether the paper lets its reader know something; that it writes of what is to be done isn't enough."""
    told = [place for line in matters(case) for place in said(case, "informs", line.words, line.end)]
    told = [place for place in told if not said(case, "goes_along", *place)]
    if case.form.id in _ASKS:
        return False
    if any(_TO_DO.search(case.text, line.words, line.end) for line in case.lines("subject")):
        told = [place for place in told if not said(case, "only_writes", *place)]
    return bool(told)


_NOT_ASKED = {"hi": "जो काम माँगना था, वह पाठ में नहीं माँगा गया", "en": "what was to be asked isn't asked in the text"}
_NOTHING = {
    "hi": "पाठ से पता नहीं चलता कि पाने वाला क्या करे, क्या निर्णय ले या क्या जाने",
    "en": "the text doesn't say what the reader is to do, decide or know",
}


_SO_THAT = re.compile(",(?<=.{15},) ?(?:ताकि|जिससे|अन्यथा|क्योंकि) ")
"""Where a clause begins that only gives the reason of a request."""
_LEAD = re.compile(r"^(?:अत[ः:]|इसलिए|कृपया|कृपा करके?)\s*,?\s*(?:एव\s+)?(?:कि\s+)?")
"""What may stand before a request and doesn't make it one."""


@once
def _askings(case: Case) -> list[tuple[Line, tuple[int, int]]]:
    """The sentences of the matter that ask for something, each with its line."""
    return [(line, place) for line in matters(case) for place in _asking(case, line)]


@once
def _asked_places(case: Case) -> frozenset[tuple[int, int]]:
    return frozenset(place for _, place in _askings(case))


def _asking(case: Case, line: Line) -> Iterator[tuple[int, int]]:
    """The sentences of a line that ask for something; the reference at its head asks for nothing."""
    for start, end in sentences(case, line):
        words = _SO_THAT.split(case.text[start:end].strip(), maxsplit=1)[0]
        asks = (
            _asks(case, start, end)
            or words.endswith("?")
            or (
                case.language == "hi"
                and len(words) < 1000
                and not _REMAINED.search(words)
                and asked(_LEAD.sub("", words), "hi")[0] == "clause"
            )
        )
        if asks and not (_refers(case, start, end) or said(case, "was_asked", start, end) or _states(case, start, end)):
            yield start, end


_REMAINED = re.compile("(?:नहीं|न|ही|गए|गये|हो|बने|शेष|बाकी) रहे ?[।.]?$")
"""A past that looks like a wish: "के डीप फ्रीजर अब मरम्मत योग्य नहीं रहे"."""


def _asks(case: Case, start: int, end: int) -> bool:
    """Whether a sentence has words that ask; who is directed to say something isn't asked."""
    written = said(case, "only_writes", start, end)
    return any(not inside(at, written) for at, _ in said(case, "asks", start, end))


_SEES = re.compile("(?: (?:ग्रहण|करने|लेने|का|की|कष्ट|कृपा|करें|करे|लें|होने|हो))* ?")


def _refers(case: Case, start: int, end: int) -> bool:
    """Whether a sentence only asks to look at an earlier paper, and for nothing after that."""
    places = said(case, "refers", start, end)
    on = _GOES_ON.search(case.text, places[-1][1], end) if places else None
    if not places or (on and said(case, "asks", on.start(), end)):
        return False
    after = _SEES.match(case.text, places[-1][1], end)
    return len(said(case, "asks", start, end)) <= 2 or not said(case, "asks", after.end() if after else end, end)


_GOES_ON = re.compile(
    r"कहने का निदे[शर]|निर्देश हुआ है कि|(?:और|तथा|एवं|व) (?:आप(?:से|को) |यह )?(?:अनुरोध|निवेदन|आग्रह|प्रार्थना|लेख)"
    r"|\b(?:(?:and|am directed|are directed) to (?:say|state|request|inform)|and (?:would |also |hereby |to )*request)\b"
)
"""Where a sentence that begins with a reference goes on to its matter: "… की ओर ध्यान आकर्षित करने और यह कहने का निदेश हुआ है कि"."""
_PRAYS = re.compile("(?:निवेदन|प्रार्थना|अनुरोध) है कि")
_IS = re.compile("(?:है|हैं|हूँ|हूं|था|थे|थी|थीं|गया|गयी|गई|गए|गये|हुआ|हुई|हुए|चुका|चुकी|चुके) ?[।.]?$")


def _states(case: Case, start: int, end: int) -> bool:
    """Whether a sentence begins as a prayer and then only tells: "निवेदन है कि कक्ष की छत टपकती है"."""
    return (
        bool(_PRAYS.search(case.text, start, end) and _IS.search(case.text[start:end]))
        and len(said(case, "asks", start, end)) == 1
    )


def _same_script(words: str, language: str) -> bool:
    hindi = len(re.findall("[\u0904-\u0939]", words)) > len(re.findall("[A-Za-z]", words))
    return hindi == (language == "hi")


def _asks_for(case: Case, asking: list[tuple[int, int]], wanted: str) -> bool:
    """Whether the asking sentences, each with the one before it, speak of what was wanted. One word in four is enough: they may be other
    words. What is to be done only if something happens isn't meant."""
    words = {word for word in stems(_SHORTENED.sub(" ", wanted)) if len(word) > 1}
    if not words:
        return True
    points, in_words = _points(case), {word for word in words if not word[0].isdigit()}
    told: set[str] = set()
    asked_for: set[str] = set()
    heard: set[str] = set()
    for start, end in asking:
        own = stems(case.text[start:end])
        begs = said(case, "begs", start, end)
        if not begs and _IN_CASE.match(case.text, start, end):
            continue
        if (
            not begs
            and 2 * len(in_words & own) < len(in_words)
            and any(
                2 * len(point & own) >= len(point) and len(point & own) * len(words) > len(words & own) * len(point)
                for point in points
            )
        ):
            continue  # what was to be told, not what was to be asked
        first, _ = case.sentence(max(0, start - 2))
        told |= {stem(word) for word in WORD.findall(case.text[first:end].lower())}
        heard |= {sounds(word.lower()) for word in _OTHER[case.language].findall(case.text[first:end])}
        asked_for |= own if begs else set()
    said_so = [word for word in words if word in told or _is_heard(word, heard)]
    own_words = [word for word in words if word in asked_for or _is_heard(word, heard)]
    return 4 * len(said_so) > len(words) or 4 * len(own_words) >= len(words)


def _is_heard(word: str, heard: set[str]) -> bool:
    sound = sounds(word) if heard else ""
    return len(sound) >= _HEARD and any(one.startswith(sound) for one in heard)


_HEARD = 3
"""Consonants by which a word is known in the other script: Vitamin is विटामिन."""
_SHORTENED = re.compile("(?:[\u0904-\u0963]{1,4}\\.|[A-Za-z]\\.){2,8}")
"""An abbreviation, which may stand in the other script or without its dots: ओ.आर.एस. is ORS."""
_OTHER = {"hi": re.compile("[A-Za-z]{3,40}"), "en": re.compile("[\u0904-\u0963]{3,40}")}
"""Words of the other script: they are known by their sound."""


def _points(case: Case) -> list[set[str]]:
    """What the brief wants told, point by point."""
    told = getattr(case.brief.facts, "points", ()) if case.brief else ()
    return [of_point for point in told if len(of_point := stems(str(point))) > 2]


def hurried(case: Case) -> Iterator[Spot]:
    """Where it asks for something soon and names no day."""
    file = case.form.file
    quiet = (file.informs or file.proposes) and not _to_others(case)
    if quiet and not (case.brief and case.brief["deadline"]):
        return
    if not said(case, "haste"):
        return
    own = {line.start for line in case.body}  # what the text asks says more than a subject's "urgent"
    lines = sorted(matters(case), key=lambda line: (line.start not in own, line.start))
    asking = [(line, *place) for line in lines for place in _wanting(case, line)]
    for line, start, end in asking:
        haste = _haste(case, start, end)
        if not haste or dated(case, start, _next(case, line, end)) or _on_day(case, start, end):
            continue
        # The date may stand in a sentence of its own, further down: "this is wanted by …". Another paragraph may ask for something else.
        anywhere = _IN_CASE.match(case.text, line.start, end)
        below = [(first, last) for one, first, last in asking if first > start and (anywhere or one is line)]
        if not any(dated(case, *place) for place in below):
            yield Spot(*haste[0], values={"word": case.text[slice(*haste[0])]})
            return


def _haste(case: Case, start: int, end: int) -> list[tuple[int, int]]:
    """Where a sentence says soon, and not since when something holds."""
    effect = said(case, "haste_of_effect", start, end) + _why_nots(case, start, end)
    return [
        (at, stop) for at, stop in said(case, "haste", start, end) if not inside(at, effect) and not quoted(case, at)
    ]


_CLAUSE = re.compile(r"[,;]| कि ")


def _why_nots(case: Case, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a sentence that ask why something should not be done: what is to be done at once there isn't what is asked for."""
    cuts = [start, *(cut.start() for cut in _CLAUSE.finditer(case.text, start, end)), end]
    return [
        (
            at if case.text[at].isascii() else max(cut for cut in cuts if cut <= at),
            min(cut for cut in cuts if cut >= at),
        )
        for at, _ in said(case, "why_not", start, end)
    ]


_IN_CASE = re.compile(r"\(|(?:[0-9]{1,2}[.)-] ?)?(?:यदि|जहाँ|जहां|जब |where\b|if\b|when\b|in case\b)", re.IGNORECASE)
"""How an item of a list begins, or what is to be done only where it happens."""


def _to_others(case: Case) -> bool:
    """Whether a note goes to another department, which it asks for something."""
    return any(spec.id == "addressee" and spec.need == "required" for spec in case.norm.parts)


def _wanting(case: Case, line: Line) -> Iterator[tuple[int, int]]:
    """The sentences of a line that ask for something, and each that follows such a one: "I hope that this can be done soon"."""
    before = False
    for place in sentences(case, line):
        asks = place in _asked_places(case)
        if asks or before:
            yield place
        before = asks


def _on_day(case: Case, start: int, end: int) -> bool:
    """Whether the sentence names a day; figures may be wanted "as on" one."""
    return any(not case.text.endswith(("as ", "की स्थिति में "), start, at) for at, _ in said(case, "on_day", start, end))


def _next(case: Case, line: Line, end: int) -> int:
    """Where the sentence after a sentence ends, in the same paragraph."""
    return min(line.end, case.sentence(end + 1)[1]) if end + 1 < line.end else end


_REASON = re.compile(r"(?<![\u0900-\u0963])(?:ताकि|जिससे) |\b(?:so that|in order that)\b", re.IGNORECASE)


_FIGURES_TO = re.compile(" (?:की|का|के)(?![\u0900-\u0963])(?! (?:लिए|पूर्व|पहले|भीतर|अंदर|दौरान))")
"""After "तक": what is wanted goes up to that day, and isn't wanted by then."""


def dated(case: Case, start: int, end: int) -> bool:
    """Whether it is said between two places by when; what is to come about before an event tells only what it is for."""
    still = said(case, "still", start, end)
    reason = _REASON.search(case.text, start, end)
    return any(
        not inside(at, still)
        and not _FIGURES_TO.match(case.text, stop, end)
        and not (reason and at > reason.start() and not re.search("[0-9]", case.text[at:stop]))
        for at, stop in said(case, "by_when", start, end)
    )


CHECKS = {
    "form.person-wrong": person_wrong,
    "form.no-request": no_request,
}
