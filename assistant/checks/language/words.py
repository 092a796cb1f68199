"""Words that plain office language, or the state's own, has others for: data/calques.yaml, data/state_words.yaml."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from assistant.checks.finding import Case, Spot
from assistant.checks.learnt import also_learnt
from assistant.checks.phrases import Phrases, data, quoted, sentences, tokens
from assistant.facts.patterns import END, LETTER, START
from assistant.forms.form import Severity
from assistant.forms.phrases import find, matches
from assistant.language.spelling import is_common
from assistant.language.words import rows

_ENDING = "(?:ों|ओं|ओ|ें|एँ|एं)?"
_MADE = "(?:-?(?:वार|स्तरीय|गण|द्वय))?"
"""What a word for a post or a paper is the first half of: कंडिकावार, पटवारीगण."""


def machine_hindi(case: Case) -> Iterator[Spot]:
    """A phrase that is English in Hindi words, or that only a dictionary has."""
    if case.language != "hi":
        return
    said: set[str] = set()
    mended: list[int] = []
    for wrong, match in matches(_calques().words, case.text):
        row = _calques().rows[wrong]
        if wrong in said or _let_be(case, row, match.span()):
            continue
        said.add(wrong)
        if match[0] not in case.told_text and _beside(case, row):
            exact = row["hi"] if not _BENT_OR_CHOSEN.search(wrong) else ""
            mended.append(match.start())
            yield Spot(match.start(), match.end(), suggestion=exact, values={"right": _instead(row["hi"])})
    yield from _learned(case)
    for spot in _in_english_order(case):
        if not any(spot.start <= at < spot.end for at in mended):
            yield spot
    for match in _BY_AND_BETWEEN.finditer(case.text):
        yield Spot(match.start(1), match.end(1), values={"right": _instead("")})


_BY_AND_BETWEEN = re.compile(
    " ((?:को|से|में|पर|तक|द्वारा|लिए|बीच|साथ) (?:और|या|एवं|तथा|अथवा) (?:के (?:द्वारा|लिए|बीच|साथ)|को|से|में|पर|तक|द्वारा)) "
)
"""Two postpositions joined over one noun, as English joins its prepositions."""


_ADDED = frozenset("लिए साथ द्वारा में को से पर तक बिना का की के".split())
_FINITE = frozenset("है हैं हूं था थे थी जाए जाएं जाएगा जाएगी जाएंगे करें दें भेजें होगा होगी होंगे चाहिए".split())
_JOINS = frozenset("कि और तथा एवं तो जो जिस जिसके ताकि".split())


def _in_english_order(case: Case) -> Iterator[Spot]:
    """What is said for whom or by what, after the verb: the list is enclosed for your kind consideration."""
    for line in case.lines(case.form.file.writes):
        for start, end in sentences(case.text, line):
            words = tokens(case.text, start, end)
            if not words or words[-1][0] not in _ADDED or case.text[end - 1] != "।":
                continue
            verb = next((at for at in reversed(range(len(words) - 2)) if words[at][0] in _FINITE), None)
            if verb is not None and words[verb + 1][0] not in _JOINS:
                yield Spot(words[verb + 1][1], words[-1][2], values={"right": _instead("")})


_SANSKRIT = re.compile(
    r"(?:गर्त|चतुष्|यान|करतल|धूम्र|काव्य|वृष्टि|ग्रीष्मर्|चक्षु|वाम|शिरस्|कर्तव्य|पूर्वो|पूर्वा|यथा|क्षिप्र|जीर्ण|प्रत्यु|प्रत्या|ईपत्र|महती|तदु|एतद्|स्वत्व|सद्य|आद्य|नव)"
    r"[\u0900-\u0963]{2,}|(?:प्र|सम|सं|सन्|वि|अनु|अभि|परि|उप|नि|अव|अप|आ|अधि|अति|उद|उत|उ|सु|दु|यथा|तद|तत|यत|एत|सह|पुनर|अन|स्व|पर)"
    r"[\u0900-\u0963]{2,}(?:[ा-ौ्क-ह]न|ित|ता|मान|ण|र्थ|स्थ|ज्ञ|य|त|क|ार|नीय|गामी|शील)|[\u0900-\u0963]{2,}(?:त्मक|ार्थ|पूर्वक|वृंद|वृन्द|प्राय|"
    r"गामी|रूपेण|ीकृत|तकृत|ोपरांत|ोपरान्त|जन्य|जनित|ग्रस्त|ालुता|नीयता|त्व|तव्य|ाधीन|ान्वित|ाक्रांत|ायमान|कीय|ीभूत|ोन्मुख|शीलता|्य|ावस्था|ोद्भूत|ानुकूल|ानुरूप)"
)
"""How words are made that come from Sanskrit."""


@lru_cache(20_000)
def _is_learned(word: str) -> bool:
    """Whether a word is made as in Sanskrit and nobody uses it."""
    return 4 < len(word) < _LONGEST and _SANSKRIT.fullmatch(word) is not None and not is_common(word, _RARE)


_LONGEST, _RARE = 40, 3
_NAMED = frozenset(
    "श्री श्रीमती सुश्री कुमारी कु. डॉ. डॉ मेसर्स ग्राम गाँव गांव नगर तहसील जिला थाना वार्ड मोहल्ला पंचायत विकासखंड विकासखण्ड पुत्र पुत्री पत्नी "
    "फर्म कॉलोनी मार्ग नदी योजना संस्था ग्रामों ग्रामवासी".split()
)
"""After these stands a name."""


def _learned(case: Case) -> Iterator[Spot]:
    """A word made as in Sanskrit that neither the office nor anybody else uses; each once."""
    said: set[str] = set()
    for line in case.lines(case.form.file.writes):
        for _, start, end in tokens(case.text, line.words, line.end):
            word = case.text[start:end]
            if word in said or not _is_learned(word) or word in case.told_text:
                continue
            before = case.text[max(start - 40, line.words) : start].split()[-2:]
            names = (one for one in case.within(line.words, line.end) if one.kind in ("name", "law"))
            if _NAMED.isdisjoint(before) and not any(one.start <= start < one.end for one in names):
                said.add(word)
                yield Spot(start, end, values={"right": _instead("")})


@cache
def _calques() -> Phrases:
    return Phrases({row["wrong"]: row for row in data("calques")["rows"]})


_BENT_OR_CHOSEN = re.compile("[*…(]")
"""In a phrase that stands for several forms, the plain word may need another one too."""


def _beside(case: Case, row: dict[str, Any]) -> bool:
    """Whether the paper speaks of what makes a word the wrong one: उद्धरण is no quotation of prices elsewhere."""
    return "beside" not in row or next(find(row["beside"], case.text), None) is not None


def _let_be(case: Case, row: dict[str, Any], span: tuple[int, int]) -> bool:
    """Whether the words stand in others that mean them: the light of a torch."""
    return any(start <= span[0] and span[1] <= end for start, end in find(row.get("unless", ()), case.text))


def _instead(right: str) -> dict[str, str]:
    if not right:
        return {"hi": "सीधी बात लिखिए", "en": "Say it plainly"}
    return {"hi": f"“{right}” लिखिए", "en": f"Write “{right}”"}


# --- another state's word


@cache
def _foreign(state: str) -> tuple[re.Pattern[str], dict[str, dict[str, Any]]]:
    """What in a paper of this state is another state's: one pattern of all its words, and their rows."""
    found = {row["word"]: row for row in data("state_words")["rows"] if state not in row["of"]}
    words = sorted(found, key=len, reverse=True)
    return re.compile(f"{START}(?<![{LETTER}]-)(?:{'|'.join(_bent(found[word]) for word in words)}){END}"), found


