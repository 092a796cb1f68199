"""A batch with a trainer and two trainees, and labs of two exercises; on SQLite, and on PostgreSQL where
`EDAKSH_TEST_POSTGRES_URL` names a database whose content may be thrown away."""

import inspect
import os
from types import SimpleNamespace

import pytest
from sqlalchemy import create_engine, text

from assistant.labs.lab import Lab
from assistant.records import own_desk

POSTGRES = os.environ.get("EDAKSH_TEST_POSTGRES_URL", "")


@pytest.fixture(params=["sqlite", "postgresql"] if POSTGRES else ["sqlite"])
def records(request, make):
    if request.param == "postgresql":
        if "home" in inspect.signature(request.function).parameters:
            pytest.skip("it looks into SQLite's file")
        engine = create_engine(POSTGRES)
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()
    opened = make(**({"EDAKSH_DATABASE_URL": POSTGRES} if request.param == "postgresql" else {})).records
    yield opened
    opened.database.engine.dispose()


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
