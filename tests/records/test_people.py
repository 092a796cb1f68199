"""People are known by their employee ID, whatever the capitals; PINs are told once and never kept as they are."""

import pytest

from assistant.errors import InputError
from assistant.records.people import check_password, check_pin


def test_a_person_is_found_in_capitals_or_not(records, room):
    assert records.people.get("e1").name == "सीमा वर्मा"
    assert records.people.find("E99") is None


def test_what_is_given_again_is_changed_in_place(records, room):
    put = records.people.put(None, "e1", designation="लिपिक")
    assert (put.new, put.changed) == (False, True)
    assert (put.person.employee_id, put.person.name, put.person.designation) == ("E1", "सीमा वर्मा", "लिपिक")
    assert not records.people.put(None, "E1", designation="लिपिक").changed


@pytest.mark.parametrize("id", ["", "  ", "x" * 41, "E\n1", "E\x001"])
def test_what_can_be_no_employee_id_is_refused(records, id):
    with pytest.raises(InputError):
        records.people.put(None, id, name="x")


def test_a_pin_is_kept_as_a_hash_alone(records, room):
    pin = records.people.new_secret(room.trainer, "E1")
    assert len(pin) == 4
    assert pin.isdecimal()
    kept = records.people.get("E1").secret
    assert kept.startswith("$argon2id$")
    assert pin not in kept.rpartition("$")[2]


def test_a_trainer_resets_pins_in_the_own_batches_alone(records, room):
    records.people.put(None, "E3", name="और कोई", role="trainee")
    records.batches.create(None, "B2", [], ["T2"])
    for who, whose in (
        (room.trainer, "E3"),
        (room.trainer, "T2"),
        (records.people.get("T2"), "E1"),
        (room.seema, "E2"),
    ):
        with pytest.raises(InputError):
            records.people.new_secret(who, whose)


def test_who_becomes_a_trainer_loses_the_four_digits(records, room):
    records.people.new_secret(None, "E1")
    records.people.put(None, "E1", role="trainer")
    assert records.people.get("E1").secret == ""
    assert len(records.people.new_secret(None, "E1")) == 14


def test_easy_pins_and_passwords_are_refused():
    for check, secret in ((check_pin, "123"), (check_pin, "१२३४"), (check_pin, "12345"), (check_password, "short")):
        with pytest.raises(InputError):
            check(secret)


def test_a_batch_is_named_in_hindi_or_english_and_found_in_capitals_or_not(records):
    for code in ("सीहोर-14", "SEHORE 14/2", "B.1"):
        assert records.batches.create(None, f" {code} ", [], []).code == code
    assert records.batches.get("sehore  14/2").code == "SEHORE 14/2"
    for code in ("", "=B1", "-1", "B\n<1>", "x" * 41, "sehore 14/2"):
        with pytest.raises(InputError):
            records.batches.create(None, code, [], [])
