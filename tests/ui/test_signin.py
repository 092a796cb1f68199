"""In a lab nothing opens before one has signed in, by the pages or past them; and nobody gets at what is another's. By real HTTP."""

import json
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from http.cookiejar import CookieJar
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

import pytest
from gradio_client import Client

from assistant.assistant import Assistant
from assistant.language.digits import in_digits
from assistant.records import own_desk
from assistant.settings import read_settings
from assistant.ui.desk import COOKIE, key_of
from tests.ui.conftest import Running

DRAFT = json.dumps({"tab": "x", "fields": {"subject": "मेरा विषय"}}).encode()


class Browser:
    """What a browser keeps: its cookies. `get` and `post` give status, text and where they were sent."""

    def __init__(self, server: Running) -> None:
        self.server = server
        self.jar = CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar), _Stay())

    def get(self, path: str, **headers: str) -> SimpleNamespace:
        return self._ask(urllib.request.Request(self.server.local + path, headers={"Accept": "text/html", **headers}))

    def post(self, path: str, body: bytes = b"", **fields: str) -> SimpleNamespace:
        sent = body or urlencode(fields).encode()
        kind = "application/json" if body else "application/x-www-form-urlencoded"
        return self._ask(urllib.request.Request(self.server.local + path, sent, {"Content-Type": kind}))

    def _ask(self, request: urllib.request.Request) -> SimpleNamespace:
        try:
            answer = self._opener.open(request, timeout=20)
        except urllib.error.HTTPError as error:
            answer = error  # type: ignore[assignment]
        with answer:
            return SimpleNamespace(
                status=answer.status,
                text=answer.read().decode(),
                to=answer.headers.get("Location"),
                headers=answer.headers,
            )


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server that others can reach, before its first admin."""
    server = Running(tmp_path_factory.mktemp("open"))
    server.host = "0.0.0.0"
    server.begin()
    yield server
    server.end()


@pytest.fixture(scope="module")
def room(server: Running) -> SimpleNamespace:
    """The batch B1 on that server, with a trainer, and Seema and Ramesh and their PINs."""
    records = Assistant(read_settings({"EDAKSH_HOME": str(server.home)})).records
    batch = records.batches.create(None, "B1", ["safe-data"], ["T1"])
    for id, name in (("E1", "सीमा वर्मा"), ("E2", "<img src=x onerror=alert(1)>")):
        records.batches.join(None, batch, records.people.put(None, id, name=name).person)
    pins = {id: records.people.new_secret(None, id) for id in ("E1", "E2")}
    return SimpleNamespace(
        records=records, batch=batch, pins=pins, password=records.people.new_secret(None, "T1"),
        ids={id: str(records.people.get(id).id) for id in pins},
    )  # fmt: skip


@pytest.fixture
def sign_in(server: Running, room: SimpleNamespace) -> Callable[[str], Browser]:
    def enter(id: str) -> Browser:
        browser = Browser(server)
        done = browser.post("/signin/enter", code=room.batch.door, person=room.ids[id], pin=room.pins[id])
        assert (done.status, done.to) == (303, "/labs"), done.text
        return browser

    return enter


def test_the_first_admin_comes_by_the_link_on_the_console_and_only_once(server: Running) -> None:
    log = (server.home / "server.log").read_text(encoding="utf-8")
    code = re.search(r"/first\?code=(\w+)", log)
    assert code
    browser = Browser(server)
    assert browser.get("/first?code=guess").status == 404
    fields = {"first": code[1], "employee_id": "A1", "name": "व्यवस्थापक"}
    assert browser.post("/first", **fields, password="short").status == 403
    assert browser.post("/first", **fields | {"first": "guess"}, password="a long password").status == 404
    assert browser.post("/first", **fields, password="a long password").status == 303
    assert browser.get("/").status == 200
    assert browser.post("/first", **fields, password="another password").status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/", "/labs", "/labs?at=water-tankers", "/trainer", "/trainer/report/marks.csv", "/desk/file/docx", "/desk/here", "/config",
        "/gradio_api/info", "/gradio_api/startup-events", "/gradio_api/heartbeat/x", "/gradio_api/file=/etc/passwd", "/theme.css",
        "/signin/../desk/here", "//desk/here",
    ],
)  # fmt: skip
def test_before_signing_in_a_page_leads_to_the_sign_in_and_the_rest_is_closed(server: Running, path: str) -> None:
    page = Browser(server).get(path)
    assert (page.status, page.to) in ((303, "/signin"), (303, "/signin/staff"))
    closed = Browser(server).get(path, Accept="*/*")
    assert closed.status == 401
    assert set(json.loads(closed.text)) == {"detail", "hi", "en"}


def test_a_made_up_host_opens_nothing(server: Running) -> None:
    """An address put together from the Host header would read as /files/…."""
    assert Browser(server).get("/desk/here", Accept="*/*", Host="x/files/y?").status in (400, 401)


@pytest.mark.parametrize("path", ["/desk/draft", "/desk/work/water-tankers", "/desk/read", "/desk/new", "/gradio_api/queue/join",
                                  "/gradio_api/cancel", "/gradio_api/call/draft", "/gradio_api/run/predict"])  # fmt: skip
def test_before_signing_in_nothing_can_be_sent(server: Running, path: str) -> None:
    assert Browser(server).post(path, DRAFT).status == 401


def test_nothing_is_uploaded_past_the_pages(server: Running, lab: Running, sign_in: Callable[[str], Browser]) -> None:
    for browser in (sign_in("E1"), Browser(server), Browser(lab)):
        assert browser.post("/gradio_api/upload", b"x").status == 404


def test_watchers_need_no_sign_in(server: Running) -> None:
    assert [
        Browser(server).get(path).status for path in ("/healthz", "/readyz", "/metrics", "/signin", "/files/page.css")
    ] == [200] * 5


def test_the_code_the_name_and_four_digits_open_it(server: Running, room: SimpleNamespace) -> None:
    browser = Browser(server)
    asked = browser.post("/signin", code=room.batch.door)
    assert "सीमा वर्मा" in asked.text
    assert "&lt;img src=x" in asked.text
    assert "<img" not in asked.text
    assert "E1" not in asked.text
    wrong = browser.post("/signin/enter", code=room.batch.door, person=room.ids["E1"], pin="0000")
    assert (wrong.status, "checked" in wrong.text, 'role="alert"' in wrong.text) == (403, True, True)
    done = browser.post("/signin/enter", code=room.batch.door, person=room.ids["E1"], pin=room.pins["E1"])
    assert (done.status, done.to) == (303, "/labs")
    assert "HttpOnly" in done.headers["Set-Cookie"]
    page = browser.get("/labs")
    assert page.status == 200
    assert page.headers["Cache-Control"] == "no-store"


def test_digits_are_taken_in_either_script_and_what_is_no_pin_is_told_in_words_and_costs_no_try(
    server: Running, room: SimpleNamespace
) -> None:
    door, pin = (in_digits(digits, "devanagari") for digits in (room.batch.door, room.pins["E1"]))
    browser = Browser(server)
    asked = browser.post("/signin", code=f" {door} ")
    assert "सीमा वर्मा" in asked.text
    assert "pattern=" not in asked.text  # the browser would tell it in its own language
    for bad in ("", "12", "१२३", "12ab"):
        for _ in range(3):
            told = browser.post("/signin/enter", code=door, person=room.ids["E1"], pin=bad)
            assert "PIN में ठीक चार अंक लिखिए" in told.text
    done = browser.post("/signin/enter", code=door, person=room.ids["E1"], pin=pin)
    assert (done.status, done.to) == (303, "/labs")
    batch = room.records.batches.create(None, "सीहोर-14", [], ["T1"])
    room.records.batches.change(None, batch, joining=True)
    fields = {"code": "सीहोर-१४", "employee_id": "N7", "name": "नया", "pin": "४८२७"}
    assert Browser(server).post("/signin/join", **fields).status == 303
    again = {"code": batch.door, "person": str(room.records.people.get("N7").id), "pin": "4827"}
    assert Browser(server).post("/signin/enter", **again).status == 303


def test_an_officer_on_the_list_is_led_to_the_password_and_lands_in_the_batch(
    server: Running, room: SimpleNamespace
) -> None:
    batch = room.records.batches.create(None, "B7", ["safe-data"], ["T1"])
    room.records.batches.join(None, batch, room.records.people.put(None, "O1", name="अमित", role="officer").person)
    row = re.search(r"<a href=\"/signin/staff[^>]*>.*?</a>", Browser(server).post("/signin", code=batch.door).text)
    assert row is not None
    assert ("अमित" in row[0], "पासवर्ड" in row[0], "radio" in row[0]) == (True, True, False)
    browser = Browser(server)
    password = room.records.people.new_secret(None, "O1")
    assert browser.post("/signin/staff", employee_id="O1", password=password).to == "/labs"
    assert json.loads(browser.get("/desk/here").text)["batch"] == "B7"


def test_a_wrong_code_shows_no_names(server: Running, room: SimpleNamespace) -> None:
    for code in ("", "0000", "x' OR 1=1", "ब" * 200):
        asked = Browser(server).post("/signin", code=code)
        assert asked.status == 403
        assert "सीमा" not in asked.text


def test_what_was_typed_follows_the_person_to_another_seat_and_no_one_else(
    room: SimpleNamespace, sign_in: Callable[[str], Browser]
) -> None:
    first = sign_in("E1")
    assert first.post("/desk/draft", DRAFT).status == 200
    there = room.records.look(own_desk(room.records.people.get("E1"), room.batch))
    assert there
    assert there[1][-1].answers["subject"] == "मेरा विषय"
    second = sign_in("E1")
    assert first.get("/desk/here", Accept="*/*").status == 401
    assert "दूसरे कंप्यूटर पर प्रवेश हुआ" in first.get("/signin").text
    assert "at another computer" in first.get("/signin?lang=en").text
    assert second.get("/desk/here").status == 200
    # The next one at the same browser, without the one before having left.
    second.post("/signin/enter", code=room.batch.door, person=room.ids["E2"], pin=room.pins["E2"])
    assert second.get("/desk/here").status == 200
    other = room.records.look(own_desk(room.records.people.get("E2"), room.batch))
    assert "subject" not in (other[1][-1].answers if other else {})


def test_another_desk_cannot_be_named_by_a_cookie(room: SimpleNamespace) -> None:
    """In desk use the key of a desk is what the browser sends: a person's own must not be among those it can send."""
    key = own_desk(room.records.people.get("E1"), room.batch)
    assert key_of(SimpleNamespace(cookies={COOKIE: key})) != key
    assert key_of(SimpleNamespace(cookies={COOKIE: "my own"})) == "my own"


