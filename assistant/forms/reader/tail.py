"""The tail of a paper: what closes it, who signs, what goes with it and to whom copies go."""

import re

from assistant.forms.labels import BRANCH, Label
from assistant.forms.reader.dates import BARE_DATE, DATE_LABEL
from assistant.forms.reader.labelled import labelled
from assistant.forms.reader.row import WIDEST, Row
from assistant.forms.reader.sheet import BRACKETED, CONTACT, FILLED, NAMED, UNPLACED, Sheet, is_blank
from assistant.forms.reader.text import INDENT, PLACE, indent, whose_number


def read_tail(sheet: Sheet, at: int) -> None:
    sheet.current = "signature"
    before: Row | None = sheet.rows[at - 1] if at else None
    for n in range(at, len(sheet.rows)):
        row = sheet.rows[n]
        if sheet.is_ornament(row):
            sheet.ornament(row)
            continue
        goes_on = sheet.current == sheet.writes or sheet.look(sheet.current) in ("label", "header")
        if goes_on and sheet.goes_over(before, row) and sheet.lines:
            sheet.glue(row)
            before = row
            continue
        label = _tail_label(sheet, row, n)
        if not label and (subject := sheet.subject_below(row)):
            sheet.add("subject", sheet.look("subject"), row.start, row.end, subject)
        elif label:
            _labelled_below(sheet, label, row)
        else:
            _below(sheet, row, n, before)
        before = row


def _tail_label(sheet: Sheet, row: Row, n: int) -> Label | None:
    if sheet.current == "copies" and (row.mark or not row.apart):
        label = sheet.label(row, "tail")
        return label if label and label.part in ("enclosures", "copies") and not row.mark else None
    if row.mark and sheet.current == "enclosures":
        return None
    label = sheet.label(row, "tail") or whose_number(sheet, row)
    if label and sheet.look(label.part) in ("number", "right") and _copies_follow(sheet, n):
        return label._replace(part="copies")
    return label


def _copies_follow(sheet: Sheet, n: int) -> bool:
    """Whether a number or date in the tail is that of the copies, whose label comes next."""
    if "copies" not in sheet.specs or "copies" in sheet.seen:
        return False
    for row in sheet.rows[n + 1 : n + 4]:
        label = sheet.label(row, "tail")
        if label and label.part == "copies":
            return True
        if label and sheet.look(label.part) not in ("number", "right"):
            return False
    return False


def _labelled_below(sheet: Sheet, label: Label, row: Row) -> None:
    part = label.part
    if part == "copies":
        sheet.current = part
        number = label.how == "bare" and bool(FILLED.search(row.text[:60])) and not row.text.endswith("-")
        return sheet.add(part, "number" if number else "copies", row.start, row.end, row.start)
    if part == "signature":
        if sheet.current != "copies":
            sheet.current = part
        return sheet.add(sheet.current, "sign" if label.how != "whole" else "signature", row.start, row.end, row.start)
    if part == "subscription" and sheet.current == "copies" and sheet.seen & {"signature", "subscription"}:
        return sheet.add("copies", "signature", row.start, row.end)
    sheet.seen.discard("subject")  # an application's place and date stand at its foot
    return labelled(sheet, label, row)


