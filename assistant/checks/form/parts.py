"""Whether the paper has the parts of its form, and none that the form never has."""

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.checks.finding import PARAGRAPH, Case, Spot, words
from assistant.checks.form.heads import greeted, stray_heads
from assistant.checks.form.signing import (
    addressed_below,
    by_office,
    closing,
    gives_news,
    may_be_addressed,
    numbered_below,
    own_office,
    signed_above,
    signs_copies,
)
from assistant.checks.form.within import strays
from assistant.forms.document import Line
from assistant.forms.form import PartSpec
from assistant.forms.labels import BRANCH, labels
from assistant.forms.reader.sheet import CONTACT
from assistant.forms.template import BLANK

HOLDS = re.compile("[A-Za-z0-9\u0904-\u0939\u0958-\u0961]")
_ONLY_LABEL = re.compile(r"(?:प्रति|सेवा में|प्रेषक|to|from)[\s,:ः.–-]{0,6}", re.IGNORECASE)
_PLACELESS = ("letterhead", "unplaced")
_BELOW = ("signature", "closing", "subscription", "chain")
_BY_PLACE = ("letterhead", "address", "title", "salutation", *_BELOW)
"""Looks of parts that have no label, so that a line which could not be placed may be one of them; the first four stand below the text."""


def part_missing(case: Case) -> Iterator[Spot]:
    """A part that the form requires isn't there, or only its blank is. What is filled at issue may stay blank."""
    strayed = {id for id, _ in stray_heads(case)} | {"signature" for _ in signed_above(case)}
    addressed = addressed_below(case)
    for spec in case.norm.parts:
        if spec.look == "chain" and spec.need == "usual" and _nobody_below(case):
            yield Spot(part=spec.id, values=_told(case, spec, "on-paper"), severity="hint")
        if spec.need in ("usual", "optional") and spec.id not in strayed and _left_out(case, spec):
            yield Spot(part=spec.id, values=_told(case, spec, "unsure"), severity="hint")
        if spec.need in ("usual", "optional") and spec.look == "paragraph":
            # Once it is there, it says all of what it is for.
            room = _blank(case, lines_of(case, spec.id)) if BLANK in case.text else None
            if room is not None and not spec.at_issue:
                yield Spot(room, room + len(BLANK), spec.id, values=_told(case, spec, "needed"))
        if spec.need != "required" or spec.id in strayed:
            continue
        values = _told(case, spec, "at-issue" if _given_later(case, spec) else "needed")
        lines = lines_of(case, spec.id)
        if spec.id == "signature" and (signs_copies(case) or addressed):
            lines = []
        elif spec.id == "addressee":
            lines = addressed if not lines or own_office(case, lines) else lines
        blank = _blank(case, lines)
        if blank is not None and not spec.at_issue:
            yield Spot(blank, blank + len(BLANK), spec.id, values=values)
        elif not lines:
            if not (spec.id == case.form.file.writes and text_of(case)) and not _said_there(case, spec):
                unsure = _may_be_unplaced(case, spec) or _said_otherwise(case, spec) or _may_stand(case, spec.id)
                unsure = unsure and not _untold(case, spec)
                told = _told(case, spec, "unsure") if unsure else values
                yield Spot(part=spec.id, values=told, severity="hint" if unsure else None)
        elif not spec.at_issue and not any(_holds(case.words(line)) for line in lines):
            yield Spot(lines[0].start, lines[-1].end, spec.id, values=values)


def _told(case: Case, spec: PartSpec, why: str) -> dict[str, dict[str, str]]:
    """A part's name, and what is told of its want."""
    so: dict[str, str] = words("form.part-missing")["so"][why]
    name = named(case, spec)["name"]
    return {"name": name, "so": {one: told.format(name=name[one], blank=BLANK) for one, told in so.items()}}


def _given_later(case: Case, spec: PartSpec) -> bool:
    """Whether it is a number or a day that the paper gets when it goes out: the brief has none, and none is to be made up."""
    return spec.at_issue and spec.field in ("number", "date") and not (case.brief and case.brief[spec.field])


