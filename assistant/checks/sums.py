"""Whether a stated total is the sum of what is listed with it, or of what the next sentence shares out.

In doubt nothing is said: what is listed has to be alike, and a sum far off is of other things than the total.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.finding import Case, Spot
from assistant.checks.remainders import at_a_rate, left_over
from assistant.checks.totals import COUNTS, alike, in_halves, in_sentences, listed, under_lines
from assistant.facts import Found
from assistant.language.numbers import grouped


def total_mismatch(case: Case) -> Iterator[Spot]:
    """A total that isn't the sum of what is listed with it."""
    counts = [found for found in case.found if found.kind in COUNTS]
    for total, parts in (
        *in_sentences(case),
        *in_halves(case, counts),
        *shared_out(case, counts),
        *left_over(case, counts),
        *at_a_rate(case, counts),
        *under_lines(case, counts),
    ):
        added = sum(parts, Decimal(0))
        stated = Decimal(total.value)  # type: ignore[arg-type]
        if added != stated and not _explained(case, total):
            said = case.text[total.start : total.end]
            yield Spot(total.start, total.end, values={"total": said, "sum": _grouped(added)})


def _explained(case: Case, total: Found) -> bool:
    """Whether the total is the brief's own while something in its sentence isn't: the fault is in that, and is told there."""
    known = {found.value for found in case.known if found.kind in COUNTS}
    start, end = case.sentence(total.start)
    return (
        bool(known)
        and total.value in known
        and any(
            found.value not in known for found in case.within(start, end) if found.kind in COUNTS and found is not total
        )
    )


def _grouped(value: Decimal) -> str:
    """The figures of a sum; what is after the point where there is anything."""
    whole, _, rest = f"{value:f}".partition(".")
    return grouped(int(whole)) + (f".{rest}" if rest.strip("0") else "")


_OF_THESE = re.compile(r"(?:इनमें|जिनमें|इनमे|इसमें|Of these|Of them|Among them|These are|They are|It has)(?: से)?[ :,-]{1,3}")
_THING = re.compile(r"\s?/?-?\s?([A-Za-z\u0900-\u0963]{3,30})")
_LEAST, _OFF = 3, Decimal("0.06")
"""So many shares are all there are; and a slip in one figure may put their sum so far from the whole."""


def shared_out(case: Case, counts: list[Found]) -> Iterator[tuple[Found, list[Decimal]]]:
    """A number of things, and in the next sentence how many of them are where: "1,348 आवेदन लंबित हैं। इनमें धमतरी के 412, …"."""
    text, known = case.text, {found.value for found in case.known if found.kind in COUNTS}
    for lead in _OF_THESE.finditer(text):
        start, end = case.sentence(lead.end())
        if lead.end() - start > len(lead[0]) + 1 or start < 2:
            continue
        inside = [found for found in case.within(lead.end(), end) if found.kind in COUNTS]
        each = listed(text, lead.end(), end, inside)
        if len(each) < 2 or len(each) != len(inside):
            continue
        thing = next((match[1] for found in inside[::-1] if (match := _THING.match(text, found.end))), "")
        before = [found for found in case.within(case.sentence(start - 2)[0], start) if found.kind == inside[0].kind]
        whole = [found for found in before if (match := _THING.match(text, found.end)) and match[1] == thing]
        if len(whole) != 1 or not alike(each, thing, whole[0]):
            continue
        added, stated = sum((one.value for one in each), Decimal(0)), Decimal(whole[0].value)  # type: ignore[arg-type]
        sure = whole[0].value not in known and added in known
        if sure or (len(each) >= _LEAST and 0 < abs(added - stated) <= _OFF * stated):
            yield whole[0], [one.value for one in each]
