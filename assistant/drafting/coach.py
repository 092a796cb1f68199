"""From a rough narrative, or from the letter that is answered, to the facts of a brief: what the text says, and nothing else.

By rules its number, date, sender, subject and demands are found, with a model what is said in other words too. A model's value counts only
where the text has its words: it sorts, it never adds.
"""

import re
from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, NamedTuple

from assistant.drafting.draft import Drafter
from assistant.drafting.notes import is_labelled, is_noted
from assistant.drafting.received import letter_facts
from assistant.drafting.telling import telling_facts
from assistant.facts import find
from assistant.forms.answers import CHOICES, boxes, typed
from assistant.forms.form import Form
from assistant.language.digits import ascii_digits
from assistant.language.source import Source
from assistant.language.text import MOST_OF_A_PAPER

if TYPE_CHECKING:
    from assistant.model import Answer, Sealed

KEPT = ("office", "sender", "state", "tone", "date", "number", "place", "endorsement", "through", "copies_to", "file")
"""What another paper says of these is not ours to take over."""
_OURS = frozenset(
    "के की का में से को बाबत संबंध सम्बन्ध विषय हेतु लिए पर ने of the in for on to a an regarding about request".split()
)
"""Words that a subject or a request may have beside those of the text."""


class Told(NamedTuple):
    """What a text says for one box of the form. `by`: found by rules, or by a model."""

    box: str
    words: str
    by: str = "rules"


def read_paper(text: str, form: Form, drafter: Drafter, language: str) -> list[Told]:
    """What a letter or a narrative says for the boxes of a form, by rules alone."""
    from assistant.forms.reader import read

    letter = read(text, drafter.library.form("letter"), language)
    parts = {id: value if isinstance(value, str) else "\n".join(value) for id, value in letter.by_part().items()}
    lines = _lines(text)
    ends = (parts.get(part, "") for part in ("letterhead", "from", "subscription", "signature"))
    signed = any(one and not is_labelled(one) for one in ends)
    headed = parts.get("number") or (parts.get("subject") and signed and not is_noted(lines))
    is_letter = bool(parts.get("salutation") or headed)
    data = letter_facts(parts, text, form) if is_letter else telling_facts(lines, form)
    known = {id: value for id, value in data.items() if id in form.asked and value}
    return [Told(box, words) for box, words in typed(form, known).items() if words.strip() and box not in CHOICES]


def _lines(text: str) -> list[str]:
    """The lines of a text as they were typed, those made whole that the page's width broke; nothing goes on with a label or from one."""
    from assistant.forms.reader.wrapping import NOTHING, Unwrapped, unwrapped

    page = unwrapped(
        Unwrapped(text[:MOST_OF_A_PAPER]),
        lambda first, row: not (is_labelled(first.text) or is_labelled(row.text) or row.mark),
    )
    spans = (page.source.span(row.start, row.end) for row in page.rows)
    return [" ".join(page.source.shown[start:end].replace(NOTHING, "").split()) for start, end in spans]


def sent(text: str, form: Form, drafter: Drafter) -> "Sealed":
    """What a model is sent of the text. Raises ModelError where it bears a classified marking."""
    from assistant.model import seal

    questions = [(id, form.fields[id].ask["en"]) for id in form.asked if id not in KEPT]
    messages = drafter.prompt("ask").messages(form=form.title["en"], questions=questions, text=text)
    return seal(messages)


def answers(text: str, form: Form, drafter: Drafter) -> "AsyncGenerator[Answer, None]":
    """What a model finds in the text, as it comes; `sorted_out` reads it. Raises ModelError."""
    prompt, sealed = drafter.prompt("ask"), sent(text, form, drafter)
    return drafter.model().stream(sealed, temperature=prompt.temperature, max_tokens=prompt.max_tokens)


def sorted_out(answer: str, text: str, form: Form) -> list[Told]:
    """The lines of a model's answer that the text bears out, by the boxes of the form."""
    given: dict[str, list[str]] = {}
    for line in answer.splitlines():
        id, _, words = line.strip(" -*`").partition(":")
        words = words.strip().strip("\"“”'")
        if id in form.asked and id not in KEPT and words and words not in given.get(id, []) and said(words, text):
            given.setdefault(id, []).append(words)
    known = {box.id for box in boxes(form.fields, form.asked)}
    return [Told(id, "\n".join(words), "model") for id, words in given.items() if id in known]


def said(words: str, text: str) -> bool:
    """Whether the text has all of these words, small ones of ours apart, and their facts as they stand; a figure counts in either script."""
    own = _tokens(words) - _OURS
    return bool(own) and own <= _tokens(text) and _facts(words) <= _facts(text)


def _facts(text: str) -> set[tuple[str, str]]:
    return {(one.kind, str(one.value)) for one in find(Source(text).plain)}


def _tokens(text: str) -> set[str]:
    return set(re.findall(r"[\w\u0900-\u0963]+", ascii_digits(Source(text).plain).lower()))


def missing(form: Form) -> list[str]:
    """The fields that the form's own parts call for and no other paper can tell: what is left to be asked, in order."""
    called = {part.field for part in form.file.parts if part.need in ("required", "usual") and part.field}
    wanted = called | {"points", "request", "subject"}
    return [id for id in form.asked if id in wanted and id not in KEPT and form.fields[id].kind not in CHOICES]
