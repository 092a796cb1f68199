"""Whether something was left standing that isn't the office's own."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

from assistant.checks.finding import Case, Spot
from assistant.checks.ledger import stands_for
from assistant.checks.phrases import LETTER, copied, data, find, has, phrases, quoted, sentence, sentences, tokens
from assistant.forms.document import Line
from assistant.forms.kinds import Endorsement
from assistant.forms.template import BLANK
from assistant.language.dates import show_date
from assistant.language.digits import ascii_digits

# --- placeholders

_BRACKETS = re.compile(
    r"\[([^\[\]\n]{2,60})\](?!\()|\{\{([^{}\n]{0,60})\}\}|"
    r"(?<![{\w])\{([A-Za-z_\u0904-\u0963 ]{2,40})\}(?!\})|<([^<>\n@/=]{2,40})>|\$\{([^{}\n]{1,40})\}"
)
_OPENS = re.compile(r"[\[{<]")
_FACT = re.compile(
    r"नाम|दिनांक|तारीख|तिथि|क्रमांक|संख्या|राशि|स्थान|पता|कार्यालय|विभाग|विषय|जिला|जिले|पदनाम|पद|मोबाइल|दूरभाष|हस्ताक्षर|यहाँ|"
    r"यहां|लिखें|लिखिए|डालें|भरें|अपना|अपने|आपका|विवरण|वर्ष|समय|"
    r"\b(?:your|name|date|number|no|amount|place|address|office|department|designation|title|subject|district|state|phone|"
    r"mobile|email|contact|signature|insert|enter|specify|add|fill|mention|"
    r"details?|recipient|sender|addressee|company|organi[sz]ation|position|post|time|year|month|xx+|tbd|official)\b",
    re.IGNORECASE,
)
_NO_STAND_IN = re.compile(
    r"\s{0,3}(?:[\d\s.,/–-]+|[Ss]ic|SIC|[Ss]eal|SEAL|मुहर|मूल|(?i:digitally signed)|हस्ता\.?|[Ss][Dd]/-|[A-Z]{2,8}|[क-ह]|[a-z]|[ivx]+|\.{3}|…)\s{0,3}"
)
_WORDS = re.compile(
    r"(?<![\w*-])(?:[xX]{4,}|x{3}|X{3}(?![IVLivl]))(?![\w-])|(?<![\w/.])[xX]{2}[./-][xX]{2}[./-](?:[xX]{2,4}|"
    r"\d{2,4})(?![\w/.-])|(?<![\w/])(?:DD|dd)[./-](?:MM|mm)[./-](?:YYYY|YY|yyyy|yy)(?!\w)|"
    r"\b(?:TBD|TODO|T\.B\.D\.|XYZ)\b|[Ll]orem ipsum|(?:Shri|Smt\.?|Mr\.?|Ms\.?|M/s\.?|श्री|श्रीमती|मेसर्स) (?:ABC|XYZ|"
    r"A\.B\.C\.|क\.ख\.ग\.|अ\.ब\.स\.|क ख ग|अ ब स|अमुक)(?![\w\u0900-\u0963])|"
    r"(?:फलां|फलाँ|फलाना|फलाने)(?![\u0900-\u0963])|(?<!#)#{4,}(?=\s|$)|(?:यहाँ|यहां) (?:अपना |अपने |अपनी )?\S{2,20} (?:लिखें|"
    r"लिखिए|डालें|भरें)|\b[Ii]nsert (?:your |the )?\w{2,20} here\b"
)
_MAY_STAND_IN = re.compile(
    r"[xX]{2}|[Dd]{2}[./-]|TBD|TODO|T\.B|XYZ|orem|ABC|A\.B|क[. ]ख|अ[. ]ब|अमुक|फला|##|यहाँ|यहां|nsert"
)
"""What a line without any of _WORDS has nowhere; it is found at once."""
_ROMAN = re.compile(
    r"(?:Order|Chapter|Part|Schedule|Rule|Article|Class|Grade|आदेश|अध्याय|भाग|अनुसूची|नियम|श्रेणी)[ -]$", re.IGNORECASE
)
_RUN = re.compile(r"\.{4,}|…{2,}|_{3,}|(?<![._…-])(?:\.{2,20}|_{2,20}|…|-{2,20})[/:](?:\.{2,20}|_{2,20}|…|-{2,20})")
_DOTS = re.compile(r"\.\.|…|__|--|/\s{1,4}/")
"""What a line without a run of dots or dashes has nowhere."""
_NAME_LINE = re.compile(
    r"[(\[]?(?:अधिकारी का |हस्ताक्षरकर्ता का |आवेदक का |आपका )?(?:नाम|पदनाम)[)\]]?,?|\(?(?:your |"
    r"officer's |signatory's )?(?:name|designation)\)?,?",
    re.IGNORECASE,
)
_AFTER_LABEL = re.compile(
    r"(?:दिनांक|क्रमांक|पत्र क्र\.?|क्र\.|संख्या|पत्रांक|रु\.?|रुपये|राशि|श्री|श्रीमती|समय|बजे|\b(?:dated|date|no\.?|number|"
    r"Rs\.?|Shri|Smt\.?|Mr\.?|time))\s{0,2}(\.{3}|…|_{2}|/\s{1,4}/\s{0,4}(?:20\d\d)?)(?![.…_])",
    re.IGNORECASE,
)
_AT_ISSUE = re.compile(
    r"\s*[(:]*\s*(?:पत्र\s|पृ\.?\s|पृष्ठांकन\s|जावक\s|आदेश\s|ज्ञापन?\s|फा\.?\s?|अ\.?शा\.?\s|स्थान\s?|endt\.?\s|endorsement\s|"
    r"letter\s|file\s|memo\s|order\s)?(?:[^\s:,]{1,20},\s)?"
    r"(?:क्रमांक|क्र\.|क्रं\.|संख्या|सं\.|पत्रांक|दिनांक|दि\.|तारीख|पृ\.|हस्ताक्षर|हस्ता|मुहर|सील|no\.?|number|dated?|place|"
    r"signature|signed|sd|seal|f\.)(?![\u0900-\u0963A-Za-z])",
    re.IGNORECASE,
)
"""How a line begins whose blank is filled at issue or by hand."""
_NUMBER_FIRST = re.compile(
    r"\s{0,3}(?:पत्र |आदेश |परिपत्र |अधिसूचना |फा\.\s?)?(?:क्रमांक|क्र\.|क्रं\.|संख्या|सं\.|पत्रांक|No\b|F\. ?No)", re.IGNORECASE
)
_HEAD_LINE = 110
_OWN_NUMBER = 60


def placeholder(case: Case) -> Iterator[Spot]:
    """A stand-in for a fact: [नाम], XXXX, ____. What the brief itself has is a fact; a number left for issue is right where it gives none."""
    spots = list(_placeholders(case))
    about = stands_for(case) if spots else {}
    for spot in spots:
        yield replace(spot, about=about.get(spot.start, ""))


def _placeholders(case: Case) -> Iterator[Spot]:
    given = case.told_text
    for line in case.document.lines:
        brackets = _OPENS.search(case.text, line.start, line.end)
        for match in _BRACKETS.finditer(case.text, line.start, line.end) if brackets else ():
            if match[0] not in given and _stands_in(case, line, match):
                yield Spot(match.start(), match.end())
        words = _MAY_STAND_IN.search(case.text, line.start, line.end)
        for match in _WORDS.finditer(case.text, line.start, line.end) if words else ():
            if match[0] not in given and not (
                match[0] == "XXX" and _ROMAN.search(case.text[max(0, match.start() - 12) : match.start()])
            ):
                yield Spot(match.start(), match.end())
        if _NAME_LINE.fullmatch(case.text, line.start, line.end):
            yield Spot(line.start, line.end)
        yield from _blanks(case, line, given)


def _stands_in(case: Case, line: Line, match: re.Match[str]) -> bool:
    """Whether brackets hold what should be written there, and not a remark, a code or a year."""
    inner = next(group for group in match.groups() if group is not None)
    if match[0].startswith(("{{", "${")):
        return True
    if _NO_STAND_IN.fullmatch(inner) or any(
        start < match.start() < end for start, end in quoted(case.text, line.start, line.end)
    ):
        return False
    if match[0].startswith("<"):
        return bool(re.fullmatch(r"[\w\u0900-\u0963 .-]+", inner)) and (
            bool(_FACT.search(inner)) or bool(re.match("[\u0904-\u0963]", inner))
        )
    return bool(_FACT.search(inner)) or (
        match[0].startswith("[") and len(inner.split()) <= 4 and not re.search(r"\d", inner)
    )


def _blanks(case: Case, line: Line, given: str) -> Iterator[Spot]:
    """Dots and dashes where a fact should stand. At issue, and over a signature, they are right unless the brief has what they wait for."""
    text = case.text[line.start : line.end]
    if not _DOTS.search(text) or not re.search(f"{LETTER}", text.replace("_", "").replace("0", "")):
        return  # a rule across the page
    spec = next((spec for spec in case.norm.parts if spec.id == line.part), None)
    empty = [match for match in _RUN.finditer(case.text, line.start, line.end) if match[0] not in given]
    runs = [match for match in empty if match[0] != BLANK]
    if (
        not empty
        and (line.part != case.form.file.writes or "..." not in text.replace(BLANK, ""))
        and not _AFTER_LABEL.search(text)
    ):
        return
    waits = spec is not None and spec.at_issue
    head = (
        waits
        or line.part in ("signature", "copies", "chain", "letterhead", "unplaced")
        or (len(text) < _HEAD_LINE and bool(_AT_ISSUE.match(text)) and not text.rstrip().endswith(("।", "?")))
    )
    if head:
        if (
            empty
            and spec is not None
            and waits
            and any(value and ascii_digits(value) not in ascii_digits(text) for value in _told(case, spec.field))
        ):
            yield Spot(empty[0].start(), empty[0].end())
        return
    issued = (
        line.start + _OWN_NUMBER if _NUMBER_FIRST.match(text) else line.start
    )  # क्रमांक ......../2026 :: the order's text goes on
    for match in runs:
        if match.start() >= issued:
            yield Spot(match.start(), match.end())
    for match in _AFTER_LABEL.finditer(case.text, line.start, line.end):
        if match[1] not in given and not any(run.start() <= match.start(1) < run.end() for run in runs):
            yield Spot(*match.span(1))


def _told(case: Case, field: str) -> list[str]:
    """What the brief gives for a field that is filled at issue: as a paper prints it. What waits in the copies is their endorsement."""
    field = "endorsement" if field == "copies_to" else field
    value = case.brief[field] if case.brief and field in case.form.fields else None
    values = (value.number, value.date) if isinstance(value, Endorsement) else (value,)
    return [show_date(one) if isinstance(one, date) else str(one or "") for one in values]


# --- chatter and instructions


def chatter(case: Case) -> Iterator[Spot]:
    """Words of an assistant about what it has written."""
    lines = case.document.lines
    for at, line in enumerate(lines):
        told = set(_first_person(case, line)) if at < _EDGE or at >= len(lines) - _EDGE else set()
        for found in find(case.text, phrases("leftover", "chatter"), line.start, line.end):
            start, end = sentence(case.text, line, found.start)
            if found.start < line.words:
                start, end = line.start, line.end
            if found.row.get("made") and (
                not has(case.text, phrases("leftover", "made"), found.start, min(line.end, found.start + 200))
                or has(case.text, phrases("leftover", "instructions"), start, end)
            ):
                continue
            told.add((min(start, found.start), max(end, found.end)))
        for start, end in _joined(case.text, sorted(told)):
            yield Spot(start, end)


_EDGE = 2
_I = re.compile(r"(?<![\w\u0900-\u0963.])(?:I|I['’](?:ve|m|ll|d)|मैं|मैंने|मुझे)(?![\w\u0900-\u0963.])")


def _first_person(case: Case, line: Line) -> Iterator[tuple[int, int]]:
    """A whole line above or below the paper in which somebody speaks of drafting it."""
    own = line.part == "unplaced" and _I.search(case.text, line.start, line.end)
    if own and has(case.text, phrases("leftover", "drafting"), line.start, line.end):
        yield line.start, line.end


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans with those made one that touch or overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def instructions(case: Case) -> Iterator[Spot]:
    """Words that told a model or a trainee what to write."""
    asked = _ordered(case.scenario)
    for line in case.document.lines:
        if line.part == "enclosures":  # a draft that goes along is named there
            continue
        for found in find(case.text, phrases("leftover", "instructions"), line.start, line.end):
            if not any(start <= found.start < end for start, end in quoted(case.text, line.start, line.end)):
                start, end = sentence(case.text, line, found.start)
                if found.row.get("style") and has(case.text, phrases("leftover", "to_offices"), start, end):
                    continue
                yield Spot(min(start, found.start), max(end, found.end))
        if asked:
            yield from _from_scenario(case, line, asked)


def _ordered(scenario: str) -> list[list[str]]:
    """The sentences of a scenario that tell the trainee what to do, as words."""
    text = ascii_digits(scenario)
    told = []
    for piece in re.split(r"(?<=[।?!\n])|(?<=[a-z)]\.)\s", text):
        if has(piece, phrases("leftover", "orders")):
            words = [word for word, _, _ in tokens(piece)]
            if len(words) >= _RUN_OF_ORDER:
                told.append(words)
    return told


_RUN_OF_ORDER = 5


def _from_scenario(case: Case, line: Line, asked: list[list[str]]) -> Iterator[Spot]:
    """Runs of words that a telling sentence of the scenario has too, the telling word among them."""
    words = tokens(case.text, line.words, line.end)
    for sentence_ in asked:
        taken = copied([word for word, _, _ in words], sentence_, _RUN_OF_ORDER)
        start = None
        for at, is_taken in enumerate([*taken, False]):
            if is_taken and start is None:
                start = at
            elif not is_taken and start is not None:
                first, last = words[start][1], words[at - 1][2]
                if has(case.text, phrases("leftover", "orders"), first, last):
                    yield Spot(first, last)
                start = None


# --- markup

_PAIRS = re.compile(
    r"(?<!\*)(\*\*\*|\*\*)(?=[^\s*])([^*\n]{1,300}?)(?<=[^\s*])\1(?!\*)|"
    r"(?<![_\w])(__)(?=[^\s_:/.-])([^_\n]{1,200}?)__(?![_\w])|(?<![\w`\u0900-\u0963])(`)([^`\n]{1,80})`(?![\w`\u0900-\u0963])|"
    r"(~~)([^~\n]{1,200})~~"
)
_STAR = re.compile(r"(?<![\w*\u0900-\u0963)।.])(\*)(?=[^\s*])([^*\n]{1,120}?)(?<=[^\s*])\*(?![\w*\u0900-\u0963])")
_LINK = re.compile(r"!?\[([^\[\]\n]{1,120})\]\(([^\s()]{1,300})\)")
_TAG = re.compile(
    r"</?(?:br|p|b|i|u|s|strong|em|div|span|ul|ol|li|table|thead|tbody|tr|td|th|h[1-6]|center|font|sup|sub|hr|a|"
    r"img|html|body|code|pre|think|thinking)(?:\s[^<>\n]{0,120})?\s?/?>|&(?:nbsp|amp|lt|gt|quot|#\d{2,5});|<!--|-->",
    re.IGNORECASE,
)
_FENCE = re.compile(r"```[\w-]{0,12}|~~~")
_HEADING = re.compile(r"(?:(?<=\n)|(?<=\n )|^)#{1,6} (?=[^\s\d#])|(?:(?<=\n)|^)#{2,6} ?(?=[^\s#])")
_ODD = re.compile(r"【[^】\n]{1,40}】|\\[nt](?![A-Za-z])|\\\(|\\\[|\\textbf|(?<=[^*^])\*\*(?!\*)|^\*\*(?!\*)")
_STAR_ITEM = re.compile(r"[*+] (?=\S)")
_ITEM = re.compile(r"[-–•●▪◦‣➢➤■□✓✔\uf0b7\uf0a7\uf0d8\uf076] ?(?=\S)")
_TABLE = re.compile(
    r"^[ \t]{0,20}\|(?:[^|\n]{0,200}\|){2,20}[ \t]{0,20}\r?$|"
    r"^[ \t]{0,20}\|?[ \t]{0,20}:?-{3,40}:?[ \t]{0,20}(?:\|[ \t]{0,20}:?-{3,40}:?[ \t]{0,20}){1,20}\|?[ \t]{0,20}\r?$",
    re.MULTILINE,
)
_CELLS = re.compile(r"\|[^|\n]{0,200}[^|\s][^|\n]{0,200}\|[^|\n]{0,200}[^|\s][^|\n]{0,200}\|")
_LISTING = ("email", "circular", "press-note", "press_note", "minutes", "meeting-notice", "meeting_notice", "report")


def markup(case: Case) -> Iterator[Spot]:
    """Signs of a chat window or a web page: **, ##, <br>. A list of particulars and a footnote's star are a typist's own."""
    text = case.text
    paired: list[tuple[int, int]] = []
    for match in _PAIRS.finditer(text) if re.search("[*_`~]", text) else ():
        paired.append(match.span())
        yield Spot(match.start(), match.end(), suggestion=next(group for group in match.groups()[1::2] if group))
    for match in _STAR.finditer(text) if "*" in text else ():
        if "^" not in match[2]:
            yield Spot(match.start(), match.end(), suggestion=match[2])
    for match in _LINK.finditer(text) if "](" in text else ():
        yield Spot(match.start(), match.end(), suggestion=match[1])
    for signs, pattern in (("<&>", _TAG), ("`~", _FENCE), ("#", _HEADING), ("【\\*", _ODD)):
        for match in pattern.finditer(text) if any(sign in text for sign in signs) else ():
            # “ ” in a legacy font's code is ^^ **
            legacy = match[0] == "**" and "^^" in text[max(0, match.start() - 300) : match.start()]
            if not legacy and not any(start <= match.start() < end for start, end in paired):
                yield Spot(match.start(), match.end())
    given = case.document.source.given
    if "|" in given:
        for match in _TABLE.finditer(given):
            if _CELLS.search(match[0]) or "---" in match[0]:
                yield Spot(match.start(), match.end(), typed=True)
    yield from _bullets(case)


