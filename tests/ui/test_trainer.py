"""The trainer's desk: who may open it, the wall of seats, what is decided of an answer, and the lists."""

import json
import re
import shutil
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.assistant import Assistant
from assistant.errors import InputError
from assistant.labs import grade
from assistant.records import Seat, own_desk
from assistant.records.reports import report
from assistant.records.tables import now
from assistant.settings import read_settings
from assistant.ui.classroom import Classroom
from assistant.ui.labels import Labels
from assistant.ui.pieces import lists, marks, signin
from assistant.ui.pieces.wall import wall
from assistant.ui.practice import Practice
from assistant.ui.screens.demo import Stage
from assistant.ui.screens.labs import Bench
from assistant.ui.screens.trainer import ACTS, Trainer
from assistant.ui.server import STATIC, STYLES
from assistant.ui.trainer_routes import mount
from tests.ui.conftest import faults

HOSTILE = "<img src=x onerror=alert(1)> ${1+1}"
WIDE = """() => [...document.querySelectorAll('body *')].filter(one => one.offsetParent !== null
    && !one.closest('.scroll, .unseen, #stage') && one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 100))"""
HAND_MADE = {"criteria": [], "findings": [], "failed": []}


def finding(code: str, severity: str = "error") -> dict[str, Any]:
    message = {"hi": "सुधारिए।", "en": "Mend it."}
    return {
        "code": code, "severity": severity, "part": "", "start": 0, "end": 3, "quote": "उत्त", "message": message, "suggestion": ""
    }  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """What costs time and is the same for every test: forms and labs, an empty database, the pages."""
    home = tmp_path_factory.mktemp("made")
    first = Assistant(read_settings({"EDAKSH_HOME": str(home)}))
    first.records.ping()
    with gr.Blocks():
        page, stage, bench = (kind(first, Labels()) for kind in (Trainer, Stage, Bench))
    content = {"content": first.content, "library": first.library, "labs": first.labs}
    return SimpleNamespace(home=home, content=content, page=page, stage=stage, bench=bench)


@pytest.fixture
def class_(make, made, tmp_path) -> SimpleNamespace:
    """A batch of three with its trainer, another trainer, and the pages."""
    shutil.copytree(made.home, tmp_path / "home")
    assistant = make()
    assistant.__dict__.update(made.content)
    page, stage, bench = made.page, made.stage, made.bench
    page.assistant = stage.assistant = bench.assistant = assistant
    records = assistant.records
    batch = records.batches.create(None, "सीहोर-14", ["first-letter"], ["T1"], "सीहोर केंद्र")
    records.batches.create(None, "भोपाल-2", [], ["T2"])
    people = [
        records.people.put(None, f"E{n}", name=name, district=district, role="trainee").person
        for n, (name, district) in enumerate((("सीमा वर्मा", "सीहोर"), (HOSTILE, "भोपाल"), ("रमेश पटेल", "सीहोर")))
    ]
    for person in people:
        records.batches.join(None, batch, person)

    def as_(person: Any) -> Any:
        return SimpleNamespace(
            state=SimpleNamespace(seat=Seat(person, None) if person else None), cookies={}, headers={},
            client=SimpleNamespace(host="10.0.0.9"),
        )  # fmt: skip

    def hand_in(person: Any, exercise: str, score: float, *findings: dict[str, Any]) -> Any:
        grade = HAND_MADE | {"score": score, "passed": score >= 60, "findings": list(findings)}
        return records.hand_in(
            own_desk(person, batch), exercise, f"उत्तर {HOSTILE}", grade, assistant.labs.labs.values()
        )

    trainer, other = records.people.get("T1"), records.people.get("T2")
    where = json.dumps({"batch": "सीहोर-14"})

    def act(**asked: Any) -> str:
        shown: str = page.act(as_(trainer), where, json.dumps(asked))[page.notice]
        return shown

    return SimpleNamespace(
        assistant=assistant, records=records, batch=batch, people=people, page=page, stage=stage, bench=bench, as_=as_, hand_in=hand_in,
        trainer=trainer, other=other, where=where, act=act,
        room=lambda: Classroom(assistant, trainer, records.batches.get("सीहोर-14"), "hi"),
    )  # fmt: skip


def page_of(class_: SimpleNamespace, **asked: Any) -> str:
    where = json.dumps({"batch": "सीहोर-14", **asked})
    shown: str = class_.page.open(class_.as_(class_.trainer), where)[class_.page.page]
    return shown


