"""What the app says, in Hindi and English: one flat file a language, the same keys in both, `{name}` for what is filled in."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("hi", "en")


@cache
def store(language: str) -> dict[str, str]:
    """Every message of one language by its key."""
    text = (Path(__file__).parent / f"{language}.yaml").read_text(encoding="utf-8")
    messages: dict[str, str] = yaml.load(text, yaml.CBaseLoader)
    return messages


def say(key: str, language: str, /, **values: Any) -> str:
    """One message. An unknown key is an error here and now: the tests look for every key that the code uses."""
    return store(language)[key].format(**values) if values else store(language)[key]


def both(key: str, /, **values: Any) -> dict[str, str]:
    """One message in both languages, as findings and JSON carry it."""
    return {language: say(key, language, **values) for language in LANGUAGES}
