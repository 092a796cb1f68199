"""The trainer's desk: batches, the live wall of a room, people, what was handed in, lists, and a batch's end.

The address says what is open (`/trainer?batch=…&view=…`). The page is HTML with small forms; what a form asks for comes here as one
text, `{"do": …}`, and is done by the function of that name. Whoever calls is asked for anew each time: anybody who is signed in can
call a handler by its number.
"""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import gradio as gr

from assistant.assistant import Assistant
from assistant.errors import InputError
from assistant.language.digits import ascii_digits
from assistant.messages import say
from assistant.records import Person, own_desk
from assistant.records.attempts import Kind
from assistant.records.reports import REPORTS, Only, Table, report
from assistant.ui import admin
from assistant.ui.classroom import Classroom
from assistant.ui.desk import for_trainer, key_of
from assistant.ui.labels import Labels
from assistant.ui.pieces import batch as pieces
from assistant.ui.pieces import judged, lists, pages
from assistant.ui.pieces.html import safe
from assistant.ui.pieces.wall import address, wall
from assistant.ui.screens.screen import AFTER, QUIET, Screen, Update
from assistant.ui.seat import address_of, trainer_of

EVERY = 3
"""Seconds between two looks at the room."""
SWITCHES = ("model", "coach", "joining")
KINDS: tuple[Kind, ...] = ("mark", "comment", "return")
Asked = dict[str, Any]


