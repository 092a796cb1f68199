"""Loose text → Document, by the labels that a form accepts: the inverse of what its template makes.

A paper is read from the top: its head (labelled lines and what stands under them), its text, its tail. What has no label has a
place: what stands first is the letterhead, what is short and stands after the last sentence is the signature. What fits nowhere,
as a chat window's greeting, is `unplaced`.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, pairwise
from typing import NamedTuple

from assistant.forms.document import Block, Document, Line, Part
from assistant.forms.form import Form
from assistant.forms.labels import Label, Labels, labels
from assistant.language.source import Source

UNPLACED = "unplaced"

_ROWS = re.compile(r"[^\n]*[^\n\s][^\n]*")
_ITEM = r"(?:\((?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,4}|[क-ह]{1,2})\)|(?:[0-9]{1,3}|[ivxIVX]{1,4})[.)]|[a-zA-Z]\)|[a-z]\.|[क-ह]{1,2}[.)]|[0-9]{1,2}[-–])"
MARK = re.compile(
    rf"[*_]{{0,2}}(?:{_ITEM}[*_]{{0,2}}(?: |(?=[^\W\d]))"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[.)]? (?!लाख|करोड़|हज़ार|हजार|lakh|crore|[कम]ि|बजे|[AaPp]\.?[Mm]\b|hrs|hours|noon)|[•●○▪■◦‣*·–-] )"
)
"""How a paragraph or an item of a list is numbered: 1. (1) १) क. (क) 2- 1.2, or a bullet."""

_INITIALS = re.compile(r"(?:[A-Za-z]|[क-ह])\. ?(?:[A-Za-z]|[क-ह])?[a-z]*\.?")
_SENTENCE_END = re.compile(r"(?:[।?!…]|(?<=[a-z0-9)]{2})\.|/-\.)[\"'”’)\]*_]{0,3}$")
_ABBREVIATED = re.compile(r"(?: (?:[A-Z][a-z]{0,3}|etc|viz)\.|\.[A-Za-z]\.)$")
_DATE_LABEL = re.compile(
    r"(?<![A-Za-z\u0900-\u0963/-])"
    r"(?:दिनांक|दिनाँक|दिनाङ्क|दि\.|तारीख|तारीख़|तिथि|तद्दिनांक|Dated|Date|Dtd?\.?)(?![A-Za-z\u0904-\u0963])(?:[ :ः–-]|\.(?!\.)){0,5}",
    re.IGNORECASE,
)
_NUMBER_LABEL = re.compile(
    r"(?<![A-Za-z\u0900-\u0963.])(?:पत्र )?(?:क्रमांक|पत्रांक|संख्या|क्र\.|सं\.|F\. ?No\.|No\.)(?![A-Za-z\u0904-\u0963])"
)
_MONTH = (
    "जनवरी|फ़?रवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|अक्तूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर|"
    "jan[a-z]{0,6}|feb[a-z]{0,6}|mar[a-z]{0,3}|apr[a-z]{0,3}|may|june?|july?|aug[a-z]{0,4}|sep[a-z]{0,6}|oct[a-z]{0,5}|nov[a-z]{0,6}|dec[a-z]{0,6}"
)
_BARE_DATE = re.compile(
    r"(?:[^\d,:]{2,40}[,:] ?)?(?:the )?[0-9]{1,2}(?:st|nd|rd|th)?"
    rf"(?:(?:[./-][0-9]{{1,2}}[./-])(?:[0-9]{{4}}|[0-9]{{2}})|[ ,.-]{{1,2}}(?:{_MONTH})[ ,.-]{{1,3}}[0-9]{{4}})(?: ?ई\.?)?[।.]?",
    re.IGNORECASE,
)
_FILLED = re.compile(r"[0-9_…]|\.{2}|//|/ ?\.|[-–]{2}|\[")
_CONTACT = re.compile(r"@|दूरभाष|फोन|फ़ोन|मोबाइल|ई-मेल|ईमेल|वेबसाइट|Phone|Tel|Fax|फैक्स|E-?mail|Mob|www\.|http", re.IGNORECASE)
_BRACKETED = re.compile(r"[*_]{0,2}\((?![0-9]{1,2}\)|[a-zक-ह]\))[^()]{2,60}\)[*_]{0,2},?$")
_ORNAMENT = re.compile(r"[\W0_]{0,200}$")
_MAIL_HEADER = re.compile(r"(?:To|Cc|Bcc|Subject|From|Sent|Date|Reply-To)\s?:")
_BOLD = re.compile(r"[*#]{1,4} ?|__(?!_)")
_FENCE = re.compile(r"(?:```.{0,20}|-{3}|\*{3}|_{3}|={3,})$")
_OPENS_TEXT = re.compile(
    r"[*_]{0,2}(?:उपर्युक्त|उपरोक्त|उपयुक्त|विषयांतर्गत|विषयान्तर्गत|कृपया|निर्देशानुसार|निवेदन|सविनय|मुझे|मैं |अधोहस्ताक्षरी|"
    r"एतद्द्वारा|अतः|लेख है|With reference|Please|Kindly|I am|I have|It is|"
    r"The undersigned|In exercise|In continuation|This is|You are|I beg|Reference is)"
)
_SUBJECT_ENDS = re.compile(r"(?:में|बाबत्?|हेतु|विषयक|regarding|reg)[।.]?[*_ ]{0,3}$", re.IGNORECASE)
_FIRST = re.compile(r"\(?1[.)-]")
_NAMED = re.compile(
    r"(?:माननीय|श्री|श्रीमती|सुश्री|कुमारी|डॉ\.?|Hon'ble|Shri|Smt\.?|Sushri|Kumari|Dr\.?|Ms\.?|Mrs?\.?|Prof\.?) "
)
_OFFICE = re.compile(r"[*_]{0,2}(?:कार्यालय|Office of)")
_HEADINGS = ("subject", "reference", "through")
"""Parts of the head that go on over a line's end."""
MOST_ROWS = 15_000
"""The lines of two hundred and fifty pages; what stands below them isn't read."""

