"""One model, whichever provider it is from: its text as it comes, each failure as a ModelError with words for a person.

The clock is ours. The clients' own timeouts don't bound a silence: comments keep a stream alive, a retry starts anew,
and a server's Retry-After is honoured for up to two minutes.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from assistant.errors import ModelError
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from openai import AsyncOpenAI

log = logging.getLogger(__name__)

WHOLE = 5
"""A whole call may take so many times the longest silence, its retry and the wait for a place included."""

CUT = ("length", "max_tokens", "max_output_tokens", "model_length", "model_context_window_exceeded")
REFUSED = ("content_filter", "content_filtered", "safety", "refusal", "prohibited_content", "blocklist", "recitation")
"""Why a model stopped before its end, in the words of the several providers."""


@dataclass(frozen=True)
class _Loop:
    """What belongs to one event loop: connections and locks of one can't be used in another."""

    places: asyncio.Semaphore
    chats: dict[tuple[float, int], "BaseChatModel"] = field(default_factory=dict)


class Model:
    """The model that the settings name; nothing is imported or asked before the first call."""

    def __init__(self, settings: Settings) -> None:
        self.name = settings.model_name
        self.connected = bool(self.name)
        self._settings = settings
        self._loops: dict[asyncio.AbstractEventLoop, _Loop] = {}

    async def stream(
        self, messages: list[tuple[str, str]], *, temperature: float, max_tokens: int
    ) -> AsyncGenerator[str, None]:
        """The text's pieces as they come, for messages of ("system" | "user", text).

        Raises ModelError once all that came has been yielded. Closing the generator closes the connection.
        """
        if not self.connected:
            raise ModelError("error.model.none")
        # A task of its own does the reading: to cancel it ends the innermost read at once, whereas closing LangChain's
        # generators would leave the connection to the garbage collector.
        pieces: asyncio.Queue[str | None] = asyncio.Queue()
        reading = asyncio.create_task(self._read(messages, temperature, max_tokens, pieces.put_nowait))
        reading.add_done_callback(lambda _: pieces.put_nowait(None))
        try:
            while (piece := await pieces.get()) is not None:
                yield piece
            await reading
        finally:
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)

    async def ping(self) -> None:
        """Raises ModelError where the server can't be reached or refuses. Only an OpenAI-compatible server is asked."""
        if _provider(self._settings) != "openai":
            return
        client = await asyncio.to_thread(_client, self._settings)
        limit = min(10, self._settings.model_timeout)
        try:
            async with asyncio.timeout(limit), client:
                listed = await client.models.list()
        except TimeoutError:
            raise _silent(limit) from None
        except Exception as error:  # noqa: BLE001 a server may answer anything
            raise _told(error, self.name, begun=False) from None
        if not isinstance(getattr(listed, "data", None), list):
            raise ModelError("error.model.nonsense")

    async def _read(
        self, messages: list[tuple[str, str]], temperature: float, max_tokens: int, take: Callable[[str], None]
    ) -> None:
        """Hands each piece to `take`; returns at the proper end of an answer, raises ModelError at any other."""
        whole = WHOLE * self._settings.model_timeout
        try:
            async with asyncio.timeout(whole):
                here = self._here()
                async with here.places:
                    chat = here.chats.get((temperature, max_tokens))
                    if chat is None:
                        # In a thread: the first import takes seconds, and the drafts of others go on meanwhile.
                        chat = await asyncio.to_thread(_chat, self._settings, temperature, max_tokens)
                        here.chats[temperature, max_tokens] = chat
                    await self._listen(chat, messages, take)
        except TimeoutError:
            raise _silent(whole) from None

    async def _listen(
        self, chat: "BaseChatModel", messages: list[tuple[str, str]], take: Callable[[str], None]
    ) -> None:
        from langsmith import tracing_context

        now, limit = asyncio.get_running_loop().time, self._settings.model_timeout
        begun, said, reason = False, False, ""
        try:
            # What is meant for the model goes to nobody else, whatever LangSmith's variables say.
            with tracing_context(enabled=False):
                async with asyncio.timeout(limit) as silence:
                    async for chunk in chat.astream(list(messages)):
                        begun = True
                        if text := str(chunk.text):
                            silence.reschedule(now() + limit)
                            said = said or not text.isspace()
                            take(text)
                        about = chunk.response_metadata
                        named = about.get("finish_reason") or about.get("stop_reason") or about.get("done_reason")
                        reason = str(named).lower() if named else reason
        except TimeoutError:
            raise _silent(limit) from None
        except Exception as error:  # noqa: BLE001 each provider raises its own
            raise _told(error, self.name, begun) from None
        if reason in REFUSED:
            raise ModelError("error.model.refused")
        if reason in CUT or (not reason and _provider(self._settings) == "openai"):
            raise ModelError("error.model.cut", again=True)
        if not said:
            raise ModelError("error.model.empty", again=True)

    def _here(self) -> _Loop:
        """What belongs to the running loop; what belonged to closed ones is dropped."""
        loop = asyncio.get_running_loop()
        if loop not in self._loops:
            self._loops = {old: kept for old, kept in self._loops.items() if not old.is_closed()}
            self._loops[loop] = _Loop(asyncio.Semaphore(self._settings.model_concurrency))
        return self._loops[loop]


