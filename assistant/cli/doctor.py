"""What `edaksh doctor` looks at."""

import asyncio
import os
import platform
import shutil
from typing import NamedTuple

from assistant.assistant import Assistant
from assistant.cli.streams import terminal_language, told
from assistant.errors import AssistantError
from assistant.messages import say
from assistant.settings import CHOSEN

LEAST_ROOM = 200
"""Megabytes that a day of a full lab may need."""


class Examined(NamedTuple):
    """One thing that was looked at: whether it is as it should be, and what to say of it."""

    good: bool
    text: str


def examine(assistant: Assistant) -> list[Examined]:
    """The state of this installation, a line each: Python, folder, database, content, model."""
    language = terminal_language()
    home = assistant.settings.home
    found = [Examined(True, f"Python {platform.python_version()}, {platform.system()}")]
    try:
        home.mkdir(parents=True, exist_ok=True)
        good = os.access(home, os.W_OK)
        found.append(
            Examined(good, say("doctor.home" if good else "doctor.home.closed", language, home=home.resolve()))
        )
        room = shutil.disk_usage(home).free // 1_000_000
        if room < LEAST_ROOM:
            found.append(
                Examined(False, say("doctor.room", language, room=room, least=LEAST_ROOM, home=home.resolve()))
            )
        assistant.records.ping()
        found.append(Examined(True, say("doctor.records", language)))
    except AssistantError as error:
        found.append(Examined(False, say(error.key, language, **error.values)))
    except OSError as error:
        found.append(Examined(False, say("error.records", language, why=error.strerror, home=home)))
    forms = ", ".join(assistant.library.forms)
    found.append(Examined(bool(forms), say("doctor.forms", language, forms=forms)))
    found += [Examined(False, told(problem, assistant.content)) for problem in assistant.problems]
    if assistant.settings.chosen:
        found.append(Examined(True, say("doctor.model.chosen", language, file=home / CHOSEN)))
    found.append(_model(assistant, language))
    return found


def _model(assistant: Assistant, language: str) -> Examined:
    """No model is no fault: the app does without. One that only lists itself is: it's asked for a word, as for a draft."""
    if not assistant.model.connected:
        return Examined(True, say("doctor.model.none", language))
    try:
        asyncio.run(assistant.model.attempt())
    except AssistantError as error:
        return Examined(False, f"{assistant.model.name}: {say(error.key, language, **error.values)}")
    return Examined(True, say("doctor.model", language, name=assistant.model.name))
