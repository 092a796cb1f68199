"""What the trainer's desk has besides its page: the roster that comes in, the lists that are taken away, the sheet that is printed."""

from html import escape
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.concurrency import run_in_threadpool

from assistant.assistant import Assistant
from assistant.errors import AssistantError, InputError
from assistant.messages import say, tell
from assistant.records import Batch, Person
from assistant.records.export import FORMATS, MEDIA
from assistant.records.roster import MOST_BYTES, read_roster
from assistant.ui.classroom import Classroom
from assistant.ui.desk import for_trainer, language_of
from assistant.ui.pieces import batch as pieces
from assistant.ui.pieces import pages
from assistant.ui.pieces.html import safe
from assistant.ui.screens.trainer import table_of
from assistant.ui.seat import address_of, trainer_of
from assistant.ui.sent import bounded, fields_of

SHEET = """
body { font: 15px/1.5 "Noto Sans Devanagari", "Noto Sans", "Nirmala UI", Mangal, sans-serif; color: #14202B; margin: 24px; }
h1 { font-size: 22px; margin: 0; } p { margin: 4px 0 12px; } b.door { font-size: 28px; }
table { width: 100%; border-collapse: collapse; } th, td { border: 1px solid #6B7885; padding: 8px 10px; text-align: left; }
td.pin { font-size: 19px; font-weight: 700; letter-spacing: .08em; white-space: nowrap; } td.sign { width: 28%; } tr { break-inside: avoid; }
@media print { body { margin: 0; } .screen { display: none; } }
"""


def mount(server: FastAPI, assistant: Assistant) -> None:
    """The routes under `/trainer`. Each asks for itself who calls."""

    @server.post("/trainer/roster")
    async def roster(request: Request) -> Response:
        """A sheet of people for a batch: `dry` says what would become of it. Answers {"html", "bad", "members"}: the notice, bad rows, who is in."""
        return await run_in_threadpool(_enrol, assistant, request, await bounded(request, MOST_BYTES))

    @server.post("/trainer/sheet")
    async def sheet(request: Request) -> Response:
        """The sheet to print: seat, name, PIN, place to sign. Whoever has no PIN yet gets one, which stands here this once."""
        fields = await fields_of(request) or {}
        return await run_in_threadpool(_sheet, assistant, request, fields.get("batch", ""))

    @server.get("/trainer/report/{name}.{kind}")
    def take(request: Request, name: str, kind: str) -> Response:
        """A list as a file."""
        try:
            who = trainer_of(request)
            if kind not in FORMATS:
                raise InputError("error.lists", report=kind[:40])
            asked = dict(request.query_params)
            content = FORMATS[kind](table_of(assistant, who, name, asked))
            told = {"report": name, "format": kind, "code": asked.get("batch", "")}
            assistant.records.journal.write("export", who, None, address_of(request), **told)
        except AssistantError as error:
            return _refused(assistant, request, error)
        named = "".join(
            sign if sign.isalnum() or sign in "-_" else "-" for sign in f"{name}-{asked.get('batch', 'all')}"
        )
        kept = named if named.isascii() else name
        return Response(
            content, media_type=MEDIA[kind],
            headers={"Content-Disposition": f'attachment; filename="{kept}.{kind}"', "Cache-Control": "no-store"},
        )  # fmt: skip


def _enrol(assistant: Assistant, request: Request, raw: bytes) -> Response:
    language, asked = language_of(assistant, request), request.query_params
    try:
        who, dry = trainer_of(request), bool(asked.get("dry"))
        batch = assistant.records.batches.get(asked.get("batch", ""), who)
        told = assistant.records.enrolment.enrol(who, read_roster(raw, asked.get("file", "")[:200]), batch, dry=dry)
        members = pieces.members(Classroom(assistant, who, batch, language))
    except AssistantError as error:
        return JSONResponse({"html": pages.notice(tell(for_trainer(error), language), "stop"), "bad": 1}, 400)
    return JSONResponse({"html": pieces.enrolled(told, dry, language), "bad": len(told.bad), "members": members})


def _sheet(assistant: Assistant, request: Request, code: str) -> Response:
    language = language_of(assistant, request)
    try:
        who = trainer_of(request)
        batch = assistant.records.batches.get(code, who)
        page = _printed(assistant, who, batch, language, address_of(request))
    except AssistantError as error:
        return _refused(assistant, request, error)
    return HTMLResponse(page, headers={"Cache-Control": "no-store"})


def _printed(assistant: Assistant, who: Person, batch: Batch, language: str, address: str) -> str:
    rows, own = [], say("sheet.own", language)
    password = f"<br><small>{safe('sheet.password', language)}</small>"
    made = assistant.records.people.first_secrets(who, batch, address)
    for member in assistant.records.batches.members(batch):
        person, fresh = member.person, made.get(member.person_id, "")
        rows.append(
            f"<tr><td>{member.seat}</td><td>{escape(person.name)}<br><small>{escape(person.employee_id)}</small></td>"
            f'<td class="pin">{fresh or f"<small>{escape(own)}</small>"}{"" if person.role == "trainee" else password}</td>'
            '<td class="sign"></td></tr>'
        )
    heads = "".join(f"<th>{safe(f'sheet.{one}', language)}</th>" for one in ("seat", "name", "pin", "sign"))
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(batch.code)}</title><style>{SHEET}</style></head><body>'
        f"<h1>{safe('sheet.title', language, code=batch.code)}</h1>"
        f'<p>{safe("trainer.door", language)} <b class="door">{escape(batch.door)}</b></p>'
        f'<p class="screen">{safe("sheet.help", language)}</p>'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table></body></html>"
    )


def _refused(assistant: Assistant, request: Any, error: AssistantError) -> Response:
    told = for_trainer(error)
    language = language_of(assistant, request)
    status = {"error.trainer.only": 403, "error.save.trainer": 503}.get(told.key, 404)
    words = escape(tell(told, language))
    return HTMLResponse(f'<!DOCTYPE html><html lang="{language}"><meta charset="utf-8"><p>{words}</p></html>', status)
