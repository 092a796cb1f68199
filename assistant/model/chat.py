"""One model, whichever provider it is from: its text as it comes, each failure as a ModelError with words for a person.

The clock is ours. The clients' own timeouts don't bound a silence: comments keep a stream alive, a retry starts anew,
and a server's Retry-After is honoured for up to two minutes.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, field

from assistant.errors import ModelError
from assistant.facts.mask import Unmasked
from assistant.model.answer import Answer, Growing
from assistant.model.care import Rest, Tries, pause
from assistant.model.failures import CUT, REFUSED, silent, told
from assistant.model.line import Line
from assistant.model.providers import WHOLE, Ask, load, make, provider_of
from assistant.model.sealed import Sealed, seal
from assistant.settings import Settings

EVERY, SEATS, MOST, SOON_SEEN, UNSEEN = 0.1, 100, 1.0, 0.6, 0.05
"""Seconds between two sights of a growing text: more often costs the server much and the eye gains nothing. With many at work
it is their number through SEATS, and never more than MOST; of the first words, for SOON_SEEN seconds, three times as often, and
UNSEEN while nobody has been shown any."""
SOON = ("error.model.busy", "error.model.busy.for", "error.model.server", "error.model.unreachable")
"""What passes by itself within a second or so."""
UNANSWERED = (*SOON, "error.model.address", "error.model.tls", "error.model.silent")
"""What the whole room would wait for, not this call alone."""


@dataclass(frozen=True)
class _Loop:
    """What belongs to one event loop: connections and locks of one can't be used in another."""

    line: Line
    asks: dict[tuple[float, int], Ask] = field(default_factory=dict)


@dataclass
class _Call:
    """One call on its way: what has come, and how many are before it."""

    growing: Growing
    seen: Callable[[], bool]
    """Whether any of it has been shown."""
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    ahead: int = 0
    served: float = 0.0
    """When its place came."""
    begun: float = 0.0
    """When its first words came."""

    def wait(self, ahead: int) -> None:
        self.ahead = ahead
        self.changed.set()

    def take(self, piece: str) -> None:
        self.begun = self.begun or time.monotonic()
        self.growing.add(piece)
        self.changed.set()


