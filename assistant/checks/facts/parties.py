"""Whether a paper goes to whom the brief names, and is signed by whom it names: another post or another town is a changed fact."""

import re
from collections.abc import Iterator

from assistant import facts
from assistant.checks.finding import Case
from assistant.checks.given import WORD, Given, is_hindi, may_be_name, told_words
from assistant.checks.likeness import distance, said_words, untitled
from assistant.checks.people import is_name
from assistant.facts import Fact, Found
from assistant.forms.document import Line
from assistant.language.numbers import one_spelling
from assistant.language.spelling import is_ordinary
from assistant.language.words import english

_PARTIES = ("to", "sender")
_LONGEST = 6
"""Lines of one of them: a longer list is a distribution, which nobody compares line by line."""
_SHORT = re.compile(r"[A-Z]\.|[A-Z]{2}|[\u0904-\u0939][\u0900-\u0963]{0,2}\.")

_ALONE = re.compile(
    r"(?:^|[,\n]) ?(?:जिला |तहसील |District )?(?P<name>[\u0904-\u0963]{3,30}|[A-Z][a-z]{3,30})(?= ?(?:\([^()\n]{2,12}\) ?)?(?:[,.।\n]|$))"
)
"""A name between commas or on a line of its own: where a place stands."""


def mistaken(case: Case) -> Iterator[tuple[Given, Found]]:
    """What the brief says of the addressee and of who signs, and what the paper says instead. Nothing where the brief is in the other
    script, where the paper shortens (CEO, मु.का.अ.), or where it leaves something out without saying another thing."""
    for spec in case.norm.parts:
        lines = case.lines(spec.id)
        if case.brief and spec.field in _PARTIES and 0 < len(lines) <= _LONGEST:
            people = case.brief[spec.field] if spec.field in case.brief.form.fields else ()
            people = people if isinstance(people, tuple) else (people,) if people else ()
            if len(people) == 1:
                one = people[0]
                says = ", ".join(filter(None, (one.designation, one.office)))
                yield from _other_post(case, spec.field, one.designation or "", says, lines[0].words, lines[-1].end)
                yield from _other_place(case, spec.field, one.place or "", lines[0].words, lines[-1].end)
                if spec.field == "sender":
                    yield from _other_name(case, one.name or "", lines)
    yield from _other_source(case)


def _other_source(case: Case) -> Iterator[tuple[Given, Found]]:
    """A paper under reference, known by its number, of another town or post than the brief says: no name or post of its source is in
    its line or sentence, and one that nobody gave is."""
    cited = case.brief["references"] if case.brief and "references" in case.brief.form.fields else ()
    for one in cited or ():
        says, number = one.source or "", re.sub(r"\s", "", one.number or "")
        if not number or not says or not _same_script(says, case):
            continue
        names = [word for word in WORD.findall(says) if may_be_name(word)]
        wanted = set(map(one_spelling, names))
        posts = _posts(says)
        for found in case.found:
            if found.kind != "ref" or re.sub(r"\s", "", case.text[found.start : found.end]) != number:
                continue
            start, end = _around(case, found)
            if any(name in case.text[start:end] for name in names):
                continue
            beside = [(match, one_spelling(match[0])) for match in WORD.finditer(case.text, start, end)]
            others = [match.span() for match, word in beside if may_be_name(match[0]) and word not in told_words(case)]
            others = [place for place in others if _AFTER_COMMA.search(case.text, start, place[0])]
            others = [place for place in others if not _NO_TOWN.match(case.text, place[1])]
            if wanted and others and wanted.isdisjoint(word for _, word in beside):
                word = case.text[slice(*others[0])]
                if not _misspelt(one_spelling(word), wanted):
                    fact = Fact(
                        "references", "place" if len(names) == 1 else "text", says, says if names[1:] else names[0]
                    )
                    yield Given(fact, True, "references"), Found("place", word, *others[0])
                    continue
            strange = [one for one in case.within(start, end) if one.kind == "post"]
            known = {one.value for one in case.known if one.kind == "post"}
            if posts and strange and known.isdisjoint(one.value for one in strange):
                yield Given(Fact("references", "post", says, says), True, "references"), strange[0]


