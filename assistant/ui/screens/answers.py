"""What a model writes for an exercise as it comes, each time with how many are served before it begins."""

from collections.abc import AsyncGenerator
from contextlib import aclosing

from assistant.model import seal
from assistant.ui.practice import Practice

EVERY = 0.3
"""Seconds between two sights of a growing text: the whole paper is laid out anew for each."""
SAID = 1200
"""Tokens that a model may answer with to an instruction."""


async def drafts(here: Practice) -> AsyncGenerator[tuple[str, int], None]:
    """The whole paper of the exercise's own case, each time with what has come of its prose."""
    exercise, drafter = here.at, here.assistant.drafter
    if exercise is None or exercise.brief is None:
        return
    async with aclosing(drafter.stream(exercise.brief, exercise.file.language)) as growing:
        async for whole in growing:
            made = drafter.finish(exercise.brief, exercise.file.language, whole.prose, "model")
            yield made.document.text, whole.ahead


async def answers(here: Practice) -> AsyncGenerator[tuple[str, int], None]:
    """What a model makes of the instruction handed in last, sent as it stands but for what is personal, and with nothing added."""
    sealed = seal([("user", here.tries[-1].answer if here.tries else "")])
    async with aclosing(here.assistant.model.stream(sealed, temperature=0.3, max_tokens=SAID)) as growing:
        async for whole in growing:
            yield whole.text, whole.ahead
