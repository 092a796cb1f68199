"""Whether the parts of the paper stand in their order and are as they should be."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from assistant.checks.finding import PARAGRAPH, Case, Spot
from assistant.checks.form.heads import stray_heads
from assistant.checks.form.numbering import paragraphs_unnumbered
from assistant.checks.form.parts import lines_of, named, text_of
from assistant.checks.form.signing import signed_above, signs_copies
from assistant.checks.posts import APART, about, named_first, posts
from assistant.forms.document import Line
from assistant.forms.form import Manner, PartSpec
from assistant.language.sentences import is_clause

_PLACES = {
    "letterhead": 0, "number": 0, "date": 0, "from": 0, "addressee": 1, "subject": 2, "reference": 2, "body": 3,
    "signature": 4, "copies": 5,
}  # fmt: skip
"""The parts whose order is judged, in the order in which they stand; what is in one place has no order of its own."""
_BODY, _AFTER_BODY, _LAST = 3, 3.2, 9
_BOTH = 600
"""So near to each other a paragraph and the subject or reference below it are shown together: either may have been moved."""


def part_order(case: Case) -> Iterator[Spot]:
    """A part stands before or after another one where the form doesn't allow it; the one that is out of place is told."""
    for line in _text_above(case):
        below = next(one for one in case.lines("subject", "reference") if one.start > line.start)
        end = below.end if below.end - line.end < _BOTH else line.end
        yield Spot(line.start, end, case.form.file.writes, values=named(case, _spec(case, case.form.file.writes)))
    for id, line in {line.start: (id, line) for id, line in stray_heads(case)}.values():
        yield Spot(line.start, line.end, id, values=named(case, _spec(case, id)))
    yield from _closed_above(case)
    yield from _in_midst(case)
    if signed := signed_above(case):
        yield Spot(signed[0].start, signed[-1].end, "signature", values=named(case, _spec(case, "signature")))
    allowed = _allowed(case)
    stands = sorted((place, id) for id in allowed if (place := _stands(case, id)) is not None)
    if _number_beside(case):  # it goes wherever the other may go
        stands = [(place, id) for place, id in stands if id != "number"]
    if signs_copies(case):
        stands = [(place, id) for place, id in stands if id != "signature"]
    while True:
        wrong: dict[str, set[tuple[float, float]]] = defaultdict(set)
        for n, (_, first) in enumerate(stands):
            for _, then in stands[n + 1 :]:
                if allowed[first][0] > allowed[then][1]:
                    wrong[first].add(allowed[then])
                    wrong[then].add(allowed[first])
        if not wrong:
            return
        # Of two that stand the wrong way round the text itself is in its place, and the other came too early.
        order = [id for _, id in stands]
        worst = max(wrong, key=lambda id: (len(wrong[id]), id != case.form.file.writes, -order.index(id)))
        moved = {id for id in wrong if allowed[id] == allowed[worst]}
        yield _moved(case, worst, moved, order)
        stands = [(place, id) for place, id in stands if id not in moved]


def _moved(case: Case, part: str, moved: set[str], order: list[str]) -> Spot:
    """The part that is out of place, and what belongs with it; where it has only changed places with the next one, that one too."""
    first, last = order.index(part), max(order.index(id) for id in moved)
    run = order[first : last + 1]
    changed = order[last + 1] if set(run) <= moved and last + 1 < len(order) else part
    lines = [_lines(case, id) for id in (*run, changed)] if set(run) <= moved else [_lines(case, part)]
    start, end = lines[0][0].start, _run(lines[0]).end
    for more in lines[1:]:
        if start <= more[0].start and _run(more).end - start < _BOTH:
            end = max(end, _run(more).end)
    # Place and date at the foot, beside who signs, are the habit of many.
    text = text_of(case)
    foot = part == "date" and moved == {"date"} and bool(text) and lines[0][0].start > text[-1].start
    return Spot(start, end, part, values=named(case, _spec(case, part)), severity="hint" if foot else None)


def _lines(case: Case, id: str) -> list[Line]:
    return text_of(case) if id == case.form.file.writes else case.lines(id)


