"""What a careful section officer sees in a paper, by rules alone: document in, findings out, no model and no database.

A check is one function for one code, named in its family's CHECKS; its severity, words and cases stand in `codes/<code>.yaml`.
A family is a folder, or a file where one is enough; what several families stand on lies beside them: the case and its
findings, phrases, the given facts, people and posts.
"""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import chain

from assistant.checks import craft, facts, form, integrity, language, law, leftover, privacy, tone
from assistant.checks.finding import Case, Finding, Spot, finding

CHECKS: dict[str, Callable[[Case], Iterable[Spot]]] = {
    **form.CHECKS,
    **facts.CHECKS,
    **law.CHECKS,
    **language.CHECKS,
    **leftover.CHECKS,
    **tone.CHECKS,
    **privacy.CHECKS,
    **craft.CHECKS,
    **integrity.CHECKS,
}

log = logging.getLogger(__name__)

__all__ = ["CHECKS", "Case", "Finding", "run"]

BLANKETS = ("integrity.", "leftover.chatter", "leftover.instructions", "language.legacy-font")
"""Words that a finding of these covers say nothing more: what else is wrong in them goes with them."""

PRECEDENCE = (
    "integrity.", "leftover.chatter", "leftover.instructions", "leftover.", "privacy.", "language.legacy-font",
    "facts.date-impossible", "facts.weekday-mismatch",
    "facts.words-mismatch", "facts.total-mismatch", "facts.days-mismatch", "facts.deadline-past", "form.no-proposal",
    "form.element-missing", "form.no-deadline", "form.", "facts.changed", "facts.missing", "facts.unsupported-",
    "facts.", "law.", "language.", "tone.", "",
)  # fmt: skip
"""Of several codes that fit the same words the first of these stands (checks.md)."""

TWO_FAULTS = {"law.superseded"}
"""Codes that stand beside any other: an act that nobody gave and that no longer applies is two faults."""

NOT_IN_AN_INSTRUCTION = (
    "form.", "craft.", "leftover.chatter", "leftover.instructions", "leftover.markup", "leftover.placeholder",
    "facts.missing", "facts.unsupported-", "language.wrong", "language.mixed-script",
    "tone.",
)  # fmt: skip
"""What is no fault in an instruction to a model: it is no paper to a reader, may mix languages, be a list, leave a
blank where a name is not to go, and say लिखो; an exercise tells what it has to say."""

NOT_GUESSED_IN_AN_INSTRUCTION = ("facts.changed", "integrity.injection")
"""What can be guessed in a paper, and not in an order to a model: what stands in place of a fact, and what is said to the model."""


def run(case: Case) -> list[Finding]:
    """Every finding on a paper, in the order of its text; one fault gives one finding, the one that says most."""
    found = [one for code in CHECKS for one in _told(case, code)]
    if case.instruction:
        expected = {fact.id for fact in case.expect}
        found = [
            one
            for one in found
            if (one.about in expected or not one.code.startswith(NOT_IN_AN_INSTRUCTION))
            and not (one.severity == "hint" and one.code in NOT_GUESSED_IN_AN_INSTRUCTION)
        ]
    near: dict[int, list[Finding]] = defaultdict(list)
    wide: list[Finding] = []
    kept: list[Finding] = []
    for one in sorted(found, key=lambda one: (_unsure(one), _rank(one.code), one.start, -one.end)):
        blocks = range(one.start // _BLOCK, one.end // _BLOCK + 1)
        if len(blocks) > _WIDE:
            others: Iterable[Finding] = kept
        else:
            others = chain(wide, *(near[block] for block in blocks))
        if any(_says_it(other, one) for other in others):
            continue
        kept.append(one)
        if len(blocks) > _WIDE:
            wide.append(one)
        for block in blocks[:_WIDE]:
            near[block].append(one)
    if _unreadable(case, kept):  # nothing else can be said of a paper whose letters no machine reads
        kept = [one for one in kept if one.code == "language.legacy-font"]
    return sorted(kept, key=lambda one: (one.start, one.end, one.code))


def _told(case: Case, code: str) -> list[Finding]:
    """What one check tells. One that breaks tells nothing, and the log why: a class goes on with what all others tell."""
    try:
        return [finding(case, code, spot) for spot in CHECKS[code](case)]
    except Exception:
        log.exception("%s could not be checked", code)
        return []


def _unreadable(case: Case, kept: list[Finding]) -> bool:
    """Whether most of a paper is typed in the code of an old font."""
    coded = sum(one.end - one.start for one in kept if one.code == "language.legacy-font")
    return coded > 0 and 5 * coded > 3 * len(case.document.source.given.strip())


_BLOCK, _WIDE = 1000, 50
"""Findings are compared with those that begin or end in the same stretches of the text, and with the few that cover many."""


_GUESSES = (
    "integrity.injection",
    "leftover.chatter",
    "leftover.instructions",
    "integrity.stuffed",
    "facts.total-mismatch",
    "facts.unsupported-name",
    "language.spelling",
    "privacy.classified",
    "tone.",
)


def _unsure(one: Finding) -> bool:
    """Whether a finding is a mere guess at what the words are: what else is told of them says more."""
    return one.severity == "hint" and one.code.startswith(_GUESSES)


def _rank(code: str) -> int:
    return next(rank for rank, family in enumerate(PRECEDENCE) if code.startswith(family))


def _says_it(kept: Finding, one: Finding) -> bool:
    """Whether a finding that stands already says what this one would: it is about the same words, or about all around them."""
    if one.code in TWO_FAULTS or kept.code in TWO_FAULTS:
        return one.code == kept.code and (one.start, one.end) == (kept.start, kept.end)
    if kept.code == "integrity.empty" and one.code.startswith("privacy."):
        return False  # how little was written, and that a person is in it
    if one.code == "craft.long-sentence" and kept.code.startswith("tone."):
        return False  # how long a sentence is and how it speaks are two things
    shared = min(kept.end, one.end) - max(kept.start, one.start)
    if shared <= 0:
        return False
    blanket = kept.code.startswith(BLANKETS) and not _unsure(kept)
    covered = kept.code == one.code or (blanket and shared == one.end - one.start)
    return covered or 2 * shared >= max(kept.end - kept.start, one.end - one.start)
