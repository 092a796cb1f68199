"""Who sits at a browser, for whoever handles its request. The gate (gate.py) has looked the cookie up and left the answer on the request."""

from typing import Any
from urllib.parse import urlsplit

from assistant.errors import InputError
from assistant.records import Person, Seat

COOKIE = "edaksh_seat"
STAFF = ("trainer", "admin")


def seat_of(request: Any) -> Seat | None:
    """Who is signed in at the browser of a request, Gradio's or the server's; None where nobody is."""
    found = getattr(getattr(request, "state", None), "seat", None)
    return found if isinstance(found, Seat) else None


def trainer_of(request: Any) -> Person:
    """The trainer or admin who is signed in. Raises InputError for everybody else: whoever is signed in can call any handler."""
    seat = seat_of(request)
    if seat is None or seat.person.role not in STAFF:
        raise InputError("error.trainer.only")
    return seat.person


def address_of(request: Any) -> str:
    """The PC that a request comes from, for the journal."""
    client = getattr(request, "client", None)
    return client.host if client else ""


def ours(request: Any) -> bool:
    """Whether a form comes from a page of this app: another site's page may send one here, but can't say that it came from ours."""
    origin = request.headers.get("origin", "")
    return not origin or urlsplit(origin).netloc == request.headers.get("host")
