"""What `edaksh text` and `edaksh mask` make of a file."""

from typing import Any

from assistant.cli.check import load


def to_unicode(file: str) -> str:
    """A file's Kruti Dev 010 as Unicode."""
    from assistant.language.krutidev import to_unicode as convert

    return convert(load(file).text)


def to_krutidev(file: str) -> str:
    """A file's Hindi in the keys of Kruti Dev 010."""
    from assistant.language.to_krutidev import to_krutidev as convert

    return convert(load(file).text)


def to_devanagari(file: str) -> str:
    """A file's roman Hindi as Devanagari."""
    from assistant.language.typed import to_devanagari as convert

    return convert(load(file).text)


def normalise(file: str, digits: str | None) -> str:
    """A file's text in its normal form."""
    from assistant.language.normal import normalise as convert

    return convert(load(file).text, digits or "")


def masked(file: str) -> dict[str, Any]:
    """A file's text as a model would be shown it, and how much was taken out of it; never the values."""
    from assistant.facts.mask import mask

    done = mask(load(file).text)
    return {"text": done.text, "masked": done.counts()}
