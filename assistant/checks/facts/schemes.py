"""Schemes that a paper cites by their own names: योजना alone is any scheme."""

import re
from collections.abc import Iterator

from assistant.facts import Found
from assistant.facts.patterns import END, word_of, words

_NAMED_AFTER = "मुख्यमंत्री|मुख्यमन्त्री|प्रधानमंत्री|प्रधानमन्त्री|राष्ट्रीय|अटल|दीनदयाल|दीन दयाल|इंदिरा|महात्मा गांधी|लाड़ली|संबल|जल जीवन|स्वच्छ भारत|आयुष्मान|समग्र|सर्व|पीएम"
_SCHEMES = (
    re.compile(
        "(?:" + "|".join(f"{name}(?<![\u0900-\u0963]{name})" for name in _NAMED_AFTER.split("|")) + ")"
        "(?:[ -](?!(?:के|का|की|में|से|पर|ने|को|एवं|और|तथा|द्वारा|हेतु) )[\u0900-\u0963-]{2,20}){0,6}?"
        " (?:योजना|मिशन|(?:महा)?अभियान|कार्यक्रम|परियोजना)(?![\u0900-\u0963])"
    ),
    re.compile(
        "[A-Z](?<![A-Za-z].)(?!(?<=T)he |(?<=T)his |(?<=O)ur |(?<=Y)our )[A-Za-z-]{1,20} "
        "(?:[A-Z][A-Za-z-]{1,20} ){0,5}(?:Scheme|Yojana|Mission|Abhiyan|Abhiyaan|Programme|Program)(?![A-Za-z])"
    ),
    re.compile(
        "[A-Z](?<![A-Za-z].)[A-Z-]{1,12} (?:[A-Z][A-Za-z-]{1,20} ){0,4}(?:scheme|mission|programme)(?![A-Za-z])"
    ),
    re.compile(f"{word_of(words('scheme'))}{END}"),
)
_LINKS = (
    "के|का|की|में|से|पर|ने|को|एवं|और|तथा|या|व|द्वारा|हेतु|लिए|तक|कि|जो|यह|वह|इस|उस|उक्त|किसी|अन्य|सभी|एक|दो|तीन|चार|नई|नवीन|पुरानी|विशेष|प्रस्तावित|स्वीकृत|संचालित"
    "|शासकीय|शासन|विभागीय|केन्द्रीय|केंद्रीय|केन्द्र|केंद्र|राज्य|जिला|प्रदेश|संबंधित|इन|उन|विभिन्न|समस्त|प्रत्येक|अपनी|हमारी|ऐसी|कार्य|वार्षिक|मासिक|पंचवर्षीय|वर्तमान|प्रबंधन|प्रबन्धन|विकास|सुधार|क्रियान्वयन|तैयारी|सुरक्षा|यातायात|निर्माण"
)
_BELOW = "(?: (?:के|की) (?:अंतर्गत|अन्तर्गत|तहत|मद|राशि)|न्तर्गत|ंतर्गत)(?![\u0900-\u0963])"
_ENDS_UNDER = re.compile(f"योजना{_BELOW}")
_UNDER = re.compile(f"(?<![\u0900-\u0963])(?P<name>(?:(?!(?:{_LINKS}) )[\u0900-\u0963]{{2,15}} ){{2,3}}योजना){_BELOW}")
"""Any scheme that something is done under: two words at least are its name."""
_CALLED = re.compile(
    f"[\"“‘'](?P<name>(?:(?!(?:{_LINKS}) )[\u0900-\u0963-]{{2,20}} ){{2,5}}(?:योजना|मिशन|(?:महा)?अभियान|कार्यक्रम|परियोजना))[\"”’']"
    f"|(?<![\u0900-\u0963])(?P<so>(?:(?!(?:{_LINKS}) )[\u0900-\u0963]{{2,15}} ){{1,3}}नामक (?:योजना|मिशन|अभियान|कार्यक्रम|परियोजना))(?![\u0900-\u0963])"
)
"""Any scheme whose name stands in quotation marks, or that is said to be called so."""

_QUOTED = re.compile("(?:योजना|मिशन|अभियान|कार्यक्रम)[\"”’']")


def schemes(text: str) -> Iterator[Found]:
    """Each scheme that a text names; a longer name first."""
    taken: list[tuple[int, int]] = []
    under = (_UNDER,) if _ENDS_UNDER.search(text) else ()
    called = (_CALLED,) if "नामक" in text or _QUOTED.search(text) else ()
    for pattern in (*_SCHEMES, *called, *under):
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                group = match.lastgroup if pattern in (_UNDER, _CALLED) else None
                start, end = match.span(group or 0)
                taken.append((start, end))
                yield Found("scheme", text[start:end], start, end)
