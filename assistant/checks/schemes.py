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


def schemes(text: str) -> Iterator[Found]:
    """Each scheme that a text names; a longer name first."""
    taken: list[tuple[int, int]] = []
    for pattern in _SCHEMES:
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield Found("scheme", match[0], *match.span())
