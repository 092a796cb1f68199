"""Whether minutes say of each decision who does it, and by when."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case, Spot
from assistant.checks.form.matter import dated, matters
from assistant.checks.wording import quoted, said, sentences, share_words
from assistant.forms.document import Line


def decision_unowned(case: Case) -> Iterator[Spot]:
    """Minutes record a decision and don't say who does it, or by when."""
    if not case.form.file.decides:
        return
    lines = matters(case)
    free, named = _free(case), _named(case)
    starts = [place for n, line in enumerate(lines) for place in _decisions(case, line, n)]
    for at, (start, end, n) in enumerate(starts):
        until = starts[at + 1][0] if at + 1 < len(starts) else lines[min(n + 3, len(lines) - 1)].end
        until = min(
            [until, *(line.start for line in lines[n + 1 :] if line.words > line.start and line.start > end)][:2]
        )
        if "\t" in _typed(case, start, lines[n].end):  # a row of a table says all of it
            until = lines[n].end
        until = max(
            end, min([until, *(line.start for line in lines[n + 1 :] if said(case, "closing", line.start, line.end))])
        )
        stands = said(case, "next_time", start, end) or (
            said(case, "standing", start, end) and not dated(case, start, end)
        )
        nobody = _NOBODY.search(case.text, start, end)
        given = any(share_words(case.text[start:end], one) for one in free)
        to_do = nobody or _TO_BE_DONE.search(case.text[start:end])
        if stands or _STAYS.search(case.text, start, end) or (given and not to_do):
            continue
        who = max((stop for _, stop in said(case, "who_decides", start, end)), default=start)
        cells = _cells(case, lines[n])
        owned = bool(
            cells
            or (not nobody and (_DOES.search(case.text, who, end) or _AGENT.search(case.text, start, end)))
            or any(name in case.text[who:until] for name in named)
            or _acts(case, _POST.finditer(case.text, who, until))
        ) or [
            place for place in said(case, "owns", who, until) if not quoted(case, place[0]) and not _gets(case, *place)
        ]
        due = [place for place in said(case, "due", start, until) if not said(case, "still", place[0] - 12, place[1])]
        if not (owned and due):
            hinted = given or _HINTED.search(case.text, start, until)
            if owned:  # by whom is known; where it is only somebody's word in the sentence, it may be done already
                unsure = bool(hinted or _LASTS.search(case.text, start, until)) or not _charged(case, who, start, end)
            else:
                unsure = bool(hinted or due) or _names(case, start, until)
            yield Spot(start, end, values={"what": _LACKS[bool(owned), bool(due)]}, severity="hint" if unsure else None)


_HINTED = re.compile(
    r"(?<![\u0900-\u0963])(?:नहीं|न|ना|यथा|स्वीकृत|स्वीकृति|मान्य|अमान्य|अनुमोद[\u0900-\u0963]*|सहमत|रहेगा|रहेगी|रहेंगे|होगी|होगा|होंगे|लगेगा|लगेगी)(?![\u0900-\u0963])"
    r"|\b(?:not|no|nor|none|agreed to|accepted|approved|remain|continue|be open|be kept|(?:was|were|stands?|stood) (?:settled|dropped|closed))\b",
    re.IGNORECASE,
)
"""A decision against something, or one that only says how things are to stand, needs nobody to do it."""


def _names(case: Case, start: int, end: int) -> bool:
    """Whether a post or a person is named with a decision, in whatever place."""
    return any(found.kind in ("post", "name") for found in case.within(start, end))


_LASTS = re.compile(
    r"(?<![\u0900-\u0963])(?:प्रतिदिन|प्रति|प्रत्येक|हर|नियमित|निरंतर|निरन्तर|सदैव|भविष्य|आगे से|जारी)(?![\u0900-\u0963])"
    r"|\b(?:each|every|daily|weekly|monthly|regular(?:ly)?|always|henceforth|in future|from now on|before|till|until|when(?:ever)?)\b",
    re.IGNORECASE,
)
"""What is done from now on, or whenever something comes, is due on no day."""


_BIDDEN = re.compile(r" को (?:यह |भी |पुनः )?(?:निर्देश|निर्देशित|आदेशित|कहा गया|दायित्व|अधिकृत)(?![\u0900-\u0963])")


def _charged(case: Case, who: int, start: int, end: int) -> bool:
    """Whether the sentence itself decides that somebody is to do something."""
    does = (
        _DOES.search(case.text, who, end)
        or _AGENT.search(case.text, start, end)
        or _BIDDEN.search(case.text, start, end)
    )
    return bool(does and said(case, "decided", start, end)) and not _REPORTED.search(case.text, start, who or end)


