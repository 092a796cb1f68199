"""Whether signs of a chat window or a web page were left standing."""

import re
from collections.abc import Iterator

from assistant.checks.finding import Case, Spot
from assistant.checks.phrases import LETTER

_PAIRS = re.compile(
    r"(?<!\*)(\*\*\*|\*\*)(?=[^\s*])([^*\n]{1,300}?)(?<=[^\s*])\1(?!\*)|"
    r"(?<![_\w])(__)(?=[^\s_:/.-])([^_\n]{1,200}?)__(?![_\w])|(?<![\w`\u0900-\u0963])(`)([^`\n]{1,80})`(?![\w`\u0900-\u0963])|"
    r"(~~)([^~\n]{1,200})~~"
)
_STAR = re.compile(r"(?<![\w*\u0900-\u0963)।.])(\*)(?=[^\s*])([^*\n]{1,120}?)(?<=[^\s*])\*(?![\w*\u0900-\u0963])")
_LINK = re.compile(r"!?\[([^\[\]\n]{1,120})\]\(([^\s()]{1,300})\)")
_TAG = re.compile(
    r"</?(?:br|p|b|i|u|s|strong|em|div|span|ul|ol|li|table|thead|tbody|tr|td|th|h[1-6]|center|font|sup|sub|hr|a|"
    r"img|html|body|code|pre|think|thinking)(?:\s[^<>\n]{0,120})?\s?/?>|&(?:nbsp|amp|lt|gt|quot|#\d{2,5});|<!--|-->",
    re.IGNORECASE,
)
_FENCE = re.compile(r"```[\w-]{0,12}|~~~")
_HEADING = re.compile(r"(?:(?<=\n)|(?<=\n )|^)#{1,6} (?=[^\s\d#])|(?:(?<=\n)|^)#{2,6} ?(?=[^\s#])")
_ODD = re.compile(r"【[^】\n]{1,40}】|\\[nt](?![A-Za-z])|\\\(|\\\[|\\textbf|(?<=[^*^])\*\*(?!\*)|^\*\*(?!\*)")
_STAR_ITEM = re.compile(r"[*+] (?=\S)")
_ITEM = re.compile(r"[-–•●▪◦‣➢➤■□✓✔\uf0b7\uf0a7\uf0d8\uf076] ?(?=\S)")
_TABLE = re.compile(
    r"^[ \t]{0,20}\|(?:[^|\n]{0,200}\|){2,20}[ \t]{0,20}\r?$|"
    r"^[ \t]{0,20}\|?[ \t]{0,20}:?-{3,40}:?[ \t]{0,20}(?:\|[ \t]{0,20}:?-{3,40}:?[ \t]{0,20}){1,20}\|?[ \t]{0,20}\r?$",
    re.MULTILINE,
)
_CELLS = re.compile(r"\|[^|\n]{0,200}[^|\s][^|\n]{0,200}\|[^|\n]{0,200}[^|\s][^|\n]{0,200}\|")


def markup(case: Case) -> Iterator[Spot]:
    """Signs of a chat window or a web page: **, ##, <br>. A list of particulars and a footnote's star are a typist's own."""
    text = case.text
    paired: list[tuple[int, int]] = []
    for match in _PAIRS.finditer(text) if re.search("[*_`~]", text) else ():
        paired.append(match.span())
        yield Spot(match.start(), match.end(), suggestion=next(group for group in match.groups()[1::2] if group))
    for match in _STAR.finditer(text) if "*" in text else ():
        if "^" not in match[2]:
            yield Spot(match.start(), match.end(), suggestion=match[2])
    for match in _LINK.finditer(text) if "](" in text else ():
        yield Spot(match.start(), match.end(), suggestion=match[1])
    for signs, pattern in (("<&>", _TAG), ("`~", _FENCE), ("#", _HEADING), ("【\\*", _ODD)):
        for match in pattern.finditer(text) if any(sign in text for sign in signs) else ():
            # “ ” in a legacy font's code is ^^ **
            legacy = match[0] == "**" and "^^" in text[max(0, match.start() - 300) : match.start()]
            if not legacy and not any(start <= match.start() < end for start, end in paired):
                yield Spot(match.start(), match.end())
    given = case.document.source.given
    if "|" in given:
        yield from _tables(given)
    yield from _bullets(case)


def _tables(given: str) -> Iterator[Spot]:
    """Tables as a chat window draws them, each told once. Without its rule |---| somebody may have typed one so: a hint."""
    runs: list[list[re.Match[str]]] = []
    for match in _TABLE.finditer(given):
        if _CELLS.search(match[0]) or "---" in match[0]:
            if runs and not given[runs[-1][-1].end() : match.start()].strip():
                runs[-1].append(match)
            else:
                runs.append([match])
    for rows in runs:
        ruled = any("---" in row[0] for row in rows)
        yield Spot(rows[0].start(), rows[-1].end(), typed=True, severity=None if ruled else "hint")


def _bullets(case: Case) -> Iterator[Spot]:
    """Stars as bullets, and paragraphs with a bullet in a form that has none; items under a colon and mere particulars pass."""
    lines = case.body
    listed = False
    for line in lines:
        own = case.text[line.start : line.end]
        if (star := _STAR_ITEM.match(own)) and not re.search(rf"{LETTER}\*", case.text):
            yield Spot(line.start, line.start + star.end())
        elif (
            (item := _ITEM.match(own))
            and not listed
            and not case.form.file.lists
            and len(own.split()) > _PARTICULARS
            and own.rstrip().endswith(("।", "."))
        ):
            yield Spot(line.start, line.start + item.end())
        listed = own.rstrip().endswith((":", ":-", ":–", "-")) or (
            listed and bool(_ITEM.match(own) or _STAR_ITEM.match(own))
        )


_PARTICULARS = 12
"""An item of so few words is a particular: "- ओ.आर.एस. पैकेट - 1,500"."""


CHECKS = {"leftover.markup": markup}
