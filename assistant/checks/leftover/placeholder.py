"""Whether something stands for a fact: a name in brackets, crosses, dots and dashes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant.checks.facts.frames import frames, said_between, told_between
from assistant.checks.facts.ledger import stands_for
from assistant.checks.finding import Case, Spot
from assistant.checks.phrases import LETTER, inside, quoted
from assistant.forms.document import Line
from assistant.forms.kinds import Endorsement
from assistant.forms.template import BLANK
from assistant.language.dates import show_date
from assistant.language.digits import ascii_digits

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
_UNANSWERED = re.compile(rf"(?<=: ){re.escape(BLANK)}(?!\.)")
"""Room behind what a letter asked for, which the brief itself has: nobody has answered yet."""
_ROUND = re.compile(r"\(([^(),:;\n0-9]{3,60})\)")
_WHAT = (
    r"(?:नाम|पदनाम|पद|दिनांक|तारीख|तिथि|क्रमांक|संख्या|राशि|पता|स्थान|समय|विवरण|विषय|हस्ताक्षर|अवधि|वर्ष|मोबाइल|दूरभाष)(?![\u0900-\u0963])"
    r"|\b(?:names?|designation|date|number|amount|place|address|details?|signature|figures?|time|period|post|phone|reference)\b"
)
_TO_FILL = re.compile(
    r"\bto be (?:confirmed|decided|announced|added|inserted|given|notified later|supplied|entered|typed)\b|"
    rf"(?:यहाँ|यहां|इस जगह|इस स्थान पर)(?= (?:[\u0900-\u0963]+ ){{0,6}}?(?:{_WHAT}|(?:आएगा|आएगी|आएँगे|आएंगे|होगा|होगी|दें|रखें|लगाएँ)$))|"
    r"(?<![\u0900-\u0963])(?:भरें|भरिए|भर दें|डालें|डालिए|लिखें|लिखिए|(?:अंकित|दर्ज) करें|जोड़ें"
    r"|(?:भरा|डाला|लिखा|जोड़ा|भरी|डाली|लिखी) जाए|(?:भरना|लिखना|डालना|जोड़ना|भरनी|लिखनी|डालनी) (?:है|शेष))(?![\u0900-\u0963])|"
    r"\b(?:insert|enter|fill in|fill|to be filled|your)\b"
    rf"|(?:{_WHAT})[^()]{{0,30}} (?:goes |comes |in )?here$"
    rf"|^(?:please )?(?:put|type|write|add|mention|give|state|provide)(?: in)? (?:the |full )?(?:[a-z'’]+ ){{0,2}}?(?:{_WHAT})",
    re.IGNORECASE,
)
_FEW = 12
"""More words than these only happen to have one of a blank."""
STYLE = re.compile(
    r"भाषा|शैली|लहज|शब्द|अनुच्छेद|कंडिका|पैरा|वाक्य|विनम्र|औपचारिक|संक्षेप|\b(?:tone|words?|paragraphs?|sentences?|formal|polite(?:ly)?|style|language)\b",
    re.IGNORECASE,
)
"""What is said of how to write."""


def waits(words: str) -> bool:
    """Whether words in brackets have somebody fill a blank: not how to write is told there, in a sentence, but what is still to be put in."""
    return (
        not words.endswith((".", "।"))
        and bool(_TO_FILL.search(words))
        and len(words.split()) < _FEW
        and not STYLE.search(words)
    )


_NAME_OF = re.compile(
    r"(?:the )?(?:full )?(?:name|designation|signature|post)(?: (?:and|&) (?:designation|post|signature|seal))?"
    r"(?: of (?:the )?(?:[a-z]+ ){0,3}(?:officer|official|signatory|authority|applicant|sender|person|employee))?"
    r"|(?:[\u0904-\u0963]{2,15} ){0,2}(?:का|के) (?:नाम|पदनाम|पद)(?: (?:व|एवं|और|तथा) (?:पदनाम|पद|हस्ताक्षर))?",
    re.IGNORECASE,
)
"""What stands in round brackets where a name should; "(हस्ताक्षर)" alone waits for a pen."""
_NO_STAND_IN = re.compile(
    r"\s{0,3}(?:[\d\s.,/–-]+|[Ss]ic|SIC|[Ss]eal|SEAL|मुहर|मूल|(?i:digitally signed|top secret|secret|confidential|restricted)|"
    r"(?:[Aa]ction(?: by)?|कार्यवाही|कार्रवाई|दायित्व) ?[:–-] ?.{2,60}|"
    r"(?:अति |परम )?(?:गोपनीय|गुप्त)|हस्ता\.?|[Ss][Dd]/-|[A-Z]{2,8}|[क-ह]|[a-z]|[ivx]+|\.{3}|…)\s{0,3}"
)
_WORDS = re.compile(
    r"(?<![\w*-])(?:[xX]{4,}|x{3}|X{3}(?![IVLivl]))(?![\w-])|"
    r"(?<![\w/.-])(?:XX|xx|NN|nn)(?= (?:[a-z]{3}|[\u0904-\u0963][\u0900-\u0963]{2}|km|kg|cm|mm|ha|hp|kW|MW|MT|Nos|%)|%)|"
    r"(?:₹ ?|(?:Rs|No|रु|क्र)\.? |(?:dated|दिनांक|क्रमांक|संख्या) )[Xx]{2}(?![\w])|(?:₹ ?|(?:Rs|रु)\.? )[Xx](?= (?:lakh|crore|लाख|करोड़))|"
    r"(?<=[ .₹])\?{2,5}(?=[ /.,-]|$)|(?:नाम|पदनाम|दिनांक|राशि|संख्या|क्रमांक|स्थान|पता) (?:अंकित|दर्ज) (?:करें|किया जाए|कीजिए),?$|"
    r"(?<![\w/.])[xX]{2}[./-][xX]{2}[./-](?:[xX]{2,4}|"
    r"\d{2,4})(?![\w/.-])|(?<![\w/])(?:DD|dd)(?:[./-](?:MM|mm)[./-](?:YYYY|YY|yyyy|yy|\d{4}|\d\d)| (?:MM|Month|MONTH)\b)(?!\w)|"
    r"\b(?:TBD|TODO|T\.B\.D\.|XYZ)\b|[Ll]orem ipsum|(?:Shri|Smt\.?|Mr\.?|Ms\.?|M/s\.?|श्री|श्रीमती|मेसर्स) (?:ABC|XYZ|"
    r"A\.B\.C\.|क\.ख\.ग\.|अ\.ब\.स\.|क ख ग|अ ब स|अमुक)(?![\w\u0900-\u0963])|"
    r"(?:फलां|फलाँ|फलाना|फलाने)(?![\u0900-\u0963])|(?<!#)#{4,}(?=\s|$)|(?:यहाँ|यहां) (?:अपना |अपने |अपनी )?\S{2,20} (?:लिखें|"
    r"लिखिए|डालें|भरें)|\b[Ii]nsert (?:your |the )?\w{2,20} here\b"
)
_SIGNS = (
    "xx", "x ", "nn", "??", "अंकित", "दर्ज", "dd.", "dd/", "dd-", "dd ", "tbd", "todo", "t.b", "xyz", "orem", "abc", "a.b", "क ख", "क.ख", "अ ब", "अ.ब",
    "अमुक", "फला", "##", "यहाँ", "यहां", "nsert",
)  # fmt: skip
"""Of these, in small letters, a line has one that has any of _WORDS; they are found at once."""
_MASKED = re.compile(
    r"(?<![\w-])[xX]{3,12}(?:[ -][xX]{3,8}){1,3}[ -](?!(?:19|20)\d\d(?!\d))\d{3,4}(?![\w/-])"
    r"|(?<![\w-])\d{2,4}[ -][xX]{3,8}(?:[ -][xX]{3,8}){1,3}(?![\w/-])"
    r"|(?:आधार|खाता|खाते|मोबाइल|कार्ड|[Aa]adhaar|AADHAAR|[Aa]ccount|A/c|[Mm]obile|[Cc]ard)[^\n,;।]{0,16}?"
    r"(?<![\w-])[xX]{3,12}(?:[ -][xX]{3,8}){0,3}[ -]\d{3,4}(?![\w/-])"
)
"""A person's number as it may be shown: its last figures, or its first, beside crosses; a few of both only under the number's name."""
_ROMAN = re.compile(
    r"(?:Order|Chapter|Part|Schedule|Rule|Article|Class|Grade|Annexure|Appendix|Volume|Section"
    r"|आदेश|अध्याय|भाग|अनुसूची|नियम|श्रेणी|परिशिष्ट|अनुलग्नक|खंड|खण्ड)[ -]$",
    re.IGNORECASE,
)
_NEXT_ROMAN = re.compile(r"(?:,| and| or| to| एवं| तथा| और| व| से) X{0,3}(?:IX|IV|V?I{1,3}|V)(?![\w-])")
"""After XX: it is counted on."""
_RUN = re.compile(
    r"(?<![._…-])(?:_{1,20}[./-]_{1,20}[./-](?:_{1,20}|\d{2,4})"
    r"|(?:\.{2,20}|_{2,20}|…|-{2,20})[/:](?:\.{2,20}|_{2,20}|…|-{2,20})(?:[/:](?:\.{2,20}|_{2,20}|…|-{2,20}|(?:19|20)\d\d))?)"
    r"|(?<= )\.{3}(?= [\u0904-\u0963a-z])|\.{4,}|…{2,}|_{3,}"
)
"""A date's blank is one, whatever parts it."""
_DOTS = re.compile(r"\.\.|…|__|--|/\s{1,4}/")
"""What a line without a run of dots or dashes has nowhere."""
_NO_NAME = re.compile(r"\([^()\n]{0,30}?(_{3,60}|\.{4,80}|…{1,30})\s*\),?")
"""A blank for the name of the one who signs; on a line of its own without brackets it waits for the pen."""
_NAME_LINE = re.compile(
    r"[(\[]?(?:अधिकारी का |हस्ताक्षरकर्ता का |आवेदक का |आपका )?(?:नाम|पदनाम)[)\]]?,?|\(?(?:your |"
    r"officer's |signatory's )?(?:name|designation)\)?,?",
    re.IGNORECASE,
)
_AFTER_LABEL = re.compile(
    r"(?:दिनांक|क्रमांक|पत्र क्र\.?|क्र\.|संख्या|पत्रांक|रु\.?|रुपये|राशि|श्री|श्रीमती|समय|बजे|\b(?:dated|date|no\.?|number|"
    r"Rs\.?|Shri|Smt\.?|Mr\.?|time))\s{0,2}(\.{3}|…|_{2}|-{3,20}(?=[ /,]|$)|/\s{1,4}/\s{0,4}(?:20\d\d)?)(?![.…_])",
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
    r"\s{0,3}(?:पत्र |आदेश |परिपत्र |अधिसूचना |फा\.\s?)?(?:क्रमांक|क्र\.|क्रं\.|संख्या|सं\.|पत्रांक|No\b|F\. ?No|"
    r"S\. ?O\.|G\. ?S\. ?R\.|का\. ?आ\.|सा\. ?का\. ?नि\.)",
    re.IGNORECASE,
)
_TITLE_BEFORE = re.compile(r"(?:श्री|श्रीमती|सुश्री|डॉ\.|Shri|Smt\.?|Ms\.?|Dr\.?|Mr\.?) $")
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
    small = case.text.replace("\u0130", "I").lower()  # İ alone is two signs when it is small
    signs = [sign for sign in _SIGNS if sign in small]
    for line in case.document.lines:
        brackets = _OPENS.search(case.text, line.start, line.end)
        for match in _BRACKETS.finditer(case.text, line.start, line.end) if brackets else ():
            if match[0] not in given and _stands_in(case, line, match):
                yield Spot(
                    match.start(),
                    match.end(),
                    severity=None if _FACT.search(match[0]) or match[0][0] != "[" else "hint",
                )
        words = any(small.find(sign, line.start, line.end) >= 0 for sign in signs)
        masked = [one.span() for one in _MASKED.finditer(case.text, line.start, line.end)] if words else []
        for match in _WORDS.finditer(case.text, line.start, line.end) if words else ():
            if match[0] not in given and not (
                inside(match.start(), masked)
                or (
                    match[0] in ("XX", "XXX")
                    and (
                        _ROMAN.search(case.text[max(0, match.start() - 12) : match.start()])
                        or _NEXT_ROMAN.match(case.text, match.end())
                    )
                )
            ):
                yield Spot(match.start(), match.end())
        if _NAME_LINE.fullmatch(case.text, line.start, line.end):
            yield Spot(line.start, line.end)
        for match in _ROUND.finditer(case.text, line.start, line.end):
            own_line = match.end() - match.start() >= line.end - line.start - 1
            named = own_line and match[1].lower() != "signature" and _NAME_OF.fullmatch(match[1])
            of_a_name = _NAME_OF.fullmatch(match[1]) or match[1].strip().lower() in ("नाम", "पदनाम", "name")
            titled = _TITLE_BEFORE.search(case.text, line.start, match.start()) and of_a_name
            if match[0] not in given and (named or titled or waits(match[1])):
                yield Spot(match.start(), match.end())
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
    if match[0].startswith("<"):  # below 3 m and above 2 is no bracket
        if inner.lstrip()[0].isdigit() or case.text[match.end() : match.end() + 2].lstrip()[:1].isdigit():
            return False
        return bool(re.fullmatch(r"[\w\u0900-\u0963 .-]+", inner)) and (
            bool(_FACT.search(inner)) or " " in inner.strip() or bool(re.match("[\u0904-\u0963]", inner))
        )
    if re.search(r"\d{2}", inner):
        return False  # [F. No. 2026/LML/11]
    return bool(_FACT.search(inner)) or (
        match[0].startswith("[") and len(inner.split()) <= 4 and not re.search(r"\d", inner)
    )


