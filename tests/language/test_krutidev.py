"""Text in the code of Kruti Dev 010 becomes the Hindi that it shows; what isn't of that font stays as it is."""

import time
from pathlib import Path

import pytest

from assistant.language import krutidev
from assistant.language.krutidev import convert, is_legacy, to_unicode
from assistant.language.lexicon import usual
from assistant.language.to_krutidev import to_krutidev

PAIRS = tuple(
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "krutidev.pairs.txt").read_text(encoding="utf-8").splitlines()[1:]
)


def test_there_are_enough_words_to_trust_the_table_and_every_key_of_the_font_is_in_one():
    assert len(PAIRS) >= 300
    keys = "".join(typed for typed, _ in PAIRS)
    tables = (krutidev.FULL, krutidev.HALF, krutidev._VOWELS, krutidev._SIGNS, krutidev._WHOLE, krutidev._MARKS, krutidev._BEFORE,
              krutidev._REPH, krutidev._JOINED, "%")  # fmt: skip
    assert [key for table in tables for key in table if key not in keys] == []


@pytest.mark.parametrize(("typed", "shown"), PAIRS)
def test_a_word_is_read_as_the_font_shows_it(typed, shown):
    assert convert(typed) == shown


def test_what_is_written_back_in_the_font_reads_as_it_did():
    words = [word for word in usual() if "-" not in word]
    assert [word for word in words if convert(to_krutidev(word)) != word] == []


@pytest.mark.parametrize(
    ("shown", "keys"),
    [
        ("कार्यालय कलेक्टर, जिला सीहोर (म.प्र.)", "dk;kZy; dysDVj] ftyk lhgksj ¼e-iz-½"),
        (
            "निर्देशानुसार लेख है कि 42 ग्रामों में जल स्तर नीचे गया है।",
            "funsZ'kkuqlkj ys[k gS fd 42 xzkeksa esa ty Lrj uhps x;k gSA",
        ),
        ("विद्यार्थियों की छात्रवृत्ति: राष्ट्रीय, ड्रम, सड़क, पढ़ाई", 'fo|kfFkZ;ksa dh Nk=o`fÙk% jk"Vªh;] Mªe] lM+d] i<+kbZ'),
        ("उत्तर, शृंखला, हृदय, कृषि, रुपये, रूप, ज़मीन", "mÙkj] 'k`a[kyk] ân;] Ñf\"k] #i;s] :i] t+ehu"),
        ("जानकारी deo@example.in पर PDF में भेजें", "tkudkjh deo@example.in ij PDF esa Hkstsa"),
    ],
)
def test_hindi_is_written_in_the_keys_that_typists_use(shown, keys):
    assert to_krutidev(shown) == keys
    assert to_unicode(keys) == shown


@pytest.mark.parametrize("text", ["The list is attached.", "", "12.05.2026\n", "a_b@example.in"])
def test_a_line_without_hindi_is_not_written_in_the_font(text):
    assert to_krutidev(text) == text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("ftys ds 42 xzkeksa esa ty Lrj uhps x;k gSA", "जिले के 42 ग्रामों में जल स्तर नीचे गया है।"),
        ('vr% vuqjks/k gS fd tkudkjh Hkstus dk d"V djsaA', "अतः अनुरोध है कि जानकारी भेजने का कष्ट करें।"),
        ('fo"k;%& is;ty O;oLFkk ds laca/k esaA', "विषय:- पेयजल व्यवस्था के संबंध में।"),
        ("tkudkjh deo.vidisha@example.in ij rFkk PDF esa HkstsaA", "जानकारी deo.vidisha@example.in पर तथा PDF में भेजें।"),
    ],
)
def test_a_line_is_converted_and_addresses_in_it_stay(typed, shown):
    assert is_legacy(typed)
    assert to_unicode(typed) == shown


@pytest.mark.parametrize(
    "line",
    [
        "The water level has fallen in 42 villages of the district.", "Zile ke 42 gramon mein pani ki kami hai.", "No. Estt./2026/118",
        "collector.sehore@example.in", "M/s ABC Traders, Block A-12", "in us is my", "application school", "GeM e-Office PDF", "https://example.in/a;b[c",
        "12.05.2026", "", "जिले के ग्रामों में", "Shri R. K. Verma, Sub-Engineer (Civil)", "Kindly send the report by 5 p.m. today",
    ],
)  # fmt: skip
def test_other_text_is_left_alone(line):
    assert not is_legacy(line)
    assert to_unicode(line) == line


def test_a_short_line_is_read_as_its_neighbours_are():
    assert to_unicode("uke vkSj irk\nin\nHkonh;\n") == "नाम और पता\nपद\nभवदीय\n"
    assert to_unicode("The list\nin\nHkonh;\n").startswith("The list\nin\n")


def test_lines_of_both_kinds_are_told_apart():
    assert (
        to_unicode("The list is attached.\nftys ds xzkeksa dh lwph layXu gSA\n")
        == "The list is attached.\nजिले के ग्रामों की सूची संलग्न है।\n"
    )


@pytest.mark.parametrize("sign", ["k", "f", "Z", "a", "@", ";", "d ", "।"])
def test_a_megabyte_of_one_sign_takes_no_time(sign):
    begun = time.process_time()
    to_unicode(sign * (1_000_000 // len(sign)))
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("typed", "read"),
    [("/kU;okn", "धन्यवाद"), (";kstuk", "योजना"), ("okgu Øekad MP04CA1234 tIr", "वाहन क्रमांक MP04CA1234 जप्त"), ("eu%fLFkfr Bhd gS", "मनःस्थिति ठीक है")],
)  # fmt: skip
def test_a_word_may_begin_with_a_mark_and_a_vehicles_number_stays(typed, read):
    assert to_unicode(typed) == read


@pytest.mark.parametrize("piece", [".#", "D", "[", "~", "Dk~", "fD"])
def test_a_row_of_half_letters_keeps_nobody_waiting(piece):
    assert not is_legacy(f"रु.{piece * (54 // len(piece))}Rs.")