# ---- who may ---------------------------------------------------------------------------------------------------------


def test_a_trainee_is_refused_whatever_they_call(class_):
    for who in (class_.people[0], None):
        request = class_.as_(who)
        calls = [
            lambda request=request: class_.page.open(request, class_.where),
            lambda request=request: class_.page.tick(request, class_.where, ""),
            lambda request=request: class_.page.change_screen_language(request, class_.where),
            *(
                lambda do=do, request=request: class_.page.act(request, class_.where, json.dumps({"do": do, "seat": 1}))
                for do in (*ACTS, "begin")
            ),
        ]
        for call in calls:
            with pytest.raises(InputError, match=r"error\.trainer\.only"):
                call()
    assert class_.records.batches.get("सीहोर-14").closed is None


def test_a_trainee_sees_nothing_of_the_projector_which_knows_the_answers(class_, monkeypatch):
    monkeypatch.setattr("assistant.ui.screens.demo.addresses", lambda host: ["127.0.0.1", "192.168.1.7"])
    with pytest.raises(InputError, match=r"error\.trainer\.only"):
        class_.stage.open(class_.as_(class_.people[0]), "pension-repair", "", "")
    shown = class_.stage.open(class_.as_(class_.trainer), "", "", "सीहोर-14")[class_.stage.shown]
    assert class_.batch.door in shown
    assert "http://192.168.1.7" in shown


def test_a_trainer_sees_their_own_batches_and_nobody_elses(class_):
    mine = class_.page.open(class_.as_(class_.trainer), "{}")[class_.page.page]
    assert "सीहोर-14" in mine
    assert "भोपाल-2" not in mine
    for where in ({"batch": "भोपाल-2"}, {"batch": "no such"}, {"batch": "भोपाल-2", "view": "people"}):
        with pytest.raises(InputError, match=r"error\.batch\.unknown"):
            class_.page.open(class_.as_(class_.trainer), json.dumps(where))
    tried = class_.hand_in(class_.people[0], "water-tankers", 40)
    with pytest.raises(InputError):
        class_.page.open(class_.as_(class_.other), json.dumps({"batch": "भोपाल-2", "attempt": tried.id}))


def test_an_empty_list_doesnt_ask_for_what_is_so_already(class_):
    class_.records.batches.create(None, "ख़ाली-1", [], ["T1"])
    assert "स्वयं जुड़ने दीजिए" in page_of(class_, batch="ख़ाली-1", view="people")
    class_.records.batches.change(None, class_.records.batches.get("ख़ाली-1"), joining=True)
    assert "लोग स्वयं भी जुड़ सकते हैं" in page_of(class_, batch="ख़ाली-1", view="people")


def test_an_admin_who_opens_a_batch_for_somebody_unknown_reads_that_there_is_no_password_yet(class_):
    admin = class_.records.people.first_admin("A1", {"name": "व्यवस्थापक"}, "a long password")
    asked = {"do": "begin", "code": "नया-1", "trainer": "MP77", "labs": []}
    begun = class_.page.act(class_.as_(admin), "{}", json.dumps(asked))[class_.page.notice]
    assert "view=people" in begun

    def over(who: Any) -> str:
        where = json.dumps({"batch": "नया-1", "view": "people"})
        shown: str = class_.page.open(class_.as_(who), where)[class_.page.page]
        return shown

    assert "प्रशिक्षक MP77 का पासवर्ड अभी नहीं है" in over(admin)
    assert "/trainer?view=staff&amp;find=MP77" in over(admin)
    class_.records.people.new_secret(admin, "MP77")
    assert "पासवर्ड अभी नहीं है" not in over(admin)


# ---- the wall --------------------------------------------------------------------------------------------------------


def test_an_empty_room_shows_the_number_for_the_board(class_):
    assert f'<p class="door">{class_.batch.door}</p>' in wall(class_.room())


