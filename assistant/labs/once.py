"""One fault is told once, and so costs once: a sum that the paper itself disproves is neither a lost nor a made-up one besides."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from assistant import facts
from assistant.checks import Finding
from assistant.facts import Fact
from assistant.language.numbers import read_number

_MONEY = re.compile(r"रुपये|रुपए|रूपये|रु[.०]?|मात्र|केवल|₹|/-|\b(?:rupees?|rs\.?|only)\b", re.IGNORECASE)


def once(findings: Iterable[Finding], expected: Iterable[Fact]) -> list[Finding]:
    """The findings without those that tell again what `facts.words-mismatch` tells: its sum in words left out, its figures unknown.

    That finding is then about the fact that was expected, so that it costs what a lost fact costs.
    """
    findings = list(findings)
    sums = {id(one): _values(one.quote) for one in findings if one.code == "facts.words-mismatch"}
    if not sums:
        return findings
    about = {fact.id: value for fact in expected if (value := _value(fact)) is not None}
    kept, hit = [], dict[int, str]()
    for one in findings:
        twin = next((mismatch for mismatch, values in sums.items() if _tells_again(one, values, about)), None)
        if twin is None or id(one) in sums:
            kept.append(one)
        elif one.about in about:
            hit.setdefault(twin, one.about)
    for one in findings:
        if id(one) in sums and id(one) not in hit:
            near = (fact for fact, value in about.items() if value in sums[id(one)])
            hit[id(one)] = next(near, one.about)
    return [replace(one, about=hit[id(one)]) if id(one) in hit else one for one in kept]


def _tells_again(one: Finding, values: set[Decimal], about: dict[str, Decimal]) -> bool:
    if one.code in ("facts.missing", "facts.changed") and one.about in about:
        return about[one.about] in values
    return one.code == "facts.unsupported-number" and bool(values & _values(one.quote))


def _value(fact: Fact) -> Decimal | None:
    """The sum that a fact is, be it written out in words."""
    if fact.kind in ("amount", "number"):
        return Decimal(str(fact.value))
    texts = fact.value if isinstance(fact.value, tuple) else ()
    return next((value for text in texts if (value := _read(text)) is not None), None)


def _values(quote: str) -> set[Decimal]:
    """Every sum that a quote says, in figures and in words."""
    values = {Decimal(str(one.value)) for one in facts.find(quote) if one.kind in ("amount", "number")}
    return values | {value for part in re.split(r"[()\[\]]", quote) if (value := _read(part)) is not None}


def _read(text: str) -> Decimal | None:
    value = read_number(" ".join(_MONEY.sub(" ", text).split()).strip(" .-"))
    return None if value is None else Decimal(value)
