"""The page on which an office gives its own look, as plain HTML."""

from html import escape

from assistant.ui.pieces.html import safe, shell


def look(language: str, own: bool, wrong: str, told: str) -> str:
    """How a letter looks now, and what can be done about it. `own`: a file of the office's is in use."""
    notice = f'<p class="notice stop" role="alert">{escape(wrong)}</p>' if wrong else ""
    notice += f'<p class="notice good" role="status">{escape(told)}</p>' if told else ""
    steps = "".join(
        f"<li>{safe(key, language)}</li>" for key in ("look.step.take", "look.step.change", "look.step.give")
    )
    give = (
        '<form method="post" action="/look" enctype="multipart/form-data">'
        f'<p><label for="house"><b>{safe("look.choose", language)}</b></label><br>'
        f'<input type="file" id="house" name="file" accept=".docx" required></p><button type="submit">{safe("look.give", language)}</button></form>'
    )
    back = (
        f'<form method="post" action="/look/back"><button type="submit">{safe("look.back", language)}</button></form>'
    )
    now = safe("look.own" if own else "look.ours", language)
    sight = f'<img class="leaf" src="/look/page" alt="{safe("look.alt", language)}">'
    title = safe("look.title", language)
    body = (
        f"<h1>{title}</h1>{notice}<p>{safe('look.help', language)}</p><ol>{steps}</ol>"
        f'<p><a href="/look/file" download>{safe("look.take", language)}</a></p>{give}'
        f"<h2>{safe('look.now', language)}</h2><p>{now}</p>{back if own else ''}{sight}"
    )
    return shell(language, title, f'<a href="/">{safe("look.home", language)}</a>', body)
