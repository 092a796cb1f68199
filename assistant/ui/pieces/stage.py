"""What the projector shows, one thing at a time: an exercise from its task to what the checks say, and a rule by its example.

Every text is the exercise's author's, or is made of it before the room; nothing of anybody who sits in it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import groupby

from assistant.assistant import Assistant
from assistant.checks import CHECKS, Finding
from assistant.checks.facts.ledger import ledger
from assistant.checks.finding import shows, title
from assistant.drafting import Draft
from assistant.errors import InputError
from assistant.files.html import page
from assistant.forms.answers import show_value
from assistant.labs import Exercise, found
from assistant.language.sentences import asked, is_clause
from assistant.messages import say
from assistant.model import Sealed, seal
from assistant.ui.pieces import pages, task
from assistant.ui.pieces.facts import BECAME, HEADS
from assistant.ui.pieces.html import heads, safe
from assistant.ui.pieces.marks import difference
from assistant.ui.pieces.review import SEVERITIES, Whole, alike, card
from assistant.ui.pieces.review import rule as ruled

STEPS = {
    "draft": ("task", "facts", "sent", "came", "page", "checks"),
    "repair": ("task", "given", "faults", "mended", "checks"),
    "translate": ("task", "given", "answer", "checks"),
    "prompt": ("task", "covers", "sent", "came", "checks"),
}
"""What is shown of an exercise, kind by kind. A quiz goes question by question."""
MOST_CARDS = 8
"""Findings that one slide holds; the room can't read more."""


@dataclass(frozen=True)
class Show:
    """An exercise on the projector. `prose` is what a model wrote before the room; "" where none did."""

    assistant: Assistant
    exercise: Exercise
    screen: str
    at: int = 0
    prose: str = ""

    @property
    def connected(self) -> bool:
        return self.assistant.model.connected

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """The names of the steps, in order."""
        file = self.exercise.file
        if file.kind == "quiz":
            return ("task", *(f"{name} {n}" for n in range(len(file.questions)) for name in ("question", "reasons")))
        if file.kind == "draft" and self.exercise.brief is None:
            return ("task",)
        skipped = () if self.connected or file.kind != "prompt" else ("came",)
        return tuple(step for step in STEPS[file.kind] if step not in skipped)

    @property
    def step(self) -> str:
        return self.steps[self.at].partition(" ")[0]

    @property
    def asks(self) -> bool:
        """Whether the next step sends what is shown here to a model."""
        return self.connected and self.step == "sent" and not self.prose

    @property
    def question(self) -> int:
        return int(self.steps[self.at].partition(" ")[2])

    @cached_property
    def draft(self) -> Draft:
        """The paper that comes of the case: of the model's prose, else in the form's own sentences."""
        brief, language = self.exercise.brief, self.exercise.file.language
        if brief is None:
            raise InputError("error.nothing")
        drafter = self.assistant.drafter
        return drafter.finish(brief, language, self.prose, "model") if self.prose else drafter.offline(brief, language)

    @property
    def sent(self) -> Sealed:
        """What a model is shown, word for word."""
        brief = self.exercise.brief
        if self.exercise.file.kind == "prompt" or brief is None:
            return seal([("user", self.exercise.file.model_answer.strip())])
        return self.assistant.drafter.sent(brief, self.exercise.file.language)

    def found(self, text: str, unchanged: bool = False) -> list[Finding]:
        """What the checks say of a text as an answer to this exercise, what matters most first. `unchanged`: it is the one given."""
        findings = found(self.exercise, text, self.assistant.settings.state, unchanged)
        return sorted(findings, key=lambda one: (SEVERITIES.index(one.severity), one.start))


