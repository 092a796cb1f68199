"""Mistakes of a given text that were not mended but taken out, and with them the fact that they stood in."""

from assistant import facts
from assistant.checks.phrases import sentence
from assistant.labs.exercise import Exercise
from assistant.labs.found import case_of, found

_MENDED = ("facts.", "form.", "language.", "law.", "leftover.repeated")
_TAKEN_OUT = ("facts.unsupported-",)
"""What has to be set right, and what of it is mended by taking it out."""


def deleted(exercise: Exercise, gone: set[str], state: str) -> dict[str, list[str]]:
    """The seeded defects whose sentence said a fact that is `gone`, with their quotes. Each such fact leaves one of them standing: one
    fault costs once."""
    defects: dict[str, list[str]] = {}
    if exercise.file.kind != "repair" or not gone:
        return defects
    case, left = case_of(exercise, exercise.file.given, state, unchanged=True), set(gone)
    expected = {one.id: one.fact for one in exercise.file.expect.facts}
    for finding in found(exercise, exercise.file.given, state, unchanged=True):
        code, at = finding.code, case.document.source.where(finding.start)
        if code not in exercise.file.defects or not code.startswith(_MENDED) or code.startswith(_TAKEN_OUT):
            continue
        if code in defects or finding.start == finding.end or not (line := case.line(at)):
            continue
        start, end = sentence(case.text, line, at)
        said = {finding.about} if finding.about in expected else left
        here = [id for id in said & left if id == finding.about or facts.conveys(case.text[start:end], expected[id])]
        if here:
            left.remove(min(here))
            defects[code] = [finding.quote]
    return defects
