"""What an admin has on the trainer's desk besides the batches: trainers and officers with their passwords, and the journal."""

from collections.abc import Callable, Mapping
from typing import Any

from assistant.assistant import Assistant
from assistant.errors import InputError
from assistant.messages import say
from assistant.records import Person
from assistant.ui.pieces import journal as pages
from assistant.ui.pieces.lists import day_of
from assistant.ui.pieces.staff import staff as people

Asked = Mapping[str, Any]


def staff(assistant: Assistant, who: Person, asked: Asked, language: str) -> str:
    """Trainers, admins and officers."""
    _admin(who)
    typed = str(asked.get("find", ""))[:80].replace("\0", "")
    return people(assistant.records.people.with_passwords(typed), typed, who, language)


def journal(assistant: Assistant, who: Person, asked: Asked, language: str) -> str:
    """A page of the journal, narrowed to what was asked."""
    _admin(who)
    before = str(asked.get("before", ""))
    kind = str(asked.get("kind", ""))
    lines = assistant.records.journal.read(
        most=pages.PAGE + 1,
        who=str(asked.get("who", ""))[:40].replace("\0", ""),
        kind=kind if kind in pages.KINDS else "",
        day=day_of(asked),
        before=int(before) if before.isascii() and before.isdecimal() and len(before) < 16 else 0,
    )
    return pages.journal(lines, asked, assistant.labs.titles(language), language)


def password(assistant: Assistant, who: Person, fields: Asked, language: str, address: str) -> str:
    """A new password for whoever forgot theirs; it is shown this once."""
    _admin(who)
    person = assistant.records.people.get(str(fields.get("id", "")))
    secret = assistant.records.people.new_secret(who, person.employee_id, address)
    return say("staff.told", language, name=person.name, password=secret)


VIEWS: dict[str, Callable[[Assistant, Person, Asked, str], str]] = {"staff": staff, "journal": journal}
"""The pages of an admin, by the address's `view`."""


def _admin(who: Person) -> None:
    if who.role != "admin":
        raise InputError("error.admin.alone")
