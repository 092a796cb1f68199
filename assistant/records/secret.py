"""The secret that signs cookies: `EDAKSH_SECRET`, else one that is made once and kept where only this account reads it."""

import os
import secrets
from pathlib import Path

from assistant.errors import RecordsError
from assistant.settings import Settings

FILE = "secret"


def read_secret(settings: Settings) -> str:
    """The installation's secret. Raises RecordsError where it can neither be read nor made."""
    if settings.secret:
        return settings.secret
    home = settings.home.resolve()
    try:
        path = home / FILE
        if not path.exists():
            _make(path)
        kept = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise RecordsError("error.records", why=str(getattr(error, "strerror", "") or error), home=home) from None
    if len(kept) < 32:
        raise RecordsError("error.secret", file=home / FILE)
    return kept


def _make(path: Path) -> None:
    """Whole or not at all, and never over one that another process has made meanwhile."""
    part = path.with_name(f".{FILE}.{os.getpid()}")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
        file.flush()
        os.fsync(file.fileno())
    try:
        if not path.exists():
            os.link(part, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without links, as on many a USB stick
        if not path.exists():
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)
