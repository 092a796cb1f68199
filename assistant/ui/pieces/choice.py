"""The page on which the model is chosen and tried, as a plain form: it opens without a script, and no key is ever shown on it."""

from html import escape

from assistant.settings import Settings
from assistant.ui.pieces.html import safe

OTHER = {"hi": "en", "en": "hi"}


def page(settings: Settings, language: str, told: str = "", good: bool = False) -> str:
    """The model as it is set; where the environment sets it, only that."""

    fixed = bool(settings.model_name) and not settings.chosen
    title, name = safe("choice.title", language), safe("app.name", language)
    notice = f'<div class="notice {"good" if good else "mend"}" role="alert">{escape(told)}</div>' if told else ""
    if fixed:
        body = f"<p>{safe('choice.fixed', language, name=settings.model_name)}</p>"
    else:
        key = "choice.key.kept" if settings.openai_api_key else "choice.key.help"
        body = (
            _box("model", safe("choice.model", language), safe("choice.model.help", language), settings.model)
            + _box(
                "address",
                safe("choice.address", language),
                safe("choice.address.help", language),
                settings.openai_base_url,
            )
            + _box(
                "key",
                safe("choice.key", language),
                safe(key, language),
                "",
                'type="password" autocomplete="new-password"',
            )
        )
    button = safe("choice.try" if fixed else "choice.save", language)
    off = (
        ""
        if fixed or not settings.model_name
        else f'<p><button type="submit" name="off" value="1" class="quiet">{safe("choice.off", language)}</button></p>'
    )
    other = f'<a href="/settings?lang={OTHER[language]}">{safe("bar.switch", language)}</a>'
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{title} · {name}</title><link rel="stylesheet" href="/files/page.css"><link rel="stylesheet" href="/files/signin.css">'
        f'</head><body class="signin"><header><strong>{safe("app.short", language)}</strong> <span>{name}</span>{other}</header>'
        f'<main><h1>{title}</h1>{notice}<form method="post" action="/settings" autocomplete="off">'
        f'<input type="hidden" name="lang" value="{language}">{body}<p><button type="submit">{button}</button></p>{off}</form>'
        f'<p class="aside"><a href="/">{safe("choice.back", language)}</a></p></main></body></html>'
    )


def _box(name: str, label: str, help_: str, value: str, more: str = 'autocomplete="off"') -> str:
    return (
        f'<p class="box"><label for="{name}">{label}<span class="help">{help_}</span></label>'
        f'<input id="{name}" name="{name}" value="{escape(value)}" spellcheck="false" {more}></p>'
    )
