"""A text changed on request: what a model is sent for it, and what it changed, to be taken or refused one by one."""

import difflib
import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from assistant.drafting.draft import Drafter, Growing
from assistant.forms.brief import Brief

if TYPE_CHECKING:
    from assistant.model import Sealed

WITHOUT = "Write this again without “{words}”: it is not among the facts of the case. Say only what they say."
"""The wish for one sentence that says what nobody gave."""


@dataclass(frozen=True)
class Revision:
    """What somebody wishes of a text: the prose of a paper, or one sentence of it; one paragraph a line."""

    drafter: Drafter
    brief: Brief
    language: str
    text: str
    wish: str

    def sent(self) -> "Sealed":
        """What a model is sent for it. Raises ModelError where it bears a classified marking."""
        return self.drafter.sent(self.brief, self.language, self.text, self.wish)

    def stream(self) -> AsyncGenerator[Growing, None]:
        """The text as it is written anew. Raises ModelError as a draft does."""
        return self.drafter.stream(self.brief, self.language, self.text, self.wish)

    def changes(self, new: str) -> "list[Change]":
        """What is otherwise in the new text, each with what it says that nobody said."""
        return [
            change._replace(added=tuple(self._added(change)))
            for change in changes(self.text.split("\n"), new.split("\n"))
        ]

    def _added(self, change: "Change") -> list[str]:
        from assistant.checks.facts.ledger import ledger

        made = self.drafter.finish(self.brief, self.language, change.new, "offline")
        known = f"{change.old} {self.wish}"
        said = [
            made.document.source.given[slice(*made.document.source.span(one.start, one.end))]
            for one in ledger(made.case)
            if one.became == "added" or (one.became == "changed" and one.right)
        ]
        return [
            words
            for words in dict.fromkeys(said)
            if words in change.new and not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", known)
        ]


class Change(NamedTuple):
    """Paragraphs that stand in place of others; either may be none. `added`: facts in the new ones that nobody gave."""

    old: str
    new: str
    added: tuple[str, ...] = ()


def changes(old: list[str], new: list[str]) -> list[Change]:
    """The changed paragraphs, one by one; what is new stands with the paragraph that it goes on from."""
    found: list[Change] = []
    last = ""
    for before, after in _aligned(old, new):
        if before == after:
            last = before
        elif before or not (last or found):
            found.append(Change(before, after))
            last = ""
        elif last:
            found.append(Change(last, f"{last}\n{after}"))
            last = ""
        else:
            found[-1] = Change(found[-1].old, f"{found[-1].new}\n{after}")
    return found


def _aligned(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    """Paragraphs side by side, those first that are most alike; "" where one has no other."""
    if not old or not new:
        return [(one, "") for one in old] + [("", one) for one in new]
    pairs = ((_like(one, other), -n, -m) for n, one in enumerate(old) for m, other in enumerate(new))
    like, n, m = max(pairs)
    if like < ALIKE:
        return [("\n".join(old), "\n".join(new))]
    n, m = -n, -m
    return [*_aligned(old[:n], new[:m]), (old[n], new[m]), *_aligned(old[n + 1 :], new[m + 1 :])]


def _like(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


ALIKE = 0.3
"""From so much on one paragraph is another one's new wording."""
