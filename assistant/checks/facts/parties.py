"""Whether a paper goes to whom the brief names, and is signed by whom it names: another post or another town is a changed fact."""

import re
from collections.abc import Iterator

from assistant import facts
from assistant.checks.finding import Case
from assistant.checks.given import WORD, Given, is_hindi, may_be_name, told_words
from assistant.checks.likeness import distance, said_words, untitled
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


def _other_name(case: Case, says: str, lines: list[Line]) -> Iterator[tuple[Given, Found]]:
    """Another name in the brackets of who signs: one word of the given name is there, another one isn't, nor anywhere in the paper."""
    wanted = _names(untitled(says))
    if len(wanted) < 2 or not _same_script(says, case) or wanted <= said_words(case):
        return
    for line in lines:
        signed = _SIGNED.fullmatch(case.text, line.words, line.end)
        words = _names(untitled(signed[1])) if signed else set()
        if signed and words & wanted and words - wanted and not _SHORT.search(signed[1]):
            place = Found("name", tuple(signed[1].split()), *signed.span(1))
            yield Given(Fact("sender.name", "name", tuple(says.split()), says), True, "sender"), place
            return


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
