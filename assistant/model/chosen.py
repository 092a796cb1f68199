"""The model that was chosen on the screen: kept in EDAKSH_HOME, in a file that only the server's own user can read. What the
environment names wins over all of it, so that no key ever goes to an address it wasn't given for.
"""

import json
import os
from pathlib import Path

from assistant.errors import InputError
from assistant.settings import CHOSEN, Settings, read_chosen


def choose(settings: Settings, model: str, base_url: str, key: str) -> Settings:
    """Keeps a choice and gives the settings with it. No key given: the one that is kept stays, if it is for the same address.

    Raises InputError where the environment names a model, or a value isn't allowed.
    """
    if settings.model_name and not settings.chosen:
        raise InputError("error.model.fixed")
    kept = read_chosen(settings.home)
    base_url = base_url.strip().rstrip("/")
    if not key.strip() and kept.get("OPENAI_BASE_URL", "") == base_url:
        key = kept.get("OPENAI_API_KEY", "")
    told = {"EDAKSH_MODEL": model.strip(), "OPENAI_BASE_URL": base_url, "OPENAI_API_KEY": key.strip()}
    told = {name: value for name, value in told.items() if value}
    if set(told) == {"EDAKSH_MODEL"} and told["EDAKSH_MODEL"].startswith("openai:"):
        raise InputError("error.model.half")
    try:
        new = Settings.model_validate(told)
    except ValueError:
        raise InputError("error.model.choice") from None
    _write(settings.home / CHOSEN, told)
    fields = ("model", "openai_base_url", "openai_api_key")
    return settings.model_copy(update={name: getattr(new, name) for name in fields} | {"chosen": bool(told)})


def _write(path: Path, told: dict[str, str]) -> None:
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(told, file)
        part.replace(path)
    except OSError as error:
        raise InputError("error.file.write", file=path.name, why=error.strerror or "") from None
