"""Every setting there is: name, meaning, default and check (contract: settings). Read once, then frozen."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.errors import InputError

STATES = ("mp", "goi", "cg", "up")
"""Whose norm a paper follows: Madhya Pradesh, Government of India, Chhattisgarh, Uttar Pradesh."""

OPENAI_DEFAULT = "openai:gpt-4o-mini"
MODEL = ("EDAKSH_MODEL", "OPENAI_API_KEY", "OPENAI_BASE_URL")
"""The settings that name a model. They belong together: one of them in the environment, and all are its."""
CHOSEN = "model.json"
"""Where in EDAKSH_HOME the choice made on the screen is kept."""


class Settings(BaseModel):
    """What the environment (or `.env` in the folder where the command runs) says."""

    model_config = ConfigDict(frozen=True)

    home: Path = Field(Path("data"), alias="EDAKSH_HOME")
    content: Path | None = Field(None, alias="EDAKSH_CONTENT")
    state: str = Field("mp", alias="EDAKSH_STATE", pattern=f"^({'|'.join(STATES)})$")
    database_url: str = Field("", alias="EDAKSH_DATABASE_URL")
    secret: str = Field("", alias="EDAKSH_SECRET", min_length=32)
    model: str = Field("", alias="EDAKSH_MODEL", pattern=r"^$|^[\w-]+:.+$")
    openai_api_key: str = Field("", alias="OPENAI_API_KEY")
    openai_base_url: str = Field("", alias="OPENAI_BASE_URL", pattern="^$|^https?://")
    model_timeout: float = Field(60, alias="EDAKSH_MODEL_TIMEOUT", gt=0, allow_inf_nan=False)
    model_concurrency: int = Field(16, alias="EDAKSH_MODEL_CONCURRENCY", ge=1)

    chosen: bool = False
    """Whether the model was chosen on the screen."""

    @property
    def model_name(self) -> str:
        """`provider:model`, or "" where no model is connected."""
        return self.model or (OPENAI_DEFAULT if self.openai_api_key or self.openai_base_url else "")


ALLOWED = {
    "EDAKSH_STATE": ", ".join(STATES),
    "EDAKSH_SECRET": "32 signs or more",
    "EDAKSH_MODEL": "provider:model (openai:gpt-4o-mini)",
    "OPENAI_BASE_URL": "http://… , https://…",
    "EDAKSH_MODEL_TIMEOUT": "> 0 (seconds)",
    "EDAKSH_MODEL_CONCURRENCY": "1, 2, 3 …",
}


def read_chosen(home: Path) -> dict[str, str]:
    """The choice made on the screen; nothing where none was made, or its file can't be read."""
    try:
        told = json.loads((home / CHOSEN).read_text(encoding="utf-8"))
        kept = {name: str(told[name]) for name in MODEL if told.get(name)}
        Settings.model_validate(kept)
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
    return kept


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process; what the environment names wins over `.env`.

    Raises InputError for a value that isn't allowed, saying which are.
    """
    if environ is None:
        environ = os.environ
        if Path(".env").is_file():
            from dotenv import dotenv_values

            try:
                written = dotenv_values(".env", encoding="utf-8-sig", interpolate=False)
            except (UnicodeDecodeError, OSError):
                raise InputError("error.brief.encoding", file=".env") from None
            environ = {name: value or "" for name, value in written.items()} | dict(environ)
    names = {field.alias for field in Settings.model_fields.values() if field.alias}
    given = {name: environ[name].strip() for name in names if environ.get(name, "").strip()}
    told: dict[str, object] = dict(given)
    if not any(name in given for name in MODEL) and (chosen := read_chosen(Path(given.get("EDAKSH_HOME", "data")))):
        told |= {**chosen, "chosen": True}
    try:
        return Settings.model_validate(told)
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        raise InputError("error.setting", name=name, value=given[name], allowed=ALLOWED.get(name, "")) from None
