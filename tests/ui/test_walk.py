"""The walk in a real browser, at an address where browsers withhold what they call insecure."""

import io
import re
import time
from collections.abc import Callable
from typing import Any

import docx
import pytest

from tests.scripted_server import Script, Server, chatty, cut, silent, slow
from tests.ui.conftest import Running, faults

PROSE = (
    "उपर्युक्त विषयांतर्गत लेख है कि जिले के 42 ग्रामों में जल स्तर नीचे गया है।\n\n"
    "इनमें से 11 ग्रामों में हैंडपंप सूख गए हैं।\n\nअतः अनुरोध है कि 7 टैंकर दिनांक 25.02.2026 तक उपलब्ध कराए जाएँ।"
)

Sit = Callable[..., Any]


def box(page: Any, id: str) -> Any:
    return page.locator(f"#box-{id.replace('.', '-')} textarea, #box-{id.replace('.', '-')} input").first


def choose(page: Any, form: str = "letter") -> None:
    page.click(f"#form-{form}")
    box(page, "subject").wait_for()
    settled(page, 2)


def settled(page: Any, step: int) -> None:
    """Waits until a step is shown and the page has done with arriving there: it is in the browser's history."""
    page.wait_for_function(
        "n => document.querySelector('#steps [aria-current] b')?.textContent === String(n) && history.state?.step === n",
        arg=step,
    )
    page.wait_for_timeout(250)


def fill_example(page: Any) -> None:
    page.click("#example")
    page.wait_for_function("() => document.querySelector('#box-subject input, #box-subject textarea')?.value")
    page.wait_for_timeout(200)


def editor(page: Any) -> Any:
    return page.locator("#editor textarea")


def holds(page: Any, selector: str, words: str) -> None:
    page.wait_for_function(
        "([s, w]) => [...document.querySelectorAll(s)].some(e => (e.value ?? e.innerText).includes(w))",
        arg=[selector, words],
    )


def saved(page: Any) -> None:
    page.wait_for_function("() => /सहेजा गया|Saved/.test(document.querySelector('#saved')?.textContent || '')")


def drafted(page: Any, form: str = "letter") -> None:
    choose(page, form)
    fill_example(page)
    page.click("#make")
    settled(page, 3)
    editor(page).wait_for()


@pytest.mark.parametrize(("language", "form"), [("hi", "letter"), ("en", "email"), ("hi", "notesheet")])
def test_a_person_walks_from_the_example_to_a_word_file(sit: Sit, lab: Running, form: str, language: str) -> None:
    page = sit(lab)
    if language == "en":
        page.click("#switch")
        page.wait_for_function("() => document.documentElement.lang === 'en'")
        page.locator("#paper-language label", has_text="English").click()
    drafted(page, form)
    added = "यह वाक्य हाथ से जोड़ा गया है।" if language == "hi" else "This sentence was added by hand."
    editor(page).press("Control+End")
    editor(page).type(f" {added}")
    holds(page, "#preview", added)
    page.click("#switch")
    page.wait_for_function("was => document.documentElement.lang !== was", arg=language)
    assert added in editor(page).input_value()
    page.reload()
    settled(page, 3)
    assert added in editor(page).input_value()
    assert ("Text" in page.locator("#editor label").inner_text()) is (language == "hi"), (
        "the screen speaks the other language"
    )
    page.click("#onward")
    settled(page, 4)
    with page.expect_download() as download:
        page.click("a.get[href$=docx]")
    paper = docx.Document(io.BytesIO(download.value.path().read_bytes()))
    assert added in "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert download.value.suggested_filename.endswith(".docx")
    assert download.value.suggested_filename != "patra.docx"


