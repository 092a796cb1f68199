"""Whether signs of a chat window or a web page were left standing."""

import re
from collections.abc import Iterator
from html import unescape

from assistant.checks.finding import NUMBER, Case, Spot
from assistant.checks.phrases import LETTER, inside
from assistant.forms.document import Line

_PAIRS = re.compile(
    r"(?<!\*)(\*\*\*|\*\*)(?=[^\s*])([^*\n]{1,300}?)(?<=[^\s*])\1(?!\*)|"
    r"(?<![_\w])(__)(?=[^\s_:/.-])([^_\n]{1,200}?)__(?![_\w])|(?<![\w`\u0900-\u0963])(`)([^`\n]{1,80})`(?![\w`\u0900-\u0963])|"
    r"(~~)([^~\n]{1,200})~~|\[(b|i|u|s|code|quote|center)\]([^\[\]\n]{1,300})\[/\9\]"
)
_STAR = re.compile(r"(?<![\w*\u0900-\u0963)।.])(\*)(?=[^\s*])([^*\n]{1,120}?)(?<=[^\s*])\*(?![\w*\u0900-\u0963])")
_LINK = re.compile(r"!?\[([^\[\]\n]{1,120})\]\(([^\s()]{1,300})\)")
_TAG = re.compile(
    r"</?(?:br|p|b|i|u|s|strong|em|div|span|ul|ol|li|table|thead|tbody|tr|td|th|h[1-6]|center|font|sup|sub|hr|a|"
    r"img|html|body|code|pre|think|thinking)(?:\s[^<>\n]{0,120})?\s?/?>|&(?:nbsp|amp|lt|gt|quot|#\d{2,5});|<!--|-->",
    re.IGNORECASE,
)
_FENCE = re.compile(r"```[\w-]{0,12}|~~~")
_HEADING = re.compile(r"#{1,6} (?=[^\s\d#])|#{2,6} ?(?=[^\s#])")
_ODD = re.compile(r"【[^】\n]{1,40}】|\\[nt](?![A-Za-z])|\\\(|\\\[|\\textbf|(?<=[^*^])\*\*(?!\*)|^\*\*(?!\*)")
_STAR_ITEM = re.compile(r"[*+] (?=\S)")
_ITEM = re.compile(r"[-–•●▪◦‣➢➤■□✓✔\uf0b7\uf0a7\uf0d8\uf076] ?(?=\S)")
_PICTURE = re.compile(
    "[\u2611\u26a0\u26a1\u2705\u2714\u274c\u274e\u2753-\u2755\u2757\u27a1\u2b05-\u2b07\u2b50\u25b6\U0001f300-\U0001f5ff\U0001f680-\U0001faff]"
    r" ?(?=[^\W_])"
)
"""A picture as a bullet, as chats and phones have them: ✅ ➡ 📌."""
_QUOTE = re.compile(r"> ?(?=[^\W\d])")
_RULE = re.compile(r"(?:-{3,40}|\*{3,40}|={3,40}) ?(?=\n|$)")
_NUMBERED = re.compile(NUMBER)  # a mark behind a number is as much a mark
_TABLE = re.compile(
    rf"^[ \t]{{0,20}}{NUMBER}(?:(?P<rule>(?=[^|\n]{{0,60}}\|)\|?[ \t]{{0,20}}:?-{{3,40}}:?[ \t]{{0,20}}"
    r"(?:[|\t][ \t]{0,20}:?-{3,40}:?[ \t]{0,20}){1,20}\|?)|(?P<row>\|(?:[^|\t\n]{0,200}[|\t]){0,40}[^|\t\n]{0,200}\|))[ \t]{0,20}\r?$",
    re.MULTILINE,
)
"""A row of a table as a chat window draws it, and the rule below its head. Our own page parts the cells of some by tabs."""
_BETWEEN = re.compile(r"[|\t]")
OUT = " "
"""What stands instead of a sign that only has to go."""


