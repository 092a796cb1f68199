"""A batch with a trainer and two trainees, and labs of two exercises."""

from types import SimpleNamespace

import pytest

from assistant.labs.lab import Lab
from assistant.records import own_desk


@pytest.fixture
def records(assistant):
    return assistant.records


@pytest.fixture
def lab():
    words = {"hi": "पत्र", "en": "Letters"}
    return Lab.model_validate(
        {"id": "letters", "title": words, "about": words, "minutes": 30, "exercises": ["first", "second"]}
    )


@pytest.fixture
def room(records, lab):
    """The batch `B1`: `batch`, `trainer`, `seema`, `ramesh`, and `hand_in(person, exercise, score)` for any of them."""
    batch = records.batches.create(None, "B1", ["letters"], ["T1"])
    seema = records.people.put(None, "E1", name="सीमा वर्मा", district="सीहोर", role="trainee").person
    ramesh = records.people.put(None, "E2", name="रमेश पटेल", role="trainee").person
    for person in (seema, ramesh):
        records.batches.join(None, batch, person)

    def hand_in(person, exercise, score, labs=(lab,), answer="उत्तर", **more):
        grade = {"score": score, "passed": score >= 60, **more}
        return records.hand_in(own_desk(person, batch), exercise, answer, grade, labs)

    return SimpleNamespace(
        batch=batch,
        trainer=records.people.get("T1"),
        seema=seema,
        ramesh=ramesh,
        hand_in=hand_in,
        labs={"letters": lab},
    )
