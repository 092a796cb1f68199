"""A line that begins with a label, and a number and a date that share one."""

import re

from assistant.forms.labels import Label
from assistant.forms.reader.dates import BARE_DATE, DATE_LABEL
from assistant.forms.reader.row import Row
from assistant.forms.reader.sender import is_sender
from assistant.forms.reader.sheet import FILLED, UNPLACED, Sheet
from assistant.forms.reader.titles import NUMBER_LABEL, PLACE_AND_DAY

_LONG_PLACE = re.compile(r"(?:[A-Za-z\u0900-\u0963]{2,20} ){1,3}[A-Za-z\u0900-\u0963]{2,20}[,:] ?")
"""A place of several words, alone before its date: नवा रायपुर अटल नगर,"""
_PLACED = re.compile(r"[A-Za-z\u0900-\u0902\u0904-\u0963]{2,30} ?[:,] ?")


def labelled(sheet: Sheet, label: Label, row: Row) -> None:
    """A line that begins with a label."""
    part = label.part
    sheet.current = part
    if part not in sheet.specs:
        return sheet.add(UNPLACED, "paragraph", row.start, row.end)
    look, rest = sheet.look(part), label.words < row.end
    if look in ("number", "right") and dated(sheet, row, part, label.words):
        return None
    if part in ("addressee", "from") and look == "address":
        sheet.add(part, "addressee", row.start, label.words if rest else row.end, row.start)
        if rest:
            sheet.add(part, "address", label.words, row.end)
        return None
    if part == "salutation" and rest and label.how == "whole" and label.words > row.start:
        return sheet.add(part, look, row.start, label.words)
    if sheet.heads(part) and "letterhead" not in sheet.seen:
        sheet.current = ""  # the office's name comes next
    if label.how in ("whole", "opens"):
        return sheet.add(part, look, row.start, row.end)
    return sheet.add(part, look, row.start, row.end, label.words if rest else row.end)


def dated(sheet: Sheet, row: Row, part: str, words: int) -> bool:
    """Number and date where they share a line, or a line that is a date alone; False where it is neither."""
    if "date" not in sheet.specs or sheet.seen & {"subject", "salutation"}:
        return False
    beside = any(BARE_DATE.fullmatch(row.text, gap + 1 - row.start) for gap in row.wide)
    if not part and row.words <= 8 and "date" not in sheet.seen and BARE_DATE.fullmatch(row.text) and not beside:
        sheet.current = "date"
        sheet.add("date", "right" if not sheet.specs["date"].beside else sheet.look("date"), row.start, row.end)
        return True
    match = DATE_LABEL.search(row.text, max(words - row.start, 0)) if part != "date" else None
    filled = match and (match.end() >= len(row.text) or FILLED.search(row.text[match.end() : match.end() + 20]))
    if match and filled and "date" not in sheet.seen and row.words <= 20:
        place = _place(sheet, row, row.start + match.start())
        head = row.text[: place - row.start].strip()
        if part:
            sheet.add(part, sheet.look(part), row.start, row.start + len(head), words)
        elif head:
            if not sheet.signs(row._replace(text=head)):
                return False
            sender = is_sender(sheet, row._replace(text=head))
            whose = "addressee" if sheet.current == "addressee" else "from" if sender else "letterhead"
            sheet.add(whose, "address", row.start, row.start + len(head))
        sheet.current = "date"
        sheet.add(
            "date",
            "right" if not (part or sheet.specs["date"].beside) else sheet.look("date"),
            place,
            row.end,
            row.start + match.end(),
        )
        return True
    if part and part != "date" and "date" not in sheet.seen:
        day = next(
            (gap + 1 for gap in row.wide if gap >= words and BARE_DATE.fullmatch(row.text, gap + 1 - row.start)), 0
        )
        placed = PLACE_AND_DAY.search(row.text, max(words - row.start, 0)) if not day else None
        day = row.start + placed.start() if placed else day
        if day > words and FILLED.search(sheet.source.plain[words:day]):
            sheet.add(part, sheet.look(part), row.start, day, words)
            sheet.current = "date"
            sheet.add("date", sheet.look("date"), day, row.end, day)
            return True
    if part == "date":
        number = NUMBER_LABEL.search(row.text, words - row.start)
        if number and "number" in sheet.specs and "number" not in sheet.seen:
            at = row.start + number.start()
            sheet.add("date", sheet.look("date"), row.start, at, words)
            sheet.add("number", sheet.look("number"), at, row.end, row.start + number.end())
            return True
    return False


def _place(sheet: Sheet, row: Row, date: int) -> int:
    """Where the place before a date begins: after a wide gap, else one word, or as many as stand before a comma."""
    gaps = [at + 1 for at in row.wide if at < date and not re.search("[0-9]", sheet.source.plain[at:date])]
    if gaps and _PLACED.fullmatch(sheet.source.plain, row.start, date):
        return row.start
    if gaps:
        return gaps[0] if date - gaps[0] <= 60 else gaps[-1]
    if _LONG_PLACE.fullmatch(sheet.source.plain, row.start, date):
        return row.start
    match = re.search(r"(?:^|(?<= ))[A-Za-z\u0900-\u0963]{2,30} ?[,:]? ?$", sheet.source.plain[row.start : date])
    if match and not NUMBER_LABEL.search(match[0]):
        place = row.start + match.start()
        before = re.search(r"(?:^|(?<= ))(?:नई|नवा|नया|New|Nava|Navi) $", sheet.source.plain[row.start : place])
        return row.start + before.start() if before else place
    return date
