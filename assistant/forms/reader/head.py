"""The head of a paper: labelled lines, and what stands above and under them, down to where the text begins."""

import re

from assistant.forms.labels import BRANCH, Label
from assistant.forms.reader.dates import DATE_LABEL
from assistant.forms.reader.labelled import dated, labelled
from assistant.forms.reader.lists import FIRST, ends_list, is_list, is_next, leads
from assistant.forms.reader.mail import mail_headers
from assistant.forms.reader.opening import opening
from assistant.forms.reader.particulars import dated_subject, opens
from assistant.forms.reader.row import OPENS_TEXT, WIDEST, Row
from assistant.forms.reader.sender import beside_office, is_sender, read_sender
from assistant.forms.reader.sheet import CONTACT, FILLED, HEADINGS, NAMED, OFFICE, UNPLACED, Sheet, is_blank
from assistant.forms.reader.titles import (
    NUMBER_LABEL,
    broken_title,
    holds_title,
    is_headline,
    is_title,
    numbered_title,
    titled,
)

_SUBJECT_ENDS = re.compile(r"(?:में|बाबत्?|हेतु|विषयक|regarding|reg)[।.]?[*_ ]{0,3}$", re.IGNORECASE)
_DATED_END = re.compile("[0-9]{2}[।.) ]{0,3}$")
"""How a reference ends: with its date."""


def _is_wanted(sheet: Sheet, part: str) -> bool:
    return part in sheet.specs and part not in sheet.seen and sheet.specs[part].need != "never"


_ALL = re.compile(r"(?:[^।,:]{2,40} (?:के|की) )?(?:समस्त|सभी) |All ")
"""How an address without a label begins: समस्त राजस्व निरीक्षक."""


def _opens_address(sheet: Sheet, row: Row) -> bool:
    """Whether a line without a label below number and date begins the address: to all of a kind, by name, or by post."""
    if row.is_said or not {"number", "date"} & sheet.seen or not _is_wanted(sheet, "addressee"):
        return False
    headed = "letterhead" in sheet.seen and sheet.current != "letterhead"
    ends = headed or row.text.endswith(",")
    post = row.apart and ends and sheet.labels.post.search(row.text) and not OFFICE.match(row.text)
    named = bool(NAMED.match(row.text) or post) and not sheet.signs_on_top
    return bool(_ALL.match(row.text)) or (named and _is_addressed(sheet))


def read_head(sheet: Sheet) -> int:
    """Reads down to where the text begins; the index of its first row."""
    mail = mail_headers(sheet)
    for row in sheet.rows[:mail]:
        sheet.add(UNPLACED, "paragraph", row.start, row.end)
    last = _last_label(sheet, mail)
    for at, typed in enumerate(sheet.rows[mail:], mail):
        if sheet.is_ornament(typed):
            sheet.ornament(typed)
            continue
        if sheet.current in HEADINGS and sheet.goes_over(sheet.rows[at - 1], typed) and not _is_label(sheet, typed):
            sheet.glue(typed)  # "… की शिकायत का / प्रतिवेदन।": no title
            continue
        if numbered_title(sheet, typed, at) or broken_title(sheet, typed, at):
            continue
        row = titled(sheet, typed, at)
        if at > last and opening(sheet, row):
            return at
        label = _own_number(sheet, sheet.label(row, "head"), row, at) or _called_number(sheet, row, at)
        if label and label.part == "date" and row.words > 6 and holds_title(sheet, row):
            sheet.current = "title"  # दिनांक 15.10.2026 को आयोजित बैठक का कार्यवृत्त
            sheet.put("title", row)
            continue
        if label:
            labelled(sheet, label, row)
            if (
                label.part == "salutation"
                and label.words > row.start
                and label.words < row.end
                and label.how == "whole"
            ):
                return at  # the text begins on the same line
            continue
        if at > last and (opens(sheet, row, at) or dated_subject(sheet, row, at)):
            continue
        if at > last and _begins_text(sheet, row, at):
            return at
        _under(sheet, row, at)
    return len(sheet.rows)


def _is_label(sheet: Sheet, row: Row) -> bool:
    label = sheet.label(row, "head")
    return label is not None and label.part != "title"