def _closed_above(case: Case) -> Iterator[Spot]:
    """A subscription that stands above all of the text, and who signs below it."""
    every = case.form.shared.manners
    lines = case.document.lines
    for n, line in enumerate(lines):
        if line.part == "unplaced" and _manners(case.words(line), "subscription", every):
            below = [
                one
                for one in lines[n + 1 :]
                if len(case.words(one).split()) >= PARAGRAPH and one.part in ("unplaced", case.form.file.writes)
            ]
            if below:
                yield Spot(line.start, below[0].start, "signature", values=named(case, _spec(case, "signature")))
            return


_COPIES = re.compile(r"(?:प्रतिलिपि|cop(?:y|ies) (?:to|forwarded)\b)[^।.\n]{0,60}(?:[:–-]|$)", re.IGNORECASE)


def _in_midst(case: Case) -> Iterator[Spot]:
    """The copies above the text, or a part of the foot that has the rest of the text below it."""
    lines = case.document.lines
    text = next((n for n, line in enumerate(lines) if line.part == case.form.file.writes), len(lines))
    copied = any(spec.id == "copies" and spec.need != "never" for spec in case.norm.parts)
    for n, line in enumerate(lines):
        if line.part != "unplaced":
            continue
        if n < text and copied and not case.has("copies") and _COPIES.match(case.text, line.start, line.end):
            yield Spot(line.start, line.end, "copies", values=named(case, _spec(case, "copies")), severity="hint")
        words = case.words(line)
        ends = any(one.part in ("signature", "enclosures", "subscription") for one in lines[n + 1 :])
        if n > text and ends and words.endswith(_ENDS) and len(words.split()) >= PARAGRAPH:
            part = lines[n - 1].part
            block = [one for one in lines[text:n] if one.part == part]
            if part in ("copies", "addressee", "signature"):
                yield Spot(block[0].start, block[-1].end, part, values=named(case, _spec(case, part)), severity="hint")
            return


def _number_beside(case: Case) -> bool:
    """Whether the number shares a line with the date or with the first words of the text."""
    number = next(iter(case.lines("number")), None)
    others = [*case.lines("date")[:1], *(line for line in case.body[:1] if number and line.start > number.start)]
    return number is not None and any(
        "\n" not in case.text[min(number.end, other.end) : max(number.start, other.start)] for other in others
    )


def _spec(case: Case, id: str) -> PartSpec:
    return next(spec for spec in case.norm.parts if spec.id == id)


def _text_above(case: Case) -> Iterator[Line]:
    """A paragraph of the text inside the head, between the first line and the subject, or read as the rest of the subject or of a
    reference. One on the very top may be anybody's."""
    subject, reference = (next(iter(case.lines(part)), None) for part in ("subject", "reference"))
    for n, line in enumerate(case.document.lines):
        under = subject is not None and reference is not None and subject.start < line.start < reference.start
        if not subject or (line.start > subject.start and not under) or not case.body:
            return
        words = case.words(line)
        long = words.endswith(_ENDS) and len(words.split()) >= PARAGRAPH
        stray = line.part == "unplaced" and line.look == "paragraph" and not _LABELLED.match(words)
        # What its own label or number begins is a subject or a reference, however much of a sentence it looks.
        more = line.part in ("subject", "reference") and line.words == line.start
        runs_on = more and is_clause(words.rstrip(" ।."), case.language)
        if n and long and (stray or runs_on) and line != subject:
            yield line


_LABELLED = re.compile(r"(?:\S{1,20} ?){1,3}?[:ः] ?-? ?\S")
"""A line of the head with a label of its own: उपस्थिति: 11 में से 8 सदस्य …"""
_ENDS = ("।", ".", "?", ":", ":-")


