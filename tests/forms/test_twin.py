"""The same case in both languages: what is in the other script is asked for again, and nothing else."""

import pytest

from assistant.forms.answers import gather, typed
from assistant.forms.brief import check_brief
from assistant.forms.library import Library
from assistant.forms.twin import differing, foreign
from assistant.language.dates import find_dates


def asked(library: Library, language: str, names_only: bool, **more: str) -> set[str]:
    form = library.form("letter")
    other = "hi" if language == "en" else "en"
    answers = typed(form, library.example_source(form, other).data) | more
    return {box.id for box in foreign(form, answers, language, names_only)}


@pytest.mark.parametrize("language", ["hi", "en"])
def test_words_are_asked_for_again_and_numbers_and_dates_are_not(library: Library, language: str) -> None:
    found = asked(library, language, names_only=False, number="118/स्था./2026")
    assert {"to", "subject", "points", "office.name", "sender.designation"} <= found
    assert not found & {"number", "date", "deadline", "state", "tone", "office.phone", "office.email"}


def test_where_a_model_writes_the_prose_only_what_stands_outside_of_it_is_asked_for(library: Library) -> None:
    found = asked(library, "en", names_only=True)
    assert {"to", "office.name", "sender.designation", "copies_to", "subject"} <= found
    assert not found & {"points", "request"}


def test_a_persons_name_among_the_points_is_asked_for_even_where_a_model_writes_the_prose(library: Library) -> None:
    told = "42 ग्रामों में पानी नहीं है\nश्री {}, मोबाइल 98930 12345 ने शिकायत की है"
    assert "points" in asked(library, "en", names_only=True, points=told.format("रामलाल"))
    assert "points" not in asked(library, "en", names_only=True, points=told.partition("\n")[0])
    assert "points" not in asked(library, "en", names_only=True, points="Shri Ramlal has complained")


def test_what_is_in_the_language_already_is_not_asked_for(library: Library) -> None:
    form = library.form("letter")
    for language in ("hi", "en"):
        answers = typed(form, library.example_source(form, language).data)
        assert [box.id for box in foreign(form, answers, language, names_only=False)] == []


def test_both_papers_name_the_same_days(library: Library) -> None:
    form = library.form("letter")
    brief = check_brief(form, gather(form, typed(form, library.example_source(form, "hi").data)))
    papers = [library.templates.render(brief, language, "mp").text for language in ("hi", "en")]
    assert set(find_dates(papers[0])) == set(find_dates(papers[1]))


def test_no_form_says_more_in_one_language_than_in_the_other(library: Library) -> None:
    for form in library.forms.values():
        brief = library.example(form, "hi")
        hindi, english = (library.templates.render(brief, language, "mp") for language in ("hi", "en"))
        assert differing(hindi, english) == []


def test_a_name_is_the_same_in_either_script_and_another_name_is_shown(library: Library) -> None:
    form = library.form("do-letter")
    data = library.example_source(form, "en").data
    english = library.templates.render(check_brief(form, gather(form, typed(form, data))), "en", "mp")

    def hindi(name: str) -> list[str]:
        to = [{"name": name, "designation": "पुलिस अधीक्षक", "place": "अमरावती"}]
        told = typed(form, data | {"to": to, "sender": {"name": "श्री अरविंद सोलंकी", "designation": "पुलिस अधीक्षक"}})
        return [
            one.says
            for one in differing(library.templates.render(check_brief(form, gather(form, told)), "hi", "mp"), english)
        ]

    assert hindi("श्रीमती कविता राव") == []
    assert hindi("श्रीमती सविता दुबे") == ["सविता दुबे", "Kavita Rao"]
