"""A batch on the trainer's desk: the batches there are, the line over its pages, its people, its settings."""

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from assistant.labs.lab import Lab
from assistant.messages import say, tell
from assistant.records import Batch, Person
from assistant.records.enrol import Enrolled
from assistant.ui.classroom import Classroom
from assistant.ui.pieces.html import heads, safe, scrolled
from assistant.ui.pieces.wall import address

VIEWS = ("room", "people", "answers", "lists", "settings")
"""The pages of a batch."""
WHOLE = {"lists": "trainer.lists.all", "staff": "staff.title", "journal": "journal.title"}
"""The pages over all batches, and what they are called."""
HEADS = ("people.seat", "people.name", "people.id", "people.post", "people.pin")
MOST_BAD = 200
"""Bad rows of a roster that are listed."""


def button(do: str, words: str, language: str, ask: str = "", main: bool = False, **fields: object) -> str:
    """A button that does one thing at once; `ask`: after a yes."""
    given = "".join(
        f'<input type="hidden" name="{name}" value="{escape(str(value))}">' for name, value in fields.items()
    )
    asks = f' data-ask="{safe(ask, language)}"' if ask else ""
    return f'<form data-do="{do}"{asks}>{given}<button type="submit" class="small{" primary" if main else ""}">{escape(words)}</button></form>'


def back(language: str) -> str:
    """The way back to the batches."""
    return f'<p class="way"><a href="/trainer">← {safe("trainer.back", language)}</a></p>'


def top(title: str, language: str) -> str:
    """What stands over a page of no batch."""
    return f'{back(language)}<h1 tabindex="-1">{safe(title, language)}</h1>'


def options(room: Classroom, exercises: Iterable[str], chosen: str = "") -> str:
    """Exercises to choose from."""
    return "".join(
        f'<option value="{escape(id)}"{" selected" if id == chosen else ""}>{escape(room.title(id))}</option>'
        for id in exercises
    )


def batches(all_: Iterable[Batch], counts: dict[int, int], labs: dict[str, Lab], language: str, admin: bool) -> str:
    """The batches that this trainer may see, the newest first, and the form that opens one."""
    items = "".join(
        f'<li class="{"closed" if batch.closed else "open"}"><a href="{address(batch.code)}"><b>{escape(batch.code)}</b></a> '
        f"<span>{escape(_about(batch, counts.get(batch.id, 0), language))}</span></li>"
        for batch in all_
    )
    listed = f'<ul class="batches">{items}</ul>' if items else f"<p>{safe('trainer.none', language)}</p>"
    ways = (*(("lists",) if items else ()), *(("staff", "journal") if admin else ()))
    links = "".join(f'<a href="/trainer?view={way}">{safe(WHOLE[way], language)}</a>' for way in ways)
    lists = f'<p class="ways">{links}</p>' if links else ""
    trainer = (
        f'<label>{safe("trainer.trainer", language)}<input type="text" name="trainer" maxlength="40" autocomplete="off">'
        f"<small>{safe('trainer.trainer.help', language)}</small></label>"
        if admin
        else ""
    )
    return (
        f'<h1 tabindex="-1">{safe("trainer.title", language)}</h1>{listed}{lists}'
        f'<form data-do="begin" class="card" novalidate><h2>{safe("trainer.begin", language)}</h2>'
        f'<label>{safe("trainer.code", language)}<input type="text" name="code" required maxlength="40" autocomplete="off">'
        f"<small>{safe('trainer.code.help', language)}</small></label>"
        f'<label>{safe("trainer.centre", language)}<input type="text" name="centre" maxlength="120"></label>{trainer}'
        f"{choice(labs, (), language)}"
        f'<button type="submit" class="small primary">{safe("trainer.begin.do", language)}</button></form>'
    )


