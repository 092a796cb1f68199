"""What a page or a mail has beside the paper itself is no part of it."""

# ruff: noqa: E501 (a paper stays in few lines)

import pytest

from assistant.forms.reader import read

TOP = "No. J-13012/7/2026-Plan\nGovernment of India\nMinistry of Rural Development\n"
BODY = (
    "Sir,\n\nUnder the guidelines of the programme the second instalment becomes due when\n"
    "75 per cent of the first has been spent. The State Government is therefore re-\n{}"
    "quested to send a revised utilisation certificate, together with the physical pro-\n"
    "gress of districts, by 15th July, 2026.\n\nYours faithfully,\n\n(R. Venkatesan)\nUnder Secretary\n{}"
)
WHOLE = (
    "Under the guidelines of the programme the second instalment becomes due when 75 per cent of the first has been spent. The State "
    "Government is therefore requested to send a revised utilisation certificate, together with the physical progress of districts, by 15th July, 2026."
)


@pytest.mark.parametrize(
    ("between", "last"),
    [
        ("\nPage 1 of 2\nNo. J-13012/7/2026-Plan\n\n", "\nPage 2 of 2"),
        ("\n- 1 -\n\n", "\n- 2 -"),
        ("पृष्ठ 1\n", "पृष्ठ 2"),
        ("\nNo. J-13012/7/2026-Plan                    Page | 2\n\n", ""),
        ("", ""),
    ],
)
def test_a_paragraph_goes_on_over_the_page(library, between, last):
    subject = "Subject: Release of the second instalment under the land records moderni-\nsation programme, 2026-27\n\n"
    found = read(TOP + subject + BODY.format(between, last), library.form("letter"), "en").by_part()
    assert found["body"] == [WHOLE]
    assert (
        found["subject"] == "Release of the second instalment under the land records modernisation programme, 2026-27"
    )
    assert found["signature"] == ["(R. Venkatesan)", "Under Secretary"]
    assert "copies" not in found
    assert "unplaced" not in found


MAIL = "To: brc@example.in\nSubject: Centre list\n\nSir,\n\nPlease send the list of centres by 30.11.2026.\n\n{}Regards,\n(Nirmala Bhuria)\nDistrict Education Officer\n\n{}"


@pytest.mark.parametrize(
    "trail",
    [
        "On Fri, 20 Nov 2026 at 10:12, BRC <brc@example.in> wrote:\n> exam date asap!!\n> mobile 9826098260",
        "20 नवम्बर 2026 को 10:12 पर brc@example.in ने लिखा:\n> तारीख जल्दी बताओ!!\n>\n> मोबाइल 9826098260",
        "-----Original Message-----\nFrom: BRC\nSent: Friday\nexam date asap!!",
        "From: BRC Petlawad\nSent: 20 November 2026 10:12\nTo: DEO\nSubject: exam\n\nexam date asap!!",
        "> exam date asap!!",
    ],
)
def test_what_a_mail_answers_is_somebody_else_s(library, trail):
    document = read(MAIL.format("", trail), library.form("email"), "en")
    found = document.by_part()
    assert found["signature"] == ["(Nirmala Bhuria)", "District Education Officer"]
    assert "unplaced" not in found
    assert "asap" not in document.source.plain


def test_an_answer_may_stand_under_what_it_answers(library):
    found = read(
        MAIL.format("> When is the examination?\n\nIt begins on 14.12.2026.\n\n", ""), library.form("email"), "en"
    ).by_part()
    assert found["body"] == ["Please send the list of centres by 30.11.2026.", "It begins on 14.12.2026."]


def test_a_letter_may_tell_what_somebody_wrote(library):
    text = MAIL.format("The principal wrote:\n\nThe hall has 240 seats.\n\n", "")
    assert "The hall has 240 seats." in read(text, library.form("email"), "en").by_part()["body"]
