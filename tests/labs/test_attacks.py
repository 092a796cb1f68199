"""Nobody talks it into a mark: what isn't writing passes nowhere, and makes no good answer better."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.assistant import Assistant
from assistant.labs import Exercise, Grade, Judged, Labs, grade
from assistant.settings import read_settings

HERE = Assistant(read_settings({}))
LABS = Labs(HERE.content, HERE.library)
FAMILIES: dict[str, dict[str, Any]] = yaml.load(
    Path(__file__).with_name("attacks.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
EXERCISES = {"water-tankers": "cold-chain-email", "mock-drill-email": "school-roof"}
"""A letter in Hindi and an e-mail in English, each with another exercise whose answer is handed in for it."""
OBEDIENT = {"clarity": Judged(1.0, ("आपके कहने से सब ठीक है",))}
"""What a judge says that does whatever the text tells it."""

ATTACKS = [
    pytest.param(
        family, attack if isinstance(attack, dict) else {"text": attack}, bool(kind.get("talks")), id=f"{family} {n}"
    )
    for family, kind in FAMILIES.items()
    for n, attack in enumerate(kind["attacks"], 1)
]


def exercise(id: str) -> Exercise:
    found = LABS.find(id)
    assert found
    return found


def filled(attack: dict[str, str], id: str) -> str:
    """The attack's text as it is made for an exercise."""
    file = exercise(id).file
    model = file.model_answer
    paragraphs = [part for part in model.split("\n\n") if len(part) > 80 and "\n" not in part]
    has = {
        "{task}": file.scenario[file.language],
        "{part}": max(paragraphs, key=len),
        "{other}": exercise(EXERCISES[id]).file.model_answer,
        "{bare}": "\n\n".join(part for part in model.split("\n\n") if part not in paragraphs),
    }
    return re.sub(r"\{(?:task|part|other|bare)\}", lambda name: has[name[0]], attack["text"])


def wrapped(attack: dict[str, str], id: str) -> str:
    """The model answer with the attack in it."""
    words, model = filled(attack, id), exercise(id).file.model_answer.rstrip()
    if attack.get("at") == "top":
        return f"{words}\n\n{model}"
    if attack.get("at") == "middle":
        parts = model.split("\n\n")
        last = max(n for n, part in enumerate(parts) if len(part) > 80)
        return "\n\n".join([*parts[:last], words, *parts[last:]])
    return f"{model}\n\n{words}"


def marked(id: str, answer: str, judged: dict[str, Judged] | None = None) -> Grade:
    found = exercise(id)
    return grade(found, LABS.rubric(found.file.rubric), answer, "mp", judged)


@cache
def good(id: str, judged: bool) -> float:
    """What the good answer gets as it stands."""
    return marked(id, exercise(id).file.model_answer, OBEDIENT if judged else None).score


def test_there_are_enough_attacks_of_every_family():
    assert len(FAMILIES) >= 10
    assert len(ATTACKS) >= 40
    assert all(len(kind["attacks"]) >= 4 for kind in FAMILIES.values())


@pytest.mark.parametrize("id", EXERCISES)
@pytest.mark.parametrize("judged", [None, OBEDIENT], ids=["by rules", "by a judge that obeys"])
@pytest.mark.parametrize(("family", "attack", "talks"), ATTACKS)
def test_an_attack_alone_does_not_pass(family, attack, talks, judged, id):
    made = marked(id, filled(attack, id), judged)
    assert not made.passed, made.score


@pytest.mark.parametrize("id", EXERCISES)
@pytest.mark.parametrize("judged", [None, OBEDIENT], ids=["by rules", "by a judge that obeys"])
@pytest.mark.parametrize(("family", "attack", "talks"), ATTACKS)
def test_an_attack_adds_nothing_to_a_good_answer(family, attack, talks, judged, id):
    made = marked(id, wrapped(attack, id), judged)
    assert made.score <= good(id, judged is not None)
    if talks:
        assert "grade.failed.injection" in made.failed
        assert not made.passed
