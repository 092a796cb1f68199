"""Whether a note ends with a proposal, or with a point for decision."""

from collections.abc import Iterator

from assistant.checks.finding import Case, Spot
from assistant.checks.wording import said, sentences
from assistant.forms.document import Line
from assistant.forms.template import BLANK
from assistant.language.sentences import inside


def no_proposal(case: Case) -> Iterator[Spot]:
    """A form that ends with a proposal or a point for decision ends without one."""
    if not case.form.file.proposes or not case.body:
        return
    last = next((line for line in reversed(case.body) if not _foot(case, line)), case.body[-1])
    if (at := case.text.find(BLANK, last.start, last.end)) >= 0:
        yield Spot(at, at + len(BLANK))
    elif not _proposed(case):
        told = any(_puts_up(case, *place) for line in case.body[-_ENDS:] for place in sentences(case, line))
        yield Spot(last.words, last.end, severity="hint" if told else None)


_ENDS = 3
"""The paragraphs at a note's end in which it proposes, if it does."""


def _puts_up(case: Case, start: int, end: int) -> bool:
    """Whether a sentence may propose in other words: it asks for something, and doesn't tell what a rule asks or what somebody asked."""
    asks = said(case, "proposes", start, end) or said(case, "asks", start, end)
    only = ("competence", "allowed", "was_asked", "sought", "only_seen", "refers")
    return bool(asks) and not any(said(case, name, start, end) for name in only)


def _proposes(case: Case, start: int, end: int) -> bool:
    """Whether a sentence proposes something, and doesn't only say who may decide, what a rule allows, or what is to be seen."""
    if not said(case, "proposes", start, end):
        return False
    only = (
        said(case, "competence", start, end) or said(case, "only_seen", start, end) or said(case, "allowed", start, end)
    )
    return not only or bool(said(case, "firmly", start, end))


def _sought(case: Case) -> bool:
    """Whether the note tells that somebody wants something: then it isn't only to be seen."""
    return any(said(case, "sought", line.words, line.end) for line in case.body)


SHORT = 20
"""Words of a paragraph that only closes a note."""


def _foot(case: Case, line: Line) -> bool:
    """Whether a line is no sentence of the text: a post, a date, a subscription after its end."""
    return case.text[line.end - 1] not in "।.?!:" and len(case.words(line).split()) <= 6


def _proposed(case: Case) -> bool:
    """Whether the text ends in a proposal. What follows one may say who decides, from which money, what lies with the note."""
    given = inside(case.brief["request"] or "", case.language) if case.brief else ""
    if case.brief and "proposal" in case.brief.form.fields:
        given = inside(case.brief["proposal"] or "", case.language) or given
    given = given[:-2]  # करना is bent to करने
    for line in reversed(case.body):
        if _foot(case, line):
            continue
        words = case.words(line)
        seen = not given and not _sought(case) and said(case, "only_seen", line.words, line.end)
        if (given and given in words) or "?" in words or seen:
            return True
        if any(_proposes(case, *place) for place in sentences(case, line)):
            return True
        item = line.words > line.start and case.text[line.start] == "("
        closes = len(words.split()) <= SHORT and said(case, "closes", line.words, line.end)
        if not (item or closes):
            return False
    return False


CHECKS = {"form.no-proposal": no_proposal}
