"""What scoffs at the reader, or at whom the paper speaks of, in no rude word: a supposition, a question that wants no answer, scorn. Hints all."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case, once
from assistant.checks.phrases import find, has, inside, phrases, quoted, sentences, tokens
from assistant.forms.document import Line

READER = (
    r"(?<![\u0900-\u0963])(?:आप(?:ने|को|का|की|के|में|से)?)(?![\u0900-\u0963])|(?<![A-Za-z])(?:you|your|yours)(?![A-Za-z])"
)

_SCOFFS = re.compile(
    r"(?:^|[;–—,] ?)(?:लगता है|ऐसा लगता है|ऐसा प्रतीत होता है|प्रतीत होता है|शायद|संभवतः|मानो|हैरानी की बात है|आश्चर्य है|"
    r"अचरज है|बधाई हो|वाह|खूब|धन्य हैं|मेहरबानी करके|कृपा करके अब|"
    r"it (?:seems|appears|looks)|apparently|perhaps|maybe|surely|clearly|obviously|no wonder|congratulations|bravo|well done|i wonder|"
    r"we wonder|one wonders|how (?:kind|nice|good|clever|wonderful)|thank you for (?:nothing|ignoring|not)|heaven knows|god knows)"
    r"(?![a-z\u0900-\u0963])",
    re.IGNORECASE,
)
_SUPPOSES = re.compile(
    r"(?<![\u0900-\u0963])(?:शायद|संभवतः|सम्भवतः|मानो|(?:ही|ऐसा|यही|बाहर) (?:दिखता|लगता|जान पड़ता) है)(?![\u0900-\u0963])|"
    r"\b(?:perhaps|presumably|apparently|seemingly|doubtless)\b",
    re.IGNORECASE,
)
"""What is only supposed of the reader, wherever it stands in a sentence."""
_KINDLY = re.compile(
    r"\b(?:may|might|can|could|would|will|wish|like|recall|aware|know|remember|agree|appreciate|seen|noticed|heard)\b|"
    r"याद|सहमत|चाह|सक(?:ें|ते|ता|ती|े)|जानते|सुना|देखा|पड़े|आवश्यकता|जरूरत|हों?(?: |।)",
)
"""Beside a supposition: one asks, or reminds."""
_ASKS_BACK = re.compile(
    r"^(?:(?:तो |और |आखिर |भला )?(?:क्या|कब तक|कितनी|कितने|कहाँ|किस)(?![\u0900-\u0963])|"
    r"(?:is|are|do|does|did|can|could|must|should|will|would|have|has|how|what|why|who|when) (?!you (?:please|kindly)))",
    re.IGNORECASE,
)
_TO_HIM = re.compile(
    r"(?<![\u0900-\u0963])(?:इतन[ाीे]|भी|नहीं|आखिर|भला|कब तक|समझते|समझती|ऊपर|शर्म|अक्ल)(?![\u0900-\u0963])|"
    r"\b(?:nobody|anybody|anyone|even|too much|ever|again|so (?:hard|difficult)|really|not)\b|n't\b",
    re.IGNORECASE,
)
"""By what such a question tells that it wants no answer."""
_HARMLESS = re.compile(
    r"प्राप्त (?:नहीं|न )|मिला नहीं|न मिल|नहीं मिल|पहुँच|ज्ञात|अवगत|विदित|यदि|अगर|"
    r"not (?:been |yet )?(?:received|reached)|lost|misplaced|oversight|inadvertent|"
    r"whether|if|may (?:be|please|kindly)|संभव है|त्रुटिवश|भूलवश|किस दिनांक|किस आधार|किस नियम|which rule|what date",
    re.IGNORECASE,
)
"""What a sentence says that begins so and means it."""


_LONG_NAME = 4
_OF_ANY_OFFICE = frozenset("कार्यालय शासन प्रदेश जिला तहसील शासकीय office government district state".split())


@once
def reader(case: Case) -> re.Pattern[str]:
    """How the reader may be called: "you", or a word of the office that is written to, in English after "the"."""
    named = {
        word
        for line in case.lines("addressee")
        for word, _, _ in tokens(case.text, line.words, line.end)
        if len(word) > _LONG_NAME and word not in _OF_ANY_OFFICE
    }
    english = "|".join(re.escape(word) for word in sorted(named) if word.isascii() and word.isalpha())
    hindi = "|".join(re.escape(word) for word in sorted(named) if word > "\u0900")
    return re.compile(
        READER
        + (rf"|(?<![A-Za-z])the (?:{english})(?![A-Za-z])" if english else "")
        + (rf"|(?<![\u0900-\u0963])(?:{hindi})(?= (?:के|की|का|को|ने|में|से|तो|ही|भी)(?![\u0900-\u0963]))" if hindi else ""),
        re.IGNORECASE,
    )


_COMPLAINED = re.compile(
    r"शिकायत|आरोप|आवेदक ने|ग्रामीणों ने|दोषियों|अपराधियों|\b(?:offenders|culprits|complain\w*|alleg\w+|complaints?)\b",
    re.IGNORECASE,
)
"""What somebody else says, or is said of somebody else."""

_PERSON = re.compile(
    r"विभाग|शाखा|कार्यालय|अनुभाग|सेक्शन|प्रकोष्ठ|निदेशालय|संचालनालय|मुख्यालय|मंडल|निगम|बोर्ड|समिति|संस्था|बैंक|पंचायत|फर्म|एजेंसी|दल |टीम|"
    r"अधिकारी|कर्मचारी|अभियंता|निरीक्षक|अधीक्षक|लिपिक|प्रभारी|प्रबंधक|सचिव|प्राचार्य|अध्यापक|शिक्षक|पटवारी|तहसीलदार|डॉक्टर|चिकित्सक|ठेकेदार|सरपंच|"
    r"प्रतिनिधि|सदस्य|चालक|सहायक|नेता|लोग|ग्रामीण|वालों|प्रशासन|कंपाउंडर|श्री|वे |जो |उन्ह|उनक|मुझ|हम|"
    r"\b(?:department|section|branch|office|wing|cell|directorate|headquarters|board|corporation|bank|panchayat|ministry|committee|firm|company|agency|"
    r"officers?|officials?|engineers?|inspectors?|clerks?|managers?|secretary|superintendent|principal|teachers?|doctors?|contractors?|sarpanch|"
    r"representatives?|members?|staff|drivers?|assistants?|nurses?|supervisors?|employees?|wardens?|watchman|pharmacists?|opposition|directors?|incumbent|administration|villagers?|compounder|"
    r"he|she|they|them|his|her|their|those|anyone|anybody|nobody|shri|smt|we|us|our|my|I|one)\b",
    re.IGNORECASE,
)
"""Whom a paper may speak of besides its reader."""

_FIGURE = re.compile("[0-9]")


def _clause(text: str, start: int, end: int, at: int) -> str:
    """What stands between two semicolons of a sentence."""
    return text[max(start, text.rfind(";", start, at)) : text.find(";", at, end) if ";" in text[at:end] else end]


def taunts(case: Case, line: Line) -> Iterator[tuple[int, int]]:
    """What slights whoever is spoken of, a supposition ("it seems you …"), and a question that wants no answer ("is it too much to ask …?")."""
    if line.part != case.form.file.writes:
        return
    named = reader(case)
    apart = quoted(case.text, line.start, line.end)
    for start, end in sentences(case.text, line):
        words = case.text[start:end]
        slights = [
            one
            for one in (
                *find(case.text, phrases("tone", "slights"), start, end),
                *find(case.text, phrases("scorn", "scorn"), start, end),
            )
            if not inside(one.start, apart)
            and not (one.row.get("weak") and _FIGURE.search(_clause(case.text, start, end, one.start)))
            and not (one.row.get("reader") and not named.search(words))
            and not (one.row.get("person") and not named.search(words) and not _PERSON.search(words))
        ]
        if slights and (named.search(words) or not _COMPLAINED.search(words)):
            whole = words.rstrip().endswith("?") or all(one.row.get("person") for one in slights)
            yield (start, end) if whole else (min(one.start for one in slights), max(one.end for one in slights))
            continue
        if has(case.text, phrases("tone", "threats"), start, end):
            yield start, end
            continue
        scoffs = ("आप" in words or "you" in words.lower()) and (
            _SCOFFS.search(words)
            or (_SUPPOSES.search(words) and not _KINDLY.search(words) and not _FIGURE.search(words))
        )
        scoffs = scoffs and re.search(READER, words, re.IGNORECASE)
        asks = words.rstrip().endswith("?") and _ASKS_BACK.match(words) and _TO_HIM.search(words)
        if (scoffs or asks) and not _HARMLESS.search(words):
            yield start, end
