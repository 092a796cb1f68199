"""What the app says, in Hindi and English: one flat file a language, the same keys in both, `{name}` for what is filled in."""

from functools import cache
from pathlib import Path
from typing import Any, Protocol

import yaml

LANGUAGES = ("hi", "en")
OTHER = {"hi": "en", "en": "hi"}
"""The other language of each."""


class Told(Protocol):
    """What holds a message: an error, a problem in a file, a bad row of a sheet."""

    @property
    def key(self) -> str: ...

    @property
    def values(self) -> dict[str, Any]: ...


@cache
def store(language: str) -> dict[str, str]:
    """Every message of one language by its key."""
    text = (Path(__file__).parent / f"{language}.yaml").read_text(encoding="utf-8")
    messages: dict[str, str] = yaml.load(text, yaml.CBaseLoader)
    return messages


def say(key: str, language: str, /, **values: Any) -> str:
    """One message. An unknown key is an error here and now: the tests look for every key that the code uses."""
    return store(language)[key].format(**values) if values else store(language)[key]


def tell(what: Told, language: str) -> str:
    """An error or a problem in words."""
    return say(what.key, language, **what.values)


def both(key: str, /, **values: Any) -> dict[str, str]:
    """One message in both languages, as findings and JSON carry it."""
    return {language: say(key, language, **values) for language in LANGUAGES}