def _below(sheet: Sheet, row: Row, n: int, before: Row | None) -> None:
    """A line of the tail without a label."""
    above = sheet.lines[-1] if sheet.lines else None
    if above and above.part == "date" and above.words >= above.end and not row.apart and BARE_DATE.fullmatch(row.text):
        return sheet.glue(row)  # the line was broken after दिनांक
    foot = "date" in sheet.specs and (sheet.specs["date"].need == "required" or sheet.look("date") == "signature")
    if foot and sheet.is_dated(row):
        label = DATE_LABEL.search(row.text)
        return sheet.add("date", sheet.look("date"), row.start, row.end, row.start + (label.end() if label else 0))
    if foot and _is_place(sheet, row, n):
        return sheet.add("date", sheet.look("date"), row.start, row.end)
    current = sheet.current
    if current == sheet.writes and above and above.part == current and before and _broken(before, row):
        return sheet.glue(row)
    if current == "copies" and _signs_below(sheet, row, n):
        current = sheet.current = "signature"
    if current == "copies":
        if row.mark:
            return sheet.put("copies", row, "copy")
        if above and above.part == "copies" and above.look == "copy" and before and _broken(before, row):
            return sheet.glue(row)
        if sheet.signs(row) or not sheet.listed:
            bare = not _signed_copies(sheet, n) and not BRACKETED.match(row.text)
            return sheet.put("copies", row, "copy" if bare else "signature", row.start)
        if not row.apart and _FOR_ALL.match(row.text):
            return sheet.add("copies", "copy", row.start, row.end)
        return _end(sheet, row)
    if above and above.words >= above.end and above.part == current and sheet.look(current) in ("label", "header"):
        return sheet.glue(row)
    signed = bool(BRACKETED.match(row.text))
    said = current in sheet.goes_on and row.is_said and not (before and _broken(before, row))
    set_right = before is not None and indent(sheet, row) - indent(sheet, before) >= INDENT
    listed = row.mark or not (row.apart or signed or said or set_right or sheet.labels.post.search(row.text))
    if sheet.look(current) in ("label", "header") and current in sheet.specs and listed:
        if not row.mark and before and _broken(before, row):
            return sheet.glue(row)
        return sheet.add(current, sheet.look(current), row.start, row.end, row.start)
    if current == "addressee" and not signed and not (row.apart and row.is_said):
        return sheet.put("addressee", row, "address")
    if (pair := sheet.halves(row)) and sheet.signs(row):
        return _side_by_side(sheet, *pair)
    # Whom a demi-official letter goes to.
    person = bool(row.mark) and sheet.signs(row._replace(text=row.text[row.mark :]))
    contact = CONTACT.search(row.text) and not (row.finished and row.words >= 12)
    if row.is_said and not (contact or sheet.signs(row) or person):
        return _end(sheet, row)
    part = _unlabelled(sheet, row, n)
    sheet.current = part
    first = part not in sheet.seen
    look = ("sign" if first or BRACKETED.match(row.text) else "signature") if part == "signature" else sheet.look(part)
    if part == "signature" and sheet.look(part) != "signature":
        look = sheet.look(part)
    return sheet.put(part, row, look, row.start)


def _is_place(sheet: Sheet, row: Row, n: int) -> bool:
    """Whether a line is a place alone, above its date or under it."""
    above = sheet.lines[-1] if sheet.lines else None
    if above and above.part == "date" and not row.apart and not sheet.names_someone(row):
        return bool(PLACE.fullmatch(row.text))
    below = next(iter(sheet.rows[n + 1 : n + 2]), None)
    if (
        not below
        or below.apart
        or "date" in sheet.seen
        or not sheet.is_dated(below)
        or not DATE_LABEL.match(below.text)
    ):
        return False
    return bool(PLACE.fullmatch(row.text)) and not sheet.names_someone(row) and below.words <= 5


def _signs_below(sheet: Sheet, row: Row, n: int) -> bool:
    """Whether who signs below the copies signs the paper itself: nobody has yet, and copies with a number of their own are signed once more."""
    needed = "signature" in sheet.specs and sheet.specs["signature"].need == "required"
    if not needed or "signature" in sheet.seen or not (row.apart and sheet.signs(row) and sheet.names_someone(row)):
        return False
    copies = [line for line in sheet.lines if line.part == "copies"]
    numbered = any(line.look == "number" for line in copies)
    again = any(one.apart and sheet.signs(one) and sheet.names_someone(one) for one in sheet.rows[n + 1 : n + 8])
    listed = sheet.listed or bool(FILLED.sub("", sheet.source.plain[copies[-1].start + 12 : copies[-1].end]).strip())
    return listed and bool(BRACKETED.match(row.text) or again or not numbered)


