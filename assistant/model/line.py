"""The line of those who wait for a model that takes fewer calls at once than there are people: who came first is next."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class _Turn:
    come: asyncio.Future[None]
    tell: Callable[[int], None]


class Line:
    """So many places. Everybody who waits is told how many are before them, anew whenever that changes."""

    def __init__(self, places: int) -> None:
        self._free = places
        self._waiting: deque[_Turn] = deque()

    @asynccontextmanager
    async def place(self, tell: Callable[[int], None]) -> AsyncIterator[None]:
        """A place for as long as the block runs; `tell` is given the number of those before one, the one whose turn comes is told 0."""
        if self._free:
            self._free -= 1
        else:
            await self._wait(_Turn(asyncio.get_running_loop().create_future(), tell))
        try:
            yield
        finally:
            self._leave()

    async def _wait(self, turn: _Turn) -> None:
        self._waiting.append(turn)
        turn.tell(len(self._waiting))
        try:
            await turn.come
        except asyncio.CancelledError:
            if turn in self._waiting:
                self._waiting.remove(turn)
                self._tell()
            else:  # the place came in the moment in which its owner left
                self._leave()
            raise
        turn.tell(0)

    def _leave(self) -> None:
        if not self._waiting:
            self._free += 1
            return
        self._waiting.popleft().come.set_result(None)
        self._tell()

    def _tell(self) -> None:
        for before, turn in enumerate(self._waiting, start=1):
            turn.tell(before)