def _allowed(case: Case) -> dict[str, tuple[float, float]]:
    """Between which places each part may stand: its usual one, or where the norm's own order has it.

    A number or date that the norm has lower down may stand in the head too; any other part goes where its norm says.
    """
    allowed: dict[str, tuple[float, float]] = {}
    lowest = 0.0
    headers = [spec.id for spec in case.norm.parts if spec.look == "header"]
    between = _between(case)
    text = min((line.start for line in case.lines("salutation", case.form.file.writes)), default=0)
    above = bool(headers) and all(line.start < text for line in case.lines(*headers))
    for spec in case.norm.parts:
        usual = _BODY if spec.id == case.form.file.writes else _PLACES.get(spec.id)
        if spec.id == "enclosures" and not headers:  # a mail's head has them too
            allowed[spec.id] = (_AFTER_BODY, _LAST)
        if usual is None or spec.need == "never" or (spec.anywhere and not (spec.id == "addressee" and between)):
            continue
        if spec.look == "header" and above:  # To, Cc and Subject stand in a mail's head as the mail program has them
            allowed[spec.id] = (0, _PLACES["subject"])
            continue
        place = usual if usual >= lowest else lowest + 0.5
        lowest = max(lowest, usual)
        if case.state == "up" and spec.id in (
            "number",
            "date",
        ):  # with the section and place they may follow the addressee
            place = max(place, _PLACES["addressee"] + 0.5)
        allowed[spec.id] = (usual if usual == 0 else place, place)
    return allowed


def _between(case: Case) -> bool:
    """Whether the addressee stands where no form has it, between the subject and the text."""
    to, subject, text = case.lines("addressee"), case.lines("subject"), text_of(case)
    labelled = to and to[0].look == "addressee"  # "समस्त सदस्य," without a label speaks to them, as a salutation does
    return bool(labelled and subject and text) and subject[0].start < to[0].start < text[0].start


def _stands(case: Case, id: str) -> int | None:
    """Where a part stands: the text where its longest paragraph is, any other where it begins."""
    lines = _lines(case, id)
    if not lines:
        return None
    return max(lines, key=_length).start if id == case.form.file.writes else lines[0].start


def _length(line: Line) -> int:
    return line.end - line.start


def _run(lines: list[Line]) -> Line:
    """The last line that follows the first without anything between."""
    last = lines[0]
    for line in lines[1:]:
        if line.start - last.end > 3:
            break
        last = line
    return last


_TO_A_POST = re.compile(r"महोदया?(?![\u0900-\u0963])|\b(?:sir|madam)\b", re.IGNORECASE)
_THANKS = re.compile(r"(?:thank(?:ing)? you|(?:with )?thanks|सधन्यवाद|धन्यवाद(?: सहित)?)[,.।]?", re.IGNORECASE)


def salutation_wrong(case: Case) -> Iterator[Spot]:
    """A salutation or subscription of another form; or two that don't belong together, or one without the other."""
    manners = {name: case.form.shared.manners[name] for name in case.form.file.manners}
    if not manners:
        return
    every = case.form.shared.manners
    opened, closed = lines_of(case, "salutation"), lines_of(case, "subscription")
    if len(closed) > 1:  # "Thanking you," above the subscription itself closes nothing
        closed = [line for line in closed if not _THANKS.fullmatch(case.words(line))] or closed
    spoken = []
    for lines, part in ((opened, "salutation"), (closed, "subscription")):
        each = [_manners(case.words(line), part, every) for line in lines]
        kinds: set[str] = set().union(*each)
        spoken.append(kinds & set(manners))
        strange = lines and not kinds and lines[0].part != part and any(one.paired for one in manners.values())
        odd = next((line for line, kind in zip(lines, each, strict=True) if kind and not kind & set(manners)), None)
        if part == "salutation" and spoken[0] == {"personal"} and not odd:  # a name is spoken to, and no post
            odd = next((line for line in lines if _TO_A_POST.search(case.words(line))), None)
        if odd or strange:
            first, last = (odd, odd) if odd else (lines[0], lines[-1])
            yield Spot(first.start, last.end, part, values={"what": _OTHER_FORM[part]})
            return
    usual = {spec.id: spec.need for spec in case.norm.parts}
    if all(spoken) and not spoken[0] & spoken[1]:
        yield Spot(closed[0].start, closed[-1].end, "subscription", values={"what": _NO_PAIR})
    elif bool(opened) != bool(closed) and any(manner.paired for manner in manners.values()):
        lines, part, other = (
            (opened, "salutation", "subscription") if opened else (closed, "subscription", "salutation")
        )
        if usual.get(other) in ("usual", "optional") and not case.has("unplaced"):
            free = usual.get(other) == usual.get(part) == "optional"
            yield Spot(
                lines[0].start, lines[-1].end, part, values={"what": _ALONE[part]}, severity="hint" if free else None
            )