class Model:
    """The model that the settings name; nothing is imported or asked before the first call."""

    def __init__(self, settings: Settings) -> None:
        self.name = settings.model_name
        self.connected = bool(self.name)
        self._settings = settings
        self._loops: dict[asyncio.AbstractEventLoop, _Loop] = {}
        self._rest = Rest(settings.model_timeout / 2)
        self._tries = Tries()
        self._active = 0
        self._loaded = False

    def check(self) -> None:
        """Raises ModelError while the model rests since it left several calls unanswered: then a person needn't be asked first."""
        self._rest.check()

    async def stream(
        self, sealed: Sealed, *, temperature: float, max_tokens: int, seen: Callable[[], bool] = lambda: True
    ) -> AsyncGenerator[Answer, None]:
        """The answer as it grows, each time the whole of it, and before that how many are served first. Until `seen` says that some
        of it could be shown, each few words are given at once.

        Raises ModelError once all that came has been yielded. Closing the generator closes the connection.
        """
        if not self.connected:
            raise ModelError("error.model.none")
        self._rest.check()
        call = _Call(Growing(max_tokens), seen)
        # A task of its own does the reading: to cancel it ends the innermost read at once, whereas closing generators in
        # generators would leave the connection to the garbage collector.
        reading = asyncio.create_task(self._read(sealed, temperature, max_tokens, call))
        reading.add_done_callback(lambda _: call.changed.set())
        shown, self._active = Answer(Unmasked("")), self._active + 1
        try:
            while not reading.done():
                await call.changed.wait()
                call.changed.clear()
                now = Answer(sealed.open(call.growing.text, ended=False), call.ahead)
                if now != shown and not reading.done():
                    yield (shown := now)
                    await asyncio.wait([reading], timeout=self._pause(call))
            if (whole := Answer(sealed.open(call.growing.text))) != shown:
                yield whole
            await reading
        finally:
            self._active -= 1
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)

    def _pause(self, call: _Call) -> float:
        """Seconds until its text is looked at again."""
        if not call.seen():
            return UNSEEN
        early = not call.begun or time.monotonic() - call.begun < SOON_SEEN
        return min(MOST, max(EVERY, self._active / SEATS / (3 if early else 1)))

    def pace(self, seconds: float) -> float:
        """So many seconds with few at work, in proportion more with many: the room shares one processor."""
        return max(seconds, seconds * self._active / 10)

    async def attempt(self) -> None:
        """Asks the model for one word: what an admin and the doctor try. Raises ModelError where none comes."""
        self._rest.answered()
        # As many tokens as a draft has: a model that thinks first would be cut off before its word.
        async for answer in self.stream(
            seal([("user", "Answer with the one word: yes")]), temperature=0, max_tokens=1500
        ):
            if answer.text:
                return

    async def _read(self, sealed: Sealed, temperature: float, max_tokens: int, call: _Call) -> None:
        """Hands each piece to the call; returns at the proper end of an answer, raises ModelError at any other."""
        whole = WHOLE * self._settings.model_timeout
        if not self._loaded:  # takes seconds; the clock is for the model
            await asyncio.to_thread(load, self._settings)
            self._loaded = True
        try:
            async with asyncio.timeout(whole):
                here = self._here()
                async with here.line.place(call.wait):
                    call.served = time.monotonic()
                    self._rest.enter()
                    ask = here.asks.get((temperature, max_tokens))
                    if ask is None:
                        # In a thread: a provider's import takes seconds, and the drafts of others go on meanwhile.
                        ask = await asyncio.to_thread(make, self._settings, temperature, max_tokens)
                        here.asks[temperature, max_tokens] = ask
                    await self._try(ask, sealed, call)
        except TimeoutError:
            if not call.served or time.monotonic() - call.served < self._settings.model_timeout:
                raise ModelError("error.model.crowded", again=True) from None
            self._rest.failed()
            raise silent(whole) from None

    async def _try(self, ask: Ask, sealed: Sealed, call: _Call) -> None:
        """The call, and once more where it failed before anything came and trying again soon can help."""
        limit = self._settings.model_timeout
        self._tries.called()
        for second in (False, True):
            try:
                await self._listen(ask, sealed, call)
            except ModelError as error:
                soon = error.key in SOON and not call.growing.text and error.after <= limit / 4
                if second or not soon or not self._tries.again():
                    if error.key in UNANSWERED:
                        self._rest.failed(error.after)
                    raise
                wait = pause(limit, error.after)
            else:
                self._rest.answered()
                return
            await asyncio.sleep(wait)

    async def _listen(self, ask: Ask, sealed: Sealed, call: _Call) -> None:
        now, limit = asyncio.get_running_loop().time, self._settings.model_timeout
        begun, reason = False, ""
        try:
            answer = ask(sealed, lambda: self._pause(call) / 2)
            async with asyncio.timeout(limit) as silence, aclosing(answer) as pieces:
                async for text, why, _ in pieces:
                    begun = True
                    reason = why.lower() or reason
                    if text:
                        if not call.growing.text:
                            self._rest.answered()  # whom it answers at all, it isn't dead for: others were unlucky
                        silence.reschedule(now() + limit)
                        call.take(text)
        except TimeoutError:
            raise silent(limit) from None
        except Exception as error:  # noqa: BLE001 each provider raises its own
            raise told(error, self.name, begun) from None
        if reason in REFUSED:
            raise ModelError("error.model.refused")
        if reason in CUT or (not reason and provider_of(self._settings) == "openai"):
            raise ModelError("error.model.cut", again=True)
        if not call.growing.text.strip():
            raise ModelError("error.model.empty", again=True)

    def _here(self) -> _Loop:
        """What belongs to the running loop; what belonged to closed ones is dropped."""
        loop = asyncio.get_running_loop()
        if loop not in self._loops:
            self._loops = {old: kept for old, kept in self._loops.items() if not old.is_closed()}
            self._loops[loop] = _Loop(Line(self._settings.model_concurrency))
        return self._loops[loop]
