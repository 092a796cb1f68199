"""Whether a paper is as its form wants it: its parts and their order, what it asks, proposes and decides, by whose power."""

from assistant.checks.form import decisions, elements, enclosures, matter, parts, powers, proposals, shape, subject

CHECKS = {
    **parts.CHECKS,
    **shape.CHECKS,
    **subject.CHECKS,
    **enclosures.CHECKS,
    **matter.CHECKS,
    **proposals.CHECKS,
    **decisions.CHECKS,
    **elements.CHECKS,
    **powers.CHECKS,
}
