"""What a careful section officer sees in a paper, by rules alone: document in, findings out, no model and no database.

A check is one function for one code; its severity, words and cases stand in `codes/<code>.yaml`.
"""

from collections.abc import Callable, Iterable

from assistant.checks import facts, form, language, leftover
from assistant.checks.finding import Case, Finding, Spot, finding

CHECKS: dict[str, Callable[[Case], Iterable[Spot]]] = {
    "form.part-missing": form.part_missing,
    "form.no-proposal": form.no_proposal,
    "form.enclosure-mismatch": form.enclosure_mismatch,
    "facts.deadline-past": facts.deadline_past,
    "language.wrong": language.wrong,
    "leftover.placeholder": leftover.placeholder,
}

__all__ = ["CHECKS", "Case", "Finding", "run"]


def run(case: Case) -> list[Finding]:
    """Every finding on a paper, in the order of its text."""
    found = [finding(case, code, spot) for code, check in CHECKS.items() for spot in check(case)]
    return sorted(found, key=lambda one: (one.start, one.code))
