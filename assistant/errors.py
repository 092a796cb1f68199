"""What can go wrong, as a tree. An error holds a message's key and values; the edges (command line, screen, HTTP) say it.

AssistantError
├── InputError        the call or a file is wrong: exit status 2
│   └── ProblemsError several at once, each with its place: a brief, a content file
└── ServiceError      something that was needed is not there: exit status 3
    ├── ModelError
    └── RecordsError
"""

from dataclasses import dataclass
from typing import Any


class AssistantError(Exception):
    """An error with words for a person: `key` names the message, `values` fill it; `again` tells if trying again can help."""

    exit_status = 2
    again = False

    def __init__(self, key: str, /, **values: Any) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


class InputError(AssistantError):
    """What was given is wrong, and only whoever gave it can mend it."""


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a file: where (`line` counts from 1, None where it can't be known; `at` is the key's path) and what."""

    file: str
    line: int | None
    key: str
    values: dict[str, Any]
    at: str = ""


class ProblemsError(InputError):
    """All that is wrong with one input, told at once."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems[0].key, **problems[0].values)
        self.problems = problems


class ServiceError(AssistantError):
    exit_status = 3


class ModelError(ServiceError):
    """A model gave nothing usable. `again` is true for what passes by itself (silence, overload), false for a refused key;
    `after` are the seconds that its server asks for."""

    def __init__(self, key: str, /, again: bool = False, after: float = 0, **values: Any) -> None:
        super().__init__(key, **values)
        self.again = again
        self.after = after


class RecordsError(ServiceError):
    """The database can't be read or written."""
