"""A prompt: a file of front matter and a Jinja2 body with the blocks `system` and `user`; it may include `_…` files."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import DictLoader, StrictUndefined, Template, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import Field

from assistant.content import Source, Strict, checked, read_source
from assistant.errors import InputError, Problem, ProblemsError

BLOCKS = ("system", "user")
FRONT = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)


class Front(Strict):
    """What a prompt file says of itself between its `---` lines."""

    purpose: str = Field(min_length=1)
    variables: tuple[str, ...]
    output: str = Field(min_length=1)
    temperature: float = Field(ge=0, le=2, allow_inf_nan=False)
    max_tokens: int = Field(2000, ge=1)


@dataclass(frozen=True)
class Prompt:
    """A prompt, read and checked. `id` is its name and the hash of all it is made of, as drafts and grades keep it."""

    name: str
    purpose: str
    output: str
    temperature: float
    max_tokens: int
    variables: tuple[str, ...]
    id: str
    _template: Template = field(repr=False, compare=False)

    def messages(self, **values: Any) -> list[tuple[str, str]]:
        """What the model is sent: ("system", …) and ("user", …). A value that the prompt doesn't declare isn't used.

        Raises InputError where a declared variable has no value, or the template can't be filled with these.
        """
        missing = [name for name in self.variables if name not in values]
        if missing:
            raise InputError("error.prompt.missing", prompt=self.name, variable=", ".join(missing))
        context = self._template.new_context({name: values[name] for name in self.variables})
        try:
            return [(block, "".join(self._template.blocks[block](context)).strip()) for block in BLOCKS]
        except TemplateError as error:
            raise InputError("error.prompt.template", file=f"prompts/{self.name}.md", why=error.message) from None


def read_prompt(name: str, read: Callable[[str], str]) -> Prompt:
    """The prompt of that name; `read` gives the text of `prompts/….md`, or raises FileNotFoundError.

    Raises ProblemsError with all that is wrong in the file and in what it includes.
    """
    file = f"prompts/{name}.md"
    text = read(file)
    source, body = _split(text, file)
    front = checked(Front, source)

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    sources, used, problems = _gather(environment, f"{name}.md", body, read)
    if not problems:  # what an unreadable template uses can't be known
        problems += [
            Problem(at, line, "error.prompt.undeclared", {"variable": variable})
            for variable, (at, line) in used.items()
            if variable not in front.variables
        ]
        problems += [
            source.problem(("variables", n), "error.prompt.unused", variable=variable)
            for n, variable in enumerate(front.variables)
            if variable not in used
        ]
    if problems:
        raise ProblemsError(problems)

    environment.loader = DictLoader(sources)  # what is rendered is what was hashed, though a file change meanwhile
    whole = "\0".join([text, *list(sources.values())[1:]])
    id = f"{name}@{hashlib.sha256(whole.encode()).hexdigest()[:6]}"
    return Prompt(name, **front.model_dump(), id=id, _template=environment.get_template(f"{name}.md"))


def _split(text: str, file: str) -> tuple[Source, str]:
    """Front matter and body, each with blank lines for what stood before it: so their line numbers are the file's."""
    found = FRONT.match(text)
    if not found:
        raise ProblemsError([Problem(file, 1, "error.prompt.front", {})])
    return read_source("\n" + found[1], file), "\n" * found[0].count("\n") + text[found.end() :]


def _gather(
    environment: ImmutableSandboxedEnvironment, first: str, body: str, read: Callable[[str], str]
) -> tuple[dict[str, str], dict[str, tuple[str, int]], list[Problem]]:
    """The body and all that it includes: text by name; file and line where each variable first stands; problems."""
    sources, used, problems = {first: body}, dict[str, tuple[str, int]](), list[Problem]()
    waiting = [first]
    while waiting:
        name = waiting.pop()
        file = f"prompts/{name}"
        try:
            tree = environment.parse(sources[name])
            variables = meta.find_undeclared_variables(tree)
        except TemplateSyntaxError as error:
            problems.append(_unreadable(file, error.lineno, error.message or ""))
            continue
        for variable in sorted(variables):
            line = min(node.lineno for node in tree.find_all(nodes.Name) if node.name == variable)
            used.setdefault(variable, (file, line))
        blocks = {node.name for node in tree.find_all(nodes.Block)}
        if name == first:
            lacking = [block for block in BLOCKS if block not in blocks]
            problems += [Problem(file, None, "error.prompt.block", {"block": block}) for block in lacking]
        for reference in tree.find_all(nodes.Include):
            included = getattr(reference.template, "value", None)
            if included in sources:
                continue
            try:
                sources[str(included)] = read(f"prompts/{included}")
                waiting.append(str(included))
            except FileNotFoundError:
                problems.append(_unreadable(file, reference.lineno, f"include {included}?"))
    return sources, used, problems


def _unreadable(file: str, line: int, why: str) -> Problem:
    return Problem(file, line, "error.prompt.template", {"file": file, "why": why})
