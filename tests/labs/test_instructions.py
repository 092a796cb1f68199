"""Instructions to a model as people write them, in Hindi, in English and in Hindi typed in Latin letters: each is understood, and what
is missing in one is told."""

from itertools import product
from pathlib import Path

import pytest
import yaml

from tests.labs.test_exercises import ALL, marked, of

DATA = yaml.safe_load((Path(__file__).parent / "instructions.yaml").read_text(encoding="utf-8"))
CASES, TASKS, LIMITS, FREE = (DATA[name] for name in ("cases", "tasks", "limits", "free"))


def said(id: str, way: str, turn: int, task: str, limits: str) -> str:
    """An instruction with each of its parts said in the way whose turn it is."""
    text = CASES[id][way].replace("{task}", task).replace("{limits}", limits)
    while "{" in text:
        before, _, rest = text.partition("{")
        inside, _, after = rest.partition("}")
        choices = inside.split("|")
        text = before + choices[turn % len(choices)] + after
    return text


def missing(id: str, instruction: str) -> set[str]:
    return {one.about for one in marked(id, instruction).findings if one.code == "facts.missing"}


def test_every_exercise_that_asks_for_an_instruction_is_tried() -> None:
    assert set(CASES) == set(of("prompt"))


@pytest.mark.parametrize(("id", "way"), list(product(CASES, TASKS)))
def test_a_good_instruction_passes_however_it_is_put(id: str, way: str) -> None:
    for turn, limits in enumerate(LIMITS[way]):
        instruction = said(id, way, turn, TASKS[way][turn % len(TASKS[way])], limits)
        result = marked(id, instruction)
        found = [(one.code, one.about, one.quote) for one in result.findings if one.severity != "hint"]
        assert (found, result.passed) == ([], True), instruction


@pytest.mark.parametrize(("id", "way"), list(product(CASES, FREE)))
def test_an_instruction_that_sets_no_limit_is_told_so(id: str, way: str) -> None:
    for turn, free in enumerate(FREE[way]):
        assert missing(id, said(id, way, turn, TASKS[way][turn], free)) == {"limits"}, free


@pytest.mark.parametrize(("way", "date"), [("hi", "20 जून 2025"), ("en", "June 20, 2025"), ("roman", "20 june 2025")])
def test_the_same_day_of_another_year_is_not_the_date(way: str, date: str) -> None:
    given = {"hi": "20.6.2026", "en": "20th June 2026", "roman": "20 june 2026"}[way]
    instruction = said("letter-prompt", way, 0, TASKS[way][0], LIMITS[way][0])
    assert given in instruction
    told = marked("letter-prompt", instruction.replace(given, date))
    assert [one.about for one in told.findings if one.severity == "error"] == ["by"]


@pytest.mark.parametrize("id", CASES)
def test_an_instruction_with_nothing_of_the_case_does_not_pass(id: str) -> None:
    form = {"letter": "पत्र", "email": "ई-मेल", "notesheet": "टीप", "report": "प्रतिवेदन"}[ALL[id].file.form]
    for instruction in (
        f"हिन्दी में एक अच्छा {form} लिख दो, 100 शब्द में, अपनी ओर से कुछ मत जोड़ो।",
        "Write a good paper in Hindi in 100 words and do not add anything.",
        f"ek badhiya {form} hindi me likho, 100 shabd, kuch mat jodo.",
    ):
        assert not marked(id, instruction).passed