def test_the_wall_says_of_each_seat_where_it_is_and_who_needs_help(class_, monkeypatch):
    records, batch = class_.records, class_.batch
    seema, hostile, ramesh = class_.people
    for person in class_.people:
        records.sessions.begin(person, batch, "10.0.0.7")
    class_.hand_in(seema, "water-tankers", 72)
    class_.hand_in(hostile, "water-tankers", 30)
    records.ask_help(own_desk(hostile, batch), True)
    records.work(own_desk(ramesh, batch), "school-roof", answer="…")
    room = class_.room()
    assert [seat.state for seat in room.seats] == ["done", "help", "works"]
    shown = wall(room)
    assert "3 बैठे · 1 को मदद चाहिए · 0 रुके · 1 पूरा" in shown
    assert "पेयजल के लिए टैंकर" in shown
    assert "पूरा · 72" in shown
    assert shown.index('class="calls"') < shown.index('class="wall"')  # who calls stands on top as well
    assert "<img" not in shown
    assert [int(n) for n in re.findall(r"<b>(\d) ", shown)] == [1, 2, 3]  # seats keep their place
    later = now() + timedelta(minutes=8)
    monkeypatch.setattr("assistant.ui.classroom.datetime", SimpleNamespace(now=lambda zone: later))
    assert "8 मि. से रुके" in wall(class_.room())


def test_the_wall_and_the_trainees_own_page_tell_the_mark_that_the_trainer_gave(class_):
    records, batch = class_.records, class_.batch
    lowered, raised, _ = class_.people
    for person, score, given in ((lowered, 100, "30"), (raised, 45, "70")):
        records.sessions.begin(person, batch, "10.0.0.7")
        tried = class_.hand_in(person, "water-tankers", score)
        records.work(own_desk(person, batch), "water-tankers", answer="…")
        class_.act(do="decide", kind="mark", attempt=tried.id, score=given, reason="पढ़कर देखा", after="0")
    room = class_.room()
    assert [seat.state for seat in room.seats[:2]] == ["works", "done"]
    shown = wall(room)
    assert "काम कर रहे हैं · 30" in shown
    assert "पूरा · 70" in shown
    assert "1 पूरा" in shown
    exercise = class_.assistant.labs.find("water-tankers")
    works, attempts = records.works(own_desk(raised, batch))
    tried = records.attempts.decided(batch, raised)[0]
    at = Practice(class_.assistant, "hi", works, attempts, exercise, batch, tried)
    assert "1. 70 अंक · उत्तीर्ण" in marks.tries(at)


def test_what_most_papers_of_the_room_have_is_told_once_a_person_and_goes_to_the_projector(class_):
    weekday, hint = finding("facts.weekday-mismatch"), finding("craft.long-sentence", "hint")
    for person in class_.people:
        class_.hand_in(person, "water-tankers", 40, weekday, weekday, hint)
    class_.hand_in(class_.people[0], "water-tankers", 50, finding("form.no-deadline"))
    room = class_.room()
    assert room.commonest == [("facts.weekday-mismatch", 2), ("form.no-deadline", 1)]
    shown = wall(room)
    assert "दिन और तारीख मेल नहीं खाते" in shown
    assert 'href="/demo?code=facts.weekday-mismatch"' in shown


def test_the_wall_is_sent_anew_only_when_something_changed(class_):
    request = class_.as_(class_.trainer)
    first, _, seen = class_.page.tick(request, class_.where, "")
    again, heard, _ = class_.page.tick(request, class_.where, seen)
    assert isinstance(first, str)
    assert not isinstance(again, str)
    assert "heard" in heard
    class_.records.ask_help(own_desk(class_.people[0], class_.batch), True)
    assert isinstance(class_.page.tick(request, class_.where, seen)[0], str)


# ---- what a trainer does ---------------------------------------------------------------------------------------------


def test_the_room_is_sent_to_an_exercise_and_let_go_again(class_):
    assert "पेयजल के लिए टैंकर" in class_.act(do="send", exercise="water-tankers")
    assert class_.records.batches.get("सीहोर-14").sent_to == "water-tankers"
    class_.act(do="send", exercise="")
    assert class_.records.batches.get("सीहोर-14").sent_to == ""
    class_.act(do="pin", seat=1)
    told = [(one.entry.what, one.entry.address) for one in class_.records.journal.read(most=3)]
    assert told == [("secret", "10.0.0.9"), ("batch.sent_to", "10.0.0.9"), ("batch.sent_to", "10.0.0.9")]
    with pytest.raises(InputError):
        class_.act(do="send", exercise="no-such")