def test_in_desk_use_all_is_open_but_the_trainers_pages(lab: Running) -> None:
    browser = Browser(lab)
    assert [browser.get(path).status for path in ("/", "/labs", "/desk/here")] == [200] * 3
    assert browser.get("/trainer").to == "/signin/staff"
    assert "--host 0.0.0.0" in (lab.home / "server.log").read_text(encoding="utf-8")


def test_who_leaves_and_a_batch_that_closes_leave_nothing_open(
    room: SimpleNamespace, sign_in: Callable[[str], Browser]
) -> None:
    browser = sign_in("E1")
    kept = {cookie.name: cookie.value for cookie in browser.jar}
    left = browser.post("/desk/new", b"{}")
    assert (left.status, left.to) == (303, "/signin")
    assert "edaksh_seat" not in {cookie.name for cookie in browser.jar}
    stolen = Browser(browser.server).get("/labs", Cookie="; ".join(f"{name}={value}" for name, value in kept.items()))
    assert stolen.to == "/signin"
    batch = room.records.batches.create(None, "B2", [], ["T1"])
    room.records.batches.join(None, batch, room.records.people.get("E1"))
    browser.post("/signin/enter", code="b2", person=room.ids["E1"], pin=room.pins["E1"])
    assert browser.get("/labs").status == 200
    room.records.batches.close(None, batch)
    assert browser.get("/labs").to == "/signin"


