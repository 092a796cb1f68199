"""Letter, file and order numbers as issued; acts and rules by name; sections, rules and articles by number."""

import re
from collections.abc import Iterator
from re import Match

from assistant.facts.dates import MONTH
from assistant.facts.found import Found
from assistant.facts.patterns import END, HINDI, LETTER, START, any_of, rows, word_of, words
from assistant.language.numbers import one_spelling

# --- numbers of papers

_PIECE = f"[A-Za-z0-9{HINDI}(][A-Za-z0-9{HINDI}.()&–-]{{0,40}}"
_PAPER = words("paper")
_SIGNS = "[ .:ः/–-]{0,4}"
_TOKEN = re.compile(
    f"(?:(?:एफ|फा|F|अ\\.शा|D\\.O)\\.?[ -]{{1,2}}(?=[0-9]))?{_PIECE}(?: ?/(?:{_PIECE}| (?=[^ /\n]{{0,20}}[0-9]){_PIECE}| (?<= / ){_PIECE})){{0,10}}"
)
_NUMBER = ("क्रमांक", "क्र", "क्रं", "संख्या", "पत्रांक", "नंबर", "नम्बर", "नं", "सं.", "no", "nos", "number")
LABELLED = re.compile(f"{word_of(_NUMBER)}(?:{END}|(?<=\\.)){_SIGNS}(?P<ref>{_TOKEN.pattern})")
_PAPER_BEFORE = re.compile(f"{START}(?:{any_of(_PAPER)})(?:ों)?\\.?(?: (?:का|की|के))? ?[(]?$")
SLASHED = re.compile(f"[A-Za-z0-9{HINDI}.) ]/(?= ?[A-Za-z0-9{HINDI}(])")
_HEAD = re.compile(f"(?:(?<![{LETTER}])(?:एफ|F)\\.? (?=[0-9]))?(?<![A-Za-z0-9{HINDI}.()&/–-]){_PIECE} ?$")
_DATED = re.compile(
    r"[ ,]{0,2}(?:(?:भोपाल|[A-Za-z\u0900-\u0963]{2,20})[ ,:]{1,2})?(?:दिनांक|दि\.|दिनाँक|तारीख|[Dd]ated|[Dd]t\.|[Dd]ate)"
)
_YEARLIKE = re.compile(r"(?:19|20)[0-9]{2}(?:-[0-9]{2,4})?(?![0-9])")
_DATE_SHAPED = re.compile(
    r"(?:[0-3]?[0-9] ?/ ?[0-9]{1,2} ?/ ?(?:[0-9]{2}|(?:19|20)[0-9]{2})|(?:19|20)[0-9]{2}/[0-9]{2}/[0-9]{2})"
)
_YEARS_ONLY = re.compile(r"(?:19|20)[0-9]{2} ?/ ?(?:(?:19|20)[0-9]{2}|[0-9]{2})")


_OWN_LABEL = re.compile(
    r"^(?:(?:पत्र|आदेश|नस्ती|file|letter)?(?:क्रमांक|क्रं?\.?|संख्या|पत्रांक|(?:f\.)?no\.?)[./:-]{1,3})(?=.*[0-9])"
)


_FILE = re.compile(r"^(?:एफ|फा|f)[.-]{0,2}(?=[0-9])")
"""एफ 5-8, F. 5-8 and F-5-8 are one file."""
_OPENS_FILE = re.compile(r"(?:एफ|फा|F)\.? (?=[0-9])")
_DOTS = re.compile(r"(?<![0-9])\.|\.(?![0-9])")


def reference(written: str) -> str:
    """A letter or file number as one text: small letters, no spaces, no dots at its ends."""
    text = re.sub(r"\s+", "", one_spelling(written)).replace("–", "-").replace("—", "-")
    text = _DOTS.sub("", _FILE.sub("f", _OWN_LABEL.sub("", text, count=1)))
    return text.strip(".,-:;/ः").removesuffix("(") if "/" in text else text.strip(".,-:;ः")