def test_coach_labs_and_model_answers_are_the_trainers_to_turn(class_):
    class_.act(do="switch", name="coach")
    class_.act(do="labs", labs=["official-email", "no-such"])
    class_.act(do="answer", exercise="water-tankers")
    batch = class_.records.batches.get("सीहोर-14")
    assert (batch.coach, batch.labs, batch.answers) == (False, ["official-email"], ["water-tankers"])
    class_.act(do="answer", exercise="water-tankers")
    assert class_.records.batches.get("सीहोर-14").answers == []
    with pytest.raises(InputError):
        class_.act(do="switch", name="closed")


def test_a_changed_mark_stands_beside_the_one_before_with_its_reason(class_):
    tried = class_.hand_in(class_.people[0], "water-tankers", 55, finding("form.subject-weak"))
    class_.act(do="decide", kind="mark", attempt=tried.id, score="६४,५", reason=f"विषय मान्य है {HOSTILE}", after="0")
    shown = page_of(class_, attempt=tried.id)
    assert "64.5 अंक · उत्तीर्ण (पहले 55)" in shown
    assert "विषय मान्य है" in shown
    assert "<mark>उत्त</mark>" not in shown  # the quote's own letters are marked, no more
    assert "<mark>उत्त"[:9] in shown
    assert "<img" not in shown
    with pytest.raises(InputError, match=r"error\.decision\.since"):  # somebody who didn't see that decision
        class_.act(do="decide", kind="mark", attempt=tried.id, score="20", reason="…", after="0")
    with pytest.raises(InputError, match=r"error\.decision\.reason"):
        class_.act(do="decide", kind="return", attempt=tried.id, reason=" ", after="1")
    for none in ("101", "१५०", "सत्तर", "nan", ""):
        with pytest.raises(InputError, match=r"error\.decision\.score"):
            class_.act(do="decide", kind="mark", attempt=tried.id, score=none, reason="…", after="1")


def test_a_person_who_was_let_off_needs_it_no_more(class_):
    before = page_of(class_, seat=1)
    assert "पेयजल के लिए टैंकर: शुरू नहीं" in before
    class_.act(do="excuse", seat=1, exercise="water-tankers", reason="अवकाश पर थीं")
    after = page_of(class_, seat=1)
    assert "पेयजल के लिए टैंकर: शुरू नहीं" not in after
    assert "अवकाश पर थीं" in after


def test_a_forgotten_pin_is_told_once(class_):
    told = class_.act(do="pin", seat=1)
    pin = re.search(r"\b\d{4}\b", told)
    assert pin
    assert pin[0] not in page_of(class_, seat=1) + page_of(class_, view="people")
    assert class_.records.sessions.sign_in(class_.people[0].id, pin[0], class_.batch)


def test_a_closed_batch_keeps_its_lists_and_opens_no_more(class_):
    class_.hand_in(class_.people[0], "water-tankers", 72)
    class_.act(do="close")
    assert class_.records.batches.get("सीहोर-14").closed
    assert "यह बैच बंद है" in page_of(class_)
    assert "72 अंक" in page_of(class_, view="answers")


@pytest.mark.parametrize("view", ["people", "answers", "lists", "settings"])
def test_names_from_a_roster_are_words_on_every_page(class_, view):
    class_.hand_in(class_.people[1], "water-tankers", 72)
    shown = page_of(class_, view=view, report="attempts")
    assert "<img" not in shown
    assert view == "settings" or "&lt;img" in shown


# ---- what an admin has besides ---------------------------------------------------------------------------------------


def test_an_admin_gives_a_trainer_or_an_officer_a_new_password_and_nobody_else_does(class_):
    records = class_.records
    admin = records.people.put(None, "A1", name="व्यवस्थापक", role="admin").person
    officer = records.people.put(None, "O1", name=HOSTILE, role="officer").person
    ask, view = json.dumps({"do": "password", "id": "o1"}), json.dumps({"view": "staff"})
    for who in (class_.trainer, class_.people[0], None):
        for call in (
            lambda who=who: class_.page.act(class_.as_(who), view, ask),
            lambda who=who: class_.page.open(class_.as_(who), view),
        ):
            with pytest.raises(InputError, match=r"error\.(admin\.alone|trainer\.only)"):
                call()
    shown = class_.page.act(class_.as_(admin), view, ask)
    told = re.search(r"[a-z0-9]{4}(-[a-z0-9]{4}){2}", shown[class_.page.notice])
    assert told
    assert records.sessions.sign_in(officer.id, told[0])
    listed = shown[class_.page.page]
    assert told[0] not in listed
    assert "<img" not in listed
    assert 'href="/password"' in listed  # one's own is changed by whoever knows it
    assert "T1" in listed
    found = class_.page.open(class_.as_(admin), json.dumps({"view": "staff", "find": "t2"}))[class_.page.page]
    assert ("T2" in found, "T1" in found) == (True, False)


