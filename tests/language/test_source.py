"""Rules read a plain copy of what was typed, and every place they find in it is the right place in the text as given."""

import pytest

from assistant.language.source import Source


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("४२ ग्राम", "42 ग्राम"),
        ("हो गया|", "हो गया।"),
        ("म0प्र0 शासन, शि०नि०(बे०)", "म.प्र. शासन, शि.नि.(बे.)"),
        ("क्र. 10, ग्राम 0", "क्र. 10, ग्राम 0"),
        ("a  b\tc\u00a0d", "a b c d"),
        ("दिनाङ्क, ग्राम पञ्चायत, सम्बन्ध", "दिनांक, ग्राम पंचायत, सम्बन्ध"),
        ("एक\r\nदो\rतीन\u2028चार", "एक\nदो\nतीन\nचार"),
        ("\ufeffविषय\u200b :-", "विषय :-"),
        ("र्\u200dया", "र्या"),
        ("\u095cक", "ड\u093cक"),
        ("e\u0301cole", "école"),
        ("", ""),
    ],
)
def test_the_plain_copy(given, plain):
    assert Source(given).plain == plain


@pytest.mark.parametrize(
    "given", ["\ufeffएक  दो\r\n\u200bतीन \u095cक४२ e\u0301|", "  a   b  ", "\u200b\u200b", "plain text, 42"]
)
def test_a_place_in_the_copy_is_a_place_in_the_text_as_given(given):
    source = Source(given)
    for start in range(len(source.plain)):
        first, last = source.span(start, start + 1)
        assert 0 <= first < last <= len(given)
        assert source.plain[start].strip() in Source(given[first:last]).plain


def test_words_are_found_where_they_were_typed():
    given = "\ufeffविषय :-\u200b  टैंकर\r\nराशि ₹२,५०,०००  है"
    source = Source(given)
    at = source.plain.index("₹2,50,000")
    assert given[slice(*source.span(at, at + 9))] == "₹२,५०,०००"
    assert source.where(given.index("राशि")) == source.plain.index("राशि")


def test_a_million_of_one_character_takes_no_time():
    for character in (" ", "\u200b", "०", "।", "\u093c", "\r"):
        assert len(Source(character * 1_000_000).plain) <= 1_000_000
