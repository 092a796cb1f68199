"""What was typed into an exercise is kept at every pause, what was handed in is kept for good, and a new person sees neither."""

from sqlalchemy import create_engine, inspect

from assistant.records.database import migrate
from assistant.records.tables import Base

KEY, GRADE = "a key", {"score": 74.5, "passed": True}


def test_an_answer_is_where_it_was_left(records):
    records.work(KEY, "water-tankers", answer="जिले के")
    records.work(KEY, "water-tankers", answer="जिले के 42")
    records.work(KEY, "letter-parts", answer="subject: 2")
    works, attempts = records.works(KEY)
    assert {id: work.answer for id, work in works.items()} == {
        "water-tankers": "जिले के 42",
        "letter-parts": "subject: 2",
    }
    assert attempts == {}


def test_every_attempt_is_kept_in_order(records):
    for answer in ("पहला", "दूसरा"):
        records.hand_in(KEY, "water-tankers", answer, GRADE, ())
    _, attempts = records.works(KEY)
    assert [attempt.answer for attempt in attempts["water-tankers"]] == ["पहला", "दूसरा"]
    assert attempts["water-tankers"][0].score == 74.5
    assert attempts["water-tankers"][0].passed


def test_another_desk_sees_nothing_of_it(records):
    records.hand_in(KEY, "water-tankers", "पहला", GRADE, ())
    assert records.works("another key") == ({}, {})


def test_whoever_leaves_takes_it_along(records):
    records.work(KEY, "water-tankers", answer="x")
    records.hand_in(KEY, "water-tankers", "x", GRADE, ())
    records.leave(KEY)
    assert records.works(KEY) == ({}, {})


def test_the_tables_are_what_the_revisions_make(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path / 'new.db'}")
    migrate(engine)
    made = inspect(engine)
    for name, table in Base.metadata.tables.items():
        assert {column["name"] for column in made.get_columns(name)} == set(table.columns.keys())
        assert {column["name"]: column["nullable"] for column in made.get_columns(name)} == {
            column.name: bool(column.nullable) for column in table.columns
        }
