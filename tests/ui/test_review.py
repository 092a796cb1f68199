"""The review beside the draft in a real browser: what it shows, where it leads, what one click does."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.scripted_server import Server, silent
from tests.ui.conftest import Running, faults
from tests.ui.test_walk import PROSE, asked, drafted, editor, holds, settled

Sit = Callable[..., Any]
WRONG_DAY = " बैठक मंगलवार, दिनांक 16.02.2026 को होगी।"
"""That day was a Monday."""


def write(page: Any, text: str) -> None:
    """Adds to the draft, and waits until the review has read it."""
    editor(page).press("Control+End")
    page.keyboard.insert_text(text)
    page.wait_for_function(
        "words => (document.querySelector('#findings [data-text]')?.dataset.text || '').endsWith(words)", arg=text
    )


def change(page: Any, old: str, new: str) -> None:
    """Puts other words into the draft, and waits until the review has read them."""
    text = editor(page).input_value().replace(old, new)
    editor(page).fill(text)
    page.wait_for_function("text => document.querySelector('#findings [data-text]')?.dataset.text === text", arg=text)


def card(page: Any, words: str) -> Any:
    return page.locator("#findings .findings > li", has_text=words)


def selected(page: Any) -> str:
    chosen: str = page.evaluate(
        "(() => { const t = document.querySelector('#editor textarea'); return t.value.slice(t.selectionStart, t.selectionEnd); })()"
    )
    return chosen


def test_a_good_draft_has_no_findings_and_is_told_to_be_read_all_the_same(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    holds(page, "#findings", "कोई कमी नहीं मिली")
    holds(page, "#findings", "एक बार स्वयं पढ़ लें")
    assert page.locator("#findings .findings > li").count() == 0


def test_the_review_comes_by_itself_at_a_pause_in_typing_and_is_asked_for_once(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/run/predict" in request.url else None)
    editor(page).press("Control+End")
    page.keyboard.insert_text(WRONG_DAY)
    card(page, "मंगलवार").wait_for()
    assert len(asked) == 1


def test_a_click_on_a_finding_shows_its_words_in_the_draft(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    write(page, "\n\n".join(["", *["यह एक और पैरा है।"] * 30]))
    write(page, WRONG_DAY)
    editor(page).press("Control+Home")
    card(page, "मंगलवार").locator("[data-act=go]").click()
    assert "मंगलवार" in selected(page)
    assert selected(page) in WRONG_DAY
    assert page.evaluate(
        "(() => { const t = document.querySelector('#editor textarea'); return t.scrollTop > 0 || t.clientHeight >= t.scrollHeight; })()"
    )
    editor(page).press("Control+Home")
    card(page, "मंगलवार").click(position={"x": 300, "y": 14})
    assert selected(page) in WRONG_DAY


def test_words_with_a_sign_of_two_units_before_them_are_found_rightly(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    write(page, " 😀  दोहरी  जगह।" + WRONG_DAY)
    card(page, "मंगलवार").locator("[data-act=go]").click()
    assert "मंगलवार" in selected(page)
    assert selected(page) in WRONG_DAY


def test_words_that_come_from_the_boxes_are_shown_on_the_page_and_lead_back_to_their_box(
    sit: Sit, lab: Running
) -> None:
    page = sit(lab)
    drafted(page)
    page.click("#back-2")
    settled(page, 2)
    page.locator("#box-subject input").fill("बैठक मंगलवार, दिनांक 16.02.2026 के संबंध में")
    page.click("#make")
    settled(page, 3)
    finding = card(page, "मंगलवार").first
    finding.locator("[data-act=go]").click()
    page.wait_for_selector("#preview .here")
    assert "मंगलवार" in page.locator("#preview .here").inner_text()
    assert finding.locator("[data-act=apply]").count() == 0
    finding.locator("[data-act=ask]").click()
    settled(page, 2)
    page.wait_for_function("() => document.activeElement.closest('#box-subject')")


def test_one_click_puts_the_suggestion_in_and_what_a_person_typed_survives(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    before = editor(page).input_value()
    write(page, WRONG_DAY)
    card(page, "मंगलवार").locator("[data-act=apply]").click()
    mended = before + WRONG_DAY.replace("मंगलवार", "सोमवार")
    assert editor(page).input_value() == mended
    page.wait_for_function("() => !document.querySelector('#findings').innerText.includes('मंगलवार')")
    holds(page, "#preview", "सोमवार")
    editor(page).press("Control+z")
    assert editor(page).input_value() == before + WRONG_DAY
    editor(page).press("Control+y")
    page.wait_for_timeout(1000)
    page.reload()
    settled(page, 3)
    assert editor(page).input_value() == mended


def test_a_suggestion_falls_on_its_own_words_while_the_person_types_on(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    write(page, WRONG_DAY)
    before = editor(page).input_value()
    page.evaluate(
        """() => {
            const text = document.querySelector('#editor textarea');
            text.focus(); text.setSelectionRange(0, 0);
            document.execCommand('insertText', false, 'पहले यह। मंगलवार को अवकाश था। ');
            document.querySelector('#findings [data-act=apply]').click();
            document.querySelector('#findings [data-act=apply]')?.click();
        }"""
    )
    assert editor(page).input_value() == "पहले यह। मंगलवार को अवकाश था। " + before.replace("मंगलवार", "सोमवार")


def test_an_ignored_finding_stays_ignored_after_a_reload_and_an_edit_and_can_be_had_back(
    sit: Sit, lab: Running
) -> None:
    page = sit(lab)
    drafted(page)
    write(page, WRONG_DAY)
    card(page, "मंगलवार").locator("summary").first.click()
    card(page, "मंगलवार").get_by_text("ऐसा ही लिखने को कहा गया है").click()
    holds(page, "#findings", "छोड़ी हुई बातें (1)")
    assert card(page, "मंगलवार").count() == 0
    page.reload()
    settled(page, 3)
    write(page, " और एक वाक्य।")
    holds(page, "#findings", "छोड़ी हुई बातें (1)")
    assert card(page, "मंगलवार").count() == 0
    page.click("#findings .aside summary")
    holds(page, "#findings .aside", "ऐसा ही लिखने को कहा गया है")
    page.click("#findings .aside [data-act=back]")
    card(page, "मंगलवार").wait_for()


def test_a_reason_can_be_given_in_own_words(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    write(page, WRONG_DAY)
    card(page, "मंगलवार").locator("summary").first.click()
    card(page, "मंगलवार").locator("input").fill("मूल पत्र में <b>यही</b> ${1+1} है")
    card(page, "मंगलवार").locator("input").press("Enter")
    holds(page, "#findings", "छोड़ी हुई बातें (1)")
    page.click("#findings .aside summary")
    holds(page, "#findings .aside", "मूल पत्र में <b>यही</b> ${1+1} है")


def test_the_rule_is_shown_in_words_and_by_an_example_of_wrong_and_right_and_stays_open_while_typing(
    sit: Sit, lab: Running
) -> None:
    page = sit(lab)
    drafted(page)
    write(page, WRONG_DAY)
    card(page, "मंगलवार").get_by_text("नियम देखें").click()
    card(page, "मंगलवार").get_by_text("दिन और तारीख एक ही दिन बताते हैं।").wait_for(state="visible")
    card(page, "मंगलवार").locator("dt.wrong").wait_for(state="visible")
    card(page, "मंगलवार").locator("dt.right").wait_for(state="visible")
    change(page, "42", "47")  # a finding before it: the card moves down
    card(page, "“47”").wait_for()
    page.wait_for_function("() => [...document.querySelectorAll('#findings details[open]')].length === 1")
    assert card(page, "मंगलवार").locator("dt.right").is_visible()


def test_all_of_it_can_be_done_without_a_mouse(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    change(page, "42", "47")
    write(page, WRONG_DAY)
    card(page, "“47”").locator("[data-act=apply]").focus()
    page.keyboard.press("Enter")
    assert "42" in editor(page).input_value()
    page.wait_for_function("() => !document.querySelector('#findings .findings').innerText.includes('47')")
    # The next finding is at hand, and Enter mends it too.
    page.wait_for_function("() => document.activeElement?.dataset?.act === 'apply'")
    page.keyboard.press("Enter")
    assert "सोमवार" in editor(page).input_value()
    holds(page, "#findings", "कोई कमी नहीं मिली")


def test_the_same_slip_in_two_places_is_one_finding_and_one_click_mends_both(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    write(page, " बैठक मंगलवार, 16.02.2026 को है। फिर मंगलवार, 16.02.2026 को आएँ।")
    assert card(page, "मंगलवार").count() == 1
    holds(page, "#findings", "2 जगह")
    card(page, "मंगलवार").locator("[data-act=apply]").click()
    assert "मंगलवार" not in editor(page).input_value()


def test_the_facts_say_what_came_what_changed_what_is_missing_and_what_was_made_up(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    write(page, " राशि रु. 5,00,000 स्वीकृत है।")
    change(page, "42", "47")
    change(page, "7 टैंकर", "टैंकर")
    assert "42" in page.locator("#ledger tr.changed").inner_text()
    assert "7" in page.locator("#ledger tr.dropped").inner_text()
    assert "5,00,000" in page.locator("#ledger tr.added").inner_text()
    page.locator("#ledger tr.added [data-act=go]").click()
    assert "5,00,000" in selected(page)
    page.click("#ledger summary")
    page.locator("#ledger tr.kept", has_text="25.02.2026").locator("[data-act=go]").click()
    assert selected(page) == "25.02.2026"
    page.locator("#ledger tr.kept", has_text="07562-000000").locator("[data-act=go]").click()
    holds(page, "#preview .here", "07562-000000")
    page.locator("#ledger tr.changed [data-act=apply]").click()
    page.wait_for_function("() => !document.querySelector('#ledger tr.changed')")
    assert "42 ग्रामों" in editor(page).input_value()


def test_the_last_step_says_what_was_left_unmended(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    write(page, WRONG_DAY)
    page.click("#onward")
    settled(page, 4)
    page.click("#files .gaps [data-step='3']")
    settled(page, 3)
    card(page, "मंगलवार").wait_for()


@pytest.mark.parametrize(("language", "width", "height"), [("hi", 1366, 768), ("en", 390, 844)])
def test_nothing_of_the_review_is_cut_off_and_a_screen_reader_can_follow_it(
    sit: Sit, lab: Running, language: str, width: int, height: int
) -> None:
    page = sit(lab, width, height)
    if language == "en":
        page.click("#switch")
        page.wait_for_function("() => document.documentElement.lang === 'en'")
    drafted(page)
    change(page, "42", "47")
    write(page, WRONG_DAY)
    page.evaluate("document.querySelectorAll('#findings summary, #ledger summary').forEach(one => one.click())")
    page.wait_for_timeout(300)
    assert page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth
            && [...document.querySelectorAll('#findings *, #ledger *, #editor textarea')].every(
                one => one.getBoundingClientRect().right <= innerWidth + 1)"""
    )
    other = page.evaluate(
        """english => [...document.querySelectorAll('#findings button, #findings summary, #findings h2, #ledger th, #ledger h2')]
            .map(one => one.innerText).filter(text => english ? /^[\\u0900-\\u097f ]+$/.test(text) : /[A-Za-z]{3}/.test(text))""",
        language == "en",
    )
    assert other == []
    assert faults(page) == []
    if width > 800:  # the editor stays in sight beside the last finding
        page.locator("#ledger").scroll_into_view_if_needed()
        top = page.evaluate("document.querySelector('#editor textarea').getBoundingClientRect().top")
        assert 0 <= top < height


