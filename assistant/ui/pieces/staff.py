"""Trainers, admins and officers as an admin sees them: who has a password, and a new one for whoever forgot theirs."""

from collections.abc import Sequence
from html import escape

from assistant.messages import say
from assistant.records import Person
from assistant.ui.pieces.batch import button, post, top
from assistant.ui.pieces.html import heads, safe, scrolled


def staff(people: Sequence[Person], typed: str, me: Person, language: str) -> str:
    """The list, narrowed to what was typed. One's own password is changed on a page of its own, by whoever knows the old one."""
    find = (
        f'<form method="get" action="/trainer" class="controls"><input type="hidden" name="view" value="staff">'
        f'<label><span>{safe("staff.find", language)}</span><input type="text" name="find" value="{escape(typed)}" maxlength="80"></label>'
        f'<button type="submit" class="small">{safe("answers.show", language)}</button></form>'
    )
    rows = "".join(_row(person, me, language) for person in people)
    table = scrolled(f"{heads(HEADS, language, '<td></td>')}<tbody>{rows}</tbody>") if rows else ""
    none = "" if rows else f"<p>{safe('staff.none', language)}</p>"
    return f"{top('staff.title', language)}{find}{table}{none}"


HEADS = ("people.name", "people.id", "lists.role", "people.post", "staff.password")


def _row(person: Person, me: Person, language: str) -> str:
    new = say("staff.new", language)
    act = (
        f'<a class="small" href="/password">{safe("password.title", language)}</a>'
        if person.id == me.id
        else button("password", new, language, ask="staff.ask", id=person.employee_id)
    )
    return (
        f'<tr><th scope="row">{escape(person.name)}</th><td>{escape(person.employee_id)}</td>'
        f"<td>{safe(f'role.{person.role}', language)}</td><td>{escape(post(person))}</td>"
        f"<td>{safe('people.pin.yes' if person.secret else 'people.pin.no', language)}</td><td>{act}</td></tr>"
    )
