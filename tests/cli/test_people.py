"""A batch from the first morning to the list that is handed in, all by command."""

import csv
import io
import json
from datetime import datetime

import pytest
from openpyxl import load_workbook

from assistant.records import own_desk

LAB = "safe-data"
ROSTER = """employee_id,name,designation,office,district,role
E1,सीमा वर्मा,लिपिक,कलेक्टर कार्यालय,सीहोर,trainee
E2,"=HYPERLINK(""http://x"",""y"")",,,,
E3,<img src=x onerror=alert(1)>,,,,
E4,,,,,
"""


@pytest.fixture
def batch(run, tmp_path):
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8-sig")
    made = run(
        "batch",
        "create",
        "B1",
        "--labs",
        LAB,
        "--trainer",
        "T1",
    )
    assert made.status == 0, made.err
    return made.out.strip()


def test_a_roster_goes_in_and_the_bad_row_is_told(run, batch):
    looked = run("people", "import", "roster.csv", "--batch", "B1", "--dry-run")
    assert (looked.status, run("people", "list", "--batch", "B1").out) == (1, "")
    done = run("people", "import", "roster.csv", "--batch", "B1")
    assert done.status == 1
    assert done.out == looked.out == "row 5: the name of E4 is empty.\n"
    assert "3 new" in done.err
    assert run("people", "list", "--batch", "B1").out.splitlines()[0].split() == ["E1", "सीमा", "वर्मा"]
    again = run("people", "import", "-", "--batch", "B1", typed="employee_id,name\nE1,सीमा शर्मा\n")
    assert (again.status, again.out) == (0, "")
    assert "सीमा शर्मा" in run("people", "list").out
    assert len(run("people", "list", "--batch", "B1").out.splitlines()) == 3


def test_a_batch_has_its_number_its_trainer_and_an_end(run, batch):
    assert len(batch) == 4
    assert "T1" in run("people", "list").out
    (row,) = json.loads(run("batch", "list", "--json").out)
    assert (row["code"], row["door"], row["trainers"], row["labs"]) == ("B1", batch, ["T1"], [LAB])
    assert run("batch", "close", "B1").status == 0
    assert json.loads(run("batch", "list", "--json").out)[0]["open"] is False


def test_a_new_pin_is_printed_once_and_alone(run, batch):
    run("people", "import", "roster.csv", "--batch", "B1")
    pin = run("people", "reset-pin", "E1")
    assert pin.out.strip().isdecimal()
    assert len(run("people", "reset-pin", "T1").out.strip()) == 14


@pytest.mark.parametrize(
    "command",
    [
        ("people", "import", "none.csv", "--batch", "B1"),
        ("people", "import", "roster.csv", "--batch", "B9"),
        ("people", "import", "roster.csv", "--only"),
        ("people", "reset-pin", "E99"),
        ("batch", "create", "B1"),
        ("batch", "create", "B2", "--labs", "no-such-lab"),
        ("batch", "create", "=B2"),
        ("batch", "close", "B9"),
        ("report", "completions", "--batch", "B9"),
        ("report", "completions", "--day", "yesterday"),
        ("report", "everything", "--batch", "B1"),
        ("report", "completions", "--batch", "B1", "-o", "done.doc"),
        ("grade", "roster.csv", "--exercise", "water-tankers", "--person", "E1"),
    ],
)
def test_a_wrong_call_is_one_line_that_says_how_to_mend_it(run, batch, command):
    done = run(*command)
    assert (done.status, done.out) == (2, "")
    assert len(done.err.strip().splitlines()) == 1


def test_the_list_of_who_finished_what(run, batch, assistant, tmp_path):
    run("people", "import", "roster.csv", "--batch", "B1")
    exercises = assistant.labs.lab(LAB).exercises
    first = next(id for id in exercises if assistant.labs.find(id).file.model_answer)
    answer, records = assistant.labs.find(first).file.model_answer, assistant.records
    people, there = [records.people.get(id) for id in ("E1", "E2")], records.batches.get("B1")
    for person in people:
        by = ("--person", person.employee_id, "--batch", "B1", "--offline", "--json")
        graded = run("grade", "-", "--exercise", first, *by, typed=answer)
        assert graded.status == 0, graded.err
        for id in set(exercises) - {first}:
            records.hand_in(own_desk(person, there), id, "x", json.loads(graded.out), assistant.labs.labs.values())
    assert run("report", "completions", "--batch", "B1", "-o", "done.csv").status == 0
    raw = (tmp_path / "done.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    heading, *rows = csv.reader(io.StringIO(raw.decode("utf-8-sig")))
    assert heading == "employee_id name designation office district batch lab finished_at score".split()
    assert rows[0][:7] == ["E1", "सीमा वर्मा", "लिपिक", "कलेक्टर कार्यालय", "सीहोर", "B1", LAB]
    assert rows[1][1].startswith("'=HYPERLINK")

    run("report", "completions", "--batch", "B1", "--district", "सीहोर", "-o", "done.xlsx")
    sheet = load_workbook(tmp_path / "done.xlsx").active
    assert sheet.max_row == 2
    assert isinstance(sheet["H2"].value, datetime)
    assert isinstance(sheet["I2"].value, float | int)
    run("report", "attempts", "--batch", "B1", "-o", "tried.xlsx")
    names = [cell for cell in load_workbook(tmp_path / "tried.xlsx").active["B"] if "HYPERLINK" in cell.value]
    assert names[0].value.startswith("=HYPERLINK")
    assert {cell.data_type for cell in names} == {"s"}

    told = json.loads(run("report", "completions", "--batch", "B1", "--format", "json").out)
    assert [row["employee_id"] for row in told] == ["E1", "E2"]
    assert 60 <= told[0]["score"] <= 100
    for name in ("progress", "attempts", "marks", "attendance", "learning"):
        done = run("report", name, "--batch", "B1")
        assert done.status == 0
        assert done.out.startswith("employee_id,name,designation,office,district,batch,")
    progress = json.loads(run("report", "progress", "--batch", "B1", "--format", "json").out)
    assert [(row["complete"], "not-begun" in row["missing"]) for row in progress] == [(True, False)] * 2 + [
        (False, True)
    ]