def read_labelled(match: Match[str]) -> Iterator[Found]:
    """What stands after क्रमांक, संख्या or No.: bare figures only where the words around say that a paper has that number."""
    start, end = _trimmed(match.string, *match.span("ref"))
    paper = _PAPER_BEFORE.search(match.string[max(0, match.start() - 24) : match.start()])
    text = match.string[start:end]
    if not re.search("[0-9]", text) or (_DATE_SHAPED.fullmatch(text) and not paper and "No" not in match[0]):
        return
    if re.match("(?:दिनांक|दि\\.|[Dd]ated|[Dd]t\\.)", text):
        return
    head = re.split("[/ ]", text)[0] if not _OPENS_FILE.match(text) else text
    if not re.search("[/0-9(-]", text[: len(head) + 1]) or re.fullmatch(r"\(.{1,2}\)?", text):  # (1) of even date
        return
    plain = re.fullmatch(r"[0-9]{1,2}(?:-[0-9]{1,2})?|[0-9]{1,3}|[0-9]+(?:-[0-9]+)?", text)
    if plain:
        line = match.string.rfind("\n", 0, match.start()) + 1
        first = not match.string[line : match.start()].strip() and not match[0].startswith("संख्या")
        if not (paper or first or _DATED.match(match.string, end)):
            return
    elif "/" not in text and re.fullmatch(f"[{HINDI}A-Za-z.]+", text):
        return
    yield Found("ref", reference(text), start, end)


_DAY_LABEL = re.compile("(?:दिनांक|दिनाँक|दि\\.?|तारीख|ता\\.?|[Dd]ated?|[Dd]t\\.?|DATED?)[ .:ः–/-]{0,3}(?![^0-9])")


def read_slashed(match: Match[str]) -> Iterator[Found]:
    """A number with its slashes, unless it is a date, a page, a grade or a choice of words (और/या, ग्रेड-1/2/3)."""
    slash = match.end() - 1
    head = _HEAD.search(match.string[max(0, slash - 46) : slash])
    if head and match.string[max(0, slash - len(head[0]) - 2) : slash - len(head[0])].rstrip().endswith("/"):
        return
    token = head and _TOKEN.match(match.string, slash - len(head[0]))
    if not token or token.end() <= slash:
        return
    start, end = _trimmed(match.string, *token.span())
    text = match.string[start:end]
    if not re.search("[0-9]", text) or _DATE_SHAPED.fullmatch(text) or _YEARS_ONLY.fullmatch(text):
        return
    if _DAY_LABEL.match(text):  # a day left blank: दिनांक     /11/2026, and a date tied to its label
        return
    parts = [part.strip() for part in text.split("/")]
    years = [part for part in parts if _YEARLIKE.match(part)]
    figures = [part for part in parts if re.match(r"\(?[0-9]", part)]
    letters = [part for part in parts if not re.search("[0-9]", part)]
    if len(parts) == 2:
        issued = bool(years) and len(years) < 2 and bool(figures)
    else:
        issued = bool(figures) and bool(
            years or letters or any(len(part) > 2 for part in figures) or re.match("(?:एफ|F)", text)
        )
    if issued:
        yield Found("ref", reference(text), start, end)


_DAY_LAST = re.compile(r" ?/ ?[0-3]?[0-9]$")
_OF_MONTH = re.compile(f" {MONTH}")
"""118 / 2 March."""


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The place without what only ends the sentence, or closes a bracket that was opened before it, or is the paper's day."""
    day = _DAY_LAST.search(text, start, end)
    if day and _OF_MONTH.match(text, end):
        end = day.start()
    changed = True
    while changed and end > start:
        changed = False
        if text[end - 1] in ".,-–&(" or (
            text[end - 1] == ")" and text.count(")", start, end) > text.count("(", start, end)
        ):
            end, changed = end - 1, True
    while start < end and text[start] == "(" and text.count("(", start, end) > text.count(")", start, end):
        start += 1
    return start, end