def _untold(case: Case, spec: PartSpec) -> bool:
    """Whether the facts have the paper's own day or who signs it, and no line of the paper has that."""
    told = case.brief[spec.field] if case.brief and spec.id in ("date", "signature") else None
    if spec.id == "date":
        return bool(told) and not any(found.kind == "date" and found.value == told for found in case.found)
    return told is not None and not any(one and one in case.text for one in (told.name, told.designation))


def _left_out(case: Case, spec: PartSpec) -> bool:
    """Whether the facts name people for a part that may be left out, and neither it nor any of them stands in the paper: through whom
    it goes."""
    field = case.form.fields.get(spec.field or "")
    if not case.brief or not field or field.kind != "people" or lines_of(case, spec.id):
        return False
    people = case.brief[spec.field]
    return bool(people) and not any((one.name or one.designation) in case.text for one in people)


def _nobody_below(case: Case) -> bool:
    """Whether a note ends with its text: neither who puts it up nor whom it goes to stands below."""
    if case.has("chain") or case.has("signature") or case.has("unplaced") or not case.body:
        return False
    return case.words(case.body[-1]).rstrip().endswith(("।", ".", "?"))  # else the last line may be somebody's post


def _may_be_unplaced(case: Case, spec: PartSpec) -> bool:
    """Whether a line that could not be placed stands where the part would, which is known by its place alone."""
    text = next((line.start for line in case.body), len(case.text))
    below = spec.look in _BELOW
    return (
        spec.look in _BY_PLACE
        and spec.id != "from"
        and any((line.start > text) == below for line in case.lines("unplaced"))
    )


def _said_otherwise(case: Case, spec: PartSpec) -> bool:
    """Whether what the part would say is said in another place, as many offices have it."""
    return (
        (spec.id == "letterhead" and by_office(case))
        or (spec.id == "signature" and numbered_below(case))
        or (spec.id == "date" and _held_on(case))
        or (spec.id == "subject" and case.form.file.notes and _headed_bare(case))
    )


def _headed_bare(case: Case) -> bool:
    """Whether words without a label stand above a note's text, as its heading."""
    text = next((line.start for line in case.body), 0)
    return any(line.start < text and case.words(line).count(" ") >= _HEADING for line in case.lines("unplaced"))


_HEADING = 3
"""So many spaces: a heading says of what it is."""


def _said_there(case: Case, spec: PartSpec) -> bool:
    """Whether the letterhead, the title or the text's first sentence says what the part would say."""
    return (
        (spec.id == "from" and _headed(case))
        or (spec.id == "subject" and _titled(case))
        or (spec.id == "addressee" and spec.anywhere and _sent_to(case))
        or (spec.id in ("addressee", "subject") and _told_to_all(case))
    )


def _blank(case: Case, lines: list[Line]) -> int | None:
    """Where a part has room to be filled in; what is to be signed for by others, below words of its own, leaves nothing out."""
    for line in lines:
        at = case.text.find(BLANK, line.start, line.end)
        if at >= 0 and (line == lines[0] or len(_LETTERS.findall(case.words(line))) <= _FEW):
            return at
    return None


_LETTERS = re.compile("[^\\W\\d_][\u0900-\u0963\\w]*")
_FEW = 3


def _may_stand(case: Case, id: str) -> bool:
    """Whether something like the part stands where the reader doesn't know it, so that its want is told as a hint only."""
    text = next((line.start for line in case.body), len(case.text))
    others = [
        line
        for line in case.document.lines
        if line.part not in (case.form.file.writes, "subject", "reference", "copies")
    ]
    head = [line for line in others if line.start < text]
    if id == "date":
        return any(found.kind == "date" for line in others for found in case.within(line.start, line.end))
    if id == "number":
        foot = case.lines("date") and not any(line.start < text for line in case.lines("date"))  # a small body's notice
        return bool(foot) or any(_AS_ISSUED.search(case.words(line)) for line in head)
    if id == "subject":
        under = [
            line for above, line in pairwise(case.document.lines) if above.part == "title" and line.part in _PLACELESS
        ]
        told = "meeting" in case.form.fields and any(
            _MEETS.match(case.text, line.words, line.end) for line in case.body[:1]
        )
        return told or any(len(case.words(line).split()) >= _FEW for line in under)
    if id == "title":
        names = [
            case.form.title.hi,
            case.form.title.en,
            *(name for told in case.form.file.names.values() for name in told),
        ]
        return any(name.lower() in case.words(line).lower() for line in head for name in names)
    if id == "addressee":
        return may_be_addressed(case) or any(_TO_ALL.match(case.text, line.words, line.end) for line in case.body[:1])
    if id == "copies":
        return any(_COPIED.search(case.text, line.words, line.end) for line in case.body)
    last = case.document.lines[-1:]
    return id == "signature" and (gives_news(case) or any(_is_short(case, line) for line in last))


