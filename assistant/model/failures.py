"""What went wrong with a call, in our words: an error's own text may hold a key, or what was sent."""

import logging
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from assistant.errors import ModelError

log = logging.getLogger(__name__)

CUT = ("length", "max_tokens", "max_output_tokens", "model_length", "model_context_window_exceeded")
REFUSED = ("content_filter", "content_filtered", "safety", "refusal", "prohibited_content", "blocklist", "recitation")
"""Why a model stopped before its end, in the words of the several providers."""

HOUR = 3600
"""Seconds; who asks to be left alone for longer is told as busy, without a number that nobody would wait for."""


def silent(seconds: float) -> ModelError:
    return ModelError("error.model.silent", again=True, seconds=f"{seconds:g}")


def told(error: Exception, name: str, begun: bool) -> ModelError:
    """The failure of a call to the model `name`. `begun`: an answer had begun to come."""
    import openai

    if isinstance(error, ModelError):
        return error
    log.info("The call to the model failed: %s", type(error).__name__)
    kinds = {kind.__name__ for kind in type(error).__mro__}  # LangChain's own, which may not be there
    status, code = getattr(error, "status_code", None), getattr(error, "code", None)
    if "ContextOverflowError" in kinds or status == 413 or code == "context_length_exceeded":
        return ModelError("error.model.long")
    if status in (401, 403):
        return ModelError("error.model.key")
    if status == 404:
        return ModelError("error.model.unknown", name=name)
    after = _asked_for(error)
    if status == 429:
        if 1 <= after <= HOUR:
            return ModelError("error.model.busy.for", again=True, after=after, seconds=f"{after:.0f}")
        return ModelError("error.model.busy", again=True, after=after)
    if isinstance(status, int) and status >= 400:
        if status >= 500:
            return ModelError("error.model.server", again=True, after=after)
        return ModelError("error.model.request")
    if isinstance(error, openai.APIConnectionError | OSError) or kinds & {"ModelConnectionError", "TransportError"}:
        return ModelError("error.model.cut" if begun else _unreachable(error), again=True)
    if isinstance(error, openai.APIError) and not isinstance(error, openai.APIResponseValidationError):
        return ModelError("error.model.server", again=True)  # told inside a stream that had begun well
    return ModelError("error.model.nonsense")


def _unreachable(error: Exception) -> str:
    """Why nobody could be reached: the name is unknown, the certificate isn't trusted, or nobody answers."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLError) or "SSL" in type(cause).__name__ or "[SSL" in str(cause):
            return "error.model.tls"
        if isinstance(cause, socket.gaierror) or "[Errno -2]" in str(cause) or "[Errno -3]" in str(cause):
            return "error.model.address"
    return "error.model.unreachable"


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        cause = cause.__cause__ or cause.__context__


def _asked_for(error: Exception) -> float:
    """The seconds that the server asks to be left alone for; 0 where it doesn't say."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    try:
        if milliseconds := headers.get("retry-after-ms"):
            return max(0.0, float(milliseconds) / 1000)
        told = headers.get("retry-after") or "0"
        if told.strip().replace(".", "", 1).isdecimal():
            return float(told)
        return max(0.0, (parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return 0.0