class Trainer(Screen):
    """The page of the trainer's desk. Built inside a route of the Blocks."""

    words_for = staticmethod(for_trainer)

    def __init__(self, assistant: Assistant, labels: Labels) -> None:
        super().__init__(assistant, labels)
        with gr.Row(elem_classes="off"):
            self.where = gr.Textbox(elem_id="where", interactive=False, show_label=False)
            self.asked = gr.Textbox(elem_id="asked", show_label=False)
            self.do = gr.Button("…", elem_id="do")
            self.seen = gr.Textbox(elem_id="seen", interactive=False, show_label=False)
        self.page = gr.HTML(elem_id="trainer")
        self.wall = gr.HTML(elem_id="wall")
        self.heard = gr.HTML(elem_id="heard")
        self.timer = gr.Timer(EVERY, active=False)
        self.everything = [
            *self.labels.updates("hi"),
            self.notice,
            self.where,
            self.page,
            self.wall,
            self.heard,
            self.seen,
            self.timer,
        ]
        done = self.do.click(
            self.safely(self.act), [self.where, self.asked], self.everything, **QUIET | {"trigger_mode": "once"}
        )
        done.then(None, None, None, js="() => trainer.arrived()", **AFTER)
        self.timer.tick(
            self.tick, [self.where, self.seen], [self.wall, self.heard, self.seen], **QUIET | {"trigger_mode": "once"}
        )

    # ---- what is shown ----------------------------------------------------------------------------------------------

    def open(self, request: gr.Request, where: str) -> Update:
        """A page was loaded."""
        return self._view(request, where)

    def change_screen_language(self, request: gr.Request, where: str) -> Update:
        """The other language of the screen."""
        trainer_of(request)
        self.assistant.records.speak(key_of(request), "en" if self.screen_of(request) == "hi" else "hi")
        return self._view(request, where)

    def _view(self, request: gr.Request, where: str, note: str = "") -> Update:
        """The page of the address, with a note on top."""
        who, language, asked = trainer_of(request), self.screen_of(request), _read(where)
        shown: Update = self.labels.updates(language) | {
            self.notice: note, self.where: where, self.wall: "", self.heard: "", self.seen: "", self.timer: gr.update(active=False),
        }  # fmt: skip
        if not asked.get("batch"):
            view = str(asked.get("view", ""))
            if view in admin.VIEWS:
                inside = admin.VIEWS[view](self.assistant, who, asked, language)
            else:
                inside = self._lists(who, asked, language) if view == "lists" else self._batches(who, language)
            return shown | {self.page: inside}
        room = self._room(who, asked, language)
        view = asked.get("view", "room")
        if asked.get("attempt") or asked.get("seat"):
            view = ""
        over = pieces.line(room, view)
        if view != "room":
            return shown | {self.page: over + self._inside(room, view, asked)}
        now = wall(room)
        return shown | {
            self.page: over + pieces.controls(room), self.wall: now, self.heard: _heard(), self.seen: _mark(now),
            self.timer: gr.update(active=room.batch.closed is None),
        }  # fmt: skip

    def _room(self, who: Person, asked: Asked, language: str, pc: str = "") -> Classroom:
        """The batch of an address. Raises InputError where it isn't this trainer's."""
        batch = self.assistant.records.batches.get(str(asked.get("batch", "")), who)
        return Classroom(self.assistant, who, batch, language, pc)

    def _inside(self, room: Classroom, view: str, asked: Asked) -> str:
        """What stands under the line of a batch, on every page but the wall's."""
        if asked.get("attempt"):
            return self._attempt(room, asked)
        if asked.get("seat"):
            return self._person(room, asked)
        if view == "people":
            return pieces.people(room)
        if view == "answers":
            exercise = str(asked.get("exercise", ""))
            tries = self.assistant.records.attempts.of_batch(room.batch, exercise=exercise)
            return judged.answers(room, tries, {place.person.id: place.seat for place in room.places}, exercise)
        if view == "lists":
            return self._lists(room.who, asked, room.screen)
        return pieces.settings(room)

    def _batches(self, who: Person, language: str) -> str:
        records = self.assistant.records
        there = records.batches.all(who)
        return pieces.batches(there, records.batches.sizes(), self.assistant.labs.labs, language, who.role == "admin")

    def _attempt(self, room: Classroom, asked: Asked) -> str:
        tried = self.assistant.records.attempts.get(_number(asked.get("attempt")), room.who)
        if tried.attempt.batch_id != room.batch.id:
            raise InputError("error.attempt.unknown")
        try:
            exercise = self.assistant.labs.find(tried.attempt.exercise)
        except InputError:  # its file is there no more; what was handed in still is
            exercise = None
        return judged.attempt(room, tried, exercise, self._names(tried.decisions))

    def _names(self, decisions: Any) -> dict[int, str]:
        ids = {one.by_id for one in decisions if one.by_id}
        people = (self.assistant.records.people.by_id(id) for id in ids)
        return {person.id: person.name for person in people if person}

    def _person(self, room: Classroom, asked: Asked) -> str:
        records, seat = self.assistant.records, _number(asked.get("seat"))
        who = next((place.person for place in room.places if place.seat == seat), None)
        if who is None:
            return judged.person(room, seat, (), [], [])
        standings = records.completions.of_person(who, room.batch, self.assistant.labs.labs)
        tries = records.attempts.of_batch(room.batch, who)
        return judged.person(room, seat, standings, tries, records.attempts.excused(room.batch, who))

    def _lists(self, who: Person, asked: Asked, language: str) -> str:
        """A report of one batch, or of all that this trainer may see, and what was learnt as a picture."""
        one = bool(asked.get("batch"))
        name = str(asked.get("report") or ("completions" if one else "learning"))
        table = table_of(self.assistant, who, name, asked)
        shown = lists.lists(name, table, asked, self.assistant.labs, language)
        if not one:
            columns = ("district", "batch", "exercise") if name == "learning" else ()
            return pieces.top("trainer.lists.all", language) + self._pictures(table, columns, language) + shown
        learning = table if name == "learning" else table_of(self.assistant, who, "learning", asked)
        return shown + self._pictures(learning, ("exercise",), language)

    def _pictures(self, learning: Table, columns: tuple[str, ...], language: str) -> str:
        """What was learnt as a picture, by each of these columns."""
        titles = self.assistant.labs.titles(language)
        return "".join(
            lists.picture(lists.changes(learning, column, titles), say(f"picture.{column}", language), language)
            for column in columns
        )

    def tick(self, request: gr.Request, where: str, seen: str) -> Any:
        """The wall anew where something changed; the time in any case, by which the trainer sees that there is news at all."""
        who, asked = trainer_of(request), _read(where)
        now = wall(self._room(who, asked, self.screen_of(request)))
        if _mark(now) == seen:
            return gr.skip(), _heard(), gr.skip()
        return now, _heard(), _mark(now)

    # ---- what is done -----------------------------------------------------------------------------------------------

    def act(self, request: gr.Request, where: str, asked: str) -> Update:
        """Does what a form asks for, and shows the page as it is then."""
        who, language, fields = trainer_of(request), self.screen_of(request), _read(asked)
        do = str(fields.get("do", ""))
        if do == "begin":
            return {self.notice: self._begin(who, fields, language)}
        if do == "password":
            told = admin.password(self.assistant, who, fields, language, address_of(request))
            return self._view(request, where, pages.notice(told, "good"))
        act = ACTS.get(do)
        if act is None:
            raise InputError("error.trainer.act")
        told = act(self._room(who, _read(where), language, address_of(request)), fields)
        return self._view(request, where, pages.notice(told, "good"))

    def _begin(self, who: Person, fields: Asked, language: str) -> str:
        """Opens a batch; the page's script goes there."""
        labs = [id for id in _list(fields.get("labs")) if id in self.assistant.labs.labs]
        trainers = [who.employee_id] if who.role == "trainer" else [str(fields.get("trainer", "")) or who.employee_id]
        centre = str(fields.get("centre", "")).strip()
        batch = self.assistant.records.batches.create(who, str(fields.get("code", "")), labs, trainers, centre)
        link = address(batch.code, view="people")
        return f'<div class="notice good" role="alert" data-go="{link}">{safe("trainer.begun", language, code=batch.code)}</div>'


def send(room: Classroom, fields: Asked) -> str:
    """Sends the room to an exercise, or lets it go on as it likes."""
    exercise = str(fields.get("exercise", ""))
    if exercise:
        room.assistant.labs.find(exercise)
    room.assistant.records.batches.change(room.who, room.batch, room.pc, sent_to=exercise)
    return say("room.sent" if exercise else "room.free", room.screen, exercise=room.title(exercise))


