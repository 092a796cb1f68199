"""From a rough narrative, or from the letter that is answered, to the facts of a brief: what the text says, and nothing else.

By rules its number, date, sender, subject and demands are found, with a model what is said in other words too. A model's value counts only
where the text has its words: it sorts, it never adds.
"""

import re
from collections.abc import AsyncGenerator
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from assistant.drafting.draft import Drafter
from assistant.facts import find
from assistant.forms.answers import CHOICES, boxes, typed
from assistant.forms.form import Form
from assistant.language.digits import ascii_digits
from assistant.language.source import Source

if TYPE_CHECKING:
    from assistant.model import Answer, Sealed

KEPT = ("office", "sender", "state", "tone", "date", "number", "place", "endorsement", "through", "copies_to", "file")
"""What another paper says of these is not ours to take over."""
_DEMAND = re.compile(
    r"(?:(?:करें|करे|कराएँ|कराएं|करायें|करावें|कीजिए|भेजें|भेजे|देवें|दें|दीजिए|जाए|जाएँ|जाएं|जावे|जावें|अनुरोध है|अपेक्षित है|अपेक्षा है|निवेदन है|चाहिए|"
    r"चाहते हैं|चाहता हूँ|चाहती हूँ|चाही गई है|चाही गयी है|वांछित है|माँगा है|मांगा है)\s*[।|.!:–-]*$)"
    r"|(?<!ध्यान )(?<!स्मरण )(?:(?:करें|कराएँ|कराएं|करायें|करावें|कीजिए|कीजिये|बताएँ|बताएं|बतायें|बतावें|बताइए|दें|देवें|दीजिए|किया जाए|किया जाये|"
    r"कराया जाए|बताया जाए|दिया जाए|लिखें|देखें),? कि(?= ))"
    r"|\b(?:please|kindly|request(?:s|ed)?|may be|should be|directed to|required to|must be|need|grateful if|let me have|oblige)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r"[:–-]$|निम्न|नीचे|\bfollowing\b|\bbelow\b|\bas under\b", re.IGNORECASE)
"""A demand under which a list stands: each thing of the list is demanded, and the demand itself only leads to them."""
_SAYS = re.compile(
    r"^(?:(?:उपरोक्त|उपर्युक्त|उक्त|कृपया उपरोक्त)\s?(?:विषयांतर्गत|विषयान्तर्गत|विषय के (?:संबंध|सम्बन्ध) में|संदर्भित|संदर्भ में)[^।]{0,40}? (?:लेख|निवेदन|अनुरोध) है,? कि,? )"
)
_BY = re.compile(
    r"(?<![0-9०-९./-])(?P<since>से )?(?:(?:दिनांक|दि\.|तारीख|तिथि) ?)?[0-9०-९]{1,2}[./-][0-9०-९]{1,2}[./-][0-9०-९]{2,4} (?:को )?"
    r"(?:(?:प्रातः|सायं|अपराह्न) \S+ बजे )?तक (?:(?:अनिवार्यतः|अनिवार्य रूप से|हर हाल में|आवश्यक रूप से) )?"
    r"|,? (?:by|on or before|not later than|latest by) (?:the )?[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}(?=\W|$)"
)
"""The day by which they want it. It binds whoever answers, but isn't part of the answer."""
_MARK = re.compile(
    r"\s*(?:(\(?)(?:(?P<first>[1१aiअक])|[0-9०-९]{1,2}|[a-z]|[ivx]{2,4}|[अ-ह])([.)])|(?P<bullet>[-*•●▪–]))\s+"
)
_RUN_IN = re.compile(r":-?\s+(?=\([1१aiअक]\)\s)")
_TELL = re.compile(
    r"(?P<whom>[^।,\n]{2,60}?)(?: साहब| महोदय| जी| मैडम)? (?:को (?:[^।\n]{0,30} )?(?:बता|लिख|भेज|सूचि|सूचन|अवगत|पत्र)|से (?:माँग|मांग|अनुरोध|निवेदन))"
    r"\S*(?: \S*(?:ना|नी|ने))?(?: (?:हैं|है|होगा|चाहिए))?(?: कि )?"
    r"|\b(?:tell|inform|write to|report to) (?:the )?(?P<who>[A-Z][\w&().]*(?: (?:of|and|the|&|[A-Z][\w&().]*))*)(?: (?:that|asking (?:for|to)?))?",
)
_WE = ("मुझे", "मुझको", "हमें", "हमको", "मैं", "हम")
_APART = re.compile(r"(?<!\d)[,;] |[,;] (?!\d)")
_CITIZEN = re.compile(r"^(?:प्रार्थी|प्रार्थिनी|आवेदक|आवेदिका|निवेदक|applicant)\W*$", re.IGNORECASE)
_CITED = re.compile(r"^\W*(?:संदर्भ|सन्दर्भ|reference|ref\b)", re.IGNORECASE)
_PROSE = re.compile(r"^\W*(?:महोदय|मान्यवर|sir|madam|dear)|.{90}", re.IGNORECASE)
_LABELLED = re.compile(r"[\s,]+(?:क्रमांक|क्र|no)[./ ]*$", re.IGNORECASE)
_LABEL = re.compile(r"^(?:क्रमांक|क्र\.?|no\.?)\s*(?=\S)", re.IGNORECASE)
_OFFICE = re.compile(r"^(?:कार्यालय\s+|office of (?:the )?)", re.IGNORECASE)
_OURS = frozenset(
    "के की का में से को बाबत संबंध सम्बन्ध विषय हेतु लिए पर ने of the in for on to a an regarding about request".split()
)
"""Words that a subject or a request may have beside those of the text."""


class Told(NamedTuple):
    """What a text says for one box of the form. `by`: found by rules, or by a model."""

    box: str
    words: str
    by: str = "rules"


def read_paper(text: str, form: Form, drafter: Drafter, language: str) -> list[Told]:
    """What a letter or a narrative says for the boxes of a form, by rules alone."""
    from assistant.forms.reader import read

    letter = read(text, drafter.library.form("letter"), language)
    parts = {id: value if isinstance(value, str) else "\n".join(value) for id, value in letter.by_part().items()}
    is_letter = bool(parts.get("number") or parts.get("salutation") or parts.get("subject"))
    data = _letter(parts, text, form) if is_letter else _narrative(parts.get("body", text), form)
    known = {id: value for id, value in data.items() if id in form.asked and value}
    return [Told(box, words) for box, words in typed(form, known).items() if words.strip() and box not in CHOICES]


def _letter(parts: dict[str, str], text: str, form: Form) -> dict[str, Any]:
    """The letter that is answered: it becomes the reference or the paper under consideration, its sender the addressee, its demands points."""
    whose = _sender(parts)
    number = next((one.text for one in _found(parts.get("number", ""), "ref")), "") or _in_head(text, "ref")
    dates = [str(one.value) for one in _found(parts.get("date", ""), "date")]
    day = (
        next(iter(dates), "")
        or _in_head(text, "date")
        or _in_head("\n".join(text.strip().split("\n")[::-1][:4]), "date")
    )
    subject, rest = _subject(parts.get("subject", "").replace("\n", " "), text)
    subject = re.sub(r"[।.]+$", "", subject.partition(number or "\n")[0]).strip()
    subject = _LABELLED.sub("", subject)
    number = _LABEL.sub("", number)
    demands, leads = _demands(f"{rest}\n{parts.get('body', '')}")
    if "puc" not in form.asked:  # a note says what they want as they want it; an answer says what was done
        demands = [_without_day(_SAYS.sub("", one)) for n, one in enumerate(demands) if n not in leads]
    data: dict[str, Any] = {"subject": subject, "points": demands}
    if "puc" in form.asked:
        data["puc"] = {"from": whose, "number": number, "date": day, "text": subject}
    elif number or (day and whose):
        data["references"] = [{"kind": "letter", "number": number, "date": day, "from": whose}]
    if whose:
        data["to"] = [{"designation": whose}]
    return data


def _without_day(demand: str) -> str:
    """A demand without the day by which it is to be met; a span of days (से … तक) stays."""
    return _BY.sub(lambda day: day[0] if day["since"] else "", demand)


def _demands(text: str) -> tuple[list[str], set[int]]:
    """Each sentence that asks for something, and each thing of the list that stands under one; which of them only lead to a list."""
    demands: list[str] = []
    led: set[int] = set()
    leads, marks = False, None  # a sentence that leads to a list; how the things of the list that has begun are marked
    for line in (piece for whole in text.split("\n") for piece in _run_in(whole)):
        mark = _MARK.match(line)
        shape = (mark[1], mark[3], mark["bullet"]) if mark else None
        if mark and (shape == marks or (leads and (mark["first"] or mark["bullet"]))):
            if leads:
                led.add(len(demands) - 1)
            marks, leads = shape, False
            demands.append(re.sub(r"\s*[;,](?:\s*(?:and|तथा|एवं|और))?$", "", line[mark.end() :].strip()))
            continue
        asked = [one for one in _sentences(line) if _DEMAND.search(one)]
        leads, marks = any(map(_LEADS.search, asked)), None
        demands += [one.rstrip(" :–-") for one in asked]
    return demands, led


def _run_in(line: str) -> list[str]:
    """A line, with a list that stands in it taken apart: "the following: (a) …; (b) …"."""
    begins = _RUN_IN.search(line)
    if begins is None:
        return [line]
    return [line[: begins.end()].strip(), *re.split(r"\s+(?=\([0-9०-९a-zअ-ह]{1,4}\)\s)", line[begins.end() :])]


def _subject(subject: str, text: str) -> tuple[str, str]:
    """The subject, and what of the prose was read with it where nothing stands between the two."""
    if "।" not in subject.rstrip("।. "):
        return subject, ""
    line = next((line for line in text.split("\n") if subject[:15] in line), subject)
    own = line[line.find(subject[:15]) :].strip()
    return own, subject[len(own) :].strip()


def _sender(parts: dict[str, str]) -> str:
    """Whose letter it is: the office on top, else who signed below, of a citizen's the name."""
    if whose := _OFFICE.sub("", parts.get("letterhead", "").split("\n")[0]).strip(" ,"):
        return whose
    signed = [line.strip(" ,") for line in parts.get("signature", "").split("\n") if line.strip(" ,")]
    for line, after in pairwise([parts.get("subscription", "").strip(" ,"), *signed]):
        if _CITIZEN.match(line):
            return after.strip("() ")
    return next((line for line in reversed(signed) if not line.startswith("(")), "")


def _in_head(text: str, kind: str) -> str:
    """The first number or date of the lines above the prose, where no label led to it; what another letter is cited by is none."""
    lines = list(takewhile(lambda line: "।" not in line and not _PROSE.match(line), text.strip().split("\n")[:8]))
    own = [line for n, line in enumerate(lines) if n < 2 or not _CITED.match(line)]
    one = next(iter(_found("\n".join(own), kind)), None)
    return "" if one is None else one.text if kind == "ref" else str(one.value)


class _Words(NamedTuple):
    text: str
    value: object


def _found(text: str, kind: str) -> list[_Words]:
    plain = Source(text)
    return [_Words(plain.plain[one.start : one.end], one.value) for one in find(plain.plain) if one.kind == kind]


def _narrative(text: str, form: Form) -> dict[str, Any]:
    """A case in somebody's own words: each sentence a point, whom to tell the addressee, what is wanted the request."""
    points, request, to = list[str](), "", ""
    for whole in _sentences(text):
        parts = _APART.split(whole) if _TELL.search(whole) else [whole]
        for one in (part for part in parts if part.strip()):
            tell = None if to else _TELL.search(one)
            post = next((fact for fact in find(Source(one).plain) if fact.kind == "post"), None) if tell else None
            if tell and (post or tell["who"]):
                begins = tell.start("who") if post is None or tell["who"] else post.start
                to = one[begins : tell.end("who" if tell["who"] else "whom")].strip(" .")
                before, after = one[:begins].strip(" ।."), one[tell.end() :].strip(" ।.")
                if tell["who"] is None and before.count(" ") > 1:
                    points.append(before)
                elif tell["who"] is None and before not in _WE:  # जिला पंचायत सीईओ
                    to = f"{before} {to}".strip()
                if after and not request and ("asking" in tell[0] or _DEMAND.search(after)):
                    request = after
                else:
                    points += [after] * bool(after)
            elif not request and _DEMAND.search(one):
                request = one.rstrip("।. ")
            else:
                points.append(one.rstrip("।. "))
    wanted = "request" if "request" in form.asked else "proposal"
    if request and wanted not in form.asked:
        points.append(request)
    whom = [{"designation": to}] if to else []
    return {"points": points, wanted: request, "to": whom, "submit_to": whom}


def _sentences(text: str) -> list[str]:
    from assistant.checks.phrases import sentences
    from assistant.forms.document import Line

    return [
        line[start:end]
        for line in text.split("\n")
        for start, end in sentences(line, Line("body", "paragraphs", 0, len(line), 0))
    ]


def sent(text: str, form: Form, drafter: Drafter) -> "Sealed":
    """What a model is sent of the text. Raises ModelError where it bears a classified marking."""
    from assistant.model import seal

    questions = [(id, form.fields[id].ask["en"]) for id in form.asked if id not in KEPT]
    messages = drafter.prompt("ask").messages(form=form.title["en"], questions=questions, text=text)
    return seal(messages)


def answers(text: str, form: Form, drafter: Drafter) -> "AsyncGenerator[Answer, None]":
    """What a model finds in the text, as it comes; `sorted_out` reads it. Raises ModelError."""
    prompt, sealed = drafter.prompt("ask"), sent(text, form, drafter)
    return drafter.model().stream(sealed, temperature=prompt.temperature, max_tokens=prompt.max_tokens)


def sorted_out(answer: str, text: str, form: Form) -> list[Told]:
    """The lines of a model's answer that the text bears out, by the boxes of the form."""
    given: dict[str, list[str]] = {}
    for line in answer.splitlines():
        id, _, words = line.strip(" -*`").partition(":")
        words = words.strip().strip("\"“”'")
        if id in form.asked and id not in KEPT and words and words not in given.get(id, []) and said(words, text):
            given.setdefault(id, []).append(words)
    known = {box.id for box in boxes(form.fields, form.asked)}
    return [Told(id, "\n".join(words), "model") for id, words in given.items() if id in known]


def said(words: str, text: str) -> bool:
    """Whether the text has all of these words, small ones of ours apart, and their facts as they stand; a figure counts in either script."""
    own = _tokens(words) - _OURS
    return bool(own) and own <= _tokens(text) and _facts(words) <= _facts(text)


def _facts(text: str) -> set[tuple[str, str]]:
    return {(one.kind, str(one.value)) for one in find(Source(text).plain)}


def _tokens(text: str) -> set[str]:
    return set(re.findall(r"[\w\u0900-\u0963]+", ascii_digits(Source(text).plain).lower()))


def missing(form: Form) -> list[str]:
    """The fields that the form's own parts call for and no other paper can tell: what is left to be asked, in order."""
    called = {part.field for part in form.file.parts if part.need in ("required", "usual") and part.field}
    wanted = called | {"points", "request", "subject"}
    return [id for id in form.asked if id in wanted and id not in KEPT and form.fields[id].kind not in CHOICES]
