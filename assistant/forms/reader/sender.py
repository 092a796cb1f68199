"""Who writes, where the paper says it on top: a name or post above the text, alone or beside the office, the number or the date."""

from assistant.forms.reader.dates import BARE_DATE
from assistant.forms.reader.row import Row
from assistant.forms.reader.sheet import CONTACT, FILLED, OFFICE, Sheet, is_blank


def beside_office(sheet: Sheet, row: Row) -> bool:
    """Reads a line of two columns, the sender's name or post on the left and the office on the right; False where it is none."""
    if not (sheet.signs_on_top and row.wide and "letterhead" in sheet.specs):
        return False
    gap = row.wide[0]
    left, right = row.text[: gap - row.start], row.text[gap + 1 - row.start :]
    if not sheet.labels.office.search(right) or not is_sender(sheet, row._replace(end=gap, text=left, wide=())):
        return False
    look = "letterhead-line" if "letterhead" in sheet.seen else "letterhead"
    sheet.add("from", "address", row.start, gap)
    sheet.add("letterhead", look, gap + 1, row.end)
    sheet.current = "from"
    return True


def is_sender(sheet: Sheet, row: Row) -> bool:
    """Whether a line on top is the sender's own name or post."""
    if not sheet.signs_on_top or CONTACT.search(row.text):
        return False
    if sheet.current == "from":
        told = bool(sheet.labels.post.search(row.text)) or is_blank(row)
        return not row.apart and told and not OFFICE.match(row.text)
    return "from" not in sheet.seen and not sheet.labels.office.search(row.text)


def read_sender(sheet: Sheet, row: Row) -> None:
    """The sender's name or post; the number may stand at the right edge of its line."""
    sheet.current = "from"
    for gap in row.wide:
        labels = sheet.labels.find(sheet.source.plain, gap + 1, row.end)
        label = next((one for one in labels if one.part == "number" and "number" in sheet.specs), None)
        if label and "number" not in sheet.seen and FILLED.search(row.text[gap - row.start :]):
            sheet.add("from", "address", row.start, gap)
            return sheet.add("number", sheet.look("number"), gap + 1, row.end, label.words)
        if "date" in sheet.specs and "date" not in sheet.seen and BARE_DATE.fullmatch(row.text, gap + 1 - row.start):
            sheet.add("from", "address", row.start, gap)
            return sheet.add("date", sheet.look("date"), gap + 1, row.end)
    return sheet.put("from", row, "address", row.start)
