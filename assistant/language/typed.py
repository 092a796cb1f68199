"""A text with Hindi typed in Latin letters, turned into Devanagari; English, addresses, codes and figures in it stay."""

import re
from functools import cache

from assistant.language.lexicon import patterns, shorts, spellings, usual
from assistant.language.roman import ranked
from assistant.language.words import plain_english, word_list

KEPT = (
    r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,255}|(?:https?://|www\.)\S{1,300}"
    r"|[A-Za-z0-9-]{1,63}\.(?:[A-Za-z0-9-]{1,63}\.){0,4}(?:in|com|org|net|pdf|docx?|xlsx?|txt)(?![A-Za-z0-9])"
    r"|[A-Z]{1,4}[/-][0-9][A-Za-z0-9/-]{0,60}|(?:[A-Za-z]\.){2,8}|[A-Za-z]{0,30}[0-9][A-Za-z0-9]{0,60}|[A-Za-z]:\\\S{1,200}|[A-Za-z]{1,30}_[A-Za-z0-9_]{1,60}"
)
"""E-mail and web addresses, file names, initials, and letters with figures among them stay as they are."""
_PIECE = re.compile(f"(?<![A-Za-z0-9])(?P<kept>{KEPT})|(?P<word>[A-Za-z]{{1,200}})")
_PAIR = re.compile(r"(?<![A-Za-z0-9@._/-])[A-Za-z]{1,10}-[A-Za-z]{2,20}(?![A-Za-z0-9@_/-])")
_SENTENCE = re.compile(r"(?<=\n)|(?<=[.?!।])(?=\s)")
_HINDI = re.compile("[\u0904-\u0939]")
LITTLE = frozenset(
    "the of and to in is are was were be been for on at by with from that this it you your we our as has have had will shall "
    "may not or an a which please kindly all any".split()
)
"""Little words by which a line is known to be English."""
SAME = 0.25
"""How far a typed word may be from a known one and surely be it."""
SURE = 7
"""A Hindi word that is so usual is meant where an English one is typed alike."""
_SOFT = re.compile("c[eiy]")
"""A c that is an s: nobody types Hindi so, and ice isn't इसे."""


def to_devanagari(text: str) -> str:
    """A text with its roman Hindi in Devanagari; English words, addresses, acronyms and figures stay as they are."""
    shouted = not re.search("[a-z]", text)
    text = _before_figures().sub(lambda match: shorts("figure")[match[0].lower()], text)
    return "".join(_line(line, shouted) for line in _sentences(text))


def _sentences(text: str) -> list[str]:
    found = [""]
    for part in _SENTENCE.split(text):
        if _short_end().search(found[-1]):  # Dr. Sharma: no sentence ends here
            found[-1] += part
        else:
            found.append(part)
    return found


def _line(line: str, shouted: bool) -> str:
    words = [match["word"].lower() for match in _PIECE.finditer(line) if match["word"]]
    kinds = [_kind(word) for word in words]
    hindi = kinds.count("hindi") + (2 if _HINDI.search(line) else 0)
    english, little = kinds.count("english"), kinds.count("little")
    if english + little > hindi and (english or little > 1):
        return line
    line = _PAIR.sub(lambda pair: _one(pair[0]), line)
    out: list[str] = []
    last, before = 0, bool(BEGINS.match(line))
    for match in _pieces().finditer(line):
        out.append(line[last : match.start()])
        before = before and (not last or line[last : match.start()].isspace())
        last = match.end()
        electronic = match[0] in ("e", "E") and line[last : last + 1] == "-"
        if match["short"]:
            put = shorts()[match[0].lower()]
        elif match["kept"]:
            put = match[0]
        else:
            put = "ई" if electronic else word(match[0], before, shouted)
        before = bool(match["word"]) and put == match[0] and is_english(put.lower())
        out.append(put)
    line = "".join((*out, line[last:])).replace("श्रीमती.", "श्रीमती")  # Smt. has a dot, the Hindi word hasn't
    line = THAT.sub(lambda match: match[0][:-1] + "ि", line)
    return _stops(line)


def _one(pair: str) -> str:
    """Two pieces with a hyphen as one where they are a listed word that has one in Hindi, too: Wi-Fi, e-KYC."""
    whole = pair.replace("-", "")
    return whole if not pair.isupper() and "-" in spellings().get(whole.lower(), ("",))[0] else pair


BEGINS = re.compile(
    r"\s*(?:The|This|That|These|It|We|You|Your|Our|Please|Kindly|With|From|For|Of|And|Are|Was|Were|As|Have|If|All|Any|There)(?![A-Za-z])"
)
"""A little English word with its capital, where a sentence begins: English follows."""
THAT = re.compile(
    "(?: (?:है|हो|हैं|था|थी|थे|चाहिए|गया|गई|हूँ|कहा|बोला|बोले|लिखा)|जाए|करें|कहना|बताया),? की(?= |$)", re.MULTILINE
)
"""कि is typed as की is; after a verb it is कि."""
LETTERS = frozenset("ए बी सी डी एफ एच के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई".split())
"""English letters by their names, as initials have them: के.के. शर्मा."""
DOT = re.compile(r"((?:^|[^\u0900-\u0963.])([\u0900-\u0963]+))\.(?=\s|$)", re.MULTILINE)
"""A dot after a Hindi word, where a sentence may end."""


