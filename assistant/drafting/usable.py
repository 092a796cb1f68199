"""Whether what a model wrote can be a paper at all: in the language asked for, made of its words, and no refusal.

What can't is never shown as a letter; the form's own sentences stand in its place.
"""

import re

from assistant.errors import ModelError
from assistant.language.spelling import is_ordinary
from assistant.language.words import english

EARLY, WHOLE = 160, 40
"""Letters after each of which a growing text is looked at, and fewer than which a whole one isn't."""
IN_SCRIPT = 0.5
"""The share of a text's letters that are of its language's script; names of offices and schemes may be of another."""
COMMON = {
    "hi": (0.10, frozenset(
        "के की का को में से है हैं और तथा एवं पर कि यह इस उक्त ने हेतु लिए द्वारा तक भी जो अतः कर किया करने जाए गया गई गए होने था थी थे हो हुए साथ".split()
    )),
    "en": (0.15, frozenset(
        "the of to and in is are for on that this be by with it as at was were from has have you your may please been will not or an a which".split()
    )),
}  # fmt: skip
"""Words that every text of a language is full of, and the least share of them: gibberish has none, nor has a neighbouring language."""
KNOWN, FEW, LOOKED_AT = 0.4, 4, 200
"""The least share of words that a language has, of fewer of which nothing can be said, and of how many it is taken: papers full of names
have two thirds of them, syllables at random a tenth, though they hit upon के and को."""
_WORD = re.compile(r"[^\W\d_][\w\u0900-\u0963]*")
_REFUSAL = re.compile(
    r"\W{0,3}(?:i(?:'|’)?m (?:really |very )?sorry|i am (?:really |very )?sorry|sorry,? (?:but )?i"
    r"|i (?:can(?:'|’)?t|cannot|can not|am unable to|won(?:'|’)?t) (?:help|assist|write|create|generate|provide|fulfil|comply|do)"
    r"|i(?:'|’)m unable to|as an ai\b|unfortunately,? i (?:can|am)"
    r"|(?:मुझे |मैं )?(?:क्षमा|माफ़|माफ)\S* .{0,60}(?:नहीं|सकता|सकती)|मैं .{0,60}(?:सहायता|मदद|लिख|बना|तैयार)\S* .{0,20}(?:नहीं|असमर्थ))",
    re.IGNORECASE,
)


def check_growing(prose: str, language: str, looked: int) -> int:
    """Raises ModelError as soon as it is clear that what comes can't be used: nobody waits for the rest of it. Gives how far it was
    `looked` at: once it has begun well that is seldom needed."""
    if len(prose) < max(EARLY, 2 * looked):
        return looked
    check_whole(prose, language)
    return len(prose)


def check_whole(prose: str, language: str) -> None:
    """Raises ModelError for a refusal, another language, or no language at all."""
    if _REFUSAL.match(prose):
        raise ModelError("error.model.refused")
    letters = [sign for sign in prose if sign.isalpha()]
    words = _WORD.findall(prose.lower())
    if len(letters) >= WHOLE:
        latin = sum(sign.isascii() for sign in letters) / len(letters)
        hindi = sum("\u0900" <= sign <= "\u097f" for sign in letters) / len(letters)
        if latin + hindi < IN_SCRIPT:
            raise ModelError("error.model.unusable", again=True)
        if (hindi if language == "hi" else latin) < IN_SCRIPT:
            raise ModelError("error.model.language", again=True)
        least, common = COMMON[language]
        if len(words) < 8 or sum(word in common for word in words) / len(words) < least:
            raise ModelError("error.model.unusable", again=True)
    if len(words) >= FEW and sum(map(_known, words[:LOOKED_AT])) / len(words[:LOOKED_AT]) < KNOWN:
        raise ModelError("error.model.unusable", again=True)


def _known(word: str) -> bool:
    """Whether it is a word of either language, so far as we know them."""
    return word in english() if word[0].isascii() else is_ordinary(word)
