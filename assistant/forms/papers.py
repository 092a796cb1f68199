"""Good papers of a form, their prose alone: what a model is shown of the manner, the one that is nearest to a case.

They lie beside the form in `papers.hi.yaml` and `papers.en.yaml`; a form needs none.
"""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, RootModel

from assistant.content import Strict

MOST = 900
"""Letters that a paper may have: every draft pays for it."""
STEM = 4
"""Letters by which a word is known in all its endings."""
_WORD = re.compile(r"[^\W\d_][\w\u0900-\u0963]{2,}")


class Paper(Strict):
    """The prose of one paper, paragraphs parted by empty lines. `about`: its matter in a few words; `state`: whose norm it follows."""

    about: str = Field(min_length=1)
    state: Literal["goi", "mp", "cg", "up"] | None = None
    text: Annotated[str, Field(min_length=1, max_length=MOST)]

    @cached_property
    def stems(self) -> tuple[set[str], set[str]]:
        """What its matter and its text are known by."""
        return _stems(self.about), _stems(self.text)


class Papers(RootModel[tuple[Paper, ...]]):
    """`papers.hi.yaml` as it is written."""


def nearest(papers: Iterable[Paper], words: str, state: str) -> str:
    """The prose of the paper of that norm (where there is none, of any) that shares most words with a case; "" where there are no papers."""
    there, asked = list(papers), _stems(words)
    alike = [one for one in there if one.state in (state, None)] or there
    best = max(alike, key=lambda one: [len(asked & stems) for stems in one.stems], default=None)
    return best.text.strip() if best else ""


def _stems(text: str) -> set[str]:
    return {word[:STEM].lower() for word in _WORD.findall(text)}
