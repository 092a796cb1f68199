"""The wall of seats: where each person is, who asks for help, who is stuck; and what the room gets wrong most."""

from html import escape
from urllib.parse import quote

from assistant.checks.finding import title
from assistant.messages import say
from assistant.ui.classroom import Classroom, Seat
from assistant.ui.pieces.html import safe
from assistant.ui.pieces.task import points


def address(code: str, **asked: object) -> str:
    """Where something of a batch is found on the trainer's desk."""
    more = "".join(f"&{name}={quote(str(value))}" for name, value in asked.items())
    return escape(f"/trainer?batch={quote(code)}{more}")


def wall(room: Classroom) -> str:
    """The room as it is now. Only the summary is read out when it changes."""
    language = room.screen
    if not room.places or not any(place.moved or place.here or place.help for place in room.places):
        return f'<div class="empty"><p class="door">{escape(room.batch.door)}</p><p>{safe("wall.nobody", language)}</p></div>'
    told = say(
        "wall.told",
        language,
        here=room.here,
        help=room.count("help"),
        stuck=room.count("stuck"),
        done=room.count("done"),
    )
    tiles = "".join(_tile(room, seat) for seat in room.seats)
    return (
        f'<p class="told" role="status">{escape(told)}</p>{_calls(room)}<ol class="wall">{tiles}</ol>{_commonest(room)}'
    )


def _calls(room: Classroom) -> str:
    """Who asks for help, once more on top, the longest waiting first."""
    calls = sorted((seat for seat in room.seats if seat.state == "help"), key=lambda seat: -seat.minutes)
    if not calls:
        return ""
    names = ", ".join(
        f'<a href="{address(room.batch.code, seat=seat.place.seat)}">{seat.place.seat} {escape(seat.place.person.name)}</a> '
        f"({safe('wall.minutes', room.screen, count=seat.minutes)})"
        for seat in calls
    )
    return f'<p class="calls"><b>{safe("wall.help", room.screen)}:</b> {names}</p>'


def _tile(room: Classroom, seat: Seat) -> str:
    language, place = room.screen, seat.place
    where = room.title(seat.exercise) if seat.exercise else _form(room, seat.form)
    state = say(f"wall.{seat.state}", language, count=seat.minutes)
    last = place.last if place.last and place.last.attempt.exercise == seat.exercise else None
    mark = f" · {points(last.verdict.score)}" if last else ""
    return (
        f'<li class="{seat.state}"><a href="{address(room.batch.code, seat=place.seat)}"><b>{place.seat} {escape(place.person.name)}</b>'
        f"<span>{escape(where) or '—'}</span><em>{escape(state)}{escape(mark)}</em></a></li>"
    )


def _form(room: Classroom, form: str) -> str:
    known = room.assistant.library.forms.get(form)
    return known.title[room.screen] if known else form


def _commonest(room: Classroom) -> str:
    """The three things that most papers of the room have, each with the way to show its rule to all."""
    if not room.commonest:
        return ""
    items = "".join(
        f"<li><b>{escape(title(code)[room.screen])}</b> {count} "
        f'<a class="small" target="_blank" href="/demo?code={quote(code)}">{safe("wall.project", room.screen)}</a></li>'
        for code, count in room.commonest
    )
    return f'<section class="commonest"><h2>{safe("wall.commonest", room.screen)}</h2><ul>{items}</ul></section>'