def choice(labs: dict[str, Lab], chosen: Iterable[str], language: str) -> str:
    """The labs to choose from; none chosen means all."""
    there = set(chosen)
    boxes = "".join(
        f'<label><input type="checkbox" name="labs" value="{escape(id)}"{" checked" if id in there else ""}> {escape(lab.title[language])}</label>'
        for id, lab in labs.items()
    )
    return f"<fieldset><legend>{safe('trainer.labs', language)}</legend>{boxes}</fieldset>"


def _about(batch: Batch, count: int, language: str) -> str:
    opened = batch.opened.astimezone().strftime("%d.%m.%Y")
    state = say("trainer.closed" if batch.closed else "trainer.open", language, day=opened)
    return f"{say('trainer.count', language, count=count)} · {state}"


def line(room: Classroom, view: str) -> str:
    """What stands over every page of a batch: its code, the number that opens it, its pages."""
    batch, language = room.batch, room.screen
    door = (
        f'<span class="doorline">{safe("trainer.door", language)} <b>{escape(batch.door)}</b></span>'
        f'<a class="small" target="_blank" href="/demo?batch={escape(batch.code)}">{safe("trainer.door.show", language)}</a>'
        if batch.door
        else f'<span class="doorline">{safe("trainer.closed.short", language)}</span>'
    )
    links = "".join(
        f'<a href="{address(batch.code, view=name)}"{" aria-current=page" if name == view else ""}>'
        f"{safe(f'trainer.view.{name}', language)}</a>"
        for name in VIEWS
    )
    return (
        f'{back(language)}<div class="batchline">'
        f'<h1 tabindex="-1">{escape(batch.code)}</h1>{door}<nav aria-label="{safe("trainer.title", language)}">{links}</nav></div>'
        f"{_locked_out(room)}"
    )


def _locked_out(room: Classroom) -> str:
    """The batch's trainers who can't sign in yet, as when an unknown ID was typed; for an admin, who can mend it."""
    if room.who.role != "admin":
        return ""
    staff = safe("staff.title", room.screen)
    return "".join(
        f'<p class="notice mend">{safe("trainer.no-password", room.screen, id=trainer.employee_id)} '
        f'<a href="/trainer?view=staff&amp;find={quote(trainer.employee_id)}">{staff}</a></p>'
        for trainer in room.assistant.records.batches.trainers(room.batch)
        if not trainer.secret
    )


def controls(room: Classroom) -> str:
    """What a trainer does to the whole room: send it to an exercise, coach and model on or off."""
    batch, language = room.batch, room.screen
    if batch.closed:
        return f'<p class="notice mend">{safe("trainer.closed.told", language)}</p>'
    groups = "".join(
        f'<optgroup label="{escape(lab.title[language])}">'
        + options(room, lab.exercises, batch.sent_to)
        + "</optgroup>"
        for lab in room.labs.values()
    )
    sent = (
        f'<span class="sentto">{safe("room.sent", language, exercise=room.title(batch.sent_to))}</span>'
        + button("send", say("room.sent.end", language), language, exercise="")
        if batch.sent_to
        else ""
    )
    switches = "".join(
        button("switch", say(f"room.{name}.{'on' if getattr(batch, name) else 'off'}", language), language, name=name)
        for name in ("coach", "model")
        if name == "coach" or room.assistant.model.connected
    )
    return (
        f'<div class="controls"><form data-do="send"><label><span>{safe("room.exercise", language)}</span>'
        f'<select name="exercise">{groups}</select></label>'
        f'<button type="submit" class="small primary">{safe("room.send", language)}</button></form>{sent}{switches}</div>'
    )