def _bent(row: dict[str, Any]) -> str:
    """The pattern of a word with the endings that it takes."""
    word: str = re.escape(row["word"]).replace("\\ ", "[ \n]")
    if row.get("numbered"):
        return word + "(?=(?:[ (-]|संख्या|सं\\.){1,3}[0-9])"
    if row.get("bent") is False or row["word"] < "\u0900":
        return word
    bent = word[:-1] + "(?:ी|ियों|ियाँ|ियां)" if word[-1] == "ी" else word + _ENDING
    return bent if "not_before" in row else bent + _MADE  # जनपदवार: by those of the panchayats


@cache
def _places() -> dict[str, re.Pattern[str]]:
    """What names each state: itself, its districts."""
    names: dict[str, list[str]] = defaultdict(list)
    for state, hindi, english in rows("places.txt"):
        names[state] += [*hindi.split("/"), *english.split("/")]
    return {
        state: re.compile(f"{START}(?:{'|'.join(re.escape(name).replace(chr(92) + ' ', ' ') for name in named)}){END}")
        for state, named in names.items()
    }


_WHOLE = ("addressee", "copies", "through", "from", "cc", "bcc", "letterhead")
"""Parts of several lines that go together: a post, and below it the place."""


def _named(state: str, text: str, start: int, end: int) -> bool:
    """Whether a state or a place in it is named between two places."""
    return bool(_places()[state].search(text, start, end))