_ALL_TOLD = 2
"""Paragraphs above a subject that are the whole text: the subject was moved below it."""


_BARE_NUMBER = re.compile(
    r"(?=[^ ]*[0-9])[A-Za-z0-9\u0900-\u0963.()-]{1,20}(?:/[A-Za-z0-9\u0900-\u0963.()-]{1,20}){2,5}(?: |$)"
)
"""A number that stands without any label: MPWC/QC/2026/1170."""


def _called_number(sheet: Sheet, row: Row, at: int) -> Label | None:
    """The number where words that no list has say whose it is, "अर्द्ध शास. पत्र क्र. 88/2026": on top, and no line below has one."""
    on_top = sheet.current in ("", "letterhead", "from", "title")
    if not on_top or row.is_said or "/" not in row.text or not _is_wanted(sheet, "number"):
        return None
    if sheet.specs["number"].need != "required" or any(
        (below := sheet.label(one, "head")) and below.part == "number" for one in sheet.rows[at + 1 : at + 12]
    ):
        return None
    if _BARE_NUMBER.match(row.text):
        return None if sheet.labels.post.search(row.text) else Label("number", "bare", row.start, False)
    match = NUMBER_LABEL.search(row.text[: row.wide[0] - row.start] if row.wide else row.text[:40])
    filled = match and FILLED.search(row.text[match.end() : match.end() + 12])
    return Label("number", "bare", row.start + match.end() + 1, False) if match and filled else None


def _own_number(sheet: Sheet, label: Label | None, row: Row, at: int) -> Label | None:
    """A label; "Ref:" over the paper's own number and date is that of the number, where no line has one."""
    if not label or label.part != "reference" or not {"number", "date"} <= sheet.specs.keys() - sheet.seen:
        return label
    words = re.sub(r"^(?:No|क्र|सं)\.? ?[:.-]? ?", "", row.text[label.words - row.start :])
    if not _BARE_NUMBER.match(words) or not DATE_LABEL.search(words) or row.words > 8:
        return label
    below = [sheet.label(one, "head") for one in sheet.rows[at + 1 : at + 12]]
    return label if any(one and one.part == "number" for one in below) else label._replace(part="number", how="bare")


def _last_label(sheet: Sheet, first: int) -> int:
    """The last row that can only stand above the text; nothing before it is text."""
    sure, last, seen = ("subject", "reference", "salutation", "cc", "bcc"), -1, set[str]()
    told, labelled = 0, False
    for at, row in enumerate(sheet.rows[first : first + 400], first):
        goes_on = labelled and not row.apart and not row.mark and not sheet.rows[at - 1].has_room(row, len(row.text))
        labelled = bool(sheet.label(row, "head")) or goes_on
        told += row.finished and row.words >= 14 and not labelled
        if is_title(sheet, row) and "title" not in seen and at < 25:
            seen.add("title")
            last = at
            continue
        for label in sheet.labels_of(row):
            part = label.part
            if (
                part not in sure
                or part in seen
                or (part in ("cc", "bcc") and "salutation" in seen)
                or (part not in sheet.specs)
                or not (label.hard or label.how == "whole")
            ):
                continue
            if label.how == "whole" and label.words > row.start and label.part != "salutation":
                continue
            if told and part == "subject" and sheet.specs[part].need in ("optional", "never"):
                continue  # a resolution tells of the meeting first
            if told >= _ALL_TOLD and part == "subject":
                return last
            if last >= 0 and at > last + 25:
                return last
            seen.add(part)
            last = at
    return last


def _is_beside(sheet: Sheet, row: Row) -> bool:
    """Whether a line on top has who writes on its left, and the number or the office on its right."""
    on_top = sheet.current in ("", "letterhead", "from", "number")
    return bool(row.wide) and on_top and sheet.signs_on_top and row.words < 16


