"""What no paper can hold is taken out at the door; everything else stays as it was typed."""

import unicodedata

import pytest

from assistant.language.text import clean, lines, one_line


@pytest.mark.parametrize(
    ("typed", "kept", "removed"),
    [
        ("a\x00b\x07c", "abc", 2),
        ("abc\u200f\u202e", "abc", 2),  # marks that turn the line round
        ("ab\u2066c\u2069", "abc", 2),
        ("\ufeffabc", "abc", 1),
        ("a\u00adb\u200bc", "abc", 2),
        ("hid\U000e0041den", "hidden", 1),  # tags: text that only a model sees
        ("a\ud800b", "ab", 1),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd", 0),
        ("a\tb", "a\tb", 0),
    ],
)
def test_what_breaks_or_hides_in_a_document_is_taken_out(typed, kept, removed):
    assert clean(typed) == (kept, removed)


@pytest.mark.parametrize("text", ["र्\u200dया", "क्\u200cष", "₹ 2,50,000", "म॰प्र॰", "— “कथन” …", "१२"])
def test_what_hindi_needs_stays(text):
    assert clean(text).text == text


def test_letters_are_put_together_in_the_one_way():
    assert clean("ड\u093c").text == unicodedata.normalize("NFC", "\u095c")
    assert clean("ए\u0301") == ("ए\u0301", 0)


def test_white_space_is_single():
    assert one_line(" a \u00a0 b\n c ") == "a b c"
    assert lines("a\n\n  b  c \n") == ["a", "b c"]
