"""Signing in: who has the right PIN gets a cookie, who guesses waits, and a cookie that ended opens nothing."""

import os
import stat
from datetime import timedelta

import pytest

from assistant.errors import InputError
from assistant.records import sessions as module
from assistant.records.sessions import FREE, Seat


@pytest.fixture
def pin(records, room):
    return records.people.new_secret(None, "E1")


def wrong(pin):
    return "2580" if pin != "2580" else "2581"


def test_the_right_pin_says_who_sits_there_and_in_which_batch(records, room, pin):
    cookie = records.sessions.sign_in(room.seema.id, pin, room.batch, "10.0.0.5")
    seat = records.sessions.find(cookie)
    assert isinstance(seat, Seat)
    assert (seat.person.employee_id, seat.batch.code) == ("E1", "B1")
    assert records.room.places(room.batch)[0].here
    assert [one.person.employee_id for one in records.room.attendance(room.batch)] == ["E1"]


def test_a_cookie_can_be_neither_made_up_nor_changed(records, room, pin):
    cookie = records.sessions.sign_in(room.seema.id, pin, room.batch)
    token, _, signed = cookie.partition(".")
    for made_up in ("", ".", token, f"{token}.", f"{token}x.{signed}", f"{token}.{signed[:-1]}0x", "é.é"):
        assert records.sessions.find(made_up) is None


def test_signing_out_a_new_pin_and_closing_the_batch_end_it(records, room, pin):
    cookie = records.sessions.sign_in(room.seema.id, pin, room.batch)
    records.sessions.end(cookie)
    assert records.sessions.find(cookie) is None
    cookie = records.sessions.sign_in(room.seema.id, pin, room.batch)
    pin = records.people.new_secret(room.trainer, "E1")
    assert records.sessions.find(cookie) is None
    cookie = records.sessions.sign_in(room.seema.id, pin, room.batch)
    records.batches.close(room.trainer, room.batch)
    assert records.sessions.find(cookie) is None
    with pytest.raises(InputError):
        records.sessions.sign_in(room.seema.id, pin, room.batch)


def test_whoever_was_put_out_can_be_told_why(records, room, pin):
    why, enter = records.sessions.why_out, lambda: records.sessions.sign_in(room.seema.id, pin, room.batch)
    first = enter()
    assert [why(cookie) for cookie in ("", "x.y")] == ["", ""]
    second = enter()
    assert why(first) == "elsewhere"
    records.sessions.end(second)
    assert (why(first), why(second)) == ("elsewhere", "over")
    third = enter()
    records.batches.close(room.trainer, room.batch)
    assert why(third) == "closed"


def test_it_runs_out(records, room, pin, monkeypatch):
    cookie = records.sessions.sign_in(room.seema.id, pin, room.batch)
    later = module.now() + module.IDLE + timedelta(minutes=1)
    monkeypatch.setattr(module, "now", lambda: later)
    assert records.sessions.find(cookie) is None


def test_guessing_a_pin_takes_longer_each_time_and_the_right_one_waits_too(records, room, pin, monkeypatch):
    for _ in range(FREE["person"]):
        with pytest.raises(InputError, match=r"error\.signin\.wrong"):
            records.sessions.sign_in(room.seema.id, wrong(pin), room.batch, "10.0.0.5")
    with pytest.raises(InputError, match=r"error\.signin\.wait"):
        records.sessions.sign_in(room.seema.id, pin, room.batch, "10.0.0.6")
    moment = module.now() + timedelta(seconds=module.FIRST + 1)
    monkeypatch.setattr(module, "now", lambda: moment)
    records.sessions.sign_in(room.seema.id, pin, room.batch, "10.0.0.6")


def test_the_trainer_ends_the_waiting_with_a_new_pin(records, room, pin):
    for _ in range(FREE["person"]):
        with pytest.raises(InputError):
            records.sessions.sign_in(room.seema.id, wrong(pin), room.batch)
    records.sessions.sign_in(room.seema.id, records.people.new_secret(room.trainer, "E1"), room.batch)


def test_one_address_that_guesses_at_everybody_waits_though_its_own_pin_is_right(records, room, pin, monkeypatch):
    monkeypatch.setitem(FREE, "address", 2)
    people = [records.people.put(None, f"X{n}", name=f"x{n}", role="trainee").person for n in range(FREE["address"])]
    for person in people:
        records.sessions.sign_in(room.seema.id, pin, room.batch, "10.0.0.7")
        with pytest.raises(InputError):
            records.sessions.sign_in(person.id, "2580", room.batch, "10.0.0.7")
    with pytest.raises(InputError, match=r"error\.signin\.wait"):
        records.sessions.sign_in(room.seema.id, pin, room.batch, "10.0.0.7")
    records.sessions.sign_in(room.seema.id, pin, room.batch, "10.0.0.8")


