"""The projector: an exercise step by step, with what lies behind the draft open, and a rule by its author's example."""

import re
from typing import Any

import pytest

from assistant.errors import InputError
from assistant.messages import LANGUAGES
from assistant.ui.pieces.stage import Show, choose, rule, stage
from tests.scripted_server import Server, plain
from tests.ui.conftest import HOST, Running
from tests.ui.test_walk import PROSE

OF_EACH_KIND = ("water-tankers", "pension-repair", "survey-translate", "letter-prompt", "letter-parts")


def slides(assistant, exercise: str, language: str = "hi") -> dict[str, str]:
    show = Show(assistant, assistant.labs.find(exercise), language)
    return {name: stage(Show(assistant, show.exercise, language, n)) for n, name in enumerate(show.steps)}


def words(slide: str) -> str:
    return re.sub(r"<[^>]+>", " ", slide)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("exercise", [*OF_EACH_KIND, "mock-drill-email"])  # a paragraph of its draft ends in a figure
def test_every_step_has_a_title_and_something_to_see(assistant, exercise, language):
    shown = slides(assistant, exercise, language)
    assert next(iter(shown)) == "task"
    for slide in shown.values():
        assert len(re.findall(r"<h1 ", slide)) == 1
        assert len(words(slide).split()) > 8


def test_without_a_model_the_room_sees_which_rule_made_a_sentence_of_what_was_told(assistant):
    shown = slides(assistant, "water-tankers")
    assert "किस बात से कौन-सा वाक्य बना" in shown["sent"]
    assert "“अनुरोध है कि” के बाद जुड़ी" in shown["sent"]
    assert "पाठ में नहीं आता" in shown["sent"]  # the addressee and the subject have places of their own
    assert "बिना मॉडल के बना" in shown["came"]
    assert "<mark>जनपद पंचायतों के 7 टैंकर" in shown["came"]
    assert "अतः अनुरोध है कि <mark>" in shown["came"]  # the form's own words are not marked
    assert "✓ आया" in shown["checks"]


def test_a_text_with_faults_is_shown_with_its_faults_marked_and_then_mended(assistant):
    shown = slides(assistant, "pension-repair")
    given = assistant.labs.find("pension-repair").file.given
    marked = re.findall(r"<mark>(.*?)</mark>", shown["faults"], re.DOTALL)
    assert marked
    assert sum(map(len, marked)) < len(given) / 2  # that it is the text handed out is no fault here
    assert "<ins>" in shown["mended"]
    assert 'class="finding' not in shown["checks"]


def test_the_answer_to_a_question_comes_a_step_after_the_question(assistant):
    shown = slides(assistant, "letter-parts")
    assert "✓" not in shown["question 0"]
    assert "✓" in shown["reasons 0"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_is_shown_by_its_authors_example(language):
    shown = rule("facts.weekday-mismatch", language)
    assert "24.06.2025 (बुधवार)" in shown
    assert "Tuesday, 24 June 2025" in shown
    assert "weekday-mismatch" not in words(shown)  # no codes before the room


@pytest.mark.parametrize("code", ["no.such", "../../settings", "<img src=x>"])
def test_a_rule_that_isnt_there_is_told(code):
    with pytest.raises(InputError):
        rule(code, "hi")


def test_every_exercise_can_be_chosen(assistant):
    shown = choose(assistant, "hi")
    for lab in assistant.labs.labs.values():
        for id in lab.exercises:
            assert f"/demo?at={id}" in shown


def test_a_remotes_keys_show_the_rest_of_a_step_before_they_leave_it(sit: Any, lab: Running):
    page = sit(lab)
    page.goto(f"{lab.url}demo?at=pension-repair")
    page.wait_for_selector("#stage h1")

    def after(key: str) -> tuple[str, int]:
        page.keyboard.press(key)
        page.wait_for_timeout(500)
        return page.locator("#stage h1").inner_text(), page.evaluate("Math.round(scrollY)")

    page.keyboard.press("PageDown")
    page.wait_for_function("document.querySelector('#stage h1').innerText === 'दिया गया पाठ'")
    page.wait_for_timeout(200)
    end = page.evaluate("document.scrollingElement.scrollHeight - innerHeight")
    assert end > 300
    assert after("PageDown") == ("दिया गया पाठ", end)
    assert after("PageUp") == ("दिया गया पाठ", 0)
    after("PageDown")
    page.keyboard.press("PageDown")
    page.wait_for_function("document.querySelector('#stage h1').innerText !== 'दिया गया पाठ'")
    page.wait_for_function("scrollY === 0")
    page.keyboard.press("PageUp")
    page.wait_for_function("document.querySelector('#stage h1').innerText === 'दिया गया पाठ'")


def test_a_remote_goes_through_an_exercise_and_the_model_is_asked_only_when_the_room_has_seen_what_is_sent(
    sit: Any, lab_with_model: Running, scripted: Server
):
    page = sit(lab_with_model)
    page.goto(f"{lab_with_model.url}demo?at=water-tankers")
    page.wait_for_selector("#stage h1")
    assert page.evaluate("getComputedStyle(document.documentElement).zoom") == "1.6"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    def on(key: str, title: str) -> str:
        moved = 100.0
        while moved > 40:  # a page key shows the rest of the step first
            before = page.evaluate("scrollY")
            page.keyboard.press(key)
            moved = abs(page.evaluate("scrollY") - before)
        page.wait_for_function("title => document.querySelector('#stage h1')?.innerText === title", arg=title)
        page.wait_for_timeout(250)  # a new step begins at its top
        return page.locator("#stage").inner_text()

    before = len(scripted.asked)
    on("PageDown", "मामले के तथ्य")
    on("ArrowRight", "मॉडल को यह दिखाया जाएगा")
    assert "42" in page.locator("#stage .sent").first.inner_text()
    assert len(scripted.asked) == before
    scripted.play(plain(PROSE))
    on("PageDown", "मॉडल ने यह लिखा")
    assert len(scripted.asked) == before + 1
    assert page.locator("#stage .badge.model").is_visible()
    on("PageDown", "पूरा काग़ज़")
    on("ArrowLeft", "मॉडल ने यह लिखा")
    on("PageDown", "पूरा काग़ज़")
    on("PageDown", "जाँच ने क्या कहा")
    assert len(scripted.asked) == before + 1  # going back and on asks nobody again
    shown = page.locator("body").inner_text()
    assert "scripted" not in shown  # neither the model's name nor a key
    assert HOST not in shown