_FOR_ALL = re.compile(r"(?:की ओर|को|for) ")
"""How the purpose begins that stands once, below all who get a copy."""


def _side_by_side(sheet: Sheet, left: Row, right: Row) -> None:
    look = "signature" if "signature" in sheet.seen else "sign"
    sheet.current = "signature"
    sheet.put("signature", left, look, left.start)
    sheet.put(sheet.second, right, look, right.start)


def _broken(before: Row, row: Row) -> bool:
    return not row.apart and not before.finished and not BRACKETED.match(row.text) and 35 <= len(before.text) <= WIDEST


def _signed_copies(sheet: Sheet, n: int) -> bool:
    """Whether only short lines follow, so that this one is in the second signature."""
    row = sheet.rows[n]
    set_right = row.apart and indent(sheet, row) >= INDENT and bool(sheet.labels.post.search(row.text))
    return (sheet.listed or set_right) and all(sheet.signs(row) for row in sheet.rows[n : n + 4])


def _end(sheet: Sheet, row: Row) -> None:
    """A sentence after the signature, or after a list that stands before it."""
    goes_on = sheet.current in sheet.goes_on and not sheet.seen & {"signature", "subscription"}
    if goes_on:
        sheet.current = sheet.writes
        sheet.put(sheet.writes, row, "numbered" if row.mark and sheet.is_numbered else "paragraph")
    else:
        sheet.current = sheet.current if sheet.current == "copies" else UNPLACED
        sheet.add(UNPLACED, "paragraph", row.start, row.end)


def _asked_below(sheet: Sheet, row: Row, n: int) -> bool:
    """Whether a line is the office that is asked, right above the number at a note's foot."""
    below = next(iter(sheet.rows[n + 1 : n + 2]), None)
    label = (sheet.label(below, "tail") or whose_number(sheet, below)) if below and "number" in sheet.after else None
    return (
        label is not None
        and label.part == "number"
        and bool(sheet.labels.office.search(row.text) or BRANCH.search(row.text))
    )


def _dated_below(sheet: Sheet) -> bool:
    """Whether the day that goes with a signature stands below the text already."""
    text = max((line.start for line in sheet.lines if line.part == sheet.writes), default=-1)
    return sheet.look("date") == "signature" and any(line.part == "date" and line.start > text for line in sheet.lines)


def _unlabelled(sheet: Sheet, row: Row, n: int) -> str:
    """The part of a line below the text that has no label: the signature; under it, apart, a chain of officers or an address."""
    chain = next((id for id, spec in sheet.specs.items() if spec.look == "chain"), "")
    run = [row]
    for following in sheet.rows[n + 1 : n + 30]:
        if following.apart:
            break
        run.append(following)
    if sheet.current == chain and chain:
        return chain
    if sheet.current == sheet.second and sheet.second and "signature" in sheet.seen:
        return sheet.second
    signs = any(BRACKETED.match(one.text) for one in run) or any(map(sheet.is_dated, sheet.rows[n : n + len(run) + 1]))
    if chain and row.apart and chain not in sheet.seen and not signs:
        after_signature = "signature" in sheet.seen or _dated_below(sheet)
        alone = not any(following.apart and sheet.signs(following) for following in sheet.rows[n + len(run) : n + 40])
        if after_signature or (alone and len(run) > 1 and not any(sheet.labels.office.search(one.text) for one in run)):
            return chain
    below = (
        row.apart
        or bool(row.mark)
        or _asked_below(sheet, row, n)
        or (sheet.signs_on_top and (bool(NAMED.match(row.text)) or is_blank(row)))
    )
    named = sheet.signs_on_top and row.apart and bool(NAMED.match(row.text))  # nobody signs as Shri
    signed = "signature" in sheet.seen or named
    foot = "addressee" in sheet.specs and "addressee" not in sheet.seen and signed and below
    if foot and sheet.specs["addressee"].need != "never":
        return "addressee"
    return "signature" if "signature" in sheet.specs else UNPLACED
