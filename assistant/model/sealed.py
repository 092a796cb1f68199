"""What a model is sent, with nothing in it that belongs to a person; its answer is opened again on this machine.

The model's door takes nothing else, so whatever is asked of a model has come through `seal`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.errors import ModelError
from assistant.facts.mask import Token, Unmasked, counts, mask, unmask

_APART = "\x1e"
"""Stands between messages while they are masked as one text: a value is the same token in all of them."""
_GROWING = re.compile(r"\[[A-Z]{0,8}[A-Z0-9-]{0,12}\Z")
"""The beginning of a token at the end of what has come; the rest of it is still on its way."""


@dataclass(frozen=True)
class Sealed:
    """Messages of ("system" | "user", text) with tokens in them, and what each token stands for."""

    messages: tuple[tuple[str, str], ...]
    tokens: Mapping[str, Token]

    def counts(self) -> list[dict[str, str | int]]:
        return counts(self.tokens)

    def open(self, answer: str, ended: bool = True) -> Unmasked:
        """The answer with each token's words in its place. While more is to come, a token that has only begun is kept back."""
        if not ended:
            answer = _GROWING.sub("", answer)
        return unmask(answer, self.tokens) if self.tokens or "[" in answer else Unmasked(answer)


def seal(messages: Iterable[tuple[str, str]], names: Iterable[str] = ()) -> Sealed:
    """The messages without what is personal; `names` are persons that are known already.

    Raises ModelError where they bear a classified marking: such a paper goes to no model at all.
    """
    from assistant.checks.privacy.secrecy import markings

    messages = list(messages)
    for role, text in messages:
        if role == "user" and (marks := markings(text)):
            start, end = marks[0]
            raise ModelError("error.model.classified", mark=text[start:end])
    names = tuple(names)
    parts = {part for name in names for part in name.split()}
    rules = {
        text for role, text in messages if role == "system" and _has_none(text) and not any(map(text.count, parts))
    }
    masked = mask(_APART.join(text for _, text in messages if text not in rules), names)
    rest = iter(masked.text.split(_APART))
    return Sealed(tuple((role, text if text in rules else next(rest)) for role, text in messages), masked.tokens)


@lru_cache(256)
def _has_none(text: str) -> bool:
    """Whether a prompt's rules hold nothing personal and nothing that looks like a token: they are most of what is sent, and the same
    for a whole room, so they are looked through once."""
    return "[" not in text and not mask(text).tokens
