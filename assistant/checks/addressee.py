"""Whether a paper goes to whom the brief names: another post or another place in the addressee's lines is a changed fact."""

import re
from collections.abc import Iterator

from assistant import facts
from assistant.checks.finding import Case
from assistant.checks.given import WORD, Given, is_hindi
from assistant.facts import Fact, Found
from assistant.language.numbers import one_spelling
from assistant.language.spelling import is_ordinary
from assistant.language.words import english

_LONGEST = 6
"""Lines of one addressee: a longer list is a distribution, which nobody compares line by line."""
_SHORT = re.compile(r"[A-Z]\.|[A-Z]{2}|[\u0904-\u0939][\u0900-\u0963]{0,2}\.")

_ALONE = re.compile(
    r"(?:^|[,\n]) ?(?:जिला |तहसील |District )?(?P<name>[\u0904-\u0963]{3,30}|[A-Z][a-z]{3,30})(?= ?(?:\([^()\n]{2,12}\) ?)?(?:[,.।\n]|$))"
)
"""A name between commas or on a line of its own: where a place stands."""


def misaddressed(case: Case) -> Iterator[tuple[Given, Found]]:
    """What the brief says of the addressee, and what the paper says instead. Nothing where the brief is in the other script, where
    the paper shortens (CEO, मु.का.अ.), or where it leaves something out without saying another thing."""
    people = case.brief["to"] if case.brief and "to" in case.brief.form.fields else ()
    people = people if isinstance(people, tuple) else (people,) if people else ()
    lines = case.lines("addressee")
    if len(people) != 1 or not 0 < len(lines) <= _LONGEST:
        return
    person, start, end = people[0], lines[0].words, lines[-1].end
    said = case.text[start:end]
    if person.designation and _same_script(person.designation, case):
        wanted = {found.value for found in facts.find(person.designation) if found.kind == "post"}
        posts = [found for found in case.within(start, end) if found.kind == "post"]
        other = [found for found in posts if not _SHORT.search(case.text, found.start, found.end)]
        if wanted and other and len(other) == len(posts) and not wanted & {found.value for found in posts}:
            yield _given("to.designation", "post", person.designation), other[0]
    if person.place and _same_script(person.place, case):
        told = {one_spelling(word) for word in WORD.findall(case.told_text)}
        if {one_spelling(word) for word in WORD.findall(person.place)} & set(map(one_spelling, WORD.findall(said))):
            return
        for match in _ALONE.finditer(said):
            if one_spelling(match["name"]) not in told and not _is_word(match["name"]):
                yield (
                    _given("to.place", "place", person.place),
                    Found("place", match["name"], start + match.start("name"), start + match.end("name")),
                )
                return


def _same_script(text: str, case: Case) -> bool:
    return is_hindi(text) == (case.language == "hi")


def _is_word(name: str) -> bool:
    return is_ordinary(name) if is_hindi(name) else name.lower() in english()


def _given(field: str, kind: str, says: str) -> Given:
    return Given(Fact(field, kind, says, says), True, field)
