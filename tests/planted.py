"""What no log may hold, in a brief and in all that a model's server can say: for the tests of the server's log and of the commands'."""

import json

from tests.scripted_server import Script, cut, failing, filtered, plain, unfinished, wrong

KEY = "sk-nobody-writes-this-down"
PLANTED = ("रामलाल", "3987", "98930", "ABCPL1234F", "झींगुरपुरा", KEY)
BRIEF = {
    "subject": "झींगुरपुरा की शिकायत",
    "points": [
        "श्री रामलाल यादव, आधार 3987 6543 2105, मोबाइल 98930 12345, पैन ABCPL1234F ने झींगुरपुरा में हैंडपंप खराब होने की शिकायत की",
    ],
}
ECHO = json.dumps({"error": {"message": f"Incorrect key {KEY} for रामलाल 98930 12345 झींगुरपुरा"}}, ensure_ascii=False)
TEXT = "झींगुरपुरा के श्री [NAME-1] ने मोबाइल [PHONE-1] से शिकायत की है, इस पर कार्यवाही की जाए। " * 3
GOES_WRONG = (
    failing(401, ECHO), failing(500, ECHO), failing(500, ECHO), failing(400, ECHO), failing(404, ECHO), wrong(), cut(TEXT),
    unfinished(TEXT), filtered(TEXT), Script(body="data: {झींगुरपुरा\n\n"), plain("झींगुरपुरा I'm sorry"), plain(TEXT),
)  # fmt: skip


def leaks(text: str) -> list[str]:
    return [planted for planted in PLANTED if planted in text]
