"""An OpenAI-compatible server that says what a script tells it to: for the tests, and for trying the app by hand.

    with Server(plain("महोदय,")) as server: …     # server.url is an OPENAI_BASE_URL, server.history what was asked
    python tests/scripted_server.py --port 8123 --script chatty

Scripts given in order are played one a request; when they are used up, `always` is played for ever.
"""

import argparse
import json
import re
import select
import socket
import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


@dataclass(frozen=True)
class Script:
    """One answer: a text, or a `body` as it is.

    `end` is a finish reason, or `drop` (the line breaks), `hush` (no more words), `fade` (it ends without a reason).
    """

    text: str = ""
    seconds_between: float = 0.0
    end: str = "stop"
    status: int = 200
    body: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def pieces(self) -> Iterator[str]:
        """The text as tokens come: three code points of a word at a time, which may end inside a Devanagari cluster."""
        for word in re.findall(r"\S+\s*|\s+", self.text):
            yield from (word[n : n + 3] for n in range(0, len(word), 3))


def plain(text: str) -> Script:
    """The text and nothing else."""
    return Script(text)


def slow(text: str, seconds_between: float = 0.05) -> Script:
    """The text, a pause after each piece."""
    return Script(text, seconds_between)


def chatty(text: str) -> Script:
    """The text dressed up as small models do: small talk, a fence, Markdown, a salutation and signature of its own."""
    letter = f"महोदय,\n\n**{text}**\n\nभवदीय,\n[आपका नाम]"
    return Script(f"Sure, here is your letter:\n\n```\n{letter}\n```\n\nI hope this helps!")


