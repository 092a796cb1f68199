"""The review beside the draft: each finding a card that leads to its words and can be mended or left aside."""

import re
import secrets
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import NamedTuple

from assistant.checks import Finding
from assistant.checks.finding import shows, words
from assistant.checks.form.within import Within
from assistant.forms.document import Document
from assistant.forms.form import Form
from assistant.labs import Exercise
from assistant.language.text import INVISIBLE
from assistant.messages import say
from assistant.ui.pieces.html import fold, safe

SEVERITIES = ("error", "warning", "hint")
REASONS = ("here", "told", "mistaken")
"""Why a person leaves a finding aside; any other reason is in words of their own."""
LONGEST = 120
"""Letters of a quote that a card shows."""

NO_SIGNS = {"wrong": "", "right": ""}

_LINE = re.compile("[^\n\r\u2028\u2029\x85]+")
"""What the paper takes for a paragraph of the editor."""
_ICONS = {
    "error": '<path d="M8 1h8l7 7v8l-7 7H8l-7-7V8z"/><path class="sign" d="M12 6v8M12 17v1.5"/>',
    "warning": '<path d="M12 1.5 23 22H1z"/><path class="sign" d="M12 8.5v7M12 18v1.5"/>',
    "hint": '<circle cx="12" cy="12" r="11"/><path class="sign" d="M12 10.5V18M12 6v1.5"/>',
}


def mark(finding: Finding) -> tuple[str, str]:
    """What a finding is known by while the text goes on changing: its code and its words, or what it says where it has none."""
    return finding.code, finding.quote or finding.message["hi"]


class Aim(NamedTuple):
    """Attributes for what leads to words of the paper, and whether these stand in the editor; else they are shown on the page."""

    attributes: str
    typed: bool


class _Paragraph(NamedTuple):
    """A paragraph of the prose: its place in the paper's text, and the places of its visible letters there (its number's with them) and
    in the editor."""

    start: int
    end: int
    printed: list[int]
    typed: list[int]