# --- law

_PROVISIONS = {
    "section": "धाराओं धारा उपधारा Section Sections Sec. u/s Sec",
    "rule": "नियमों नियम उपनियम Rule Rules",
    "article": "अनुच्छेद Article Articles",
    "regulation": "विनियम Regulation",
    "order": "",
}
_PROVISION_WORDS = {one_spelling(word): kind for kind, words in _PROVISIONS.items() for word in words.split()}
_ITEM = f"[0-9]{{1,4}}(?:-?[A-Za-z]{{1,2}}(?![A-Za-z])|-?(?:[क-ह]|बी|सी|डी|ए)(?![{HINDI}]))?(?: ?\\([0-9A-Za-z{HINDI}]{{1,4}}\\)){{0,4}}"
PROVISION = re.compile(
    f"(?P<word>{word_of(_PROVISION_WORDS)})(?:{END}|(?<=\\.))[ .:ः-]{{0,3}}(?:संख्या |क्रमांक |क्र\\. ?|[Nn]o\\. ?)?"
    f"(?P<items>{_ITEM}(?:(?: ?[,/] ?(?:and )?| (?:एवं|और|व|तथा|सहपठित|या|से|and|or|to|read with|r/w) (?:धारा "
    f"|[Ss]ection )?){_ITEM}){{0,15}})"
)
_NUMBERED_RULES = {
    "F.R.": "fr", "F. R.": "fr", "FR": "fr", "एफ.आर.": "fr", "मू.नि.": "fr", "मूलभूत नियम": "fr", "मूल नियम": "fr", "Fundamental Rule": "fr",
    "Fundamental Rules": "fr", "S.R.": "sr", "S. R.": "sr", "पूरक नियम": "sr", "अनुपूरक नियम": "sr", "Supplementary Rule": "sr",
    "Supplementary Rules": "sr",
}  # fmt: skip
FUNDAMENTAL = re.compile(f"(?P<name>{word_of(_NUMBERED_RULES)})[ :-]{{1,3}}(?P<item>{_ITEM})(?![0-9/])")
_RECEIPT = re.compile(r"FR[ :-]{1,3}[1-8]")
"""The Fundamental and Supplementary Rules go by two letters; FR with a small number is a receipt's."""
_RULE_KIND = {one_spelling(name): kind for name, kind in _NUMBERED_RULES.items()}
REVENUE_BOOK = re.compile(
    f"{word_of(['राजस्व पुस्तक परिपत्र', 'आर.बी.सी.', 'आर.बी.सी', 'आरबीसी', 'R.B.C.', 'R.B.C', 'RBC', 'Revenue Book Circular'])}(?: (?:की|के|का))?"
    r"(?: ?(?:धारा|खंड|खण्ड|[Ss]ection|[Pp]art))?[ :.-]{1,3}(?P<part>[0-9]{1,2}) ?[-–(] ?(?P<item>[0-9]{1,2})\)?"
)
_ACTS = {
    one_spelling(name): row[0]
    for row in rows("laws.txt")
    for cell in row[1:3]
    for name in cell.split(";")
    if name.strip()
    for name in [name.strip()]
}
KNOWN_ACT = re.compile(f"{word_of(_ACTS)}(?:ों)?(?:{END}|(?<=\\.))(?:,? ?(?:19|20|18)[0-9]{{2}}(?![0-9]))?")
_UNDATED = (
    "Act", "Rules", "Ordinance", "Manual", "Adhiniyam", "Sanhita", "Handbook", "Hand Book", "Guidelines", "Policy", "Terms and Conditions",
    "Standing Orders",
)  # fmt: skip
_HINDI_ACT = ("अधिनियम", "संहिता", "नियमावली", "नियम", "अध्यादेश", "विनियम", "विनियमावली", "संविधान")
_ORDER = ("आदेश", "order")
_CONTROL = re.compile(r"(?:\)|नियंत्रण|नियन्त्रण|[Cc]ontrol) ?$")
"""Before such an order: it is law, as the उर्वरक (नियंत्रण) आदेश, 1985."""
_HINDI_CODE = ("नीति", "मार्गदर्शिका", "निर्देशिका", "मैनुअल", "नियम पुस्तिका", "नियम पुस्तक", "हस्तपुस्तिका")
_ENGLISH_CODE = ("manual", "policy", "guidelines", "handbook")
"""What binds an office like a law, and is cited like one: the Transfer Policy, 2022."""
ACT = re.compile(
    f"{word_of((*_HINDI_ACT, *_HINDI_CODE, *_ORDER, 'act', 'code', 'rules', 'regulations', 'ordinance', 'sanhita', 'adhiniyam', *_ENGLISH_CODE))}"
    ",? ?(?:18|19|20)[0-9]{2}(?![0-9-])"
)
UNDATED_ACT = re.compile(
    f"{word_of(['अधिनियम', 'नियमावली', 'अध्यादेश', 'संहिता', *_HINDI_CODE, *_UNDATED])}{END}(?!,? ?[0-9])"
)
"""An act that is cited without its year."""
OF_MATTER = re.compile(
    r"(?:Manual|Handbook|Guidelines?|Compendium|Norms|Policy|Regulations|Instructions|Schedule|Terms) (?:for|of|on)"
    r" (?:the )?[A-Z][A-Za-z-]{1,25}(?: (?:(?:and|of|for|in|the|to|on|&) ){0,2}[A-Z][A-Za-z-]{1,25}){0,8}"
)
"""A code that is called by its matter: the Manual for Procurement of Goods."""
STANDARD = re.compile(
    "(?:I(?<![A-Za-z]I)(?:RC|SO|S)|B(?<![A-Za-z]B)IS|N(?<![A-Za-z]N)BC"
    f"|आ(?<![{HINDI}]आ)ई\\.? ?(?:आर\\.? ?सी|एस)\\.?|बी(?<![{HINDI}]बी)\\.? ?आई\\.? ?एस\\.?)"
    "[ :.-]{1,3}(?:(?:SP|एस\\.? ?पी)[ :.-]{0,3})?[0-9]{2,5}(?:[:-][0-9]{1,4})?(?![0-9])(?![.,/-][0-9])"
)
"""A standard by its number: IRC:SP:35, IS 456, आई.आर.सी. 37."""
_ENGLISH_NAME = re.compile(r"(?:(?<![A-Za-z])[A-Z(][A-Za-z.()&-]{1,30} (?:(?:of|and|to|the|for|in|from) ){0,2}){1,12}$")
_ENGLISH_START = re.compile(
    f"(?:{word_of(words('before-law-name'))}{END} (?:(?:of|and|to|the|for|in|from|[0-9]{{1,4}}) ){{0,3}}){{1,4}}"
)
_NO_NAME = {one_spelling(word) for word in words("no-law-name")}