def test_a_trainee_is_no_trainer(sign_in: Callable[[str], Browser]) -> None:
    browser = sign_in("E1")
    assert browser.get("/trainer").to == "/signin/staff"
    assert browser.get("/trainer/report/marks.csv", Accept="*/*").status == 401


def test_a_call_for_help_reaches_the_trainer_and_is_answered(
    server: Running, room: SimpleNamespace, sign_in: Callable[[str], Browser]
) -> None:
    browser = sign_in("E1")
    seema = room.records.people.get("E1")

    def asks() -> bool:
        [place] = [one for one in room.records.room.places(room.batch) if one.person.id == seema.id]
        return place.help is not None

    assert browser.post("/desk/help?asking=true").status == 200
    assert (asks(), json.loads(browser.get("/desk/here").text)["help"]) == (True, True)
    room.records.ask_help(own_desk(seema, room.batch), False)
    assert json.loads(browser.get("/desk/here").text)["help"] is False
    room.records.batches.change(None, room.batch, sent_to="safe-or-not")
    assert json.loads(browser.get("/desk/here").text)["sent_to"] == "safe-or-not"
    assert Browser(server).post("/desk/help").status == 401


def test_a_trainer_comes_with_a_password(server: Running, room: SimpleNamespace) -> None:
    browser = Browser(server)
    assert browser.post("/signin/staff", employee_id="T1", password="guess guess").status == 403
    assert browser.post("/signin/staff", employee_id="nobody", password=room.password).status == 403
    done = browser.post("/signin/staff", employee_id="t1", password=room.password)
    assert (done.status, done.to) == (303, "/trainer")


