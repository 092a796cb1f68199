"""Which message each component shows, so that one handler can change the language of the whole screen."""

from typing import Any, TypeVar, cast

import gradio as gr

from assistant.messages import say

C = TypeVar("C", bound=gr.blocks.Block)


class Labels:
    """Components bound to messages as they are made: property → message key."""

    def __init__(self) -> None:
        self._bound: list[tuple[Any, dict[str, str]]] = []

    def bind(self, component: C, **keys: str) -> C:
        """Ties properties (`value`, `label`, `placeholder`) to messages, and sets them in Hindi for the first sight."""
        self._bound.append((component, keys))
        for name, key in keys.items():
            setattr(component, name, say(key, "hi"))
        return component

    def updates(self, language: str) -> dict[Any, Any]:
        """What turns every bound component into a language."""
        return {
            component: gr.update(**cast(Any, {name: say(key, language) for name, key in keys.items()}))
            for component, keys in self._bound
        }
