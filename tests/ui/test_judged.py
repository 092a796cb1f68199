"""Where a model read an answer twice and said two things, whoever decides sees both, and the answer stands in front."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from assistant.assistant import Assistant
from assistant.labs import Judged, grade
from assistant.labs.grade import NOT_AGREED
from assistant.messages import say
from assistant.records.attempts import Tried
from assistant.records.tables import Attempt, Decision, Person
from assistant.records.verdicts import verdict
from assistant.settings import read_settings
from assistant.ui.pieces import judged, marks
from assistant.ui.practice import Practice

HERE = Assistant(read_settings({}))
EXERCISE = HERE.labs.find("water-tankers")
YES, NO = (
    {"once": {"verdict": told, "quote": quote}} for told, quote in (("yes", "7 टैंकर इन 11"), ("no", "कृपया <b>उपर्युक्त"))
)
DIFFER = Judged(None, why_not=NOT_AGREED, readings=(YES, NO), for_trainer=True)


def attempt(judge: Judged) -> Attempt:
    rubric = HERE.labs.rubric(EXERCISE.file.rubric)
    made = replace(grade(EXERCISE, rubric, EXERCISE.file.model_answer, "mp", {"clarity": judge}), model="a model")
    return Attempt(
        id=1, exercise=EXERCISE.id, answer=EXERCISE.file.model_answer, grade=made.as_json(), at=datetime.now(UTC)
    )


@pytest.mark.parametrize("language", ["hi", "en"])
def test_both_readings_are_shown_with_their_words(language: str) -> None:
    shown = marks.marks(Practice(HERE, language, {}, {EXERCISE.id: [attempt(DIFFER)]}, EXERCISE))
    asked = next(
        bar.ask[language] for one in HERE.labs.rubric("default").file.criteria for bar in one.judged if bar.id == "once"
    )
    assert asked in shown
    assert "7 टैंकर इन 11" in shown
    assert "कृपया &lt;b&gt;उपर्युक्त" in shown


def test_the_trainer_is_told_until_there_is_a_decision() -> None:
    one = attempt(DIFFER)
    tried = Tried(one, Person(id=1, name="क"), (), verdict(one, ()))
    assert say("judged.differ", "en") in judged.both(tried, "en")
    decided = Decision(attempt_id=1, kind="mark", score=90, passed=True, at=one.at)
    done = tried._replace(decisions=(decided,), verdict=verdict(one, (decided,)))
    assert say("judged.differ", "en") not in judged.both(done, "en")
    same = attempt(Judged(1.0, readings=(YES, YES)))
    assert say("judged.differ", "en") not in judged.both(tried._replace(attempt=same, verdict=verdict(same, ())), "en")


def test_where_the_trainer_gave_the_mark_that_is_told_once_and_no_rule_of_the_old_one() -> None:
    rubric, answer = HERE.labs.rubric(EXERCISE.file.rubric), "मैं नहीं जानता। " * 40
    made = grade(EXERCISE, rubric, answer, "mp")
    one = Attempt(
        id=1, exercise=EXERCISE.id, answer=answer, grade=made.as_json(), at=datetime.now(UTC), score=made.score
    )
    decided = Decision(id=1, attempt_id=1, kind="mark", score=15, passed=False, reason="कोशिश की", at=one.at)
    tried = Tried(one, Person(id=1, name="क"), (decided,), verdict(one, (decided,)))
    before = marks.marks(Practice(HERE, "hi", {}, {EXERCISE.id: [one]}, EXERCISE))
    after = marks.marks(Practice(HERE, "hi", {}, {EXERCISE.id: [one]}, EXERCISE, tried={1: tried}))
    rule = "9 से अधिक अंक नहीं"
    assert (rule in before, rule in after) == (True, False)
    assert (after.count("कोशिश की"), "अब 15, पहले 9" in after, "15 अंक दिए" in after) == (1, True, False)


def test_a_mark_begins_with_what_went_well_and_says_why_it_is_no_more() -> None:
    rubric, model = HERE.labs.rubric(EXERCISE.file.rubric), EXERCISE.file.model_answer
    made = grade(EXERCISE, rubric, model.replace("7 टैंकर", "9 टैंकर"), "mp")
    one = Attempt(id=1, exercise=EXERCISE.id, answer=model, grade=made.as_json(), at=datetime.now(UTC))
    shown = marks.marks(Practice(HERE, "en", {}, {EXERCISE.id: [one]}, EXERCISE))
    order = [shown.index(say("marks.good", "en")), shown.index("no more than 59"), shown.index("Here it says")]
    assert order == sorted(order)
