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
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse

from assistant.language import krutidev, lexicon, roman, sounds, typed
from assistant.language.text import MOST_LETTERS
from assistant.language.to_krutidev import to_krutidev
from assistant.language.words import rows

STATIC = Path(__file__).parent / "static"
SCRIPTS = (
    "sounds.js",
    "roman.js",
    "remembered.js",
    "choices.js",
    "early.js",
    "typing.js",
    "glossary.js",
    "keyboard.js",
    "legacy.js",
)
STYLE = "hindi.css"
WORDS, TERMS = "words.json", "terms.json"
KINDS = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}


def words() -> dict[str, Any]:
    """All that roman.js works by."""
    by_digit: dict[int, list[str]] = {}
    for word, digit in lexicon.usual().items():
        by_digit.setdefault(digit, []).append(word)
    kinds = sorted({row[0] for row in rows("roman.rules.txt")})
    return {
        "rules": {kind: [row if row[2] else row[:2] for row in lexicon.rules(kind)] for kind in kinds},
        "usual": {digit: " ".join(listed) for digit, listed in by_digit.items()},
        "spellings": lexicon.spellings(),
        "offered": lexicon.spellings("offered"),
        "english": " ".join(sorted(typed.english_words())),
        "little": " ".join(sorted(typed.LITTLE)),
        "kept": typed.KEPT,
        "begins": typed.BEGINS.pattern,
        "that": typed.THAT.pattern,
        "dot": typed.DOT.pattern,
        "undotted": " ".join(sorted(typed.undotted())),
        "shorts": lexicon.shorts(),
        "short": typed.short_form(),
        "days": lexicon.shorts("figure"),
        "day": typed.short_form("figure"),
        "figure": typed.FIGURE,
        "second": lexicon.SECOND_SPELLING.pattern,
        "weights": {name: getattr(roman, name) for name in roman.WEIGHTS} | {"SURE": typed.SURE, "SAME": typed.SAME},
        "sounds": {name: getattr(sounds, name) for name in ("ORDER", "LEARNED", "BREADTH", "LETTERS")},
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


def terms() -> list[dict[str, Any]]:
    """The terms of the office: English, MP and CG, UP and the Government of India, and what is wrongly said."""
    return [
        {"en": row[0]}
        | {key: list(filter(None, row[at].split(" | "))) for at, key in ((1, "mp"), (2, "up"), (3, "wrong"))}
        for row in rows("terms.txt")
    ]


@cache
def content(name: str) -> tuple[bytes, str]:
    """A file's bytes, compressed, and the mark of its content that stands in its address."""
    made = {WORDS: words, TERMS: terms}
    if name in made:
        raw = json.dumps(made[name](), ensure_ascii=False, separators=(",", ":")).encode()
    else:
        raw = (STATIC / name).read_bytes()
    return gzip.compress(raw, 9, mtime=0), hashlib.sha256(raw).hexdigest()[:12]


def address(name: str) -> str:
    """Where the page gets a file from; another content has another address."""
    return f"/hindi/{name}?v={content(name)[1]}"


def head() -> str:
    """What the page's head says of it: the scripts, and where they find the words."""
    scripts = "".join(f'<script src="{address(name)}" defer></script>' for name in SCRIPTS)
    style = f'<link rel="stylesheet" href="{address(STYLE)}">'
    lists = f'<meta name="hindi-words" content="{address(WORDS)}"><meta name="hindi-terms" content="{address(TERMS)}">'
    return lists + style + scripts


def mount(server: FastAPI) -> None:
    """The routes of this module."""

    @server.get("/hindi/{name}")
    def get(name: str, request: Request) -> Response:
        """A script or the words; a browser asks once for each content."""
        if name not in (*SCRIPTS, STYLE, WORDS, TERMS):
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

    @server.post("/hindi/{way}")
    async def convert(way: str, request: Request) -> Response:
        """A text {"text"} of the font in Unicode, {"text", "legacy": whether any of it was}; or Unicode in the font's keys, {"text"}.
        `sure`: it was pasted out of a paper that is set in the font. Nothing of it is kept."""
        body = await request.body()
        try:
            asked = json.loads(body) if len(body) <= MOST_LETTERS * 4 else {}
            text, sure = str(asked["text"])[:MOST_LETTERS], bool(asked.get("sure"))
        except (ValueError, KeyError, TypeError, AttributeError):
            return Response(status_code=400)
        if way == "to-krutidev":
            return JSONResponse({"text": await run_in_threadpool(to_krutidev, text)})
        if way == "to-unicode":
            read = await run_in_threadpool(krutidev.to_unicode, text, sure)
            return JSONResponse({"text": read, "legacy": read != text})
        return Response(status_code=404)