def test_an_admin_reads_who_did_what_a_page_at_a_time(class_):
    admin = class_.records.people.put(None, "A1", name="व्यवस्थापक", role="admin").person
    class_.act(do="excuse", seat=2, exercise="water-tankers", reason=HOSTILE)
    tried = class_.hand_in(class_.people[0], "water-tankers", 70)
    class_.act(do="decide", kind="mark", attempt=tried.id, score="0", reason="नक़ल", after="0")
    for n in range(101):
        class_.records.journal.write("export" if n % 2 else "by another version", class_.trainer, report="marks", odd=n)

    def read(**asked: str) -> str:
        shown: str = class_.page.open(class_.as_(admin), json.dumps({"view": "journal", **asked}))[class_.page.page]
        return shown

    first = read()
    assert first.count("<tr><td>") == 100
    before = re.search(r"before=(\d+)", first)
    assert before
    older = read(before=before[1])
    assert "छूट दी" in older
    assert "<img" not in older
    assert "&lt;img" in older
    assert read(kind="decision").count("<tr><td>") == 2
    assert "अंक 0 · कारण नक़ल" in read(kind="decision")
    assert "सूची उतारी" in read(who="t1", day=now().astimezone().strftime("%d.%m.%Y"))
    with pytest.raises(InputError, match=r"error\.admin\.alone"):
        class_.page.open(class_.as_(class_.trainer), json.dumps({"view": "journal"}))


def test_two_of_one_name_and_post_are_told_apart_by_their_seats(class_):
    twin = class_.records.people.put(None, "E9", name="सीमा वर्मा", role="trainee").person
    class_.records.batches.join(None, class_.batch, twin)
    shown = signin.names("hi", class_.batch, class_.records.batches.members(class_.batch), {})
    assert re.findall(r"<span>सीमा वर्मा</span> <small>सीट (\d)</small>", shown) == ["1", "4"]
    assert shown.count("<small>सीट") == 2


# ---- lists -----------------------------------------------------------------------------------------------------------


def test_a_list_is_narrowed_by_district_and_day(class_):
    for person in class_.people:
        class_.hand_in(person, "water-tankers", 72)
    today = now().astimezone().strftime("%d.%m.%Y")
    shown = page_of(class_, view="lists", report="attempts", district="सीहोर", day=today)
    assert ("सीमा वर्मा" in shown, "रमेश पटेल" in shown, "&lt;img" in shown) == (True, True, False)
    assert "सीमा वर्मा" not in page_of(class_, view="lists", report="attempts", day="01.01.2020")
    with pytest.raises(InputError):
        page_of(class_, view="lists", day="31.02.2026")


def test_a_list_on_the_screen_has_titles_and_words_where_its_file_has_ids(class_):
    exercise = class_.assistant.labs.find("water-tankers")
    made = grade(exercise, class_.assistant.labs.rubric("default"), "पेयजल के लिए टैंकर भेजिए।", "mp").as_json()
    class_.records.hand_in(own_desk(class_.people[0], class_.batch), "water-tankers", "…", made, [])
    wanted = {
        "progress": ("पहला पत्र", "अभी उत्तीर्ण नहीं: पेयजल के लिए टैंकर"),
        "attempts": ("पेयजल के लिए टैंकर", "नियम", "शासकीय पत्र-व्यवहार"),
        "marks": ("तथ्य छूट गया", "लहज़ा", "मॉडल", "मॉडल से नहीं पढ़वाया गया"),
    }
    for name, words in wanted.items():
        shown = page_of(class_, view="lists", report=name).partition("<tbody>")[2].partition("</tbody>")[0]
        assert [one for one in words if one not in shown] == []
        assert (
            re.findall(r">[^<]*(?:first-letter|water-tankers|not-passed|rules|model|default|facts)[^<]*<", shown) == []
        )
        table = report(name, class_.records, [class_.batch], class_.assistant.labs.labs)
        assert re.search("first-letter|water-tankers", str(table.rows))  # what programs read keeps its names


