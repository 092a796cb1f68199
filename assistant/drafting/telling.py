"""A case in somebody's own words: what goes into which box of the form."""

import re
from typing import Any

from assistant.drafting.demands import asks, sentences
from assistant.drafting.meeting import decided, held, present
from assistant.drafting.notes import Note, notes, people, put
from assistant.facts import find
from assistant.forms.form import Form
from assistant.language.source import Source

_TELL = re.compile(
    r"(?P<whom>[^।,\n]{2,60}?)(?: साहब| महोदय| जी| मैडम)? (?:को (?:[^।\n]{0,30} )?(?:बता|लिख|भेज|सूचि|सूचन|अवगत|पत्र)|से (?:माँग|मांग|अनुरोध|निवेदन))"
    r"\S*(?: \S*(?:ना|नी|ने))?(?: (?:हैं|है|होगा|चाहिए))?(?: कि )?"
    r"|\b(?:tell|inform|write to|report to) (?:the )?(?P<who>[A-Z][\w&().]*(?: (?:of|and|the|&|[A-Z][\w&().]*))*)(?: (?:that|asking (?:for|to)?))?",
)
_WE = ("मुझे", "मुझको", "हमें", "हमको", "मैं", "हम")
_APART = re.compile(r"(?<!\d)[,;] |[,;] (?!\d)")


def telling_facts(lines: list[str], form: Form) -> dict[str, Any]:
    """A case in somebody's own words: what a line's label names goes where it belongs; of the rest each sentence is a point, whom to tell the
    addressee, what is wanted the request, and of a meeting what was decided, who was there, when and where."""
    told: dict[str, Any] = {"points": []}
    for note in notes(lines, form):
        if note.box:
            put(told, note, form)
        else:
            for one in sentences(note.words):
                _sort(one, told, form)
    if isinstance(told.get("to"), list):
        told["submit_to"] = told.get("submit_to") or told["to"]
    return told


def _sort(whole: str, told: dict[str, Any], form: Form) -> None:
    """Puts one sentence where it belongs."""
    if "decisions" in form.asked and (decision := decided(whole)):
        return put(told, Note("decisions", decision), form)
    if "attendees" in form.asked and "attendees" not in told and (there := present(whole)):
        told["attendees"] = people(there)
        return None
    if "meeting" in form.asked and "meeting" not in told and (meeting := held(whole)):
        told["meeting"] = meeting.facts
        if meeting.whole:
            return None
    wanted = "request" if "request" in form.asked else "proposal"
    points, whom = told["points"], told.get("to")
    for one in _APART.split(whole) if _TELL.search(whole) else [whole]:
        if not one.strip():
            continue
        tell = None if whom else _TELL.search(one)
        post = next((fact for fact in find(Source(one).plain) if fact.kind == "post"), None) if tell else None
        if tell and (post or tell["who"]):
            begins = tell.start("who") if post is None or tell["who"] else post.start
            to = one[begins : tell.end("who" if tell["who"] else "whom")].strip(" .")
            before, after = one[:begins].strip(" ।."), one[tell.end() :].strip(" ।.")
            if tell["who"] is None and before.count(" ") > 1:
                points.append(before)
            elif tell["who"] is None and before not in _WE:  # जिला पंचायत सीईओ
                to = f"{before} {to}".strip()
            whom = told["to"] = [to]
            if after and wanted in form.asked and not told.get(wanted) and ("asking" in tell[0] or asks(after)):
                told[wanted] = after
            else:
                points += [after] * bool(after)
        elif wanted in form.asked and not told.get(wanted) and asks(one):
            told[wanted] = one.rstrip("।. ")
        else:
            points.append(one.rstrip("।. "))
    return None