_COPIED = re.compile(r"(?<![\u0900-\u0963])प्रति(?:लिपि|याँ|यां)?(?![\u0900-\u0963])|\bcop(?:y|ies)\b", re.IGNORECASE)
_AS_ISSUED = re.compile(r"[0-9]\S{0,30}/\S{0,30}[0-9]")


def _is_short(case: Case, line: Line) -> bool:
    words = case.words(line)
    named = line.part in (case.form.file.writes, "unplaced") and line.words == line.start
    return named and len(words.split()) <= 6 and words[-1:] not in "।.?:"


_GOVERNMENT = re.compile("(?<!प्र)शासन|सचिवालय|secretariat|government of", re.IGNORECASE)


def _headed(case: Case) -> bool:
    """Whether an office's letterhead says who writes: only a secretariat's paper, which has none, must name its sender above."""
    lines = case.lines("letterhead")
    return bool(lines) and not any(_GOVERNMENT.search(case.text, line.start, line.end) for line in lines)


_SENT_TO = re.compile(
    r"(?:को|की ओर)(?![\u0900-\u0963])[^।\n]{0,80}?(?:अग्रेषित|अग्रसारित|प्रेषित|पृष्ठांकित|(?:भेज[ाीे]|लौटा(?:या|ई|ए|ये)) जात[ाीे] है)|"
    r"\b(?:forwarded|(?:is|are)(?: hereby)? sent)\b[^.\n]{0,40}? to (?!follow)|\bendorsed to ",
    re.IGNORECASE,
)


def _sent_to(case: Case) -> bool:
    """Whether an endorsement's one sentence says to whom the papers go: "… is forwarded to the Collectors of Rewa and Satna"."""
    post = labels(case.form).post
    for line in case.body:
        if match := _SENT_TO.search(case.text, line.start, line.end):
            hindi = "\u0900" <= match[0][0] <= "\u0963"
            whom = case.text[line.start : match.start()] if hindi else case.text[match.end() : line.end]
            if post.search(re.sub(r"s\b", "", whom)):
                return True
    return False


_TO_ALL = re.compile(
    r"[^।\n]{0,60}?(?:समस्त|सभी|सर्व)[^।\n]{2,60} को (?:एतद्द्वारा )?(?:सूचित|अवगत|विदित)"
    r"|[^.\n]{0,40}?\ball (?:the )?(?:members|residents|voters|villagers)\b[^.\n]{0,60} are hereby",
    re.IGNORECASE,
)


_MEETS = re.compile(r"[^।.\n]{0,200}(?:\bmeeting\b|बैठक)", re.IGNORECASE)


def _told_to_all(case: Case) -> bool:
    """Whether a public notice of meeting begins by saying to whom and of what: समस्त ग्रामवासियों को सूचित किया जाता है कि ग्राम सभा …;
    or says of what, and has at its foot to whom it goes."""
    first = next(iter(case.body), None)
    if "meeting" not in case.form.fields or first is None:
        return False
    below = any(line.start > first.start for line in case.lines("addressee"))
    opens = _MEETS if below else _TO_ALL
    return bool(opens.match(case.text, first.words, first.end))