def _provider(settings: Settings) -> str:
    return settings.model_name.partition(":")[0].lower().replace("-", "_")


def _chat(settings: Settings, temperature: float, max_tokens: int) -> "BaseChatModel":
    """LangChain's model. Raises ModelError where there is no such provider, or its package or key is lacking."""
    provider, model = _provider(settings), settings.model_name.partition(":")[2]
    options: dict[str, Any] = {"timeout": WHOLE * settings.model_timeout, "max_tokens": max_tokens}
    if provider == "openai":
        options = _openai_options(settings, max_tokens)
    try:
        from langchain.chat_models import init_chat_model

        chat: BaseChatModel = init_chat_model(
            model, model_provider=provider, temperature=temperature, max_retries=1, **options
        )
        return chat
    except ImportError as error:
        missing = getattr(error.__cause__, "name", None) or f"langchain_{provider}"
        package = missing.partition(".")[0].replace("_", "-")
        raise ModelError("error.model.provider", provider=provider, package=package) from None
    except Exception as error:  # noqa: BLE001 each provider raises its own
        # A plain ValueError is LangChain's own, for a provider it has never heard of. What a provider's class raises
        # is about what it lacks, and that is its key.
        if type(error) is ValueError:
            raise ModelError("error.model.unknown", name=settings.model_name) from None
        raise ModelError("error.model.key") from None


def _openai_options(settings: Settings, max_tokens: int) -> dict[str, Any]:
    import openai

    limit = settings.model_timeout

    async def bound_pause(response: Any) -> None:
        """Forbids the second try where the server asks for a long pause before it: better to say that it is busy."""
        asked = response.headers.get("retry-after-ms"), response.headers.get("retry-after")
        try:
            seconds = float(asked[0]) / 1000 if asked[0] else float(asked[1] or 0)
        except ValueError:  # a date
            seconds = limit
        if seconds > limit / 4:
            response.headers["x-should-retry"] = "false"

    client = openai.DefaultAsyncHttpxClient(
        # A connection is closed with its answer: a kept one would be met again in another loop.
        headers={"Connection": "close"},
        event_hooks={"response": [bound_pause]},
    )
    return {
        **_server(settings),
        "http_async_client": client,
        "http_socket_options": (),  # only for the client that isn't used; else LangChain warns beside HTTPS_PROXY
        "openai_proxy": None,  # LangChain refuses OPENAI_PROXY beside a client; HTTPS_PROXY works
        "timeout": openai.Timeout(WHOLE * limit, connect=min(5, limit / 3)),
        "stream_chunk_timeout": None,
        "stream_usage": False,
        "use_responses_api": False,
        **_bound(settings, max_tokens),
    }


def _bound(settings: Settings, max_tokens: int) -> dict[str, Any]:
    """The bound on an answer's length by the name that the server knows.

    OpenAI refuses `max_tokens` for newer models, and both at once. Many others know nothing else: llama.cpp's Python
    server then writes until its context is full.
    """
    host = urlsplit(settings.openai_base_url).hostname or "api.openai.com"
    if host.endswith((".openai.com", ".openai.azure.com")):
        return {"max_tokens": max_tokens}  # sent as max_completion_tokens
    return {"extra_body": {"max_tokens": max_tokens}}


def _server(settings: Settings) -> dict[str, str]:
    """Address and key, both said outright: left out, they may be taken from variables that aren't our settings."""
    if not settings.openai_api_key and not settings.openai_base_url:
        raise ModelError("error.model.key")
    return {
        "base_url": settings.openai_base_url or "https://api.openai.com/v1",
        "api_key": settings.openai_api_key or "none",  # a local server needs no key, but the client insists on one
    }


def _client(settings: Settings) -> "AsyncOpenAI":
    import openai

    server = _server(settings)
    return openai.AsyncOpenAI(base_url=server["base_url"], api_key=server["api_key"], max_retries=0)


def _silent(seconds: float) -> ModelError:
    return ModelError("error.model.silent", again=True, seconds=f"{seconds:g}")


def _told(error: Exception, name: str, begun: bool) -> ModelError:
    """What went wrong, in our words: an error's own text may hold a key. `begun`: an answer had begun to come."""
    import openai
    from langchain_core.exceptions import ContextOverflowError, ModelConnectionError

    if isinstance(error, ModelError):
        return error
    log.info("The call to the model failed: %s", type(error).__name__)
    status, code = getattr(error, "status_code", None), getattr(error, "code", None)
    if isinstance(error, ContextOverflowError) or status == 413 or code == "context_length_exceeded":
        return ModelError("error.model.long")
    if status in (401, 403):
        return ModelError("error.model.key")
    if status == 404:
        return ModelError("error.model.unknown", name=name)
    if status == 429:
        return ModelError("error.model.busy", again=True)
    if isinstance(status, int) and status >= 400:
        return ModelError("error.model.server", again=True) if status >= 500 else ModelError("error.model.request")
    if isinstance(error, (openai.APIConnectionError, ModelConnectionError, OSError)):
        return ModelError("error.model.cut" if begun else "error.model.unreachable", again=True)
    if isinstance(error, openai.APIError) and not isinstance(error, openai.APIResponseValidationError):
        return ModelError("error.model.server", again=True)  # told inside a stream that had begun well
    return ModelError("error.model.nonsense")