def _addressed(case: Case, states: list[str]) -> bool:
    """Whether the paper goes to one of these states."""
    return any(_named(state, case.text, line.start, line.end) for line in case.lines("addressee") for state in states)


def _is_theirs(case: Case, at: int, states: list[str]) -> bool:
    """Whether what stands there is one of these states' own: it is named in the sentence, or with the post in its address."""
    line = case.line(at)
    if line and line.part in _WHOLE:
        block = case.lines(line.part)
        return any(_named(state, case.text, block[0].start, block[-1].end) for state in states)
    start, end = case.sentence(at)
    return any(_named(state, case.text, start, end) for state in states)


def _may_be_theirs(case: Case, at: int, states: list[str]) -> bool:
    """Whether the matter may be one of these states': the subject names it, or what stands before in the paragraph."""
    line = case.line(at)
    before = [*((one.start, one.end) for one in case.lines("subject")), *([(line.start, at)] if line else [])]
    return any(_named(state, case.text, start, end) for start, end in before for state in states)


def state_vocabulary(case: Case) -> Iterator[Spot]:
    """A word for a post, an office or a paper that this state hasn't; what names the other state may use its words."""
    if case.state not in ("mp", "cg", "up"):
        return
    pattern, found = _foreign(case.state)
    told = case.told_text
    longest = sorted(found, key=len, reverse=True)
    places = [
        (match, next(found[word] for word in longest if match[0].replace("\n", " ").startswith(word[:-1])))
        for match in pattern.finditer(case.text)
    ]
    # A word that is the other state's own in one place means the same one in the others.
    theirs = {row["word"] for match, row in places if _is_theirs(case, match.start(), row["of"])}
    said: set[str] = set()
    for match, row in places:
        if match[0] in said:
            continue
        before = case.text[max(match.start() - 20, 0) : match.start()].split()
        after = case.text[match.end() : match.end() + 20].split()
        if before and before[-1] in row.get("not_after", ()):
            continue
        if (after and after[0].strip(",।") in row.get("not_before", ())) or any(
            one in case.text for one in row.get("unless", ())
        ):
            continue
        if match[0] in told or row["word"] in told or row["word"] in theirs or _addressed(case, row["of"]):
            said.add(match[0])
            continue
        start = max(match.start() - 300, 0)
        if any(
            opens < match.start() < closes
            for opens, closes in quoted(case.text, start, min(match.end() + 300, len(case.text)))
        ):
            continue
        said.add(match[0])
        exact = row["instead"] if match[0] == row["word"] else ""
        unsure: Severity | None = "hint" if _may_be_theirs(case, match.start(), row["of"]) else None
        yield Spot(match.start(), match.end(), suggestion=exact, values={"right": row["instead"]}, severity=unsure)


CHECKS = {
    "language.machine-hindi": also_learnt("language.machine-hindi", right=_instead(""))(machine_hindi),
    "language.state-vocabulary": state_vocabulary,
}
