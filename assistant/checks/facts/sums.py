"""Whether a stated total is the sum of what is listed with it, or of what the next sentence shares out.

In doubt nothing is said: what is listed has to be alike, and a sum far off is of other things than the total.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from assistant.checks.facts.alike import ANYTHING, Item, alike, halved, stem
from assistant.checks.facts.columns import in_columns, in_rows
from assistant.checks.facts.figures import FIGURES, figures, within
from assistant.checks.facts.remainders import added_up, at_a_price, at_a_rate, fell_apart, left_over, so_many
from assistant.checks.facts.rests import nearly_a_sum, told_further_on
from assistant.checks.facts.scales import scales
from assistant.checks.facts.totals import Claim, ahead, claimed, in_halves, in_sentences
from assistant.checks.finding import Case, Spot, once
from assistant.facts import Found
from assistant.language.numbers import grouped


@once
def total_mismatch(case: Case) -> list[Spot]:
    """A total that isn't the sum of what is listed with it."""
    return list(_told(case))


def _told(case: Case) -> Iterator[Spot]:
    counts = figures(case)
    known = {found.value for found in case.known if found.kind in FIGURES}
    told: set[int] = set()
    for claim in (
        *in_sentences(case),
        *in_halves(case),
        *shared_out(case),
        *listed_next(case),
        *the_briefs_own(case, counts),
        *left_over(case, counts),
        *fell_apart(case, counts),
        *at_a_rate(case, counts),
        *so_many(case, counts),
        *at_a_price(case, counts),
        *added_up(case, counts),
        *told_further_on(case, counts),
        *nearly_a_sum(case, counts),
        *in_columns(case),
        *in_rows(case),
    ):
        total, added = claim.total, sum(claim.parts, Decimal(0))
        stated = total.figure
        start, end = claim.place or (total.start, total.end)
        if added != stated and told.isdisjoint((total.start, start)) and not _explained(case, claim):
            told |= {total.start, start}
            said = case.text[total.start : total.end]
            told_so = {"total": said, "sum": _grouped(added)}
            sure = (claim.sure and _is_slip(stated, added)) or (added in known and total.value not in known)
            sure = sure or (claim.sure and _is_plain(case, claim))
            yield Spot(start, end, values=told_so, severity=None if sure else "hint")


_NEAR = Decimal("0.1")


def _is_plain(case: Case, claim: Claim) -> bool:
    """Whether several sums of money stand in one sentence, and right after them what they are in all."""
    total, held = claim.total, claim.held
    start, _ = case.sentence(total.start)
    money = all(one.kind == "amount" and start <= one.start < total.start for one in held)
    lead = case.text[held[-1].end : total.start] if len(held) >= _PLAIN and money and total.kind == "amount" else ""
    return bool(_IN_ALL_OF_THEM.search(lead)) and len(lead.split()) <= _LEAD_WORDS and not _MORE.search(lead)


_MORE = re.compile(r"\b(?:with|including|besides|plus|other)\b|सहित|समेत|अतिरिक्त|साथ|अन्य|शेष", re.IGNORECASE)
_PLAIN = 3
_LEAD_WORDS = 8
_IN_ALL_OF_THEM = re.compile(
    r"(?:(?<![\u0900-\u0963])(?:कुल|योग|कुल योग)|\b(?:total|totall?ing|in all|a total of)):? $", re.IGNORECASE
)


def _is_slip(total: Decimal, added: Decimal) -> bool:
    """Whether a total is so near to the sum of what is listed that it is meant to be it."""
    near = abs(total - added) <= max(Decimal(2), _NEAR * max(total, added))
    return near or sorted(str(total)) == sorted(str(added))


def _explained(case: Case, claim: Claim) -> bool:
    """Whether the total is the brief's own while something that is listed isn't: the fault is in that, and is told there."""
    known = {found.value for found in case.known if found.kind in FIGURES}
    total = claim.total

    def is_known(found: Found) -> bool:
        return found.value in known or any(reading in known for reading in scales(case).readings(found))

    start, end = case.sentence(total.start)
    beside = (
        *claim.held,
        *(found for found in case.within(start, end) if found.kind in FIGURES and found.start != total.start),
    )
    return is_known(total) and not all(is_known(found) for found in beside)


def _grouped(value: Decimal) -> str:
    """The figures of a sum; what is after the point where there is anything."""
    whole, _, rest = f"{value:f}".partition(".")
    return grouped(int(whole)) + (f".{rest}" if rest.strip("0") else "")


_OF_THESE = re.compile(
    r"\s?(?:\(?[0-9]{1,2}[.)/-] ?)?(?:(?:इनमें|जिनमें|इनमे|इसमें|Of these|Of them|Among them|These are|They are|It has)(?: से)?"
    r"|(?:The|These|All the) (?P<english>[a-z]{3,20}),|(?:ये|इन|सभी) (?P<hindi>[\u0900-\u0963]{2,20}),?)[ :,-]{1,3}"
)
_LEAST, _OFF = 3, Decimal("0.06")
"""So many shares are all there are; and a slip in one figure may put their sum so far from the whole."""