def test_while_the_model_writes_nothing_is_reviewed(sit: Sit, lab_with_model: Running, scripted: Server) -> None:
    page = sit(lab_with_model)
    asked(page)
    scripted.play(silent(PROSE, after=15))
    page.click("#agree")
    holds(page, "#editor textarea", "उपर्युक्त")
    page.wait_for_timeout(1500)
    assert page.locator("#findings h2").count() == 0
    page.click("#stop")
    page.wait_for_selector("#findings h2")


def test_marks_of_a_chat_window_behind_the_papers_numbers_go_at_a_click_each(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    before = editor(page).input_value()
    chat = "### स्थिति\n\n* सूची भेजी जाए।\n\n* राशि दी जाए।\n\n---\n\n| ग्राम | टैंकर |\n\n|---|---|\n\n| आष्टा | 7 |"
    write(page, "\n\n" + chat)
    assert card(page, "निशान").count() + card(page, "चिह्न").count() == 4
    for quote in ("###", "*", "---"):
        card(page, "चिह्न").filter(has=page.get_by_text(quote, exact=True)).locator("[data-act=apply]").click()
        page.wait_for_function(
            "quote => ![...document.querySelectorAll('#findings q')].some(one => one.innerText.trim() === quote)",
            arg=quote,
        )
    card(page, "चिह्न").get_by_text("“ग्राम | टैंकर आष्टा | 7” कर दें").click()
    page.locator("#preview .table", has_text="आष्टा").wait_for()
    mended = editor(page).input_value()[len(before) :].split("\n")
    assert [line for line in mended if line] == [
        "स्थिति", "सूची भेजी जाए।", "राशि दी जाए।", "ग्राम | टैंकर", "आष्टा | 7",
    ]  # fmt: skip
    for _ in range(5):
        editor(page).press("Control+z")
    assert editor(page).input_value() == before + "\n\n" + chat


def test_a_whole_letter_in_the_box_for_its_text_is_told_and_one_click_keeps_the_text_alone(
    sit: Sit, lab: Running
) -> None:
    page = sit(lab)
    drafted(page)
    text = editor(page).input_value()
    letter = page.locator("#preview .a4 > p").all_inner_texts()
    pasted = "\n".join(line for line in letter if line.strip())
    editor(page).press("Control+a")
    page.keyboard.insert_text(pasted)
    offer = page.locator("#findings [data-key=whole]")
    offer.wait_for()
    assert "संबोधन" in card(page, "पाठ के भीतर").first.inner_text()
    offer.locator("[data-act=apply]").click()
    assert editor(page).input_value() == text
    holds(page, "#findings", "कोई कमी नहीं मिली")
    assert offer.count() == 0
    editor(page).press("Control+z")
    assert editor(page).input_value() == pasted


def test_a_fact_whose_paragraph_was_taken_out_gets_its_own_place_back(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page, "office-order")
    before = editor(page).input_value()
    gone = next(one for one in before.split("\n\n") if "20.02.2026" in one)
    change(page, gone + "\n\n", "")
    page.locator("#ledger tr.dropped", has_text="20.02.2026").locator("[data-act=insert]").click()
    assert editor(page).input_value() == before
    assert selected(page) == gone


def test_what_was_left_blank_or_masked_in_the_text_is_told_when_the_paper_is_taken_away(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    page.click("#onward")
    settled(page, 4)
    holds(page, "h1", "काग़ज़ तैयार है")
    page.click("#back-3")
    settled(page, 3)
    write(page, " श्री मोहन वर्मा (मोबाइल 9893012345) से पूछा गया।")
    page.locator("#ledger tr.added", has_text="मोहन").get_by_text("ख़ाली छोड़िए").click()
    page.wait_for_function("() => !document.querySelector('#editor textarea').value.includes('मोहन')")
    card(page, "9893012345").locator("[data-act=apply]").click()
    page.wait_for_function("() => document.querySelector('#editor textarea').value.includes('XXXXXX2345')")
    page.wait_for_timeout(1500)
    page.click("#onward")
    settled(page, 4)
    holds(page, "h1", "अभी कुछ बाक़ी है")
    holds(page, "#files .gaps", "................")
    holds(page, "#files .gaps", "XXXXXX2345")
    page.locator("#files .gaps [data-step='3']").last.click()
    settled(page, 3)
