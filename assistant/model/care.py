"""How a failing model is spared, and the room with it: a few tries again, and a rest after several failures in a row.

While a model rests nobody waits for it: each call fails at once and the room works without. When the rest is over one call is let
through; if it is answered all is as before, if not the model rests again.
"""

import random
import time
from collections.abc import Callable

from assistant.errors import ModelError

FAILURES = 3
"""So many calls in a row that a model left unanswered, and it rests."""
LONGEST = 120.0
"""Seconds that a server may ask for; then it is asked again all the same."""


class Rest:
    """Whether a model is asked at all. `seconds`: how long it rests."""

    def __init__(self, seconds: float, now: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._now = now
        self._failed = 0
        self._until = 0.0

    @property
    def left(self) -> float:
        """Seconds until somebody may ask again; 0 where anybody may."""
        return max(0.0, self._until - self._now()) if self._failed >= FAILURES else 0.0

    def check(self) -> None:
        """Raises ModelError while the model rests."""
        if left := self.left:
            raise ModelError("error.model.resting", again=True, after=left, seconds=f"{max(1, left):.0f}")

    def enter(self) -> None:
        """The same for a call that is made at once. The first one after a rest is the trial: for all others the rest begins anew."""
        self.check()
        if self._failed >= FAILURES:
            self._until = self._now() + self._seconds

    def answered(self) -> None:
        self._failed = 0

    def failed(self, after: float = 0) -> None:
        """A call was left unanswered; the server asked for `after` seconds."""
        self._failed += 1
        self._until = self._now() + max(self._seconds, min(after, LONGEST))


class Tries:
    """A budget of second tries, one for every ten calls: when everything fails, trying again would only double the load."""

    def __init__(self, most: int = 10) -> None:
        self._most = self._tenths = 10 * most

    def called(self) -> None:
        self._tenths = min(self._most, self._tenths + 1)

    def again(self) -> bool:
        """Whether a call may be tried once more."""
        if self._tenths < 10:
            return False
        self._tenths -= 10
        return True


def pause(limit: float, after: float) -> float:
    """Seconds before a second try: what the server asks for, else about half a second, never the same for two."""
    return after + random.uniform(0.2, 0.8) * min(1, limit)  # noqa: S311 spreads calls, keeps no secret