def test_a_first_pin_is_chosen_only_where_the_trainer_lets_people_join(records, room):
    with pytest.raises(InputError, match=r"error\.signin\.none"):
        records.sessions.sign_in(room.ramesh.id, "4827", room.batch)
    records.batches.change(room.trainer, room.batch, joining=True)
    records.sessions.sign_in(room.ramesh.id, "4827", room.batch)
    records.sessions.sign_in(room.ramesh.id, "4827", room.batch)
    with pytest.raises(InputError, match=r"error\.signin\.wrong"):
        records.sessions.sign_in(room.ramesh.id, "4828", room.batch)


@pytest.fixture
def next_week(records, room, pin):
    """The batch that is open to join, after E1's is closed."""
    records.batches.close(room.trainer, room.batch)
    batch = records.batches.create(None, "B2", ["letters"], ["T1"])
    return records.batches.change(room.trainer, batch, joining=True)


def test_whoever_comes_back_is_let_into_the_next_batch_with_the_pin_that_is_theirs(records, room, pin, next_week):
    seat = records.sessions.find(records.sessions.join(next_week, " e1", {"name": "another"}, pin))
    assert (seat.person.name, seat.batch.code) == (room.seema.name, "B2")
    assert [one.person.employee_id for one in records.batches.members(next_week)] == ["E1"]
    assert records.sessions.sign_in(room.seema.id, pin, next_week)
    records.batches.change(room.trainer, next_week, joining=False)
    with pytest.raises(InputError, match=r"error\.join\.closed"):
        records.sessions.join(next_week, "E1", {}, pin)


def test_joining_is_no_way_to_guess_at_a_pin(records, room, pin, next_week, monkeypatch):
    monkeypatch.setitem(FREE, "person", 2)
    for _ in range(2):
        with pytest.raises(InputError, match=r"error\.join\.pin"):
            records.sessions.join(next_week, "E1", {}, wrong(pin), "10.0.0.5")
    for guess in (wrong(pin), pin):
        with pytest.raises(InputError, match=r"error\.signin\.wait"):
            records.sessions.join(next_week, "E1", {}, guess, "10.0.0.6")
    assert records.batches.members(next_week) == []
    with pytest.raises(InputError, match=r"error\.join\.known"):
        records.sessions.join(next_week, "T1", {}, "4827")


def test_a_trainee_needs_a_batch_and_a_trainer_none(records, room, pin):
    with pytest.raises(InputError, match=r"error\.signin\.batch"):
        records.sessions.sign_in(room.seema.id, pin)
    password = records.people.new_secret(None, "T1")
    seat = records.sessions.find(records.sessions.sign_in(room.trainer.id, password))
    assert (seat.person.role, seat.batch) == ("trainer", None)


def test_an_officer_on_a_list_comes_by_the_password_into_that_batch(records, room):
    officer = records.people.put(None, "O1", name="अमित", role="officer").person
    password = records.people.new_secret(None, "O1")
    enter = lambda: records.sessions.sign_in(officer.id, password)  # noqa: E731
    assert records.sessions.find(enter()).batch is None
    records.batches.join(None, room.batch, officer)
    cookie = enter()
    assert records.sessions.find(cookie).batch.code == "B1"
    assert records.room.places(room.batch)[2].here
    assert [one.person.employee_id for one in records.room.attendance(room.batch)] == ["O1"]
    password = "four words and more"
    changed = records.sessions.change_password(officer, records.people.new_secret(None, "O1"), password)
    assert records.sessions.find(changed).batch.code == "B1"
    records.batches.close(room.trainer, room.batch)
    assert records.sessions.find(enter()).batch is None


def test_the_secret_is_made_once_and_read_by_nobody_else(make, home):
    cookie = make().records.sessions.begin(make().records.people.put(None, "A1", name="x", role="admin").person)
    assert make().records.sessions.find(cookie)
    if os.name == "posix":
        assert stat.S_IMODE((home / "secret").stat().st_mode) == 0o600
    assert make(EDAKSH_SECRET="z" * 32).records.sessions.find(cookie) is None


def test_a_password_is_changed_by_whoever_knows_the_one_before_and_ends_it_everywhere_else(records, room):
    old = records.people.new_secret(None, "T1")
    change, sign_in = records.sessions.change_password, records.sessions.sign_in
    elsewhere = sign_in(room.trainer.id, old)
    for typed, new, key in (("a wrong one", "a new password", "old"), (old, "short", "short"), (old, old, "same")):
        with pytest.raises(InputError, match=rf"error\.password\.{key}"):
            change(room.trainer, typed, new)
    here = change(room.trainer, old, "a new password")
    assert records.sessions.find(elsewhere) is None
    assert records.sessions.find(here).person.employee_id == "T1"
    assert sign_in(room.trainer.id, "a new password")
    with pytest.raises(InputError, match=r"error\.signin\.wrong"):
        sign_in(room.trainer.id, old)
    for _ in range(4):
        with pytest.raises(InputError):
            change(room.trainer, "a guess", "another password")
    with pytest.raises(InputError, match=r"error\.signin\.wait"):
        change(room.trainer, "a guess", "another password")
