"""The labels by which the parts of a paper are known: the words that its form prints in any norm, and how people spell them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from assistant.content import Strict, checked, open_content, read_source
from assistant.forms.form import Form, Words

FILE = "templates/letters/_shared/labels.yaml"
How = Literal["marked", "bare", "head", "tail", "whole", "opens"]

_LETTER = "A-Za-z0-9\u0900-\u0902\u0904-\u0963\u0966-\u097f"  # a visarga is typed for a colon, so it ends a word here
_DECOR = r"[#>*_• -]{0,8}"  # what a chat window puts round a label in bold
_MARK = re.compile(r"(?:[*_]{0,3} ?(?:[:ः：=~।,!–—-]|\.(?!\.)){1,3}){1,3}[*_ ]{0,4}| ?[*_]{2,3} ?")
_HARD_MARK = re.compile(r"[:ः：=~–—-]|[।.] ?[:–—-]")
_WRAPPED = re.compile(r"^(?:[^\w\u0900-\u0963]|_){1,8}|(?:[^\w\u0900-\u0963]|_){1,8}$")
_COMPOUND = re.compile("-(?:वस्तु|सूची|विशेष|क्षेत्र|wise|matter|line)")
_LOOKS: dict[str, How] = {
    "label": "marked", "header": "marked", "address": "marked", "copy": "marked", "number": "bare", "right": "bare", "title": "whole",
    "salutation": "whole", "subscription": "whole", "closing": "whole",
}  # fmt: skip
"""The look of a part → how its own word in the form is followed. Words of other looks (a letterhead's) are no labels."""
COMMA = ("addressee", "from", "through", "copies")
"""Parts whose label a comma may follow: प्रति, · To, — while "विषय, समय और स्थान" is a list."""
BRANCH = re.compile(
    r"शाखा|अनुभाग|प्रकोष्ठ|(?<![\u0900-\u0963])कक्ष|पटल|\b(?:branch|section|cell|desk|wing)\b", re.IGNORECASE
)
"""What a part of an office is called."""


class _Spellings(Strict):
    stands: Literal["head", "tail", ""] = ""
    marked: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    framed: tuple[str, ...] = ()


class _File(Strict):
    """`labels.yaml` as it is written."""

    parts: dict[str, _Spellings]
    office: tuple[str, ...]
    post: tuple[str, ...]


class Label(NamedTuple):
    """A label at the beginning of a line: its part, how it is followed, and where the words after it begin.

    `hard`: a colon or dash follows, so that it can be nothing else.
    """

    part: str
    how: How
    words: int
    hard: bool


class Labels(NamedTuple):
    """The labels of one form, and two lists of words that tell an office and a post from other lines."""

    find_start: re.Pattern[str]
    known: dict[str, tuple[tuple[str, How], ...]]
    stands: dict[str, str]
    office: re.Pattern[str]
    post: re.Pattern[str]
    frames: tuple[tuple[str, re.Pattern[str]], ...] = ()
    """Whole lines that hold what they introduce, as GoI's (To be published in …), by their parts."""

    def find(self, text: str, start: int, end: int, wide: Iterable[int] = ()) -> Iterator[Label]:
        """Every reading of how a line begins, the longest label first. `wide`: places in it where the gap was a wide one."""
        match = self.find_start.match(text, start, end)
        copied = match and any(part == "copies" for part, _ in self.known[_key(match[1])])
        for part, frame in self.frames:
            if not copied and frame.fullmatch(text, start, end):
                yield Label(part, "whole", start, True)
        if not match:
            return
        mark = _MARK.match(text, match.end(), end)
        after = mark.end() if mark else match.end()
        typed = mark[0].strip() if mark else ""
        alone, gap = after >= end, match.end() in wide
        words = after if mark else match.end() + (text[match.end() : match.end() + 1] == " ")
        hard = bool(_HARD_MARK.search(typed)) or gap
        for part, how in self.known[_key(match[1])]:
            if how == "marked":
                joined = typed in ("-", "–") and text[after - 1 : after] != " " and not alone
                soft = "," in typed and part not in COMMA
                if (alone and not soft) or gap or (typed and not soft and not _COMPOUND.match(text, match.end())):
                    yield Label(part, how, words, (hard and not joined) or alone)
            elif how in ("whole", "opens"):
                if how == "opens" or alone:
                    yield Label(part, how, start if how == "whole" else words, alone)
                elif typed.startswith((",", "!")) and part == "salutation":
                    yield Label(part, how, words, False)  # महोदय, उपर्युक्त … in one line
            else:
                yield Label(part, how, words, hard)

    def is_title(self, text: str) -> bool:
        """Whether a line is a form's title, whatever it is dressed in: // आदेश //, ::ज्ञापन::, **NOTE**."""
        bare = _WRAPPED.sub("", text)
        numbered = _SERIAL.sub("", _ORDINAL.sub("", bare))  # स्मरण पत्र-2, द्वितीय स्मरण पत्र
        return any(
            all(("title", "whole") in self.known.get(_key(name), ()) for name in re.split(" ?/ ?", words))
            for words in {bare, numbered, bare.replace("-", " ")}  # कार्यालय ज्ञाप/आदेश, कार्यालय-ज्ञाप
        )


_SERIAL = re.compile(
    r"[ –-]{0,3}\(?(?:[0-9]{1,2}|[IVX]{1,4}|[ivx]{1,4}|प्रथम|द्वितीय|तृतीय|चतुर्थ|अंतिम|अन्तिम|first|second|third|final|last)\)?$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"^(?:प्रथम|द्वितीय|तृतीय|चतुर्थ|अंतिम|अन्तिम|first|second|third|fourth|final|last)[ -](?=\S)", re.IGNORECASE
)
"""Which of several a paper is, behind its title or before it."""
_NASALS = re.compile("[\u0901\u0902]|[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u092e])")
"""A nasal, however it is written: दिनांक, दिनाँक, दिनाङ्क."""
_SHORT = re.compile("क्र$")
"""क्रमांक cut short: with a dot on it as often as without."""


_NUKTA = re.compile("([कखगजडढफ])\u093c?")


def _key(label: str) -> str:
    """A label without what makes no difference."""
    return re.sub("[. \u093c]+|(?<=क्र)\u0902$", "", _NASALS.sub("\u0902", label)).lower()


def labels(form: Form) -> Labels:
    """The labels of a form; they are put together once."""
    file, shared = form.file, form.shared
    layers = [shared.words, file.words, *shared.states.values(), *(state.words for state in file.states.values())]
    own: set[tuple[str, How, str]] = {
        (part.id, _LOOKS[part.look], words)
        for part in file.parts
        if part.look in _LOOKS
        for layer in layers
        for told in layer.values()
        for name in (part.id, f"{part.id}_her")
        if (words := told.get(name, "").strip(" :-–,।")) and "{" not in words
    }
    own |= {
        ("copies", "bare", words.strip(" :-–"))
        for layer in layers
        for told in layer.values()
        if (words := told.get("endorsement", ""))
    }
    for manner in shared.manners.values():
        own |= {("salutation", "whole", words) for told in manner.salutation.values() for words in told}
        own |= {("subscription", "whole", words) for told in manner.subscription.values() for words in told}
    if any(part.id == "title" for part in file.parts):
        titles = (form.title.hi, form.title.en, *file.names.get("hi", ()), *file.names.get("en", ()))
        own |= {("title", "whole", words) for words in titles}
    return _labels(frozenset(own))._replace(frames=tuple(_frames(form, layers)))


def _frames(form: Form, layers: Iterable[Words]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The lines of a form that are a frame around what they introduce: its own words with a place to fill, and how people spell them."""
    told = [words for layer in layers for words in layer.values()]
    for part in form.file.parts:
        spelt = _spellings().parts.get(part.id, _Spellings()).framed
        frames = {
            *spelt,
            *(words.get(part.id, "") for words in told if part.look == "label" and "{}" in words.get(part.id, "")),
        }
        if frames:
            either = "|".join(
                ".{3,120}".join(map(re.escape, frame.strip("()").split("{}"))) for frame in sorted(frames)
            )
            yield part.id, re.compile(rf"[*_(\[]{{0,4}}(?:{either})[।.]?[)\]*_]{{0,4}}", re.IGNORECASE)


@cache
def _spellings() -> _File:
    content = open_content()
    return checked(_File, read_source(content.read(FILE), FILE))


@cache
def _labels(own: frozenset[tuple[str, How, str]]) -> Labels:
    file = _spellings()
    known: dict[str, dict[tuple[str, How], None]] = {}
    spelt = [
        (part, how, words)
        for part, spellings in file.parts.items()
        for how in ("marked", "bare", "head", "tail", "whole", "opens")
        for words in getattr(spellings, how)
    ]
    written: dict[str, None] = {}
    for part, how, words in [*sorted(own), *spelt]:
        known.setdefault(_key(words), {})[part, how] = None  # type: ignore[index]
        written[words.strip(".").lower()] = None
    found = "|".join(_loose(words) for words in sorted(written, key=lambda words: (-len(words), words)))
    return Labels(
        re.compile(rf"{_DECOR}({found})(?![{_LETTER}])", re.IGNORECASE),
        {key: tuple(readings) for key, readings in known.items()},
        {part: spellings.stands for part, spellings in file.parts.items()},
        _words(file.office),
        _words(file.post),
    )


def _loose(words: str) -> str:
    """A label as a pattern: dots, spaces and nuktas may stand or not, a nasal in any spelling."""
    letters = [
        _NUKTA.sub("\\1\u093c?", _NASALS.sub(f"(?:{_NASALS.pattern})", _SHORT.sub("क्रं?", re.escape(word)))).replace(
            "/", " ?/ ?"
        )
        for word in re.split(r"[. ]+", words)
        if word
    ]
    return r"[. ]{0,3}".join(letters)


def _words(words: Iterable[str]) -> re.Pattern[str]:
    listed = "|".join(
        _NASALS.sub(f"(?:{_NASALS.pattern})", re.escape(word)) for word in sorted(words, key=len, reverse=True)
    )
    return re.compile(rf"(?<![{_LETTER}])(?:{listed})(?![{_LETTER}])", re.IGNORECASE)