_REPORTS = [name for word in words("law-report") for name in (word, word.replace(".", ""))]
REPORT = re.compile(word_of(_REPORTS))
_COURT = f"\\(?[A-Z{HINDI}][A-Za-z.{HINDI}]{{0,12}}\\)?"
CITED = re.compile(
    f"[12](?<![0-9/.-].)[0-9]{{3}}[\\])]?,? ?(?:\\(?[0-9]{{1,3}}\\)? ?)?{any_of(_REPORTS)}{END}(?: ?{_COURT}){{0,2}} ?[0-9]{{1,5}}(?![0-9])"
)
REPORTED = re.compile(
    f"{word_of(_REPORTS)}{END} ?[\\[(]?(?:19|20)[0-9]{{2}}[\\])]? ?(?:{_COURT} ?){{0,3}}[0-9]{{1,5}}(?![0-9])"
)
"""A reported case: 2019 (2) एम.पी.एल.जे. 115, AIR 1985 SC 1416."""

OF_A_YEAR = re.compile("[0-9] ?(?:of|सन्?|वर्ष) ?[12]")
COURT_CASE = re.compile(
    f"(?:Appeal|Petition|Suit|Revision|Reference|Application|Case|याचिका|अपील|पुनरीक्षण|निगरानी|वाद|प्रकरण|आवेदन|(?<![A-Za-z.])(?:W|SL|S\\.L|C|O|M)\\.?[PA])(?![A-Za-z{HINDI}])"
    f"\\.?(?: ?\\([A-Za-z{HINDI}. ]{{1,12}}\\))?(?: ?(?:Nos?\\.?|Number|क्रमांक|क्र\\.?|संख्या|सं\\.?|नंबर|नं\\.?))?[ :ः–-]{{0,3}}"
    "(?P<case>(?P<number>[0-9]{1,6}) ?(?:of(?: the year)?|सन्?|वर्ष) ?(?P<year>(?:19|20)[0-9]{2}))(?![0-9/-])"
)
"""A court's case by its kind, number and year: Civil Appeal No. 9064 of 2018, रिट याचिका क्रमांक 123 सन् 2020."""