WIDEST = 125
"""The longest line, in code points, that a hand or a mail program breaks a paragraph into; a longer one is a paragraph."""


@dataclass(frozen=True)
class Unwrapped(Source):
    """A text whose paragraphs were broken into lines: in the copy that rules read, those breaks are spaces."""

    breaks: tuple[tuple[int, int], ...] = ()

    @cached_property
    def _copy(self) -> tuple[str, list[int], list[int], list[int]]:
        pieces: list[str] = []
        at = 0
        for start, end in self.breaks:
            pieces += (self.given[at:start], " " * (end - start))
            at = end
        return Source("".join([*pieces, self.given[at:]]))._copy


class Row(NamedTuple):
    """One line of the text as it was typed, without the white space round it. `apart`: an empty line stands before it."""

    start: int
    end: int
    text: str
    apart: bool
    wide: tuple[int, ...] = ()
    """Where several spaces or a tab were typed, which the plain copy doesn't show."""

    @property
    def finished(self) -> bool:
        return bool(_SENTENCE_END.search(self.text)) and not _ABBREVIATED.search(self.text)

    @property
    def mark(self) -> int:
        """The length of its number or bullet."""
        match = None if _INITIALS.fullmatch(self.text.partition(" ")[0]) else MARK.match(self.text)
        return match.end() if match else 0

    @property
    def words(self) -> int:
        return self.text.count(" ") + 1

    @property
    def is_said(self) -> bool:
        """Whether it is (part of) a sentence and no line of an address."""
        end = self.finished and self.words >= 5
        return end or self.words >= 14 or bool(self.words >= 4 and _OPENS_TEXT.match(self.text))


def read(text: str, form: Form, language: str) -> Document:
    """A paper that somebody typed or pasted, its parts found by their labels and their places."""
    return _Reading(Source(text), form, labels(form)).document(language)


def _rows(source: Source) -> list[Row]:
    rows: list[Row] = []
    plain, ends = source.plain, -1
    for match in islice(_ROWS.finditer(plain), MOST_ROWS):
        words = match[0].strip()
        start = match.start() + match[0].index(words[0])
        rows.append(
            Row(
                start,
                start + len(words),
                words,
                ends < 0 or plain.count("\n", ends, start) > 1,
                _wide(source, start, words),
            )
        )
        ends = start + len(words)
    return rows


def _wide(source: Source, start: int, words: str) -> tuple[int, ...]:
    first, last = source.span(start, start + len(words))
    if last - first == len(words) and "\t" not in source.given[first:last]:
        return ()
    spaces = [start + at for at, letter in enumerate(words[:400]) if letter == " "]
    return tuple(
        at for at in spaces if (typed := source.given[slice(*source.span(at, at + 1))]) == "\t" or len(typed) > 1
    )


