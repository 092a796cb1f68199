"""Points of the brief that the paper passes over: none of the words that only they have is anywhere in it."""

import re
from collections import Counter
from collections.abc import Iterator

from assistant import facts
from assistant.checks.finding import Case
from assistant.checks.given import HEAD, is_hindi, stems

_ELSEWHERE = HEAD | {"subject", "references", "request", "puc", "deadline"}
"""Fields that other rules look after."""
_CLAUSE = re.compile(r"[;,।](?![0-9])|\.(?<=[a-z0-9)][a-z0-9)]\.)(?<!\bNo\.)(?<!\bRs\.)(?<!\bDr\.)(?<!\bSmt\.) ")
_LEAST, _SURE = 2, 4
"""So many words of its own make a point known; with fewer than these, hardly any other word of it may be said."""
_VERBS = stems(
    "करेंगे जाएँ किए गए जाए करें होगा होगी होंगे करना करने रही रहे रहा देंगे देगा लेंगे चुका चुके shall been have has had were not must should they their"
)
"""Words that any sentence may have, or may do without."""
_STRAY = 6
"""One of so many may stand in the paper by chance."""


def passed_over(case: Case) -> Iterator[tuple[str, str]]:
    """Each point, or clause of one, that the paper says nothing of, with the field that it stands in; none where an exercise says what it expects."""
    if case.expect or not case.brief:
        return
    texts = [(name, text, stems(text)) for name, text in case.told if name]
    shared = Counter(stem for _, _, words in texts for stem in words)
    said = stems(case.text)
    for name, text, words in texts:
        field, _, part = name.rpartition(".")
        own = frozenset(word for word in words if shared[word] == 1) - _VERBS
        if (
            len(own - said) < _LEAST
            or (field or part).partition(".")[0] in _ELSEWHERE
            or is_hindi(text) != (case.language == "hi")
        ):
            continue
        if _unsaid(own, words, said) and not _has_facts(text):
            yield name, text
            continue
        clauses = [(clause.strip(), stems(clause)) for clause in _CLAUSE.split(text) if clause.strip()]
        often = Counter(stem for _, its in clauses for stem in its)
        for clause, its in clauses if len(clauses) > 1 else ():
            only = frozenset(stem for stem in own & its if often[stem] == 1)
            if not only & said and _unsaid(only, its, said) and not _has_facts(clause):
                yield name, clause


def _has_facts(text: str) -> bool:
    """Whether a point has facts of its own, which the ledger looks after. A post or a place is none: it may be worded away."""
    return any(found.kind not in ("post", "place") for found in facts.find(text))


def _unsaid(own: frozenset[str], words: frozenset[str], said: frozenset[str]) -> bool:
    if len(own) < _SURE and len(words & said) > 1:  # the gist may be there
        return False
    return len(own) >= _LEAST and len(own & said) * _STRAY <= len(own)
