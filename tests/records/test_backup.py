"""A backup holds one moment, proves what is in it, and comes back whole or not at all; an old database is brought up to date."""

import os
import sqlite3
import stat
from contextlib import closing

import pytest
from sqlalchemy import create_engine, event, text

from assistant.errors import InputError, RecordsError
from assistant.records import backup as module
from assistant.records.backup import backup, info, restore
from assistant.records.database import MIGRATIONS, migrate
from assistant.records.roster import Roster, Row


@pytest.fixture
def copy(records, room, tmp_path):
    """A backup of a room where something was handed in."""
    room.hand_in(room.seema, "first", 70, answer="क्र. ४२ · ½ · 🙂")
    backup(records.database, tmp_path / "copy.db")
    return tmp_path / "copy.db"


def test_what_is_backed_up_comes_back_as_it_was(records, room, copy):
    then = info(records.database)
    room.hand_in(room.seema, "second", 80)
    records.people.put(None, "E1", name="बदला हुआ")
    proof, before = restore(records.database, copy)
    assert proof == then == info(records.database)
    assert proof.counts["attempts"] == 1
    assert records.people.get("E1").name == "सीमा वर्मा"
    restore(records.database, before)
    assert info(records.database).counts["attempts"] == 2


def test_a_backup_goes_into_another_installation(make, records, copy, tmp_path):
    other = make(EDAKSH_HOME=str(tmp_path / "other")).records
    proof, before = restore(other.database, copy)
    assert (proof, before) == (info(records.database), None)
    batch = other.batches.create(None, "B9", [], [])
    assert batch.id == 2


def test_a_backup_is_taken_while_somebody_writes(records, room, tmp_path, monkeypatch):
    carry = module._carry

    def meanwhile(*given):
        records.people.put(None, f"M{given[2].name}", name="इस बीच")
        carry(*given)

    monkeypatch.setattr(module, "_carry", meanwhile)
    proof = backup(records.database, tmp_path / "copy.db")
    assert proof.counts["people"] == 3
    assert info(records.database).counts["people"] > 3


def test_it_is_for_this_account_alone_and_never_over_another(records, copy):
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with pytest.raises(InputError, match=r"error\.backup\.there"):
        backup(records.database, copy)
    assert [path.name for path in copy.parent.iterdir() if path.name.startswith(".")] == []


def test_a_changed_or_cut_backup_is_refused_and_nothing_is_changed(records, room, copy, tmp_path):
    room.hand_in(room.seema, "second", 80)
    then = info(records.database)
    with closing(sqlite3.connect(copy)) as there:
        there.execute("UPDATE attempts SET grade = replace(grade, '70', '99')")
        there.commit()
    cut, other = tmp_path / "cut.db", tmp_path / "letter.docx"
    cut.write_bytes(copy.read_bytes()[:9000])
    other.write_bytes(b"PK no database")
    for file, key in ((copy, "damaged"), (cut, "backup"), (other, "not"), (tmp_path / "none.db", "missing")):
        with pytest.raises(InputError, match=key):
            restore(records.database, file)
    assert info(records.database) == then


def test_a_disk_that_is_full_is_told_and_leaves_no_half_backup(records, room, tmp_path):
    folder = tmp_path / "there"
    with pytest.raises(InputError, match=r"error\.file\.write"):
        backup(records.database, folder / "copy.db")
    assert not folder.exists()


def test_on_a_full_disk_a_list_of_people_goes_in_whole_or_not_at_all(records, room, home):
    def full(connection, _):
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages}")

    roster = Roster([Row(n, f"N{n}", {"name": "नया नाम " * 10}) for n in range(300)], [], [])
    event.listen(records.database.engine, "connect", full)
    records.database.engine.dispose()
    with pytest.raises(RecordsError, match="full"):
        records.enrolment.enrol(None, roster, room.batch)
    assert len(records.people.all()) == 3
    event.remove(records.database.engine, "connect", full)
    records.database.engine.dispose()
    assert records.enrolment.enrol(None, roster, room.batch).seated == 300


def test_a_database_that_went_away_is_told_before_anything_is_lost_in_it(records, room, home):
    (home / "edaksh.db").rename(home / "elsewhere.db")
    for call in (lambda: room.hand_in(room.seema, "first", 70), records.ping):
        with pytest.raises(RecordsError, match=r"error\.records\.gone"):
            call()
    (home / "elsewhere.db").rename(home / "edaksh.db")
    room.hand_in(room.seema, "first", 70)


def test_a_database_that_another_program_holds_is_told(records, room, home, monkeypatch):
    with closing(sqlite3.connect(home / "edaksh.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr("assistant.records.database.PATIENCE", 10)
        records.database.engine.dispose()
        with pytest.raises(RecordsError, match=r"error\.records\.busy"):
            room.hand_in(room.seema, "first", 70)
    assert room.hand_in(room.seema, "first", 70).id


def test_a_database_of_a_newer_version_is_told(make, home):
    make().records.ping()
    with closing(sqlite3.connect(home / "edaksh.db")) as there:
        there.execute("UPDATE alembic_version SET version_num = '9999'")
        there.commit()
    with pytest.raises(RecordsError, match=r"error\.records\.newer"):
        make().records.ping()


def test_what_was_typed_before_there_were_people_is_still_there(make, home):
    """A database of revision 0003, with a desk, its draft, an exercise and an attempt."""
    from alembic import command
    from alembic.config import Config

    home.mkdir(parents=True)
    engine = create_engine(f"sqlite:///{home / 'edaksh.db'}")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        key, at = "0" * 64, "2026-01-01 10:00:00"
        for line in (
            f"INSERT INTO desks VALUES ('{key}', 'hi', '', '{at}')",
            f"INSERT INTO drafts VALUES (1, '{key}', 'letter', 'hi', 2, '{{}}', 'पाठ', '', '', '', '', '', '', '{at}', '{at}')",
            f"INSERT INTO works (desk_key, exercise, answer, hints, begun, saved) VALUES ('{key}', 'first', 'x', 0, '{at}', '{at}')",
            f"INSERT INTO attempts VALUES (1, '{key}', 'first', 'x', '{{\"score\": 70, \"passed\": true}}', '{at}')",
        ):
            connection.execute(text(line))
    migrate(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT score, passed, held FROM attempts")).all() == [(70.0, 1, 0)]
    engine.dispose()
    counts = info(make().records.database).counts
    assert {name: counts[name] for name in ("desks", "drafts", "works", "attempts", "people")} == {
        "desks": 1, "drafts": 1, "works": 1, "attempts": 1, "people": 0,
    }  # fmt: skip
