"""A phrase of a data file is found however a person writes it, and the words that are looked for first never hide it."""

import pytest

from assistant.forms.phrases import find, matches, phrase, sayable

SAID = [
    ("शीघ्र (भेजें/भिजवाएँ)", "जानकारी शीघ्र भिजवाएं।"),
    ("जाँच के (तहत/अधीन)", "प्रकरण जांच\nके अधीन है"),
    ("संबंध में", "इस सम्बन्ध  में"),
    ("(अब /)तक", "उत्तर तक नहीं आया; उत्तर अब तक नहीं आया"),
    ("प्रस्ताव*", "कार्य प्रस्तावित है"),
    ("{days} में", "7दिवस में भेजें"),
    ("{date} …भेज*", "दिनांक 24.06.2026 तक अवश्य भेजें"),
    ("^कृपया … दें", "सूचना मिली। कृपया उत्तर दें"),
    ("सह-संयोजक", "सह–संयोजक, सह संयोजक"),
    ("please find (attached/enclosed)", "PLEASE  FIND\nenclosed"),
    ("do not …forget", "Do not in any case forget"),
    ("फ़ाइल", "फाइल, फ़ाइल"),
    ("क्यों (न/नहीं)(?/।)", "क्यों नहीं?"),
    ("on (a/) priority (basis/)", "given on priority."),
]
UNSAID = [("तक", "तकनीक"), ("सो (रहे/गए)", "सोमवार को वे गए"), ("शीघ्र …भेजें", "शीघ्र आएँ। उत्तर भेजें"), ("^कृपया", "अतः कृपया")]


@pytest.mark.parametrize(("words", "text"), SAID)
def test_a_phrase_is_found_as_people_write_it(words: str, text: str) -> None:
    assert list(find([words], text))


@pytest.mark.parametrize(("words", "text"), UNSAID)
def test_what_only_looks_like_a_phrase_is_not_it(words: str, text: str) -> None:
    assert not list(find([words], text))


def test_in_a_long_paper_a_phrase_is_found_at_every_place_where_it_stands() -> None:
    wanted = tuple(words for words, _ in (*SAID, *UNSAID))
    filler = "यह क़रार सम्बन्धित  पक्षों – दोनों – के\n\nबीच हुआ।\n"
    paper = "".join(filler * n + text + "\n" for n, (_, text) in enumerate((*SAID, *UNSAID, *SAID)))
    told = [(words, match.span()) for words, match in matches(wanted, paper)]
    assert told == [(words, match.span()) for words in wanted for match in phrase(words).finditer(paper)]
    assert len({words for words, _ in told}) >= len(SAID)


def test_a_phrase_that_is_written_wrongly_is_refused() -> None:
    assert not any(map(sayable, ("{nothing} तक", "(एक/दो", "(एक (दो/तीन)/चार)")))