@dataclass
class _Reading:
    """One walk down a paper. `lines` is what has been found so far, in order; `breaks` the line ends that part no paragraph."""

    source: Source
    form: Form
    labels: Labels
    lines: list[Line] = field(default_factory=list)
    breaks: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rows = _rows(self.source)
        self.specs = {part.id: part for part in self.form.file.parts}
        self.writes = self.form.file.writes
        orders = [list(self.specs), *(state.order for state in self.form.file.states.values() if state.order)]
        self.before = {id for order in orders if self.writes in order for id in order[: order.index(self.writes)]}
        self.before |= {id for order in orders if self.writes not in order for id in order}
        ids = list(self.specs)
        self.after = set(ids[ids.index(self.writes) + 1 :]) if self.writes in ids else set()
        self.current = ""
        self.seen: set[str] = set()
        between = (
            ids[ids.index(self.writes) + 1 : ids.index("signature")] if {self.writes, "signature"} <= set(ids) else []
        )
        self.goes_on = {self.writes, *(id for id in between if self.look(id) == "label")}
        """The text, and the lists that stand between it and the signature (an agenda, decisions): what is said there is text."""
        self.listed = False
        """Whether a copy has been listed, so that short lines are the second signature."""

    # --- what a line is

    def label(self, row: Row, zone: str) -> Label | None:
        """The label that a line begins with and that can stand here: in the `head`, the `text` or the `tail`."""
        for found in self.labels.find(self.source.plain, row.start, row.end, row.wide):
            label = found._replace(part=self.as_part(found.part))
            if self._fits(label, row, zone):
                return label
        return None

    def as_part(self, part: str) -> str:
        """The part that this form has for a label: a note's file number is any number."""
        if part == "number" and part not in self.specs:
            part = next((id for id, spec in self.specs.items() if spec.look == "number" and id != "date"), part)
        return part

    def _fits(self, label: Label, row: Row, zone: str) -> bool:
        part, stands = label.part, self.labels.stands.get(label.part, "")
        if (stands == "head" and zone != "head") or (stands == "tail" and zone == "head"):
            return False
        if zone != "head" and self._is_own_list(part):
            return False  # those present, told in the text
        if part not in self.specs:
            return label.hard and zone == "head"  # an e-mail's From and Sent: known, yet of no part
        if label.how == "head" and (zone != "head" or part in self.seen or row.words > 14):
            return False
        if label.how == "opens":
            return row.words <= (12 if zone == "tail" else 9) and not row.finished
        if label.how == "bare" and self.specs[part].look in ("number", "right"):
            rest = self.source.plain[label.words : row.end]
            taken = self.seen & ({"subject", "salutation"} if zone == "head" else set()) or part in self.seen
            if zone == "text" or (taken and zone == "head"):
                return False
            told = bool(_FILLED.search(rest[:40])) and row.words <= 16
            return told or not rest.strip() or (zone == "tail" and label.hard and row.words <= 5)
        if zone == "text":
            return self._ends_text(label, row)
        if part == "addressee" and part in self.seen:
            return False
        return not (label.how == "marked" and part in self.seen and part in self.before and part not in self.after)

    def _ends_text(self, label: Label, row: Row) -> bool:
        """Whether a label in the middle of the text is one indeed, and no word that a sentence begins with."""
        if label.how == "whole":
            return row.words <= 5
        if label.part in ("addressee", "through"):
            return label.part not in self.seen and label.words >= row.end
        if label.how == "bare":
            return not (row.finished and row.words > 6)
        return label.hard or label.how == "opens" or label.words >= row.end

    def signs(self, row: Row) -> bool:
        """Whether a line can belong to a signature: short, no sentence, no item, no figures but a telephone's."""
        if row.words > 9 or row.mark or row.text.endswith(":") or _OPENS_TEXT.match(row.text):
            return False
        if _CONTACT.search(row.text) or _BRACKETED.match(row.text):
            return True
        if row.finished and (row.words > 5 or not self.labels.post.search(row.text)):
            return False
        return len(row.text) <= 80 and not re.search(r"[0-9]{2}", row.text.replace("-3", ""))

    def names_someone(self, row: Row) -> bool:
        return bool(
            _BRACKETED.match(row.text) or self.labels.post.search(row.text) or self.labels.office.search(row.text)
        )

    # --- the walk

    def document(self, language: str) -> Document:
        at = self._head()
        end = self._text_end(at)
        self._text(at, end)
        self._tail(end)
        lines = self._unwrap()
        return Document(
            self.form.id, language, self._title(lines, language), self._parts(lines), self.source, tuple(lines)
        )

    def add(self, part: str, look: str, start: int, end: int, words: int | None = None) -> None:
        plain = self.source.plain
        while (
            end > start
            and plain[end - 1] in " *_"
            and part not in (self.writes, UNPLACED)
            and not plain.endswith("__", start, end)
        ):
            end -= 1
        if part not in (self.writes, UNPLACED) and words in (None, start) and (bold := _BOLD.match(plain, start, end)):
            start = words = bold.end()
        if words is not None and words < end and plain[words] == " ":
            words += 1
        self.lines.append(Line(part, look, start, end, min(start if words is None else words, end)))
        self.seen.add(part)
        self.listed = self.listed or (part == "copies" and look == "copy")

    def look(self, part: str, default: str = "paragraph") -> str:
        return self.specs[part].look if part in self.specs else default

    def put(self, part: str, row: Row, look: str = "", words: int | None = None) -> None:
        """A line of a part that has no label on it; its number, if any, isn't among its own words."""
        if words is None and row.mark and part not in (UNPLACED, "letterhead"):
            words = row.start + row.mark
        self.add(part if part in self.specs else UNPLACED, look or self.look(part), row.start, row.end, words)

    def glue(self, row: Row) -> None:
        """A line that goes on where the line before it was broken."""
        last = self.lines[-1]
        words = row.start if last.words >= last.end else last.words
        self.breaks.append((last.end, row.start))
        self.lines[-1] = last._replace(end=row.end, words=words)

    def is_ornament(self, row: Row) -> bool:
        return len(row.text) <= 200 and bool(_ORNAMENT.match(row.text)) and not re.search(r"\.{4}|_{4}", row.text)

    def ornament(self, row: Row) -> None:
        """A rule under the subject is no part of it; a fence of a chat window is told."""
        if _FENCE.match(row.text):
            self.add(UNPLACED, "paragraph", row.start, row.end)

    def _head(self) -> int:
        """Reads down to where the text begins; the index of its first row."""
        mail = self._mail_headers()
        for row in self.rows[:mail]:
            self.add(UNPLACED, "paragraph", row.start, row.end)
        last = self._last_label(mail)
        for at, row in enumerate(self.rows[mail:], mail):
            if self.is_ornament(row):
                self.ornament(row)
                continue
            label = self.label(row, "head")
            if label:
                self.labelled(label, row)
                if (
                    label.part == "salutation"
                    and label.words > row.start
                    and label.words < row.end
                    and label.how == "whole"
                ):
                    return at  # the text begins on the same line
                continue
            if at > last and self._begins_text(row, at):
                return at
            self._under(row, at, last)
        return len(self.rows)

    def _mail_headers(self) -> int:
        """How many lines on top are those of the e-mail that brought a paper with a subject of its own."""
        if any(spec.look == "header" for spec in self.specs.values()):
            return 0
        end = 0
        while (
            end < min(len(self.rows), 12)
            and _MAIL_HEADER.match(self.rows[end].text)
            and not (end and self.rows[end].apart)
        ):
            end += 1
        below = self.rows[end : end + 40] if end else []
        subjects = (
            label for row in below for label in self.labels.find(self.source.plain, row.start, row.end, row.wide)
        )
        return end if any(label.part == "subject" and label.how == "marked" and label.hard for label in subjects) else 0

    def _last_label(self, first: int) -> int:
        """The last row that can only stand above the text; nothing before it is text."""
        sure, last, seen = ("subject", "reference", "salutation", "cc", "bcc"), -1, set[str]()
        for at, row in enumerate(self.rows[first : first + 400], first):
            if self.is_title(row) and "title" not in seen and at < 25:
                seen.add("title")
                last = at
                continue
            for label in self.labels.find(self.source.plain, row.start, row.end, row.wide):
                part = label.part
                if (
                    part not in sure
                    or part in seen
                    or (part in ("cc", "bcc") and "salutation" in seen)
                    or (part not in self.specs)
                    or not (label.hard or label.how == "whole")
                ):
                    continue
                if label.how == "whole" and label.words > row.start and label.part != "salutation":
                    continue
                if last >= 0 and at > last + 25:
                    return last
                seen.add(part)
                last = at
        return last

    def is_title(self, row: Row) -> bool:
        serial = re.sub(" ?[-–] ?(?=[0-9IVX(])", "-", row.text[:200])  # स्मरण पत्र - 1
        return "title" in self.specs and row.words <= 10 and self.labels.is_title(serial)

    @cached_property
    def _titled(self) -> re.Pattern[str]:
        """A title that holds its subject: "… की बैठक का कार्यवाही विवरण", "Minutes of the meeting of …"."""
        file = self.form.file
        ours = sorted({file.title.hi, *file.names.get("hi", ())}, key=len, reverse=True)
        theirs = sorted({file.title.en, *file.names.get("en", ())}, key=len, reverse=True)
        hindi, english = ("|".join(map(re.escape, names)) for names in (ours, theirs))
        return re.compile(
            rf"[\W_]{{0,8}}(?:[^।\n]{{3,200}} (?:{hindi})|(?:{english}) (?:of|on|for|regarding) [^\n]{{3,200}})[\W_]{{0,8}}",
            re.IGNORECASE,
        )

    def _holds_title(self, row: Row) -> bool:
        """Whether a line on top is the title and the subject in one."""
        if "title" not in self.specs or "title" in self.seen or row.words > 25 or len(row.text) > 230:
            return False
        on_top = self.current in ("", "letterhead", "number", "date")
        return on_top and bool(self._titled.fullmatch(row.text))

    def _begins_text(self, row: Row, at: int) -> bool:
        if (self.is_title(row) and "title" not in self.seen) or self._holds_title(row) or self._is_headline(row):
            return False
        if self.current == "salutation":
            return True
        if self.current in _HEADINGS or self._lists:
            if row.apart or _OPENS_TEXT.match(row.text):
                return True
            if row.mark:
                again = bool(_FIRST.match(row.text)) and self.lines[-1].words < self.lines[-1].end
                return self.current == "subject" or row.words >= 40 or (again and row.is_said)
            before = self.rows[at - 1]
            whole = (
                before.finished
                or len(before.text) > WIDEST
                or (self.current == "subject" and _SUBJECT_ENDS.search(before.text))
            )
            return bool(whole) or (len(before.text) < 30 and row.is_said)
        if row.mark:
            return self.current not in ("addressee", "from") or row.is_said or row.words > 12
        if not row.is_said:
            return False
        if (
            self.current in ("addressee", "from", "date", "number", "letterhead", "title")
            and not row.apart
            and not row.finished
        ):
            return bool(_OPENS_TEXT.match(row.text)) or len(row.text) > 90
        return not (_CONTACT.search(row.text) and row.words < 14 and self.current == "letterhead")

    @property
    def _lists(self) -> bool:
        return self._is_own_list(self.current)

    def _is_own_list(self, part: str) -> bool:
        """Whether a part is a list of the form's own in its head, as those present."""
        return part in self.before and self.look(part) == "label" and part not in _HEADINGS

    def _is_headline(self, row: Row) -> bool:
        """Whether a line stands right under the title and is a heading of the form's own, as a press note's headline."""
        own = self._headline_part
        return bool(own) and self.current == "title" and own not in self.seen and row.words <= 25 and not row.finished

    @cached_property
    def _headline_part(self) -> str:
        return next((id for id, spec in self.specs.items() if spec.look == "title" and id != "title"), "")

    def _under(self, row: Row, at: int, last: int) -> None:
        """A line of the head without a label: it goes with what stands above it, or is the letterhead."""
        if (self.is_title(row) and "title" not in self.seen) or self._holds_title(row):
            self.current = "title"
            return self.put("title", row)
        if self._dated(row, "", row.start):
            return None
        if self._is_headline(row):
            self.current = self._headline_part
            return self.put(self.current, row)
        if (self.current in _HEADINGS or self._lists) and self.lines[-1].words >= self.lines[-1].end:
            return self.glue(row)  # the label stood alone
        if self._lists and (row.mark or not row.apart):
            return self.add(self.current, "label", row.start, row.end, row.start)
        if self.current in _HEADINGS and not row.apart and not row.is_said and not row.mark:
            return self.glue(row)
        if self.current in ("subject", "reference") and (row.mark or not row.apart):
            if row.mark:
                return self.add(self.current, self.look(self.current), row.start, row.end, row.start)
            return self.glue(row)
        addressed = self.current == "addressee" or (self.current == "from" and not self._signs_on_top)
        if addressed and (not row.is_said or not row.apart):
            return self.put(self.current, row, "address")
        if self.current in ("", "letterhead", "number", "date", "title", "file", "from") and not (
            row.is_said or row.text.endswith(":")
        ):
            return self._headline(row)
        self.add(UNPLACED, "paragraph", row.start, row.end)
        return None

    def _headline(self, row: Row) -> None:
        """A short line on top, or about the number and date: letterhead, or whoever writes."""
        if self._is_sender(row):
            return self._sender(row)
        need = self.specs["letterhead"].need if "letterhead" in self.specs else ""
        first = "letterhead" not in self.seen
        if need and (
            need != "never" or self.labels.office.search(row.text) or (not first and _CONTACT.search(row.text))
        ):
            self.current = "letterhead"
            return self.add("letterhead", "letterhead" if first else "letterhead-line", row.start, row.end)
        self.add(UNPLACED, "paragraph", row.start, row.end)
        return None

    @property
    def _signs_on_top(self) -> bool:
        """Whether the form always has its sender on top, as a demi-official letter has, without a label."""
        return "from" in self.specs and self.specs["from"].need == "required"

    def _is_sender(self, row: Row) -> bool:
        """Whether a line on top is the sender's own name or post."""
        if not self._signs_on_top or _CONTACT.search(row.text):
            return False
        if self.current == "from":
            return not row.apart and bool(self.labels.post.search(row.text)) and not _OFFICE.match(row.text)
        return "from" not in self.seen and not self.labels.office.search(row.text)

    def _sender(self, row: Row) -> None:
        """The sender's name or post; the number may stand at the right edge of its line."""
        self.current = "from"
        for gap in row.wide:
            labels = self.labels.find(self.source.plain, gap + 1, row.end)
            label = next((one for one in labels if one.part == "number" and "number" in self.specs), None)
            if label and "number" not in self.seen and _FILLED.search(row.text[gap - row.start :]):
                self.add("from", "address", row.start, gap)
                return self.add("number", self.look("number"), gap + 1, row.end, label.words)
        return self.put("from", row, "address", row.start)

    def labelled(self, label: Label, row: Row) -> None:
        """A line that begins with a label."""
        part = label.part
        self.current = part
        if part not in self.specs:
            return self.add(UNPLACED, "paragraph", row.start, row.end)
        look, rest = self.look(part), label.words < row.end
        if look in ("number", "right") and self._dated(row, part, label.words):
            return None
        if part in ("addressee", "from") and look == "address":
            self.add(part, "addressee", row.start, label.words if rest else row.end, row.start)
            if rest:
                self.add(part, "address", label.words, row.end)
            return None
        if part == "salutation" and rest and label.how == "whole" and label.words > row.start:
            return self.add(part, look, row.start, label.words)
        if label.how in ("whole", "opens"):
            return self.add(part, look, row.start, row.end)
        return self.add(part, look, row.start, row.end, label.words if rest else row.end)

    def _dated(self, row: Row, part: str, words: int) -> bool:
        """Number and date where they share a line, or a line that is a date alone; False where it is neither."""
        if "date" not in self.specs or self.seen & {"subject", "salutation"}:
            return False
        if not part and row.words <= 8 and "date" not in self.seen and _BARE_DATE.fullmatch(row.text):
            self.current = "date"
            self.add("date", "right" if not self.specs["date"].beside else self.look("date"), row.start, row.end)
            return True
        match = _DATE_LABEL.search(row.text, max(words - row.start, 0)) if part != "date" else None
        filled = match and (match.end() >= len(row.text) or _FILLED.search(row.text[match.end() : match.end() + 20]))
        if match and filled and "date" not in self.seen and row.words <= 20:
            place = self._place(row, row.start + match.start())
            head = row.text[: place - row.start].strip()
            if part:
                self.add(part, self.look(part), row.start, row.start + len(head), words)
            elif head:
                if not self.signs(row._replace(text=head)):
                    return False
                sender = self._is_sender(row._replace(text=head))
                whose = "addressee" if self.current == "addressee" else "from" if sender else "letterhead"
                self.add(whose, "address", row.start, row.start + len(head))
            self.current = "date"
            self.add(
                "date",
                "right" if not (part or self.specs["date"].beside) else self.look("date"),
                place,
                row.end,
                row.start + match.end(),
            )
            return True
        if part == "date":
            number = _NUMBER_LABEL.search(row.text, words - row.start)
            if number and "number" in self.specs and "number" not in self.seen:
                at = row.start + number.start()
                self.add("date", self.look("date"), row.start, at, words)
                self.add("number", self.look("number"), at, row.end, row.start + number.end())
                return True
        return False

    def _place(self, row: Row, date: int) -> int:
        """Where the place before a date begins: after a wide gap, else one word, or as many as stand before a comma."""
        gaps = [at + 1 for at in row.wide if at < date and not re.search("[0-9]", self.source.plain[at:date])]
        if gaps:
            return gaps[0] if date - gaps[0] <= 60 else gaps[-1]
        match = re.search(
            r"(?:^|(?<= ))(?:[^\W\d_]|[\u0900-\u0963]){2,30}[,:]? ?$", self.source.plain[row.start : date]
        )
        if match and not _NUMBER_LABEL.search(match[0]):
            place = row.start + match.start()
            before = re.search(r"(?:^|(?<= ))(?:नई|नवा|नया|New|Nava|Navi) $", self.source.plain[row.start : place])
            return row.start + before.start() if before else place
        return date

    # --- the text

    def _text_end(self, at: int) -> int:
        """The row at which the text has ended: the first label of the tail, or the signature that stands before it."""
        rows = self.rows
        first = at
        while first < len(rows) and (self.is_ornament(rows[first])):
            first += 1
        end = len(rows)
        for n in range(at, len(rows)):
            row = rows[n]
            if n > at or not self._shared_with_salutation(row):
                label = self.label(row, "text")
                if (label and (n > first or label.hard)) or (
                    n > first and _BRACKETED.match(row.text) and (rows[n - 1].finished or row.apart)
                ):
                    end = n
                    break
        signed = self._signed(first, end)
        if signed < end or end < len(rows):
            return self._dated_foot(first, signed)
        chat = end  # a chat window says goodbye after the signature
        while chat > first + 1 and rows[chat - 1].is_said and not rows[chat - 1].mark and end - chat < 3:
            chat -= 1
            if (signed := self._signed(first, chat)) < chat and rows[chat].apart:
                return signed
        return end

    def _dated_foot(self, first: int, end: int) -> int:
        """Where an application's place and date begin, which stand before its signature."""
        while end > first + 1 and "date" in self.specs and "date" not in self.seen:
            row = self.rows[end - 1]
            found = self.labels.find(self.source.plain, row.start, row.end, row.wide)
            filled = not row.finished and bool(_FILLED.search(row.text))
            if row.words > 5 or not any(label.part == "date" and (label.hard or filled) for label in found):
                break
            end -= 1
        return end

    def _shared_with_salutation(self, row: Row) -> bool:
        """Whether the text begins on the salutation's own line."""
        return bool(self.lines) and self.lines[-1].part == "salutation" and self.lines[-1].end > row.start

    def _signed(self, first: int, end: int) -> int:
        """Where the short lines begin that stand between the last sentence and `end`."""
        rows, start = self.rows, end
        while start > first and end - start < 12 and (self.signs(rows[start - 1]) or self.is_ornament(rows[start - 1])):
            start -= 1
        while start < end:
            before = rows[start - 1] if start > first else None
            if before and before.text.endswith(":"):
                start = next((n for n in range(start + 1, end) if rows[n].apart), end)
            elif rows[start].apart or not before or before.finished:
                break
            else:
                start += 1
        return start if any(self.names_someone(row) for row in rows[start:end]) else end

    def _text(self, at: int, end: int) -> None:
        wrapped = self._wrapping(at, end)
        self.current = self.writes
        broken: Row | None = None
        for typed in self.rows[at:end]:
            row = self._after_salutation(typed) if self._shared_with_salutation(typed) else typed
            if self.is_ornament(row):
                self.ornament(row)
                broken = None
                continue
            if broken and self._goes_on(broken, row, wrapped):
                self.glue(row)
            else:
                self.put(self.writes, row, "numbered" if row.mark and self._is_numbered else "paragraph")
            broken = row

    def _after_salutation(self, row: Row) -> Row:
        words = self.source.plain[self.lines[-1].end : row.end].lstrip(" ,")
        return row._replace(start=row.end - len(words), text=words)

    @property
    def _is_numbered(self) -> bool:
        return self.look(self.writes) == "numbered"

    def _wrapping(self, at: int, end: int) -> int:
        """The width at which the paragraphs were broken; 0 where each stands on its own line."""
        widths = [
            len(before.text) + 1 + len(row.text.partition(" ")[0])
            for before, row in pairwise(self.rows[at:end])
            if not row.apart and not before.finished and not row.mark and 35 <= len(before.text) <= WIDEST
        ]
        longest = max((len(row.text) for row in self.rows[at:end]), default=0)
        return 0 if not widths or longest > WIDEST + 25 else max(longest, 40)

    def _goes_on(self, before: Row, row: Row, width: int) -> bool:
        """Whether a line is the rest of a paragraph that was broken at the width of the page."""
        if (
            not width
            or row.apart
            or row.mark
            or "\t" in self.source.given[slice(*self.source.span(row.start, row.end))]
        ):
            return False
        room = len(before.text) + 1 + len(row.text.partition(" ")[0])
        if before.finished or before.text.endswith(":"):
            return room > width and len(before.text) > 40 and not before.text.endswith(":")
        return room > width * 0.6

    # --- the tail

    def _tail(self, at: int) -> None:
        self.current = "signature"
        before: Row | None = self.rows[at - 1] if at else None
        for n in range(at, len(self.rows)):
            row = self.rows[n]
            if self.is_ornament(row):
                self.ornament(row)
                continue
            label = self._tail_label(row, n)
            if label:
                self._labelled_below(label, row)
            else:
                self._below(row, n, before)
            before = row

    def _tail_label(self, row: Row, n: int) -> Label | None:
        if self.current == "copies" and (row.mark or not row.apart):
            label = self.label(row, "tail")
            return label if label and label.part in ("enclosures", "copies") and not row.mark else None
        if row.mark and self.current == "enclosures":
            return None
        label = self.label(row, "tail")
        if label and self.look(label.part) in ("number", "right") and self._copies_follow(n):
            return label._replace(part="copies")
        return label

    def _copies_follow(self, n: int) -> bool:
        """Whether a number or date in the tail is that of the copies, whose label comes next."""
        if "copies" not in self.specs or "copies" in self.seen:
            return False
        for row in self.rows[n + 1 : n + 4]:
            label = self.label(row, "tail")
            if label and label.part == "copies":
                return True
            if label and self.look(label.part) not in ("number", "right"):
                return False
        return False

    def _labelled_below(self, label: Label, row: Row) -> None:
        part = label.part
        if part == "copies":
            self.current = part
            number = label.how == "bare" and bool(_FILLED.search(row.text[:60])) and not row.text.endswith("-")
            return self.add(part, "number" if number else "copies", row.start, row.end, row.start)
        if part == "signature":
            if self.current != "copies":
                self.current = part
            return self.add(
                self.current, "sign" if label.how != "whole" else "signature", row.start, row.end, row.start
            )
        if part == "subscription" and self.current == "copies":
            return self.add("copies", "signature", row.start, row.end)
        self.seen.discard("subject")  # an application's place and date stand at its foot
        return self.labelled(label, row)

    def _below(self, row: Row, n: int, before: Row | None) -> None:
        """A line of the tail without a label."""
        dated = "date" in self.specs and self.specs["date"].need == "required" and "date" not in self.seen
        if dated and row.words <= 8:
            label = _DATE_LABEL.search(row.text)
            words = label.end() if label else 0
            if _BARE_DATE.fullmatch(row.text, words):
                return self.add("date", self.look("date"), row.start, row.end, row.start + words)
        current = self.current
        last = self.lines[-1] if self.lines else None
        if current == "copies":
            if row.mark:
                return self.put("copies", row, "copy")
            if last and last.part == "copies" and last.look == "copy" and before and self._broken(before, row):
                return self.glue(row)
            if self.signs(row) or not self.listed:
                bare = not self._signed_copies(n) and not _BRACKETED.match(row.text)
                return self.put("copies", row, "copy" if bare else "signature", row.start)
            return self._end(row)
        if last and last.words >= last.end and last.part == current and self.look(current) in ("label", "header"):
            return self.glue(row)
        signed = bool(_BRACKETED.match(row.text))
        said = current in self.goes_on and row.is_said and not (before and self._broken(before, row))
        listed = row.mark or not (row.apart or signed or said or self.labels.post.search(row.text))
        if self.look(current) in ("label", "header") and current in self.specs and listed:
            if not row.mark and before and self._broken(before, row):
                return self.glue(row)
            return self.add(current, self.look(current), row.start, row.end, row.start)
        if current == "addressee" and not signed and not (row.apart and row.is_said):
            return self.put("addressee", row, "address")
        if row.is_said and not _CONTACT.search(row.text):
            return self._end(row)
        part = self._unlabelled(row, n)
        self.current = part
        first = part not in self.seen
        look = (
            ("sign" if first or _BRACKETED.match(row.text) else "signature") if part == "signature" else self.look(part)
        )
        if part == "signature" and self.look(part) != "signature":
            look = self.look(part)
        return self.put(part, row, look, row.start)

    def _broken(self, before: Row, row: Row) -> bool:
        return (
            not row.apart
            and not before.finished
            and not _BRACKETED.match(row.text)
            and 35 <= len(before.text) <= WIDEST
        )

    def _signed_copies(self, n: int) -> bool:
        """Whether only short lines follow, so that this one is in the second signature."""
        return self.listed and all(self.signs(row) for row in self.rows[n : n + 4])

    def _end(self, row: Row) -> None:
        """A sentence after the signature, or after a list that stands before it."""
        goes_on = self.current in self.goes_on and not self.seen & {"signature", "subscription"}
        if goes_on:
            self.current = self.writes
            self.put(self.writes, row, "numbered" if row.mark and self._is_numbered else "paragraph")
        else:
            self.current = self.current if self.current == "copies" else UNPLACED
            self.add(UNPLACED, "paragraph", row.start, row.end)

    def _unlabelled(self, row: Row, n: int) -> str:
        """The part of a line below the text that has no label: the signature; under it, apart, a chain of officers or an address."""
        chain = next((id for id, spec in self.specs.items() if spec.look == "chain"), "")
        run = [row]
        for following in self.rows[n + 1 : n + 30]:
            if following.apart:
                break
            run.append(following)
        if self.current == chain and chain:
            return chain
        if chain and row.apart and chain not in self.seen and not any(_BRACKETED.match(one.text) for one in run):
            after_signature = "signature" in self.seen
            alone = not any(following.apart and self.signs(following) for following in self.rows[n + len(run) : n + 40])
            if after_signature or (
                alone and len(run) > 1 and not any(self.labels.office.search(one.text) for one in run)
            ):
                return chain
        below = row.apart or (self._signs_on_top and bool(_NAMED.match(row.text)))
        foot = "addressee" in self.specs and "addressee" not in self.seen and "signature" in self.seen and below
        if foot and self.specs["addressee"].need != "never":
            return "addressee"
        return "signature" if "signature" in self.specs else UNPLACED

    # --- the document

    def _unwrap(self) -> list[Line]:
        """The lines, once each line break inside one of them has become a space."""
        if not self.breaks:
            return self.lines
        old = self.source
        spans = []
        for start, end in self.breaks:
            first = old.span(start, start + 1)[0] if start < end else start
            spans.append((first, old.span(end - 1, end)[1]))
        self.source = Unwrapped(old.given, tuple(spans))

        def moved(place: int, ends: bool = False) -> int:
            if ends:
                return self.source.where(old.span(place - 1, place)[1]) if place else 0
            return self.source.where(old.span(place, place + 1)[0])

        return [
            Line(part, look, moved(start), moved(end, True), moved(words) if words < end else moved(end, True))
            for part, look, start, end, words in self.lines
        ]

    def _parts(self, lines: list[Line]) -> tuple[Part, ...]:
        blocks: dict[str, list[Block]] = {}
        beside: set[str] = set()
        for line in lines:
            blocks.setdefault(line.part, []).append(Block(line.look, self._words(line)))
        for before, line in pairwise(lines):
            dated = before.part != line.part and "date" in (before.part, line.part) and len(blocks[line.part]) == 1
            if dated and "\n" not in self.source.plain[before.end : line.start]:
                beside.add(line.part)
        return tuple(Part(id, tuple(found), id in beside) for id, found in blocks.items())

    def _words(self, line: Line) -> str:
        """A line's words as they were typed; a tab stands between a label and what it introduces."""
        if line.look in ("label", "header"):
            return f"{self._typed(line.start, line.words)}\t{self._typed(line.words, line.end)}"
        if line.look == "number":  # its two ends stand apart
            typed = self.source.given[slice(*self.source.span(line.start, line.end))]
            return "\t".join(" ".join(end.split()) for end in re.split(r"\t| {3,}", typed, maxsplit=1))
        return self._typed(line.start, line.end)

    def _typed(self, start: int, end: int) -> str:
        return " ".join(self.source.given[slice(*self.source.span(start, end))].split()) if end > start else ""

    def _title(self, lines: list[Line], language: str) -> str:
        subject = next((line for line in lines if line.part == "subject"), None)
        words = self._typed(subject.words, subject.end).strip(" ।.") if subject else ""
        return words or self.form.title[language]
