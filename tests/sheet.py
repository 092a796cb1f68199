"""A contact sheet: every form in both languages as its pages will print, on one web page to look through. `make sheet`."""

import argparse
from base64 import b64encode
from html import escape
from pathlib import Path

from assistant.assistant import Assistant
from assistant.messages import LANGUAGES
from assistant.settings import read_settings

STYLE = "body{font:14px sans-serif;background:#e8e8e8}section{display:flex;flex-wrap:wrap;gap:12px}img{width:440px;background:#fff}"


def sheet(assistant: Assistant, state: str) -> str:
    pages = []
    for form in assistant.library.forms.values():
        pages.append(f"<h2>{escape(form.title.hi)} · {escape(form.title.en)}</h2><section>")
        for language in LANGUAGES:
            brief = assistant.library.example(form, language)
            drawn = assistant.drawn(assistant.library.templates.render(brief, language, state))
            pages += [f'<img src="data:image/svg+xml;base64,{b64encode(page).decode()}" alt="">' for page in drawn]
        pages.append("</section>")
    return f'<!DOCTYPE html><meta charset="utf-8"><title>{state}</title><style>{STYLE}</style>{"".join(pages)}'


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--state", default="mp", help="the norm")
    given.add_argument("-o", "--output", default="sheet.html", type=Path)
    asked = given.parse_args()
    asked.output.write_text(sheet(Assistant(read_settings()), asked.state), encoding="utf-8")
    print(asked.output)
