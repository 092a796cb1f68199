"""The head of an e-mail: an address there says whom it goes to or who sends it, and is no contact that the paper gives."""

import re

from assistant.checks.finding import Case
from assistant.facts import Found

_TOP = re.compile(r"\s*(?:(?:To|Cc|Bcc|Subject|From|Sent|Date|Reply-To) ?:[^\n]+(?:\n|$))+")
"""The head as mail programs write it, on whatever paper the mail brought."""
_WHOM = re.compile(r"\s*(?:To|Cc|Bcc|From|Reply-To) ?:")


def in_mail_head(case: Case, found: Found) -> bool:
    """Whether it is an address of those whom a mail goes to or comes from; never in an instruction, of which a model reads all."""
    if found.kind != "email" or case.instruction:
        return False
    line = case.line(found.start)
    if line and found.start < line.end and line.part in ("addressee", "cc", "bcc"):
        spec = next((spec for spec in case.form.file.parts if spec.id == line.part), None)
        if spec and spec.look == "header":
            return True
    top = _TOP.match(case.text)
    if not top or found.start >= top.end():
        return False
    return bool(_WHOM.match(case.text, case.text.rfind("\n", 0, found.start) + 1))
