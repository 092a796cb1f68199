"""One's own password: a page on which trainers, admins and officers change it, knowing the one before."""

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.concurrency import run_in_threadpool

from assistant.assistant import Assistant
from assistant.errors import AssistantError, InputError
from assistant.messages import tell
from assistant.ui.desk import for_trainer, language_of
from assistant.ui.pieces import signin as pages
from assistant.ui.seat import COOKIE, address_of, ours, seat_of
from assistant.ui.sent import fields_of


def mount(server: FastAPI, assistant: Assistant) -> None:
    """The page at /password. A trainee's PIN is the trainer's to make anew."""

    @server.get("/password")
    def ask(request: Request) -> Response:
        seat = seat_of(request)
        if seat is None or seat.person.role == "trainee":
            return RedirectResponse("/signin/staff", 303)
        return _page(language_of(assistant, request, request.query_params.get("lang", "")))

    @server.post("/password")
    async def change(request: Request) -> Response:
        return await run_in_threadpool(_change, assistant, request, await fields_of(request) or {})


def _change(assistant: Assistant, request: Request, fields: dict[str, str]) -> Response:
    """Changes it; who is signed in elsewhere with the old one is signed out, who sits here goes on."""
    seat, language = seat_of(request), language_of(assistant, request, fields.get("lang", ""))
    if seat is None or seat.person.role == "trainee" or not ours(request):
        return RedirectResponse("/signin/staff", 303)
    old, new, again = (fields.get(name, "") for name in ("old", "new", "again"))
    try:
        if new != again:
            raise InputError("error.password.again")
        cookie = assistant.records.sessions.change_password(seat.person, old, new, address_of(request))
    except AssistantError as error:
        return _page(language, tell(for_trainer(error), language), 403)
    response = _page(language, done=True)
    response.set_cookie(COOKIE, cookie, httponly=True, samesite="lax")
    return response


def _page(language: str, wrong: str = "", status: int = 200, done: bool = False) -> Response:
    return HTMLResponse(pages.password(language, wrong, done), status, headers={"Cache-Control": "no-store"})
