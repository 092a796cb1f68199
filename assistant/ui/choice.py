"""Choosing the model on the screen: an admin in a lab, whoever sits at the computer in desk use."""

from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from assistant.assistant import Assistant
from assistant.errors import AssistantError, InputError
from assistant.messages import say, tell
from assistant.ui.desk import asked_language, for_person
from assistant.ui.pieces.choice import page
from assistant.ui.seat import ours, seat_of
from assistant.ui.sent import fields_of


def may_choose(request: Any) -> bool:
    """Whether the one at a browser may choose: an admin; in desk use, where the gate lets people in without a seat, anybody."""
    seat = seat_of(request)
    return seat is None or seat.person.role == "admin"


def mount(server: FastAPI, assistant: Assistant) -> None:
    """Puts the page at /settings. It lies behind the gate: in a lab nobody comes to it without a seat."""

    @server.get("/settings")
    def show(request: Request) -> Response:
        """The model as it is set."""
        language = asked_language(request.query_params)
        if not may_choose(request):
            return _shown(assistant, language, InputError("error.admin.only"), 403)
        return _shown(assistant, language)

    @server.post("/settings")
    async def save(request: Request) -> Response:
        """Keeps what is chosen and tries it at once."""
        told = await fields_of(request) or {}
        language = asked_language(told)
        if not may_choose(request) or not ours(request):
            return _shown(assistant, language, InputError("error.admin.only"), 403)
        try:
            if "off" in told:
                await run_in_threadpool(_choose, assistant, request, "", "", "")
                return _shown(assistant, language)
            if "model" in told:
                given = told["model"], told.get("address", ""), told.get("key", "")
                await run_in_threadpool(_choose, assistant, request, *given)
            await assistant.model.attempt()
        except AssistantError as error:
            return _shown(assistant, language, for_person(error))
        return _good(assistant, language)


def _choose(assistant: Assistant, request: Request, model: str, address: str, key: str) -> None:
    assistant.choose(model, address, key)
    seat = seat_of(request)
    assistant.records.journal.write("settings.model", seat.person if seat else None, value=assistant.model.name)


def _good(assistant: Assistant, language: str) -> Response:
    words = say("choice.good", language, name=assistant.model.name)
    return HTMLResponse(page(assistant.settings, language, words, good=True), headers={"Cache-Control": "no-store"})


def _shown(assistant: Assistant, language: str, error: AssistantError | None = None, status: int = 200) -> Response:
    words = tell(error, language) if error else ""
    return HTMLResponse(page(assistant.settings, language, words), status, headers={"Cache-Control": "no-store"})
