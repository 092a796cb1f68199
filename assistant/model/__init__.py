"""Models: the only room that knows LangChain and openai. Prompt files become messages, messages a text as it is made.

Leans on settings, content, errors, facts and checks. Every call goes through one door: `seal` takes out what is personal, `Model.stream`
takes nothing but what was sealed. Importing it loads neither LangChain nor openai: the first call does.
"""

from assistant.model.answer import Answer
from assistant.model.chat import Model
from assistant.model.prompt import Prompt, read_prompt
from assistant.model.sealed import Sealed, seal

__all__ = ["Answer", "Model", "Prompt", "Sealed", "read_prompt", "seal"]
