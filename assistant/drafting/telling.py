"""A case in somebody's own words: what goes into which box of the form."""

import re
from typing import Any

from assistant.drafting.demands import asks, sentences
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


def telling_facts(text: str, form: Form) -> dict[str, Any]:
    """A case in somebody's own words: each sentence a point, whom to tell the addressee, what is wanted the request."""
    points, request, to = list[str](), "", ""
    for whole in sentences(text):
        parts = _APART.split(whole) if _TELL.search(whole) else [whole]
        for one in (part for part in parts if part.strip()):
            tell = None if to else _TELL.search(one)
            post = next((fact for fact in find(Source(one).plain) if fact.kind == "post"), None) if tell else None
            if tell and (post or tell["who"]):
                begins = tell.start("who") if post is None or tell["who"] else post.start
                to = one[begins : tell.end("who" if tell["who"] else "whom")].strip(" .")
                before, after = one[:begins].strip(" ।."), one[tell.end() :].strip(" ।.")
                if tell["who"] is None and before.count(" ") > 1:
                    points.append(before)
                elif tell["who"] is None and before not in _WE:  # जिला पंचायत सीईओ
                    to = f"{before} {to}".strip()
                if after and not request and ("asking" in tell[0] or asks(after)):
                    request = after
                else:
                    points += [after] * bool(after)
            elif not request and asks(one):
                request = one.rstrip("।. ")
            else:
                points.append(one.rstrip("।. "))
    wanted = "request" if "request" in form.asked else "proposal"
    if request and wanted not in form.asked:
        points.append(request)
    whom = [{"designation": to}] if to else []
    return {"points": points, wanted: request, "to": whom, "submit_to": whom}
