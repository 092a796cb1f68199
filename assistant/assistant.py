"""The one place that builds the real things, each when it is first asked for; the command line and the screens are handed one."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from assistant.content import Content, open_content
from assistant.errors import InputError, Problem, ProblemsError
from assistant.files import FILES, write
from assistant.forms.document import Document
from assistant.forms.library import Library
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.drafting import Drafter
    from assistant.model import Model, Prompt
    from assistant.records import Records


class Assistant:
    """Forms, model and records of one installation. Holds nothing of any person."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def content(self) -> Content:
        return open_content(self.settings.content)

    @cached_property
    def library(self) -> Library:
        return Library(self.content)

    @cached_property
    def model(self) -> "Model":
        from assistant.model import Model

        return Model(self.settings)

    @cached_property
    def records(self) -> "Records":
        """The database, brought up to date. Raises RecordsError where it can't be opened."""
        from assistant.records import open_records

        return open_records(self.settings)

    @cached_property
    def drafter(self) -> "Drafter":
        """Makes drafts, with the model where one is connected."""
        from assistant.drafting import Drafter

        return Drafter(self.library, self.settings.state, lambda: self.model, lambda: self.prompt("draft"))

    def prompt(self, name: str) -> "Prompt":
        """A prompt file, read and checked. Raises ProblemsError where it is wrong."""
        from assistant.model import read_prompt

        return read_prompt(name, self.content.read)

    @cached_property
    def problems(self) -> list[Problem]:
        """Everything that is wrong with content files: forms, prompts, the Word file with the house styles."""
        from assistant.files.docx import open_house

        found = list(self.library.problems)
        reads: list[Callable[[], object]] = [partial(open_house, self.content.path("templates/house.docx"))]
        reads += [partial(self.prompt, name.removesuffix(".md")) for name in self.content.names("prompts", ".md")]
        for read in reads:
            try:
                read()
            except ProblemsError as error:
                found += error.problems
        return found

    def check_suffix(self, suffix: str) -> None:
        """Raises InputError for a suffix that no format has, before any work is done for it."""
        if suffix.lower() not in FILES:
            raise InputError("error.suffix", suffix=suffix, allowed=", ".join(FILES))

    def file(self, document: Document, suffix: str) -> bytes:
        """A document as a file. Raises InputError for a suffix that no format has."""
        return write(document, suffix, self.content.path("templates/house.docx"))
