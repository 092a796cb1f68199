"""A finding explained by a model in a few words of its own, beside what the rules themselves say; the paper stays as it is."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.checks.finding import Case, Finding, shows
from assistant.drafting.draft import Drafter, Growing

if TYPE_CHECKING:
    from assistant.model import Sealed

LONGEST = 300
"""Letters of a finding's words that are sent: of a whole paragraph its beginning says enough."""


@dataclass(frozen=True)
class Explanation:
    """What somebody wants to understand: a finding of a paper, in the language of the screen."""

    drafter: Drafter
    case: Case
    finding: Finding
    language: str

    @property
    def sentence(self) -> str:
        """The sentence that the finding's words stand in; "" where it is about what isn't there."""
        if not self.finding.quote.strip():
            return ""
        first, last = self.case.sentence(self.case.document.source.where(self.finding.start))
        return self.case.text[first:last].strip()

    def sent(self) -> "Sealed":
        """What a model is sent for it: the remark, its rule, and that one sentence. Raises ModelError where it bears a classified marking."""
        from assistant.model import seal

        examples = shows(self.finding.code)
        shown = examples.get(self.case.document.language) or next(iter(examples.values()), {})
        messages = self.drafter.prompt("explain").messages(
            form=self.case.form.title["en"],
            language={"hi": "Hindi", "en": "English"}[self.language],
            remark=self.finding.message[self.language],
            wrong=shown.get("wrong", ""),
            right=shown.get("right", ""),
            words=self.finding.quote.strip()[:LONGEST],
            sentence=self.sentence,
        )
        return seal(messages, self.case.brief.persons() if self.case.brief else ())

    def stream(self) -> AsyncGenerator[Growing, None]:
        """The explanation as it comes. Raises ModelError as a draft does."""
        return self.drafter.prose(self.drafter.prompt("explain"), self.sent(), self.language)