_GETS = re.compile(
    r"(?:\))? (?:(?:को|के लिए|हेतु)(?! (?:यह |इस |भी )?(?:निर्देश|आदेश|कहा|दायित्व|सौंप|नियुक्त|अधिकृत|जिम्मेदारी|उत्तरदायी))(?![\u0900-\u0963])"
    r"|(?<!कार्यालय )(?<!विभाग )(?<!शाखा )(?<!समिति )(?<!पंचायत )(?<!निगम )(?<!एजेंसी )(?<!संस्था )(?<!थाना )(?<!पालिका )(?:का|की|के) "
    r"(?!द्वारा|ओर |माध्यम|स्तर|जिम्म|दायित्व|उत्तरदायि|देख|निगरानी|मार्गदर्शन|पर्यवेक्षण|नेतृत्व|सहयोग|समन्वय|साथ|अधीन|प्रभार|अध्यक्षता"
    r"|दल |टीम|प्रतिनिधि|स्टाफ|अमला|अमले|पास))"
)
_TOLD = re.compile("निर्देश|आदेशित|कहा गया|दायित्व|सौंप|अधिकृत|जिम्मेदारी|उत्तरदायी")


def _gets(case: Case, start: int, end: int) -> bool:
    """Whether somebody is only given something, or it is only his: "समिति को दो ब्लोअर दिए जाएँगे", "शिक्षकों का प्रशिक्षण"."""
    return bool(_GETS.match(case.text, end)) and not _TOLD.search(case.text, *case.sentence(start))


def _acts(case: Case, posts: Iterator[re.Match[str]]) -> bool:
    return any(not _gets(case, *post.span()) for post in posts)


def _typed(case: Case, start: int, end: int) -> str:
    return case.document.source.given[slice(*case.document.source.span(start, end))]


def _cells(case: Case, line: Line) -> bool:
    """Whether a row of a table has somebody's cell filled: number, decision, who does it, by when. The number may be missing."""
    first, *cells = _typed(case, line.start, line.end).split("\t")
    if len(first.split()) > _NUMBERED:
        cells = [first, *cells]
    return len(cells) >= 3 and cells[-2].strip(" -–—") != ""


_NUMBERED = 2
"""Words of a row's number at most."""


_POST = re.compile("[\u0900-\u0963]{2,20}(?:ाधिकारी|ाध्यक्ष|ाध्यापक|ाचार्य|ायुक्त)(?:यों|ों|गण)?(?![\u0900-\u0963])")
"""A post in one word: वनमण्डलाधिकारी, पुस्तकालयाध्यक्ष."""
_DOES = re.compile(
    r"(?<![\u0900-\u0963])(?:वे|वह)(?![\u0900-\u0963])[^।\n]{3,80}?(?:ें|े|एँ|एं|गे|गी|गा)(?: ?[।\n,]|$)"
    r"|(?<![\u0900-\u0963])(?!हो|रह|लग(?:ेग|ें)|मिल|चल|बन(?:ेग|ें)|जा[एय]|पड़|आए|आय)[\u0900-\u0963]{1,14}(?:एगा|एगी|एँगे|एंगे|येगा|येगी|येंगे|ेगा|ेगी|ेंगे|ेंगी)"
    r"(?: ?[।;,\n]|$| (?:तथा|एवं|और|ताकि|जिससे))"
    r"|\bby (?:the |each |every |all |our |their |his |her )?(?!(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Chair\w*|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Rs)\b)[A-Z][A-Za-z]"
)
"""Somebody who does it, as the verb tells: नगर पालिका टैंकर लगाएगी, "to be sent by each BDO"."""
_NOBODY = re.compile(
    r"(?<![\u0900-\u0963])(?:हम सब|हम सभी|आप सब|(?:सब|सभी) (?:लोग|जन|जने|कोई)|(?:सब|सभी)(?: लोग| जन)? (?:साथ )?मिल-?(?:जुल ?)?कर|कोई न कोई|जो भी|जिसे भी"
    r"|जिससे (?:भी )?(?:हो|बन)|(?:सर्व |समस्त |सभी )?(?:सर्व)?संबंधित(?: जन| लोग| पक्ष)? (?=दिनांक|इस|यह|अपन))"
    r"|\b(?:every(?:one|body)|some(?:one|body)|any(?:one|body)|whoever|(?:all|those|(?:the )?(?:people|persons)) (?:concerned|responsible|involved)"
    r"|we (?:would |shall |will )?all|all of us|one of us)\b",
    re.IGNORECASE,
)
"""Somebody who is nobody: what all are to do or whoever it may be is nobody's to do, whatever the verb."""
_STAYS = re.compile(
    r"\b(?:shall |will |should )?(?:remain|continue|stay)\b (?!to be)|\bas (?:before|hitherto|at present)\b|\b(?:stand|hold)s? (?:good|as)\b"
    r"|यथावत|पूर्ववत|पहले (?:जैसा|जैसी|जैसे|की तरह|की भाँति|की भांति)|वही (?:रखा|रखी|रखे|रहेग)|जस का तस|ज्यों का त्यों"
)
"""What is only left as it is: "that the charge remain at Rs. 2,800 till the end of the session"."""
_AGENT = re.compile(
    r"\bthat (?:the )?[A-Za-z][\w ,.'’()&/-]{2,60}? (?:will|shall|would|should) (?!be\b|have (?!the |it |them |all |each )|continue|remain)"
    r"|\b(?:The|All) (?:[A-Z][\w'’-]{1,20},? |of |and |for ){1,8}(?:\([^()\n]{1,20}\) )?"
    r"(?:was|were|is|are) (?:directed|instructed|asked|requested) to "
    r"|\bThe (?:[A-Z][\w'’()-]{1,20},? |of |and |for ){1,8}(?:will|shall|would|is to|are to) (?!be\b|have to be\b)"
    r"|\b(?:[Hh]e|[Ss]he|[Tt]hey|(?:[Tt]he|[Aa]ll) [\w ,'’()-]{3,60}?) (?:was|were) (?:directed|instructed|asked|requested|told) to "
    r"|\b(?:assured|undertook|promised|volunteered|offered)\b"
    r"|\b(?:[A-Z]{1,5}O|AE|EE|JE|SE|[AS]?DM|SP|RI|PHE|PWD)\b"
)
"""Somebody who is to do it: "that the federation will finalise the label", "The Block Managers were directed to …"."""


