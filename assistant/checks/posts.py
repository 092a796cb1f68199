"""Posts and their ranks (data/posts.yaml): who is senior to whom, as far as that is sure."""

import re
from functools import cache
from typing import Any, NamedTuple

from assistant.checks.phrases import data
from assistant.forms.phrases import written

APART = 8
"""Ranks nearer to each other than this are too near to judge by."""


class Post(NamedTuple):
    """A post that a text names, where its name stands, and its rank; None where it has none or the office that decides isn't named."""

    name: str
    start: int
    end: int
    rank: int | None
    listed: int | None = None
    """How high who has no rank stands in a list of copies: above those whom he audits."""


@cache
def _rows() -> tuple[re.Pattern[str], dict[str, tuple[dict[str, Any], ...]]]:
    """A pattern for every name, the longest first, and the rows of each name."""
    named: dict[str, tuple[dict[str, Any], ...]] = {}
    names: set[str] = set()
    for row in data("posts"):
        for name in {*row["hi"], *row["en"], *map(_several, row["en"])}:
            named[_key(name)] = (*named.get(_key(name), ()), row)
            names.add(name)
    return re.compile(written(sorted(names, key=lambda name: (-len(name), name))), re.IGNORECASE), named


_ONE = re.compile(
    r"(?:Officer|Engineer|Collector|Commissioner|Director|Inspector|Superintendent|Principal|Teacher|Magistrate|Surgeon|Constable|"
    r"Patwari|Tehsildar|Tahsildar|Headmaster|Lecturer|Coordinator|Supervisor|Assistant|Clerk|Peon|Minister|General)(?![A-Za-z])"
)


def _several(name: str) -> str:
    """An English post of which there are several: Sub-Divisional Officers (Police)."""
    return _ONE.sub(lambda match: match[0] + "s", name, count=1)


def _key(name: str) -> str:
    """A name without what makes no difference, so that a match finds its rows."""
    return re.sub(
        "[\u0901\u0902\u093c \n–-]|[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u092e])", "", name
    ).lower()


def posts(text: str, state: str, start: int = 0, end: int | None = None) -> list[Post]:
    """Every post that is named between two places, each by its longest name."""
    pattern, _ = _rows()
    end = len(text) if end is None else end
    around = _key(text[start:end])
    return [
        Post(
            match[0], match.start(), match.end(), row.get("rank") or None, row.get("listed") or row.get("rank") or None
        )
        for match in pattern.finditer(text, start, end)
        for row in [_row(_rows_of(match, start), state, around)]
    ]


def _rows_of(match: re.Match[str], start: int) -> tuple[dict[str, Any], ...]:
    """What the list knows of a name; nothing where a word before it makes it another post."""
    another = _ANOTHER.search(match.string, max(start, match.start() - _WORD), match.start())
    return () if another else _rows()[1].get(_key(match[0]), ())


_WORD = 12
_ANOTHER = re.compile(
    r"(?<![\u0900-\u0963])(?:जिला|उप|मुख्य|राज्य|संभागीय|मंडलीय|मण्डलीय|क्षेत्रीय|सहायक|अपर|अतिरिक्त|संयुक्त)[ -]$"
    r"|\b(?:District|Deputy|Chief|State|Divisional|Regional|Assistant|Additional|Joint|Senior)[ -]$"
)
"""Before a post's name: it is another post, which has no rank here."""


def _row(rows: tuple[dict[str, Any], ...], state: str, around: str) -> dict[str, Any]:
    rows = tuple(row for row in rows if state in row.get("norms", (state,)))
    here = [row for row in rows if any(_key(office) in around for office in row.get("at", ()))]
    # The longer an office's name, the surer: ग्राम पंचायत before पंचायत.
    here.sort(key=lambda row: -max(len(office) for office in row["at"] if _key(office) in around))
    chosen = here or [row for row in rows if "at" not in row]
    return chosen[0] if chosen else {}


def rank(text: str, state: str) -> int | None:
    """The rank of the one whom an address names first; a private secretary stands for his officer. None where it isn't sure."""
    post = named_first(text, state)
    return post.rank if post else None


def named_first(text: str, state: str) -> Post | None:
    """The one whom an address names first, and no private secretary who stands for him."""
    _, named = _rows()
    return next(
        (one for one in posts(text, state) if not any(row.get("stands_for") for row in named.get(_key(one.name), ()))),
        None,
    )


_GRADES = (
    (62, re.compile(r"(?<![\u0900-\u0963])(?:जिला|जनपद) .{2,40}(?:अधिकारी|समन्वयक|प्रबंधक)|\bDistrict .{2,40}(?:Officer|Manager)")),
    (46, re.compile(r"(?:विकासखंड|विकासखण्ड|खंड|खण्ड|ब्लॉक|ब्लाक) .{2,40}(?:अधिकारी|समन्वयक|प्रबंधक)|\bBlock .{2,40}(?:Officer|Manager)")),
    (58, re.compile(r"(?:अग्रणी|लीड) .{0,20}प्रबंधक|(?:क्षेत्रीय|जिला) प्रबंधक|\b(?:Lead (?:District|Bank)|Regional|District)\b.{0,20} Manager|\bLDM\b")),
    (66, re.compile(r"मंडल रेल प्रबंधक|महाप्रबंधक|\b(?:Divisional Railway|General|Chief General) Manager|\bChief Engineer")),
    (44, re.compile(r"\b(?:Assistant|Sub|Junior) (?:Divisional )?Engineer")),
    (44, re.compile(r"(?<![\u0900-\u0963])(?:सहायक|वरिष्ठ) .{2,40}अधिकारी|\b(?:Assistant|Senior|Junior) .{2,40}Officers?\b")),
    (44, re.compile(r"(?:शाखा|डिपो|केंद्र|केन्द्र) प्रबंधक|डाकपाल|स्टेशन मास्टर|\b(?:Branch|Depot|Centre) Manager|\b(?:Station |Post) ?[Mm]aster")),
    (30, re.compile(r"मेसर्स|ठेकेदार|संविदाकार|आपूर्तिकर्ता|प्रो(?:प्रा|परा)इटर|\b(?:M/s|Messrs|[Cc]ontractor|[Ss]upplier|[Vv]endor|[Pp]roprietor)\b")),
    (46, re.compile(r"प्रवर्तन अधिकारी|Enforcement Officer")),
    (50, re.compile(r"कोषालय अधिकारी|Treasury Officer|Accounts Officer")),
    (30, re.compile(r"अधीक्षिका|छात्रावास|\b(?:Warden|Hostel|Clerk|Assistant|Librarian|Caretaker|Accountant)\b")),
)  # fmt: skip


def about(who: str) -> int | None:
    """About how high somebody stands whose post no list has: by what they stand at, a district, a block, a branch."""
    return next((grade for grade, post in _GRADES if post.search(who)), None)
