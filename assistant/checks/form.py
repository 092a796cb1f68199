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
        part = case.document.part(spec.id)
        text = "\n".join(block.text for block in part.blocks) if part else ""
        blank = BLANK in text
        if text and (not blank or spec.at_issue):
            continue
        start, end = case.document.find(spec.id, BLANK) if blank else (0, 0)
        yield Spot(spec.id, start, end, values={"name": {"hi": spec.name.hi, "en": spec.name.en}})


def no_proposal(case: Case) -> Iterator[Spot]:
    """A form that asks for a proposal ends without one."""
    if case.brief is None or "proposal" not in case.brief.form.asked:
        return
    body = case.document.part("body")
    last = body.blocks[-1].text if body else ""
    given = inside(case.brief["proposal"] or case.brief["request"], case.document.language)[:-2]  # करना is bent to करने
    proposed = (given and given in last) or _PROPOSES.search(last)
    if BLANK in last or not proposed:
        start, end = case.document.find("body", BLANK if BLANK in last else last)
        yield Spot("body", start, end)


def enclosure_mismatch(case: Case) -> Iterator[Spot]:
    """The text speaks of an enclosure that isn't listed, or one is listed that nothing speaks of."""
    if not any(spec.id == "enclosures" and spec.need != "never" for spec in case.norm.parts):
        return
    body = case.document.part("body")
    if body is None:
        return
    listed = case.document.part("enclosures") is not None
    spoken = next((words for block in body.blocks if (words := speaks_of_enclosure(block.text))), "")
    if spoken and not listed:
        start, end = case.document.find("body", spoken)
        yield Spot("body", start, end, values={"what": {"hi": "सूची में कोई संलग्नक नहीं है", "en": "none is listed"}})
    elif listed and not spoken:
        start, end = case.document.find("enclosures")
        yield Spot(
            "enclosures",
            start,
            end,
            values={"what": {"hi": "पाठ में उसकी बात नहीं है", "en": "the text doesn't speak of it"}},
        )
