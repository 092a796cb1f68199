"""The two sets of digits that Hindi is written in: 0-9 and ०-९."""

ASCII = str.maketrans("०१२३४५६७८९", "0123456789")


def ascii_digits(text: str) -> str:
    """The text with ०-९ as 0-9; its length doesn't change."""
    return text.translate(ASCII)