def test_a_trainer_changes_the_own_password_on_the_screen_and_a_trainee_has_none_to_change(
    server: Running, room: SimpleNamespace, sign_in: Callable[[str], Browser]
) -> None:
    assert sign_in("E1").get("/password").to == "/signin/staff"
    room.records.people.put(None, "T9", name="प्रशिक्षक", role="trainer")
    old, new = room.records.people.new_secret(None, "T9"), "नया पासवर्ड ९"
    browser, other = Browser(server), Browser(server)
    for one in (browser, other):
        assert one.post("/signin/staff", employee_id="T9", password=old).status == 303
    assert "अब तक का पासवर्ड" in browser.get("/password").text
    for fields in ({"old": "a guess", "new": new, "again": new}, {"old": old, "new": new, "again": "x"}, {"old": old}):
        refused = browser.post("/password", **fields)
        assert (refused.status, 'role="alert"' in refused.text) == (403, True)
    assert browser.post("/password", old=old, new=new, again=new).status == 200
    assert browser.get("/trainer").status == 200
    assert other.get("/trainer").to == "/signin/staff"
    assert Browser(server).post("/signin/staff", employee_id="T9", password=new).status == 303


def test_one_joins_only_where_the_trainer_lets_people(server: Running, room: SimpleNamespace) -> None:
    batch = room.records.batches.create(None, "B3", [], ["T1"])
    fields = {"code": batch.door, "employee_id": "N1", "name": "नया व्यक्ति", "pin": "4827"}
    assert Browser(server).post("/signin/join", **fields).status == 403
    assert "प्रशिक्षक को बताइए" in Browser(server).post("/signin", code=batch.door).text
    room.records.batches.change(None, batch, joining=True)
    assert "प्रशिक्षक को बताइए" not in Browser(server).post("/signin", code=batch.door).text
    assert "नया" not in Browser(server).post("/signin", code=batch.door).text.split("signin/join")[0]
    for bad in ({"name": ""}, {"pin": "12"}, {"employee_id": "T1"}, {"name": "x" * 2000}):
        assert Browser(server).post("/signin/join", **fields | bad).status == 403
    browser = Browser(server)
    assert browser.post("/signin/join", **fields, role="admin").status == 303
    assert room.records.people.get("N1").role == "trainee"
    assert browser.get("/labs").status == 200
    room.records.batches.close(None, batch)  # and the week after
    batch = room.records.batches.create(None, "B3-2", [], ["T1"])
    room.records.batches.change(None, batch, joining=True)
    wrong = Browser(server).post("/signin/join", **fields | {"code": batch.door, "pin": "4828"})
    assert (wrong.status, "अपना पहले वाला PIN" in wrong.text) == (403, True)
    assert browser.post("/signin/join", **fields | {"code": batch.door}).status == 303
    assert browser.get("/labs").status == 200