_AFTER_COMMA = re.compile(
    r"[,(] ?$|\b(?:of|at|from) (?:the )?$|(?:संचालनालय|कार्यालय|मंत्रालय|विभाग|मण्डल|मंडल|Directorate|Office) $"
)
_NO_TOWN = re.compile(r"(?<=[\u0900-\u0963])\.| ?(?:भवन|परिसर|मार्ग|रोड|संभाग|Bhawan|Bhavan|Road|Marg|Nagar)(?![a-z])")
"""After a name in an address: it is a State's, in short, or a house's."""


def _around(case: Case, found: Found) -> tuple[int, int]:
    """The line of a list of references, else the sentence."""
    line = case.line(found.start)
    return (line.words, line.end) if line and line.part == "reference" else case.sentence(found.start)


def _other_post(case: Case, field: str, says: str, whole: str, start: int, end: int) -> Iterator[tuple[Given, Found]]:
    """Another post than the designation, alone or with its office, tells."""
    wanted = _posts(says) | _posts(whole)
    posts = [found for found in case.within(start, end) if found.kind == "post"]
    if (
        field == "sender" and case.brief and "submit_to" in case.brief.form.fields
    ):  # the first of a note's chain may stand right below
        chain = {post for one in case.brief["submit_to"] or () for post in _posts(str(one))}
        posts = [found for found in posts if found.value not in chain]
    short = any(_SHORT.search(case.text, found.start, found.end) for found in posts)
    named = {found.value for found in posts} | _posts(case.text[start:end])
    if field == "sender":  # two sign side by side, and either may be on the left
        named |= _posts(" ".join(map(case.words, case.lines("chair"))))
    if not _same_script(says, case) or not wanted or not posts or short or wanted & named:
        return
    plain = _plain(says)
    if all(_plain(case.words(line)) != plain for line in case.lines() if line.part not in ("letterhead", "copies")):
        yield Given(Fact(f"{field}.designation", "post", says, says), True, field), posts[0]


def _posts(text: str) -> set[object]:
    """The posts of an address, whose office may stand on the line below: मुख्य कार्यपालन अधिकारी, / जनपद पंचायत."""
    return {found.value for found in facts.find(" ".join(text.split())) if found.kind == "post"}


_SIGNED = re.compile(r"\(([^()\n]{4,40})\)")
_DEGREE = re.compile(r",.*| (?:I[AFP]S|IRS)\b.*")
"""After a name: what somebody is called by service or learning."""
_PART = re.compile("[A-Za-z\u0900-\u0963]+")
_INITIALS = re.compile(
    r"(?<![A-Za-z])[A-Z]{1,3}(?![A-Za-z])|[A-Z][a-z]{1,3}(?=\.)|[\u0904-\u0963]{1,5}(?=\.)"
    r"|(?<![\u0900-\u0963])(?:[एईओ]|बी|सी|डी|एफ|जी|एच|आई|जे|के|एल|एम|एन|पी|आर|एस|टी|यू|वी|डब्ल्यू|वाय)(?![\u0900-\u0963])"
)


def _other_name(case: Case, says: str, lines: list[Line]) -> Iterator[tuple[Given, Found]]:
    """Another name than that of who signs, in brackets or first under the text: a word of it is none of the given name's, nor what an
    initial of it stands for, or an initial is another one. A slip in a name that the paper elsewhere says rightly is another finding's."""
    if not _same_script(says, case):
        return
    whole = untitled(says)
    signed = list(_signed(case, [*lines, *case.lines("chair")]))  # two sign side by side
    if not signed or any(not _differs(name, whole) for _, name in signed):
        return
    right = _plain(whole) in _plain(case.text)
    for start, name in signed:
        if not (right and _names(name) & _names(whole)):
            place = Found("name", tuple(name.split()), start, start + len(name))
            yield Given(Fact("sender.name", "name", tuple(says.split()), says), True, "sender"), place
            return


