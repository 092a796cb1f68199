"""The gate: who may come in, and the pages where one signs in. In a lab nothing of the app is open before that, in desk use all but the
trainer's pages is. These pages are plain forms: nothing of Gradio's is loaded, and they work without a script."""

import hmac
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.concurrency import run_in_threadpool

from assistant.assistant import Assistant
from assistant.errors import AssistantError, InputError
from assistant.language.digits import ascii_digits
from assistant.messages import both, say, tell
from assistant.records import Batch, Member, Seat, own_desk
from assistant.records.people import check_pin
from assistant.records.roster import one_row
from assistant.ui.desk import COOKIE as DESK
from assistant.ui.desk import LONGEST, asked_language, for_person, new_key
from assistant.ui.door import Door, Told, kept_by_nobody
from assistant.ui.pieces import signin as pages
from assistant.ui.seat import COOKIE, STAFF, address_of, seat_of
from assistant.ui.sent import fields_of

OPEN = frozenset(
    {"/signin", "/signin/enter", "/signin/join", "/signin/staff", "/first", "/healthz", "/readyz", "/metrics"}
)
"""What is answered before anybody signed in; besides these the fonts and styles under `/files/`."""
SHUT = ("/gradio_api/upload", "/gradio_api/deep_link")
"""Gradio's own, of which no page makes use: whoever is signed in could fill the disk by them."""

Answer = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Form:
    """What a page of the gate was sent: its fields, its language, and from where."""

    fields: dict[str, str]
    language: str
    address: str

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")


