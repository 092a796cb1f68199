"""Words that plain office language, or the state's own, has others for: data/calques.yaml, data/state_words.yaml."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from assistant.checks.finding import Case, Spot
from assistant.checks.phrases import data, quoted
from assistant.language.words import rows

_LETTER = "[A-Za-z\u0900-\u0963\u0970-\u097f]"
_ENDING = "(?:ों|ओं|ओ|ें|एँ|एं)?"


def machine_hindi(case: Case) -> Iterator[Spot]:
    """A phrase that is English in Hindi words, or that only a dictionary has."""
    if case.language != "hi":
        return
    told = "\n".join(text for _, text in case.told)
    for row in data("calques")["rows"]:
        wrong = row["wrong"]
        at = case.text.find(wrong)
        if at < 0 or wrong in told:
            continue
        end = at + len(wrong)
        if not re.match(_LETTER, case.text[at - 1 : at]) and not re.match(_LETTER, case.text[end : end + 1]):
            yield Spot(at, end, suggestion=row["hi"], values={"right": _instead(row["hi"])})


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
    return re.compile(
        f"(?<!{_LETTER})(?<!{_LETTER}-)(?:{'|'.join(_bent(found[word]) for word in words)})(?!{_LETTER})"
    ), found


def _bent(row: dict[str, Any]) -> str:
    """The pattern of a word with the endings that it takes."""
    word: str = re.escape(row["word"]).replace("\\ ", "[ \n]")
    if row.get("bent") is False or row["word"] < "\u0900":
        return word
    return word[:-1] + "(?:ी|ियों|ियाँ|ियां)" if word[-1] == "ी" else word + _ENDING


@cache
def _places() -> dict[str, re.Pattern[str]]:
    """What names each state: itself, its districts."""
    names: dict[str, list[str]] = defaultdict(list)
    for state, hindi, english in rows("places.txt"):
        names[state] += [*hindi.split("/"), *english.split("/")]
    return {
        state: re.compile(
            f"(?<!{_LETTER})(?:{'|'.join(re.escape(name).replace(chr(92) + ' ', ' ') for name in named)})(?!{_LETTER})"
        )
        for state, named in names.items()
    }


def state_vocabulary(case: Case) -> Iterator[Spot]:
    """A word for a post, an office or a paper that this state hasn't; what names the other state may use its words."""
    if case.state not in ("mp", "cg", "up"):
        return
    pattern, found = _foreign(case.state)
    told = "\n".join(text for _, text in case.told)
    said: set[str] = set()
    for match in pattern.finditer(case.text):
        row = next(
            found[word]
            for word in sorted(found, key=len, reverse=True)
            if match[0].replace("\n", " ").startswith(word[:-1])
        )
        before = case.text[max(match.start() - 20, 0) : match.start()].split()
        if (
            match[0] in said
            or match[0] in told
            or row["word"] in told
            or (before and before[-1] in row.get("not_after", ()))
        ):
            continue
        if any(_places()[state].search(case.text) or _places()[state].search(told) for state in row["of"]):
            continue
        start = max(match.start() - 300, 0)
        if any(
            opens < match.start() < closes
            for opens, closes in quoted(case.text, start, min(match.end() + 300, len(case.text)))
        ):
            continue
        said.add(match[0])
        exact = row["instead"] if match[0] == row["word"] else ""
        yield Spot(match.start(), match.end(), suggestion=exact, values={"right": row["instead"]})


CHECKS = {
    "language.machine-hindi": machine_hindi,
    "language.state-vocabulary": state_vocabulary,
}