def unsigned(case: Case) -> str:
    """The name of who signs, where the brief gives it, and somebody signs by a post alone and the paper nowhere has it; "" elsewhere."""
    sender = case.brief["sender"] if case.brief and "sender" in case.brief.form.fields else None
    says = sender.name or "" if sender else ""
    lines = [line for line in case.lines("signature") if not _SIGN.match(case.words(line))]
    if not sender or not says or not 0 < len(lines) <= _LONGEST or not _same_script(says, case):
        return ""
    first = lines[0]
    post = any(one.kind == "post" for one in case.within(first.words, first.end))
    post = post or _plain(sender.designation or "-") in _plain(case.words(first))
    named = any(_BLANK.search(case.words(line)) for line in lines) or any(_signed(case, lines))
    return says if post and not named and _names(untitled(says)).isdisjoint(said_words(case)) else ""


_SIGN = re.compile(r"(?:Sd|हस्ता|ह\.|/-)", re.IGNORECASE)
_BLANK = re.compile(r"^\(.*\)$|[._…]{3}")
"""Where a name is to be written, or one stands that may be any."""


def _signed(case: Case, lines: list[Line]) -> Iterator[tuple[int, str]]:
    """The names of those who sign, without title and degree, and where each begins."""
    for n, line in enumerate(lines):
        for match in _SIGNED.finditer(case.text, line.words, line.end):
            yield from _as_name(case, match.start(1), match[1], len(lines) == 1)
        if not n and "(" not in case.words(line):
            yield from _as_name(case, line.words, case.words(line), True)


def _as_name(case: Case, start: int, text: str, bare: bool) -> Iterator[tuple[int, str]]:
    """A text as a person's name, if it may be one: nothing but initials and words that are names; one without brackets by more than one."""
    name = _DEGREE.sub("", untitled(text)).rstrip(" .")
    words = _PART.findall(_INITIALS.sub("", name))
    if not words or any(one.kind == "post" for one in case.within(start, start + len(text))):
        return
    if len(_PART.findall(name)) > bare and all(is_name(word) or may_be_name(word.title()) for word in words):
        yield start + text.index(name), name


def _differs(name: str, given: str) -> bool:
    """Whether a name can't be the given one, however both are shortened."""
    initials, own = (_INITIALS.findall(one) for one in (name, given))
    strange = _names(_INITIALS.sub("", name)) - _names(given)
    if not given.isascii():
        alike = _names(name) & _names(_INITIALS.sub("", given))
        return bool(strange and not (own and alike)) or bool(own and set(initials) - set(own))
    stand_for = {one for some in own for one in some}
    first = stand_for | {word[0] for word in _PART.findall(given)}
    return any(word[0].upper() not in stand_for for word in strange) or any(
        one.isupper() and one not in first for some in initials for one in some
    )


def _other_place(case: Case, field: str, says: str, start: int, end: int) -> Iterator[tuple[Given, Found]]:
    if not says or not _same_script(says, case) or _names(says) & _names(case.text[start:end]):
        return
    told, right = told_words(case), _names(says) & said_words(case)
    for match in _ALONE.finditer(case.text[start:end]):
        name = one_spelling(match["name"])
        if name not in told and not _is_word(match["name"]) and not _misspelt(name, right):
            place = Found("place", match["name"], start + match.start("name"), start + match.end("name"))
            yield Given(Fact(f"{field}.place", "place", says, says), True, field), place
            return


def _misspelt(name: str, right: set[str]) -> bool:
    """Whether it is a slip for a name that the paper elsewhere says rightly: then it is one name in two spellings."""
    return any(distance(name, other, 2) <= 2 for other in right)


def _plain(text: str) -> str:
    return re.sub(r"[\s(),.।]+", " ", one_spelling(text)).strip()


def _names(text: str) -> set[str]:
    return {one_spelling(word) for word in WORD.findall(text)}


def _same_script(text: str, case: Case) -> bool:
    return is_hindi(text) == (case.language == "hi")


def _is_word(name: str) -> bool:
    return is_ordinary(name) if is_hindi(name) else name.lower() in english()
