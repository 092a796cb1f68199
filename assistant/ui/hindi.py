"""Hindi at the keyboard, for the page: its scripts and word lists, served compressed and kept by the browser, and Kruti Dev both ways.

What the lists say is read by assistant/language/roman.py and by static/roman.js alike.
"""

import gzip
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response

from assistant.language import roman, typed

STATIC = Path(__file__).parent / "static"
SCRIPTS = ("roman.js", "typing.js")
STYLE = "hindi.css"
WORDS = "words.json"
KINDS = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}


def words() -> dict[str, Any]:
    """All that roman.js works by."""
    by_digit: dict[int, list[str]] = {}
    for word, digit in roman.usual().items():
        by_digit.setdefault(digit, []).append(word)
    kinds = (
        "same",
        "fold",
        "letters",
        "letter",
        "vowel",
        "near",
        "drop",
        "ending",
        "spell",
        "begin",
        "sign",
        "english",
    )
    return {
        "rules": {kind: [row if row[2] else row[:2] for row in roman.rules(kind)] for kind in kinds},
        "usual": {digit: " ".join(listed) for digit, listed in by_digit.items()},
        "spellings": roman.spellings(),
        "english": " ".join(sorted(typed.english_words())),
        "little": " ".join(sorted(typed.LITTLE)),
        "kept": typed.KEPT,
        "that": typed.THAT.pattern,
        "stop": typed.STOP.pattern,
        "second": roman.SECOND_SPELLING.pattern,
        "weights": {name: getattr(roman, name) for name in ("USUAL", "LISTED", "SECOND", "ENDED", "JOINED", "CLOSE")}
        | {"SURE": typed.SURE},
        "exact": _exact(),
    }


def _exact() -> dict[str, dict[str, str]]:
    """The letters of the exact scheme, as indic-transliteration has them."""
    from indic_transliteration import sanscript  # type: ignore[import-untyped]

    scheme = sanscript.SCHEMES["optitrans"]
    marks = {roman: mark for mark, roman in scheme["vowel_marks"].items()} | {"a": ""}
    tables = {
        "vowels": {roman: letter for letter, roman in scheme["vowels"].items() if roman in marks},
        "marks": marks,
        "consonants": {
            roman: letter for part in ("consonants", "extra_consonants") for letter, roman in scheme[part].items()
        },
        "others": {roman: letter for letter, roman in scheme["yogavaahas"].items()},
    }
    for main, others in scheme["alternates"].items():
        for table in tables.values():
            if main in table:
                table.update(dict.fromkeys(others, table[main]))
    return {
        name: {roman: letter for roman, letter in table.items() if roman.isalpha()} for name, table in tables.items()
    }


@cache
def content(name: str) -> tuple[bytes, str]:
    """A file's bytes, compressed, and the mark of its content that stands in its address."""
    raw = (
        json.dumps(words(), ensure_ascii=False, separators=(",", ":")).encode()
        if name == WORDS
        else (STATIC / name).read_bytes()
    )
    return gzip.compress(raw, 9, mtime=0), hashlib.sha256(raw).hexdigest()[:12]


def address(name: str) -> str:
    """Where the page gets a file from; another content has another address."""
    return f"/hindi/{name}?v={content(name)[1]}"


def head() -> str:
    """What the page's head says of it: the scripts, and where they find the words."""
    scripts = "".join(f'<script src="{address(name)}" defer></script>' for name in SCRIPTS)
    style = f'<link rel="stylesheet" href="{address(STYLE)}">'
    return f'<meta name="hindi-words" content="{address(WORDS)}">{style}{scripts}'


def mount(server: FastAPI) -> None:
    """The routes of this module."""

    @server.get("/hindi/{name}")
    def get(name: str, request: Request) -> Response:
        """A script or the words; a browser asks once for each content."""
        if name not in (*SCRIPTS, STYLE, WORDS):
            return Response(status_code=404)
        packed, mark = content(name)
        fresh = request.query_params.get("v") == mark
        headers = {
            "Cache-Control": "public, max-age=31536000, immutable" if fresh else "no-cache",
            "Vary": "Accept-Encoding",
        }
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
        else:
            packed = gzip.decompress(packed)
        return Response(packed, media_type=KINDS[Path(name).suffix], headers=headers)
