"""With a model: what nobody gave is marked as it comes and mended at one click, changes are taken or refused, a letter fills the boxes."""

from assistant.forms.template import BLANK
from assistant.language.to_krutidev import to_krutidev
from tests.scripted_server import Server, failing, plain, slow
from tests.ui.conftest import Running
from tests.ui.test_walk import Sit, box, choose, editor, fill_example, holds, settled

LETTER = (
    "कार्यालय आयुक्त, भोपाल संभाग\nक्रमांक 1422/राजस्व/2026 दिनांक 12.11.2026\nप्रति,\nकलेक्टर, सीहोर\nविषय :- फसल क्षति के संबंध में।\nमहोदय,\n"
    "फसल क्षति की सूचना प्राप्त हुई है। प्रभावित ग्रामों की सूची दिनांक 20.11.2026 तक उपलब्ध कराएँ।\nभवदीय,\nआयुक्त"
)
INVENTED = (
    "Sure! Here's your letter:\n\nउपर्युक्त विषयांतर्गत लेख है कि जिले के 42 ग्रामों में जल स्तर नीचे गया है। राजस्व नियम 17(4) के अनुसार 11 ग्रामों में "
    "हैंडपंप सूख गए हैं। ग्रामवार सूची संलग्न है।\n\nअतः अनुरोध है कि टैंकर दिनांक 27.02.2026 तक उपलब्ध कराए जाएँ।"
)
WORDS = "यह तथ्य किसी ने नहीं दिया है। आप मूल काग़ज़ से मिला लीजिए और ठीक लिखिए।"
AGAIN = "इनमें से 11 ग्रामों में हैंडपंप सूख गए हैं।"


def test_a_second_reading_is_ticked_anew_and_puts_in_what_is_new(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    choose(page)
    page.click("#coach button")
    ticks = page.locator("#told input[type=checkbox]")

    def read(paper: str, words: str) -> None:
        box(page, "coach-paper").fill(paper)
        page.click("#coach [data-coach=read]")
        holds(page, "#told", words)
        assert all(tick.is_checked() for tick in ticks.all())
        page.click("#told [data-fill]")
        page.wait_for_function("() => !document.querySelector('#told input:checked')")

    read("छत टपक रही है।", "छत टपक रही है")
    page.locator("#told li[data-asks]:not([hidden]) textarea").fill("प्राचार्य, आष्टा")
    read(LETTER, "फसल क्षति के संबंध में")
    assert "हर माँग के आगे अपना उत्तर लिखिए" in page.locator("#told").inner_text()
    assert box(page, "subject").input_value() == "फसल क्षति के संबंध में"
    assert box(page, "points").input_value() == f"छत टपक रही है\nप्रभावित ग्रामों की सूची: {BLANK}"
    # What was answered meanwhile isn't asked once more; the subject that came from the letter is corrected with it.
    box(page, "points").fill("प्रभावित ग्रामों की सूची: संलग्न")
    read(LETTER.replace("क्षति के संबंध", "हानि के संबंध"), "फसल हानि")
    assert box(page, "subject").input_value() == "फसल हानि के संबंध में"
    assert box(page, "points").input_value() == "प्रभावित ग्रामों की सूची: संलग्न"


def test_a_model_that_invents_is_caught_in_the_act_and_mended_click_by_click(
    sit: Sit, lab_with_model: Running, scripted: Server
) -> None:
    page = sit(lab_with_model)
    choose(page)
    # A letter that is to be answered fills the boxes, though its file is in an old font; only what is missing is asked.
    page.click("#coach button")
    old = {"name": "letter.txt", "mimeType": "text/plain", "buffer": to_krutidev(LETTER).encode()}
    page.set_input_files("#coach-file", old)
    page.click("#hindi-legacy .main")
    page.click("#told [data-fill]")
    page.wait_for_selector("#told li[data-asks]:not([hidden])")
    assert box(page, "subject").input_value() == "फसल क्षति के संबंध में"
    assert "1422/राजस्व/2026" in box(page, "references").input_value()
    assert page.locator("#told li[data-asks]:not([hidden])").count() == 1
    page.locator("#told li[data-asks]:not([hidden]) textarea").fill("आधा उत्तर")
    asked_for = page.locator("#told li[data-asks]:not([hidden])").get_attribute("data-asks")
    assert box(page, asked_for).input_value() == "आधा उत्तर"
    # The example takes its place at once: what was in the boxes before is not laid over it by a later save.
    fill_example(page)
    page.wait_for_function("() => document.querySelector('#box-points textarea').value.includes('42')")
    page.click("#make")
    settled(page, 3)
    page.wait_for_selector("#agree:visible")
    # What nobody gave is marked in the draft while it comes.
    scripted.play(slow(INVENTED, 0.04))
    page.click("#agree")
    page.wait_for_selector("#stop:visible")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.behind mark')].some(one => one.textContent.includes('17(4)'))"
    )
    page.wait_for_selector("#ledger [data-act=again]")
    # A finding is explained in its card, in the model's words and named as such; the draft stays as it is.
    old = editor(page).input_value()
    scripted.play(plain(WORDS))
    page.locator("#findings [data-act=explain]").first.click()
    holds(page, "#findings .explained", "ये मॉडल के शब्द हैं")
    assert WORDS in page.locator("#findings .explained").first.inner_text()
    assert editor(page).input_value() == old
    # The sentence is written again, and only that; nothing new is sent, so nobody is asked first.
    scripted.play(plain(AGAIN))
    page.locator("#ledger tr.added", has_text="17(4)").locator("[data-act=again]").click()
    holds(page, "#editor textarea", AGAIN)
    assert "17(4)" not in editor(page).input_value()
    assert "42 ग्रामों" in editor(page).input_value()
    # The wrong date gives way to the right one, the fact left out gets its place.
    page.locator("#ledger tr.changed [data-act=apply]").first.click()
    holds(page, "#editor textarea", "25.02.2026")
    page.locator("#ledger [data-act=insert]").click()
    holds(page, "#editor textarea", "7 टैंकर")
    # A wish in own words is shown as it will be sent; each change is taken or refused.
    old = editor(page).input_value()
    scripted.play(plain(old.replace("उपर्युक्त", "कृपया उपर्युक्त").replace("अतः अनुरोध", "अतः विनम्र अनुरोध", 1)))
    page.locator("#wish textarea, #wish input").fill("और विनम्र; मोबाइल 98930 12345 न लिखें")
    asked = len(scripted.asked)
    page.click("#wish-ask")
    page.wait_for_selector("#changes [data-run=send]")
    assert "98930" not in page.locator("#changes pre").first.inner_text()
    assert len(scripted.asked) == asked
    page.click("#changes [data-run=send]")
    page.wait_for_selector("#changes [data-take]")
    page.locator("#changes [data-refuse]").first.click()
    page.locator("#changes [data-take]").first.click()
    holds(page, "#editor textarea", "अतः विनम्र अनुरोध")
    assert "कृपया उपर्युक्त" not in editor(page).input_value()
    # The same paper in the other language: what stands outside of the text is asked for, the text is the model's to write.
    page.click("#wishes [data-form]")
    settled(page, 2)
    holds(page, "#notice", "आपका पाठ मॉडल इस भाषा में लिखेगा")
    page.click("#make")
    settled(page, 3)
    assert "अतः विनम्र अनुरोध" in page.locator("#consent pre").first.inner_text()
    scripted.play(failing(500), failing(500))
    page.click("#agree")
    holds(page, "#notice", "यहाँ का प्रारूप मॉडल के बिना बना है")
    assert page.locator("#notice a[data-box=points]").count() == 1