@dataclass(frozen=True)
class Sheet:
    """A paper and the editor that its prose stands in, as it was typed: where the paper's words are in either."""

    document: Document
    form: Form
    editor: str

    @property
    def language(self) -> str:
        return self.document.language

    @cached_property
    def _paragraphs(self) -> list[_Paragraph]:
        text, source = self.document.text, self.document.source
        lines = [line for line in self.document.lines if line.part == self.form.file.writes]
        typed = [_letters(self.editor, *match.span()) for match in _LINE.finditer(self.editor)]
        return [
            _Paragraph(*(span := source.span(line.start, line.end)), _letters(text, *span), letters)
            for line, letters in zip(lines, filter(None, typed), strict=False)
        ]

    def typed(self, start: int, end: int) -> tuple[int, int] | None:
        """Where words of the paper stand in the editor, as a browser counts; None where they aren't of the prose, letter by letter.

        Letters are counted from a paragraph's end: its number stands in the paper alone.
        """
        several = [one for one in self._paragraphs if start < one.end and one.start < end]
        if len(several) > 1:  # only whole ones, the first with its number or without
            first, last = several[0].typed[0], several[-1].typed[-1]
            left = len(several[0].printed) - bisect_left(several[0].printed, start)
            whole = (start <= several[0].start or left == len(several[0].typed)) and several[-1].end <= end
            return (_counted(self.editor, first), _counted(self.editor, last + 1)) if whole else None
        for begins, ends, printed, typed in self._paragraphs:
            if begins <= start < end <= ends:
                first, last = (bisect_left(printed, place) - len(printed) + len(typed) for place in (start, end))
                if 0 <= first < last and self._same(printed[bisect_left(printed, start) :], typed[first:last]):
                    return _counted(self.editor, typed[first]), _counted(self.editor, typed[last - 1] + 1)
        return None

    def _same(self, printed: list[int], typed: list[int]) -> bool:
        return all(self.document.text[one] == self.editor[other] for one, other in zip(printed, typed, strict=False))

    def ends(self, paragraph: int) -> int:
        """Where a paragraph of the prose ends in the editor, as a browser counts; before the first, where they begin."""
        typed = [one.typed for one in self._paragraphs if one.typed]
        if paragraph < 0 or not typed:
            return 0
        return _counted(self.editor, typed[min(paragraph, len(typed) - 1)][-1] + 1)

    def rows(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last printed line that hold these words."""
        begins = [at for _, at in self.document.placed]
        return tuple(max(0, bisect_right(begins, place) - 1) for place in (start, max(start, end - 1)))  # type: ignore[return-value]

    def example(self, finding: Finding, screen: str) -> str:
        """In which language the rule is shown by an example."""
        return self.language

    def aim(self, *places: tuple[int, int]) -> Aim:
        """What leads to places of the paper; it leads nowhere where there are no words (a part that is missing)."""
        places = tuple((start, end) for start, end in places if start < end)
        if not places:
            return Aim("", False)
        typed = " ".join("{}-{}".format(*at) for place in places if (at := self.typed(*place)))
        rows = "{}-{}".format(*self.rows(*places[0]))
        quote = escape(self.document.text[slice(*places[0])])
        return Aim(f' data-typed="{typed}" data-rows="{rows}" data-quote="{quote}"', bool(typed))


@dataclass(frozen=True)
class Whole:
    """An exercise's whole answer in one box, as it was handed in: its words are where they are found."""

    editor: str
    exercise: Exercise

    @property
    def language(self) -> str:
        return self.exercise.file.language

    @property
    def form(self) -> Form | None:
        return self.exercise.form

    def example(self, finding: Finding, screen: str) -> str:
        """In which language the rule is shown by an example: an instruction is in whichever one likes. In none where the exercise itself
        tells what is missing: the code's example is about another thing."""
        expect = self.exercise.file.expect
        told = {cover.id for cover in expect.covers} | {fact.id for fact in expect.facts if fact.why}
        if finding.code == "facts.missing" and finding.about in told:
            return ""
        return screen if self.exercise.file.kind == "prompt" else self.language

    def aim(self, *places: tuple[int, int]) -> Aim:
        """What leads to places of the paper; it leads nowhere where there are no words."""
        there = [tuple(_counted(self.editor, place) for place in at) for at in places if at[0] < at[1]]
        typed = " ".join("{}-{}".format(*at) for at in there)
        return Aim(f' data-typed="{typed}"' if typed else "", bool(typed))


def _counted(text: str, place: int) -> int:
    """A place of the text as a browser counts it."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def _letters(text: str, start: int, end: int) -> list[int]:
    """The places of a line's visible letters: spaces and hidden signs don't come into the paper as they were typed."""
    return [place for place in range(start, end) if not text[place].isspace() and not INVISIBLE.match(text[place])]


def stopping(found: Iterable[Finding], ignored: Mapping[tuple[str, str], str]) -> int:
    """How many findings there are with which the paper can't go out."""
    return len({mark(one) for one in found if one.severity == "error" and mark(one) not in ignored})


def alike(found: Iterable[Finding], language: str) -> list[list[Finding]]:
    """The findings, those that say the same of the same words together."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in found:
        groups.setdefault((*mark(finding), finding.message[language]), []).append(finding)
    return list(groups.values())


def review(
    sheet: Sheet,
    found: Iterable[Finding],
    ignored: Mapping[tuple[str, str], str],
    language: str,
    model: bool = False,
    whole: Within | None = None,
) -> str:
    """The findings as cards in the order of the text, those that say the same as one, and folded those left aside. `model`: one is
    connected, and can explain them. `whole`: the paper that stands where its text alone should."""
    cards, aside, offer = [], [], ""
    counts = dict.fromkeys(SEVERITIES, 0)
    for same in alike(found, language):
        if mark(same[0]) in ignored:
            aside.append(_aside(same[0], ignored[mark(same[0])], language))
        else:
            counts[same[0].severity] += 1
            cards.append(card(sheet, same, language, model))
            if whole and same[0].code == "form.part-forbidden":
                offer = _text_alone(sheet, whole, language)
    told = ", ".join(
        say(f"review.{severity}.{'one' if count == 1 else 'many'}", language, count=count)
        for severity, count in counts.items()
        if count
    )
    folded = (
        f'<details class="aside" data-fold="aside"><summary>{safe("review.ignored", language, count=len(aside))}</summary>'
        f"<ul>{''.join(aside)}</ul></details>"
        if aside
        else ""
    )
    return (
        f'<section class="review" data-text="{escape(sheet.editor)}" data-version="{secrets.token_hex(4)}">'
        f'<h2 tabindex="-1">{safe("review.title", language)}</h2>'
        f'<p class="told" role="status">{escape(told or say("review.none", language))}</p>{offer}'
        f'<ul class="findings">{"".join(cards)}</ul>{folded}</section>'
    )


def _text_alone(sheet: Sheet, whole: Within, language: str) -> str:
    """Offers to keep only the text of a paper that was pasted whole, and shows what that is."""
    text, keep = escape(whole.text.replace("\n", "\n\n")), safe("review.whole.keep", language)
    shown = f'<div class="made" lang="{sheet.language}">{text}</div>'
    return (
        f'<div class="notice mend" data-key="whole" data-typed="0-{_counted(sheet.editor, len(sheet.editor))}">'
        f"<p>{safe('review.whole', language)}</p>"
        f"{fold('whole', safe('review.whole.kept', language), shown)}"
        f'<div class="acts"><button type="button" data-act="apply" data-new="{text}">{keep}</button></div></div>'
    )


def card(sheet: Sheet | Whole, same: list[Finding], language: str, model: bool = False) -> str:
    """One card for findings that say the same of the same words: how grave, where, which words, why, and what can be done.

    Of a paper that was handed in the words are shown and the rule, and no more: to mend it is the exercise.
    """
    finding = same[0]
    code, key = mark(finding)
    part = next((part for part in sheet.form.file.parts if part.id == finding.part), None) if sheet.form else None
    aim = sheet.aim(*((one.start, one.end) for one in same))
    where = f" · {escape(part.name[language])}" if part else ""
    many = f" <span>({safe('review.places', language, count=len(same))})</span>" if len(same) > 1 else ""
    quote = f' <q lang="{sheet.language}">{escape(short(finding.quote))}</q>' if _quoted(finding, language) else ""
    acts, open_ = [], isinstance(sheet, Sheet)
    if finding.suggestion and aim.typed and open_:
        label = short(finding.suggestion)
        does = say("review.apply", language, words=label) if label else say("review.out", language)
        acts.append(
            f'<button type="button" data-act="apply" data-new="{escape(finding.suggestion)}">{escape(does)}</button>'
        )
    if aim.attributes:
        acts.append(f'<button type="button" data-act="go">{safe("review.go", language)}</button>')
    if isinstance(sheet, Sheet) and part and part.field and not aim.typed and part.id != sheet.form.file.writes:
        told = say("review.ask", language, name=sheet.form.fields[part.field].ask[language])
        acts.append(
            f'<button type="button" data-act="ask" data-step="2" data-focus="{escape(part.field)}">{escape(told)}</button>'
        )
    instead = (
        f"<p>{safe('review.instead', language, words=finding.suggestion)}</p>"
        if finding.suggestion.strip() and not aim.typed and open_
        else ""
    )
    id = escape(f"{code} {key}")
    rule = _rule(code, id, sheet.example(finding, language), language)
    return (
        f'<li class="finding {finding.severity}" data-key="{id}" data-code="{escape(code)}" data-words="{escape(key)}"{aim.attributes}>'
        f'<p class="grave">{_icon(finding.severity)}<b>{safe("severity." + finding.severity, language)}</b>{where}{quote}{many}</p>'
        f"<p>{escape(finding.message[language])}</p>{instead}"
        f'<div class="acts">{"".join(acts)}{_leave(id, language) if open_ else ""}{rule}'
        f"{_explain(language) if model else ''}</div></li>"
    )


def _leave(id: str, language: str) -> str:
    """Why the finding is left aside: a few reasons at one click each, or own words."""
    picks = "".join(
        f'<button type="button" data-act="leave" data-reason="{reason}">{safe("review.reason." + reason, language)}</button>'
        for reason in REASONS
    )
    own = safe("review.reason.own", language)
    boxes = (
        f'<div>{picks}<input type="text" maxlength="200" autocomplete="off" aria-label="{own}" placeholder="{own}">'
        f'<button type="button" data-act="leave">{safe("review.leave.do", language)}</button></div>'
    )
    return fold(f"leave {id}", safe("review.leave", language), boxes)


def _rule(code: str, id: str, paper: str, language: str) -> str:
    """The rule in words, and by an example of wrong and right in the paper's language as far as there is one; "" where there is none to show."""
    examples = shows(code) if paper else {}
    spoken = paper if paper in examples else language
    if spoken not in examples:
        return ""
    told, rows = rule(code, [spoken], language)
    return fold(f"rule {id}", safe("review.rule", language), f"{told}<dl>{rows}</dl>")


def rule(code: str, spoken: Iterable[str], language: str, signs: Mapping[str, str] = NO_SIGNS) -> tuple[str, str]:
    """A rule in words, and the rows of its author's example of wrong and right in these languages, each side behind its sign."""
    examples = shows(code)
    rows = "".join(
        f'<dt class="{side}">{sign}{safe(f"review.{side}", language)}</dt><dd lang="{one}">{escape(str(examples[one][side]))}</dd>'
        for one in spoken
        for side, sign in signs.items()
        if side in examples[one]
    )
    return f"<p>{escape(words(code)['rule'][language])}</p>", rows


def _explain(language: str) -> str:
    """Asks a model for its words on the finding, and the place where they will stand."""
    words = safe("explain.ask", language)
    return f'<button type="button" data-act="explain">{words}</button><div class="explained"></div>'


def _aside(finding: Finding, reason: str, language: str) -> str:
    """A finding that was left aside, why, and the way to have it back."""
    code, key = mark(finding)
    why = say(f"review.reason.{reason}", language) if reason in REASONS else reason
    quote = f"<q>{escape(short(finding.quote))}</q> " if _quoted(finding, language) else ""
    return (
        f'<li data-key="{escape(f"{code} {key}")}" data-code="{escape(code)}" data-words="{escape(key)}">'
        f"<p>{quote}{escape(finding.message[language])}</p><p><b>{escape(why)}</b> "
        f'<button type="button" data-act="back">{safe("review.back", language)}</button></p></li>'
    )


def _quoted(finding: Finding, language: str) -> bool:
    """Whether the words are to be shown: not where there are none, nor where the message says them."""
    return bool(finding.quote) and finding.quote not in finding.message[language]


def _icon(severity: str) -> str:
    return f'<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">{_ICONS[severity]}</svg>'


def short(text: str) -> str:
    """A text as a card or a row has room for it."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