def stage(show: Show) -> str:
    """The step that is on: where one is, its title, and what there is to see."""
    language = show.screen
    plain = (show.step == "sent" and not show.connected) or (show.step == "came" and not show.prose)
    title = say(f"demo.{show.step}.offline" if plain else f"demo.{show.step}", language)
    if show.exercise.file.kind == "prompt" and show.step == "sent":
        title = say("demo.instruction", language)
    place = say("demo.place", language, n=show.at + 1, all=len(show.steps))
    return (
        f'<p class="way">{escape(show.exercise.title(language))} · {escape(place)}</p>'
        f'<h1 tabindex="-1">{escape(title)}</h1>{SHOWN[show.step](show)}'
    )


def _task(show: Show) -> str:
    return f'<div class="scenario">{task.told(show.exercise.file.scenario[show.screen])}</div>'


def _facts(show: Show) -> str:
    return task.facts(show.exercise, show.screen)


def _sent(show: Show) -> str:
    """What the model is shown; without one, which rule makes a sentence of each thing that was told."""
    if show.exercise.file.kind == "prompt":
        return _text(show.exercise.file.model_answer.strip(), show.exercise.file.language)
    if show.connected:
        return f"<p>{safe('demo.sent.help', show.screen)}</p>{pages.sent(show.sent, show.screen)}"
    return _rules(show)


def _came(show: Show) -> str:
    """What came back, the words that were told to begin with marked in it."""
    if show.exercise.file.kind == "prompt":
        return _text(show.prose, show.exercise.file.language)
    by = "model" if show.prose else "offline"
    form, brief = show.exercise.form, show.exercise.brief
    given = (show_value(form.fields[id].kind, brief[id]) for id in form.asked if brief[id]) if form and brief else ()
    told = set().union(*map(_words, given))
    body = "".join(f"<p>{_own(line, told)}</p>" for line in show.draft.prose.split("\n"))
    return (
        f'<p class="badge {by}">{safe(f"by.{by}", show.screen)}</p><p>{safe("demo.came.help", show.screen)}</p>'
        f'<div class="made" lang="{show.exercise.file.language}">{body}</div>'
    )


def _page(show: Show) -> str:
    return f"<p>{safe('demo.page.help', show.screen)}</p>{page(show.draft.document)}"


def _checks(show: Show) -> str:
    """What the checks say of the text in the end: the draft just made, else the author's answer."""
    if show.exercise.file.kind == "draft":
        text = show.draft.document.text
        return _cards(show, text, show.found(text)) + _ledger(show)
    text = show.exercise.file.model_answer.strip()
    return _cards(show, text, show.found(text))


def _ledger(show: Show) -> str:
    """Every fact of the case, and what became of it in the draft; what was made up."""
    entries, source = ledger(show.draft.case), show.draft.document.source
    rows = "".join(
        f'<tr class="{entry.became}"><td>{safe(f"facts.{entry.became}", show.screen)}</td>'
        f"<td>{escape(entry.fact.says) if entry.fact else '—'}</td>"
        f"<td>{escape(source.given[slice(*source.span(entry.start, entry.end))]) or '—'}</td></tr>"
        for entry in sorted(entries, key=lambda entry: BECAME.index(entry.became))
    )
    table = f"<table>{heads(HEADS, show.screen)}<tbody>{rows}</tbody></table>"
    return f'<div class="facts"><h2>{safe("facts.title", show.screen)}</h2>{table}</div>' if rows else ""


def _given(show: Show) -> str:
    return _text(show.exercise.file.given.strip(), "")


def _faults(show: Show) -> str:
    """The text that was handed out with its faults marked, and what each is."""
    text = show.exercise.file.given
    found_ = show.found(text, unchanged=True)
    return f'<div class="made" lang="{show.exercise.file.language}">{marked(text, found_)}</div>{_cards(show, text, found_)}'


def _mended(show: Show) -> str:
    old, new = show.exercise.file.given.strip(), show.exercise.file.model_answer.strip()
    key = f"<p><del>{safe('tries.gone', show.screen)}</del> <ins>{safe('tries.come', show.screen)}</ins></p>"
    return f'<section class="compared">{key}<div class="made">{difference(old, new)}</div></section>'