_LACKS = {
    (False, False): {"hi": "कौन करेगा और कब तक", "en": "who does it, and by when"},
    (False, True): {"hi": "कौन करेगा", "en": "who does it"},
    (True, False): {"hi": "कब तक", "en": "by when"},
}


def _decisions(case: Case, line: Line, n: int) -> Iterator[tuple[int, int, int]]:
    listed = line.part == "decisions" or _under_decisions(case, line)
    if listed and not any(
        said(case, "decided", *place) and not _heads(case, *place) for place in sentences(case, line)
    ):
        heads = "\t" in _typed(case, line.start, line.end) and not any(map(str.isdigit, case.words(line)))
        if len(case.words(line).split()) > 3 and not heads:
            yield line.words, line.end, n
        return
    of_its_own = line.part == case.form.file.writes and not said(case, "decided", line.words, line.end)
    for start, end in sentences(case, line):
        decided = said(case, "decided", start, end) or (of_its_own and _to_be_done(case, start, end))
        if decided and not _heads(case, start, end):
            yield start, end, n


_TO_BE_DONE = re.compile(
    r"\b(?:will|would|shall|should|must|need(?:s)? to|ha(?:s|ve) to|is to|are to) (?:also |now |then |first )?be (?!seen|review|met)"
    r"(?:[a-z]{2,20}(?:ed|en|ne|wn|t)|made|paid)\b"
    "|(?:जाएँ|जाएं|जाए|जाये|जायें|जाय|जावे|जावें|जाएगा|जाएगी|जाएँगे|जाएंगे|जायेगा|जायेगी|जायेंगे|जावेगा|जावेगी)[।.]?$"
)
_REPORTED = re.compile(
    "बताया|अवगत|जानकारी दी|सूचित|कहा|अनुरोध|प्रस्ताव|सुझाव"
    r"|\b(?:reported|informed|said|stated|noted|explained|told|suggested|proposed|requested|expected)\b"
)


def _to_be_done(case: Case, start: int, end: int) -> bool:
    """Whether a sentence says what is to be done, and no one's report of it: a decision that isn't called one."""
    words = case.text[start:end]
    return bool(_TO_BE_DONE.search(words)) and not _REPORTED.search(words)


_DECISIONS = re.compile(
    r"\W{0,4}(?:निर्णय|लिए गए निर्णय|लिये गये निर्णय|बैठक में लिए गए निर्णय|decisions?(?: taken)?)\W{0,4}", re.IGNORECASE
)


def _under_decisions(case: Case, line: Line) -> bool:
    """Whether a numbered line stands in a list under the bare word निर्णय."""
    body = case.body
    if line not in body:
        return False
    at = body.index(line)
    while at and body[at].words > body[at].start:
        at -= 1
    return line.words > line.start and _heads(case, body[at].start, body[at].end)


def _heads(case: Case, start: int, end: int) -> bool:
    """Whether words only lead to the decisions that are listed below them."""
    if _DECISIONS.fullmatch(case.text, start, end):
        return True
    return bool(_LEADS.search(case.text, start, end)) and bool(
        said(case, "decided", start, end) or _DECIDED.search(case.text, start, end)
    )


_LEADS = re.compile("[:ः][ –-]{0,3}$|(?<=[\u0900-\u0963])[–-]$")
_DECIDED = re.compile("निर्णय|decision|decided", re.IGNORECASE)


def _free(case: Case) -> list[str]:
    """The decisions that the brief itself gives to nobody: they stand from now on, unless something is to be done."""
    given = getattr(case.brief.facts, "decisions", ()) if case.brief else ()
    return [one.decision for one in given if not one.owner and not one.due]


def _named(case: Case) -> set[str]:
    """Whom the brief names as present or as doing something, by their posts."""
    facts = case.brief.facts if case.brief else None
    told = [*getattr(facts, "attendees", ()), *(one.owner or "" for one in getattr(facts, "decisions", ()))]
    return {post for one in told if len(post := str(one).split(",")[0].strip()) > 2}


CHECKS = {"form.decision-unowned": decision_unowned}
