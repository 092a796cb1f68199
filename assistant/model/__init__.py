"""Models: the only room that knows LangChain and openai. Prompt files become messages, messages a text as it is made.

Leans on settings, content and errors. Importing it loads neither LangChain nor openai: the first call does.
"""

from assistant.model.chat import Model
from assistant.model.prompt import Prompt, read_prompt

__all__ = ["Model", "Prompt", "read_prompt"]
