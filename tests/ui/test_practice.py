"""What comes next in the labs."""

import pytest

from assistant.assistant import Assistant
from assistant.settings import read_settings
from assistant.ui.practice import Practice

HERE = Assistant(read_settings({}))
LAB = HERE.labs.lab("first-letter")
EVERYONE = [id for id in LAB.exercises if not HERE.labs.find(id).file.roles]
FOR_SOME = [id for id in LAB.exercises if id not in EVERYONE]


def practice(*passed: str) -> Practice:
    return Practice(HERE, "hi", {}, {}, excused=dict.fromkeys(passed, ""))


@pytest.mark.parametrize("left", [EVERYONE[0], EVERYONE[-1]])
def test_what_is_for_everyone_comes_before_what_is_for_some_posts(left: str) -> None:
    done = [id for id in EVERYONE[:-2] if id != left][:4]
    assert practice(*done).next(EVERYONE[-2]) in EVERYONE


def test_a_finished_lab_sends_nobody_to_another_posts_exercises() -> None:
    assert FOR_SOME
    assert practice(*EVERYONE).next(EVERYONE[-1]) == ""
    assert practice(*EVERYONE).next() not in LAB.exercises


def test_who_begins_begins_at_the_beginning_and_goes_on_with_what_is_for_everyone() -> None:
    assert practice(*EVERYONE[: (LAB.finish or 0) - 1]).next(EVERYONE[-1]) in EVERYONE
    assert practice().next() == EVERYONE[0]
