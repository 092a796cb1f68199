"""Dates are read as people write them, in either script, and no other day is made of them."""

from datetime import date

import pytest

from assistant.language.dates import find_dates, read_date, say_date, show_date

DAY = date(2026, 2, 16)


@pytest.mark.parametrize(
    "text",
    ["2026-02-16", "16.02.2026", "16.2.26", "16/02/2026", "16-02-2026", "2026/02/16", "१६.०२.२०२६", "16 फरवरी 2026", "16 फ़रवरी, 2026",
     "16 February 2026", "16th February, 2026", "16 Feb 2026", "16-Feb-2026", "16 FEB. 2026", " 16.02.2026। "],
)  # fmt: skip
def test_a_date_is_read_however_it_is_written(text):
    assert read_date(text) == DAY


@pytest.mark.parametrize("text", ["31.06.2026", "29.02.2025", "16.13.2026", "2026-02-30", "0.5.2026", "३१ जून २०२६"])
def test_a_day_that_no_calendar_has_is_refused(text):
    with pytest.raises(ValueError, match=r"month|day|range"):
        read_date(text)


@pytest.mark.parametrize("text", ["", "आज", "16", "16 Foo 2026", "118/2026", "next week", "16.02", "1422/16.02.2026/7"])
def test_what_is_no_date_is_none(text):
    assert read_date(text) is None


def test_dates_are_found_in_a_text_and_file_numbers_are_not():
    text = "पत्र क्र. 12/3/2026/44 दिनांक 16.02.2026, 3rd March 2026 and 2026-02-25; 31.06.2026"
    assert sorted(find_dates(text)) == [DAY, date(2026, 2, 25), date(2026, 3, 3)]


def test_a_date_is_shown_day_first():
    assert show_date(DAY) == "16.02.2026"
    assert (say_date(DAY, "hi"), say_date(DAY, "en")) == ("दिनांक 16.02.2026", "16 February 2026")
