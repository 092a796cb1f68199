"""A paper while it is read: what its form knows, what a line can be, and what has been found so far."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from assistant.forms.document import Line
from assistant.forms.form import Form
from assistant.forms.labels import Label, Labels
from assistant.forms.reader.dates import BARE_DATE, DATE_LABEL, DAY
from assistant.forms.reader.margin import margins
from assistant.forms.reader.row import OPENS_TEXT, Row
from assistant.forms.reader.wrapping import Unwrapped, unwrapped

UNPLACED = "unplaced"
FILLED = re.compile(r"[0-9_…]|\.{2}|//|/ ?\.|[-–]{2}|\[")
CONTACT = re.compile(
    r"@|दूरभाष|फोन|फ़ोन|मोबाइल|ई-मेल|ईमेल|वेबसाइट|फैक्स|www\.|http|"
    r"(?<![a-z])(?:Phone|Ph|Tele?(?:phone)?|Fax|E-?mail|Mob(?:ile)?)(?![a-z])",
    re.IGNORECASE,
)
BRACKETED = re.compile(
    r"[*_]{0,2}\((?![0-9]{1,2}\)|[a-zक-ह]\)|[^()]{0,60}(?:: |[0-9]{2}[./-][0-9]))[^()]{2,60}\)[*_]{0,2},?$"
)
NAMED = re.compile(
    r"(?:माननीया?|श्री|श्रीमती|सुश्री|कुमारी|डॉ\.?|मेसर्स|मैसर्स|Hon'ble|Shri|Sri|Srimati|Smt\.?|Sushri|Kumari|Dr\.?|Ms\.?|Mrs?\.?|Prof\.?|M/s\.?|Messrs\.?) "
)
_ORNAMENT = re.compile(r"[\W0_]{0,200}$")
_BOLD = re.compile(r"[*#]{1,4} ?|__(?!_)")
_RULE = 45
_FENCE = re.compile(r"(?:```.{0,20}|-{3}|\*{3}|_{3}|={3,})$")
_BLANK = re.compile(r"\.{4,}|_{4,}|…{2,}")
_MOVED = re.compile(
    r"(?:प्रस्तावक|समर्थक|अनुमोदक|(?:Proposed|Moved|Seconded) by|Proposer|Mover|Seconder)\b ?[:–-]?", re.IGNORECASE
)
"""Who moved and seconded stands in the text, above those who sign."""
OFFICE = re.compile(r"[*_]{0,2}(?:कार्यालय|Office of)")
"""How the name of an office begins."""
_DATELINE = re.compile(rf"[A-Za-z\u0900-\u0963 ]{{2,25}}, (?:दिनांक )?(?:[0-9]{{1,2}} [^\W\d]|{DAY})", re.IGNORECASE)
"""How news begins below its headline: "भोपाल, 12 मई", "Rajgarh, 12 August 2026"."""
HEADINGS = ("subject", "reference", "through")
"""Parts of the head that go on over a line's end."""


def is_blank(row: Row) -> bool:
    """Whether a line is room for what is filled in by hand, and nothing else."""
    return bool(_BLANK.fullmatch(row.text))


_DATED_POST = re.compile(
    rf"(?<=[^\W\d_]|[\u0900-\u0963.)]) ?[/,(–-] ?(?:दिनांक |दि\. ?|dated )?{DAY}\)?$", re.IGNORECASE
)
"""The day behind who signs, on the same line: "Office Assistant / 17.02.2026"."""
_DAY = re.compile(DAY, re.IGNORECASE)
_CIRCLE = re.compile(
    r"(?:नं|क्र|हल्का|वार्ड|सेक्टर|वृत्त|खण्ड|जोन|No|Ward|Sector|Circle|Zone|Halka)\.?(?: क्रमांक| ?No\.?| सं\.?)? ?-?[0-9]{2,3}(?![0-9/.])",
    re.IGNORECASE,
)
"""A number that is part of where somebody works: प.ह.नं. 14."""
_COPIES = re.compile(r"(?:प्रतिलिपि|Cop(?:y|ies) ).{0,60}:[–-]?$", re.IGNORECASE)
"""What leads to a list of copies, wherever it was put."""
_LONE = re.compile(r"(?:F|एफ|फा|मि)[. -]{1,3}(?=[0-9A-Z(])(?!No)")
_FILE = re.compile(r"(?:F|एफ|फा|मि)[. ]{1,2}[0-9][^\s/]{0,20}/")
"""A file's letter alone before its number: F. 9-14/2026; and no house, F-12."""
_PLACE = re.compile(
    r"[A-Z][a-z]{2,20}(?:, [A-Z][a-z]{2,20}){0,2}\."
    r"|(?!\S*(?:ें|ेगा|ेगी|ेंगे|है|हैं|था|थे|थी|गया|गयी|गई|गए|गये|किया|दिया|लिया|जाए|जाय|जाये|जावे|अनुमोदित|संलग्न)।)"
    r"[\u0900-\u0963]{2,20}(?:, [\u0900-\u0963]{2,20}){0,2}।"
)
"""A place under a post, with a stop at its end: Bharawan, Hardoi."""
_SHORT_POST = re.compile(r"[A-Z]{2,5}(?: ?\([^()]{2,20}\))? ?:")
"""A post by its letters, as notes have it: AD (Systems) :"""
_UNFINISHED = re.compile(
    r"[a-z] (?:the|a|an|of|to|and|or|with|for|by|from|that|which)$|[\u0900-\u0963] (?:का|के|की|को|ने|और|तथा|एवं|कि)$"
)
"""How no name and no post ends: a sentence that was cut off."""


