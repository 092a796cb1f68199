"""Where the lab says so the coach leads and doesn't write: one thing to think of at a time, never the words for it."""

import pytest

from assistant.drafting.coach import missing, read_paper
from assistant.labs.lead import lead
from assistant.labs.library import Labs
from assistant.messages import say
from assistant.records import Batch, Desk, Work
from assistant.ui.desk import Table
from assistant.ui.pieces import told
from assistant.ui.practice import Practice

LED = "halka-charge"


@pytest.fixture
def exercise(assistant):
    return assistant.labs.find(LED)


def test_first_it_asks_for_the_parts_of_the_paper(exercise):
    asked = lead(exercise, " ", "mp")["en"]
    assert all(part.name["en"] in asked for part in exercise.form.file.parts if part.need == "required")


def test_then_for_what_the_answer_lacks_without_giving_it(exercise):
    answer = exercise.file.model_answer
    assert lead(exercise, answer, "mp")["hi"] == say("lead.good", "hi")
    lacking = answer.replace("23", "कई")
    assert "कितने सीमांकन प्रकरण लंबित हैं" in lead(exercise, lacking, "mp")["hi"]
    assert "23" not in lead(exercise, lacking, "mp")["hi"]


def test_the_exercise_says_so_else_its_lab(assistant, tmp_path):
    here = Practice(assistant, "hi", {LED: Work(exercise=LED, answer="")}, {}, assistant.labs.find(LED))
    assert here.led
    assert not Practice(assistant, "hi", {}, {}, assistant.labs.find("battery-purchase")).led
    whole = {id: lab.model_copy(update={"coach": "leads"}) for id, lab in assistant.labs.labs.items()}
    assistant.__dict__["labs"] = Labs(assistant.content, assistant.library)
    assistant.labs.__dict__["labs"] = whole
    assert Practice(assistant, "hi", {}, {}, assistant.labs.find("battery-purchase")).led


def test_on_the_step_of_the_facts_it_points_and_fills_nothing(assistant, library):
    form = library.form("letter")
    found = read_paper("कल स्कूल की छत गिर गई। कलेक्टर साहब को बताना है।", form, assistant.drafter, "hi")
    shown = told.rows(form, found, missing(form), None, "hi", leads=True)
    assert "data-words" not in shown
    assert "checkbox" not in shown
    assert "यहाँ देखिए: “कल स्कूल की छत गिर गई”" in shown
    assert 'data-asks="to"' in shown


def test_what_the_trainer_turned_off_is_off_in_the_facts_too(make):
    ours = make(OPENAI_BASE_URL="http://127.0.0.1:9/v1")
    for batch, helped in (
        (None, True),
        (Batch(coach=True, model=True), True),
        (Batch(coach=False, model=False), False),
    ):
        at = Table(ours, Desk(screen="hi"), [])
        at.__dict__["batch"] = batch
        assert (at.coached, at.connected) == (helped, helped)