def cut(text: str) -> Script:
    """Half of the text, then the connection breaks."""
    return Script(text[: len(text) // 2], end="drop")


def unfinished(text: str) -> Script:
    """The text, and a proper end of the stream, but no finish reason."""
    return Script(text, end="fade")


def length(text: str) -> Script:
    """The text as far as max_tokens let it come."""
    return Script(text, end="length")


def filtered(text: str = "") -> Script:
    """The text as far as a content filter let it come."""
    return Script(text, end="content_filter")


def silent(text: str = "", after: int = 0) -> Script:
    """The first `after` words, then nothing more until the client leaves or the server closes."""
    return Script("".join(re.findall(r"\S+\s*", text)[:after]), end="hush")


def empty() -> Script:
    """A proper answer with no text in it."""
    return Script()


def wrong() -> Script:
    """A web page where an answer should be, as a gateway's sign-in gives it."""
    page = "<!doctype html>\n<title>Sign in</title>\n<p>Please sign in.</p>\n"
    return Script(body=page, headers={"Content-Type": "text/html"})


def failing(status: int, body: str | None = None, headers: Mapping[str, str] | None = None) -> Script:
    """An error by its HTTP status."""
    told = json.dumps({"error": {"message": f"scripted {status}", "type": "scripted", "code": None}})
    return Script(status=status, body=told if body is None else body, headers=headers or {})


@dataclass
class Request:
    """One request as it came; `left_early` is set once the client goes away before its answer is whole."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    left_early: threading.Event = field(default_factory=threading.Event)


class Server:
    """The running server. `models` answers GET /models in place of the list; it can be set at any time."""

    def __init__(
        self, *scripts: Script, always: Script | None = None, models: Script | None = None, port: int = 0
    ) -> None:
        self.queue: deque[Script] = deque(scripts)
        self.always = always or failing(500, '{"error": {"message": "no script is left"}}')
        self.models = models
        self.history: list[Request] = []
        self.closing = threading.Event()
        self.lines: set[Any] = set()
        self._http = _Http(("127.0.0.1", port), _Handler)
        self._http.owner = self
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def __enter__(self) -> Self:
        threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()
        for line in list(self.lines):
            _hang_up(line)

    def play(self, *scripts: Script) -> None:
        """Adds scripts to the queue."""
        self.queue.extend(scripts)

    @property
    def asked(self) -> list[Request]:
        """The requests for a text, in order."""
        return [request for request in self.history if request.path.endswith("/chat/completions")]


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256
    owner: Server


class _Left(Exception):
    """The client went away, or the server is closing."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Http
    request_seen: Request

    def setup(self) -> None:
        super().setup()
        self.server.owner.lines.add(self.connection)

    def finish(self) -> None:
        self.server.owner.lines.discard(self.connection)
        super().finish()

    def handle(self) -> None:
        try:
            super().handle()
        except (_Left, OSError):
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        self._remember({})
        models = {"object": "list", "data": [{"id": "test", "object": "model", "created": 0, "owned_by": "script"}]}
        if self.path.endswith("/models"):
            self._play(self.server.owner.models or Script(body=json.dumps(models)), {})
        else:
            self._play(failing(404), {})

    def do_POST(self) -> None:
        try:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")
        except ValueError:
            body = {}
        self._remember(body)
        owner = self.server.owner
        if not self.path.partition("?")[0].endswith("/chat/completions"):
            script = failing(404)
        else:
            script = owner.queue.popleft() if owner.queue else owner.always
        self._play(script, body)

    def _remember(self, body: dict[str, Any]) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.request_seen = Request(self.path, headers, body)
        self.server.owner.history.append(self.request_seen)

    def _play(self, script: Script, body: dict[str, Any]) -> None:
        try:
            if script.body is not None:
                self._whole(script.status, script.body, script.headers)
            elif body.get("stream"):
                self._stream(script, body)
            else:
                self._answer(script, body)
        except (_Left, OSError):
            if not self.server.owner.closing.is_set():
                self.request_seen.left_early.set()
            raise

    def _whole(self, status: int, body: str, headers: Mapping[str, str]) -> None:
        data = body.encode()
        self._head(status, {"Content-Type": "application/json", "Content-Length": str(len(data)), **headers})
        self.wfile.write(data)

    def _answer(self, script: Script, body: dict[str, Any]) -> None:
        """The whole answer in one piece, for a client that doesn't stream."""
        for _ in script.pieces():
            self._wait(script.seconds_between)
        if script.end == "hush":
            self._wait(None)
        if script.end == "drop":
            _hang_up(self.connection)
            raise ConnectionResetError
        message = {"role": "assistant", "content": script.text}
        choice = {"index": 0, "message": message, "finish_reason": None if script.end == "fade" else script.end}
        self._whole(200, json.dumps(_envelope("chat.completion", body) | {"choices": [choice]}), script.headers)

    def _stream(self, script: Script, body: dict[str, Any]) -> None:
        self._head(200, {"Content-Type": "text/event-stream", "Transfer-Encoding": "chunked", **script.headers})

        def event(delta: dict[str, str], reason: str | None = None) -> None:
            choice = {"index": 0, "delta": delta, "finish_reason": reason}
            told = _envelope("chat.completion.chunk", body) | {"choices": [choice]}
            self._chunk(f"data: {json.dumps(told)}\n\n")

        event({"role": "assistant", "content": ""})
        for piece in script.pieces():
            event({"content": piece})
            self._wait(script.seconds_between)
        if script.end == "hush":
            self._wait(None)
        if script.end == "drop":
            _hang_up(self.connection)
            self.close_connection = True
            return
        if script.end != "fade":
            event({}, script.end)
        self._chunk("data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def _head(self, status: int, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _chunk(self, text: str) -> None:
        data = text.encode()
        self.wfile.write(b"%X\r\n%s\r\n" % (len(data), data))

    def _wait(self, seconds: float | None) -> None:
        """Waits so long (None: for ever), and raises _Left as soon as nobody is there to wait for."""
        end = None if seconds is None else time.monotonic() + seconds
        while end is None or (left := end - time.monotonic()) > 0:
            if self.server.owner.closing.is_set():
                raise _Left
            if select.select([self.connection], [], [], 0.02 if end is None else min(0.02, left))[0]:
                raise _Left


def _envelope(kind: str, body: dict[str, Any]) -> dict[str, Any]:
    return {"id": "chatcmpl-scripted", "object": kind, "created": 0, "model": body.get("model", "test")}


def _hang_up(line: Any) -> None:
    with suppress(OSError):  # the other side was quicker
        line.shutdown(socket.SHUT_RDWR)


SAMPLE = (
    "उपर्युक्त विषय में निवेदन है कि जिले के 42 ग्रामों में भू-जल स्तर नीचे चला गया है तथा पेयजल की समस्या उत्पन्न हो रही है।\n\n"
    "अतः अनुरोध है कि 7 टैंकर तत्काल उपलब्ध कराने का कष्ट करें।"
)

SCRIPTS = {
    "plain": plain(SAMPLE),
    "slow": slow(SAMPLE, 0.1),
    "chatty": chatty(SAMPLE),
    "cut": cut(SAMPLE),
    "silent": silent(SAMPLE, after=5),
    "wrong": wrong(),
    "failing": failing(503),
}


def main() -> None:
    """Plays one script for ever, until Ctrl-C."""
    options = argparse.ArgumentParser(description="An OpenAI-compatible server that plays one script for ever.")
    options.add_argument("--port", type=int, default=8123)
    options.add_argument("--script", choices=SCRIPTS, default="plain")
    chosen = options.parse_args()
    with Server(always=SCRIPTS[chosen.script], port=chosen.port) as server:
        print(f"OPENAI_BASE_URL={server.url} EDAKSH_MODEL=openai:{chosen.script}", flush=True)
        with suppress(KeyboardInterrupt):
            threading.Event().wait()


if __name__ == "__main__":
    main()
