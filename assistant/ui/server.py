"""The server around the app: the browser's cookie, saving at every pause, files to take away, and what watchers ask."""

import json
import logging
import os
import socket
import sys
import tempfile
import threading
import warnings
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.routing import Mount

from assistant.assistant import Assistant
from assistant.errors import AssistantError, InputError
from assistant.files import MEDIA
from assistant.files.html import STYLE
from assistant.forms.template import paragraphs
from assistant.language.text import MOST_LETTERS
from assistant.messages import LANGUAGES, both, say, store, tell
from assistant.ui import choice, hindi, look, password
from assistant.ui.desk import COOKIE, LONGEST, Table, for_person, key_of, new_key, table
from assistant.ui.door import Door, Told, kept_by_nobody, kept_for_good
from assistant.ui.gate import Gate
from assistant.ui.network import addresses
from assistant.ui.sent import bounded

STATIC = Path(__file__).parent / "static"
SCRIPTS = ("page.js", "review.js", "changes.js", "coach.js", "labs.js", "demo.js", "trainer.js", "room.js")
STYLES = ("page.css", "demo.css", "trainer.css")
PAGES = ("/", "/labs", "/demo", "/trainer")
MOST_BYTES = 2_000_000
"""The most that one save may bring."""
MOST_FILE = 5_000_000
"""The largest Word file that is read for its text."""

LOCAL = ("127.0.0.1", "localhost", "::1")
"""Addresses that only this computer can call: desk use, where nobody signs in."""

log = logging.getLogger(__name__)


