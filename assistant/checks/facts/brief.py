"""Whether a paper's facts are those of its brief: what was changed, dropped or made up, read from its ledger."""

import re
from collections.abc import Callable, Iterator

from assistant.checks.facts.ledger import Entry, ledger
from assistant.checks.facts.nth_days import nth_days
from assistant.checks.facts.parties import unsigned
from assistant.checks.facts.points import passed_over
from assistant.checks.facts.unsure import doubt
from assistant.checks.finding import Case, Spot
from assistant.checks.given import DAYS

_NUMBERS = ("number", "amount", "days", "months", "time", "small")


def changed(case: Case) -> Iterator[Spot]:
    """A fact stands there with another value."""
    for entry in ledger(case):
        if entry.became == "changed" and entry.fact and not entry.told:
            said = case.text[entry.start : entry.end]
            yield Spot(
                entry.start,
                entry.end,
                suggestion=entry.right,
                values={"said": said, "right": entry.right or entry.fact.says},
                about=entry.fact.id,
                severity=doubt(case, entry),
            )


def missing(case: Case) -> Iterator[Spot]:
    """A fact that the paper has to convey is nowhere in it. It has no place: the part that is written has to be mended."""
    for entry in ledger(case):
        if entry.became == "dropped" and entry.fact and not entry.told:
            yield Spot(
                part=case.form.file.writes,
                values={"fact": entry.fact.says},
                about=entry.fact.id,
                severity=doubt(case, entry),
            )
    if name := unsigned(case):
        yield Spot(part="signature", values={"fact": name}, about="sender.name")
    for field, point, sure in passed_over(case):
        yield Spot(part=case.form.file.writes, values={"fact": point}, about=field, severity=None if sure else "hint")


def _made_up(*kinds: str) -> Callable[[Case], Iterator[Spot]]:
    """A check for what the paper has and nobody gave, of these kinds."""

    def check(case: Case) -> Iterator[Spot]:
        for entry in _together(case, [one for one in ledger(case) if one.became == "added" and one.kind in kinds]):
            if not (entry.told or _counts_pages(case, entry)):
                said = case.text[entry.start : entry.end]
                yield Spot(entry.start, entry.end, values={"said": said}, severity=doubt(case, entry))

    return check


_PAGES = re.compile(r" ?(?:पृष्ठ|पृ\.|पेज|पन्न|(?:pages?|sheets?|pp)\b)", re.IGNORECASE)


def _counts_pages(case: Case, entry: Entry) -> bool:
    """Whether a number says how many pages an enclosure has: the writer counts them, no brief does."""
    line = case.line(entry.start)
    return bool(line and line.part == "enclosures" and _PAGES.match(case.text, entry.end))


def _dated(case: Case) -> Iterator[Spot]:
    """Dates that nobody gave, in figures or by their place in a month."""
    yield from _made_up(*(kind for kind in DAYS if kind != "impossible-date"))(case)
    for start, end in nth_days(case):
        yield Spot(start, end, values={"said": case.text[start:end]})


_CASE = re.compile(
    r"(?:\b[A-Z][a-z]+ ){1,3}(?:v\.|vs?\.?|versus) (?:the )?(?P<en>[A-Z][A-Za-z]+)|(?:[\u0900-\u0963.]+ ){1,3}बनाम (?P<hi>[\u0900-\u0963]+)"
    r"|(?<=\bin the )(?P<named>[A-Z][a-z]+)(?: [A-Z][a-z]+){0,4} case\b"
)
"""A case by its parties, or by the name that it goes by."""
_MAY_BE_CASE = re.compile(r" (?:v(?:s?\.?|ersus)|बनाम) | case\b")
"""What stands in each of them: few lines have it, and to look for names takes long."""
_COURT = re.compile(r"\b(?:Court|Tribunal|Bench|judg(?:e?ment)|ruling)\b|न्यायालय|अधिकरण")


def _cited(case: Case) -> Iterator[Spot]:
    """References that nobody gave, and court cases by their parties."""
    yield from _made_up("ref", "law", "scheme")(case)
    if case.told_text:
        for line in case.body:
            may_be = _MAY_BE_CASE.search(case.text, line.words, line.end)
            for match in _CASE.finditer(case.text, line.words, line.end) if may_be else ():
                name = match["en"] or match["hi"] or match["named"]
                ruled = not match["named"] or _COURT.search(case.text, *case.sentence(match.start()))
                if name not in case.told_text and ruled:
                    yield Spot(match.start(), match.end(), values={"said": match[0]})


def _together(case: Case, entries: list[Entry]) -> Iterator[Entry]:
    """The entries; an act and the sections named beside it are one citation."""
    last: Entry | None = None
    for entry in entries:
        if (
            last
            and last.kind == entry.kind == "law"
            and 0 <= entry.start - last.end < 30
            and not set("।\n;") & set(case.text[last.end : entry.start])
        ):
            last = Entry("added", "law", last.start, entry.end)
            continue
        if last:
            yield last
        last = entry
    if last:
        yield last


CHECKS = {
    "facts.changed": changed,
    "facts.missing": missing,
    "facts.unsupported-number": _made_up(*_NUMBERS),
    "facts.unsupported-date": _dated,
    "facts.unsupported-reference": _cited,
    "facts.unsupported-name": _made_up("name", "place", "post"),
    "facts.unsupported-contact": _made_up("phone", "email", "web"),
}
