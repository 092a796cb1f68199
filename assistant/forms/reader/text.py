"""The text of a paper: where it ends, and its paragraphs, those that were broken into lines made whole."""

import re

from assistant.forms.labels import Label
from assistant.forms.reader.opening import PART, opening
from assistant.forms.reader.row import Row
from assistant.forms.reader.sheet import BRACKETED, CONTACT, FILLED, Sheet


def text_end(sheet: Sheet, at: int) -> int:
    """The row at which the text has ended: the first label of the tail, or the signature that stands before it."""
    rows = sheet.rows
    first = at
    while first < len(rows) and (sheet.is_ornament(rows[first])):
        first += 1
    end = len(rows)
    for n in range(at, len(rows)):
        row = rows[n]
        if n > at or not _shared_with_salutation(sheet, row):
            label = sheet.label(row, "text")
            ends = n > first and (rows[n - 1].finished or row.apart or sheet.is_dated(rows[n - 1]))
            named = ends and BRACKETED.match(row.text)
            if (label and (n > first or label.hard)) or (named and not _text_follows(sheet, n)):
                end = n
                break
    end = _copies_number(sheet, first, end)
    signed = _signed(sheet, first, end)
    if signed == end:  # place and date, or a note's number, may stand below who signs
        dated = end
        while dated > first + 1 and (sheet.is_dated(rows[dated - 1]) or whose_number(sheet, rows[dated - 1])):
            numbered = whose_number(sheet, rows[dated - 1]) is not None
            dated -= 1
            while numbered and dated > first + 1 and not rows[dated].apart and not rows[dated - 1].is_said:
                dated -= 1  # the office that is asked, over the number
        signed = _signed(sheet, first, dated) if dated < end else end
        signed = signed if signed < dated else end
    if signed < end or end < len(rows):
        return _dated_foot(sheet, first, signed)
    chat = end  # a chat window says goodbye after the signature
    while (
        chat > first + 1
        and (rows[chat - 1].is_said or _NOTED.match(rows[chat - 1].text))
        and not rows[chat - 1].mark
        and end - chat < 3
    ):
        chat -= 1
        if (signed := _signed(sheet, first, chat)) < chat and (rows[chat].apart or _NOTED.match(rows[chat].text)):
            return signed
    return end


def whose_number(sheet: Sheet, row: Row) -> Label | None:
    """The number at the foot of a paper where it is told first whose it is: वित्त विभाग आई.डी. सं. …"""
    if "number" not in sheet.after or "number" in sheet.seen or row.mark or row.words > 16:
        return None
    for gap in (row.start + at for at, letter in enumerate(row.text) if letter == " "):
        label = next(
            (one for one in sheet.labels.find(sheet.source.plain, gap + 1, row.end) if one.part == "number"), None
        )
        if label and FILLED.search(sheet.source.plain[label.words : label.words + 40]):
            return label
    return None


def _text_follows(sheet: Sheet, n: int) -> bool:
    """Whether the text goes on below words in brackets, so that they are nobody's name: with the next numbered paragraph."""
    for row in sheet.rows[n + 1 : n + 12]:
        if sheet.label(row, "tail"):
            return False
        if row.mark and row.is_said:
            return True
    return False


_NOTED = re.compile("(?:[A-Za-z\u0900-\u0963]{2,20} ?){1,3}:[ -]{0,2}[^ ]")
"""What an office adds below who signs: "वितरण : समस्त समाचार पत्र"."""


def _copies_number(sheet: Sheet, first: int, end: int) -> int:
    """Where the copies begin: with their own number and date, if those stand right above their label."""
    label = sheet.label(sheet.rows[end], "tail") if end < len(sheet.rows) else None
    if not label or label.part != "copies":
        return end
    above = end - 1
    while above > first and sheet.is_ornament(sheet.rows[above]):
        above -= 1
    own = sheet.label(sheet.rows[above], "tail") if above > first else None
    numbered = own is not None and sheet.look(own.part) in ("number", "right") and not sheet.rows[above].finished
    return above if numbered else end


