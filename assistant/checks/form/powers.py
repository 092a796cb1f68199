"""Whether a paper may spend and speak as it does: from which money, by whose power, in whose name."""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.finding import Case, Spot, once
from assistant.checks.form.matter import matters
from assistant.checks.wording import quoted, said, sentences
from assistant.forms.document import Line
from assistant.forms.rows import cells


def money_unfunded(case: Case) -> Iterator[Spot]:
    """It spends money, and neither head nor fund nor power is named."""
    if not case.form.file.spends:
        return
    spent: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    for line in (line for line in matters(case) if line.part not in ("subject", "title")):
        if _funded(case, line) or said(case, "no_money", line.words, line.end):
            return
        for start, end in sentences(case, line):
            of_money = said(case, "spends", start, end) or said(case, ("{amount}",), start, end)
            if of_money and _empowered(case, start, end):
                return
            if said(case, "free", start, end) or _WAS_SPENT.search(case.text, start, end):
                continue
            if not said(case, "receives", start, end):
                amounts = [place for place in said(case, ("{amount}",), start, end) if not _is_limit(case, *place)]
                spent += amounts if said(case, "spends", start, end) else []
                others += amounts
    # A note speaks of no amount that it doesn't spend, whatever its verb: "इस पर रु. 3,800 लगेंगे".
    spent = spent or _listed(case) or list(_tabled(case)) or (others if case.form.file.notes else [])
    if spent:
        # The same amount may stand where it is only reckoned: what spends it is told.
        most = max(
            spent, key=lambda place: (_worth(case, *place), bool(_SPENT.search(case.text, *case.sentence(place[0]))))
        )
        asks_others = case.form.file.proposes and not case.form.file.notes  # it may only ask for advice about money
        hinted = asks_others or any(said(case, "hints_at_funds", line.words, line.end) for line in case.body)
        yield Spot(*most, values={"amount": case.text[slice(*most)]}, severity="hint" if hinted else None)


_SPENT = re.compile(r"(?:व्यय|खर्च) हो(?:गा|ंगे)|\bwill be (?:incurred|spent)\b", re.IGNORECASE)
_WAS_SPENT = re.compile(
    r" (?:था|थी|थे) ?[।.]?$|\b(?:was|were|had been) (?:bought|purchased|paid|spent|repaired|hired|incurred|done)\b"
)
"""What was spent in another year is no money of this paper's."""


def _empowered(case: Case, start: int, end: int) -> bool:
    """Whether a note's sentence says in whose power over money it lies. An order is given by such a power, and must say what pays."""
    return case.form.file.proposes and bool(said(case, "empowered", start, end) and said(case, "of_money", start, end))


def _listed(case: Case) -> list[tuple[int, int]]:
    """The amounts of a list under a sentence that spends: "… स्वीकृति प्रदान की जाती है :-"."""
    under = False
    spent: list[tuple[int, int]] = []
    for line in case.body:
        if under and not said(case, "receives", line.words, line.end):
            spent += said(case, ("{amount}",), line.words, line.end)
        under |= case.text[line.start : line.end].rstrip(" -–").endswith(":") and bool(
            said(case, "spends", line.words, line.end)
        )
    return spent


_MONEY = re.compile(
    r"(?:राशि|लागत|व्यय|मूल्य|कीमत|दर|रु)(?![\u0900-\u0963])|₹|\b(?:Rs|amount|cost|price|rate|rupees)\b", re.IGNORECASE
)
_LEADS = re.compile(r"निम्न|नीचे|[:–-]$|\b(?:follow|below|under)", re.IGNORECASE)
_ACCOUNTS = re.compile(r"आवंट|आबंट|बजट|शेष|प्राप्त|allot|budget|balance|released|spent|sanctioned", re.IGNORECASE)
"""Heads of a table that tells what came and what went."""