def test_the_screen_opens_in_hindi(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    assert page.locator("h1:visible").inner_text() == "आज क्या लिखना है?"
    assert page.evaluate("document.documentElement.lang") == "hi"


def test_what_was_just_typed_survives_a_reload_at_once(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    choose(page)
    box(page, "subject").type("शाला भवन की मरम्मत")
    page.reload()
    settled(page, 2)
    assert box(page, "subject").input_value() == "शाला भवन की मरम्मत"


def test_what_was_typed_survives_a_server_that_died(sit: Sit, tmp_path: Any) -> None:
    server = Running(tmp_path)
    server.begin()
    try:
        page = sit(server)
        choose(page)
        box(page, "subject").type("पहली बात")
        saved(page)
        server.end(kill=True)
        box(page, "subject").press("End")
        box(page, "subject").type(" और दूसरी")
        holds(page, "#saved", "सर्वर से संपर्क टूटा है")
        server.begin()
        saved(page)
        page.reload()
        settled(page, 2)
        assert box(page, "subject").input_value() == "पहली बात और दूसरी"
    finally:
        server.end()


def second_tab(page: Any, lab: Running, step: int) -> Any:
    second = page.context.new_page()
    second.goto(lab.url)
    settled(second, step)
    return second


def test_a_second_tab_in_which_nothing_is_written_hinders_nobody(sit: Sit, lab: Running) -> None:
    first = sit(lab)
    drafted(first)
    second_tab(first, lab, 3).close()
    editor(first).press("Control+End")
    editor(first).type(" एक वाक्य और।")
    saved(first)
    first.click("#onward")
    settled(first, 4)
    holds(first, "#copied", "एक वाक्य और।")


def test_what_was_written_in_two_tabs_is_all_there(sit: Sit, lab: Running) -> None:
    """Who says that it goes on here keeps what stands here; what was written in the other tab stays a paper of its own."""
    first = sit(lab)
    choose(first)
    box(first, "subject").type("पहली खिड़की")
    saved(first)
    second = second_tab(first, lab, 2)
    assert box(second, "subject").input_value() == "पहली खिड़की"
    box(second, "subject").press("End")
    box(second, "subject").type(", अब दूसरी")
    saved(second)
    box(first, "subject").press("End")
    box(first, "subject").type(" से")
    holds(first, "#saved", "दूसरी खिड़की में खुला है")
    box(first, "subject").type(" आगे")
    first.wait_for_timeout(1000)
    holds(first, "#saved", "दूसरी खिड़की में खुला है")
    first.click("#saved button")
    holds(first, "#saved", "पहले के काग़ज़")
    settled(first, 2)
    assert box(first, "subject").input_value() == "पहली खिड़की से आगे"
    first.click("#steps [data-step='1']")
    settled(first, 1)
    told = first.locator("#earlier button").all_inner_texts()
    assert any("पहली खिड़की, अब दूसरी" in one for one in told)
    assert any("पहली खिड़की से आगे" in one for one in told)
    box(second, "subject").press("End")
    box(second, "subject").type("!")
    holds(second, "#saved", "दूसरी खिड़की में खुला है")


def test_a_button_that_another_tab_holds_up_offers_to_go_on_here(sit: Sit, lab: Running) -> None:
    first = sit(lab)
    drafted(first)
    second = second_tab(first, lab, 3)
    second.click("#steps [data-step='1']")
    settled(second, 1)
    choose(second, "notesheet")
    editor(first).press("Control+End")
    first.keyboard.type(" अंतिम वाक्य।")
    first.click("#onward")
    holds(first, "#notice", "दूसरी खिड़की में खुला है")
    first.click("#notice button")
    settled(first, 3)
    assert "अंतिम वाक्य।" in editor(first).input_value()
    first.click("#onward")
    settled(first, 4)


def test_the_next_person_sees_nothing_of_the_one_before(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    secret = "गुप्त-शब्द-7391"
    editor(page).press("Control+End")
    editor(page).type(secret)
    holds(page, "#preview", secret)
    page.on("dialog", lambda dialog: dialog.accept())
    page.click("#leave button")
    settled(page, 1)
    assert secret not in page.content()
    assert page.evaluate("fetch('/desk/file/docx').then(answer => answer.status)") == 404
    page.go_back()
    page.wait_for_timeout(1500)
    assert secret not in page.content()
    page.goto(lab.url)
    settled(page, 1)
    choose(page)
    assert box(page, "subject").input_value() == ""
    assert box(page, "office.name").input_value() == ""


def test_leaving_can_be_called_off(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    choose(page)
    box(page, "subject").type("रहने दें")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.click("#leave button")
    page.wait_for_timeout(500)
    page.reload()
    settled(page, 2)
    assert box(page, "subject").input_value() == "रहने दें"


def test_a_second_paper_asks_only_for_what_is_new(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    page.click("#onward")
    settled(page, 4)
    page.click("#another")
    settled(page, 2)
    assert box(page, "subject").input_value() == ""
    assert "कार्यालय कलेक्टर" in page.locator("#group-office").inner_text()
    page.click("[data-line]:has-text('जिला पंचायत')")
    assert box(page, "to").input_value() == "मुख्य कार्यपालन अधिकारी, जिला पंचायत, सीहोर"
    box(page, "subject").type("दूसरा पत्र")
    page.click("#make")
    settled(page, 3)
    for words in ("कार्यालय कलेक्टर", "मुख्य कार्यपालन अधिकारी", "दूसरा पत्र", "जिला सीहोर"):
        holds(page, "#preview", words)


def test_a_form_that_is_changed_once_a_draft_exists_says_so_and_takes_what_was_told(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    told = page.evaluate("() => document.querySelector('#preview').innerText")
    for form in ("memo", "letter"):  # and back again
        page.click("#steps button:has-text('1')")
        settled(page, 1)
        choose(page, form)
        assert box(page, "subject").input_value() == ""
        holds(page, "#notice", "सहेजा हुआ है")
    page.click("#notice [data-form]")
    page.wait_for_function("() => document.querySelector('#box-points textarea')?.value.includes('42')")
    assert box(page, "subject").input_value() in told
    assert box(page, "number").input_value() == ""
    assert not page.locator("#notice .notice").count()


def test_the_next_paper_in_the_other_language_has_the_office_as_it_was_told_in_that_language(
    sit: Sit, lab: Running
) -> None:
    page = sit(lab)
    drafted(page)
    for language, words in (("English", "Office of the Collector"), ("हिन्दी", "कार्यालय कलेक्टर")):
        page.click("#onward")
        settled(page, 4)
        page.click("#another")
        settled(page, 2)
        page.click("#steps button:has-text('1')")
        settled(page, 1)
        page.locator("#paper-language label", has_text=language).click()
        page.wait_for_timeout(500)
        choose(page, "letter")
        if language == "English":
            box(page, "subject").type("second")
            fill_example(page)
            page.click("#group-office > button")
            for id, text in (("office.name", "Office of the Collector, Sehore"), ("sender.designation", "Collector")):
                box(page, id).fill(text)
            page.click("#make")
            settled(page, 3)
            continue
        assert words in page.locator("#group-office").inner_text()
        assert box(page, "office.name").input_value().startswith(words)
        assert box(page, "sender.designation").input_value() == "कलेक्टर"


def test_a_paper_in_which_nothing_was_written_is_not_among_the_earlier_ones(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    page.click("#steps [data-step='1']")
    settled(page, 1)
    choose(page, "notesheet")
    page.click("#steps [data-step='1']")
    settled(page, 1)
    assert [one.partition(":")[0] for one in page.locator("#earlier button").all_inner_texts()] == ["शासकीय पत्र"]


def test_an_earlier_paper_can_be_opened_again(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    choose(page)
    box(page, "subject").type("पहला पत्र")
    saved(page)
    fill_example(page)
    page.wait_for_function("() => !document.querySelector('#box-subject input').value.includes('पहला')")
    page.click("#back-1")
    settled(page, 1)
    page.click("#earlier button:has-text('पहला पत्र')")
    settled(page, 2)
    assert box(page, "subject").input_value() == "पहला पत्र"


def test_the_example_leaves_what_a_person_typed_within_reach(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    choose(page)
    box(page, "points").type("छत टपक रही है")
    box(page, "office.name").type("शासकीय हाई स्कूल, आष्टा")
    fill_example(page)
    holds(page, "#notice", "आपका लिखा अलग काग़ज़ में सुरक्षित है")
    assert "42 ग्रामों" in box(page, "points").input_value()
    assert box(page, "office.name").input_value() == "शासकीय हाई स्कूल, आष्टा"
    page.click("#notice button")
    page.wait_for_function("() => document.querySelector('#box-points textarea').value === 'छत टपक रही है'")
    assert box(page, "office.name").input_value() == "शासकीय हाई स्कूल, आष्टा"
    page.click("#back-1")
    settled(page, 1)
    page.click("#earlier button:has-text('छत टपक रही है')")
    settled(page, 2)


def test_a_third_paper_remembers_the_office_though_the_second_had_none(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    page.click("#back-2")
    settled(page, 2)
    page.click("#back-1")
    settled(page, 1)
    for form in ("notesheet", "letter"):
        choose(page, form)
        box(page, "subject").fill(f"काग़ज़ {form}")
        page.click("#make")
        settled(page, 3)
        page.click("#back-2")
        settled(page, 2)
        page.click("#back-1")
        settled(page, 1)
    page.click("#earlier button:has-text('काग़ज़ letter')")
    settled(page, 2)
    assert "कार्यालय कलेक्टर" in page.locator("#group-office").inner_text()


def test_a_wrong_date_is_told_beside_its_box_and_nothing_is_lost(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    choose(page)
    box(page, "subject").type("परीक्षण")
    box(page, "deadline").type("31.02.2026")
    page.click("#make")
    holds(page, "#faults", "31.02.2026")
    assert box(page, "deadline").input_value() == "31.02.2026"
    page.wait_for_function(
        "() => document.querySelector('#box-deadline input').getAttribute('aria-invalid') === 'true'"
    )
    page.click("#faults a")
    page.wait_for_function("() => document.activeElement.closest('#box-deadline')")


def test_what_looks_like_code_is_only_text(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    hostile = "${1+1} {{ 7*7 }} <img src=x onerror=alert(1)> </w:p> <script>alert(2)</script>"
    alarms: list[str] = []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    choose(page)
    for id in ("to", "subject", "points", "request"):
        box(page, id).fill(hostile)
    page.click("#make")
    settled(page, 3)
    holds(page, "#preview", "${1+1} {{ 7*7 }} <img src=x onerror=alert(1)> </w:p> <script>alert(2)</script>")
    page.click("#onward")
    settled(page, 4)
    page.click("#back-3")
    settled(page, 3)
    assert alarms == []


def test_copy_works_where_the_browser_withholds_the_clipboard(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    assert page.evaluate("navigator.clipboard === undefined")
    drafted(page, "notesheet")
    page.click("#onward")
    settled(page, 4)
    page.click("[data-copy]")
    holds(page, "#taken", "कॉपी हो गया")
    page.evaluate(
        "() => { const t = document.createElement('textarea'); t.id = 'paste'; document.body.prepend(t); t.focus(); }"
    )
    page.keyboard.press("Control+V")
    pasted = page.locator("#paste").input_value()
    assert re.match(r"1\. कृपया प्राचार्य, .*\n\n2\. ", pasted)
    assert "कार्यालयीन टिप्पणी" not in pasted


def test_enter_leads_from_box_to_box_without_a_mouse(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    choose(page)
    box(page, "subject").focus()
    page.keyboard.type("बिना माउस के")
    page.keyboard.press("Enter")
    page.keyboard.type("एक बात है")
    assert box(page, "references").input_value() == "एक बात है"


def test_the_browsers_back_goes_one_step_back_with_every_word(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    drafted(page)
    page.go_back()
    settled(page, 2)
    assert box(page, "subject").input_value()
    page.go_forward()
    settled(page, 3)
    assert editor(page).input_value()


def test_who_does_not_know_the_papers_name_finds_it_with_the_keyboard_alone(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    page.focus(".which > summary")
    for tabs in (0, 4, 2):  # a meeting; it was held
        for _ in range(tabs):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    settled(page, 2)
    assert "कार्यवाही विवरण" in page.inner_text("h1:visible")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_nothing_is_cut_off_at_the_side(sit: Sit, lab: Running, width: int, height: int) -> None:
    page = sit(lab, width, height)
    fits = """() => document.documentElement.scrollWidth <= innerWidth
        && [...document.querySelectorAll('.a4, textarea:not(#copied), button, .get')].every(
            one => one.offsetParent === null || one.getBoundingClientRect().right <= innerWidth + 1)"""
    assert page.evaluate(fits)
    choose(page)
    fill_example(page)
    assert page.evaluate(fits)
    for button, step in (("#make", 3), ("#onward", 4)):
        assert page.locator(button).is_visible()
        page.click(button)
        settled(page, step)
        assert page.evaluate(fits)
    # Its twin in the other language stands beside it, on a phone below it.
    page.click("[data-form='>=']")
    settled(page, 2)
    assert page.locator(".notice a[data-box=points]").is_visible()
    for button, step in (("#make", 3), ("#onward", 4)):
        page.click(button)
        settled(page, step)
    page.wait_for_selector("#twins .a4:lang(en)")
    left, right = (page.locator(f"#twins .a4:lang({language})").bounding_box() for language in ("hi", "en"))
    assert right["x"] > left["x"] + left["width"] if width > 600 else right["y"] > left["y"] + left["height"]
    assert page.evaluate(fits)


@pytest.mark.parametrize("language", ["hi", "en"])
def test_on_a_phone_what_was_saved_is_told_beside_the_buttons_and_not_over_them(
    sit: Sit, lab: Running, language: str
) -> None:
    page = sit(lab, 390, 844)
    if language == "en":
        page.click("#switch")
    drafted(page)
    editor(page).press("End")
    page.keyboard.type(" और")
    saved(page)
    line = page.locator("#saved").bounding_box()
    for button in page.locator(".actions button:visible, #hindi-bar button:visible").all():
        other = button.bounding_box()
        assert (
            line["y"] + line["height"] <= other["y"]
            or other["x"] + other["width"] <= line["x"]
            or line["x"] + line["width"] <= other["x"]
        )


@pytest.mark.parametrize("language", ["hi", "en"])
def test_a_screen_reader_can_follow_every_step(sit: Sit, lab: Running, language: str) -> None:
    page = sit(lab)
    if language == "en":
        page.click("#switch")
        page.wait_for_function("() => document.documentElement.lang === 'en'")
    found = []

    def listen(step: str) -> None:
        found.extend(faults(page, step))

    listen("choose")
    choose(page)
    fill_example(page)
    page.evaluate("document.querySelectorAll('.label-wrap:not(.open)').forEach(one => one.click())")
    page.wait_for_timeout(300)
    listen("brief")
    page.click("#make")
    settled(page, 3)
    listen("draft")
    page.click("#onward")
    settled(page, 4)
    listen("take")
    assert found == []


# -- with a model ------------------------------------------------------------------------------------------------------


def asked(page: Any) -> None:
    choose(page)
    fill_example(page)
    page.click("#make")
    settled(page, 3)
    page.wait_for_selector("#agree:visible")


def test_before_the_first_call_the_person_sees_what_is_sent_and_says_yes(
    sit: Sit, lab_with_model: Running, scripted: Server
) -> None:
    page = sit(lab_with_model)
    before = len(scripted.asked)
    asked(page)
    assert "42 ग्रामों" in page.locator("#consent").inner_text()
    assert len(scripted.asked) == before
    shown = page.locator("#consent pre").all_text_contents()
    scripted.play(chatty(PROSE))
    page.click("#agree")
    holds(page, "#editor textarea", "11 ग्रामों में हैंडपंप सूख गए हैं।")
    page.wait_for_selector("#onward:visible")
    sent = [message["content"] for message in scripted.asked[-1].body["messages"]]
    assert sorted(sent) == sorted(shown)
    text = editor(page).input_value()
    assert not re.search(r"Sure|hope|\*\*|```|महोदय|भवदीय", text)
    holds(page, "#desk", "यह पाठ मॉडल ने लिखा है")
    editor(page).press("Control+End")
    editor(page).type(" सुधार।")
    holds(page, "#desk", "आपने इसमें सुधार किया है")


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_that_the_model_is_writing_is_in_sight(
    sit: Sit, lab_with_model: Running, scripted: Server, width: int, height: int
) -> None:
    page = sit(lab_with_model, width, height)
    asked(page)
    scripted.play(slow(PROSE, 0.2))
    page.click("#agree")
    page.wait_for_selector("#stop:visible")
    line = page.locator("#status p", has_text="मॉडल लिख रहा है").bounding_box()
    assert line["y"] > 0
    assert line["y"] + line["height"] < height
    holds(page, "#editor textarea", "विषयांतर्गत")
    page.click("#stop")
    page.wait_for_selector("#onward:visible")


def test_stop_keeps_what_has_come(sit: Sit, lab_with_model: Running, scripted: Server) -> None:
    page = sit(lab_with_model)
    asked(page)
    scripted.play(slow(PROSE * 5, 0.05))
    page.click("#agree")
    holds(page, "#editor textarea", "जिले के 42")
    assert page.locator("#onward:visible").count() == 0
    page.click("#stop")
    page.wait_for_selector("#onward:visible")
    kept = editor(page).input_value()
    assert "जिले के 42" in kept
    assert scripted.asked[-1].left_early.wait(3)
    page.reload()
    settled(page, 3)
    assert editor(page).input_value().startswith(kept)
    assert editor(page).is_editable()
    assert "रुक गया" not in page.inner_text("#notice")


def test_that_a_text_is_half_stays_known_after_a_reload(sit: Sit, lab_with_model: Running, scripted: Server) -> None:
    page = sit(lab_with_model)
    asked(page)
    half = PROSE.split("\n\n", maxsplit=1)[0] + "\n\nइस हेतु ग्राम पंचायत ने"
    scripted.play(Script(half, end="drop"))
    page.click("#agree")
    holds(page, "#findings", "पाठ वाक्य के बीच में रुक गया है")
    page.reload()
    settled(page, 3)
    holds(page, "#notice", "बीच में रुक गया")
    holds(page, "#findings", "पाठ वाक्य के बीच में रुक गया है")
    page.locator("#ledger [data-act=insert]").first.click()  # nothing is written into the stump
    page.wait_for_function(
        "half => document.querySelector('#editor textarea').value.split('\\n').includes(half)", arg="इस हेतु ग्राम पंचायत ने"
    )


def test_a_reload_in_mid_draft_keeps_what_has_come(sit: Sit, lab_with_model: Running, scripted: Server) -> None:
    page = sit(lab_with_model)
    asked(page)
    scripted.play(slow(PROSE * 5, 0.05))
    page.click("#agree")
    holds(page, "#editor textarea", "जिले के 42 ग्रामों में")
    time.sleep(1.2)
    page.reload()
    settled(page, 3)
    assert "जिले के 42 ग्रामों में" in editor(page).input_value()
    holds(page, "#notice", "बीच में रुक गया")
    holds(page, "#notice", "जो आया वह सुरक्षित है")
    page.click("#notice [data-press=plain]")
    holds(page, "#desk", "बिना मॉडल के बना है")
    assert "रुक गया" not in page.inner_text("#notice")


@pytest.mark.parametrize(
    ("script", "words"), [(cut, "बीच में रुक गया"), (lambda text: silent(text, after=6), "उत्तर नहीं आया")]
)
def test_a_model_that_dies_in_mid_sentence_loses_nothing(
    sit: Sit, lab_with_model: Running, scripted: Server, script: Callable[[str], Any], words: str
) -> None:
    page = sit(lab_with_model)
    asked(page)
    scripted.play(script(PROSE))
    page.click("#agree")
    holds(page, "#notice", words)
    holds(page, "#notice", "जो आया वह सुरक्षित है")
    page.wait_for_selector("#plain:visible")
    assert "उपर्युक्त" in editor(page).input_value()
    page.click("#plain")
    holds(page, "#desk", "बिना मॉडल के बना है")
    page.click("#undo")
    page.wait_for_function(
        "words => !document.querySelector('#editor textarea').value.includes(words)",
        arg="इनमें से 11 ग्रामों में हैंडपंप पूरी तरह",
    )


def test_a_model_that_says_nothing_leaves_a_draft_all_the_same(
    sit: Sit, lab_with_model: Running, scripted: Server
) -> None:
    from tests.scripted_server import failing

    page = sit(lab_with_model)
    asked(page)
    scripted.play(failing(401))
    page.click("#agree")
    holds(page, "#notice", "मॉडल")
    holds(page, "#editor textarea", "42 ग्रामों")
    holds(page, "#desk", "बिना मॉडल के बना है")