def _titled(case: Case) -> bool:
    """Whether the title says what the paper is about: "INSPECTION REPORT: GIRLS' HOSTEL, MAIHAR"."""
    file = case.form.file
    names = [file.title.hi, file.title.en, *(name for told in file.names.values() for name in told)]
    known = {word for name in names for word in name.lower().split()}
    told = (_WORD.findall(case.words(line).lower()) for line in case.lines("title"))
    return any(len([word for word in words if len(word) > 2 and word not in known]) >= 2 for words in told)


_WORD = re.compile("[A-Za-z\u0900-\u0963]+")


def _held_on(case: Case) -> bool:
    """Whether minutes that are no numbered paper say on top when the meeting was."""
    if case.form.file.cited != "meeting" or not case.form.file.decides or case.has("number"):
        return False
    top = [*case.lines("title", "subject", "opening"), *case.body[:1]]
    return any(found.kind == "date" for line in top for found in case.within(line.start, line.end))


def text_of(case: Case) -> list[Line]:
    """The paragraphs; where none was known for one, those that stand before the head's end."""
    return case.body or [line for line in case.lines("unplaced") if len(case.words(line).split()) >= PARAGRAPH]


def lines_of(case: Case, part: str) -> list[Line]:
    """The lines of a part. A short line with a comma right before or after the text addresses somebody, in whatever words; how an
    office is reached signs nothing."""
    lines = case.lines(part)
    if part == "signature" and all(CONTACT.match(case.words(line)) for line in lines):
        return []
    if lines or part not in ("salutation", "subscription") or len(case.body) < 2:
        return lines
    line = case.body[0 if part == "salutation" else -1]
    signs = case.lines("signature")
    if part == "subscription" and len(signs) > 1 and case.words(signs[1]).startswith("("):
        line = signs[0]  # "आपका सखा," over a name in brackets
    words = case.words(line)
    alone = (
        line.words == line.start
        and words.endswith(",")
        and len(words.split()) <= 5
        and not words.startswith("(")
        and not _STRAYED[part].fullmatch(words)
        and not (part == "subscription" and (labels(case.form).post.search(words) or _BY_WHOM.match(words)))
    )
    return [line] if alone else []


_BY_WHOM = re.compile(
    r"by order|sd/|issued|approved|for |in the |आज्ञा|आदेश|हस्ताक्षर|कृते|जारी|अनुमोदित|सत्यापित|.*(?:राज्यपाल|राष्ट्रपति|governor|president)",
    re.IGNORECASE,
)
"""How a line begins that says by whose order or in whose stead it is signed."""


def _holds(words: str) -> bool:
    return bool(HOLDS.search(words)) and not _ONLY_LABEL.fullmatch(words)


_SALUTES = re.compile(
    r"(?:महोदय|महोदया|महोदय ?/ ?महोदया|मान्यवर|आदरणीय महोदय|sir|madam|sir ?/ ?madam|(?:dear|respected) (?:sir|madam)(?: ?/ ?madam)?) ?[,।!]",
    re.IGNORECASE,
)
_STRAYED = {
    "salutation": re.compile(r"(?:(?:[\u0900-\u0963]{2,12} )?महोदया?(?= ?[,!])|महोदय|महोदया|महोदय ?/ ?महोदया|मान्यवर"
        r"|(?:dear |respected )?(?:sir|madam|sir ?/ ?madam)) ?[,।!]?", re.IGNORECASE),
    "subscription": re.compile(r"(?:सादर,? ?)?(?:भवदीया?|(?:(?:ever|very) )?yours (?:faithfully|sincerely|truly|ever)"
        r"|(?:ever|truly|sincerely|faithfully) yours|आपका|विनीत|शुभेच्छु) ?[,।]?", re.IGNORECASE),
    "addressee": re.compile(r"(?:प्रति|सेवा में|to) ?,[ :-]{0,3}", re.IGNORECASE),
    "copies": re.compile(r"(?:प्रतिलिपि|copy to|copies to) ?[:ः][ -]{0,3}.{0,200}", re.IGNORECASE),
}  # fmt: skip
"""How a whole paragraph of the text looks that is really a part: a model writes it though the form has none."""