class Gate:
    """`lab`: whether others than this computer can reach the server. `first`: what makes the first admin, until there is one."""

    def __init__(self, assistant: Assistant, lab: bool) -> None:
        self._assistant = assistant
        self.lab = lab
        self.first = secrets.token_hex(4) if lab and not assistant.records.people.any_admin else ""

    def mount(self, server: FastAPI) -> None:
        """Puts the gate before everything, and its pages beside it."""
        server.add_middleware(Door, look=self._look)
        server.get("/signin")(self._ask)
        for path, answer in (
            ("/signin", self._at_door(self._names)), ("/signin/enter", self._at_door(self._enter)),
            ("/signin/join", self._at_door(self._join)), ("/signin/staff", self._staff), ("/first", self._first),
        ):  # fmt: skip
            server.post(path)(self._form(answer))
        server.get("/signin/staff")(self._ask_staff)
        server.get("/first")(self._ask_first)
        server.get("/desk/here")(self._here)
        server.post("/desk/help")(self._help)
        server.post("/desk/new")(self._leave)

    async def _look(self, request: Request) -> Told:
        """Finds who sits there; whoever may not come in is sent to sign in."""
        path = request.scope[
            "path"
        ]  # as it will be routed; an address put together from headers can be made to say otherwise
        if path.startswith(SHUT):
            return Response(status_code=404)
        cookie = request.cookies.get(COOKIE, "")
        try:
            seat = await run_in_threadpool(self._assistant.records.sessions.find, cookie) if cookie else None
        except AssistantError as error:
            return _broken(request, error)
        request.state.seat = seat
        if not self._may(path, seat):
            return _sent_away(request, path)
        return kept_by_nobody if path.startswith(("/signin", "/first", "/trainer")) else None

    def _may(self, path: str, seat: Seat | None) -> bool:
        if path in OPEN or path.startswith("/files/"):
            return True
        if path == "/trainer" or path.startswith("/trainer/"):
            return seat is not None and seat.person.role in STAFF
        return seat is not None or not self.lab

    # ---- the pages ----------------------------------------------------------------------------------------------------

    def _ask(self, request: Request) -> Response:
        """The batch's number; whoever is signed in already goes on."""
        if seat := seat_of(request):
            return RedirectResponse(_home(seat), 303)
        language = asked_language(request.query_params)
        typed = request.query_params.get("code", "")[:40]
        return HTMLResponse(pages.code(language, typed, self._why_out(request, language)))

    def _ask_staff(self, request: Request) -> Response:
        language = asked_language(request.query_params)
        return HTMLResponse(pages.staff(language, wrong=self._why_out(request, language)))

    def _why_out(self, request: Request, language: str) -> str:
        """What whoever was signed in at this browser and isn't any more is told; "" for everybody else."""
        cookie = request.cookies.get(COOKIE, "")
        why = self._assistant.records.sessions.why_out(cookie) if cookie and not seat_of(request) else ""
        return say(f"signin.out.{why}", language) if why else ""

    def _ask_first(self, request: Request) -> Response:
        """The page that makes the first admin: opened by the link that the server's console shows."""
        code = request.query_params.get("code", "")
        language = asked_language(request.query_params)
        if not self._is_first(code):
            return HTMLResponse(pages.nothing(language), 404)
        return HTMLResponse(pages.first(language, code))

    def _is_first(self, code: str) -> bool:
        right = bool(self.first) and hmac.compare_digest(self.first.encode(), code.encode())
        return right and not self._assistant.records.people.any_admin

    def _at_door(self, go_on: Callable[[Form, Batch], Response]) -> Callable[[Form], Response]:
        """A step that needs the batch's number; with a wrong one that is asked again."""

        def answer(form: Form) -> Response:
            try:
                batch = self._assistant.records.sessions.door(form["code"], form.address)
            except InputError as error:
                return HTMLResponse(pages.code(form.language, form["code"], tell(error, form.language)), 403)
            return go_on(form, batch)

        return answer

    def _names(self, form: Form, batch: Batch) -> Response:
        """Who one is, of those in the batch."""
        return HTMLResponse(self._list(form, batch))

    def _list(self, form: Form, batch: Batch, wrong: str = "", joining: bool = False) -> str:
        members: list[Member] = self._assistant.records.batches.members(batch)
        return pages.names(form.language, batch, members, form.fields, wrong, joining)

    def _enter(self, form: Form, batch: Batch) -> Response:
        """The four digits."""
        records = self._assistant.records
        try:
            chosen = int(form["person"]) if form["person"].isdecimal() and len(form["person"]) < 10 else 0
            if not chosen:
                raise InputError("error.signin.name")
            cookie = records.sessions.sign_in(chosen, _pin(form), batch, form.address)
        except InputError as error:
            return HTMLResponse(self._list(form, batch, tell(error, form.language)), 403)
        return self._in(form, cookie)

    def _join(self, form: Form, batch: Batch) -> Response:
        """Somebody who isn't on the list puts himself on it."""
        records = self._assistant.records
        try:
            employee_id, columns = one_row(form.fields)
            cookie = records.sessions.join(batch, employee_id, columns, _pin(form), form.address)
        except InputError as error:
            return HTMLResponse(self._list(form, batch, tell(error, form.language), joining=True), 403)
        return self._in(form, cookie)

    def _staff(self, form: Form) -> Response:
        """Trainers, admins and officers: employee ID and password."""
        records = self._assistant.records
        try:
            person = records.people.find(form["employee_id"]) if form["employee_id"].strip() else None
            cookie = records.sessions.sign_in(person.id if person else 0, form["password"], None, form.address)
        except InputError as error:
            return HTMLResponse(pages.staff(form.language, form["employee_id"], tell(error, form.language)), 403)
        return self._in(form, cookie)

    def _first(self, form: Form) -> Response:
        """The first admin, with a password of their own."""
        records = self._assistant.records
        if not self._is_first(form["first"]):
            return HTMLResponse(pages.nothing(form.language), 404)
        try:
            employee_id, columns = one_row(form.fields)
            person = records.people.first_admin(employee_id, columns, form["password"])
        except InputError as error:
            return HTMLResponse(pages.first(form.language, form["first"], form.fields, tell(error, form.language)), 403)
        self.first = ""
        return self._in(form, records.sessions.begin(person, None, form.address))

    def _in(self, form: Form, cookie: str) -> Response:
        """Signed in: the cookie ends with the browser, and the desk speaks the language that one signed in in."""
        seat = self._assistant.records.sessions.find(cookie)
        if seat is None:  # the batch was closed this very moment
            return RedirectResponse("/signin", 303)
        key = own_desk(seat.person, seat.batch)
        if not self._assistant.records.look(key):
            self._assistant.records.speak(key, form.language)
        response = RedirectResponse(_home(seat), 303)
        response.set_cookie(COOKIE, cookie, httponly=True, samesite="lax")
        return response

    # ---- while one is in, and leaving ---------------------------------------------------------------------------------

    def _here(self, request: Request) -> Response:
        """What a page asks for now and then, so that its seat is seen to be taken, and what is new in its batch."""
        seat = seat_of(request)
        if seat is None or seat.batch is None:
            return JSONResponse({"signed_in": seat is not None})
        batch = seat.batch
        desk = self._assistant.records.look(own_desk(seat.person, batch))
        asks = bool(desk and desk[0].help)
        news = {"sent_to": batch.sent_to, "model": batch.model, "coach": batch.coach, "help": asks}
        return JSONResponse({"signed_in": True, "batch": batch.code, **news})

    def _help(self, request: Request, asking: bool = True) -> Response:
        """Somebody in a batch calls for help, or needs it no more."""
        seat = seat_of(request)
        if seat is None or seat.batch is None:
            return _told(403, InputError("error.signin.needed"))
        try:
            self._assistant.records.ask_help(own_desk(seat.person, seat.batch), asking)
        except AssistantError as error:
            return _told(503, for_person(error))
        return JSONResponse({"help": asking})

    def _leave(self, request: Request) -> Response:
        """The person leaves. Whoever was signed in finds all again at any seat; what nobody signed for is erased."""
        records, seat = self._assistant.records, seat_of(request)
        try:
            if seat:
                records.sessions.end(request.cookies.get(COOKIE, ""))
            if key := request.cookies.get(DESK):
                records.leave(key)
        except AssistantError as error:
            return _broken(request, error)
        response = RedirectResponse("/signin" if self.lab else "/", 303)
        response.delete_cookie(COOKIE, httponly=True, samesite="lax")
        response.set_cookie(DESK, new_key(), max_age=LONGEST, httponly=True, samesite="lax")
        return response

    def _form(self, answer: Callable[[Form], Response]) -> Answer:
        """A page's form, read and answered beside the others' requests; the one who was signed in there before is signed out."""

        async def read(request: Request) -> Response:
            fields = await fields_of(request)
            if fields is None:
                return _told(400, InputError("error.save.shape"))
            form = Form(fields, asked_language(fields), address_of(request))
            try:
                response = await run_in_threadpool(answer, form)
                if response.status_code == 303 and request.cookies.get(COOKIE):
                    await run_in_threadpool(self._assistant.records.sessions.end, request.cookies[COOKIE])
            except AssistantError as error:
                return _broken(request, error, form.language)
            return response

        read.__name__ = answer.__name__
        return read


