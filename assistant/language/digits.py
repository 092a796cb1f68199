"""The two sets of digits that Hindi is written in: 0-9 and ०-९."""

import re

ASCII = str.maketrans("०१२३४५६७८९", "0123456789")
DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
_DIGITS = re.compile("[0-9\u0966-\u096f]+")
DEVANAGARI_DIGIT = re.compile("[\u0966-\u096f]")
_FIGURES = re.compile("[\u0966-\u096f]+")
_DOT = re.compile("(?<=[\u0900-\u0963])[0०](?![0-9\u0966-\u096f])")
"""A nought typed for the dot of an abbreviation: म0प्र0."""
_CHUNK = re.compile("\\S+")


def ascii_digits(text: str) -> str:
    """The text with ०-९ as 0-9; its length doesn't change."""
    return _FIGURES.sub(lambda figures: figures[0].translate(ASCII), text)


def in_digits(text: str, script: str) -> str:
    """The text with its figures in one script. Codes and addresses in Latin letters keep theirs, and so does a nought that is a dot."""
    if script == "ascii":
        dots = {match.start() for match in _DOT.finditer(text)}
        return "".join(letter if at in dots else letter.translate(ASCII) for at, letter in enumerate(text))
    return _CHUNK.sub(lambda chunk: chunk[0] if re.search("[A-Za-z@]", chunk[0]) else _hindi(chunk[0]), text)


def _hindi(chunk: str) -> str:
    dots = {match.start() for match in _DOT.finditer(chunk)}
    return _DIGITS.sub(lambda match: match[0] if match.start() in dots else match[0].translate(DEVANAGARI), chunk)