@dataclass
class Sheet:
    """One walk down a paper. `lines` is what has been found so far, in order; `breaks` the line ends that part no paragraph; `width`
    where the page's width broke paragraphs, 0 where it broke none."""

    source: Unwrapped
    form: Form
    labels: Labels
    lines: list[Line] = field(default_factory=list)
    breaks: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.specs = {part.id: part for part in self.form.file.parts}
        mailed = any(spec.look == "header" for spec in self.specs.values())
        self.source = Unwrapped(self.source.given, tuple(margins(self.source, mailed)))
        self.source, self.rows, self.width = unwrapped(self.source, self._may_go_on)
        self.writes = self.form.file.writes
        orders = [list(self.specs), *(state.order for state in self.form.file.states.values() if state.order)]
        self.before = {id for order in orders if self.writes in order for id in order[: order.index(self.writes)]}
        self.before |= {id for order in orders if self.writes not in order for id in order}
        ids = list(self.specs)
        self.after = set(ids[ids.index(self.writes) + 1 :]) if self.writes in ids else set()
        self._labels: dict[tuple[int, int, tuple[int, ...]], tuple[Label, ...]] = {}
        self.current = ""
        self.seen: set[str] = set()
        between = (
            ids[ids.index(self.writes) + 1 : ids.index("signature")] if {self.writes, "signature"} <= set(ids) else []
        )
        self.goes_on = {self.writes, *(id for id in between if self.look(id) == "label")}
        """The text, and the lists that stand between it and the signature (an agenda, decisions): what is said there is text."""
        self.ruled = False
        """Whether a rule was drawn under the subject or the references: below it no list of them goes on."""
        self.listed = False
        """Whether a copy has been listed, so that short lines are the second signature."""

    def _may_go_on(self, first: Row, row: Row) -> bool:
        """Whether a line may be the rest of a paragraph that begins with another: it has no label of its own, is no name in brackets
        and no rule; a subject and an office's name lead to no paragraph."""
        if BRACKETED.match(row.text) or self.is_ornament(row) or self.is_ornament(first) or OFFICE.match(first.text):
            return False
        if any(label.part in HEADINGS and label.hard for label in self._found(first)) or _DATELINE.match(row.text):
            return False
        labelled = any(label.hard and label.words < row.end for label in self._found(row))
        return not labelled or row.text[0].islower()  # "The following is / enclosed: List of …"

    def _found(self, row: Row) -> Iterator[Label]:
        return self.labels.find(self.source.plain, row.start, row.end)

    def label(self, row: Row, zone: str) -> Label | None:
        """The label that a line begins with and that can stand here: in the `head`, the `text` or the `tail`."""
        for found in self.labels_of(row):
            label = found._replace(part=self.as_part(found.part))
            if self._fits(label, row, zone):
                return label
        return None

    def labels_of(self, row: Row) -> tuple[Label, ...]:
        """Every reading of how a row begins, the longest label first; many ask."""
        place = row.start, row.end, row.wide
        if place not in self._labels:
            self._labels[place] = tuple(self.labels.find(self.source.plain, *place))
        return self._labels[place]

    def as_part(self, part: str) -> str:
        """The part that this form has for a label: a note's file number is any number."""
        if part == "number" and part not in self.specs:
            part = next((id for id, spec in self.specs.items() if spec.look == "number" and id != "date"), part)
        return part

    def _fits(self, label: Label, row: Row, zone: str) -> bool:
        part, stands = label.part, self.labels.stands.get(label.part, "")
        strayed = part == "copies" and "cc" not in self.specs and bool(_COPIES.match(row.text))
        if (stands == "head" and zone != "head") or (stands == "tail" and zone == "head" and not strayed):
            return False
        if zone != "head" and self.is_own_list(part):
            return False  # those present, told in the text
        if part not in self.specs:
            return label.hard and zone == "head"  # an e-mail's From and Sent: known, yet of no part
        if label.how == "head" and (zone != "head" or part in self.seen or row.words > 14):
            return False
        if label.how == "tail" and (zone != "tail" or part in self.seen):
            return False
        if label.how == "opens":
            return row.words <= (12 if zone == "tail" or part == "signature" else 9) and not row.finished
        if label.how == "bare" and self.specs[part].look == "header" and "salutation" in self.seen:
            return False  # a mail's text may begin with the number of what it answers
        if label.how == "bare" and self.specs[part].look in ("number", "right"):
            rest = self.source.plain[label.words : row.end]
            if _LONE.match(row.text) and not _FILE.match(row.text):
                return False
            above = {"subject", "salutation"} if zone == "head" and not self._below_subject(part) else set()
            taken = self.seen & above or part in self.seen
            if zone == "text" or (taken and zone == "head"):
                return False
            told = bool(FILLED.search(rest[:40])) and row.words <= 16
            return told or not rest.strip() or (zone == "tail" and label.hard and row.words <= 5)
        if zone == "tail" and part == "addressee" and "copies" in self.specs and self.specs[part].need == "never":
            return False  # प्रति: सर्व संबंधित
        if zone == "text":
            return self._ends_text(label, row)
        if part in ("addressee", "title") and part in self.seen:
            return False
        return not (label.how == "marked" and part in self.seen and part in self.before and part not in self.after)

    def subject_below(self, row: Row) -> int:
        """Where the words begin of a subject that stands below the head, where none is; 0 where a line is none."""
        spec = self.specs.get("subject")
        if not spec or "subject" in self.seen or spec.need not in ("required", "usual"):
            return 0
        labels = self.labels_of(row)
        return next((one.words for one in labels if one.part == "subject" and one.hard and one.words < row.end), 0)

    def _below_subject(self, part: str) -> bool:
        """Whether the form has a part below its subject, as a notification's number opens its text."""
        ids = list(self.specs)
        return "subject" in ids and ids.index(part) > ids.index("subject")

    def _ends_text(self, label: Label, row: Row) -> bool:
        """Whether a label in the middle of the text is one indeed, and no word that a sentence begins with."""
        if label.how == "whole":
            return row.words <= 5
        if label.part in ("addressee", "through"):
            return label.part not in self.seen and label.words >= row.end
        if label.how == "bare":
            return not (row.finished and row.words > 6)
        return label.hard or label.how == "opens" or label.words >= row.end

    @cached_property
    def second(self) -> str:
        """The part of who signs beside the signature, as the chair does beside the convener; "" where nobody does."""
        return next((id for id, spec in self.specs.items() if spec.beside and spec.look == "signature"), "")

    def halves(self, row: Row) -> tuple[Row, Row] | None:
        """The two ends of a line on which two sign side by side."""
        if not self.second or not row.wide:
            return None
        left, right = row.text[: row.wide[0] - row.start], row.text[row.wide[0] + 1 - row.start :]
        return row._replace(end=row.wide[0], text=left, wide=()), row._replace(
            start=row.wide[0] + 1, text=right, wide=()
        )

    def is_dated(self, row: Row) -> bool:
        """Whether a line is a place and a date, or room for one, below a signature."""
        if "date" not in self.specs or "date" in self.seen or row.words > 20:
            return False
        label = DATE_LABEL.search(row.text)
        if row.words > 12 and not (label and self.look("date") == "number" and self.current == "addressee"):
            return False  # only the number at a note's foot may bring the department's whole name along
        blank = bool(label) and not row.text[label.end() :].strip(" ._")  # type: ignore[union-attr]
        return blank or bool(BARE_DATE.fullmatch(row.text, label.end() if label else 0))

    def signs(self, row: Row, most: int = 9) -> bool:
        """Whether a line can belong to a signature: short, no sentence, no item, no figures but a telephone's. `most`: its words."""
        if pair := self.halves(row):
            return all(self.signs(half, 15) for half in pair)  # who signs beside another may have all in one line
        dated = _DATED_POST.search(row.text) or (row.wide and _DAY.fullmatch(row.text, row.wide[-1] + 1 - row.start))
        if dated and self.labels.post.search(row.text[: dated.start()]):
            row = row._replace(text=row.text[: dated.start()])
        post, comma, _ = row.text.partition(",")  # with a name, or an office, the line is longer
        if NAMED.match(row.text) or (comma and self.labels.post.search(post) and not row.finished):
            most = 15
        if (
            row.words > most
            or row.mark
            or (row.wide and row.text[: row.wide[0] - row.start].isdigit())  # a row of a table
            or (row.text.endswith(":") and not self._is_step(row))
            or OPENS_TEXT.match(row.text)
            or _MOVED.match(row.text)
            or _UNFINISHED.search(row.text)
        ):
            return False
        contact = CONTACT.search(row.text)
        told = contact and contact.start() and row.finished and row.words >= 5  # a sentence that speaks of a telephone
        if (contact and not told) or BRACKETED.match(row.text):
            return True
        if row.finished and not _PLACE.fullmatch(row.text) and (row.words > 5 or not self.labels.post.search(row.text)):
            return False
        return len(row.text) <= 9 * most and not re.search(r"[0-9]{2}", _CIRCLE.sub("", row.text.replace("-3", "")))

    def _is_step(self, row: Row) -> bool:
        """Whether a line is an officer of a note's chain, with room for his remark: "Director:"."""
        chained = any(spec.look == "chain" for spec in self.specs.values())
        known = self.labels.post.search(row.text) or _SHORT_POST.match(row.text)
        return chained and row.words <= 5 and bool(known)

    def names_someone(self, row: Row) -> bool:
        known = self.labels.post.search(row.text) or self.labels.office.search(row.text)
        return bool(BRACKETED.match(row.text) or known or is_blank(row))

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

    def goes_over(self, before: Row | None, row: Row) -> bool:
        """Whether a line goes on with the one above it, which was so full that the next word had no room."""
        if not before or row.apart or row.mark or before.finished or len(row.text) > self.width:
            return False
        return not before.has_room(row, self.width)

    def is_ornament(self, row: Row) -> bool:
        ruled = len(row.text) >= _RULE and " " not in row.text  # a line right across the page is no blank to fill
        return (
            len(row.text) <= 200
            and bool(_ORNAMENT.match(row.text))
            and (ruled or not re.search(r"\.{4}|_{4}", row.text))
        )

    def ornament(self, row: Row) -> None:
        """A rule under the subject is no part of it; a fence of a chat window is told."""
        self.ruled = self.current in HEADINGS
        if _FENCE.match(row.text):
            self.add(UNPLACED, "paragraph", row.start, row.end)

    @cached_property
    def titled(self) -> re.Pattern[str]:
        """A title that holds its subject: "… की बैठक का कार्यवाही विवरण", "कार्यवाही विवरण - …", "Minutes of the meeting of …"."""
        file = self.form.file
        ours = sorted({file.title.hi, *file.names.get("hi", ())}, key=len, reverse=True)
        theirs = sorted({file.title.en, *file.names.get("en", ())}, key=len, reverse=True)
        hindi, english = ("|".join(map(re.escape, names)) for names in (ours, theirs))
        before = rf"[^।\n]{{3,200}} (?:{hindi}|{english})"
        after = rf"(?:(?:{hindi}) ?[:–-]|(?:{english})(?: (?:of|on|for|regarding)| ?[:–-])) [^\n]{{3,300}}"
        return re.compile(rf"[\W_]{{0,8}}(?:{before}|{after})[\W_]{{0,8}}", re.IGNORECASE)

    def heads(self, part: str) -> bool:
        """Whether a labelled line of the form's own may stand above the letterhead, as GoI's Gazette line does."""
        orders = [state.order for state in self.form.file.states.values()]
        return self.look(part) == "label" and any(
            part in order and order.index(part) < order.index("letterhead") for order in orders if "letterhead" in order
        )

    def is_own_list(self, part: str) -> bool:
        """Whether a part is a list of the form's own in its head, as those present."""
        listed = part in self.before and self.look(part) == "label" and part not in HEADINGS
        return listed and not self.heads(part)

    @cached_property
    def headline_part(self) -> str:
        return next((id for id, spec in self.specs.items() if spec.look == "title" and id != "title"), "")

    @cached_property
    def opening(self) -> str:
        """The part of the form's own that says in a sentence what stands over a list of its head; "" where it has none."""
        return next((id for id in self.before if self.look(id) == "paragraph" and id in self.specs), "")

    @property
    def signs_on_top(self) -> bool:
        """Whether the form always has its sender on top, as a demi-official letter has, without a label."""
        return "from" in self.specs and self.specs["from"].need == "required"

    @property
    def is_numbered(self) -> bool:
        return self.look(self.writes) == "numbered"