def _answer(show: Show) -> str:
    return _text(show.exercise.file.model_answer.strip(), show.exercise.file.language)


def _covers(show: Show) -> str:
    items = "".join(f"<li>{escape(one.why[show.screen])}</li>" for one in show.exercise.file.expect.covers)
    avoid = "".join(f"<li>{escape(one.why[show.screen])}</li>" for one in show.exercise.file.expect.avoid)
    return f"<ul>{items}</ul>" + (f"<h2>{safe('demo.avoid', show.screen)}</h2><ul>{avoid}</ul>" if avoid else "")


def _question(show: Show) -> str:
    return _options(show, told=False)


def _reasons(show: Show) -> str:
    return _options(show, told=True)


def _options(show: Show, told: bool) -> str:
    """A question of a quiz with its options; `told`: which are right, and why each is or isn't."""
    question, rows = show.exercise.file.questions[show.question], []
    for n, option in enumerate(question.options, start=1):
        sign = ("✓ " if option.right else "✗ ") if told else ""
        why = f"<p>{escape(option.why[show.screen])}</p>" if told else ""
        side = ("right" if option.right else "wrong") if told else ""
        rows.append(f'<li class="{side}"><b>{n}. {sign}{escape(option.text[show.screen])}</b>{why}</li>')
    return f'<p class="ask">{escape(question.ask[show.screen])}</p><ol class="options">{"".join(rows)}</ol>'


SHOWN: dict[str, Callable[[Show], str]] = {
    "task": _task, "facts": _facts, "sent": _sent, "came": _came, "page": _page, "checks": _checks, "given": _given,
    "faults": _faults, "mended": _mended, "answer": _answer, "covers": _covers, "question": _question, "reasons": _reasons,
}  # fmt: skip
"""The steps there are, and what makes each."""


def _rules(show: Show) -> str:
    """How each thing that was told becomes a sentence without a model, and in which paragraph it stands."""
    exercise, language, brief = show.exercise, show.screen, show.exercise.brief
    if exercise.form is None or brief is None:
        return ""
    prose, rows = [_words(paragraph) for paragraph in show.draft.prose.split("\n")], []
    for id in exercise.form.asked:
        spec = exercise.form.fields[id]
        if not spec.told or not brief[id]:
            continue
        lines = show_value(spec.kind, brief[id]).strip().split("\n")
        places = [
            next((at for at, paragraph in enumerate(prose, start=1) if _words(line) & paragraph), 0) for line in lines
        ]
        key = _rule(id, lines, exercise.file.language) if any(places) else "place"
        rule = say(f"demo.rule.{key}", language)
        for n, line in enumerate(lines):
            place = places[n] or "—"
            how = f'<td rowspan="{len(lines)}">{escape(rule)}</td>' if n == 0 else ""
            asks = f'<th scope="row" rowspan="{len(lines)}">{escape(spec.ask[language])}</th>' if n == 0 else ""
            rows.append(f"<tr>{asks}<td>{escape(line)}</td>{how}<td>{place}</td></tr>")
    head = heads(("demo.rules.box", "demo.rules.told", "demo.rules.rule", "demo.rules.place"), language)
    return f"<table>{head}<tbody>{''.join(rows)}</tbody></table>"


def _rule(id: str, lines: Sequence[str], language: str) -> str:
    """By which rule a box becomes a part of the text."""
    if id == "points":
        return "sentences" if len(lines) == 1 or all(is_clause(line, language) for line in lines) else "list"
    if id == "request":
        return f"request.{asked(lines[0], language)[0]}"
    return id if id in ("references", "deadline", "enclosures") else "frame"


def _plain(word: str) -> str:
    return word.strip(".,;:।()“”\"'").lower()


