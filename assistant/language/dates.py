"""Dates as people write and read them in Hindi and English: day first, in either script's digits."""

import re
from datetime import date

from assistant.language.digits import ascii_digits

MONTHS: dict[str, tuple[str, ...]] = {
    "hi": ("जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"),
    "en": ("January", "February", "March", "April", "May", "June",
           "July", "August", "September", "October", "November", "December"),
}  # fmt: skip

OTHER_SPELLINGS = {
    "फ़रवरी": 2, "अप्रेल": 4, "सितम्बर": 9, "अक्तूबर": 10, "नवम्बर": 11, "दिसम्बर": 12, "sept": 9,
}  # fmt: skip

_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})(?!\d|[/-]\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
_NAMED = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s-]*([^\d\s,.-]+)\.?[,\s-]*(\d{4})(?!\d)", re.IGNORECASE)


def month_number(word: str) -> int | None:
    """Which month a word names, in either language, whole or by its first three English letters; None where it names none."""
    if word in OTHER_SPELLINGS or word.lower() in OTHER_SPELLINGS:
        return OTHER_SPELLINGS.get(word, OTHER_SPELLINGS.get(word.lower()))
    if word in MONTHS["hi"]:
        return MONTHS["hi"].index(word) + 1
    starts = [name for name in MONTHS["en"] if len(word) >= 3 and name.lower().startswith(word.lower())]
    return MONTHS["en"].index(starts[0]) + 1 if starts else None


def read_date(text: str) -> date | None:
    """The date that the whole text is; None where it isn't one. Raises ValueError for a day that no calendar has (31.06.2026).

    A year of two digits is of this century: official papers carry no other.
    """
    text = ascii_digits(text).strip().rstrip(".,।")
    if match := _ISO.fullmatch(text):
        year, month, day = (int(group) for group in match.groups())
    elif match := _NUMERIC.fullmatch(text):
        day, month, year = (int(group) for group in match.groups())
    elif (match := _NAMED.fullmatch(text)) and (named := month_number(match[2])):
        day, month, year = int(match[1]), named, int(match[3])
    else:
        return None
    return date(year + 2000 if year < 100 else year, month, day)


def show_date(day: date) -> str:
    """The date in figures, as the papers of all four norms carry it: 16.02.2026."""
    return f"{day:%d.%m.%Y}"


def say_date(day: date, language: str) -> str:
    """The date as a sentence says it: "दिनांक 16.02.2026", "16 February 2026"."""
    return f"दिनांक {show_date(day)}" if language == "hi" else f"{day.day} {MONTHS['en'][day.month - 1]} {day.year}"


def find_dates(text: str) -> list[date]:
    """Every date that stands in the text; what no calendar has is passed over."""
    found = []
    for pattern in (_ISO, _NUMERIC, _NAMED):
        for match in pattern.finditer(ascii_digits(text)):
            try:
                day = read_date(match[0])
            except ValueError:
                continue
            if day:
                found.append(day)
    return found
