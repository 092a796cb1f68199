"""What asks the model of each provider: OpenAI-compatible servers, on this machine or elsewhere, by openai's connections, all others by LangChain."""

import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from assistant.errors import ModelError
from assistant.model.compatible import Piece, body, pieces
from assistant.model.sealed import Sealed
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from openai import DefaultAsyncHttpxClient

Ask = Callable[[Sealed, Callable[[], float]], AsyncGenerator[Piece, None]]
"""Gives the answer to what was sealed, piece by piece; whoever can waits so many seconds between two of them."""
WHOLE = 5
"""A whole call may take so many times the longest silence, its second try and the wait for a place included."""


def provider_of(settings: Settings) -> str:
    return settings.model_name.partition(":")[0].lower().replace("-", "_")


def load(settings: Settings) -> None:
    """Imports what every call to this model needs."""
    names = ("openai",) if provider_of(settings) == "openai" else ("langchain.chat_models", "langsmith")
    for name in names:
        import_module(name)


def make(settings: Settings, temperature: float, max_tokens: int) -> Ask:
    """What asks the model. Raises ModelError where there is no such provider, or its package or key is lacking."""
    _hush()
    if provider_of(settings) != "openai":
        return partial(_chat_pieces, make_chat(settings, temperature, max_tokens))
    client = make_client(settings)

    def ask(sealed: Sealed, pause: Callable[[], float]) -> AsyncGenerator[Piece, None]:
        return pieces(client, body(settings, sealed, temperature, max_tokens), pause)

    return ask


def make_client(settings: Settings) -> "DefaultAsyncHttpxClient":
    """What reaches an OpenAI-compatible server. Raises ModelError where neither key nor address is known."""
    import openai

    if not settings.openai_api_key and not settings.openai_base_url:
        raise ModelError("error.model.key")
    limit = settings.model_timeout
    # A local server needs no key, but some want to see one. A connection is closed with its answer: a kept one would be met again in
    # another loop.
    return openai.DefaultAsyncHttpxClient(
        base_url=settings.openai_base_url or "https://api.openai.com/v1",
        headers={"Authorization": f"Bearer {settings.openai_api_key or 'none'}", "Connection": "close"},
        timeout=openai.Timeout(WHOLE * limit, connect=min(10, limit / 3)),
    )


def make_chat(settings: Settings, temperature: float, max_tokens: int) -> "BaseChatModel":
    """LangChain's model of any other provider."""
    provider, model = provider_of(settings), settings.model_name.partition(":")[2]
    options: dict[str, Any] = {"timeout": WHOLE * settings.model_timeout, "max_tokens": max_tokens, "max_retries": 1}
    try:
        from langchain.chat_models import init_chat_model

        chat: BaseChatModel = init_chat_model(model, model_provider=provider, temperature=temperature, **options)
        return chat
    except ImportError as error:
        missing = getattr(error.__cause__, "name", None) or f"langchain_{provider}"
        package = missing.partition(".")[0].replace("_", "-")
        raise ModelError("error.model.provider", provider=provider, package=package) from None
    except Exception as error:  # noqa: BLE001 each provider raises its own
        # A plain ValueError is LangChain's own, for a provider it has never heard of. What a provider's class raises
        # is about what it lacks, and that is its key.
        if type(error) is ValueError:
            raise ModelError("error.model.service", name=settings.model_name) from None
        raise ModelError("error.model.key") from None


async def _chat_pieces(
    chat: "BaseChatModel", sealed: Sealed, pause: Callable[[], float]
) -> AsyncGenerator[Piece, None]:
    from langsmith import tracing_context

    # What is meant for the model goes to nobody else, whatever LangSmith's variables say.
    with tracing_context(enabled=False):
        async with aclosing(chat.astream(list(sealed.messages))) as chunks:  # type: ignore[type-var]
            async for chunk in chunks:
                about = chunk.response_metadata
                named = about.get("finish_reason") or about.get("stop_reason") or about.get("done_reason")
                yield Piece(str(chunk.text), str(named or ""))


def _hush() -> None:
    """No client writes what was sent into a log, whatever its own variables say."""
    for name in ("openai", "httpx", "httpx2", "httpcore", "httpcore2", "anthropic"):
        logging.getLogger(name).setLevel(logging.WARNING)
