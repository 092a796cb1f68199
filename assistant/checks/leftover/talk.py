"""Whether a sentence speaks of a text and its making, to him for whom it is written."""

import re
from collections.abc import Iterable, Iterator

from assistant.checks.finding import Case
from assistant.checks.phrases import Said, find, inside, phrases, quoted, sentences

_ENOUGH = 3
SURE = 6
"""Signs that weigh so much leave no doubt."""
_OF_A_TEXT = frozenset("self place style remade machine unreal effect opens untold bids offers".split())
"""Signs of which one must be there: without them an office speaks to a reader of its own business."""
_PERSONS = frozenset(("me", "you"))
_AUDIT = re.compile(r"(?:[0-9]|लेखापरीक्षा|लेखा परीक्षा|ऑडिट|आडिट|लंबित|लम्बित|आपत्ति|audit|pending) $", re.IGNORECASE)
"""Before a paragraph: one of an audit report, and none of this paper."""


def talk(case: Case) -> Iterator[tuple[int, int, int]]:
    """The sentences that have signs enough of such talk, and how much these weigh."""
    found = sorted(find(case.text, phrases("talk")), key=lambda one: one[:2])
    nobody = case.form.file.person == "third"
    # Who writes in his own name asks his reader to see to things in such words too.
    somebody = {line.part for line in case.body} if case.form.file.person == "first" else set[str]()
    at = 0
    for line in case.document.lines:
        for start, end in sentences(case.text, line):
            signs = []
            while at < len(found) and found[at].start < end:
                one = found[at]
                if (
                    start <= one.start
                    and one.end <= end
                    and case.text[one.start : one.end] != "i"
                    and not (
                        one.row["kind"] == "near" and _AUDIT.search(case.text[max(start, one.start - 15) : one.start])
                    )
                ):
                    signs.append(one)
                at += 1
            if line.part in somebody:
                signs = [one for one in signs if one.row["kind"] != "bids"]
            if _weight(signs, nobody) >= _ENOUGH:
                others = quoted(case.text, line.start, line.end)
                own = [one for one in signs if not inside(one.start, others)]
                if (weight := _weight(own, nobody)) >= _ENOUGH:
                    yield start, end, min(weight, SURE - 1) if line.part in somebody else weight


def _weight(signs: Iterable[Said], nobody: bool = False) -> int:
    """What signs weigh together, each kind once; where a form has no writer and no reader, more."""
    kinds: dict[str, int] = {one.row["kind"]: one.row["weight"] for one in signs}
    if _OF_A_TEXT.isdisjoint(kinds):
        return 0
    return sum(kinds.values()) + (len(_PERSONS.intersection(kinds)) if nobody else 0)


def talks(words: str) -> bool:
    """Whether words that stand alone have signs enough."""
    return _weight(find(words, phrases("talk"))) >= _ENOUGH