def members(room: Classroom) -> str:
    """Who is in the batch, and whether each has a PIN."""
    language, batch = room.screen, room.batch
    rows = "".join(
        f'<tr><td>{member.seat}</td><th scope="row"><a href="{address(batch.code, seat=member.seat)}">{escape(member.person.name)}</a></th>'
        f"<td>{escape(member.person.employee_id)}</td><td>{escape(post(member.person))}</td>"
        f"<td>{safe('people.pin.yes' if member.person.secret else 'people.pin.no', language)}</td>"
        f"<td>{button('pin', say('people.pin.new', language), language, ask='people.pin.ask', seat=member.seat)}</td></tr>"
        for member in room.assistant.records.batches.members(batch)
    )
    if not rows:
        return f"<p>{safe('people.none.joining' if batch.joining else 'people.none', language)}</p>"
    return scrolled(f"{heads(HEADS, language, '<td></td>')}<tbody>{rows}</tbody>")


def people(room: Classroom) -> str:
    """Who is in the batch, and the ways to bring people in."""
    language, batch = room.screen, room.batch
    joining = button(
        "switch", say(f"people.joining.{'on' if batch.joining else 'off'}", language), language, name="joining"
    )
    sheet = (
        f'<form method="post" action="/trainer/sheet" target="_blank"><input type="hidden" name="batch" value="{escape(batch.code)}">'
        f'<button type="submit" class="small">{safe("people.sheet", language)}</button></form>'
    )
    words = safe("people.roster", language)
    return (
        f'<div class="controls"><input type="file" id="roster" accept=".csv,.xlsx,.txt" class="unseen" data-batch="{escape(batch.code)}">'
        f'<label for="roster" class="small primary">{words}</label>{sheet}{"" if batch.closed else joining}</div>'
        f'<p class="about">{safe("people.roster.help", language)}</p><div id="enrolled"></div><div id="members">{members(room)}</div>'
    )


def post(person: Person) -> str:
    """Somebody's post, office and district, as far as they are known."""
    return ", ".join(filter(None, (person.designation, person.office, person.district)))


def enrolled(told: Enrolled, dry: bool, language: str) -> str:
    """What became of a roster, or what would; each bad row on a line of its own, with its number in the sheet."""
    good = told.new + told.changed + told.same
    words = say(
        "people.dry" if dry else "people.done",
        language,
        good=good,
        new=told.new,
        changed=told.changed,
        same=told.same,
        seated=told.seated,
    )
    bad = "".join(
        f"<li>{safe('people.row', language, number=one.number)} {escape(tell(one, language))}</li>"
        for one in told.bad[:MOST_BAD]
    )
    listed = f"<p><b>{safe('people.bad', language, count=len(told.bad))}</b></p><ul>{bad}</ul>" if bad else ""
    go = (
        f'<p><button type="button" class="small primary" data-enrol>{safe("people.enrol", language, count=good)}</button></p>'
        if dry and good
        else ""
    )
    return f'<div class="notice {"mend" if told.bad else "good"}" role="alert" tabindex="-1"><p>{escape(words)}</p>{go}{listed}</div>'


def settings(room: Classroom) -> str:
    """The batch's labs, the model answers that are open to all, and its end."""
    language, batch = room.screen, room.batch
    if batch.closed:
        return f'<p class="notice mend">{safe("trainer.closed.told", language)}</p>'
    answers = "".join(
        f"<li>{escape(room.title(id))} "
        + button(
            "answer",
            say(f"settings.answer.{'shut' if id in batch.answers else 'open'}", language),
            language,
            exercise=id,
        )
        + "</li>"
        for id in room.exercises
        if room.assistant.labs.find(id).file.model_answer
    )
    return (
        f'<form data-do="labs" class="card"><h2>{safe("settings.labs", language)}</h2>'
        f"{choice(room.assistant.labs.labs, batch.labs, language)}"
        f'<button type="submit" class="small primary">{safe("settings.save", language)}</button></form>'
        f'<section class="card"><h2>{safe("settings.answers", language)}</h2><p>{safe("settings.answers.help", language)}</p>'
        f'<ul class="rows">{answers}</ul></section>'
        f'<section class="card"><h2>{safe("settings.close", language)}</h2><p>{safe("settings.close.help", language)}</p>'
        f"{button('close', say('settings.close.do', language), language, ask='settings.close.ask')}</section>"
    )
