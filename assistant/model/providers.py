"""The model of each provider, as LangChain makes it; OpenAI-compatible servers, on this machine or elsewhere, are one of them."""

import logging
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from assistant.errors import ModelError
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from openai import AsyncOpenAI

WHOLE = 5
"""A whole call may take so many times the longest silence, its second try and the wait for a place included."""


def provider_of(settings: Settings) -> str:
    return settings.model_name.partition(":")[0].lower().replace("-", "_")


def load() -> None:
    """Imports what every call needs."""
    from importlib import import_module

    for name in ("langchain.chat_models", "langchain_openai", "langsmith"):
        import_module(name)


def make_chat(settings: Settings, temperature: float, max_tokens: int) -> "BaseChatModel":
    """LangChain's model. Raises ModelError where there is no such provider, or its package or key is lacking."""
    provider, model = provider_of(settings), settings.model_name.partition(":")[2]
    options: dict[str, Any] = {"timeout": WHOLE * settings.model_timeout, "max_tokens": max_tokens, "max_retries": 1}
    if provider == "openai":
        options = _openai_options(settings, max_tokens)
    try:
        from langchain.chat_models import init_chat_model

        _hush()
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
            raise ModelError("error.model.unknown", name=settings.model_name) from None
        raise ModelError("error.model.key") from None


def make_client(settings: Settings) -> "AsyncOpenAI":
    """The bare client of an OpenAI-compatible server."""
    import openai

    _hush()
    server = _server(settings)
    return openai.AsyncOpenAI(base_url=server["base_url"], api_key=server["api_key"], max_retries=0)


def _hush() -> None:
    """No client writes what was sent into a log, whatever its own variables say."""
    for name in ("openai", "httpx", "httpcore", "anthropic"):
        logging.getLogger(name).setLevel(logging.WARNING)


def _openai_options(settings: Settings, max_tokens: int) -> dict[str, Any]:
    import openai

    limit = settings.model_timeout
    # A connection is closed with its answer: a kept one would be met again in another loop.
    client = openai.DefaultAsyncHttpxClient(headers={"Connection": "close"})
    return {
        **_server(settings),
        "http_async_client": client,
        "http_socket_options": (),  # only for the client that isn't used; else LangChain warns beside HTTPS_PROXY
        "openai_proxy": None,  # LangChain refuses OPENAI_PROXY beside a client; HTTPS_PROXY works
        "timeout": openai.Timeout(WHOLE * limit, connect=min(10, limit / 3)),
        "stream_chunk_timeout": None,
        "stream_usage": False,
        "use_responses_api": False,
        "max_retries": 0,  # ours are counted over the whole room
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
