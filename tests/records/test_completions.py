"""A lab's completion follows from what was handed in and decided, says why it isn't there yet, and isn't lost once given."""

from datetime import datetime, timedelta

import pytest

from assistant.errors import InputError
from assistant.records.completions import Missing


@pytest.fixture
def standing(records, room):
    return lambda labs=None: records.completions.of_person(room.seema, room.batch, room.labs if labs is None else labs)[
        0
    ]


def test_it_says_why_it_is_not_complete_yet(room, standing):
    assert standing().missing == (Missing("first", "not-begun"), Missing("second", "not-begun"))
    room.hand_in(room.seema, "first", 40)
    room.hand_in(room.seema, "second", 80, passed=False, failed=["grade.failed.injection"])
    assert standing().missing == (Missing("first", "not-passed"), Missing("second", "held"))
    assert not standing().complete


def test_it_is_complete_with_the_last_exercise_and_the_best_marks_count(room, standing):
    room.hand_in(room.seema, "first", 70)
    last = room.hand_in(room.seema, "second", 80)
    room.hand_in(room.seema, "first", 90)
    assert (standing().complete, standing().score, standing().finished_at) == (True, 85.0, last.at)


def test_nobody_finishes_by_what_another_handed_in(records, room, standing):
    room.hand_in(room.seema, "first", 70)
    room.hand_in(room.ramesh, "second", 80)
    assert standing().done == 1
    rows = records.completions.of_batch(room.batch, room.labs)
    assert [(row.person.employee_id, row.standing.done) for row in rows] == [("E1", 1), ("E2", 1)]


def test_a_lab_that_is_changed_or_gone_takes_no_completion_away(room, standing, lab):
    room.hand_in(room.seema, "first", 70)
    room.hand_in(room.seema, "second", 80)
    longer = lab.model_copy(update={"exercises": ("first", "second", "third")})
    assert standing({"letters": longer}).complete
    assert standing({}).complete


def test_a_trainers_marks_count_and_both_stay(records, room, standing):
    room.hand_in(room.seema, "first", 70)
    attempt = room.hand_in(room.seema, "second", 55)
    decision = records.attempts.decide(room.trainer, attempt.id, "mark", "तथ्य सही हैं", score=65, labs=room.labs.values())
    tried = records.attempts.get(attempt.id, room.trainer)
    assert (tried.attempt.score, tried.verdict.score, tried.verdict.mark.id) == (55, 65, decision.id)
    assert standing().finished_at == decision.at


def test_an_answer_that_is_returned_takes_the_completion_back(records, room, standing):
    room.hand_in(room.seema, "first", 70)
    attempt = room.hand_in(room.seema, "second", 80)
    records.attempts.decide(room.trainer, attempt.id, "return", "पड़ोसी की नक़ल", labs=room.labs.values())
    assert standing().missing == (Missing("second", "returned"),)


def test_an_excused_exercise_needs_no_answer(records, room, standing):
    room.hand_in(room.seema, "first", 70)
    records.attempts.excuse(room.trainer, room.batch, room.seema, "second", "बीमारी", room.labs.values())
    assert (standing().complete, standing().score) == (True, 70.0)


def test_two_trainers_never_cross_a_mark(records, room):
    attempt = room.hand_in(room.seema, "first", 40)
    first = records.attempts.decide(room.trainer, attempt.id, "mark", "एक", score=70, labs=())
    with pytest.raises(InputError, match=r"error\.decision\.since"):
        records.attempts.decide(room.trainer, attempt.id, "mark", "दो", score=10, labs=())
    records.attempts.decide(room.trainer, attempt.id, "mark", "दो", score=10, after=first.id, labs=())
    tried = records.attempts.get(attempt.id, room.trainer)
    assert ([one.score for one in tried.decisions], tried.verdict.score) == ([70, 10], 10)


def test_a_decision_needs_a_reason_and_its_own_batch(records, room):
    attempt = room.hand_in(room.seema, "first", 40)
    records.batches.create(None, "B2", [], ["T2"])
    for by, reason in (
        (room.trainer, " "),
        (records.people.get("T2"), "x"),
        (room.seema, "मेरा ही है"),
        (room.ramesh, "x"),
    ):
        with pytest.raises(InputError):
            records.attempts.decide(by, attempt.id, "mark", reason, score=100, labs=())


def test_an_attempt_is_shown_to_its_person_and_its_trainer_alone(records, room):
    attempt = room.hand_in(room.seema, "first", 40)
    assert records.attempts.get(attempt.id, room.seema).attempt.id == attempt.id
    for who in (room.ramesh, records.people.put(None, "T9", name="x", role="trainer").person):
        with pytest.raises(InputError, match=r"error\.attempt\.unknown"):
            records.attempts.get(attempt.id, who)


def test_who_did_what_is_in_the_journal(records, room):
    attempt = room.hand_in(room.seema, "first", 40)
    records.attempts.decide(room.trainer, attempt.id, "mark", "ठीक", score=70, labs=())
    entry, by, _ = records.journal.read(room.batch)[0]
    assert (entry.what, by.employee_id, entry.about["score"]) == ("decision.mark", "T1", 70)


def test_a_line_of_the_journal_is_found_by_who_by_kind_and_by_day_a_page_at_a_time(records, room):
    attempt = room.hand_in(room.seema, "first", 40)
    records.people.new_secret(room.trainer, "E2")
    records.attempts.decide(room.trainer, attempt.id, "comment", "ठीक", labs=())
    read, today = records.journal.read, datetime.now().astimezone().date()
    assert [one.entry.what for one in read(who="e1")] == ["decision.comment", "batch.in", "person.new"]  # done to her
    assert [one.entry.what for one in read(who="T1", kind="secret")] == ["secret"]
    assert [one.entry.what for one in read(kind="batch")] == ["batch.in", "batch.in", "batch.open"]
    assert len(read(day=today)) == len(read()) > 5
    assert read(day=today - timedelta(days=1)) == read(who="nobody") == []
    first = read(most=3)
    older = read(before=first[-1].entry.id)
    assert [one.entry.id for one in (*first, *older)] == [one.entry.id for one in read()]
    assert {one.batch for one in read(kind="decision")} == {"B1"}