def markup(case: Case) -> Iterator[Spot]:
    """Signs of a chat window or a web page: **, ##, <br>. A list of particulars and a footnote's star are a typist's own."""
    text = case.text
    paired: list[tuple[int, int]] = []
    for match in _PAIRS.finditer(text) if re.search(r"[*_`~]|\[/", text) else ():
        paired.append(match.span())
        yield Spot(match.start(), match.end(), suggestion=next(group for group in match.groups()[1::2] if group))
    for match in _STAR.finditer(text) if "*" in text else ():
        if "^" not in match[2]:
            yield Spot(match.start(), match.end(), suggestion=match[2])
    for match in _LINK.finditer(text) if "](" in text else ():
        yield Spot(match.start(), match.end(), suggestion=match[1])
    starts = (line.end() for line in re.finditer("(?m)^ ?", text))
    begins = sorted({*starts, *(_begins(case, line) for line in case.body)}) if "#" in text else ()
    headings = filter(None, (_HEADING.match(text, at) for at in begins))
    tags, fences, odd = (
        pattern.finditer(text) if any(sign in text for sign in signs) else ()
        for signs, pattern in (("<&>", _TAG), ("`~", _FENCE), ("【\\*", _ODD))
    )
    for match in (*tags, *fences, *headings, *odd):
        # “ ” in a legacy font's code is ^^ **
        legacy = match[0] == "**" and "^^" in text[max(0, match.start() - 300) : match.start()]
        if not legacy and not inside(match.start(), paired):
            yield Spot(match.start(), match.end(), suggestion=_instead(match[0]))
    given = case.document.source.given
    if "|" in given:
        yield from _tables(given)
    yield from _bullets(case)
    yield from _ruled(case)


def _begins(case: Case, line: Line) -> int:
    """Where a paragraph begins behind its number."""
    number = _NUMBERED.match(case.text, line.start, line.end)
    return number.end() if number else line.start


def _instead(sign: str) -> str:
    """What a sign becomes: a letter that a web page writes by its name is that letter, a remark or a model's thoughts are no mere sign."""
    if sign.startswith(("<!", "<think", "</think", "【", "\\")) or sign == "-->":
        return ""
    return unescape(sign).strip() or OUT if sign.startswith("&") else OUT


def _tables(given: str) -> Iterator[Spot]:
    """Tables as a chat window draws them, each told once. Without its rule |---| somebody may have typed one so: a hint."""
    runs: list[list[re.Match[str]]] = []
    for match in _TABLE.finditer(given):
        if match["rule"] or sum(bool(cell.strip()) for cell in _BETWEEN.split(match["row"])) > 1:
            if runs and not given[runs[-1][-1].end() : match.start()].strip():
                runs[-1].append(match)
            else:
                runs.append([match])
    for rows in runs:
        start, end = (row.span("rule" if row["rule"] else "row") for row in (rows[0], rows[-1]))
        ruled = any(row["rule"] for row in rows)
        yield Spot(start[0], end[1], typed=True, severity=None if ruled else "hint", suggestion=_as_rows(rows))


def _as_rows(rows: list[re.Match[str]]) -> str:
    """The table as our own boxes take one: cells with bars between them; a single line of two is said with a dash."""
    cells = [[cell.strip() or "-" for cell in _BETWEEN.split(row["row"].strip("|"))] for row in rows if row["row"]]
    return "\n".join((" | " if len(row) > 2 or len(cells) > 1 else " - ").join(row) for row in cells)


def _bullets(case: Case) -> Iterator[Spot]:
    """Stars as bullets, and paragraphs with a bullet in a form that has none; items under a colon and mere particulars pass."""
    listed = False
    stars = _STAR.sub("", _PAIRS.sub("", case.text)) if "*" in case.text else ""
    noted = re.search(rf"{LETTER}\*", stars)  # a footnote has its star
    for line in case.body:
        at = _begins(case, line)
        own = case.text[at : line.end]
        if (star := _STAR_ITEM.match(own)) and not noted:
            yield Spot(at, at + star.end(), suggestion=OUT)
        elif picture := _PICTURE.match(own):
            yield Spot(at, at + picture.end(), suggestion=OUT)
        elif (quote := _QUOTE.match(own)) and case.form.file.file != ".eml":
            yield Spot(at, at + quote.end(), suggestion=OUT)
        elif (item := _ITEM.match(own)) and not case.form.file.lists and own.rstrip().endswith(("।", ".")):
            typed = own[0] in _TYPED
            if len(own.split()) > (_PARTICULARS if typed else _SENTENCE) and not (typed and listed):
                yield Spot(at, at + item.end(), suggestion=OUT, severity="hint" if listed else None)
        listed = own.rstrip().endswith((":", ":-", ":–", "-")) or (
            listed and bool(_ITEM.match(own) or _STAR_ITEM.match(own))
        )


def _ruled(case: Case) -> Iterator[Spot]:
    """Rules that became paragraphs of their own; a typist draws one between parts."""
    for line in case.body:
        at = _begins(case, line)
        if (at > line.start or case.document.given is None) and (rule := _RULE.match(case.text, at, line.end)):
            yield Spot(at, rule.end(), suggestion=OUT)


_PARTICULARS = 12
"""An item of so few words is a particular: "- ओ.आर.एस. पैकेट - 1,500"."""
_TYPED, _SENTENCE = "-–", 4
"""The bullets of a typist; of a sentence with any other sign so few words and its own sign may be a particular too."""


CHECKS = {"leftover.markup": markup}
