"""The draft: who wrote its prose, the document it makes, and what a first look finds in it."""

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from assistant.errors import ModelError
from assistant.forms.brief import Brief
from assistant.forms.document import Document
from assistant.forms.library import Library

if TYPE_CHECKING:
    from assistant.checks import Case, Finding
    from assistant.facts.mask import Unmasked
    from assistant.model import Model, Prompt, Sealed


class Growing(NamedTuple):
    """A model's prose as far as it has come; before that, how many are served first. `amiss`: its tokens that came back otherwise
    than they were sent, once it is whole.
    """

    prose: str
    ahead: int = 0
    amiss: tuple[str, ...] = ()


UNUSABLE = ("error.model.refused", "error.model.language", "error.model.unusable")
"""What came can't be a paper, as far as it came."""


@dataclass(frozen=True)
class Draft:
    """A paper with its story. `prose` is one paragraph a line; `by` says who wrote it; `why_not` why no model did. `masked` is what
    was kept back from the model, `amiss` what of it the model dropped, doubled or made up; `stump` the paragraph in which it broke off.

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
    masked: tuple[dict[str, str | int], ...] = ()
    amiss: tuple[str, ...] = ()
    stump: str = ""

    @cached_property
    def case(self) -> "Case":
        """What the checks look at."""
        from assistant.checks import Case

        return Case(self.document, self.brief.form, self.state, self.brief, stump=self.stump)

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
            "masked": list(self.masked),
            "findings": [finding.as_json() for finding in self.findings],
        }


@dataclass(frozen=True)
class Drafter:
    """Makes drafts of one installation. `state` is the norm where a brief names none.

    `model` and `prompt` (by its name) give theirs when a model is to write: a draft without one shouldn't wait for them.
    """

    library: Library
    state: str
    model: Callable[[], "Model"]
    prompt: "Callable[[str], Prompt]"

    def offline(self, brief: Brief, language: str, why_not: ModelError | None = None) -> Draft:
        """A draft in the form's own sentences, made from what the brief says and nothing else."""
        prose = self.library.templates.standard(brief, language, brief.state(self.state))
        return self.finish(brief, language, prose, "offline", why_not=why_not)

    def asks(self, text: str = "", wish: str = "") -> "Prompt":
        """The prompt by which a model writes: from the facts alone, a `text` of the other language anew, or a text as `wish` has it."""
        return self.prompt("revise" if wish else "translate" if text else "draft")

    def sent(self, brief: Brief, language: str, text: str = "", wish: str = "") -> "Sealed":
        """What a model is sent for this brief: the prompt's rules, and the facts that the prose needs, without what is personal; with a
        `text`, one paragraph a line, that too.

        Raises ModelError where any of it bears a classified marking.
        """
        from assistant.model import seal

        form, state, prompt = brief.form, brief.state(self.state), self.asks(text, wish)
        values: dict[str, Callable[[], Any]] = {
            "form": lambda: form.title["en"],
            "names": lambda: form.file.names.get("hi", []),
            "use": lambda: form.file.use["en"],
            "language": lambda: {"hi": "Hindi", "en": "English"}[language],
            "tone": lambda: brief["tone"] or "formal",
            "words": lambda: form.file.length.words,
            "standard": lambda: self.library.templates.standard(brief, language, state),
            "example": lambda: self.library.nearest(brief, language, state),
            "facts": lambda: self.facts(brief),
            "text": lambda: text.replace("\n", "\n\n"),
            "wish": lambda: wish,
        }
        messages = prompt.messages(**{name: value() for name, value in values.items() if name in prompt.variables})
        return seal(messages, brief.persons())

    def facts(self, brief: Brief) -> list[tuple[str, str]]:
        """What the prose needs of a brief, each with its question."""
        from assistant.forms.answers import show_value

        form = brief.form
        return [
            (form.fields[id].ask["en"], show_value(form.fields[id].kind, brief[id]))
            for id in form.asked
            if form.fields[id].told and brief[id]
        ]

    async def stream(
        self, brief: Brief, language: str, text: str = "", wish: str = ""
    ) -> AsyncGenerator[Growing, None]:
        """A model's prose for the brief (of a `text`, as `wish` has it), each time the whole of what has come, cleaned of what models
        wrap around it.

        Raises ModelError; what had come by then has been yielded, unless it can't be a paper at all.
        """
        from assistant.drafting.mend import lost

        sealed, last = self.sent(brief, language, text, wish), Growing("")
        async with aclosing(self.prose(self.asks(text, wish), sealed, language, brief.digits(language))) as growing:
            async for last in growing:
                yield last
        if text and not wish and (words := lost(text, last.prose)):
            yield last._replace(amiss=(*last.amiss, *words))

    async def prose(
        self, prompt: "Prompt", sealed: "Sealed", language: str, digits: str = ""
    ) -> AsyncGenerator[Growing, None]:
        """The same for whatever was sealed."""
        from assistant.drafting.prose import prose_of
        from assistant.drafting.usable import check_growing, check_whole
        from assistant.language.digits import in_digits

        def told(text: str, ended: bool = True) -> str:
            prose = prose_of(text, ended=ended)
            return in_digits(prose, digits) if digits else prose

        last, shown, looked = None, Growing(""), 0
        pieces = self.model().stream(
            sealed, temperature=prompt.temperature, max_tokens=prompt.max_tokens, seen=lambda: bool(shown.prose)
        )
        try:
            async with aclosing(pieces):
                async for last in pieces:
                    now = Growing(told(last.text, ended=False), last.ahead)
                    looked = check_growing(now.prose, language, looked)
                    if now != shown:
                        yield (shown := now)
        except ModelError as error:
            if last and error.key not in UNUSABLE and (prose := told(last.text)) != shown.prose:
                yield Growing(prose)
            raise
        prose = told(last.text) if last else ""
        check_whole(prose, language)
        if not prose or last is None:
            raise ModelError("error.model.empty", again=True)
        if (whole := Growing(prose, amiss=_amiss(last.opened, sealed))) != shown:
            yield whole

    async def write(self, brief: Brief, language: str) -> Draft:
        """A whole draft: by the model where one is connected and answers, else in the form's own sentences, saying why."""
        if not self.model().connected:
            return self.offline(brief, language)
        whole = Growing("")
        try:
            masked = tuple(self.sent(brief, language).counts())
            async with aclosing(self.stream(brief, language)) as growing:
                async for now in growing:
                    whole = now
        except ModelError as error:
            return self.offline(brief, language, why_not=error)
        return replace(self.finish(brief, language, whole.prose, "model"), masked=masked, amiss=whole.amiss)

    def finish(
        self,
        brief: Brief,
        language: str,
        prose: str,
        by: Literal["model", "offline"],
        why_not: ModelError | None = None,
        stump: str = "",
    ) -> Draft:
        """The draft that some prose makes. `stump`: its paragraph in which a model broke off."""
        state = brief.state(self.state)
        document = self.library.templates.render(brief, language, state, prose)
        model, prompt = (self.model().name, self.asks().id) if by == "model" else (None, None)
        return Draft(document, prose, by, brief, state, model, prompt, why_not, stump=stump)


def _amiss(opened: "Unmasked", sealed: "Sealed") -> tuple[str, ...]:
    """The words that a model left out or said once more, and the tokens that it made up."""
    words = (sealed.tokens[name].words for name in (*opened.dropped, *opened.doubled))
    return tuple(dict.fromkeys((*words, *opened.unknown)))
