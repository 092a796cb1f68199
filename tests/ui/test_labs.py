"""The labs in a real browser: the map, an exercise of each kind, the mark with its places, and what is kept."""

import io
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.scripted_server import Server, plain, silent, slow
from tests.ui.conftest import Running, faults, running
from tests.ui.test_walk import PROSE, editor, holds, saved

Sit = Callable[..., Any]
CONTENT = str(Path(__file__).parent / "content")
HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)> {{7*7}} ${1+1}"
MODEL_ANSWER = "भौतिक सत्यापन पूरा हो चुका है"
"""Words that stand in the repair's model answer alone."""


@pytest.fixture(scope="module")
def labs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server without a model, with a small lab before the others."""
    with running(tmp_path_factory.mktemp("labs"), EDAKSH_CONTENT=CONTENT) as server:
        yield server


@pytest.fixture(scope="module")
def labs_with_model(tmp_path_factory: pytest.TempPathFactory, scripted: Server) -> Iterator[Running]:
    home = tmp_path_factory.mktemp("labs-with-model")
    with running(
        home, EDAKSH_CONTENT=CONTENT, OPENAI_BASE_URL=scripted.url, EDAKSH_MODEL="openai:scripted",
        EDAKSH_MODEL_TIMEOUT="4",
    ) as server:  # fmt: skip
        yield server


def arrived(page: Any) -> None:
    """Waits until a page of the labs is whole: its script gives it the whole title once all has come."""
    page.wait_for_selector("#map h1, #head h1")
    page.wait_for_function("() => document.title.includes(' · ')")


def opened(page: Any, server: Running, exercise: str = "") -> None:
    page.goto(f"{server.url}labs{f'?at={exercise}' if exercise else ''}")
    arrived(page)


def hand_in(page: Any) -> str:
    """Hands in and waits for the new mark; its heading."""
    before = page.evaluate("document.querySelector('#findings [data-handed]')?.dataset.handed || ''")
    page.click("#hand-in")
    page.wait_for_function(
        "was => { const now = document.querySelector('#findings [data-handed]'); return now && now.dataset.handed !== was; }",
        arg=before,
    )
    page.wait_for_timeout(250)
    heading: str = page.locator("#findings h2").inner_text()
    return heading


def put(page: Any, old: str, new: str) -> None:
    """Mends the answer: other words in the place of some."""
    text = editor(page).input_value()
    assert old in text
    editor(page).fill(text.replace(old, new))


def english(page: Any) -> None:
    page.click("#switch")
    page.wait_for_function("() => document.documentElement.lang === 'en'")


def row(page: Any, exercise: str) -> str:
    text: str = page.locator(f"[data-exercise='{exercise}']").inner_text()
    return text


def test_a_trainee_does_a_whole_small_lab_in_hindi_without_a_model(sit: Sit, labs: Running) -> None:
    page = sit(labs)
    page.locator("#pages a", has_text="अभ्यास").click()
    arrived(page)
    assert "छोटा अभ्यास › दो प्रश्न" in page.locator(".next").inner_text()
    page.locator(".next a", has_text="शुरू करें").click()
    arrived(page)

    # A quiz: one answer wrong, its reason, then all right.
    page.check("#figure-1")
    page.check("#never-1")
    page.check("#never-2")
    assert "अभी नहीं" in hand_in(page)
    holds(page, "#quiz", "मॉडल नहीं गिनता")
    assert "काग़ज़ ही प्रमाण है" not in page.locator("#quiz").inner_text()  # the right answer isn't given away
    page.locator("[data-question=figure]").click()
    page.wait_for_function("() => document.activeElement.name === 'figure'")
    page.check("#figure-2")
    assert "उत्तीर्ण" in hand_in(page)
    assert page.evaluate("document.activeElement.tagName") == "H2"
    holds(page, "#findings", "पिछली बार 50")
    for reason in ("मॉडल नहीं गिनता", "काग़ज़ ही प्रमाण है", "यह तो देनी ही है"):
        holds(page, "#quiz", reason)
    page.click("#onward")
    page.wait_for_url("**at=camp-repair")
    arrived(page)

    # A repair: a machine's letter, one fault mended first, then the other, led there by the mark.
    holds(page, "#task", "कमियाँ जान-बूझकर रखी गई हैं")
    put(page, "72", "27")
    assert "अभी नहीं" in hand_in(page)
    card = page.locator("#findings .finding", has_text="मंगलवार").first
    card.locator("[data-act=go]").click()
    chosen = "(() => { const t = document.querySelector('#editor textarea'); return t.value.slice(t.selectionStart, t.selectionEnd); })()"
    assert "बुधवार" in page.evaluate(chosen)
    assert card.locator("[data-act=apply], [data-act=leave]").count() == 0  # to mend it is the exercise
    assert MODEL_ANSWER not in page.content()
    put(page, "बुधवार", "मंगलवार")
    assert "उत्तीर्ण" in hand_in(page)
    page.locator("#findings summary", has_text="एक अच्छा उत्तर").click()
    holds(page, "#findings", MODEL_ANSWER)
    page.locator("#tries summary").click()
    page.locator("[data-try]").first.click()
    page.wait_for_selector("#compared ins")
    assert "मंगलवार" in page.locator("#compared .sent ins").inner_text()
    assert "बुधवार" in page.locator("#compared .sent del").inner_text()
    page.click("#onward")
    page.wait_for_url("**at=roof-letter")
    arrived(page)

    # A draft: the assistant writes, something is missing in it, the trainee adds it.
    page.click("#draft")
    holds(page, "#badge", "सहायक के प्रारूप")
    assert "3 कक्षों" in editor(page).input_value()
    assert "अभी नहीं" in hand_in(page)
    holds(page, "#findings", "कब तक चाहिए")
    page.click("#hand-in")  # as it was: no attempt
    holds(page, "#notice", "यही उत्तर आप जमा कर चुके हैं")
    put(page, "भवदीय", "कृपया प्राक्कलन दिनांक 10.06.2026 तक भेजें।\n\nभवदीय")
    assert "उत्तीर्ण" in hand_in(page)
    assert page.locator("#onward").inner_text() == "सब अभ्यास देखें"
    page.click("#onward")
    page.wait_for_url("**/labs")
    arrived(page)
    assert "पूरा: 3 में से 3 उत्तीर्ण" in page.locator("[data-lab=small]").inner_text()
    assert "✓ उत्तीर्ण · 100 अंक" in row(page, "two-questions")
    assert "पहला पत्र" in page.locator(".next").inner_text()


def test_a_reload_in_the_middle_of_typing_keeps_every_word(sit: Sit, labs: Running) -> None:
    page = sit(labs)
    opened(page, labs, "roof-letter")
    editor(page).type("आधा लिखा वाक्य")
    page.reload()
    arrived(page)
    assert editor(page).input_value() == "आधा लिखा वाक्य"
    editor(page).press("End")
    editor(page).type(" और आगे")
    page.locator("#pages a", has_text="काग़ज़ लिखें").click()
    page.wait_for_selector("#steps [aria-current]")
    page.go_back()
    arrived(page)
    assert editor(page).input_value() == "आधा लिखा वाक्य और आगे"
    page.locator(".way a").click()
    page.wait_for_url("**/labs")
    arrived(page)
    assert "शुरू किया है" in row(page, "roof-letter")
    assert "शाला की छत" in page.locator(".next").inner_text()
    page.locator(".next a").click()
    arrived(page)
    assert editor(page).input_value() == "आधा लिखा वाक्य और आगे"


def test_choices_of_a_quiz_and_a_change_of_language_keep_what_was_done(sit: Sit, labs: Running) -> None:
    page = sit(labs)
    opened(page, labs, "two-questions")
    page.check("#figure-2")
    page.check("#never-1")
    english(page)
    holds(page, "#quiz legend", "What do you never give a model?")
    assert page.is_checked("#figure-2")
    assert page.is_checked("#never-1")
    saved(page)
    page.reload()
    arrived(page)
    assert page.is_checked("#figure-2")
    assert page.is_checked("#never-1")
    assert not page.is_checked("#never-2")


def test_nothing_written_is_no_attempt_and_is_told_in_one_sentence(sit: Sit, labs: Running) -> None:
    page = sit(labs)
    for exercise, words in (
        ("roof-letter", "अभी कुछ नहीं लिखा है"),
        ("two-questions", "उत्तर चुनना बाक़ी है: 1, 2"),
        ("camp-repair", "यह वही पाठ है जो मिला था"),
    ):
        opened(page, labs, exercise)
        page.click("#hand-in")
        holds(page, "#notice", words)
        assert page.locator("#findings h2, #tries li").count() == 0


def test_hints_come_one_at_a_time(sit: Sit, labs: Running) -> None:
    page = sit(labs)
    opened(page, labs, "camp-repair")
    assert "वार कैलेंडर" not in page.content()
    page.locator("#hint", has_text="1/2").click()
    holds(page, ".hints", "हर संख्या मिलाइए")
    assert "वार कैलेंडर" not in page.content()
    page.locator("#hint", has_text="2/2").click()
    holds(page, ".hints", "वार कैलेंडर")
    page.wait_for_selector("#hint", state="hidden")


def test_an_answer_written_in_word_is_taken_in_and_what_stood_there_can_be_had_back(
    sit: Sit, labs: Running, tmp_path: Path
) -> None:
    page = sit(labs)
    opened(page, labs, "roof-letter")
    editor(page).fill("पहले यह लिखा था")
    paper = docx.Document()
    for line in ("प्रति,", "कार्यपालन यंत्री", f"विषय :- छत {HOSTILE}"):
        paper.add_paragraph(line)
    content = io.BytesIO()
    paper.save(content)
    file = {"name": "उत्तर.docx", "mimeType": "application/octet-stream", "buffer": content.getvalue()}
    page.set_input_files("#docx", file)
    page.wait_for_function("() => document.querySelector('#editor textarea').value.includes('कार्यपालन यंत्री')")
    assert HOSTILE in editor(page).input_value()
    page.reload()
    arrived(page)
    assert "कार्यपालन यंत्री" in editor(page).input_value()
    page.click("#undo")
    page.wait_for_function("() => document.querySelector('#editor textarea').value === 'पहले यह लिखा था'")
    page.set_input_files("#docx", file | {"buffer": b"no Word file at all"})
    holds(page, "#saved", "Word की यह फ़ाइल पढ़ी नहीं जा सकी")
    assert editor(page).input_value() == "पहले यह लिखा था"
    page.set_input_files("#docx", file)
    page.wait_for_function("() => document.querySelector('#editor textarea').value.includes('कार्यपालन यंत्री')")
    assert "पढ़ी नहीं जा सकी" not in page.inner_text("body")


def test_what_looks_like_code_in_an_answer_is_only_text(sit: Sit, labs: Running) -> None:
    page = sit(labs)
    alarms: list[str] = []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    opened(page, labs, "camp-repair")
    put(page, "महोदय,", f"महोदय, {HOSTILE} \"><b id='mine'>")
    hand_in(page)
    put(page, "72", "27")
    hand_in(page)
    page.evaluate("document.querySelectorAll('#exercise details').forEach(one => one.open = true)")
    page.locator("[data-try]").last.click()
    page.wait_for_selector("#compared .sent")
    holds(page, "#compared", "<script>alert(1)</script>")
    holds(page, "#compared", "{{7*7}} ${1+1}")
    assert page.locator("#mine").count() == 0
    page.locator("[data-bring]").click()
    page.wait_for_function("() => document.querySelector('#editor textarea').value.includes('72 हितग्राहियों')")
    assert HOSTILE in editor(page).input_value()
    assert alarms == []


def test_the_next_person_sees_nothing_of_the_one_before(sit: Sit, labs: Running) -> None:
    page = sit(labs)
    opened(page, labs, "roof-letter")
    secret = "गुप्त-शब्द-7391"
    editor(page).fill(secret)
    hand_in(page)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    page.click("#leave button")
    page.wait_for_selector("#steps [aria-current]")
    assert "अभ्यास के अंक" in asked[0]
    page.go_back()
    page.wait_for_timeout(1200)
    assert secret not in page.content()
    opened(page, labs)
    assert secret not in page.content()
    assert page.locator(".labs .done").count() == 0
    assert "अंक" not in page.locator("#map").inner_text().partition("जितनी बार")[2]
    opened(page, labs, "roof-letter")
    assert editor(page).input_value() == ""
    assert page.locator("#findings h2, #tries li").count() == 0


def test_what_was_written_of_an_exercise_in_two_tabs_is_all_there(sit: Sit, labs: Running) -> None:
    first = sit(labs)
    opened(first, labs, "roof-letter")
    editor(first).type("पहली खिड़की")
    saved(first)
    second = first.context.new_page()
    opened(second, labs, "roof-letter")
    assert editor(second).input_value() == "पहली खिड़की"
    editor(second).press("Control+End")
    editor(second).type(", अब दूसरी")
    saved(second)
    editor(first).press("Control+End")
    editor(first).type(" से")
    holds(first, "#saved", "दूसरी खिड़की में खुला है")
    first.click("#hand-in")
    holds(first, "#notice", "दूसरी खिड़की में खुला है")
    first.click("#notice button")
    holds(first, "#saved", "पिछला पाठ वापस लाएँ")
    assert editor(first).input_value() == "पहली खिड़की से"
    first.click("#undo")
    first.wait_for_function("() => document.querySelector('#editor textarea').value === 'पहली खिड़की, अब दूसरी'")


def test_an_exercise_that_is_not_there_leads_to_the_map(sit: Sit, labs: Running) -> None:
    page = sit(labs)
    opened(page, labs, "no-such-thing%3Cb%3E")
    holds(page, "#notice", "यह अभ्यास अब नहीं है")
    page.locator("#map h1").wait_for()


def test_a_quiz_can_be_done_without_a_mouse(sit: Sit, labs: Running) -> None:
    page = sit(labs)
    opened(page, labs, "two-questions")
    page.focus("#figure-1")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.focus("#hand-in")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.matches('#findings h2')")
    assert "100 अंक · उत्तीर्ण" in page.locator("#findings h2").inner_text()


@pytest.mark.parametrize(("language", "width", "height"), [("hi", 1366, 768), ("en", 390, 844)])
def test_nothing_is_cut_off_and_a_screen_reader_can_follow_it(
    sit: Sit, labs: Running, language: str, width: int, height: int
) -> None:
    page, found = sit(labs, width, height), []

    def look(step: str) -> None:
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        page.wait_for_timeout(150)
        wide = page.evaluate(
            """() => [...document.querySelectorAll('main *')].filter(one => one.offsetParent !== null
                && !one.closest('.unseen') && one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 80))"""
        )
        found.extend(f"{step} too wide: {one}" for one in wide)
        other = page.evaluate(
            """english => [...document.querySelectorAll('main :is(button, a, summary, h1, h2, h3, legend, th, label, dt, .state, .about)')]
                .filter(one => one.offsetParent !== null && !one.closest('#switch, .acts dl')).map(one => one.innerText)
                .filter(text => english ? /^[\\u0900-\\u097f ]+$/.test(text) : /[A-Za-z]{3}/.test(text.replace('Word', '')))""",
            language == "en",
        )
        found.extend(f"{step} in the other language: {one}" for one in other)
        found.extend(faults(page, step))

    opened(page, labs)
    if language == "en":
        english(page)
    look("map")
    opened(page, labs, "camp-repair")
    look("exercise")
    put(page, "72", "27")
    hand_in(page)
    page.locator("[data-try]").first.evaluate("one => one.click()")
    page.wait_for_selector("#compared h3")
    look("mark")
    opened(page, labs, "two-questions")
    page.check("#figure-1")
    page.check("#never-1")
    hand_in(page)
    look("quiz")
    assert found == []


# -- with a model ------------------------------------------------------------------------------------------------------


def test_a_model_writes_the_draft_after_a_yes_and_what_was_typed_can_be_had_back(
    sit: Sit, labs_with_model: Running, scripted: Server
) -> None:
    page = sit(labs_with_model)
    opened(page, labs_with_model, "roof-letter")
    editor(page).fill("मेरा लिखा")
    before = len(scripted.asked)
    page.click("#draft")
    page.wait_for_selector("#agree:visible")
    assert "3 कक्षों" in page.locator("#consent").inner_text()
    assert len(scripted.asked) == before
    scripted.play(slow(PROSE * 5, 0.05))
    page.click("#agree")
    page.wait_for_function("() => document.querySelector('#editor textarea').value.includes('42 ग्रामों')")
    assert not editor(page).is_editable()
    page.click("#stop")
    page.wait_for_selector("#hand-in:visible")
    holds(page, "#badge", "मॉडल के लिखे प्रारूप से शुरू हुआ, जो बीच में रुक गया")
    page.wait_for_function("() => !document.querySelector('#editor textarea').disabled")
    assert "42 ग्रामों" in editor(page).input_value()
    page.click("#undo")
    page.wait_for_function("() => document.querySelector('#editor textarea').value === 'मेरा लिखा'")


def test_a_draft_that_a_reload_cuts_keeps_what_has_come_and_is_not_called_whole(
    sit: Sit, labs_with_model: Running, scripted: Server
) -> None:
    page = sit(labs_with_model)
    for script, told in (
        (slow(PROSE * 5, 0.05), "प्रारूप से शुरू हुआ, जो बीच में रुक गया"),
        (slow(PROSE, 0.001), "प्रारूप से शुरू हुआ। जमा करने से पहले"),
    ):
        opened(page, labs_with_model, "roof-letter")
        page.click("#draft")
        page.wait_for_selector("#agree:visible")
        scripted.play(script)
        page.click("#agree")
        page.wait_for_function("() => document.querySelector('#editor textarea').value.includes('42 ग्रामों')")
        time.sleep(1.2)
        page.reload()
        page.wait_for_selector("#hand-in:visible")
        assert "42 ग्रामों" in editor(page).input_value()
        holds(page, "#badge", told)


def test_an_instruction_goes_to_the_model_only_after_a_yes_and_its_answer_is_shown_as_text(
    sit: Sit, labs_with_model: Running, scripted: Server
) -> None:
    page = sit(labs_with_model)
    opened(page, labs_with_model, "letter-prompt")
    instruction = "कार्यपालन यंत्री को पत्र लिखो कि ग्राम ढाबला में 85 परिवार प्रभावित हैं।"
    editor(page).fill(instruction)
    before = len(scripted.asked)
    hand_in(page)
    assert len(scripted.asked) == before
    editor(page).fill(f"{instruction} हिन्दी में।")
    page.check("#agreed input")
    scripted.always = plain(f"महोदय, यह उत्तर है। {HOSTILE}")
    try:
        hand_in(page)
        holds(page, "#said", f"यह उत्तर है। {HOSTILE}")
        asked = scripted.asked[-1].body["messages"]
        assert [one["content"] for one in asked] == [f"{instruction} हिन्दी में।"]
        seen = len(scripted.asked)
        editor(page).fill(f"{instruction} श्री रमेश का आधार 2345 6789 0124, मोबाइल 98260 12345 है।")
        hand_in(page)
        holds(page, "#notice", "निजी जानकारी")
        assert len(scripted.asked) == seen
    finally:
        scripted.always = plain("")


def test_a_silent_model_loses_nothing_and_the_mark_is_there_all_the_same(
    sit: Sit, labs_with_model: Running, scripted: Server
) -> None:
    page = sit(labs_with_model)
    opened(page, labs_with_model, "roof-letter")
    page.click("#draft")
    page.wait_for_selector("#agree:visible")
    scripted.play(silent())
    page.click("#agree")
    holds(page, "#notice", "मॉडल से")
    page.wait_for_function("() => document.querySelector('#editor textarea').value.includes('3 कक्षों')")
    page.check("#agreed input")
    scripted.always = plain("not a verdict")
    try:
        hand_in(page)
    finally:
        scripted.always = plain("")
    page.locator("#findings summary", has_text="कसौटीवार").click()
    holds(page, "#findings table", "नहीं जाँची गई")

    # What a remark means the model says after a yes, in its card; the answer stays as it is.
    page.uncheck("#agreed input")
    put(page, "3 कक्षों", "4 कक्षों")
    hand_in(page)
    answer, asked = editor(page).input_value(), len(scripted.asked)
    page.locator("#findings [data-act=explain]").first.click()
    page.wait_for_selector(".explained [data-run=send]")
    assert len(scripted.asked) == asked
    scripted.play(plain("आप यहाँ वह संख्या देखिए जो तथ्यों में दी गई है, ताकि राशि का हिसाब उसी से हो सके।"))
    page.locator(".explained [data-run=send]").first.click()
    holds(page, ".explained", "राशि का हिसाब उसी से")
    assert editor(page).input_value() == answer