def columns(sheet: Sheet, at: int) -> None:
    """A foot in two columns is read one after the other: place and date on the left, who signs on the right."""
    rows: list[Row] = sheet.rows[:at]
    right: list[Row] = []
    for n, row in enumerate(sheet.rows[at:], at):
        gap = next((gap for gap in row.wide if _dates_left(sheet, row, gap)), 0) or _place_left(sheet, row, n)
        if right and (not gap and row.apart):
            rows += right
            right = []
        if not gap:
            (right if right and not _dates(sheet, row) else rows).append(row)
            continue
        rows.append(row._replace(end=gap, text=row.text[: gap - row.start], wide=()))
        right.append(row._replace(start=gap + 1, text=row.text[gap + 1 - row.start :], apart=not right, wide=()))
    sheet.rows = rows + right


def _dates_left(sheet: Sheet, row: Row, gap: int) -> bool:
    """Whether a wide gap parts a place or a date from words that are neither."""
    left, words = row._replace(end=gap, text=row.text[: gap - row.start]), row.text[gap + 1 - row.start :]
    if BRACKETED.match(words) and any(label.part == "enclosures" and label.hard for label in sheet.labels_of(left)):
        return True  # what is enclosed may stand on the left of who signs
    value = re.search("^[:–-]|[0-9]{2}|[।.]{2}|_", words)
    return len(row.text) < 160 and _dates(sheet, left) and bool(words) and not value


def _place_left(sheet: Sheet, row: Row, n: int) -> int:
    """The wide gap behind a place that stands alone on the left, its date on the next line; 0 where there is none."""
    below = next(iter(sheet.rows[n + 1 : n + 2]), None)
    above = row.apart or not n or sheet.rows[n - 1].finished
    if len(row.wide) != 1 or not above or not below or below.apart or not _dates(sheet, below):
        return 0
    left = row.text[: row.wide[0] - row.start]
    return row.wide[0] if PLACE.fullmatch(left) and sheet.specs.get("date") else 0


PLACE = re.compile(r"(?:[A-Z][a-z]+|[\u0900-\u0963]{2,20})(?: (?:[A-Z][a-z]+|[\u0900-\u0963]{2,20})){0,2},?")
"""A place and nothing else."""


def _dates(sheet: Sheet, row: Row) -> bool:
    """Whether a line is a place or a date under its label."""
    found = next((label for label in sheet.labels_of(row) if label.part == "date"), None)
    return row.words <= 5 and found is not None and not _GOES_ON.match(row.text, found.words - row.start)


_GOES_ON = re.compile(r"[0-9./-]{5,12} (?:को|से|के|की|का|तक|में|पर|on|at|to|in)(?: |$)")
"""How a sentence begins that only begins with a date: दिनांक 27.10.2026 को …"""


def _dated_foot(sheet: Sheet, first: int, end: int) -> int:
    """Where an application's place and date begin, which stand before its signature."""
    while end > first + 1 and "date" in sheet.specs and "date" not in sheet.seen:
        row = sheet.rows[end - 1]
        if end > first + 2 and not row.apart and PLACE.fullmatch(row.text) and _dates(sheet, sheet.rows[end - 2]):
            end -= 1  # a place under its date
            row = sheet.rows[end - 1]
        found = sheet.labels_of(row)
        filled = not row.finished and (row.words <= 3 or bool(FILLED.search(row.text)))
        dated = any(label.part == "date" and (label.hard or filled) for label in found)
        placed = (row.apart or sheet.rows[end - 2].finished) and sheet.is_dated(row)
        if row.words > 5 or not (dated or placed):
            break
        end -= 1
        above = sheet.rows[end - 1]
        if end > first + 1 and above.apart and not row.apart and PLACE.fullmatch(above.text):
            return end - 1
    return end


def _shared_with_salutation(sheet: Sheet, row: Row) -> bool:
    """Whether the text begins on the salutation's own line."""
    return bool(sheet.lines) and sheet.lines[-1].part == "salutation" and sheet.lines[-1].end > row.start


def _signed(sheet: Sheet, first: int, end: int) -> int:
    """Where the short lines begin that stand between the last sentence and `end`."""
    rows, start = sheet.rows, end
    while start > first and end - start < 12 and _closes(sheet, rows[start - 1]):
        start -= 1
    while start < end:
        before = rows[start - 1] if start > first else None
        if before and before.text.endswith(":"):
            start = next((n for n in range(start + 1, end) if rows[n].apart), end)
        elif rows[start].apart or not before or before.finished or _set_apart(sheet, before, rows[start]):
            break
        else:
            start += 1
    foot = sheet.look("date") == "signature"
    news = bool(sheet.headline_part)
    signed = any(
        sheet.names_someone(row) or (foot and sheet.is_dated(row)) or (news and _is_number(sheet, row))
        for row in rows[start:end]
    )
    return start if signed or _nameless(sheet, start, end) else end