_PARTS = "(?: ?[-–] ?[0-9]{1,5})"
HEAD = re.compile(
    f"{word_of(['शीर्ष', 'शीर्षक', 'लेखाशीर्ष', 'head', 'head of account'])}(?: (?:क्रमांक|क्र\\.|संख्या"
    f"|[Nn]o\\.))?[ :–-]{{1,3}}(?P<head>[0-8][0-9]{{3}}{_PARTS}{{0,9}})"
    "(?![0-9])(?![-/.,][0-9])"
)
BARE_HEAD = re.compile(
    f"(?P<head>[1-8](?<![0-9/.-][0-9])(?!8[06]0)[0-9]{{3}} ?[-–] ?[0-9]{{2,3}} ?[-–] ?[0-9]{{2,5}}{_PARTS}{{0,8}})(?![0-9])(?![-/.][0-9])"
)
"""A head of account: four figures and its parts."""
_ISO_DATE = re.compile("(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:[0-2][0-9]|3[01])")


def read_head(match: Match[str]) -> Iterator[Found]:
    """A head of account is a number as issued."""
    start, end = match.span("head")
    if not _ISO_DATE.fullmatch(match.string, start, end):
        yield Found("ref", reference(match.string[start:end]), start, end)


def read_citation(match: Match[str]) -> Iterator[Found]:
    """A case by the report that it stands in."""
    start = match.start() - (match.string[max(0, match.start() - 1) : match.start()] in ("(", "["))
    yield Found("ref", re.sub(r"[\[\]().]", "", reference(match[0])), start, match.end())


def read_court_case(match: Match[str]) -> Iterator[Found]:
    """A court's case by its number and year, as 9064/2018 would be."""
    yield Found("ref", f"{match['number']}/{match['year']}", *match.span("case"))


def read_of_matter(match: Match[str]) -> Iterator[Found]:
    """A code by its matter."""
    yield Found("law", ("act", tuple(one_spelling(match[0]).split())), *match.span())


def read_standard(match: Match[str]) -> Iterator[Found]:
    """A standard by its number."""
    yield Found("ref", reference(match[0]), *match.span())


def read_fundamental(match: Match[str]) -> Iterator[Found]:
    """A Fundamental or Supplementary Rule by its number."""
    if not _RECEIPT.match(match[0]) or "(" in match["item"]:
        kind = _RULE_KIND[one_spelling(match["name"]).replace("-", " ")]
        yield Found("law", (kind, re.sub("[ -]", "", one_spelling(match["item"]))), *match.span())


