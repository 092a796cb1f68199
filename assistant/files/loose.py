"""What is read out of a file: loose text, in which nobody has marked what is what."""

from typing import NamedTuple


class Loose(NamedTuple):
    """The text as a person sees it, and words in the file that nobody sees, a run each."""

    text: str
    hidden: tuple[str, ...] = ()