_FEW = 4


def _nameless(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a few short lines below the last sentence, set apart, can only be who signs, though no list has his post."""
    rows = sheet.rows[start:end]
    if not 0 < len(rows) <= _FEW or not start or not rows[0].apart or not sheet.rows[start - 1].finished:
        return False
    needed = "signature" in sheet.specs and sheet.specs["signature"].need == "required"
    plain = rows[0].words <= 5 and not any(":" in row.text or CONTACT.search(row.text) for row in rows)
    plain = plain and not rows[0].text.endswith(",")
    return needed and plain and not any(row.finished or row.wide or row.apart for row in rows[1:])


def _closes(sheet: Sheet, row: Row) -> bool:
    dated = sheet.look("date") == "signature" and sheet.is_dated(row)
    return dated or sheet.signs(row) or sheet.is_ornament(row) or _is_number(sheet, row)


def _is_number(sheet: Sheet, row: Row) -> bool:
    """Whether a line is a number as issued and nothing else, as at the foot of a press note."""
    found = sheet.labels_of(row)
    return row.words <= 3 and "/" in row.text and any(label.part == "number" and label.how == "bare" for label in found)


INDENT = 15


def _set_apart(sheet: Sheet, before: Row, row: Row) -> bool:
    """Whether a line under an item is set so far to the right that it signs."""
    return bool(before.mark) and indent(sheet, row) - indent(sheet, before) >= INDENT and sheet.names_someone(row)


def indent(sheet: Sheet, row: Row) -> int:
    """How many spaces a line was begun with; a tab is as wide as eight."""
    given, start = sheet.source.given, sheet.source.span(row.start, row.start + 1)[0]
    return len(given[given.rfind("\n", 0, start) + 1 : start].expandtabs())


def read_text(sheet: Sheet, at: int, end: int) -> None:
    sheet.current = sheet.writes
    broken: Row | None = None
    for typed in sheet.rows[at:end]:
        row = _after_salutation(sheet, typed) if _shared_with_salutation(sheet, typed) else typed
        if sheet.is_ornament(row):
            sheet.ornament(row)
            broken = None
            continue
        if subject := sheet.subject_below(row):
            sheet.add("subject", sheet.look("subject"), row.start, row.end, subject)
            broken = None
            continue
        if broken is None and (found := opening(sheet, row)):
            sheet.add(PART, sheet.look(PART), row.start, found.end, found.words)
            row = row._replace(start=found.text, end=row.end, text=row.text[found.text - row.start :])
        if broken and _goes_on(sheet, broken, row):
            sheet.glue(row)
        else:
            sheet.put(sheet.writes, row, "numbered" if row.mark and sheet.is_numbered else "paragraph")
        broken = row


def _after_salutation(sheet: Sheet, row: Row) -> Row:
    words = sheet.source.plain[sheet.lines[-1].end : row.end].lstrip(" ,")
    return row._replace(start=row.end - len(words), text=words)


def _goes_on(sheet: Sheet, before: Row, row: Row) -> bool:
    """Whether a line is the rest of a paragraph that somebody broke: on a broken page, or in small letters."""
    if row.apart or row.mark or before.finished or _in_columns(sheet, before, row):
        return False
    if before.text.endswith(":") or (before.mark and _NOTED.match(row.text)):
        return False
    if sheet.width:
        return not before.has_room(row, sheet.width * 6 // 10)
    return row.text[:1].islower() and before.words > 4


def _in_columns(sheet: Sheet, before: Row, row: Row) -> bool:
    """Whether tabs part one of two lines, as in a table, or set the second one in; what hangs under an item's number is set in too."""
    given, source = sheet.source.given, sheet.source
    first, last = source.span(before.start + before.mark, before.end), source.span(row.start, row.end)
    set_in = "\t" in given[first[1] : last[0]] and not before.mark and indent(sheet, row) > indent(sheet, before)
    return set_in or "\t" in given[slice(*first)] or "\t" in given[slice(*last)]
