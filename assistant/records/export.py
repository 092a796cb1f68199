"""A report as a file: CSV that Excel opens right, XLSX with real types, JSON. What looks like a formula is only ever text."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from assistant.errors import InputError
from assistant.records.reports import Table

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST_CELL = 32_767
"""The most letters that Excel takes in a cell."""
MOST_ROWS = 100_000
"""Rows of a sheet: more take minutes to make, and an old PC doesn't open them."""


def defused(value: Any) -> Any:
    """A text that a spreadsheet would reckon, with the sign before it that makes it text; all else as it is."""
    return f"'{value}" if isinstance(value, str) and value.lstrip(" \u00a0").startswith(FORMULA) else value


def to_csv(table: Table) -> bytes:
    """UTF-8 with the mark by which Excel knows it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([defused(_said(value)) for value in row])
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(table: Table) -> bytes:
    """Numbers, days, moments and truths as such; the heading stays on top and can be filtered by. Raises InputError for a list that is
    too long for it."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    if len(table.rows) > MOST_ROWS:
        raise InputError("error.report.long", rows=len(table.rows), most=MOST_ROWS)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("e-Daksh")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    for place, column in enumerate(table.columns, start=1):
        longest = max([len(column), *(len(str(row[place - 1])) for row in table.rows[:500])])
        sheet.column_dimensions[get_column_letter(place)].width = min(60, longest + 3)

    def heading(column: str) -> Any:
        made = WriteOnlyCell(sheet, column)
        made.font = Font(bold=True)
        return made

    def cell(value: Any) -> Any:
        if isinstance(value, datetime):
            return value.astimezone().replace(tzinfo=None)
        if not isinstance(value, str):
            return value
        value = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST_CELL]
        if defused(value) == value:
            return value
        made = WriteOnlyCell(sheet, value)
        made.data_type = "s"  # openpyxl takes what begins with = for a formula
        made.quotePrefix = True
        return made

    sheet.append([heading(column) for column in table.columns])
    for row in table.rows:
        sheet.append([cell(value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def to_json(table: Table) -> bytes:
    """A list of objects, one a line; days and moments as ISO has them."""
    out = io.BytesIO()
    for n, row in enumerate(table.rows):
        line = json.dumps(
            dict(zip(table.columns, row, strict=True)), ensure_ascii=False, default=lambda value: value.isoformat()
        )
        out.write(b",\n" if n else b"[\n")
        out.write(line.encode())
    out.write(b"\n]\n" if table.rows else b"[]\n")
    return out.getvalue()


FORMATS: dict[str, Callable[[Table], bytes]] = {"csv": to_csv, "xlsx": to_xlsx, "json": to_json}
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def _said(value: Any) -> Any:
    """A value as CSV has it."""
    if isinstance(value, datetime):
        return value.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else value