def _begins_text(sheet: Sheet, row: Row, at: int) -> bool:
    if (is_title(sheet, row) and "title" not in sheet.seen) or holds_title(sheet, row) or is_headline(sheet, row, at):
        return False
    if row.apart and sheet.current in HEADINGS and row.text.endswith(",") and _opens_address(sheet, row):
        return False  # "समस्त सदस्य," below the subject
    if _is_beside(sheet, row):
        return False
    if sheet.current == "salutation" or (
        sheet.current and sheet.current == sheet.headline_part and row.apart and row.words > 8
    ):
        return True
    if is_blank(row) and row.apart and sheet.current in ("addressee", *HEADINGS):
        return True
    if (sheet.current in ("reference", "through") or is_list(sheet)) and is_next(sheet, row) and not sheet.ruled:
        return False
    if sheet.current == "addressee" and not row.finished:
        first = sheet.lines[-1].look == "addressee" and not row.apart and bool(FIRST.match(row.text))
        if first or is_next(sheet, row):
            return False
    if sheet.current in HEADINGS or is_list(sheet):
        if row.apart or OPENS_TEXT.match(row.text) or (is_list(sheet) and ends_list(sheet, row)):
            return True
        if row.mark:
            again = bool(FIRST.match(row.text)) and sheet.lines[-1].words < sheet.lines[-1].end
            told = row.is_said or _is_told(sheet, at) or leads(sheet, row, at)
            return sheet.current == "subject" or row.words >= 40 or (again and told)
        before = sheet.rows[at - 1]
        whole = (
            (sheet.current == "reference" and row.words >= 14 and row.is_said and bool(_DATED_END.search(before.text)))
            or before.finished
            or len(before.text) > WIDEST
            or (sheet.current == "subject" and _SUBJECT_ENDS.search(before.text))
            or (before.has_room(row, len(row.text)) and _is_told(sheet, at))
            or _tells(sheet, row)
        )
        return bool(whole) or (len(before.text) < 30 and row.is_said)
    if row.mark:
        return sheet.current not in ("addressee", "from") or row.is_said or row.words > 12 or leads(sheet, row, at)
    lead = sheet.current == "title" and row.words >= 8 and row.text.endswith((":", ":-", ":–"))
    if not row.is_said and not lead and not leads(sheet, row, at):
        return False
    if (
        sheet.current in ("addressee", "from", "date", "number", "letterhead", "title")
        and not row.apart
        and not row.finished
    ):
        return bool(OPENS_TEXT.match(row.text)) or len(row.text) > 90 or (sheet.current == "title" and row.words >= 8)
    return not (CONTACT.search(row.text) and row.words < 14 and sheet.current == "letterhead")


_TELLS = re.compile(r"[^\W\d][^\d\n:ः।,.;–-]{2,24} ?[:ः][ –-]{0,2}[^\s–-]")


def _tells(sheet: Sheet, row: Row) -> bool:
    """Whether a line below a heading says one thing under its own name: "निरीक्षणकर्ता : लोकेश्वरी सोनवानी"."""
    above = sheet.lines[-1]
    return above.words < above.end and bool(_TELLS.match(row.text)) and not _is_label(sheet, row)


_CLAUSE = re.compile(r" (?:है|हैं|जाए|करें|is|are|was|were|has|have)(?:[ ,।.]|$)")
_TOLD, _SHORT, _ROWS = 14, 8, 6
"""The words of a paragraph, and of a sentence with its verb, and the lines within which it says them."""


def _is_told(sheet: Sheet, at: int) -> bool:
    """Whether the lines from here on are a sentence of the text, and no subject."""
    words = 0
    for n, row in enumerate(sheet.rows[at : at + _ROWS]):
        if n and (row.apart or row.mark or _is_label(sheet, row)):
            return bool(row.mark) and words >= _TOLD
        words += row.words
        if row.finished:
            told = words >= _TOLD or (words >= _SHORT and bool(_CLAUSE.search(sheet.rows[at].text)))
            return told and not _SUBJECT_ENDS.search(row.text)
    return words >= 3 * _TOLD


