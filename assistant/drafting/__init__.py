"""From a brief to a draft: a model's prose, or the form's own sentences, in the form's frame."""

from assistant.drafting.draft import Draft, Drafter, Growing

__all__ = ["Draft", "Drafter", "Growing"]