def part_forbidden(case: Case) -> Iterator[Spot]:
    """A part that the form never has stands there, under its own label or among the paragraphs, or a whole paper's parts in the text."""
    never = {spec.id: spec for spec in case.norm.parts if spec.need == "never"}
    for id, spec in never.items():
        lines = case.lines(id)
        if lines and not (id == "letterhead" and case.form.file.proposes and not _for_outside(case, lines)):
            last = lines[0]
            for line in lines[1:]:
                if HOLDS.search(case.text, last.end, line.start):
                    break
                last = line
            lone = id == "letterhead" and last == lines[0] and not _REACHED.search(case.words(last))
            where = _ON_TOP if id == "copies" and any(part.id == "cc" for part in case.form.file.parts) else _NEVER
            yield Spot(
                lines[0].start, last.end, id, values=named(case, spec) | where, severity="hint" if lone else None
            )
    for line in (*case.body, *case.lines("unplaced")):
        for id, pattern in _STRAYED.items():
            match = id in never and (
                pattern.fullmatch(case.text, line.words, line.end)
                or (id == "salutation" and _SALUTES.match(case.text, line.words, line.end))
            )
            if match:
                yield Spot(match.start(), match.end(), id, values=named(case, never[id]) | _NEVER)
    if "salutation" in never and not case.lines("salutation"):
        for line in greeted(case):
            yield Spot(line.words, line.end, "salutation", values=named(case, never["salutation"]) | _NEVER)
    if "subscription" in never and (closed := closing(case)):
        yield Spot(closed.start, closed.end, "subscription", values=named(case, never["subscription"]) | _NEVER)
    yield from strays(case)


_NEVER = {"where": {"hi": "इस प्रकार के काग़ज़ में यह नहीं होता", "en": "this kind of paper doesn't have it"}}
_ON_TOP = {
    "where": {
        "hi": "यहाँ यह नीचे नहीं, ऊपर प्रति (To) के बाद “Cc:” की पंक्ति में लिखी जाती है। वहाँ लिखिए",
        "en": "here it stands on top, after To, in a line “Cc:”. Write it there",
    }
}


_FOR_OUTSIDE = re.compile(
    r"^(?:कार्यालय(?! ?[:ः–-]| का नाम|ीन| टीप| टिप्पणी| नोट)|Office of|Government of|(?:भारत|राज्य) सरकार)|शासन$"
    r"|दूरभाष|ई-?मेल|@|पिन|\b(?:Tel|Phone|E-?mail|PIN|Fax)\b|\((?:म\.? ?प्र|छ\.? ?ग|उ\.? ?प्र|M\. ?P|C\. ?G|U\. ?P)\.?\)|[0-9]{6}"
    r"|(?<![\u0900-\u0963])(?:जिला|जनपद|District|Distt\.?)[ :-]{1,3}(?!पंचायत|शिक्षा)[\u0900-\u0963A-Z]",
    re.IGNORECASE,
)


_REACHED = re.compile(r"दूरभाष|ई-?मेल|@|पिन|\b(?:Tel|Phone|E-?mail|PIN|Fax)\b|[0-9]{6}", re.IGNORECASE)


def _for_outside(case: Case, lines: list[Line]) -> bool:
    """Whether what stands over a note is an office's letterhead: by the words of one, or its address. The name alone of the body,
    department or branch whose note it is addresses nobody; a branch may name its office too."""
    words = [case.words(line).strip() for line in lines]
    if BRANCH.search(words[0]) and not any(map(_REACHED.search, words)):
        return False
    return any(map(_FOR_OUTSIDE.search, words))


def named(case: Case, spec: PartSpec) -> dict[str, dict[str, str]]:
    """What a part is called: by the label that the state's offices put before it, where it has one."""
    label = case.form.norm(case.state, "hi").words.get(spec.id, "") if spec.look in ("number", "address") else ""
    return {"name": {"hi": label.strip(" :-–,।") or spec.name.hi, "en": spec.name.en}}


CHECKS = {"form.part-missing": part_missing, "form.part-forbidden": part_forbidden}
