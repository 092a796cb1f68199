"""The page on which an office gives its own look, as plain HTML."""

from html import escape

from assistant.messages import say


def look(language: str, own: bool, wrong: str, told: str) -> str:
    """How a letter looks now, and what can be done about it. `own`: a file of the office's is in use."""

    def words(key: str) -> str:
        return escape(say(key, language))

    notice = f'<p class="notice stop" role="alert">{escape(wrong)}</p>' if wrong else ""
    notice += f'<p class="notice good" role="status">{escape(told)}</p>' if told else ""
    steps = "".join(f"<li>{words(key)}</li>" for key in ("look.step.take", "look.step.change", "look.step.give"))
    give = (
        '<form method="post" action="/look" enctype="multipart/form-data">'
        f'<p><label for="house"><b>{words("look.choose")}</b></label><br>'
        f'<input type="file" id="house" name="file" accept=".docx" required></p><button type="submit">{words("look.give")}</button></form>'
    )
    back = f'<form method="post" action="/look/back"><button type="submit">{words("look.back")}</button></form>'
    now = words("look.own" if own else "look.ours")
    sight = f'<img class="leaf" src="/look/page" alt="{words("look.alt")}">'
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{words('look.title')}</title>"
        '<link rel="stylesheet" href="/files/page.css"><link rel="stylesheet" href="/files/signin.css"></head>'
        f'<body class="signin"><header><strong>{words("app.short")}</strong> <span>{words("app.name")}</span>'
        f'<a href="/">{words("look.home")}</a></header><main><h1>{words("look.title")}</h1>{notice}'
        f'<p>{words("look.help")}</p><ol>{steps}</ol><p><a href="/look/file" download>{words("look.take")}</a></p>{give}'
        f"<h2>{words('look.now')}</h2><p>{now}</p>{back if own else ''}{sight}</main></body></html>"
    )
