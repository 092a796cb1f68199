"""The office's own look: a page of its own, on which a Word file with letterhead, margins, fonts and styles is given, seen and taken back.

It holds for all papers of the installation. In desk use anybody at this computer may change it, in a lab trainer and admin.
"""

from fastapi import FastAPI, Request, Response, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from assistant.assistant import Assistant
from assistant.errors import AssistantError, InputError
from assistant.files import MEDIA
from assistant.files.own_house import MOST_BYTES, accept
from assistant.messages import say, tell
from assistant.ui.desk import language_of
from assistant.ui.pieces import look as page
from assistant.ui.seat import STAFF, ours, seat_of


def mount(server: FastAPI, assistant: Assistant, lab: bool) -> None:
    """The routes at /look."""

    def shown(request: Request, wrong: AssistantError | None = None, told: str = "") -> Response:
        language = language_of(assistant, request, request.query_params.get("lang", ""))
        words = tell(wrong, language) if wrong else ""
        own = assistant.own_house.is_file()
        return HTMLResponse(page.look(language, own, words, say(told, language) if told else ""), 400 if wrong else 200)

    def may(request: Request) -> bool:
        """Whether who asks may change it."""
        seat = seat_of(request)
        staff = seat is not None and seat.person.role in STAFF
        return (staff or not lab) and ours(request)

    def note(request: Request, what: str) -> None:
        seat = seat_of(request)
        assistant.records.journal.write("settings.look", seat.person if seat else None, value=what)

    @server.get("/look")
    def ask(request: Request) -> Response:
        return shown(request) if may(request) else shown(request, InputError("error.trainer.only"))

    @server.get("/look/page")
    def sample() -> Response:
        """The first page of a letter as it looks now."""
        form = assistant.library.form("letter")
        drawn = assistant.drawn(assistant.drafter.offline(assistant.library.example(form, "hi"), "hi").document)
        return Response(drawn[0], media_type="image/svg+xml", headers={"Cache-Control": "no-store"})

    @server.get("/look/file")
    def take() -> Response:
        """The file as it is used now, to be changed in Word."""
        named = {"Content-Disposition": "attachment; filename=house.docx"}
        return Response(assistant.house.read_bytes(), media_type=MEDIA[".docx"], headers=named)

    @server.post("/look")
    def give(request: Request, file: UploadFile) -> Response:
        if not may(request):
            return shown(request, InputError("error.trainer.only"))
        try:
            accept(file.file.read(MOST_BYTES + 1), assistant.built_in_house, assistant.own_house)
            note(request, "given")
        except AssistantError as error:
            return shown(request, error)
        return shown(request, told="look.taken")

    @server.post("/look/back")
    def back(request: Request) -> Response:
        """The look that came with the app."""
        if not may(request):
            return shown(request, InputError("error.trainer.only"))
        assistant.own_house.unlink(missing_ok=True)
        note(request, "back")
        return RedirectResponse("/look", 303)
