"""A model as the second reader: distrusted, asked only yes or no, and believed only where it quotes the paper word for word.

Two readings, the second with the questions turned round; what they don't agree on is left to the trainer. "Could not be
judged" is a result with its reason, never a zero.
"""

import json
import secrets
from collections.abc import Callable, Iterable, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING, NamedTuple

from assistant.checks import Finding
from assistant.errors import ModelError
from assistant.labs.exercise import Exercise
from assistant.labs.grade import NO_MODEL, NOT_AGREED, NOT_BORNE, NOT_SHOWN, Judged
from assistant.labs.rubric import Bar, Rubric
from assistant.language.text import clean, one_line
from assistant.messages import say

if TYPE_CHECKING:
    from assistant.model import Model, Prompt

UNREAD = ("integrity.", "privacy.")
"""A paper in which these are found isn't shown to a model: it talks to the grader, or holds what mustn't leave."""

LEAST_QUOTE = 3
"""Fewer words than these can be found in any paper."""
MOST = 20_000
"""Letters that a judge may answer with: a few lines were asked for, and nobody waits for a book."""


class Verdict(NamedTuple):
    """One answer of one reading, with the words of the paper that decide it."""

    yes: bool
    quote: str


Tell = Callable[[int], None]
"""Is told how many are before this call, each time that changes."""


async def judge(
    exercise: Exercise,
    rubric: Rubric,
    answer: str,
    findings: Iterable[Finding],
    model: "Model",
    prompt: "Prompt",
    tell: Tell = lambda _: None,
) -> dict[str, Judged]:
    """What a model found for each criterion that asks one; none of them is asked where the paper mustn't be shown to it."""
    asked = {criterion.id: criterion.judged for criterion in rubric.criteria(exercise) if criterion.judged}
    if not asked:
        return {}
    if not model.connected:
        return _all(asked, NO_MODEL)
    if any(finding.code.startswith(UNREAD) for finding in findings):
        return _all(asked, NOT_SHOWN)
    bars = [bar for each in asked.values() for bar in each]
    text = clean(answer).text
    try:
        readings = [await _read(exercise, text, order, model, prompt, tell) for order in (bars, bars[::-1])]
    except ModelError as error:
        return _all(asked, say(error.key, "en", **error.values))
    return {id: _agreed(each, readings) for id, each in asked.items()}


def _all(asked: Iterable[str], why_not: str) -> dict[str, Judged]:
    return {id: Judged(None, why_not=why_not) for id in asked}


async def _read(
    exercise: Exercise, text: str, bars: Sequence[Bar], model: "Model", prompt: "Prompt", tell: Tell
) -> dict[str, Verdict]:
    """One reading: the verdicts that can be believed. The mark around the paper is made anew for each, so no paper can hold it."""
    from assistant.model import seal

    messages = prompt.messages(
        form=exercise.form.title["en"] if exercise.form else exercise.file.kind,
        scenario=exercise.file.scenario["en"],
        bars=[(bar.id, bar.ask["en"]) for bar in bars],
        mark=f"===={secrets.token_hex(8)}====",
        submission=text,
    )
    answer, before, sealed = "", 0, seal(messages)
    async with aclosing(model.stream(sealed, temperature=prompt.temperature, max_tokens=prompt.max_tokens)) as growing:
        async for whole in growing:
            answer = whole.text
            if whole.ahead != before:
                tell(before := whole.ahead)
            if len(answer) > MOST:
                raise ModelError("error.model.overlong")
    return verdicts(answer, text, [bar.id for bar in bars])


def verdicts(answer: str, text: str, ids: Sequence[str]) -> dict[str, Verdict]:
    """The verdicts in a model's answer, the last for each question; one whose quote isn't in the text is thrown away."""
    paper, given = one_line(text), dict[str, Verdict]()
    for line in answer.splitlines():
        try:
            told = json.loads(line.strip().strip("`,"))
        except ValueError:
            continue
        if not isinstance(told, dict) or told.get("id") not in ids or told.get("verdict") not in ("yes", "no"):
            continue
        quote = one_line(str(told.get("quote", "")))
        given.pop(told["id"], None)
        if len(quote.split()) >= LEAST_QUOTE and quote in paper:
            given[told["id"]] = Verdict(told["verdict"] == "yes", quote)
    return given


def _agreed(bars: Sequence[Bar], readings: Sequence[dict[str, Verdict]]) -> Judged:
    """One criterion's share of yeses where both readings answered every question alike."""
    told = tuple(
        {bar.id: {"verdict": "yes" if reading[bar.id].yes else "no", "quote": reading[bar.id].quote} for bar in bars if bar.id in reading}
        for reading in readings
    )  # fmt: skip
    if any(len(reading) < len(bars) for reading in told):
        return Judged(None, why_not=NOT_BORNE, readings=told)
    if any(readings[0][bar.id].yes != readings[1][bar.id].yes for bar in bars):
        return Judged(None, why_not=NOT_AGREED, readings=told, for_trainer=True)
    yes = sum(readings[0][bar.id].yes for bar in bars)
    return Judged(yes / len(bars), tuple(dict.fromkeys(readings[0][bar.id].quote for bar in bars)), readings=told)