def test_a_list_counts_each_ones_tries_of_an_exercise_and_not_the_rows_of_the_database(class_):
    seema, _, ramesh = class_.people
    for person, exercise in (
        (ramesh, "water-tankers"),
        (seema, "water-tankers"),
        (seema, "school-roof"),
        (seema, "water-tankers"),
    ):
        class_.hand_in(person, exercise, 50)
    table = report("attempts", class_.records, [class_.batch], class_.assistant.labs.labs)
    told = [(row[0], row[6], row[7]) for row in table.rows]
    assert told == [
        ("E2", "water-tankers", 1), ("E0", "water-tankers", 1), ("E0", "school-roof", 1), ("E0", "water-tankers", 2)
    ]  # fmt: skip


def test_first_and_last_attempts_are_a_picture_that_can_be_read_out(class_):
    seema, hostile, ramesh = class_.people
    for person, scores in ((seema, (30, 80)), (hostile, (50, 90)), (ramesh, (70,))):
        for score in scores:
            class_.hand_in(person, "water-tankers", score)
    table = report("learning", class_.records, [class_.batch], class_.assistant.labs.labs)
    [by_exercise] = lists.changes(table, "exercise", {"water-tankers": HOSTILE})
    assert (by_exercise.first, by_exercise.last, by_exercise.compared) == (
        40,
        85,
        2,
    )  # one attempt alone shows no learning
    drawn = lists.picture([by_exercise], "…", "en")
    assert "from 40 to 85, 2 compared" in drawn
    assert "<img" not in drawn
    assert [(one.name, one.compared) for one in lists.changes(table, "district")] == [("भोपाल", 1), ("सीहोर", 1)]
    assert 'role="img"' in page_of(class_, view="lists")


# ---- what comes in and what is taken away ----------------------------------------------------------------------------


@pytest.fixture
def call(class_) -> Any:
    """A client of the desk's routes, signed in as whoever is named."""
    server = FastAPI()
    who: list[Any] = [class_.trainer]

    mount(server, class_.assistant)

    @server.middleware("http")
    async def seat(request: Any, go_on: Any) -> Any:
        request.state.seat = Seat(who[0], None) if who[0] else None
        return await go_on(request)

    client = TestClient(server)
    return SimpleNamespace(client=client, sign_in=lambda person: who.__setitem__(0, person))


ROSTER = "कर्मचारी क्रमांक,नाम,जिला\nE10,श्याम लाल,सीहोर\nE11,,सीहोर\nE12,=HYPERLINK(1),सीहोर\n".encode("utf-8-sig")


def test_a_roster_is_tried_first_and_goes_in_with_a_yes(class_, call):
    tried = call.client.post("/trainer/roster?batch=सीहोर-14&file=l.csv&dry=1", content=ROSTER).json()
    assert "2 पंक्तियाँ ठीक हैं" in tried["html"]
    assert "पंक्ति 3: E11 का नाम ख़ाली है" in tried["html"]
    assert class_.records.people.find("E10") is None
    done = call.client.post("/trainer/roster?batch=सीहोर-14&file=l.csv", content=ROSTER).json()
    assert "2 पंक्तियाँ डाली गईं" in done["html"]
    assert done["bad"] == 1
    assert ("श्याम लाल" in tried["members"], "श्याम लाल" in done["members"]) == (False, True)
    assert {member.person.employee_id for member in class_.records.batches.members(class_.batch)} >= {"E10", "E12"}
    broken = call.client.post("/trainer/roster?batch=सीहोर-14&file=l.xlsx", content=b"PK broken")
    assert broken.status_code == 400
    assert "notice stop" in broken.json()["html"]


def test_the_sheet_gives_a_pin_to_whoever_has_none_and_shows_it_once(class_, call):
    page = call.client.post("/trainer/sheet", data={"batch": "सीहोर-14"}).text
    pins = re.findall(r'class="pin">(\d{4})<', page)
    assert len(pins) == 3
    assert "<img" not in page
    assert class_.records.sessions.sign_in(class_.people[2].id, pins[2], class_.batch)
    assert (
        re.findall(r'class="pin">(\d{4})<', call.client.post("/trainer/sheet", data={"batch": "सीहोर-14"}).text) == []
    )