def _stops(text: str) -> str:
    """A text with a danda for each dot that ends a Hindi sentence, which a short form's, an initial's and a number's doesn't."""
    return DOT.sub(lambda match: match[1] + ("।" if _ends(match[2]) else "."), text)


def _ends(word: str) -> bool:
    return word not in undotted() and len(word) > 1 and (word in usual() or len(word) > 3)


@cache
def undotted() -> frozenset[str]:
    """The Hindi words whose dot isn't a sentence's."""
    return LETTERS | {one[:-1] for one in (*shorts().values(), *shorts("figure").values()) if one.count(".") == 1}


def short_form(mark: str = "") -> str:
    """The pattern of a short form as it is typed; its first letter may be a capital."""
    longest = sorted(shorts(mark), key=lambda one: (-len(one), one))
    each = (f"[{one[0].upper()}{one[0]}]{re.escape(one[1:])}" for one in longest)
    return f"(?<![A-Za-z0-9.])(?:{'|'.join(each)})(?![A-Za-z])"


@cache
def _pieces() -> re.Pattern[str]:
    """What a line is made of."""
    return re.compile(f"(?P<short>{short_form()})|{_PIECE.pattern}")


@cache
def _short_end() -> re.Pattern[str]:
    return re.compile(short_form() + "$")


@cache
def _before_figures() -> re.Pattern[str]:
    return re.compile(short_form("figure") + FIGURE)


FIGURE = r"(?=\s?[0-9\u0966-\u096f])"


def word(typed: str, after_english: bool = False, shouted: bool = False) -> str:
    """What one typed word becomes where it stands. `after_english`: right after an English word that was kept."""
    small = typed.lower()
    if not shouted and typed.isupper() and len(typed) < 8:
        return typed
    kind = _kind(small)
    if kind == "english" or (after_english and is_english(small)):
        return typed
    name = is_name(typed)
    if kind != "loan" and not name and (exact := exactly(typed)):
        return exact
    _, far, best = next(iter(ranked(small)), (0.0, 0.0, typed))
    if name and (far > SAME or best not in usual()):
        return typed
    if best not in usual() and any(pattern.search(small) for pattern, _ in patterns("english")):
        return typed
    return best


@cache
def english_words() -> frozenset[str]:
    """The English words that stay as they are."""
    return plain_english() | word_list("roman.en.txt") | LITTLE


def is_english(small: str) -> bool:
    """Whether a word in small letters is an English one, bent or not."""
    known = english_words()
    return small in known or any(
        small.endswith(ending) and (small.removesuffix(ending) in known or small.removesuffix(ending) + "e" in known)
        for ending in ("s", "ed", "ing", "d", "ly")
        if len(small) > len(ending) + 3 and (ending != "d" or small[-2] == "e")
    )


@cache
def _kind(small: str) -> str:
    """What a typed word counts as: hindi, english, little (an English one, often Hindi too) or loan (said in either)."""
    if not is_english(small):
        return "hindi"
    if small in LITTLE:
        return "little"
    if small in spellings():
        return "hindi" if usual()[spellings()[small][0]] > SURE else "loan"
    known = ranked(small)
    sure = known and known[0][1] <= SAME and usual().get(known[0][2], 0) >= SURE and not _SOFT.search(small)
    return "hindi" if sure else "english"


def is_name(typed: str) -> bool:
    """Whether a word's capitals are those of an English name: LinkedIn, ChatGPT, MPeB. An exact scheme knows other ones, too."""
    if not re.match("[A-Z].*[A-Z]", typed) or typed.isupper():
        return False
    capitals = re.findall("[B-HJ-TV-Z]", typed)
    if len(capitals) > 1 and re.search("[BCFGJKPQVWXYZ]", typed) and 2 * len(re.findall("[A-Z]", typed)) >= len(typed):
        return True
    pieces = re.findall("[A-Z]?[a-z]+|[A-Z]+(?![a-z])", typed)
    known = [piece for piece in pieces if is_english(piece.lower())]
    rest = [piece for piece in pieces if piece not in known]
    return any(len(piece) > 2 for piece in known) and all(piece.isupper() and len(piece) > 1 for piece in rest)


def exactly(typed: str) -> str:
    """A word in an exact scheme, where capitals are other letters: kAryAlaya. Empty for a word that has none inside."""
    if not re.match("(?=[a-zAIUTDNSLR]).*?[a-z][AIUTDNSLRMH]", typed):
        return ""
    from indic_transliteration import sanscript  # type: ignore[import-untyped]

    return str(sanscript.transliterate(typed, "optitrans", "devanagari")).removesuffix("्")