def _under(sheet: Sheet, row: Row, at: int) -> None:
    """A line of the head without a label: it goes with what stands above it, or is the letterhead."""
    if (is_title(sheet, row) and "title" not in sheet.seen) or holds_title(sheet, row):
        sheet.current = "title"
        return sheet.put("title", row)
    if dated(sheet, row, "", row.start):
        return None
    second = sheet.headline_part and sheet.current == sheet.headline_part and not row.apart and not row.is_said
    if second or is_headline(sheet, row, at):
        sheet.current = sheet.headline_part
        return sheet.put(sheet.current, row)
    if (sheet.current in HEADINGS or is_list(sheet)) and sheet.lines[-1].words >= sheet.lines[-1].end:
        return sheet.glue(row)  # the label stood alone
    if sheet.look(sheet.current) == "header" and not row.apart and not row.is_said:
        return sheet.glue(row)
    if (is_list(sheet) or sheet.current == "copies") and (row.mark or not row.apart):
        return sheet.add(sheet.current, "label", row.start, row.end, row.start)
    if sheet.current in HEADINGS and (row.mark or not row.apart):
        if row.mark:
            return sheet.add(sheet.current, sheet.look(sheet.current), row.start, row.end, row.start)
        return sheet.glue(row)
    if _opens_address(sheet, row):
        sheet.current = "addressee"
    addressed = sheet.current == "addressee" or (sheet.current == "from" and not sheet.signs_on_top)
    opens = row.finished and row.is_said and bool(OPENS_TEXT.match(row.text))
    if addressed and not opens and (not row.is_said or not row.apart):
        return sheet.put(sheet.current, row, "address")
    told = (row.is_said and not _is_beside(sheet, row)) or row.text.endswith(":")
    if sheet.current in ("", "letterhead", "number", "date", "title", "file", "from") and not told:
        return _headline(sheet, row)
    sheet.add(UNPLACED, "paragraph", row.start, row.end)
    return None


def _headline(sheet: Sheet, row: Row) -> None:
    """A short line on top, or about the number and date: letterhead, or whoever writes."""
    if beside_office(sheet, row):
        return None
    if is_sender(sheet, row):
        return read_sender(sheet, row)
    need = sheet.specs["letterhead"].need if "letterhead" in sheet.specs else ""
    if need == "never" and _is_bare_subject(sheet, row):
        sheet.current = "subject"
        return sheet.put("subject", row, "label", row.start)
    if need == "never" and not OFFICE.match(row.text) and _is_addressed(sheet):
        sheet.current = "addressee"
        return sheet.put("addressee", row, "address")
    first = "letterhead" not in sheet.seen
    if need and (need != "never" or sheet.labels.office.search(row.text) or (not first and CONTACT.search(row.text))):
        sheet.current = "letterhead"
        return sheet.add("letterhead", "letterhead" if first else "letterhead-line", row.start, row.end)
    sheet.add(UNPLACED, "paragraph", row.start, row.end)
    return None


_OFFICE = re.compile(
    rf"{BRANCH.pattern}|कार्यालय|शासन|विभाग|\b(?:office|department|government|ministry)\b", re.IGNORECASE
)


_GREETS = re.compile(
    r"(?:(?:sir|madam|ma'?am|hello|hi|hey|dear|respected|good (?:morning|day|afternoon|evening)|namaste|namaskar|pranam|jai hind)(?![\w-])"
    r"|(?:सर|मैडम|नमस्ते|नमस्कार|प्रणाम|महोदया?|मान्यवर|श्रीमान्?|आदरणीया?|जय हिन्द|जय हिंद)(?![\u0900-\u0963]))",
    re.IGNORECASE,
)


def _is_bare_subject(sheet: Sheet, row: Row) -> bool:
    """Whether the line on the very top of a note, centred and bold as it may be, is its subject: no line below has that label."""
    spec = sheet.specs.get("subject")
    if not spec or spec.need != "required" or sheet.lines or not 4 <= row.words <= 25:
        return False
    if _OFFICE.search(row.text) or _GREETS.match(row.text):
        return False
    labels = (label for one in sheet.rows[:25] for label in sheet.labels_of(one))
    return not any(label.part in ("subject", "addressee") for label in labels)


def _is_addressed(sheet: Sheet) -> bool:
    """Whether lines on top that have no label can only be whom the paper goes to: a form that needs it and has no letterhead."""
    spec = sheet.specs.get("addressee")
    if not spec or spec.need != "required" or "addressee" in sheet.seen:
        return False
    labels = (label for row in sheet.rows[:40] for label in sheet.labels_of(row))
    return not any(label.part == "addressee" for label in labels)