def _home(seat: Seat) -> str:
    """Where one begins: a trainee with the labs, the trainer with the room."""
    if seat.person.role in STAFF:
        return "/trainer"
    return "/labs" if seat.batch else "/"


def _sent_away(request: Request, path: str) -> Response:
    """A page asks to sign in; anything else is told that it may not."""
    if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
        return RedirectResponse("/signin/staff" if path.startswith("/trainer") else "/signin", 303)
    return _told(401, InputError("error.signin.needed"))


def _broken(request: Request, error: AssistantError, language: str = "") -> Response:
    """The database doesn't answer: a page says so in words, a script gets what it shows beside what was typed."""
    told = for_person(error)
    if "text/html" not in request.headers.get("accept", ""):
        return _told(503, told)
    page = pages.broken(language or asked_language(request.query_params))
    return HTMLResponse(page, 503, headers={"Cache-Control": "no-store"})


def _told(status: int, error: AssistantError) -> Response:
    words = both(error.key, **error.values)
    return JSONResponse({"detail": words["en"], **words}, status, headers={"Cache-Control": "no-store"})


def _pin(form: Form) -> str:
    """The PIN as it was typed, in either script's digits. Raises InputError for what can't be one: it counts as no try."""
    pin = ascii_digits(form["pin"].strip())
    check_pin(pin)
    return pin