def switch(room: Classroom, fields: Asked) -> str:
    """Turns coach, model or joining over."""
    name = str(fields.get("name", ""))
    if name not in SWITCHES:
        raise InputError("error.trainer.act")
    on = not getattr(room.batch, name)
    room.assistant.records.batches.change(room.who, room.batch, room.pc, **{name: on})
    return say(f"room.{name}.{'now' if on else 'gone'}", room.screen)


def labs(room: Classroom, fields: Asked) -> str:
    """Other labs for the batch."""
    chosen = [id for id in room.assistant.labs.labs if id in _list(fields.get("labs"))]
    room.assistant.records.batches.change(room.who, room.batch, room.pc, labs=chosen)
    return say("settings.saved", room.screen)


def answer(room: Classroom, fields: Asked) -> str:
    """Opens the model answer of an exercise to all in the batch, or shuts it again."""
    exercise = room.assistant.labs.find(str(fields.get("exercise", ""))).id
    there = [id for id in room.batch.answers if id != exercise]
    opened = len(there) == len(room.batch.answers)
    room.assistant.records.batches.change(
        room.who, room.batch, room.pc, answers=[*there, *([exercise] if opened else [])]
    )
    return say(f"settings.answer.{'now' if opened else 'gone'}", room.screen, exercise=room.title(exercise))


def close(room: Classroom, fields: Asked) -> str:
    """Ends the batch: everybody in it is signed out."""
    room.assistant.records.batches.close(room.who, room.batch)
    return say("trainer.closed.told", room.screen)


def decide(room: Classroom, fields: Asked) -> str:
    """Another mark, a comment, or to do it again; the mark before it stays."""
    records, id = room.assistant.records, _number(fields.get("attempt"))
    kind = next((kind for kind in KINDS if kind == fields.get("kind")), None)
    if kind is None:
        raise InputError("error.trainer.act")
    try:
        score = float(ascii_digits(str(fields.get("score", ""))).replace(",", "."))
    except ValueError:
        score = -1.0
    labs, exercise = room.assistant.labs, records.attempts.get(id, room.who).attempt.exercise
    try:
        pass_mark = labs.find(exercise).file.pass_mark
    except InputError:
        pass_mark = 60
    records.attempts.decide(
        room.who, id, kind, str(fields.get("reason", "")), score=score if kind == "mark" else None, pass_mark=pass_mark,
        after=_number(fields.get("after")), labs=labs.labs.values(),
    )  # fmt: skip
    return say(f"judged.{kind}.done", room.screen)


def excuse(room: Classroom, fields: Asked) -> str:
    """Lets somebody off an exercise."""
    exercise = room.assistant.labs.find(str(fields.get("exercise", ""))).id
    reason, labs = str(fields.get("reason", "")), room.assistant.labs.labs.values()
    room.assistant.records.attempts.excuse(room.who, room.batch, _seated(room, fields), exercise, reason, labs)
    return say("judged.excuse.done", room.screen, exercise=room.title(exercise))


def helped(room: Classroom, fields: Asked) -> str:
    """The call for help was answered."""
    room.assistant.records.ask_help(own_desk(_seated(room, fields), room.batch), False)
    return say("person.helped.done", room.screen)


def pin(room: Classroom, fields: Asked) -> str:
    """A new PIN for somebody who has forgotten theirs; it is shown this once."""
    person = _seated(room, fields)
    secret = room.assistant.records.people.new_secret(room.who, person.employee_id, room.pc)
    return say("people.pin.told", room.screen, name=person.name, pin=secret)


ACTS: dict[str, Callable[[Classroom, Asked], str]] = {
    "send": send, "switch": switch, "labs": labs, "answer": answer, "close": close, "decide": decide, "excuse": excuse,
    "helped": helped, "pin": pin,
}  # fmt: skip
"""What a trainer can do in a batch; each gives the sentence that says it is done."""


def table_of(assistant: Assistant, who: Person, name: str, asked: Asked) -> Table:
    """A report's rows of the batches that somebody may see. Raises InputError for a report or a batch that isn't there, and
    for a day that is none."""
    if name not in REPORTS:
        raise InputError("error.lists", report=name[:40])
    code = str(asked.get("batch", ""))
    there = [assistant.records.batches.get(code, who)] if code else assistant.records.batches.all(who)
    centre, district, role = (str(asked.get(name, "")).strip() for name in ("centre", "district", "role"))
    only = Only(centre, district, role, lists.day_of(asked))
    return report(name, assistant.records, there, assistant.labs.labs, only)


def _seated(room: Classroom, fields: Asked) -> Person:
    seat = _number(fields.get("seat"))
    for member in room.assistant.records.batches.members(room.batch):
        if member.seat == seat:
            person: Person = member.person
            return person
    raise InputError("person.gone")


def _read(text: str) -> Asked:
    try:
        read = json.loads(text or "{}")
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def _list(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)] if value else []


def _number(value: Any) -> int:
    text = str(value)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else 0


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _heard() -> str:
    now = datetime.now().astimezone().strftime("%H:%M:%S")
    return f'<p class="heard" data-at="{now}">{now}</p>'
