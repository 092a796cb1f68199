"""A demand as the heading under which it is answered: left as it was made, it would stand in the answer as an order of ours."""

import re

from assistant.drafting.demands import bare
from assistant.forms.template import BLANK
from assistant.language.sentences import infinitive

_DEVANAGARI = re.compile("[ऀ-ॿ]")
_SAID = r"(?:बताएँ|बताएं|बतायें|बतावें|बताइए|बताने|लिखें|(?:स्पष्ट|सूचित|प्रतिवेदित) कर\S*|(?:अवगत|सूचित) करा\S*|बताया जा\S*|स्पष्ट किया जा\S*|देखें)"
_OPENS = re.compile(
    r"^(?:(?:अत[ः:]|अतएव|इसलिए|कृपया|आप|आपसे|आपको|साथ ही(?: साथ)?|इसके (?:अतिरिक्त|साथ ही)|तथा|एवं|और|पुनः|तदनुसार|शीघ्र|तत्काल|अविलंब|"
    r"(?:इस|उक्त के) (?:संबंध|सम्बन्ध) में|तत्संबंध में|यह भी|इस(?:की|का) भी)[, ]+|"
    r"(?:उपरोक्त |उपर्युक्त |उक्त )?(?:विषयांतर्गत|विषयान्तर्गत|विषय के (?:संबंध|सम्बन्ध) में)(?: (?:संदर्भित |"
    r"सन्दर्भित )?पत्र के (?:परिप्रेक्ष्य|संबंध|सम्बन्ध|क्रम|अनुक्रम|पालन) में)?,? |"
    r"(?:\S+ ){0,2}(?:निर्देशित|आदेशित|अनुरोध|निवेदन|सूचित|लेख) (?:किया जाता )?है,? कि )+"
)
_THAT = re.compile(rf"^[^।]{{0,60}}?{_SAID}(?: का कष्ट करें| की कृपा करें)?,? कि ")
_ASKED = re.compile(
    r" (?:(?:का|की) (?:कष्ट|कृपा|व्यवस्था) (?:कर\S*|की जा\S*|कीजिए|कीजिये)|सुनिश्चित (?:कर\S*|किया जा\S*|की जा\S*)|"
    r"(?:(?:हेतु|के लिए|के लिये|का|की) )?(?:अनुरोध|निवेदन|अपेक्षा|आग्रह|प्रार्थना|प्रतीक्षा)(?: किया जाता)? है|"
    r"(?:अपेक्षित|वांछित|वांछनीय|आवश्यक|अनिवार्य) हैं?|चाहिए|चाहिये|"
    r"(?:चाही|माँगी|मांगी) ग\S+ है|चाहा गया है|चाहते हैं|चाहता हूँ|चाहती हूँ)$"
    r"|(?:(?<=ना)|(?<=नी)|(?<=ने)) (?:है|हैं|होगा|होगी|होंगे)$"
)
_GIVEN = re.compile(
    r"(?:,? (?:अधोहस्ताक्षरी|मुझे|हमें|(?:इस|हमारे) (?:कार्यालय|विभाग|संचालनालय|मंत्रालय)|कार्यालय|शासन|संचालनालय)(?: को)?)?"
    r"(?: (?:ई-मेल|ईमेल|डाक|फैक्स) (?:पर|से|द्वारा))?(?: (?:शीघ्र|आज ही|तत्काल|अविलंब|अविलम्ब|यथाशीघ्र|अनिवार्यतः|"
    r"(?:अनिवार्य|आवश्यक|निश्चित) रूप से|समय पर|भी))*"
    r" (?:(?:उपलब्ध|से अवगत) (?:करा|करवा)|(?:प्रस्तुत|प्रेषित|सूचित|संप्रेषित|स्पष्ट) कर|(?:भेज|भिजवा|बता|लिख)(?: दे)?|दे)ना$"
)
"""That what stands before it is to be told or sent."""
_BENT = re.compile(r"(?:में|से|पर|को|तक|ने|का|के|की|हेतु|द्वारा|कर|करके|सहित|साथ|रूप|लिए|माध्यम|भर|हटा|करा|पहुँचा|लौटा|लगा|बना)$")
"""No thing that is told or sent ends with it."""
_BEGS = re.compile(
    r"^(?:(?:with (?:reference|regard) to|in continuation of|in this (?:regard|connection|context)|in view of)[^,.]{0,80}, |"
    r"(?:therefore|hence|further|also|moreover|in addition|additionally|and|however),? |"
    r"(?:i am|we are)(?: \w+){0,2} directed to (?:say|state|request)(?: that| you to)? |"
    r"(?:you|they|all \w+(?: \w+)?)(?: (?:are|may|should|must|shall))?(?: \w+){0,2}? (?:(?:be )?(?:directed|"
    r"requested|instructed|advised|asked|required|called upon) to) |"
    r"(?:you|your office) (?:may|should|must|shall|will)(?: please| kindly| also)* |"
    r"(?:it is|i|we)(?: \w+){0,2} request(?:ed)?,?(?: you)?(?: to| that)? |(?:i|we|"
    r"this office) (?:\w+ ){1,3}(?:grateful|obliged|glad|appreciate\w*) if (?:you (?:could|would|will|can)|the) |"
    r"(?:please|kindly)(?: also)? )+",
    re.IGNORECASE,
)
_TELL = re.compile(
    r"^(?:also |kindly |please )?(?:furnish|send|submit|provide|forward|supply|give|intimate|report|inform|state|"
    r"clarify|explain|specify|indicate|confirm|"
    r"let (?:me|us|this (?:office|department|directorate)) (?:know|have)|make available)"
    r"(?: (?:to )?(?:this (?:office|department|directorate|ministry)|the undersigned|us|me))?(?: (?:about|on|of|as to))? ",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"^(?P<it>it )?(?P<what>.*?) ?\b(?:may|should|shall|must|is to|are to)(?: \w+){0,2}? be(?: \w+ly| also)? "
    r"(?:sent|furnished|submitted|provided|forwarded|supplied|given|intimated|reported|informed|stated|clarified|"
    r"explained|specified|indicated|confirmed|made available|communicated)"
    r"(?: (?:as to|to this \w+|to the undersigned|to us))?(?P<that>(?: (?:why|whether|how|when|where|what|which|if|"
    r"that)\b.*)?)(?P<rest>.*)$"
    r"|^(?P<awaited>.+?) (?:is|are) (?:awaited|solicited|sought|invited|called for|wanted|required)\b",
    re.IGNORECASE,
)
_WISH = re.compile(r"^(?:the|a|an|your|all|it|this) .*\b(?:may|should|shall|must) ", re.IGNORECASE)
_HURRY = re.compile(
    r"(?:,? (?:to this (?:office|department|directorate)|to the undersigned|at the earliest|at an early date|"
    r"immediately|urgently|positively|without fail|forthwith|without delay|by return (?:mail|post)))+$",
    re.IGNORECASE,
)


