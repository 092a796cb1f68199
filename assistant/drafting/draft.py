"""The draft: who wrote its prose, the document it makes, and what a first look finds in it."""

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from assistant.errors import ModelError
from assistant.forms.brief import Brief
from assistant.forms.document import Document
from assistant.forms.library import Library

if TYPE_CHECKING:
    from assistant.checks import Case, Finding
    from assistant.model import Model, Prompt


@dataclass(frozen=True)
class Draft:
    """A paper with its story. `prose` is one paragraph a line; `by` says who wrote it; `why_not` why no model did.

    What is found in it is looked for when it is first asked for: whoever wants the file alone doesn't wait for the rules.
    """

    document: Document
    prose: str
    by: Literal["model", "offline"]
    brief: Brief
    state: str
    model: str | None = None
    prompt: str | None = None
    why_not: ModelError | None = None

    @cached_property
    def case(self) -> "Case":
        """What the checks look at."""
        from assistant.checks import Case

        return Case(self.document, self.brief.form, self.state, self.brief)

    @cached_property
    def findings(self) -> "tuple[Finding, ...]":
        """What a careful officer sees in it."""
        from assistant.checks import run

        return tuple(run(self.case))

    def as_json(self) -> dict[str, Any]:
        """The draft as `edaksh draft --json` prints it (contract, section 2)."""
        return {
            "form": self.document.form,
            "language": self.document.language,
            "by": self.by,
            "model": self.model,
            "prompt": self.prompt,
            "text": self.document.text,
            "parts": self.document.by_part(),
            "masked": [],
            "findings": [finding.as_json() for finding in self.findings],
        }


@dataclass(frozen=True)
class Drafter:
    """Makes drafts of one installation. `state` is the norm where a brief names none.

    `model` and `prompt` give theirs when a model is to write: a draft without one shouldn't wait for them.
    """

    library: Library
    state: str
    model: Callable[[], "Model"]
    prompt: Callable[[], "Prompt"]

    def offline(self, brief: Brief, language: str, why_not: ModelError | None = None) -> Draft:
        """A draft in the form's own sentences, made from what the brief says and nothing else."""
        prose = self.library.templates.standard(brief, language, brief.state(self.state))
        return self.finish(brief, language, prose, "offline", why_not=why_not)

    def sent(self, brief: Brief, language: str) -> list[tuple[str, str]]:
        """What a model would be sent for this brief: the prompt's rules, and the facts that the prose needs."""
        from assistant.forms.answers import show_value

        form, state = brief.form, brief.state(self.state)
        facts = [
            (form.fields[id].ask["en"], show_value(form.fields[id].kind, brief[id]))
            for id in form.asked
            if form.fields[id].told and brief[id]
        ]
        return self.prompt().messages(
            form=form.title["en"],
            names=form.file.names.get("hi", []),
            use=form.file.use["en"],
            language={"hi": "Hindi", "en": "English"}[language],
            tone=brief["tone"] or "formal",
            words=form.file.length.words,
            standard=self.library.templates.standard(brief, language, state),
            facts=facts,
        )

    async def stream(self, brief: Brief, language: str) -> AsyncGenerator[str, None]:
        """A model's prose for the brief, each time the whole of what has come, cleaned of what models wrap around it.

        Raises ModelError; what had come by then has been yielded.
        """
        from assistant.drafting.prose import prose_of

        prompt, raw, shown = self.prompt(), "", ""
        pieces = self.model().stream(
            self.sent(brief, language), temperature=prompt.temperature, max_tokens=prompt.max_tokens
        )
        try:
            async with aclosing(pieces):
                async for piece in pieces:
                    raw += piece
                    if (prose := prose_of(raw, ended=False)) != shown:
                        shown = prose
                        yield prose
        except ModelError:
            if (prose := prose_of(raw)) != shown:
                yield prose
            raise
        if (prose := prose_of(raw)) != shown:
            yield prose
        if not prose:
            raise ModelError("error.model.empty", again=True)

    async def write(self, brief: Brief, language: str) -> Draft:
        """A whole draft: by the model where one is connected and answers, else in the form's own sentences, saying why."""
        if not self.model().connected:
            return self.offline(brief, language)
        prose = ""
        try:
            async with aclosing(self.stream(brief, language)) as growing:
                async for whole in growing:
                    prose = whole
        except ModelError as error:
            return self.offline(brief, language, why_not=error)
        return self.finish(brief, language, prose, "model")

    def finish(
        self,
        brief: Brief,
        language: str,
        prose: str,
        by: Literal["model", "offline"],
        why_not: ModelError | None = None,
    ) -> Draft:
        """The draft that some prose makes."""
        state = brief.state(self.state)
        document = self.library.templates.render(brief, language, state, prose)
        told = {"model": self.model().name, "prompt": self.prompt().id} if by == "model" else {}
        return Draft(document, prose, by, brief, state, why_not=why_not, **told)