def test_when_the_database_is_gone_the_trainer_reads_why_and_no_pin_was_given_that_nobody_was_told(class_, call):
    class_.records.database._number -= 1  # as if another file had taken its name
    sheet = call.client.post("/trainer/sheet", data={"batch": "सीहोर-14"})
    assert (sheet.status_code, "gone" in sheet.text, 'class="pin"' in sheet.text) == (503, True, False)
    told = class_.page.safely(class_.page.act)(
        class_.as_(class_.trainer), class_.where, json.dumps({"do": "pin", "seat": 1})
    )
    assert "कुछ नहीं बदला" in told[class_.page.notice]
    assert not any(person.secret for person in class_.records.people.all(class_.batch))


def test_a_list_too_long_for_excel_is_told_and_given_as_csv(class_, call, monkeypatch):
    monkeypatch.setattr("assistant.records.export.MOST_ROWS", 1)
    for person in class_.people:
        class_.hand_in(person, "water-tankers", 72)
    told = call.client.get("/trainer/report/attempts.xlsx?batch=सीहोर-14")
    assert "इस सूची में 3 पंक्तियाँ हैं" in told.text
    assert call.client.get("/trainer/report/attempts.csv?batch=सीहोर-14").text.count("water-tankers") == 3
    assert len(call.client.get("/trainer/report/attempts.json?batch=सीहोर-14").json()) == 3


def test_a_list_is_taken_away_by_its_own_trainer_and_that_is_noted(class_, call):
    class_.hand_in(class_.people[0], "water-tankers", 72)
    taken = call.client.get("/trainer/report/attempts.csv?batch=सीहोर-14")
    assert taken.content.startswith(b"\xef\xbb\xbf")
    assert "सीमा वर्मा" in taken.text
    [taken] = [one.entry for one in class_.records.journal.read() if one.entry.what == "export"][:1]
    assert taken.address == "testclient"
    assert call.client.get("/trainer/report/attempts.exe").status_code == 404
    assert call.client.get("/trainer/report/secrets.csv").status_code == 404
    call.sign_in(class_.other)
    assert call.client.get("/trainer/report/attempts.csv?batch=सीहोर-14").status_code == 404
    assert "सीमा वर्मा" not in call.client.get("/trainer/report/attempts.csv").text


def test_a_trainee_takes_nothing(class_, call):
    for person in (class_.people[0], None):
        call.sign_in(person)
        assert call.client.get("/trainer/report/attempts.csv?batch=सीहोर-14").status_code == 403
        assert call.client.post("/trainer/sheet", data={"batch": "सीहोर-14"}).status_code == 403
        assert call.client.post("/trainer/roster?batch=सीहोर-14&file=l.csv", content=ROSTER).status_code == 400
    assert class_.records.people.find("E10") is None


# ---- what the trainee sees of it -------------------------------------------------------------------------------------


@pytest.fixture
def bench(class_) -> Any:
    """The labs' page as the first trainee has it: what the components of a handler show, by their ids, as one text."""
    page = class_.bench

    def seated() -> Any:
        request = class_.as_(None)
        request.state.seat = Seat(class_.people[0], class_.records.batches.get("सीहोर-14"))
        return request

    def shown(update: Any) -> dict[str, str]:
        return {part.elem_id: str(value) for part, value in update.items() if part.elem_id}

    return SimpleNamespace(page=page, seated=seated, open=lambda id: shown(page.open(seated(), "tab", id)))


def test_the_trainee_reads_both_marks_and_the_reason(class_, bench):
    tried = class_.hand_in(class_.people[0], "water-tankers", 55)
    assert "अभी नहीं" in bench.open("water-tankers")["findings"]
    class_.act(do="decide", kind="mark", attempt=tried.id, score="70", reason=f"विषय मान्य है {HOSTILE}", after="0")
    class_.act(do="decide", kind="comment", attempt=tried.id, reason="अगली बार अंतिम तिथि भी", after="1")
    shown = bench.open("water-tankers")["findings"]
    assert "अब 70, पहले 55" in shown
    assert "विषय मान्य है" in shown
    assert "अगली बार अंतिम तिथि भी" in shown
    assert "<img" not in shown
    assert 'class="review marks passed"' in shown
    assert "उत्तीर्ण · 70" in bench.open("")["map"]
    class_.act(do="decide", kind="return", attempt=tried.id, reason="फिर लिखिए", after="2")
    assert "प्रशिक्षक ने फिर करने को कहा है" in bench.open("water-tankers")["findings"]