def shared_out(case: Case) -> Iterator[Claim]:
    """A number of things, and in the next sentence how many of them are where: "1,348 आवेदन लंबित हैं। इनमें धमतरी के 412, …"."""
    known = {found.value for found in case.known if found.kind in FIGURES}
    for begin in case.stops[1:-1]:
        lead = _OF_THESE.match(case.text, begin)
        if not lead:
            continue
        start, end = case.sentence(lead.end())
        first = _before(case, start)
        inside = within(case, lead.end(), end)
        named = lead["english"] or lead["hindi"]
        before = [found for found in within(case, first, start) if inside and found.kind == inside[0].kind]
        things = {named} if named else {word for found in inside for word in _counted(case, found)[:1]}
        whole = [found for found in before if things & set(_counted(case, found))]
        if not whole and not named:  # of seven labourers, four boys and two girls
            whole = [found for found in before if any(ANYTHING.match(word) for word in _counted(case, found))]
            whole = [found for found in whole if len(whole) == 1 and _shares(case, lead.end(), end, found, known)]
        if len(whole) != 1:
            continue
        each, _ = ahead(case, lead.end(), end, whole[0])
        if len(each) < 2 or (len(each) != len(inside) and not named) or not alike(case.text, each, whole[0]):
            continue
        claim = claimed(whole[0], each)
        if halved(each):
            claim = claim._replace(place=(whole[0].start, each[-1].found.end))
        added, stated = sum(claim.parts, Decimal(0)), whole[0].figure
        sure = (whole[0].value not in known and added in known) or (halved(each) and _HALF < added / stated < 2)
        sure = sure or sorted(str(added)) == sorted(str(stated))
        if sure or (len(each) >= _LEAST and 0 < abs(added - stated) <= _OFF * stated):
            yield claim


def _shares(case: Case, start: int, end: int, whole: Found, known: set[object]) -> bool:
    """Whether numbers of other things are shares of one: half of it, and the rest; or their sum is what the brief has in its place."""
    shared = ahead(case, start, end, whole)[0]
    added = sum((item.found.figure for item in shared), Decimal(0))
    return bool(shared) and (halved(shared) or (added in known and whole.value not in known))


def listed_next(case: Case) -> Iterator[Claim]:
    """A number of things, and in the next sentence how many of the same things go where: 11 पदों का प्रस्ताव है। गोण्डा हेतु 5, … 2 पद।"""
    known = {found.value for found in case.known if found.kind in FIGURES}
    for (start, end), held in groupby(figures(case), key=lambda found: case.sentence(found.start)):
        inside = list(held)
        if len(inside) < 2 or start < 2 or len({found.kind == "amount" for found in inside}) > 1:
            continue
        first = _before(case, start)
        before = [one for one in within(case, first, start) if (one.kind == "amount") == (inside[0].kind == "amount")]
        units = {stem(word) for word in (*_counted(case, inside[-1])[:1], *_counted(case, inside[0])[:1])}
        whole = [one for one in before if units & set(map(stem, _counted(case, one)))]
        each = ahead(case, start, end, whole[-1])[0] if whole else []
        if len(each) < 2 or len(each) != len(inside) or not alike(case.text, each, whole[-1]):
            continue
        claim = claimed(whole[-1], each)
        added, stated = sum(claim.parts, Decimal(0)), whole[-1].figure
        sure = whole[-1].value not in known and added in known
        if (
            (sure or len(each) >= _LEAST)
            and max(claim.parts) < stated
            and abs(added - stated) <= max(Decimal(2), _SLIP * stated)
        ):
            yield claim._replace(sure=sure)


_ROW, _NEARBY = 12, 400
_FEW = 20
"""What two figures make by chance where nothing is said of a total."""
_IN_ALL = re.compile(r"कुल|योग|मिलाकर|समस्त|\b(?:total|in all|all|altogether|together|aggregate|sum)", re.IGNORECASE)


def the_briefs_own(case: Case, counts: list[Found]) -> Iterator[Claim]:
    """A figure that nobody gave beside a row whose sum the brief has, and the paper has not: however the words go, it stands for that sum."""
    known = {found.figure for found in case.known if found.kind in FIGURES}
    lost = known - {found.figure for found in counts}
    for n, total in enumerate(counts) if lost else ():
        if total.figure in known or not any(_is_slip(total.figure, one) for one in lost):
            continue
        for beside in (counts[max(0, n - _ROW) : n][::-1], counts[n + 1 : n + 1 + _ROW]):
            row = [one for one in beside if (one.kind == "amount") == (total.kind == "amount")]
            added = Decimal(0)
            for many, one in enumerate(row, start=1):
                added += one.figure
                if abs(one.start - total.start) > _NEARBY or one.figure not in known:
                    break
                sure = many > 2 or added > _FEW or _IN_ALL.search(case.text, *case.sentence(total.start))
                if many > 1 and sure and added in lost and _is_slip(total.figure, added):
                    yield claimed(total, [Item(part, "", "") for part in row[:many]])
                    break


def _before(case: Case, start: int) -> int:
    """Where the sentence begins that stands before another."""
    at = start - 1
    while at > 0 and case.text[at].isspace():
        at -= 1
    return case.sentence(max(0, at))[0]


_SLIP = Decimal("0.15")
_HALF = Decimal("0.5")
_WORDS = re.compile(r"[ /-]{0,3}(?P<words>[A-Za-z\u0900-\u0963]{2,30}(?: [A-Za-z\u0900-\u0963]{2,30}){0,2})")


def _counted(case: Case, found: Found) -> list[str]:
    """The words right after a figure: what it counts."""
    match = _WORDS.match(case.text, found.end)
    return match["words"].split() if match else []