def _words(text: str) -> set[tuple[str, ...]]:
    """What a text is known by in another: three words in a row, which are no chance, and figures."""
    words = [_plain(word) for word in text.split()]
    return {
        *zip(words, words[1:], words[2:], strict=False),
        *((word,) for word in words if any(map(str.isdigit, word))),
    }


def _own(line: str, told: set[tuple[str, ...]]) -> str:
    """A paragraph in which the words that were told are marked; the others are the model's or the form's."""
    words = line.split()
    plain = [_plain(word) for word in words]
    own = [False] * len(words)
    for n, word in enumerate(plain):
        if (word,) in told:
            own[n] = True
        if (three := tuple(plain[n : n + 3])) in told:  # fewer at the end of the line
            own[n : n + 3] = [True] * len(three)
    runs = groupby(zip(own, words, strict=True), key=lambda pair: pair[0])
    pieces = ((mine, escape(" ".join(word for _, word in run))) for mine, run in runs)
    return " ".join(f"<mark>{text}</mark>" if mine else text for mine, text in pieces)


def marked(text: str, found: Sequence[Finding]) -> str:
    """A text with the words of its findings marked; where two overlap the first one holds."""
    pieces: list[str] = []
    done = 0
    for start, end in sorted({(one.start, one.end) for one in found if one.start < one.end}):
        if start >= done:
            pieces += escape(text[done:start]), f"<mark>{escape(text[start:end])}</mark>"
            done = end
    return "".join([*pieces, escape(text[done:])])


def _text(text: str, language: str) -> str:
    return f'<div class="made"{f" lang={language}" if language else ""}>{escape(text)}</div>'


def _cards(show: Show, text: str, found: Sequence[Finding]) -> str:
    groups = alike(found, show.screen)
    if not groups:
        return f'<p class="notice good">{safe("review.none", show.screen)}</p>'
    sheet = Whole(text, show.exercise)
    cards = "".join(card(sheet, group, show.screen) for group in groups[:MOST_CARDS])
    rest = len(groups) - MOST_CARDS
    more = f"<p>{safe('demo.more', show.screen, count=rest)}</p>" if rest > 0 else ""
    return f'<ul class="findings">{cards}</ul>{more}'


def rule(code: str, language: str) -> str:
    """A rule in words, and by its author's example of wrong and right in both languages as far as there is one. Raises InputError
    where there is no such rule."""
    if code not in CHECKS:
        raise InputError("error.demo.code")
    spoken = sorted(shows(code), key=lambda one: one != language)
    told, rows = ruled(code, spoken, language, {"wrong": "✗ ", "right": "✓ "})
    way = f'<p class="way">{safe("demo.rule", language)}</p>'
    return f'{way}<h1 tabindex="-1">{escape(title(code)[language])}</h1>{told}<dl class="rule">{rows}</dl>'


def door(number: str, there: Sequence[str], language: str) -> str:
    """The number that opens a batch, and where the other computers find it, as large as a board."""
    places = "".join(f'<p class="place">{escape(address)}</p>' for address in there)
    words = safe("demo.door", language)
    return f'<h1 tabindex="-1">{words}</h1>{places}<p class="door">{escape(number)}</p>'


def choose(assistant: Assistant, language: str) -> str:
    """The exercises to show, lab by lab, each a link."""
    labs = []
    for lab in assistant.labs.labs.values():
        links = (
            f'<li><a href="/demo?at={escape(exercise.id)}">{escape(exercise.title(language))}</a> '
            f'<span class="about">{safe(f"kind.{exercise.file.kind}", language)}</span></li>'
            for exercise in map(assistant.labs.find, lab.exercises)
        )
        labs.append(f"<section><h2>{escape(lab.title[language])}</h2><ul>{''.join(links)}</ul></section>")
    title, help_ = safe("demo.title", language), safe("demo.help", language)
    return f'<h1 tabindex="-1">{title}</h1><p>{help_}</p><div class="choose">{"".join(labs)}</div>'