def _tabled(case: Case) -> Iterator[tuple[int, int]]:
    """The figures of a table under a sentence that spends, in its column of money."""
    lead: Line | None = None
    column: int | None = None
    head = False
    source = case.document.source
    for line in case.body if _BARRED.search(source.given) else ():
        row = cells(source.given[slice(*source.span(line.words, line.end))])  # a bar is a danda in the plain copy
        if len(row) < _CELLS:
            lead, head, column = line, False, None
        elif not head:
            head = True
            money = [n for n, cell in enumerate(row) if _MONEY.search(cell)]
            told = lead and _LEADS.search(case.words(lead)) and said(case, "spends", lead.words, lead.end)
            if (
                told
                and lead
                and not said(case, "receives", lead.words, lead.end)
                and not _ACCOUNTS.search(" ".join(row))
            ):
                column = money[-1] if money else None
        elif column is not None and (figures := "".join(re.findall(r"\d", row[min(column, len(row) - 1)]))):
            for one in case.within(line.words, line.end):
                if one.kind in ("number", "amount") and one.figure == int(figures):
                    yield one.start, one.end


_BARRED = re.compile(r" \| |\t")
_CELLS = 2


_TO_BE = re.compile(
    r"\s(?:किए|किया|की|कर|करने|कराने|करना|कराई|दिए|दी)\s?(?:जाएँ|जाएं|जाए|जाये|जायें|जावे|जाने|जाना|हेतु|का|की|के)?"
)
_GIVES = ("आवंटित", "आबंटित")


def _funded(case: Case, line: Line) -> bool:
    """Whether a line names what pays: a head, a fund, a balance. Money that is yet to be allotted pays for nothing."""
    return any(
        not (case.text[start:end].endswith(_GIVES) and _TO_BE.match(case.text, end))
        for start, end in said(case, "funded", line.words, line.end)
    )


_UP_TO = re.compile(
    r"\b(?:up ?to|not exceeding|limit of|ceiling of|maximum of)\s(?:the )?$|(?:की सीमा|अधिकतम)\s$", re.IGNORECASE
)
_LIMIT = re.compile(
    r"\s(?:तक (?:की |के |का )?(?:प्रशासकीय |वित्तीय |तकनीकी )?(?:स्वीकृति|अधिकार|शक्ति|सीमा|क्रय|व्यय के अधिकार)|की सीमा)"
)


def _is_limit(case: Case, start: int, end: int) -> bool:
    """Whether an amount is only how much a rule or a power allows."""
    return bool(_UP_TO.search(case.text, max(0, start - 24), start) or _LIMIT.match(case.text, end))


def _worth(case: Case, start: int, end: int) -> Decimal:
    """How many rupees are said between two places."""
    amounts = [found.value for found in case.within(start, end) if found.kind in ("amount", "number")]
    return max((Decimal(value) for value in amounts if isinstance(value, int | Decimal)), default=Decimal(0))


_HEADS = re.compile(
    r"राज्यपाल|(?P<union>राष्ट्रपति|President of (?:India|the (?:Republic|Union))|Hon.ble President)|(?-i:Governor|GOVERNOR)",
    re.IGNORECASE,
)
_IN_THE_NAME = re.compile(
    r"(?<![\u0900-\u0963])(?:नाम|आदेश|आज्ञा|ओर से|हुक्म|अनुज्ञा|प्राधिकार|निर्देश)|\b(?:name|orders?|command|behalf|authority|direction|bidding|pleasure)\b"
    r"|^for (?:the )?(?:governor|president)",
    re.IGNORECASE,
)
_LINE = 16
"""Words of the longest line that only says in whose name it is signed; a longer one tells of an order that was issued so."""
_TELLS = re.compile(
    r"(?<![\u0900-\u0963])(?:है|हैं|था|थी|जाए|किया|की जाती|हुआ)(?![\u0900-\u0963])|\b(?:is|are|was|were|has|have|may|shall|will|conveyed|pleased)\b",
    re.IGNORECASE,
)


