"""An answer as it comes: how much of it is seen at once, and when a model that doesn't come to an end is stopped."""

from typing import NamedTuple

from assistant.errors import ModelError
from assistant.facts.mask import Unmasked

LETTERS_A_TOKEN = 16
"""More letters than these a token never has; an answer that is longer than it may be comes from no model that counts."""
TAIL, TIMES = 80, 4
"""So many letters at the end, so often in the text: the model says the same over and over."""
LOOK = 200
"""Letters between two looks whether it does."""


class Answer(NamedTuple):
    """All that has come, with what was kept back in its place again; `ahead`: how many are served before it begins."""

    opened: Unmasked
    ahead: int = 0

    @property
    def text(self) -> str:
        return self.opened.text


class Growing:
    """The raw text of one answer. `add` raises ModelError once it is clear that it won't come to an end."""

    def __init__(self, max_tokens: int) -> None:
        self.text = ""
        self._most = max_tokens * LETTERS_A_TOKEN
        self._looked = 0

    def add(self, piece: str) -> None:
        self.text += piece
        if len(self.text) > self._most:
            self.text = self.text[: self._most]
            self._looked = 0
            raise ModelError("error.model.endless", again=True)
        if len(self.text) - self._looked >= LOOK:
            self._looked = len(self.text)
            tail = self.text[-TAIL:]
            if self.text.count(tail) >= TIMES:
                self.text = self.text[: self.text.find(tail) + TAIL]
                raise ModelError("error.model.endless", again=True)
