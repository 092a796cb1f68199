"""A roster as people have it: Excel's own CSV, semicolons, Hindi headings, a title above; each bad row is told by its number in the sheet."""

import io

import pytest
from openpyxl import Workbook

from assistant.errors import InputError
from assistant.records.roster import read_roster

PLAIN = "employee_id,name,designation,office,district,role\nE1,सीमा वर्मा,लिपिक,कलेक्टर कार्यालय,सीहोर,trainee\n"


def read(text, file="roster.csv"):
    return read_roster(text if isinstance(text, bytes) else text.encode(), file)


def book(*rows):
    made = Workbook()
    for row in rows:
        made.active.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.replace(",", ";").replace("\n", "\r\n").encode("utf-8-sig"),
        ("sep=;\r\n" + PLAIN.replace(",", ";")).encode(),
        PLAIN.replace(",", "\t").encode("utf-16"),
        "भूमिका,ज़िला,कार्यालय,पदनाम,नाम,कर्मचारी क्रमांक\nप्रशिक्षणार्थी,सीहोर,कलेक्टर कार्यालय,लिपिक,सीमा  वर्मा,E1\n".encode(),
        ("बैच सीहोर-14 की सूची,,,,,\n,,,,,\n" + PLAIN.replace("employee_id", "Employee ID")).encode(),
        book(["employee_id", "name", "designation", "office", "district", "role"],
             ["E1", "सीमा वर्मा", "लिपिक", "कलेक्टर कार्यालय", "सीहोर", "trainee"]),
    ],
)  # fmt: skip
def test_it_is_read_however_excel_wrote_it(raw):
    roster = read(raw)
    assert roster.bad == []
    assert roster.rows[0].employee_id == "E1"
    assert roster.rows[0].columns == {
        "name": "सीमा वर्मा", "designation": "लिपिक", "office": "कलेक्टर कार्यालय", "district": "सीहोर", "role": "trainee",
    }  # fmt: skip


def test_each_bad_row_has_its_number_in_the_sheet():
    roster = read(
        "employee_id,name,role\nE1,क,\n\n,बिना क्रमांक,\nE2,,\nE1,फिर वही,\nE3,ख,राजा\n1.23457E+11,ग,\n"
        f'E4,{"x" * 1_000_000},\nE5,\u202eउलटा,\nE6,"दो\nपंक्ति",\n'
    )
    assert [(bad.number, bad.key) for bad in roster.bad] == [
        (4, "roster.no-id"), (5, "roster.no-name"), (6, "roster.twice"), (7, "roster.role"), (8, "roster.shortened"),
        (9, "roster.long"), (10, "roster.signs"),
    ]  # fmt: skip
    assert [(row.number, row.columns["name"]) for row in roster.rows] == [(2, "क"), (11, "दो पंक्ति")]


def test_numbers_and_formulas_of_a_sheet_are_taken_as_they_show():
    roster = read(
        book(["Emp ID", "नाम", "मोबाइल"], [1001, '=HYPERLINK("http://x","y")', 98], [1002.0, "क", None]), "r.xlsx"
    )
    assert [row.employee_id for row in roster.rows] == ["1001", "1002"]
    assert roster.rows[0].columns["name"] == '=HYPERLINK("http://x","y")'
    assert roster.left_out == ["मोबाइल"]


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("employee_id,name\nE1,José\n".encode("cp1252"), "error.roster.encoding"),
        (b"PK\x03\x04 and no more", "error.roster.broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "error.roster.old"),
        (b"", "error.roster.heading"),
        (b"a,b\n1,2\n", "error.roster.heading"),
        (b"employee_id,name,Name\n1,2,3\n", "error.roster.doubled"),
    ],
)
def test_what_cannot_be_read_says_how_to_mend_it(raw, key):
    with pytest.raises(InputError) as told:
        read(raw)
    assert told.value.key == key


def test_a_trainer_makes_no_admins_and_changes_none(records, room):
    records.people.put(None, "A1", name="व्यवस्थापक", role="admin")
    roster = read("employee_id,name,role\nE1,सीमा,admin\nA1,मैं,\nE7,नया,\n")
    done = records.enrolment.enrol(room.trainer, roster, room.batch)
    assert [(bad.number, bad.key) for bad in done.bad] == [(2, "roster.staff"), (3, "roster.staff")]
    assert records.people.get("A1").name == "व्यवस्थापक"
    assert records.people.get("E7").role == "trainee"


def test_nobody_is_taken_out_unless_that_is_told(records, room):
    roster = read("employee_id,name\nE1,सीमा शर्मा\nE9,नया\n")
    assert records.enrolment.enrol(None, roster, room.batch).taken_out == 0
    assert [member.person.employee_id for member in records.batches.members(room.batch)] == ["E1", "E2", "E9"]
    assert records.enrolment.enrol(None, roster, room.batch, only=True).taken_out == 1
    assert [member.seat for member in records.batches.members(room.batch)] == [1, 3]
    assert records.people.get("E2").name == "रमेश पटेल"
