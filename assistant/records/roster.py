"""A roster: the sheet that a trainer has, read into rows of people and lines of what is wrong. Nothing here touches the database.

CSV as Excel writes it (UTF-8 with its mark, or its "Unicode text"; commas, semicolons or tabs) and XLSX; the heading may stand below a
title, its columns in any order, in Hindi or English.
"""

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from assistant.errors import InputError
from assistant.records.people import LONGEST, ROLES

MOST_BYTES = 10_000_000
MOST_UNPACKED = 200_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 60
HEADING_WITHIN = 15
"""Rows from the top that the heading may stand in."""

HEADINGS = {
    "employee_id": "employeeid employeecode employeeno empid empcode empno कर्मचारीक्रमांक कर्मचारीक्र कर्मचारीआईडी कर्मचारीकोड",
    "name": "name employeename fullname नाम कर्मचारीकानाम पूरानाम",
    "designation": "designation post पदनाम पद",
    "office": "office department कार्यालय विभाग कार्यालयकानाम",
    "district": "district जिला जिलेकानाम",
    "role": "role भूमिका",
}
ROLE_WORDS = {
    "trainee": "trainee learner प्रशिक्षणार्थी प्रशिक्षु",
    "trainer": "trainer प्रशिक्षक",
    "admin": "admin administrator व्यवस्थापक प्रशासक",
    "officer": "officer अधिकारी",
}
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
"""Signs that turn the direction of what follows: they make a name look like another."""


class Row(NamedTuple):
    """A good row: its number in the sheet, and what it says; only columns that aren't empty."""

    number: int
    employee_id: str
    columns: dict[str, str]


class Bad(NamedTuple):
    """A row that can't go in, by its number in the sheet, and why (a message and its values)."""

    number: int
    key: str
    values: dict[str, Any]


class Roster(NamedTuple):
    rows: list[Row]
    bad: list[Bad]
    left_out: list[str]
    """Headings that mean nothing here."""


def read_roster(raw: bytes, file: str) -> Roster:
    """The rows of a sheet. Raises InputError where it can't be read at all, or has no column for the employee ID or the name."""
    if len(raw) > MOST_BYTES:
        raise InputError("error.roster.large", most=MOST_BYTES // 1_000_000)
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError("error.roster.old", file=file)
    lines = _numbered(_sheet(raw, file) if raw.startswith(b"PK") else _text(raw, file))
    columns, left_out = _heading(lines, file)
    rows: list[Row] = []
    bad: list[Bad] = []
    seen: dict[str, int] = {}
    for number, cells in lines:
        if len(rows) + len(bad) >= MOST_ROWS:
            raise InputError("error.roster.rows", most=MOST_ROWS)
        try:
            row = _row(number, {name: cells[place] for name, place in columns.items() if place < len(cells)})
            first = seen.setdefault(row.employee_id.lower(), number)
            if first != number:
                raise InputError("roster.twice", id=row.employee_id, first=first)
            rows.append(row)
        except InputError as error:
            bad.append(Bad(number, error.key, error.values))
    return Roster(rows, bad, left_out)


def one_row(fields: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """What one person says of themselves: the employee ID, and all else but the role. Raises InputError as a roster's row does."""
    row = _row(0, {name: said for name, said in fields.items() if name in HEADINGS and name != "role"})
    return row.employee_id, row.columns


def _row(number: int, cells: dict[str, str]) -> Row:
    """A row whose cells are in order. Raises InputError with what isn't."""
    said = {name: clean for name, cell in cells.items() if (clean := _clean(name, cell))}
    employee_id = said.pop("employee_id", "")
    if not employee_id:
        raise InputError("roster.no-id")
    if re.fullmatch(r"[0-9]([.,][0-9]+)?[eE]\+[0-9]+", employee_id):
        raise InputError("roster.shortened", id=employee_id)
    if "name" not in said:
        raise InputError("roster.no-name", id=employee_id)
    if "role" in said:
        role = next((role for role in ROLES if _plain(said["role"]) in ROLE_WORDS[role].split()), "")
        if not role:
            raise InputError("roster.role", role=said["role"][:40], allowed=", ".join(ROLES))
        said["role"] = role
    return Row(number, employee_id, said)


def _clean(name: str, cell: str) -> str:
    """A cell as it is kept, on one line. Raises InputError for one that is too long or has signs that nobody sees."""
    if len(cell) > 10 * LONGEST.get(name, 40):
        raise InputError("roster.long", column=name, most=LONGEST.get(name, 40))
    text = unicodedata.normalize("NFC", " ".join(cell.split()))
    if _UNSEEN.search(text) or any(unicodedata.category(sign) in ("Cc", "Cs", "Co", "Cn") for sign in text):
        raise InputError("roster.signs", column=name)
    if len(text) > LONGEST.get(name, 40):
        raise InputError("roster.long", column=name, most=LONGEST.get(name, 40))
    return text


def _numbered(lines: Iterable[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """The lines that have anything in them, with their number in the sheet."""
    return ((n, cells) for n, cells in enumerate(lines, start=1) if any(cell.strip() for cell in cells))


def _heading(lines: Iterator[tuple[int, list[str]]], file: str) -> tuple[dict[str, int], list[str]]:
    """The place of each column, and the headings that mean nothing here. The line of headings is taken off `lines`."""
    for number, cells in lines:
        if number > HEADING_WITHIN:
            break
        columns: dict[str, int] = {}
        left_out = []
        for place, cell in enumerate(cells):
            name = next((name for name, words in HEADINGS.items() if _plain(cell) in words.split()), "")
            if name in columns:
                raise InputError("error.roster.doubled", file=file, column=cell[:40])
            if name:
                columns[name] = place
            elif cell.strip():
                left_out.append(cell.strip()[:40])
        if {"employee_id", "name"} <= columns.keys():
            return columns, left_out
    raise InputError("error.roster.heading", file=file)


def _plain(word: str) -> str:
    """A heading without what people write in different ways: capitals, spaces, dots, the nukta."""
    kept = unicodedata.normalize("NFD", word.lower()).replace("\u093c", "")
    return "".join(sign for sign in unicodedata.normalize("NFC", kept) if sign not in " _-.:*/()\u00a0\ufeff\t\n")


def _text(raw: bytes, file: str) -> Iterator[list[str]]:
    """The lines of a CSV file."""
    try:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = raw.decode("utf-16")
        else:
            text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("error.roster.encoding", file=file) from None
    told = re.match(r"sep=(.)\r?\n", text)  # Excel's own first line
    counts = {sign: sum(line.count(sign) for line in text.splitlines()[:HEADING_WITHIN]) for sign in ",;\t|"}
    delimiter = told[1] if told else max(counts, key=lambda sign: counts[sign])
    csv.field_size_limit(MOST_BYTES)
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _sheet(raw: bytes, file: str) -> Iterator[list[str]]:
    """The lines of the first sheet of an XLSX file: a formula's value, or its text where Excel left none."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise InputError("error.roster.large", most=MOST_BYTES // 1_000_000)
        books = [load_workbook(io.BytesIO(raw), read_only=True, data_only=values) for values in (True, False)]
        sheets = [book.worksheets[0] for book in books]
        for sheet in sheets:
            sheet.reset_dimensions()  # what a file says of its size is not to be trusted
        lines = (sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS) for sheet in sheets)
        for values, formulas in zip(*lines, strict=True):
            pairs = zip(values, formulas, strict=True)
            yield [_cell(formula if value is None else value) for value, formula in pairs]
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001 openpyxl raises whatever the broken file leads it to
        raise InputError("error.roster.broken", file=file, why=type(error).__name__) from None


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