def test_a_model_answer_that_the_trainer_opened_is_there_before_a_pass(class_, bench):
    file = class_.assistant.labs.find("pension-repair").file
    words = next(line for line in file.model_answer.splitlines() if line not in file.given.splitlines())
    assert words not in bench.open("pension-repair")["task"]
    class_.act(do="answer", exercise="pension-repair")
    assert words in bench.open("pension-repair")["task"]


def test_hints_and_assistant_are_off_where_the_trainer_turned_them_off(class_, bench):
    assert "'visible': True" in bench.open("water-tankers")["hint"]
    class_.act(do="switch", name="coach")
    shown = bench.open("water-tankers")
    assert "'visible': False" in shown["hint"]
    assert "'visible': False" in shown["draft"]
    for handler in (bench.page.show_hint, bench.page.ask_assistant, bench.page.write_plain):
        with pytest.raises(InputError, match=r"error\.coach\.off"):
            handler(bench.seated(), "tab", "water-tankers", "")


def test_an_exercise_that_one_was_let_off_counts_as_done_and_says_why(class_, bench):
    class_.act(do="excuse", seat=1, exercise="water-tankers", reason="अवकाश पर थीं")
    assert "छूट दी है: अवकाश पर थीं" in bench.open("water-tankers")["task"]
    assert 'class="done" data-exercise="water-tankers"' in bench.open("")["map"]


# ---- for everybody ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["hi", "en"])
def test_a_screen_reader_can_follow_the_desk_the_projector_and_the_door_and_nothing_is_wider_than_a_phone(
    class_, browser, language, monkeypatch
):
    """All pages one below the other, as they are sent, with our own styles; then those of signing in."""
    monkeypatch.setattr("assistant.ui.screens.demo.addresses", lambda host: ["127.0.0.1", "192.168.1.7"])
    records, seema = class_.records, class_.people[0]
    admin = records.people.put(None, "A1", name="व्यवस्थापक", role="admin").person
    tried = class_.hand_in(seema, "water-tankers", 40, finding("facts.weekday-mismatch"))
    class_.hand_in(seema, "water-tankers", 80)
    records.sessions.begin(seema, class_.batch)
    records.ask_help(own_desk(seema, class_.batch), True)
    class_.act(do="decide", kind="comment", attempt=tried.id, reason="ठीक", after="0")
    records.speak(own_desk(admin), language)
    request, page, stage = class_.as_(admin), class_.page, class_.stage
    views = ({"view": "staff"}, {"view": "journal"}, {"view": "lists"}, {}, {"batch": "सीहोर-14"}, {"batch": "सीहोर-14", "view": "people"},
             {"batch": "सीहोर-14", "view": "answers"}, {"batch": "सीहोर-14", "view": "lists", "report": "attempts"},
             {"batch": "सीहोर-14", "view": "settings"}, {"batch": "सीहोर-14", "seat": 1}, {"batch": "सीहोर-14", "attempt": tried.id})  # fmt: skip
    opened = [page.open(request, json.dumps(where)) for where in views]
    desk = "".join(one[page.page] for one in opened)
    walls = f'<div id="wall">{opened[4][page.wall]}</div>'
    shown = [
        stage.open(request, *asked)[stage.shown]
        for asked in (("", "", ""), ("", "facts.weekday-mismatch", ""), ("", "", "सीहोर-14"))
    ]
    style = "".join((STATIC / name).read_text(encoding="utf-8") for name in STYLES)
    inside = f'<div id="trainer">{desk}</div>{walls}<div id="stage">{"".join(shown)}</div>'
    whole = f'<html lang="{language}"><title>e-Daksh</title><style>{style}</style><main class="gradio-container">{inside}</main></html>'
    fields, signs = {"code": class_.batch.door}, (STATIC / "page.css", STATIC / "signin.css")
    joining = records.batches.change(None, class_.batch, joining=True)
    doors = [signin.code(language, "", "…"), signin.staff(language), signin.password(language, "…"), signin.broken(language),
             signin.names(language, joining, records.batches.members(joining), fields, "…")]  # fmt: skip
    styled = "".join(f"<style>{path.read_text(encoding='utf-8')}</style>" for path in signs)
    context, found = browser.new_context(viewport={"width": 390, "height": 844}), []
    tab = context.new_page()
    for document in (
        whole,
        *(re.sub(r"<link[^>]*>", "", door).replace("</head>", f"{styled}</head>") for door in doors),
    ):
        tab.set_content(document)
        wide = tab.evaluate(WIDE)
        found += wide + faults(tab)
    context.close()
    assert found == []