def build_server(assistant: Assistant, host: str = "127.0.0.1", demo: bool = False) -> FastAPI:
    """The web app: Gradio at `/`, our own routes beside it. `demo`: every page in the projector's large type."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # read when gradio is imported: nothing may go to another host
    os.environ["GRADIO_ANALYTICS_MAX_EVENTS"] = "100"  # its own memory of events would grow for ever
    os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = "1000000"
    import gradio as gr

    from assistant.ui import trainer_routes
    from assistant.ui.app import build_app
    from assistant.ui.sessions import Straight, lighten
    from assistant.ui.theme import THEME

    server = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    server.mount("/files", StaticFiles(directory=STATIC))
    _watch(server, assistant)
    _desk(server, assistant)
    hindi.mount(server)
    trainer_routes.mount(server, assistant)

    server.add_middleware(Door, look=_give_key)
    gate = Gate(assistant, host not in LOCAL)
    gate.mount(server)
    look.mount(server, assistant, gate.lab)
    server.state.gate = gate
    choice.mount(server, assistant)
    password.mount(server, assistant)

    # Told that there is to be none, Gradio warns all the same that an app of several pages has no SSR.
    warnings.filterwarnings("ignore", message="SSR mode is not supported")
    gr.mount_gradio_app(
        server,
        build_app(assistant, api=host in LOCAL),
        path="/",
        theme=THEME,
        css="".join((STATIC / name).read_text(encoding="utf-8") for name in STYLES) + STYLE,
        head=_head(demo) + hindi.head(),
        show_error=False,
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        max_file_size="5mb",
    )
    mounted: Mount = server.routes[-1]  # type: ignore[assignment]
    lighten(mounted.app)  # type: ignore[arg-type]
    server.routes.insert(0, Straight(mounted))
    return server


def _head(demo: bool) -> str:
    words = {language: {k: v for k, v in store(language).items() if k.startswith("page.")} for language in LANGUAGES}
    scripts = "".join(f"<script>{(STATIC / name).read_text(encoding='utf-8')}</script>" for name in SCRIPTS)
    told = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
    return f"<script>window.WORDS = {told}; window.DEMO = {json.dumps(demo)};</script>{scripts}"


async def _give_key(request: Request) -> Told:
    """Every browser gets a key with its first page, and pages are kept by no cache: the next person may press Back."""
    path = request.url.path
    if path.startswith("/assets/"):
        return kept_for_good
    fresh = new_key() if path in PAGES and COOKIE not in request.cookies else ""
    if not fresh and path not in PAGES and not path.startswith(("/desk", "/trainer/")):
        return None
    if fresh:
        request.scope["headers"] = [*request.scope["headers"], (b"cookie", f"{COOKIE}={fresh}".encode())]

    def hand_over(headers: MutableHeaders) -> None:
        kept_by_nobody(headers)
        if fresh:
            told = Response()
            told.set_cookie(COOKIE, fresh, max_age=LONGEST, httponly=True, samesite="lax")
            headers.append("set-cookie", told.headers["set-cookie"])

    return hand_over


def _watch(server: FastAPI, assistant: Assistant) -> None:
    @server.get("/healthz")
    def healthz() -> Response:
        return PlainTextResponse("ok")

    @server.get("/readyz")
    def readyz() -> Response:
        """200 when the database answers and there are forms; a bad content file is named in either case."""
        reasons = []
        try:
            assistant.records.ping()
        except AssistantError as error:
            reasons.append(tell(error, "en"))
        if not assistant.library.forms:
            reasons.append(say("ready.forms", "en"))
        bad = [f"{problem.file}: {tell(problem, 'en')}" for problem in assistant.problems]
        return JSONResponse({"ready": not reasons, "reasons": reasons, "content": bad}, 503 if reasons else 200)

    @server.get("/metrics")
    def metrics() -> Response:
        from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


def _desk(server: FastAPI, assistant: Assistant) -> None:
    @server.post("/desk/draft")
    async def save(request: Request) -> Response:
        """What was typed since the last pause: {"tab", "fields": {box or "editor": text}}. With "over": {"draft", "step"} it is all that
        stands on the page, and wins over what another tab wrote."""
        return await _saving(request, _save, assistant)

    @server.post("/desk/work/{exercise}")
    async def save_work(request: Request, exercise: str) -> Response:
        """The same of an exercise's answer: {"tab", "fields": {"editor": text}}; with "over": {} it wins."""
        return await _saving(request, _save_work, assistant, exercise)

    @server.post("/desk/read")
    async def read_file(request: Request) -> Response:
        """The text of a file, a Word file unless `?kind=` says another, {"text"}; nothing of it is kept."""
        raw = await bounded(request, MOST_FILE)
        if len(raw) > MOST_FILE:
            return _refused(413, InputError("error.read.large", most=MOST_FILE // 1_000_000, letters=MOST_LETTERS))
        return await run_in_threadpool(_read, raw, request.query_params.get("kind", ".docx")[:10])

    @server.get("/desk/file/{kind}")
    def take(request: Request, kind: str) -> Response:
        """The open draft as a file, made in memory for this browser alone."""
        language = "hi"
        try:
            at = table(assistant, request)
            language = at.screen
            if at.made is None:
                raise InputError("error.nothing")
            content = assistant.file(at.made.document, f".{kind}")
        except AssistantError as error:
            return PlainTextResponse(tell(for_person(error), language), 404)
        return Response(content, media_type=MEDIA[f".{kind}"], headers=_named(at, f".{kind}"))

    @server.get("/desk/page/{number}")
    def draw(request: Request, number: int) -> Response:
        """A page of the open draft as it will print."""
        try:
            at = table(assistant, request)
            drawn = assistant.drawn(at.made.document) if at.made else []
        except AssistantError as error:
            return PlainTextResponse(tell(for_person(error), "hi"), 404)
        if not 0 < number <= len(drawn):
            return PlainTextResponse(say("error.nothing", at.screen), 404)
        return Response(drawn[number - 1], media_type="image/svg+xml")


async def _saving(request: Request, save: Callable[..., Response], *values: object) -> Response:
    """What a page saves, handed to what keeps it: values, the browser's key, the tab, the fields, and what it wins over, if anything."""
    body = await bounded(request, MOST_BYTES)
    try:
        if len(body) > MOST_BYTES:
            raise InputError("error.save.long", most=MOST_LETTERS)
        saved = json.loads(body)
        tab = str(saved["tab"])[:40]
        fields = {str(box)[:80]: str(text).replace("\0", "") for box, text in saved["fields"].items()}
        over = {str(name): int(number) for name, number in saved["over"].items()} if "over" in saved else None
    except AssistantError as error:
        return _refused(413, error)
    except (ValueError, KeyError, AttributeError, TypeError):
        return _refused(400, InputError("error.save.shape"))
    return await run_in_threadpool(save, *values, key_of(request), tab, fields, over)


Over = dict[str, int] | None


def _save_work(assistant: Assistant, exercise: str, key: str, tab: str, fields: dict[str, str], over: Over) -> Response:
    answer, before, kept = fields.get("editor", ""), {}, ""
    try:
        if over is not None and (there := assistant.records.works(key)[0].get(exercise)):
            if there.answer.strip() and there.answer != answer:
                before, kept = {"before": there.answer}, "page.kept.exercise"
            assistant.records.work(key, exercise, tab=tab)
        saved = assistant.records.save_work(key, exercise, tab, answer=answer, **before)
    except AssistantError as error:
        return _refused(507, for_person(error))
    if saved is None:
        return _refused(409, InputError("error.tab.exercise"))
    return JSONResponse({"saved": saved.saved.astimezone().strftime("%H:%M"), "kept": kept})


def _read(raw: bytes, kind: str) -> Response:
    from assistant.files import read

    try:
        text = read(raw, kind).text
        if len(text) > MOST_LETTERS:
            raise InputError("error.read.large", most=MOST_FILE // 1_000_000, letters=MOST_LETTERS)
    except AssistantError as error:
        return _refused(422, error)
    return JSONResponse({"text": text})


def _save(assistant: Assistant, key: str, tab: str, fields: dict[str, str], over: Over) -> Response:
    try:
        columns = {"prose": paragraphs(fields.pop("editor"))} if "editor" in fields else {}
    except AssistantError as error:
        return _refused(413, error)
    try:
        if over is not None:
            return _take_over(assistant, key, tab, over, answers=fields, **columns)
        saved = assistant.records.save(key, tab, answers=fields, **columns)
    except AssistantError as error:
        return _refused(507, for_person(error))
    if saved is None:
        return _refused(409, InputError("error.tab"))
    return JSONResponse({"saved": saved.saved.astimezone().strftime("%H:%M")})


def _take_over(assistant: Assistant, key: str, tab: str, over: dict[str, int], **columns: object) -> Response:
    step = min(max(over.get("step", 1), 1), 4)
    lost = assistant.records.take_over(key, tab, over.get("draft", 0), step=step, **columns)
    if lost is None:
        return _refused(409, InputError("error.tab"))
    return JSONResponse({"kept": "page.kept" if lost else ""})


def _refused(status: int, error: AssistantError) -> Response:
    return JSONResponse(both(error.key, **error.values), status)


def _named(at: Table, suffix: str) -> dict[str, str]:
    """The file's name is the paper's title, as far as every file system takes it."""
    title = at.made.document.title if at.made else ""
    kept = "".join(sign if sign.isalnum() or sign in " -()" or ord(sign) > 0x900 else " " for sign in title)
    name = f"{' '.join(kept.split())[:80].strip() or 'patra'}{suffix}"
    return {"Content-Disposition": f"attachment; filename=patra{suffix}; filename*=UTF-8''{quote(name)}"}


def serve(assistant: Assistant, host: str, port: int, demo: bool, language: str) -> None:
    """Serves until it is told to stop. Raises InputError where the port is taken or the address isn't this machine's."""
    import uvicorn

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0 if sys.platform == "win32" else 1)
    try:
        listening.bind((host, port))
    except OSError:
        raise InputError("error.port", port=port) from None
    scratch = tempfile.TemporaryDirectory(prefix="edaksh-") if demo else None
    if scratch:
        assistant = Assistant(assistant.settings.model_copy(update={"home": Path(scratch.name), "database_url": ""}))
    try:
        assistant.records.journal.write(
            "server.started", None, value=host
        )  # a database that can't be written is told now, not to the first person
        server = build_server(assistant, host, demo)
        config = uvicorn.Config(server, log_level="warning", timeout_graceful_shutdown=3, proxy_headers=False)
        where = addresses(host)
        for address in where:
            print(f"e-Daksh: http://{address}:{port}{'/demo' if demo else ''}", flush=True)
        print(_how(server.state.gate, f"http://{where[-1]}:{port}", language), flush=True)
        threading.Thread(target=assistant.warm, daemon=True).start()
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        listening.close()
        if scratch:
            scratch.cleanup()


def _how(gate: Gate, address: str, language: str) -> str:
    """What whoever started the server does next: opens it to a lab, makes the first admin, or sends people to sign in."""
    if not gate.lab:
        return say("serve.desk", language)
    if gate.first:
        return say("serve.first", language, address=f"{address}/first?code={gate.first}")
    return say("serve.lab", language, address=f"{address}/signin")
