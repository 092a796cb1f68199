"""The title of a paper: what it is dressed in, what shares its line, and the heading right under it."""

import re

from assistant.forms.reader.dates import DATE_LABEL, DAY
from assistant.forms.reader.row import Row
from assistant.forms.reader.sheet import Sheet

NUMBER_LABEL = re.compile(
    r"(?<![A-Za-z\u0900-\u0963.])(?:पत्र )?(?:क्रमांक|पत्रांक|संख्या|क्र\.|सं\.|F\. ?No\.|No\.)(?![A-Za-z\u0904-\u0963])"
)
PLACE_AND_DAY = re.compile(rf"(?<= )[A-Za-z\u0900-\u0963]{{3,25}}[,:] ?{DAY}$", re.IGNORECASE)
"""A place and a day at the end of a line, without a label."""
_NAMES_OFFICE = re.compile(
    r"^[*_]{0,2}(?:कार्यालय|Office of) | (?:कार्यालय|Office)(?:,|$| \S+(?: \([^()]{2,12}\))?[*_]{0,2}$)", re.IGNORECASE
)


def numbered_title(sheet: Sheet, row: Row, at: int) -> bool:
    """Whether a line is the title with a serial of its own, "CIRCULAR No. 17/2026", and the paper's number stands below it."""
    if "title" not in sheet.specs or "title" in sheet.seen or row.words > 8 or DATE_LABEL.search(row.text):
        return False
    label = NUMBER_LABEL.search(row.text)
    if not label or not label.start() or not is_title(sheet, row._replace(text=row.text[: label.start()].rstrip())):
        return False
    for below in sheet.rows[at + 1 : at + 6]:
        found = sheet.label(below, "head")
        if found and found.part == "number" and (DATE_LABEL.search(below.text) or PLACE_AND_DAY.search(below.text)):
            sheet.current = "title"
            sheet.put("title", row)
            return True
    return False


def broken_title(sheet: Sheet, row: Row, at: int) -> bool:
    """Reads a title that holds its subject where it was broken into two lines."""
    last = sheet.lines[-1] if sheet.current == "title" and sheet.lines else None
    if last and last.part == "title" and not row.apart and row.words < 12:
        above = sheet.source.plain[last.start : last.end]
        if len(above) < 200 and not sheet.titled.fullmatch(above) and sheet.titled.fullmatch(f"{above} {row.text}"):
            sheet.glue(row)
            return True
    below = next(iter(sheet.rows[at + 1 : at + 2]), None)
    if not below or below.apart or below.words > 11 or row.words < 3 or is_title(sheet, row) or is_title(sheet, below):
        return False
    labelled = sheet.label(row, "head") or sheet.label(below, "head")
    if labelled or holds_title(sheet, row) or holds_title(sheet, below):
        return False
    whole = row._replace(text=f"{row.text} {below.text}")
    if not holds_title(sheet, whole):
        return False
    sheet.current = "title"
    sheet.put("title", row)
    return True


def titled(sheet: Sheet, row: Row, at: int) -> Row:
    """What follows the title on its line: "OFFICE ORDER No. 41 of 2026", "प्रेस नोट      दिनांक 14.11.2026"; the line where there is none."""
    titled = "title" in sheet.specs and sheet.specs["title"].need != "never"
    if not titled or "title" in sheet.seen or row.words > 16 or row.is_said or is_title(sheet, row):
        return row
    found = [
        match.start() for label in (NUMBER_LABEL, DATE_LABEL) if (match := label.search(row.text)) and match.start()
    ]
    for cut in sorted({*(gap - row.start for gap in row.wide), *found}):
        head, rest = row.text[:cut].rstrip(), row.text[cut:].lstrip()
        whole = row._replace(end=row.start + len(head), text=head)
        if (
            rest
            and is_title(sheet, whole)
            and not any(is_title(sheet, other) for other in sheet.rows[at + 1 : at + 12])
        ):
            sheet.current = "title"
            sheet.put("title", whole)
            start = row.end - len(rest)
            return row._replace(start=start, text=rest, wide=tuple(gap for gap in row.wide if gap > start))
    return row


def is_title(sheet: Sheet, row: Row) -> bool:
    if "title" not in sheet.specs or row.words > 10:
        return False
    return sheet.labels.is_title(_SERIAL.sub("-", row.text[:200]))  # स्मरण पत्र - 1


_SERIAL = re.compile(" ?[-–] ?(?=[0-9IVX(])")


def holds_title(sheet: Sheet, row: Row) -> bool:
    """Whether a line on top is the title and the subject in one."""
    if "title" not in sheet.specs or "title" in sheet.seen or row.words > 40 or len(row.text) > 330:
        return False
    on_top = sheet.current in ("", "letterhead", "number", "date")
    return on_top and bool(sheet.titled.fullmatch(row.text))


def _may_be_office(sheet: Sheet, row: Row) -> bool:
    """Whether a short line can be the office of a form that must have one: "Police Headquarters, Nava Raipur"."""
    return sheet.specs["letterhead"].need == "required" and row.words <= 7 and not row.finished and "," in row.text


def is_headline(sheet: Sheet, row: Row, at: int) -> bool:
    """Whether a line stands right under the title and is a heading of the form's own, as a press note's headline; not the office that issues it."""
    own = sheet.headline_part
    if own and "letterhead" not in sheet.seen and (_NAMES_OFFICE.search(row.text) or _may_be_office(sheet, row)):
        unlabelled = (
            one for one in sheet.rows[at + 1 : at + 5] if not sheet.is_dated(one) and not sheet.label(one, "head")
        )
        below = next(unlabelled, None)
        if below and not below.is_said:  # the number and date of the office may stand between
            return False
    below_office = ("letterhead",) if row.words > 2 else ()
    titled = sheet.current == "title" or (sheet.current in ("number", "date", *below_office) and "title" in sheet.seen)
    return bool(own) and titled and own not in sheet.seen and row.words <= 25 and not row.finished
