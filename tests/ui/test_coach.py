"""A letter that is brought in as a file takes the place of what was pasted, and what was pasted can be had back."""

from tests.ui.conftest import Running
from tests.ui.test_walk import Sit, box, choose, holds

PASTED = "ग्राम धामंदा का मोटर पंप खराब है। मरम्मत कराई जाए।"


def test_a_file_says_what_it_took_the_place_of_and_that_can_be_had_back(sit: Sit, lab: Running) -> None:
    page = sit(lab)
    choose(page)
    page.click("#coach button")
    file = {"name": "letter.txt", "mimeType": "text/plain", "buffer": "विषय:- पेयजल\n\nमहोदय,\n\nसूची भेजें।".encode()}
    page.set_input_files("#coach-file", file)
    holds(page, "#told", "पेयजल")
    assert page.locator("#coach .replaced").inner_text().strip() == ""  # nothing stood there
    box(page, "coach.paper").fill(PASTED)
    page.set_input_files("#coach-file", file)
    holds(page, "#coach .replaced", "जगह अब फ़ाइल का पाठ है")
    assert "पेयजल" in box(page, "coach.paper").input_value()
    page.click("#coach [data-back]")
    assert box(page, "coach.paper").input_value() == PASTED
    holds(page, "#told", "मरम्मत")
    assert page.locator("#coach [data-back]").is_hidden()
