"""Whether something was left standing that isn't the office's own."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case, Spot
from assistant.forms.template import BLANK
from assistant.language.text import one_line

_PLACEHOLDER = re.compile(
    r"\[[^\[\]\n]{2,40}\]|\b[xX]{3,}\b|_{4,}|\.{4,}|…{2,}|\.\./\.\.|\{\{[^{}\n]*\}\}|<(?:नाम|name|date|दिनांक|number|क्रमांक)[^<>\n]*>"
)


def placeholder(case: Case) -> Iterator[Spot]:
    """A stand-in for a fact in the text: [नाम], XXXX, ____. What the brief itself has is a fact."""
    given = one_line(str(case.brief.facts)) if case.brief else ""
    for line in case.body:
        for match in _PLACEHOLDER.finditer(case.text, line.words, line.end):
            if match[0] not in given and match[0] != BLANK:  # the form's own blank is told as what is missing
                yield Spot(match.start(), match.end())


CHECKS = {
    "leftover.placeholder": placeholder,
}