def _manners(words: str, part: str, every: dict[str, Manner]) -> set[str]:
    """The manners to which the words belong that a line begins with, the longest of them."""
    line = re.sub(r"[\s,.।!:()–-]{1,20}", " ", words).strip().lower()
    best: dict[int, set[str]] = {}
    for name, manner in every.items():
        for known in (phrase.lower() for language in getattr(manner, part).values() for phrase in language):
            if line == known or line.startswith((known + " ", known + "/")):
                best.setdefault(len(known), set()).add(name)
    return best[max(best)] if best else set()


_OTHER_FORM = {
    "salutation": {"hi": "यह संबोधन दूसरे प्रकार के काग़ज़ का है", "en": "this salutation belongs to another kind of paper"},
    "subscription": {
        "hi": "यह स्वनिर्देश दूसरे प्रकार के काग़ज़ का है",
        "en": "this subscription belongs to another kind of paper",
    },
}
_NO_PAIR = {"hi": "स्वनिर्देश संबोधन के साथ का नहीं है", "en": "the subscription doesn't go with the salutation"}
_ALONE = {
    "salutation": {"hi": "संबोधन है, पर उसके साथ का स्वनिर्देश (भवदीय) नहीं", "en": "there is a salutation, but no subscription to go with it"},
    "subscription": {"hi": "स्वनिर्देश है, पर उसके साथ का संबोधन (महोदय) नहीं", "en": "there is a subscription, but no salutation to go with it"},
}  # fmt: skip


_PURPOSE = re.compile(r" (?:की ओर|को) (?!कार्यालय)|[,(;–-] ?(?:सूचनार्थ|सादर|for )| for (?:kind |necessary |favour )")


_IN_A_ROW = re.compile(r"(?:^|(?<=[\s।.;:-]))[0-9]{1,2}[.)]\s?(?=[^\W\d])")


def copies_order(case: Case) -> Iterator[Spot]:
    """A copy goes to a junior before his senior. Who has no sure rank (guard file, press, the person concerned) is passed over."""
    before: tuple[int, int, int] | None = None
    senior, first, last, numbered = "", len(case.text), 0, False
    for line in case.lines("copies"):
        if line.look == "signature":
            continue
        numbered = numbered or line.words > line.start
        if numbered and line.words == line.start and case.text.endswith("\n\n", 0, line.start):
            break  # who signs below the list; where words stand under it, its place doesn't tell
        cuts = [match.end() for match in _IN_A_ROW.finditer(case.text, line.words, line.end)]
        label = line.look not in ("copy", "numbered") and line.words == line.start
        for start, end in pairwise([*cuts, line.end] if label else [line.words, *cuts, line.end]):
            purpose = _PURPOSE.search(case.text, start, end)
            who = case.text[start : purpose.start() if purpose else end]
            post = named_first(who, case.state)
            mine = post.listed if post else None if posts(who, case.state) else about(who)
            if mine is None:
                continue
            begins = line.start if start == line.words else start
            if before and before[0] + APART <= mine:
                senior = senior or case.text[start:end].split(",")[0][:60]
                first, last = min(first, before[1]), end
            if before is None or mine < before[0]:
                before = (mine, begins, end)
    if senior:
        yield Spot(first, last, "copies", values={"senior": senior})


CHECKS = {
    "form.part-order": part_order,
    "form.salutation-wrong": salutation_wrong,
    "form.paragraphs-unnumbered": paragraphs_unnumbered,
    "form.copies-order": copies_order,
}
