"""Hindi typed in Latin letters, in a real browser: what the page makes of it, and what it leaves alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant.language.typed import to_devanagari
from tests.language.test_roman import NAMES, PAIRS, SHORT
from tests.ui.conftest import Running
from tests.ui.test_labs import opened
from tests.ui.test_walk import box, choose, editor, saved, settled

Sit = Callable[..., Any]
OFFICE = Path(__file__).parent.parent / "language" / "office.roman.txt"
TYPED = (
    ("peyjal vyavastha ke sambandh me ", "पेयजल व्यवस्था के संबंध में "),
    ("jile ke 42 gramon me pani nhi hai. ", "जिले के 42 ग्रामों में पानी नहीं है। "),
    ("karyalay,vibhag (jila) ", "कार्यालय,विभाग (जिला) "),
    ("SDM MP04CA1234 ramesh@example.in 25.02.2026 ", "SDM MP04CA1234 ramesh@example.in 25.02.2026 "),
    ("kripya monthly report bhejen. ", "कृपया monthly report भेजें। "),
    ("जिला panchayat ", "जिला पंचायत "),
    ("(Wi-Fi) WhatsApp,DigiLocker MPeB e-KYC hetu ", "(वाई-फाई) व्हाट्सएप,डिजिलॉकर MPeB ई-केवाईसी हेतु "),
    ("The meeting is on Monday. ", "The meeting is on Monday. "),
    ("gaon B-12/3 se 2 km dur hai. koi nhi aaya.\n", "गाँव B-12/3 से 2 किमी दूर है। कोई नहीं आया।\n"),
)
"""What the keys write, and what stands in the box then."""


def test_what_is_typed_in_latin_letters_becomes_hindi_and_one_can_always_have_it_otherwise(lab: Running, sit: Sit):
    page = sit(lab)
    choose(page)
    page.wait_for_function("() => roman.ready()")
    listed = [line for line in OFFICE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    spellings = [spelling for line in listed for spelling in line.split(":")[0].split()]
    spellings += [f"{name.partition(':')[0]} ke" for name in (NAMES + PAIRS).split()]
    spellings += [typed for typed, _ in SHORT]
    by_page = page.evaluate("words => words.map(roman.convert)", spellings)
    assert by_page == [to_devanagari(spelling) for spelling in spellings]

    points = box(page, "points")
    points.click()
    for keys, meant in (*TYPED, *((f"{typed} ", f"{meant} ") for typed, meant in SHORT)):
        page.keyboard.type(keys)
        assert points.input_value() == meant
        points.fill("")
    page.keyboard.type("kam")
    page.wait_for_selector("#hindi-list [role=option]")
    words = page.locator("#hindi-list [role=option] span").all_inner_texts()
    assert words[:2] == ["कम", "काम"]
    page.keyboard.press("2")
    assert points.input_value() == words[1]
    page.keyboard.type(" kam ")
    assert points.input_value() == f"{words[1]} {words[1]} "  # chosen once, it comes first from then on
    page.keyboard.press("Backspace")
    assert points.input_value() == f"{words[1]} kam"
    page.keyboard.type(" pani")
    page.keyboard.press("Escape")
    page.keyboard.type(" ")
    assert points.input_value() == f"{words[1]} kam pani "
    points.fill("")
    page.keyboard.type("jila")
    page.keyboard.press("Enter")
    assert points.input_value() == "जिला\n"
    page.keyboard.type("kam")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert points.input_value() == f"जिला\n{words[0]}"  # the word that was chosen, and no new line
    page.keyboard.press("Home")
    page.keyboard.type("ka")
    page.wait_for_selector("#hindi-list:not([hidden])")
    page.keyboard.press("ArrowLeft")
    assert not page.is_visible("#hindi-list")
    points.fill("जिला\n")
    page.keyboard.press("F2")
    page.keyboard.type("pani ")
    assert points.input_value() == "जिला\npani "
    saved(page)

    box(page, "subject").click()  # another box has a switch of its own
    page.keyboard.type("pani ")
    assert box(page, "subject").input_value() == "पानी "
    assert page.evaluate("localStorage.length") > 0
    page.once("dialog", lambda dialog: dialog.accept())
    page.click("#leave button")
    page.wait_for_selector("#form-letter")
    assert page.evaluate("localStorage.length") == 0


def test_a_phones_keyboard_that_names_no_keys_is_read_as_any_other(lab: Running, sit: Sit):
    page = sit(lab)
    choose(page)
    page.wait_for_function("() => roman.ready()")
    points, devtools = box(page, "points"), page.context.new_cdp_session(page)
    points.click()

    def key(way: str, **what: Any) -> None:
        devtools.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "windowsVirtualKeyCode": 229, "key": "Process"})
        devtools.send(f"Input.{way}", what)
        devtools.send("Input.dispatchKeyEvent", {"type": "keyUp", "windowsVirtualKeyCode": 229, "key": "Process"})

    def compose(word: str) -> None:
        for end in range(1, len(word) + 1):
            key("imeSetComposition", text=word[:end], selectionStart=end, selectionEnd=end)

    compose("karyalay")
    assert points.input_value() == "karyalay"
    assert page.is_visible("#hindi-list")
    key("insertText", text="karyalay")
    key("insertText", text=" ")
    assert points.input_value() == "कार्यालय "
    compose("adhikari")
    # The word and its space at once, as when a word of the keyboard's row is touched.
    key("insertText", text="adhikari ")
    key("insertText", text="jile me")  # spoken
    key("insertText", text=",")
    for letter in "gaon hai.":
        key("insertText", text=letter)
    key("insertText", text=" ")
    assert points.input_value() == "कार्यालय अधिकारी जिले में,गाँव है। "
    points.fill("")
    compose("kam")
    page.wait_for_selector("#hindi-list:not([hidden])")
    page.click("#hindi-option-1")
    assert points.input_value() == "काम"
    key("insertText", text=" ")
    key("insertText", text="pani ")
    page.evaluate("document.execCommand('delete')")  # a phone's Backspace, too, only says that a sign is gone
    assert points.input_value() == "काम pani"
    key("insertText", text=" ")
    assert points.input_value() == "काम pani "
    key("insertText", text="ramesh@example.in MP04CA1234 ")
    assert points.input_value() == "काम pani ramesh@example.in MP04CA1234 "


def test_an_instruction_to_a_model_is_typed_in_the_language_of_the_screen(lab: Running, sit: Sit):
    page = sit(lab)
    opened(page, lab, "letter-prompt")
    page.wait_for_function("() => roman.ready()")
    typed = "from the Tehsildar Ichhawar to Executive Engineer ke liye "
    editor(page).click()
    page.keyboard.type("peyjal ice pack ")
    assert editor(page).input_value() == "पेयजल ice pack "
    editor(page).fill("")
    page.click("#switch")
    page.wait_for_function("() => document.documentElement.lang === 'en'")
    editor(page).click()
    page.keyboard.type(typed)
    assert editor(page).input_value() == typed
    page.keyboard.press("F2")
    page.keyboard.type("peyjal ")
    assert editor(page).input_value() == f"{typed}पेयजल "


def test_terms_a_keyboard_and_kruti_dev_are_at_hand(lab: Running, sit: Sit):
    page = sit(lab)
    choose(page)
    page.wait_for_function("() => roman.ready()")
    points = box(page, "points")
    points.click()
    page.keyboard.press("F8")
    page.wait_for_selector("#hindi-terms li")
    page.keyboard.type("circular")
    page.wait_for_function("() => document.querySelector('#hindi-terms li .en').textContent === 'Circular'")
    assert "गोलाकार" in page.inner_text("#hindi-terms li .wrong")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert points.input_value() == "परिपत्र"

    page.click("#hindi-open-board")
    for sign in ("क", "ा", "म"):
        page.click(f'#hindi-board button[data-sign="{sign}"]')
    assert points.input_value() == "परिपत्रकाम"

    points.fill("")
    points.click()
    pasted = "ftys ds 42 xzkeksa esa ty Lrj uhps x;k gSA\ndeo@example.in"
    page.evaluate(
        """text => {
          const data = new DataTransfer(), box = document.activeElement;
          data.setData("text/plain", text);
          if (box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})))
            document.execCommand("insertText", false, text);
        }""",
        pasted,
    )
    page.wait_for_selector("#hindi-legacy")
    assert points.input_value() == pasted  # as it is, until the person says otherwise
    page.keyboard.press("Enter")
    assert points.input_value() == "जिले के 42 ग्रामों में जल स्तर नीचे गया है।\ndeo@example.in"
    page.keyboard.press("Control+z")
    assert points.input_value() == pasted


def test_until_the_words_have_come_the_bar_does_not_say_that_it_works(lab: Running, sit: Sit):
    page = sit(lab)
    choose(page)
    stood = "monthly report bhejen"
    box(page, "points").fill(stood)
    saved(page)
    held: list[Any] = []
    page.route("**/hindi/words.json*", lambda route: held.append(route))  # noqa: PLW0108 playwright marks what it is handed
    page.reload()
    settled(page, 2)
    points, switch = box(page, "points"), page.locator("#hindi-switch")
    box(page, "subject").click()
    assert "तैयार हो रहा है" in switch.inner_text()
    page.keyboard.type("peyjal hetu")
    points.click()
    page.keyboard.press("Control+End")
    page.keyboard.type("\njile me paani")
    page.keyboard.press("Backspace")
    page.keyboard.type("i nahi")
    held[0].continue_()
    page.wait_for_function("() => roman.ready()")
    assert "चालू" in switch.inner_text()
    assert points.input_value() == f"{stood}\nजिले में पानी nahi"  # the word that is being typed is still to be chosen
    page.keyboard.type(" ")
    assert points.input_value() == f"{stood}\nजिले में पानी नहीं "
    assert box(page, "subject").input_value() == "पेयजल हेतु"
    page.unroute("**/hindi/words.json*")
    page.route("**/hindi/words.json*", lambda route: route.fulfill(status=503))
    page.reload()
    settled(page, 2)
    points.click()
    page.wait_for_function("() => document.querySelector('#hindi-switch').innerText.includes('नहीं मिली')")