def read_revenue_book(match: Match[str]) -> Iterator[Found]:
    """A circular of the Revenue Book, however its two numbers are written: 6-4, 6(4)."""
    yield Found("law", ("rbc", f"{match['part']}({match['item']})"), *match.span())


def read_provision(match: Match[str]) -> Iterator[Found]:
    """Each section, rule or article that is named by number; the year of rules is their name's and no provision."""
    kind = _PROVISION_WORDS[one_spelling(match["word"])]
    for item in re.finditer(_ITEM, match["items"]):
        number = re.sub("[ -]", "", one_spelling(item[0]))
        if re.fullmatch("(?:18|19|20)[0-9]{2}", number):
            return
        start = match.start("items") + item.start()
        yield Found("law", (kind, number), start if item.start() else match.start(), start + len(item[0]))


def read_known_act(match: Match[str]) -> Iterator[Found]:
    """An act by its short name or the name that all know it by."""
    name = one_spelling(match[0]).replace("-", " ")
    act = _ACTS.get(name) or _ACTS.get(re.sub(r",? ?[0-9]{4}$", "", name))
    if act:
        yield Found("law", ("act", act), *match.span())


def read_act(match: Match[str]) -> Iterator[Found]:
    """An act or a set of rules by its name and year; the words of the sentence before the name aren't in it."""
    before = match.string[max(0, match.start() - 160) : match.start()]
    before = re.split(r"[।;:\n\x00\"“”\[{}\]]|\. (?=[A-Z])", before)[-1]
    if match[0].lower().startswith(_ORDER) and not _CONTROL.search(before):
        return
    if match[0][0].isascii():
        name = _ENGLISH_NAME.search(before)
        start = match.start() - len(before) + name.start() if name else match.start()
        if first := _ENGLISH_START.match(match.string, start, match.start()):
            start = first.end()
    else:
        start = match.start() - len(before) + _hindi_name(before)
    named = one_spelling(match.string[start : match.end()]).replace("मध्य प्रदेश", "मध्यप्रदेश")
    words = [re.sub("[().]", "", word) for word in re.findall(r"[^ ,]+", named.replace("उत्तर प्रदेश", "उत्तरप्रदेश"))]
    undated = not words[-1].isdigit()
    if undated and match[0][0].isascii() and match[0][0].islower():
        return
    if len(words) > (1 if undated else 2) and words[0] not in ("act", "rules", "manual"):
        yield Found("law", ("act", tuple(words)), start, match.end())


_STATES = frozenset(map(one_spelling, ("मध्यप्रदेश", "छत्तीसगढ़", "उत्तरप्रदेश", "म.प्र.", "छ.ग.", "उ.प्र.")))
"""With these the name of a State's law begins."""


def _hindi_name(before: str) -> int:
    """Where the name of a law begins in the words before its last one; a linking word belongs to it only between two of its words."""
    words = [(one_spelling(word[0]).strip(","), word.start()) for word in re.finditer("[^ ]+", before)]
    start, bracketed = len(before), False
    for place in range(len(words) - 1, max(-1, len(words) - 10), -1):
        word, at = words[place]
        if re.search("[0-9]", word) and not bracketed:
            break
        linked = word in ("एवं", "तथा", "और", "व") and place and words[place - 1][0] not in _NO_NAME
        of = (
            word in ("का", "के", "से")
            and place + 1 < len(words)
            and words[place + 1][0].startswith(("अधिकार", "संरक्षण", "निवारण", "निषेध"))
        )
        inside = bracketed or (word.endswith(")") and "(" in before[:at] + word)
        bracketed = inside and "(" not in word
        if inside:
            start = at
            continue
        if word in _STATES or (
            word in ("मध्य", "उत्तर") and words[place + 1 : place + 2] and words[place + 1][0] == "प्रदेश"
        ):
            return at
        if (word in _NO_NAME and not linked and not of) or before[at:].split(" ", maxsplit=1)[0].endswith(","):
            break
        start = at
    return start