def _bullets(case: Case) -> Iterator[Spot]:
    """Stars as bullets, and paragraphs with a bullet in a form that has none; items under a colon and mere particulars pass."""
    lines = case.body
    listed = False
    for line in lines:
        own = case.text[line.start : line.end]
        if (star := _STAR_ITEM.match(own)) and not re.search(rf"{LETTER}\*", case.text):
            yield Spot(line.start, line.start + star.end())
        elif (
            (item := _ITEM.match(own))
            and not listed
            and case.form.id not in _LISTING
            and len(own.split()) > _PARTICULARS
            and own.rstrip().endswith(("।", "."))
        ):
            yield Spot(line.start, line.start + item.end())
        listed = own.rstrip().endswith((":", ":-", ":–", "-")) or (
            listed and bool(_ITEM.match(own) or _STAR_ITEM.match(own))
        )


_PARTICULARS = 12
"""An item of so few words is a particular: "- ओ.आर.एस. पैकेट - 1,500"."""


# --- twice the same, and no end

_LONG = 7
_CLOSE = 4
"""A sentence of so many words stands twice by no chance; one of fewer only right after itself."""


def repeated(case: Case) -> Iterator[Spot]:
    """A sentence or a paragraph that stands twice, as it is or nearly so. Set phrases may."""
    seen: Counter[tuple[str, ...]] = Counter()
    recent: list[tuple[frozenset[str], frozenset[str]]] = []
    before: tuple[str, ...] = ()
    again: list[tuple[int, int]] = []
    for line in case.lines(case.form.file.writes, "unplaced"):
        for start, end in sentences(case.text, line):
            words = tuple(word for word, _, _ in tokens(case.text, start, end))
            if words and words[0].isdigit() and start == line.words:
                words = words[1:]
            ended = case.text[start:end].rstrip("\"”') ").endswith(("।", ".", "?", "!"))
            said = _said(words)
            twice = (len(words) >= _LONG and seen[words]) or (len(words) >= _CLOSE and words == before)
            nearly = any(_alike(said, other) for other in recent[-_NEAR:])
            if ended and (twice or nearly) and not has(case.text, phrases("leftover", "formulas"), start, end):
                if again and not case.text[again[-1][1] : start].strip():
                    again[-1] = (again[-1][0], end)
                else:
                    again.append((start, end))
            seen[words] += 1
            recent.append(said)
            before = words
    for start, end in again:
        yield Spot(start, end)