@once
def in_whose_name(case: Case) -> list[tuple[int, int, bool]]:
    """Where a line of the text or the foot says that the paper is signed in the Governor's name, or in the President's, which is told apart."""
    found: list[tuple[int, int, bool]] = []
    small = case.text.lower()
    if not any(head in small for head in ("राज्यपाल", "राष्ट्रपति", "president", "governor")):
        return found
    for line in case.lines(case.form.file.writes, "signature", "unplaced", "subscription"):
        head = _HEADS.search(case.text, line.start, line.end)
        if not head or quoted(case, head.start()):
            continue
        told = [
            place
            for place in said(case, "governor", line.start, line.end)
            if line.end - line.start <= place[1] - place[0] + 60
        ]
        words = case.words(line)
        bare = line.words == line.start and len(words.split()) <= _LINE and not words.endswith(("।", ".", "?", ":"))
        named = bare and _IN_THE_NAME.search(words) and not _TELLS.search(words)
        if told or named:
            found.append((*(told[0] if told else (line.start, line.end)), bool(head["union"])))
    return found


def formula_misused(case: Case) -> Iterator[Spot]:
    """A paper of a district or local office speaks in the Governor's name, which only the State Government may; or in the President's,
    where neither the office nor the form is one that does."""
    for start, end, union in in_whose_name(case):
        if union:
            ministry = case.state == "goi" and any(
                said(case, "ministry", line.start, line.end) for line in _who_writes(case)
            )
            if not (ministry and case.form.id in _FORMAL):
                yield Spot(start, end, values={"what": _PRESIDENT}, severity="hint" if ministry else None)
                return
        elif not _of_government(case):
            yield Spot(start, end, values={"what": _GOVERNOR}, severity=None if _is_local(case) else "hint")
            return


_FORMAL = ("order", "notification", "resolution", "letter")
"""In these a ministry makes known what the President orders; an office order or a circular goes no further than its offices."""
_GOVERNOR = {
    "hi": "राज्यपाल के नाम से आदेश केवल राज्य शासन निकालता है (संविधान, अनुच्छेद 166)",
    "en": "Only the State Government issues orders in the Governor's name (Constitution, article 166)",
}
_PRESIDENT = {
    "hi": "राष्ट्रपति के नाम से आदेश केवल भारत सरकार का मंत्रालय निकालता है (संविधान, अनुच्छेद 77)",
    "en": "Only a ministry of the Union issues orders in the President's name (Constitution, article 77)",
}


_UNION = re.compile("भारत सरकार|Government of India", re.IGNORECASE)
"""Who acts in the President's name."""


def _is_local(case: Case) -> bool:
    """Whether the head or the signature is surely no department's: a district's, a town's, a directorate's, or the Union's."""
    return any(
        said(case, "local", line.start, line.end) or _UNION.search(case.text, line.start, line.end)
        for line in _who_writes(case)
    )


def _who_writes(case: Case) -> list[Line]:
    """The lines of the head and of the signature, without the one that says in whose name it is signed."""
    named = [start for start, _, _ in in_whose_name(case)]
    lines = case.lines("letterhead", "from", "signature", "unplaced")
    return [line for line in lines if not any(line.start <= start < line.end for start in named)]


def _of_government(case: Case) -> bool:
    """Whether the head or the signature is a department's of the State Government."""
    lines = _who_writes(case)
    if any(_UNION.search(case.text, line.start, line.end) for line in lines):
        return False
    # "कलेक्टर … मध्यप्रदेश शासन" is printed on no letterhead, yet "कार्यालय कलेक्टर" under "मध्यप्रदेश शासन" is on many.
    signed = [line for line in lines if line.part == "signature"]
    if any(said(case, "secretariat", line.start, line.end) for line in signed):
        return True
    return not _is_local(case) and any(said(case, "secretariat", line.start, line.end) for line in lines)


CHECKS = {
    "form.money-unfunded": money_unfunded,
    "form.formula-misused": formula_misused,
}