def test_the_endpoint_for_programs_is_closed_to_whoever_has_not_signed_in(server: Running) -> None:
    with pytest.raises(Exception, match=r"401|Sign in|Could not"):
        Client(server.local, verbose=False).predict("letter", "hi", "{}", api_name="/draft")


def test_who_sits_down_where_another_sat_finds_nothing_and_the_other_finds_all_at_another_seat(
    server: Running, room: SimpleNamespace, browser: Any
) -> None:
    batch = room.records.batches.create(None, "B4", ["first-letter"], ["T1"])
    for id in ("E1", "E2"):
        room.records.batches.join(None, batch, room.records.people.get(id))

    def enter(page: Any, id: str) -> None:
        page.goto(server.url)
        page.fill("#code", batch.door)
        page.keyboard.press("Enter")
        page.check(f"input[value='{room.ids[id]}']")
        page.fill("#pin", room.pins[id])
        page.keyboard.press("Enter")
        page.wait_for_selector("#map a")
        page.goto(f"{server.url}labs?at=water-tankers")
        page.wait_for_selector("#who")
        page.wait_for_function("document.querySelector('#at textarea, #at input').value === 'water-tankers'")

    seats = [browser.new_context(), browser.new_context(viewport={"width": 390, "height": 844})]
    try:
        page = seats[0].new_page()
        enter(page, "E1")
        page.fill("#editor textarea", "सीमा का अधूरा उत्तर")
        page.click("#leave button")
        page.wait_for_selector("#code")
        page.go_back()
        page.wait_for_selector("#code")
        enter(page, "E2")
        assert "सीमा" not in page.input_value("#editor textarea")
        assert "सीमा" not in page.inner_text("body")
        other = seats[1].new_page()
        enter(other, "E1")
        assert other.input_value("#editor textarea") == "सीमा का अधूरा उत्तर"
        other.wait_for_selector("#pages #help")  # on a phone it would lie over what is read
        room.records.batches.close(None, batch)
        other.fill("#editor textarea", "बैच बंद होने के बाद")
        other.wait_for_selector("#code")
        assert "बैच बंद हो गया है" in other.inner_text("[role=alert]")
    finally:
        for seat in seats:
            seat.close()


def test_whoever_is_taken_along_to_an_exercise_reads_who_called(
    server: Running, room: SimpleNamespace, browser: Any
) -> None:
    batch = room.records.batches.create(None, "B8", ["first-letter"], ["T1"])
    room.records.batches.join(None, batch, room.records.people.get("E1"))
    seat = browser.new_context()
    try:
        page = seat.new_page()
        page.goto(server.url)
        page.fill("#code", batch.door)
        page.keyboard.press("Enter")
        page.check(f"input[value='{room.ids['E1']}']")
        page.fill("#pin", room.pins["E1"])
        with page.expect_response("**/desk/here"):
            page.keyboard.press("Enter")
        page.wait_for_timeout(500)
        room.records.batches.change(None, batch, sent_to="water-tankers")
        page.wait_for_url("**/labs?at=water-tankers")
        page.wait_for_selector("#saved:has-text('प्रशिक्षक ने सबको इस अभ्यास पर बुलाया है')")
    finally:
        seat.close()