def _blanks(case: Case, line: Line, given: str) -> Iterator[Spot]:
    """Dots and dashes where a fact should stand. At issue, and over a signature, they are right unless the brief has what they wait for."""
    text = case.text[line.start : line.end]
    if line.part == case.form.file.writes and BLANK in given:
        for blank in _UNANSWERED.finditer(case.text, line.start, line.end):
            yield Spot(blank.start(), blank.end())
    if line.part == "signature" and _signs(case) and (name := _NO_NAME.fullmatch(text)):
        yield Spot(line.start + name.start(1), line.start + name.end(1))
        return
    if BLANK in text:
        for blank in _OWN_BLANK.finditer(case.text, line.start, line.end):
            if blank.start() in stands_for(case) or (line.part in _matter(case) and _told_there(case, blank)):
                yield Spot(*blank.span())
    if not _DOTS.search(text) or not re.search(f"{LETTER}", text.replace("_", "").replace("0", "")):
        return  # a rule across the page
    spec = next((spec for spec in case.norm.parts if spec.id == line.part), None)
    empty = [match for match in _RUN.finditer(case.text, line.start, line.end) if match[0] not in given]
    runs = [match for match in empty if match[0] not in (BLANK, BLANK + ".")]  # a sentence's own stop may follow
    if (
        not empty
        and (line.part != case.form.file.writes or "..." not in text.replace(BLANK, ""))
        and not _AFTER_LABEL.search(text)
    ):
        return
    at_issue = spec is not None and spec.at_issue
    head = (
        at_issue
        or line.part in ("signature", "copies", "chain", "letterhead", "unplaced")
        or (len(text) < _HEAD_LINE and bool(_AT_ISSUE.match(text)) and not text.rstrip().endswith(("।", "?")))
    )
    if head:
        if (
            empty
            and spec is not None
            and at_issue
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


def _matter(case: Case) -> tuple[str, ...]:
    return case.form.file.writes, "subject", "opening"


def _told_there(case: Case, blank: re.Match[str]) -> bool:
    """Whether the brief has a fact between just the words between which the paper has a blank: the paper may say it elsewhere too."""
    return any(
        (frame, one.fact.value) not in said_between(case)
        for frame in frames(case.text, *blank.span())
        for one in told_between(case).get(frame, ())
    )


_OWN_BLANK = re.compile(re.escape(BLANK))


def _signs(case: Case) -> bool:
    """Whether it is known who signs: the brief has the name, or there is none that could leave it open."""
    sender = case.brief["sender"] if case.brief and "sender" in case.form.fields else None
    return case.brief is None or bool(sender and sender.name)


def _told(case: Case, field: str) -> list[str]:
    """What the brief gives for a field that is filled at issue: as a paper prints it. What waits in the copies is their endorsement."""
    field = "endorsement" if field == "copies_to" else field
    value = case.brief[field] if case.brief and field in case.form.fields else None
    values = (value.number, value.date) if isinstance(value, Endorsement) else (value,)
    return [show_date(one) if isinstance(one, date) else str(one or "") for one in values]


CHECKS = {"leftover.placeholder": placeholder}
