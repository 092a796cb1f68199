"""Whether a paper or a request bears a classified marking, or tells of a matter that is kept secret."""

import re
from collections.abc import Iterable, Iterator

from assistant.checks.finding import Case, Spot

_MARK = (
    r"(?:(?:अति|परम|अत्यंत|अत्यन्त)[ -]?गोपनीय|(?:परम|अति)[ -]?गुप्त|गोपनीय|गुप्त|TOP[ -]SECRET|SECRET|CONFIDENTIAL|RESTRICTED|Top[ -]Secret|Secret|"
    r"Strictly Confidential|STRICTLY CONFIDENTIAL|Confidential|FOR OFFICIAL USE ONLY)"
)
_MARKED_LINE = re.compile(
    rf"[\s(\[“\"*:–-]{{0,6}}(?P<mark>{_MARK})[\s)\]”\"*:।–.-]{{0,6}}(?:(?:पत्र|letter|LETTER|नोट|दस्तावेज|document|"
    rf"DOCUMENT|/\s?(?:{_MARK}|तत्काल|अत्यावश्यक|समय-सीमा|Immediate|Urgent|Priority))[\s)\].:।-]{{0,4}})?"
)
_MARKED_BEFORE = re.compile(
    rf"[\s(\[]{{0,4}}(?P<mark>{_MARK})[\s)\]:–-]{{1,5}}(?=(?:पत्र )?(?:क्रमांक|संख्या|सं\.|क्र\.|पत्रांक|No\b|Number\b|D\.O))"
)
_SECRET = re.compile(
    r"(?<![\u0900-\u0963])(?:(?:गोपनीय|गुप्त) (?:श्रेणी|कोटि|प्रकृति)(?![\u0900-\u0963])|"
    r"(?:अति|परम|अत्यंत)[ -]?(?:गोपनीय|गुप्त)(?![\u0900-\u0963])|(?:गोपनीय|गुप्त) (?:पत्र|दस्तावेज|अभिलेख|सूचना|"
    r"संक्षेप|संक्षेपिका|प्रस्ताव|निर्णय|आदेश|ज्ञापन|विवरण|योजना|जानकारी|सामग्री|नस्ती|फाइल|रिपोर्ट|टीप|नोट|आसूचना)(?![\u0900-\u0963])"
    r"|(?:केवल )?(?:कार्यालयीन|शासकीय|सरकारी|राजकीय) (?:उपयोग|प्रयोग) (?:हेतु|के लिए)(?= ?(?:$|[\n)।.*-]|केवल|मात्र|ही))"
    r"|(?:सुरक्षा |गोपनीयता )(?:वर्गीकरण|श्रेणी|चिह्न|चिन्ह) ?[:ः–-]{1,2} ?(?:परम |अति )?(?:गुप्त|गोपनीय|सीमित|प्रतिबंधित)(?![\u0900-\u0963])"
    r"|(?:मंत्रि-?(?:परिषद्?|मंडल|मण्डल)|मन्त्रि-?परिषद्?|कैबिनेट)(?: की| के लिए| हेतु)? (?:संक्षेपिका|टीप|नोट|ज्ञापन)(?![\u0900-\u0963])"
    r"|(?:बल|पुलिस बल|सशस्त्र बल|सुरक्षा बल|पैरामिलिट्री|अर्धसैनिक बल)(?:ों)? (?:की|के) (?:तैनाती|व्यवस्थापन|डिप्लॉयमेंट)(?: की)? (?:योजना|चार्ट|प्लान|सूची)"
    r"|(?:निविदा|बोली)(?:ओं)? (?:खुलने|खोले जाने|खोलने) (?:से|के) (?:पूर्व|पहले)[^।\n]{0,40}(?:दर|दरें|मूल्यांकन|राशि)"
    r"|(?:आसूचना|खुफिया|गुप्तचर|सतर्कता) (?:प्रतिवेदन|रिपोर्ट|जानकारी|सूचना|इनपुट)(?![\u0900-\u0963])|बजट भाषण का (?:प्रारूप|मसौदा)"
    r"|प्रश्न[ -]?पत्र(?:ों)?(?: की (?:प्रति|प्रतियाँ|प्रतियां))?(?: भी)? संलग्न (?:है|हैं|किए|किया)|संलग्न प्रश्न[ -]?पत्र(?![\u0900-\u0963]))"
    r"|\b(?:[Tt]op[ -][Ss]ecret|TOP[ -]SECRET|FOR OFFICIAL USE ONLY|[Ff]or [Oo]fficial [Uu]se [Oo]nly|(?:marked|graded|[Cc]lassified(?: as)?|"
    r"[Cc]lassification ?[:–-]) ?[“\"']?(?:SECRET|Secret|secret|CONFIDENTIAL|Confidential|confidential|RESTRICTED|Restricted)"
    r"|(?<![A-Z] )(?:SECRET|CONFIDENTIAL|RESTRICTED)(?! [A-Z]{2})"
    r"|classified (?:information|documents?|matter|material|files?|list|papers?|data|reports?|records?|details)|(?:secret|confidential)"
    r" (?:letter|document|information|file|note|matter|intelligence)|(?:[Dd]raft )?[Cc]abinet (?:[Nn]ote|[Mm]emorandum)"
    r"|[Nn]ote for (?:the )?[Cc]abinet"
    r"|[Dd]eployment (?:plan|chart|scheme) of (?:the )?(?:\w+ ){0,2}(?:force|forces|police|companies|troops)"
    r"|[Ii]ntelligence (?:report|input|inputs|note)|[Vv]igilance (?:report|note|enquiry papers)|[Dd]raft (?:of the )?[Bb]udget speech"
    r"|question papers? [^.\n]{0,60}?(?:is|are) (?:enclosed|attached)|(?:enclosed|attached) question papers?)\b"
)
_NO_SECRET = re.compile(
    r"\s{0,2}(?:प्रतिवेदन|चरित्रावली|चरित्र|लिपिक|शाखा|अनुभाग|सहायक|report\b|reports\b|roll|section|branch|assistant)",
    re.IGNORECASE,
)


def classified(case: Case) -> Iterator[Spot]:
    """A classified marking. In an exercise it is an error; elsewhere a hint, for an office may mark its own paper, but not bring it here."""
    exercise = bool(case.scenario or case.given)
    for start, end in _markings(case.text, ((line.start, line.end) for line in case.document.lines)):
        yield Spot(start, end, severity=None if exercise else "hint")


def markings(text: str) -> list[tuple[int, int]]:
    """Where a text that is no document yet bears a classified marking, each of its lines with or without a label before it."""
    lines = [match.span("words") for match in re.finditer(r"(?m)^(?:[^\n:]{1,60}:)?[ \t]*(?P<words>[^\n]*)$", text)]
    whole = [match.span() for match in re.finditer(r"[^\n]+", text)]
    return _markings(text, dict.fromkeys([*lines, *whole]))


def _markings(text: str, lines: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    marked: list[tuple[int, int]] = []
    for line in lines:
        match = _MARKED_LINE.fullmatch(text, *line) or _MARKED_BEFORE.match(text, *line)
        if match and not _NO_SECRET.match(text, match.end("mark")):
            marked.append(match.span("mark"))
    for match in _SECRET.finditer(text):
        told_not = re.match(r"\s{0,2}(?:नहीं|न हो|not)", text[match.end() : match.end() + 12])
        if not told_not and not any(start <= match.start() < end for start, end in marked):
            marked.append(match.span())
    return sorted(marked)


CHECKS = {"privacy.classified": classified}