_NEAR = 12
"""So many sentences back one is looked for that says nearly the same."""
_ROOT = 5
_LINKS = ("जिस", "जिन", "इस", "उस")


def _said(words: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """What a sentence says, whatever its small words and endings are: its other words by their beginnings, and its figures."""
    figures = frozenset(word for word in words if any(sign.isdigit() for sign in word))
    roots = frozenset(
        word[:_ROOT] for word in words if word not in _goes_on() and len(word) > 2 and not word.startswith(_LINKS)
    )
    return roots - {figure[:_ROOT] for figure in figures}, figures


def _alike(one: tuple[frozenset[str], frozenset[str]], other: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether two sentences say the same: the figures are the same, and the one has all words of the other and few besides.

    Where each has words of its own, they tell of two things in the same way.
    """
    (roots, figures), (others, other_figures) = one, other
    shared = len(roots & others)
    return (
        figures == other_figures
        and bool(roots & _NOT) == bool(others & _NOT)
        and shared + len(figures) >= _ENOUGH
        and shared >= _ENOUGH - 1
        and shared == min(len(roots), len(others))
        and 10 * shared >= 7 * max(len(roots), len(others))
    )


_NOT = frozenset({"नहीं", "नही", "not", "no", "न"})
_ENOUGH = 4


@cache
def _goes_on() -> frozenset[str]:
    """Words after which a sentence goes on: postpositions, joining words, articles, auxiliaries."""
    rows = data("leftover")["open"]
    return frozenset(
        word.replace("\u0901", "\u0902") for row in rows for word in (*row.get("hi", ()), *row.get("en", ()))
    )


_ENDS_HI = re.compile(
    r"(?:^|[\s,])(?:है|हैं|हूँ|हूं|था|थे|थी|थीं|हो|होगा|होगी|होंगे|होंगी|चाहिए|चाहिये|जाए|जाये|जाय|जावे|जाएँ|जाएं|जायें|जावें|"
    r"गया|गये|गए|गयी|गई|गईं|हुआ|हुई|हुए|किया|की गई|दिया|लिया|रहा|रही|\S{1,20}(?:ें|एँ|एं|िए|िये|ए|ये|गा|गे|गी|ावे|ो)|प्रस्तुत|"
    r"प्रेषित|संलग्न|निरंक|सूचनार्थ|"
    r"\S{0,20}ार्थ|इति|शेष|सादर|धन्यवाद|जारी|अग्रेषित|नहीं|हेतु)$"
)
_ITEM_MARK = re.compile(r"\(?(?:[0-9]{1,2}|[ivx]{1,4}|[a-z]|[क-ह])\)|[-–•●▪*] ")


def cut_off(case: Case) -> Iterator[Spot]:
    """The text, or a paragraph with another below it, stops in the middle of a sentence."""
    alone = case.document.given is not None and len({line.part for line in case.document.lines}) == 1
    body = case.body
    # Where no part was told apart, the end of it all is what can be judged.
    for line, after in pairwise(body):
        below = case.text[line.end : after.start].count("\n") > 1
        if below and not alone and _PARAGRAPH.match(case.text, after.start, after.end) and line.words > line.start:
            yield from _cut(case, line, [], alone=True, middle=True)
    if body:
        yield from _cut(case, body[-1], body[:-1], alone)


_PARAGRAPH = re.compile(r"\(?[0-9]{1,2}[.)-]")
_CLAUSE = re.compile(
    r"\b(?:so that|which|because|although|whereas) (?:the|a|an|this|these|all|its|their)(?: [a-z]{2,15}){1,2}$"
)
"""A clause at the end of an English sentence that has nothing but its subject."""


def _cut(case: Case, line: Line, before: list[Line], alone: bool, middle: bool = False) -> Iterator[Spot]:
    own = case.text[line.words : line.end].rstrip()
    if not own or own.endswith(BLANK):
        return
    *others, (start, end) = sentences(case.text, line)
    words = tokens(case.text, start, end)
    bare = own.rstrip("\"”’' *_")
    if not words or bare[-1:] in "।॥?!" or (bare.endswith(".") and not bare.endswith("..")):
        return
    hindi = bool(re.search("[\u0904-\u0939]", words[-1][0]))
    in_word = bare[-1].isalnum() or "\u0900" <= bare[-1] <= "\u097f"
    waits = (in_word and words[-1][0] in _goes_on()) or bool(_CLAUSE.search(bare[-80:]))
    if not middle:
        waits = waits or bare[-1] in ",;([–" or (bare[-1] == "-" and len(words) > 3)
    item = bool(_ITEM_MARK.match(case.text[line.start : line.end])) or (
        line.start != line.words and len(own.split()) < _LONG_TEXT
    )
    long = [one for one in before if len(case.text[one.words : one.end].split()) >= _LONG_TEXT]
    ends = [
        case.text[one.words : one.end].rstrip("\"”’' ").endswith(("।", ".", "?", "!", ":", ":-", ";")) for one in long
    ]
    stopped = bool(others) and case.text[others[-1][0] : others[-1][1]].endswith(("।", "॥", "?"))
    stops = (bool(ends) and all(ends)) or bool(others)
    enough = len(words) >= _LONG_TEXT or (stopped and len(words) > 1)
    bare_noun = hindi and stops and not item and not alone and enough and not _ENDS_HI.search(bare)
    if (waits and not (item and len(words) < _LONG_TEXT) and len(words) >= _CLOSE) or bare_noun:
        yield Spot(start, end)


_LONG_TEXT = 6


CHECKS = {
    "leftover.placeholder": placeholder,
    "leftover.chatter": chatter,
    "leftover.markup": markup,
    "leftover.instructions": instructions,
    "leftover.repeated": repeated,
    "leftover.cut-off": cut_off,
}