def heading(demand: str) -> str:
    """What is asked for, as a heading with room for the answer behind it."""
    words = bare(demand)
    named = _hindi(words) if _DEVANAGARI.search(words) else _english(words)
    return f"{named.rstrip(' ,;:।.') or words}: {BLANK}"


def _hindi(words: str) -> str:
    words = _OPENS.sub("", words)
    words, asked = _OPENS.sub("", _THAT.sub("", words)), words
    if words != asked:  # a question, told as one
        return _ours(words)
    told = _ASKED.sub("", words)
    deed = infinitive(told)
    if not deed and told != words:
        deed = re.sub(r"(?<=न)[ेी]$", "ा", told)
    if not deed:
        return _ours(words)
    given = _GIVEN.search(deed)
    thing = deed[: given.start()] if given else ""
    return _ours(thing if thing and not _BENT.search(thing) and " कर " not in thing else deed)


def _ours(words: str) -> str:
    """What is yours in the letter is ours in its answer."""
    words = re.sub(r"(?<![ऀ-ॣ])आपक(?=[ाेी] )", "हमार", words)
    return re.sub(r"\b(y)our\b", lambda one: "our" if one[1] == "y" else "Our", words, flags=re.IGNORECASE)


def _english(words: str) -> str:
    words, asked = _BEGS.sub("", words), words
    if told := _TOLD.match(words):
        thing = told["awaited"] or (told["that"] if told["it"] or not told["what"] else f"{told['what']}{told['that']}")
    elif _TELL.match(words):
        thing = re.sub(r"^that ", "", _TELL.sub("", words))
    elif words != asked and not re.match(r"that |the |a |an |your ", words, re.IGNORECASE):
        thing = f"request to {words}"
    else:
        thing = f"request that {words[0].lower()}{words[1:]}" if _WISH.search(words) else words
    thing = _HURRY.sub("", thing).strip()
    return _ours(thing[:1].upper() + thing[1:])
