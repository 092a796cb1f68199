"""Whether the paper has what its form requires."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case, Spot
from assistant.forms.template import BLANK
from assistant.language.sentences import inside, speaks_of_enclosure

_PROPOSES = re.compile(
    r"प्रस्ताव|उचित होगा|विचारार्थ|निर्णय|अनुमति|\bpropos|\bmay be (?:approved|accorded|sanctioned)|\bdecision\b",
    re.IGNORECASE,
)


def part_missing(case: Case) -> Iterator[Spot]:
    """A part that the form requires isn't there, or only its blank is. What is filled at issue may stay blank."""
    for spec in case.norm.parts:
        if spec.need != "required":
            continue
        values = {"name": {"hi": spec.name.hi, "en": spec.name.en}}
        blank = next(
            (at for line in case.lines(spec.id) if (at := case.text.find(BLANK, line.start, line.end)) >= 0), None
        )
        if blank is not None and not spec.at_issue:
            yield Spot(blank, blank + len(BLANK), spec.id, values=values)
        elif not case.has(spec.id):
            yield Spot(part=spec.id, values=values)


def no_proposal(case: Case) -> Iterator[Spot]:
    """A form that asks for a proposal ends without one."""
    if case.brief is None or "proposal" not in case.brief.form.asked or not case.body:
        return
    last = case.body[-1]
    words = case.words(last)
    given = inside(case.brief["proposal"] or case.brief["request"], case.language)[:-2]  # करना is bent to करने
    proposed = (given and given in words) or _PROPOSES.search(words)
    if (at := case.text.find(BLANK, last.start, last.end)) >= 0:
        yield Spot(at, at + len(BLANK))
    elif not proposed:
        yield Spot(last.words, last.end)


def enclosure_mismatch(case: Case) -> Iterator[Spot]:
    """The text speaks of an enclosure that isn't listed, or one is listed that nothing speaks of."""
    if not any(spec.id == "enclosures" and spec.need != "never" for spec in case.norm.parts):
        return
    listed = case.lines("enclosures")
    spoken = next(((line, words) for line in case.body if (words := speaks_of_enclosure(case.words(line)))), None)
    if spoken and not listed:
        line, words = spoken
        at = case.text.index(words, line.words)
        yield Spot(at, at + len(words), values={"what": {"hi": "सूची में कोई संलग्नक नहीं है", "en": "none is listed"}})
    elif listed and not spoken:
        yield Spot(
            listed[0].start,
            listed[-1].end,
            values={"what": {"hi": "पाठ में उसकी बात नहीं है", "en": "the text doesn't speak of it"}},
        )


CHECKS = {
    "form.part-missing": part_missing,
    "form.no-proposal": no_proposal,
    "form.enclosure-mismatch": enclosure_mismatch,
}
